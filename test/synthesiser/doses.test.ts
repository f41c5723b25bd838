/** What is taken and when: each medicine is one to choose, each time of the day a reminder of its own. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { Language } from '../../src/spec.ts'
import { dosesIn } from '../../src/studio/rules/doses.ts'
import { now } from '../dialogue/apps.ts'
import { ask } from './ask.ts'

const NAMES: Record<Language, string[]> = {
  en: ['metformin', 'vitamin D', 'aspirin', 'magnesium', 'fish oil', 'lisinopril'],
  zh: ['降压药', '二甲双胍', '维生素C', '鱼油', '钙片', '叶酸'],
  ja: ['降圧薬', 'ビタミンD', '鉄剤', '葉酸', '胃薬', '血圧の薬'],
  ko: ['혈압약', '비타민', '유산균', '오메가', '철분제', '당뇨약'],
}
const TIMES: Record<Language, [string, string][]> = {
  en: [
    ['in the morning', '08:00'],
    ['before bed', '22:00'],
    ['with dinner', '19:00'],
    ['at night', '21:00'],
  ],
  zh: [
    ['早上', '08:00'],
    ['睡前', '22:00'],
    ['中午', '12:30'],
    ['晚上', '20:00'],
  ],
  ja: [
    ['朝', '08:00'],
    ['寝る前', '22:00'],
    ['昼', '12:30'],
    ['夜', '20:00'],
  ],
  ko: [
    ['아침', '08:00'],
    ['자기 전', '22:00'],
    ['점심', '12:30'],
    ['저녁', '19:00'],
  ],
}
const SAID: Record<Language, (pairs: [string, string][]) => string> = {
  en: (pairs) => `medicine reminder: ${pairs.map(([name, when]) => `${name} ${when}`).join(' and ')}`,
  zh: (pairs) => `${pairs.map(([name, when]) => `${name}${when}一片`).join('，')}，提醒我吃药`,
  ja: (pairs) => `${pairs.map(([name, when]) => `${name}を${when}`).join('、')}に飲む薬のリマインド`,
  ko: (pairs) => `${pairs.map(([name, when]) => `${name}은 ${when}`).join(', ')} 약 알림`,
}
const doses = (text: string, language: Language) => dosesIn(read(text, { now, language, currency: 'USD' }))

test('each name has its own time', () => {
  const told = fc.constantFrom<Language>('en', 'zh', 'ja', 'ko').chain((language) =>
    fc.record({
      language: fc.constant(language),
      names: fc.uniqueArray(fc.constantFrom(...NAMES[language]), { minLength: 1, maxLength: 3 }),
      times: fc.array(fc.constantFrom(...TIMES[language]), { minLength: 3, maxLength: 3 }),
    }),
  )
  fc.assert(
    fc.property(told, ({ language, names, times }) => {
      const pairs = names.map((name, at): [string, string] => [name, times[at]![0]])
      expect(doses(SAID[language](pairs), language)).toEqual(names.map((name, at) => ({ name, times: [times[at]![1]] })))
    }),
  )
})

describe('as people say it', () => {
  test.each<[string, Language, string[], string[]]>([
    [
      'medicine reminder: metformin morning and evening, lisinopril at night',
      'en',
      ['Metformin', 'Lisinopril'],
      ['08:00', '19:00', '21:00'],
    ],
    ['aspirin 100mg at 8am and omega 3 with dinner every day', 'en', ['Aspirin', 'Omega 3'], ['08:00', '19:00']],
    ['降压药早上一片,二甲双胍早晚各一片,提醒我', 'zh', ['降压药', '二甲双胍'], ['08:00', '20:00']],
    ['提醒我每天早晚吃药', 'zh', [], ['08:00', '20:00']],
    ['每天早上7点提醒我吃维生素', 'zh', ['维生素'], ['07:00']],
    ['朝はビタミンD、夜はマグネシウムを飲む', 'ja', ['ビタミンD', 'マグネシウム'], ['08:00', '20:00']],
    ['朝と夜の薬を忘れないように記録したい', 'ja', [], ['08:00', '20:00']],
    ['아침에 혈압약, 저녁에 비타민 먹었는지 체크', 'ko', ['혈압약', '비타민'], ['08:00', '19:00']],
    ['약 먹었는지 하루 세 번 체크', 'ko', [], ['08:00', '12:30', '19:00']],
  ])('%s', (text, _language, names, times) => {
    const { collections, behaviours } = ask(text).spec
    const options = collections[0]!.fields.flatMap((field) => (field.kind === 'choice' ? field.options.map(({ label }) => label) : []))
    expect(options).toEqual(names)
    const reminded = behaviours.flatMap((one) => (one.kind === 'reminder' ? (one.times ?? []) : []))
    expect([...new Set(reminded)].sort()).toEqual(times)
    expect(collections[0]!.fields.map(({ kind }) => kind)).toContain('yesno')
  })
})
