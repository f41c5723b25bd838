/**
 * The two that look back from what happened. Of each later reward they ask how much more likely the action makes it to
 * arrive where the reward was, by Bayes' rule from how often each action had been taken before (counts, in hindsight):
 *
 *   credit_t(a) = 1[a = a_t] r_t / pi(a_t) + sum_k>t (h(a | s_t, u_k) / pi(a | s_t) - 1) r_k
 *
 * HCA (Harutyunyan et al. 2019): u is the situation. COCOA (Meulemans et al. 2023): u is the reward itself, which says less
 * of how it came and so has less variance. Where an action was never counted with u, h falls back to pi by `prior` of it.
 */
import { atTaken, type Credit, type Decision, type Episode } from './credit.ts'

/** `shape`: how many situations, outcomes and actions there are; `outcomeOf`: the number of the outcome that a decision led to. */
export class Hindsight implements Credit {
  /** (situations x outcomes x actions) */
  private readonly counts: Float64Array
  private readonly outcomes: number
  private readonly actions: number
  private readonly outcomeOf: (decision: Decision) => number

  constructor(shape: { situations: number; outcomes: number; actions: number }, outcomeOf: (decision: Decision) => number) {
    this.counts = new Float64Array(shape.situations * shape.outcomes * shape.actions)
    this.outcomes = shape.outcomes
    this.actions = shape.actions
    this.outcomeOf = outcomeOf
  }

  learn(episode: Episode): void {
    const outcomes = episode.map(this.outcomeOf)
    for (const [t, { situation, action }] of episode.entries())
      for (let k = t + 1; k < episode.length; k++) this.counts[this.at(situation, outcomes[k]!) + action]!++
  }

  credits(episode: Episode): Float64Array[] {
    const outcomes = episode.map(this.outcomeOf)
    return episode.map((decision, t) => {
      const credit = atTaken(decision, decision.reward)
      for (let k = t + 1; k < episode.length; k++)
        if (episode[k]!.reward !== 0) this.addContribution(decision, outcomes[k]!, episode[k]!.reward, credit)
      return credit
    })
  }

  private addContribution({ situation, chances }: Decision, outcome: number, reward: number, out: Float64Array): void {
    const from = this.at(situation, outcome)
    let total = PRIOR
    for (let a = 0; a < this.actions; a++) total += this.counts[from + a]!
    for (let a = 0; a < this.actions; a++) {
      const hindsight = (this.counts[from + a]! + PRIOR * chances[a]!) / total
      out[a]! += (hindsight / chances[a]! - 1) * reward
    }
  }

  private at(situation: number, outcome: number): number {
    return (situation * this.outcomes + outcome) * this.actions
  }
}

/** Counts that the policy itself is worth. */
const PRIOR = 1
