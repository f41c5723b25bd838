/** Which app of a home a message is of: total, the same each time, and never sure of an app that is not there. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { Now } from '../../src/base/language/types.ts'
import { OF_APP, OF_NONE } from '../../src/dialogue/route/features.ts'
import { alternatives, route, routeWeights, scoresOf } from '../../src/dialogue/route/model.ts'
import type { AppGlimpse, DialogueContext } from '../../src/dialogue/understand/intent.ts'
import type { AppId } from '../../src/events.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { synthesise } from '../../src/studio/synthesise.ts'

const now: Now = { date: '2026-11-25', time: '10:00', weekStart: 1 }
const around = { now, locale: 'en-US', currency: 'USD' }
const reading = (text: string) => read(text, { now, language: 'en', currency: 'USD', hints: { locale: 'en-US' } })
const embedder = builtinEmbedder()
const embed = embedder.ok ? embedder.value.embedText : null

const app = (request: string, i: number): AppGlimpse => {
  const { spec } = synthesise(reading(request), { ...around, before: [] })
  const usedAt = `2026-11-0${1 + (i % 9)}T00:00:00Z`
  return { id: `app${i}` as AppId, name: spec.name, icon: spec.icon, spec, usedAt, version: 1, requests: [request], known: {} }
}
const REQUESTS = [
  'track my rabbits: name, weight, vaccination date',
  'log of my swims with lengths and minutes',
  'board for the allotment: to sow, growing, harvested',
  'what I spend on fabric and yarn',
  '포도주 기록: 이름, 산지, 평점',
  '出租房水电表读数',
]
const home = REQUESTS.map(app)
const context = (apps: AppGlimpse[]): DialogueContext => ({ apps, open: null, ...around, window: [], last: { app: null, intent: null } })

test('the weights are those of the features there are', () => {
  const weights = routeWeights()
  expect([weights.app.length, weights.none.length]).toEqual([OF_APP.length, OF_NONE.length])
})

test('a home of no apps has none that could be meant', () => {
  expect(route(reading('swam 20 lengths'), context([]), embed)).toEqual({ chances: new Map(), none: 1 })
})

test('any text has chances between nothing and one, alike each time, with an embedder and without', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(...REQUESTS),
    fc.constantFrom('?', '20', 'swam 20 lengths'),
  )
  fc.assert(
    fc.property(text, fc.subarray(home, { minLength: 1 }), fc.boolean(), (raw, apps, embeds) => {
      const found = route(reading(raw), context(apps), embeds ? embed : null)
      expect(found).toEqual(route(reading(raw), context(apps), embeds ? embed : null))
      const chances = [...found.chances.values(), found.none]
      expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1)
      expect(new Set(found.chances.keys())).toEqual(new Set(apps.map(({ id }) => id)))
    }),
    { numRuns: 60 },
  )
})

test('every feature is a finite number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const found = alternatives(reading(raw), context(home), embed)
      for (const row of [...found.apps, found.none]) expect(row.every(Number.isFinite)).toBe(true)
      expect(scoresOf(found, routeWeights()).every(Number.isFinite)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the order in which apps stand does not change what is meant', () => {
  for (const raw of ['swam 40 lengths in 30 minutes', 'two metres of linen, 18 dollars', 'sowed the carrots'])
    expect([...route(reading(raw), context([...home].reverse()), embed).chances].sort()).toEqual(
      [...route(reading(raw), context(home), embed).chances].sort(),
    )
})
