/** Conversations of our own that recall is trained with: whole, answerable where they say so, and held templates apart. */
import { describe, expect, test } from 'vitest'
import { factsOf, TOLD_LANGUAGES, toldSet } from '../../scripts/recall/told/index.ts'
import { seeded } from '../../src/base/rng.ts'

const SCRIPT = { ja: /\p{Script=Hiragana}/u, ko: /\p{Script=Hangul}/u, zh: /\p{Script=Han}/u }

describe.each(TOLD_LANGUAGES)('conversations in %s', (language) => {
  describe.each([1, 2, 3])('seed %i', (seed) => {
    const held = toldSet(language, 5, true, seeded(seed))
    const train = toldSet(language, 5, false, seeded(seed))

    test('leave no blank open and no particle undecided', () => {
      for (const set of [held, train])
        for (const { text } of [...set.docs.values(), ...set.queries]) {
          expect(text).not.toMatch(/[{}[\]|_]/)
          expect(text).toMatch(SCRIPT[language])
        }
    })

    test('have evidence for each question but those that nobody told', () => {
      for (const set of [held, train])
        for (const { type, evidence, group } of set.queries) {
          expect(evidence.length > 0).toBe(type !== 'none')
          for (const id of evidence) expect(set.groups.get(group)).toContain(id)
        }
    })

    test('are told in the order of their days', () => {
      for (const ids of held.groups.values()) {
        const times = ids.map((id) => held.docs.get(id)!.time!)
        expect([...times].sort()).toEqual(times)
      }
    })

    test('are the same for the same seed', () => {
      expect(toldSet(language, 5, true, seeded(seed))).toEqual(held)
    })
  })

  test('hold a quarter of the templates, of which training tells nothing', () => {
    const facts = factsOf(language)
    expect(facts.filter(({ held }) => held).length / facts.length).toBeCloseTo(0.25, 1)
    const start = (way: string) => way.split('{')[0]!.trim()
    const told = [...toldSet(language, 30, false, seeded(4)).docs.values()].map(({ text }) => text).join('\n')
    for (const { told: ways } of facts.filter(({ held }) => held))
      for (const way of ways.filter((each) => start(each).length > 5)) expect(told).not.toContain(start(way))
  })
})
