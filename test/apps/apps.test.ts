import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../src/apps/types.ts'
import type { AppId, CheckpointId } from '../../src/events.ts'
import type { AppSpec } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'
import { type Bench, NOW, openBench } from './bench.ts'
import { create, remove, update } from './data.contract.ts'
import { plain, spending } from './specs.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const names = async (app: AppId, collection = 'items', field = 'name') =>
  value(await bench.apps.data(app).records(collection)).map((one) => one.values[field])
const add = async (app: AppId, name: string) => value(await bench.apps.data(app).write([create('items', { name })], 'person'))
const publish = async (app: AppId, spec: AppSpec, what = 'Changed it') =>
  value(await bench.apps.publish(app, { spec, files: { 'app.json': spec.name }, requests: ['more'], what }))

describe('a draft', () => {
  it('can be used before it is published, and keeps what was entered', async () => {
    const spec = spending()
    const app = value(await bench.apps.draft(spec, 'coffee please'))
    expect(value(await bench.apps.get(app))).toMatchObject({ version: 0, status: 'draft', requests: ['coffee please'], files: {} })
    value(await bench.apps.saveDraft(app, spec, { 'app.tsx': 'x' }))
    value(await bench.apps.data(app).write([create('cups', { what: 'Early', price: 1 })], 'person'))
    value(await bench.apps.publish(app, { spec, files: { 'app.tsx': 'y' }, requests: ['coffee please'], what: 'Made “Coffee”' }))
    expect(value(await bench.apps.get(app))).toMatchObject({ version: 1, status: 'published', files: { 'app.tsx': 'y' } })
    expect(await names(app, 'cups', 'what')).toEqual(['Early'])
    expect(await bench.apps.undo(app)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    expect(value(await bench.apps.checkpoints(app)).map((one) => one.what)).toEqual(['Made “Coffee”'])
  })

  it('starts over with the seeds of a repaired spec while nobody has written to it', async () => {
    const spec = spending()
    const app = value(await bench.apps.draft(spec, 'coffee'))
    const repaired: AppSpec = {
      ...spec,
      collections: spec.collections.map((one) => (one.id === 'shops' ? { ...one, seeds: [{ name: 'Only one' }] } : one)),
    }
    value(await bench.apps.saveDraft(app, repaired, {}))
    expect(await names(app, 'shops')).toEqual(['Only one'])
    await publish(app, {
      ...repaired,
      collections: repaired.collections.map((one) => (one.id === 'shops' ? { ...one, seeds: [{ name: 'Another' }] } : one)),
    })
    expect(await names(app, 'shops')).toEqual(['Another'])
  })

  it('is not published where its spec does not hold together', async () => {
    const spec = plain()
    const app = value(await bench.apps.draft(spec, 'x'))
    const broken = { ...spec, views: [{ id: 'board', label: 'B', kind: 'board', collection: 'items', group: 'name' }] } as AppSpec
    expect(await bench.apps.publish(app, { spec: broken, files: {}, requests: [], what: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'spec-incoherent' },
    })
    expect(value(await bench.apps.get(app)).version).toBe(0)
  })
})

describe('undo and redo', () => {
  it('walks back and forth, the undo too', async () => {
    const app = await bench.make(plain())
    await add(app, 'milk')
    await add(app, 'eggs')
    await add(app, 'bread')
    expect(value(await bench.apps.undo(app))).toMatchObject({ what: '「bread」を取り除きました', current: true })
    value(await bench.apps.undo(app))
    expect(await names(app)).toEqual(['milk'])
    expect(value(await bench.apps.redo(app)).what).toContain('eggs')
    value(await bench.apps.redo(app))
    expect(await names(app)).toEqual(['milk', 'eggs', 'bread'])
    expect(await bench.apps.redo(app)).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } })
    for (let i = 0; i < 3; i++) value(await bench.apps.undo(app))
    expect(await names(app)).toEqual([])
    expect(await bench.apps.undo(app)).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    await add(app, 'tea')
    expect(await bench.apps.redo(app)).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } })
  })

  it('restores any checkpoint, and the restore can be undone', async () => {
    const app = await bench.make(plain())
    const first = (await add(app, 'milk')).checkpoint
    await add(app, 'eggs')
    const list = value(await bench.apps.checkpoints(app))
    expect(list.map((one) => [one.what, one.current])).toEqual([
      ['「eggs」を追加', true],
      ['「milk」を追加', false],
      ['Made it', false],
    ])
    const restored = value(await bench.apps.restore(app, first))
    expect(restored).toMatchObject({ restored: first, current: true })
    expect(await names(app)).toEqual(['milk'])
    value(await bench.apps.undo(app))
    expect(await names(app)).toEqual(['milk', 'eggs'])
    expect(value(await bench.apps.checkpoints(app, { limit: 2 })).length).toBe(2)
    expect(value(await bench.apps.checkpoints(app, { before: list[1]!.id })).map((one) => one.what)).toEqual(['Made it'])
    expect(await bench.apps.restore(app, 'nothing0' as CheckpointId)).toMatchObject({ ok: false, error: { code: 'checkpoint-unknown' } })
    expect(await bench.apps.restore(app, "x'; drop" as CheckpointId)).toMatchObject({ ok: false, error: { code: 'checkpoint-unknown' } })
  })

  it('takes code, schema, data and permissions back together', async () => {
    const app = await bench.make(spending())
    value(await bench.apps.data(app).write([create('cups', { what: 'Latte', price: '500', note: '12' }, 'cup00001')], 'person'))
    value(await bench.apps.grant(app, 'notifications', true))
    const spec = value(await bench.apps.get(app)).spec
    const published = value(
      await bench.apps.publishEdit(app, {
        edits: [
          { do: 'change-field', collection: 'cups', field: { id: 'note', label: 'Note', kind: 'number' } },
          { do: 'rename-app', name: 'Café diary' },
        ],
        write: (edited) => ({ 'app.json': edited.name }),
        requests: ['make the note a number'],
        what: 'Changed the note',
      }),
    )
    expect(published).toMatchObject({ version: 2, unconverted: [] })
    value(await bench.apps.grant(app, 'notifications', false))
    const cup = async () => value(await bench.apps.data(app).records('cups'))[0]!.values.note
    expect(await cup()).toBe(12)
    value(await bench.apps.undo(app))
    expect(value(await bench.apps.grants(app))).toEqual({ notifications: true })
    value(await bench.apps.undo(app))
    expect(await cup()).toBe('12')
    const back = value(await bench.apps.get(app))
    expect(back).toMatchObject({ version: 1, files: { 'app.json': 'Coffee' } })
    expect(back.spec).toEqual(spec)
    value(await bench.apps.undo(app))
    expect(value(await bench.apps.grants(app))).toEqual({})
    value(await bench.apps.redo(app))
    value(await bench.apps.redo(app))
    expect(await cup()).toBe(12)
    expect(value(await bench.apps.get(app)).spec.name).toBe('Café diary')
    // A version made after going back is a new one: none is ever overwritten.
    value(await bench.apps.undo(app))
    expect((await publish(app, spec)).version).toBe(3)
    expect(value(await bench.apps.version(app, 2)).spec.name).toBe('Café diary')
  })

  it('tells who listens', async () => {
    const app = await bench.make(plain())
    const heard: Change[] = []
    bench.apps.onChange((change) => heard.push(change))
    await add(app, 'milk')
    await publish(app, { ...plain(), name: 'New' })
    value(await bench.apps.undo(app))
    value(await bench.apps.undo(app))
    value(await bench.apps.remove(app))
    expect(heard.map((one) => one.what)).toEqual(['data', 'version', 'version', 'data', 'removed'])
  })
})

describe('publishing an edit', () => {
  it('reports values that did not fit, and keeps them in history', async () => {
    const app = await bench.make(spending())
    value(
      await bench.apps
        .data(app)
        .write([create('cups', { what: 'A', price: 1, note: '3' }), create('cups', { what: 'B', price: 1, note: 'three' })], 'person'),
    )
    const done = value(
      await bench.apps.publishEdit(app, {
        edits: [
          { do: 'change-field', collection: 'cups', field: { id: 'note', label: 'Sugars', kind: 'number' } },
          { do: 'add-field', collection: 'cups', field: { id: 'paid', label: 'Paid', kind: 'yesno', default: false } },
          { do: 'remove-field', collection: 'cups', field: 'rating' },
          {
            do: 'add-collection',
            collection: {
              id: 'beans',
              label: 'Beans',
              one: 'bean',
              title: 'name',
              fields: [{ id: 'name', label: 'Name', kind: 'text' }],
              seeds: [{ name: 'Arabica' }],
            },
          },
        ],
        write: () => ({}),
        requests: [],
        what: 'Several',
      }),
    )
    expect(done.unconverted).toEqual([{ collection: 'Cups', record: expect.any(String), field: 'Note', value: 'three' }])
    const cups = value(await bench.apps.data(app).records('cups'))
    expect(cups.map((one) => [one.values.note, one.values.paid])).toEqual([
      [3, false],
      [undefined, false],
    ])
    expect(await names(app, 'beans')).toEqual(['Arabica'])
    value(await bench.apps.undo(app))
    expect(value(await bench.apps.data(app).records('cups')).map((one) => one.values.note)).toEqual(['3', 'three'])
  })

  it('changes nothing when the edit cannot be done', async () => {
    const app = await bench.make(plain())
    const before = value(await bench.apps.get(app))
    const done = await bench.apps.publishEdit(app, {
      edits: [{ do: 'remove-field', collection: 'items', field: 'nothing' }],
      write: () => ({}),
      requests: [],
      what: 'x',
    })
    expect(done).toMatchObject({ ok: false, error: { code: 'edit-impossible' } })
    expect(value(await bench.apps.get(app))).toEqual(before)
  })
})

describe('the home of apps', () => {
  it('lists them with a live line in their language', async () => {
    const coffee = await bench.make(spending())
    bench.clock.pass(1000)
    const list = await bench.make(plain())
    await add(list, '牛乳')
    bench.clock.pass(1000)
    value(
      await bench.apps
        .data(coffee)
        .write([create('cups', { what: 'A', price: 3200 }), create('cups', { what: 'B', price: 100, day: '2026-10-01' })], 'person'),
    )
    expect((await bench.apps.list(NOW)).map((one) => [one.name, one.line])).toEqual([
      ['Coffee', '¥3,200 of ¥5,000 this month'],
      ['買い物', '買うもの: 1'],
    ])
    value(await bench.apps.data(coffee).write([create('cups', { what: 'C', price: 2000 })], 'person'))
    value(await bench.apps.patch(list, { pinned: true, folder: ' House ', name: 'Shopping' }))
    expect(await bench.apps.list(NOW)).toMatchObject([
      { name: 'Shopping', pinned: true, folder: 'House', version: 1 },
      { line: '¥5,200 of ¥5,000, over the limit this month' },
    ])
    await publish(list, { ...plain(), name: 'Renamed by talking' })
    expect((await bench.apps.list(NOW))[0]!.name).toBe('Renamed by talking')
  })

  it('keeps a removed app for 30 days', async () => {
    const app = await bench.make(plain())
    await add(app, 'milk')
    value(await bench.apps.remove(app))
    expect(await bench.apps.list(NOW)).toEqual([])
    expect(await bench.apps.get(app)).toMatchObject({ ok: false, error: { code: 'app-unknown' } })
    expect((await bench.apps.data(app).write([create('items', { name: 'x' })], 'person')).ok).toBe(false)
    expect(await bench.apps.removed()).toMatchObject([{ id: app, name: '買い物' }])
    bench.clock.pass(29 * 86_400_000)
    expect(value(await bench.apps.sweep())).toBe(0)
    value(await bench.apps.recover(app))
    expect(await names(app)).toEqual(['milk'])
    value(await bench.apps.remove(app))
    bench.clock.pass(31 * 86_400_000)
    expect(value(await bench.apps.sweep())).toBe(1)
    expect(await bench.apps.recover(app)).toMatchObject({ ok: false, error: { code: 'app-unknown' } })
    for (const table of ['records', 'record_versions', 'checkpoints', 'writes', 'app_versions'] as const) {
      expect(await bench.store.db.selectFrom(table).select('person').execute()).toEqual([])
    }
  })

  it('grants only what an app asks for', async () => {
    const app = await bench.make(plain())
    expect(await bench.apps.grant(app, 'clipboard', true)).toMatchObject({ ok: false, error: { code: 'capability-unknown' } })
  })

  it('brings in an app with its records and relations, under new ids', async () => {
    const spec = spending()
    const source = await bench.make(spec)
    const shops = value(await bench.apps.data(source).records('shops'))
    value(await bench.apps.data(source).write([create('cups', { what: 'A', price: 5, shop: shops[1]!.id })], 'person'))
    const cups = value(await bench.apps.data(source).records('cups'))
    const hostile = { ...cups[0]!, id: '../x', values: { ...cups[0]!.values, price: 'not a price', shop: 'nothing' } }
    const app = value(await bench.apps.bringIn({ spec, files: {}, requests: [], data: { cups: [...cups, hostile], shops } }))
    expect(app).not.toBe(source)
    const [first, second] = value(await bench.apps.data(app).records('cups'))
    const moved = value(await bench.apps.data(app).records('shops'))
    expect(moved.map((one) => one.values.name)).toEqual(['Blue Bottle', 'Kissa'])
    expect(first!.values.shop).toBe(moved[1]!.id)
    expect(second!.values).toEqual({ what: 'A', day: '2026-11-24', count: 1 })
    expect(value(await bench.apps.get(app))).toMatchObject({ version: 1, status: 'published' })
  })

  it('knows nothing of apps that are not there', async () => {
    const app = 'nothing0' as AppId
    for (const result of [
      await bench.apps.get(app),
      await bench.apps.undo(app),
      await bench.apps.patch(app, { pinned: true }),
      await bench.apps.remove(app),
      await bench.apps.checkpoints(app),
      await bench.apps.saveDraft(app, plain(), {}),
      await bench.apps.data(app).records('items'),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'app-unknown' } })
    }
  })

  it('loses no write of many at once', async () => {
    const app = await bench.make(plain())
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(app, `n${i}`)))
    expect((await names(app)).length).toBe(60)
    const records = value(await bench.apps.data(app).records('items'))
    await Promise.all([
      bench.apps.data(app).write([update('items', records[0]!.id, { amount: 1 })], 'person'),
      bench.apps.data(app).write([remove('items', records[1]!.id)], 'person'),
      bench.apps.undo(app),
    ])
    expect(new Set(value(await bench.apps.checkpoints(app)).map((one) => one.id)).size).toBe(64)
  })
})
