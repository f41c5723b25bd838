/**
 * Linear regression that knows how sure it is: a Gaussian posterior over weights, kept in closed form.
 *
 *   precision A = I / prior + sum x x',   mean = A^-1 sum x y,   variance of a prediction = noise^2 x' A^-1 x
 *   noise^2 = (1 + sum (y - predicted before)^2 / (1 + x' A^-1 x)) / (1 + examples)      (normal-inverse-gamma, its mode)
 *
 * The inverse is kept (Sherman & Morrison 1950), so that one more example costs O(d^2) and no solver. What LinUCB and linear
 * Thompson sampling choose by, what the reward model predicts with, and what doubly robust evaluation leans on.
 */
import { normal, type Rng } from '../base/rng.ts'
import { cholesky } from './matrix.ts'

/** `size` weights of prior mean 0 and variance `prior`, in units of the noise. */
export class Regression {
  readonly size: number
  /** (size) */
  readonly mean: Float64Array
  /** A^-1: (size x size) */
  readonly inverse: Float64Array
  private readonly held: Float64Array
  private squares = 1
  private examples = 1

  constructor(size: number, prior = 1) {
    this.size = size
    this.mean = new Float64Array(size)
    this.held = new Float64Array(size)
    this.inverse = new Float64Array(size * size)
    for (let i = 0; i < size; i++) this.inverse[i * size + i] = prior
  }

  /** One example: `x` (size) and what came of it; `weight` of several, or of a part of one. */
  add(x: ArrayLike<number>, y: number, weight = 1): void {
    const { size, held, inverse, mean } = this
    const spread = this.project(x)
    const scale = weight / (1 + weight * spread)
    for (let i = 0; i < size; i++) {
      const by = scale * held[i]!
      for (let j = 0; j < size; j++) inverse[i * size + j]! -= by * held[j]!
    }
    const wrong = y - this.predict(x)
    this.squares += (weight * wrong * wrong) / (1 + weight * spread)
    this.examples += weight
    // mean += A_new^-1 x (y - mean.x), and A_new^-1 x = A^-1 x / (1 + weight * spread).
    for (let i = 0; i < size; i++) mean[i]! += scale * held[i]! * wrong
  }

  /** w . x, of `x` (size). */
  predict(x: ArrayLike<number>): number {
    let total = 0
    for (let i = 0; i < this.size; i++) total += this.mean[i]! * x[i]!
    return total
  }

  /** x' A^-1 x: the variance of the prediction in units of the noise. */
  variance(x: ArrayLike<number>): number {
    return this.project(x)
  }

  /** Standard deviation of what no weights explain. */
  get noise(): number {
    return Math.sqrt(this.squares / this.examples)
  }

  /** Writes A^-1 x to `held`; returns x' A^-1 x. */
  private project(x: ArrayLike<number>): number {
    const { size, held, inverse } = this
    let spread = 0
    for (let i = 0; i < size; i++) {
      let total = 0
      for (let j = 0; j < size; j++) total += inverse[i * size + j]! * x[j]!
      held[i] = total
      spread += total * x[i]!
    }
    return spread
  }

  /** Weights drawn from the posterior: (size). */
  drawn(rng: Rng): Float64Array {
    const { noise } = this
    const root = cholesky(this.inverse, this.size)
    const out = this.mean.slice()
    const normals = Array.from({ length: this.size }, () => normal(rng))
    for (let i = 0; i < this.size; i++) for (let j = 0; j <= i; j++) out[i]! += noise * root[i * this.size + j]! * normals[j]!
    return out
  }
}
