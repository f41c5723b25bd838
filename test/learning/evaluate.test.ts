/** What a policy would have brought, and who may take whose place. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../../src/base/rng.ts'
import { doublyRobust, ips, type Logged, robust, snips, trust, weighed } from '../../src/learning/evaluate/estimate.ts'
import { estimated, normalQuantile, normalShare, studentQuantile } from '../../src/learning/evaluate/interval.ts'
import { advanced, canary, judged, LOOKS, type Trial } from '../../src/learning/evaluate/promote.ts'
import { BIAS } from '../../src/policy/features.ts'
import { decide, type LinearPolicy, probabilitiesOf } from '../../src/policy/linear.ts'

const ACTIONS = ['plain', 'dense', 'chart']
const policyOf = (id: string, bias: number[], exploration: number): LinearPolicy => ({
  id,
  actions: ACTIONS,
  weights: Object.fromEntries(ACTIONS.map((action, a) => [action, { [BIAS]: bias[a]! }])),
  temperature: 1,
  exploration,
})
const bias = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 })

test('quantiles are those of the tables', () => {
  for (const [p, z] of [
    [0.975, 1.959964],
    [0.995, 2.575829],
    [0.5, 0],
    [0.0001, -3.719016],
  ] as const)
    expect(normalQuantile(p)).toBeCloseTo(z, 5)
  expect(normalShare(5)).toBeCloseTo(1 - 2.866516e-7, 12)
  for (const [freedom, t] of [
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
  ] as const)
    expect(Math.abs(studentQuantile(0.975, freedom) - t)).toBeLessThan(0.006)
})

test('intervals of skewed values hold the mean as often as they say', () => {
  const rng = seeded(8)
  const rounds = 1500
  let held = 0
  for (let i = 0; i < rounds; i++) {
    const { low, high } = estimated(Array.from({ length: 40 }, () => -Math.log(1 - rng.next())))
    if (low <= 1 && 1 <= high) held++
  }
  expect(held / rounds).toBeGreaterThan(0.93)
})

test('IPS and the doubly robust have no bias, whatever the model expects', () => {
  fc.assert(
    fc.property(bias, bias, bias, bias, (logging, target, pays, expected) => {
      const chances = probabilitiesOf(policyOf('logging', logging, 0.1), {})
      const wanted = probabilitiesOf(policyOf('target', target, 0), {})
      const truth = wanted.reduce((sum, chance, a) => sum + chance * pays[a]!, 0)
      const direct = wanted.reduce((sum, chance, a) => sum + chance * expected[a]!, 0)
      let [plain, doubly] = [0, 0]
      for (const [a, chance] of chances.entries()) {
        const weight = wanted[a]! / chance
        plain += chance * weight * pays[a]!
        doubly += chance * robust({ weight, reward: pays[a]!, expected: expected[a]!, direct })
      }
      expect(plain).toBeCloseTo(truth, 8)
      expect(doubly).toBeCloseTo(truth, 8)
    }),
  )
})

test('of the policy that logged, every weight is 1 and every estimate the mean', () => {
  fc.assert(
    fc.property(bias, fc.nat(), (logging, seed) => {
      const policy = policyOf('logging', logging, 0.2)
      const log = logOf(policy, 80, seed, (_, rng) => normal(rng))
      const seen = weighed(log, policy)
      const mean = log.reduce((sum, { reward }) => sum + reward, 0) / log.length
      for (const { weight } of seen) expect(weight).toBeCloseTo(1, 12)
      expect(trust(seen).effective).toBeCloseTo(80, 6)
      for (const estimate of [ips, snips]) expect(estimate(seen).value).toBeCloseTo(mean, 9)
      expect(Math.abs(doublyRobust(seen).value - mean)).toBeLessThan(0.5)
      const verdict = judged(log, policy, policy)
      expect(verdict.promote).toBe(false)
    }),
    { numRuns: 30 },
  )
})

function logOf(
  policy: LinearPolicy,
  count: number,
  seed: number,
  pays: (action: string, rng: ReturnType<typeof seeded>) => number,
): Logged[] {
  const rng = seeded(seed)
  return Array.from({ length: count }, () => {
    const { action, probability, features } = decide(policy, {}, rng)
    return { action, probability, features, reward: pays(action, rng) }
  })
}

test('a candidate that is better by far is promoted; one that was hardly tried is not judged', () => {
  const current = policyOf('current', [0, 0, 0], 0.1)
  const log = logOf(current, 400, 3, (action, rng) => (action === 'chart' ? 1 : 0) + 0.3 * normal(rng))
  expect(judged(log, current, policyOf('charts', [0, 0, 4], 0)).promote).toBe(true)
  expect(judged(log, current, policyOf('dense', [0, 4, 0], 0)).promote).toBe(false)
  expect(judged(log.slice(0, 40), current, policyOf('charts', [0, 0, 4], 0))).toMatchObject({
    promote: false,
    because: expect.stringContaining('needed'),
  })
})

const noises: [string, (action: string, rng: ReturnType<typeof seeded>) => number][] = [
  ['random', (_, rng) => (rng.next() < 0.5 ? 1 : -1)],
  ['thumbs down on everything', () => -1],
  ['contradictory', (action, rng) => (rng.next() < 0.5 ? 1 : -1) * (action === 'chart' ? 1 : 0.5)],
]
test.each(noises)('feedback that is %s promotes next to nothing', (_, pays) => {
  const current = policyOf('current', [1, 0, 0], 0.2)
  let promoted = 0
  const rounds = 200
  for (let i = 0; i < rounds; i++) {
    const log = logOf(current, 150, i, pays)
    // What the log itself speaks for most.
    const mean = (action: string) => {
      const own = log.filter((one) => one.action === action)
      return own.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, own.length)
    }
    const candidate = policyOf(
      'candidate',
      ACTIONS.map((action) => 3 * mean(action)),
      0,
    )
    if (judged(log, current, candidate).promote) promoted++
  }
  // A candidate made from the log that judges it is the hardest case; the interval misses on one side in 2.5 %.
  expect(promoted / rounds).toBeLessThan(0.15)
})

const reward = fc.record({ policy: fc.constantFrom('new', 'old'), reward: fc.double({ min: -1, max: 1, noNaN: true }) })
test('a trial is over after the last look, and what is over does not change', () => {
  fc.assert(
    fc.property(fc.array(reward, { maxLength: 900 }), (rewards) => {
      let trial: Trial = canary('new')
      for (const one of rewards) {
        const next = advanced(trial, one)
        if (trial.state !== 'canary') expect(next).toBe(trial)
        trial = next
        if (trial.own.length > LOOKS.at(-1)! && trial.other.length > 2) expect(trial.state).not.toBe('canary')
      }
    }),
    { numRuns: 30 },
  )
})

test('a canary that is worse is rolled back, one that is better stays, one that is the same goes', () => {
  const rng = seeded(6)
  const end = (gain: number) => {
    let trial: Trial = canary('new')
    for (let i = 0; i < 3000 && trial.state === 'canary'; i++) {
      const policy = rng.next() < 0.2 ? 'new' : 'old'
      trial = advanced(trial, { policy, reward: normal(rng) + (policy === 'new' ? gain : 0) })
    }
    return trial
  }
  expect(end(-1.5)).toMatchObject({ state: 'rolled-back', own: { length: LOOKS[0] } })
  expect(end(1.5).state).toBe('promoted')
  const same = Array.from({ length: 60 }, () => end(0).state)
  expect(same.filter((state) => state === 'promoted').length).toBeLessThan(6)
})
