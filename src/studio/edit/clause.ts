/** One thing asked to be changed: its words, its values, and the app as it is by then. */
import { read } from '../../base/language/read.ts'
import type { Now, Reading } from '../../base/language/types.ts'
import { lower } from '../../base/language/words.ts'
import { fold, has, placesOf, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Language, SpecEdit } from '../../spec.ts'
import { REMOVE, TAKES } from './words.ts'

export type EditContext = { now: Now; locale: string; currency: string }
export type Clause = {
  reading: Reading
  text: string /** In lower case, Japanese characters as written: for patterns. */
  low: string /** Folded: for words and labels. */
  folded: string
  language: Language
  spec: AppSpec
  ctx: EditContext
  collection: Collection | undefined
  /** Folded, without the names of the app's own parts: a verb is none within “隐藏款” or “Left over”. */
  bare: string
}
/**
 * What a clause becomes. `said`: what changes, as a clause without a full stop. `sure`: how plainly it is said, where that
 * is another than the idea's own (see `decide.ts`).
 */
export type Change = { edits: SpecEdit[]; said: string; missing?: string[]; sure?: number }
export type Rule = (clause: Clause) => Change | null

/** How plainly a change is asked for. */
export const SURE = {
  /** What is done, to what, and the value: "set the limit to 6000". */
  said: 0.97,
  /** One of them by its meaning: "the dearest first". */
  meant: 0.93,
  /** One of them left out that the app has only one of: "up to 70 then". */
  implied: 0.86,
  /** An entry may have these words as well: "add milk". */
  perhaps: 0.6,
  /** Where a change is known to be wanted, and nothing else fits. */
  guessed: 0.3,
} as const

/** Taking away needs plain words outside of any name. */
export const is = (clause: Clause, words: readonly string[]): boolean =>
  words === REMOVE ? has(clause.bare, words) || TAKES.test(clause.bare) : has(clause.folded, words)

export const clauseOf = (text: string, spec: AppSpec, ctx: EditContext, language: Language): Clause =>
  clauseIn(
    read(text, { now: ctx.now, language, currency: ctx.currency, hints: { previous: language, locale: ctx.locale } }),
    spec,
    ctx,
    language,
  )

/** A message that is one clause has been read. */
export function clauseIn(reading: Reading, spec: AppSpec, ctx: EditContext, language: Language = reading.language): Clause {
  const folded = fold(reading.text)
  return {
    reading,
    text: reading.text,
    low: language === 'zh' ? folded : lower(reading.text),
    folded,
    language,
    spec,
    ctx,
    collection: visibleCollections(spec)[0],
    bare: namesOf(spec).reduce((now, name) => now.replaceAll(name, ' '.repeat(name.length)), folded),
  }
}

/** Labels of two characters and more, the longest first. */
const namesOf = (spec: AppSpec): string[] =>
  visibleCollections(spec)
    .flatMap((one) =>
      visibleFields(one).flatMap((field) => [field.label, ...('options' in field ? field.options.map(({ label }) => label) : [])]),
    )
    .map((label) => fold(label).trim())
    .filter((label) => label.length > 1)
    .sort((a, b) => b.length - a.length)

export const dateOf = (collection: Collection) =>
  visibleFields(collection).find((field) => field.kind === 'date' || field.kind === 'datetime')
export const numeric = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'number' ||
  field.kind === 'quantity' ||
  field.kind === 'duration' ||
  field.kind === 'rating' ||
  (field.kind === 'computed' && (field.shows.kind === 'number' || field.shows.kind === 'money'))
const MAIN: Field['kind'][] = ['money', 'quantity', 'duration', 'number', 'computed', 'rating']
/** What a collection mostly measures. */
export const mainOf = (collection: Collection): Field | undefined =>
  MAIN.map((kind) => visibleFields(collection).find((field) => field.kind === kind && numeric(field))).find((field) => field !== undefined)

/** An id nobody has yet. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const ascii = wanted
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 ]+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, 30)
  const base = /^[a-z]/i.test(ascii) && !(ascii in Object.prototype) ? ascii : 'extra'
  const used = new Set(taken.map((id) => id.toLowerCase()))
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}${n}`
    if (!used.has(id.toLowerCase())) return id
  }
}

export const quoted = (text: string): string | undefined => /[“"「『'‘《]([^”"」』'’》]{1,80})[”"」』'’》]/.exec(text)?.[1]?.trim()
export const placed = (low: string, words: readonly string[]) => words.flatMap((word) => placesOf(low, word)).sort((a, b) => a[0] - b[0])[0]
