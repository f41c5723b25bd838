/** Which words of an entry fill which field (src/dialogue/log/spans): the field of chances by trying all partings, values, whole messages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apps, specOf } from '../../scripts/entry/corpus.ts'
import { read } from '../../src/base/language/read.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { beliefs, bestOf, type Filled, type Lattice, type Scores, scoreOf } from '../../src/dialogue/log/spans/field.ts'
import { clockOf, lengthOf, numeralOf } from '../../src/dialogue/log/spans/numeral.ts'
import { type Creation, spansOf } from '../../src/dialogue/log/spans/spans.ts'
import { valueIn } from '../../src/dialogue/log/spans/value.ts'
import type { Field, Language } from '../../src/spec.ts'
import { LANGUAGES } from '../../src/spec.ts'

const now = { date: '2026-11-24', time: '18:00', weekStart: 1 as const }
const OF = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const

/** A small lattice of n pieces and F fields in which any two pieces at most are a stretch, and its scores. */
const small = fc.record({ n: fc.integer({ min: 1, max: 4 }), F: fc.integer({ min: 1, max: 2 }) }).chain(({ n, F }) => {
  const stretches = Array.from({ length: n }, (_, from) => [1, 2].map((size) => ({ from, to: from + size, fills: Array(F).fill([]) })))
    .flat()
    .filter(({ to }) => to <= n)
  const floats = (length: number) => fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: length, maxLength: length })
  return fc.tuple(floats(n), floats(stretches.length * F), floats((1 + F) * 2 * F)).map(([other, fill, link]): [Lattice, Scores] => [
    { fields: F, others: Array(n).fill([]), stretches, gaps: Array(n).fill(0), links: [Array(1 + F).fill(Array(2 * F).fill([]))] },
    {
      other: Float64Array.from(other),
      fill: Float64Array.from(fill),
      // Nothing begins another entry before there is one.
      link: Float64Array.from(link, (x, at) => (at < 2 * F && at >= F ? Number.NEGATIVE_INFINITY : x)),
    },
  ])
})

function* partings({ fields, stretches, others }: Lattice, from = 0, any = false): Generator<Filled[]> {
  if (from >= others.length) return yield []
  yield* partings({ fields, stretches, others } as Lattice, from + 1, any)
  for (const [at, stretch] of stretches.entries())
    if (stretch.from === from)
      for (let field = 0; field < fields; field++)
        for (const anew of any ? [false, true] : [false])
          for (const rest of partings({ fields, stretches, others } as Lattice, stretch.to, true)) yield [{ at, field, anew }, ...rest]
}
/** No field of an entry twice. */
const once = (filled: readonly Filled[]): boolean => {
  let seen = new Set<number>()
  return filled.every(({ field, anew }) => {
    if (anew) seen = new Set()
    return !seen.has(field) && seen.add(field)
  })
}

describe('a field of chances', () => {
  it('sums over all partings, and finds the best that fills no field of an entry twice', () => {
    fc.assert(
      fc.property(small, ([lattice, scores]) => {
        const all = [...partings(lattice)]
        const total = Math.log(all.reduce((sum, one) => sum + Math.exp(scoreOf(lattice, scores, one)), 0))
        const found = beliefs(lattice, scores)
        expect(found.total).toBeCloseTo(total, 8)
        for (const [at] of lattice.stretches.entries())
          for (let f = 0; f < lattice.fields; f++) {
            const share = all.filter((one) => one.some((each) => each.at === at && each.field === f))
            const chance = share.reduce((sum, one) => sum + Math.exp(scoreOf(lattice, scores, one) - total), 0)
            expect(found.fill[at * lattice.fields + f]).toBeCloseTo(chance, 8)
          }
        const best = bestOf(lattice, scores)
        expect(once(best.filled)).toBe(true)
        expect(best.score).toBeCloseTo(scoreOf(lattice, scores, best.filled), 8)
        expect(best.score).toBeCloseTo(Math.max(...all.filter(once).map((one) => scoreOf(lattice, scores, one))), 8)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a stretch says', () => {
  it.each<[string, Language, number]>([
    ['-9', 'en', -9],
    ['$24.50', 'en', 24.5],
    ['two plates', 'en', 2],
    ['28k', 'en', 28_000],
    ['九点八', 'zh', 9.8],
    ['四十二斤半', 'zh', 42.5],
    ['一四八', 'ja', 148],
    ['三百', 'ja', 300],
    ['열두마리', 'ko', 12],
    ['만', 'ko', 10_000],
    ['ゼロ', 'ja', 0],
  ])('%s (%s) is %d', (said, language, n) => {
    expect(numeralOf(said, language)).toBe(n)
  })
  it('is a length, a time of the day, or none', () => {
    expect([lengthOf('5:41'), lengthOf('12 min 5'), lengthOf('1h 15'), lengthOf('soon')]).toEqual([5.6833, 12.0833, 75, undefined])
    expect([clockOf('7.42'), clockOf('0105'), clockOf('16'), clockOf('25'), clockOf('7.75')]).toEqual([
      '07:42',
      '01:05',
      '16:00',
      undefined,
      undefined,
    ])
  })
  it('answers a choice by its beginning, never by two that begin so', () => {
    const side: Field = {
      id: 'side',
      label: 'Side',
      kind: 'choice',
      options: [
        { id: 'l', label: 'left' },
        { id: 'r', label: 'right' },
        { id: 'rr', label: 'rear' },
      ],
    }
    const of = (said: string) => valueIn(read(said, { now, language: 'en', currency: 'USD' }), 0, said.length, side, { now })
    expect([of('L'), of('ri'), of('R')]).toEqual(['l', 'r', undefined])
  })
})

describe.each(LANGUAGES)('the corpus in %s', (language) => {
  it('is as it should be: every mark within its message, no field of an entry twice', () => {
    const all = apps(language, 'scripts/entry/corpus')
    expect(all.length).toBeGreaterThan(200)
    for (const { fields, messages } of all)
      for (const { text, marks } of messages)
        for (const { entry, field, start, end } of marks) {
          expect(fields[field]).toBeDefined()
          expect(text.slice(start, end).trim()).not.toBe('')
          expect(marks.filter((one) => one.entry === entry && one.field === field)).toHaveLength(1)
        }
  })

  it('is read by any app without harm, whatever the message', () => {
    const app = apps(language, 'scripts/entry/corpus')[0]!
    const spec = specOf(app, app.fields)
    const ctx = { now, locale: app.locale, currency: OF[language], known: {} }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(5), (noise, n) => {
        const reading = read(`${noise}${app.messages[n]!.text}`, { now, language, currency: OF[language] })
        const rules = readEntry(reading, spec, ctx, 'create')
        if (!rules.ok) return
        const { ops } = spansOf(reading, rules.value, spec, ctx)
        expect(ops.length).toBeGreaterThan(0)
        const ids = new Set(app.fields.map(({ id }) => id))
        for (const op of ops)
          for (const id of Object.keys((op as Creation).values ?? {})) expect(ids.has(id) || rules.value.ops.includes(op)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
