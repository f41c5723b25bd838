/** Corrections of what is kept, amounts of nothing, and what something changed by or came to a unit. */
import { describe, expect, it } from 'vitest'
import { runQuery } from '../../src/apps/query.ts'
import { read } from '../../src/base/language/read.ts'
import { readQuestion } from '../../src/dialogue/ask/read.ts'
import { mended } from '../../src/dialogue/log/mend/mend.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { AppSpec, Language, Rec, Value } from '../../src/spec.ts'
import { now, spec } from './apps.ts'

const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const CURRENCY: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }
const app = (language: Language, fields: [id: string, label: string, kind: string, more?: object][]): AppSpec =>
  spec({
    name: 'Kept',
    language,
    collections: [
      {
        id: 'kept',
        label: 'Kept',
        one: 'Entry',
        title: fields[0]![0],
        fields: fields.map(([id, label, kind, more]) => ({ id, label, kind, ...more })),
      },
    ],
  })
const records = (...values: Record<string, Value>[]): Rec[] =>
  values.map((each, i) => ({
    id: `r${i}`,
    seq: i + 1,
    values: each,
    createdAt: `2026-11-2${i}T10:00:00Z`,
    updatedAt: `2026-11-2${i}T10:00:00Z`,
  })) as never
const around = (language: Language, kept: Rec[]) => ({ now, locale: LOCALE[language], currency: CURRENCY[language], known: { kept } })
const reading = (text: string, language: Language) =>
  read(text, { now, language, currency: CURRENCY[language], hints: { locale: LOCALE[language] } })

function changes(text: string, language: Language, of: AppSpec, kept: Rec[]) {
  const found = mended(reading(text, language), of, around(language, kept), true)
  const op = found?.ok ? found.value.ops[0] : undefined
  return op?.do === 'update' ? [op.match.record, op.values] : null
}

describe('a word is put in the place of another, in the entry that has it', () => {
  const cases: [Language, string, [string, string], string, Record<string, string>][] = [
    ['en', 'it was Belleville not Kingston, my mistake', ['Kingston', 'Toronto'], 'r0', { city: 'Belleville' }],
    ['en', 'change Toronto to Ottawa', ['Kingston', 'Toronto'], 'r1', { city: 'Ottawa' }],
    ['zh', '不是小羽，换成老秦了', ['小羽', '护士长'], 'r0', { city: '老秦' }],
    ['ja', '塩じゃなくて味噌でした', ['塩', '醤油'], 'r0', { city: '味噌' }],
    ['ko', '소고기죽이 아니라 전복죽이었네', ['소고기죽', '바나나'], 'r0', { city: '전복죽' }],
  ]
  it.each(cases)('%s: %s', (language, text, [a, b], record, values) => {
    const of = app(language, [
      ['day', 'Day', 'date'],
      ['city', 'Where', 'text'],
    ])
    const kept = records({ day: '2026-11-20', city: a }, { day: '2026-11-21', city: b })
    expect(changes(text, language, of, kept)).toEqual([record, values])
  })
  it('a figure stands for no name', () => {
    const of = app('en', [
      ['item', 'Item', 'text'],
      ['price', 'Price', 'money', { currency: 'USD' }],
    ])
    expect(changes('the dentist one should be 60', 'en', of, records({ item: 'dentist', price: 50 }))).toEqual(['r0', { price: 60 }])
  })
})

describe('a day without its month or week is the one nearest to what was kept, and has been where it was noted', () => {
  const cases: [Language, string, string, string][] = [
    ['en', 'no, it was the 12th', '2026-11-10', '2026-11-12'],
    ['en', 'sorry, the 3rd', '2026-10-28', '2026-11-03'],
    ['en', 'it was on Sunday', '2026-11-20', '2026-11-22'],
    ['zh', '不对,是12号', '2026-11-10', '2026-11-12'],
    ['ja', '12日でした', '2026-11-10', '2026-11-12'],
    ['ko', '아니 12일이었어', '2026-11-10', '2026-11-12'],
  ]
  it.each(cases)('%s: %s', (language, text, was, day) => {
    const of = app(language, [
      ['what', 'What', 'text'],
      ['day', 'Day', 'date', { default: 'today' }],
    ])
    const late = { ...around(language, records({ what: 'Fern', day: was })), now: { ...now, date: '2026-11-28' } }
    const said = read(text, { now: late.now, language, currency: CURRENCY[language], hints: { locale: LOCALE[language] } })
    const found = mended(said, of, late, true)
    expect(found?.ok && found.value.ops[0]).toMatchObject({ do: 'update', values: { day } })
  })
  it.each([
    ['en', 'fern, on the 3rd'],
    ['zh', '蕨3号'],
    ['ja', 'シダ 3日'],
    ['ko', '고사리 3일에'],
  ] as const)('%s: noted, %s is of this month, and not of the year before', (language, text) => {
    const of = app(language, [
      ['what', 'What', 'text'],
      ['day', 'Day', 'date', { default: 'today' }],
    ])
    const late = { ...around(language, []), now: { ...now, date: '2026-11-28' } }
    const said = read(text, { now: late.now, language, currency: CURRENCY[language], hints: { locale: LOCALE[language] } })
    const found = readEntry(said, of, late)
    expect(found.ok && found.value.ops[0]).toMatchObject({ values: { day: '2026-11-03' } })
  })
})

describe('a part by its name, a figure among words, and what is done by now', () => {
  it.each([
    ['zh', '昨天那条天气填雨', { weather: '雨' }],
    ['ja', '昨日の天気は「雨」に直して', { weather: '雨' }],
  ] as [Language, string, object][])('%s: %s', (language, text, values) => {
    const of = app(language, [
      ['day', language === 'ja' ? '日付' : '日期', 'date'],
      ['weather', language === 'ja' ? '天気' : '天气', 'text'],
    ])
    const kept = records({ day: '2026-11-23', weather: '晴' }, { day: '2026-11-24', weather: '晴' })
    expect(changes(text, language, of, kept)).toEqual(['r0', values])
  })
  it('25分 takes the place of 20分 where it was noted', () => {
    const of = app('ja', [['name', '名前', 'text']])
    expect(changes('ロングトーンは25分だった', 'ja', of, records({ name: 'ロングトーン20分' }))).toEqual([
      'r0',
      { name: 'ロングトーン25分' },
    ])
  })
  it('the one yes or no that is open becomes so', () => {
    const of = app('en', [
      ['name', 'Name', 'text'],
      ['paid', 'Settled', 'yesno'],
    ])
    expect(changes('Mama Njeri has sent it, she walked over', 'en', of, records({ name: 'Mama Njeri' }))).toEqual(['r0', { paid: true }])
  })
})

it.each([
  ['en', 'Devi blouse 650, no advance', 'Advance'],
  ['zh', '大沥市场换锁 280 冇成本', '材料成本'],
  ['ja', 'ポーチ 650円 送料なし', '送料'],
  ['ko', '파우치 650원 배송비 없음', '배송비'],
] as [Language, string, string][])('%s: of an amount there was none: %s', (language, text, label) => {
  const of = app(language, [
    ['item', 'Item', 'text'],
    ['price', 'Price', 'money', { currency: CURRENCY[language] }],
    ['other', label, 'money', { currency: CURRENCY[language] }],
  ])
  const found = readEntry(reading(text, language), of, around(language, []))
  expect(found.ok && found.value.ops[0]).toMatchObject({ do: 'create', values: { other: 0 } })
})

describe('what it changed by and came to a unit', () => {
  const fuel = (language: Language) =>
    app(language, [
      ['day', 'Day', 'date'],
      ['odometer', 'Odometer', 'number'],
      ['litres', 'Litres', 'quantity', { unit: 'l' }],
      ['paid', 'Paid', 'money', { currency: CURRENCY[language] }],
    ])
  const kept = records(
    { day: '2026-11-20', odometer: 1000, litres: 40, paid: 60 },
    { day: '2026-11-22', odometer: 1500, litres: 10, paid: 20 },
    { day: '2026-11-23', odometer: 1794, litres: 50 },
  )
  it.each([
    ['en', 'how far have I driven between the fills?', 794],
    ['en', 'how far since last time?', 294],
    ['en', 'how much was it per litre?', 1.6],
    ['ja', '1リッターいくらになる？', 1.6],
    ['ko', '리터당 얼마야?', 1.6],
  ] as [Language, string, number][])('%s: %s', (language, text, right) => {
    const query = readQuestion(reading(text, language), fuel(language), around(language, kept))
    expect(query.ok && runQuery(query.value, kept, fuel(language), now).value).toBe(right)
  })
  it('weight lost', () => {
    const of = app('ko', [
      ['day', '날짜', 'date'],
      ['weight', '몸무게', 'quantity', { unit: 'kg' }],
    ])
    const weighed = records({ day: '2026-11-20', weight: 51.3 }, { day: '2026-11-23', weight: 50.8 })
    const query = readQuestion(reading('몸무게 얼마나 빠졌어?', 'ko'), of, around('ko', weighed))
    expect(query.ok && runQuery(query.value, weighed, of, now).value).toBe(-0.5)
  })
})
