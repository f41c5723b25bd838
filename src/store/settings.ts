/** Small things to keep about a person, by name: their locale, their currency, which tour they have seen. */
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Store } from './types.ts'

export interface Settings {
  get(person: PersonId, name: string): Promise<string | null>
  all(person: PersonId): Promise<Map<string, string>>
  /** null takes it away. */
  set(person: PersonId, name: string, value: string | null): Promise<Result<void>>
}

export function openSettings(store: Pick<Store, 'db' | 'transaction'>): Settings {
  return {
    async get(person, name) {
      return (
        (await store.db.selectFrom('settings').select('value').where('person', '=', person).where('name', '=', name).executeTakeFirst())
          ?.value ?? null
      )
    },
    async all(person) {
      const rows = await store.db.selectFrom('settings').select(['name', 'value']).where('person', '=', person).orderBy('name').execute()
      return new Map(rows.map((row) => [row.name, row.value]))
    },
    set: (person, name, value) =>
      store.transaction(async (tx) => {
        await tx.deleteFrom('settings').where('person', '=', person).where('name', '=', name).execute()
        if (value !== null)
          await tx
            .insertInto('settings')
            .values({ person, name, value: value.replaceAll('\0', '') })
            .execute()
        return ok(undefined)
      }),
  }
}
