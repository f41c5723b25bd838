/** One person's program: a token of their own, requests over one keep-alive connection pool, and a stream that stays open. */
import http from 'node:http'
import type { Event } from '../../src/events.ts'

/** `cookie`: what a browser would send from now on. */
export type Answer = { status: number; text: string; cookie: string | undefined }
export type Stream = { changes: () => number; ended: () => boolean; close(): void }

/** Longer than any answer takes, also on a machine that others use: milliseconds. */
const PATIENCE = 180_000
/** As long as proxies keep a connection that nothing is asked over; the server keeps it longer. */
const IDLE = 60_000
const agent = new http.Agent({ keepAlive: true, maxSockets: 400, timeout: IDLE })

type Asked = { method?: string; body?: unknown; headers?: Record<string, string> }

/** Never throws: a connection that fails is an answer of status 0. */
export function ask(base: string, token: string | null, path: string, { method = 'GET', body, headers }: Asked = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const broken = (error: Error) => resolve({ status: 0, text: error.message, cookie: undefined })
    const request = http.request(new URL(path, base), {
      ...{ method, agent, timeout: PATIENCE },
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    request.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', broken)
      response.on('end', () => {
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0]
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), cookie })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer')))
    request.on('error', broken)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

export const eventsOf = (text: string): Event[] => [...text.matchAll(/^data: ?(.*)$/gm)].map(([, data]) => JSON.parse(data!) as Event)

/** The changes of an app, as its page hears of them. Resolves when the first sign of life came. */
export function listen(base: string, token: string, app: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let changes = 0
    let ended = false
    const request = http.request(new URL(`/api/apps/${app}/events`, base), { agent: false, headers: { authorization: `Bearer ${token}` } })
    const end = () => {
      ended = true
    }
    request.on('error', (error) => {
      end()
      reject(error)
    })
    request.on('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`a stream was answered with ${response.statusCode}`))
      response.on('close', end)
      response.on('error', end)
      response.on('data', (part: Buffer) => {
        changes += part.toString().split('event: change').length - 1
        resolve({ changes: () => changes, ended: () => ended, close: () => request.destroy() })
      })
    })
    request.end()
  })
}
