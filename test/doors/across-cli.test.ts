/** Nobody gets at anything of another by the command line either: every command that takes an id, with another person's. */
import type { AddressInfo, Server } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { commands, main } from '../../src/doors/cli.ts'
import { endTurns, furnish, gist, type Ids, invited, nobodys, type Resident, stateOf } from './across.ts'
import { type Door, newHome, openDoor } from './door.ts'

/** `{kind}` is where an id goes. The owner's alone are marked: who lives here is theirs to decide. */
const TAKES: { line: string[]; owners?: true }[] = [
  { line: ['say', 'hello', '--app', '{app}'] },
  { line: ['app', '{app}'] },
  { line: ['undo', '{app}'] },
  { line: ['redo', '{app}'] },
  { line: ['correct', '{memory}', 'something else'] },
  { line: ['pin', '{memory}'] },
  { line: ['forget', '{memory}'] },
  { line: ['forget', '{memory}', '--yes'] },
  { line: ['decide', '{approval}', 'approve'] },
  { line: ['amend', '{approval}', 'name=Theirs'] },
  { line: ['why', '{event}'] },
  { line: ['models', 'costs', '{app}'] },
  { line: ['audit', 'turn', '{turn}'] },
  { line: ['audit', 'list', '--after', '{event}'] },
  { line: ['token', 'revoke', '{credential}'] },
  { line: ['people', 'remove', '{person}', '--yes'], owners: true },
  { line: ['people', 'remove', '{invitation}'], owners: true },
  { line: ['people', 'again', '{person}'], owners: true },
  { line: ['people', 'lend', '{person}'], owners: true },
  // Last: a conversation may be begun under any id.
  { line: ['say', 'hello', '--conversation', '{conversation}'] },
]
/** Of a whole person, a text, a file or this machine. */
const TAKE_NONE = [
  'serve',
  'opening',
  'better',
  'worse',
  'apps',
  'recall',
  'memories',
  'embeddings',
  'approvals',
  'rules',
  'learn',
  'agents',
  'export',
  'import',
  'doctor',
  'backup',
  'restore',
  'train',
  'scale',
  'adapter',
  'bench',
]

const clock = fixedClock('2026-11-28T09:00:00Z')
let door: Door
let server: Server
let owner: Resident
let kim: Resident
const tokens = new Map<Resident, string>()

beforeAll(async () => {
  door = await openDoor(newHome(), { clock })
  owner = await furnish(door, door, door.server.house, 'Zanzibar')
  kim = await invited(door, 'Kim', 'Quokka')
  for (const who of [owner, kim]) {
    const { body } = await who.ask<{ secret: string }>('/api/credentials', {
      body: { name: 'shell', scopes: ['read', 'talk', 'build', 'admin'] },
    })
    tokens.set(who, body.secret)
  }
  await new Promise<void>((resolve) => {
    server = listen({ fetch: door.server.routes.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve()) as Server
  })
  vi.stubEnv('MACARON_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  server.close()
  endTurns()
  await door.close()
})

async function run(who: Resident, line: readonly string[], ids: Ids) {
  clock.pass(30_000)
  vi.stubEnv('MACARON_TOKEN', tokens.get(who)!)
  let said = ''
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const filled = line.map((word) => word.replace(/^\{(\w+)\}$/, (_, kind: keyof Ids) => ids[kind]))
  const status = await main(filled, (text) => {
    said += text
  })
  errors.mockRestore()
  return { status, said }
}

it('every command is among those that take an id or those that take none', () => {
  const none = async () => {}
  const out = { json: none, line: none, done: none }
  const named = commands(none, out).commands.map((one) => one.name())
  expect([...new Set([...TAKES.map(({ line }) => line[0]!), ...TAKE_NONE])].sort()).toEqual(named.sort())
})

it('with one’s own ids there is an answer', async () => {
  for (const line of [
    ['app', '{app}'],
    ['why', '{event}'],
    ['audit', 'turn', '{turn}'],
    ['forget', '{memory}'],
  ]) {
    const ids = line[0] === 'audit' ? { ...kim.ids, turn: (await turnOf(kim))! } : kim.ids
    const { status, said } = await run(kim, line, ids)
    expect([line[0], status, said.includes('Quokka') || line[0] !== 'app']).toEqual([line[0], 0, true])
  }
})
const turnOf = async ({ ask, ids }: Resident) =>
  (await ask<{ events: { turn?: string }[] }>(`/api/conversations/${ids.conversation}`)).body.events[0]!.turn

it.each<[string, () => Resident, () => Resident]>([
  ['an invited person at the owner’s', () => kim, () => owner],
  ['the owner at an invited person’s', () => owner, () => kim],
])(
  '%s: nothing',
  async (_, asker, victim) => {
    const [who, other] = [asker(), victim()]
    const before = await stateOf(other, clock)
    for (const { line, owners } of TAKES) {
      if (owners && who === owner) continue
      const theirs = await run(who, line, other.ids)
      const nobody = await run(who, line, nobodys())
      expect([line.join(' '), theirs.status, gist(theirs.said)]).toEqual([line.join(' '), nobody.status, gist(nobody.said)])
      expect([line.join(' '), theirs.said.includes(other.word)]).toEqual([line.join(' '), false])
    }
    expect(await stateOf(other, clock)).toBe(before)
  },
  60_000,
)

it('asks for both where the server is elsewhere', async () => {
  vi.stubEnv('MACARON_TOKEN', '')
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  expect(await main(['apps'], () => {})).toBe(1)
  expect(String(errors.mock.calls[0]?.[0])).toContain('MACARON_TOKEN')
  errors.mockRestore()
})
