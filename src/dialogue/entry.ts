/** An entry as a sentence tells it: what it is called, its leading figure and its day, and what a change made of it. Pure. */
import { languageOf } from '../base/language/format.ts'
import { labelWithin, spokenDay, spokenValue } from '../base/language/spoken.ts'
import type { Collection, Field, Rec, Value } from '../spec.ts'

/** `name` is empty where an entry is nothing but its figures; it is then told by those and by its day, today too. */
export type EntrySaid = { name: string; figures: string[]; day: string; renamed: string; changes: Changed[] }
/** `from` is empty where there was nothing before, `to` where there is nothing now. `words`: no figure, but what somebody wrote or chose. */
export type Changed = { label: string; from: string; to: string; words: boolean }

export type Around = { locale: string; now: { date: string; time: string } }

const TIMED = new Set<Field['kind']>(['date', 'datetime'])
const WORDED = new Set<Field['kind']>(['text', 'note', 'choice', 'choices', 'person', 'place', 'link', 'relation'])
/** Which figure says most of an entry: what it cost, how long or how much it was, a bare count. */
const LEADING: Field['kind'][][] = [['money'], ['duration', 'quantity'], ['number'], ['rating']]
const MOST_FIGURES = 3

/** `name` as its title is shown; `linked` shows where a relation points to. */
export function entrySaid(
  record: Rec,
  collection: Collection,
  name: string,
  around: Around,
  changed: { before: Rec; linked?: (field: Field, value: Value) => string } | null = null,
): EntrySaid {
  const filled = visible(collection).filter(({ id }) => isFilled(record.values[id]))
  const title = collection.fields.find(({ id }) => id === collection.title)
  const called = title && WORDED.has(title.kind) ? name : ''
  const figures = called
    ? LEADING.flatMap((kinds) => filled.filter(({ kind }) => kinds.includes(kind))).slice(0, 1)
    : filled.filter(({ kind }) => !TIMED.has(kind) && kind !== 'relation').slice(0, MOST_FIGURES)
  const changes = changed ? changesOf(changed.before, record, collection, around, changed.linked) : []
  const renamed = called ? changes.find(({ field }) => field.id === collection.title) : undefined
  return {
    name: called,
    figures: figures.map((field) => figureOf(field, record.values[field.id] ?? null, around)),
    // An entry without a name is known by the day it had.
    day: called ? dayOf(record, filled, false, around) : dayOf(changed?.before ?? record, filled, true, around),
    renamed: renamed?.from ?? '',
    changes: changes.filter((one) => one !== renamed || !one.from).map(({ field: _field, ...one }) => one),
  }
}

const visible = ({ fields }: Collection): Field[] =>
  fields.filter(({ hidden, kind }) => !hidden && kind !== 'schedule' && kind !== 'computed')
const isFilled = (value: Value | undefined): value is Value =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length)

const said = (field: Field, value: Value | undefined, { locale, now }: Around): string =>
  spokenValue(field, value, { locale, today: now.date })

/** What has no unit of its own is told with what it counts; what is ticked is its own name. */
function figureOf(field: Field, value: Value, around: Around): string {
  const shown = said(field, value, around)
  const label = labelWithin(field.label, languageOf(around.locale))
  if (field.kind === 'yesno') return value === true ? label : `${label}: ${shown}`
  if (field.kind !== 'number') return shown
  return `${label}${/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(label) ? '' : ' '}${shown}`
}

/** Of which day it is: told where it is not today, or where nothing else tells entries apart. */
function dayOf(record: Rec, filled: Field[], always: boolean, around: Around): string {
  const field = filled.find((one) => TIMED.has(one.kind) && one.default !== undefined) ?? filled.find(({ kind }) => TIMED.has(kind))
  const value = field && String(record.values[field.id])
  if (!field || !value) return ''
  const { date } = around.now
  const today = value === date || (value.startsWith(`${date}T`) && minutesFrom(value.slice(11), around.now.time) <= JUST_NOW)
  if (!today) return said(field, value, around)
  return always ? spokenDay(date, date, around.locale) : ''
}
/** Minutes within which an entry is of this moment. */
const JUST_NOW = 2
const minutesFrom = (a: string, b: string): number => {
  const [from = 0, to = 0] = [a, b].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)))
  return Math.abs(from - to)
}

type Change = Changed & { field: Field }
function changesOf(before: Rec, after: Rec, collection: Collection, around: Around, linked = (_: Field, __: Value) => ''): Change[] {
  const language = languageOf(around.locale)
  return visible(collection).flatMap((field): Change[] => {
    const [was, is] = [before.values[field.id], after.values[field.id]]
    if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) return []
    const show = (value: Value | undefined) =>
      !isFilled(value) ? '' : field.kind === 'relation' ? linked(field, value) : said(field, value, around)
    const [from, to] = [show(was), show(is)]
    return from === to ? [] : [{ field, label: labelWithin(field.label, language), from, to, words: WORDED.has(field.kind) }]
  })
}
