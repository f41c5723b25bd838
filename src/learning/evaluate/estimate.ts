/**
 * What a policy would have brought, told from what another one did. w = target / logged chance of the action taken.
 *
 *   IPS    mean w r                                        (Horvitz & Thompson 1952)
 *   SNIPS  sum w r / sum w                                 (Swaminathan & Joachims 2015)
 *   DR     mean direct + w (r - expected)                  (Dudik, Langford & Li 2011)
 *
 * IPS and DR have no bias as long as the chances are true and whatever the target does has been tried; a model that is good
 * makes DR sure, one that is bad only unsure. Intervals are 95 % (interval.ts); SNIPS by its linearisation.
 */
import type { Features } from '../../policy/features.ts'
import { type LinearPolicy, probabilitiesOf } from '../../policy/linear.ts'
import type { Mask } from '../../policy/softmax.ts'
import { type Estimate, estimated } from './interval.ts'
import { expectations } from './model.ts'

/** A decision of the journal with what it earned. */
export type Logged = {
  features: Features
  action: string
  /** With which it was drawn. */
  probability: number
  mask?: Mask
  reward: number
}

/** A decision, as a candidate would have made it. */
export type Weighed = {
  reward: number
  /** target / logged chance. */
  weight: number
  /** What a model that did not see this decision expects of the action taken, and of the candidate. */
  expected: number
  direct: number
}

/** Each decision of the log as `policy` would have made it; none of the policy's actions has the weight 0. O(n d^2) for d features. */
export function weighed(log: readonly Logged[], policy: LinearPolicy): Weighed[] {
  const expected = expectations(log, policy.actions)
  return log.map(({ features, action, probability, mask, reward }, i) => {
    const chances = probabilitiesOf(policy, features, mask)
    const at = policy.actions.indexOf(action)
    const all = expected[i]!
    return {
      reward,
      weight: (at < 0 ? 0 : chances[at]!) / probability,
      expected: at < 0 ? 0 : all[at]!,
      direct: chances.reduce((sum, chance, a) => sum + chance * all[a]!, 0),
    }
  })
}

/** `misses`: chance that the interval does not hold (0.05). Of an empty log it is not a number. */
export const ips = (log: readonly Weighed[], misses?: number): Estimate =>
  estimated(
    log.map(({ weight, reward }) => weight * reward),
    misses,
    trust(log).effective,
  )

/** As `ips`. Not a number where the policy does nothing that was tried. */
export function snips(log: readonly Weighed[], misses?: number): Estimate {
  const mean = log.reduce((sum, { weight }) => sum + weight, 0) / log.length
  const value = log.reduce((sum, { weight, reward }) => sum + weight * reward, 0) / log.length / mean
  return estimated(
    log.map(({ weight, reward }) => value + (weight * (reward - value)) / mean),
    misses,
    trust(log).effective,
  )
}

/**
 * The parts of few decisions scatter less around their mean than around the truth, since the heavy ones pull the mean to
 * themselves: each is moved away from it by its share of the weight, as in the jackknife (MacKinnon & White 1985, "HC3"). And
 * half of the log is told by a model of the other half: what is left is the evidence of half as many.
 */
export function doublyRobust(log: readonly Weighed[], misses?: number): Estimate {
  const parts = log.map(robust)
  const mean = meanOf(parts)
  const all = log.reduce((sum, { weight }) => sum + weight, 0)
  const apart = parts.map((part, i) => mean + (part - mean) / Math.max(LEAST_LEFT, 1 - (all > 0 ? log[i]!.weight / all : 0)))
  const moved = meanOf(apart) - mean
  return estimated(
    apart.map((part) => part - moved),
    misses,
    trust(log).effective / 2,
  )
}
/** One decision that has nearly all of the weight is no evidence; it must not be divided by nothing either. */
const LEAST_LEFT = 0.05
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** One decision's part of the doubly robust estimate. */
export const robust = ({ direct, weight, reward, expected }: Weighed): number => direct + weight * (reward - expected)

/** The mean weight is 1 if the chances are true; decisions that a candidate's weights leave (Kish 1965). */
export function trust(log: readonly Weighed[]): { weights: Estimate; effective: number } {
  const weights = log.map(({ weight }) => weight)
  const sum = weights.reduce((a, b) => a + b, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  return { weights: estimated(weights), effective: squares > 0 ? (sum * sum) / squares : 0 }
}
