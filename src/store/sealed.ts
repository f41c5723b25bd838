/**
 * A SQLite file that is sealed. One that is not yet is copied, the copy sealed, and put in its place by one rename: a stop at any
 * moment leaves the one or the other whole. What lay there in the clear is overwritten.
 */
import { existsSync, linkSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { claim, close, letGo, quickCheck } from './handle.ts'
import { synced, wipe } from './wipe.ts'

const CIPHER = 'aes256cbc'

/** `key`: 64 hexadecimal digits. Throws what SQLite does: SQLITE_NOTADB where it was sealed with another. */
export function openSealed(path: string, key: string): Libsql.Database {
  // Asked in the clear first: a handle that has failed on a page it cannot read does not give the file back.
  const clear = existsSync(path) ? new Libsql(path) : null
  if (clear && isClear(clear)) seal(clear, path, key)
  else close(clear ?? undefined)
  const database = new Libsql(path, { encryptionCipher: CIPHER, encryptionKey: key } as Libsql.Options)
  claim(database)
  clearUp(path)
  return database
}

function isClear(database: Libsql.Database): boolean {
  try {
    database.prepare('select count(*) from sqlite_master').all()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') return false
    close(database)
    throw error
  }
}

const copyOf = (path: string) => `${path}.sealing`
const clearOf = (path: string) => `${path}.clear`

function seal(clear: Libsql.Database, path: string, key: string): void {
  let steps: string[] | undefined
  try {
    claim(clear)
    if (quickCheck(clear) !== null) {
      // As it is, to the byte; that it is damaged is said by who opens it.
      steps = ['locking_mode = normal', 'schema_version']
      return
    }
    clearUp(path)
    clear.prepare('pragma journal_mode = delete').all()
    clear.prepare('vacuum into ?').run(copyOf(path))
    const copy = new Libsql(copyOf(path))
    // No journal of pages in the clear; a copy that is cut off is thrown away.
    copy.prepare('pragma journal_mode = memory').all()
    copy.prepare(`pragma cipher = '${CIPHER}'`).all()
    copy.prepare(`pragma rekey = '${key}'`).all()
    letGo(copy)
    close(copy)
    synced(copyOf(path))
    linkSync(path, clearOf(path))
    renameSync(copyOf(path), path)
    synced(dirname(path))
  } finally {
    letGo(clear, steps)
    close(clear)
  }
  if (existsSync(clearOf(path))) wipe(clearOf(path))
}

/** What a stop in the middle has left; only whoever holds the file may. */
function clearUp(path: string): void {
  for (const left of [copyOf(path), clearOf(path)]) if (existsSync(left)) wipe(left)
}
