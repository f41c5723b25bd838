import { describe, expect, it } from 'vitest'
import { liveLine } from '../../src/apps/line.ts'
import { whatWasWritten, wordsFor } from '../../src/apps/words.ts'
import { AppSpec, LANGUAGES, type Language, type Rec } from '../../src/spec.ts'
import { NOW } from './bench.ts'

const LOCALES: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const spec = (language: Language, more: object) =>
  AppSpec.parse({
    name: 'A',
    icon: '☕',
    language,
    locale: LOCALES[language],
    purpose: 'p',
    collections: [
      {
        id: 'cups',
        label: '咖啡',
        one: 'c',
        title: 'what',
        fields: [
          { id: 'what', label: 'W', kind: 'text' },
          { id: 'price', label: 'P', kind: 'money', currency: 'JPY' },
          { id: 'day', label: 'D', kind: 'date' },
          { id: 'done', label: 'X', kind: 'yesno' },
        ],
      },
    ],
    views: [{ id: 'list', label: 'L', kind: 'list', collection: 'cups' }],
    ...more,
  })
const cups: Rec[] = [3200, 2500].map((price, i) => ({
  id: `cup0000${i}`,
  values: { what: 'x', price, day: '2026-11-24', done: i === 0 },
  seq: i,
  createdAt: '',
  at: '',
  by: 'person',
}))
const spent = { collection: 'cups', measure: { fn: 'sum', field: 'price' } }

describe('the live line', () => {
  const limit = (most: number) => ({
    behaviours: [{ id: 'l', label: 'Limit', kind: 'limit', ...spent, date: 'day', period: 'month', most }],
  })
  it.each<[Language, object, string]>([
    ['en', limit(6000), '¥5,700 of ¥6,000 this month'],
    ['zh', limit(6000), '本月 JP¥5,700 / JP¥6,000'],
    ['ja', limit(5000), '今月 ￥5,700 / ￥5,000(上限超え)'],
    ['ko', limit(6000), '이번 달 JP¥5,700 / JP¥6,000'],
    [
      'ja',
      {
        behaviours: [
          {
            id: 'g',
            label: '目標',
            kind: 'goal',
            collection: 'cups',
            measure: { fn: 'latest', field: 'price' },
            target: 2000,
            direction: 'reach-down',
          },
        ],
      },
      '￥2,500 / ￥2,000',
    ],
    ['en', { behaviours: [{ id: 'p', label: 'P', kind: 'progress', collection: 'cups', done: 'done' }] }, '1 of 2'],
    ['en', { views: [{ id: 's', label: 'S', kind: 'summary', tiles: [{ label: 'Spent', query: spent }] }] }, 'Spent: ¥5,700'],
    ['zh', {}, '咖啡：2'],
  ])('%s %j', (language, more, line) => {
    expect(liveLine(spec(language, more), { cups }, NOW)).toBe(line)
  })

  describe('of what is kept by the day', () => {
    const field = (id: string, kind: string, more = {}) => ({ id, label: id, kind, ...more })
    const rec = (values: Rec['values'], i: number): Rec => ({ id: `r${i}`, values, seq: i, createdAt: '', at: '', by: 'person' })
    const habits = (language: Language, per: boolean) =>
      AppSpec.parse({
        ...spec(language, {}),
        collections: [
          {
            id: 'checks',
            label: 'Checks',
            one: 'check',
            title: 'day',
            fields: [field('day', 'date'), field('what', 'relation', { to: 'habits' }), field('did', 'yesno')],
          },
          { id: 'habits', label: 'Habits', one: 'habit', title: 'name', fields: [field('name', 'text')] },
        ],
        views: [{ id: 'v', label: 'V', kind: 'list', collection: 'checks' }],
        behaviours: [{ id: 's', label: 'S', kind: 'streak', collection: 'checks', date: 'day', done: 'did', ...(per && { per: 'what' }) }],
      })
    const records = {
      habits: [rec({ name: 'run' }, 0), rec({ name: 'read' }, 1), rec({ name: 'rest' }, 2)],
      checks: [
        rec({ day: NOW.date, what: 'r0', did: true }, 3),
        rec({ day: NOW.date, what: 'r1', did: false }, 4),
        rec({ day: '2026-11-23', what: 'r1', did: true }, 5),
      ],
    }
    it.each<[Language, boolean, string]>([
      ['en', true, '1 of 3 today'],
      ['ko', true, '오늘 1 / 3'],
      ['en', false, '2 days in a row'],
      ['ja', false, '2日連続'],
    ])('in %s, each with a streak of its own: %s', (language, per, line) => {
      expect(liveLine(habits(language, per), records, NOW)).toBe(line)
    })
    it('says how many cards wait', () => {
      const cards = AppSpec.parse({
        ...spec('zh', {}),
        collections: [
          {
            id: 'cards',
            label: '卡片',
            one: '卡片',
            title: 'front',
            fields: [field('front', 'text'), field('back', 'text'), field('plan', 'schedule')],
          },
        ],
        views: [{ id: 'v', label: 'V', kind: 'list', collection: 'cards' }],
        behaviours: [{ id: 'r', label: 'R', kind: 'repetition', collection: 'cards', front: 'front', back: 'back', schedule: 'plan' }],
      })
      expect(liveLine(cards, { cards: [rec({ front: 'a' }, 0), rec({ front: 'b' }, 1)] }, NOW)).toBe('待复习 2')
      expect(liveLine(cards, {}, NOW)).toBe('卡片：0')
    })
    it('says whose day comes next, and how what is measured stands', () => {
      const next = { behaviours: [{ id: 'c', label: 'C', kind: 'countdown', collection: 'cups', date: 'day', yearly: true }] }
      const days = ['1990-11-23', '1988-11-25', '2001-03-05'].map((day, i) => rec({ what: `P${i}`, day }, i))
      expect(liveLine(spec('ja', next), { cups: days }, NOW)).toBe('P1: 明日')
      const weight = AppSpec.parse({
        ...spec('en', {}),
        collections: [
          { id: 'w', label: 'W', one: 'w', title: 'day', fields: [field('day', 'date'), field('kg', 'quantity', { unit: 'kg' })] },
        ],
        views: [
          {
            id: 'v',
            label: 'V',
            kind: 'chart',
            chart: 'line',
            query: { collection: 'w', group: { field: 'day', by: 'day' }, measure: { fn: 'mean', field: 'kg' } },
          },
        ],
      })
      const weighed = { w: [rec({ day: NOW.date, kg: 65.5 }, 0), rec({ day: '2026-11-20', kg: 67 }, 1)] }
      expect(liveLine(weight, weighed, NOW)).toBe('kg: 65.5 kg')
    })
  })

  it('says the goal where nothing was measured', () => {
    const goal = {
      behaviours: [
        {
          id: 'g',
          label: 'Goal',
          kind: 'goal',
          collection: 'cups',
          measure: { fn: 'latest', field: 'price' },
          target: 2000,
          direction: 'reach-down',
        },
      ],
    }
    expect(liveLine(spec('en', goal), {}, NOW)).toBe('Goal: ¥2,000')
  })
})

describe('what was written', () => {
  it.each(LANGUAGES.flatMap((language) => (['create', 'update', 'delete'] as const).map((what) => [language, what] as const)))(
    'in %s names the entry and where it is: %s',
    (language, what) => {
      const one = { do: what, collection: 'Cups', title: 'Latte' }
      expect(whatWasWritten([one], 'person', { language, locale: language })).toMatch(/Latte.*Cups|Cups.*Latte/)
      expect(whatWasWritten([{ ...one, title: '' }], 'person', { language, locale: language })).toContain('Cups')
      expect(whatWasWritten([one, one, one], 'import', { language, locale: language })).toContain('3')
      expect(whatWasWritten([one, { ...one, collection: 'Shops' }], 'person', { language, locale: language })).toContain('2')
    },
  )

  it.each(LANGUAGES)('in %s a sentence that was undone does not end twice', (language) => {
    const words = wordsFor({ language, locale: language })
    for (const made of [words.undid, words.redid, words.wentBack])
      for (const end of ['.', '。']) expect(made(`The limit is 6${end}`)).toMatch(/the limit is 6$/i)
  })

  it('cuts long titles between characters', () => {
    expect(whatWasWritten([{ do: 'create', collection: 'C', title: '😀'.repeat(50) }], 'person', { language: 'ja', locale: 'ja' })).toBe(
      `Cに「${'😀'.repeat(40)}…」を追加`,
    )
  })
})
