/** Rows of the episodic tier; what they mean is for the room memory. Each is one JSON document: it can always be made again. */
import { ok, type Result } from '../base/result.ts'
import type { EventId, PersonId } from '../events.ts'
import type { Store } from './types.ts'

export type KeptEpisode = { id: EventId }

export interface Episodes {
  /** Writes episodes over those of the same id and removes others, all or nothing; what is not there is removed already. */
  change(person: PersonId, change: { put?: readonly KeptEpisode[]; remove?: readonly EventId[] }): Promise<Result<void>>
  /** A row that cannot be read is left out. */
  all<E extends KeptEpisode>(person: PersonId): Promise<E[]>
}

export function openEpisodes(store: Pick<Store, 'db' | 'transaction'>): Episodes {
  return {
    change: (person, { put = [], remove = [] }) =>
      store.transaction(async (tx) => {
        const ids = [...remove, ...put.map(({ id }) => id)]
        if (ids.length) await tx.deleteFrom('memory_episodes').where('person', '=', person).where('id', 'in', ids).execute()
        for (const episode of put)
          await tx
            .insertInto('memory_episodes')
            .values({ person, id: episode.id, body: JSON.stringify(episode) })
            .execute()
        return ok(undefined)
      }),
    async all<E extends KeptEpisode>(person: PersonId) {
      const rows = await store.db.selectFrom('memory_episodes').select('body').where('person', '=', person).orderBy('id').execute()
      return rows.flatMap(({ body }) => {
        try {
          return [JSON.parse(body) as E]
        } catch {
          return []
        }
      })
    },
  }
}
