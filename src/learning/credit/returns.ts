/**
 * The two that credit whatever came after. REINFORCE (Williams 1992): the sum of all later rewards. TD(lambda) (Sutton 1988):
 * values of situations, and the advantage as the lambda-weighted sum of the errors that follow (Schulman et al. 2016, GAE).
 * Undiscounted.
 */
import { atTaken, type Credit, type Episode } from './credit.ts'

/** Learns nothing: the sum of what came after, over the chance of what was done. */
export class Reinforce implements Credit {
  learn(): void {}
  credits(episode: Episode): Float64Array[] {
    let later = 0
    const all = episode.toReversed().map((decision) => {
      later += decision.reward
      return atTaken(decision, later)
    })
    return all.reverse()
  }
}

/** `lambda` 0 to 1: how far an error is carried back; `rate`: how far a value goes towards its return. */
export class TemporalDifference implements Credit {
  readonly lambda: number
  readonly rate: number
  readonly values: Float64Array

  constructor(situations: number, { lambda, rate }: { lambda: number; rate: number }) {
    this.lambda = lambda
    this.rate = rate
    this.values = new Float64Array(situations)
  }

  learn(episode: Episode): void {
    const advantages = this.advantages(episode)
    // The forward view: each value goes towards its lambda-return.
    for (const [t, { situation }] of episode.entries()) this.values[situation]! += this.rate * advantages[t]!
  }

  credits(episode: Episode): Float64Array[] {
    const advantages = this.advantages(episode)
    return episode.map((decision, t) => atTaken(decision, advantages[t]!))
  }

  private advantages(episode: Episode): number[] {
    let later = 0
    let next = 0
    const all = episode.toReversed().map(({ situation, reward }) => {
      const value = this.values[situation]!
      later = reward + next - value + this.lambda * later
      next = value
      return later
    })
    return all.reverse()
  }
}
