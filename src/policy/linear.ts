/**
 * A linear softmax policy over named actions: pi(a|s) ~ exp(w_a . phi(s) / temperature), mixed with a share of exploration.
 * Weights are kept by name, so that a policy can be read, compared and taken back feature by feature.
 */
import type { Rng } from '../base/rng.ts'
import { components, type Features } from './features.ts'
import { draw, explored, type Mask, softmax } from './softmax.ts'

export type LinearPolicy = {
  /** Name and version: journalled with every decision. */
  id: string
  actions: readonly string[]
  /** (action, feature) to weight; what is absent is 0. */
  weights: Readonly<Record<string, Readonly<Record<string, number>>>>
  temperature: number
  /** Share of decisions that are drawn evenly from what is allowed: 0 where nobody asked to be tried on. */
  exploration: number
}

export type Decision = {
  action: string
  /** With which it was drawn. */
  probability: number
  policy: string
  features: Features
}

/** w_a . phi, one an action, in the policy's order. */
export function scoresOf({ actions, weights }: LinearPolicy, features: Features): Float64Array {
  const parts = components(features)
  return Float64Array.from(actions, (action) => {
    const row = weights[action]
    return row ? parts.reduce((sum, [name, value]) => sum + (row[name] ?? 0) * value, 0) : 0
  })
}

/** Probability of each action, in the policy's order. */
export function probabilitiesOf(policy: LinearPolicy, features: Features, mask?: Mask): Float64Array {
  return explored(softmax(scoresOf(policy, features), mask, policy.temperature), policy.exploration, mask)
}

/** Draws an action; its probability is the one it was drawn with. Throws where the mask allows nothing. */
export function decide(policy: LinearPolicy, features: Features, rng: Rng, mask?: Mask): Decision {
  const probabilities = probabilitiesOf(policy, features, mask)
  const at = draw(probabilities, rng)
  return { action: policy.actions[at]!, probability: probabilities[at]!, policy: policy.id, features }
}

/** d log pi(action) / d w: what a policy gradient is made of, (action, feature) to slope. Exploration included. */
export function slopeOf(policy: LinearPolicy, features: Features, action: string, mask?: Mask): Record<string, Record<string, number>> {
  const soft = softmax(scoresOf(policy, features), mask, policy.temperature)
  const mixed = explored(soft, policy.exploration, mask)
  const taken = policy.actions.indexOf(action)
  // Of the mixture only the softmax part has a slope.
  const share = ((1 - policy.exploration) * soft[taken]!) / mixed[taken]! / policy.temperature
  const parts = components(features)
  return Object.fromEntries(
    policy.actions.map((name, a) => {
      const pull = share * ((a === taken ? 1 : 0) - soft[a]!)
      return [name, Object.fromEntries(parts.map(([feature, value]) => [feature, pull * value]))]
    }),
  )
}
