import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/base/language/normalise.ts'
import { read } from '../../src/base/language/read.ts'
import { convert, UNITS } from '../../src/base/language/units.ts'
import { zh } from './chinese.ts'
import { en } from './english.ts'
import { ja } from './japanese.ts'
import { ko } from './korean.ts'
import { context } from './show.ts'

const language = fc.constantFrom('en', 'zh', 'ja', 'ko')
const phrase = fc.constantFrom(...[...en, ...zh, ...ja, ...ko].map(([text]) => text))
const piece = fc.oneof(
  phrase,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '一',
    '万',
    '半',
    '月',
    '日',
    '周',
    '한',
    '일',
    '5',
    ',',
    '.',
    '-',
    '~',
    ' ',
    '¥',
    'at most ',
    '个',
    '\ud800',
    '以内',
    '每',
  ),
)
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''))

describe('reading any text', () => {
  it('gives ordered spans of the text that do not overlap, and the same every time', () => {
    fc.assert(
      fc.property(text, language, (raw, lang) => {
        const reading = read(raw, context(lang))
        expect(read(raw, context(lang))).toEqual(reading)
        for (const list of [reading.values, reading.tokens, reading.clauses]) {
          let end = 0
          for (const part of list) {
            expect(part.start).toBeGreaterThanOrEqual(end)
            expect(part.end).toBeGreaterThanOrEqual(part.start)
            expect(part.text).toBe(reading.text.slice(part.start, part.end))
            end = part.end
          }
          expect(end).toBeLessThanOrEqual(reading.text.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('keeps a period that two bounds could take to one of them', () => {
    for (const raw of ['최대 20명까지weekly budget of $200', '월화수목금weekly budget of $200']) {
      const [first, second] = read(raw, context('en')).values
      expect(second!.start).toBeGreaterThanOrEqual(first!.end)
    }
  })

  it('gives finite numbers, real days and real times', () => {
    fc.assert(
      fc.property(text, language, (raw, lang) => {
        const written = JSON.stringify(read(raw, context(lang)).values)
        expect(written).not.toMatch(/null|NaN|Infinity/)
        for (const [iso] of written.matchAll(/(?<=")\d{4}-\d\d-\d\d(?=")/g))
          expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso)
        for (const [, hour] of written.matchAll(/"time":"(\d\d):\d\d"/g)) expect(Number(hour)).toBeLessThan(24)
      }),
      { numRuns: 300 },
    )
  })

  it('is quick on text made to be slow', () => {
    for (const unit of [
      '1',
      '1,',
      '一',
      'a ',
      'every monday and ',
      '每周一',
      '三万',
      '1h ',
      '삼만 ',
      'May 3 ',
      '12/',
      ' ',
      '1日',
      '매주 월요일과 ',
      '1 1/2 ',
    ]) {
      const started = performance.now()
      read(unit.repeat(Math.ceil(20_000 / unit.length)), context('en'))
      expect(performance.now() - started, unit).toBeLessThan(3000)
    }
  }, 40_000)
})

describe('normalise', () => {
  it('is stable and leaves nothing unprintable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = normalise(raw)
        expect(once).not.toMatch(/\p{Surrogate}/u)
        expect(once).not.toMatch(/[\u200b\u202e\ufeff\t]| {2}|^ | $/)
      }),
      { numRuns: 500 },
    )
  })
  it.each([
    ['ＡＢＣ１２３', 'ABC123'],
    ['ｶﾌｪ', 'カフェ'],
    ['１，２３４．５', '1,234.5'],
    ['a\u200bb\u202ec', 'abc'],
    ['1½ cups', '1.5 cups'],
    ['☕️ 커피', '☕️ 커피'],
    ['👩‍👩‍👧 ‼️', '👩‍👩‍👧 ‼️'],
    ['x\ud800y', 'x\ufffdy'],
    ['a\r\n\n  b\tc', 'a\nb c'],
    ['\u1112\u1161\u11ab글', '한글'],
    ['3〜5％', '3~5%'],
    ['5㎏', '5kg'],
    ['1시간 반ㅠㅠ ㅋㅋ', '1시간 반ㅠㅠ ㅋㅋ'],
  ])('%j', (raw, expected) => expect(normalise(raw)).toBe(expected))
  it('reads 100 KB without the time running away', () => {
    const big = '今天花了５００円 on coffee☕️ 지출 기록해줘。'.repeat(3000)
    const started = performance.now()
    normalise(big)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('units', () => {
  const unit = fc.constantFrom(...UNITS)
  it('convert there and back', () => {
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (a, b, value) => {
        const there = convert(value, a.id, b.id)
        expect(there === null).toBe(a.dimension !== b.dimension)
        if (there === null) return
        // Differences of temperatures lose digits near absolute zero only.
        expect(Math.abs((convert(there, b.id, a.id) ?? Number.NaN) - value)).toBeLessThan(
          1e-6 * Math.max(1, value, a.dimension === 'temperature' ? 1000 : 0),
        )
      }),
    )
  })
  it.each([
    [100, 'c', 'f', 212],
    [-40, 'f', 'c', -40],
    [5, 'mi', 'km', 8.04672],
    [1, 'jin', 'g', 500],
    [1, 'tsubo', 'm2', 3.305785123],
    [1, 'cup', 'ml', 236.5882365],
    [8, 'l100km', 'kml', 12.5],
    [90, 'min', 'h', 1.5],
    [1, 'kin', 'g', 600],
  ])('%d %s in %s', (value, from, to, expected) => expect(convert(value, from, to)).toBeCloseTo(expected, 6))
  it('does not mix dimensions or invent units', () => {
    expect(convert(1, 'kg', 'km')).toBeNull()
    expect(convert(1, '__proto__', 'km')).toBeNull()
    expect(convert(Number.NaN, 'm', 'km')).toBeNull()
  })
  it('has one row an id', () => expect(new Set(UNITS.map((row) => row.id)).size).toBe(UNITS.length))
})
