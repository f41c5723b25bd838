/** What every AppData must do, stored or in memory: the check tries apps on the one, people keep their data in the other. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppData, Change, Write } from '../../src/apps/types.ts'
import type { EventId } from '../../src/events.ts'
import type { AppSpec, Rec } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { spending } from './specs.ts'

let writes = 0
export const create = (collection: string, values: Record<string, unknown>, record?: string): Write => ({
  id: `w${++writes}`,
  do: 'create',
  collection,
  values: values as never,
  ...(record && { record }),
})
export const update = (collection: string, record: string, values: Record<string, unknown>): Write => ({
  id: `w${++writes}`,
  do: 'update',
  collection,
  record,
  values: values as never,
})
export const remove = (collection: string, record: string): Write => ({ id: `w${++writes}`, do: 'delete', collection, record })

export function dataContract(name: string, open: (spec: AppSpec) => Promise<{ data: AppData; close(): Promise<void> }>) {
  describe(`${name} as the data of an app`, () => {
    let data: AppData
    let close: () => Promise<void>
    beforeEach(async () => {
      ;({ data, close } = await open(spending()))
    })
    afterEach(() => close())
    const records = async (collection = 'cups') => value(await data.records(collection))
    const write = async (...list: Write[]) => value(await data.write(list, 'person'))
    const refused = async (...list: Write[]) => {
      const result = await data.write(list, 'person')
      return result.ok ? { code: 'accepted', message: '' } : result.error
    }

    it('starts with its seeds, related by title', async () => {
      const shops = await records('shops')
      expect(shops.map((one) => one.values.name)).toEqual(['Blue Bottle', 'Kissa'])
      expect(shops[1]!.values.friends).toEqual([shops[0]!.id])
    })

    it('keeps what is written, in the order it was made, with defaults and computed fields left out', async () => {
      const [shop] = await records('shops')
      const written = await write(
        create('cups', {
          what: ' Latte ',
          price: '¥1,200',
          shop: shop!.id,
          size: 'Large',
          tags: ['hot', 'Iced'],
          rating: '★★★',
          again: 'はい',
          note: 'a\r\nb',
        }),
        create('cups', { what: 'Mocha', price: 500 }),
      )
      const [latte, mocha] = await records()
      expect(latte!.values).toMatchObject({
        what: 'Latte',
        price: 1200,
        shop: shop!.id,
        size: 'large',
        tags: ['hot', 'iced'],
        rating: 3,
        again: true,
        note: 'a\nb',
        count: 1,
        day: '2026-11-24',
      })
      expect(latte!.values).not.toHaveProperty('total')
      expect(mocha).toMatchObject({ by: 'person', values: { what: 'Mocha', price: 500 } })
      expect(written.records).toEqual([latte, mocha])
      expect(written.seq).toBe(mocha!.seq)
      expect(written.checkpoint).toMatch(/^[a-z0-9]{8,}$/)
      expect(Number.isNaN(Date.parse(latte!.createdAt))).toBe(false)
    })

    it('updates only the fields given; null empties one', async () => {
      const { records: made } = await write(create('cups', { what: 'Latte', price: 500, rating: 4 }))
      const before = made[0] as Rec
      await write(update('cups', before.id, { rating: null, price: 550 }))
      const [after] = await records()
      expect(after!.values).toEqual({ ...before.values, price: 550, rating: undefined })
      expect(after).toMatchObject({ id: before.id, createdAt: before.createdAt })
      expect(after!.seq).toBeGreaterThan(before.seq)
    })

    it('deletes, and shows any past', async () => {
      const a = await write(create('cups', { what: 'A', price: 1 }))
      const b = await write(update('cups', a.records[0]!.id, { price: 2 }))
      const c = await write(remove('cups', a.records[0]!.id))
      expect(c.records).toEqual([{ id: a.records[0]!.id, deleted: true, seq: c.seq }])
      expect(await records()).toEqual([])
      expect(value(await data.records('cups', { asOf: a.seq }))[0]!.values.price).toBe(1)
      expect(value(await data.records('cups', { asOf: b.seq }))[0]!.values.price).toBe(2)
      expect(value(await data.records('cups', { asOf: c.seq }))).toEqual([])
      expect(value(await data.records('cups', { asOf: 0 }))).toEqual([])
    })

    it('answers a repeated write as the first time and writes nothing', async () => {
      const one = create('cups', { what: 'Latte', price: 500 })
      const first = await write(one)
      await write(create('cups', { what: 'Other', price: 1 }))
      expect(await write(one)).toEqual(first)
      expect(await write({ ...one, values: { what: 'Changed', price: 9 } } as Write)).toEqual(first)
      expect((await records()).length).toBe(2)
      const twice = create('cups', { what: 'Twice', price: 5 })
      expect((await write(twice, twice)).records.length).toBe(2)
      expect((await records()).length).toBe(3)
      const mixed = await write(one, create('cups', { what: 'New', price: 1 }))
      expect(mixed.records[0]).toEqual(first.records[0])
      expect((await records()).length).toBe(4)
    })

    it('writes all or nothing', async () => {
      const before = await records()
      expect((await refused(create('cups', { what: 'Fine', price: 1 }), create('cups', { what: 'No price' }))).code).toBe('value-missing')
      expect(await records()).toEqual(before)
    })

    it('refuses in words a person knows', async () => {
      const [shop] = await records('shops')
      const { records: made } = await write(create('cups', { what: 'Latte', price: 500 }))
      const id = made[0]!.id
      const cases: [string, RegExp, Write][] = [
        ['value-missing', /“What”/, create('cups', { price: 1 })],
        ['value-missing', /“Price”/, update('cups', id, { price: null })],
        ['value-invalid', /“Price”.*“lots”/, create('cups', { what: 'x', price: 'lots' })],
        ['value-invalid', /“Size”.*Small, Large/, create('cups', { what: 'x', price: 1, size: 'huge' })],
        ['value-invalid', /“Count” takes a whole number/, create('cups', { what: 'x', price: 1, count: 1.5 })],
        ['value-too-small', /“Count”/, create('cups', { what: 'x', price: 1, count: 0 })],
        ['value-too-large', /“Rating”/, create('cups', { what: 'x', price: 1, rating: 6 })],
        ['value-too-long', /“Note”/, create('cups', { what: 'x', price: 1, note: '字'.repeat(30_000) })],
        ['value-computed', /“Total”/, create('cups', { what: 'x', price: 1, total: 5 })],
        ['field-unknown', /“colour”/, create('cups', { what: 'x', price: 1, colour: 'red' })],
        ['field-unknown', /__proto__/, create('cups', JSON.parse('{"what":"x","price":1,"__proto__":{"a":1}}'))],
        ['relation-unknown', /“Shop”/, create('cups', { what: 'x', price: 1, shop: 'nothing0' })],
        ['relation-unknown', /“Shop”/, create('cups', { what: 'x', price: 1, shop: id })],
        ['relation-unknown', /“Friends”/, update('shops', shop!.id, { friends: ['nothing0'] })],
        ['collection-unknown', /“cats”/, create('cats', {})],
        ['collection-unknown', /constructor/, create('constructor', {})],
        ['record-unknown', /deleted/, update('cups', 'nothing0', { price: 1 })],
        ['record-unknown', /deleted/, remove('shops', id)],
        ['record-unknown', /./, create('cups', { what: 'x', price: 1 }, '../../etc/passwd')],
        ['record-exists', /./, create('cups', { what: 'x', price: 1 }, id)],
        ['write-invalid', /./, { ...create('cups', { what: 'x', price: 1 }), id: '' }],
        ['write-invalid', /./, { ...create('cups', { what: 'x', price: 1 }), id: 'a\0b' }],
        ['write-invalid', /./, { ...create('cups', {}), values: null as never } as Write],
        ['write-invalid', /./, { ...create('cups', {}), values: ['x'] as never } as Write],
      ]
      for (const [code, words, one] of cases) {
        const error = await refused(one)
        expect([error.code, error.message]).toEqual([code, expect.stringMatching(words)])
      }
      expect(await data.records('cats')).toMatchObject({ ok: false, error: { code: 'collection-unknown' } })
      expect((await records()).length).toBe(1)
    })

    it('relates records made in the same batch, and keeps a relation whose record went', async () => {
      const made = await write(
        create('shops', { name: 'New' }, 'newshop1'),
        create('cups', { what: 'x', price: 1, shop: 'newshop1' }, 'cup00001'),
      )
      expect(made.records.length).toBe(2)
      await write(remove('shops', 'newshop1'))
      await write(update('cups', 'cup00001', { price: 2, shop: 'newshop1' }))
      expect((await records())[0]!.values).toMatchObject({ price: 2, shop: 'newshop1' })
    })

    it('keeps any text as it was given', async () => {
      const texts = [
        '<script>alert(1)</script>',
        '=1+1',
        "'; drop table records; --",
        '__proto__',
        '😀 がぎぐ',
        'é',
        '\ud83d',
        '"quoted"',
        '%_',
      ]
      await write(...texts.map((what) => create('cups', { what, price: 1 })))
      expect((await records()).map((one) => one.values.what)).toEqual(
        texts.map((text) => (text === '\ud83d' ? '\ufffd' : text.normalize('NFC'))),
      )
    })

    it('tells who listens, once for each batch that changed something', async () => {
      const heard: Change[] = []
      const stop = data.onChange((change) => heard.push(change))
      const one = create('cups', { what: 'x', price: 1 })
      const { seq } = await write(one, create('shops', { name: 'y' }))
      await write(one)
      await refused(create('cups', {}))
      expect(heard).toEqual([{ app: data.app, what: 'data', seq, collections: ['cups', 'shops'] }])
      stop()
      await write(create('cups', { what: 'x', price: 1 }))
      expect(heard.length).toBe(1)
    })

    it('keeps settings of the app within 256 KB', async () => {
      await data.keep('theme', 'dark')
      await data.keep('__proto__', '\u0000\ud83d')
      await data.keep('gone', 'x')
      await data.keep('gone', null)
      const kept = await data.kept()
      expect(Object.entries(kept).sort()).toEqual([
        ['__proto__', '\u0000\ud83d'],
        ['theme', 'dark'],
      ])
      expect(await data.keep('big', 'x'.repeat(257 * 1024))).toMatchObject({ ok: false, error: { code: 'kept-full' } })
      expect(await data.keep('theme', '字'.repeat(90_000))).toMatchObject({ ok: false, error: { code: 'kept-full' } })
      expect((await data.kept()).theme).toBe('dark')
    })

    it('does not let what it handed out change what it keeps', async () => {
      await write(create('cups', { what: 'x', price: 1, tags: ['hot'] }))
      const [handed] = await records()
      handed!.values.what = 'changed'
      ;(handed!.values.tags as string[]).push('iced')
      expect((await records())[0]!.values).toMatchObject({ what: 'x', tags: ['hot'] })
    })

    it('holds 20,000 records and says so at the next', async () => {
      const many = (count: number, from: number) =>
        Array.from({ length: count }, (_, i) => create('cups', { what: `n${from + i}`, price: i }))
      expect((await data.write(many(19_998, 0), 'import', 'event0001' as EventId)).ok).toBe(true)
      expect((await refused(create('cups', { what: 'one more', price: 1 }))).code).toBe('app-full')
      const [first] = await records('shops')
      expect((await data.write([remove('shops', first!.id), create('cups', { what: 'in its place', price: 1 })], 'person')).ok).toBe(true)
    })
  })
}
