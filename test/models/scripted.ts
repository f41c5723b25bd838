/**
 * A Messages API on loopback that says what a script tells it to, streamed as the real API streams. For tests of
 * whatever speaks to a model: no key, no network, the same bytes every time.
 *
 *   const api = await scriptedApi([{ content: [use('Write', { path: 'a.ts', text: '' })] }, 'Done.'])
 *   ... POST `${api.url}/v1/messages` ...
 *   api.requests[0].body.messages
 *   await api.close()
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeEvent, eventsOf } from '../../src/models/stream.ts'
import type { AnswerBlock, MessagesRequest, MessagesResponse, StopReason, ToolUseBlock, Usage } from '../../src/models/wire.ts'
import { apiError, CountRequest, ERROR_STATUS, type ErrorType, MessagesRequest as Request } from '../../src/models/wire.ts'

/** What is said in one turn. `stop_reason` is tool_use where a tool is used, else end_turn, unless it is given. */
export type Answer = { content: AnswerBlock[]; stop_reason?: StopReason; usage?: Partial<Usage> }
/** A string is an answer of one text; an error is answered with its status; `raw` writes to the socket what it likes. */
export type Said =
  | string
  | Answer
  | { error: ErrorType; message?: string; headers?: Record<string, string> }
  | { raw(response: ServerResponse, request: MessagesRequest): void | Promise<void> }
/** A list is said in order, then 400; a function answers the n-th request (from 0). */
export type Script = readonly Said[] | ((request: MessagesRequest, n: number) => Said | Promise<Said>)

export type Recorded = { path: string; headers: IncomingMessage['headers']; body: MessagesRequest }
export type ScriptedApi = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  /** Requests for messages, in order of arrival. */
  requests: Recorded[]
  /** Requests of count_tokens. */
  counts: Recorded[]
  /** Connections that the client closed before the answer had ended. */
  left: number
  close(): Promise<void>
}

export const text = (said: string): AnswerBlock => ({ type: 'text', text: said })
export const thinking = (said: string, signature = 'signed'): AnswerBlock => ({ type: 'thinking', thinking: said, signature })
let uses = 0
export const use = (name: string, input: Record<string, unknown>, id = `toolu_${String(++uses).padStart(8, '0')}`): ToolUseBlock => ({
  type: 'tool_use',
  id,
  name,
  input,
})

export type ScriptedOptions = {
  /** Answers of count_tokens; null: the endpoint is not there (404). A fourth of the body's length, unless given. */
  count?: ((request: CountRequest) => number) | null
  /** Milliseconds between two events of a stream; 0. */
  pace?: number
  /** What GET answers by path, as JSON; everything else is not there. */
  pages?: Record<string, unknown>
}

export async function scriptedApi(script: Script, options: ScriptedOptions = {}): Promise<ScriptedApi> {
  const api: ScriptedApi = { url: '', requests: [], counts: [], left: 0, close: async () => {} }
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableEnded) api.left++
    })
    answer(api, script, options, request, response).catch((error: Error) => response.destroy(error))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  api.close = () =>
    new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return api
}

async function answer(api: ScriptedApi, script: Script, options: ScriptedOptions, request: IncomingMessage, response: ServerResponse) {
  const path = (request.url ?? '').split('?')[0]!
  const page = request.method === 'GET' ? options.pages?.[path] : undefined
  if (page !== undefined) return json(response, 200, page)
  const body = await bodyOf(request)
  if (request.method !== 'POST' || !path.startsWith('/v1/messages')) return refuse(response, 'not_found_error', path)
  const recorded = { path: request.url ?? '', headers: request.headers, body: body as MessagesRequest }
  if (path === '/v1/messages/count_tokens') {
    api.counts.push(recorded)
    const { count = (asked: unknown) => Math.ceil(JSON.stringify(asked).length / 4) } = options
    const parsed = CountRequest.safeParse(body)
    if (!count) return refuse(response, 'not_found_error', path)
    if (!parsed.success) return refuse(response, 'invalid_request_error', parsed.error.message)
    return json(response, 200, { input_tokens: count(parsed.data) })
  }
  api.requests.push(recorded)
  const parsed = Request.safeParse(body)
  if (!parsed.success) return refuse(response, 'invalid_request_error', parsed.error.message)
  const n = api.requests.length - 1
  const said = typeof script === 'function' ? await script(parsed.data, n) : script[n]
  if (said === undefined) return refuse(response, 'invalid_request_error', 'the script has ended')
  if (typeof said === 'object' && 'raw' in said) return said.raw(response, parsed.data)
  if (typeof said === 'object' && 'error' in said) return refuse(response, said.error, said.message ?? said.error, said.headers)
  const message = messageOf(typeof said === 'string' ? { content: [text(said)] } : said, parsed.data, n)
  if (!parsed.data.stream) return json(response, 200, message)
  await streamed(response, message, options.pace ?? 0)
}

/** The message that an answer is, with counts where it gives none. */
export function messageOf({ content, stop_reason, usage }: Answer, request: MessagesRequest, n: number): MessagesResponse {
  return {
    id: `msg_scripted_${n}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content,
    stop_reason: stop_reason ?? (content.some(({ type }) => type === 'tool_use') ? 'tool_use' : 'end_turn'),
    stop_sequence: null,
    usage: {
      input_tokens: Math.ceil(JSON.stringify(request.messages).length / 4),
      output_tokens: Math.ceil(JSON.stringify(content).length / 4),
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      ...usage,
    },
  }
}

async function streamed(response: ServerResponse, message: MessagesResponse, pace: number): Promise<void> {
  startStream(response)
  for (const event of eventsOf(message)) {
    if (pace) await new Promise((done) => setTimeout(done, pace))
    if (response.destroyed) return
    response.write(encodeEvent(event))
  }
  response.end()
}

export const startStream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

const refuse = (response: ServerResponse, type: ErrorType, message: string, headers?: Record<string, string>) =>
  json(response, ERROR_STATUS[type], apiError(type, message), headers)
