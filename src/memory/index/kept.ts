/**
 * Where the bytes of a saved index lie: one file a person, beside the database, and nobody's but theirs. A cache: whoever
 * reads it must be able to do without, so what cannot be read is no failure.
 *
 * Covers: a stop at any moment of a write (a file is whole or not there: temporary file, fsync, rename), what a killed
 * process left half written, two processes that write at once (each its own temporary file, the last one's stands).
 * What is dropped is overwritten before it is unlinked, as the database does with its pages.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../base/result.ts'
import { paced } from '../../base/steps.ts'
import type { Vault } from '../../store/vault.ts'

export interface KeptIndex {
  /** Null where there is none, or none that can be read. */
  read(): Promise<Uint8Array | null>
  /** Fails 'disk-error'; what was there stays then. */
  write(bytes: Uint8Array): Result<void>
  /** Nothing of it is left afterwards. Fails 'disk-error'. */
  drop(): Result<void>
}

const PART = '.part'
let written = 0

export function keptIndex(path: string): KeptIndex {
  const folder = dirname(path)
  /** The file and what writes of it were cut off. */
  const all = () => {
    try {
      return readdirSync(folder).filter((name) => name === basename(path) || (name.startsWith(`${basename(path)}.`) && name.endsWith(PART)))
    } catch {
      return []
    }
  }
  return {
    async read() {
      try {
        return await readFile(path)
      } catch {
        return null
      }
    },
    write: (bytes) =>
      tried(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const part = `${path}.${process.pid}-${++written}${PART}`
        try {
          fill(part, bytes)
          renameSync(part, path)
          synced(folder)
        } catch (error) {
          rmSync(part, { force: true })
          throw error
        }
      }),
    drop: () =>
      tried(() => {
        for (const name of all()) {
          const file = join(folder, name)
          fill(file, new Uint8Array(statSync(file).size), 'r+')
          rmSync(file, { force: true })
        }
      }),
  }
}

/** The same, where what is written can be read by who has the key alone. */
export function sealedIndex(kept: KeptIndex, vault: Vault | null): KeptIndex {
  if (!vault) return kept
  return {
    async read() {
      const bytes = await kept.read()
      const index = bytes && (await paced(vault.unsealing(bytes)))
      // One from before it was sealed, or of another key.
      if (bytes && !index) kept.drop()
      return index
    },
    write: (bytes) => kept.write(vault.seal(bytes)),
    drop: kept.drop,
  }
}

function tried(work: () => void): Result<void> {
  try {
    work()
    return ok(undefined)
  } catch (error) {
    return fail('disk-error', `The index of the memory could not be written: ${(error as Error).message}.`)
  }
}

function fill(path: string, bytes: Uint8Array, flags = 'wx'): void {
  const file = openSync(path, flags, 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The new name is on the disk too; where a folder cannot be opened (Windows) the file system sees to that. */
function synced(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // What is lost with it is a cache.
  }
}
