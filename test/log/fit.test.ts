/** How well a message is explained as an entry: rows of an app stand above talk about anything else, in four languages. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { entryFit } from '../../src/dialogue/log/entry-fit.ts'
import type { Language } from '../../src/spec.ts'
import { appOf } from './strangers/check.ts'

const now = { date: '2026-11-24', time: '18:00', weekStart: 1 as const }
const explained = (wish: string, text: string, language: Language): number =>
  entryFit(read(text, { now, language, currency: 'GBP' }), appOf(wish, language), { now, locale: language, currency: 'GBP' })

const APPS: [Language, string, entries: string[], talk: string[]][] = [
  [
    'en',
    'running log: distance, time, shoes, notes',
    ['8 km in 44 minutes, old Sauconys', '5.2 km, 29 min'],
    ['I feel a bit low today', 'what do you think of the weather?', 'we might go away for a while'],
  ],
  ['zh', '跑步记录:距离、用时、心率、感受', ['6.2公里,38分钟,心率155', '跑了5公里'], ['我今天心情不太好', '你觉得呢?']],
  ['ja', '筋トレ:種目、重量、回数、セット', ['スクワット 60kg 3セット', 'ベンチプレス 45kg'], ['私はちょっと疲れた', 'どう思う?']],
  ['ko', '운동 기록: 운동, 무게, 횟수, 세트', ['스쿼트 60kg 8회 3세트', '데드 100kg'], ['나는 오늘 좀 우울해', '어떻게 생각해?']],
]

describe.each(APPS)('%s: %s', (language, wish, entries, talk) => {
  it('is higher for each entry than for any talk, and between 0 and 1', () => {
    const told = entries.map((text) => explained(wish, text, language))
    const said = talk.map((text) => explained(wish, text, language))
    for (const one of [...told, ...said]) expect(one).toBeGreaterThanOrEqual(0)
    for (const one of [...told, ...said]) expect(one).toBeLessThanOrEqual(1)
    expect(Math.min(...told), `${told} | ${said}`).toBeGreaterThan(Math.max(...said))
    expect(Math.min(...told)).toBeGreaterThanOrEqual(0.5)
  })
})
