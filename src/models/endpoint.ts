/**
 * The gateway over HTTP, for processes of ours that speak the Messages API: on loopback, on a port nobody chose, each
 * session by its token. Covers: other programs of the machine without a token, web pages (Origin and Host are checked).
 * Does not cover: a program that can read the environment of the child that holds a token; closing the session ends it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Gateway, Session } from './gateway.ts'
import { asApiError, type Problem, problem } from './problem.ts'
import { encodeEvent } from './stream.ts'
import { ERROR_STATUS } from './wire.ts'

export type Endpoint = { url: string; close(): Promise<void> }

/** Bytes of a request: what the API takes. */
const MOST_BODY = 32 * 1024 * 1024

export async function openEndpoint(gateway: Gateway): Promise<Endpoint> {
  const server = createServer((request, response) => {
    answer(gateway, request, response).catch(() => response.destroy())
  })
  // A model may think for long before it says anything; the gateway's own time-outs end what takes too long.
  server.requestTimeout = 0
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Whoever uses it waits for an answer; an idle one keeps nothing alive.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0]
  const session = admitted(gateway, request)
  if (!('stream' in session)) return refuse(response, session)
  const counts = path === '/v1/messages/count_tokens'
  if (request.method !== 'POST' || (path !== '/v1/messages' && !counts)) return refuse(response, nothingHere(path))
  const body = await bodyOf(request)
  if ('code' in body) return refuse(response, body)
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) gone.abort()
  })
  const { headers } = request
  const asked = {
    signal: gone.signal,
    ...(typeof headers['anthropic-beta'] === 'string' && { betas: headers['anthropic-beta'].slice(0, 1000) }),
  }
  if (counts) return counting(session, body.value, asked, response)
  const wants = typeof body.value === 'object' && body.value !== null && 'stream' in body.value && body.value.stream === true
  return wants ? streaming(session, body.value, asked, response) : completing(session, body.value, asked, response)
}

type Asked = { signal: AbortSignal; betas?: string }

async function counting(session: Session, body: unknown, asked: Asked, response: ServerResponse): Promise<void> {
  const counted = await session.count(body, asked)
  return counted.ok ? json(response, 200, { input_tokens: counted.value }) : refuse(response, counted.error)
}

async function completing(session: Session, body: unknown, asked: Asked, response: ServerResponse): Promise<void> {
  const done = await session.complete(body, asked)
  return done.ok ? json(response, 200, done.value) : refuse(response, done.error)
}

async function streaming(session: Session, body: unknown, asked: Asked, response: ServerResponse): Promise<void> {
  const streamed = await session.stream(body, asked)
  if (!streamed.ok) return refuse(response, streamed.error)
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  for await (const event of streamed.value) {
    if (response.destroyed) break
    if (!response.write(encodeEvent(event))) await drained(response)
  }
  response.end()
}

/** Who reads slowly is waited for, and so is the provider then. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.once('drain', done)
    response.once('close', done)
  })

function admitted(gateway: Gateway, { headers }: IncomingMessage): Session | Problem {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  if (headers.origin !== undefined || (host !== '127.0.0.1' && host !== 'localhost'))
    return problem('model-forbidden', 'permission_error', 'This address is for programs of this machine only.')
  const bearer = /^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1]
  const key = typeof headers['x-api-key'] === 'string' ? headers['x-api-key'] : ''
  return (
    gateway.session(bearer ?? key) ??
    gateway.session(key) ??
    problem('session-unknown', 'authentication_error', 'This session is closed, or never was.')
  )
}

const nothingHere = (path: string | undefined): Problem =>
  problem('page-unknown', 'not_found_error', `There is nothing at ${path?.slice(0, 100)}.`)

type Body = { value: unknown } | Problem
const tooLarge = () => problem('model-request-large', 'request_too_large', 'The request is larger than 32 MB.')

async function bodyOf(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length']) > MOST_BODY) return tooLarge()
  const pieces: Buffer[] = []
  let size = 0
  const whole = await new Promise<boolean>((resolve) => {
    request.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > MOST_BODY) resolve(false)
      else pieces.push(piece)
    })
    request.once('end', () => resolve(true))
    request.once('close', () => resolve(false))
  })
  if (!whole) return tooLarge()
  try {
    return { value: JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown }
  } catch {
    return problem('model-request-refused', 'invalid_request_error', 'The body is not JSON.')
  }
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** The gateway has waited and tried again already: a client that does so too would only ask for more of it. */
function refuse(response: ServerResponse, said: Problem): void {
  if (response.destroyed) return
  const headers: Record<string, string> = { 'x-should-retry': 'false' }
  // What is left of a body that was not read would be taken for the next request.
  if (said.code === 'model-request-large') headers.connection = 'close'
  if (said.retryAfter !== undefined) headers['retry-after'] = String(Math.ceil(said.retryAfter / 1000))
  json(response, ERROR_STATUS[said.type], asApiError(said), headers)
}
