/** The linear policy: its chances are those it draws with, its slopes those of finite differences. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { BIAS, components, type Features } from '../../src/policy/features.ts'
import { decide, type LinearPolicy, probabilitiesOf, slopeOf } from '../../src/policy/linear.ts'

const features: fc.Arbitrary<Features> = fc.dictionary(
  fc.constantFrom('fields', 'language', 'phone', 'rows'),
  fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.boolean(), fc.constantFrom('ja', 'ko', 'en')),
)
const weight = fc.double({ min: -2, max: 2, noNaN: true })
const row = fc.dictionary(fc.constantFrom(BIAS, 'fields', 'language=ja', 'language=ko', 'phone', 'rows'), weight)
const policies = fc.record({
  id: fc.constant('tried-1'),
  actions: fc.constant(['table', 'chart', 'entry'] as const),
  weights: fc.record({ table: row, chart: row, entry: row }),
  temperature: fc.double({ min: 0.2, max: 3, noNaN: true }),
  exploration: fc.double({ min: 0, max: 0.9, noNaN: true }),
})

test('what is journalled is the chance it was drawn with', () => {
  fc.assert(
    fc.property(policies, features, fc.nat(), (policy, state, seed) => {
      const { action, probability, policy: id } = decide(policy, state, seeded(seed))
      expect(id).toBe(policy.id)
      expect(probability).toBe(probabilitiesOf(policy, state)[policy.actions.indexOf(action as 'table')])
      expect(probability).toBeGreaterThan(0)
    }),
  )
})

test('slopes of the log chance are those of finite differences, exploration and mask included', () => {
  fc.assert(
    fc.property(policies, features, fc.constantFrom(undefined, [true, false, true]), (policy, state, mask) => {
      const slope = slopeOf(policy, state, 'table', mask)
      const nudge = 1e-5
      for (const action of policy.actions)
        for (const [name] of components(state)) {
          const at = (by: number): LinearPolicy => {
            const before = policy.weights[action] as Record<string, number>
            return { ...policy, weights: { ...policy.weights, [action]: { ...before, [name]: (before[name] ?? 0) + by } } }
          }
          const log = (by: number) => Math.log(probabilitiesOf(at(by), state, mask)[0]!)
          expect(slope[action]![name]).toBeCloseTo((log(nudge) - log(-nudge)) / (2 * nudge), 5)
        }
    }),
    { numRuns: 60 },
  )
})

test('a feature that is no number, or that nobody has weights for, changes nothing', () => {
  fc.assert(
    fc.property(policies, features, (policy, state) => {
      const before = probabilitiesOf(policy, state)
      expect(probabilitiesOf(policy, { ...state, odd: Number.NaN, far: Number.POSITIVE_INFINITY, unheard: 'of' })).toEqual(before)
    }),
  )
})
