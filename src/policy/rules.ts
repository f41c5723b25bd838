/**
 * What may not be done whatever it would earn: rules that mask actions before a policy draws. A masked action has probability
 * 0, is never explored, and the names of the rules are kept for whoever asks why. Costs that may be traded (fairness) are
 * not here but with the learner (learning/constraints.ts).
 */
import type { Features } from './features.ts'

export type Rule = {
  name: string
  /** Why, in a sentence a person can read. */
  because: string
  forbids(action: string, features: Features): boolean
}

export type Allowed = {
  /** One an action. */
  mask: boolean[]
  /** Of what is masked, the rules that did it. */
  forbidden: { action: string; rules: string[] }[]
}

/** `fallback` stays allowed where rules would leave nothing: to do the least is always possible. */
export function allowed(rules: readonly Rule[], actions: readonly string[], features: Features, fallback: string): Allowed {
  const broken = actions.map((action) => ({
    action,
    rules: rules.filter((rule) => rule.forbids(action, features)).map(({ name }) => name),
  }))
  const mask = broken.map(({ rules: found }) => found.length === 0)
  if (!mask.includes(true)) mask[actions.indexOf(fallback)] = true
  return { mask, forbidden: broken.filter(({ rules: found }) => found.length > 0) }
}
