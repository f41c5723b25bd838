/** What is held, in figures, for whoever it is of; and that what may leave changes when it is changed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Held } from '../../src/held.ts'
import { spending } from '../apps/specs.ts'
import { type Door, type Guest, invite, openDoor, publish } from './door.ts'

let door: Door
let guest: Guest
beforeAll(async () => {
  door = await openDoor()
  guest = await invite(door, 'Kim')
})
afterAll(() => door.close())
const held = async (who: Pick<Door, 'ask'> = door) => (await who.ask<Held>('/api/held')).body

it('counts what there is, and no word of it is told', async () => {
  expect(await held()).toMatchObject({
    memories: { count: 0, retired: 0, ending: 0, from: {}, since: null },
    conversations: { count: 0, messages: 0 },
    apps: { count: 0, removed: 0, days: 30, entries: 0 },
    pictures: { count: 0, bytes: 0 },
    tastes: { learned: 0 },
    sent: [],
    asking: 0,
    embedder: null,
    sealed: false,
    folder: door.home,
  })
  await door.say('Remember that I like zyxomel')
  const { body } = await door.ask<{ memories: { id: string }[] }>('/api/memories')
  await door.say('Remember that my bike is blue')
  await door.ask(`/api/memories/${body.memories[0]!.id}/retire`, { method: 'POST' })
  const app = await publish(door, spending())
  const { entries } = (await held()).apps
  await door.ask(`/api/apps/${app}/collections/cups/records`, { body: { values: { what: 'Latte', price: 500 } } })
  const now = await held()
  expect(now).toMatchObject({
    memories: { count: 1, retired: 1, from: { asked: 2 } },
    conversations: { count: 2, messages: 2 },
    apps: { count: 1, entries: entries + 1 },
  })
  const { body: audit } = await door.ask<{ events: unknown[] }>('/api/audit?limit=500')
  expect([now.journal.events, now.journal.forgotten]).toEqual([audit.events.length, 0])
  expect(JSON.stringify(now)).not.toMatch(/zyxomel|bike|Latte/)
  await door.ask(`/api/apps/${app}`, { method: 'DELETE' })
  await door.ask('/api/memories?about=zyxomel&confirm=true', { method: 'DELETE' })
  const after = await held()
  expect(after).toMatchObject({ memories: { count: 1, retired: 0 }, apps: { count: 0, removed: 1, entries: 0 } })
  expect(after.journal.forgotten).toBeGreaterThan(0)
})

it('is each person’s own', async () => {
  expect(await held(guest)).toMatchObject({ memories: { count: 0 }, apps: { count: 0 }, conversations: { count: 0 } })
  await guest.say('Remember that I play the oboe')
  expect((await held(guest)).memories.count).toBe(1)
  expect((await held()).memories.count).toBe(1)
})

it('does not tell of an incognito conversation', async () => {
  const before = await held()
  await door.open('/api/turns', { body: { text: 'Hello', incognito: true } }).then((answer) => answer.text())
  expect((await held()).conversations).toEqual(before.conversations)
})

it('what may leave is changed for a service that is in use already', async () => {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { input } = JSON.parse(body) as { input: string[] }
    asked.push(...input)
    const embedding = (text: string) => Array.from({ length: 64 }, (_, i) => Math.sin(i * (1 + text.length)))
    response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: embedding(text) })) }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // By a way of writing it that is not known for this machine: it is treated as one elsewhere.
  const url = `http://[::ffff:127.0.0.1]:${(server.address() as AddressInfo).port}/`
  const chosen = await door.ask('/api/embeddings', { method: 'PUT', body: { use: 'http', url, model: 'tiny' } })
  expect([chosen.status, chosen.text]).toEqual([200, expect.anything()])
  expect((await held()).embedder).toBe(new URL(url).hostname)
  const said = async (text: string) => {
    await door.say(text)
    const { memory } = door.server.house
    await expect.poll(async () => (await memory.embedding())?.left).toBe(0)
  }
  await said('Remember that my sister plays the cello')
  await expect.poll(() => asked.some((text) => text.includes('cello'))).toBe(true)
  const allowed = await door.ask('/api/privacy', { method: 'PUT', body: { permissions: { 'any-model': [] } } })
  expect(allowed.status).toBe(200)
  await said('Remember that my brother plays the tuba')
  expect(asked.filter((text) => text.includes('tuba'))).toEqual([])
  server.close()
})
