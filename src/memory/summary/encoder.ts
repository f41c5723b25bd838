/**
 * The summariser: a span of any length becomes one vector of fixed length, by convolutional attention over its pieces.
 *
 *   h_i  = tanh(A_-1 u_i-1 + A_0 u_i + A_+1 u_i+1 + B f_i + b)     u: directions of pieces, f: their traits
 *   a_ki = softmax_i(v_k . h_i + w_k . f_i)                        one distribution over the pieces for each head k
 *   z    = norm(sum_k W_k (sum_i a_ki u_i) + g_k (sum_i a_ki r_i)) r: a piece's own direction (pieces.ts)
 *
 * The ideas: convolution under attention (Wu et al. 2019, "Pay less attention"), memories compressed by it (Rae et al.
 * 2020, "Compressive transformers"). Spans and the questions asked of them have weights of their own. Left out: more than
 * one layer, positions beyond the neighbours. Trained by scripts/summary/train.ts; this file only runs it.
 */
import { normalise } from '../embed/types.ts'
import { addOwn, type Pieces, TRAIT_COUNT } from './pieces.ts'

export const HIDDEN = 8
export const HEADS = 2
/** Pieces that the convolution sees: the one before, the piece, the one after. */
export const KERNEL = 3

export type Layout = {
  dimension: number
  kernel: number
  trait: number
  bias: number
  heads: number
  direct: number
  mix: number
  own: number
  size: number
}

/** Where each part lies in one flat array: A (KERNEL x HIDDEN x D), B, b, v, w, W (HEADS x D x D), g. */
export function layoutOf(dimension: number): Layout {
  const sizes = {
    kernel: KERNEL * HIDDEN * dimension,
    trait: HIDDEN * TRAIT_COUNT,
    bias: HIDDEN,
    heads: HEADS * HIDDEN,
    direct: HEADS * TRAIT_COUNT,
    mix: HEADS * dimension * dimension,
    own: HEADS,
  }
  const layout: Record<string, number> = { dimension }
  let at = 0
  for (const [name, size] of Object.entries(sizes)) {
    layout[name] = at
    at += size
  }
  return { ...(layout as Layout), size: at }
}

export type Weights = Float32Array | Float64Array

/** All that a pass computes: `vector` is the summary, the rest is what learning and explaining look at. */
export type Pass = {
  vector: Float32Array
  /** Norm before scaling. */
  norm: number
  /** (count x HIDDEN) */
  hidden: Float32Array
  /** (HEADS x count), each row sums to 1. */
  attention: Float32Array
  /** (HEADS x D): the pooled directions. */
  pooled: Float32Array[]
}

/** Zeros where there is no piece. `project` may remember what it gave for a piece before. */
export function encode(weights: Weights, layout: Layout, pieces: Pieces, project = projectionOf): Pass {
  const { dimension } = layout
  const { count, words } = pieces
  const projected = Array.from({ length: count }, (_, i) => project(weights, layout, pieces, i))
  const hidden = hiddenOf(weights, layout, pieces, projected)
  const attention = new Float32Array(HEADS * count)
  const vector = new Float32Array(dimension)
  const pooled: Float32Array[] = []
  const own = new Float32Array(count)
  for (let head = 0; head < HEADS; head++) {
    const shares = attention.subarray(head * count, (head + 1) * count)
    attend(weights, layout, pieces, hidden, head, shares)
    pooled.push(pool(dimension, pieces, shares))
    multiplyAdd(weights, layout.mix + head * dimension ** 2, pooled[head]!, vector)
    for (let i = 0; i < count; i++) own[i]! += weights[layout.own + head]! * shares[i]!
  }
  for (let i = 0; i < count; i++) addOwn(words[i]!, own[i]!, vector)
  let square = 0
  for (const value of vector) square += value * value
  return { vector: normalise(vector), norm: Math.sqrt(square), hidden, attention, pooled }
}

/** The same weights, with what was learned of a person's turns added to what each trait counts for: (TRAIT_COUNT). */
export function withSalience(weights: Weights, { direct }: Layout, salience: Float32Array): Weights {
  const tuned = weights.slice()
  for (let head = 0; head < HEADS; head++) for (let f = 0; f < TRAIT_COUNT; f++) tuned[direct + head * TRAIT_COUNT + f]! += salience[f]!
  return tuned
}

/** What each row of each kernel makes of one piece: (KERNEL x HIDDEN). The same for the same piece, wherever it stands. */
export function projectionOf(weights: Weights, { dimension, kernel }: Layout, { units }: Pieces, piece: number): Float32Array {
  const out = new Float32Array(KERNEL * HIDDEN)
  for (let row = 0; row < out.length; row++) out[row] = product(weights, kernel + row * dimension, units, piece * dimension, dimension)
  return out
}

function hiddenOf(weights: Weights, { trait, bias }: Layout, { count, traits }: Pieces, projected: readonly Float32Array[]): Float32Array {
  const hidden = new Float32Array(count * HIDDEN)
  for (let i = 0; i < count; i++)
    for (let r = 0; r < HIDDEN; r++) {
      let sum = weights[bias + r]!
      for (let f = 0; f < TRAIT_COUNT; f++) sum += weights[trait + r * TRAIT_COUNT + f]! * traits[i * TRAIT_COUNT + f]!
      for (let k = 0; k < KERNEL; k++) {
        const near = i + k - 1
        if (near >= 0 && near < count) sum += projected[near]![k * HIDDEN + r]!
      }
      hidden[i * HIDDEN + r] = Math.tanh(sum)
    }
  return hidden
}

/** Writes one head's softmax over the pieces to `out`. */
function attend(weights: Weights, layout: Layout, { count, traits }: Pieces, hidden: Float32Array, head: number, out: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) {
    let sum = 0
    for (let r = 0; r < HIDDEN; r++) sum += weights[layout.heads + head * HIDDEN + r]! * hidden[i * HIDDEN + r]!
    for (let f = 0; f < TRAIT_COUNT; f++) sum += weights[layout.direct + head * TRAIT_COUNT + f]! * traits[i * TRAIT_COUNT + f]!
    out[i] = sum
    if (sum > most) most = sum
  }
  let total = 0
  for (let i = 0; i < count; i++) total += out[i] = Math.exp(out[i]! - most)
  for (let i = 0; i < count; i++) out[i]! /= total
}

function pool(dimension: number, { count, units }: Pieces, shares: Float32Array): Float32Array {
  const directions = new Float32Array(dimension)
  for (let i = 0; i < count; i++) {
    const share = shares[i]!
    for (let j = 0, at = i * dimension; j < dimension; j++, at++) directions[j]! += share * units[at]!
  }
  return directions
}

/** out += M x, with M (D x D) from `at` on. */
function multiplyAdd(weights: Weights, at: number, x: Float32Array, out: Float32Array): void {
  const size = x.length
  for (let i = 0; i < size; i++) out[i]! += product(weights, at + i * size, x, 0, size)
}

/** a[from ..] . b[at ..] over `size` places; four sums at a time, which a processor adds side by side. */
function product(a: Weights, from: number, b: Float32Array, at: number, size: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let j = 0
  for (; j + 3 < size; j += 4) {
    s0 += a[from + j]! * b[at + j]!
    s1 += a[from + j + 1]! * b[at + j + 1]!
    s2 += a[from + j + 2]! * b[at + j + 2]!
    s3 += a[from + j + 3]! * b[at + j + 3]!
  }
  for (; j < size; j++) s0 += a[from + j]! * b[at + j]!
  return s0 + s1 + s2 + s3
}
