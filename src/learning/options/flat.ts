/** The flat learners that hierarchy is measured against, and that it is made of below: tables over (state, action). */

/** SARSA(0): Q(s,a) += rate (r + discount Q(s',a') - Q(s,a)), a' being what is done next. */
export function sarsa(
  values: Float64Array,
  { at, reward, next }: { at: number; reward: number /** Index of the next pair, or none at the end. */; next: number | null },
  rate: number,
  discount: number,
): void {
  values[at]! += rate * (reward + (next === null ? 0 : discount * values[next]!) - values[at]!)
}

/** Q-learning (Watkins 1989): as SARSA, with the best of the next state. */
export function watkins(
  values: Float64Array,
  actions: number,
  { from, action, reward, to, done }: { from: number; action: number; reward: number; to: number; done: boolean },
  rate: number,
  discount: number,
): void {
  let onwards = 0
  if (!done) {
    onwards = Number.NEGATIVE_INFINITY
    for (let a = 0; a < actions; a++) onwards = Math.max(onwards, values[to * actions + a]!)
  }
  const at = from * actions + action
  values[at]! += rate * (reward + discount * onwards - values[at]!)
}
