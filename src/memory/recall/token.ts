/**
 * The memory token: a small pointer network (Vinyals et al. 2015) over the candidates of a question. At each step it
 * points at the next unit to recall, given what it has pointed at already, or stops.
 *
 *   gate   g = softmax(G c + b)                     c: the setting; one share an expert ("relevance federation")
 *   first  s_i = sum_e g_e (w_e . x_i) + v . tanh(H x_i + a)          x_i: the signals of candidate i
 *   step t s_it = s_i + sum_e g_e (u_e . d_it)      d_it: how i relates to what was pointed at before t
 *
 * Trained by scripts/recall/train.ts on evidence labels; this file only runs it.
 */
import { MASKED } from '../index/lexical/lexical.ts'
import { type Field, SETTING_COUNT, SIGNAL_COUNT } from './signals.ts'
import type { Units } from './units.ts'

export const EXPERTS = 4
export const HIDDEN = 16

/** How a candidate relates to what was pointed at already. */
export const RELATIONS = ['like-one', 'same-session', 'beside-one', 'adds', 'leads', 'later'] as const
export const RELATION_COUNT = RELATIONS.length

/** Where each part of the network lies in one flat array of weights. */
export const LAYOUT = layout({
  gate: EXPERTS * SETTING_COUNT,
  gateBias: EXPERTS,
  experts: EXPERTS * SIGNAL_COUNT,
  hidden: HIDDEN * SIGNAL_COUNT,
  hiddenBias: HIDDEN,
  out: HIDDEN,
  relations: EXPERTS * RELATION_COUNT,
})
export type Weights = Float32Array | Float64Array

function layout<K extends string>(sizes: Record<K, number>): Record<K, number> & { size: number } {
  let at = 0
  const out = {} as Record<string, number>
  for (const [name, size] of Object.entries<number>(sizes)) {
    out[name] = at
    at += size
  }
  return { ...(out as Record<K, number>), size: at }
}

/** The share of each expert: (EXPERTS). */
export function gateOf(weights: Weights, setting: Float32Array): Float64Array {
  const shares = new Float64Array(EXPERTS)
  for (let e = 0; e < EXPERTS; e++) {
    let sum = weights[LAYOUT.gateBias + e]!
    for (let k = 0; k < SETTING_COUNT; k++) sum += weights[LAYOUT.gate + e * SETTING_COUNT + k]! * setting[k]!
    shares[e] = sum
  }
  const most = Math.max(...shares)
  let total = 0
  for (let e = 0; e < EXPERTS; e++) total += shares[e] = Math.exp(shares[e]! - most)
  return shares.map((share) => share / total)
}

/** What the experts weigh together, for a question whose gate is known; `at`: where their (EXPERTS x size) lie. */
function mixture(weights: Weights, gate: Float64Array, at: number, size: number): Float64Array {
  const mixed = new Float64Array(size)
  for (let e = 0; e < EXPERTS; e++) for (let k = 0; k < size; k++) mixed[k]! += gate[e]! * weights[at + e * size + k]!
  return mixed
}
export const experts = (weights: Weights, gate: Float64Array) => mixture(weights, gate, LAYOUT.experts, SIGNAL_COUNT)
export const relators = (weights: Weights, gate: Float64Array) => mixture(weights, gate, LAYOUT.relations, RELATION_COUNT)

/** The score of a candidate before anything is pointed at; `mixed` as of `experts`. */
export const firstScore = (weights: Weights, mixed: Float64Array, signals: Float32Array): number => scorer(weights, mixed)(signals)

/** The same for many candidates of one question: signal by signal, so that the many that are 0 are passed over once and not for each unit. */
function scorer(weights: Weights, mixed: Float64Array): (signals: Float32Array) => number {
  const bySignal = new Float64Array(SIGNAL_COUNT * HIDDEN)
  for (let h = 0; h < HIDDEN; h++)
    for (let k = 0; k < SIGNAL_COUNT; k++) bySignal[k * HIDDEN + h] = weights[LAYOUT.hidden + h * SIGNAL_COUNT + k]!
  const sums = new Float64Array(HIDDEN)
  return (signals) => {
    sums.fill(0)
    let score = 0
    for (let k = 0; k < SIGNAL_COUNT; k++) {
      const value = signals[k]!
      if (value === 0) continue
      score += mixed[k]! * value
      for (let h = 0; h < HIDDEN; h++) sums[h]! += bySignal[k * HIDDEN + h]! * value
    }
    for (let h = 0; h < HIDDEN; h++) score += weights[LAYOUT.out + h]! * Math.tanh(weights[LAYOUT.hiddenBias + h]! + sums[h]!)
    return score
  }
}

/** What the relations add to a candidate's score; `mixed` as of `relators`. */
export const relationScore = (mixed: Float64Array, relations: Float32Array): number => dot(mixed, 0, relations)

function dot(weights: Weights, at: number, values: Float32Array): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += weights[at + k]! * values[k]!
  return sum
}

/** Candidates that are pointed at one after the other; the rest keep the order of their first scores. */
const SHORTLIST = 48
export const STEPS = 12

export type Pointed = { slot: number; score: number; signals: Float32Array }

/** The candidates in the order in which the token points at them. */
export function point(weights: Weights, field: Field, units: Units, asked: ReadonlyMap<string, number>, most = 50): Pointed[] {
  const gate = gateOf(weights, field.setting)
  const mixed = experts(weights, gate)
  const related = relators(weights, gate)
  const relations = new Float32Array(RELATION_COUNT)
  const scoreOf = scorer(weights, mixed)
  const scored = field.candidates
    .map((one) => ({ slot: one.slot, signals: one.signals, score: scoreOf(one.signals) }))
    .sort((a, b) => b.score - a.score)
  const open = scored.slice(0, SHORTLIST)
  const relating = relate(units, asked, field)
  const out: Pointed[] = []
  while (open.length && out.length < Math.min(STEPS, most)) {
    let best = 0
    let top = Number.NEGATIVE_INFINITY
    for (let i = 0; i < open.length; i++) {
      const score = open[i]!.score + (out.length ? relationScore(related, relating.of(open[i]!.slot, relations)) : 0)
      if (score > top) [best, top] = [i, score]
    }
    const [next] = open.splice(best, 1)
    out.push({ slot: next!.slot, score: top, signals: next!.signals })
    relating.take(next!.slot)
  }
  for (const one of [...open, ...scored.slice(SHORTLIST)].slice(0, Math.max(0, most - out.length))) out.push(one)
  return out
}

/** Follows what was pointed at, and says how a candidate relates to it: (RELATION_COUNT). */
export function relate(units: Units, asked: ReadonlyMap<string, number>, { masks, weights }: Field) {
  const { lexical } = units
  const told = Math.max(
    1e-9,
    weights.slice(0, MASKED).reduce((a, b) => a + b, 0),
  )
  /** `terms` ascending, with what each weighs. */
  type Seen = {
    terms: Int32Array
    weights: Float64Array
    weight: number
    like: number
    /** The weight of its terms that are led to. */
    leads: number
    session: boolean
    beside: boolean
    upTo: number
  }
  const seen = new Map<number, Seen>()
  const taken: number[] = []
  let covered = 0
  /** 1 for each term of what was pointed at that was not asked for. */
  const led = new Uint8Array(lexical.terms)
  const known = new Uint8Array(lexical.terms)
  for (const term of asked.keys()) {
    const number = lexical.numberOf(term)
    if (number >= 0) known[number] = 1
  }

  const seenOf = (slot: number): Seen => {
    const made = seen.get(slot)
    if (made) return made
    const terms = units.compared(slot)
    const weights = new Float64Array(terms.length)
    for (let i = 0; i < terms.length; i++) weights[i] = lexical.idf(terms[i]!)
    const one = { terms, weights, weight: Math.max(1e-9, sum(weights)), like: 0, leads: 0, session: false, beside: false, upTo: 0 }
    seen.set(slot, one)
    return one
  }
  /** Takes in what was pointed at since the slot was last looked at. */
  const compare = (slot: number, one: Seen) => {
    const session = units.sessionOf(slot)
    for (; one.upTo < taken.length; one.upTo++) {
      const last = taken[one.upTo]!
      const other = seenOf(last)
      const { shared, led: leads } = sharedWeight(one, other.terms, known)
      // What it shares with others was led to before; only new terms change the sum.
      if (leads) one.leads = weightLed(one, led)
      one.like = Math.max(one.like, shared / (one.weight + other.weight - shared))
      if (session < 0 || units.sessionOf(last) !== session) continue
      one.session = true
      if (Math.abs(last - slot) === 1) one.beside = true
    }
  }
  return {
    take(slot: number): void {
      taken.push(slot)
      covered |= masks.get(slot) ?? 0
      for (const term of seenOf(slot).terms) if (!known[term]) led[term] = 1
    },
    of(slot: number, out = new Float32Array(RELATION_COUNT)): Float32Array {
      const one = seenOf(slot)
      compare(slot, one)
      const fresh = (masks.get(slot) ?? 0) & ~covered
      let adds = 0
      // From the lowest bit on.
      for (let bits = fresh; bits !== 0; bits &= bits - 1) adds += weights[31 - Math.clz32(bits & -bits)]!
      const later = taken.length > 0 && slot > taken.at(-1)! ? 1 : 0
      out[0] = one.like
      out[1] = Number(one.session)
      out[2] = Number(one.beside)
      out[3] = adds / told
      out[4] = one.leads / one.weight
      out[5] = later
      return out
    },
  }
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The weight of those terms that are led to. */
function weightLed({ terms, weights }: { terms: Int32Array; weights: Float64Array }, led: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) if (led[terms[i]!]) sum += weights[i]!
  return sum
}

/** The weight of those terms that others have too, both ascending; `led`: whether any of them was not asked for. */
function sharedWeight(
  { terms, weights }: { terms: Int32Array; weights: Float64Array },
  others: Int32Array,
  known: Uint8Array,
): { shared: number; led: boolean } {
  let shared = 0
  let led = false
  for (let i = 0, j = 0; i < terms.length && j < others.length; ) {
    const apart = terms[i]! - others[j]!
    if (apart === 0) {
      shared += weights[i]!
      led ||= known[terms[i]!] === 0
    }
    if (apart <= 0) i++
    if (apart >= 0) j++
  }
  return { shared, led }
}
