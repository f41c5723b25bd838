import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, describe, expect, test } from 'vitest'
import type { Env } from '../../src/doors/http/server.ts'
import { allowedHosts, type Door, guardEntry, guardOrigin, takeToken } from '../../src/doors/http/session.ts'
import { openHousehold } from '../../src/household.ts'
import { value } from '../store/store.contract.ts'

const door: Door = { token: 'a-token-for-tests-only', hosts: allowedHosts('127.0.0.1', 'home.example'), proxied: false }
const home = mkdtempSync(join(tmpdir(), 'macaron-session-'))
const household = value(await openHousehold({ home, env: {} }))
afterAll(async () => {
  await household.close()
  rmSync(home, { recursive: true, force: true })
})
const routes = new Hono<Env>()
routes.use(guardOrigin(door))
routes.use(takeToken(door, household))
const guard = guardEntry(door, household, () => null)
routes.use('/api/*', guard)
routes.use('/', guard)
routes.all('/api/thing', (c) => c.json({ ok: true }))
routes.get('/', (c) => c.text('page'))

const bearer = { authorization: `Bearer ${door.token}` }
const ask = (headers: Record<string, string>, method = 'POST', path = '/api/thing') =>
  routes.request(`http://127.0.0.1:4820${path}`, { method, headers: { host: '127.0.0.1:4820', ...headers } })

describe('who may speak to the server', () => {
  test.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer nonsense' }, 401],
    ['the token', bearer, 200],
    ['the token from our own page', { ...bearer, origin: 'http://127.0.0.1:4820' }, 200],
    ['a named host', { ...bearer, host: 'home.example:4820' }, 200],
    ['another host (DNS rebinding)', { ...bearer, host: 'evil.example:4820' }, 403],
    ['a host that only begins like ours', { ...bearer, host: '127.0.0.1.evil.example' }, 403],
    ['another origin', { ...bearer, origin: 'https://evil.example' }, 403],
    ['the opaque origin of an app frame', { ...bearer, origin: 'null' }, 403],
    ['another port of this machine', { ...bearer, origin: 'http://127.0.0.1:9999' }, 403],
    ['another site without an Origin', { ...bearer, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ])('%s', async (_, headers, status) => {
    expect((await ask(headers as Record<string, string>)).status).toBe(status)
  })

  test('a token in the address becomes a cookie and leaves the address', async () => {
    const answer = await ask({}, 'GET', `/?token=${door.token}&app=x`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/?app=x')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toContain(door.token)
    expect((await ask({ cookie: cookie.split(';')[0]! })).status).toBe(200)
  })

  test('a wrong token in the address signs nobody in', async () => {
    const answer = await ask({}, 'GET', '/?token=wrong')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('the refusal is in the language that was asked for', async () => {
    for (const [language, word] of [
      ['ja', 'サインイン'],
      ['ko-KR', '로그인'],
      ['zh-CN', '登录'],
      ['fr', 'Sign in'],
    ] as const) {
      const answer = (await (await ask({ 'accept-language': language })).json()) as { error: { code: string; message: string } }
      expect(answer.error.code).toBe('token-missing')
      expect(answer.error.message).toContain(word)
    }
  })
})
