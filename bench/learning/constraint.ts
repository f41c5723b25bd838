/**
 * A learner under a cost limit against the linear program over occupancies, which is exact:
 *
 *   maximise sum rho r,  sum_a rho(s,a) - SURVIVES sum rho(s',a') P(s|s',a') = start(s),  sum rho c + slack = limit,  rho >= 0
 *
 * The learner plays episodes, credits rewards and costs by temporal weaving, climbs by the natural gradient of a tabular
 * softmax, and moves its multiplier after each batch. What it plays at last is one of its policies of the second half, drawn
 * anew for each episode: the mixture is what Lagrangian learners converge in (the optimum draws lots, one policy cannot be
 * sure to).
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { Lagrangian } from '../../src/learning/constraints.ts'
import type { Decision } from '../../src/learning/credit/credit.ts'
import { Weaving } from '../../src/learning/credit/weaving.ts'
import { draw, softmax } from '../../src/policy/softmax.ts'
import { meanOver, optimalValues, outcomesOf, sample, startOf } from './environments/finite.ts'
import { type Constrained, costOf, hazards, returnOf, SURVIVES } from './environments/hazards.ts'
import { maximised } from './simplex.ts'

const BATCHES = 4000
const BATCH = 10
const STEP = 0.5
const ENTROPY = 0.01
/** Episodes from anywhere, at random, before anything is asked of it. */
const PRACTICE = 8000
const BINDING = 0.97

/** The best return within the limit, and what it costs. */
export function byProgram({ world, costs, limit }: Constrained): { gain: number; cost: number } {
  const pairs = world.states * world.actions
  const expectation = (at: number, of: (outcome: { next: number; reward: number }) => number) =>
    outcomesOf(world, Math.floor(at / world.actions), at % world.actions).reduce((sum, outcome) => sum + outcome.chance * of(outcome), 0)
  const gain = [...Array.from({ length: pairs }, (_, at) => expectation(at, ({ reward }) => reward)), 0]
  const spent = [...Array.from({ length: pairs }, (_, at) => expectation(at, ({ next }) => costs[next]!)), 1]
  const flow = Array.from({ length: world.states }, (_, s) => {
    const row = new Array<number>(pairs + 1).fill(0)
    for (let a = 0; a < world.actions; a++) row[s * world.actions + a]! += 1
    for (let at = 0; at < pairs; at++)
      for (const { chance, next, done } of outcomesOf(world, Math.floor(at / world.actions), at % world.actions))
        if (next === s && !done) row[at]! -= SURVIVES * chance
    return row
  })
  const start = Array.from({ length: world.states }, (_, s) => world.starts.filter((one) => one === s).length / world.starts.length)
  const x = maximised({ gain, rows: [...flow, spent], right: [...start, limit] })!
  const of = (values: readonly number[]) => x.slice(0, pairs).reduce((sum, share, at) => sum + share * values[at]!, 0)
  return { gain: of(gain), cost: of(spent) }
}

/** A draw of the world in which heeding the limit costs something: elsewhere any cost below it is as good. */
function binding(rng: Rng): Constrained {
  const problem = hazards(rng)
  const free = meanOver(problem.world, optimalValues(problem.world, SURVIVES))
  return byProgram(problem).gain < BINDING * free ? problem : binding(rng)
}

export type Figures = { best: number; gain: number; cost: number; limit: number; multiplier: number }

export function learned(seed: number, constrained = true): Figures {
  const rng = seeded(seed)
  const problem = binding(rng)
  const { world, limit } = problem
  const logits = new Float64Array(world.states * world.actions)
  const rewards = new Weaving(0)
  const costs = new Weaving(0)
  const lagrangian = new Lagrangian([{ name: 'ground', limit }])
  const tail: { gain: number; cost: number }[] = []
  const anywhere = { ...problem, world: { ...world, starts: Array.from({ length: world.states - 1 }, (_, s) => s) } }
  const even = Array.from({ length: world.states }, () => softmax(new Float64Array(world.actions)))
  for (let i = 0; i < PRACTICE; i++) {
    const { paid, spent } = play(anywhere, even, rng)
    rewards.learn(paid)
    costs.learn(spent)
  }
  for (let batch = 0; batch < BATCHES; batch++) {
    const policy = Array.from({ length: world.states }, (_, s) => softmax(logits.subarray(s * world.actions, (s + 1) * world.actions)))
    const episodes = Array.from({ length: BATCH }, () => play(problem, policy, rng))
    for (const { paid, spent } of episodes) {
      rewards.learn(paid)
      costs.learn(spent)
    }
    if (constrained) lagrangian.update([episodes.reduce((sum, { spent }) => sum + total(spent), 0) / BATCH])
    climb(logits, episodes, rewards, costs, lagrangian)
    if (batch >= BATCHES / 2) {
      const flat = Float64Array.from(policy.flatMap((chances) => [...chances]))
      tail.push({ gain: returnOf(problem, flat), cost: costOf(problem, flat) })
    }
  }
  const mean = (of: (one: { gain: number; cost: number }) => number) => tail.reduce((sum, one) => sum + of(one), 0) / tail.length
  return {
    best: byProgram(problem).gain,
    gain: mean(({ gain }) => gain),
    cost: mean(({ cost }) => cost),
    limit,
    multiplier: lagrangian.multipliers[0]!,
  }
}

const total = (episode: Decision[]) => episode.reduce((sum, { reward }) => sum + reward, 0)

/** One episode, as what it paid and as what it cost. */
function play({ world, costs }: Constrained, policy: readonly Float64Array[], rng: Rng): { paid: Decision[]; spent: Decision[] } {
  const paid: Decision[] = []
  const spent: Decision[] = []
  for (let situation = startOf(world, rng); ; ) {
    const chances = policy[situation]!
    const action = draw(chances, rng)
    const { next, reward, done } = sample(world, situation, action, rng)
    paid.push({ situation, action, chances, reward })
    spent.push({ situation, action, chances, reward: costs[next]! })
    if (done || rng.next() >= SURVIVES) return { paid, spent }
    situation = next
  }
}

/**
 * The natural gradient of a tabular softmax is the advantage itself (Kakade 2001); with a little entropy what was gathered fades
 * (Cen et al. 2022), so that a policy that is sure can still turn when the multiplier does. Once for each situation met.
 */
function climb(
  logits: Float64Array,
  episodes: { paid: Decision[]; spent: Decision[] }[],
  rewards: Weaving,
  costs: Weaving,
  lagrangian: Lagrangian,
) {
  const met = new Map<number, Float64Array>()
  for (const { paid, spent } of episodes) {
    const gains = rewards.credits(paid)
    const prices = costs.credits(spent)
    for (const [t, { situation }] of paid.entries())
      met.set(
        situation,
        gains[t]!.map((gain, a) => lagrangian.penalised(gain, [prices[t]![a]!])),
      )
  }
  for (const [situation, worth] of met) {
    const mean = worth.reduce((x, y) => x + y, 0) / worth.length
    for (const [a, value] of worth.entries()) {
      const at = situation * worth.length + a
      logits[at]! += STEP * ((value - mean) / ENTROPY - logits[at]!)
    }
  }
}
