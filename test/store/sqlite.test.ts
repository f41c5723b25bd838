import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import { MIGRATIONS } from '../../src/store/schema.ts'
import { DATABASE_FILE, openStore } from '../../src/store/sqlite.ts'
import { childScript } from './child.ts'
import { PERSON, storeContract, value } from './store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-store-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const newHome = () => join(root, `home${++count}`)
const clock = fixedClock('2026-11-24T00:00:00Z')
const options = (home: string) => ({ home, clock, newId: ids(clock, seeded(count)) })

storeContract('SQLite', async (given) => {
  const home = newHome()
  let store = value(await openStore({ home, ...given }))
  return {
    store,
    async reopen() {
      await store.close()
      store = value(await openStore({ home, ...given }))
      return store
    },
    close: () => store.close(),
  }
})

describe('a home', () => {
  it('is held by one at a time, in this process and in another, and given back on close', async () => {
    const home = newHome()
    const store = value(await openStore(options(home)))
    expect(await openStore(options(home))).toMatchObject({ ok: false, error: { code: 'home-in-use', values: { home } } })
    const other = spawnSync(process.execPath, [await childScript('open-home', root), home], { encoding: 'utf8' })
    expect(other.stdout.trim()).toBe('home-in-use')
    // Having been refused, nobody took the lock away from the first either.
    expect((await store.settings.set(PERSON, 'a', '1')).ok).toBe(true)
    await store.close()
    const again = value(await openStore(options(home)))
    expect(await again.settings.get(PERSON, 'a')).toBe('1')
    await again.close()
  })

  it.each([
    ['a file that is no database', (file: string) => writeFileSync(file, 'not a database at all '.repeat(500))],
    ['pages overwritten in the middle', (file: string) => overwrite(file)],
    ['a file cut in half', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)))],
  ])('says that the database is damaged: %s', async (_, damage) => {
    const home = newHome()
    const store = value(await openStore(options(home)))
    for (let i = 0; i < 200; i++) await store.settings.set(PERSON, `name${i}`, 'x'.repeat(500))
    await store.close()
    const file = join(home, DATABASE_FILE)
    damage(file)
    const before = readFileSync(file)
    const opened = await openStore(options(home))
    expect(opened).toMatchObject({ ok: false, error: { code: 'database-corrupt' } })
    expect(opened.ok ? '' : opened.error.message).toContain('backup')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('says so when it cannot be written to', async () => {
    const blocked = newHome()
    writeFileSync(blocked, 'a file where the folder should be')
    expect(await openStore(options(blocked))).toMatchObject({ ok: false, error: { code: 'home-unwritable' } })
    expect(await openStore(options(join(blocked, 'deeper')))).toMatchObject({ ok: false, error: { code: 'home-unwritable' } })
  })

  it('is for its owner alone to read', async () => {
    const home = newHome()
    mkdirSync(home, { mode: 0o755 })
    const store = value(await openStore(options(home)))
    await store.settings.set(PERSON, 'a', '1')
    for (const file of readdirSync(home)) expect([file, statSync(join(home, file)).mode & 0o077]).toEqual([file, 0])
    await store.close()
  })

  it('says so when its folder or its file is read-only', async () => {
    const home = newHome()
    await value(await openStore(options(home))).close()
    chmodSync(root, 0o755)
    chmodSync(home, 0o555)
    chmodSync(join(home, DATABASE_FILE), 0o444)
    // Permissions do not bind root: try as somebody else then.
    const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const script = await childScript('open-home', root)
    const tried = spawnSync(process.execPath, [script, home], { encoding: 'utf8', ...user })
    expect(['disk-read-only', 'home-unwritable']).toContain(tried.stdout.trim())
    chmodSync(home, 0o755)
  })

  it('loses nothing and says so when the disk is full, and works again when it is not', async () => {
    const store = value(await openStore(options(newHome())))
    await store.settings.set(PERSON, 'before', 'x')
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
    await sql.raw(`pragma max_page_count = ${pages.rows[0]!.page_count + 2}`).execute(store.db)
    const full = await store.settings.set(PERSON, 'big', 'x'.repeat(60_000))
    expect(full).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    const said = await store.journal.append({ type: 'message-received', text: 'x'.repeat(60_000), language: 'en' }, { person: PERSON })
    expect(said).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect([...(await store.settings.all(PERSON)).keys()]).toEqual(['before'])
    await sql.raw('pragma max_page_count = 100000').execute(store.db)
    expect((await store.settings.set(PERSON, 'big', 'x'.repeat(60_000))).ok).toBe(true)
    expect((await store.journal.verify(PERSON)).ok).toBe(true)
    await store.close()
  })

  it('fails as data on a disk that is truly full', async () => {
    const disk = join(root, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return // Only root may mount; the page limit above stands in for it.
    }
    try {
      const store = value(await openStore(options(disk)))
      let wrote = 0
      let last = await store.settings.set(PERSON, 'n0', 'x')
      while (last.ok && wrote < 200) last = await store.settings.set(PERSON, `n${++wrote}`, 'x'.repeat(20_000))
      expect(last).toMatchObject({ ok: false, error: { code: 'disk-full' } })
      expect((await store.settings.all(PERSON)).size).toBe(wrote)
      await store.close()
      expect(await openStore(options(join(disk, 'another')))).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })

  it('backs up into a file that opens on its own, and never over another', async () => {
    const home = newHome()
    const store = value(await openStore(options(home)))
    await store.journal.append({ type: 'message-received', text: 'keep me', language: 'en' }, { person: PERSON })
    const copy = newHome()
    const file = join(copy, DATABASE_FILE)
    expect(value(await store.backup(file)).bytes).toBeGreaterThan(0)
    expect(await store.backup(file)).toMatchObject({ ok: false, error: { code: 'backup-exists' } })
    await store.close()
    const restored = value(await openStore(options(copy)))
    expect(value(await restored.journal.verify(PERSON)).events).toBe(1)
    await restored.close()
  })
})

describe('migrations', () => {
  const next = MIGRATIONS.at(-1)!.number + 1
  const second = {
    number: next,
    name: 'a further step',
    up: async (db: Parameters<(typeof MIGRATIONS)[0]['up']>[0]) =>
      void (await db.schema.createTable('added').addColumn('a', 'text').execute()),
  }

  it('run once each, forward', async () => {
    const home = newHome()
    await value(await openStore(options(home))).close()
    const store = value(await openStore({ ...options(home), migrations: [...MIGRATIONS, second] }))
    expect((await store.db.selectFrom('migrations').select('number').orderBy('number').execute()).map((r) => r.number)).toEqual(
      Array.from({ length: next }, (_, i) => i + 1),
    )
    await store.close()
    await value(await openStore({ ...options(home), migrations: [...MIGRATIONS, second] })).close()
    expect(await openStore(options(home))).toMatchObject({ ok: false, error: { code: 'database-newer' } })
  })

  it('change nothing when one of them fails', async () => {
    const home = newHome()
    await value(await openStore(options(home))).close()
    const third = { number: next + 1, name: 'fails', up: async () => Promise.reject(new Error('half done')) }
    await expect(openStore({ ...options(home), migrations: [...MIGRATIONS, second, third] })).rejects.toThrow('half done')
    const store = value(await openStore(options(home)))
    expect((await store.db.introspection.getTables()).map((t) => t.name)).not.toContain('added')
    await store.close()
  })
})

function overwrite(file: string): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(40_960, 0xab), 0, 40_960, 4096)
  closeSync(handle)
}
