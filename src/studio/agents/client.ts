/** One request to a Messages API, heard as a stream. Failures are data: 'model-unreachable', 'model-key', 'model-unknown', 'model-budget', 'model-busy', 'model-cut', 'model-failed'. */
import { fail, ok, type Result } from '../../base/result.ts'
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
    if (!response.ok || !response.body) return refused(response.status, await response.text())
    const made = collector()
    let ended = false
    for await (const event of eventsIn(response.body, () => {
      clearTimeout(timer)
      timer = until()
    })) {
      if (event.type === 'error') return refused(statusOf(event.error.type), JSON.stringify(event))
      made.add(event)
      if (event.type === 'message_stop') ended = true
    }
    // What a cut answer would have gone on to say is not known: nothing of it is done.
    return ended && made.message ? ok({ message: made.message, unreadable: made.unreadable }) : cut()
  } catch (error) {
    if (signal.aborted) return fail('turn-cancelled', 'Stopped, as you asked.')
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)
    if (silence.signal.aborted || error instanceof Garbled || /terminated|aborted|closed|reset/i.test(reason)) return cut()
    return fail('model-unreachable', `The model could not be reached: ${reason.slice(0, 200)}`, { problem: reason.slice(0, 200) })
  } finally {
    clearTimeout(timer)
  }
}

const cut = () => fail('model-cut', 'The model’s answer was cut off in the middle.')
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

const statusOf = (type: string): number =>
  ({
    authentication_error: 401,
    permission_error: 403,
    billing_error: 402,
    not_found_error: 404,
    rate_limit_error: 429,
    overloaded_error: 529,
  })[type] ?? 500

function refused(status: number, body: string): Result<never> {
  const problem = messageIn(body)
  if (status === 401 || status === 403) return fail('model-key', `The model did not take the key: ${problem}`, { problem })
  if (status === 402) return fail('model-budget', `The budget for models is spent: ${problem}`, { problem })
  if (status === 404) return fail('model-unknown', `There is no such model: ${problem}`, { problem })
  if (status === 429 || status === 529) return fail('model-busy', `The model has too much to do: ${problem}`, { problem })
  return fail('model-failed', `The model failed (${status}): ${problem}`, { problem })
}

function messageIn(body: string): string {
  try {
    const known = ApiError.safeParse(JSON.parse(body))
    if (known.success) return known.data.error.message.slice(0, 200)
  } catch {}
  return body.slice(0, 200)
}
