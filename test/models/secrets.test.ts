/** A key that was planted is searched for wherever it might have gone: files, journal, answers, what is logged, children. */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { eraseEverything } from '../../src/erase.ts'
import { type House, openHouse } from '../../src/house.ts'
import { keepKey } from '../../src/models/keys.ts'
import { holding, newHome } from '../house/residue.ts'
import { asked, KEY, servedBy } from './kit.ts'
import * as quirk from './quirks.ts'
import { type Said, scriptedApi, text } from './scripted.ts'

const FILE_KEY = 'sk-in-a-file-fedcba9876543210'
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})
const until = async (met: () => boolean) => {
  for (let i = 0; i < 5000 && !met(); i++) await new Promise((done) => setImmediate(done))
}

async function house(said: Said[]): Promise<{ home: string; house: House; env: NodeJS.ProcessEnv; logged: unknown[]; url: string }> {
  const api = await scriptedApi(said)
  const home = newHome()
  writeFileSync(join(home, 'models.json'), JSON.stringify(servedBy(api.url)))
  keepKey(home, 'deepseek', FILE_KEY)
  const env: NodeJS.ProcessEnv = { ...process.env, ANTHROPIC_API_KEY: KEY }
  const logged: unknown[] = []
  const opened = await openHouse({ home, env, complain: (error) => void logged.push(error) })
  if (!opened.ok) throw new Error(opened.error.message)
  closing.push(api.close, () => opened.value.close())
  return { home, house: opened.value, env, logged, url: api.url }
}
const flash = asked({ model: 'deepseek-flash' })

describe('a key', () => {
  it('is nowhere but in its file and in what its provider is sent', async () => {
    const bad: Said = { error: 'authentication_error', message: `invalid x-api-key: ${KEY}` }
    const midway: Said = {
      raw(response) {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.end(
          `event: error\ndata: ${JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: `Bearer ${FILE_KEY}` } })}\n\n`,
        )
      },
    }
    const {
      home,
      house: one,
      env,
      logged,
    } = await house([{ content: [text('Hello.')] }, bad, quirk.echoesKey(FILE_KEY), midway, quirk.malformed])
    const session = one.models.open({ step: 'draft', app: 'app00001', build: 'build001' })
    const said = []
    for (const request of [asked(), asked(), flash, flash, asked()]) said.push(await session.complete(request))
    expect(said.map((one) => (one.ok ? 'ok' : one.error.code))).toEqual([
      ...['ok', 'model-key-refused', 'model-request-refused', 'model-request-refused', 'answer-garbled'],
    ])
    for (const failed of said)
      if (!failed.ok) {
        const { code, message } = failed.error
        expect((await one.store.journal.append({ type: 'turn-failed', code, message }, { person: one.person })).ok).toBe(true)
      }
    // What a child is given is what is left of the environment, and a session's token.
    const child = execFileSync(process.execPath, ['-e', 'process.stdout.write(JSON.stringify(process.env))'], {
      env: { ...env, ANTHROPIC_BASE_URL: await one.models.url(), ANTHROPIC_API_KEY: session.token },
      encoding: 'utf8',
    })
    const everything = [
      said,
      logged,
      one.models,
      one.models.overview(),
      await one.models.costs(),
      await one.store.journal.since(one.person, null),
    ]
    const shown = `${JSON.stringify(everything)} ${inspect(everything, { depth: 12, showHidden: true })} ${child} ${inspect(env)}`
    for (const key of [KEY, FILE_KEY]) {
      expect(shown).not.toContain(key)
      expect(shown).not.toContain(Buffer.from(key).toString('base64'))
    }
    expect(holding(home, KEY)).toEqual([])
    expect(holding(home, FILE_KEY)).toEqual([join(home, 'keys', 'deepseek')])
  })

  it('goes with everything else that is forgotten, as does what models cost', async () => {
    const { home, house: one } = await house([{ content: [text('Hello.')] }])
    await one.models.open({ step: 'draft', app: 'app0forgotten' }).complete(asked())
    await one.models.learn('claude-sonnet-5-5', { language: 'ko', difficulty: 0.5 }, true)
    expect((await one.models.costs()).total.requests).toBe(1)
    expect((await eraseEverything(one)).ok).toBe(true)
    expect((await one.models.costs()).total.requests).toBe(0)
    expect(await one.store.successes.all(one.person)).toEqual([])
    expect(existsSync(join(home, 'keys'))).toBe(false)
    await one.close()
    closing.pop()
    expect(holding(home, 'app0forgotten')).toEqual([])
  })

  it('follows no redirect to another host', async () => {
    const thief = await scriptedApi(['Thank you.'])
    const { house: one } = await house([
      { raw: (response) => void response.writeHead(307, { location: `${thief.url}/v1/messages` }).end() },
    ])
    expect((await one.models.open({ step: 'x' }).complete(asked())).ok).toBe(false)
    await until(() => thief.requests.length > 0)
    expect(thief.requests).toEqual([])
    await thief.close()
  })
})
