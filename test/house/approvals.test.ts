/** What waits, in the way of one message: a model's work on health is published by a yes */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ok } from '../../src/base/result.ts'
import type { AppId, ConversationId } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import type { Agents } from '../../src/studio/agents/build.ts'
import { ownLoop } from '../../src/studio/agents/loop.ts'
import { BUDGET } from '../../src/studio/agents/types.ts'
import { type Said, type ScriptedApi, scriptedApi, use } from '../models/scripted.ts'
import { cardOf, of, replyOf, tell, type Waiting } from './telling.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-waits-'))
const HEALTH = 'medicine intake log that also sends emails to my doctor'
let house: House
let api: ScriptedApi

/** A page of a model's, and the check of it. */
const say = (request: MessagesRequest): Said => {
  const results = request.messages.filter(({ role }) => role === 'user').length - 1
  if (results === 0) return { content: [use('Read', { file_path: 'app.tsx' })] }
  const brief = JSON.stringify(request.messages)
  const page = /export default function Page[\s\S]*?\\n\}\\n/.exec(brief)?.[0]
  const written = JSON.parse(`"${(page ?? '').replace(/\d+\\t/g, '')}"`) as string
  if (results === 1) return { content: [use('Edit', { file_path: 'app.tsx', old_string: '<App', new_string: '<App data-model="yes"' })] }
  return written || results > 2 ? 'Made it.' : { content: [use('Check', {})] }
}

async function open(): Promise<House> {
  const agents: Agents = {
    ready: () => true,
    endpoint: async ({ app, stage }) => {
      const choice = { task: 'build', model: 'strong-model', refine: null, reason: 'risk', because: 'It touches health.', chance: 0.9 }
      const chosen = { type: 'model-routed' as const, app, ...choice, approval: true, alternatives: [] }
      return ok({ endpoint: { url: api.url, token: 'token-of-the-gateway', model: stage }, chosen })
    },
    harness: async () => ownLoop(),
    work: join(home, 'work'),
    budget: { ...BUDGET, turns: 12, ms: 30_000 },
  }
  const clock = fixedClock('2026-11-24T09:00:00Z')
  const opened = await openHouse({ home, clock, complain: () => {}, env: {}, agents })
  if (!opened.ok) throw new Error(opened.error.message)
  await opened.value.browser.warm()
  return opened.value
}
beforeAll(async () => {
  api = await scriptedApi(say)
  house = await open()
}, 30_000)
afterAll(async () => {
  await house.close()
  await api.close()
  rmSync(home, { recursive: true, force: true })
})

describe('what a model made of health', () => {
  let app: AppId
  let card: Waiting
  it('waits, with what will be published, and is not published', async () => {
    const events = await tell(house, HEALTH)
    expect(of(events, 'app-published')).toEqual([])
    expect(of(events, 'approval-asked')).toHaveLength(1)
    card = cardOf(events)!
    app = card.app!
    expect(card).toMatchObject({ kind: 'publish', what: expect.stringContaining('Publish') })
    expect(card.lines.join('\n')).toMatch(/strong-model: .*app\.tsx[\s\S]*tried in a browser/)
    const found = await house.apps.get(app)
    expect(found.ok && found.value.status).toBe('draft')
    expect(replyOf(events).text).toMatch(/health.*waits/)
  }, 60_000)

  it('stays where it is told to wait, and what is said in passing decides nothing', async () => {
    expect(of(await tell(house, 'let me think about it'), 'approval-decided')).toMatchObject([{ decision: 'later' }])
    await tell(house, 'thanks')
    expect((await house.approvals.waiting()).map(({ id }) => id)).toEqual([card.approval])
  }, 30_000)

  it('is published by a yes after a restart, once, by whatever door', async () => {
    await house.close()
    house = await open()
    const events = await tell(house, 'Publish it please', { conversation: 'conversation0002' as ConversationId })
    expect(of(events, 'approval-decided')).toMatchObject([{ decision: 'approved', app }])
    expect(of(events, 'app-published')).toMatchObject([{ app, version: 1 }])
    const found = await house.apps.get(app)
    expect(found.ok && [found.value.status, found.value.spec.code]).toEqual(['published', true])
    const again = await tell(house, 'Yes', { decides: { approval: card.approval, decision: 'approve' } })
    expect(of(again, 'app-published')).toEqual([])
    expect(replyOf(again).text).toMatch(/already/)
  }, 60_000)

  it('is discarded by a no: a new app is gone, a published one stays as it was', async () => {
    const events = await tell(house, 'create a new app: medicine doses that also sends emails to my doctor')
    const fresh = cardOf(events)!
    const declined = await tell(house, "no, don't publish it")
    expect(of(declined, 'approval-decided')).toMatchObject([{ decision: 'declined' }])
    expect((await house.apps.get(fresh.app!)).ok).toBe(false)
  }, 60_000)
})
