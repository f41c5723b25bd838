/**
 * A conditional random field over stretches (semi-Markov; Sarawagi and Cohen 2004) whose labels are the fields of one
 * collection: a message is parted into stretches that fill a field and pieces that fill none. A stretch that begins
 * another entry is labelled so. Fields differ from app to app, so that weights belong to what a stretch and a field
 * show of each other, and not to the field. Pure.
 *
 * score(parting) = Σ stretches w·(the stretch for its field) + w·(what it follows) + Σ other pieces w·(the piece)
 *
 * Shapes: n pieces, F fields; role r < F fills field r, role F + r begins another entry with field r; scores are natural
 * logarithms.
 */
import { addLog } from '../../../base/logs.ts'

/** Pieces `from` up to, without, `to`; `fills` [F]: its buckets for each field, null where it cannot fill it. */
export type Stretch = { from: number; to: number; fills: readonly (readonly number[] | null)[] }
export type Lattice = {
  fields: number
  /** Bits of the roles that may come more than once in an entry. */
  repeats?: number
  /** [n, some]: buckets of a piece that fills nothing. */
  others: readonly (readonly number[])[]
  stretches: readonly Stretch[]
  /** [n]: which kind of gap stands before the piece. */
  gaps: readonly number[]
  /** [gaps][1 + F][2F, some]: buckets of a role after none or after each field, by the gap before it; null where it cannot be. */
  links: readonly (readonly (readonly (readonly number[] | null)[])[])[]
}
export type Weights = { weights: ArrayLike<number> /** What one step is worth, where they are kept in whole numbers. */; scale: number }

const NEVER = Number.NEGATIVE_INFINITY
export const sumOf = ({ weights, scale }: Weights, buckets: readonly number[]): number => {
  let sum = 0
  for (const bucket of buckets) sum += weights[bucket]!
  return sum * scale
}

export type Scores = {
  /** [n] */
  other: Float64Array
  /** [stretches, F] */
  fill: Float64Array
  /** [gaps, 1 + F, 2F] */
  link: Float64Array
}

export function scoresOf(lattice: Lattice, weights: Weights): Scores {
  const { fields: F, links, stretches, others } = lattice
  const fill = new Float64Array(stretches.length * F).fill(NEVER)
  stretches.forEach(({ fills }, at) => {
    fills.forEach((buckets, f) => {
      if (buckets) fill[at * F + f] = sumOf(weights, buckets)
    })
  })
  const link = new Float64Array(links.length * (1 + F) * 2 * F).fill(NEVER)
  links.forEach((lasts, gap) => {
    lasts.forEach((roles, last) => {
      roles.forEach((buckets, role) => {
        if (buckets) link[(gap * (1 + F) + last) * 2 * F + role] = sumOf(weights, buckets)
      })
    })
  })
  return { other: Float64Array.from(others, (buckets) => sumOf(weights, buckets)), fill, link }
}

/** For each piece the stretches that begin there. */
export function beginning({ others, stretches }: Lattice): number[][] {
  const begin: number[][] = others.map(() => [])
  stretches.forEach(({ from }, at) => {
    begin[from]!.push(at)
  })
  return begin
}

/** How likely each part of a parting is, by role; `total` is the logarithm of the sum over all partings. */
export type Beliefs = { other: Float64Array; fill: Float64Array; link: Float64Array; total: number }

/** Forward and backward, in logarithms. That a field is filled once an entry is left to `bestOf`. */
export function beliefs(lattice: Lattice, scores: Scores): Beliefs {
  const { fields: F, stretches, gaps } = lattice
  const n = lattice.others.length
  const S = 1 + F
  const begin = beginning(lattice)
  const ahead = new Float64Array((n + 1) * S).fill(NEVER)
  const behind = new Float64Array((n + 1) * S).fill(NEVER)
  ahead[0] = 0
  const each = (i: number, visit: (at: number, f: number, link: number, state: number, next: number, score: number) => void) => {
    for (const at of begin[i]!)
      for (let f = 0; f < F; f++) {
        const fill = scores.fill[at * F + f]!
        if (fill === NEVER) continue
        for (let state = 0; state < S; state++)
          for (let role = f; role < 2 * F; role += F) {
            const link = (gaps[i]! * S + state) * 2 * F + role
            const score = scores.link[link]!
            if (score !== NEVER) visit(at, f, link, state, stretches[at]!.to * S + f + 1, fill + score)
          }
      }
  }
  for (let i = 0; i < n; i++) {
    for (let state = 0; state < S; state++) addLog(ahead, (i + 1) * S + state, ahead[i * S + state]! + scores.other[i]!)
    each(i, (_at, _f, _link, state, next, score) => addLog(ahead, next, ahead[i * S + state]! + score))
  }
  for (let state = 0; state < S; state++) behind[n * S + state] = 0
  for (let i = n - 1; i >= 0; i--) {
    for (let state = 0; state < S; state++) addLog(behind, i * S + state, behind[(i + 1) * S + state]! + scores.other[i]!)
    each(i, (_at, _f, _link, state, next, score) => addLog(behind, i * S + state, behind[next]! + score))
  }
  const total = behind[0]!
  const found: Beliefs = {
    other: new Float64Array(n),
    fill: new Float64Array(stretches.length * F),
    link: new Float64Array(scores.link.length),
    total,
  }
  for (let i = 0; i < n; i++) {
    for (let state = 0; state < S; state++)
      found.other[i]! += Math.exp(ahead[i * S + state]! + scores.other[i]! + behind[(i + 1) * S + state]! - total)
    each(i, (at, f, link, state, next, score) => {
      const chance = Math.exp(ahead[i * S + state]! + score + behind[next]! - total)
      if (chance < 1e-12) return
      found.fill[at * F + f]! += chance
      found.link[link]! += chance
    })
  }
  return found
}

/** One stretch of a parting: which, the field it fills, and whether it begins another entry. */
export type Filled = { at: number; field: number; anew: boolean }
type State = { last: number; mask: number; score: number; by: Filled | null; before: State | null }
const BEAM = 32

/** The likeliest parting that fills no field of an entry twice, as far as a beam of states finds it; in order. */
export function bestOf(lattice: Lattice, scores: Scores): { filled: Filled[]; score: number } {
  const { fields: F, stretches, gaps, repeats = 0 } = lattice
  const n = lattice.others.length
  const begin = beginning(lattice)
  const reached: Map<string, State>[] = Array.from({ length: n + 1 }, () => new Map())
  const keep = (at: number, state: State) => {
    const key = `${state.last}.${state.mask}`
    const known = reached[at]!.get(key)
    if (!known || state.score > known.score) reached[at]!.set(key, state)
  }
  keep(0, { last: 0, mask: 0, score: 0, by: null, before: null })
  for (let i = 0; i < n; i++) {
    const states = [...reached[i]!.values()].sort((a, b) => b.score - a.score).slice(0, BEAM)
    for (const state of states) {
      // Left out: the same stretches as before, so that it stands in place of its state.
      keep(i + 1, { ...state, score: state.score + scores.other[i]! })
      for (const at of begin[i]!)
        for (let f = 0; f < F; f++) {
          const fill = scores.fill[at * F + f]!
          if (fill === NEVER) continue
          for (const anew of [false, true]) {
            const link = scores.link[(gaps[i]! * (1 + F) + state.last) * 2 * F + (anew ? F + f : f)]!
            if (link === NEVER || (!anew && state.mask & (1 << f) & ~repeats)) continue
            const mask = anew ? 1 << f : state.mask | (1 << f)
            keep(stretches[at]!.to, {
              last: f + 1,
              mask,
              score: state.score + fill + link,
              by: { at, field: f, anew },
              before: state,
            })
          }
        }
    }
  }
  let best: State | undefined
  for (const state of reached[n]!.values()) if (!best || state.score > best.score) best = state
  const filled: Filled[] = []
  for (let state: State | null = best ?? null; state; state = state.before) if (state.by) filled.unshift(state.by)
  return { filled, score: best?.score ?? 0 }
}

/** What a given parting scores. */
export function scoreOf(lattice: Lattice, scores: Scores, filled: readonly Filled[]): number {
  const { fields: F, stretches, gaps } = lattice
  let sum = 0
  let last = 0
  let i = 0
  const skip = (to: number) => {
    for (; i < to; i++) sum += scores.other[i]!
  }
  for (const { at, field, anew } of filled) {
    const { from, to } = stretches[at]!
    skip(from)
    sum += scores.fill[at * F + field]! + scores.link[(gaps[from]! * (1 + F) + last) * 2 * F + (anew ? F + field : field)]!
    last = field + 1
    i = to
  }
  skip(lattice.others.length)
  return sum
}
