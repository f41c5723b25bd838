/**
 * Costs with a limit, as Lagrangian multipliers: what a cost is worth rises while its mean is above the limit, and falls while
 * it is below. The learner maximises reward - sum multiplier * cost (Altman 1999; Tessler et al. 2019, "RCPO").
 *
 *   multiplier = max(0, multiplier + RATE (mean cost - limit)),  at first FIRST
 *
 * Fairness is such a cost (a suggestion about gender that nobody asked for), and so are time and money. What may never be
 * done is no cost but a mask (policy/rules.ts).
 */
export const FIRST = 0.001
export const RATE = 0.035

export type Limit = { name: string; limit: number }

/** One multiplier a limit, in their order; all begin at FIRST. */
export class Lagrangian {
  readonly limits: readonly Limit[]
  readonly multipliers: Float64Array

  constructor(limits: readonly Limit[]) {
    this.limits = limits
    this.multipliers = new Float64Array(limits.length).fill(FIRST)
  }

  /** Mean cost of each since the last update, in the order of the limits. */
  update(means: readonly number[]): void {
    for (const [i, { limit }] of this.limits.entries()) this.multipliers[i] = Math.max(0, this.multipliers[i]! + RATE * (means[i]! - limit))
  }

  /** What is left of a reward after its costs. */
  penalised(reward: number, costs: readonly number[]): number {
    return costs.reduce((left, cost, i) => left - this.multipliers[i]! * cost, reward)
  }
}
