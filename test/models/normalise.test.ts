/** Properties of what is sent, over conversations of every shape. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise, type Traits, tagger } from '../../src/models/normalise.ts'
import { collector, eventsOf } from '../../src/models/stream.ts'
import { type AnswerBlock, type ContentBlock, type InputMessage, MessagesRequest } from '../../src/models/wire.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 30 })
const marks = fc.option(fc.constant({ type: 'ephemeral' as const, ttl: '1h' as const }), { nil: undefined })
const textBlock = fc.record({ type: fc.constant('text' as const), text: words, cache_control: marks })
const picture = fc.constant({ type: 'image' as const, source: { type: 'base64' as const, media_type: 'image/png', data: 'AAAA' } })
const thought = fc.record({
  type: fc.constant('thinking' as const),
  thinking: words,
  signature: fc.constantFrom('macaron.mine.abc', 'macaron.other.abc', 'abc', ''),
})
const toolUse = fc.record({ type: fc.constant('tool_use' as const), id: fc.uuid(), name: fc.constant('Write'), input: fc.constant({}) })
const toolResult = fc.record({
  type: fc.constant('tool_result' as const),
  tool_use_id: fc.uuid(),
  content: fc.oneof(words, fc.array(fc.oneof(textBlock, picture), { maxLength: 2 })),
})
const message = fc.oneof(
  fc.record({
    role: fc.constant('user' as const),
    content: fc.oneof(words, fc.array(fc.oneof(textBlock, picture, toolResult), { maxLength: 4 })),
  }),
  fc.record({
    role: fc.constant('assistant' as const),
    content: fc.oneof(words, fc.array(fc.oneof(textBlock, thought, toolUse), { maxLength: 4 })),
  }),
  fc.record({ role: fc.constant('system' as const), content: words }),
)
const request = fc.record(
  {
    model: fc.constant('m'),
    max_tokens: fc.integer({ min: 1, max: 5000 }),
    messages: fc.array(message, { minLength: 1, maxLength: 8 }),
    system: fc.oneof(words, fc.array(textBlock, { maxLength: 2 })),
    tools: fc.array(
      fc.record({
        name: fc.constantFrom('Write', 'Read'),
        input_schema: fc.option(fc.constant({ type: 'object' as const }), { nil: undefined }),
        cache_control: marks,
      }),
      { maxLength: 3 },
    ),
    thinking: fc.constantFrom(
      { type: 'adaptive' as const },
      { type: 'enabled' as const, budget_tokens: 2000 },
      { type: 'disabled' as const },
    ),
    temperature: fc.double({ min: 0, max: 2, noNaN: true }),
    context_management: fc.constant({ edits: [] }),
  },
  { requiredKeys: ['model', 'max_tokens', 'messages'] },
) as fc.Arbitrary<MessagesRequest>

const all: Traits = { fields: null, images: true, documents: true, cacheMarks: true, ownTools: true, thinking: 'signed' }
const few: Traits = { fields: ['tools'], images: false, documents: false, cacheMarks: false, ownTools: false, thinking: 'none' }
const echo: Traits = { ...few, fields: ['tools', 'thinking'], thinking: 'echo' }
const traits = fc.constantFrom(all, few, echo)
const blocks = (one: InputMessage): ContentBlock[] => one.content as ContentBlock[]
const everyBlock = (made: MessagesRequest) => made.messages.flatMap(blocks)

describe('a request, normalised', () => {
  it('is one that the API takes, and what came in is not changed', () => {
    fc.assert(
      fc.property(request, traits, (asked, has) => {
        const before = structuredClone(asked)
        const made = normalise(asked, 'mine', has)
        expect(asked).toEqual(before)
        // Nothing may be left of a conversation of empty words; the API itself says so then.
        if (made.messages.length) expect(MessagesRequest.safeParse(JSON.parse(JSON.stringify(made))).success).toBe(true)
        for (const [i, one] of made.messages.entries()) {
          expect(one.role).not.toBe('system')
          expect(one.role).not.toBe(made.messages[i - 1]?.role)
          expect(blocks(one).length).toBeGreaterThan(0)
          const lastResult = blocks(one).findLastIndex(({ type }) => type === 'tool_result')
          expect(
            blocks(one)
              .slice(0, lastResult + 1)
              .every(({ type }) => type === 'tool_result'),
          ).toBe(true)
        }
      }),
    )
  })

  it('loses no word of anybody, and says nothing twice', () => {
    fc.assert(
      fc.property(request, traits, (asked, has) => {
        const said = (made: MessagesRequest) =>
          made.messages
            .flatMap(({ content }) =>
              typeof content === 'string' ? [content] : content.flatMap((one) => (one.type === 'text' ? [one.text] : [])),
            )
            .filter(Boolean)
        const made = said(normalise(asked, 'mine', has)).map((text) => text.replace(/^<system-note>\n([\s\S]*)\n<\/system-note>$/, '$1'))
        const notes = asked.messages.flatMap(({ content }) =>
          typeof content === 'string' ? [] : content.filter(({ type }) => type === 'image'),
        )
        const own = made.filter((text) => !text.startsWith('[A picture was here'))
        expect(own.toSorted()).toEqual(said(asked).toSorted())
        expect(made.length - own.length).toBe(has.images ? 0 : notes.length)
      }),
    )
  })

  it('keeps thoughts that are its own, where it wants them, and no others', () => {
    fc.assert(
      fc.property(request, traits, (asked, has) => {
        const made = normalise(asked, 'mine', has)
        const kept = everyBlock(made).flatMap((one) => (one.type === 'thinking' ? [one] : []))
        const own = asked.messages
          .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
          .filter((one) => one.type === 'thinking' && one.signature === 'macaron.mine.abc')
        const signed = kept.filter(({ signature }) => signature === 'abc')
        expect(signed.length).toBe(has.thinking === 'none' ? 0 : own.length)
        expect(
          kept.every(({ thinking, signature }) => signature === 'abc' || (has.thinking === 'echo' && thinking === '' && signature === '')),
        ).toBe(true)
      }),
    )
  })

  it('has at most four marks, for five minutes, and none where they mean nothing', () => {
    fc.assert(
      fc.property(request, traits, (asked, has) => {
        const made = normalise(asked, 'mine', has)
        const marked = [...(Array.isArray(made.system) ? made.system : []), ...(made.tools ?? []), ...everyBlock(made)].flatMap(
          ({ cache_control }) => cache_control ?? [],
        )
        expect(has.cacheMarks || marked.length === 0).toBe(true)
        if (!has.cacheMarks) return
        expect(marked.length).toBeLessThanOrEqual(4)
        expect(marked.every((mark) => JSON.stringify(mark) === '{"type":"ephemeral"}')).toBe(true)
        if (made.messages.some(({ role }) => role === 'user')) expect(marked.length).toBeGreaterThan(0)
      }),
    )
  })

  it('has no field and no tool that the provider does not know', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const made = normalise(asked, 'mine', few)
        expect(
          Object.keys(made).filter((name) => !['model', 'max_tokens', 'messages', 'stream', 'system', 'tools'].includes(name)),
        ).toEqual([])
        expect((made.tools ?? []).every(({ input_schema }) => input_schema)).toBe(true)
      }),
    )
  })

  it('does not think on from tools that were used without a thought of its own', () => {
    const used: MessagesRequest = {
      ...{ model: 'm', max_tokens: 9000, thinking: { type: 'enabled', budget_tokens: 2000 } },
      messages: [
        { role: 'user', content: 'x' },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'y', signature: 'macaron.other.abc' },
            { type: 'tool_use', id: 't', name: 'Write', input: {} },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't' }] },
      ],
    }
    expect(normalise(used, 'mine', all).thinking).toEqual({ type: 'disabled' })
    expect(normalise(used, 'other', all).thinking).toEqual({ type: 'enabled', budget_tokens: 2000 })
  })
})

describe('an answer on its way out', () => {
  it('comes back to its provider as it was, whatever it thought', () => {
    const answer = fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('thinking' as const), thinking: words, signature: fc.constantFrom('sig', '') }),
        fc.record({ type: fc.constant('redacted_thinking' as const), data: fc.constant('xyz') }),
        textBlock.filter(({ text }) => text !== '').map(({ text }) => ({ type: 'text' as const, text })),
      ),
      { minLength: 1, maxLength: 4 },
    ) as fc.Arbitrary<AnswerBlock[]>
    fc.assert(
      fc.property(answer, (content) => {
        const tag = tagger('mine')
        const made = collector()
        const message = {
          id: 'm',
          type: 'message' as const,
          role: 'assistant' as const,
          model: 'm',
          content,
          stop_reason: 'end_turn' as const,
          usage: { input_tokens: 1, output_tokens: 1 },
        }
        for (const event of eventsOf(message)) for (const out of tag(event)) made.add(out)
        const back: MessagesRequest = {
          model: 'm',
          max_tokens: 5,
          messages: [
            { role: 'user', content: 'x' },
            { role: 'assistant', content: made.message!.content },
          ],
        }
        const unmarked = { ...all, cacheMarks: false }
        expect(normalise(back, 'mine', unmarked).messages[1]!.content).toEqual(content)
        const elsewhere = normalise(back, 'other', unmarked).messages[1]?.content ?? []
        expect(elsewhere).toEqual(content.filter(({ type }) => type === 'text'))
      }),
    )
  })
})
