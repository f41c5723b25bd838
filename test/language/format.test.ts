import { describe, expect, it } from 'vitest'
import * as format from '../../src/base/language/format.ts'
import type { Field } from '../../src/spec.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatting', () => {
  it('writes money by currency and locale', () => {
    expect(format.formatMoney(5000, 'JPY', 'en-US')).toBe('¥5,000')
    expect(format.formatMoney(12.5, 'USD', 'en-US')).toBe('$12.50')
    expect(format.formatMoney(500, 'USD', 'en-US')).toBe('$500')
    expect(format.formatMoney(50000, 'KRW', 'ko-KR')).toBe('₩50,000')
    expect(format.formatMoney(35, 'CNY', 'zh-CN')).toBe('¥35')
    expect(format.formatMoney(Number.NaN, 'USD', 'en')).toBe('–')
    expect(format.formatMoney(5, 'not a currency', 'en')).toBe('5')
    expect(format.formatMoney(5, 'USD', 'no_such_locale!')).toContain('5')
  })
  it('writes quantities with known and own units', () => {
    expect(plain(format.formatQuantity(5, 'kg', 'en-US'))).toBe('5 kg')
    expect(plain(format.formatQuantity(5, 'kg', 'zh-CN'))).toMatch(/^5 ?(?:公斤|千克|kg)$/)
    expect(format.formatQuantity(8, '杯', 'ja-JP')).toBe('8杯')
    expect(format.formatQuantity(8, 'cups', 'en-US')).toBe('8 cups')
    expect(format.formatQuantity(3, 'tsubo', 'ko-KR')).toBe('3평')
    expect(format.formatQuantity(3, 'jin', 'zh-CN')).toBe('3斤')
  })
  it('writes durations', () => {
    expect(['en', 'zh', 'ja', 'ko'].map((locale) => format.formatDuration(90, locale))).toEqual([
      '1h 30m',
      '1小时30分钟',
      '1時間30分',
      '1시간 30분',
    ])
    expect(format.formatDuration(0, 'en')).toBe('0m')
    expect(format.formatDuration(0.5, 'en')).toBe('30s')
    expect(format.formatDuration(-45, 'en')).toBe('-45m')
    expect(format.formatDuration(4320, 'en')).toBe('3 days')
  })
  it('writes days and times by custom', () => {
    expect(format.formatDate('2026-11-24', 'en-US')).toBe('Nov 24, 2026')
    expect(format.formatDate('2026-11-24', 'ja-JP', 'long')).toBe('2026年11月24日火曜日')
    expect(format.formatDate('2026-02-31', 'en-US')).toBe('2026-02-31')
    expect(plain(format.formatTime('15:30', 'en-US'))).toBe('3:30 PM')
    expect(format.formatTime('15:30', 'zh-CN')).toBe('15:30')
    expect(format.formatTime('99:99', 'en')).toBe('99:99')
    expect(format.formatNearDate('2026-11-25', '2026-11-24', 'ko')).toBe('내일')
    expect(format.formatNearDate('2026-11-23', '2026-11-24', 'zh')).toBe('昨天')
    expect(format.formatWeekday(1, 'en-US')).toBe('Mon')
  })
  it('names spans and rhythms', () => {
    expect(format.formatPeriod({ unit: 'month', offset: 0 }, 'ja')).toBe('今月')
    expect(format.formatPeriod('week', 'en')).toBe('this week')
    expect(format.formatPeriod({ unit: 'month', offset: -3 }, 'en')).toBe('3 months ago')
    expect(format.formatPeriod({ days: 7 }, 'ko')).toBe('최근 7일')
    expect(format.formatPeriod({ from: '2026-05-03', to: '2026-05-06' }, 'en-US')).toBe('May 3, 2026 – May 5, 2026')
    expect(format.formatEvery({ unit: 'week', count: 2 }, 'zh')).toBe('每2周')
    expect(format.formatPer('month', 'en')).toBe('a month')
  })
  it('writes any field, hostile keys included', () => {
    const field = (kind: object) => ({ id: 'f', label: 'F', ...kind }) as Field
    expect(format.formatValue(field({ kind: 'yesno' }), true, 'ja')).toBe('はい')
    expect(format.formatValue(field({ kind: 'rating', max: 5 }), 3, 'en')).toBe('★★★☆☆')
    expect(format.formatValue(field({ kind: 'rating', max: 3, icons: ['😞', '😐', '😀'] }), 3, 'en')).toBe('😀')
    expect(format.formatValue(field({ kind: 'choice', options: [{ id: 'a', label: 'Apple' }] }), 'a', 'en')).toBe('Apple')
    expect(
      format.formatValue(field({ kind: 'relation', to: 'shops', many: true }), ['r1', '__proto__'], 'en', {
        relations: { r1: 'Blue Bottle' },
      }),
    ).toBe('Blue Bottle')
    expect(format.formatValue(field({ kind: 'computed', formula: 'a', shows: { kind: 'percent' } }), 0.25, 'en')).toBe('25%')
    expect(format.formatValue(field({ kind: 'datetime' }), '2026-11-24T15:30', 'zh-CN')).toBe('2026年11月24日 15:30')
    expect(format.formatValue(field({ kind: 'money', currency: 'EUR' }), null, 'en')).toBe('')
    expect(format.formatValue(field({ kind: 'number' }), 'odd', 'en')).toBe('odd')
  })
})
