import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitCsv, readCsv, writeCsv } from '../../src/apps/csv.ts'
import { scratchData } from '../../src/apps/scratch.ts'
import type { Rec } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { create } from './data.contract.ts'
import { plain, spending } from './specs.ts'

const spec = spending()
const shops: Rec[] = ['Blue Bottle', 'Kissa, Kyoto'].map((name, i) => ({
  id: `shop000${i}`,
  values: { name },
  seq: i,
  createdAt: '',
  at: '',
  by: 'person',
}))
const read = (text: string | Uint8Array) =>
  value(readCsv(text, spec, 'cups', { related: { shops }, alsoCalled: (field) => (field.id === 'price' ? ['価格', '가격'] : []) }))

describe('a table that goes out', () => {
  it('has a byte order mark, the headers a person knows, and readable values', () => {
    const records = [
      {
        id: 'a',
        seq: 1,
        createdAt: '',
        at: '',
        by: 'person' as const,
        values: {
          what: 'Latte "big"',
          price: -500,
          day: '2026-11-24',
          shop: 'shop0001',
          size: 'small',
          tags: ['hot', 'iced'],
          again: true,
          count: 2,
          note: 'a\nb',
        },
      },
    ]
    const text = value(writeCsv(spec, 'cups', records, '2026-11-24', { shops }))
    expect(text).toBe(
      '\ufeffWhat,Price,Day,Shop,Size,Tags,Rating,Count,Again,Note,Total\r\n"Latte ""big""",-500,2026-11-24,"Kissa, Kyoto",Small,"Hot, Iced",,2,Yes,"a\nb",-1000\r\n',
    )
    expect(value(writeCsv(plain(), 'items', [], '2026-11-24'))).toBe('\ufeff名前,数量\r\n')
    expect(writeCsv(spec, 'gone', [], '2026-11-24')).toMatchObject({ ok: false, error: { code: 'collection-unknown' } })
  })

  it.each(['=1+1', '+A1', '-cmd|x', '@SUM(A1)', '\tx'])('guards %j, and takes the guard off when it comes back', async (what) => {
    const data = scratchData(spec, {})
    value(await data.write([create('cups', { what: `x`, price: 1, note: what })], 'person'))
    const records = value(await data.records('cups'))
    const text = value(writeCsv(spec, 'cups', records, '2026-11-24'))
    const stored = records[0]!.values.note as string
    if (/^[=+\-@]/.test(stored)) expect(text).toContain(`'${stored}`)
    expect(read(text).rows[0]!.values.note).toBe(stored)
  })

  it('leaves negative numbers and plain numbers in text alone', () => {
    const rec = { id: 'a', seq: 1, createdAt: '', at: '', by: 'person' as const, values: { what: '-5', price: -5 } }
    expect(value(writeCsv(spec, 'cups', [rec], '2026-11-24'))).toContain('-5,-5,')
  })
})

describe('a table that comes in', () => {
  it('finds its columns by label, id or another name, in any case', () => {
    const reading = read(' WHAT ,価格 (円),DAY,size,Something\nLatte,"1,200",2026/11/3,small,x\n\n,,,,\nTea,300,,LARGE,y')
    expect(reading.columns.map((one) => one.field)).toEqual(['what', 'price', 'day', 'size', null])
    expect(reading.rows.map((one) => one.values)).toEqual([
      { what: 'Latte', price: 1200, day: '2026-11-03', size: 'small' },
      { what: 'Tea', price: 300, size: 'large' },
    ])
    expect(reading).toMatchObject({ total: 2, errors: [] })
  })

  it('guesses what unknown columns are', () => {
    const reading = read(
      `What,Price,When,Done,Level,Clock,Long\nA,1,24/11/2026,yes,3.5,9:00,${'x'.repeat(130)}\nB,2,1/2/2026,no,"1,000",18:30,y`,
    )
    expect(reading.columns.slice(2).map((one) => one.kind)).toEqual(['date', 'yesno', 'number', 'time', 'note'])
  })

  it('says what is wrong with which row, and reads the others', () => {
    const reading = read('What,Price,Shop,Rating\nA,lots,,\n,5,,\nB,5,blue bottle,9\nC,5,Nowhere,\nD,5,"Kissa, Kyoto",3')
    expect(reading.rows).toEqual([{ row: 5, values: { what: 'D', price: 5, shop: 'shop0001', rating: 3 } }])
    expect(reading.errors.map((one) => [one.row, one.field, one.code])).toEqual([
      [1, 'Price', 'value-invalid'],
      [2, 'What', 'value-missing'],
      [3, 'Rating', 'value-too-large'],
      [4, 'Shop', 'relation-unknown'],
    ])
    expect(read('Price\n5').errors).toMatchObject([{ field: 'What', code: 'value-missing' }])
  })

  it.each([
    ['tabs', 'What\tPrice\nA\t5'],
    ['semicolons', 'What;Price\nA;5'],
    ['old line ends', 'What,Price\r\nA,5\r\n'],
    ['a mark', '\ufeffWhat,Price\nA,5'],
    ['day before month', 'What,Price,Day\nA,5,24.11.2026'],
  ])('reads %s', (_, text) => {
    expect(read(text).rows[0]!.values).toMatchObject({ what: 'A', price: 5 })
  })

  it('reads what spreadsheets saved before UTF-8', () => {
    const sjis = Uint8Array.from([0x96, 0xbc, 0x91, 0x4f, 0x0a, 0x8b, 0x8d, 0x93, 0xfb])
    expect(value(readCsv(sjis, plain(), 'items')).rows[0]!.values).toEqual({ name: '牛乳' })
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...'名前\n牛乳'].map((c) => c.charCodeAt(0))).buffer)])
    expect(value(readCsv(utf16, plain(), 'items')).rows[0]!.values).toEqual({ name: '牛乳' })
  })

  it.each([
    ['csv-empty', ''],
    ['csv-empty', 'What,Price'],
    ['csv-unreadable', 'What,Price\n"A,5'],
    ['csv-unknown-columns', 'a,b\n1,2'],
    ['csv-unknown-columns', '__proto__,constructor\n1,2'],
    ['csv-too-large', 'What\n'.repeat(20_002)],
  ])('%s', (code, text) => {
    expect(readCsv(text, spec, 'cups')).toMatchObject({ ok: false, error: { code } })
  })

  it('is written once, however often it is sent', async () => {
    const data = scratchData(spec, {})
    const reading = read('What,Price\nA,1\nB,2')
    value(await commitCsv(data, reading, 'batch1'))
    value(await commitCsv(data, reading, 'batch1'))
    const records = value(await data.records('cups'))
    expect(records.map((one) => [one.values.what, one.by])).toEqual([
      ['A', 'import'],
      ['B', 'import'],
    ])
  })

  it('comes back as it went out', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '')
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            what: text,
            price: fc.integer({ min: -9999, max: 9999 }),
            note: fc.option(text),
            again: fc.option(fc.boolean()),
            tags: fc.subarray(['hot', 'iced']),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (list) => {
          const data = scratchData(spec, {})
          const written = await data.write(
            list.map((values) => create('cups', values)),
            'person',
          )
          if (!written.ok) return
          const records = value(await data.records('cups'))
          const reading = readCsv(value(writeCsv(spec, 'cups', records, '2026-11-24')), spec, 'cups')
          expect(value(reading).rows.map((one) => one.values)).toEqual(records.map((one) => one.values))
        },
      ),
      { numRuns: 150 },
    )
  })
})
