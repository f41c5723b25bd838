/** The learned marks of a wish: what is parted is summed over all partings, and what is taken of it never harms what was read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentions } from '../../../src/base/concepts/index.ts'
import { weightsIn } from '../../../src/base/hashed.ts'
import { piecesOf } from '../../../src/base/language/pieces.ts'
import { read } from '../../../src/base/language/read.ts'
import { seeded } from '../../../src/base/rng.ts'
import { LANGUAGES } from '../../../src/spec.ts'
import { frameOf } from '../../../src/studio/frame/read.ts'
import { BUCKETS } from '../../../src/studio/marks/features.ts'
import { ROLES } from '../../../src/studio/marks/labels.ts'
import { marksOf } from '../../../src/studio/marks/marks.ts'
import { ruledIn } from '../../../src/studio/marks/ruled.ts'
import { beliefs, best, type Lattice, type Scores, scoresOf } from '../../../src/studio/marks/segments.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
const readingOf = (text: string, language: (typeof LANGUAGES)[number]) => read(text, { now, language, currency: 'USD' })

const R = ROLES.length
const TOPIC = ROLES.indexOf('topic')

/** A lattice of `n` pieces with stretches of up to three, each showing a few of 40 buckets. */
function latticeWith(seed: number, n: number): { lattice: Lattice; weights: { weights: Float64Array; scale: number } } {
  const rng = seeded(seed)
  const some = () => Array.from({ length: 2 }, () => Math.floor(rng.next() * 40))
  const stretches = Array.from({ length: n }, (_, from) => [1, 2, 3].map((size) => ({ from, to: from + size, features: some() })))
    .flat()
    .filter(({ to }) => to <= n && rng.next() < 0.7)
  const links = Array.from({ length: n }, () => Array.from({ length: 1 + R }, some))
  const weights = Float64Array.from({ length: 40 * R }, () => rng.next() * 3 - 2)
  return { lattice: { pieces: Array.from({ length: n }, some), stretches, links, ends: some() }, weights: { weights, scale: 1 } }
}
type Parting = { taken: { at: number; role: number }[]; score: number }
/** Every parting that may be, with its score. */
function everyParting(lattice: Lattice, scores: Scores): Parting[] {
  const n = lattice.pieces.length
  const go = (i: number, last: number, named: boolean): Parting[] => {
    if (i === n) return [{ taken: [], score: named ? scores.end : 0 }]
    const none = go(i + 1, last, named)
    const taken = lattice.stretches.flatMap(({ from, to }, at) =>
      from !== i
        ? []
        : ROLES.flatMap((_, role) =>
            role === TOPIC && named
              ? []
              : go(to, 1 + role, named || role === TOPIC).map((rest) => ({
                  taken: [{ at, role }, ...rest.taken],
                  score: scores.stretch[at * R + role]! + scores.link[(i * (1 + R) + last) * R + role]! + rest.score,
                })),
          ),
    )
    return [...none, ...taken]
  }
  return go(0, 0, false)
}

describe('the parting of a wish', () => {
  const input = fc.record({ seed: fc.nat(), n: fc.integer({ min: 1, max: 4 }) })
  it('sums over every parting, and finds the likeliest', () => {
    fc.assert(
      fc.property(input, ({ seed, n }) => {
        const { lattice, weights } = latticeWith(seed, n)
        const scores = scoresOf(lattice, weights)
        const all = everyParting(lattice, scores)
        const total = Math.log(all.reduce((sum, { score }) => sum + Math.exp(score), 0))
        const found = beliefs(lattice, scores)
        expect(found.total).toBeCloseTo(total, 8)
        const share = (test: (parting: Parting) => boolean) =>
          all.reduce((sum, one) => sum + (test(one) ? Math.exp(one.score - total) : 0), 0)
        lattice.stretches.forEach((_, at) => {
          for (let role = 0; role < R; role++)
            expect(found.stretch[at * R + role]).toBeCloseTo(
              share(({ taken }) => taken.some((one) => one.at === at && one.role === role)),
              8,
            )
        })
        expect(found.end).toBeCloseTo(
          share(({ taken }) => taken.some(({ role }) => role === TOPIC)),
          8,
        )
        const likeliest = all.reduce((a, b) => (b.score > a.score ? b : a))
        const path = best(lattice, scores).map(({ at, role }) => ({ at, role }))
        expect(path).toEqual(likeliest.taken)
      }),
      { numRuns: 60 },
    )
  })
  it('reads its weights wherever they stand in memory', () => {
    const bytes = Buffer.alloc(4 + BUCKETS * R + 3)
    new DataView(bytes.buffer, bytes.byteOffset).setFloat32(3, 0.5, true)
    bytes.writeInt8(7, 3 + 4)
    const { scale, weights } = weightsIn(bytes.subarray(3))
    expect([scale, weights[0], weights.length]).toEqual([0.5, 7, BUCKETS * R])
  })
})

describe('the marks of a wish', () => {
  const words = 'track my 犬の体重 price, 价格、日期 (1-5) 가격 메모 / who paid: <b> "x" 😀 \n 10km '
  it('any text is cut into pieces that stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...words), maxLength: 120 }), (text) => {
        const pieces = piecesOf(text)
        let at = 0
        for (const { start, end, text: said } of pieces) {
          expect(text.slice(start, end)).toBe(said)
          expect(text.slice(at, start).trim()).toBe('')
          at = end
        }
      }),
    )
  })
  it('chances are chances, and marks stand apart, of any text in any language', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...words), maxLength: 80 }), fc.constantFrom(...LANGUAGES), (text, language) => {
        const reading = readingOf(text, language)
        const meant = mentions(reading)
        const frame = frameOf(reading, { now, currency: 'USD', people: [], mentions: meant }, null)
        const { marks, chance } = marksOf(reading, meant, ruledIn(frame))
        let at = 0
        for (const { start, end, role, sure } of marks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(sure).toBeGreaterThanOrEqual(0)
          expect(sure).toBeLessThanOrEqual(1 + 1e-9)
          expect(chance(role, start, end)).toBeGreaterThanOrEqual(sure - 1e-9)
          at = end
        }
      }),
      { numRuns: 80 },
    )
  })
  it.each([
    [
      'en',
      'I mend clocks for neighbours. Whose it is, what I charged, collected or not.',
      { 'what I charged': 'money', collected: 'yesno' },
    ],
    ['zh', '我收集老唱片:歌手、是不是首版、多少钱收的', { 是不是首版: 'yesno', 多少钱收的: 'money' }],
    [
      'ja',
      '小さな花屋です。注文の管理がしたい。お客様名、受け取り日、花の種類、本数、支払い済みかどうか',
      { 受け取り日: 'date', 本数: 'num' },
    ],
    ['ko', '교회 주방 재고 관리 부탁드려요. 품목, 남은 개수, 보관 장소', { '남은 개수': 'num' }],
  ] as const)('what strangers list is kept, each of its kind (%s)', (language, text, expected) => {
    const reading = readingOf(text, language)
    const { asked } = frameOf(reading, { now, currency: 'USD', people: [], mentions: mentions(reading) })
    for (const [label, kind] of Object.entries(expected))
      expect(
        asked.find((one) => one.label.toLowerCase() === label.toLowerCase())?.kind.replace('int', 'num'),
        `${label} in ${asked.map((one) => `${one.label}:${one.kind}`)}`,
      ).toBe(kind)
  })
  it('a talk about oneself is no quality to keep', () => {
    const reading = readingOf('sourdough feedings: flour (g), water (g), room temp. remind me 8am or i WILL kill it again', 'en')
    const { asked } = frameOf(reading, { now, currency: 'USD', people: [], mentions: mentions(reading) })
    expect(asked.map(({ label }) => label).join()).not.toMatch(/kill/)
  })
})
