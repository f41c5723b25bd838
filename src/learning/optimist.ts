/**
 * Values of episodes in a world of unknown states, with hope for what was never tried: each pair begins at `hoped`, and an
 * episode is learned from its end backwards, so that one that led somewhere teaches all of its way at once. Where the world
 * is deterministic this is R-max (Brafman & Tennenholtz 2002) without its planner; hope leads to each pair that was not
 * tried. Undiscounted; an outcome replaces what was thought of its pair, so it is for worlds without chance.
 */
import { best } from '../policy/softmax.ts'

export type Visit = { state: string; action: number; reward: number }

/** States by any name; as many actions in each. */
export class Optimist {
  readonly actions: number
  readonly hoped: number
  private readonly rows = new Map<string, Float64Array>()

  constructor(actions: number, hoped: number) {
    this.actions = actions
    this.hoped = hoped
  }

  private row(state: string): Float64Array {
    const known = this.rows.get(state)
    if (known) return known
    const row = new Float64Array(this.actions).fill(this.hoped)
    this.rows.set(state, row)
    return row
  }

  /** The action that is hoped to bring most; the first of equals. */
  choose(state: string): number {
    return best(this.row(state))
  }

  /** A whole episode, first visit first. */
  learn(episode: readonly Visit[]): void {
    let onwards = 0
    for (let t = episode.length - 1; t >= 0; t--) {
      const { state, action, reward } = episode[t]!
      const values = this.row(state)
      values[action] = reward + onwards
      onwards = values.reduce((a, b) => Math.max(a, b))
    }
  }
}
