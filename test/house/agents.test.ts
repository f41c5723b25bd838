/** A model in the way of one message: what the rules make is shown first and stays where the model does not bring it to pass. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ok } from '../../src/base/result.ts'
import type { AppId, ConversationId, Event, EventOf, EventType } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import type { About, Agents } from '../../src/studio/agents/build.ts'
import { ownLoop } from '../../src/studio/agents/loop.ts'
import { BUDGET } from '../../src/studio/agents/types.ts'
import { type Said, type ScriptedApi, scriptedApi, use } from '../models/scripted.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-agents-'))
const WEAK = 'make an app to practise guitar chords with a drawing of each'
let house: House
let api: ScriptedApi
let ready = true
let say: (request: MessagesRequest, n: number) => Said | Promise<Said> = () => 'Done.'
let asked: About[] = []
const learned: [string, boolean][] = []

beforeAll(async () => {
  api = await scriptedApi((request, n) => say(request, n))
  const agents: Agents = {
    ready: () => ready,
    endpoint: async (about) => {
      asked.push({ ...about, down: [...about.down] })
      return ok({ endpoint: { url: api.url, token: 'token-of-the-gateway', model: about.stage } })
    },
    harness: async () => ownLoop(),
    work: join(home, 'work'),
    budget: { ...BUDGET, turns: 12, ms: 30_000 },
    learned: async (model, _about, passed) => void learned.push([model, passed]),
  }
  const opened = await openHouse({ home, clock: fixedClock('2026-11-24T09:00:00Z'), complain: () => {}, agents, env: {} })
  if (!opened.ok) throw new Error(opened.error.message)
  house = opened.value
  await house.browser.warm()
}, 30_000)
afterAll(async () => {
  await house.close()
  await api.close()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(() => {
  asked = []
  learned.length = 0
  ready = true
})

async function tell(text: string, open: AppId | null = null): Promise<Event[]> {
  const events: Event[] = []
  const message = { text, conversation: null as ConversationId | null, open, locale: 'en-US', timeZone: 'UTC' }
  for await (const event of house.turns.start(message).events()) events.push(event)
  return events
}
const of = <T extends EventType>(events: Event[], type: T) => events.filter((one): one is Extract<EventOf<T>, Event> => one.type === type)
const replyOf = (events: Event[]) => of(events, 'reply-end')[0]!.text
const sourceOf = async (app: AppId) => {
  const got = await house.apps.get(app)
  if (!got.ok) throw new Error(got.error.message)
  return got.value
}

/** The page that a model writes, whatever the collection is called. */
const page = (mark: string, collection: string, title: string) => `import { useState } from 'react'
import { App, RecordForm, useCollection } from '@kit'
export default function Page() {
  const all = useCollection('${collection}')
  const [open, setOpen] = useState(false)
  return (
    <App>
      <h2>${mark}</h2>
      <RecordForm of="${collection}" />
      <button type="button" onClick={() => setOpen(!open)}>{open ? 'Hide' : 'Show'}</button>
      <ul>{all.records.map((one) => <li key={one.id}>{one.values.${title}}</li>)}</ul>
    </App>
  )
}
`
/** A model that reads, writes that page, checks and is done. */
const builder =
  (mark: string, spoilt = (text: string) => text) =>
  (request: MessagesRequest): Said => {
    const results = request.messages.filter(({ role }) => role === 'user').length - 1
    const brief = JSON.stringify(request.messages)
    const collection = /\\"id\\": \\"(\w+)\\",(?:\\\\n|\\n|\s|\\t|\d)*\\"label\\"/.exec(brief)?.[1] ?? 'items'
    if (results === 0) return { content: [use('Read', { file_path: 'app.json' }), use('Read', { file_path: 'app.tsx' })] }
    if (results === 1) return { content: [use('Write', { file_path: 'app.tsx', content: spoilt(page(mark, collection, 'name')) })] }
    if (results === 2) return { content: [use('Check', {})] }
    return 'Made it.'
  }

describe('a request that the rules read weakly', () => {
  let app: AppId
  it('is built on by the draft model, after a first frame that is there at once', async () => {
    say = builder('Chords by a model')
    await house.ethics.set({ region: 'KR', age: null })
    const events = await tell(WEAK)
    const types = events.map((one) => one.type)
    expect(types.indexOf('frame-ready')).toBeLessThan(types.lastIndexOf('plan-made'))
    expect(types.filter((type) => type === 'app-published')).toHaveLength(1)
    app = of(events, 'app-published')[0]!.app
    const { files, spec } = await sourceOf(app)
    expect(files['app.tsx']).toContain('Chords by a model')
    // Where the law asks for it, what a model made says so, and so does every copy of it.
    expect([spec.generated, JSON.parse(files['app.json']!).spec?.generated ?? JSON.parse(files['app.json']!).generated]).toEqual([
      true,
      true,
    ])
    expect(of(events, 'rule-applied').map(({ rule }) => rule)).toEqual(['korea-generated-label'])
    expect(replyOf(events)).toMatch(/Generative AI/)
    expect(asked.map(({ stage }) => stage)).toEqual(['draft'])
    expect(learned).toEqual([['draft', true]])
    expect(existsSync(join(home, 'work')) ? readdirSync(join(home, 'work')) : []).toEqual([])
  }, 40_000)

  it('and is changed by it where its source has to be written again', async () => {
    say = builder('A table of chords')
    const events = await tell('add a table view', app)
    const { spec, files } = await sourceOf(app)
    expect(replyOf(events)).not.toMatch(/stays as it is/)
    expect(files['app.tsx']).toContain('A table of chords')
    expect(spec.code).toBe(true)
    expect((await house.apps.undo(app)).ok).toBe(true)
    expect((await sourceOf(app)).files['app.tsx']).toContain('Chords by a model')
  }, 40_000)

  it('and stays as it is, with one sentence, where the model cannot', async () => {
    say = () => ({ error: 'authentication_error', message: 'wrong key' })
    const before = await sourceOf(app)
    const events = await tell('add a table view', app)
    expect(replyOf(events)).toMatch(/stays as it is/)
    expect((await sourceOf(app)).files).toEqual(before.files)
  }, 40_000)

  it('and overwrites nothing that was changed while the model worked', async () => {
    say = async (request, n) => {
      if (n === first) await house.apps.publish(app, { ...(await sourceOf(app)), what: 'meanwhile' })
      return builder('Too late')(request)
    }
    const first = api.requests.length
    const events = await tell('add a table view', app)
    expect(of(events, 'turn-failed')[0]?.code).toBe('app-moved')
    expect((await sourceOf(app)).files['app.tsx']).toContain('Chords by a model')
  }, 40_000)

  it('goes to the refine model where the draft does not pass its check, and to what the rules made where neither does', async () => {
    const spoilt = (text: string) => text.replace('useState(false)', "useState('no')")
    const opening: string[] = []
    say = (request) => {
      if (request.model === 'refine') opening.push(JSON.stringify(request.messages))
      return request.model === 'draft' ? builder('Draft', spoilt)(request) : builder('Refined')(request)
    }
    const events = await tell(WEAK)
    expect(asked.map(({ stage, down }) => [stage, down])).toEqual([
      ['draft', []],
      ['refine', ['draft']],
    ])
    expect(learned).toEqual([
      ['draft', false],
      ['refine', true],
    ])
    // It goes on from the draft, and knows what the check found of it.
    expect(opening[0]).toContain('\\"found\\": \\"Failed')
    expect(opening[1]).toContain('<h2>Draft</h2>')
    expect((await sourceOf(of(events, 'app-published')[0]!.app)).files['app.tsx']).toContain('Refined')

    say = builder('Spoilt', spoilt)
    const second = await tell(`${WEAK} too`)
    expect(of(second, 'app-published')).toHaveLength(1)
    expect(replyOf(second)).toMatch(/the version I could make without it/)
    expect((await sourceOf(of(second, 'app-published')[0]!.app)).spec.code).toBeUndefined()
  }, 60_000)
})

describe('without need', () => {
  it('no model is asked: for what the rules read well, and where none is ready', async () => {
    const before = api.requests.length
    await tell('Track what I spend on coffee, at most 60 dollars a month')
    ready = false
    const events = await tell(`${WEAK} again`)
    expect(of(events, 'app-published')).toHaveLength(1)
    expect(api.requests.length).toBe(before)
    expect(asked).toEqual([])
  }, 40_000)
})
