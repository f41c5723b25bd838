/** "Add …" said to an open app: one more entry where it names one, one more field where it names a quality. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { DialogueContext } from '../../src/dialogue/understand/intent.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../src/events.ts'
import type { Language } from '../../src/spec.ts'
import { changeIn } from '../../src/studio/edit.ts'
import { ask, now } from '../synthesiser/ask.ts'

type Case = { language: Language; build: string; add(what: string): string[]; entries: string[]; fields: string[] }

const CASES: Case[] = [
  {
    language: 'en',
    build: 'Reading list: title, author, status (to read, reading, done), rating',
    add: (what) => [`add ${what}`, `please add ${what}`],
    entries: [
      'Middlemarch by George Eliot, reading',
      'The Overstory by Richard Powers',
      'Wolf Hall',
      '"Stoner"',
      'A Room with a View, to read',
    ],
    fields: ['a translator', 'an edition', 'publisher and pages', 'translator', 'a price', 'a shelf mark'],
  },
  {
    language: 'en',
    build: 'Board for repainting the house with to do, doing, done',
    add: (what) => [`add ${what}`],
    entries: ['scrape the window frames', 'buy primer', 'call the painter back', 'mask the skirting boards, doing'],
    fields: ['an owner', 'a price', 'an estimate', 'a stage called drying'],
  },
  {
    language: 'zh',
    build: '读书清单：书名、作者、状态（想读、在读、读完）、评分',
    add: (what) => [`添加${what}`, `加上${what}`],
    entries: ['《三体》，刘慈欣，在读', '百年孤独', '《活着》 余华', '围城，想读'],
    fields: ['译者', '出版社和页数', '价格', '购买日期'],
  },
  {
    language: 'ja',
    build: '映画リスト：タイトル、監督、状態（見たい・見た）、評価',
    add: (what) => [`${what}を追加`, `${what}を追加して`],
    entries: ['「東京物語」小津安二郎', '七人の侍 見たい', '羅生門', '「生きる」'],
    fields: ['配給会社', '公開日', '上映時間', '値段'],
  },
  {
    language: 'ko',
    build: '영화 목록: 제목, 감독, 상태(볼 것, 봄), 별점',
    add: (what) => [`${what} 추가`, `${what} 추가해줘`],
    entries: ['기생충 봉준호 봄', '헤어질 결심', '“버닝”', '살인의 추억'],
    fields: ['배급사', '상영시간', '개봉일', '가격'],
  },
]

const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }

describe.each(CASES)('$build', ({ language, build, add, entries, fields }) => {
  const id = 'app0000000000000000000' as AppId
  const { spec } = ask(build)
  const context: DialogueContext = {
    now,
    locale: LOCALE[language],
    currency: 'USD',
    apps: [{ id, name: spec.name, icon: spec.icon, spec, usedAt: '2026-11-24T10:00:00Z', version: 1 }],
    open: id,
    window: [],
    last: { app: id, intent: 'build' },
    changes: (said, of) => changeIn(said, of, { now, locale: LOCALE[language], currency: 'USD' }),
  }
  const heard = (text: string) => understand(read(text, { now, language, currency: 'USD' }), context).intent
  it.each(entries.flatMap(add))('%s: an entry', (text) => expect(heard(text)).toBe('log'))
  it.each(fields.flatMap(add))('%s: a field', (text) => expect(heard(text)).toBe('edit'))
})
