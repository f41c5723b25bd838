/**
 * Who may speak to the server. Covers: other sites in the same browser (Origin, Sec-Fetch-Site), DNS rebinding
 * (Host), other users of the machine who do not have the token. Does not cover: a person or program that can read
 * the files under MACARON_HOME, and plain HTTP beyond this machine (put a TLS proxy before it).
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refuse } from './refuse.ts'

export type Door = {
  token: string
  /** Host names a request may be addressed to, without port. */
  hosts: string[]
}

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

/** The cookie holds not the token but what follows from it, so that a leaked cookie cannot sign in elsewhere as a token. */
const cookieValue = (token: string) => createHash('sha256').update(`cookie:${token}`).digest('hex')

const same = (a: string, b: string) => {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(x!, y!)
}

/** Named by port: cookies of one host are shared by all its ports. */
const cookieName = (c: Context) => `macaron_${(c.req.header('host') ?? '').split(':').at(-1)?.replace(/\D/g, '') || '80'}`

export function signIn(c: Context, door: Door): void {
  setCookie(c, cookieName(c), cookieValue(door.token), { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 180 * 86_400 })
}

export const tokenFits = (door: Door, token: string): boolean => same(token, door.token)

function signedIn(c: Context, door: Door): boolean {
  const bearer = c.req.header('authorization')?.match(/^Bearer (\S{1,200})$/)?.[1]
  if (bearer) return same(bearer, door.token)
  const cookie = getCookie(c, cookieName(c))
  return cookie !== undefined && same(cookie, cookieValue(door.token))
}

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

/** Lets through only who has the token. `?token=` on a page is exchanged for the cookie and taken out of the address. */
export const guardToken =
  (door: Door): MiddlewareHandler =>
  async (c, next) => {
    const url = new URL(c.req.url)
    const given = url.searchParams.get('token')
    if (given !== null && c.req.method === 'GET' && !url.pathname.startsWith('/api/')) {
      if (tokenFits(door, given)) signIn(c, door)
      url.searchParams.delete('token')
      return c.redirect(url.pathname + url.search, 303)
    }
    if (signedIn(c, door)) return next()
    // Who follows a link signs in on the page; a program is told.
    if (c.req.method === 'GET' && !url.pathname.startsWith('/api/') && c.req.header('accept')?.includes('text/html'))
      return c.redirect('/', 303)
    return refuse(c, 401, 'token-missing')
  }
