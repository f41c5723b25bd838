/** What a model that builds may be told of what is remembered: by where it would go, and by what the person said of that place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agentsOver } from '../../src/agents.ts'
import { fixedClock } from '../../src/base/clock.ts'
import type { AppId, EventId } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import { allow, permissionsOf } from '../../src/permissions.ts'
import { ownLoop } from '../../src/studio/agents/loop.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-recalled-'))
let house: House
beforeAll(async () => {
  const providers = { anthropic: { url: 'https://models.invalid' } }
  writeFileSync(
    join(home, 'models.json'),
    JSON.stringify({ providers, roles: { draft: 'claude-sonnet-5-5', refine: 'claude-sonnet-5-5' } }),
  )
  const opened = await openHouse({
    home,
    clock: fixedClock('2026-11-24T09:00:00Z'),
    complain: () => {},
    env: { ANTHROPIC_API_KEY: 'sk-test' },
  })
  if (!opened.ok) throw new Error(opened.error.message)
  house = opened.value
  await house.models.say('anthropic', 'yes')
  const from = { source: null, conversation: null, now: house.now('UTC'), language: 'en' as const }
  for (const fact of ['My favourite tea is sencha', 'I take tea against my migraine', 'My tea account password is hunter22'])
    await house.memory.remember(fact, from)
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

async function told(unmarked = false): Promise<string[] | null> {
  const { models, memory, now } = house
  const agents = agentsOver({ models, home, memory, now, harness: async () => ownLoop(), permissions: () => permissionsOf(house) })
  const about = { app: 'app00000' as AppId, build: 'event0000001' as EventId, stage: 'draft' as const, language: 'en' as const, risks: [] }
  const reached = await agents.endpoint({ ...about, difficulty: 1, down: [], ...(unmarked && { unmarked: true as const }) })
  if (!reached.ok) throw new Error(reached.error.message)
  reached.value.close?.()
  const found = await reached.value.recall?.('tea')
  return found?.items.map(({ text }) => text).sort() ?? null
}

/** What it is told of the person before it asks, of a build that this message is of. */
async function toldFirst(text: string, opener = true): Promise<string[]> {
  const { models, memory, now } = house
  const parts = { models, home, memory, now, harness: async () => ownLoop(), permissions: () => permissionsOf(house) }
  const agents = agentsOver({ ...parts, opener: async () => (opener ? text : null) })
  const about = { app: 'app00000' as AppId, build: 'event0000001' as EventId, stage: 'draft' as const, language: 'en' as const, risks: [] }
  const reached = await agents.endpoint({ ...about, difficulty: 1, down: [] })
  if (!reached.ok) throw new Error(reached.error.message)
  reached.value.close?.()
  return reached.value.opening?.map(({ text }) => text).sort() ?? []
}

describe('a model elsewhere that may be asked', () => {
  it('is told nothing of what was told before: its card said so', async () => expect(await told()).toBeNull())

  it('is told the classes that the person allowed that place by its name, and never a secret', async () => {
    await allow(house, { anthropic: ['open', 'personal'] })
    expect(await told()).toEqual(['My favourite tea is sencha'])
    await allow(house, { anthropic: ['open', 'personal', 'health'] })
    expect(await told()).toEqual(['I take tea against my migraine', 'My favourite tea is sencha'])
    await allow(house, { 'any-model': ['open', 'personal', 'health'] })
    expect(await told()).toBeNull()
  })

  it('gets with the first request of a conversation what bears on it, of what it may be told, and nothing with a later one', async () => {
    await allow(house, { anthropic: ['open', 'personal'] })
    expect(await toldFirst('a list of drinks and food I like')).toEqual(['My favourite tea is sencha'])
    expect(await toldFirst('a stopwatch')).toEqual([])
    expect(await toldFirst('something about my health')).toEqual([])
    expect(await toldFirst('a list of drinks and food I like', false)).toEqual([])
    await allow(house, { anthropic: ['open', 'personal', 'health'] })
    expect((await toldFirst('something about my health')).join()).toMatch(/migraine/)
    await allow(house, {})
    expect(await toldFirst('a list of drinks and food I like')).toEqual([])
  })

  it('is told nothing from an incognito conversation', async () => {
    await allow(house, { anthropic: ['open', 'personal'] })
    expect(await told(true)).toBeNull()
  })
})
