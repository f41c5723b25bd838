/** What is said outright counts; what is not is predicted, by culture, with an honest doubt. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normal, seeded } from '../../src/base/rng.ts'
import { DEFAULT_WEIGHTS, RewardModel, rewardOf, type Signals, saidOutright } from '../../src/learning/reward.ts'
import type { Language } from '../../src/spec.ts'

const LANGUAGES: Language[] = ['en', 'zh', 'ja', 'ko']
/** In this world a long talk is a good sign in Japanese and a bad one in English; days of use are good everywhere. */
function seen(rng: ReturnType<typeof seeded>, language: Language): { signals: Signals; truth: number } {
  const daysUsed = Math.floor(rng.next() * 8)
  const turns = 1 + Math.floor(rng.next() * 15)
  const length = Math.log2(1 + turns) / 2 - 1
  const truth = 0.4 * (daysUsed / 3.5 - 1) + (language === 'ja' ? 0.4 : language === 'en' ? -0.4 : 0) * length + 0.1 * normal(rng)
  return { signals: { daysUsed, turns, tone: 0 }, truth }
}

test('what implicit signals mean is learned by culture, and the interval holds as often as it says', () => {
  const rng = seeded(12)
  const model = new RewardModel()
  for (let i = 0; i < 400; i++) {
    const language = LANGUAGES[i % 4]!
    const { signals, truth } = seen(rng, language)
    model.learn({ ...signals, thumb: truth }, language)
  }
  let held = 0
  for (let i = 0; i < 600; i++) {
    const language = LANGUAGES[i % 4]!
    const { signals, truth } = seen(rng, language)
    const { objectives, unsure } = model.judge(signals, language)
    if (Math.abs(objectives.satisfaction - truth) < 1.96 * unsure) held++
  }
  expect(held / 600).toBeGreaterThan(0.92)
  const long = (language: Language) => model.judge({ daysUsed: 4, turns: 15, tone: 0 }, language).objectives.satisfaction
  const short = (language: Language) => model.judge({ daysUsed: 4, turns: 1, tone: 0 }, language).objectives.satisfaction
  expect(long('ja')).toBeGreaterThan(short('ja') + 0.2)
  expect(long('en')).toBeLessThan(short('en') - 0.2)
})

test('what is said outright is taken at its word, and is sure', () => {
  const model = new RewardModel()
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(...LANGUAGES), (thumb, language) => {
      const { objectives, unsure } = model.judge({ thumb, daysUsed: 7 }, language)
      expect(objectives.satisfaction).toBe(thumb)
      expect(unsure).toBe(0)
    }),
  )
  expect(saidOutright({ undone: true })).toBe(-1)
  expect(saidOutright({ edits: 2 })).toBe(-0.6)
  expect(saidOutright({ daysUsed: 3 })).toBeNull()
  expect(model.learn({ daysUsed: 3 }, 'ko')).toBe(false)
})

test('where nothing is known, nothing is claimed', () => {
  const { objectives, unsure } = new RewardModel().judge({}, 'zh')
  expect(objectives.satisfaction).toBe(0)
  expect(unsure).toBeGreaterThanOrEqual(1)
})

test('every cost lowers the reward, by its weight', () => {
  const model = new RewardModel()
  const base = rewardOf(model.judge({ thumb: 0 }, 'en'))
  const count = fc.integer({ min: 1, max: 50 })
  fc.assert(
    fc.property(fc.constantFrom('exposed', 'violations', 'cents', 'seconds', 'needless' as const), count, (cost, much) => {
      const with_ = model.judge({ thumb: 0, [cost]: much }, 'en')
      expect(rewardOf(with_)).toBeLessThan(base)
      expect(rewardOf(with_, { ...DEFAULT_WEIGHTS, privacy: 0, compliance: 0, resources: 0, simplicity: 0 })).toBe(0)
    }),
  )
})
