/**
 * Rows of what requests to models cost. A request is written before it is sent, at what it may cost at most, and only
 * if no budget would be passed by that; the sum of the rows is therefore never less than what was spent.
 */
import { sql } from 'kysely'
import { fail, ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Tables } from './schema.ts'
import type { Db, Store } from './types.ts'

type Row = Tables['model_costs']
/** What is known before a request is sent; `cost` at most. */
export type Reserved = Pick<Row, 'id' | 'at' | 'day' | 'app' | 'build' | 'step' | 'provider' | 'model' | 'cost'>
export type Settled = Pick<Row, 'input' | 'output' | 'cache_write' | 'cache_read' | 'cost' | 'refine_cost'>
/** The rows whose `by` is `value` may come to `most` nanodollars in all. */
export type Limit = { by: 'day' | 'app' | 'build'; value: string; most: number }
export type Sum = { key: string; requests: number } & Settled

export interface Costs {
  /** 'budget-reached' with the limit that would be passed (`by`, `most`, `spent`); nothing is written then. */
  reserve(person: PersonId, request: Reserved, limits: readonly Limit[]): Promise<Result<void>>
  settle(person: PersonId, id: string, settled: Settled): Promise<Result<void>>
  /** What was open when the program ended stays counted at its most. Answers how many there were. */
  closeLost(person: PersonId): Promise<Result<number>>
  spent(person: PersonId, by: Limit['by'], value: string): Promise<number>
  /** Requests that were settled or lost, summed; the newest day first, else the dearest first. */
  sums(person: PersonId, by: 'day' | 'app' | 'step' | 'model' | 'person', only?: { app?: string; since?: string }): Promise<Sum[]>
}

export function openCosts(store: Pick<Store, 'db' | 'transaction'>): Costs {
  return {
    reserve: (person, request, limits) =>
      store.transaction(async (tx) => {
        for (const { by, value, most } of limits) {
          const spent = await spentIn(tx, person, by, value)
          if (spent + request.cost > most) return fail('budget-reached', `The budget of the ${by} would be passed.`, { by, most, spent })
        }
        const nothing = { input: 0, output: 0, cache_write: 0, cache_read: 0, refine_cost: 0 }
        await tx
          .insertInto('model_costs')
          .values({ person, ...request, state: 'open', ...nothing })
          .execute()
        return ok(undefined)
      }),
    settle: (person, id, settled) =>
      store.transaction(async (tx) => {
        const change = { ...settled, state: 'settled' }
        await tx
          .updateTable('model_costs')
          .set(change)
          .where('person', '=', person)
          .where('id', '=', id)
          .where('state', '=', 'open')
          .execute()
        return ok(undefined)
      }),
    closeLost: (person) =>
      store.transaction(async (tx) => {
        const lost = tx.updateTable('model_costs').set({ state: 'lost' }).where('person', '=', person).where('state', '=', 'open')
        return ok(Number((await lost.executeTakeFirst()).numUpdatedRows))
      }),
    spent: (person, by, value) => spentIn(store.db, person, by, value),
    async sums(person, by, { app, since } = {}) {
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
      if (since !== undefined) rows = rows.where('day', '>=', since)
      const all = (await rows.execute()).map(figured)
      return all.toSorted((a, b) => (by === 'day' ? (a.key < b.key ? 1 : -1) : b.cost - a.cost || (a.key < b.key ? -1 : 1)))
    },
  }
}

const FIGURES = ['input', 'output', 'cache_write', 'cache_read', 'cost', 'refine_cost'] as const

/** Sums come as whatever the database counts in. */
const figured = (row: { key: string; requests: unknown } & Partial<Record<(typeof FIGURES)[number], unknown>>): Sum => ({
  ...(Object.fromEntries(FIGURES.map((name) => [name, Number(row[name])])) as Settled),
  key: row.key,
  requests: Number(row.requests),
})

async function spentIn(db: Db, person: PersonId, by: Limit['by'], value: string): Promise<number> {
  const sum = db.selectFrom('model_costs').select(sql<number | null>`sum(cost)`.as('cost'))
  return Number((await sum.where('person', '=', person).where(by, '=', value).executeTakeFirst())?.cost ?? 0)
}
