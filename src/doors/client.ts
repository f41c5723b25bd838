/**
 * The command line's way in: HTTP to the server that holds the home or, where none does, the same routes in this
 * process. One set of rules either way.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { Event, OWNER } from '../events.ts'
import { readSecret } from '../store/secret.ts'

export type Client = {
  /** Where the server is; null: in this process. */
  url: string | null
  /** The bytes of an answer, as they come. */
  download(path: string): Promise<Result<ReadableStream<Uint8Array>>>
  call(path: string, init?: { method?: string; body?: unknown }): Promise<Result<unknown>>
  /** The events of a turn, as they come. */
  turn(body: { text: string; conversation?: string; open?: string; incognito?: boolean }): AsyncGenerator<Event>
  close(): Promise<void>
}

export type Send = (path: string, init: RequestInit) => Promise<Response>

const ServerFile = z.object({ url: z.url(), pid: z.number().int() })
const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** How long a server has to answer that it lives: milliseconds. */
const PATIENCE = 5000

/** The server that holds this home, if one lives: one that was killed leaves its file, and its number to another process. */
export async function runningServer(home: string): Promise<{ url: string; token: string } | null> {
  try {
    const { url, pid } = ServerFile.parse(JSON.parse(readFileSync(join(home, 'server.json'), 'utf8')))
    process.kill(pid, 0)
    const token = await tokenIn(home)
    if (!token) return null
    const { ok } = await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(PATIENCE) })
    return ok ? { url, token } : null
  } catch {
    return null
  }
}

export const TOKEN_FILE = 'token'

/** The start-up token; of a sealed home only with its master key. */
async function tokenIn(home: string): Promise<string | null> {
  // What opens a database is not loaded for a command that asks a server.
  const vault = existsSync(join(home, 'vault.json'))
    ? (await import('../store/vault.ts')).vaultIn(home, OWNER, process.env.MACARON_KEY)
    : ok(null)
  const token = vault.ok ? readSecret(join(home, TOKEN_FILE), vault.value) : null
  return token?.ok ? token.value : null
}

export function clientOf(send: Send, headers: Record<string, string>, close: () => Promise<void>, url: string | null = null): Client {
  const request = (path: string, method: string, body: unknown) =>
    send(path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const refused = (answer: unknown, status: number) => {
    const refusal = Refusal.safeParse(answer)
    return refusal.success ? fail(refusal.data.error.code, refusal.data.error.message) : fail('http', `The server answered ${status}.`)
  }
  return {
    url,
    async download(path) {
      const response = await request(path, 'GET', undefined)
      if (response.ok && response.body) return ok(response.body)
      return refused(await response.json().catch(() => null), response.status)
    },
    async call(path, { method = 'GET', body } = {}) {
      const response = await request(path, method, body)
      const answer: unknown = await response.json().catch(() => null)
      return response.ok ? ok(answer) : refused(answer, response.status)
    },
    async *turn(body) {
      const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const response = await request('/api/turns', 'POST', { locale, timeZone, ...body })
      if (!response.ok || !response.body) {
        throw new Error(refused(await response.json().catch(() => null), response.status).error.message)
      }
      for await (const data of sse(response.body)) {
        const event = Event.safeParse(JSON.parse(data))
        if (event.success) yield event.data
      }
    },
    close,
  }
}

/** The `data:` of each message of an event stream. */
async function* sse(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const messages = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const data = message.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5).trimStart()] : []))
      if (data.length) yield data.join('\n')
    }
  }
}
