/** Choosing an embedder, over HTTP and by its installation; the endpoint is a real server on this machine. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sentence } from '../../src/doors/messages.ts'
import { installEncoder, openEmbedder } from '../../src/embeddings.ts'
import { openHouse } from '../../src/house.ts'
import { E5_SMALL, type EncoderModel } from '../../src/memory/embed/transformers.ts'
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

describe('installing an encoder', () => {
  const scratch: string[] = []
  const newHome = () => scratch[scratch.push(mkdtempSync(join(tmpdir(), 'macaron-embeddings-'))) - 1]!
  afterAll(() => {
    for (const home of scratch) rmSync(home, { recursive: true, force: true })
  })
  const there = (home: string) => (readdirSync(home, { recursive: true }) as string[]).sort()
  const WEIGHTS = 'weights of a model'
  const modelAt = (source: string): EncoderModel => ({
    ...E5_SMALL,
    source,
    files: [
      { path: 'onnx/model_quantized.onnx', sha256: createHash('sha256').update(WEIGHTS).digest('hex'), bytes: WEIGHTS.length },
      { path: 'tokenizer.json', sha256: createHash('sha256').update('{}').digest('hex'), bytes: 2 },
    ],
  })
  const AWAY = modelAt('http://127.0.0.1:9/')
  /** A program that does what npm does here: a package of that name and version in the folder it is called in. */
  function npm(home: string): string {
    const program = join(home, 'npm')
    const library = `exports.env = {}
exports.pipeline = async () => async (texts) => ({ data: texts.flatMap((text) => Array.from({ length: 384 }, (_, i) => Math.cos(i * text.length))) })`
    writeFileSync(
      program,
      `#!/bin/sh
set -e
mkdir -p node_modules/@huggingface/transformers
cd node_modules/@huggingface/transformers
echo '{"name":"@huggingface/transformers","version":"3.8.0","main":"index.cjs"}' > package.json
cat > index.cjs <<'END'
${library}
END
`,
      { mode: 0o755 },
    )
    return program
  }
  const put = (home: string, path: string, text: string) => {
    const at = join(home, 'embeddings', 'e5-small', path)
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, text)
  }

  it('leaves everything as it was without npm, or without the model, and says in one sentence what to do', async () => {
    const home = newHome()
    const program = npm(newHome())
    for (const [encoder, code] of [
      [{ npm: join(home, 'no-npm'), model: AWAY }, 'library-unfetched'],
      [{ npm: '/bin/false', model: AWAY }, 'library-unfetched'],
      [{ npm: '/bin/true', model: AWAY }, 'library-unfetched'],
      [{ npm: program, model: AWAY }, 'download-failed'],
    ] as const) {
      const installed = await installEncoder(home, () => {}, encoder)
      expect(installed).toMatchObject({ ok: false, error: { code } })
      expect(there(home)).toEqual([])
      if (!installed.ok) expect(sentence(installed.error, 'ko')).not.toContain('{')
    }
    put(home, 'tokenizer.json', 'of my own')
    const before = there(home)
    expect((await installEncoder(home, () => {}, { npm: program, model: AWAY })).ok).toBe(false)
    expect(there(home)).toEqual(before)
  })

  it('takes files that were put there by hand, and finds by them', async () => {
    const home = newHome()
    put(home, 'onnx/model_quantized.onnx', WEIGHTS)
    put(home, 'tokenizer.json', '{}')
    expect(await installEncoder(home, () => {}, { npm: npm(newHome()), model: AWAY })).toEqual({ ok: true, value: null })
    // A second time nothing is fetched, the library neither.
    expect(await installEncoder(home, () => {}, { npm: '/bin/false', model: AWAY })).toEqual({ ok: true, value: null })
    const house = value(await openHouse({ home }))
    const opened = value(await openEmbedder(house, { use: 'e5-small' }))!
    expect([opened.embedder.id, opened.embedder.dimension]).toEqual(['e5-small-761b726d', 384])
    value(await house.memory.remember('My bike is blue', { source: null, conversation: null, now: house.now('UTC'), language: 'en' }))
    value(await house.memory.embedWith(opened))
    for (let left = 400; left > 0 && !(await house.memory.embedding())?.ready; left--) await new Promise((next) => setTimeout(next, 10))
    expect(await house.memory.embedding()).toMatchObject({ left: 0, ready: true, failure: null })
    await house.close()
  })

  it('takes the place of a library that is there in another version', async () => {
    const home = newHome()
    put(home, 'onnx/model_quantized.onnx', WEIGHTS)
    put(home, 'tokenizer.json', '{}')
    const old = join(home, 'embeddings', 'node_modules', '@huggingface', 'transformers')
    mkdirSync(old, { recursive: true })
    writeFileSync(join(old, 'package.json'), '{"name":"@huggingface/transformers","version":"2.0.0"}')
    value(await installEncoder(home, () => {}, { npm: npm(newHome()), model: AWAY }))
    expect(readFileSync(join(old, 'package.json'), 'utf8')).toContain('3.8.0')
    expect(there(home).filter((name) => name.includes('old') || name.includes('.library'))).toEqual([])
  })
})
