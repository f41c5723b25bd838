/** The one live line of an app on the home: how a limit or a goal stands, else its first figure, else how much there is. */
import { formatDate, formatNumber, formatValue } from '../base/language/format.ts'
import type { Now } from '../base/language/types.ts'
import type { AppSpec, BehaviourOf, Field, Query, Rec } from '../spec.ts'
import { runQuery } from './query.ts'
import { WORDS } from './words.ts'

type Records = Readonly<Record<string, Rec[]>>

export function liveLine(spec: AppSpec, records: Records, now: Now): string {
  const measured = spec.behaviours.find(
    (one): one is BehaviourOf<'limit'> | BehaviourOf<'goal'> => one.kind === 'limit' || one.kind === 'goal',
  )
  if (measured) return ofMeasure(measured, spec, records, now)
  const progress = spec.behaviours.find((one): one is BehaviourOf<'progress'> => one.kind === 'progress' && one.done !== undefined)
  if (progress) return ofProgress(progress, spec, records, now)
  const countdown = spec.behaviours.find((one): one is BehaviourOf<'countdown'> => one.kind === 'countdown' && one.to !== undefined)
  if (countdown?.to) return formatDate(countdown.to.slice(0, 10), spec.locale)
  const summary = spec.views.find((view) => view.kind === 'summary' && !view.hidden)
  if (summary?.kind === 'summary') {
    const tile = summary.tiles[0]!
    const value = shown(tile.query, spec, records, now)
    if (value !== '') return WORDS[spec.language].records(value, tile.label)
  }
  const first = spec.collections.find((one) => !one.hidden)
  return first ? WORDS[spec.language].records(formatNumber(own(records, first.id).length, spec.locale), first.label) : ''
}

const own = (records: Records, collection: string): Rec[] => (Object.hasOwn(records, collection) ? (records[collection] ?? []) : [])

const fieldOf = (spec: AppSpec, query: Query): Field | undefined =>
  spec.collections.find((one) => one.id === query.collection)?.fields.find((field) => field.id === query.measure.field)

/** A measured value in the unit of its field; counts are plain. */
function inUnit(value: number, field: Field | undefined, fn: Query['measure']['fn'], locale: string): string {
  if (!field || fn === 'count' || fn === 'distinct') return formatNumber(value, locale)
  if (field.kind === 'rating' || field.kind === 'yesno') return formatNumber(value, locale, { decimals: 1 })
  return formatValue(field, value, locale)
}

function shown(query: Query, spec: AppSpec, records: Records, now: Now): string {
  const { value } = runQuery(query, own(records, query.collection), spec, now, records)
  return value === null ? '' : inUnit(value, fieldOf(spec, query), query.measure.fn, spec.locale)
}

function ofMeasure(one: BehaviourOf<'limit'> | BehaviourOf<'goal'>, spec: AppSpec, records: Records, now: Now): string {
  const words = WORDS[spec.language]
  const when = one.period && one.date ? { field: one.date, unit: one.period, offset: 0 } : undefined
  const query: Query = { collection: one.collection, filter: one.filter ?? [], when, measure: one.measure }
  const { value } = runQuery(query, own(records, one.collection), spec, now, records)
  const goal = one.kind === 'limit' ? one.most : one.target
  const field = fieldOf(spec, query)
  const part = (n: number) => inUnit(n, field, one.measure.fn, spec.locale)
  // Nothing was measured yet: the goal alone says more than a dash would.
  if (value === null) return `${one.label}: ${part(goal)}`
  const line = one.kind === 'limit' && value > goal ? words.over(part(value), part(goal)) : words.of(part(value), part(goal))
  return one.period && when
    ? spec.language === 'en'
      ? `${line} ${words.period[one.period]}`
      : `${words.period[one.period]} ${line}`
    : line
}

function ofProgress(one: BehaviourOf<'progress'>, spec: AppSpec, records: Records, now: Now): string {
  const all = own(records, one.collection)
  const query: Query = { collection: one.collection, filter: [{ field: one.done!, op: '=', value: true }], measure: { fn: 'count' } }
  const done = runQuery(query, all, spec, now).value ?? 0
  return WORDS[spec.language].of(formatNumber(done, spec.locale), formatNumber(all.length, spec.locale))
}
