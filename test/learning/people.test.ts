/** Simulated people: reproducible, of different tastes, and a learner that begins from a prior does no worse than the prior says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../../src/base/rng.ts'
import { fittedPrior, flatPrior, Taste } from '../../src/learning/taste.ts'
import { DESIGNS, TRAITS, traitsOf } from '../../src/simulation/people/designs.ts'
import { LANGUAGES, person, pleases, shows, situation } from '../../src/simulation/people/population.ts'
import { actionsAt, begins, bestWorth, guest, STEPS, serve } from '../../src/simulation/people/sessions.ts'

test('the same seed is the same person, and what they show', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...LANGUAGES), (seed, language) => {
      const life = () => {
        const rng = seeded(seed)
        const who = person(language, rng)
        return Array.from({ length: 30 }, (_, day) => {
          const where = situation(who, day, rng)
          const worth = pleases(who, DESIGNS[day % DESIGNS.length]!, where, day)
          return { worth, ...shows(who, worth, rng) }
        })
      }
      const once = life()
      expect(life()).toEqual(once)
      for (const { worth, daysUsed } of once) {
        expect(Math.abs(worth)).toBeLessThanOrEqual(1)
        expect(daysUsed >= 0 && daysUsed <= 7).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test('who is pleased uses it more, in every language, and a thumb down is rarer in some', () => {
  const rng = seeded(4)
  const down = new Map<string, number>()
  for (const language of LANGUAGES) {
    const who = person(language, rng)
    const days = (worth: number) => Array.from({ length: 800 }, () => shows(who, worth, rng).daysUsed).reduce((a, b) => a + b, 0) / 800
    expect(days(0.8)).toBeGreaterThan(days(-0.8) + 1)
    down.set(language, Array.from({ length: 2000 }, () => shows(who, -0.8, rng).thumb).filter((thumb) => thumb === -1).length)
  }
  expect(down.get('ja')!).toBeLessThan(down.get('en')! / 3)
})

test('a taste with a prior is a regression with that prior', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const rng = seeded(seed)
      const size = 3
      // Weights of one spread each around a mean: examples without noise pull the expectation to them.
      const prior = { ...flatPrior(size, 0.7), mean: Float64Array.from({ length: size }, () => normal(rng)) }
      const taste = new Taste(prior)
      const x = () => Float64Array.from({ length: size }, () => normal(rng))
      const asked = x()
      expect(taste.expected(asked)).toBeCloseTo(
        prior.mean.reduce((sum, value, i) => sum + value * asked[i]!, 0),
        9,
      )
      const truth = x()
      for (let i = 0; i < 400; i++) {
        const one = x()
        taste.add(
          one,
          one.reduce((sum, value, j) => sum + value * truth[j]!, 0),
        )
      }
      expect(taste.expected(asked)).toBeCloseTo(
        asked.reduce((sum, value, j) => sum + value * truth[j]!, 0),
        1,
      )
      const { mean, covariance } = taste.posterior()
      expect(mean.reduce((sum, value, i) => sum + value * asked[i]!, 0)).toBeCloseTo(taste.expected(asked), 9)
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) expect(covariance[i * size + j]).toBeCloseTo(covariance[j * size + i]!, 12)
    }),
    { numRuns: 30 },
  )
})

test('a prior fitted to people has their mean, and tells how they differ', () => {
  const rng = seeded(3)
  const people = Array.from({ length: 400 }, () => {
    const shared = normal(rng)
    return Float64Array.from([1 + shared, -shared, 0.1 * normal(rng)])
  })
  const { mean, root } = fittedPrior(people, 0.3)
  for (const [i, value] of [1, 0, 0].entries()) expect(mean[i]).toBeCloseTo(value, 0)
  // Rows of the root give covariances: the first two move against each other.
  expect(root[0]! ** 2).toBeCloseTo(1, 0)
  expect(root[3]! * root[0]!).toBeLessThan(-0.8)
})

test('every design has its own traits', () => {
  const where = { phone: true, full: false, early: true }
  expect(new Set(DESIGNS.map((design) => traitsOf(design, where).join())).size).toBe(DESIGNS.length)
  for (const design of DESIGNS) expect(traitsOf(design, where)).toHaveLength(TRAITS)
})

test('nobody serves a guest better within the limit than the best worth says, and what it says can be had', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...LANGUAGES), (seed, language) => {
      const rng = seeded(seed)
      const who = guest(person(language, rng), rng)
      const session = Math.floor(rng.next() * 200)
      const worth = bestWorth(who, session)
      const served = (choose: (situation: number, count: number) => number) => {
        let at: number | null = begins(seeded(seed))
        let [sum, cost, steps] = [0, 0, 0]
        while (at !== null) {
          const one = serve(who, at, choose(at, actionsAt(at)), session)
          sum += one.reward + one.pleased
          cost += one.cost
          steps++
          at = one.next
        }
        expect(steps).toBe(STEPS)
        return { sum, cost }
      }
      const first = worth[begins(seeded(seed))]!
      for (let i = 0; i < 20; i++) {
        const { sum, cost } = served((_, count) => Math.floor(rng.next() * count))
        if (cost === 0) expect(sum).toBeLessThanOrEqual(first + 1e-9)
      }
      const best = served((situation, count) => {
        const of = Array.from({ length: count }, (_, action) => {
          const { reward, cost, next, pleased } = serve(who, situation, action, session)
          return cost ? Number.NEGATIVE_INFINITY : reward + (next === null ? pleased : worth[next]!)
        })
        return of.indexOf(Math.max(...of))
      })
      expect([best.sum, best.cost]).toEqual([expect.closeTo(first, 9), 0])
    }),
    { numRuns: 20 },
  )
})
