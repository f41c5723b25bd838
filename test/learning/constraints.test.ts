/** Limits and masks, and the linear program that they are judged by. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byProgram } from '../../bench/learning/constraint.ts'
import { meanOver, optimalValues } from '../../bench/learning/environments/finite.ts'
import { hazards, SURVIVES } from '../../bench/learning/environments/hazards.ts'
import { maximised } from '../../bench/learning/simplex.ts'
import { seeded } from '../../src/base/rng.ts'
import { FIRST, Lagrangian, RATE } from '../../src/learning/constraints.ts'
import { allowed, type Rule } from '../../src/policy/rules.ts'

test('the simplex method finds the best corner that trying all of them finds', () => {
  const number = fc.integer({ min: -4, max: 4 })
  const row = fc.array(number, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(row, row, fc.integer({ min: 0, max: 6 }), (gain, limit, right) => {
      // x + slack = limits, so that all is bounded: x <= 2 each, and one row of any sign.
      const unit = (at: number) => Array.from({ length: 7 }, (_, j) => (j === at || j === 3 + at ? 1 : 0))
      const rows = [unit(0), unit(1), unit(2), [...limit, 0, 0, 0, 1]]
      const x = maximised({ gain: [...gain, 0, 0, 0, 0], rows, right: [2, 2, 2, right] })!
      const worth = (point: readonly number[]) => gain.reduce((sum, value, i) => sum + value * point[i]!, 0)
      const fits = (point: readonly number[]) => limit.reduce((sum, value, i) => sum + value * point[i]!, 0) <= right + 1e-9
      expect(fits(x.slice(0, 3)) && x.every((value) => value >= -1e-9)).toBe(true)
      const grid = [0, 0.5, 1, 1.5, 2]
      for (const a of grid)
        for (const b of grid) for (const c of grid) if (fits([a, b, c])) expect(worth(x)).toBeGreaterThanOrEqual(worth([a, b, c]) - 1e-6)
    }),
  )
})

test('a program that nothing fits has no answer, and one without bound is a mistake', () => {
  expect(maximised({ gain: [1], rows: [[1]], right: [-1] })).toBeNull()
  expect(() => maximised({ gain: [1, 0], rows: [[1, -1]], right: [0] })).toThrow(/bound/)
})

test('the program over occupancies is worth what its dual is: min over multipliers of the best penalised return', () => {
  for (const seed of [1, 2, 3]) {
    const problem = hazards(seeded(seed))
    const { world, costs, limit } = problem
    const dual = (multiplier: number) => {
      const outcomes = world.outcomes.map((all) => all.map((one) => ({ ...one, reward: one.reward - multiplier * costs[one.next]! })))
      return meanOver(world, optimalValues({ ...world, outcomes }, SURVIVES)) + multiplier * limit
    }
    // Convex in the multiplier: golden section.
    let [low, high] = [0, 40]
    for (let i = 0; i < 70; i++) {
      const [a, b] = [high - (high - low) * 0.618, low + (high - low) * 0.618]
      if (dual(a) < dual(b)) high = b
      else low = a
    }
    const { gain, cost } = byProgram(problem)
    expect(gain).toBeCloseTo(dual((low + high) / 2), 4)
    expect(cost).toBeLessThanOrEqual(limit + 1e-6)
  }
})

test('a multiplier rises while the cost is above its limit, falls below it, and is never negative', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 60 }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (means, limit) => {
        const lagrangian = new Lagrangian([{ name: 'cost', limit }])
        let before = FIRST
        for (const mean of means) {
          lagrangian.update([mean])
          const now = lagrangian.multipliers[0]!
          expect(now).toBeCloseTo(Math.max(0, before + RATE * (mean - limit)), 12)
          expect(lagrangian.penalised(1, [mean])).toBeCloseTo(1 - now * mean, 12)
          before = now
        }
      },
    ),
  )
})

const RULES: Rule[] = [
  { name: 'no-photo', because: 'People are not to be judged by a picture.', forbids: (action) => action === 'photo' },
  { name: 'unasked', because: 'Nobody asked for this.', forbids: (action, { asked }) => action === 'suggest' && asked !== true },
]
test('what a rule forbids is masked with its name, and the least stays possible', () => {
  const actions = ['photo', 'suggest', 'wait']
  expect(allowed(RULES, actions, { asked: true }, 'wait').mask).toEqual([false, true, true])
  const { mask, forbidden } = allowed(RULES, actions, {}, 'wait')
  expect(mask).toEqual([false, false, true])
  expect(forbidden).toEqual([
    { action: 'photo', rules: ['no-photo'] },
    { action: 'suggest', rules: ['unasked'] },
  ])
  const never: Rule = { name: 'never', because: 'No.', forbids: () => true }
  expect(allowed([never], actions, {}, 'wait').mask).toEqual([false, false, true])
})
