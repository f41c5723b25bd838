/** Rows of what a person asked to be remembered; what they mean is for the room memory. */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { EventId, MemoryId, PersonId } from '../events.ts'
import type { Store } from './types.ts'

export type MemoryRow = {
  id: MemoryId
  person: PersonId
  text: string
  about: string | null
  /** ISO 8601 UTC. */
  at: string
  source: EventId | null
}

export interface Memories {
  put(memory: { person: PersonId; text: string; about?: string | null; source?: EventId | null; id?: MemoryId }): Promise<Result<MemoryRow>>
  /** Newest first. */
  list(person: PersonId, limit?: number): Promise<MemoryRow[]>
  get(person: PersonId, id: MemoryId): Promise<MemoryRow | null>
  /** Answers the row that was there; 'memory-unknown' if none was. */
  remove(person: PersonId, id: MemoryId): Promise<Result<MemoryRow>>
}

const withoutNul = (text: string): string => text.replaceAll('\0', '')

export function openMemories(store: Pick<Store, 'db' | 'transaction'>, { clock, newId }: { clock: Clock; newId: NewId }): Memories {
  return {
    put: ({ person, text, about, source, id }) =>
      store.transaction(async (tx) => {
        const at = new Date(clock.now()).toISOString()
        const row: MemoryRow = {
          person,
          id: id ?? newId<MemoryId>(),
          text: withoutNul(text),
          about: about ? withoutNul(about) : null,
          at,
          source: source ?? null,
        }
        await tx.deleteFrom('memories').where('person', '=', person).where('id', '=', row.id).execute()
        await tx.insertInto('memories').values(row).execute()
        return ok(row)
      }),
    async list(person, limit = 10_000) {
      return (await store.db
        .selectFrom('memories')
        .selectAll()
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()) as MemoryRow[]
    },
    async get(person, id) {
      return (
        ((await store.db.selectFrom('memories').selectAll().where('person', '=', person).where('id', '=', id).executeTakeFirst()) as
          | MemoryRow
          | undefined) ?? null
      )
    },
    remove: (person, id) =>
      store.transaction(async (tx) => {
        const row = (await tx.selectFrom('memories').selectAll().where('person', '=', person).where('id', '=', id).executeTakeFirst()) as
          | MemoryRow
          | undefined
        if (!row) return fail('memory-unknown', `There is no memory ${id}.`, { memory: id })
        await tx.deleteFrom('memories').where('person', '=', person).where('id', '=', id).execute()
        return ok(row)
      }),
  }
}
