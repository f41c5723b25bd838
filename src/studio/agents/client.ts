/** One request to a Messages API, heard as a stream. Failures are data: those of models/problem.ts, and 'answer-broken', 'model-unreachable', 'turn-cancelled'. */
import { fail, ok, type Result } from '../../base/result.ts'
import { problemOf } from '../../models/problem.ts'
import { collector } from '../../models/stream.ts'
import { ApiError, type MessagesRequest, type MessagesResponse, StreamEvent } from '../../models/wire.ts'
import type { Endpoint } from './types.ts'

/** Characters of one answer, and milliseconds that it may be silent. */
const MOST = 4_000_000
const SILENCE = 120_000

export type Heard = {
  message: MessagesResponse
  /** Names of tools whose arguments were no JSON. */
  unreadable: readonly string[]
}

export async function speak(endpoint: Endpoint, request: MessagesRequest, signal: AbortSignal): Promise<Result<Heard>> {
  const silence = new AbortController()
  const until = () => setTimeout(() => silence.abort(), SILENCE)
  let timer = until()
  try {
    const response = await fetch(`${endpoint.url}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': endpoint.token, 'anthropic-version': '2023-06-01' },
      body: JSON.stringify({ ...request, model: endpoint.model, stream: true }),
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (!response.ok || !response.body) return refused(await response.text(), endpoint)
    const made = collector()
    let ended = false
    for await (const event of eventsIn(response.body, () => {
      clearTimeout(timer)
      timer = until()
    })) {
      if (event.type === 'error') return refused(JSON.stringify(event), endpoint)
      made.add(event)
      if (event.type === 'message_stop') ended = true
    }
    // What a cut answer would have gone on to say is not known: nothing of it is done.
    return ended && made.message ? ok({ message: made.message, unreadable: made.unreadable }) : cut(endpoint)
  } catch (error) {
    if (signal.aborted) return fail('turn-cancelled', 'Stopped, as you asked.')
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)
    if (silence.signal.aborted || error instanceof Garbled || /terminated|aborted|closed|reset/i.test(reason)) return cut(endpoint)
    return unreachable(endpoint, reason)
  } finally {
    clearTimeout(timer)
  }
}

const cut = ({ model }: Endpoint) => fail('answer-broken', 'The model’s answer ended in the middle.', { provider: model })
const unreachable = ({ model, url }: Endpoint, reason: string) =>
  fail('model-unreachable', `The model cannot be reached: ${reason.slice(0, 200)}`, { provider: model, host: new URL(url).host })
class Garbled extends Error {}

/** Server-sent events by their data lines; kinds that are not known pass by. */
async function* eventsIn(body: AsyncIterable<Uint8Array>, heard: () => void): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  let all = 0
  for await (const chunk of body) {
    heard()
    all += chunk.byteLength
    if (all > MOST) throw new Garbled('too long')
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/)
    rest = lines.pop() ?? ''
    if (rest.length > MOST) throw new Garbled('no end of line')
    for (const line of lines) {
      if (!line.startsWith('data:')) continue
      const event = StreamEvent.safeParse(parsed(line.slice(5)))
      if (event.success) yield event.data
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Garbled('no JSON')
  }
}

/** The gateway says why by a code and values of its own; another server by the API's kinds of error. */
function refused(body: string, endpoint: Endpoint): Result<never> {
  try {
    const known = ApiError.safeParse(JSON.parse(body))
    if (known.success) {
      const { code, message, values } = problemOf(known.data)
      return fail(code, message, values)
    }
  } catch {}
  return unreachable(endpoint, `what answers there is no model server: ${body.slice(0, 100)}`)
}
