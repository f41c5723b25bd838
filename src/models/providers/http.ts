/**
 * One request to a server that speaks the Messages API, streamed.
 * Covers: time-outs (connection, first event, silence between events, the whole), cancellation, answers that are cut,
 * malformed, empty, or whole JSON where a stream was asked for, kinds of events and blocks we do not know.
 * Redirects are not followed: a key goes to the host it is for. The address that a name resolves to is looked at (address.ts). Keys are taken out of what a server says.
 */
import http from 'node:http'
import https from 'node:https'
import { guardedLookup, mayConnect, numberIn, refusedAddress } from '../../address.ts'
import type { Clock } from '../../base/clock.ts'
import { isLoopback } from '../place.ts'
import { type Problem, problem, problemOf, redacted, refusalOf } from '../problem.ts'
import { askedWait } from '../retry.ts'
import { sseParser } from '../sse.ts'
import { eventsOf } from '../stream.ts'
import type { Timers } from '../timers.ts'
import { ApiError, MessagesResponse, type StreamEvent } from '../wire.ts'
import { type Incoming, incoming } from './incoming.ts'

/** Milliseconds. */
export type Limits = { connect: number; first: number; idle: number; whole: number }

export type Asking = {
  provider: string
  model: string
  url: URL
  headers: Record<string, string>
  body: unknown
  key: string | null
  signal: AbortSignal
  limits: Limits
  timers: Timers
  clock: Clock
}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 1024 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 1024 }),
}

/** Bytes of an error's body that are read. */
const MOST_ERROR = 64 * 1024
/** Bytes of an answer that comes whole. */
const MOST_ANSWER = 32 * 1024 * 1024

/** Events of the answer; ends with the problem, if there was one. */
export async function* ask(asking: Asking): AsyncGenerator<StreamEvent, Problem | null> {
  const line = openLine(asking)
  try {
    const response = await line.send()
    if (response.statusCode !== 200) return redacted(await refused(asking, line, response), asking.key)
    const type = response.headers['content-type'] ?? ''
    const end = type.includes('json') ? yield* whole(asking, line, response) : yield* streamed(asking, line, response)
    return end && redacted(end, asking.key)
  } catch (error) {
    return redacted(line.broken(error), asking.key)
  } finally {
    line.close()
  }
}

/** A small JSON exchange: GET without a body, else POST. null where the answer is none or no JSON. */
export async function askJson(asking: Asking): Promise<unknown> {
  const line = openLine(asking)
  try {
    const response = await line.send()
    if (response.statusCode !== 200) return null
    return JSON.parse((await line.read(response, MOST_ERROR * 16, 'first')).toString('utf8')) as unknown
  } catch {
    return null
  } finally {
    line.close()
  }
}

async function refused({ provider, model, clock }: Asking, line: Line, response: http.IncomingMessage): Promise<Problem> {
  const { statusCode: status = 500, headers } = response
  const text = (await line.read(response, MOST_ERROR, 'first')).toString('utf8')
  const should = headers['x-should-retry']
  return refusalOf({
    ...{ provider, model, status, body: parsed(text) ?? text.slice(0, 300), retryAfter: askedWait(headers, clock.now()) },
    shouldRetry: should === 'true' ? true : should === 'false' ? false : null,
  })
}

/** Some servers answer with the whole message whatever they were asked for. */
async function* whole(asking: Asking, line: Line, response: http.IncomingMessage): AsyncGenerator<StreamEvent, Problem | null> {
  const body = parsed((await line.read(response, MOST_ANSWER, 'first')).toString('utf8'))
  const message = MessagesResponse.safeParse(body)
  if (message.success) {
    yield* eventsOf(message.data)
    return null
  }
  const error = ApiError.safeParse(body)
  return error.success ? problemOf(error.data, asking.provider) : garbled(asking, 'it is no message', true)
}

async function* streamed(asking: Asking, line: Line, response: http.IncomingMessage): AsyncGenerator<StreamEvent, Problem | null> {
  const parser = sseParser()
  const reader = incoming()
  let told = 0
  for (;;) {
    const piece = await line.next(response, told ? 'idle' : 'first')
    if (piece === null) break
    for (const { data } of parser.push(piece)) {
      const heard: Incoming = reader.read(data)
      if (heard.garbled) return garbled(asking, heard.garbled, told === 0)
      for (const event of heard.events) {
        if (event.type === 'error') return problemOf(event, asking.provider)
        told++
        yield event
        if (event.type !== 'message_stop') continue
        line.drain()
        return null
      }
    }
    if (parser.tooLarge) return garbled(asking, 'one event is too large', false)
  }
  return cut(asking, told === 0)
}

const garbled = ({ provider }: Asking, detail: string, retryable: boolean): Problem =>
  problem('answer-garbled', 'api_error', `What ${provider} sent cannot be read: ${detail}.`, {
    values: { provider, problem: detail },
    retryable,
  })

const cut = ({ provider }: Asking, retryable: boolean): Problem =>
  problem('answer-broken', 'api_error', `The connection to ${provider} ended in the middle of the answer. Try again.`, {
    values: { provider },
    retryable,
  })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Line = {
  send(): Promise<http.IncomingMessage>
  /** The next bytes, null at the end; the clock of `phase` runs only while it waits. */
  next(response: http.IncomingMessage, phase: 'first' | 'idle'): Promise<Buffer | null>
  read(response: http.IncomingMessage, most: number, phase: 'first' | 'idle'): Promise<Buffer>
  /** The message is whole: what may still come is read away, so that the connection can serve again. */
  drain(): void
  broken(error: unknown): Problem
  close(): void
}

/** Milliseconds that a server has to end an answer after its last event. */
const DRAIN = 2_000

/** A connection with its alarms. Whatever ends it early leaves why. */
function openLine(asking: Asking): Line {
  const { url, headers, body, signal, limits, timers, provider } = asking
  let why: Problem | null = null
  let started = false
  let draining = false
  let request: http.ClientRequest | null = null
  let reading: AsyncIterator<Buffer> | null = null
  let quiet = () => {}
  const end = (said: Problem) => {
    why ??= said
    // Without an error: one that is given up as its last bytes arrive would throw it on a socket that is nobody's.
    request?.destroy()
  }
  const expect = (phase: keyof Limits) => {
    quiet()
    quiet = timers.after(limits[phase], () => end(slow(asking, phase)))
  }
  const given = () => end(cancelled(provider))
  const wholeOver = timers.after(limits.whole, () => end(slow(asking, 'whole')))
  signal.addEventListener('abort', given, { once: true })

  const line: Line = {
    send: () =>
      new Promise((resolve, reject) => {
        if (signal.aborted) given()
        if (why) return reject(new Error('given up'))
        const text = body === undefined ? undefined : JSON.stringify(body)
        const number = numberIn(url.hostname)
        const here = isLoopback(url.hostname)
        if (number !== null && !mayConnect(number, here)) return reject(refusedAddress(number))
        const secure = url.protocol === 'https:'
        request = (secure ? https : http).request(url, {
          lookup: guardedLookup(here),
          agent: agents[secure ? 'https:' : 'http:'],
          method: text === undefined ? 'GET' : 'POST',
          headers:
            text === undefined ? headers : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
        })
        expect('connect')
        request.once('socket', (socket) => {
          if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', () => expect('first'))
          else expect('first')
        })
        request.once('error', reject)
        request.once('response', (response) => {
          started = true
          // Later errors are those of the reading; given up between two reads, they would be nobody's.
          request?.on('error', () => {})
          response.on('error', () => {})
          quiet()
          resolve(response)
        })
        request.end(text)
      }),
    async next(response, phase) {
      reading ??= response[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      expect(phase)
      const { done, value } = await reading.next()
      quiet()
      return done ? null : value
    },
    async read(response, most, phase) {
      const pieces: Buffer[] = []
      for (let size = 0; size < most; ) {
        const piece = await line.next(response, phase)
        if (!piece) break
        size += piece.length
        pieces.push(piece)
      }
      return Buffer.concat(pieces).subarray(0, most)
    },
    drain() {
      const destroy = () => void request?.destroy()
      draining = true
      const late = timers.after(DRAIN, destroy)
      const rest = async () => {
        while (reading && !(await reading.next()).done);
      }
      rest().catch(destroy).finally(late)
    },
    broken: (error) => why ?? connectionProblem(asking, error, started),
    close() {
      quiet()
      wholeOver()
      signal.removeEventListener('abort', given)
      // An answer that was read to its end has given its connection back already.
      if (!draining) request?.destroy()
    },
  }
  return line
}

export const cancelled = (provider: string): Problem =>
  problem('model-cancelled', 'api_error', `The request to ${provider} was called off.`, { values: { provider } })

const slow = ({ provider }: Asking, phase: keyof Limits): Problem =>
  problem('model-slow', 'timeout_error', `${provider} did not answer in time.`, {
    values: { provider, phase },
    retryable: phase === 'connect',
  })

/** Node's codes for a host that is not there, does not answer or shows a certificate that does not hold. */
function connectionProblem(asking: Asking, error: unknown, started: boolean): Problem {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (started) return cut(asking, true)
  const { provider, url } = asking
  return problem(
    'model-unreachable',
    'api_error',
    `${url.host} cannot be reached. Check the connection; everything without a model still works.`,
    {
      values: { provider, host: url.host, problem: code || message.slice(0, 200) },
      retryable: !/^(?:ERR_TLS|CERT_|UNABLE_TO|DEPTH_|SELF_SIGNED|ERR_INVALID)/.test(code),
    },
  )
}
