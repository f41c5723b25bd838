/** What was learned, at the two doors: HTTP in four languages and both scripts, and the command line over it. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { main } from '../../src/doors/cli.ts'
import type { Insights, Reasons } from '../../src/doors/http/learning.ts'
import type { TurnId } from '../../src/events.ts'
import type { House } from '../../src/house.ts'
import { featuresOf } from '../../src/policy/topics.ts'
import { TALK } from '../house/telling.ts'
import { value } from '../store/store.contract.ts'
import { type Door, openDoor, type Refused } from './door.ts'

/** Compact is praised, roomy is not. */
async function teach(house: House, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const at = { person: house.person, conversation: TALK, turn: house.newId<TurnId>() }
    const { choice } = await house.policy.prefer('density', featuresOf('density', true, false), TALK)
    value(await house.store.journal.append(choice!, at))
    const reply = value(await house.store.journal.append({ type: 'reply-end', text: 'Done.', language: 'en', cards: [], chips: [] }, at))
    value(
      await house.store.journal.append({ type: 'feedback-received', about: reply.id, value: choice!.action === 'compact' ? 1 : -1 }, at),
    )
    value(await house.learning.settle())
  }
}

let door: Door
beforeAll(async () => {
  door = await openDoor()
  await teach(door.server.house, 34)
})
afterAll(() => door.close())

const density = ({ topics }: Insights) => topics.find(({ topic }) => topic === 'density')!

it('tells what was learned, from what and how sure, in the language that is asked for', async () => {
  const texts = new Set<string>()
  for (const language of ['en', 'zh-CN', 'zh-TW', 'ja', 'ko']) {
    const { status, body } = await door.ask<Insights>('/api/learning', { headers: { 'accept-language': language } })
    expect([status, body.on, body.topics.length]).toEqual([200, true, 3])
    const { state, title, now, why, basis, occasions, doubt, gain } = density(body)
    expect([state, occasions]).toEqual(['learned', 34])
    expect(doubt).toBeLessThanOrEqual(0.0005)
    expect(gain!.low).toBeGreaterThan(0)
    expect(why).toContain('99.9%')
    for (const text of [title, now, why, basis]) texts.add(text)
  }
  expect(texts.size).toBe(20)
  const taiwan = await door.ask<Insights>('/api/learning', { headers: { 'accept-language': 'zh-TW' } })
  expect(JSON.stringify(taiwan.body)).toMatch(/緊湊/)
})

it('tells each occasion', async () => {
  const { body } = await door.ask<Reasons>('/api/learning/why')
  const { lines } = body.topics.find(({ topic }) => topic === 'density')!
  expect(lines).toHaveLength(34)
  expect(new Set(lines.map(({ text }) => text))).toEqual(
    new Set(['New apps are made compact. (praised)', 'New apps get plenty of room. (disliked)']),
  )
})

it('says of one choice why it was made so', async () => {
  const { store, person } = door.server.house
  const choices = (await store.journal.byType(person, ['choice-made'])).reverse()
  const because = async (n: number) => (await door.ask<{ because: string }>(`/api/why/${choices.at(n)!.id}`)).body.because
  expect(await because(0)).toBe('New apps get plenty of room. This is how everybody begins.')
  expect(await because(1)).toMatch(/^New apps .+ I tried this, with a chance of 50%, to see whether you like it better\.$/)
  expect(await because(-1)).toMatch(/I had learned from you that you like it better\.$/)
})

it('refuses what it does not know, in a sentence', async () => {
  const answers = [
    await door.ask<Refused>('/api/learning?topic=politics', { method: 'DELETE' }),
    await door.ask<Refused>('/api/learning', { method: 'PUT', body: { on: 'perhaps' } }),
    await door.ask<Refused>('/api/learning', { method: 'PUT', body: { on: true, topic: 'x' } }),
  ]
  for (const { status, body } of answers) expect([status, body.error.code]).toEqual([400, 'request-invalid'])
  expect(density((await door.ask<Insights>('/api/learning')).body).state).toBe('learned')
})

it('is fixed by topic: then that is done and nothing tried, whatever was learned, until it is let go', async () => {
  const { house } = door.server
  const decided = async (risk = false) => (await house.policy.prefer('density', featuresOf('density', true, risk), TALK)) as object
  const fixed = async (locked: string | null) =>
    (await door.ask<Insights>('/api/learning/density', { method: 'PUT', body: { locked } })).body
  expect(density(await fixed('roomy'))).toMatchObject({
    ...{ locked: 'roomy', now: 'New apps get plenty of room.', why: 'You have fixed this yourself, so nothing else is tried.' },
    actions: [
      { action: 'roomy', does: 'New apps get plenty of room.' },
      { action: 'compact', does: 'New apps are made compact.' },
    ],
  })
  for (let n = 0; n < 20; n++) expect(await decided()).toEqual({ action: 'roomy', choice: null })
  await fixed('compact')
  expect(await decided()).toEqual({ action: 'compact', choice: null })
  // Also with learning off; on money, health and law it is as for everybody.
  await door.ask('/api/learning', { method: 'PUT', body: { on: false } })
  expect([await decided(), await decided(true)]).toMatchObject([
    { action: 'compact', choice: null },
    { action: 'roomy', choice: null, masked: [expect.any(String)] },
  ])
  await door.ask('/api/learning', { method: 'PUT', body: { on: true } })
  expect(density((await door.ask<Insights>('/api/learning?topic=first', { method: 'DELETE' })).body).locked).toBe('compact')
  expect(density(await fixed(null))).toMatchObject({ locked: null, state: 'learned', now: 'New apps are made compact.' })
  const wrong = await door.ask<Refused>('/api/learning/density', { method: 'PUT', body: { locked: 'purple' } })
  expect([wrong.status, wrong.body.error]).toEqual([
    422,
    { code: 'request-invalid', message: 'The request is not well-formed: density is roomy or compact' },
  ])
})

it('is switched and begun anew', async () => {
  const off = await door.ask<Insights>('/api/learning', { method: 'PUT', body: { on: false } })
  expect(density(off.body)).toMatchObject({ now: 'New apps get plenty of room.', why: 'Learning is off, so it stays as everybody begins.' })
  const on = await door.ask<Insights>('/api/learning', { method: 'PUT', body: { on: true } })
  expect(density(on.body).now).toBe('New apps are made compact.')
  expect(density((await door.ask<Insights>('/api/learning?topic=first', { method: 'DELETE' })).body).state).toBe('learned')
  const anew = await door.ask<Insights>('/api/learning?topic=density', { method: 'DELETE' })
  expect(density(anew.body)).toMatchObject({ state: 'shipped', occasions: 0, basis: 'There was no occasion yet.' })
})

it('is the command `learn` too', async () => {
  // Of a home of its own: the other one is held by the server of this test.
  vi.stubEnv('MACARON_HOME', `${door.home}-cli`)
  vi.stubEnv('MACARON_BROWSER', '/nowhere/browser')
  const complaints = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const learn = async (...args: string[]) => {
    let stdout = ''
    const status = await main(['learn', ...args], (text) => {
      stdout += text
    })
    process.exitCode = undefined
    return { status, stdout }
  }
  const first = await learn()
  expect([first.status, complaints.mock.calls]).toEqual([0, []])
  expect(first.stdout).toContain('density: How much room new apps take\n  New apps get plenty of room.\n  This is how everybody begins.')
  expect((await learn('off')).stdout).toContain('Learning is off')
  expect((JSON.parse((await learn('status', '--json')).stdout) as Insights).on).toBe(false)
  expect((JSON.parse((await learn('on', '--json')).stdout) as Insights).on).toBe(true)
  expect((await learn('reset', 'density')).stdout.split('\n')[0]).toBe('density: How much room new apps take')
  expect((await learn('why')).stdout).toContain('Suggestions after a new app\n  –')
  expect((await learn('lock', 'offers', 'quiet')).stdout).toContain(
    'After a new app I suggest nothing more.\n  You have fixed this yourself',
  )
  expect((await learn('unlock', 'offers')).stdout).toContain(
    'After a new app I suggest what could come next.\n  This is how everybody begins.',
  )
  for (const words of [['politics'], ['reset', 'politics'], ['lock', 'density'], ['unlock']]) expect((await learn(...words)).status).toBe(2)
  complaints.mockRestore()
  vi.unstubAllEnvs()
})
