/** What is kept, and which of it some words point at: by a name or a short form of it, a day, a figure, a choice. Pure. */
import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Rec, Value } from '../../../spec.ts'
import type { Records } from '../../related/events.ts'
import { bare, formBetween } from '../homes/names.ts'
import { moved } from '../settle.ts'
import { DATED, FIGURED, valueIn, WORDED } from '../spans/value.ts'
import type { EntryContext } from '../types.ts'

/** An entry, newest first: `rank` 0 is the newest. `texts` are its words, made plain. */
export type Kept = { record: Rec; rank: number; texts: readonly { text: string; title: boolean; person: boolean }[] }
/** How words point: T a name, W other words, each whole (=), shortened (~) or misspelt (?); F a figure, D a day, C a choice. */
export type How = 'T=' | 'T~' | 'T?' | 'W=' | 'W~' | 'F' | 'D' | 'C'
export type Reference = { how: How; records: ReadonlySet<Kept> }

/** So many of the newest may be meant. */
const MOST = 60

export function keptIn(collection: Collection, spec: AppSpec, known: Records | undefined): Kept[] {
  const titles = new Map(Object.values(known ?? {}).flatMap((list) => list.map((record) => [record.id, record] as const)))
  const linked = (value: Value, to: string): string => {
    const title = spec.collections.find(({ id }) => id === to)?.title
    const said = typeof value === 'string' && title ? titles.get(value)?.values[title] : null
    return typeof said === 'string' ? said : ''
  }
  return [...(known?.[collection.id] ?? [])]
    .sort((a, b) => b.seq - a.seq)
    .slice(0, MOST)
    .map((record, rank) => ({
      record,
      rank,
      texts: collection.fields.flatMap((field) => {
        const value = record.values[field.id]
        const said =
          field.kind === 'relation' ? linked(value ?? null, field.to) : WORDED.has(field.kind) && typeof value === 'string' ? value : ''
        return said ? [{ text: bare(said), title: field.id === collection.title, person: field.kind === 'person' }] : []
      }),
    }))
}

const ORDER: readonly How[] = ['T=', 'T~', 'W=', 'D', 'F', 'T?', 'C', 'W~']

/** What a stretch points at, the surest way first. */
export function references(
  reading: Reading,
  start: number,
  end: number,
  { fields }: Collection,
  kept: readonly Kept[],
  ctx: Pick<EntryContext, 'now'>,
): Reference[] {
  const found = new Map<How, Set<Kept>>()
  const add = (how: How, one: Kept) => {
    const all = found.get(how) ?? new Set()
    found.set(how, all.add(one))
  }
  const low = bare(reading.text.slice(start, end))
  for (const one of kept)
    for (const { text, title, person } of one.texts) {
      const form = formBetween(low, text, person) ?? (title && isNear(low, text) ? 'near' : null)
      if (form === 'near') add('T?', one)
      else if (form) add(`${title ? 'T' : 'W'}${form === 'same' ? '=' : '~'}`, one)
    }
  for (const field of fields) {
    const how = FIGURED.has(field.kind) ? 'F' : DATED.has(field.kind) ? 'D' : field.kind === 'choice' ? 'C' : null
    if (!how || field.hidden) continue
    const value = valueIn(reading, start, end, field, ctx)
    if (value === undefined || value === null) continue
    const holding = (wanted: Value) => kept.filter((one) => isSame(one.record.values[field.id], wanted, field))
    const alike = [value, ...(how === 'D' ? otherDays(value, reading, start, end) : [])].map(holding).find(({ length }) => length > 0)
    for (const one of alike ?? []) add(how, one)
  }
  return [...found].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)).map(([how, records]) => ({ how, records }))
}
/** A day told without its week or its year is one before or after as well. */
function otherDays(value: Value, { values }: Reading, start: number, end: number): Value[] {
  const found = values.find((one) => one.start >= start && one.end <= end && one.read.kind === 'date' && one.read.guessed)
  if (!found || typeof value !== 'string' || !/^\d{4}-/.test(value)) return []
  const [day, rest] = [value.slice(0, 10), value.slice(10)]
  const by = /\d/.test(found.text) ? [{ years: -1 }, { years: 1 }] : [{ days: -7 }, { days: 7 }]
  return by.map((away) => `${moved(day, away)}${rest}`)
}
const isSame = (kept: Value | undefined, value: Value, { kind }: Field): boolean =>
  kind === 'datetime' ? typeof kept === 'string' && typeof value === 'string' && kept.slice(0, 10) === value.slice(0, 10) : kept === value

/** One sign too many, too few, other, or two in the wrong order, in a word of five signs and more. */
function isNear(said: string, name: string): boolean {
  if (said.length < 4 || Math.abs(said.length - name.length) > 1 || said === name) return false
  let from = 0
  while (from < said.length && said[from] === name[from]) from++
  let ends = 0
  while (ends < Math.min(said.length, name.length) - from && said.at(-1 - ends) === name.at(-1 - ends)) ends++
  const [a, b] = [said.slice(from, said.length - ends), name.slice(from, name.length - ends)]
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
}

/** Where a kept value is said. */
export function placesOfValue(reading: Reading, value: Value, field: Field, ctx: Pick<EntryContext, 'now'>): [number, number][] {
  if (WORDED.has(field.kind)) {
    const wanted = typeof value === 'string' ? fold(value).trim() : ''
    const at = wanted.length > 1 ? fold(reading.text).indexOf(wanted) : -1
    return at < 0 ? [] : [[at, at + wanted.length]]
  }
  return reading.values.flatMap(({ start, end }): [number, number][] =>
    isSame(value, valueIn(reading, start, end, field, ctx) ?? null, field) ? [[start, end]] : [],
  )
}
