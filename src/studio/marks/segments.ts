/**
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004): a wish is parted into stretches that have a role and
 * pieces that have none, and a whole parting is as likely as its stretches, and what each follows, say. What a stretch
 * follows is the role of the last one, however far back, and whether the topic was named: a wish has one. Pure.
 *
 * score(parting) = Σ over its stretches of w·(pieces within) + w·(the stretch) + w·(what it follows), + w·(topic or not)
 *
 * Shapes: n pieces, R roles; weights [buckets, R] as a flat array, row by row; scores are natural logarithms.
 */
import { addLog } from '../../base/logs.ts'
import { ROLES } from './labels.ts'

const R = ROLES.length
const TOPIC = ROLES.indexOf('topic')

/** Pieces `from` up to, without, `to`. */
export type Stretch = { from: number; to: number; features: readonly number[] }
export type Lattice = {
  /** [n, some] buckets of each piece. */
  pieces: readonly (readonly number[])[]
  stretches: readonly Stretch[]
  /** [n, 1 + R, some]: buckets of what begins at a piece, after nothing or after each role. */
  links: readonly (readonly (readonly number[])[])[]
  /** Buckets (their first role) of a wish that named its topic. */
  ends: readonly number[]
}
export type Weights = { weights: ArrayLike<number> /** What one step is worth, where they are kept in whole numbers. */; scale: number }

/** 0 is the beginning; then for each role as the last one, without and with the topic named. */
export const STATES = 1 + 2 * R
const lastOf = (state: number): number => (state + 1) >> 1
const named = (state: number): boolean => state > 0 && state % 2 === 0
const after = (state: number, role: number): number =>
  role === TOPIC && named(state) ? -1 : 1 + 2 * role + (role === TOPIC || named(state) ? 1 : 0)
/** [STATES, R] of the state that follows, -1 where none may. */
const NEXT = Int8Array.from({ length: STATES * R }, (_, at) => after(Math.floor(at / R), at % R))
const LAST = Uint8Array.from({ length: STATES }, (_, state) => lastOf(state))

const NEVER = Number.NEGATIVE_INFINITY
const sumOf = ({ weights, scale }: Weights, features: readonly number[], role: number): number => {
  let sum = 0
  for (const bucket of features) sum += weights[bucket * R + role]!
  return sum * scale
}

export type Scores = {
  /** [stretches, R], pieces included. */
  stretch: Float64Array
  /** [n, 1 + R, R] */
  link: Float64Array
  end: number
}

export function scoresOf(lattice: Lattice, weights: Weights): Scores {
  const n = lattice.pieces.length
  // [n + 1, R], summed from the start, so that any stretch is a difference.
  const within = new Float64Array((n + 1) * R)
  for (let i = 0; i < n; i++)
    for (let role = 0; role < R; role++) within[(i + 1) * R + role] = within[i * R + role]! + sumOf(weights, lattice.pieces[i]!, role)
  const stretch = new Float64Array(lattice.stretches.length * R)
  lattice.stretches.forEach(({ from, to, features }, at) => {
    for (let role = 0; role < R; role++)
      stretch[at * R + role] = within[to * R + role]! - within[from * R + role]! + sumOf(weights, features, role)
  })
  const link = new Float64Array(n * (1 + R) * R)
  lattice.links.forEach((lasts, i) => {
    lasts.forEach((features, last) => {
      for (let role = 0; role < R; role++) link[(i * (1 + R) + last) * R + role] = sumOf(weights, features, role)
    })
  })
  return { stretch, link, end: sumOf(weights, lattice.ends, 0) }
}

export type Beliefs = {
  /** [stretches, R]: how likely each is one of the parting. */
  stretch: Float64Array
  /** [n, R]: how likely a piece is within one. */
  piece: Float64Array
  /** [n, 1 + R, R] */
  link: Float64Array
  /** How likely the topic was named. */
  end: number
  /** Logarithm of the sum over all partings. */
  total: number
}

/** For each piece the stretches that begin there. */
function beginning({ pieces, stretches }: Lattice): number[][] {
  const begin: number[][] = pieces.map(() => [])
  stretches.forEach(({ from }, at) => {
    begin[from]!.push(at)
  })
  return begin
}

/** Forward and backward, in logarithms. */
export function beliefs(lattice: Lattice, scores: Scores): Beliefs {
  const n = lattice.pieces.length
  const begin = beginning(lattice)
  const ahead = new Float64Array((n + 1) * STATES).fill(NEVER)
  const behind = new Float64Array((n + 1) * STATES).fill(NEVER)
  ahead[0] = 0
  const each = (i: number, visit: (at: number, role: number, state: number, next: number, score: number) => void) => {
    for (const at of begin[i]!)
      for (let state = 0; state < STATES; state++)
        for (let role = 0; role < R; role++) {
          const next = NEXT[state * R + role]!
          if (next < 0) continue
          const score = scores.stretch[at * R + role]! + scores.link[(i * (1 + R) + LAST[state]!) * R + role]!
          visit(at, role, state, lattice.stretches[at]!.to * STATES + next, score)
        }
  }
  for (let i = 0; i < n; i++) {
    for (let state = 0; state < STATES; state++) addLog(ahead, (i + 1) * STATES + state, ahead[i * STATES + state]!)
    each(i, (_at, _role, state, next, score) => addLog(ahead, next, ahead[i * STATES + state]! + score))
  }
  for (let state = 0; state < STATES; state++) behind[n * STATES + state] = named(state) ? scores.end : 0
  for (let i = n - 1; i >= 0; i--) {
    for (let state = 0; state < STATES; state++) addLog(behind, i * STATES + state, behind[(i + 1) * STATES + state]!)
    each(i, (_at, _role, state, next, score) => addLog(behind, i * STATES + state, behind[next]! + score))
  }
  const total = behind[0]!
  const found: Beliefs = {
    stretch: new Float64Array(lattice.stretches.length * R),
    piece: new Float64Array(n * R),
    link: new Float64Array(n * (1 + R) * R),
    end: 0,
    total,
  }
  for (let i = 0; i < n; i++)
    each(i, (at, role, state, next, score) => {
      const chance = Math.exp(ahead[i * STATES + state]! + score + behind[next]! - total)
      if (chance < 1e-12) return
      found.stretch[at * R + role]! += chance
      found.link[(i * (1 + R) + LAST[state]!) * R + role]! += chance
    })
  lattice.stretches.forEach(({ from, to }, at) => {
    for (let role = 0; role < R; role++) for (let i = from; i < to; i++) found.piece[i * R + role]! += found.stretch[at * R + role]!
  })
  for (let state = 0; state < STATES; state++) if (named(state)) found.end += Math.exp(ahead[n * STATES + state]! + scores.end - total)
  return found
}

export type Parted = { from: number; to: number; role: number; at: number }

/** The likeliest parting (Viterbi), in order. */
export function best(lattice: Lattice, scores: Scores): Parted[] {
  const n = lattice.pieces.length
  const begin = beginning(lattice)
  const reached = new Float64Array((n + 1) * STATES).fill(NEVER)
  /** [n + 1, STATES] of stretch * R + role, and the state before; -1 where a piece of no role came before. */
  const by = new Int32Array((n + 1) * STATES).fill(-1)
  const from = new Int8Array((n + 1) * STATES)
  reached[0] = 0
  for (let i = 0; i < n; i++)
    for (let state = 0; state < STATES; state++) {
      const here = reached[i * STATES + state]!
      if (here === NEVER) continue
      const take = (to: number, score: number, what: number) => {
        if (score <= reached[to]!) return
        reached[to] = score
        by[to] = what
        from[to] = state
      }
      take((i + 1) * STATES + state, here, -1)
      for (const at of begin[i]!)
        for (let role = 0; role < R; role++) {
          const next = NEXT[state * R + role]!
          if (next < 0) continue
          const score = here + scores.stretch[at * R + role]! + scores.link[(i * (1 + R) + LAST[state]!) * R + role]!
          take(lattice.stretches[at]!.to * STATES + next, score, at * R + role)
        }
    }
  let state = 0
  const ended = (one: number) => reached[n * STATES + one]! + (named(one) ? scores.end : 0)
  for (let one = 1; one < STATES; one++) if (ended(one) > ended(state)) state = one
  const path: Parted[] = []
  for (let i = n; i > 0; ) {
    const what = by[i * STATES + state]!
    const before = from[i * STATES + state]!
    if (what < 0) i--
    else {
      const at = Math.floor(what / R)
      const { from: start, to } = lattice.stretches[at]!
      path.push({ from: start, to, role: what % R, at })
      i = start
    }
    state = before
  }
  return path.reverse()
}
