/**
 * From scores to probabilities that are exact: what is journalled as the chance of an action is the chance with which it was
 * drawn, or off-policy evaluation means nothing. An action that is masked has probability 0, not nearly 0.
 */
import type { Rng } from '../base/rng.ts'

/** What may be done, one an action; all may where there is none. */
export type Mask = ArrayLike<boolean>

/**
 * exp(score / temperature), normalised over the actions that the mask allows. Scores of any size: the largest is subtracted
 * first. Throws where nothing is allowed: whoever masks keeps a default.
 */
export function softmax(scores: ArrayLike<number>, mask?: Mask, temperature = 1): Float64Array {
  const out = new Float64Array(scores.length)
  let most = Number.NEGATIVE_INFINITY
  for (let a = 0; a < out.length; a++) if (allows(mask, a)) most = Math.max(most, scores[a]!)
  if (most === Number.NEGATIVE_INFINITY) throw new Error('softmax: every action is masked')
  for (let a = 0; a < out.length; a++) if (allows(mask, a)) out[a] = Math.exp((scores[a]! - most) / temperature)
  return normalised(out)
}

const allows = (mask: Mask | undefined, action: number) => !mask || mask[action]!

function normalised(weights: Float64Array): Float64Array {
  let total = 0
  for (const weight of weights) total += weight
  for (let a = 0; a < weights.length; a++) weights[a]! /= total
  return weights
}

/** `share` of the time anything allowed, all as likely; else as before. What explores has a known chance. */
export function explored(probabilities: Float64Array, share: number, mask?: Mask): Float64Array {
  let count = 0
  for (let a = 0; a < probabilities.length; a++) if (allows(mask, a)) count++
  return probabilities.map((p, a) => (allows(mask, a) ? (1 - share) * p + share / count : 0))
}

/** An index drawn with these probabilities; never one of probability 0. */
export function draw(probabilities: ArrayLike<number>, rng: Rng): number {
  let left = rng.next()
  let last = 0
  for (let a = 0; a < probabilities.length; a++) {
    if (!(probabilities[a]! > 0)) continue
    last = a
    left -= probabilities[a]!
    if (left < 0) return a
  }
  // Rounding left a hair above the sum.
  return last
}

/** The best that is allowed; the first of equals. */
export function best(scores: ArrayLike<number>, mask?: Mask): number {
  let at = -1
  for (let a = 0; a < scores.length; a++) if (allows(mask, a) && (at < 0 || scores[a]! > scores[at]!)) at = a
  return at
}
