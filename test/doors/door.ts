/** A server over a home of its own, spoken to in process through the routes that a browser meets. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppState } from '../../src/apps/types.ts'
import type { Clock } from '../../src/base/clock.ts'
import { type Opened, openServer } from '../../src/doors/serve.ts'
import type { Event, EventOf } from '../../src/events.ts'
import type { AppSpec, Rec } from '../../src/spec.ts'
import { write } from '../../src/studio/write.ts'

export type Answer<T = unknown> = { status: number; headers: Headers; text: string; body: T }
export type Asked = { method?: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string>; signedOut?: boolean }
export type Refused = { error: { code: string; message: string } }

export type Door = {
  home: string
  server: Opened
  /** Sends `body` as JSON, or `raw` as it is, and reads the whole answer. */
  ask<T = unknown>(path: string, asked?: Asked): Promise<Answer<T>>
  /** The answer as it comes: for event streams. */
  open(path: string, asked?: Asked): Promise<Response>
  /** Every event of a turn. */
  say(text: string, more?: { conversation?: string; open?: string; locale?: string }): Promise<Event[]>
  close(): Promise<void>
}

export const newHome = () => mkdtempSync(join(tmpdir(), 'macaron-doors-'))

/** Quick to make; what it costs is tried by test/people/passwords. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

export async function openDoor(home = newHome(), more: { clock?: Clock } = {}): Promise<Door> {
  const opened = await openServer({ home, port: 0, host: '127.0.0.1', cost: CHEAP, ...more })
  if (!opened.ok) throw new Error(opened.error.message)
  const server = opened.value
  const open: Door['open'] = async (path, { method, body, raw, headers = {}, signedOut } = {}) => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    return server.routes.request(`http://127.0.0.1${path}`, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: {
        host: '127.0.0.1',
        ...(!signedOut && { authorization: `Bearer ${server.token}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    })
  }
  return {
    home,
    server,
    open,
    async ask<T>(path: string, asked?: Asked) {
      const response = await open(path, asked)
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, body: parsed(text) as T }
    },
    async say(text, more = {}) {
      const response = await open('/api/turns', { body: { text, timeZone: 'Asia/Tokyo', ...more } })
      return eventsOf(await response.text())
    },
    async close() {
      await server.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An invited person: in their own name by the cookie of their session. */
export type Guest = { id: string; cookie: string; ask: Door['ask']; open: Door['open']; say: Door['say'] }

export async function invite(door: Door, name: string, password = `${name}: a long password`): Promise<Guest> {
  const { body } = await door.ask<{ secret: string }>('/api/people/invitations', { body: { label: name } })
  const accepted = await door.ask('/api/invitations/accept', { body: { invitation: body.secret, name, password }, signedOut: true })
  if (accepted.status !== 200) throw new Error(accepted.text)
  const cookie = accepted.headers.get('set-cookie')!.split(';')[0]!
  const as = (asked: Asked = {}): Asked => ({ ...asked, signedOut: true, headers: { cookie, ...asked.headers } })
  const id = (await door.ask<{ person: string }>('/api/me', as())).body.person
  const open: Door['open'] = (path, asked) => door.open(path, as(asked))
  return {
    ...{ id, cookie, open },
    ask: (path, asked) => door.ask(path, as(asked)),
    async say(text, more = {}) {
      return eventsOf(await (await open('/api/turns', { body: { text, timeZone: 'Asia/Tokyo', ...more } })).text())
    },
  }
}

/** The events in the text of a stream. */
export const eventsOf = (text: string): Event[] => [...text.matchAll(/^data: ?(.+)$/gm)].map(([, data]) => JSON.parse(data!) as Event)

export const find = <T extends Event['type']>(events: Event[], type: T) =>
  events.find((event): event is Event & EventOf<T> => event.type === type)
export const replyOf = (events: Event[]) => find(events, 'reply-end')?.text ?? ''

/** An app of `spec`, published without a check: for what happens after. */
export async function publish(door: Door, spec: AppSpec): Promise<string> {
  const { apps } = door.server.house
  const app = await apps.draft(spec, spec.purpose)
  if (!app.ok) throw new Error(app.error.message)
  const published = await apps.publish(app.value, {
    spec,
    files: write(spec, { id: app.value, requests: [spec.purpose] }),
    requests: [spec.purpose],
    what: spec.name,
  })
  if (!published.ok) throw new Error(published.error.message)
  return app.value
}

export const appOf = async (door: Door, id: string) => (await door.ask<{ app: AppState }>(`/api/apps/${id}`)).body.app
export const recordsOf = async (door: Door, id: string, collection: string) =>
  (await door.ask<{ records: Rec[] }>(`/api/apps/${id}/collections/${collection}/records`)).body.records
