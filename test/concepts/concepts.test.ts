/** The ontology: its tables are sound, and sentences are read as a person would read them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGLISH } from '../../src/base/concepts/data/english.ts'
import { FRIENDS } from '../../src/base/concepts/data/friends.ts'
import { fold } from '../../src/base/concepts/fold.ts'
import { CONCEPTS, conceptOf, labelOf, mentions } from '../../src/base/concepts/index.ts'
import { FAMILIES } from '../../src/base/concepts/types.ts'
import type { Reading } from '../../src/base/language/types.ts'
import { unitOf } from '../../src/base/language/units.ts'
import { Identifier, LANGUAGES, type Language } from '../../src/spec.ts'
import { HEARD } from './sentences.ts'

/** As much of a reading as `mentions` looks at. */
const readingOf = (text: string, language: Language): Reading => ({
  raw: text,
  text,
  language,
  clauses: [{ text, start: 0, end: text.length, language }],
  tokens: [],
  values: [],
})
const heard = (text: string, language: Language) => mentions(readingOf(text, language))

describe('the tables', () => {
  it('have a row for each id, an identifier', () => {
    expect(duplicates(CONCEPTS.map((concept) => concept.id))).toEqual([])
    expect(CONCEPTS.filter((concept) => !Identifier.safeParse(concept.id).success)).toEqual([])
  })

  it('cover much of daily life', () => expect(CONCEPTS.length).toBeGreaterThan(600))

  it('name every concept in every language, each name once', () => {
    for (const { id, forms } of CONCEPTS) {
      for (const language of LANGUAGES) {
        expect(forms[language].length, `${id} ${language}`).toBeGreaterThan(0)
        expect(
          forms[language].filter((form) => form.trim() !== form || form === ''),
          `${id} ${language}`,
        ).toEqual([])
        expect(duplicates(forms[language]), `${id} ${language}`).toEqual([])
      }
    }
  })

  it('keep things in fields that exist, none of them twice', () => {
    const wrong = CONCEPTS.flatMap(({ id, collection, topic }) =>
      [...(collection?.fields ?? []), ...(topic?.fields ?? [])]
        .filter((field) => !conceptOf(field)?.field)
        .map((field) => `${id}: ${field}`),
    )
    expect(wrong).toEqual([])
    expect(CONCEPTS.filter(({ collection }) => collection && duplicates(collection.fields).length > 0).map(({ id }) => id)).toEqual([])
  })

  it('point only to concepts and families there are', () => {
    expect(
      CONCEPTS.flatMap(({ id, related }) => (related ?? []).filter((other) => !conceptOf(other)).map((other) => `${id}: ${other}`)),
    ).toEqual([])
    const known = new Set<string>(FAMILIES)
    for (const { id, suggests, collection, topic } of CONCEPTS) {
      for (const family of [...Object.keys(suggests ?? {}), ...(collection?.families ?? []), ...(topic?.families ?? [])]) {
        expect(known.has(family), `${id}: ${family}`).toBe(true)
      }
      for (const weight of Object.values(suggests ?? {})) expect(weight, id).toBeGreaterThan(0)
    }
    expect(FAMILIES.filter((family) => !CONCEPTS.some(({ suggests }) => suggests?.[family]))).toEqual([])
  })

  it('give options distinct ids and quantities known units', () => {
    for (const { id, field } of CONCEPTS) {
      expect(duplicates((field?.options ?? []).map((option) => option.id)), id).toEqual([])
      if (field?.unit) expect(unitOf(field.unit), `${id}: ${field.unit}`).toBeDefined()
    }
  })

  it('label them one and many', () => {
    const label = (id: string, language: Language, plural = false) => labelOf(conceptOf(id)!, language, { plural })
    expect(label('recipe', 'en')).toBe('Recipe')
    expect(label('recipe', 'en', true)).toBe('Recipes')
    expect(label('coffee', 'ja')).toBe('コーヒー')
    expect(label('stamps', 'ko', true)).toBe('우표')
  })
})

describe('mentions', () => {
  it.each(HEARD)('%s: %s', (language, text, ids, never = '') => {
    const found = new Set(heard(text, language).map(({ concept }) => concept.id))
    expect(ids.split(' ').filter((id) => id !== '' && !found.has(id))).toEqual([])
    expect(never.split(' ').filter((id) => found.has(id))).toEqual([])
  })

  it('forgives one slip of the pen', () => {
    const [slip] = heard('track my cofffee', 'en')
    expect(slip).toMatchObject({ concept: { id: 'coffee' }, text: 'cofffee', score: 0.75 })
  })

  it('leaves common words as they are', () => {
    const repaired = ENGLISH.filter((word) => heard(word, 'en').some(({ score }) => score === 0.75))
    expect(repaired).toEqual([])
  })

  it('is not taken in by false friends', () => {
    const names = new Set(CONCEPTS.flatMap(({ forms }) => LANGUAGES.flatMap((language) => forms[language].map(fold))))
    const hidden = FRIENDS.filter((friend) => !names.has(fold(friend)))
    expect(hidden.length).toBeGreaterThan(250)
    expect(hidden.filter((friend) => LANGUAGES.some((language) => heard(friend, language).length > 0))).toEqual([])
  })

  it('lies inside the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom(...LANGUAGES), (text, language) => {
        let last = 0
        for (const { start, end, score } of heard(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          last = start
        }
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to the text', () => {
    for (const unit of ['a', '日本', '喝咖啡的日记', 'コーヒー', '커피값을', 'track my coffee spendings, ', 'zzyzx qwrtp ']) {
      const text = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000)
      const began = performance.now()
      heard(text, 'zh')
      expect(performance.now() - began, unit).toBeLessThan(1500)
    }
  })
})

function duplicates(all: readonly string[]): string[] {
  return all.filter((one, index) => all.indexOf(one) !== index)
}

/** Random text, and text glued together from words of the tables. */
function anyText(): fc.Arbitrary<string> {
  const forms = CONCEPTS.flatMap((concept) => LANGUAGES.flatMap((language) => concept.forms[language]))
  const piece = fc.oneof(
    fc.constantFrom(...forms),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(' ', '、', 'の', '的', '을', ', '),
  )
  return fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )
}
