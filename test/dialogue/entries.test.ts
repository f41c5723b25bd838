/** From a sentence to the records that it leaves behind: kinds nobody said, stops of a plan and what they cost. */
import { describe, expect, it } from 'vitest'
import { scratchData } from '../../src/apps/scratch.ts'
import { read } from '../../src/base/language/read.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { applyEntry } from '../../src/entries.ts'
import type { EventId, TurnId } from '../../src/events.ts'
import { ask, now } from '../synthesiser/ask.ts'
import { spec } from './apps.ts'

/** An app that was asked for, and the way to tell it something. */
function told(request: string) {
  const { spec } = ask(request)
  const data = scratchData(spec)
  const { locale, language } = spec
  const currency =
    spec.collections.flatMap((one) => one.fields).flatMap((field) => (field.kind === 'money' ? [field.currency] : []))[0] ?? 'USD'
  let turn = 0
  return {
    spec,
    async say(text: string) {
      const entries = readEntry(read(text, { now, language, currency, hints: { locale } }), spec, { now, locale, currency })
      if (!entries.ok) throw new Error(`“${text}”: ${entries.error.message}`)
      const about = { turn: `turn${turn++}` as TurnId, because: 'event' as EventId, now, locale }
      const entered = await applyEntry(data, entries.value.ops, about)
      if (!entered.ok) throw new Error(`“${text}”: ${entered.error.message}`)
    },
    async records(collection: string) {
      const all = await data.records(collection)
      return all.ok ? all.value : []
    },
  }
}

describe('the kind of what was paid for', () => {
  const CASES: [request: string, entries: [said: string, kind: string][]][] = [
    [
      'Track spending, categories: food, transport, fun',
      [
        ['lunch 12', 'Food'],
        ['bus 2.50', 'Transport'],
        ['cinema 14', 'Fun'],
        ['groceries 31', 'Food'],
      ],
    ],
    [
      '记账本，分类有餐饮、交通、购物',
      [
        ['午饭32元', '餐饮'],
        ['打车41元', '交通'],
        ['买鞋299元', '购物'],
      ],
    ],
    [
      '家計簿を作って。カテゴリは食費・交通費・娯楽',
      [
        ['ランチ 850円', '食費'],
        ['電車 320円', '交通費'],
        ['映画 1900円', '娯楽'],
      ],
    ],
    [
      '가계부, 분류는 식비 교통비 쇼핑 문화생활',
      [
        ['점심 9000원', '식비'],
        ['택시 12000원', '교통비'],
        ['영화 14000원', '문화생활'],
      ],
    ],
  ]
  it.each(CASES)('%s', async (request, entries) => {
    const app = told(request)
    const [collection] = app.spec.collections
    const field = collection!.fields.find((one) => one.kind === 'choice')
    for (const [said, kind] of entries) {
      await app.say(said)
      const newest = (await app.records(collection!.id)).sort((a, b) => b.seq - a.seq)[0]
      const option = field?.kind === 'choice' ? field.options.find((one) => one.id === newest?.values[field.id]) : undefined
      expect([said, option?.label]).toEqual([said, kind])
    }
  })

  it('is the one that the person chose before, above any other, and none where nothing tells', async () => {
    const app = told('Track spending, categories: food, transport, fun')
    const [{ id, fields }] = app.spec.collections as [(typeof app.spec.collections)[number]]
    const field = fields.find((one) => one.kind === 'choice')!
    const newest = async () => (await app.records(id)).sort((a, b) => b.seq - a.seq)[0]?.values[field.id]
    await app.say('zyxomel 5')
    expect(await newest()).toBeUndefined()
    await app.say('zyxomel 5 fun')
    const fun = await newest()
    expect(fun).toBeDefined()
    await app.say('zyxomel 6')
    expect(await newest()).toBe(fun)
    await app.say('lunch 9 fun')
    await app.say('lunch 11')
    expect(await newest()).toBe(fun)
  })
})

describe('a stop of a plan and what it costs', () => {
  it.each([
    ['3 day trip to Rome, budget 900 euros, from 3 May 2027', 'day 1 Colosseum at 9am, 18 euros', 'Colosseum', '2027-05-03', '09:00', 18],
    ['家族で京都3日間の旅行プラン、予算10万円、12月20日から', '2日目 嵐山 午前10時 880円', '嵐山', '2026-12-21', '10:00', 880],
  ])('%s: %s', async (request, said, name, date, time, amount) => {
    const app = told(request)
    const [plans, costs] = app.spec.collections
    const before = await app.records(plans!.id)
    await app.say(said)
    const known = new Set(before.map(({ id }) => id))
    const stops = (await app.records(plans!.id)).filter(({ id }) => !known.has(id))
    expect(stops.map(({ values }) => values)).toMatchObject([{ name, date, time }])
    expect((await app.records(costs!.id)).map(({ values }) => values)).toMatchObject([{ item: name, plan: stops[0]!.id, amount, date }])
  })
})

describe('a ledger of debts', () => {
  it.each([
    [
      'keep track of who owes me money',
      ['Tom owes me 40 for the tickets', 'lent Ben $100 yesterday', 'Tom paid back 15', 'Ben paid me back'],
      ['Tom', 25],
      ['Ben', 100],
    ],
    ['谁欠我钱', ['小王欠我50 买票', '借给小李200元', '小王还了20', '小李还清了'], ['小王', 30], ['小李', 200]],
    [
      '友だちに貸したお金を記録したい',
      ['健太に4000円貸した', '美咲が昼ごはん代1200円借りた', '健太が1000円返した', '美咲が返した'],
      ['健太', 3000],
      ['美咲', 1200],
    ],
    [
      '친구한테 빌려준 돈 기록',
      ['민수한테 4만원 빌려줬어', '지연이 2만원 빌려 갔어', '민수 만원 갚았어', '지연이 다 갚았어'],
      ['민수', 30000],
      ['지연', 20000],
    ],
  ] as [string, string[], [string, number], [string, number]][])('%s', async (request, said, open, settled) => {
    const app = told(request)
    const [{ id, fields, title }] = app.spec.collections as [(typeof app.spec.collections)[number]]
    for (const text of said) await app.say(text)
    const amount = fields.find((field) => field.kind === 'money')!.id
    const paid = fields.find((field) => field.kind === 'yesno')!.id
    const rows = (await app.records(id)).map(({ values }) => [values[title], values[amount], values[paid] === true])
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        [...open, false],
        [...settled, true],
      ]),
    )
  })
})

describe('what nobody said of when', () => {
  it("is the person's day and hour, whatever the machine's clock says", async () => {
    const machine = { date: '2026-11-28', time: '20:54' }
    const person = { date: '2026-11-29', time: '05:54', weekStart: 1 as const }
    const fields = [
      { id: 'name', label: 'What', kind: 'text' },
      { id: 'moment', label: 'When', kind: 'datetime', default: 'now' },
      { id: 'day', label: 'Day', kind: 'date', default: 'today' },
      { id: 'clock', label: 'Time', kind: 'time', default: 'now' },
    ]
    const feeds = spec({
      name: 'Feeds',
      language: 'en',
      collections: [{ id: 'feeds', label: 'Feeds', one: 'Feed', title: 'name', fields }],
    })
    const data = scratchData(feeds, undefined, { now: () => machine })
    const about = { turn: 'turn0' as TurnId, because: 'event' as EventId, now: person, locale: 'ja-JP' }
    await applyEntry(data, [{ do: 'create', collection: 'feeds', values: { name: 'milk' } }], about)
    const later = { name: 'tea', day: '2026-11-20' }
    await applyEntry(data, [{ do: 'create', collection: 'feeds', values: later }], { ...about, turn: 'turn1' as TurnId })
    const all = await data.records('feeds')
    expect(all.ok && all.value.map(({ values }) => values)).toEqual([
      { name: 'milk', moment: '2026-11-29T05:54', day: '2026-11-29', clock: '05:54' },
      { name: 'tea', moment: '2026-11-29T05:54', day: '2026-11-20', clock: '05:54' },
    ])
  })
})
