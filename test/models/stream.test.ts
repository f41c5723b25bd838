import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incoming } from '../../src/models/providers/incoming.ts'
import { collector, eventsOf } from '../../src/models/stream.ts'
import { type AnswerBlock, MessagesResponse, StreamEvent } from '../../src/models/wire.ts'
import { scriptedApi, text, use } from './scripted.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 200 })
const answerBlock: fc.Arbitrary<AnswerBlock> = fc.oneof(
  words.map((said): AnswerBlock => ({ type: 'text', text: said })),
  fc
    .record({ thinking: words, signature: fc.string({ minLength: 1, maxLength: 20 }) })
    .map((one): AnswerBlock => ({ type: 'thinking', ...one })),
  fc
    .record({ id: fc.uuid(), name: fc.constantFrom('Read', 'Write', 'ask'), input: fc.dictionary(fc.string(), fc.jsonValue()) })
    .map((one): AnswerBlock => ({ type: 'tool_use', ...one, input: JSON.parse(JSON.stringify(one.input)) })),
)

describe('a message and its stream', () => {
  it('is put together again as it was, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(answerBlock, { maxLength: 5 }), fc.integer({ min: 1, max: 60 }), (content, piece) => {
        const message = {
          ...{ id: 'msg_1', type: 'message' as const, role: 'assistant' as const, model: 'm', content },
          ...{ stop_reason: 'end_turn' as const, stop_sequence: null, usage: { input_tokens: 3, output_tokens: 9 } },
        }
        const made = collector()
        for (const event of eventsOf(message, piece)) made.add(StreamEvent.parse(JSON.parse(JSON.stringify(event))))
        expect(made.message).toEqual(message)
        expect(made.unreadable).toEqual([])
      }),
    )
  })

  it('says which tool it could not read the arguments of', () => {
    const made = collector()
    const start = { id: 'm', type: 'message' as const, role: 'assistant' as const, model: 'm', content: [], stop_reason: null }
    made.add({ type: 'message_start', message: { ...start, usage: { input_tokens: 1, output_tokens: 0 } } })
    made.add({ type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 't', name: 'Write', input: {} } })
    made.add({ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '{"path": "a' } })
    made.add({ type: 'content_block_stop', index: 0 })
    expect(made.unreadable).toEqual(['Write'])
  })
})

describe('what a server streams', () => {
  it('is passed over where it is an object that is no text and no number', () => {
    const { read } = incoming()
    const odd = { toString: 1, valueOf: 1 }
    const message = { id: 'm', usage: { input_tokens: odd, output_tokens: 3 } }
    expect(read(JSON.stringify({ type: 'message_start', message })).events).toMatchObject([
      { message: { usage: { input_tokens: 0, output_tokens: 3 } } },
    ])
    for (const type of ['content_block_start', 'content_block_delta'])
      expect(read(JSON.stringify({ type, index: 0, delta: { type: odd }, content_block: { type: odd } }))).toEqual({ events: [] })
  })
})

describe('the scripted server', () => {
  const asked = { model: 'any', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }] }
  const post = (url: string, body: unknown) => fetch(`${url}/v1/messages`, { method: 'POST', body: JSON.stringify(body) })

  it('says its script, whole and streamed, and then that it has ended', async () => {
    const api = await scriptedApi([{ content: [text('On it.'), use('Write', { path: 'a.ts' })] }, 'Done.'])
    const whole = MessagesResponse.parse(await (await post(api.url, asked)).json())
    expect([whole.stop_reason, whole.content.map(({ type }) => type)]).toEqual(['tool_use', ['text', 'tool_use']])
    const sse = await (await post(api.url, { ...asked, stream: true })).text()
    expect(sse).toContain('event: message_stop')
    expect((await post(api.url, asked)).status).toBe(400)
    expect(api.requests.map(({ body }) => body.stream ?? false)).toEqual([false, true, false])
    await api.close()
  })
})
