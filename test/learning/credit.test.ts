/** Credit, judged by going through every episode there is of a short key to door. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTIONS, chancesOf, exactGradient, type Line, line, outcome, play, situations } from '../../bench/learning/environments/key.ts'
import { normal, seeded } from '../../src/base/rng.ts'
import { addGradient, type Credit, type Decision } from '../../src/learning/credit/credit.ts'
import { Hindsight } from '../../src/learning/credit/hindsight.ts'
import { Reinforce, TemporalDifference } from '../../src/learning/credit/returns.ts'
import { Weaving } from '../../src/learning/credit/weaving.ts'

const LENGTH = 4

/** Every episode with its chance; pays as their means. */
function every(way: Line, policy: readonly Float64Array[], situation = 0): { chance: number; episode: Decision[] }[] {
  const chances = policy[situation]!
  return Array.from({ length: ACTIONS }, (_, action) => action).flatMap((action) => {
    const { pay, next } = outcome(way, situation, action)
    const first = { situation, action, chances, reward: pay }
    const rest = next === null ? [{ chance: 1, episode: [] as Decision[] }] : every(way, policy, next)
    return rest.map(({ chance, episode }) => ({ chance: chance * chances[action]!, episode: [first, ...episode] }))
  })
}

function expected(credit: Credit, way: Line, policy: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(situations(way) * ACTIONS)
  for (const { chance, episode } of every(way, policy)) {
    const one = new Float64Array(sum.length)
    addGradient(episode, credit.credits(episode), one)
    for (let i = 0; i < sum.length; i++) sum[i]! += chance * one[i]!
  }
  return sum
}

function stage(seed: number, episodes: number, credit: Credit) {
  const rng = seeded(seed)
  const way = line(LENGTH, rng)
  const policy = chancesOf(Float64Array.from({ length: situations(way) * ACTIONS }, () => normal(rng)))
  for (let i = 0; i < episodes; i++) credit.learn(play(way, policy, rng))
  return { way, policy }
}

const unbiased: [string, () => Credit][] = [
  ['REINFORCE', () => new Reinforce()],
  ['TD(1), whatever its values', () => new TemporalDifference(2 * LENGTH, { lambda: 1, rate: 0.3 })],
  ['weaving that believes what happened, whatever its graph', () => new Weaving(1e12)],
]
test.each(unbiased)('%s has no bias', (_, make) => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 12 }), (seed, episodes) => {
      const credit = make()
      const { way, policy } = stage(seed, episodes, credit)
      const exact = exactGradient(way, policy)
      for (const [i, value] of expected(credit, way, policy).entries()) expect(value).toBeCloseTo(exact[i]!, 6)
    }),
    { numRuns: 15 },
  )
})

const consistent: [string, (way: Line) => Credit][] = [
  ['weaving', () => new Weaving()],
  ['the graph alone', () => new Weaving(0)],
  ['HCA', () => new Hindsight({ situations: 2 * LENGTH, outcomes: 2 * LENGTH, actions: ACTIONS }, ({ situation }) => situation)],
  // An outcome that says how it came: the situation and what was done.
  [
    'HCA of decisions',
    () => new Hindsight({ situations: 2 * LENGTH, outcomes: 99, actions: ACTIONS }, (one) => one.situation * 4 + one.action),
  ],
]
test.each(consistent)('%s comes near the exact gradient with experience', (_, make) => {
  for (const seed of [1, 2, 3]) {
    const credit = make(line(LENGTH, seeded(seed)))
    const { way, policy } = stage(seed, 30_000, credit)
    const exact = exactGradient(way, policy)
    const size = Math.sqrt(exact.reduce((sum, value) => sum + value ** 2, 0))
    const off = Math.sqrt(expected(credit, way, policy).reduce((sum, value, i) => sum + (value - exact[i]!) ** 2, 0))
    expect(off / size).toBeLessThan(0.05)
  }
})

test('the exact gradient is that of finite differences', () => {
  const rng = seeded(9)
  const way = line(6, rng)
  const logits = Float64Array.from({ length: situations(way) * ACTIONS }, () => normal(rng))
  const value = (at: number, by: number) => {
    const moved = logits.slice()
    moved[at]! += by
    return every(way, chancesOf(moved)).reduce(
      (sum, { chance, episode }) => sum + chance * episode.reduce((pay, { reward }) => pay + reward, 0),
      0,
    )
  }
  const exact = exactGradient(way, chancesOf(logits))
  for (const at of [0, 1, 5, 13, 30]) expect(exact[at]).toBeCloseTo((value(at, 1e-5) - value(at, -1e-5)) / 2e-5, 7)
})

test('a graph with a circle is walked to its end', () => {
  const credit = new Weaving(0)
  const chances = Float64Array.from([0.5, 0.5])
  // Left pays and ends, right pays nothing and comes back.
  for (let i = 0; i < 50; i++)
    credit.learn([
      { situation: 1, action: 1, chances, reward: 0 },
      { situation: 1, action: 0, chances, reward: 1 },
    ])
  const [first] = credit.credits([{ situation: 1, action: 0, chances, reward: 1 }])
  for (const worth of first!) expect(worth).toBeCloseTo(1, 6)
})

test('a long way is walked in parts, and ends where one walk would', () => {
  const credit = new Weaving(0)
  const chances = Float64Array.from([1])
  const length = 1800
  credit.learn(Array.from({ length }, (_, situation) => ({ situation, action: 0, chances, reward: situation + 1 === length ? 1 : 0 })))
  const first = () => credit.credits([{ situation: 0, action: 0, chances, reward: 0 }])[0]![0]!
  expect(Array.from({ length: 5 }, first)).toEqual([0, 0, 0, 1, 1])
})

test('an action that was tried and is never done now leaves no number undefined', () => {
  const credit = new Weaving(0)
  credit.learn([{ situation: 1, action: 0, chances: Float64Array.from([0.5, 0.5]), reward: 1 }])
  credit.learn([
    { situation: 0, action: 1, chances: Float64Array.from([0, 1]), reward: 0 },
    { situation: 1, action: 0, chances: Float64Array.from([0, 1]), reward: 1 },
  ])
  for (const worth of credit.credits([{ situation: 1, action: 1, chances: Float64Array.from([0, 1]), reward: 0 }])[0]!)
    expect(Number.isFinite(worth)).toBe(true)
})
