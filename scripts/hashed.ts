/** Trains a multinomial logistic regression over hashed features by AdaGrad steps (Duchi, Hazan and Singer, 2011). */
import { chancesOf, type Hashed } from '../src/base/hashed.ts'
import type { Rng } from '../src/base/rng.ts'

export type Taught = { features: readonly number[]; dense: Float32Array | null; class: number; weight: number }
export type Rates = { epochs: number; rate: number; decay: number }

/** What the steps are damped by at first. */
const START = 1

/** `weights` [buckets + d, classes], where d is the length of `dense`. */
export function train(all: readonly Taught[], buckets: number, classes: number, { epochs, rate, decay }: Rates, rng: Rng): Float32Array {
  const weights = new Float32Array((buckets + (all[0]?.dense?.length ?? 0)) * classes)
  const squares = new Float32Array(weights.length).fill(START)
  const model: Hashed = { classes, scale: 1, weights }
  for (let step = 0; step < all.length * epochs; step++) {
    const { features, dense, class: right, weight } = all[Math.floor(rng.next() * all.length)]!
    chancesOf(model, features, dense).forEach((chance, k) => {
      const slope = weight * (chance - (k === right ? 1 : 0))
      if (Math.abs(slope) < 1e-3) return
      const move = (row: number, x: number) => {
        const at = row * classes + k
        const gradient = slope * x + decay * weights[at]!
        squares[at]! += gradient * gradient
        weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!)
      }
      for (const bucket of features) move(bucket, 1)
      for (let j = 0; j < (dense?.length ?? 0); j++) move(buckets + j, dense![j]!)
    })
  }
  return weights
}
