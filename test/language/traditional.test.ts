/** Chinese in traditional characters: whose message is written so, and that our own words come back so. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { isTraditional, localeOfChinese } from '../../src/base/language/script.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { writtenFor, writtenThrough } from '../../src/traditional.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const

describe('the script of a locale and of a message', () => {
  it.each([
    ['zh-TW', true],
    ['zh-HK', true],
    ['zh-Hant', true],
    ['zh-Hant-MO', true],
    ['zh', false],
    ['zh-CN', false],
    ['zh-Hans-HK', false],
    ['ja-JP', false],
  ])('%s', (locale, traditional) => expect(isTraditional(locale)).toBe(traditional))

  it.each([
    ['幫我做一個記帳的，每個月不超過兩萬', 'zh-CN', 'zh-Hant'],
    ['幫我做一個記帳的', 'zh-HK', 'zh-HK'],
    ['帮我做一个记账的', 'zh-TW', 'zh-Hans'],
    ['皇后公里', 'zh-TW', 'zh-TW'],
    ['今天 30', 'zh-CN', 'zh-CN'],
  ])('%s with %s', (text, locale, expected) => expect(localeOfChinese(text, locale)).toBe(expected))
})

describe('what is said', () => {
  const written = writtenFor('zh-TW')
  it('goes by phrases, and by what things are called there', () => {
    expect(written('头发护理')).toBe('頭髮護理')
    expect(written('发票和后天的面条')).toBe('發票和後天的麵條')
    expect(written('一周菜单')).toBe('一週菜單')
    expect(written('消费项目的类型')).toBe('消費項目的類型')
    expect(written('导出数据')).toBe('匯出資料')
  })
  it('leaves what is traditional, and everything else, as it is', () => {
    const others = fc.string({ unit: fc.constantFrom(...'abc 123 カフェ記録を毎日 커피 기록 皇后公里台北') })
    fc.assert(fc.property(others, (text) => writtenFor('ja-JP')(text) === text && writtenFor('zh-CN')(text) === text))
    expect(written('皇后走了三公里')).toBe('皇后走了三公里')
  })
  it('reaches every text within a value, and no key', () => {
    const value = writtenThrough({ 数据: ['记录', 3, null, { label: '体重' }], say: (name: string) => `添加${name}` }, written)
    expect(value).toMatchObject({ 数据: ['記錄', 3, null, { label: '體重' }] })
    expect(value.say('记录')).toBe('新增記錄')
  })
  it('an app asked for in traditional characters has none of the others', () => {
    for (const text of ['記錄我每天的體重和心情，畫成曲線', '讀書清單，作者、評分、讀完沒有', '家庭開支，每個月不超過三萬']) {
      const reading = read(text, { now, language: 'zh', currency: 'TWD' })
      const proposal = synthesise(reading, { now, locale: 'zh-TW', currency: 'TWD', before: [] })
      const texts = JSON.stringify(writtenThrough(proposal.spec, written)).match(/\p{Script=Han}+/gu)!
      for (const one of texts) expect(written(one)).toBe(one)
      expect(texts.join('')).not.toMatch(/[们这记账钱买体画读书单评开]/u)
    }
  })
})
