/**
 * Which question it is: a log-linear choice among all that an app can be asked, put together of what narrows it, over which
 * time, and what is asked for (after Berant et al., 2013: learned from answers, not from marked questions). What the rules
 * make of it is one of the signs. Pure but for the weights' file.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runQuery } from '../../../apps/query.ts'
import { hashOf, mixed, weightsIn } from '../../../base/hashed.ts'
import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import { packageRoot } from '../../../root.ts'
import type { Field, Query, Rec } from '../../../spec.ts'
import type { Parts } from '../parts.ts'
import { type Ask, addsUp, asksOf } from './asks.ts'
import { type Atom, atomsOf, isFigured, namedIn, type Time, timesOf } from './atoms.ts'

export const ASKED_PATH = join('src', 'dialogue', 'ask', 'learned', 'weights.bin')
export const BUCKETS = 1 << 18
const MOST_SETS = 90
const MOST_RECORDS = 200

/** Candidate `i` of `sets.length × times.length × asks.length`, asks fastest. Rows of buckets for each part and each meeting. */
export type Space = {
  sets: Atom[][]
  times: Time[]
  asks: Ask[]
  /** Rows of buckets, and which of them speak of each set, time and ask: what words say to a kind of ask is one row for all of it. */
  rows: Int32Array[]
  ofSet: number[][]
  ofTime: number[][]
  ofAsk: number[][]
  /** Buckets of what they show together: of a set and an ask, of a set and a time, of a time and an ask. */
  setAsk(set: number, ask: number): number[]
  setTime(set: number, time: number): number
  timeAsk(time: number, ask: number): number
  query(i: number): Query
  /** The rules' own, by its place; -1 where it is none of these. */
  rules: number
}

const seed = (sign: string) => hashOf(sign)
/** Names by number, so that what two of them show together is looked up and not hashed anew for each candidate. */
const ids = new Map<string, number>()
const names: number[] = [seed('-')]
function idOf(name: string): number {
  let id = ids.get(name)
  if (id === undefined) {
    id = names.push(seed(name)) - 1
    ids.set(name, id)
  }
  return id
}
const meetings = new Map<number, number>()
function meeting(of: number, one: number, other: number): number {
  const key = (of * 4096 + one) * 4096 + other
  let bucket = meetings.get(key)
  if (bucket === undefined) {
    bucket = mixed(mixed(names[one]!, of, 2 ** 31), names[other]!, BUCKETS)
    meetings.set(key, bucket)
  }
  return bucket
}

export function spaceOf(parts: Parts, rules: Query): Space {
  const { collection, ctx } = parts
  const all = ctx.known?.[collection.id] ?? []
  const records = all.slice(-MOST_RECORDS)
  const named = namedIn(parts)
  const atoms = atomsOf(parts, records, named)
  const sets = setsOf(atoms, rules)
  const times = timesOf(parts, records, rules.when, named)
  const asks = asksOf(parts, named)
  const grams = gramsOf(parts, atoms)
  const bucket = (sign: number) => mixed(sign, 7, BUCKETS)
  const rows: Int32Array[] = []
  const row = (buckets: readonly number[]): number => rows.push(Int32Array.from(buckets)) - 1
  const shared = new Map<string, number>()
  /** What the words of the question say to all of a type. */
  const worded = (type: string): number => {
    let at = shared.get(type)
    if (at === undefined) {
      const own = seed(type)
      at = row([bucket(own), ...grams.map((gram) => mixed(own, gram, BUCKETS))])
      shared.set(type, at)
    }
    return at
  }
  const crossed = (type: string, signs: readonly string[]): number[] => [
    worded(type),
    row(signs.map((sign) => bucket(seed(`${type}:${sign}`)))),
  ]
  const ofAtom = new Map(
    [...new Set([...atoms, ...sets.flat()])].map((atom) => [
      atom,
      crossed(`F${atom.type}`, [...atom.signs, ...nearOf(parts.reading, atom), ...ruledAtom(atom, rules)]),
    ]),
  )
  const bare = crossed('F0', [`rules${rules.filter.length}`])
  const ofSet = sets.map((set) => (set.length ? set.flatMap((atom) => ofAtom.get(atom)!) : bare))
  const ofTime = times.map((time) => crossed(`W${time.type}`, [...time.signs, `rules${Boolean(rules.when)}`]))
  const ofAsk = asks.map((ask) => [
    ...crossed(`A${ask.type}`, [...ask.signs, ...ruledAsk(ask, rules)]),
    ...(ask.field ? [worded(`A${ask.type}|${kindsOf(ask.field)}`)] : []),
  ])
  const masks = sets.map((set) =>
    countOf(
      parts,
      records,
      set.flatMap(({ filters }) => filters),
    ),
  )
  const kinds = sets.map((set) =>
    set
      .map(({ type }) => type)
      .sort()
      .join('+'),
  )
  const typesOf = asks.map(({ type }) => idOf(type))
  const kindsOfSet = kinds.map(idOf)
  const masksOf = masks.map(idOf)
  const timesOfType = times.map(({ type }) => idOf(type))
  const setAsk = (s: number, a: number): number[] => {
    const { field, by } = asks[a]!
    const set = sets[s]!
    const own = field ? set.find((atom) => atom.field === field.id) : undefined
    const deciding = by ? set.find((atom) => atom.field === by.id) : undefined
    const type = typesOf[a]!
    const met = [meeting(1, type, kindsOfSet[s]!), meeting(2, type, masksOf[s]!), meeting(5, type, own ? idOf(own.type) : 0)]
    if (deciding) met.push(meeting(6, type, idOf(deciding.type)))
    return met
  }
  const setTime = (s: number, t: number) => meeting(3, timesOfType[t]!, kindsOfSet[s]!)
  const timeAsk = (t: number, a: number) => {
    const { when } = times[t]!
    return meeting(when && when.field === asks[a]!.field?.id ? 7 : 4, typesOf[a]!, timesOfType[t]!)
  }
  const query = (i: number): Query => {
    const [s, t, a] = partsAt(i, times.length, asks.length)
    const { when } = times[t]!
    return { collection: collection.id, filter: sets[s]!.flatMap(({ filters }) => filters), ...(when && { when }), ...asks[a]!.is }
  }
  return { sets, times, asks, rows, ofSet, ofTime, ofAsk, setAsk, setTime, timeAsk, query, rules: placeOfRules(sets, times, asks, rules) }
}

export const partsAt = (i: number, times: number, asks: number): [number, number, number] => {
  const a = i % asks
  const rest = (i - a) / asks
  return [(rest - (rest % times)) / times, rest % times, a]
}

/** None, each alone, and two of them that do not stand in each other's way; what the rules found, besides. */
function setsOf(atoms: readonly Atom[], rules: Query): Atom[][] {
  const strong = atoms.filter(({ type, evident }) => evident && (type === 'value' || type === 'option' || type.length <= 2))
  const pairs = strong.flatMap((one, i) =>
    atoms
      .filter((other) => other.evident && (!strong.includes(other) || strong.indexOf(other) > i))
      .filter((other) => other !== one && (other.field !== one.field || (isBound(one) && isBound(other))) && apart(one, other))
      .map((other) => [one, other]),
  )
  const ruled: Atom[] = rules.filter.map(
    (filter) => atoms.find(({ filters }) => filters.length === 1 && same(filters[0]!, filter)) ?? asRuled(filter),
  )
  const three = strong
    .filter(({ type }) => type === 'value' || type === 'option')
    .filter((one, i, all) => all.findIndex((other) => other.field === one.field || !apart(one, other)) === i)
    .slice(0, 3)
  return [
    [],
    ...(ruled.length ? [ruled] : []),
    ...atoms.map((atom) => [atom]),
    ...pairs.slice(0, MOST_SETS),
    ...(three.length === 3 ? [three] : []),
  ]
}
const isBound = ({ type }: Atom): boolean => /^[<>]/.test(type)
const apart = (one: Atom, other: Atom): boolean => !one.at || !other.at || one.at[0] >= other.at[1] || one.at[1] <= other.at[0]
const same = (a: Query['filter'][number], b: Query['filter'][number]): boolean =>
  a.field === b.field && a.op === b.op && fold(String(a.value ?? '')) === fold(String(b.value ?? ''))
const asRuled = (filter: Query['filter'][number]): Atom => ({
  filters: [filter],
  field: filter.field,
  type: 'ruled',
  at: null,
  signs: [`op${filter.op}`],
  evident: true,
})

const ruledAtom = ({ filters }: Atom, rules: Query): string[] => [
  `ruled${filters.some((filter) => rules.filter.some((one) => same(filter, one)))}|${rules.filter.length}`,
]
function ruledAsk(ask: Ask, rules: Query): string[] {
  const type = `${rules.measure.fn}${rules.group ? 'G' : ''}${rules.limit ? 'L' : ''}${rules.names ? 'N' : ''}${rules.show ? 'S' : ''}`
  const told = rules.show ?? rules.group?.field ?? rules.measure.field
  return [
    `rules${type}`,
    `told${told === ask.field?.id}`,
    `same${JSON.stringify(rules.measure) === JSON.stringify(ask.is.measure)}|${type}`,
    `by${rules.order?.by === ask.by?.id}`,
  ]
}

function placeOfRules(sets: Atom[][], times: Time[], asks: Ask[], rules: Query): number {
  const s = rules.filter.length ? 1 : 0
  const t = rules.when ? 1 : 0
  const form = ({ measure, group, limit, names, show, order }: Partial<Query>) =>
    JSON.stringify([measure, group ?? null, limit ?? null, (group && names) ?? null, show ?? null, limit ? (order?.by ?? null) : null])
  const wanted = form(rules)
  // Of entries the rules say how many and which at once: a list of them.
  const listed = rules.measure.fn === 'count' && !rules.measure.field && !rules.group && !rules.limit && !rules.names
  const a = asks.findIndex(
    ({ is, type }) => type !== 'exists' && (!listed || type === 'count' || rules.show !== undefined) && form(is) === wanted,
  )
  return a < 0 || !sets[s] ? -1 : (s * times.length + t) * asks.length + a
}

const kindsOf = (field: Field): string => (isFigured(field) ? 'figure' : field.kind)

/** How many of the entries it leaves: none, one, some, all. */
function countOf({ collection, spec, ctx }: Parts, records: readonly Rec[], filter: Query['filter']): string {
  if (!filter.length) return 'whole'
  const { value } = runQuery({ collection: collection.id, filter, measure: { fn: 'count' } }, records, spec, ctx.now)
  return !value ? 'none' : value === 1 ? 'one' : value === records.length ? 'all' : 'some'
}

/** Words right beside the name. */
function nearOf({ text, language }: Reading, { at }: Atom): string[] {
  if (!at) return []
  const low = fold(text)
  const before = low.slice(Math.max(0, at[0] - 16), at[0]).trim()
  const next = low.slice(at[1], at[1] + 12).trim()
  return language === 'en'
    ? [`<${before.split(/\s+/).at(-1)}`, `>${next.split(/\s+/)[0]}`]
    : [`<${before.slice(-2)}`, `>${next.slice(0, 2)}`, `>${next.slice(0, 1)}`]
}

/** Words of the question with its names, fields and figures by what they are: of one, two and three, and its ends. Hashes. */
function gramsOf({ reading, hits, wants }: Parts, atoms: readonly Atom[]): number[] {
  const { text, tokens, values, language } = reading
  const named = atoms.filter(({ type, at, signs }) => at && (type === 'value' || type === 'option') && signs[0] !== 'part')
  const pieces: string[] = []
  let covered = -1
  for (const { start, stem, kind } of tokens) {
    if (start < covered) continue
    const value = values.find((one) => one.start <= start && start < one.end)
    const name = named.find(({ at }) => at![0] <= start && start < at![1])
    const field = hits.find((hit) => hit.score >= 0.9 && hit.start <= start && start < hit.end)
    if (name) pieces.push('<name>')
    else if (value) pieces.push(`<${value.read.kind}>`)
    else if (field) pieces.push(`<f${kindsOf(field.field)}>`)
    else if (kind !== 'punct') pieces.push(stem || text[start]!)
    else if (/[?？]/.test(text[start]!)) pieces.push('?')
    covered = name ? name.at![1] : value ? value.end : field ? field.end : covered
  }
  const ends = ['^', ...pieces, '$']
  const grams = [1, 2, 3].flatMap((n) => Array.from({ length: Math.max(0, ends.length - n + 1) }, (_, i) => ends.slice(i, i + n).join('|')))
  const signs = language === 'en' || language === 'ko' ? [] : twos(fold(text))
  const told = [
    `W${wants.much}`,
    `Wfn${wants.fn}`,
    `Wdeg${wants.degree?.way}`,
    `Wmany${wants.many?.of}`,
    `Wdim${wants.dimension}`,
    `Wmoney${wants.money}`,
    `Wtotal${wants.total}`,
    `Wlen${Math.min(8, pieces.length)}`,
    `Wtimes${values.some(({ read }) => read.kind === 'date' || read.kind === 'period')}`,
  ]
  return [...new Set([...grams.map((gram) => `${language}:${gram}`), ...signs.map((sign) => `${language}2${sign}`), ...told])].map(seed)
}
const twos = (low: string): string[] => [...low].flatMap((_, i) => [low.slice(i, i + 2), low.slice(i, i + 3)])

// ---- Choosing --------------------------------------------------------------------------------------------------

export type Weights = { weights: ArrayLike<number>; scale: number }
let loaded: Weights | undefined
const trained = (): Weights => (loaded ??= weightsIn(readFileSync(join(packageRoot(), ASKED_PATH))))

const sumOf = ({ weights, scale }: Weights, buckets: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < buckets.length; i++) sum += weights[buckets[i]!]!
  return sum * scale
}

/** Scores of all candidates, as logarithms. */
export function scoresOf(space: Space, weights: Weights): Float64Array {
  const { sets, times, asks } = space
  const sums = space.rows.map((row) => sumOf(weights, row))
  const own = (all: readonly number[][]) => all.map((rows) => rows.reduce((sum, at) => sum + sums[at]!, 0))
  const [ofSet, ofTime, ofAsk] = [own(space.ofSet), own(space.ofTime), own(space.ofAsk)]
  const timeAsk = times.map((_, t) => asks.map((_, a) => ofTime[t]! + ofAsk[a]! + sumOf(weights, [space.timeAsk(t, a)])))
  const scores = new Float64Array(sets.length * times.length * asks.length)
  let i = 0
  for (let s = 0; s < sets.length; s++) {
    const setAsk = asks.map((_, a) => ofSet[s]! + sumOf(weights, space.setAsk(s, a)))
    for (let t = 0; t < times.length; t++) {
      const setTime = sumOf(weights, [space.setTime(s, t)])
      for (let a = 0; a < asks.length; a++) scores[i++] = setAsk[a]! + timeAsk[t]![a]! + setTime
    }
  }
  return scores
}

/** So much likelier than the rules' own must another be, as a logarithm. */
const MARGIN = 2
export function likeliest(parts: Parts, rules: Query, weights: Weights = trained()): Query {
  const space = spaceOf(parts, rules)
  const { fn, field } = rules.measure
  const of = fn === 'sum' && parts.fields.find(({ id }) => id === field)
  const wrong = of && !addsUp(of)
  // A question of a shape that is none of these is one that only the rules know.
  if (space.rules < 0 && !wrong) return rules
  const scores = scoresOf(space, weights)
  // How many are not named.
  const open = space.asks.map(({ is }) => !(parts.wants.many && is.names))
  let best = Math.max(0, space.rules)
  for (let i = 0; i < scores.length; i++) if (open[i % open.length] && scores[i]! > scores[best]!) best = i
  return !wrong && scores[best]! - scores[space.rules]! < MARGIN ? rules : space.query(best)
}
