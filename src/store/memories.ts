/**
 * Rows of what is remembered; what they mean is for the room memory. An item is one JSON document beside the columns it
 * is found by, so that the vocabulary of items may grow without a migration.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { each, paced } from '../base/steps.ts'
import type { EventId, MemoryId, PersonId } from '../events.ts'
import type { Store } from './types.ts'

/** What the store needs to know of an item; the rest of it is the room memory's. */
export type KeptItem = { id: MemoryId; learned: string; retired: string | null; source: EventId | null }

export interface Memories {
  count(person: PersonId): Promise<number>
  /** Writes items over those of the same id and removes others, all or nothing. */
  change(person: PersonId, change: { put?: readonly KeptItem[]; remove?: readonly MemoryId[] }): Promise<Result<void>>
  /** In the order of learning. */
  all<I extends KeptItem>(person: PersonId): Promise<I[]>
  get<I extends KeptItem>(person: PersonId, id: MemoryId): Promise<I | null>
}

const PAGE = 500

/** A NUL cannot be kept in a text of the database. */
const textOf = (item: KeptItem): string => JSON.stringify(item).replaceAll('\\u0000', '')

export function openMemories(store: Pick<Store, 'db' | 'transaction'>): Memories {
  return {
    async count(person) {
      const { count } = await store.db
        .selectFrom('memory_items')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('person', '=', person)
        .executeTakeFirstOrThrow()
      return count
    },
    change: (person, { put = [], remove = [] }) =>
      store.transaction(async (tx) => {
        for (const id of remove) {
          const { numDeletedRows } = await tx
            .deleteFrom('memory_items')
            .where('person', '=', person)
            .where('id', '=', id)
            .executeTakeFirst()
          if (!numDeletedRows) return fail('memory-unknown', `There is no memory ${id}.`, { memory: id })
        }
        for (const item of put) {
          const row = { person, id: item.id, learned: item.learned, retired: item.retired, source: item.source, body: textOf(item) }
          await tx.deleteFrom('memory_items').where('person', '=', person).where('id', '=', item.id).execute()
          await tx.insertInto('memory_items').values(row).execute()
        }
        return ok(undefined)
      }),
    async all<I extends KeptItem>(person: PersonId) {
      const items: I[] = []
      // By pages of the key: the text of a million items beside the items themselves would be more than there is room for.
      for (let last = '', more = true; more; ) {
        const rows = await store.db
          .selectFrom('memory_items')
          .select(['id', 'body'])
          .where('person', '=', person)
          .where('id', '>', last)
          .orderBy('id')
          .limit(PAGE)
          .execute()
        for (const { body } of rows) items.push(JSON.parse(body) as I)
        more = rows.length === PAGE
        last = rows.at(-1)?.id ?? last
        // Awaiting this database lets nothing else go on.
        if (more) await new Promise((next) => setImmediate(next))
      }
      // Ids are made in the order of time: where nothing was brought in from elsewhere they are in this order already.
      const after = (a: I, b: I) => (a.learned === b.learned ? a.id > b.id : a.learned > b.learned)
      let sorted = true
      await paced(each(items, (item, i) => (sorted &&= i === 0 || !after(items[i - 1]!, item))))
      return sorted ? items : items.sort((a, b) => (after(a, b) ? 1 : -1))
    },
    async get<I extends KeptItem>(person: PersonId, id: MemoryId) {
      const row = await store.db
        .selectFrom('memory_items')
        .select('body')
        .where('person', '=', person)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? (JSON.parse(row.body) as I) : null
    },
  }
}
