/** How often a model's work passed its checks, counted by language and difficulty: what the router learns from. */
import { sql } from 'kysely'
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Tables } from './schema.ts'
import type { Store } from './types.ts'

export type Success = Omit<Tables['model_successes'], 'person'>

export interface Successes {
  all(person: PersonId): Promise<Success[]>
  add(person: PersonId, what: Pick<Success, 'model' | 'language' | 'difficulty'>, passed: boolean): Promise<Result<void>>
}

export function openSuccesses(store: Pick<Store, 'db' | 'transaction'>): Successes {
  return {
    all: (person) =>
      store.db
        .selectFrom('model_successes')
        .select(['model', 'language', 'difficulty', 'passed', 'failed'])
        .where('person', '=', person)
        .orderBy('model')
        .orderBy('language')
        .orderBy('difficulty')
        .execute(),
    add: (person, what, passed) =>
      store.transaction(async (tx) => {
        const one = { person, ...what, passed: passed ? 1 : 0, failed: passed ? 0 : 1 }
        const counted = {
          passed: sql<number>`model_successes.passed + ${one.passed}`,
          failed: sql<number>`model_successes.failed + ${one.failed}`,
        }
        await tx
          .insertInto('model_successes')
          .values(one)
          .onConflict((row) => row.columns(['person', 'model', 'language', 'difficulty']).doUpdateSet(counted))
          .execute()
        return ok(undefined)
      }),
  }
}
