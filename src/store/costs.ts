/**
 * Rows of what requests to models cost. A request is written at what it may cost at most, until it is settled; the sum
 * of the rows is therefore never less than what was spent on them.
 */
import { sql } from 'kysely'
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Tables } from './schema.ts'
import type { Db, Store } from './types.ts'

type Row = Tables['model_costs']
/** What is known before a request is sent; `cost` at most. */
export type Reserved = Pick<Row, 'id' | 'at' | 'day' | 'app' | 'build' | 'step' | 'provider' | 'model' | 'cost'>
export type Settled = Pick<Row, 'input' | 'output' | 'cache_write' | 'cache_read' | 'cost' | 'refine_cost'>
/** What has a budget: a day, an app, a build. */
export type Purpose = 'day' | 'app' | 'build'
export type Sum = { key: string; requests: number } & Settled

export interface Costs {
  /** Requests that are sent, and those that are settled; all or none of them. What is settled stays as it was then. */
  write(person: PersonId, rows: { opened: readonly Reserved[]; settled: readonly (Settled & { id: string })[] }): Promise<Result<void>>
  /** What was open when the program ended stays counted at its most. Answers how many there were. */
  closeLost(person: PersonId): Promise<Result<number>>
  spent(person: PersonId, by: Purpose, value: string): Promise<number>
  /** How many there were, those that are still open among them. */
  requests(person: PersonId, by: Purpose, value: string): Promise<number>
  /** Requests that were settled or lost, summed; the newest day first, else the dearest first. */
  sums(
    person: PersonId,
    by: 'day' | 'app' | 'step' | 'model' | 'person',
    only?: { app?: string; build?: string; since?: string },
  ): Promise<Sum[]>
}

export function openCosts(store: Pick<Store, 'db' | 'transaction'>): Costs {
  return {
    write: (person, { opened, settled }) =>
      store.transaction(async (tx) => {
        for (const request of opened) await insert(tx, person, request)
        for (const { id, ...figures } of settled) {
          const change = { ...figures, state: 'settled' }
          await tx
            .updateTable('model_costs')
            .set(change)
            .where('person', '=', person)
            .where('id', '=', id)
            .where('state', '=', 'open')
            .execute()
        }
        return ok(undefined)
      }),
    closeLost: (person) =>
      store.transaction(async (tx) => {
        const lost = tx.updateTable('model_costs').set({ state: 'lost' }).where('person', '=', person).where('state', '=', 'open')
        return ok(Number((await lost.executeTakeFirst()).numUpdatedRows))
      }),
    spent: (person, by, value) => spentIn(store.db, person, by, value),
    async requests(person, by, value) {
      const count = store.db.selectFrom('model_costs').select(sql<number>`count(*)`.as('n'))
      return Number((await count.where('person', '=', person).where(by, '=', value).executeTakeFirst())?.n ?? 0)
    },
    async sums(person, by, { app, build, since } = {}) {
      let rows = store.db
        .selectFrom('model_costs')
        .select([
          sql<string>`coalesce(${sql.ref(by)}, '')`.as('key'),
          sql<number>`count(*)`.as('requests'),
          ...FIGURES.map((name) => sql<number>`sum(${sql.ref(name)})`.as(name)),
        ])
        .where('person', '=', person)
        .where('state', '!=', 'open')
        .groupBy(by)
      if (app !== undefined) rows = rows.where('app', '=', app)
      if (build !== undefined) rows = rows.where('build', '=', build)
      if (since !== undefined) rows = rows.where('day', '>=', since)
      const all = (await rows.execute()).map(figured)
      return all.toSorted((a, b) => (by === 'day' ? (a.key < b.key ? 1 : -1) : b.cost - a.cost || (a.key < b.key ? -1 : 1)))
    },
  }
}

const NOTHING = { input: 0, output: 0, cache_write: 0, cache_read: 0, refine_cost: 0 }
const insert = (db: Db, person: PersonId, request: Reserved) =>
  db
    .insertInto('model_costs')
    .values({ person, ...request, state: 'open', ...NOTHING })
    .execute()

const FIGURES = ['input', 'output', 'cache_write', 'cache_read', 'cost', 'refine_cost'] as const

/** Sums come as whatever the database counts in. */
const figured = (row: { key: string; requests: unknown } & Partial<Record<(typeof FIGURES)[number], unknown>>): Sum => ({
  ...(Object.fromEntries(FIGURES.map((name) => [name, Number(row[name])])) as Settled),
  key: row.key,
  requests: Number(row.requests),
})

async function spentIn(db: Db, person: PersonId, by: Purpose, value: string): Promise<number> {
  const sum = db.selectFrom('model_costs').select(sql<number | null>`sum(cost)`.as('cost'))
  return Number((await sum.where('person', '=', person).where(by, '=', value).executeTakeFirst())?.cost ?? 0)
}
