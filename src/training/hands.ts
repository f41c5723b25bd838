/**
 * Who does the work of an iteration: completing prompts, and the gradients of what came of them. `alone` does it in this
 * thread; a crew (crew.ts) in several at once.
 */
import type { ClipOptions } from './dapo.ts'
import { type Completion, type Request, type SampleOptions, sample } from './sample.ts'
import type { Space } from './tensor/memory.ts'
import type { Model } from './transformer.ts'
import { addGradient, type Scored, type Sums, score, type Weighed } from './update.ts'

export type Hands = {
  /** How many work at once. */
  readonly count: number
  /** `ahead`: for later, after all else, with whatever weights are newest when it comes to it; each completion says which. */
  complete(requests: Request[], options: SampleOptions, ahead?: boolean): Promise<Completion[]>
  /** Log-chances under the weights as they are. */
  score(rollouts: Scored[]): Promise<number[][]>
  /** Adds to a gradient that is not there before `gather`. */
  addGradient(rollouts: Weighed[], clip: ClipOptions): Promise<Sums>
  /** Adds all gradients since the last time to the model's. */
  gather(): Promise<void>
  /** The trained weights have changed: from here on everything is done with these. */
  renew(version: number): void
  /** Forgets gradients that were not gathered. */
  drop(): Promise<void>
  end(): Promise<void>
}

export function alone(space: Space, model: Model): Hands {
  return {
    count: 1,
    score: async (rollouts) => score(space, model, rollouts),
    complete: async (requests, options) => sample(space, model, requests, options),
    addGradient: async (rollouts, clip) => addGradient(space, model, rollouts, clip),
    gather: async () => {},
    renew: () => {},
    drop: async () => {},
    end: async () => {},
  }
}
