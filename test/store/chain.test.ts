/**
 * The chain against whoever can write to the database file: whatever is changed, taken out, put in or moved is found, and named by
 * its number. A real file each time, changed while no program holds it. And a home from before forgettings were on record.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import type { Result } from '../../src/base/result.ts'
import { seeded } from '../../src/base/rng.ts'
import type { ConversationId, PersonId, TurnId } from '../../src/events.ts'
import { MIGRATIONS } from '../../src/store/schema.ts'
import { DATABASE_FILE, openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'

const PERSON = 'person1owner' as PersonId
const PLACES = 9
const UNCHANGED = -1

const homes: string[] = []
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})
const newHome = () => {
  homes.push(mkdtempSync(join(tmpdir(), 'macaron-chain-')))
  return homes.at(-1)!
}
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const clock = fixedClock('2026-11-27T09:00:00Z')
const opened = async (home: string, migrations = MIGRATIONS) =>
  value(await openStore({ home, clock, newId: ids(clock, seeded(3)), migrations }))

/** Eight things are said, the third is forgotten: nine places, the last the record of the forgetting. */
async function told(store: Store): Promise<void> {
  for (let i = 1; i < PLACES; i++) {
    clock.pass(1000)
    const of = { conversation: 'conversation1' as ConversationId, turn: `turn0000${i}` as TurnId }
    value(
      await store.journal.append(
        { type: 'message-received', text: `said ${i} 茶`, language: 'en' },
        { person: PERSON, ...(i % 2 ? of : {}) },
      ),
    )
  }
  const third = (await store.journal.since(PERSON, null))[2]!
  expect(value(await store.journal.forget(PERSON, [third.id]))).toBe(1)
}

type Raw = Database.Database
const rowsOf = (raw: Raw, table: string) =>
  raw.prepare(`select rowid, * from ${table} order by rowid`).all() as Record<string, string | number | null>[]
const PLACE = ['person', 'n', 'id', 'at', 'type', 'conversation', 'turn', 'prev', 'content', 'hash'] as const

/** Another character of the same kind in the place of one, so that nothing but the content gives it away. */
function altered(was: string | number | null, at: number): string | number {
  if (typeof was === 'number') return was + 100 + at
  if (!was) return 'x'
  const i = at % was.length
  const other = /[0-9]/.test(was[i]!) ? String((Number(was[i]) + 1) % 10) : was[i] === 'a' ? 'b' : 'a'
  return was.slice(0, i) + other + was.slice(i + 1)
}

type Tampering = { what: string; n: number; at: number; column: number }
/** Does one thing to the file; answers with the number that is to be named. */
function tamper(raw: Raw, { what, n, at, column }: Tampering): number {
  const journal = rowsOf(raw, 'journal')
  const row = journal[n - 1]!
  const set = (table: string, name: string, rowid: unknown, to: unknown) =>
    raw.prepare(`update ${table} set "${name}" = ? where rowid = ?`).run(to as never, rowid as never)
  switch (what) {
    case 'a place changed': {
      const name = PLACE[column % PLACE.length]!
      set('journal', name, row.rowid, altered(row[name]!, at))
      return n
    }
    case 'what was said changed': {
      const said = rowsOf(raw, 'journal_content').filter((one) => one.event === row.id)
      if (!said.length) return tamper(raw, { what: 'a place taken out', n, at, column })
      const name = ['salt', 'body'][column % 2]!
      set('journal_content', name, said[0]!.rowid, altered(said[0]![name]!, at))
      return n
    }
    case 'a character moved from salt to words': {
      const said = rowsOf(raw, 'journal_content').filter((one) => one.event === row.id)
      if (!said.length) return tamper(raw, { what: 'a place taken out', n, at, column })
      const { salt, body, rowid } = said[0] as Record<string, string>
      set('journal_content', 'salt', rowid, salt!.slice(0, -1))
      set('journal_content', 'body', rowid, salt!.at(-1)! + body)
      return n
    }
    case 'what was said taken away':
      raw.prepare('delete from journal_content where event = ?').run(row.id as string)
      // The third may be gone. Without the record of it, that is what is not explained.
      return n === 3 ? UNCHANGED : n === PLACES ? 3 : n
    case 'a place taken out':
      raw.prepare('delete from journal where n = ?').run(n)
      return n
    case 'the end cut off': {
      raw.prepare('delete from journal where n >= ?').run(n)
      return n
    }
    case 'two places exchanged': {
      const other = n === PLACES ? n - 1 : n + 1
      for (const [from, to] of [
        [n, -1],
        [other, n],
        [-1, other],
      ] as const)
        raw.prepare('update journal set n = ? where n = ?').run(to, from)
      return Math.min(n, other)
    }
    case 'a place put in': {
      raw.prepare('update journal set n = n + 100 where n > ?').run(n)
      raw.prepare('update journal set n = n - 99 where n > 100').run()
      const copy = PLACE.map((name) => (name === 'n' ? n + 1 : name === 'id' ? 'putin0000001' : row[name]))
      raw
        .prepare(`insert into journal (${PLACE.map((name) => `"${name}"`).join(', ')}) values (${PLACE.map(() => '?').join(', ')})`)
        .run(...(copy as never[]))
      return n + 1
    }
    case 'words put in':
      raw.prepare('insert into journal_content (person, event, salt, body) values (?, ?, ?, ?)').run(PERSON, `stray${n}`, 's', '{}')
      return 0
    default: {
      const end = rowsOf(raw, 'journal_ends')[0]!
      const name = ['n', 'hash'][column % 2]!
      set('journal_ends', name, end.rowid, altered(end[name]!, at))
      return PLACES + 1
    }
  }
}

const WHATS = [
  ...['a place changed', 'what was said changed', 'a character moved from salt to words', 'what was said taken away', 'a place taken out'],
  ...['the end cut off', 'two places exchanged', 'a place put in', 'words put in', 'the noted end changed'],
]

describe('a file that was tampered with', () => {
  it('is found, and the number is named', async () => {
    const home = newHome()
    const store = await opened(home)
    await told(store)
    const whole = { events: PLACES, forgotten: 1 }
    expect(value(await store.journal.verify(PERSON))).toMatchObject(whole)
    await store.close()
    const written = readFileSync(join(home, DATABASE_FILE))
    const seen = new Set<string>()
    const tampering = fc.record({
      what: fc.constantFrom(...WHATS),
      n: fc.integer({ min: 1, max: PLACES }),
      at: fc.nat(60),
      column: fc.nat(9),
    })
    await fc.assert(
      fc.asyncProperty(tampering, async (one) => {
        const other = newHome()
        writeFileSync(join(other, DATABASE_FILE), written)
        const raw = new Database(join(other, DATABASE_FILE))
        const named = tamper(raw, one)
        raw.close()
        const again = await opened(other)
        const verified = await again.journal.verify(PERSON)
        await again.close()
        if (named === UNCHANGED) {
          expect(verified).toMatchObject({ ok: true, value: whole })
          return
        }
        seen.add(one.what)
        expect([one, verified]).toMatchObject([one, { ok: false, error: { code: 'journal-broken', values: { n: named } } }])
      }),
      { numRuns: 120 },
    )
    expect([...seen].toSorted()).toEqual(WHATS.toSorted())
  })

  it('does not close over a cut end by going on', async () => {
    const home = newHome()
    const store = await opened(home)
    await told(store)
    await store.db.deleteFrom('journal').where('n', '>', 6).execute()
    value(await store.journal.append({ type: 'app-used', app: 'app00001' as never, what: 'opened' }, { person: PERSON }))
    expect(await store.journal.verify(PERSON)).toMatchObject({ ok: false, error: { values: { n: 7, why: 'missing' } } })
    await store.close()
  })
})

describe('a home from before forgettings were on record', () => {
  it('is taken at its word once, and held to it from then on', async () => {
    const home = newHome()
    const store = await opened(home)
    await told(store)
    await store.close()
    // As it was: no noted end, no record of what was forgotten, and no migration that made them.
    const raw = new Database(join(home, DATABASE_FILE))
    raw.exec(`delete from journal where n = ${PLACES}; delete from journal_content where event not in (select id from journal)`)
    raw.exec('drop table journal_ends; delete from migrations where number = 7')
    raw.close()
    const later = await opened(home)
    expect(value(await later.journal.verify(PERSON))).toMatchObject({ events: PLACES, forgotten: 1 })
    expect((await later.journal.since(PERSON, null)).at(-1)).toMatchObject({ type: 'events-forgotten', count: 1, all: true })
    value(await later.journal.append({ type: 'message-received', text: 'later', language: 'en' }, { person: PERSON }))
    await later.db.deleteFrom('journal_content').where('body', 'like', '%later%').execute()
    expect(await later.journal.verify(PERSON)).toMatchObject({ ok: false, error: { values: { n: PLACES + 1, why: 'taken' } } })
    await later.close()
  })
})

describe('the record of what was forgotten', () => {
  it('names what is gone, is itself not forgotten, and is nothing that speaks of an event', async () => {
    const store = await opened(newHome())
    await told(store)
    const events = await store.journal.since(PERSON, null)
    const record = events.at(-1)!
    expect(record).toMatchObject({ type: 'events-forgotten', count: 1 })
    const named = (record as { events?: string[] }).events!
    expect(await store.journal.naming(PERSON, named[0]!)).toEqual([])
    expect(value(await store.journal.forget(PERSON, [record.id, record.id]))).toBe(0)
    expect(value(await store.journal.verify(PERSON))).toMatchObject({ events: PLACES, forgotten: 1 })
    await store.close()
  })
})
