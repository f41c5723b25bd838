/**
 * The one live line of an app on the home: what a person would open it to see. How a limit or a goal stands, what is
 * done today or waits, what comes next, else its first figure, else how much there is.
 */
import { formatNearDate, formatNumber, formatValue } from '../base/language/format.ts'
import type { Now } from '../base/language/types.ts'
import { shownFirst } from '../base/resolve.ts'
import type { AppSpec, Behaviour, Field, PeriodUnit, Query, Rec } from '../spec.ts'
import { daysBetween, nextOf, nextYearly } from './kit/tools/due.ts'
import { queueOf } from './kit/tools/repetition.ts'
import { streakOf } from './kit/tools/streak.ts'
import { fieldValue, runQuery } from './query.ts'
import { wordsFor } from './words.ts'

type Records = Readonly<Record<string, Rec[]>>
type Line = (one: Behaviour, spec: AppSpec, records: Records, now: Now) => string | null

export function liveLine(spec: AppSpec, records: Records, now: Now): string {
  for (const line of [ofMeasure, ofStreak, ofReview, ofProgress, ofNext] satisfies Line[])
    for (const behaviour of spec.behaviours) {
      const said = line(behaviour, spec, records, now)
      if (said) return said
    }
  const summary = spec.views.find((view) => view.kind === 'summary' && !view.hidden)
  if (summary?.kind === 'summary') {
    const tile = summary.tiles[0]!
    const value = shown(tile.query, spec, records, now)
    if (value !== '') return wordsFor(spec).records(value, tile.label)
  }
  const latest = latestOf(spec, records, now)
  if (latest) return latest
  const first = shownFirst(spec)
  return first ? wordsFor(spec).records(formatNumber(own(records, first.id).length, spec.locale), first.label) : ''
}

/** What is measured again and again and drawn as a line: how it stands. */
function latestOf(spec: AppSpec, records: Records, now: Now): string {
  for (const view of spec.views) {
    if (view.kind !== 'chart' || view.chart !== 'line' || view.hidden) continue
    const field = fieldOf(spec, view.query)
    if (field?.kind !== 'quantity' && field?.kind !== 'number') continue
    const query: Query = { collection: view.query.collection, filter: view.query.filter, measure: { fn: 'latest', field: field.id } }
    const value = shown(query, spec, records, now)
    if (value !== '') return wordsFor(spec).records(value, field.label)
  }
  return ''
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

function ofMeasure(one: Behaviour, spec: AppSpec, records: Records, now: Now): string | null {
  if (one.kind !== 'limit' && one.kind !== 'goal') return null
  const words = wordsFor(spec)
  const when = one.period && one.date ? { field: one.date, unit: one.period, offset: 0 } : undefined
  const query: Query = { collection: one.collection, filter: one.filter ?? [], when, measure: one.measure }
  const { value } = runQuery(query, own(records, one.collection), spec, now, records)
  const goal = one.kind === 'limit' ? one.most : one.target
  const field = fieldOf(spec, query)
  const part = (n: number) => inUnit(n, field, one.measure.fn, spec.locale)
  // Nothing was measured yet: the goal alone says more than a dash would.
  if (value === null) return `${one.label}: ${part(goal)}`
  const line = one.kind === 'limit' && value > goal ? words.over(part(value), part(goal)) : words.of(part(value), part(goal))
  return one.period && when ? during(line, one.period, spec) : line
}

const during = (line: string, period: PeriodUnit, spec: AppSpec): string => {
  const when = wordsFor(spec).period[period]
  return spec.language === 'en' ? `${line} ${when}` : `${when} ${line}`
}

/** "2 of 3 today" for several things each with its own streak, how long it is for one alone. */
function ofStreak(one: Behaviour, spec: AppSpec, records: Records, now: Now): string | null {
  if (one.kind !== 'streak') return null
  const owner = spec.collections.find(({ id }) => id === one.collection)
  const relation = owner?.fields.find(({ id }) => id === one.per)
  const all = own(records, one.collection).filter((record) => !one.done || record.values[one.done] === true)
  const of = (kept: Rec[]) =>
    streakOf(
      kept.flatMap((record) => (typeof record.values[one.date] === 'string' ? [String(record.values[one.date])] : [])),
      now,
      one,
    )
  if (relation?.kind !== 'relation') {
    const { current } = of(all)
    return current ? wordsFor(spec).inARow(formatNumber(current, spec.locale), one.every) : null
  }
  const each = own(records, relation.to).map((thing) => of(all.filter((record) => record.values[relation.id] === thing.id)))
  const part = (n: number) => formatNumber(n, spec.locale)
  const done = each.filter(({ today }) => today).length
  return each.length ? during(wordsFor(spec).of(part(done), part(each.length)), one.every, spec) : null
}

function ofReview(one: Behaviour, spec: AppSpec, records: Records, now: Now): string | null {
  if (one.kind !== 'repetition') return null
  const cards = own(records, one.collection).map(({ id, values }) => ({ id, kept: values[one.schedule] }))
  const { due, fresh } = queueOf(cards, new Date(`${now.date}T${now.time}`), one.newPerDay)
  return cards.length ? wordsFor(spec).toReview(formatNumber(due.length + fresh.length, spec.locale)) : null
}

/** What a countdown, a reminder or a recurrence comes to next: "Mum: tomorrow". */
function ofNext(one: Behaviour, spec: AppSpec, records: Records, now: Now): string | null {
  if (one.kind !== 'countdown' && one.kind !== 'reminder' && one.kind !== 'recurrence') return null
  const near = (day: string) => formatNearDate(day, now.date, spec.locale)
  if (one.kind === 'countdown' && one.to) return near(one.to.slice(0, 10))
  const owner = spec.collections.find(({ id }) => id === one.collection)
  const date = owner?.fields.find(({ id }) => id === one.date)
  const title = owner?.fields.find(({ id }) => id === owner.title)
  if (!owner || !date || !title) return null
  const next = own(records, owner.id)
    .flatMap((record) => {
      const value = fieldValue(record, date, owner.fields, now.date)
      if (typeof value !== 'string' || !value || ('done' in one && one.done && record.values[one.done] === true)) return []
      const yearly = 'yearly' in one && one.yearly
      const every = one.kind === 'reminder' ? one.every : undefined
      return [{ record, on: yearly ? nextYearly(value, now.date) : every ? nextOf(value, every, now.date) : value.slice(0, 10) }]
    })
    // What is over counts down to nothing; what was to be done and was not is still to be done.
    .filter(({ on }) => one.kind !== 'countdown' || daysBetween(now.date, on) >= 0)
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]
  if (!next) return null
  const named = title.kind !== 'relation' && title.id !== date.id
  const name = named ? formatValue(title, next.record.values[title.id], spec.locale) : ''
  return name ? wordsFor(spec).records(near(next.on), name) : near(next.on)
}

function ofProgress(one: Behaviour, spec: AppSpec, records: Records, now: Now): string | null {
  if (one.kind !== 'progress' || !one.done) return null
  const all = own(records, one.collection)
  const query: Query = { collection: one.collection, filter: [{ field: one.done, op: '=', value: true }], measure: { fn: 'count' } }
  const done = runQuery(query, all, spec, now).value ?? 0
  return wordsFor(spec).of(formatNumber(done, spec.locale), formatNumber(all.length, spec.locale))
}
