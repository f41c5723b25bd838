/** Who gets in: the token and the cookie, and who is kept out before anything is looked at. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor, type Refused } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

const signIn = (token: unknown) => door.ask<Refused & { signedIn: true }>('/api/session', { body: { token }, signedOut: true })

describe('the token', () => {
  it('is readable by its owner alone', () => {
    expect(statSync(join(door.home, 'token')).mode & 0o077).toBe(0)
  })

  it('is asked for by everything under /api and /apps', async () => {
    for (const path of [
      '/api/apps',
      '/api/me',
      '/api/openapi.json',
      '/api/export',
      '/api/pictures/x.png',
      '/api/nothing',
      '/apps/abcdefgh',
      '/apps/abcdefgh/frame',
    ]) {
      const { status, body } = await door.ask<Refused>(path, { signedOut: true })
      expect([path, status, body.error.code]).toEqual([path, 401, 'token-missing'])
    }
  })

  it.each(['', 'wrong', `${'x'.repeat(100_000)}`, '__proto__', null, 5, { toString: 'x' }])('refuses %j', async (token) => {
    const { status, body, headers } = await signIn(token)
    expect([status, body.error.code, headers.get('set-cookie')]).toEqual([401, 'token-wrong', null])
    if (typeof token !== 'string' || token.length > 100) return
    expect((await door.ask('/api/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })

  it('becomes a cookie that no script and no other site can use, and that is not the token', async () => {
    const { status, headers } = await signIn(door.server.token)
    expect(status).toBe(200)
    const cookie = headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).not.toContain(door.server.token)
    const value = cookie.split(';')[0]!
    expect((await door.ask('/api/me', { signedOut: true, headers: { cookie: value } })).status).toBe(200)
    expect(
      (await door.ask('/api/me', { signedOut: true, headers: { cookie: value.replace(/.$/, (c) => (c === '0' ? '1' : '0')) } })).status,
    ).toBe(401)
    expect((await door.ask('/api/me', { signedOut: true, headers: { authorization: `Bearer ${value.split('=')[1]}` } })).status).toBe(401)
  })

  it('in the address of a page is taken out of it', async () => {
    const { status, headers } = await door.ask(`/?token=${door.server.token}&x=1`, { signedOut: true })
    expect([status, headers.get('location')]).toEqual([303, '/?x=1'])
    expect(headers.get('set-cookie')).toContain('macaron_')
    const wrong = await door.ask('/?token=wrong', { signedOut: true })
    expect([wrong.status, wrong.headers.get('location'), wrong.headers.get('set-cookie')]).toEqual([303, '/', null])
    expect((await door.ask(`/api/me?token=${door.server.token}`, { signedOut: true })).status).toBe(401)
  })

  it('opened again in the same browser makes no second session', async () => {
    const open = (cookie = '') => door.ask(`/?token=${door.server.token}`, { signedOut: true, headers: { cookie } })
    const cookie = (await open()).headers.get('set-cookie')!.split(';')[0]!
    const again = await open(cookie)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([303, null])
    expect((await open('macaron_80=nonsense')).headers.get('set-cookie')).not.toBeNull()
  })

  it('never leads to another site', async () => {
    for (const path of ['//evil.example', '/\\evil.example', '/%2F/evil.example']) {
      const { headers } = await door.ask(`${path}?token=${door.server.token}`, { signedOut: true })
      expect(headers.get('location') ?? '/').not.toMatch(/^(\/\/|\/\\|https?:)/)
    }
  })

  it('sends a person who follows a link to an app to the page that signs in', async () => {
    const { status, headers } = await door.ask('/apps/abcdefgh', { signedOut: true, headers: { accept: 'text/html' } })
    expect([status, headers.get('location')]).toEqual([303, '/'])
  })

  it('leads an old link to the apps there are, but puts no page of ours into a frame', async () => {
    const go = (dest: string) => door.ask('/apps/abcdefgh', { headers: { accept: 'text/html', 'sec-fetch-dest': dest } })
    expect([(await go('document')).status, (await go('iframe')).status]).toEqual([303, 404])
  })
})

describe('requests that are not meant for us', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:4820', '', '169.254.169.254', 'localhost@evil.example'])(
    'host %j',
    async (host) => {
      const { status, body } = await door.ask<Refused>('/api/me', { headers: { host } })
      expect([status, body.error.code]).toEqual([403, 'host-refused'])
    },
  )

  it.each(['localhost', '127.0.0.1:4820', '[::1]:4820', 'LOCALHOST:1'])('but host %j is ours', async (host) => {
    expect((await door.ask('/api/me', { headers: { host } })).status).toBe(200)
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:9999', 'file://', 'http://127.0.0.1.evil.example'])(
    'origin %j',
    async (origin) => {
      for (const path of ['/api/me', '/api/session', '/']) {
        const { status, body } = await door.ask<Refused>(path, { headers: { origin }, body: {} })
        expect([status, body.error.code]).toEqual([403, 'origin-refused'])
      }
    },
  )

  it('a script of another site, told by the browser', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await door.ask<Refused>('/api/apps', { headers })).body.error.code).toBe('origin-refused')
    expect((await door.ask('/', { headers: { ...headers, 'sec-fetch-mode': 'navigate' } })).status).not.toBe(403)
    expect((await door.ask('/api/me', { headers: { origin: 'http://127.0.0.1' } })).status).toBe(200)
  })

  it('says so in the language that was asked for', async () => {
    const said = new Set<string>()
    for (const language of ['en', 'zh', 'ja', 'ko']) {
      const { body } = await door.ask<Refused>('/api/me', { signedOut: true, headers: { 'accept-language': `${language};q=0.9` } })
      said.add(body.error.message)
    }
    expect(said.size).toBe(4)
  })
})
