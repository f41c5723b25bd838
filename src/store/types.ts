/**
 * The seam of the store. One implementation stands (sqlite.ts); the SQL is portable and every table begins with
 * the person it belongs to, so that a second one can pass the same suite (test/store/store.contract.ts).
 *
 * Writes answer with a Result: 'disk-full', 'disk-read-only', 'disk-error', 'database-corrupt' are data. Reads
 * answer with what they found, and throw StoreError only where the database itself is damaged.
 */
import type { Kysely } from 'kysely'
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import type { Failure } from '../base/result.ts'
import type { Costs } from './costs.ts'
import type { Database } from './database.ts'
import type { Episodes } from './episodes.ts'
import type { Journal } from './journal.ts'
import type { Memories } from './memories.ts'
import type { Tables } from './schema.ts'
import type { Settings } from './settings.ts'
import type { Successes } from './successes.ts'
import type { Vectors } from './vectors.ts'

export type Db = Kysely<Tables>

export interface Store extends Database<Tables> {
  readonly journal: Journal
  readonly memories: Memories
  readonly episodes: Episodes
  readonly settings: Settings
  readonly vectors: Vectors
  readonly costs: Costs
  readonly successes: Successes
}

export type StoreOptions = {
  /** Folder of everything; made if it is not there. */
  home: string
  clock: Clock
  newId: NewId
  /** What seals it (vault.ts). */
  key?: string | undefined
}

/** A failure of the database in the middle of a read. */
export class StoreError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'StoreError'
    this.failure = failure
  }
}
