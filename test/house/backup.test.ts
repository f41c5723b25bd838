/** A house as one file, made while it goes on, and put back: whole, or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { backUp, putBack } from '../../src/backup.ts'
import { ending, packed } from '../../src/base/tar.ts'
import type { PersonId } from '../../src/events.ts'
import { type Household, openHousehold } from '../../src/household.ts'
import { invite, openDoor } from '../doors/door.ts'
import { value } from '../store/store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-backup-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const fresh = (name: string) => join(root, `${name}${++count}`)
const WORD = 'Zanzibar'
const PASSWORD = 'a long enough password'
const open = async (home: string, key?: string) =>
  value(await openHousehold({ home, env: key ? { MACARON_KEY: key } : {}, cost: { N: 2 ** 8, r: 8, p: 1 } }))

async function fileOf(household: Household): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of value(await backUp(household))) pieces.push(piece)
  const file = fresh('backup.tar')
  writeFileSync(file, Buffer.concat(pieces))
  return file
}
const note = ({ house }: Household, text: string) =>
  house.store.journal.append({ type: 'message-received', text, language: 'en' }, { person: house.person })
async function furnished(home: string, key?: string): Promise<{ household: Household; guest: PersonId }> {
  const household = await open(home, key)
  const { secret } = value(await household.people.invite({ label: '', lasts: 1e9 }))
  const guest = value(await household.people.accept(secret, { name: 'Kim', password: PASSWORD })).id
  const theirs = value(await household.houseOf(guest))
  value(await theirs.store.settings.set(guest, 'word', `${WORD} of Kim`))
  value(await note(household, WORD))
  household.house.pictures.keep(Buffer.from('a picture'))
  writeFileSync(join(home, 'token'), 't'.repeat(40))
  mkdirSync(join(home, 'keys'), { recursive: true })
  writeFileSync(join(home, 'keys', 'anthropic'), 'sk-secret-key', { mode: 0o600 })
  writeFileSync(join(home, 'models.json'), '{"budgets":{"day":2}}\n')
  return { household, guest }
}
const all = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)).toString('base64') : ''])

it('made while it is written to, it holds all that was acknowledged before it, and every home; it is put back whole', async () => {
  const home = fresh('home')
  const { household, guest } = await furnished(home)
  const before: string[] = []
  for (let i = 0; i < 20; i++) before.push(value(await note(household, `before ${i}`)).id)
  let going = true
  const writing = (async () => {
    for (let i = 0; going; i++) {
      value(await note(household, `meanwhile ${i}`))
      await new Promise((next) => setImmediate(next))
    }
  })()
  const file = await fileOf(household)
  going = false
  await writing
  expect(readFileSync(file).includes('sk-secret-key') || readFileSync(file).includes('t'.repeat(40))).toBe(false)
  expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([])
  // The house it was made of goes on.
  value(await note(household, 'after'))
  await household.close()

  const other = fresh('home')
  expect(value(await putBack(other, file, false)).files).toBe(5)
  const restored = await open(other)
  expect(value(await restored.house.store.journal.verify(restored.house.person)).forgotten).toBe(0)
  for (const id of before) expect(await restored.house.store.journal.get(restored.house.person, id as never)).not.toBeNull()
  expect(await value(await restored.houseOf(guest)).store.settings.get(guest, 'word')).toBe(`${WORD} of Kim`)
  expect((await restored.people.signIn('Kim', PASSWORD, 'a')).ok).toBe(true)
  expect(restored.house.models.overview().budgets.day).toBe(2)
  expect(readdirSync(join(other, 'pictures'))).toHaveLength(1)
  await restored.close()

  // In the place of what is there only where it is said, and never under a house that is open.
  const busy = await open(other)
  value(await busy.house.store.settings.set(busy.house.person, 'newer', '1'))
  expect(await putBack(other, file, false)).toMatchObject({ ok: false, error: { code: 'home-not-empty' } })
  expect(await putBack(other, file, true)).toMatchObject({ ok: false, error: { code: 'home-in-use' } })
  expect(await busy.house.store.settings.get(busy.house.person, 'newer')).toBe('1')
  await busy.close()
  writeFileSync(join(other, 'token'), 'u'.repeat(40))
  expect((await putBack(other, file, true)).ok).toBe(true)
  const again = await open(other)
  expect(await again.house.store.settings.get(again.house.person, 'newer')).toBeNull()
  await again.close()
  expect(readFileSync(join(other, 'token'), 'utf8')).toBe('u'.repeat(40))
  expect(readdirSync(other).filter((name) => name.startsWith('.'))).toEqual([])
}, 30_000)

it('cut off anywhere, changed anywhere, or something else: nothing is put back, and what is there stays to the byte', async () => {
  const { household } = await furnished(fresh('home'))
  const bytes = readFileSync(await fileOf(household))
  await household.close()
  const home = fresh('home')
  await (await open(home)).close()
  const before = all(home)
  const file = fresh('bad.tar')
  const refused = async (wrong: Uint8Array) => {
    writeFileSync(file, wrong)
    expect(await putBack(home, file, true)).toMatchObject({ ok: false, error: { code: 'backup-invalid' } })
    expect(all(home)).toEqual(before)
  }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.boolean(), async (at, cut) => {
      const wrong = Buffer.from(cut ? bytes.subarray(0, at) : bytes)
      // The end mark says nothing that is not said before it.
      if (at >= bytes.length - 1024) return
      if (!cut) wrong[at]! ^= 0x41
      // Padding, times and owners in a header are not looked at.
      if (!cut && isIdle(bytes, at)) return
      await refused(wrong)
    }),
    { numRuns: 60 },
  )
  await refused(Buffer.from('no tar at all '.repeat(200)))
  await refused(Buffer.alloc(0))
  expect(await putBack(home, fresh('nothing'), true)).toMatchObject({ ok: false, error: { code: 'backup-invalid' } })
}, 30_000)

/** Whether a byte is padding: zeros after a file. */
function isIdle(bytes: Buffer, at: number): boolean {
  const block = bytes.subarray(at - (at % 512), at - (at % 512) + 512)
  return bytes[at] === 0 && block.subarray(at % 512).every((byte) => byte === 0)
}

it.each([
  '../outside',
  '/tmp/outside',
  'people/../../outside',
  'token',
  'keys/anthropic',
  'people/abcdefgh/people.db',
  'pictures/x.png',
  'a\\b',
])('a name that leads elsewhere is refused: %s', async (name) => {
  const home = fresh('home')
  const file = fresh('bad.tar')
  const one = async function* () {
    yield Buffer.from('x')
  }
  const pieces: Uint8Array[] = []
  for await (const piece of packed(name, 1, one())) pieces.push(piece)
  writeFileSync(file, Buffer.concat([...pieces, ending()]))
  expect(await putBack(home, file, false)).toMatchObject({ ok: false, error: { code: 'backup-invalid' } })
  expect([existsSync(join(root, 'outside')), existsSync('/tmp/outside'), readdirSync(home)]).toEqual([false, false, []])
})

it('of a sealed house is as sealed, and opens with its master key alone', async () => {
  const KEY = 'a master key of some length'
  const { household, guest } = await furnished(fresh('home'), KEY)
  const file = await fileOf(household)
  await household.close()
  expect(readFileSync(file).includes(WORD)).toBe(false)
  const home = fresh('home')
  value(await putBack(home, file, false))
  expect(await openHousehold({ home, env: {} })).toMatchObject({ ok: false, error: { code: 'vault-locked' } })
  const restored = await open(home, KEY)
  expect(await value(await restored.houseOf(guest)).store.settings.get(guest, 'word')).toBe(`${WORD} of Kim`)
  // Held by who has its key, it is not replaced by who has not.
  expect(await putBack(home, file, true)).toMatchObject({ ok: false, error: { code: 'home-in-use' } })
  await restored.close()
  // Its database without what opens it says what is missing.
  rmSync(join(home, 'vault.json'))
  for (const env of [{}, { MACARON_KEY: KEY }])
    expect(await openHousehold({ home, env })).toMatchObject({ ok: false, error: { code: 'vault-missing' } })
  expect(existsSync(join(home, 'vault.json'))).toBe(false)
}, 30_000)

it('is for the start-up token alone: neither a session of the owner nor anybody invited gets it', async () => {
  const door = await openDoor()
  const guest = await invite(door, 'Kim')
  expect((await guest.ask('/api/backup')).status).toBe(403)
  const { body } = await door.ask<{ secret: string }>('/api/credentials', {
    body: { name: 'all', scopes: ['read', 'talk', 'build', 'admin'] },
  })
  const asked = await door.ask<{ error: { code: string } }>('/api/backup', {
    signedOut: true,
    headers: { authorization: `Bearer ${body.secret}` },
  })
  expect([asked.status, asked.body.error.code]).toEqual([403, 'start-up-only'])
  const given = await door.open('/api/backup')
  expect([given.status, (await given.arrayBuffer()).byteLength > 10_000]).toEqual([200, true])
  await door.close()
})

it('what cannot be put in its place at once is finished by the next start', async () => {
  const { household } = await furnished(fresh('home'))
  const file = await fileOf(household)
  await household.close()
  const home = fresh('home')
  await (await open(home)).close()
  // Where what is replaced goes aside, something stands in the way.
  writeFileSync(join(home, '.replaced'), '')
  expect(await putBack(home, file, true)).toMatchObject({ ok: false, error: { code: 'restore-unfinished' } })
  expect(await openHousehold({ home, env: {} })).toMatchObject({ ok: false, error: { code: 'restore-unfinished' } })
  rmSync(join(home, '.replaced'))
  const restored = await open(home)
  expect((await restored.people.signIn('Kim', PASSWORD, 'a')).ok).toBe(true)
  await restored.close()
  expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([])
})
