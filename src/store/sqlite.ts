/**
 * The embedded store: one SQLite file in the home, WAL with an fsync a commit, held by one process at a time.
 *
 * The lock is SQLite's own on the file (locking_mode=EXCLUSIVE), so it ends with the process however it ends:
 * there is no lock file to be left behind by a kill.
 */
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import Database from 'libsql'
import { fail, ok, type Result } from '../base/result.ts'
import { openCosts } from './costs.ts'
import { openEpisodes } from './episodes.ts'
import { failureOf } from './failures.ts'
import { openJournal } from './journal.ts'
import { libsqlDialect } from './libsql.ts'
import { openMemories } from './memories.ts'
import { MIGRATIONS, type Migration, type Tables } from './schema.ts'
import { openSettings } from './settings.ts'
import { openSuccesses } from './successes.ts'
import type { Db, Store, StoreOptions } from './types.ts'
import { openVectors } from './vectors.ts'

export const DATABASE_FILE = 'macaron.db'

/**
 * Opens the store in `home`, brings its tables up to date and checks them. Codes: 'home-in-use', 'home-unwritable',
 * 'disk-full', 'disk-read-only', 'disk-error', 'database-corrupt', 'database-newer'.
 */
export async function openStore(options: StoreOptions & { migrations?: readonly Migration[] }): Promise<Result<Store>> {
  const { home } = options
  let database: Database.Database | undefined
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const file = join(home, DATABASE_FILE)
    // The file is touched by SQLite alone: closing any other handle on it would give up this process's lock.
    database = new Database(file)
    claim(database)
    const damage = quickCheck(database)
    if (damage !== null) {
      // As it is, to the byte: somebody may want to rescue what can be read.
      letGo(database, ['locking_mode = normal', 'schema_version'])
      close(database)
      return corrupt(home, damage)
    }
    ownersOnly(file)
    makeDurable(database)
    const db: Db = new Kysely<Tables>({ dialect: libsqlDialect(database, home) })
    const store = new SqliteStore(db, database, options)
    const migrated = await store.migrate(options.migrations ?? MIGRATIONS)
    if (migrated.ok) return ok(store)
    await store.close()
    return migrated
  } catch (error) {
    if (database) letGo(database)
    close(database)
    const failure = failureOf(error, home)
    if (!failure) throw error
    return { ok: false, error: failure }
  }
}

/** Takes the file for this process, and fails with SQLITE_BUSY where another one has it. Changes nothing in it. */
function claim(database: Database.Database): void {
  database.exec('pragma busy_timeout = 0')
  database.prepare('pragma locking_mode = exclusive').all()
  database.exec('begin exclusive; commit')
}

/** What is in it concerns nobody else; the write-ahead log takes its permissions from the file. */
function ownersOnly(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // Not ours to change, or a file system without permissions: whoever set it up so has decided.
  }
}

/** Every commit is on the disk before it is acknowledged. */
function makeDurable(database: Database.Database): void {
  database.prepare('pragma journal_mode = wal').all()
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
  database.exec('pragma temp_store = memory')
  // What is deleted is overwritten: a page given back still has the words of what was forgotten.
  database.exec('pragma secure_delete = on')
}

/**
 * Gives the file back at once. Closing alone does not: libsql keeps the file open until its statements are
 * collected as garbage, and the lock with it.
 */
const LETTING_GO = ['journal_mode = delete', 'locking_mode = normal', 'schema_version']
function letGo(database: Database.Database, steps = LETTING_GO): void {
  try {
    for (const step of steps) database.prepare(`pragma ${step}`).all()
  } catch {
    // A full or damaged disk: everything acknowledged is in the write-ahead log, which the next start reads.
  }
}

const corrupt = (home: string, detail: string): Result<never> => {
  const failure = failureOf({ code: 'SQLITE_CORRUPT' }, home)!
  return fail(failure.code, `${failure.message} (${detail})`, { home, detail })
}

/** What is wrong with the pages of the file; null if nothing is. */
function quickCheck(database: Database.Database): string | null {
  try {
    const rows = database.prepare('pragma quick_check(5)').all() as Record<string, unknown>[]
    const said = rows.map((row) => String(Object.values(row)[0]))
    return said.length === 1 && said[0] === 'ok' ? null : said.join('; ').slice(0, 500)
  } catch (error) {
    // A page too broken to be read at all; anything else is not for this function.
    if (failureOf(error, '')?.code !== 'database-corrupt') throw error
    return String((error as Error).message)
  }
}

function close(database: Database.Database | undefined): void {
  try {
    database?.close()
  } catch {
    // It is being given up for an error that is already on its way.
  }
}

/** Carries a failed Result out of a transaction, so that Kysely rolls back. */
class RolledBack extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('rolled back')
    this.result = result
  }
}

class SqliteStore implements Store {
  readonly journal
  readonly memories
  readonly episodes
  readonly settings
  readonly vectors
  readonly costs
  readonly successes
  readonly db: Db
  private readonly database: Database.Database
  private readonly options: StoreOptions

  constructor(db: Db, database: Database.Database, options: StoreOptions) {
    this.db = db
    this.database = database
    this.options = options
    this.journal = openJournal(this, options)
    this.memories = openMemories(this)
    this.episodes = openEpisodes(this)
    this.settings = openSettings(this)
    this.vectors = openVectors(this)
    this.costs = openCosts(this)
    this.successes = openSuccesses(this)
  }

  async transaction<T>(work: (tx: Db) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await this.db.transaction().execute(async (tx) => {
        const result = await work(tx)
        if (!result.ok) throw new RolledBack(result)
        return result
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.result
      return this.failed(error)
    }
  }

  async migrate(migrations: readonly Migration[]): Promise<Result<void>> {
    return this.transaction(async (tx) => {
      await tx.schema
        .createTable('migrations')
        .ifNotExists()
        .addColumn('number', 'integer', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute()
      const done = new Set((await tx.selectFrom('migrations').select('number').execute()).map((row) => row.number))
      const newest = Math.max(0, ...migrations.map((one) => one.number))
      if ([...done].some((number) => number > newest)) {
        return fail('database-newer', `${this.options.home} was made by a newer Open Macaron. Update this one, then start it again.`, {
          home: this.options.home,
        })
      }
      for (const migration of migrations.filter((one) => !done.has(one.number)).sort((a, b) => a.number - b.number)) {
        await migration.up(tx)
        const at = new Date(this.options.clock.now()).toISOString()
        await tx.insertInto('migrations').values({ number: migration.number, name: migration.name, at }).execute()
      }
      return ok(undefined)
    })
  }

  async backup(file: string): Promise<Result<{ file: string; bytes: number }>> {
    if (existsSync(file)) return fail('backup-exists', `${file} is there already; a backup never overwrites a file.`, { file })
    try {
      mkdirSync(dirname(file), { recursive: true })
      await this.alone(() => this.database.prepare('vacuum into ?').run(file))
      return ok({ file, bytes: statSync(file).size })
    } catch (error) {
      return this.failed(error)
    }
  }

  async scrub(): Promise<Result<void>> {
    try {
      await this.alone(() => this.database.prepare('pragma wal_checkpoint(truncate)').all())
      return ok(undefined)
    } catch (error) {
      return this.failed(error)
    }
  }

  async check(): Promise<Result<void>> {
    const damage = await this.alone(() => quickCheck(this.database))
    return damage === null ? ok(undefined) : corrupt(this.options.home, damage)
  }

  async close(): Promise<void> {
    await this.alone(() => letGo(this.database))
    await this.db.destroy()
  }

  /** Runs while no transaction does. */
  private alone<T>(work: () => T): Promise<T> {
    return this.db.connection().execute(async () => work())
  }

  private failed(error: unknown): Result<never> {
    const failure = failureOf(error, this.options.home)
    if (!failure) throw error
    return { ok: false, error: failure }
  }
}
