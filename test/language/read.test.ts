import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { zh } from './chinese.ts'
import { en } from './english.ts'
import { ja } from './japanese.ts'
import { ko } from './korean.ts'
import { context, show, values } from './show.ts'

describe.each([
  ['en', en],
  ['zh', zh],
  ['ja', ja],
  ['ko', ko],
] as const)('values in %s', (language, table) => {
  it.each(table)('%s', (text, expected) => expect(values(text, language)).toBe(expected))
})

describe('what the text leaves open', () => {
  it.each([
    ['¥500', 'en', 'JPY', '500 JPY'],
    ['¥500', 'en', 'CNY', '500 CNY'],
    ['¥500', 'zh', 'USD', '500 CNY'],
    ['¥500', 'ja', 'USD', '500 JPY'],
    ['$20', 'en', 'SGD', '20 SGD'],
    ['$20', 'ja', 'JPY', '20 USD'],
    ['20 dollars', 'en', 'AUD', '20 AUD'],
    ['30块', 'zh', 'TWD', '30 TWD'],
    ['5 pounds', 'en', 'GBP', '5 GBP'],
    ['5 pounds', 'en', 'USD', '5 lb'],
    ['a hundred and twenty quid', 'en', 'GBP', '120 GBP'],
    ['hundred quid', 'en', 'GBP', '100 GBP'],
    ['a fiver and two tenners', 'en', 'GBP', '5 GBP | 20 GBP'],
    ['lent him a tenner', 'en', 'AUD', '10 AUD'],
    ['80p for the paper', 'en', 'GBP', '0.8 GBP'],
    ['watched it in 720p', 'en', 'GBP', ''],
    ['Vegetables 340 rs me', 'en', 'INR', '340 INR'],
    ['milk 340/-', 'en', 'INR', '340 INR'],
    ['two lakh rupees', 'en', 'INR', '200000 INR'],
    ['₹1,25,000', 'en', 'INR', '125000 INR'],
    ['按金200蚊', 'zh', 'HKD', '200 HKD'],
    ['廿蚊', 'zh', 'HKD', '20 HKD'],
    ['電話 9123 4567', 'zh', 'HKD', ''],
    ['黃太 62345678', 'zh', 'HKD', ''],
    ['总共62345678', 'zh', 'CNY', '62345678'],
    ['Rahul 98765 43210', 'en', 'INR', ''],
  ] as const)('%s in %s with %s', (text, language, currency, expected) => expect(values(text, language, { currency })).toBe(expected))

  it('takes the traditional units of the language', () => {
    expect(values('买了3斤苹果', 'zh')).toBe('3 jin')
    expect(values('食パン1斤を買う', 'ja')).toBe('1 kin')
    expect(values('돼지고기 두 근 샀어', 'ko')).toBe('2 kin')
  })

  it('starts weeks where the person does', () => {
    const sunday = { now: { date: '2026-11-22', time: '09:00', weekStart: 0 as const } }
    expect(values('this week', 'en', sunday)).toBe('[2026-11-22,2026-11-29) week0')
    expect(values('this week', 'en', { now: { ...sunday.now, weekStart: 1 } })).toBe('[2026-11-16,2026-11-23) week0')
  })

  it('takes a weekday beside its day as saying it again', () => {
    expect(values('dinner on Saturday, December 5', 'en')).toBe('2026-12-05')
    expect(values('12月4日 金曜日に会議', 'ja')).toBe('2026-12-04')
    expect(values('12월 4일 금요일 오후 3시', 'ko')).toBe('2026-12-04T15:00')
    expect(values('12月4号周五', 'zh')).toBe('2026-12-04')
    expect(values('today, Friday', 'en')).toBe('2026-11-24 | 2026-11-27')
  })

  it('crosses years', () => {
    const newYearsEve = { now: { date: '2026-12-31', time: '23:00', weekStart: 1 as const } }
    expect(values('明天', 'zh', newYearsEve)).toBe('2027-01-01')
    expect(values('来月', 'ja', newYearsEve)).toBe('[2027-01-01,2027-02-01) month1')
    expect(values('지난주', 'ko', newYearsEve)).toBe('[2026-12-21,2026-12-28) week-1')
    expect(values('1月3日', 'ja', newYearsEve)).toBe('2027-01-03')
  })

  it('reads values of one language inside another', () => {
    expect(values('add 커피 5천원 to yesterday', 'en')).toBe('5000 KRW | 2026-11-23')
    expect(values('coffee 지출 한 달에 5만원까지 기록해줘', 'ko')).toBe('most(50000 KRW)/month')
    expect(values('帮我track一下gym,每周3次, 45 minutes', 'zh')).toBe('every week x3 | 45min')
    expect(values('Netflix 月額1490円 every month', 'ja')).toContain('1490 JPY')
  })
})

describe('a reading', () => {
  it('keeps spans true to its text', () => {
    const reading = read('  今天花了５００円 on coffee☕️, at most 5000 yen a month  ', context('en'))
    for (const part of [...reading.values, ...reading.tokens, ...reading.clauses])
      expect(reading.text.slice(part.start, part.end)).toBe(part.text)
  })
  it('covers the value by its bound', () => {
    const [bound] = read('track coffee, at most 5000 yen a month', context('en')).values
    expect(bound?.text).toBe('at most 5000 yen a month')
    expect(bound && show(bound.read)).toBe('most(5000 JPY)/month')
  })
})
