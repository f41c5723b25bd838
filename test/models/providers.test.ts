import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import { anthropic } from '../../src/models/providers/anthropic.ts'
import type { Wiring } from '../../src/models/providers/compatible.ts'
import { deepseek } from '../../src/models/providers/deepseek.ts'
import { findLocal, local, lookAt } from '../../src/models/providers/local.ts'
import { offline } from '../../src/models/providers/offline.ts'
import type { Provider } from '../../src/models/providers/provider.ts'
import { systemTimers } from '../../src/models/timers.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import { KEY } from './kit.ts'
import { type Opened, providerContract } from './provider.contract.ts'
import { type Answer, type ScriptedOptions, scriptedApi, text } from './scripted.ts'

const around = { limits: { connect: 5_000, first: 5_000, idle: 5_000, whole: 20_000 }, timers: systemTimers, clock: systemClock }
const wiring = (name: string, url: string): Wiring => ({ name, url, ...around })

/** A provider in front of a scripted server. */
const served =
  (make: (url: string) => Provider, options: ScriptedOptions = {}) =>
  async (script: (request: MessagesRequest) => Answer): Promise<Opened> => {
    const api = await scriptedApi(script, options)
    return { provider: make(api.url), received: () => api.requests, close: api.close }
  }

/** What servers of one's own answer besides the API. */
const OLLAMA = { '/api/version': { version: '0.14.2' }, '/v1/models': { data: [{ id: 'qwen3' }, { id: 'gemma3' }] } }
const LLAMA = { '/props': { default_generation_settings: {} }, '/v1/models': { data: [{ id: 'loaded.gguf' }] } }
const STUDIO = { '/api/v0/models': { data: [] }, '/v1/models': { data: [{ id: { toString: 1 } }, { id: 'studio-model' }] } }

providerContract(
  'anthropic',
  served((url) => anthropic(wiring('anthropic', url))),
)
providerContract(
  'deepseek',
  served((url) => deepseek(wiring('deepseek', url))),
)
for (const [flavour, pages] of Object.entries({ ollama: OLLAMA, 'llama.cpp': LLAMA, 'lm-studio': STUDIO, other: {} }))
  providerContract(
    `local (${flavour})`,
    served((url) => local(wiring('local', url), () => null), { pages, count: flavour === 'llama.cpp' ? undefined : null }),
  )
providerContract('offline', async (script) => ({
  provider: offline('offline', () => (request) => script(request), ids(systemClock, seeded(3))),
  received: () => [],
  close: async () => {},
}))

const hello: MessagesRequest = {
  ...{
    model: 'local',
    max_tokens: 100,
    system: 'Be brief.',
    temperature: 1.5,
    metadata: { user_id: 'x' },
    tool_choice: { type: 'any' as const },
  },
  tools: [{ name: 'Write', input_schema: { type: 'object' } }],
  messages: [{ role: 'user', content: 'Hello' }],
}
/** What a server got of one request, by name of the provider. */
async function got(make: (url: string) => Provider, request: MessagesRequest, pages = {}) {
  const api = await scriptedApi(['Hi.'], { pages })
  const provider = make(api.url)
  const stream = provider.send(await provider.prepare(request), { key: KEY, signal: new AbortController().signal, betas: 'memory' })
  while (!(await stream.next()).done);
  await api.close()
  return api.requests[0]!
}

describe('what each is sent', () => {
  it('Anthropic: its key in its own header, marks where a prefix ends', async () => {
    const { headers, body } = await got((url) => anthropic(wiring('anthropic', url)), hello)
    expect(headers).toMatchObject({ 'x-api-key': KEY, 'anthropic-version': '2023-06-01', 'anthropic-beta': 'memory' })
    expect(headers.authorization).toBeUndefined()
    expect(body).toMatchObject({
      system: [{ text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      tools: [{ name: 'Write', cache_control: { type: 'ephemeral' } }],
      messages: [{ content: [{ text: 'Hello', cache_control: { type: 'ephemeral' } }] }],
      ...{ temperature: 1, metadata: { user_id: 'x' }, tool_choice: { type: 'any' } },
    })
  })

  it('DeepSeek: a bearer and nothing else, no marks, no fields it does not know', async () => {
    const { headers, body } = await got((url) => deepseek(wiring('deepseek', url)), hello)
    expect(headers).toMatchObject({ authorization: `Bearer ${KEY}` })
    expect([headers['x-api-key'], headers['anthropic-beta'], body.metadata]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify(body)).not.toContain('cache_control')
  })

  it('a server of one’s own: the model it has, and no choice of tools where it has none', async () => {
    const ollama = await got((url) => local(wiring('local', url), () => null), hello, OLLAMA)
    expect(ollama.body).toMatchObject({ model: 'qwen3', tools: [{ name: 'Write' }] })
    expect([ollama.body.tool_choice, ollama.body.metadata]).toEqual([undefined, undefined])
    const named = await got((url) => local(wiring('local', url), () => null), { ...hello, model: 'local/gemma3' }, OLLAMA)
    expect(named.body.model).toBe('gemma3')
    const llama = await got((url) => local(wiring('local', url), () => null), { ...hello, tool_choice: { type: 'none' } }, LLAMA)
    expect(llama.body).toMatchObject({ model: 'loaded.gguf', tool_choice: { type: 'none' } })
    // Where “none” cannot be said, none are offered.
    const none = await got((url) => local(wiring('local', url), () => null), { ...hello, tool_choice: { type: 'none' } }, OLLAMA)
    expect(none.body.tools).toBeUndefined()
  })
})

describe('servers of one’s own', () => {
  it('are told apart, and only asked where somebody said they are', async () => {
    const [ollama, llama, studio] = await Promise.all([OLLAMA, LLAMA, STUDIO].map((pages) => scriptedApi([], { pages })))
    const stranger = createServer((_, response) => void response.writeHead(404).end('nothing here'))
    await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
    const strange = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`
    const found = await findLocal(around, [ollama!.url, strange, llama!.url, studio!.url])
    expect(found.map(({ flavour, models }) => [flavour, models[0]])).toEqual([
      ['ollama', 'qwen3'],
      ['llama.cpp', 'loaded.gguf'],
      ['lm-studio', 'studio-model'],
    ])
    expect(await lookAt(strange, null, around)).toBeNull()
    for (const api of [ollama!, llama!, studio!]) await api.close()
    stranger.close()
  })

  it('may come back as another after they were away', async () => {
    const api = await scriptedApi(['Hi.'], { pages: OLLAMA })
    const provider = local(wiring('local', api.url), () => null)
    const call = { key: null, signal: new AbortController().signal }
    const end = async () => {
      const stream = provider.send(await provider.prepare(hello), call)
      for (;;) {
        const { done, value } = await stream.next()
        if (done) return value?.code ?? null
      }
    }
    expect(await end()).toBeNull()
    await api.close()
    expect(await end()).toBe('model-unreachable')
  })
})

describe('a model that is a function', () => {
  it('that fails is a failure, and one that is not there is unknown', async () => {
    const broken = offline(
      'offline',
      () => () => {
        throw new Error('no rule for this')
      },
      ids(systemClock, seeded(1)),
    )
    const call = { key: null, signal: new AbortController().signal }
    expect((await broken.send(hello, call).next()).value).toMatchObject({ code: 'model-failed', values: { problem: 'no rule for this' } })
    const absent = offline('offline', () => undefined, ids(systemClock, seeded(1)))
    expect((await absent.send(hello, call).next()).value).toMatchObject({ code: 'model-unknown' })
  })
  it('says its text', async () => {
    const provider = offline(
      'offline',
      () =>
        async ({ messages }) => ({ content: [text(`You said ${JSON.stringify(messages[0]!.content)}.`)] }),
      ids(systemClock, seeded(1)),
    )
    const stream = provider.send(await provider.prepare(hello), { key: null, signal: new AbortController().signal })
    expect((await stream.next()).value).toMatchObject({ type: 'message_start' })
    await stream.return(null)
  })
})
