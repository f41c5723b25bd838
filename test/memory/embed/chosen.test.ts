/** A chosen embedder, behind a real server: embedding in the background, resumed after a stop, and never in the way. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ids } from '../../../src/base/ids.ts'
import { ok } from '../../../src/base/result.ts'
import { seeded } from '../../../src/base/rng.ts'
import type { ConversationId, EventId, MemoryId } from '../../../src/events.ts'
import { builtinEmbedder } from '../../../src/memory/embed/builtin.ts'
import { openHttpEmbedder } from '../../../src/memory/embed/http.ts'
import { type ChosenEmbedder, openMemory } from '../../../src/memory/memory.ts'
import type { KeptVector } from '../../../src/memory/recall/chosen.ts'
import { recallWeights } from '../../../src/memory/recall/weights.ts'
import { type Item, PRIVACY_CLASSES } from '../../../src/memory/types.ts'
import { value } from '../../store/store.contract.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 as const }
const DIMENSION = 96
const FORTY = Array.from({ length: 150 }, (_, i) => `Remember box ${i} holds ${['rope', 'paint', 'seeds', 'wool'][i % 4]} number ${i}`)

/** What a server knows that words do not: these two mean the same. */
const MEANT = [/zumbrel/, /what do I blow at dawn/]
function vectorOf(text: string, salt: number): number[] {
  const key = MEANT.some((one) => one.test(text)) ? 'dawn horn' : text
  const rng = seeded([...key].reduce((sum, char) => Math.imul(sum, 31) + char.codePointAt(0)!, salt) >>> 0)
  // As encoders do, everything is a little like everything else.
  return Array.from({ length: DIMENSION }, () => rng.next() - 0.2)
}

let server: Server
let url: string
let asked: string[]
let state: { away: boolean; most: number; salt: number; wait: Promise<void> | null }
beforeEach(async () => {
  asked = []
  state = { away: false, most: Number.POSITIVE_INFINITY, salt: 1, wait: null }
  server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    await state.wait
    const { input } = JSON.parse(body) as { input: string[] }
    if (state.away || asked.length + input.length > state.most) return void response.writeHead(503).end()
    asked.push(...input)
    response.end(JSON.stringify({ data: input.map((text, index) => ({ index, embedding: vectorOf(text, state.salt) })) }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/embeddings`
})
afterEach(() => new Promise((closed) => server.close(closed)))

const embedder = async (model = 'one', classes = PRIVACY_CLASSES.filter((one) => one !== 'secret')): Promise<ChosenEmbedder> => ({
  embedder: value(await openHttpEmbedder({ url, model })),
  classes: new Set(classes),
})

function scratch() {
  const items = new Map<MemoryId, Item>()
  const rows = new Map<string, KeptVector & { model: string }>()
  const newId = ids({ now: () => Date.parse('2026-11-27T10:00:00Z') }, seeded(9))
  const open = (chosen: ChosenEmbedder | null = null) =>
    openMemory({
      episodes: { change: async () => ok(undefined), all: async () => [] },
      items: {
        async change({ put = [], remove = [] }) {
          for (const id of remove) items.delete(id)
          for (const item of put) items.set(item.id, item)
          return ok(undefined)
        },
        all: async () => [...items.values()],
      },
      past: { byConversation: async () => [], byType: async () => [] },
      clock: { now: () => Date.parse('2026-11-27T10:00:00Z') },
      newId,
      weights: recallWeights,
      embedder: () => value(builtinEmbedder()),
      chosen: {
        embedder: async () => chosen,
        vectors: {
          all: async (model) => [...rows.values()].filter((row) => row.model === model),
          async put(model, list) {
            for (const row of list) rows.set(`${model} ${row.id}`, { ...row, model })
            return ok(undefined)
          },
          async remove(gone) {
            for (const [key, { id }] of rows) if (gone.includes(id)) rows.delete(key)
            return ok(undefined)
          },
          async keepOnly(model) {
            for (const [key, row] of rows) if (row.model !== model) rows.delete(key)
            return ok(undefined)
          },
        },
      },
    })
  return { items, rows, open }
}
type Engine = ReturnType<ReturnType<typeof scratch>['open']>
const keep = async (engine: Engine, text: string) =>
  value(await engine.remember(text, { source: null, conversation: null, now, language: 'en' }))
const recalled = async (engine: Engine, text: string) =>
  (await engine.recall(text, { now, language: 'en', unmarked: true })).items.map((one) => one.text)
async function until(test: () => Promise<boolean> | boolean) {
  for (let left = 1000; left > 0; left--) {
    if (await test()) return
    await new Promise((next) => setTimeout(next, 5))
  }
  throw new Error('it never came to that')
}
const ready = (engine: Engine) => until(async () => (await engine.embedding())?.ready === true)

it('takes over when everything has its vector, finds by its meaning, and every vector has its model and dimension', async () => {
  const home = scratch()
  const engine = home.open()
  for (const text of FORTY.slice(0, 30)) await keep(engine, text)
  await keep(engine, 'The zumbrel hangs in the hall')
  expect(await recalled(engine, 'what do I blow at dawn')).not.toContain('The zumbrel hangs in the hall')
  value(await engine.embedWith(await embedder()))
  await ready(engine)
  expect(await recalled(engine, 'what do I blow at dawn')).toContain('The zumbrel hangs in the hall')
  expect(home.rows.size).toBe(home.items.size)
  for (const row of home.rows.values()) expect([row.model, row.vector.length]).toEqual(['http-one', DIMENSION])
  // What is told now is embedded too, and what is changed anew.
  value(await engine.takeIn({ event: 'event1' as EventId, conversation: 'c1' as ConversationId, text: 'I keep bees', now, language: 'en' }))
  await until(async () => (await engine.embedding())?.left === 0)
  expect(asked.some((text) => text.includes('bees'))).toBe(true)
  value(await engine.embedWith(null))
  expect(home.rows.size).toBe(0)
  expect(await engine.embedding()).toBeNull()
  await engine.close()
})

it('goes on where it was cut off: no text is asked for twice, and search answers meanwhile', async () => {
  const home = scratch()
  const first = home.open()
  for (const text of FORTY) await keep(first, text)
  state.most = 1 + 100
  value(await first.embedWith(await embedder()))
  await until(async () => (await first.embedding())?.failure?.code === 'embedder-refused')
  expect(await first.embedding()).toMatchObject({ model: 'http-one', ready: false, failure: { code: 'embedder-refused' } })
  expect((await recalled(first, 'what does box 17 hold?'))[0]).toContain('box 17')
  const had = home.rows.size
  expect(had).toBe(64)
  // Killed: nothing is closed, only what was kept is left.
  state.most = Number.POSITIVE_INFINITY
  const second = home.open(await embedder())
  expect((await recalled(second, 'what does box 17 hold?'))[0]).toContain('box 17')
  await ready(second)
  expect(home.rows.size).toBe(FORTY.length)
  const passages = asked.filter((text) => text.startsWith('Remember box'))
  expect(passages.length).toBe(new Set(passages).size)
  for (const engine of [first, second]) await engine.close()
})

it('changes to another model in the background; the old one answers until then, and its vectors go', async () => {
  const home = scratch()
  const engine = home.open()
  for (const text of FORTY.slice(0, 20)) await keep(engine, text)
  await keep(engine, 'The zumbrel hangs in the hall')
  value(await engine.embedWith(await embedder()))
  await ready(engine)
  const other = await embedder('two')
  let goOn = () => {}
  state.wait = new Promise((resolve) => {
    goOn = resolve
  })
  value(await engine.embedWith(other))
  expect(await engine.embedding()).toMatchObject({ model: 'http-two', ready: false })
  goOn()
  expect(await recalled(engine, 'what do I blow at dawn')).toContain('The zumbrel hangs in the hall')
  await ready(engine)
  expect(new Set([...home.rows.values()].map(({ model }) => model))).toEqual(new Set(['http-two']))
  await engine.close()
})

it('keeps no vector of what was forgotten while it was embedded, and sends no class that may not be sent', async () => {
  const home = scratch()
  const engine = home.open()
  const gone = await keep(engine, 'The zumbrel hangs in the hall')
  const stays = await keep(engine, 'My bike is blue')
  const guarded = value(await engine.correct((await keep(engine, 'My insulin is in the fridge')).id, { privacy: 'health' }))
  const chosen = await embedder('one', ['open', 'personal'])
  let goOn = () => {}
  state.wait = new Promise((resolve) => {
    goOn = resolve
  })
  value(await engine.embedWith(chosen))
  value(await engine.forget([gone.id], []))
  goOn()
  await ready(engine)
  expect([...home.rows.values()].map(({ id }) => id)).toEqual([stays.id])
  expect(asked.join()).not.toContain('insulin')
  expect(await recalled(engine, 'where is my insulin?')).toContain(guarded.text)
  await engine.close()
})

it('refuses vectors that no index takes, in a sentence', async () => {
  const engine = scratch().open()
  const wide = { ...(await embedder()).embedder, dimension: 3072 }
  expect(await engine.embedWith({ embedder: wide, classes: new Set(PRIVACY_CLASSES) })).toMatchObject({
    ok: false,
    error: { code: 'embedder-dimension' },
  })
  await engine.close()
})
