/** A query over an app's own data, answered as a figure and rows that are ready to be shown. */
import { formatNumber, formatValue } from '../base/language/format.ts'
import type { Now } from '../base/language/types.ts'
import { ok, type Result } from '../base/result.ts'
import type { Answer } from '../events.ts'
import type { AppSpec, Collection, Field, Query, Rec } from '../spec.ts'
import { fieldValue, runQuery } from './query.ts'
import type { AppData } from './types.ts'

/** Rows that a small chart in a reply still shows well. */
const MOST_ROWS = 12
const MOST_RECORDS = 10

export async function answer(query: Query, data: AppData, now: Now, locale: string): Promise<Result<Answer>> {
  const spec = await data.spec()
  const own = await data.records(query.collection)
  if (!own.ok) return own
  const related = await relatedRecords(spec, query.collection, data)
  const linked = query.linked && (await data.records(query.linked.collection))
  if (query.linked && linked?.ok) {
    Object.assign(related, await relatedRecords(spec, query.linked.collection, data))
    related[query.linked.collection] = linked.value
  }
  const collection = spec.collections.find((c) => c.id === query.collection)
  const result = runQuery(query, own.value, spec, now, related)
  const decided = decidedBy(query, result.records, own.value, collection, now)
  const field = decided?.field ?? collection?.fields.find((f) => f.id === query.measure.field)
  const decimals = decimalsOf(query, field, own.value)
  const shown = (value: number | null) => showMeasure(value, query, field, locale, decimals)
  const titled = new Map(own.value.map((record) => [record.id, record]))
  return ok({
    query,
    value: decided ? decided.value : result.value,
    shown: decided ? formatValue(decided.field, decided.value, locale) : shown(result.value),
    ...(decimals !== undefined && { decimals }),
    rows: result.rows.slice(0, MOST_ROWS).map((row) => ({ key: row.key, label: row.label, value: row.value, shown: shown(row.value) })),
    ...(result.previous !== undefined && { previous: { value: result.previous, shown: shown(result.previous) } }),
    ...(collection && {
      records: result.records.slice(0, MOST_RECORDS).flatMap((id) => {
        const record = titled.get(id)
        const show = collection.fields.find((one) => one.id === query.show)
        if (!record) return []
        if (!show) return [{ id, title: happenedOf(record, collection, query, locale, related, spec), ...momentOf(record, collection) }]
        const value = fieldValue(record, show, collection.fields, now.date)
        const at = isDay(show) && typeof value === 'string' ? { at: value } : {}
        return [{ id, title: formatValue(show, value, locale), ...at }]
      }),
    }),
  })
}

const isDay = ({ kind }: Field): boolean => kind === 'date' || kind === 'datetime'

/** When what an entry tells happened, which is not when something is due. */
function momentOf(record: Rec, collection: Collection): { at?: string } {
  const field = collection.fields.find((one) => isDay(one) && !one.hidden && (one.default !== undefined || one.id === collection.title))
  const value = field && record.values[field.id]
  return typeof value === 'string' && value ? { at: value } : {}
}

/** A mean is no more exact than one digit beyond what was entered; sums and single values are as they were. */
function decimalsOf({ measure, per }: Query, field: Field | undefined, records: readonly Rec[]): number | undefined {
  if (!field || field.kind === 'money' || field.kind === 'duration' || (measure.fn !== 'mean' && !per)) return undefined
  const entered = records.map(({ values }) => String(values[field.id] ?? '').split('.')[1]?.length ?? 0)
  return Math.min(2, 1 + Math.max(0, ...entered))
}

/** “Which was the dearest?” is answered by its name and by what it cost. */
function decidedBy(
  query: Query,
  [first]: readonly string[],
  records: readonly Rec[],
  collection: Collection | undefined,
  now: Now,
): { field: Field; value: number } | undefined {
  const field =
    query.limit === 1 && !query.group && query.measure.fn === 'count' && collection?.fields.find(({ id }) => id === query.order?.by)
  const record = records.find(({ id }) => id === first)
  const value = field && record ? fieldValue(record, field, collection!.fields, now.date) : null
  return field && typeof value === 'number' ? { field, value } : undefined
}

/** The records that relation fields of a collection point at, by collection. */
export async function relatedRecords(spec: AppSpec, collection: string, data: AppData): Promise<Record<string, Rec[]>> {
  const targets = new Set(
    spec.collections.find((c) => c.id === collection)?.fields.flatMap((f) => (f.kind === 'relation' ? [f.to] : [])) ?? [],
  )
  const found = await Promise.all([...targets].map(async (to) => [to, await data.records(to)] as const))
  return Object.fromEntries(found.flatMap(([to, records]) => (records.ok ? [[to, records.value]] : [])))
}

/**
 * What happened is called by those it is about that were not asked for by name, and by its day: “Holes · Mina · 3 Nov”.
 * Everything else by its title.
 */
function happenedOf(
  record: Rec,
  collection: Collection,
  query: Query,
  locale: string,
  related: Record<string, Rec[]>,
  spec: AppSpec,
): string {
  const title = collection.fields.find((field) => field.id === collection.title)
  if (title?.kind !== 'relation') {
    const called = titleOf(record, collection, locale, related, spec)
    return query.limit === 1 && query.order ? [called, ...besides(record, collection, locale)].filter(Boolean).join(' · ') : called
  }
  const fixed = new Set(query.filter.filter(({ op }) => op === '=').map(({ field }) => field))
  const links = linksOf(record, collection, locale, related, spec, fixed)
  const order = collection.fields.find((field) => field.id === query.order?.by && field.kind === 'date')
  const date = order ?? collection.fields.find((field) => (field.kind === 'date' || field.kind === 'datetime') && !field.hidden)
  const day = date && record.values[date.id] ? [formatValue(date, record.values[date.id] ?? null, locale)] : []
  const what = collection.fields.find((field) => field.kind === 'text' && field.concept === 'item' && record.values[field.id])
  return (
    [...links, ...(what ? [String(record.values[what.id])] : []), ...day].join(' · ') || titleOf(record, collection, locale, related, spec)
  )
}

const SAYS = new Set<Field['kind']>(['text', 'person', 'place', 'choice'])
/** Of the one that is asked for, who and what else it is. */
const besides = ({ values }: Rec, { fields, title }: Collection, locale: string): string[] =>
  fields
    .filter(({ id, kind, hidden }) => id !== title && SAYS.has(kind) && !hidden && typeof values[id] === 'string' && values[id] !== '')
    .slice(0, 2)
    .map((field) => formatValue(field, values[field.id] ?? null, locale))

/** What the records are called that this one points at. */
export const linksOf = (
  record: Rec,
  collection: Collection,
  locale: string,
  related: Record<string, Rec[]>,
  spec: AppSpec,
  except: ReadonlySet<string> = new Set(),
): string[] =>
  collection.fields.flatMap((field) => {
    const to =
      field.kind === 'relation' && !field.many && !field.hidden && !except.has(field.id)
        ? spec.collections.find((c) => c.id === field.to)
        : undefined
    const target = to && related[to.id]?.find((r) => r.id === record.values[field.id])
    return to && target ? [titleOf(target, to, locale, related, spec)] : []
  })

/** What a record is called in a sentence: its title field, as shown. */
export function titleOf(record: Rec, collection: Collection, locale: string, related: Record<string, Rec[]> = {}, spec?: AppSpec): string {
  const field = collection.fields.find((f) => f.id === collection.title) ?? collection.fields[0]
  if (!field) return ''
  if (field.kind === 'relation' && spec) {
    const to = spec.collections.find((c) => c.id === field.to)
    const target = related[field.to]?.find((r) => r.id === record.values[field.id])
    if (to && target) return titleOf(target, to, locale)
  }
  return formatValue(field, record.values[field.id] ?? null, locale)
}

function showMeasure(value: number | null, query: Query, field: Field | undefined, locale: string, decimals?: number): string {
  if (value === null) return '–'
  if (decimals !== undefined) return showMeasure(Number(value.toFixed(decimals)), query, field, locale)
  const counts = query.measure.fn === 'count' || query.measure.fn === 'distinct'
  if (counts || !field) return formatNumber(value, locale)
  if (field.kind === 'rating') return formatNumber(Math.round(value * 10) / 10, locale)
  return formatValue(field, value, locale)
}
