/**
 * A finite Markov decision process in full: what an exact planner sums over, and what a sampler draws from. Both read the
 * same table, so that a learner is measured against the true optimum of the very environment it was in.
 */
import type { Rng } from '../../../src/base/rng.ts'

export type Outcome = { chance: number; next: number; reward: number; done: boolean }

export type Finite = {
  states: number
  actions: number
  /** (states x actions): what may come of it; chances sum to 1. */
  outcomes: readonly (readonly Outcome[])[]
  /** An episode begins in one of these, all as likely. */
  starts: readonly number[]
}

export const outcomesOf = ({ outcomes, actions }: Finite, state: number, action: number) => outcomes[state * actions + action]!

export function startOf({ starts }: Finite, rng: Rng): number {
  return starts[Math.floor(rng.next() * starts.length)]!
}

export function sample(world: Finite, state: number, action: number, rng: Rng): Outcome {
  const all = outcomesOf(world, state, action)
  let left = rng.next()
  for (const outcome of all) {
    left -= outcome.chance
    if (left < 0) return outcome
  }
  return all[all.length - 1]!
}

/** r(s,a) + discount * E v(s'). */
function backup(world: Finite, value: Float64Array, state: number, action: number, discount: number): number {
  let sum = 0
  for (const { chance, next, reward, done } of outcomesOf(world, state, action))
    sum += chance * (reward + (done ? 0 : discount * value[next]!))
  return sum
}

/** Value iteration until no value moves by more than `tolerance`. (states) */
export function optimalValues(world: Finite, discount: number, tolerance = 1e-10): Float64Array {
  const value = new Float64Array(world.states)
  for (let moved = 1; moved > tolerance; ) {
    moved = 0
    for (let s = 0; s < world.states; s++) {
      let best = Number.NEGATIVE_INFINITY
      for (let a = 0; a < world.actions; a++) best = Math.max(best, backup(world, value, s, a, discount))
      moved = Math.max(moved, Math.abs(best - value[s]!))
      value[s] = best
    }
  }
  return value
}

/**
 * Value of a policy, (states x actions) of probabilities, by sweeps; `most` of them, since a policy that never ends an
 * episode has no value without discount.
 */
export function valuesOf(world: Finite, policy: Float64Array, discount: number, tolerance = 1e-9, most = 20_000): Float64Array {
  const value = new Float64Array(world.states)
  for (let sweep = 0, moved = 1; moved > tolerance && sweep < most; sweep++) {
    moved = 0
    for (let s = 0; s < world.states; s++) {
      let sum = 0
      for (let a = 0; a < world.actions; a++) {
        const chance = policy[s * world.actions + a]!
        if (chance > 0) sum += chance * backup(world, value, s, a, discount)
      }
      moved = Math.max(moved, Math.abs(sum - value[s]!))
      value[s] = sum
    }
  }
  return value
}

/** Mean over the starts. */
export const meanOver = ({ starts }: Finite, value: Float64Array) => starts.reduce((sum, s) => sum + value[s]!, 0) / starts.length

/** (states x actions): all weight on the best of each row of `scores`. */
export function greedy(scores: Float64Array, actions: number): Float64Array {
  const policy = new Float64Array(scores.length)
  for (let from = 0; from < scores.length; from += actions) {
    let best = from
    for (let at = from + 1; at < from + actions; at++) if (scores[at]! > scores[best]!) best = at
    policy[best] = 1
  }
  return policy
}
