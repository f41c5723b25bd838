/** Probabilities are exact: what is journalled as a chance is the chance. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { best, draw, explored, softmax } from '../../src/policy/softmax.ts'

const scores = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
/** Scores with a mask that allows one at least. */
const masked = scores.chain((values) =>
  fc.tuple(
    fc.constant(values),
    fc
      .tuple(fc.array(fc.boolean(), { minLength: values.length, maxLength: values.length }), fc.nat(values.length - 1))
      .map(([mask, one]) => mask.map((may, at) => may || at === one)),
  ),
)
const temperature = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)

test('they sum to 1, and what is masked is exactly 0', () => {
  fc.assert(
    fc.property(masked, temperature, fc.double({ min: 0, max: 1, noNaN: true }), ([values, mask], heat, share) => {
      const soft = softmax(values, mask, heat)
      const mixed = explored(soft, share, mask)
      for (const chances of [soft, mixed]) {
        expect(sum(chances)).toBeCloseTo(1, 12)
        for (const [at, chance] of chances.entries()) expect(mask[at] ? chance >= 0 : chance === 0).toBe(true)
      }
      // Whatever is allowed has its share of what explores.
      const least = share / mask.filter(Boolean).length
      for (const [at, chance] of mixed.entries()) expect(!mask[at] || chance >= least * (1 - 1e-12)).toBe(true)
    }),
  )
})

test('a constant added to all scores changes nothing, and a higher score is never less likely', () => {
  const small = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(small, fc.double({ min: -50, max: 50, noNaN: true }), (values, more) => {
      const before = softmax(values)
      for (const [at, chance] of softmax(values.map((value) => value + more)).entries()) expect(chance).toBeCloseTo(before[at]!, 10)
      for (const [i, one] of values.entries())
        for (const [j, other] of values.entries()) if (one >= other) expect(before[i]! >= before[j]!).toBe(true)
    }),
  )
})

test('what is drawn is drawn as often as it says', () => {
  const chances = softmax([0, 1, 2, 5], [true, false, true, true])
  const rng = seeded(7)
  const count = [0, 0, 0, 0]
  const draws = 40_000
  for (let i = 0; i < draws; i++) count[draw(chances, rng)]!++
  expect(count[1]).toBe(0)
  // Four standard deviations.
  for (const [at, chance] of chances.entries())
    expect(Math.abs(count[at]! / draws - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / draws) + 1e-12)
})

test('a draw at the very end of the sum is still of something allowed', () => {
  expect(draw([0.3, 0.7 - 1e-17, 0], { next: () => 1 - 2 ** -53 })).toBe(1)
})

test('the best is of what is allowed', () => {
  fc.assert(
    fc.property(masked, ([values, mask]) => {
      const at = best(values, mask)
      expect(mask[at]).toBe(true)
      for (const [i, value] of values.entries()) expect(!mask[i] || value <= values[at]!).toBe(true)
    }),
  )
})

test('nothing allowed is a mistake of the caller', () => {
  expect(() => softmax([1, 2], [false, false])).toThrow(/masked/)
})
