/**
 * Options that lead to a place: one a subgoal, its policy greedy in values of its own that are learned off-policy from every
 * step taken for whatever reason (pseudo-rewards, Dietterich 2000; Sutton, Precup & Singh 1999, section 7). What is learned
 * is free of the task: when the goal moves, the ways stay known.
 */
import type { Option } from '../../policy/options.ts'
import { best } from '../../policy/softmax.ts'

export type Subgoal = {
  name: string
  /** What of the state the way depends on: fewer places than states (state abstraction). */
  place(state: number): number
  places: number
  reached(state: number): boolean
  /** May one set out for it here? */
  from(state: number): boolean
}

export type Way = Subgoal & {
  /** (places x actions): minus the steps that are left, as far as is known. */
  values: Float64Array
  /** Those that can change the place, the first of all there are. */
  actions: number
}

/** A way of which nothing is known yet, by the first `actions` actions of the world. */
export const way = (subgoal: Subgoal, actions: number): Way => ({
  ...subgoal,
  actions,
  values: new Float64Array(subgoal.places * actions),
})

/** -1 a step until it is reached. */
export function learnWay(one: Way, step: { from: number; action: number; to: number }, rate: number): void {
  if (step.action >= one.actions) return
  const at = one.place(step.from) * one.actions + step.action
  let onwards = 0
  if (!one.reached(step.to)) {
    const row = one.place(step.to) * one.actions
    onwards = Number.NEGATIVE_INFINITY
    for (let a = 0; a < one.actions; a++) onwards = Math.max(onwards, one.values[row + a]!)
  }
  one.values[at]! += rate * (onwards - 1 - one.values[at]!)
}

/** The option that takes the way, as it is known at each moment; of `actions` in all, the first are those of the way. */
export function optionOf(one: Way, actions = one.actions): Option<number> {
  const rows = Array.from({ length: one.places }, (_, place) => one.values.subarray(place * one.actions, (place + 1) * one.actions))
  const certain = Array.from({ length: one.actions }, (_, action) => {
    const chances = new Float64Array(actions)
    chances[action] = 1
    return chances
  })
  return {
    name: one.name,
    initiates: (state) => one.from(state) && !one.reached(state),
    policy: (state) => certain[best(rows[one.place(state)]!)]!,
    terminates: (state) => (one.reached(state) || !one.from(state) ? 1 : 0),
  }
}
