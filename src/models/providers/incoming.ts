/**
 * What a server streams, parsed: every event that is passed on has the shape of wire.ts. Compatible servers leave out
 * what they do not have (usage, stop reasons of their own); that is filled in here and nowhere else.
 */
import { StopReason, StreamEvent } from '../wire.ts'

/** `garbled` says what cannot be read; else the events to pass on, none for kinds that we do not know. */
export type Incoming = { events: StreamEvent[]; garbled?: string }
type Loose = Record<string, unknown>

const EVENTS = new Set([
  'message_start',
  'content_block_start',
  'content_block_delta',
  'content_block_stop',
  'message_delta',
  'message_stop',
  'ping',
  'error',
])
const BLOCKS = new Set(['text', 'tool_use', 'thinking', 'redacted_thinking'])
const DELTAS = new Set(['text_delta', 'input_json_delta', 'thinking_delta', 'signature_delta'])

export function incoming(): { read(data: string): Incoming } {
  /** Blocks of kinds we do not know are left out, so the others are counted anew. */
  const places = new Map<number, number>()
  let started = false

  const read = (data: string): Incoming => {
    const raw = objectIn(data)
    if (!raw || typeof raw.type !== 'string') return { events: [], garbled: 'an event is no JSON' }
    if (!EVENTS.has(raw.type)) return { events: [] }
    if (!started && !['message_start', 'ping', 'error'].includes(raw.type)) return { events: [], garbled: 'it begins in the middle' }
    started ||= raw.type === 'message_start'
    const event = placed(filled(raw), places)
    if (!event) return { events: [] }
    const parsed = StreamEvent.safeParse(event)
    return parsed.success ? { events: [parsed.data] } : { events: [], garbled: `an event ${raw.type} is malformed` }
  }
  return { read }
}

function objectIn(text: string): Loose | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null
  } catch {
    return null
  }
}

const looseAt = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {})

function filled(event: Loose): Loose {
  switch (event.type) {
    case 'message_start': {
      const message = looseAt(event.message)
      const kept = { id: 'msg', model: '', ...message, usage: countsIn(message.usage, true) }
      return { ...event, message: { ...kept, type: 'message', role: 'assistant', content: [], stop_reason: null } }
    }
    case 'content_block_start': {
      const block = looseAt(event.content_block)
      if (block.type === 'tool_use') return { ...event, content_block: { ...block, input: looseAt(block.input) } }
      return event
    }
    case 'message_delta': {
      const delta = looseAt(event.delta)
      return { ...event, delta: { ...delta, stop_reason: reasonOf(delta.stop_reason) }, usage: countsIn(event.usage, false) }
    }
    case 'error':
      return { ...event, error: { type: 'api_error', message: '', ...looseAt(event.error) } }
    default:
      return event
  }
}

/** A reason that the API does not have ends a turn all the same. */
const reasonOf = (said: unknown): StopReason | null => {
  const known = StopReason.nullable().safeParse(said ?? null)
  return known.success ? known.data : 'end_turn'
}

const COUNTS = ['input_tokens', 'output_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'] as const
function countsIn(usage: unknown, needed: boolean): Loose {
  const said = looseAt(usage)
  const counts = COUNTS.flatMap((name) => {
    const count = said[name]
    // An object can be anything but a number, and throw for being asked.
    const n = typeof count === 'number' || typeof count === 'string' ? Number(count) : Number.NaN
    return Number.isFinite(n) && n >= 0 ? [[name, Math.ceil(n)] as const] : []
  })
  const others = Object.entries(said).filter(([name]) => !COUNTS.includes(name as 'input_tokens'))
  return { ...Object.fromEntries(others), ...(needed && { input_tokens: 0, output_tokens: 0 }), ...Object.fromEntries(counts) }
}

const isOf = (kinds: ReadonlySet<unknown>, part: unknown): boolean => kinds.has(looseAt(part).type)

function placed(event: Loose, places: Map<number, number>): Loose | null {
  if (typeof event.index !== 'number') return event
  if (event.type === 'content_block_start') {
    if (!isOf(BLOCKS, event.content_block)) return null
    places.set(event.index, places.size)
  }
  if (event.type === 'content_block_delta' && !isOf(DELTAS, event.delta)) return null
  const place = places.get(event.index)
  return place === undefined ? null : { ...event, index: place }
}
