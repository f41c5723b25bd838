/** What every provider must do, whatever its server is like. `open` gives it in front of a server that says the script. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/models/problem.ts'
import type { Provider } from '../../src/models/providers/provider.ts'
import { collector } from '../../src/models/stream.ts'
import type { AnswerBlock, CountRequest, MessagesRequest, StreamEvent } from '../../src/models/wire.ts'
import { KEY } from './kit.ts'
import { type Answer, text, use } from './scripted.ts'

export type Opened = {
  provider: Provider
  /** What the server got; empty where there is none. */
  received(): { body: MessagesRequest; headers: Record<string, unknown> }[]
  close(): Promise<void>
}

const call = (signal = new AbortController().signal) => ({ key: KEY, signal })
const hello: MessagesRequest = { model: 'm', max_tokens: 500, messages: [{ role: 'user', content: 'Hello' }] }

type Heard = { events: StreamEvent[]; end: Problem | null }
async function heard(provider: Provider, request: MessagesRequest, signal?: AbortSignal): Promise<Heard> {
  const stream = provider.send(await provider.prepare(request), call(signal))
  const events: StreamEvent[] = []
  for (;;) {
    const { done, value } = await stream.next()
    if (done) return { events, end: value }
    events.push(value)
  }
}
const together = ({ events }: Heard) => {
  const made = collector()
  for (const event of events) made.add(event)
  return made.message
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
const blocks: fc.Arbitrary<AnswerBlock[]> = fc.array(
  fc.oneof(
    words.map((said) => text(said)),
    fc
      .tuple(fc.constantFrom('Read', 'Write'), fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }))
      .map(([name, input]) => use(name, JSON.parse(JSON.stringify(input)))),
  ),
  { minLength: 1, maxLength: 4 },
)

export function providerContract(name: string, open: (script: (request: MessagesRequest) => Answer) => Promise<Opened>) {
  describe(`${name} as a provider`, () => {
    const closing: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0)) await close()
    })
    const opened = async (script: (request: MessagesRequest) => Answer) => {
      const one = await open(script)
      closing.push(one.close)
      return one
    }

    it('streams what was said, whatever it was, and ends whole', async () => {
      let said: AnswerBlock[] = []
      const { provider } = await opened(() => ({ content: said }))
      await fc.assert(
        fc.asyncProperty(blocks, async (content) => {
          said = content
          const all = await heard(provider, hello)
          expect(all.end).toBeNull()
          expect(all.events.at(-1)?.type).toBe('message_stop')
          expect(together(all)?.content).toEqual(content)
          expect(together(all)?.usage.output_tokens).toBeGreaterThan(0)
        }),
        { numRuns: 20 },
      )
    })

    it('gives reasons to stop as they are', async () => {
      for (const stop_reason of ['max_tokens', 'refusal', 'stop_sequence'] as const) {
        const { provider } = await opened(() => ({ content: [text('So')], stop_reason }))
        expect(together(await heard(provider, hello))?.stop_reason).toBe(stop_reason)
      }
    })

    it('takes what another provider took before it', async () => {
      const { provider, received } = await opened(() => ({ content: [text('Fine.')] }))
      const request: MessagesRequest = {
        ...hello,
        system: [{ type: 'text', text: 'Build.', cache_control: { type: 'ephemeral', ttl: '1h' } }],
        tools: [
          { name: 'Write', input_schema: { type: 'object' }, defer_loading: true },
          { name: 'Later', description: 'a placeholder' },
        ],
        tool_choice: { type: 'tool', name: 'Later' },
        thinking: { type: 'adaptive' },
        messages: [
          { role: 'user', content: 'Hello' },
          {
            role: 'assistant',
            content: [{ type: 'thinking', thinking: 'secretly', signature: 'macaron.elsewhere.sig' }, use('Write', {}, 't1')],
          },
          { role: 'system', content: 'The clock struck.' },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: 'written' }] },
        ],
      }
      expect((await heard(provider, request)).end).toBeNull()
      for (const { body } of received()) {
        expect(body.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
        expect(JSON.stringify(body)).not.toMatch(/secretly|elsewhere|Later/)
        // The result of a tool comes first, and what the system said is still there.
        expect(body.messages[2]!.content).toMatchObject([
          { type: 'tool_result' },
          { type: 'text', text: expect.stringContaining('The clock struck.') },
        ])
        expect(body.messages[2]!.content.length).toBe(2)
      }
    })

    it('ends when it is given up, before and after it has begun', async () => {
      const { provider } = await opened(() => ({ content: [text('word '.repeat(400))] }))
      const gone = new AbortController()
      gone.abort()
      expect((await heard(provider, hello, gone.signal)).end?.code).toBe('model-cancelled')
      const leaving = new AbortController()
      const stream = provider.send(await provider.prepare(hello), call(leaving.signal))
      await stream.next()
      leaving.abort()
      let next = await stream.next()
      while (!next.done) next = await stream.next()
      expect(next.value === null || next.value.code === 'model-cancelled').toBe(true)
    })

    it('counts, or says that it cannot', async () => {
      const { provider } = await opened(() => ({ content: [text('x')] }))
      const count = async (request: CountRequest) => provider.count(await provider.prepare({ ...request, max_tokens: 1 }), call())
      const short = await count(hello)
      const long = await count({ ...hello, messages: [{ role: 'user', content: 'Hello '.repeat(500) }] })
      expect(short === null ? long : long! > short).toBe(short === null ? null : true)
    })
  })
}
