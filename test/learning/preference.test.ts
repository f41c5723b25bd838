/** Choices tell weights; a question is asked where its answer is worth its price. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../../src/base/rng.ts'
import { type Choice, chanceOver, Patience, preferred, prior, question, valueOfAsking } from '../../src/learning/preference.ts'

const SIZE = 3
const design = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: SIZE, maxLength: SIZE })
const choices = fc.array(fc.record({ chosen: design, other: design }), { maxLength: 15 })
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0)

test('at the mode the log posterior has no slope', () => {
  fc.assert(
    fc.property(choices, (all) => {
      const { mean } = preferred(prior(SIZE), all)
      for (let i = 0; i < SIZE; i++) {
        const slope = all.reduce((sum, { chosen, other }) => {
          const x = chosen.map((value, j) => value - other[j]!)
          return sum + x[i]! / (1 + Math.exp(dot(mean, x)))
        }, -mean[i]!)
        expect(slope).toBeCloseTo(0, 6)
      }
    }),
  )
})

test('a choice never makes anything less sure, and makes what was chosen likelier', () => {
  fc.assert(
    fc.property(choices, design, design, (all, chosen, other) => {
      const before = preferred(prior(SIZE), all)
      const after = preferred(prior(SIZE), [...all, { chosen, other }])
      expect(chanceOver(after, chosen, other)).toBeGreaterThanOrEqual(chanceOver(before, chosen, other) - 1e-9)
      expect(chanceOver(after, chosen, other) + chanceOver(after, other, chosen)).toBeCloseTo(1, 12)
    }),
  )
})

test('the posterior holds the true weights as often as it says', () => {
  const rng = seeded(5)
  let held = 0
  const rounds = 300
  for (let round = 0; round < rounds; round++) {
    const truth = Array.from({ length: SIZE }, () => normal(rng))
    const all: Choice[] = Array.from({ length: 40 }, () => {
      const a = Array.from({ length: SIZE }, () => normal(rng))
      const b = Array.from({ length: SIZE }, () => normal(rng))
      const first =
        rng.next() <
        1 /
          (1 +
            Math.exp(
              -dot(
                truth,
                a.map((value, i) => value - b[i]!),
              ),
            ))
      return first ? { chosen: a, other: b } : { chosen: b, other: a }
    })
    const { mean, covariance } = preferred(prior(SIZE), all)
    if (Math.abs(mean[0]! - truth[0]!) < 1.96 * Math.sqrt(covariance[0]!)) held++
  }
  expect(held / rounds).toBeGreaterThan(0.91)
})

test('nothing is worth asking where the answer changes no choice', () => {
  const sure = prior(SIZE, 0.01, [3, 0, 0])
  const designs = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  expect(question(sure, designs, 0.001)).toBeNull()
  expect(question(prior(SIZE), designs, 0.001)).not.toBeNull()
  expect(question(prior(SIZE), designs, 10)).toBeNull()
  expect(valueOfAsking(prior(SIZE), [designs[0]!, designs[0]!], designs)).toBeCloseTo(0, 9)
})

test('asking is never worth less than nothing, and the pair asked about is the one most worth it', () => {
  fc.assert(
    fc.property(choices, fc.array(design, { minLength: 2, maxLength: 4 }), (all, designs) => {
      const posterior = preferred(prior(SIZE), all)
      const found = question(posterior, designs, 0)
      for (const [i, a] of designs.entries())
        for (const b of designs.slice(i + 1)) {
          const value = valueOfAsking(posterior, [a, b], designs)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual((found?.value ?? 0) + 1e-12)
        }
    }),
    { numRuns: 30 },
  )
})

test('questions keep their distance', () => {
  const patience = new Patience(10)
  const asked = Array.from({ length: 100 }, () => {
    const may = patience.mayAsk()
    if (may) patience.asked()
    return may
  })
  expect(asked.filter(Boolean)).toHaveLength(10)
  expect(asked[0]).toBe(true)
})
