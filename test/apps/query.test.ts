import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, runQuery, sortRecords, startOf } from '../../src/apps/query.ts'
import { Query, type Rec, type Value } from '../../src/spec.ts'
import { NOW } from './bench.ts'
import { spending } from './specs.ts'

let made = 0
const rec = (values: Record<string, Value>): Rec => ({
  id: `rec${++made}`,
  values,
  seq: made,
  createdAt: `2026-11-0${1 + (made % 9)}T00:00:00Z`,
  at: '2026-11-01T00:00:00Z',
  by: 'person',
})
const shops = [rec({ name: 'Blue Bottle' }), rec({ name: 'Kissa' })]
const cups = [
  rec({ what: 'Latte', price: 500, day: '2026-11-24', shop: shops[0]!.id, size: 'small', tags: ['hot'], rating: 4, again: true, count: 2 }),
  rec({ what: 'Mocha', price: 600, day: '2026-11-23', shop: shops[1]!.id, size: 'large', tags: ['hot', 'iced'], rating: 5, count: 1 }),
  rec({ what: 'latte', price: 450, day: '2026-11-01', shop: shops[0]!.id, size: 'small', again: false, count: 1 }),
  rec({ what: 'Tea', price: 300, day: '2026-10-31', rating: 2, count: 1 }),
  rec({ what: 'Cocoa', price: 400, count: 1 }),
]
const spec = spending()
const ask = (query: object) =>
  runQuery(Query.parse({ collection: 'cups', measure: { fn: 'sum', field: 'price' }, ...query }), cups, spec, NOW, { shops })
const rows = (query: object) => ask(query).rows.map((row) => [row.label, row.value])

describe('a query', () => {
  it.each<[string, object, number | null]>([
    ['all', {}, 2250],
    ['count', { measure: { fn: 'count' } }, 5],
    ['count of a field', { measure: { fn: 'count', field: 'rating' } }, 3],
    ['mean', { measure: { fn: 'mean', field: 'rating' } }, 11 / 3],
    ['min', { measure: { fn: 'min', field: 'price' } }, 300],
    ['max', { measure: { fn: 'max', field: 'price' } }, 600],
    ['latest by day', { measure: { fn: 'latest', field: 'price' } }, 500],
    ['first by day', { measure: { fn: 'first', field: 'price' } }, 300],
    ['distinct', { measure: { fn: 'distinct', field: 'what' } }, 4],
    ['computed', { measure: { fn: 'sum', field: 'total' } }, 2750],
    ['yes as one', { measure: { fn: 'sum', field: 'again' } }, 1],
    ['this month', { when: { field: 'day', unit: 'month', offset: 0 } }, 1550],
    ['last month', { when: { field: 'day', unit: 'month', offset: -1 } }, 300],
    ['this week', { when: { field: 'day', unit: 'week', offset: 0 } }, 1100],
    ['today', { when: { field: 'day', unit: 'day', offset: 0 } }, 500],
    ['last 24 days', { when: { field: 'day', days: 24 } }, 1550],
    ['a span', { when: { field: 'day', from: '2026-10-31', to: '2026-11-02' } }, 750],
    ['since', { when: { field: 'day', from: '2026-11-23' } }, 1100],
    ['next year', { when: { field: 'day', unit: 'year', offset: 1 } }, 0],
    ['mean of nothing', { measure: { fn: 'mean', field: 'price' }, when: { field: 'day', unit: 'year', offset: 1 } }, null],
    ['text, folded', { filter: [{ field: 'what', op: '=', value: 'ＬＡＴＴＥ' }] }, 950],
    ['contains', { filter: [{ field: 'what', op: 'contains', value: 'o' }] }, 1000],
    ['relation by title', { filter: [{ field: 'shop', op: '=', value: 'blue bottle' }] }, 950],
    ['relation by id', { filter: [{ field: 'shop', op: '=', value: shops[1]!.id }] }, 600],
    ['choice by label', { filter: [{ field: 'size', op: '=', value: 'Small' }] }, 950],
    ['choice in order', { filter: [{ field: 'size', op: '>', value: 'small' }] }, 600],
    ['choices', { filter: [{ field: 'tags', op: '=', value: 'iced' }] }, 600],
    ['one of', { filter: [{ field: 'what', op: '=', value: ['tea', 'cocoa'] }] }, 700],
    ['not', { filter: [{ field: 'size', op: '!=', value: 'small' }] }, 1300],
    ['yes', { filter: [{ field: 'again', op: '=', value: true }] }, 500],
    ['no or unsaid', { filter: [{ field: 'again', op: '=', value: false }] }, 1750],
    ['empty', { filter: [{ field: 'day', op: 'empty' }] }, 400],
    ['filled', { filter: [{ field: 'rating', op: 'filled' }] }, 1400],
    ['at least', { filter: [{ field: 'price', op: '>=', value: 500 }] }, 1100],
    ['computed filter', { filter: [{ field: 'total', op: '>', value: 900 }] }, 500],
    ['a field that is not there', { filter: [{ field: 'nothing', op: '=', value: 1 }] }, 0],
    ['the last two by day', { order: { by: 'day', descending: true }, limit: 2 }, 1100],
  ])('%s', (_, query, wanted) => {
    expect(ask(query).value).toBe(wanted === null ? null : Number(wanted.toPrecision(14)))
  })

  it('groups by label, by date and by weekday, in a sensible order', () => {
    expect(rows({ group: { field: 'shop' } })).toEqual([
      ['Blue Bottle', 950],
      ['Kissa', 600],
      ['None', 700],
    ])
    expect(rows({ group: { field: 'what' }, order: { by: 'group', descending: false } })).toEqual([
      ['Cocoa', 400],
      ['Latte', 950],
      ['Mocha', 600],
      ['Tea', 300],
    ])
    expect(rows({ group: { field: 'day', by: 'month' }, filter: [{ field: 'day', op: 'filled' }] })).toEqual([
      ['October', 300],
      ['November', 1550],
    ])
    expect(rows({ group: { field: 'day', by: 'day' }, when: { field: 'day', unit: 'week', offset: 0 } })).toEqual([
      ['Nov 23', 600],
      ['Nov 24', 500],
    ])
    expect(rows({ group: { field: 'day', by: 'weekday' }, filter: [{ field: 'day', op: 'filled' }] })).toEqual([
      ['Monday', 600],
      ['Tuesday', 500],
      ['Saturday', 300],
      ['Sunday', 450],
    ])
    expect(rows({ group: { field: 'tags' } })).toEqual([
      ['Hot', 1100],
      ['Iced', 600],
      ['None', 1150],
    ])
    expect(rows({ group: { field: 'again' }, order: { by: 'group', descending: false } })).toEqual([
      ['Yes', 500],
      ['No', 1750],
    ])
    expect(rows({ group: { field: 'rating' } })).toEqual([
      ['2', 300],
      ['4', 500],
      ['5', 600],
      ['None', 850],
    ])
    expect(rows({ group: { field: 'shop' }, limit: 1 })).toEqual([['Blue Bottle', 950]])
  })

  it('compares with the period before', () => {
    expect(ask({ when: { field: 'day', unit: 'month', offset: 0 }, compare: 'previous' })).toMatchObject({ value: 1550, previous: 300 })
    expect(ask({ when: { field: 'day', from: '2026-11-01', to: '2026-12-01' }, compare: 'previous' })).toMatchObject({
      value: 1550,
      previous: 300,
    })
    expect(ask({ when: { field: 'day', days: 1 }, compare: 'previous' })).toMatchObject({ value: 500, previous: 600 })
    expect(ask({ compare: 'previous' }).previous).toBeNull()
    expect(ask({})).not.toHaveProperty('previous')
  })

  it('names the records it measured', () => {
    expect(ask({ filter: [{ field: 'shop', op: '=', value: 'Kissa' }] }).records).toEqual([cups[1]!.id])
    expect(ask({ order: { by: 'price', descending: true }, limit: 1 }).records).toEqual([cups[1]!.id])
  })

  it('answers emptily where the collection is not there', () => {
    expect(runQuery(Query.parse({ collection: 'nothing', measure: { fn: 'sum', field: 'price' } }), cups, spec, NOW)).toEqual({
      value: null,
      rows: [],
      records: expect.any(Array),
    })
  })

  it('sorts as people do, empty last either way', () => {
    const by = (field: string, descending: boolean) =>
      sortRecords(cups, { field, descending }, spec, 'cups', NOW, { shops }).map((one) => one.values.what)
    expect(by('price', false)).toEqual(['Tea', 'Cocoa', 'latte', 'Latte', 'Mocha'])
    expect(by('day', true)).toEqual(['Latte', 'Mocha', 'latte', 'Tea', 'Cocoa'])
    expect(by('size', true)[0]).toBe('Mocha')
    expect(matches([{ field: 'price', op: '>', value: 550 }], cups[1]!, spec, 'cups', NOW)).toBe(true)
  })

  it('starts weeks where the person does', () => {
    expect([
      startOf('week', '2026-11-24', 1),
      startOf('week', '2026-11-24', 0),
      startOf('month', '2026-01-31', 1, 1),
      startOf('year', '2026-05-05', 1, -1),
    ]).toEqual(['2026-11-23', '2026-11-22', '2026-02-01', '2025-01-01'])
  })
})

describe('what is left and what stands', () => {
  const left = (of: number, down?: true) => ({ left: { kind: 'goal', of, ...(down && { down }) } })
  it.each<[string, object, number | null]>([
    ['up to a bound', left(3000), 750],
    ['past it', left(2000), -250],
    ['down to a goal', { measure: { fn: 'latest', field: 'price' }, ...left(400, true) }, 100],
    [
      'of nothing latest',
      { measure: { fn: 'latest', field: 'price' }, when: { field: 'day', unit: 'year', offset: 1 }, ...left(400) },
      null,
    ],
    ['one side taken off the other', { less: [{ field: 'size', op: '=', value: 'small' }] }, 350],
    ['none to take off', { less: [{ field: 'what', op: '=', value: 'Cola' }] }, 2250],
  ])('%s', (_, query, value) => expect(ask(query).value).toBe(value))
  it('takes off within each group', () =>
    expect(
      rows({ group: { field: 'shop' }, less: [{ field: 'what', op: '=', value: 'latte' }], filter: [{ field: 'shop', op: 'filled' }] }),
    ).toEqual([
      ['Kissa', 600],
      ['Blue Bottle', -950],
    ]))
})

describe('the laws of a query', () => {
  const anyCups = fc
    .array(
      fc.record({
        price: fc.integer({ min: 0, max: 9999 }),
        size: fc.constantFrom('small', 'large', null),
        day: fc.integer({ min: 1, max: 28 }).map((d) => `2026-11-${String(d).padStart(2, '0')}`),
      }),
      { maxLength: 30 },
    )
    .map((list) => list.map((values) => rec({ what: 'x', count: 1, ...values })))
  const run = (records: Rec[], query: object) =>
    runQuery(Query.parse({ collection: 'cups', measure: { fn: 'sum', field: 'price' }, ...query }), records, spec, NOW)

  it('groups add up to the whole; a filter and its opposite too; days make the month', () => {
    fc.assert(
      fc.property(anyCups, fc.integer({ min: 0, max: 9999 }), (records, most) => {
        const whole = run(records, {}).value!
        const sum = (query: object) => run(records, query).rows.reduce((a, row) => a + row.value, 0)
        expect(sum({ group: { field: 'size' } })).toBe(whole)
        expect(sum({ group: { field: 'day', by: 'week' } })).toBe(whole)
        expect(run(records, { when: { field: 'day', unit: 'month', offset: 0 } }).value).toBe(whole)
        const below = run(records, { filter: [{ field: 'price', op: '<=', value: most }] })
        const above = run(records, { filter: [{ field: 'price', op: '>', value: most }] })
        expect(below.value! + above.value!).toBe(whole)
        expect(below.records.length + above.records.length).toBe(records.length)
      }),
    )
  })

  it('answers over 10,000 records at once', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      rec({
        what: `Latte ${i % 50}`,
        price: i % 900,
        day: `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
        shop: shops[i % 2]!.id,
        count: 1,
      }),
    )
    const started = performance.now()
    run(many, { group: { field: 'day', by: 'month' } })
    run(many, { group: { field: 'what' }, filter: [{ field: 'what', op: 'contains', value: '1' }] })
    run(many, { measure: { fn: 'sum', field: 'total' }, when: { field: 'day', unit: 'year', offset: 0 } })
    sortRecords(many, { field: 'what', descending: true }, spec, 'cups', NOW)
    // A sanity bound, ten times what it takes on one slow core.
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
