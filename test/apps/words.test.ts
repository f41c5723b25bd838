import { describe, expect, it } from 'vitest'
import { liveLine } from '../../src/apps/line.ts'
import { whatWasWritten } from '../../src/apps/words.ts'
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
    ['zh', {}, '咖啡:2'],
  ])('%s %j', (language, more, line) => {
    expect(liveLine(spec(language, more), { cups }, NOW)).toBe(line)
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
      expect(whatWasWritten([one], 'person', language)).toMatch(/Latte.*Cups|Cups.*Latte/)
      expect(whatWasWritten([{ ...one, title: '' }], 'person', language)).toContain('Cups')
      expect(whatWasWritten([one, one, one], 'import', language)).toContain('3')
      expect(whatWasWritten([one, { ...one, collection: 'Shops' }], 'person', language)).toContain('2')
    },
  )

  it('cuts long titles between characters', () => {
    expect(whatWasWritten([{ do: 'create', collection: 'C', title: '😀'.repeat(50) }], 'person', 'ja')).toBe(
      `Cに「${'😀'.repeat(40)}…」を追加`,
    )
  })
})
