/** The gateway against servers that do what servers do. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/models/gateway.ts'
import { shortfall } from '../../src/models/problem.ts'
import { encodeEvent, eventsOf } from '../../src/models/stream.ts'
import type { StreamEvent } from '../../src/models/wire.ts'
import { asked, CLAUDE, type Home, type HomeOptions, KEY, openHome, servedBy } from './kit.ts'
import * as quirk from './quirks.ts'
import {
  messageOf,
  type Said,
  type Script,
  type ScriptedApi,
  type ScriptedOptions,
  scriptedApi,
  startStream,
  text,
  thinking,
  use,
} from './scripted.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

type Set = { api: ScriptedApi; home: Home; session: Session }
async function set(script: Script, options: HomeOptions = {}, scripted: ScriptedOptions = {}): Promise<Set> {
  const api = await scriptedApi(script, scripted)
  const home = await openHome({ ...options, file: { ...servedBy(api.url), ...options.file } })
  closing.push(api.close, home.close)
  return { api, home, session: home.models.open({ app: 'app00001', build: 'build001', step: 'draft' }) }
}

async function all(stream: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  const events: StreamEvent[] = []
  for await (const event of stream) events.push(event)
  return events
}
async function heard(session: Session): Promise<StreamEvent[]> {
  const streamed = await session.stream(asked({ stream: true }))
  if (!streamed.ok) throw new Error(streamed.error.code)
  return all(streamed.value)
}
const wordsIn = (events: readonly StreamEvent[]) =>
  events.map((event) => (event.type === 'content_block_delta' && event.delta.type === 'text_delta' ? event.delta.text : '')).join('')
const spent = async (home: Home) => (await home.models.costs()).total

describe('a request', () => {
  it('is answered whole, with its tools, and priced', async () => {
    const { session, home, api } = await set([
      {
        content: [text('On it.'), use('Write', { path: 'a.ts' }, 't1')],
        usage: { input_tokens: 100, output_tokens: 50, cache_read_input_tokens: 1000 },
      },
    ])
    const done = await session.complete(asked())
    expect(done).toMatchObject({
      ok: true,
      value: { stop_reason: 'tool_use', content: [{ text: 'On it.' }, { name: 'Write', input: { path: 'a.ts' } }] },
    })
    // 100 * 2 + 50 * 10 + 1000 * 0.2 dollars a million
    expect((await spent(home)).dollars).toBeCloseTo(0.0009, 9)
    expect(api.requests[0]!.headers['x-api-key']).toBe(KEY)
  })

  it('comes in the very events of the provider', async () => {
    const { session } = await set(['Word for word.'])
    const events = await heard(session)
    expect(events.map(({ type }) => type)).toEqual([
      ...['message_start', 'content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop'],
    ])
    expect(wordsIn(events)).toBe('Word for word.')
  })

  it('passes through however its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3000 }), { maxLength: 6 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        async (cuts, words) => {
          const said: Said = {
            async raw(response, request) {
              startStream(response)
              const bytes = Buffer.from([...eventsOf(messageOf({ content: [text(`.${words}`)] }, request, 0))].map(encodeEvent).join(''))
              const at = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length]
              for (const [i, to] of at.slice(1).entries()) {
                response.write(bytes.subarray(at[i], to))
                await new Promise((done) => setImmediate(done))
              }
              response.end()
            },
          }
          const { session } = await set([said])
          expect(wordsIn(await heard(session))).toBe(`.${words}`)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('tells a cut answer and a refusal from a whole one', async () => {
    const { session } = await set([
      { content: [text('And then')], stop_reason: 'max_tokens' },
      { content: [text('I will not.')], stop_reason: 'refusal' },
      'Whole.',
    ])
    const codes = []
    for (let i = 0; i < 3; i++) {
      const done = await session.complete(asked())
      codes.push(done.ok ? (shortfall(done.value)?.code ?? null) : done.error.code)
    }
    expect(codes).toEqual(['answer-cut', 'answer-refused', null])
  })

  it.each([
    ['no message', { model: CLAUDE, max_tokens: 5, messages: [] }, 'model-request-refused'],
    ['an unknown block', asked({ messages: [{ role: 'user', content: [{ type: 'hologram' } as never] }] }), 'model-request-refused'],
    ['no such model', asked({ model: 'nobody-1' }), 'model-unknown'],
    ['text', 'hello', 'model-request-refused'],
  ])('is refused before it is sent: %s', async (_, request, code) => {
    const { session, api } = await set([])
    expect(await session.stream(request)).toMatchObject({ ok: false, error: { code } })
    expect(api.requests).toEqual([])
  })

  it('needs a key, of the environment or of its file', async () => {
    const { session, home } = await set(['Hello.'], { env: {} })
    expect(await session.complete(asked())).toMatchObject({
      error: { code: 'model-keyless', values: { provider: 'anthropic', name: 'ANTHROPIC_API_KEY' } },
    })
    const { keepKey } = await import('../../src/models/keys.ts')
    expect(keepKey(home.home, 'anthropic', `${KEY}\n`).ok).toBe(true)
    expect((await session.complete(asked())).ok).toBe(true)
  })

  it('may use only the models of its session, until that is closed', async () => {
    const { home } = await set(['Hello.'])
    const session = home.models.open({ step: 'ask', models: ['deepseek-flash'] })
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'model-forbidden' } })
    expect((await session.complete(asked({ model: 'deepseek-flash' }))).ok).toBe(true)
    session.close()
    expect(await session.complete(asked({ model: 'deepseek-flash' }))).toMatchObject({ error: { code: 'model-cancelled' } })
  })
})

describe('a failure before the first event', () => {
  it.each<[string, Said]>([
    ['529', quirk.overloaded],
    ['500', quirk.failing],
    ['a page of a proxy', quirk.webPage],
    ['a hang-up', quirk.hangsUp],
    ['an empty body', quirk.empty],
  ])('is tried again, later each time: %s', async (_, said) => {
    const { session, home, api } = await set([said, said, 'There.'])
    expect(wordsIn(await heard(session))).toBe('There.')
    expect(api.requests.length).toBe(3)
    expect(home.timers.waits.length).toBe(2)
    expect(home.timers.waits.every((ms, i) => ms <= 500 * 2 ** i)).toBe(true)
  })

  it('waits as long as it is asked to, and not for ever', async () => {
    const { session, home, api } = await set([quirk.limited('7'), 'There.', quirk.limited('3600')])
    expect((await session.complete(asked())).ok).toBe(true)
    expect(home.timers.waits[0]).toBeGreaterThanOrEqual(7000)
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'model-limited', retryAfter: 3_600_000 } })
    expect(api.requests.length).toBe(3)
  })

  it('ends after so many tries, and costs nothing', async () => {
    const { session, home, api } = await set(() => quirk.overloaded)
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'model-overloaded', type: 'overloaded_error' } })
    expect(api.requests.length).toBe(4)
    expect((await spent(home)).dollars).toBe(0)
  })

  it.each<[string, Said, string]>([
    ['a key that is refused', { error: 'authentication_error', message: 'invalid x-api-key' }, 'model-key-refused'],
    ['no credit', { error: 'billing_error' }, 'model-unpaid'],
    ['not allowed', { error: 'permission_error' }, 'model-forbidden'],
    ['no such model there', { error: 'not_found_error' }, 'model-unknown'],
    ['too large', { error: 'request_too_large' }, 'model-request-large'],
    ['malformed', { error: 'invalid_request_error' }, 'model-request-refused'],
  ])('is not tried again where that would not help: %s', async (_, said, code) => {
    const { session, api } = await set([said])
    expect(await session.complete(asked())).toMatchObject({ error: { code } })
    expect(api.requests.length).toBe(1)
  })

  it('says that nothing is there, where nothing is', async () => {
    const { home, api, session } = await set([])
    await api.close()
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'model-unreachable' } })
    expect(home.timers.waits.length).toBe(3)
  })
})

describe('a failure after it', () => {
  it.each<[string, Said, string]>([
    ['an error event', quirk.failsMidway, 'model-overloaded'],
    ['a torn connection', quirk.cutMidway, 'answer-broken'],
    ['an early end', quirk.endsEarly, 'answer-broken'],
    ['malformed bytes', quirk.malformed, 'answer-garbled'],
  ])('ends the stream with an error and is never tried again: %s', async (_, said, code) => {
    const { session, home, api } = await set([said, 'Never said.'])
    const events = await heard(session)
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { code } })
    expect(events.filter(({ type }) => type === 'error').length).toBe(1)
    expect(events.length).toBeGreaterThan(2)
    expect(api.requests.length).toBe(1)
    // What it had said by then is paid for.
    expect((await spent(home)).dollars).toBeGreaterThan(0)
    expect((await spent(home)).tokens.input).toBe(20)
  })

  it('is a failure of the whole where the whole was asked for', async () => {
    const { session } = await set([quirk.cutMidway, quirk.wrongArguments])
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'answer-broken' } })
    expect(await session.complete(asked())).toMatchObject({ error: { code: 'answer-garbled' } })
  })
})

describe('a server that is no model of order', () => {
  it('may say kinds of things that nobody knows yet', async () => {
    const { session } = await set([quirk.fromTheFuture])
    expect(await session.complete(asked())).toMatchObject({ value: { content: [{ type: 'text', text: 'Known.' }] } })
  })
  it('may leave out what it does not count: it is estimated', async () => {
    const { session, home } = await set([quirk.sparse])
    expect(await session.complete(asked())).toMatchObject({
      value: { stop_reason: 'end_turn', content: [{ text: 'Sparse, and enough.' }] },
    })
    const { tokens } = await spent(home)
    expect(Math.min(tokens.input, tokens.output)).toBeGreaterThan(0)
  })
  it('may answer with the whole', async () => {
    const { session } = await set([quirk.wholeInstead])
    expect(wordsIn(await heard(session))).toBe('All at once.')
  })
  it('streams arguments that are no JSON as they came', async () => {
    const { session } = await set([quirk.wrongArguments])
    expect((await heard(session)).at(-1)).toMatchObject({ type: 'message_stop' })
  })
})

describe('time', () => {
  it.each<[string, Said, 'first' | 'idle' | 'whole']>([
    ['nobody answers', quirk.silent, 'first'],
    ['the first event never comes', quirk.stallsAtFirst, 'first'],
    ['it falls silent', quirk.stalls, 'idle'],
    ['it goes on for ever', quirk.stalls, 'whole'],
  ])('runs out: %s', async (_, said, kind) => {
    const { session, home, api } = await set([said])
    const streaming = session.stream(asked({ stream: true }))
    if (kind === 'first') await home.timers.fire(kind)
    const streamed = await streaming
    if (streamed.ok) {
      const reading = all(streamed.value)
      await home.timers.fire(kind)
      expect((await reading).at(-1)).toMatchObject({ error: { code: 'model-slow' } })
    } else expect(streamed).toMatchObject({ error: { code: 'model-slow', type: 'timeout_error' } })
    await until(() => api.left === 1)
  })

  it('of a slow reader is not the provider’s', async () => {
    const { session, home } = await set(['word '.repeat(500)])
    const streamed = await session.stream(asked({ stream: true }))
    if (!streamed.ok) throw new Error(streamed.error.code)
    let last: StreamEvent | undefined
    for await (const event of streamed.value) {
      last = event
      for (let i = 0; i < 3; i++) await new Promise((done) => setImmediate(done))
    }
    expect(last?.type).toBe('message_stop')
    expect((await spent(home)).requests).toBe(1)
  })
})

describe('who leaves', () => {
  it('ends the request upstream, and pays for what was said', async () => {
    const { session, home, api } = await set([quirk.stalls])
    const leaving = new AbortController()
    const streamed = await session.stream(asked({ stream: true }), { signal: leaving.signal })
    if (!streamed.ok) throw new Error(streamed.error.code)
    await streamed.value.next()
    await streamed.value.next()
    await streamed.value.next()
    leaving.abort()
    expect((await all(streamed.value)).at(-1)).toMatchObject({ type: 'error', error: { code: 'model-cancelled' } })
    await until(() => api.left === 1)
    expect((await spent(home)).tokens).toMatchObject({ input: 20 })
    expect((await spent(home)).tokens.output).toBeGreaterThan(0)
  })

  it('may just stop reading', async () => {
    const { session, home, api } = await set([quirk.stalls])
    const streamed = await session.stream(asked({ stream: true }))
    if (!streamed.ok) throw new Error(streamed.error.code)
    for await (const _ of streamed.value) break
    await until(() => api.left === 1)
    expect((await spent(home)).requests).toBe(1)
  })

  it('is not waited for between two tries', async () => {
    const { home, session, api } = await set(() => quirk.overloaded)
    const leaving = new AbortController()
    home.timers.waits.push = (...ms) => {
      leaving.abort()
      return ms.length
    }
    expect(await session.complete(asked(), { signal: leaving.signal })).toMatchObject({ error: { code: 'model-cancelled' } })
    expect(api.requests.length).toBe(1)
  })
})

describe('thoughts', () => {
  it('go back to who had them, and to nobody else', async () => {
    const { session, api } = await set([
      { content: [thinking('Let me see.', 'sig-a'), use('Read', { path: 'a' }, 't1')] },
      'Seen.',
      'Seen, elsewhere.',
    ])
    const first = await session.complete(asked({ thinking: { type: 'adaptive' } }))
    if (!first.ok) throw new Error(first.error.code)
    const told = [
      { role: 'user' as const, content: 'Hello' },
      { role: 'assistant' as const, content: first.value.content },
      { role: 'user' as const, content: [{ type: 'tool_result' as const, tool_use_id: 't1', content: 'text' }] },
    ]
    await session.complete(asked({ messages: told, thinking: { type: 'adaptive' } }))
    await session.complete(asked({ messages: told, model: 'deepseek-flash' }))
    expect(api.requests[1]!.body.messages[1]!.content).toMatchObject([
      { type: 'thinking', thinking: 'Let me see.', signature: 'sig-a' },
      { type: 'tool_use' },
    ])
    // DeepSeek wants a thought before each use of a tool, an empty one too.
    expect(api.requests[2]!.body.messages[1]!.content).toMatchObject([
      { type: 'thinking', thinking: '', signature: '' },
      { type: 'tool_use' },
    ])
    expect(JSON.stringify(api.requests[2]!.body)).not.toContain('Let me see')
  })
})

const until = async (met: () => boolean) => {
  for (let i = 0; i < 5000 && !met(); i++) await new Promise((done) => setImmediate(done))
  expect(met()).toBe(true)
}
