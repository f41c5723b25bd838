/** The learned marks of a wish: the chain is one over all sequences, and what is taken of it never harms what was read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentions } from '../../../src/base/concepts/index.ts'
import { read } from '../../../src/base/language/read.ts'
import { seeded } from '../../../src/base/rng.ts'
import { LANGUAGES } from '../../../src/spec.ts'
import { frameOf } from '../../../src/studio/frame/read.ts'
import { beliefs, best, type Chain, emissions } from '../../../src/studio/marks/chain.ts'
import { BUCKETS } from '../../../src/studio/marks/features.ts'
import { FIRST, FOLLOWS, LABELS } from '../../../src/studio/marks/labels.ts'
import { chainOf, marksOf } from '../../../src/studio/marks/marks.ts'
import { piecesOf } from '../../../src/studio/marks/pieces.ts'
import { ruledIn } from '../../../src/studio/marks/ruled.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
const readingOf = (text: string, language: (typeof LANGUAGES)[number]) => read(text, { now, language, currency: 'USD' })

/** A chain of a few labels with weights of its own. */
function chainWith(seed: number, labels: number): Chain {
  const rng = seeded(seed)
  const of = (n: number) => Float64Array.from({ length: n }, () => rng.next() * 4 - 2)
  const follows = Uint8Array.from({ length: labels * labels }, (_, at) => (at % labels && rng.next() < 0.3 ? 0 : 1))
  return { labels, emission: of(6 * labels), scale: 1, transition: of(labels * labels), first: new Uint8Array(labels).fill(1), follows }
}
/** Every sequence that may be, with its score. */
function everyPath(chain: Chain, scores: Float64Array): { path: number[]; score: number }[] {
  const L = chain.labels
  let paths = Array.from({ length: L }, (_, b) => ({ path: [b], score: scores[b]! }))
  for (let i = 1; i < scores.length / L; i++)
    paths = paths.flatMap(({ path, score }) =>
      Array.from({ length: L }, (_, b) => ({ b, at: path.at(-1)! * L + b }))
        .filter(({ at }) => chain.follows[at])
        .map(({ b, at }) => ({ path: [...path, b], score: score + chain.transition[at]! + scores[i * L + b]! })),
    )
  return paths
}

describe('the chain', () => {
  const input = fc.record({
    seed: fc.nat(),
    labels: fc.integer({ min: 2, max: 3 }),
    pieces: fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
  })
  it('sums over every sequence, and finds the likeliest', () => {
    fc.assert(
      fc.property(input, ({ seed, labels, pieces }) => {
        const chain = chainWith(seed, labels)
        const scores = emissions(chain, pieces)
        const paths = everyPath(chain, scores)
        const total = Math.log(paths.reduce((sum, { score }) => sum + Math.exp(score), 0))
        const { marginals, pairs, total: found } = beliefs(chain, scores, true)
        expect(found).toBeCloseTo(total, 8)
        for (let i = 0; i < pieces.length; i++)
          for (let b = 0; b < labels; b++) {
            const share = paths.reduce((sum, { path, score }) => sum + (path[i] === b ? Math.exp(score - total) : 0), 0)
            expect(marginals[i * labels + b]).toBeCloseTo(share, 8)
          }
        if (pieces.length > 1) expect(pairs.reduce((a, b) => a + b, 0)).toBeCloseTo(pieces.length - 1, 6)
        const most = Math.max(...paths.map(({ score }) => score))
        const path = best(chain, scores)
        expect(paths.find((one) => `${one.path}` === `${path}`)?.score).toBeCloseTo(most, 8)
      }),
      { numRuns: 60 },
    )
  })
  it('reads its weights wherever they stand in memory', () => {
    const bytes = Buffer.alloc(4 * (LABELS * LABELS + 1) + BUCKETS * LABELS + 3)
    new DataView(bytes.buffer, bytes.byteOffset).setFloat32(3 + 4 * LABELS * LABELS, 0.5, true)
    bytes.writeInt8(7, 3 + 4 * (LABELS * LABELS + 1))
    const chain = chainOf(bytes.subarray(3))
    expect([chain.scale, chain.emission[0], chain.emission.length]).toEqual([0.5, 7, BUCKETS * LABELS])
  })
  it('no role goes on where it has not begun', () => {
    expect([...FIRST]).toEqual([1, 1, 0, 1, 0, 1, 0, 1, 0])
    for (let a = 0; a < LABELS; a++)
      for (let b = 2; b < LABELS; b += 2) expect(FOLLOWS[a * LABELS + b]).toBe(a === b || a === b - 1 ? 1 : 0)
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
        const frame = frameOf(reading, { now, currency: 'USD', people: [], mentions: meant }, false)
        const { marks, chance } = marksOf(reading, meant, ruledIn(frame))
        let at = 0
        for (const { start, end, role, sure } of marks) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(sure).toBeGreaterThanOrEqual(0)
          expect(sure).toBeLessThanOrEqual(1 + 1e-9)
          expect(chance(role, start, end)).toBe(sure)
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
      { 'what I charged': 'money', 'collected or not': 'yesno' },
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
