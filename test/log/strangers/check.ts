/** One message told to one app that was asked for, and what is wrong with its records afterwards. */
import { scratchData } from '../../../src/apps/scratch.ts'
import type { AppData } from '../../../src/apps/types.ts'
import { read } from '../../../src/base/language/read.ts'
import { visibleCollections, visibleFields } from '../../../src/base/resolve.ts'
import { ok } from '../../../src/base/result.ts'
import { readEntry } from '../../../src/dialogue/log/read.ts'
import { spansOf } from '../../../src/dialogue/log/spans/spans.ts'
import { applyEntry } from '../../../src/entries.ts'
import type { EventId, TurnId } from '../../../src/events.ts'
import type { AppSpec, Collection, Field, Language, Rec, Value } from '../../../src/spec.ts'
import { synthesise } from '../../../src/studio/synthesise.ts'
import type { Stranger, Told, Values } from './types.ts'

const now = { date: '2026-11-24', time: '18:00', weekStart: 1 as const }
const AROUND: Record<Language, { locale: string; currency: string }> = {
  en: { locale: 'en-GB', currency: 'GBP' },
  zh: { locale: 'zh-CN', currency: 'CNY' },
  ja: { locale: 'ja-JP', currency: 'JPY' },
  ko: { locale: 'ko-KR', currency: 'KRW' },
}

export function appOf(wish: string, language: Language): AppSpec {
  const around = AROUND[language]
  return synthesise(read(wish, { now, language, currency: around.currency }), { now, ...around, before: [] }).spec
}

/** Told one after the other to an app with these records; `entries` of the last message. */
export async function told({ wish, kept = [] }: Stranger, [said]: Told, language: Language) {
  const spec = appOf(wish, language)
  const data = scratchData(spec, {})
  const about = { now, locale: spec.locale, because: 'event' as EventId }
  const main = mainOf(spec)
  for (const [at, row] of kept.entries()) {
    const values = Object.fromEntries(Object.entries(row).map(([label, value]) => [fieldOf(main, label).id, stored(main, label, value)]))
    const done = await applyEntry(data, [{ do: 'create', collection: main.id, values }], { ...about, turn: `kept${at}` as TurnId })
    if (!done.ok) throw new Error(`${wish}: ${JSON.stringify(row)}: ${done.error.message}`)
  }
  const messages = [said].flat()
  const window: { role: 'person' | 'agent'; text: string }[] = []
  let before = await all(data, spec)
  let failed: string | null = null
  for (const [at, text] of messages.entries()) {
    before = await all(data, spec)
    const reading = read(text, { now, language, currency: AROUND[language].currency, hints: { locale: spec.locale } })
    const ctx = { now, ...AROUND[language], known: before, window: [...window], apps: [{ spec, requests: [wish] }] }
    const rules = readEntry(reading, spec, ctx)
    const entries = rules.ok ? ok(spansOf(reading, rules.value, spec, ctx)) : rules
    window.push({ role: 'person', text })
    const done = entries.ok ? await applyEntry(data, entries.value.ops, { ...about, turn: `turn${at}` as TurnId }) : entries
    failed = done.ok ? null : `${text}: ${done.error.code}`
  }
  return { spec, before, after: await all(data, spec), failed }
}

/** Empty where the records are as they should be. */
export async function wrongAfter(stranger: Stranger, one: Told, language: Language): Promise<string[]> {
  const { spec, before, after, failed } = await told(stranger, one, language)
  if (failed) return [failed]
  const main = mainOf(spec)
  const old = new Map((before[main.id] ?? []).map((record) => [record.id, record]))
  const fresh = (after[main.id] ?? []).filter(({ id }) => !old.has(id))
  const changed = (after[main.id] ?? []).filter((record) => old.has(record.id) && old.get(record.id)!.seq !== record.seq)
  const [, wants, how] = one
  const [judged, idle, word] = how === 'changed' ? [changed, fresh, 'changed'] : [fresh, changed, 'new']
  if (judged.length !== wants.length || idle.length)
    return [
      `${fresh.length} new, ${changed.length} changed; ${wants.length} ${word} wanted: ${[...judged, ...idle].map((record) => told_(record, main)).join(' ; ')}`,
    ]
  return wants.flatMap((want, at) => lacks(want, judged[at]!, main, after, old.get(judged[at]!.id)))
}

function lacks(want: Values, record: Rec, main: Collection, records: Record<string, readonly Rec[]>, before: Rec | undefined): string[] {
  const wrong: string[] = []
  const named = new Set<string>()
  for (const [label, value] of Object.entries(want)) {
    const field = fieldOf(main, label)
    named.add(field.id)
    const is = shown(field, record.values[field.id] ?? undefined, records, main)
    if (!fits(is, value)) wrong.push(`${label} is ${JSON.stringify(is)}, not ${String(value)}`)
  }
  // A figure in a field that nobody spoke of went astray.
  for (const field of visibleFields(main)) {
    const is = record.values[field.id]
    if (!named.has(field.id) && typeof is === 'number' && is !== before?.values[field.id] && FIGURED.has(field.kind))
      wrong.push(`${field.label} is ${is}, and nobody said so`)
  }
  return wrong
}
const FIGURED = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration', 'rating'])

const fits = (is: Value | undefined, want: unknown): boolean =>
  want instanceof RegExp ? typeof is === 'string' && want.test(is) : want === undefined ? is === undefined : fold(is) === fold(want)
const fold = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.normalize('NFKC').trim().toLowerCase()
    : typeof value === 'number'
      ? Math.round(value * 1000) / 1000
      : value

function shown(field: Field, value: Value | undefined, records: Record<string, readonly Rec[]>, main: Collection): Value | undefined {
  if (field.kind === 'choice') return field.options.find(({ id }) => id === value)?.label ?? value
  if (field.kind !== 'relation' || typeof value !== 'string') return value
  const record = records[field.to]?.find(({ id }) => id === value)
  return Object.values(record?.values ?? {}).find((one) => typeof one === 'string') ?? main.label
}
function stored(main: Collection, label: string, value: unknown): Value {
  const field = fieldOf(main, label)
  return field.kind === 'choice' ? (field.options.find((option) => fold(option.label) === fold(value))?.id ?? null) : (value as Value)
}

/** By its label, or the first of a kind: `#money`. */
function fieldOf(main: Collection, label: string): Field {
  const found = visibleFields(main).find((field) =>
    label.startsWith('#') ? field.kind === label.slice(1) : fold(field.label) === fold(label),
  )
  if (!found) throw new Error(`no field ${label} among ${visibleFields(main).map((field) => field.label)}`)
  return found
}
/** Where most is kept of each entry. */
const mainOf = (spec: AppSpec): Collection =>
  visibleCollections(spec).reduce((most, one) => (visibleFields(one).length > visibleFields(most).length ? one : most))
const told_ = (record: Rec, main: Collection): string =>
  visibleFields(main)
    .flatMap(({ id, label }) => (record.values[id] === undefined || record.values[id] === null ? [] : [`${label}=${record.values[id]}`]))
    .join(', ')
async function all(data: AppData, spec: AppSpec): Promise<Record<string, readonly Rec[]>> {
  const found = await Promise.all(spec.collections.map(async ({ id }) => [id, await data.records(id)] as const))
  return Object.fromEntries(found.map(([id, records]) => [id, records.ok ? records.value : []]))
}
