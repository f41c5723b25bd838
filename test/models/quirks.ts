/** What servers do besides answering: each writes to the socket what such a server was seen, or is documented, to write. */
import type { ServerResponse } from 'node:http'
import { encodeEvent, eventsOf } from '../../src/models/stream.ts'
import type { AnswerBlock, StreamEvent } from '../../src/models/wire.ts'
import { messageOf, type Said, startStream, text } from './scripted.ts'

const eventsFor = (content: AnswerBlock[], model = 'm'): StreamEvent[] => [
  ...eventsOf(messageOf({ content, usage: { input_tokens: 20, output_tokens: 10 } }, { model, max_tokens: 9, messages: [] }, 0)),
]
const write = (response: ServerResponse, events: readonly StreamEvent[]) => response.write(events.map(encodeEvent).join(''))
const LONG = [text('The first half of it. '.repeat(10))]

export const overloaded: Said = { error: 'overloaded_error', message: 'Overloaded' }
export const failing: Said = { error: 'api_error', message: 'Internal server error' }
export const limited = (after: string): Said => ({ error: 'rate_limit_error', message: 'Slow down', headers: { 'retry-after': after } })

/** An error event after the answer has begun. */
export const failsMidway: Said = {
  raw(response) {
    startStream(response)
    write(response, eventsFor(LONG).slice(0, 4))
    response.end(encodeEvent({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }))
  },
}
/** The socket is torn in the middle of the answer. */
export const cutMidway: Said = {
  raw(response) {
    startStream(response)
    response.write(eventsFor(LONG).slice(0, 4).map(encodeEvent).join(''), () => response.destroy())
  },
}
/** It ends politely, without the last events. */
export const endsEarly: Said = {
  raw(response) {
    startStream(response)
    write(response, eventsFor(LONG).slice(0, 4))
    response.end()
  },
}
export const malformed: Said = {
  raw(response) {
    startStream(response)
    write(response, eventsFor(LONG).slice(0, 3))
    response.end('event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"del\n\n')
  },
}
/** 200, and nothing. */
export const empty: Said = {
  raw(response) {
    startStream(response)
    response.end()
  },
}
export const webPage: Said = {
  raw(response) {
    response.writeHead(502, { 'content-type': 'text/html' })
    response.end('<html><body>Bad Gateway</body></html>')
  },
}
/** Closes the connection before it answers at all. */
export const hangsUp: Said = { raw: (response) => void response.destroy() }
/** Takes the request and never answers. */
export const silent: Said = { raw: () => {} }
/** Begins, and says nothing more. */
export const stalls: Said = {
  raw(response) {
    startStream(response)
    write(response, eventsFor(LONG).slice(0, 4))
  },
}
/** Headers at once, the first event never. */
export const stallsAtFirst: Said = {
  raw(response) {
    startStream(response)
    response.write(': waiting\n\n')
  },
}
/** A tool's arguments are no JSON: a bracket is missing. */
export const wrongArguments: Said = {
  raw(response) {
    startStream(response)
    const events = eventsFor([{ type: 'tool_use', id: 'toolu_1', name: 'Write', input: {} }])
    const delta: StreamEvent = {
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'input_json_delta', partial_json: '{"path": "a.ts", "text": ' },
    }
    write(
      response,
      events.map((event) => (event.type === 'content_block_delta' ? delta : event)),
    )
    response.end()
  },
}
/** Kinds of events and blocks that nobody knows yet, between those that we do. */
export const fromTheFuture: Said = {
  raw(response) {
    startStream(response)
    const [start, ...rest] = eventsFor([text('Known.')])
    response.write(encodeEvent(start!))
    response.write('event: weather\ndata: {"type":"weather","sky":"blue"}\n\n')
    response.write('event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"hologram"}}\n\n')
    response.write('event: content_block_stop\ndata: {"type":"content_block_stop","index":0}\n\n')
    write(response, rest.map((event) => ('index' in event ? { ...event, index: 1 } : event)) as StreamEvent[])
    response.end()
  },
}
/** As compatible servers do: no usage, no stop reason of the API, no id. */
export const sparse: Said = {
  raw(response) {
    startStream(response)
    const events = [
      { type: 'message_start', message: { type: 'message', role: 'assistant', model: 'local' } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Sparse, and enough.' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'eos' } },
      { type: 'message_stop' },
    ]
    for (const event of events) response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    response.end()
  },
}
/** The whole message at once, though a stream was asked for. */
export const wholeInstead: Said = {
  raw(response, request) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(messageOf({ content: [text('All at once.')] }, request, 0)))
  },
}
/** Sends the key back in what it says, as some proxies do. */
export const echoesKey = (key: string): Said => ({
  error: 'invalid_request_error',
  message: `no such header: authorization: Bearer ${key}`,
})
