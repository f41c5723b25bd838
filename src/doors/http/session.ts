/**
 * Who may speak to the server, and as whom. Covers: other sites in the same browser (Origin, Sec-Fetch-Site), DNS rebinding
 * (Host), whoever has neither the start-up token nor a session or token of their own (people/credentials.ts); what a session or
 * token opened ends with it. Does not cover: a person or program that can read the files under MACARON_HOME, and plain HTTP beyond
 * this machine (put a TLS proxy before it).
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ok, type Result } from '../../base/result.ts'
import type { PersonId } from '../../events.ts'
import type { Household } from '../../household.ts'
import type { Credential } from '../../people/credentials.ts'
import type { People, Person } from '../../people/people.ts'
import { ALL, type Scopes } from '../../people/scopes.ts'
import { isEncrypted } from './address.ts'
import { refuse, refuseFailure } from './refuse.ts'
import { needs, ownersOnly } from './scope.ts'
import type { Env } from './server.ts'

export type Door = {
  /** The start-up token: whoever has it is the owner. */
  token: string
  /** Host names a request may be addressed to, without port. */
  hosts: string[]
  /** A proxy on this machine stands before it and says where requests come from. */
  proxied: boolean
}

/** Who a request is from. `credential` is null for the start-up token itself. */
export type Entrant = { person: Person; scopes: Scopes; credential: Credential | null }

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1']

export const allowedHosts = (host: string, more = ''): string[] => [
  ...new Set([
    ...LOOPBACK,
    ...(host === '0.0.0.0' || host === '::' ? [] : [host]),
    ...more
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ]),
]

const same = (a: string, b: string) => {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(x!, y!)
}
export const tokenFits = (door: Door, token: string): boolean => same(token, door.token)

// ---- Sessions --------------------------------------------------------------------------------------------------

/** How long a browser stays signed in: seconds. */
const SESSION = 180 * 86_400

/** Named by port: cookies of one host are shared by all its ports. */
const cookieName = (c: Context) => `macaron_${(c.req.header('host') ?? '').split(':').at(-1)?.replace(/\D/g, '') || '80'}`

/** As browsers name themselves; most of them name others after it. */
const BROWSERS = { Edg: 'Edge', OPR: 'Opera', SamsungBrowser: 'Samsung Internet', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' }
const SYSTEMS = { Android: 'Android', iPhone: 'iPhone', iPad: 'iPad', Windows: 'Windows', CrOS: 'ChromeOS', Mac: 'macOS', Linux: 'Linux' }

/** What browser it is, for the list of sessions; '' where it does not say. */
export const deviceOf = (agent = ''): string =>
  [BROWSERS, SYSTEMS].flatMap((names) => Object.entries(names).find(([name]) => agent.includes(name))?.[1] ?? []).join(', ')

const sessionIn = (c: Context, { credentials }: People) => {
  const cookie = getCookie(c, cookieName(c))
  return cookie ? credentials.recognise('session', cookie) : null
}

/** Makes a session and hands its secret to the browser, in a cookie that no script and no other site can use. */
export async function signIn(c: Context, door: Door, { people }: Household, person: PersonId): Promise<Result<void>> {
  const name = deviceOf(c.req.header('user-agent'))
  const made = await people.credentials.make({ person, kind: 'session', name, scopes: ALL, lasts: SESSION * 1000 })
  if (!made.ok) return made
  // Whoever was signed in here before no longer is.
  const before = sessionIn(c, people)
  before?.done()
  if (before) await people.credentials.revoke(before.credential.person, { id: before.credential.id })
  const secure = isEncrypted(c, door)
  setCookie(c, cookieName(c), made.value.secret, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: SESSION, secure })
  return ok(undefined)
}

export const signOut = (c: Context) => deleteCookie(c, cookieName(c), { path: '/' })

type Found = { entrant: Entrant; opened: AbortSignal | null; done(): void }

export const bearerOf = (c: Context): string | undefined => c.req.header('authorization')?.match(/^Bearer (\S{1,200})$/)?.[1]

function entrantOf(c: Context, door: Door, { people }: Household): Found | null {
  const bearer = bearerOf(c)
  if (bearer && tokenFits(door, bearer))
    return { entrant: { person: people.owner(), scopes: ALL, credential: null }, opened: null, done: () => undefined }
  const found = bearer ? people.credentials.recognise('token', bearer) : sessionIn(c, people)
  if (!found) return null
  const { credential, opened, done } = found
  const person = people.get(credential.person)
  if (person) return { entrant: { person, scopes: credential.scopes, credential }, opened, done }
  done()
  return null
}

// ---- What a request meets --------------------------------------------------------------------------------------

const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase()

/** Refuses what was not meant for us, before anything else looks at it. */
export const guardOrigin =
  (door: Door): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!door.hosts.includes(hostName(host))) return refuse(c, 403, 'host-refused', { host: host.slice(0, 80) })
    const origin = c.req.header('origin')
    if (origin !== undefined) {
      const from = URL.canParse(origin) ? new URL(origin).host : null
      // An app's frame has the origin `null`: it may not call the API by itself, only through its host's bridge.
      if (from !== host) return refuse(c, 403, 'origin-refused', { origin: origin.slice(0, 80) })
    } else if (c.req.header('sec-fetch-site') === 'cross-site' && c.req.header('sec-fetch-mode') !== 'navigate') {
      return refuse(c, 403, 'origin-refused', { origin: 'another site' })
    }
    return next()
  }

/** Whether this browser is signed in as the owner already: the printed address is opened again and again. */
function isOwner(c: Context, door: Door, household: Household): boolean {
  const found = entrantOf(c, door, household)
  found?.done()
  return found?.entrant.person.role === 'owner'
}

/** `?token=` on a page is exchanged for a session and taken out of the address. */
export const takeToken =
  (door: Door, household: Household): MiddlewareHandler =>
  async (c, next) => {
    const url = new URL(c.req.url)
    const given = url.searchParams.get('token')
    if (given === null || c.req.method !== 'GET' || url.pathname.startsWith('/api/')) return next()
    if (tokenFits(door, given) && !isOwner(c, door, household)) {
      const made = await signIn(c, door, household, household.people.owner().id)
      if (!made.ok) return refuseFailure(c, made.error)
    }
    url.searchParams.delete('token')
    // A path of two slashes would be another site's address.
    return c.redirect(`/${url.pathname.replace(/^[/\\]+/, '')}${url.search}`, 303)
  }

const STREAMS = /^(?:text\/event-stream|application\/x-ndjson)/

/** Lets through only who is known, to what they may do, in their own house and no other. `limit` may refuse whoever asks too often. */
export const guardEntry =
  (door: Door, household: Household, limit: (c: Context, entrant: Entrant) => Response | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    const found = entrantOf(c, door, household)
    // Who follows a link signs in on the page; a program is told.
    if (!found) {
      const followed = c.req.method === 'GET' && !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
      return followed ? c.redirect('/', 303) : refuse(c, 401, 'token-missing')
    }
    const { entrant, opened, done } = found
    let streams = false
    try {
      const limited = limit(c, entrant)
      if (limited) return limited
      const scope = needs(c.req.method, c.req.path)
      if (!entrant.scopes.has(scope)) return refuse(c, 403, 'scope-missing', { scope })
      if (entrant.person.role !== 'owner' && ownersOnly(c.req.method, c.req.path)) return refuse(c, 403, 'owner-only')
      const house = await household.houseOf(entrant.person.id)
      if (!house.ok) return refuseFailure(c, house.error)
      c.set('entrant', entrant)
      c.set('house', house.value)
      await next()
      if (opened && c.res.body && STREAMS.test(c.res.headers.get('content-type') ?? '')) {
        streams = true
        c.res = new Response(endedBy(c.res.body, opened, done), c.res)
      }
    } finally {
      if (!streams) done()
    }
  }

/** A stream that ends when its reader leaves, its source ends, or `signal` says so. */
function endedBy(source: ReadableStream<Uint8Array>, signal: AbortSignal, done: () => void): ReadableStream<Uint8Array> {
  const reader = source.getReader()
  const leave = async (reason?: unknown) => {
    done()
    await reader.cancel(reason).catch(() => undefined)
  }
  return new ReadableStream({
    start(controller) {
      const stop = () => {
        void leave()
        try {
          controller.close()
        } catch {
          // It has ended by itself.
        }
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    },
    async pull(controller) {
      const { value, done: ended } = await reader.read()
      if (signal.aborted) return
      if (!ended) return controller.enqueue(value)
      done()
      controller.close()
    },
    cancel: leave,
  })
}
