/** People over HTTP: invited, signed in, with tokens of their own, revoked, removed. Real sockets where a stream is to end. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import type { ToldCredential } from '../../src/doors/http/credentials.ts'
import type { PeopleView } from '../../src/doors/http/people.ts'
import type { PersonId } from '../../src/events.ts'
import { spending } from '../apps/specs.ts'
import { type Asked, type Door, find, type Guest, invite, newHome, openDoor, publish, type Refused, replyOf } from './door.ts'

let door: Door
let guest: Guest
const clock = fixedClock('2026-11-28T09:00:00Z')
const home = newHome()
beforeAll(async () => {
  // Left by a program that ended in the middle of a removal.
  mkdirSync(join(home, 'people', '.removed-nobody12345678'), { recursive: true })
  door = await openDoor(home, { clock })
  guest = await invite(door, 'Kim')
})
afterAll(() => door.close())

const people = async () => (await door.ask<PeopleView>('/api/people')).body
const tokenOf = async (scopes: string[], asked: Asked = {}, days?: number) => {
  const { body } = await guest.ask<{ secret: string }>('/api/credentials', {
    body: { name: 'a program', scopes, ...(days && { days }) },
    ...asked,
  })
  return (path: string, asked: Asked = {}) =>
    door.ask<Refused>(path, { ...asked, signedOut: true, headers: { authorization: `Bearer ${body.secret}` } })
}

/** An app of somebody invited. */
async function appFor(who: Guest): Promise<string> {
  const house = await door.server.household.houseOf(who.id as PersonId)
  if (!house.ok) throw new Error(house.error.message)
  return publish({ ...door, server: { ...door.server, house: house.value } }, spending())
}

describe('somebody invited', () => {
  it('has a home of their own, empty, beside the owner’s, and nothing is left of who is gone', async () => {
    await door.say('Remember that my locker is 42')
    expect((await guest.ask<{ memories: unknown[] }>('/api/memories')).body.memories).toEqual([])
    expect((await guest.ask<{ person: string; role: string; name: string }>('/api/me')).body).toMatchObject({
      role: 'invited',
      name: 'Kim',
    })
    expect(existsSync(join(home, 'people', guest.id, 'macaron.db'))).toBe(true)
    expect(existsSync(join(home, 'people', '.removed-nobody12345678'))).toBe(false)
    const said = await guest.say('Remember that I take oat milk')
    expect(find(said, 'memory-stored')).toBeDefined()
    expect((await door.ask('/api/memories')).text).not.toContain('oat')
    expect(readFileSync(join(home, 'macaron.db')).includes('oat milk')).toBe(false)
  })

  it('signs in by name and password, and by nothing else', async () => {
    const enter = (body: object) => door.ask<Refused>('/api/session', { body, signedOut: true })
    const entered = await enter({ name: ' kim ', password: 'Kim: a long password' })
    expect(entered.status).toBe(200)
    const cookie = entered.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/)
    expect(
      (await door.ask<{ person: string }>('/api/me', { signedOut: true, headers: { cookie: cookie.split(';')[0]! } })).body.person,
    ).toBe(guest.id)
    for (const body of [
      { name: 'kim', password: 'wrong' },
      { name: 'nobody', password: 'Kim: a long password' },
    ]) {
      const { status, body: refused, headers } = await enter(body)
      expect([status, refused.error.code, headers.get('set-cookie')]).toEqual([401, 'sign-in-wrong', null])
    }
    expect((await door.ask<{ passwords: boolean }>('/api/session', { signedOut: true })).body.passwords).toBe(true)
  })

  it('and in a browser where somebody else was, in their place', async () => {
    const enter = (name: string, cookie = '') =>
      door.ask('/api/session', { body: { name, password: `${name}: a long password` }, signedOut: true, headers: { cookie } })
    const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')!.split(';')[0]!
    const status = async (cookie: string) => (await door.ask('/api/me', { signedOut: true, headers: { cookie } })).status
    const first = cookieOf(await enter('Kim'))
    const second = cookieOf(await enter('Kim', first))
    expect([await status(first), await status(second), (await guest.ask('/api/me')).status]).toEqual([401, 200, 200])
  })

  it('has to wait after some guesses, and is told for how long', async () => {
    const enter = () => door.ask<Refused>('/api/session', { body: { name: 'Lee', password: 'wrong' }, signedOut: true })
    let answer = await enter()
    for (let i = 0; i < 5; i++) answer = await enter()
    expect([answer.status, answer.body.error.code, answer.headers.get('retry-after')]).toEqual([429, 'guess-later', '60'])
  })

  it('may not do what is the owner’s', async () => {
    for (const [method, path, body] of [
      ['GET', '/api/people'],
      ['POST', '/api/people/invitations', {}],
      ['DELETE', `/api/people/${guest.id}?confirm=true`],
      ['POST', '/api/models/find'],
      ['PUT', '/api/models/budgets', { day: 5 }],
      ['PUT', '/api/embeddings', { use: 'builtin' }],
    ] as const) {
      const { status, body: refused } = await guest.ask<Refused>(path, { method, body })
      expect([path, status, refused.error.code]).toEqual([path, 403, 'owner-only'])
    }
  })

  it('has no model until the owner lends theirs', async () => {
    const kinds = async () => (await guest.ask<{ providers: { name: string; missing: unknown }[] }>('/api/models')).body.providers.length
    expect(await kinds()).toBeGreaterThan(0)
    const before = door.server.household.houseOf(guest.id as never)
    expect((await door.ask(`/api/people/${guest.id}`, { method: 'PATCH', body: { models: true } })).status).toBe(200)
    expect((await people()).people.find(({ id }) => id === guest.id)?.models).toBe(true)
    expect((await guest.ask('/api/memories')).text).toContain('oat')
    expect(await door.server.household.houseOf(guest.id as never)).not.toBe(await before)
  })
})

describe('a token', () => {
  const app = { id: '' }
  beforeAll(async () => {
    app.id = await appFor(guest)
  })
  const STEPS: [scope: string, method: string, path: () => string, body?: object][] = [
    ['read', 'GET', () => '/api/apps'],
    ['read', 'GET', () => `/apps/${app.id}`],
    ['talk', 'POST', () => `/api/apps/${app.id}/collections/cups/records`, { values: { what: 'Latte', price: 500 } }],
    ['build', 'PATCH', () => `/api/apps/${app.id}`, { pinned: true }],
    ['admin', 'PUT', () => '/api/circumstances', { region: null, age: null }],
    ['admin', 'GET', () => '/api/credentials'],
  ]
  it.each(['read', 'talk', 'build', 'admin'])('for “%s” does that and nothing else', async (scope) => {
    const ask = await tokenOf([scope])
    for (const [needed, method, path, body] of STEPS) {
      const { status, body: refused } = await ask(path(), { method, ...(body && { body }) })
      expect([path(), needed === scope ? status : [status, refused.error.code]]).toEqual([
        path(),
        needed === scope ? 200 : [403, 'scope-missing'],
      ])
    }
  })

  it('to talk makes no app and says no yes', async () => {
    const ask = await tokenOf(['talk', 'read'])
    const before = (await guest.ask('/api/apps')).text
    const { text } = await ask('/api/turns', { body: { text: 'A reading list with author and pages' } })
    expect(text).toContain('“build”')
    expect((await guest.ask('/api/apps')).text).toBe(before)
    const decides = { approval: 'abcdefgh', decision: 'approve' }
    expect((await ask('/api/turns', { body: { text: 'yes', decides } })).body.error.code).toBe('scope-missing')
    expect((await ask('/api/turns', { body: { text: 'Remember that I like rye' } })).text).toContain('memory-stored')
  })

  it('is of the person who made it, listed by name, ended by id, and by its time', async () => {
    const ask = await tokenOf(['read'], {}, 3)
    expect((await ask('/api/memories')).text).toContain('oat')
    const { credentials } = (await guest.ask<{ credentials: ToldCredential[] }>('/api/credentials')).body
    const token = credentials.find(({ until }) => until !== null && until < '2027')!
    expect(token).toMatchObject({ kind: 'token', name: 'a program', scopes: ['read'], current: false })
    expect(credentials.filter(({ current }) => current).map(({ kind }) => kind)).toEqual(['session'])
    expect(JSON.stringify(credentials)).not.toMatch(/hash|secret/)
    expect((await door.ask(`/api/credentials/${token.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await ask('/api/memories')).status).toBe(200)
    expect((await guest.ask(`/api/credentials/${token.id}`, { method: 'DELETE' })).status).toBe(200)
    expect((await ask('/api/memories')).status).toBe(401)
  })
})

describe('on a real socket', () => {
  let server: Server
  let url: string
  let app: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server = listen({ fetch: door.server.routes.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve()) as Server
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    app = await appFor(await invite(door, 'Mo'))
  })
  afterAll(() => void server.close())

  /** A session made over the socket: its cookie has the port in its name. */
  async function session(name = 'Mo'): Promise<Record<string, string>> {
    const body = JSON.stringify({ name, password: `${name}: a long password` })
    const answer = await fetch(`${url}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(200)
    return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
  }
  /** An event stream that is open, and whether it has ended. */
  async function stream(headers: Record<string, string>, of = app) {
    const answer = await fetch(`${url}/api/apps/${of}/events`, { headers })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const reader = answer.body!.getReader()
    expect((await reader.read()).done).toBe(false)
    return { ended: reader.read().then(({ done }) => done) }
  }
  const open = Symbol('still open')
  const within = <T>(promise: Promise<T>) => Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(open), 150))])

  it('a revoked session ends its streams at once, and no other’s', async () => {
    const [mine, other] = [await session(), await session()]
    const [ending, staying] = [await stream(mine), await stream(other)]
    const { credentials } = (await (await fetch(`${url}/api/credentials`, { headers: mine })).json()) as { credentials: ToldCredential[] }
    const { id } = credentials.find(({ current }) => current)!
    await fetch(`${url}/api/credentials/${id}`, { method: 'DELETE', headers: mine })
    expect(await within(ending.ended)).toBe(true)
    expect(await within(staying.ended)).toBe(open)
    expect((await fetch(`${url}/api/me`, { headers: mine })).status).toBe(401)
    // All but one's own.
    expect((await fetch(`${url}/api/credentials`, { method: 'DELETE', headers: other })).status).toBe(200)
    expect(await within(staying.ended)).toBe(open)
  })

  it('who is removed is gone: streams, sessions, folder', async () => {
    const lee = await invite(door, 'Lee')
    await lee.say('Remember that I collect stamps')
    const headers = await session('Lee')
    const { ended } = await stream(headers, await appFor(lee))
    const asked = await door.ask<{ removed: boolean }>(`/api/people/${lee.id}`, { method: 'DELETE' })
    expect([asked.body.removed, existsSync(join(home, 'people', lee.id))]).toEqual([false, true])
    const gone = await door.ask<{ removed: boolean }>(`/api/people/${lee.id}?confirm=true`, { method: 'DELETE' })
    expect(gone.body.removed).toBe(true)
    expect(await within(ended)).toBe(true)
    expect((await fetch(`${url}/api/me`, { headers })).status).toBe(401)
    expect(existsSync(join(home, 'people', lee.id))).toBe(false)
    expect(new Set((await people()).people.map(({ name }) => name))).toEqual(new Set([null, 'Kim', 'Mo']))
  })
})

it('who asks too often is told when to go on, by address', async () => {
  clock.pass(3_600_000)
  const from = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    door.server.routes.request(
      'http://127.0.0.1/api/me',
      { headers: { host: '127.0.0.1', ...headers } },
      { incoming: { socket: { remoteAddress } } },
    )
  const statuses = await Promise.all(Array.from({ length: 2401 }, async () => (await from('203.0.113.7')).status))
  expect(statuses.filter((status) => status === 429).length).toBe(1)
  const refused = await from('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' })
  expect([refused.status, refused.headers.get('retry-after'), ((await refused.json()) as Refused).error.code]).toEqual([
    429,
    '1',
    'asked-too-often',
  ])
  // Somebody else, and the owner at the machine, go on.
  expect((await from('203.0.113.8')).status).toBe(401)
  expect((await from('203.0.113.7', { authorization: `Bearer ${door.server.token}` })).status).toBe(200)
  clock.pass(1000)
  expect((await from('203.0.113.7')).status).toBe(401)
})

it('who asks too often is told when to go on, by person; a turn counts for many looks', async () => {
  clock.pass(3_600_000)
  let answers = await Promise.all(Array.from({ length: 31 }, () => guest.ask<Refused>('/api/turns', { body: { text: ' ' } })))
  expect(answers.map(({ status }) => status).filter((status) => status === 429).length).toBe(1)
  const { headers } = answers.find(({ status }) => status === 429)!
  expect(headers.get('retry-after')).toBe('1')
  expect((await door.ask('/api/me')).status).toBe(200)
  clock.pass(2500)
  answers = await Promise.all(Array.from({ length: 301 }, () => guest.ask<Refused>('/api/people')))
  expect(answers.filter(({ status }) => status === 429).length).toBe(1)
  expect(answers.find(({ status }) => status === 429)!.body.error.message).toMatch(/Wait 1 seconds/)
})

it('says in four languages what is wrong', async () => {
  const said = new Set<string>()
  for (const language of ['en', 'zh', 'ja', 'ko'])
    said.add(
      (
        await door.ask<Refused>('/api/invitations/accept', {
          body: { invitation: 'x', name: 'x', password: 'x' },
          signedOut: true,
          headers: { 'accept-language': language },
        })
      ).body.error.message,
    )
  expect(said.size).toBe(4)
})

it('a reply of a turn is the guest’s own', async () => {
  clock.pass(3_600_000)
  expect(replyOf(await guest.say('What do you know about my locker?'))).not.toContain('42')
})
