/**
 * What the gateway adds: the same requests straight to a server on loopback and through the gateway, by turns, so that
 * both meet the same machine. Client, gateway and server share one process, as the worst case; every request is priced
 * and booked in a real store.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../src/house.ts'
import { encodeEvent, eventsOf } from '../../src/models/stream.ts'
import type { MessagesResponse } from '../../src/models/wire.ts'
import { percentile, table } from '../index.ts'

const MODEL = 'claude-sonnet-5-5'
const ROUNDS = 300
const WARM = 50
const LONG_ROUNDS = 30
/** Deltas of the long stream. */
const EVENTS = 1000
const TOGETHER = 200

const agent = new http.Agent({ keepAlive: true, maxSockets: 1000 })
const BODY = { model: MODEL, max_tokens: 100, system: 'Build small apps. '.repeat(300), messages: [{ role: 'user', content: 'Hello' }] }

type Way = { url: string; key: string }
type Answered = { ms: number; events: number; whole: boolean }

export async function run() {
  const mock = await openMock()
  const home = mkdtempSync(join(tmpdir(), 'macaron-gateway-'))
  const file = { providers: { anthropic: { url: mock.url } }, budgets: { day: 1000, app: 1000, build: 1000 } }
  writeFileSync(join(home, 'models.json'), JSON.stringify(file))
  const opened = await openHouse({ home, env: { ANTHROPIC_API_KEY: 'sk-bench' } })
  if (!opened.ok) throw new Error(opened.error.message)
  const { models } = opened.value
  const session = models.open({ step: 'bench', app: 'app00001' })
  const ways = { straight: { url: mock.url, key: 'none' }, gateway: { url: await models.url(), key: session.token } }
  const inside = async (): Promise<Answered> => {
    const from = performance.now()
    const done = await session.complete({ ...BODY, stream: true })
    return { ms: performance.now() - from, events: 0, whole: done.ok }
  }
  try {
    const short = await byTurns(ROUNDS, {
      straight: () => ask(ways.straight, 1),
      gateway: () => ask(ways.gateway, 1),
      'gateway, in process': inside,
    })
    const long = await byTurns(LONG_ROUNDS, { straight: () => ask(ways.straight, EVENTS), gateway: () => ask(ways.gateway, EVENTS) })
    const crowd = await together(ways.gateway)
    return report(short, long, crowd)
  } finally {
    await opened.value.close()
    await mock.close()
    agent.destroy()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Milliseconds of each way, taken by turns after some that do not count. */
async function byTurns<K extends string>(rounds: number, ways: Record<K, () => Promise<Answered>>): Promise<Record<K, number[]>> {
  const names = Object.keys(ways) as K[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let round = -Math.min(WARM, rounds); round < rounds; round++)
    for (const name of names) {
      const { ms, whole } = await ways[name]()
      if (!whole) throw new Error(`${name} was not answered whole`)
      if (round >= 0) times[name].push(ms)
    }
  return times
}

async function together(way: Way) {
  const from = performance.now()
  const all = await Promise.allSettled(Array.from({ length: TOGETHER }, () => ask(way, 50)))
  const errors = all.filter((one) => one.status === 'rejected' || !one.value.whole).length
  return { streams: TOGETHER, errors, ms: performance.now() - from }
}

function report(
  short: Record<'straight' | 'gateway' | 'gateway, in process', number[]>,
  long: Record<'straight' | 'gateway', number[]>,
  crowd: Awaited<ReturnType<typeof together>>,
) {
  const at = (values: number[], p: number) => percentile(values, p)
  const two = (value: number) => value.toFixed(2)
  const against = (values: number[], base: number[], by = 1) =>
    [0.5, 0.95].map((p) => ({ ms: at(values, p), more: (at(values, p) - at(base, p)) / by, ratio: at(values, p) / at(base, p) }))
  const rows = [
    ['a request, straight', two(at(short.straight, 0.5)), two(at(short.straight, 0.95)), '', ''],
    ...(['gateway', 'gateway, in process'] as const).map((name) => {
      const [mid, high] = against(short[name], short.straight)
      return [`a request, ${name}`, two(mid!.ms), two(high!.ms), `${two(mid!.more)} / ${two(high!.more)}`, two(mid!.ratio)]
    }),
    [`${EVENTS} events, straight`, two(at(long.straight, 0.5)), two(at(long.straight, 0.95)), '', ''],
  ]
  const [mid, high] = against(long.gateway, long.straight, EVENTS)
  rows.push([
    `${EVENTS} events, gateway`,
    two(mid!.ms),
    two(high!.ms),
    `${mid!.more.toFixed(4)} / ${high!.more.toFixed(4)} an event`,
    two(mid!.ratio),
  ])
  const value = {
    request: {
      straight: against(short.straight, short.straight),
      gateway: against(short.gateway, short.straight),
      inProcess: against(short['gateway, in process'], short.straight),
    },
    event: { more: [mid!.more, high!.more] },
    together: crowd,
  }
  return {
    value,
    table: `${table(['', 'p50 ms', 'p95 ms', 'more, p50 / p95 ms', 'ratio'], rows)}\n\n${table(
      ['at once', 'errors', 'all done after'],
      [[`${crowd.streams} streams of 50 events`, crowd.errors, `${Math.round(crowd.ms)} ms`]],
    )}`,
  }
}

/** One streamed request; `pieces` is how many deltas the server is asked for, by the length of the user's message. */
function ask({ url, key }: Way, pieces: number): Promise<Answered> {
  const from = performance.now()
  const body = JSON.stringify({ ...BODY, stream: true, messages: [{ role: 'user', content: 'x'.repeat(pieces) }] })
  return new Promise((resolve, reject) => {
    const headers = { 'x-api-key': key, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = http.request(`${url}/v1/messages`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => {
        const events = text.split('event: content_block_delta').length - 1
        resolve({ ms: performance.now() - from, events, whole: events === pieces && text.includes('event: message_stop') })
      })
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** A Messages API that streams as many deltas as the last message has characters, each in a write of its own. */
async function openMock() {
  const server = http.createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += String(piece)
    const { messages } = JSON.parse(text) as { messages: { content: string | { text: string }[] }[] }
    const { content } = messages.at(-1)!
    const length = typeof content === 'string' ? content.length : content[0]!.text.length
    const message: MessagesResponse = {
      ...{ id: 'msg_bench', type: 'message', role: 'assistant', model: MODEL, stop_reason: 'end_turn' },
      content: [{ type: 'text', text: 'word'.repeat(length) }],
      usage: { input_tokens: 1200, output_tokens: length },
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    let written = 0
    for (const event of eventsOf(message, 4)) {
      response.write(encodeEvent(event))
      // As tokens come: not all in one go.
      if (++written % 20 === 0) await new Promise((done) => setImmediate(done))
    }
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
