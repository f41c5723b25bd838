/** The posterior kept by rank-one steps is the one that solving gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../../src/base/rng.ts'
import { cholesky } from '../../src/learning/matrix.ts'
import { Regression } from '../../src/learning/regression.ts'

const D = 3
const number = fc.double({ min: -3, max: 3, noNaN: true })
const examples = fc.array(
  fc.record({ x: fc.array(number, { minLength: D, maxLength: D }), y: number, weight: fc.constantFrom(1, 2, 0.5) }),
  { maxLength: 30 },
)

/** Gauss elimination of A w = b. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  for (let i = 0; i < D; i++) {
    const pivot = rows.slice(i).reduce((a, b) => (Math.abs(b[i]!) > Math.abs(a[i]!) ? b : a))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(i, 0, pivot)
    for (let j = 0; j < D; j++) {
      if (j === i) continue
      const by = rows[j]![i]! / pivot[i]!
      rows[j] = rows[j]!.map((value, k) => value - by * pivot[k]!)
    }
  }
  return rows.map((row, i) => row[D]! / row[i]!)
}

test('mean and variance', () => {
  fc.assert(
    fc.property(examples, (all) => {
      const model = new Regression(D, 2)
      const precision = Array.from({ length: D }, (_, i) => Array.from({ length: D }, (_, j) => (i === j ? 0.5 : 0)))
      const right = Array.from({ length: D }, () => 0)
      for (const { x, y, weight } of all) {
        model.add(x, y, weight)
        for (let i = 0; i < D; i++) {
          right[i]! += weight * y * x[i]!
          for (let j = 0; j < D; j++) precision[i]![j]! += weight * x[i]! * x[j]!
        }
      }
      for (const [i, weight] of solved(precision, right).entries()) expect(model.mean[i]).toBeCloseTo(weight, 6)
      const x = [1, -1, 0.5]
      const spread = solved(precision, x).reduce((sum, value, i) => sum + value * x[i]!, 0)
      expect(model.variance(x)).toBeCloseTo(spread, 6)
    }),
  )
})

test('the root squared is the matrix', () => {
  fc.assert(
    fc.property(examples, (all) => {
      const model = new Regression(D)
      for (const { x, y } of all) model.add(x, y)
      const root = cholesky(model.inverse, D)
      for (let i = 0; i < D; i++)
        for (let j = 0; j < D; j++) {
          let sum = 0
          for (let k = 0; k < D; k++) sum += root[i * D + k]! * root[j * D + k]!
          expect(sum).toBeCloseTo(model.inverse[i * D + j]!, 9)
        }
    }),
  )
})

test('noise is that of the examples, and drawn weights lie around the mean as the posterior says', () => {
  const rng = seeded(11)
  const model = new Regression(D, 100)
  for (let i = 0; i < 4000; i++) {
    const x = [1, normal(rng), normal(rng)]
    model.add(x, 2 - x[1]! + 0.5 * x[2]! + 3 * normal(rng))
  }
  expect(model.noise).toBeCloseTo(3, 0)
  const drawn = Array.from({ length: 3000 }, () => model.drawn(rng)[1]!)
  const mean = drawn.reduce((a, b) => a + b, 0) / drawn.length
  const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length)
  expect(mean).toBeCloseTo(model.mean[1]!, 1)
  expect(spread / (model.noise * Math.sqrt(model.inverse[D + 1]!))).toBeCloseTo(1, 1)
})
