/** What learning costs a person who waits: a decision, and what is done after feedback. Medians and 95 % points, milliseconds. */
import { normal, seeded } from '../../src/base/rng.ts'
import { Weaving } from '../../src/learning/credit/weaving.ts'
import { RewardModel } from '../../src/learning/reward.ts'
import { flatPrior, Taste } from '../../src/learning/taste.ts'
import { decide, type LinearPolicy, slopeOf } from '../../src/policy/linear.ts'
import { percentile } from '../index.ts'

const FEATURES = 40
const ACTIONS = 18
const TIMES = 2000
/** Situations that a graph holds when a day's episode is credited. */
const SITUATIONS = 500
const EPISODE = 20

export function costs(): [string, number[]][] {
  const rng = seeded(1)
  const names = Array.from({ length: FEATURES }, (_, i) => `feature-${i}`)
  const actions = Array.from({ length: ACTIONS }, (_, i) => `action-${i}`)
  const weights = Object.fromEntries(actions.map((action) => [action, Object.fromEntries(names.map((name) => [name, normal(rng)]))]))
  const policy: LinearPolicy = { id: 'cost-1', actions, weights, temperature: 1, exploration: 0.1 }
  const features = () => Object.fromEntries(names.map((name) => [name, rng.next()]))
  const taste = new Taste(flatPrior(FEATURES, 1))
  const reward = new RewardModel()
  const graph = new Weaving()
  const chances = new Float64Array(ACTIONS).fill(1 / ACTIONS)
  const episode = () =>
    Array.from({ length: EPISODE }, () => ({
      situation: Math.floor(rng.next() * SITUATIONS),
      action: Math.floor(rng.next() * ACTIONS),
      chances,
      reward: rng.next(),
    }))
  for (let i = 0; i < 500; i++) graph.learn(episode())
  return [
    [`a decision among ${ACTIONS}, ${FEATURES} features`, timed(features, (state) => decide(policy, state, rng))],
    ['its slope', timed(features, (state) => slopeOf(policy, state, 'action-3'))],
    [
      'a taste moved by one example',
      timed(
        () => Float64Array.from(names, () => rng.next()),
        (x) => taste.add(x, 0.5),
      ),
    ],
    [
      'a reward learned and judged',
      timed(
        () => ({ thumb: 1, daysUsed: 3 }),
        (signals) => reward.learn(signals, 'ja') && reward.judge(signals, 'ja'),
      ),
    ],
    [`an episode of ${EPISODE} woven into a graph of ${SITUATIONS}`, timed(episode, (one) => [graph.learn(one), graph.credits(one)], 100)],
  ]
}

function timed<T>(make: () => T, work: (input: T) => unknown, times = TIMES): number[] {
  const inputs = Array.from({ length: times }, make)
  for (const input of inputs.slice(0, times / 10)) work(input)
  return inputs.map((input) => {
    const from = performance.now()
    work(input)
    return performance.now() - from
  })
}

export const medianAndTail = (times: number[]) => [percentile(times, 0.5).toFixed(3), percentile(times, 0.95).toFixed(3)]
