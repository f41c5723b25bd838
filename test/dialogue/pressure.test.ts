/** An entry of figures alone: a blood pressure, in all the ways of telling one, and in the app that is made for it. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { isAnother } from '../../src/dialogue/log/mend/learned.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { AppSpec, Language, Rec } from '../../src/spec.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { context, now, reading as readingOf, spec as specOf } from './apps.ts'

const WISH: Record<Language, [locale: string, wish: string]> = {
  en: ['en-GB', 'I want to write down my blood pressure, top number, bottom number and the pulse'],
  zh: ['zh-CN', '记血压,高压低压心率'],
  ja: ['ja-JP', '血圧を記録したい、上と下と脈拍'],
  ko: ['ko-KR', '혈압 기록하고 싶어, 수축기 이완기 맥박'],
}
function opened(language: Language): { spec: AppSpec; reading(text: string): ReturnType<typeof read>; locale: string } {
  const [locale, wish] = WISH[language]
  const around = { now, language, currency: 'GBP', hints: { locale } }
  const made = synthesise(read(wish, around), { now, locale, currency: 'GBP', before: [] })
  return { spec: made.spec, reading: (text) => read(text, around), locale }
}
const before = { id: 'r0', seq: 1, values: { date: '2026-11-24', systolic: 128, diastolic: 79, pulse: 64 } } as unknown as Rec

describe('a blood pressure told in a sentence is an entry', () => {
  it.each<[Language, string, number[]]>([
    ['en', 'this morning it was 142 over 86, pulse 71', [142, 86, 71]],
    ['en', '138/84 and pulse 69 just now', [138, 84, 69]],
    ['en', "yesterday evening 151 over 92, pulse 78, I'd had a row with the neighbour", [151, 92, 78]],
    ['zh', '晚上 132 82 70', [132, 82, 70]],
    ['ja', '今朝は上が138、下が82、脈拍は71でした', [138, 82, 71]],
    ['ja', '昨日の朝は132/79、脈68でした', [132, 79, 68]],
    ['ko', '오늘 아침 135에 82 맥박 71', [135, 82, 71]],
  ])('%s: %s', (language, text, wanted) => {
    const { spec, reading, locale } = opened(language)
    for (const kept of [[], [before]]) {
      const ctx = { now, locale, currency: 'GBP', known: { [spec.collections[0]!.id]: kept } }
      const found = readEntry(reading(text), spec, ctx)
      const op = found.ok ? found.value.ops[0] : undefined
      expect(op?.do).toBe('create')
      const { systolic, diastolic, pulse } = op?.do === 'create' ? op.values : {}
      expect([systolic, diastolic, pulse]).toEqual(wanted)
    }
  })

  it('what puts another figure in the place of each is another, and no correction, unless it says that one was wrong', () => {
    const { spec, reading, locale } = opened('ja')
    const { id } = spec.collections[0]!
    const ctx = { now, locale, currency: 'JPY', known: { [id]: [before] } }
    const op = {
      do: 'update' as const,
      collection: id,
      match: { collection: id, filters: 'last' as const, record: 'r0' },
      values: { systolic: 151, diastolic: 92, pulse: 80 },
    }
    const is = (text: string, values = op.values) => isAnother(reading(text), { ops: [{ ...op, values }], unsure: [] }, spec, ctx)
    expect(is('上が151、下が92、脈は80でした')).toBe(true)
    expect(is('いや、上が151、下が92、脈は80でした')).toBe(false)
    expect(is('脈は80でした', { pulse: 80 } as typeof op.values)).toBe(false)
  })
})

const bp = specOf({
  name: 'Blood pressure',
  language: 'en',
  collections: [
    {
      id: 'readings',
      label: 'Readings',
      one: 'Reading',
      title: 'day',
      fields: [
        { id: 'day', label: 'Date', kind: 'date', default: 'today', required: true },
        { id: 'top', label: 'Top number', kind: 'quantity', unit: 'mmhg' },
        { id: 'bottom', label: 'Bottom number', kind: 'quantity', unit: 'mmhg' },
        { id: 'pulse', label: 'Pulse', kind: 'quantity', unit: 'bpm' },
      ],
    },
  ],
})

describe('a blood pressure in as many words', () => {
  it.each<[Language, string, Record<string, unknown>]>([
    ['en', 'this morning 142 over 86, pulse 71', { top: 142, bottom: 86, pulse: 71 }],
    ['en', '138/84 and pulse 69 just now', { top: 138, bottom: 84, pulse: 69 }],
    ['en', '145-88', { top: 145, bottom: 88 }],
    ['en', 'pulse 60, 145 over 88', { top: 145, bottom: 88, pulse: 60 }],
    ['en', '142 over 86 felt dizzy after lunch', { top: 142, bottom: 86 }],
    ['en', 'Monday 135 over 80 pulse 66', { top: 135, bottom: 80, pulse: 66, day: '2026-11-23' }],
    ['en', '142/86 mmHg', { top: 142, bottom: 86 }],
    ['zh', '晚上 132 82 70', { top: 132, bottom: 82, pulse: 70 }],
    ['zh', '130的85', { top: 130, bottom: 85 }],
    ['zh', '血压120比80', { top: 120, bottom: 80 }],
    ['ja', '夜 145の88', { top: 145, bottom: 88 }],
    ['ja', '132と79', { top: 132, bottom: 79 }],
    ['ko', '오늘 아침 135에 82', { top: 135, bottom: 82 }],
    ['ko', '저녁에 쟀더니 142에 88이에요', { top: 142, bottom: 88 }],
    ['ko', '138 84 70', { top: 138, bottom: 84, pulse: 70 }],
  ])('%s: %s', (language, say, expected) => {
    const found = readEntry(readingOf(say, language), bp, { ...context([], null, language), now })
    expect(found.ok && found.value.ops.map((op) => op.do === 'create' && op.values)).toMatchObject([expected])
  })
})
