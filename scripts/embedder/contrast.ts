/**
 * The learner: rows of hashed features, averaged into a sentence, drawn together for sentences that mean the same and
 * apart from the rest of the batch. Symmetric InfoNCE (van den Oord 2018; both directions as in CLIP, Radford 2021),
 * per-row Adagrad (Duchi 2011). Left out: momentum, hard-negative mining other than batches of one domain, word order.
 *
 * For a batch of n pairs with unit vectors a_i, b_i: S = A B^T / temperature, P = softmax of its rows, Q of its columns;
 * loss = -mean(log P_ii + log Q_ii) / 2, dL/dS = (P - T + Q - T) / 2n with T the identity. A teacher puts the softmax of
 * its own similarities in the place of T.
 */
import type { Rng } from '../../src/base/rng.ts'

/** A sentence as features: rows of the vocabulary and their weights. */
export type Encoded = { rows: Uint32Array; weights: Float32Array }
export type Settings = { dimension: number; temperature: number; dropout: number }

/** What a backward pass needs: features after dropout, unit vectors (n, d), norms before scaling (n). */
type Forward = { kept: Encoded[]; unit: Float32Array; norms: Float32Array }

export class Contrast {
  readonly table: Float32Array
  readonly #gradient: Float32Array
  readonly #squares: Float32Array
  /** Rows with a gradient in this step, each once: `#seen` holds the step that last touched a row. */
  readonly #touched: number[] = []
  readonly #seen: Uint32Array
  #steps = 0
  readonly #settings: Settings
  readonly #rng: Rng

  constructor(rows: number, settings: Settings, rng: Rng) {
    const { dimension } = settings
    this.#settings = settings
    this.#rng = rng
    this.table = Float32Array.from({ length: rows * dimension }, () => (rng.next() * 2 - 1) * 0.5)
    this.#gradient = new Float32Array(rows * dimension)
    this.#squares = new Float32Array(rows)
    this.#seen = new Uint32Array(rows)
  }

  /**
   * One step over pairs (a[i], b[i]); equal `meaning` marks what must not be pushed apart. `target` is (n, n), rows
   * summing to 1, where a teacher speaks. Gives the loss before the step.
   */
  step(a: Encoded[], b: Encoded[], meaning: ArrayLike<number>, rate: number, target?: Float32Array): number {
    const { dimension, temperature } = this.#settings
    const n = a.length
    this.#steps++
    const left = this.#forward(a)
    const right = this.#forward(b)
    const scores = products(left.unit, right.unit, n, dimension)
    const { slopes, loss } = slopesOf(scores, meaning, n, temperature, target)
    this.#backward(left, times(slopes, right.unit, n, dimension))
    this.#backward(right, times(transposed(slopes, n), left.unit, n, dimension))
    this.#update(rate)
    return loss
  }

  #forward(sentences: Encoded[]): Forward {
    const { dimension, dropout } = this.#settings
    const { table } = this
    const unit = new Float32Array(sentences.length * dimension)
    const norms = new Float32Array(sentences.length)
    const kept = sentences.map(({ rows, weights }) => {
      const mask = weights.map((weight) => (rows.length > 1 && this.#rng.next() < dropout ? 0 : weight))
      return mask.some((weight) => weight > 0) ? { rows, weights: mask } : { rows, weights }
    })
    for (const [i, { rows, weights }] of kept.entries()) {
      const at = i * dimension
      for (let f = 0; f < rows.length; f++) {
        const weight = weights[f]!
        if (weight === 0) continue
        const row = rows[f]! * dimension
        for (let j = 0; j < dimension; j++) unit[at + j]! += weight * table[row + j]!
      }
      let squares = 1e-12
      for (let j = 0; j < dimension; j++) squares += unit[at + j]! * unit[at + j]!
      norms[i] = Math.sqrt(squares)
      for (let j = 0; j < dimension; j++) unit[at + j]! /= norms[i]!
    }
    return { kept, unit, norms }
  }

  /** Through the norm to the sums, and from those to each row: d sum = (g - u (u.g)) / |sum|. */
  #backward({ kept, unit, norms }: Forward, gradient: Float32Array) {
    const { dimension } = this.#settings
    const sums = this.#gradient
    for (const [i, { rows, weights }] of kept.entries()) {
      const at = i * dimension
      let along = 0
      for (let j = 0; j < dimension; j++) along += unit[at + j]! * gradient[at + j]!
      for (let j = 0; j < dimension; j++) gradient[at + j] = (gradient[at + j]! - along * unit[at + j]!) / norms[i]!
      for (let f = 0; f < rows.length; f++) {
        const weight = weights[f]!
        if (weight === 0) continue
        this.#touch(rows[f]!)
        const row = rows[f]! * dimension
        for (let j = 0; j < dimension; j++) sums[row + j]! += weight * gradient[at + j]!
      }
    }
  }

  #touch(row: number) {
    if (this.#seen[row] === this.#steps) return
    this.#seen[row] = this.#steps
    this.#touched.push(row)
  }

  #update(rate: number) {
    const { dimension } = this.#settings
    const { table } = this
    const sums = this.#gradient
    for (const row of this.#touched) {
      const at = row * dimension
      let squares = 0
      for (let j = 0; j < dimension; j++) squares += sums[at + j]! * sums[at + j]!
      if (squares === 0) continue
      this.#squares[row]! += squares / dimension
      const step = rate / Math.sqrt(this.#squares[row]! + 1e-16)
      for (let j = 0; j < dimension; j++) {
        table[at + j]! -= step * sums[at + j]!
        sums[at + j] = 0
      }
    }
    this.#touched.length = 0
  }
}

/** A B^T, (n, n). Four columns at a time: the loop is bound by loads. */
function products(a: Float32Array, b: Float32Array, n: number, d: number): Float32Array {
  const out = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    const p = i * d
    let j = 0
    for (; j + 3 < n; j += 4) {
      const q0 = j * d
      const q1 = q0 + d
      const q2 = q1 + d
      const q3 = q2 + d
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let k = 0; k < d; k++) {
        const value = a[p + k]!
        s0 += value * b[q0 + k]!
        s1 += value * b[q1 + k]!
        s2 += value * b[q2 + k]!
        s3 += value * b[q3 + k]!
      }
      out[i * n + j] = s0
      out[i * n + j + 1] = s1
      out[i * n + j + 2] = s2
      out[i * n + j + 3] = s3
    }
    for (; j < n; j++) {
      let sum = 0
      for (let k = 0; k < d; k++) sum += a[p + k]! * b[j * d + k]!
      out[i * n + j] = sum
    }
  }
  return out
}

/** M B, (n, d), four rows of B at a time. */
function times(m: Float32Array, b: Float32Array, n: number, d: number): Float32Array {
  const out = new Float32Array(n * d)
  for (let i = 0; i < n; i++) {
    const p = i * d
    let j = 0
    for (; j + 3 < n; j += 4) {
      const s0 = m[i * n + j]!
      const s1 = m[i * n + j + 1]!
      const s2 = m[i * n + j + 2]!
      const s3 = m[i * n + j + 3]!
      // Late in training most pairs are told apart and pull no more.
      if (Math.abs(s0) + Math.abs(s1) + Math.abs(s2) + Math.abs(s3) < 4e-6) continue
      const q0 = j * d
      const q1 = q0 + d
      const q2 = q1 + d
      const q3 = q2 + d
      for (let k = 0; k < d; k++) out[p + k]! += s0 * b[q0 + k]! + s1 * b[q1 + k]! + s2 * b[q2 + k]! + s3 * b[q3 + k]!
    }
    for (; j < n; j++) for (let k = 0; k < d; k++) out[p + k]! += m[i * n + j]! * b[j * d + k]!
  }
  return out
}

function transposed(m: Float32Array, n: number): Float32Array {
  const out = new Float32Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = m[i * n + j]!
  return out
}

/** dL/dscores, where scores are cosines, and the loss. */
function slopesOf(scores: Float32Array, meaning: ArrayLike<number>, n: number, temperature: number, target?: Float32Array) {
  const slopes = new Float32Array(n * n)
  const powers = new Float32Array(n * n)
  const rows = new Float32Array(n)
  const columns = new Float32Array(n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const masked = i !== j && meaning[i] === meaning[j]
      const power = masked ? 0 : Math.exp((scores[i * n + j]! - 1) / temperature)
      powers[i * n + j] = power
      rows[i]! += power
      columns[j]! += power
    }
  let loss = 0
  const share = 1 / (2 * n * temperature)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const wanted = target ? target[i * n + j]! : i === j ? 1 : 0
      const p = powers[i * n + j]! / rows[i]!
      const q = powers[i * n + j]! / columns[j]!
      slopes[i * n + j] = (p + q - 2 * wanted) * share
    }
    const own = powers[i * n + i]!
    loss -= (Math.log(own / rows[i]! + 1e-30) + Math.log(own / columns[i]! + 1e-30)) / (2 * n)
  }
  return { slopes, loss }
}
