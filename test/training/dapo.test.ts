/** The formulas against the same written out once more, another way; slopes against differences; the parts kept apart. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { advantages, CLIP, multiplierAfter, overlong, teaches, tokenLoss, truncated } from '../../src/training/dapo.ts'

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('advantages have mean 0 and unbiased deviation 1, in the order of the rewards', () => {
  fc.assert(
    fc.property(fc.array(real(-10, 10), { minLength: 2, maxLength: 20 }), (rewards) => {
      const all = advantages(rewards)
      const n = rewards.length
      const mean = rewards.reduce((a, b) => a + b) / n
      // The variance as half the mean squared distance of all pairs.
      const pairs = rewards.flatMap((a, i) => rewards.slice(i + 1).map((b) => (a - b) ** 2))
      const deviation = Math.sqrt(pairs.reduce((a, b) => a + b, 0) / (n * (n - 1)))
      for (const [i, reward] of rewards.entries()) expect(all[i]).toBeCloseTo((reward - mean) / (deviation + 1e-6), 6)
      for (const [i, advantage] of advantages(rewards, false).entries()) expect(advantage).toBeCloseTo(rewards[i]! - mean, 9)
    }),
  )
  expect(advantages([3])[0]).toBeCloseTo(3, 5)
  expect(advantages([2, 2, 2])).toEqual([0, 0, 0])
})

// Worked by hand: advantage, ratio, expected loss.
for (const [advantage, ratio, loss] of [
  [1, 1, -1],
  [1, 1.1, -1.1],
  [1, 1.28, -1.28],
  [1, 2, -1.28],
  [1, 0.5, -0.5],
  [-1, 1, 1],
  [-1, 0.5, 0.8],
  [-1, 2, 2],
  [-1, 9, 9],
  [-1, 50, 10],
  [-2, 50, 20],
  [0, 7, 0],
] as const)
  it(`an advantage of ${advantage} at the ratio ${ratio} loses ${loss}`, () => {
    expect(tokenLoss(Math.log(ratio) - 3, -3, advantage, CLIP).loss).toBeCloseTo(loss, 9)
  })

it('the slope is the derivative of the loss, and 0 where a clip holds', () => {
  fc.assert(
    fc.property(
      real(-4, 4),
      real(-4, -0.1),
      real(-3, 3),
      real(0.05, 0.5),
      real(0.05, 0.5),
      real(1.5, 12),
      (apart, old, advantage, low, high, dual) => {
        const clip = { low, high, dual }
        const at = (shift: number) => tokenLoss(old + apart + shift, old, advantage, clip).loss
        const { slope, clipped } = tokenLoss(old + apart, old, advantage, clip)
        const corners = [1 - low, 1 + high, dual].map((ratio) => Math.abs(apart - Math.log(ratio)))
        fc.pre(Math.min(...corners) > 1e-4)
        expect(slope).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 3)
        if (clipped) expect(slope).toBe(0)
      },
    ),
  )
})

it('is never without bound, however far the policies are apart', () => {
  for (const apart of [-1e9, -800, 800, 1e9])
    for (const advantage of [-1, 1]) {
      const { loss, slope } = tokenLoss(apart, 0, advantage, CLIP)
      expect([loss, slope].every(Number.isFinite)).toBe(true)
    }
})

it('a token that older weights drew counts as much more as it is likelier now, up to a bound', () => {
  expect(truncated(-1, -1, 2)).toBe(1)
  expect(truncated(Math.log(0.3), Math.log(0.2), 2)).toBeCloseTo(1.5, 12)
  expect(truncated(Math.log(0.1), Math.log(0.4), 2)).toBeCloseTo(0.25, 12)
  expect(truncated(Math.log(0.9), Math.log(0.1), 2)).toBe(2)
  expect(truncated(0, -1000, 5)).toBe(5)
  expect(truncated(-1000, 0, 5)).toBe(Math.exp(-20))
  // Cut nowhere, an expectation under the new policy is the one under the old with these weights.
  const [old, now, value] = [
    [0.5, 0.3, 0.2],
    [0.2, 0.3, 0.5],
    [1, -2, 7],
  ]
  const told = old.reduce((sum, p, i) => sum + p * truncated(Math.log(now[i]!), Math.log(p), 10) * value[i]!, 0)
  expect(told).toBeCloseTo(
    now.reduce((sum, p, i) => sum + p * value[i]!, 0),
    12,
  )
})

it('only the metric says whether a group teaches', () => {
  expect(teaches([0, 0, 0])).toBe(false)
  expect(teaches([1, 1])).toBe(false)
  expect(teaches([])).toBe(false)
  expect(teaches([0, 1e-12])).toBe(true)
})

it('the overlong penalty is a ramp of the buffer, and no more than its factor', () => {
  const options = { most: 20, buffer: 4, factor: 0.5 }
  expect([1, 16, 17, 18, 20, 25].map((length) => overlong(length, options) + 0)).toEqual([0, 0, -0.125, -0.25, -0.5, -0.5])
  expect(overlong(30, { ...options, buffer: 0 })).toBe(0)
})

it('a multiplier rises while its cost is over the limit, and never falls below nothing', () => {
  fc.assert(
    fc.property(real(0, 5), real(0, 5), real(0, 5), real(0.001, 1), (multiplier, cost, limit, rate) => {
      const after = multiplierAfter(multiplier, cost, { limit, rate })
      expect(after).toBeGreaterThanOrEqual(0)
      if (cost - limit > 1e-6) expect(after).toBeGreaterThan(multiplier)
      if (limit - cost > 1e-6 && multiplier > 1e-3) expect(after).toBeLessThan(multiplier)
    }),
  )
})
