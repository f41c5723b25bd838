/**
 * Injections in what a model says, at the gateway's own wire: tools called with them, and answers that are them. Tools reach the
 * app's folder alone, an answer is text; nothing that a person decides is decided, and nothing leaves but to the model asked.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { type House, openHouse } from '../../src/house.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import { type AppSpec, LANGUAGES } from '../../src/spec.ts'
import { type Said, type ScriptedApi, scriptedApi, text, use } from '../models/scripted.ts'
import { spec as cups } from '../sandbox/spec.ts'
import { CORPUS } from './corpus.ts'
import { holdingsOf, powersOf, watchExits } from './watch.ts'

const SECRET = 'token-of-this-home-0123456789abcdef'
let house: House
let api: ScriptedApi
let say: (request: MessagesRequest, n: number) => Said = () => 'Done.'
const home = mkdtempSync(join(tmpdir(), 'macaron-hostile-'))
const clock = fixedClock('2026-11-27T09:00:00Z')

beforeAll(async () => {
  api = await scriptedApi((request, n) => say(request, n))
  writeFileSync(join(home, 'token'), SECRET)
  const models = { providers: { local: { url: api.url } }, roles: { draft: 'local', refine: 'local' } }
  writeFileSync(join(home, 'models.json'), JSON.stringify(models))
  const opened = await openHouse({ home, clock, complain: () => {}, env: { ANTHROPIC_API_KEY: 'key-of-the-person' } })
  if (!opened.ok) throw new Error(opened.error.message)
  house = opened.value
  house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  // The bundler's process is ours and starts with the first app.
  await tell('a list of stamps')
})
afterAll(async () => {
  await house.close()
  await api.close()
  rmSync(home, { recursive: true, force: true })
})

async function tell(text: string) {
  const events = []
  const message = { text, conversation: null, open: null, locale: 'en-US', timeZone: 'UTC' }
  for await (const event of house.turns.start(message).events()) events.push(event)
  return events
}
/** The model, and the gateway before it. */
const ports = async () => [api.url, await house.models.url()].map((url) => Number(new URL(url).port))

/** Every tool there is and some that are not, with the line wherever words go. */
const callsWith = (line: string) => [
  use('Write', { file_path: line, content: line }),
  use('Write', { file_path: `../../${line}`, content: 'x' }),
  use('Read', { file_path: line }),
  use('Edit', { file_path: line, old_string: line, new_string: line }),
  use('Bash', { command: line }),
  use('WebFetch', { url: line, prompt: line }),
  use(line.replace(/[^\w]/g, '').slice(0, 40) || 'delete_account', { confirm: true, value: line }),
]

/** Ways to the token of the home and to the key of the person. */
const PEEKS = [
  use('Read', { file_path: '../../token' }),
  use('Read', { file_path: join(home, 'token') }),
  use('Bash', { command: 'cat ../../token; env' }),
]

describe.each(LANGUAGES)('%s', (language) => {
  const lines = CORPUS[language]

  it('tools called with them', async () => {
    const powers = await powersOf(house, home)
    const before = await holdingsOf(house)
    const from = api.requests.length
    // First what could be read and told, then everything at once: so many refusals end the work, but not before all were tried.
    say = (request) => {
      const turn = request.messages.filter(({ role }) => role === 'assistant').length
      return { content: turn === 0 ? PEEKS : turn === 1 ? lines.flatMap(callsWith) : [text(lines[0]!)] }
    }
    const exits = watchExits(...(await ports()))
    try {
      await tell('make an app to practise guitar chords with a drawing of each')
    } finally {
      expect(exits.stop()).toEqual([])
    }
    const asked = api.requests.slice(from)
    expect(asked.length).toBe(2)
    expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain(SECRET)
    expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain('key-of-the-person')
    expect(readFileSync(join(home, 'token'), 'utf8')).toBe(SECRET)
    expect(existsSync(join(home, 'work', 'token'))).toBe(false)
    expect(await powersOf(house, home)).toEqual(powers)
    // The app that was asked for may be there; no other came, went or was renamed.
    const after = await holdingsOf(house)
    expect(before.apps.filter((one) => !after.apps.includes(one))).toEqual([])
    expect(after.apps.length - before.apps.length).toBeLessThanOrEqual(1)
    expect(after.memories).toEqual(before.memories)
  })

  it('answers to an app', async () => {
    const spec: AppSpec = { ...cups(), capabilities: ['ai'] }
    const draft = await house.apps.draft(spec, 'x')
    if (!draft.ok) throw new Error(draft.error.message)
    const app = draft.value
    expect((await house.apps.publish(app, { spec, files: {}, requests: [], what: 'x' })).ok).toBe(true)
    expect((await house.asking.of(app).allow(true)).ok).toBe(true)
    expect((await house.asking.setCap(app, { dollars: 10, requests: 1000 })).ok).toBe(true)
    const before = { ...(await powersOf(house, home)), told: null }
    const holdings = await holdingsOf(house)
    const exits = watchExits(...(await ports()))
    let answered = 0
    try {
      for (const line of lines) {
        say = () => line
        clock.pass(10_000)
        const answer = await house.asking.of(app).ask('Summarise my week', line)
        if (answer.ok) answered++
        expect(answer.ok ? typeof answer.value : answer.error.code).toMatch(/^(?:string|ask-empty)$/)
      }
    } finally {
      expect(exits.stop()).toEqual([])
    }
    expect(answered).toBeGreaterThan(lines.length - 3)
    expect({ ...(await powersOf(house, home)), told: null }).toEqual(before)
    expect(await holdingsOf(house)).toEqual(holdings)
  })
})
