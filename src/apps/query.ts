/**
 * The one algebra of questions: filter, period, group, measure, order, compare. Views, limits, charts and
 * questions asked in words all come through `runQuery`. Pure and browser-safe.
 */
import type { Now } from '../base/language/types.ts'
import type { AppSpec, Collection, Field, Filter, Language, Measure, PeriodUnit, Query, Rec, Value, When } from '../spec.ts'
import { addDays, compute, tidy } from './formula.ts'
import { fold } from './values.ts'

export type QueryRow = { key: string; label: string; value: number; count: number }
export type QueryResult = {
  /** null where nothing was found to measure; a count or a sum of nothing is 0. */
  value: number | null
  /** Groups, in order; none for a query without `group`. */
  rows: QueryRow[]
  /** The value of the period before, where `compare` asks for it and there is one. */
  previous?: number | null
  /** Ids of the records measured, in order. */
  records: string[]
}

/** Days as 'YYYY-MM-DD'; `to` is exclusive, null is open. */
export type DayRange = { from: string | null; to: string | null }

type Source = { collection: Collection | undefined; spec: AppSpec; now: Now; related: Readonly<Record<string, Rec[]>> }

/**
 * `records` are those of the query's collection; `related` are the records of collections that relations point to
 * (without them relations are shown by id). A field or collection that is not there gives an empty result.
 */
export function runQuery(
  query: Query,
  records: readonly Rec[],
  spec: AppSpec,
  now: Now,
  related: Readonly<Record<string, Rec[]>> = {},
): QueryResult {
  const source: Source = { collection: spec.collections.find((one) => one.id === query.collection), spec, now, related }
  const linked = query.linked && linkedTo(query.linked, spec, now, related)
  const kept = records.filter(
    (record) => query.filter.every((filter) => holds(filter, record, source)) && (!linked || linked.has(record.id) !== query.linked?.none),
  )
  const range = query.when ? rangeOf(query.when, now) : null
  const inRange = query.when && range ? within(kept, query.when.field, range, source) : kept
  const sorted = arrange(inRange, query, source)
  const measured = query.group || query.limit === undefined ? sorted : sorted.slice(0, query.limit)
  const result: QueryResult = {
    value: remaining(query, balance(query, measured, source)),
    rows: query.group ? groups(query, measured, source) : [],
    records: measured.map((record) => record.id),
  }
  if (query.compare !== 'previous') return result
  const before = query.when ? previousOf(query.when, now) : null
  return {
    ...result,
    previous: before && query.when ? remaining(query, balance(query, within(kept, query.when.field, before, source), source)) : null,
  }
}

/** Ids of the records that those of another collection point at. */
function linkedTo(
  { collection, field, filter, when, or = [] }: NonNullable<Query['linked']>,
  spec: AppSpec,
  now: Now,
  related: Readonly<Record<string, Rec[]>>,
): Set<string> {
  const source: Source = { collection: spec.collections.find((one) => one.id === collection), spec, now, related }
  const pointing = (Object.hasOwn(related, collection) ? (related[collection] ?? []) : []).filter((record) =>
    filter.every((each) => holds(each, record, source)),
  )
  const timely = when ? within(pointing, when.field, rangeOf(when, now), source) : pointing
  const besides = when ? pointing.filter((record) => or.some((each) => holds(each, record, source))) : []
  return new Set([...timely, ...besides].flatMap((record) => [record.values[field] ?? []].flat().map(String)))
}

/** Whether one record passes every filter: lists, boards and streaks use it too. */
export function matches(
  filters: readonly Filter[],
  record: Rec,
  spec: AppSpec,
  collection: string,
  now: Now,
  related: Readonly<Record<string, Rec[]>> = {},
): boolean {
  const source: Source = { collection: spec.collections.find((one) => one.id === collection), spec, now, related }
  return filters.every((filter) => holds(filter, record, source))
}

// ---- Values ------------------------------------------------------------------------------------------------

const fieldOf = (id: string, source: Source): Field | undefined => source.collection?.fields.find((field) => field.id === id)

/** The value of a field, computed ones worked out. */
export function fieldValue(record: Rec, field: Field, fields: readonly Field[], today: string): Value {
  if (field.kind === 'computed') return compute(field, record.values, fields, today)
  return Object.hasOwn(record.values, field.id) ? (record.values[field.id] ?? null) : null
}

const read = (record: Rec, field: Field, source: Source): Value =>
  fieldValue(record, field, source.collection?.fields ?? [], source.now.date)

const isEmpty = (value: Value): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What names a record where it is pointed to; null if it is not among `related`. */
function titleOf(id: string, to: string, source: Source): string | null {
  const collection = source.spec.collections.find((one) => one.id === to)
  const record = Object.hasOwn(source.related, to) ? source.related[to]?.find((one) => one.id === id) : undefined
  const field = collection?.fields.find((one) => one.id === collection.title)
  if (!record || !collection || !field) return null
  const value = fieldValue(record, field, collection.fields, source.now.date)
  return isEmpty(value) ? null : Array.isArray(value) ? value.join(', ') : String(value)
}

// ---- Filter ------------------------------------------------------------------------------------------------

function holds(filter: Filter, record: Rec, source: Source): boolean {
  const field = fieldOf(filter.field, source)
  if (!field) return false
  const value = read(record, field, source)
  if (filter.op === 'empty') return isEmpty(value)
  if (filter.op === 'filled') return !isEmpty(value)
  const wanted = filter.value ?? null
  if (filter.op === '=') return equals(value, wanted, field, source)
  if (filter.op === '!=') return !equals(value, wanted, field, source)
  if (filter.op === 'contains') return contains(value, wanted, field, source)
  const order = compare(value, wanted, field)
  if (order === null) return false
  return filter.op === '<' ? order < 0 : filter.op === '<=' ? order <= 0 : filter.op === '>' ? order > 0 : order >= 0
}

function equals(value: Value, wanted: Value, field: Field, source: Source): boolean {
  if (field.kind === 'yesno') return (value === true) === (wanted === true)
  if (isEmpty(wanted)) return isEmpty(value)
  if (isEmpty(value)) return false
  if (Array.isArray(wanted)) {
    return Array.isArray(value)
      ? wanted.length === value.length && wanted.every((one) => equals(value, one, field, source))
      : wanted.some((one) => equals(value, one, field, source))
  }
  if (Array.isArray(value)) return value.some((one) => equalsOne(one, wanted, field, source))
  return equalsOne(value, wanted, field, source)
}

function equalsOne(value: Value, wanted: Value, field: Field, source: Source): boolean {
  if (value === wanted) return true
  if (typeof value === 'number' || typeof value === 'boolean')
    return typeof wanted === 'string' && wanted.trim() !== '' && Number(wanted) === Number(value)
  if (typeof value !== 'string' || typeof wanted !== 'string') return false
  if (field.kind === 'datetime' && wanted.length === 10) return value.startsWith(wanted)
  return fold(value) === fold(wanted) || fold(shownOf(value, field, source)) === fold(wanted)
}

function contains(value: Value, wanted: Value, field: Field, source: Source): boolean {
  if (isEmpty(wanted)) return true
  const needles = (Array.isArray(wanted) ? wanted : [String(wanted)]).map(fold)
  const hay = (Array.isArray(value) ? value : value === null ? [] : [String(value)]).flatMap((one) => [
    fold(one),
    fold(shownOf(one, field, source)),
  ])
  return needles.every((needle) => hay.some((one) => one.includes(needle)))
}

/** An option's label, a related record's title, else the text itself. */
function shownOf(value: string, field: Field, source: Source): string {
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.find((option) => option.id === value)?.label ?? value
  return field.kind === 'relation' ? (titleOf(value, field.to, source) ?? value) : value
}

/** Below 0 if `a` comes first; null where the two cannot be put in order. */
function compare(a: Value, b: Value, field: Field): number | null {
  if (typeof a === 'number' || typeof a === 'boolean') {
    const other =
      typeof b === 'string' && b.trim() !== '' ? Number(b) : typeof b === 'number' || typeof b === 'boolean' ? Number(b) : Number.NaN
    return Number.isNaN(other) ? null : Number(a) - other
  }
  if (typeof a !== 'string' || typeof b !== 'string' || a === '' || b === '') return null
  if (field.kind === 'choice') {
    const place = (id: string) => field.options.findIndex((option) => option.id === id)
    return place(a) >= 0 && place(b) >= 0 ? place(a) - place(b) : null
  }
  const left = field.kind === 'datetime' && b.length === 10 ? a.slice(0, 10) : a
  return left < b ? -1 : left > b ? 1 : 0
}

// ---- Periods -----------------------------------------------------------------------------------------------

/** First day of the period of `unit` that `date` is in, moved by `offset` periods. */
export function startOf(unit: PeriodUnit, date: string, weekStart: 0 | 1, offset = 0): string {
  if (unit === 'day') return addDays(date, offset) ?? date
  if (unit === 'week') return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7) + offset * 7) ?? date
  const year = Number(date.slice(0, 4))
  const month = unit === 'year' ? 0 : Number(date.slice(5, 7)) - 1 + offset
  const at = new Date(0)
  at.setUTCFullYear(unit === 'year' ? year + offset : year, month, 1)
  const fits = !Number.isNaN(at.getTime()) && at.getUTCFullYear() >= 0 && at.getUTCFullYear() <= 9999
  return fits ? at.toISOString().slice(0, 10) : date
}

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: string): number => new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()

export function rangeOf(when: When, now: Now): DayRange {
  if ('unit' in when)
    return {
      from: startOf(when.unit, now.date, now.weekStart, when.offset),
      to: startOf(when.unit, now.date, now.weekStart, when.offset + 1),
    }
  if ('days' in when) return { from: addDays(now.date, 1 - when.days), to: addDays(now.date, 1) }
  return { from: when.from?.slice(0, 10) ?? null, to: when.to?.slice(0, 10) ?? null }
}

/** The period before: last month for this month, the seven days before for the last seven, as long a span for a fixed one. */
export function previousOf(when: When, now: Now): DayRange | null {
  if ('unit' in when) return rangeOf({ ...when, offset: when.offset - 1 }, now)
  const range = rangeOf(when, now)
  if (range.from === null || range.to === null) return null
  const length = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000)
  if (!Number.isFinite(length) || length <= 0) return null
  const months = wholeMonths(range.from, range.to)
  return { from: months ? startOf('month', range.from, now.weekStart, -months) : addDays(range.from, -length), to: range.from }
}

/** How many calendar months a span covers exactly; 0 if it does not. */
function wholeMonths(from: string, to: string): number {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return 0
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return index(to) - index(from)
}

function within(records: readonly Rec[], id: string, range: DayRange, source: Source): Rec[] {
  const field = fieldOf(id, source)
  if (!field) return []
  return records.filter((record) => {
    const value = read(record, field, source)
    if (typeof value !== 'string') return false
    const day = value.slice(0, 10)
    return (range.from === null || day >= range.from) && (range.to === null || day < range.to)
  })
}

// ---- Measure -----------------------------------------------------------------------------------------------

/** The measure, with what `less` picks taken off. */
function balance({ measure: what, less, when, change, per }: Query, records: readonly Rec[], source: Source): number | null {
  if (change) return changeOf(what, records, source, when?.field)
  if (per) return rateOf(what, per, records, source)
  if (!less) return measure(what, records, source, when?.field)
  const off = records.filter((record) => less.every((filter) => holds(filter, record, source)))
  const out = new Set(off)
  const came = measure(
    what,
    records.filter((record) => !out.has(record)),
    source,
    when?.field,
  )
  return tidy((came ?? 0) - (measure(what, off, source, when?.field) ?? 0))
}

function changeOf({ field }: Measure, records: readonly Rec[], source: Source, dateField?: string): number | null {
  const [first, latest] = (['first', 'latest'] as const).map((fn) => measure({ fn, ...(field && { field }) }, records, source, dateField))
  return typeof first === 'number' && typeof latest === 'number' ? tidy(latest - first) : null
}

/** Over the records that have both. */
function rateOf(what: Measure, per: string, records: readonly Rec[], source: Source): number | null {
  const field = fieldOf(per, source)
  const paid = fieldOf(what.field ?? '', source)
  const both = records.filter((record) => [field, paid].every((one) => one && numberOf(read(record, one, source)) !== null))
  const amount = measure({ fn: 'sum', field: per }, both, source)
  const sum = measure(what, both, source)
  return sum === null || !amount ? null : Number((sum / (field?.kind === 'duration' ? amount / 60 : amount)).toFixed(4))
}

/** What is left between the value and where it may or should get. */
const remaining = ({ left }: Query, value: number | null): number | null =>
  !left || value === null ? value : Number((left.down ? value - left.of : left.of - value).toFixed(9))

const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null)

function measure(what: Measure, records: readonly Rec[], source: Source, dateField?: string): number | null {
  const field = what.field === undefined ? undefined : fieldOf(what.field, source)
  if (what.fn === 'count' && !field) return records.length
  if (!field) return null
  if (what.fn === 'count') return records.filter((record) => !isEmpty(read(record, field, source))).length
  if (what.fn === 'distinct') return new Set(records.flatMap((record) => keysOf(read(record, field, source)))).size
  if (what.fn === 'latest' || what.fn === 'first') return ends(what.fn, records, field, source, dateField)
  // A question nobody has answered yet is no "no": yes/no only counts where it was said, except in sums.
  const numbers = records.map((record) => numberOf(read(record, field, source))).filter((n) => n !== null)
  if (what.fn === 'sum') return tidy(numbers.reduce((a, b) => a + b, 0))
  if (numbers.length === 0) return null
  if (what.fn === 'mean') return tidy(numbers.reduce((a, b) => a + b, 0) / numbers.length)
  return numbers.reduce((a, b) => (what.fn === 'min' ? Math.min(a, b) : Math.max(a, b)))
}

const keysOf = (value: Value): string[] =>
  Array.isArray(value) ? value : isEmpty(value) ? [] : [typeof value === 'string' ? fold(value) : String(value)]

/** The value on the latest (or first) day; of one day, that written last (or first). */
function ends(fn: 'latest' | 'first', records: readonly Rec[], field: Field, source: Source, dateField?: string): number | null {
  const days =
    dateField === undefined
      ? source.collection?.fields.find((one) => one.kind === 'date' || one.kind === 'datetime')
      : fieldOf(dateField, source)
  let best: { day: string; at: string; value: number } | null = null
  for (const record of records) {
    const value = numberOf(read(record, field, source))
    if (value === null) continue
    const said = days ? read(record, days, source) : null
    const day = typeof said === 'string' ? said : record.createdAt.slice(0, 10)
    const order =
      best === null
        ? 0
        : day < best.day || (day === best.day && record.createdAt < best.at)
          ? -1
          : day === best.day && record.createdAt === best.at
            ? 0
            : 1
    if (best === null || (fn === 'latest' ? order >= 0 : order < 0)) best = { day, at: record.createdAt, value }
  }
  return best?.value ?? null
}

// ---- Order and groups --------------------------------------------------------------------------------------

function arrange(records: readonly Rec[], query: Query, source: Source): Rec[] {
  const by = query.order?.by
  if (query.group || by === undefined || by === 'group') return [...records]
  const field = fieldOf(by === 'value' ? (query.measure.field ?? '') : by, source)
  return field ? sortBy(records, field, query.order?.descending ?? true, source) : [...records]
}

function sortBy(records: readonly Rec[], field: Field, descending: boolean, source: Source): Rec[] {
  const keyed = records.map((record) => ({ record, value: sortable(read(record, field, source), field, source) }))
  keyed.sort((a, b) => {
    // What has no value comes last either way.
    if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1
    const order = order2(a.value, b.value, source.spec.locale)
    return descending ? -order : order
  })
  return keyed.map((one) => one.record)
}

/** Records in the order of a field: numbers by size, options by place, texts as the locale sorts them, empty last. */
export function sortRecords(
  records: readonly Rec[],
  sort: { field: string; descending: boolean },
  spec: AppSpec,
  collection: string,
  now: Now,
  related: Readonly<Record<string, Rec[]>> = {},
): Rec[] {
  const source: Source = { collection: spec.collections.find((one) => one.id === collection), spec, now, related }
  const field = fieldOf(sort.field, source)
  return field ? sortBy(records, field, sort.descending, source) : [...records]
}

function sortable(value: Value, field: Field, source: Source): string | number | null {
  if (field.kind === 'yesno') return value === true ? 1 : 0
  if (isEmpty(value)) return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (field.kind === 'choice' && typeof value === 'string') return field.options.findIndex((option) => option.id === value)
  if (Array.isArray(value)) return value.map((one) => shownOf(one, field, source)).join(', ')
  return shownOf(value as string, field, source)
}

const collators = new Map<string, Intl.Collator>()
function order2(a: string | number, b: string | number, locale: string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  let collator = collators.get(locale)
  if (!collator) {
    collator = new Intl.Collator(safeLocale(locale), { numeric: true })
    collators.set(locale, collator)
  }
  return collator.compare(String(a), String(b))
}

function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

type Group = { key: string; label: string; place: number; records: Rec[] }

function groups(query: Query, records: readonly Rec[], source: Source): QueryRow[] {
  const by = query.group
  const field = by ? fieldOf(by.field, source) : undefined
  if (!by || !field) return []
  const found = new Map<string, Group>()
  for (const record of records) {
    for (const one of groupsOf(read(record, field, source), field, by.by, source)) {
      const group = found.get(one.key)
      if (group) group.records.push(record)
      else found.set(one.key, { ...one, records: [record] })
    }
  }
  const rows = [...found.values()].flatMap((group) => {
    const value = balance(query, group.records, source)
    return value === null ? [] : [{ row: { key: group.key, label: group.label, value, count: group.records.length }, place: group.place }]
  })
  const inOrder = isOrdered(field)
  const order = query.order?.by
  const byGroup = order === 'group' || order === by.field || (order === undefined && inOrder)
  const sign = (query.order?.descending ?? !byGroup) ? -1 : 1
  rows.sort((a, b) => {
    if ((a.row.key === '') !== (b.row.key === '')) return a.row.key === '' ? 1 : -1
    if (!byGroup && a.row.value !== b.row.value) return sign * (a.row.value - b.row.value)
    const placed = a.place - b.place || order2(inOrder ? a.row.key : a.row.label, inOrder ? b.row.key : b.row.label, source.spec.locale)
    return byGroup ? sign * placed : placed
  })
  return rows.slice(0, query.limit).map((one) => one.row)
}

const isDated = (field: Field): boolean =>
  field.kind === 'date' || field.kind === 'datetime' || (field.kind === 'computed' && field.shows.kind === 'date')
const isOrdered = (field: Field): boolean => isDated(field) || ['time', 'number', 'rating', 'duration', 'quantity'].includes(field.kind)

type By = NonNullable<Query['group']>['by']
type Key = { key: string; label: string; place: number }

function groupsOf(value: Value, field: Field, by: By, source: Source): Key[] {
  const none: Key = { key: '', label: WORDS[source.spec.language].none, place: Number.MAX_SAFE_INTEGER }
  if (field.kind === 'yesno')
    return [
      value === true
        ? { key: 'true', label: WORDS[source.spec.language].yes, place: 0 }
        : { key: 'false', label: WORDS[source.spec.language].no, place: 1 },
    ]
  if (isEmpty(value)) return [none]
  if (isDated(field) && typeof value === 'string') return [dated(value.slice(0, 10), by ?? 'day', source)]
  if (field.kind === 'choice' || field.kind === 'choices') {
    return [value].flat().map((id) => {
      const place = field.options.findIndex((option) => option.id === id)
      return place < 0 ? none : { key: String(id), label: field.options[place]!.label, place }
    })
  }
  if (field.kind === 'relation') {
    return [value].flat().map((id) => ({ key: String(id), label: titleOf(String(id), field.to, source) ?? String(id), place: 0 }))
  }
  if (typeof value === 'number')
    return [{ key: String(value), label: new Intl.NumberFormat(safeLocale(source.spec.locale)).format(value), place: value }]
  return [value].flat().map((one) => ({ key: fold(String(one)), label: String(one), place: 0 }))
}

/** Days of a week in the order of the person's week; every other span sorts by its key. */
function dated(day: string, by: NonNullable<By>, source: Source): Key {
  const { now, spec } = source
  if (by === 'weekday') {
    const weekday = weekdayOf(day)
    return { key: String(weekday), label: labelOfDay(day, { weekday: 'long' }, spec.locale), place: (weekday - now.weekStart + 7) % 7 }
  }
  const start = by === 'day' ? day : startOf(by, day, now.weekStart)
  const key = by === 'month' ? start.slice(0, 7) : by === 'year' ? start.slice(0, 4) : start
  const sameYear = start.startsWith(now.date.slice(0, 4))
  const style: Intl.DateTimeFormatOptions =
    by === 'year' ? { year: 'numeric' } : by === 'month' ? { month: 'long' } : { month: 'short', day: 'numeric' }
  const label = labelOfDay(start, sameYear || by === 'year' ? style : { ...style, year: 'numeric' }, spec.locale)
  return { key, label: by === 'week' ? WORDS[spec.language].week(label) : label, place: 0 }
}

const formats = new Map<string, Intl.DateTimeFormat>()
function labelOfDay(day: string, style: Intl.DateTimeFormatOptions, locale: string): string {
  const key = `${locale} ${JSON.stringify(style)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(safeLocale(locale), { ...style, timeZone: 'UTC' })
    formats.set(key, format)
  }
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? day : format.format(at)
}

const WORDS: Record<Language, { none: string; yes: string; no: string; week: (from: string) => string }> = {
  en: { none: 'None', yes: 'Yes', no: 'No', week: (from) => `Week of ${from}` },
  zh: { none: '未填写', yes: '是', no: '否', week: (from) => `${from}起的一周` },
  ja: { none: '未入力', yes: 'はい', no: 'いいえ', week: (from) => `${from}の週` },
  ko: { none: '미입력', yes: '예', no: '아니요', week: (from) => `${from} 주` },
}
