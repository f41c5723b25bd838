/**
 * One address on loopback that stands for whichever endpoint a build has: a process that waits for its build has to know
 * an address before that is known. Its token opens nothing unless it is aimed. Covers: the endpoint's token is never
 * told to the process. Does not cover: anything of what is asked; that is for the gateway behind it.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Relay = {
  url: string
  token: string
  /** Null: nothing is passed on. */
  aim(endpoint: { url: string; token: string } | null): void
  close(): void
}

export async function openRelay(): Promise<Relay> {
  const token = randomBytes(24).toString('base64url')
  let aimed: { url: string; token: string } | null = null
  const server = createServer((asked, answer) => {
    if (!aimed || asked.headers['x-api-key'] !== token || !asked.url?.startsWith('/v1/messages')) return refuse(answer)
    pass(asked, answer, aimed)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A relay that nobody closed keeps no program from ending.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    aim(endpoint) {
      aimed = endpoint
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function pass(asked: IncomingMessage, answer: ServerResponse, { url, token }: { url: string; token: string }): void {
  const { host: _, authorization: __, connection: ___, ...headers } = asked.headers
  const onward = request(
    `${url}${asked.url}`,
    { method: asked.method ?? 'POST', headers: { ...headers, 'x-api-key': token } },
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
  asked.pipe(onward)
}

function refuse(answer: ServerResponse, status = 401, type = 'authentication_error', message = 'There is no build here.'): void {
  answer.writeHead(status, { 'content-type': 'application/json' })
  answer.end(JSON.stringify({ type: 'error', error: { type, message } }))
}
