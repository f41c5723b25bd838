/** A message as a stream of events, and a stream put together to a message. */
import type { AnswerBlock, Delta, MessagesResponse, StreamEvent, Usage } from './wire.ts'

/** One event as it is sent: `event:` and `data:` lines and an empty one. */
export const encodeEvent = (event: StreamEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

/** Characters of one delta where a whole message is told as a stream. */
const PIECE = 48

/** The events that tell a finished message. */
export function* eventsOf(message: MessagesResponse, piece = PIECE): Generator<StreamEvent> {
  const { content, stop_reason, stop_sequence = null, usage } = message
  const start = { ...message, content: [], stop_reason: null, stop_sequence: null, usage: { ...usage, output_tokens: 0 } }
  yield { type: 'message_start', message: start }
  for (const [index, block] of content.entries()) {
    const { empty, deltas } = toldInDeltas(block, piece)
    yield { type: 'content_block_start', index, content_block: empty }
    for (const delta of deltas) yield { type: 'content_block_delta', index, delta }
    yield { type: 'content_block_stop', index }
  }
  yield { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage: { output_tokens: usage.output_tokens } }
  yield { type: 'message_stop' }
}

function toldInDeltas(block: AnswerBlock, piece: number): { empty: AnswerBlock; deltas: Delta[] } {
  switch (block.type) {
    case 'text':
      return { empty: { ...block, text: '' }, deltas: pieces(block.text, piece).map((text) => ({ type: 'text_delta', text })) }
    case 'tool_use':
      return {
        empty: { ...block, input: {} },
        deltas: pieces(JSON.stringify(block.input), piece).map((partial_json) => ({ type: 'input_json_delta', partial_json })),
      }
    case 'thinking': {
      const said: Delta[] = pieces(block.thinking, piece).map((thinking) => ({ type: 'thinking_delta', thinking }))
      const signed: Delta[] = block.signature ? [{ type: 'signature_delta', signature: block.signature }] : []
      return { empty: { ...block, thinking: '', signature: '' }, deltas: [...said, ...signed] }
    }
    case 'redacted_thinking':
      return { empty: block, deltas: [] }
  }
}

/** Pieces of `size` code points, so that no character of two units is torn. */
function pieces(text: string, size: number): string[] {
  const points = Array.from(text)
  return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => points.slice(i * size, (i + 1) * size).join(''))
}

/** A message in the making: `add` each event; `message` is what stands so far, null before its start. */
export type Collector = {
  add(event: StreamEvent): void
  readonly message: MessagesResponse | null
  /** Names of tools whose arguments did not parse as a JSON object; their input is `{}`. */
  readonly unreadable: readonly string[]
}

export function collector(): Collector {
  let message: MessagesResponse | null = null
  const json = new Map<number, string>()
  const unreadable: string[] = []
  const add = (event: StreamEvent): void => {
    if (event.type === 'message_start') message = structuredClone(event.message)
    if (!message) return
    if (event.type === 'content_block_start') message.content[event.index] = structuredClone(event.content_block)
    if (event.type === 'content_block_delta') grow(message.content[event.index], event.delta, event.index, json)
    if (event.type === 'content_block_stop') close(message.content[event.index], json.get(event.index), unreadable)
    if (event.type === 'message_delta') {
      const { stop_reason, stop_sequence } = event.delta
      Object.assign(message, { stop_reason, stop_sequence, usage: laterUsage(message.usage, event.usage) })
    }
  }
  return {
    add,
    get message() {
      return message
    },
    unreadable,
  }
}

function grow(block: AnswerBlock | undefined, delta: Delta, index: number, json: Map<number, string>): void {
  if (delta.type === 'text_delta' && block?.type === 'text') block.text += delta.text
  if (delta.type === 'thinking_delta' && block?.type === 'thinking') block.thinking += delta.thinking
  if (delta.type === 'signature_delta' && block?.type === 'thinking') block.signature = (block.signature ?? '') + delta.signature
  if (delta.type === 'input_json_delta') json.set(index, (json.get(index) ?? '') + delta.partial_json)
}

function close(block: AnswerBlock | undefined, json: string | undefined, unreadable: string[]): void {
  if (block?.type !== 'tool_use' || !json) return
  const input = objectIn(json)
  if (input) block.input = input
  else unreadable.push(block.name)
}

function objectIn(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** What a later report of usage leaves out is as it was. */
export function laterUsage(before: Usage, later: Partial<Usage>): Usage {
  const told = Object.fromEntries(Object.entries(later).filter(([, value]) => value !== null && value !== undefined))
  return { ...before, ...told }
}
