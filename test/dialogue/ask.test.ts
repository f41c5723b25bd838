import { describe, expect, it } from 'vitest'
import { runQuery } from '../../src/apps/query.ts'
import { readQuestion } from '../../src/dialogue/ask/read.ts'
import { Query } from '../../src/spec.ts'
import { type AppName, context, languageOf, now, reading, SPECS } from './apps.ts'

const ask = (say: string, app: AppName): Query => {
  const language = languageOf(say)
  const found = readQuestion(reading(say, language), SPECS[app], context([app], app, language))
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}
const sum = { fn: 'sum', field: 'price' }
const month = { field: 'day', unit: 'month', offset: 0 }

const CASES: [say: string, app: AppName, query: Record<string, unknown>][] = [
  ['how much on coffee this month, by shop?', 'coffee', { measure: sum, when: month, group: { field: 'shop' }, filter: [] }],
  ['how much did I spend last week?', 'coffee', { measure: sum, when: { field: 'day', unit: 'week', offset: -1 } }],
  ['total spent at Blue Bottle?', 'coffee', { measure: sum, filter: [{ field: 'shop', op: 'contains', value: 'Blue Bottle' }] }],
  ['how much on latte this month?', 'coffee', { measure: sum, when: month, filter: [{ field: 'item', op: 'contains', value: 'latte' }] }],
  ['average price?', 'coffee', { measure: { fn: 'mean', field: 'price' } }],
  ['how many cups this month?', 'coffee', { measure: { fn: 'count' }, when: month }],
  ['what was the most expensive one?', 'coffee', { measure: { fn: 'max', field: 'price' } }],
  ['where do I spend the most?', 'coffee', { measure: sum, group: { field: 'shop' }, limit: 1, order: { by: 'value', descending: true } }],
  ['spending by month', 'coffee', { measure: sum, group: { field: 'day', by: 'month' } }],
  ['how much this month compared to last month?', 'coffee', { measure: sum, when: month, compare: 'previous' }],
  ['how much in the last 7 days?', 'coffee', { measure: sum, when: { field: 'day', days: 7 } }],
  ["what's my latest weight?", 'weight', { measure: { fn: 'latest', field: 'weight' } }],
  ['average weight this month', 'weight', { measure: { fn: 'mean', field: 'weight' } }],
  ['lowest weight?', 'weight', { measure: { fn: 'min', field: 'weight' } }],
  ['how is my mood on average?', 'mood', { measure: { fn: 'mean', field: 'mood' } }],
  ["what's due this week?", 'tasks', { measure: { fn: 'count' }, when: { field: 'due', unit: 'week', offset: 0 } }],
  ['这个月一共花了多少?', 'coffeeZh', { measure: sum, when: month, filter: [] }],
  ['上周花了多少钱', 'coffeeZh', { measure: sum, when: { unit: 'week', offset: -1 } }],
  ['按店铺看这个月花了多少', 'coffeeZh', { measure: sum, group: { field: 'shop' } }],
  ['哪个店铺花得最多?', 'coffeeZh', { group: { field: 'shop' }, limit: 1 }],
  ['平均价格是多少', 'coffeeZh', { measure: { fn: 'mean', field: 'price' } }],
  ['今月いくら使った?', 'coffeeJa', { measure: sum, when: month, filter: [] }],
  ['先月は何回?', 'coffeeJa', { measure: { fn: 'count' }, when: { unit: 'month', offset: -1 } }],
  ['店別に今月いくら?', 'coffeeJa', { measure: sum, group: { field: 'shop' } }],
  ['今月は先月と比べてどう?', 'coffeeJa', { measure: sum, when: month, compare: 'previous' }],
  ['이번 달 커피값 얼마야?', 'coffeeKo', { measure: sum, when: month, filter: [] }],
  ['가게별로 얼마 썼어?', 'coffeeKo', { measure: sum, group: { field: 'shop' } }],
  ['지난달에 몇 번 마셨어?', 'coffeeKo', { measure: { fn: 'count' }, when: { unit: 'month', offset: -1 } }],
  [
    '이번 달 식비 얼마야?',
    'expensesKo',
    { measure: { fn: 'sum', field: 'amount' }, filter: [{ field: 'category', op: '=', value: 'food' }] },
  ],
]

describe('readQuestion', () => {
  it.each(CASES)('%s', (say, app, expected) => {
    const query = ask(say, app)
    expect(query).toMatchObject(expected)
    expect(Query.safeParse(query).success).toBe(true)
    expect(() => runQuery(query, [], SPECS[app], now)).not.toThrow()
  })
})
