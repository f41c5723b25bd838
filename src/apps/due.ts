/**
 * What an app has for this day: what is to be done or happens today or tomorrow, and what was to be done and was not.
 * Pure. What was only noted on its day (an expense, a diary page) is due nowhere.
 */
import { formatValue } from '../base/language/format.ts'
import type { Now } from '../base/language/types.ts'
import { visibleCollections, visibleFields } from '../base/resolve.ts'
import type { AppSpec, Collection, Field, FieldOf, Rec, Value } from '../spec.ts'
import { daysBetween, nextOf, nextYearly } from './kit/tools/due.ts'

/** `in`: days from today; below 0 it waits since then. */
export type Due = { record: string; title: string; in: number; time: string | null }

/** Days that something undone is told of after its day. */
const WAITS = 14
/** Minutes that something is told of after it began. */
const STILL = 60

type Dated = FieldOf<'date'> | FieldOf<'datetime'>
type Rhythm = { date: string; day: (value: string, today: string) => string; done?: string | undefined; repeats: boolean }

/** The soonest first; what waits comes last. `calendar`: the person's day at an instant. */
export function dueOf(
  spec: AppSpec,
  records: Readonly<Record<string, readonly Rec[]>>,
  now: Now,
  calendar: (instant: string) => Now,
): Due[] {
  return visibleCollections(spec)
    .flatMap((collection) => {
      const rhythms = rhythmsOf(spec, collection)
      return (records[collection.id] ?? []).flatMap((record) => {
        const all = rhythms.flatMap((rhythm) => dueBy(rhythm, collection, record, spec, now, calendar) ?? [])
        return all.sort(sooner).slice(0, 1)
      })
    })
    .filter(({ title }) => title)
    .sort(sooner)
}

const rank = (due: Due) => (due.in < 0 ? 9 - due.in / 100 : due.in)
const sooner = (a: Due, b: Due) => rank(a) - rank(b) || (a.time ?? '').localeCompare(b.time ?? '')

/** Where days of this collection are told of ahead: behaviours that do, fields that are called so, calendars and plans. */
function rhythmsOf(spec: AppSpec, collection: Collection): Rhythm[] {
  const fields = visibleFields(collection)
  const dated = fields.filter((field): field is Dated => field.kind === 'date' || field.kind === 'datetime')
  const done = doneOf(spec, collection, fields)
  const plain = (value: string) => value.slice(0, 10)
  const told = new Map<string, Rhythm>()
  for (const one of spec.behaviours) {
    if (one.kind !== 'reminder' && one.kind !== 'recurrence' && one.kind !== 'countdown') continue
    if (one.collection !== collection.id || !one.date || !dated.some(({ id }) => id === one.date)) continue
    const yearly = 'yearly' in one && one.yearly === true
    const every = one.kind === 'reminder' ? one.every : undefined
    const day = yearly ? nextYearly : every ? (value: string, today: string) => nextOf(value, every, today) : plain
    told.set(one.date, { date: one.date, day, done: ('done' in one && one.done) || done, repeats: yearly || every !== undefined })
  }
  const shown = new Set(
    spec.views.flatMap((view) =>
      (view.kind === 'calendar' || view.kind === 'timeline') && !view.hidden && view.collection === collection.id ? [view.date] : [],
    ),
  )
  for (const field of dated)
    if (!told.has(field.id) && (shown.has(field.id) || isDue(field)))
      told.set(field.id, { date: field.id, day: plain, done, repeats: false })
  return [...told.values()]
}

const isDue = (field: Dated) => field.concept === 'due' || (!isNow(field.default) && DUE.test(field.label))
const DUE = /\bdue\b|deadline|应还|到期|截止|期限|返却予定|締|반납|마감|기한/i
const isNow = (value: Value | undefined) => value === 'today' || value === 'now'

function doneOf(spec: AppSpec, collection: Collection, fields: readonly Field[]): string | undefined {
  const ticked = spec.views.flatMap((view) => (view.kind === 'list' && view.collection === collection.id && view.check) || [])[0]
  return ticked ?? fields.find(({ kind, concept }) => kind === 'yesno' && DONE.has(concept ?? ''))?.id
}
const DONE = new Set(['done', 'returned', 'paid'])

function dueBy(
  { date, day, done, repeats }: Rhythm,
  collection: Collection,
  { id, values, createdAt }: Rec,
  spec: AppSpec,
  now: Now,
  calendar: (instant: string) => Now,
): Due | null {
  const value = values[date]
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value) || (done && values[done] === true)) return null
  const field = collection.fields.find((one) => one.id === date)!
  const on = day(value, now.date)
  const days = daysBetween(now.date, on)
  const time = value.slice(11, 16) || timeOf(collection, values)
  // Its form fills in this very day: it was noted and not planned, unless it is still to come or was written before.
  const planned = !isNow(field.default) || days > 0 || calendar(createdAt).date < on || (time !== null && time > now.time)
  if (days > 1 || (!repeats && !planned)) return null
  if (days < 0 && (!done || days < -WAITS)) return null
  if (days === 0 && time && !done && minutesOf(now.time) - minutesOf(time) > STILL) return null
  return { record: id, title: titleOf(collection, values, spec), in: days, time: days < 0 ? null : time }
}

/** A time of day that stands beside the date. */
function timeOf(collection: Collection, values: Rec['values']): string | null {
  const field = visibleFields(collection).find(({ kind }) => kind === 'time')
  const value = field && values[field.id]
  return typeof value === 'string' && /^\d\d:\d\d$/.test(value) ? value : null
}

/** What it is called; what is named by its day alone, or by another record, by what else is written in it. */
function titleOf(collection: Collection, values: Rec['values'], spec: AppSpec): string {
  const named = ({ kind }: Field) => kind === 'text' || kind === 'person' || kind === 'place' || kind === 'note' || kind === 'choice'
  const fields = visibleFields(collection)
  const title = fields.find(({ id }) => id === collection.title)
  for (const field of [...(title && named(title) ? [title] : []), ...fields.filter(named)]) {
    const value = values[field.id]
    if (typeof value === 'string' && value.trim()) return formatValue(field, value, spec.locale).slice(0, 80)
  }
  return ''
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
