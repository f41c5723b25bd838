import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SseMessage, sseParser } from '../../src/models/sse.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const end = fc.constantFrom('\n', '\r\n', '\r')
const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll(/[\r\n\uFEFF]/g, ''))

/** A stream and the messages in it, written in any of the ways that the standard allows. */
const written = fc.array(
  fc.record({
    event: fc.constantFrom('', 'ping', 'content_block_delta'),
    data: fc.array(line, { minLength: 1, maxLength: 3 }),
    end,
    comment: fc.boolean(),
    space: fc.boolean(),
  }),
  { maxLength: 6 },
)
const textOf = (all: typeof written extends fc.Arbitrary<infer T> ? T : never): string =>
  all
    .map(({ event, data, end, comment, space }) =>
      [
        ...(comment ? [': a comment'] : []),
        ...(event ? [`event:${space ? ' ' : ''}${event}`] : []),
        // Without a space before it, a leading space of the data would be taken for it.
        ...data.map((one) => `data:${space || one.startsWith(' ') ? ' ' : ''}${one}`),
        '',
        '',
      ].join(end),
    )
    .join('')
const meant = (all: typeof written extends fc.Arbitrary<infer T> ? T : never): SseMessage[] =>
  all.map(({ event, data }) => ({ event: event || 'message', data: data.join('\n') }))

function parsedIn(stream: Uint8Array, cuts: number[]): SseMessage[] {
  const parser = sseParser()
  const at = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length]
  return at.slice(1).flatMap((to, i) => parser.push(stream.subarray(at[i], to)))
}

describe('the parser of server-sent events', () => {
  it('reads the same whatever the pieces, in the middle of a character and of a line end', () => {
    fc.assert(
      fc.property(written, fc.array(fc.nat({ max: 5000 }), { maxLength: 12 }), (all, cuts) => {
        expect(parsedIn(bytes(textOf(all)), cuts)).toEqual(meant(all))
      }),
    )
  })

  it('reads byte by byte', () => {
    const text = '\uFEFFevent: ping\r\ndata: 좋아요 👋\r\n\r\ndata: {"a":1}\r\rdata\n\n'
    const stream = bytes(text)
    const bit = Array.from({ length: stream.length }, (_, i) => i)
    expect(parsedIn(stream, bit)).toEqual([
      { event: 'ping', data: '좋아요 👋' },
      { event: 'message', data: '{"a":1}' },
      { event: 'message', data: '' },
    ])
  })

  it('drops an event that was never ended, and stops at one without end', () => {
    expect(parsedIn(bytes('data: whole\n\ndata: half'), [])).toEqual([{ event: 'message', data: 'whole' }])
    const parser = sseParser(1000)
    for (let i = 0; i < 20; i++) parser.push(bytes('x'.repeat(100)))
    expect(parser.tooLarge).toBe(true)
    expect(parser.push(bytes('\n\ndata: later\n\n'))).toEqual([])
  })
})
