/**
 * One address on loopback that stands for whichever endpoint a build has: a process that waits for its build has to know
 * an address, and names of models, before those are known. Before it is aimed it answers one thing: the word that a process
 * is warmed up with (spares.ts), which the endpoint is never shown. Its token opens nothing else. Covers: the endpoint's token
 * is never told to the process. Does not cover: anything of what is asked; that is for the gateway behind it.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { encodeEvent, eventsOf } from '../../models/stream.ts'
import type { MessagesResponse } from '../../models/wire.ts'

/** `models`: what is asked by one name is passed on by another. */
export type Aim = { url: string; token: string; models?: Readonly<Record<string, string>> }
export type Relay = {
  url: string
  token: string
  /** What is said to warm a process up. */
  warmUp: string
  /** Null: nothing is passed on. */
  aim(at: Aim | null): void
  close(): void
}

/** Bytes of one request. */
const MOST = 32_000_000

export async function openRelay(): Promise<Relay> {
  const token = randomBytes(24).toString('base64url')
  const warmUp = `Answer with one word: ready. ${randomBytes(9).toString('base64url')}`
  let aimed: Aim | null = null
  const server = createServer((asked, answer) => {
    if (asked.headers['x-api-key'] !== token || !asked.url?.startsWith('/v1/messages')) return refuse(answer)
    void whole(asked).then((body) => {
      if (body === null) return refuse(answer, 413, 'request_too_large', 'The request is too large.')
      const read = readBody(body)
      if (aimed) return pass(asked, answer, aimed, read ? JSON.stringify(onward(read, warmUp, aimed)) : body)
      if (read && saysFirst(read, warmUp)) return warmed(answer, read.model)
      refuse(answer)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A relay that nobody closed keeps no program from ending.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    warmUp,
    aim(at) {
      aimed = at
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const Body = z.looseObject({ model: z.string(), messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })) })
type Body = z.infer<typeof Body>

function readBody(text: string): Body | null {
  try {
    const read = Body.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

const saysFirst = ({ messages }: Body, words: string): boolean => JSON.stringify(messages[0]?.content ?? '').includes(words)

/** As if the conversation had begun with the build, with the model that it is for. */
function onward(body: Body, warmUp: string, { models = {} }: Aim): Body {
  const model = Object.hasOwn(models, body.model) ? models[body.model]! : body.model
  if (!saysFirst(body, warmUp)) return { ...body, model }
  const from = body.messages.findIndex(({ role }, at) => at > 0 && role === 'user')
  return { ...body, model, messages: from < 0 ? body.messages : body.messages.slice(from) }
}

async function whole(asked: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of asked as AsyncIterable<Buffer>) {
      size += part.length
      if (size > MOST) return null
      parts.push(part)
    }
  } catch {
    return null
  }
  return Buffer.concat(parts).toString()
}

function warmed(answer: ServerResponse, model: string): void {
  const said: MessagesResponse = {
    ...{ id: 'msg_warm', type: 'message', role: 'assistant', model, content: [{ type: 'text', text: 'Ready.' }] },
    ...{ stop_reason: 'end_turn', stop_sequence: null, usage: { input_tokens: 1, output_tokens: 1 } },
  }
  answer.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const event of eventsOf(said)) answer.write(encodeEvent(event))
  answer.end()
}

function pass(asked: IncomingMessage, answer: ServerResponse, { url, token }: Aim, body: string): void {
  const { host: _, authorization: __, connection: ___, 'content-length': ____, 'transfer-encoding': _____, ...headers } = asked.headers
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  const onward = request(
    `${url}${asked.url}`,
    { method: asked.method ?? 'POST', headers: { ...headers, ...length, 'x-api-key': token } },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
      // Cut there is cut here.
      answered.on('error', () => answer.destroy())
      answered.on('aborted', () => answer.destroy())
    },
  )
  onward.on('error', () =>
    answer.headersSent ? answer.destroy() : refuse(answer, 502, 'api_error', 'What is behind it cannot be reached.'),
  )
  answer.on('close', () => onward.destroy())
  onward.end(body)
}

function refuse(answer: ServerResponse, status = 401, type = 'authentication_error', message = 'There is no build here.'): void {
  answer.writeHead(status, { 'content-type': 'application/json' })
  answer.end(JSON.stringify({ type: 'error', error: { type, message } }))
}
