/** Said in the command line: that the last reply, an app or anything else was good or not; and how a conversation begins there. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { main } from '../../src/doors/cli.ts'
import { sentence } from '../../src/doors/messages.ts'
import type { AppId, CheckpointId, Event, EventOf } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { spending } from '../apps/specs.ts'
import { value } from '../store/store.contract.ts'
import { newHome, openDoor, publish } from './door.ts'

const home = newHome()
let app: string
beforeAll(async () => {
  vi.stubEnv('MACARON_HOME', home)
  vi.stubEnv('MACARON_BROWSER', '/nowhere/browser')
  vi.stubEnv('MACARON_URL', '')
  vi.stubEnv('MACARON_TOKEN', '')
  const door = await openDoor(home)
  app = await publish(door, spending())
  const { store, person } = door.server.house
  const published = { version: 1, checkpoint: 'checkpoint01' as CheckpointId, name: 'Cups', icon: '☕', url: `/apps/${app}`, ms: 1 }
  value(await store.journal.append({ type: 'app-published', app: app as AppId, ...published }, { person }))
  const from = { source: null, conversation: null, now: door.server.house.now('UTC'), language: 'en' as const }
  value(await door.server.house.memory.remember('my name is Kenji', from))
  await door.server.close()
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

async function macaron(...args: string[]): Promise<{ status: number; said: string }> {
  let said = ''
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const status = await main(args, (text) => {
    said += text
  })
  errors.mockRestore()
  return { status, said }
}
async function within<T>(look: (house: House) => Promise<T>): Promise<T> {
  const house = value(await openHouse({ home }))
  const seen = await look(house)
  await house.close()
  return seen
}
const rated = () =>
  within(async ({ store, person }) => {
    const found = (await store.journal.byType(person, ['feedback-received'])) as (Event & EventOf<'feedback-received'>)[]
    return Promise.all(found.map(async ({ about, value, words }) => [(await store.journal.get(person, about))?.type, value, words]))
  })

it('there is nothing to rate before anything was said, and it says so', async () => {
  expect(await macaron('better')).toMatchObject({ status: 1, said: expect.stringContaining('macaron say') })
  expect(await macaron('worse', 'nothing00000')).toMatchObject({ status: 1 })
  expect(await rated()).toEqual([])
})

it('begins with a greeting before the first answer, and only before that; why is told when it is asked for', async () => {
  const first = await macaron('say', 'hello')
  expect(first.said).toMatch(/^Good (?:morning|afternoon|evening), Kenji\n\n\S/)
  expect((await macaron('say', 'hello')).said).not.toMatch(/Kenji/)
  expect((await macaron('opening', '--why')).said).toMatch(/Kenji\n {2}You told me your name on .*“my name is Kenji”/)
  const hidden = await macaron('say', 'hello', '--incognito', '--json')
  expect(JSON.parse(hidden.said)).toMatchObject({ opening: null })
})

it('rates the last reply, an app and an event, as the thumbs of the page do', async () => {
  expect(await macaron('better')).toMatchObject({ status: 0, said: expect.stringMatching(/^Noted as good: “Hello/) })
  expect(await macaron('worse', app, '--words', 'too many fields')).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^Noted as not good: “/),
  })
  const [last] = await within(({ store, person }) => store.journal.byType(person, ['message-received'], 1))
  expect((await macaron('worse', last!.id, '--json')).status).toBe(0)
  expect(await rated()).toEqual([
    ['message-received', -1, undefined],
    ['app-published', -1, 'too many fields'],
    ['reply-end', 1, undefined],
  ])
})

it('says so in four languages', () => {
  for (const code of ['noted-better', 'noted-worse', 'nothing-to-rate'])
    expect(new Set(LANGUAGES.map((language) => sentence({ code, message: '' }, language))).size).toBe(4)
})
