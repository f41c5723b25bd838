/** A handle on a SQLite file: taking it for this process, giving it back, whether its pages are well. */
import Libsql from 'libsql'
import { failureOf } from './failures.ts'

/** Takes the file for this process, and fails with SQLITE_BUSY where another one has it. Changes nothing in it. */
export function claim(database: Libsql.Database): void {
  database.exec('pragma busy_timeout = 0')
  database.prepare('pragma locking_mode = exclusive').all()
  database.exec('begin exclusive; commit')
}

/**
 * Gives the file back at once. Closing alone does not: libsql keeps the file open until its statements are
 * collected as garbage, and the lock with it.
 */
const LETTING_GO = ['journal_mode = delete', 'locking_mode = normal', 'schema_version']
export function letGo(database: Libsql.Database, steps = LETTING_GO): void {
  try {
    for (const step of steps) database.prepare(`pragma ${step}`).all()
  } catch {
    // A full or damaged disk: everything acknowledged is in the write-ahead log, which the next start reads.
  }
}

/** What is wrong with the pages of the file; null if nothing is. */
export function quickCheck(database: Libsql.Database): string | null {
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

export function close(database: Libsql.Database | undefined): void {
  try {
    database?.close()
  } catch {
    // It is being given up for an error that is already on its way.
  }
}

/** Keeps a file from being opened by anybody else, without changing it; null where somebody has it. What it answers gives it back. */
export function hold(path: string): (() => void) | null {
  const database = new Libsql(path)
  const giveBack = () => {
    letGo(database, ['locking_mode = normal', 'schema_version'])
    close(database)
  }
  try {
    claim(database)
    return giveBack
  } catch (error) {
    giveBack()
    // A sealed or damaged one cannot be read here, and nobody else has it then: they would be asked for first.
    return failureOf(error, '')?.code === 'home-in-use' ? null : () => undefined
  }
}
