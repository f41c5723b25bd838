/** Every route, with what is right and what is wrong; one server, no browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppSummary, Checkpoint } from '../../src/apps/types.ts'
import type { Event } from '../../src/events.ts'
import type { Rec } from '../../src/spec.ts'
import { spending } from '../apps/specs.ts'
import { type Answer, type Door, openDoor, publish, type Refused, recordsOf } from './door.ts'

let door: Door
let app: string
beforeAll(async () => {
  door = await openDoor()
  app = await publish(door, spending())
})
afterAll(() => door.close())

const add = (values: object, write?: string) =>
  door.ask<{ record: Rec; seq: number; checkpoint: string } & Refused>(`/api/apps/${app}/collections/cups/records`, {
    body: { values, ...(write && { write }) },
  })
const cups = () => recordsOf(door, app, 'cups')
const codeOf = ({ status, body }: Answer<unknown>) => [status, (body as Refused).error?.code]

describe('openapi.json', () => {
  type Operation = { summary?: string; parameters?: { name: string; in: string }[]; requestBody?: object }
  const operations = async () => {
    const { status, body } = await door.ask<{ openapi: string; paths: Record<string, Record<string, Operation>> }>('/api/openapi.json')
    expect([status, body.openapi]).toEqual([200, '3.1.0'])
    return Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
  }

  it('names every route of the contract, each with a summary', async () => {
    const all = await operations()
    const named = all.map(({ path, method }) => `${method} ${path}`)
    for (const one of [
      'post /api/turns',
      'post /api/turns/{turn}/cancel',
      'get /api/apps',
      'get /api/apps/{id}',
      'post /api/apps/{id}/restore',
      'get /api/apps/{id}/collections/{name}/records',
      'post /api/apps/{id}/collections/{name}/records',
      'patch /api/apps/{id}/collections/{name}/records/{record}',
      'delete /api/apps/{id}/collections/{name}/records/{record}',
      'get /api/memories',
      'delete /api/memories/{id}',
      'post /api/feedback',
      'get /api/audit',
      'get /api/why/{event}',
      'get /api/doctor',
      'get /api/export',
      'post /api/import',
    ])
      expect(named).toContain(one)
    for (const { path, method, operation } of all)
      expect([path, method, operation.summary ?? '']).toEqual([path, method, expect.stringMatching(/.{5}/)])
  })

  it('every operation answers an unknown id, and a body of the wrong shape, with a status and a sentence', async () => {
    for (const { path, method, operation } of await operations()) {
      const unknown = path.replace(/\{(\w+)\}/g, 'nothing0')
      const wrong = path.replace(/\{(\w+)\}/g, '__proto__')
      const body = operation.requestBody ? { body: { unknown: true } } : {}
      for (const address of path.includes('{') ? [unknown, wrong] : operation.requestBody ? [path] : []) {
        const { status, body: said } = await door.ask<Refused>(address, { method: method.toUpperCase(), ...body })
        expect([method, address, status]).toEqual([method, address, expect.toSatisfy((s: number) => s >= 400 && s < 500)])
        expect(said.error).toEqual({ code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/\S+ \S+/) })
      }
    }
  })
})

describe('records', () => {
  it('are added, read, changed and deleted', async () => {
    const { status, body } = await add({ what: 'Latte', price: 500, day: '2026-11-24', tags: ['hot'], again: true })
    expect(status).toBe(200)
    const at = `/api/apps/${app}/collections/cups/records/${body.record.id}`
    expect((await door.ask<{ record: Rec }>(at)).body.record.values).toMatchObject({
      what: 'Latte',
      price: 500,
      tags: ['hot'],
      again: true,
    })
    const changed = await door.ask<{ record: Rec }>(at, { method: 'PATCH', body: { values: { price: 550 } } })
    expect(changed.body.record.values).toMatchObject({ what: 'Latte', price: 550 })
    const before = await door.ask<{ records: Rec[] }>(`/api/apps/${app}/collections/cups/records?asOf=${body.seq}`)
    expect(before.body.records.at(-1)!.values.price).toBe(500)
    expect((await door.ask(at, { method: 'DELETE' })).status).toBe(200)
    expect(codeOf(await door.ask(at))).toEqual([404, 'record-unknown'])
    expect(codeOf(await door.ask(at, { method: 'DELETE' }))).toEqual([404, 'record-unknown'])
    expect(codeOf(await door.ask(at, { method: 'PATCH', body: { values: { price: 1 } } }))).toEqual([404, 'record-unknown'])
  })

  it('with the same write id are added once', async () => {
    const count = (await cups()).length
    const [one, two] = [await add({ what: 'Once', price: 1 }, 'write-once-1'), await add({ what: 'Twice', price: 2 }, 'write-once-1')]
    expect(two.body.record.id).toBe(one.body.record.id)
    const together = await Promise.all(Array.from({ length: 8 }, () => add({ what: 'Together', price: 3 }, 'write-once-2')))
    expect(new Set(together.map(({ body }) => body.record.id)).size).toBe(1)
    expect(await cups()).toHaveLength(count + 2)
  })

  it.each<[string, object]>([
    ['a required value that is missing', { price: 5 }],
    ['text for an amount', { what: 'x', price: 'much' }],
    ['an amount without end', { what: 'x', price: 1e300 }],
    ['a day there is not', { what: 'x', price: 1, day: '2026-02-30' }],
    ['an option there is not', { what: 'x', price: 1, size: 'huge' }],
    ['a relation to nothing', { what: 'x', price: 1, shop: 'nowhere0' }],
    ['a rating over the most', { what: 'x', price: 1, rating: 6 }],
    ['a computed value', { what: 'x', price: 1, total: 9 }],
    ['a field there is not', { what: 'x', price: 1, colour: 'red' }],
    ['a list for text', { what: ['x'], price: 1 }],
  ])('are refused with %s', async (_, values) => {
    const count = (await cups()).length
    const { status, body } = await add(values)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body.error.message).toMatch(/\S+ \S+/)
    expect(await cups()).toHaveLength(count)
  })

  it('of an unknown collection or app are not there', async () => {
    expect(codeOf(await door.ask(`/api/apps/${app}/collections/secrets/records`))).toEqual([404, 'collection-unknown'])
    expect(codeOf(await door.ask('/api/apps/nothing0/collections/cups/records'))).toEqual([404, 'app-unknown'])
  })
})

describe('CSV', () => {
  it('goes out, and comes in after a preview that writes nothing', async () => {
    await add({ what: 'Mocha, "large"\nwith milk', price: 650, day: '2026-11-23' })
    const csv = await door.open(`/api/apps/${app}/export.csv?collection=cups`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Coffee\.csv$/)
    const bytes = new Uint8Array(await csv.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('"Mocha, ""large""')
    const count = (await cups()).length
    const at = `/api/apps/${app}/import`
    const sent = 'What,Price,Day\nFlat white,520,2026-11-20\nBroken,much,2026-11-21\nFilter,"1,400",2026/11/22\n'
    const preview = await door.ask<{ errors: object[] }>(at, { body: { collection: 'cups', csv: sent } })
    expect([preview.status, preview.body.errors.length]).toEqual([200, 1])
    expect(await cups()).toHaveLength(count)
    const done = await door.ask<{ added: number; checkpoint: string }>(at, { body: { collection: 'cups', csv: sent, commit: true } })
    expect(done.body.added).toBe(2)
    expect((await cups()).slice(-2).map(({ values, by }) => [values.what, values.price, by])).toEqual([
      ['Flat white', 520, 'import'],
      ['Filter', 1400, 'import'],
    ])
    const undone = await door.ask(`/api/apps/${app}/undo`, { method: 'POST', body: {} })
    expect(undone.status).toBe(200)
    expect(await cups()).toHaveLength(count)
  })

  it('cannot carry a formula into a spreadsheet', async () => {
    await add({ what: '=HYPERLINK("http://evil.example","x")', price: 1 })
    const { text } = await door.ask(`/api/apps/${app}/export.csv?collection=cups`)
    expect(text).not.toMatch(/(^|,|")=HYPERLINK/m)
  })

  it.each<[string, object]>([
    ['nothing', { collection: 'cups', csv: '' }],
    ['no known column', { collection: 'cups', csv: 'a;b\n1;2\n' }],
    ['an unknown collection', { collection: 'secrets', csv: 'What\nx\n' }],
    ['no text', { collection: 'cups', csv: 5 }],
  ])('is refused with %s', async (_, body) => {
    const count = (await cups()).length
    const { status, body: said } = await door.ask<Refused>(`/api/apps/${app}/import`, { body: { ...body, commit: true } })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(said.error.message).toMatch(/\S+ \S+/)
    expect(await cups()).toHaveLength(count)
  })
})

describe('versions', () => {
  const points = async () => (await door.ask<{ checkpoints: Checkpoint[] }>(`/api/apps/${app}/checkpoints`)).body.checkpoints
  const go = (way: string, body: object = {}) =>
    door.ask<{ checkpoint: Checkpoint } & Refused>(`/api/apps/${app}/${way}`, { method: 'POST', body })

  it('undo, redo and restore, and each can be undone', async () => {
    const { body } = await add({ what: 'To undo', price: 9 })
    const has = async () => (await cups()).some(({ id }) => id === body.record.id)
    expect((await go('undo')).status).toBe(200)
    expect(await has()).toBe(false)
    expect((await go('redo')).status).toBe(200)
    expect(await has()).toBe(true)
    const oldest = (await points()).at(-1)!
    const restored = await go('restore', { checkpoint: oldest.id })
    expect(restored.body.checkpoint).toMatchObject({ restored: oldest.id, by: 'person', current: true })
    expect(await has()).toBe(false)
    expect((await go('undo')).status).toBe(200)
    expect(await has()).toBe(true)
    expect((await points()).filter(({ current }) => current)).toHaveLength(1)
    const audit = await door.ask<{ events: Event[] }>('/api/audit?limit=500')
    expect(audit.body.events.filter(({ type }) => type === 'checkpoint-restored').length).toBeGreaterThanOrEqual(4)
  })

  it('refuse what is not there', async () => {
    expect(codeOf(await go('restore', { checkpoint: 'nothing0' }))).toEqual([404, 'checkpoint-unknown'])
    expect(codeOf(await go('restore', {}))).toEqual([400, 'request-invalid'])
    await add({ what: 'newest', price: 1 })
    expect(codeOf(await go('redo'))).toEqual([422, 'nothing-to-redo'])
    const fresh = await publish(door, { ...spending(), name: 'Fresh' })
    const tried = []
    for (let i = 0; i < 6; i++) tried.push(codeOf(await door.ask(`/api/apps/${fresh}/undo`, { method: 'POST', body: {} })))
    expect(tried.at(-1)).toEqual([422, 'nothing-to-undo'])
  })
})

describe('the list of apps', () => {
  const list = async () => (await door.ask<{ apps: AppSummary[] }>('/api/apps')).body.apps
  it('pins, names, puts away, brings back', async () => {
    const other = await publish(door, { ...spending(), name: 'Other' })
    expect(
      (await door.ask(`/api/apps/${other}`, { method: 'PATCH', body: { pinned: true, folder: 'Home', name: 'Renamed' } })).status,
    ).toBe(200)
    expect((await list())[0]).toMatchObject({ id: other, pinned: true, folder: 'Home', name: 'Renamed' })
    expect((await door.ask(`/api/apps/${other}`, { method: 'DELETE' })).status).toBe(200)
    expect((await list()).map(({ id }) => id)).not.toContain(other)
    expect(codeOf(await door.ask(`/api/apps/${other}/collections/cups/records`, { body: { values: { what: 'x', price: 1 } } }))).toEqual([
      404,
      'app-unknown',
    ])
    expect((await door.ask<{ apps: { id: string }[] }>('/api/removed')).body.apps.map(({ id }) => id)).toContain(other)
    expect((await door.ask(`/api/apps/${other}/recover`, { method: 'POST', body: {} })).status).toBe(200)
    expect((await list()).map(({ id }) => id)).toContain(other)
  })
})

describe('changes as they happen', () => {
  it('are told to who listens to that app, and to nobody else', async () => {
    const other = await publish(door, { ...spending(), name: 'Quiet' })
    const stop = new AbortController()
    const heard = async (id: string) => {
      const { body } = await door.open(`/api/apps/${id}/events`)
      const reader = body!.getReader()
      stop.signal.addEventListener('abort', () => void reader.cancel())
      let text = ''
      while (!text.includes('event: change')) {
        const part = await reader.read()
        if (part.done) break
        text += new TextDecoder().decode(part.value)
      }
      return text
    }
    const [mine, theirs] = [heard(app), heard(other)]
    await new Promise((resolve) => setTimeout(resolve, 20))
    await add({ what: 'Told', price: 1 })
    expect(await mine).toMatch(/"what":"data"/)
    stop.abort()
    expect(await theirs).not.toContain('change')
  })
})
