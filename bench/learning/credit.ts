/**
 * The policy gradient that each method of credit makes of single episodes, against the exact one, on key to door. Methods that
 * learn something have seen LEARNED episodes under the same policy before. Of TRIED further episodes:
 *
 *   bias      |mean - exact| / |exact|, the part of it that the mean's own noise explains taken off
 *   variance  mean |g - mean|^2 / |exact|^2
 *   signal    |exact|^2 / mean |g - exact|^2, in dB: bias and variance together
 *
 * Over all decisions, and over the first one alone (whether to pick the key), which is the one that waits for its reward.
 */
import { normal, type Rng, seeded } from '../../src/base/rng.ts'
import { addGradient, atTaken, type Credit, type Decision, type Episode } from '../../src/learning/credit/credit.ts'
import { Hindsight } from '../../src/learning/credit/hindsight.ts'
import { Reinforce, TemporalDifference } from '../../src/learning/credit/returns.ts'
import { Weaving } from '../../src/learning/credit/weaving.ts'
import { ACTIONS, chancesOf, exactGradient, type Line, line, play, situations } from './environments/key.ts'

export const LENGTHS = [23, 43, 63, 83, 103]
const LEARNED = 300
const TRIED = 300
/** Spread of the logits of the policy that is judged. */
const SPREAD = 0.5

export type Figures = { bias: number; variance: number; signal: number }

export function methods(way: Line): [string, Credit][] {
  const count = situations(way)
  const paid = new Map<number, number>()
  const rewardOf = ({ reward }: Decision) => {
    if (!paid.has(reward)) paid.set(reward, paid.size)
    return paid.get(reward)!
  }
  return [
    ['REINFORCE', new Reinforce()],
    ['TD(0.9)', new TemporalDifference(count, { lambda: 0.9, rate: 0.1 })],
    ['HCA', new Hindsight({ situations: count, outcomes: count, actions: ACTIONS }, ({ situation }) => situation)],
    ['COCOA', new Hindsight({ situations: count, outcomes: 4, actions: ACTIONS }, rewardOf)],
    ['weaving', new Weaving()],
    ['weaving: the graph alone', new Weaving(0)],
    ['weaving: what happened alone', new Weaving(1e9)],
    ['weaving: no counterfactual', new TakenAlone(new Weaving())],
  ]
}

/** A method with the worth of the alternatives taken away. */
class TakenAlone implements Credit {
  private readonly of: Credit
  constructor(of: Credit) {
    this.of = of
  }
  learn(episode: Episode): void {
    this.of.learn(episode)
  }
  credits(episode: Episode): Float64Array[] {
    return this.of.credits(episode).map((worth, t) => atTaken(episode[t]!, worth[episode[t]!.action]!))
  }
}

export function judge(length: number, seed: number): Map<string, { all: Figures; key: Figures }> {
  const rng = seeded(seed)
  const way = line(length, rng)
  const policy = chancesOf(Float64Array.from({ length: situations(way) * ACTIONS }, () => SPREAD * normal(rng)))
  const exact = exactGradient(way, policy)
  return new Map(methods(way).map(([name, credit]) => [name, judged(credit, way, policy, exact, rng)]))
}

function judged(credit: Credit, way: Line, policy: readonly Float64Array[], exact: Float64Array, rng: Rng) {
  for (let i = 0; i < LEARNED; i++) credit.learn(play(way, policy, rng))
  const gradients = Array.from({ length: TRIED }, () => {
    const gradient = new Float64Array(exact.length)
    const episode = play(way, policy, rng)
    addGradient(episode, credit.credits(episode), gradient)
    return gradient
  })
  return { all: figures(gradients, exact, exact.length), key: figures(gradients, exact, ACTIONS) }
}

/** Of the first `size` parameters. */
function figures(gradients: readonly Float64Array[], exact: Float64Array, size: number): Figures {
  let square = 0
  let off = 0
  let spread = 0
  for (let i = 0; i < size; i++) {
    const mean = gradients.reduce((sum, gradient) => sum + gradient[i]!, 0) / gradients.length
    square += exact[i]! ** 2
    off += (mean - exact[i]!) ** 2
    spread += gradients.reduce((sum, gradient) => sum + (gradient[i]! - mean) ** 2, 0) / (gradients.length - 1)
  }
  const bias = Math.max(0, off - spread / gradients.length)
  return { bias: Math.sqrt(bias / square), variance: spread / square, signal: 10 * Math.log10(square / (bias + spread)) }
}
