/** Choosing an embedder, over HTTP and by its installation; the endpoint is a real server on this machine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { installEncoder } from '../../src/embeddings.ts'
import { openHouse } from '../../src/house.ts'
import type { Embedding } from '../../src/memory/memory.ts'
import { value } from '../store/store.contract.ts'
import { type Door, openDoor, type Refused } from './door.ts'

type State = { setting: { use: string }; embedding: Embedding }
let door: Door
let server: Server
let url: string
let keys: (string | undefined)[] = []
beforeAll(async () => {
  door = await openDoor()
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    keys.push(request.headers.authorization)
    const { input } = JSON.parse(body) as { input: string[] }
    const embedding = (text: string) => Array.from({ length: 64 }, (_, i) => Math.sin(i * (1 + text.length)))
    response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: embedding(text) })) }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(async () => {
  server.close()
  await door.close()
})
afterEach(() => {
  keys = []
  delete process.env.MACARON_TEST_KEY
})
const put = (body: unknown, language = 'en') =>
  door.ask<State & Refused>('/api/embeddings', { method: 'PUT', body, headers: { 'accept-language': language } })
const get = async () => (await door.ask<State>('/api/embeddings')).body
async function ready(): Promise<State> {
  for (let left = 400; left > 0; left--) {
    const state = await get()
    if (state.embedding?.ready) return state
    await new Promise((next) => setTimeout(next, 10))
  }
  throw new Error('it was never ready')
}

it('is the built-in one until another is chosen, and again when it is chosen back', async () => {
  expect(await get()).toEqual({ setting: { use: 'builtin' }, embedding: null })
  await door.say('Remember that my bike is blue')
  const chosen = await put({ use: 'http', url, model: 'tiny' })
  expect([chosen.status, chosen.body.setting]).toEqual([200, { use: 'http', url, model: 'tiny' }])
  expect((await ready()).embedding).toMatchObject({ model: 'http-tiny', left: 0, ready: true, failure: null })
  const { store, person } = door.server.house
  const kept = await store.vectors.all(person, 'http-tiny')
  expect(kept.length).toBeGreaterThan(0)
  for (const { vector } of kept) expect(vector.length).toBe(64)
  expect((await put({ use: 'builtin' })).body).toEqual({ setting: { use: 'builtin' }, embedding: null })
  expect(await store.vectors.all(person, 'http-tiny')).toEqual([])
})

it('has its key from the environment of the server, and never keeps or tells it', async () => {
  const setting = { use: 'http', url, model: 'tiny', keyFrom: 'MACARON_TEST_KEY' }
  expect((await put(setting)).body.error.code).toBe('embedder-keyless')
  process.env.MACARON_TEST_KEY = 'zyxomel-key'
  expect((await put(setting)).status).toBe(200)
  await ready()
  expect(new Set(keys)).toEqual(new Set(['Bearer zyxomel-key']))
  expect(JSON.stringify([await get(), [...(await door.server.house.store.settings.all(door.server.house.person))]])).not.toContain(
    'zyxomel',
  )
  await put({ use: 'builtin' })
})

it.each([
  ['en', 'The embedding endpoint cannot be reached'],
  ['zh', '无法'],
  ['ja', '届きません'],
  ['ko', '없어요'],
])('says in %s what is wrong, and changes nothing', async (language, sentence) => {
  const { status, body } = await put({ use: 'http', url: 'http://127.0.0.1:9/', model: 'tiny' }, language)
  expect([status >= 400, body.error.code]).toEqual([true, 'embedder-away'])
  expect(body.error.message).toContain(sentence)
  expect((await put({ use: 'e5-small' }, language)).body.error).toMatchObject({ code: 'embedder-not-installed' })
  expect((await get()).setting).toEqual({ use: 'builtin' })
})

it.each([
  [{}],
  [{ use: 'magic' }],
  [{ use: 'http' }],
  [{ use: 'http', url: '', model: 'm' }],
  [{ use: 'http', url: 'u', model: 'm', key: 'k' }],
])('refuses %j', async (body) => {
  expect((await put(body)).status).toBe(400)
})

it('is opened again at the next start; where it is away the memory answers all the same', async () => {
  const home = mkdtempSync(join(tmpdir(), 'macaron-embeddings-'))
  const complaints: unknown[] = []
  const open = async () => value(await openHouse({ home, complain: (error) => complaints.push(error) }))
  let house = await open()
  const setting = { use: 'http', url: 'http://127.0.0.1:9/', model: 'tiny' }
  value(await house.store.settings.set(house.person, 'embedder', JSON.stringify(setting)))
  await house.close()
  house = await open()
  const from = { source: null, conversation: null, now: house.now('UTC'), language: 'en' as const }
  value(await house.memory.remember('My bike is blue', from))
  const { items } = await house.memory.recall('what colour is my bike?', { now: house.now('UTC'), language: 'en' })
  expect(items[0]!.text).toBe('My bike is blue')
  for (let left = 200; left > 0 && !complaints.length; left--) await new Promise((next) => setTimeout(next, 10))
  expect(String(complaints[0])).toContain('cannot be reached')
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

it('installs nothing without npm, and says so', async () => {
  const home = mkdtempSync(join(tmpdir(), 'macaron-embeddings-'))
  const installed = await installEncoder(home, () => {}, join(home, 'no-npm'))
  expect(installed).toMatchObject({ ok: false, error: { code: 'library-unfetched' } })
  rmSync(home, { recursive: true, force: true })
})
