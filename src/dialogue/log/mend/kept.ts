/** What is kept, and which of it some words point at: by a name or a short form of it, a day, a figure, a choice. Pure. */
import { another } from '../../../base/language/calendar.ts'
import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Rec, Value } from '../../../spec.ts'
import type { Records } from '../../related/events.ts'
import { bare, formBetween } from '../homes/names.ts'
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

/** What a stretch of a message points at, the surest way first. */
export type Pointing = (start: number, end: number) => Reference[]

/** Each stretch is looked at once. */
export function pointingIn(reading: Reading, { fields }: Collection, kept: readonly Kept[], ctx: Pick<EntryContext, 'now'>): Pointing {
  const named = textsIn(kept)
  const holding = fields.flatMap((field) => {
    const how: How | null = FIGURED.has(field.kind) ? 'F' : DATED.has(field.kind) ? 'D' : field.kind === 'choice' ? 'C' : null
    if (!how || field.hidden) return []
    const by = new Map<string, Kept[]>()
    for (const one of kept) put(by, keyOf(one.record.values[field.id], field), one)
    return [{ field, how, by }]
  })
  const look = (start: number, end: number): Reference[] => {
    const found = new Map<How, Set<Kept>>()
    const add = (how: How, one: Kept) => found.set(how, (found.get(how) ?? new Set()).add(one))
    const low = bare(reading.text.slice(start, end))
    for (const [one, { text, title, person }] of named(low)) {
      const form = formBetween(low, text, person) ?? (title && isNear(low, text) ? 'near' : null)
      if (form === 'near') add('T?', one)
      else if (form) add(`${title ? 'T' : 'W'}${form === 'same' ? '=' : '~'}`, one)
    }
    for (const { field, how, by } of holding) {
      const value = valueIn(reading, start, end, field, ctx)
      if (value === undefined || value === null) continue
      const days = how === 'D' ? otherDays(value, reading, start, end) : []
      const alike = [value, ...days].map((wanted) => by.get(keyOf(wanted, field))).find(Boolean)
      for (const one of alike ?? []) add(how, one)
    }
    return [...found].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)).map(([how, records]) => ({ how, records }))
  }
  const memo = new Map<string, Reference[]>()
  return (start, end) => {
    const key = `${start}.${end}`
    const known = memo.get(key) ?? look(start, end)
    memo.set(key, known)
    return known
  }
}
/** A moment is known by its day. */
const keyOf = (value: Value | undefined, { kind }: Field): string =>
  JSON.stringify(kind === 'datetime' && typeof value === 'string' ? value.slice(0, 10) : (value ?? null))
function put<T>(into: Map<string, T[]>, key: string, one: T): void {
  const all = into.get(key)
  if (all) all.push(one)
  else into.set(key, [one])
}

type Text = Kept['texts'][number]
/** The texts that some words could be a form of: those that have their first two signs, or their last. */
function textsIn(kept: readonly Kept[]): (low: string) => Iterable<[Kept, Text]> {
  const by = new Map<string, [Kept, Text][]>()
  for (const one of kept)
    for (const text of one.texts) for (const pair of new Set([text.text, ...pairsOf(text.text)])) put(by, pair, [one, text] as [Kept, Text])
  return (low) => {
    const words = low.replace(/^(?:(?:the|a|an|my|our|one) )+/, '')
    return new Set([low, low.slice(0, 2), low.slice(-2), words.slice(0, 2)].flatMap((pair) => by.get(pair) ?? []))
  }
}
const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

/** A day told without its week, month or year is one before or after as well. */
function otherDays(value: Value, { values }: Reading, start: number, end: number): Value[] {
  const found = values.find((one) => one.start >= start && one.end <= end && one.read.kind === 'date')?.read
  if (found?.kind !== 'date' || !found.guessed || typeof value !== 'string' || !/^\d{4}-/.test(value)) return []
  const [day, rest] = [value.slice(0, 10), value.slice(10)]
  const { guessed } = found
  return ([-1, 1] as const).map((away) => `${another(day, guessed, away)}${rest}`)
}
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
    keyOf(value, field) === keyOf(valueIn(reading, start, end, field, ctx), field) ? [[start, end]] : [],
  )
}
