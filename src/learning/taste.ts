/**
 * What one person likes, beginning from what people like: a Gaussian prior over weights, fitted to people that were met before,
 * and a regression that moves from it as the person shows more (hierarchical Bayes; Lindley & Smith 1972). In coordinates in
 * which the prior is the unit one, w = mean + root z, so that one regression does for every prior.
 */
import type { Rng } from '../base/rng.ts'
import { cholesky, dot, product, transposed } from './matrix.ts'
import { Regression } from './regression.ts'

export type Prior = {
  /** (traits) */
  mean: Float64Array
  /** (traits x traits), lower triangular: covariance = root root'. */
  root: Float64Array
}

/** Of weights that were fitted to one person each: their mean, and how people differ. Shrunk towards `spread` of its own a trait. */
export function fittedPrior(people: readonly Float64Array[], spread: number): Prior {
  const size = people[0]!.length
  const mean = new Float64Array(size)
  for (const weights of people) for (let i = 0; i < size; i++) mean[i]! += weights[i]! / people.length
  const covariance = new Float64Array(size * size)
  for (const weights of people)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        covariance[i * size + j]! += ((weights[i]! - mean[i]!) * (weights[j]! - mean[j]!)) / (people.length + SHRINK)
  for (let i = 0; i < size; i++) covariance[i * size + i]! += (SHRINK * spread * spread) / (people.length + SHRINK)
  return { mean, root: cholesky(covariance, size) }
}
/** People that the shrinkage is worth. */
const SHRINK = 10

/** Around nothing: (size) weights of deviation `spread`, each on its own. */
export const flatPrior = (size: number, spread: number): Prior => {
  const root = new Float64Array(size * size)
  for (let i = 0; i < size; i++) root[i * size + i] = spread
  return { mean: new Float64Array(size), root }
}

/** Of one person. Traits are those of the prior: (traits). */
export class Taste {
  private readonly prior: Prior
  private readonly model: Regression

  constructor(prior: Prior) {
    this.prior = prior
    this.model = new Regression(prior.mean.length, 1)
  }

  /** Something with these traits was liked so much; `weight` of several times. */
  add(traits: Float64Array, liked: number, weight = 1): void {
    this.model.add(this.turned(traits), liked - dot(this.prior.mean, traits), weight)
  }

  /** How much it should please. */
  expected(traits: Float64Array): number {
    return dot(this.prior.mean, traits) + this.model.predict(this.turned(traits))
  }

  /** In the coordinates of the traits. */
  posterior(): { mean: Float64Array; covariance: Float64Array } {
    const { root, mean } = this.prior
    const size = mean.length
    const { inverse, noise } = this.model
    const turned = product(root, inverse, size)
    const covariance = product(turned, transposed(root, size), size).map((value) => value * noise * noise)
    return { mean: mean.map((value, i) => value + dot(root.subarray(i * size, (i + 1) * size), this.model.mean)), covariance }
  }

  /** Weights as they may be: drawn from the posterior, for Thompson sampling. (traits) */
  drawn(rng: Rng): Float64Array {
    const z = this.model.drawn(rng)
    const size = z.length
    return this.prior.mean.map((mean, i) => {
      let sum = mean
      for (let j = 0; j <= i; j++) sum += this.prior.root[i * size + j]! * z[j]!
      return sum
    })
  }

  /** root' traits */
  private turned(traits: Float64Array): Float64Array {
    const size = traits.length
    const out = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      if (traits[i] === 0) continue
      for (let j = 0; j <= i; j++) out[j]! += this.prior.root[i * size + j]! * traits[i]!
    }
    return out
  }
}
