/** Names with days of their own are the first entries, in every language, and no qualities of an entry. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

/** The title and day of each entry that the app starts with. */
const seeded = (text: string): [string, string][] => {
  const { collections } = ask(text).spec
  const { title, fields, seeds } = collections[0]!
  const date = fields.find(({ kind }) => kind === 'date')?.id ?? ''
  return seeds.map((seed) => [String(seed[title]), String(seed[date]).slice(5)])
}

describe('names and their days', () => {
  test.each<[string, [string, string][]]>([
    [
      'countdown to: wedding June 5, visa expiry March 2',
      [
        ['wedding', '06-05'],
        ['visa expiry', '03-02'],
      ],
    ],
    [
      '倒数日:高考6月7日,妈妈生日3月2日',
      [
        ['高考', '06-07'],
        ['妈妈生日', '03-02'],
      ],
    ],
    [
      'カウントダウン:受験 2月3日、旅行 3月20日',
      [
        ['受験', '02-03'],
        ['旅行', '03-20'],
      ],
    ],
    [
      'D-day 세기: 수능 11월 19일, 엄마 생신 3월 2일',
      [
        ['수능', '11-19'],
        ['엄마 생신', '03-02'],
      ],
    ],
    [
      'birthdays: Mum May 3, Dad June 9, Lily on August 1',
      [
        ['Mum', '05-03'],
        ['Dad', '06-09'],
        ['Lily', '08-01'],
      ],
    ],
    [
      '誕生日リスト 母5月3日、父6月9日',
      [
        ['母', '05-03'],
        ['父', '06-09'],
      ],
    ],
    [
      '시험 일정 수학 6월 3일, 영어 6월 5일',
      [
        ['수학', '06-03'],
        ['영어', '06-05'],
      ],
    ],
    [
      'deadlines: grant application 3 March, abstract 14 March, poster 2 April',
      [
        ['grant application', '03-03'],
        ['abstract', '03-14'],
        ['poster', '04-02'],
      ],
    ],
  ])('%s', (text, entries) => {
    expect(seeded(text)).toEqual(entries)
    const labels = ask(text).spec.collections[0]!.fields.map(({ label }) => label)
    for (const [name] of entries) expect(labels).not.toContain(name)
  })
  test('the two ends of a journey are no entries of a list', () => {
    expect(ask('plan a sabbatical from June 3 until August 9').spec.collections[0]!.seeds).toEqual([])
  })
})
