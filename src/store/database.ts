/**
 * One SQLite file: WAL with an fsync a commit, held by one process at a time.
 *
 * The lock is SQLite's own on the file (locking_mode=EXCLUSIVE), so it ends with the process however it ends:
 * there is no lock file to be left behind by a kill.
 */
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import Libsql from 'libsql'
import type { Clock } from '../base/clock.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { failureOf } from './failures.ts'
import { claim, close, letGo, quickCheck } from './handle.ts'
import { libsqlDialect } from './libsql.ts'
import { openSealed } from './sealed.ts'

/** A numbered step that makes tables; steps are only ever added. */
export type Step<T> = { number: number; name: string; up(db: Kysely<T>): Promise<void> }
type Migrated = { migrations: { number: number; name: string; at: string } }

export interface Database<T> {
  /** Queries outside a transaction. Inside one use only what it hands over, or it waits for itself. */
  readonly db: Kysely<T>
  /** All or nothing: a failed Result (or a throw) rolls back. One at a time; durable on disk when it answers. */
  transaction<R>(work: (tx: Kysely<T>) => Promise<Result<R>>): Promise<Result<R>>
  /** A consistent copy in one new file; 'backup-exists' if the file is there already. */
  backup(file: string): Promise<Result<{ file: string; bytes: number }>>
  /** Leaves nothing of what was deleted in the files: what is free is overwritten, the write-ahead log emptied. */
  scrub(): Promise<Result<void>>
  /** Reads every page: 'database-corrupt' with what is wrong. */
  check(): Promise<Result<void>>
  close(): Promise<void>
}

export type DatabaseOptions<T> = {
  /** Folder of the file; made if it is not there. */
  home: string
  file: string
  clock: Clock
  migrations: readonly Step<T>[]
  /** What seals it (vault.ts); one that is not sealed yet is. */
  key?: string | undefined
}

/**
 * Opens `file` in `home`, brings its tables up to date and checks them. Codes: 'home-in-use', 'home-unwritable',
 * 'disk-full', 'disk-read-only', 'disk-error', 'database-corrupt', 'database-newer'.
 */
export async function openDatabase<T extends Migrated>({
  home,
  file,
  clock,
  migrations,
  key,
}: DatabaseOptions<T>): Promise<Result<Database<T>>> {
  let database: Libsql.Database | undefined
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const path = join(home, file)
    // The file is touched by SQLite alone: closing any other handle on it would give up this process's lock.
    database = key === undefined ? new Libsql(path) : openSealed(path, key)
    claim(database)
    const damage = quickCheck(database)
    if (damage !== null) {
      // As it is, to the byte: somebody may want to rescue what can be read.
      letGo(database, ['locking_mode = normal', 'schema_version'])
      close(database)
      return corrupt(home, damage)
    }
    ownersOnly(path)
    makeDurable(database)
    const opened = databaseOver<T>(database, home)
    const migrated = await migrate(opened, { home, clock, migrations })
    if (migrated.ok) return ok(opened)
    await opened.close()
    return migrated
  } catch (error) {
    if (database) letGo(database)
    close(database)
    const failure = failureOf(error, home)
    if (!failure) throw error
    return { ok: false, error: failure }
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

function databaseOver<T>(database: Libsql.Database, home: string): Database<T> {
  const db = new Kysely<T>({ dialect: libsqlDialect(database, home) })
  const failed = (error: unknown): Result<never> => {
    const failure = failureOf(error, home)
    if (!failure) throw error
    return { ok: false, error: failure }
  }
  /** Runs while no transaction does. */
  const alone = <R>(work: () => R): Promise<R> => db.connection().execute(async () => work())
  return {
    db,
    async transaction(work) {
      try {
        return await db.transaction().execute(async (tx) => {
          const result = await work(tx)
          if (!result.ok) throw new RolledBack(result)
          return result
        })
      } catch (error) {
        return error instanceof RolledBack ? error.result : failed(error)
      }
    },
    async backup(file) {
      if (existsSync(file)) return fail('backup-exists', `${file} is there already; a backup never overwrites a file.`, { file })
      try {
        mkdirSync(dirname(file), { recursive: true })
        await alone(() => database.prepare('vacuum into ?').run(file))
        return ok({ file, bytes: statSync(file).size })
      } catch (error) {
        return failed(error)
      }
    },
    async scrub() {
      try {
        await alone(() => database.prepare('pragma wal_checkpoint(truncate)').all())
        return ok(undefined)
      } catch (error) {
        return failed(error)
      }
    },
    async check() {
      const damage = await alone(() => quickCheck(database))
      return damage === null ? ok(undefined) : corrupt(home, damage)
    },
    async close() {
      await alone(() => letGo(database))
      await db.destroy()
    },
  }
}

type Migrating<T> = Pick<DatabaseOptions<T>, 'home' | 'clock' | 'migrations'>
function migrate<T extends Migrated>(database: Database<T>, { home, clock, migrations }: Migrating<T>): Promise<Result<void>> {
  return database.transaction(async (tx) => {
    const steps = tx as unknown as Kysely<Migrated>
    await tx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute()
    const done = new Set((await steps.selectFrom('migrations').select('number').execute()).map((row) => row.number))
    const newest = Math.max(0, ...migrations.map((one) => one.number))
    if ([...done].some((number) => number > newest))
      return fail('database-newer', `${home} was made by a newer Open Macaron. Update this one, then start it again.`, { home })
    for (const { number, name, up } of migrations.filter((one) => !done.has(one.number)).sort((a, b) => a.number - b.number)) {
      await up(tx)
      const at = new Date(clock.now()).toISOString()
      await steps.insertInto('migrations').values({ number, name, at }).execute()
    }
    return ok(undefined)
  })
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
function makeDurable(database: Libsql.Database): void {
  database.prepare('pragma journal_mode = wal').all()
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
  database.exec('pragma temp_store = memory')
  // What is deleted is overwritten: a page given back still has the words of what was forgotten.
  database.exec('pragma secure_delete = on')
}

const corrupt = (home: string, detail: string): Result<never> => {
  const failure = failureOf({ code: 'SQLITE_CORRUPT' }, home)!
  return fail(failure.code, `${failure.message} (${detail})`, { home, detail })
}
