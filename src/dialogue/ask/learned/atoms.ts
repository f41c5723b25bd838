/** What may narrow a question: a name that entries have, an option, a yes or no, what is filled or not, a figure, a time. */
import { runQuery } from '../../../apps/query.ts'
import { addDays, another } from '../../../base/language/calendar.ts'
import type { Found } from '../../../base/language/types.ts'
import { contentStems, fold, placesOf } from '../../../base/resolve.ts'
import { builtinEmbedder } from '../../../memory/embed/builtin.ts'
import type { Field, Filter, Rec, Value, When } from '../../../spec.ts'
import { dot } from '../../route/features.ts'
import type { Parts } from '../parts.ts'

/** One filter or none, the field it is of, where its words stand, and what speaks for it. */
export type Atom = { filters: Filter[]; field: string; type: string; at: [number, number] | null; signs: string[]; evident: boolean }
export type Time = { when: When | undefined; type: string; signs: string[] }

const WORDS = new Set<Field['kind']>(['text', 'note', 'place', 'person'])
const FIGURES = new Set<Field['kind']>(['number', 'money', 'quantity', 'duration', 'rating', 'computed'])
export const isWorded = ({ kind }: Field): boolean => WORDS.has(kind)
export const isFigured = ({ kind }: Field): boolean => FIGURES.has(kind)
export const isDated = ({ kind }: Field): boolean => kind === 'date' || kind === 'datetime'
const MOST_VALUES = 8
const MOST_LENGTH = 60

/** How plainly a field is named: 2 by its label, 1 by what such fields are called, 0 not at all; and how near the words are to it, 0 to 10. */
export type Named = ((field: Field) => 0 | 1 | 2) & { near(field: Field): number; nearest(field: Field): boolean }
export function namedIn({ hits, fields, reading }: Pick<Parts, 'hits' | 'fields' | 'reading'>): Named {
  const score = new Map<string, number>()
  for (const hit of hits) score.set(hit.field.id, Math.max(score.get(hit.field.id) ?? 0, hit.score))
  const embedder = builtinEmbedder()
  const near = new Map<string, number>()
  if (embedder.ok) {
    const words = reading.tokens.filter(({ kind }) => kind === 'word').map(({ text }) => embedder.value.embedText(text))
    for (const { id, label } of fields) {
      const own = embedder.value.embedText(label)
      near.set(id, Math.max(0, ...words.map((word) => dot(own, word))))
    }
  }
  const most = Math.max(0, ...near.values())
  const tenths = ({ id }: Field) => Math.min(10, Math.round(10 * (near.get(id) ?? 0)))
  const named = ({ id }: Field) => ((score.get(id) ?? 0) >= 0.95 ? 2 : (score.get(id) ?? 0) > 0 ? 1 : 0)
  return Object.assign(named, { near: tenths, nearest: ({ id }: Field) => most > 0 && near.get(id) === most })
}

export function atomsOf(parts: Parts, records: readonly Rec[], named: Named): Atom[] {
  const { fields, reading } = parts
  const kept = valuesIn(parts, records)
  const atoms: Atom[] = [...kept, ...strangersIn(parts, kept)]
  for (const field of fields) {
    const how = named(field)
    const state = (type: string, filters: Filter[]): Atom => ({
      filters,
      field: field.id,
      type,
      at: null,
      signs: [`named${how}`, `kind${field.kind}|${how}`, `near${named.near(field)}`, `nearest${named.nearest(field)}|${how}`],
      evident: how > 0 || field.kind === 'yesno',
    })
    if (field.kind === 'yesno')
      atoms.push(
        state('yes', [{ field: field.id, op: '=', value: true }]),
        state('no', [{ field: field.id, op: '=', value: false }]),
        // Those of which it was said; in the lists that are learned from it matters which.
        state('said-no', [
          { field: field.id, op: '=', value: false },
          { field: field.id, op: 'filled' },
        ]),
      )
    atoms.push(state('empty', [{ field: field.id, op: 'empty' }]))
    if (field.kind !== 'yesno' && how > 0) atoms.push(state('filled', [{ field: field.id, op: 'filled' }]))
    if (isFigured(field) || field.kind === 'time')
      for (const value of reading.values) atoms.push(...comparisons(value, field, how, reading.text))
  }
  return atoms
}

/** Values of the entries, and options, that stand in the question in whole or in part. */
function valuesIn({ fields, reading, collection }: Parts, records: readonly Rec[]): Atom[] {
  const low = fold(reading.text)
  const stems = new Set(contentStems(reading.text))
  const found: Atom[] = []
  for (const field of fields) {
    const options = field.kind === 'choice' || field.kind === 'choices'
    if (!isWorded(field) && !options) continue
    const said = options
      ? field.options.map(({ id, label }) => ({ value: id as Value, words: fold(label) }))
      : [...new Set(records.flatMap(({ values }) => (typeof values[field.id] === 'string' ? [fold(String(values[field.id])).trim()] : [])))]
          .filter((words) => words && words.length <= MOST_LENGTH)
          .map((words) => ({ value: words as Value, words }))
    for (const { value, words } of said) {
      const place = placeOf(low, words, stems)
      if (!place) continue
      const { at, how } = place
      found.push({
        filters: [
          {
            field: field.id,
            op: options && field.kind === 'choice' ? '=' : 'contains',
            value: options || how === 'plural' || how === 'bare' ? value : low.slice(...at),
          },
        ],
        field: field.id,
        type: options ? 'option' : 'value',
        at,
        signs: [how, `${how}|${field.kind}`, `title${field.id === collection.title}|${how}`],
        evident: true,
      })
    }
  }
  // The same words of the same field are one filter; the longest are looked at first.
  const seen = new Set<string>()
  return found
    .sort((a, b) => b.at![1] - b.at![0] - (a.at![1] - a.at![0]))
    .filter(({ filters, field }) => {
      const key = `${field}|${filters[0]!.value}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, MOST_VALUES)
}

const MOST_STRANGERS = 4
/** Words that may be a name which no entry has: a question about Rex, where Rex has never been noted, is not one about all. */
function strangersIn({ reading, collection, hits, spec }: Parts, kept: readonly Atom[]): Atom[] {
  const taken: [number, number][] = [
    ...kept.flatMap(({ at }) => (at ? [at] : [])),
    ...reading.values.map(({ start, end }): [number, number] => [start, end]),
    ...hits.filter(({ score }) => score >= 0.9).map(({ start, end }): [number, number] => [start, end]),
  ]
  const last = reading.tokens.filter(({ kind }) => kind === 'word').at(-1)
  // An app of moths is asked about all moths.
  const own = new Set([spec.name, collection.label, collection.one].flatMap(contentStems))
  return reading.tokens
    .filter(({ kind, start, end, text }) => kind === 'word' && text.length > 1 && !taken.some((at) => start < at[1] && end > at[0]))
    .filter(({ stem, text }) => !own.has(stem) && ![...own].some((word) => fold(text).includes(word)))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, MOST_STRANGERS)
    .map(({ text, stem, start, end }) => ({
      filters: [{ field: collection.title, op: 'contains', value: fold(stem || text) }],
      field: collection.title,
      type: 'stranger',
      at: [start, end],
      signs: [
        `word${stem || fold(text)}`,
        `capital${/^\p{Lu}/u.test(text) && start > 0}`,
        `first${start === 0}`,
        `last${end === last?.end}`,
      ],
      evident: false,
    }))
}

/** Where words of a value stand: all of it, all but its signs, or a word of it that says something. */
function placeOf(low: string, words: string, stems: ReadonlySet<string>): { at: [number, number]; how: string } | null {
  const whole = placesOf(low, words)[0] ?? (words.length > 1 && /[^\x20-\x7e]/.test(words) ? inside(low, words) : undefined)
  if (whole) return { at: whole, how: 'whole' }
  const bare = words.replace(/['’.]/g, '')
  const plain = bare !== words ? placesOf(low, bare)[0] : undefined
  if (plain) return { at: plain, how: 'bare' }
  // “both zoo trips” of a zoo trip.
  const other =
    bare.length > 2 && /[a-z]$/.test(bare) ? (placesOf(low, `${bare}s`)[0] ?? placesOf(low, bare.replace(/e?s$/, ''))[0]) : undefined
  if (other) return { at: other, how: 'plural' }
  const parts = contentStems(words).filter((stem) => stem.length > (/^[\x20-\x7e]+$/.test(stem) ? 2 : 1))
  const part = parts.filter((stem) => stems.has(stem)).sort((a, b) => b.length - a.length)[0]
  const at = part ? (placesOf(low, part)[0] ?? inside(low, part)) : undefined
  if (at) return { at, how: parts.length === 1 ? 'stem' : 'part' }
  // The longest beginning or end of a name in a script that parts no words: 阿强 of 阿强结婚.
  if (!/[^\x20-\x7e]/.test(words)) return null
  for (let n = words.length - 1; n >= Math.max(2, words.length / 3); n--)
    for (const piece of [words.slice(0, n), words.slice(-n)]) {
      const there = inside(low, piece)
      if (there) return { at: there, how: 'piece' }
    }
  return null
}
const inside = (low: string, word: string): [number, number] | undefined => {
  const at = low.indexOf(word)
  return at < 0 ? undefined : [at, at + word.length]
}

function comparisons({ read, start, end }: Found, field: Field, how: number, text: string): Atom[] {
  const value = field.kind === 'time' ? (read.kind === 'time' ? read.time : null) : figureOf(read)
  if (value === null) return []
  const around = fold(`${text.slice(Math.max(0, start - 12), start)}|${text.slice(end, end + 6)}`)
  const fits =
    field.kind === 'rating' && read.kind === 'count'
      ? STARS.test(read.counter)
      : field.kind === 'money'
        ? read.kind === 'money'
        : field.kind === 'duration'
          ? read.kind === 'duration'
          : read.kind === 'number'
  return (['<', '<=', '>', '>=', '='] as const).map((op) => ({
    filters: [{ field: field.id, op, value }],
    field: field.id,
    type: op,
    at: [start, end],
    signs: [`named${how}`, `fits${fits}`, `${read.kind}|${field.kind}`, ...sidesOf(around).map((word) => `near${word}`)],
    evident: true,
  }))
}
const STARS = /star|星|별|점|点|分/
const sidesOf = (around: string): string[] => {
  const [before = '', after = ''] = around.split('|')
  return [`<${before.trim().split(/\s+/).slice(-2).join(' ')}`, `<${before.slice(-3)}`, `>${after.trim().slice(0, 2)}`]
}
function figureOf(read: Found['read']): number | null {
  switch (read.kind) {
    case 'number':
    case 'count':
      return read.value
    case 'money':
      return read.amount
    case 'duration':
      return read.minutes
    case 'quantity':
      return read.value
    case 'bound':
      return figureOf(read.of)
    default:
      return null
  }
}

/** Over which time: none, each time that is said, what is to come and what has been, on each date of the entries. */
export function timesOf(
  { fields, reading, ctx, collection, spec }: Parts,
  records: readonly Rec[],
  rules: When | undefined,
  named: Named,
): Time[] {
  const dates = fields.filter(isDated)
  const said = reading.values.flatMap(({ read }) => {
    const span =
      read.kind === 'period'
        ? { from: read.from, to: read.to }
        : read.kind === 'date'
          ? { from: read.date, to: read.to ?? after(read.date) }
          : null
    if (!span) return []
    if (read.kind !== 'date' || read.to) return [{ span, type: read.kind === 'period' ? `period${read.unit ?? ''}` : 'date' }]
    const { guessed } = read
    if (!guessed) return [{ span, type: 'day' }]
    // A weekday may be the last one as well as the next, the 3rd that of last month.
    return [
      { span, type: `day-${guessed}` },
      ...([-1, 1] as const).map((away) => {
        const from = another(span.from, guessed, away)
        return { span: { from, to: after(from) }, type: `day${away}-${guessed}` }
      }),
    ]
  })
  const times: Time[] = [{ when: undefined, type: 'none', signs: [`said${said.length > 0}`] }]
  const add = (when: When, type: string, signs: readonly string[]) => {
    const { value } = runQuery({ collection: collection.id, filter: [], when, measure: { fn: 'count' } }, records, spec, ctx.now)
    const within = !value ? 'none' : value === 1 ? 'one' : value === records.length ? 'all' : 'some'
    times.push({ when, type, signs: [...signs, `in${within}`] })
  }
  if (rules) add(rules, 'rules', [`dates${dates.length}`])
  for (const [nth, field] of dates.entries()) {
    const signs = [`named${named(field)}`, `nth${nth}|${dates.length}`, `daily${field.default === 'today' || field.default === 'now'}`]
    for (const { span, type } of said) {
      add({ field: field.id, ...span }, type, signs)
      // “Not since Monday”, “before Friday”.
      add({ field: field.id, to: span.from }, `before-${type}`, signs)
    }
    add({ field: field.id, from: ctx.now.date }, 'future', signs)
    add({ field: field.id, from: after(ctx.now.date) }, 'later', signs)
    add({ field: field.id, to: ctx.now.date }, 'past', signs)
    add({ field: field.id, to: after(ctx.now.date) }, 'so-far', signs)
  }
  return times
}
const after = (iso: string) => addDays(iso.slice(0, 10), 1)
