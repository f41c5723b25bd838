/** The relay passes on what its process asks, and nothing for anybody else. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRelay, type Relay } from '../../../src/studio/agents/relay.ts'
import { type ScriptedApi, scriptedApi, startStream } from '../../models/scripted.ts'

let api: ScriptedApi
let relay: Relay
let cut = false
beforeAll(async () => {
  relay = await openRelay()
  api = await scriptedApi(() =>
    cut
      ? {
          raw(response) {
            startStream(response)
            response.write('event: ping\ndata: {"type":"ping"}\n\n', () => response.destroy())
          },
        }
      : 'Hello',
  )
})
afterAll(async () => {
  relay.close()
  await api.close()
})

const ask = (token: string, path = '/v1/messages?beta=true') =>
  fetch(`${relay.url}${path}`, {
    method: 'POST',
    headers: { 'x-api-key': token, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', max_tokens: 5, stream: true, messages: [{ role: 'user', content: 'x' }] }),
  })

it('passes nothing on before it is aimed, for another token, or to another path', async () => {
  expect((await ask(relay.token)).status).toBe(401)
  relay.aim({ url: api.url, token: 'of-the-session' })
  expect((await ask('another')).status).toBe(401)
  expect((await ask(relay.token, '/api/apps')).status).toBe(401)
  expect(api.requests).toHaveLength(0)
})

it('passes on with the token of the session, streamed, and what is cut is cut', async () => {
  const answered = await ask(relay.token)
  expect([answered.status, (await answered.text()).includes('message_stop')]).toEqual([200, true])
  expect(api.requests.at(-1)?.headers['x-api-key']).toBe('of-the-session')
  expect(api.requests.at(-1)?.path).toBe('/v1/messages?beta=true')
  cut = true
  await expect(ask(relay.token).then((response) => response.text())).rejects.toThrow()
})

it('answers where nothing is behind it', async () => {
  relay.aim({ url: 'http://127.0.0.1:1', token: 'x' })
  expect((await ask(relay.token)).status).toBe(502)
})

it('answers the word that warms a process up by itself, and shows it to nobody', async () => {
  const own = await openRelay()
  const say = (messages: object[], model = 'stands-for-it') =>
    fetch(`${own.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': own.token, 'content-type': 'application/json' },
      body: JSON.stringify({ model, max_tokens: 5, stream: true, messages }),
    })
  const warm = [{ role: 'user', content: [{ type: 'text', text: own.warmUp }] }]
  const answered = await say(warm)
  expect([answered.status, await answered.text()]).toEqual([200, expect.stringMatching(/Ready[\s\S]*message_stop/)])
  expect((await say([{ role: 'user', content: 'something else' }])).status).toBe(401)
  cut = false
  own.aim({ url: api.url, token: 'of-the-session', models: { 'stands-for-it': 'the-model' } })
  const brief = { role: 'user', content: 'the brief' }
  await (await say([...warm, { role: 'assistant', content: 'Ready.' }, brief])).text()
  expect(api.requests.at(-1)?.body).toMatchObject({ model: 'the-model', messages: [brief] })
  await (await say([brief], 'another')).text()
  expect(api.requests.at(-1)?.body).toMatchObject({ model: 'another', messages: [brief] })
  own.close()
})
