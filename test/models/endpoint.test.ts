/** The gateway over HTTP: statuses and shapes of the API, who may speak to it, who leaves. */
import { request as plainRequest } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError, MessagesResponse, StreamEvent } from '../../src/models/wire.ts'
import { asked, type Home, type HomeOptions, KEY, openHome, servedBy } from './kit.ts'
import * as quirk from './quirks.ts'
import { type Said, type Script, type ScriptedApi, scriptedApi } from './scripted.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})
async function set(script: Script, options: HomeOptions = {}): Promise<{ api: ScriptedApi; home: Home; url: string; post: Post }> {
  const api = await scriptedApi(script)
  const home = await openHome({ file: servedBy(api.url), ...options })
  closing.push(api.close, home.close)
  const url = await home.models.url()
  const session = home.models.open({ step: 'draft' })
  const post: Post = (body, { path = '/v1/messages?beta=true', headers = {}, signal } = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'x-api-key': session.token, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal: signal ?? null,
    })
  return { api, home, url, post }
}
type Post = (body: unknown, more?: { path?: string; headers?: Record<string, string>; signal?: AbortSignal }) => Promise<Response>
const errorOf = async (response: Response) => ApiError.parse(await response.json()).error

describe('the endpoint', () => {
  it('answers whole and streamed, with the session as a bearer or as a key', async () => {
    const { post, home, api } = await set(['One.', 'Two.', 'Three.'])
    expect(MessagesResponse.parse(await (await post(asked())).json()).content).toMatchObject([{ text: 'One.' }])
    const streamed = await post(asked({ stream: true }), { headers: { 'anthropic-beta': 'context-management-2025-06-27' } })
    expect(streamed.headers.get('content-type')).toContain('text/event-stream')
    const events = [...(await streamed.text()).matchAll(/^data: (.+)$/gm)].map(([, data]) => StreamEvent.parse(JSON.parse(data!)))
    expect(events.at(-1)).toEqual({ type: 'message_stop' })
    const session = home.models.open({ step: 'x' })
    // A bearer counts before a key that means nothing, as programs send both.
    expect((await post(asked(), { headers: { authorization: `Bearer ${session.token}`, 'x-api-key': 'dummy' } })).status).toBe(200)
    expect(api.requests.map(({ headers }) => headers['x-api-key'])).toEqual([KEY, KEY, KEY])
    expect(api.requests[1]!.headers['anthropic-beta']).toBe('context-management-2025-06-27')
  })

  it('counts', async () => {
    const { post } = await set([])
    const counted = await post({ model: 'claude-sonnet-5-5', messages: asked().messages }, { path: '/v1/messages/count_tokens?beta=true' })
    expect(await counted.json()).toEqual({ input_tokens: expect.any(Number) })
  })

  it.each<[string, number, string, Said | null, unknown]>([
    ['malformed', 400, 'invalid_request_error', null, '{"model":'],
    ['no messages', 400, 'invalid_request_error', null, { model: 'claude-sonnet-5-5', max_tokens: 5 }],
    ['a key the provider refuses', 401, 'authentication_error', { error: 'authentication_error' }, asked()],
    ['not allowed there', 403, 'permission_error', { error: 'permission_error' }, asked()],
    ['unknown', 404, 'not_found_error', null, asked({ model: 'nobody' })],
    ['too large', 413, 'request_too_large', { error: 'request_too_large' }, asked()],
    ['too often', 429, 'rate_limit_error', quirk.limited('120'), asked()],
    ['broken', 500, 'api_error', quirk.failing, asked()],
    ['overloaded', 529, 'overloaded_error', quirk.overloaded, asked()],
  ])('refuses as the API does: %s', async (_, status, type, said, body) => {
    const { post } = await set(() => said ?? 'Never said.')
    for (const stream of [false, true]) {
      const response = await post(typeof body === 'object' ? { ...body, stream } : body)
      expect(response.status).toBe(status)
      expect(await errorOf(response)).toMatchObject({ type, message: expect.any(String) })
      expect(response.headers.get('x-should-retry')).toBe('false')
      expect(response.headers.get('retry-after')).toBe(status === 429 ? '120' : null)
    }
  })

  it('refuses a body without end, a budget that would be passed, and a path that is none', async () => {
    const { post, url, home } = await set([], { file: { budgets: { day: 0 } } })
    const headers = { 'x-api-key': home.models.open({ step: 'x' }).token, 'content-length': 33 * 1024 * 1024 }
    const status = await new Promise((resolve) => {
      const request = plainRequest(`${url}/v1/messages`, { method: 'POST', headers }, ({ statusCode }) => resolve(statusCode))
      request.on('error', () => {})
      request.write('"x')
    })
    expect(status).toBe(413)
    await home.models.say('anthropic', 'yes')
    const poor = await post(asked())
    expect([poor.status, (await errorOf(poor)).code]).toEqual([403, 'budget-day-reached'])
    expect((await post(asked(), { path: '/v1/complete' })).status).toBe(404)
  })

  it('ends a stream that fails with an error event', async () => {
    const { post } = await set([quirk.cutMidway])
    const text = await (await post(asked({ stream: true }))).text()
    expect(text).toMatch(/event: error\ndata: .*answer-broken/)
  })

  it('speaks to sessions only: to no stranger, no page of the web, no name that was bound anew, nobody whose session is over', async () => {
    const { url, post, home, api } = await set(() => 'Hello.')
    const statusOf = (headers: Record<string, string>) =>
      new Promise<number>((resolve) => {
        const request = plainRequest(`${url}/v1/messages`, { method: 'POST', headers }, (response) => {
          resolve(response.statusCode ?? 0)
          response.resume()
        })
        request.end(JSON.stringify(asked()))
      })
    const session = home.models.open({ step: 'x' })
    const own = { 'x-api-key': session.token }
    expect(await statusOf({})).toBe(401)
    expect(await statusOf({ 'x-api-key': KEY })).toBe(401)
    expect(await statusOf({ 'x-api-key': '' })).toBe(401)
    expect(await statusOf({ ...own, origin: 'https://example.com' })).toBe(403)
    expect(await statusOf({ ...own, host: 'evil.example' })).toBe(403)
    expect(await statusOf(own)).toBe(200)
    session.close()
    expect(await statusOf(own)).toBe(401)
    expect(api.requests.length).toBe(1)
    expect((await post(asked())).status).toBe(200)
  })

  it('ends the request upstream when its client is gone, and pays for what was said', async () => {
    const { post, api, home } = await set([quirk.stalls])
    const leaving = new AbortController()
    const response = await post(asked({ stream: true }), { signal: leaving.signal })
    await response.body!.getReader().read()
    leaving.abort()
    await until(() => api.left === 1)
    await until(async () => (await home.models.costs()).total.requests === 1)
  })

  it('closing it ends what is under way', async () => {
    const { post, api, home } = await set([quirk.silent])
    const asking = post(asked()).then(
      (response) => response.status,
      () => 'cut',
    )
    await until(() => api.requests.length === 1)
    await home.models.close()
    expect(await asking).not.toBe(200)
    await until(() => api.left === 1)
  })
})

const until = async (met: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 5000 && !(await met()); i++) await new Promise((done) => setImmediate(done))
  expect(await met()).toBe(true)
}
