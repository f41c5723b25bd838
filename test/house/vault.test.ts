/** A house that is sealed at rest: nothing that was said stands in any file, and only its key opens it. */
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { systemClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import { type Opened, openServer } from '../../src/doors/serve.ts'
import { OWNER, type PersonId } from '../../src/events.ts'
import type { House } from '../../src/house.ts'
import { openHousehold } from '../../src/household.ts'
import { keepKey } from '../../src/models/keys.ts'
import { keepSecret } from '../../src/store/secret.ts'
import { DATABASE_FILE, openStore } from '../../src/store/sqlite.ts'
import { masterOf, vaultIn, vaultOf } from '../../src/store/vault.ts'
import { value } from '../store/store.contract.ts'
import { tell } from './telling.ts'

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})
const newHome = () => {
  roots.push(mkdtempSync(join(tmpdir(), 'macaron-vault-')))
  return roots.at(-1)!
}
const KEY = 'a master key of some length'
const WORD = 'Zanzibar'
const open = (home: string, key: string | null = KEY) =>
  openHousehold({ home, env: key === null ? {} : { MACARON_KEY: key }, cost: { N: 2 ** 8, r: 8, p: 1 }, complain: () => {} })
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(`${WORD} in a picture`)])

/** Every file below a folder whose bytes hold the word, as UTF-8 or in base64. */
function holding(folder: string, word = WORD): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(word)
  })
}
async function say(house: House): Promise<void> {
  await tell(house, `Remember that my code word is ${WORD}`)
  house.pictures.keep(PNG)
}
const remembers = async ({ memory, store, person }: House) => [
  (await memory.list({})).some(({ text }) => text.includes(WORD)),
  (await store.journal.verify(person)).ok,
]
const bytesOf = (home: string) =>
  readdirSync(home).map((name) => [name, statSync(join(home, name)).isFile() ? readFileSync(join(home, name)) : null])
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)

it('holds nothing that can be read, opens with its key, and with no other', async () => {
  const home = newHome()
  let household = value(await open(home))
  await say(household.house)
  const { secret } = value(await household.people.invite({ label: WORD, lasts: 1e9 }))
  const guest = value(await household.people.accept(secret, { name: WORD, password: 'a long enough password' }))
  await say(value(await household.houseOf(guest.id)))
  expect(holding(home)).toEqual([])
  await household.close()
  expect(holding(home)).toEqual([])
  const before = bytesOf(home)
  for (const [key, code] of [
    [null, 'vault-locked'],
    [`${KEY}.`, 'vault-wrong'],
    ['short', 'vault-short'],
  ] as const)
    expect([code, codeOf(await open(home, key))]).toEqual([code, code])
  expect(bytesOf(home)).toEqual(before)
  household = value(await open(home))
  expect(await remembers(household.house)).toEqual([true, true])
  expect(await remembers(value(await household.houseOf(guest.id)))).toEqual([true, true])
  expect(household.people.all().map(({ name }) => name)).toContain(WORD)
  const [picture] = readdirSync(join(home, 'pictures'))
  expect(household.house.pictures.read(picture!)).toEqual(PNG)
  // A copy is as sealed as what it is of.
  const copy = join(home, 'copy.db')
  value(await household.house.store.backup(copy))
  expect(readFileSync(copy).includes(WORD)).toBe(false)
  await household.close()
  // A damaged one is said to be damaged, and left as it is.
  const file = join(home, 'macaron.db')
  const bytes = readFileSync(file).fill(7, 0, 200)
  writeFileSync(file, bytes)
  expect(codeOf(await open(home))).toBe('database-corrupt')
  expect(readFileSync(file)).toEqual(bytes)
  // The key of one home opens no other.
  copyFileSync(join(home, 'people', guest.id, 'vault.json'), join(home, 'vault.json'))
  expect(codeOf(await open(home))).toBe('vault-wrong')
}, 30_000)

it('one that was in the clear is sealed at the next start, with all that is in it', async () => {
  const home = newHome()
  let household = value(await open(home, null))
  await say(household.house)
  await household.close()
  expect(holding(home).length).toBeGreaterThan(1)
  const env = { MACARON_KEY: KEY }
  household = value(await openHousehold({ home, env }))
  // No child gets it.
  expect(env).toEqual({})
  expect(await remembers(household.house)).toEqual([true, true])
  expect(holding(home)).toEqual([])
  await household.close()
  expect(holding(home)).toEqual([])
})

it('is sealed wherever an earlier try was cut off', async () => {
  const clock = systemClock
  const parts = (home: string, key?: string) => ({ home, clock, newId: ids(clock, seeded(1)), key })
  const person = 'person1owner' as PersonId
  const clear = newHome()
  const first = value(await openStore(parts(clear)))
  value(await first.settings.set(person, 'word', WORD))
  await first.close()
  expect(holding(clear)).toEqual([DATABASE_FILE])
  const sealed = newHome()
  const cut: ((db: string) => void)[] = [
    (db) => writeFileSync(`${db}.sealing`, `half a copy ${WORD}`),
    (db) => linkSync(db, `${db}.clear`),
    // After the rename, before what lay there was overwritten.
    (db) => {
      copyFileSync(join(sealed, DATABASE_FILE), db)
      copyFileSync(join(clear, DATABASE_FILE), `${db}.clear`)
    },
  ]
  for (const [i, stop] of cut.entries()) {
    const home = newHome()
    copyFileSync(join(clear, DATABASE_FILE), join(home, DATABASE_FILE))
    stop(join(home, DATABASE_FILE))
    const store = value(await openStore(parts(home, '5'.repeat(64))))
    expect(await store.settings.get(person, 'word')).toBe(WORD)
    await store.close()
    expect([readdirSync(home), holding(home)]).toEqual([[DATABASE_FILE], []])
    if (i === 0) copyFileSync(join(home, DATABASE_FILE), join(sealed, DATABASE_FILE))
  }
})

it('what is sealed is opened as it was, or not at all', () => {
  const home = newHome()
  const vault = value(vaultOf(home, 'a', value(masterOf(home, KEY))))!
  const other = join(home, 'other')
  mkdirSync(other)
  const stranger = value(vaultOf(other, 'b' as PersonId, value(masterOf(other, KEY))))!
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, by) => {
      const sealed = vault.seal(bytes)
      expect(vault.unseal(sealed)).toEqual(Buffer.from(bytes))
      expect(stranger.unseal(sealed)).toBeNull()
      sealed[at % sealed.length]! ^= by
      expect(vault.unseal(sealed)).toBeNull()
      expect(vault.unseal(bytes)).toBeNull()
    }),
    { numRuns: 100 },
  )
})

it('seals the start-up token and the keys of providers too, those that lay there in the open as well', async () => {
  const home = newHome()
  const serve = (key: string | null = KEY) => {
    if (key === null) delete process.env.MACARON_KEY
    else process.env.MACARON_KEY = key
    return openServer({ home, port: 0, host: '127.0.0.1', cost: { N: 2 ** 8, r: 8, p: 1 } })
  }
  const readiness = (server: Opened) =>
    Object.fromEntries(server.house.models.overview().providers.map(({ name, missing }) => [name, missing?.code ?? null]))
  let server = value(await serve(null))
  const { token } = server
  value(keepKey(home, 'anthropic', WORD))
  expect(readiness(server).anthropic).toBeNull()
  await server.close()
  expect([holding(home), holding(home, token)]).toEqual([['keys/anthropic'], ['token']])

  server = value(await serve())
  // The same as before, and in the open nowhere: sealed when the house was opened, and when the key was first asked for.
  expect(server.token).toBe(token)
  expect(readiness(server).anthropic).toBeNull()
  expect([holding(home), holding(home, token)]).toEqual([[], []])
  // Another is kept sealed from the beginning; without the master key none is.
  expect(codeOf(vaultIn(home, OWNER, undefined))).toBe('vault-locked')
  value(keepKey(home, 'deepseek', `${WORD}2`, value(vaultIn(home, OWNER, KEY))))
  expect([readiness(server).deepseek, holding(home)]).toEqual([null, []])
  // A stop before what was there in the open was overwritten.
  writeFileSync(join(home, 'keys', 'deepseek.clear'), WORD)
  expect([readiness(server).deepseek, holding(home)]).toEqual([null, []])
  await server.close()

  // Sealed by another home: a key is to be set anew, and says so; a token is made anew, for it opened nothing but this.
  const other = newHome()
  const foreign = value(vaultOf(other, OWNER, value(masterOf(other, KEY))))
  value(keepKey(home, 'anthropic', WORD, foreign))
  value(keepSecret(join(home, 'token'), token, foreign))
  server = value(await serve())
  expect(server.token).not.toBe(token)
  expect(readiness(server)).toMatchObject({ anthropic: 'secret-locked', deepseek: null })
  const { checks } = await server.house.doctor()
  expect(checks.find(({ what }) => what === 'models')).toMatchObject({ ok: false, detail: expect.stringContaining('Set it anew') })
  await server.close()
}, 30_000)
