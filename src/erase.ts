/**
 * Forgetting everything: items, turns, what the journal says, apps with their data and versions, settings and pictures,
 * what models cost and the keys of their providers.
 * What stays is the token of this home and the chain of the journal, whose hashes say nothing and still verify, with the record
 * that everything was forgotten.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from './base/result.ts'
import type { AppId } from './events.ts'
import type { House } from './house.ts'
import { forgetKeys } from './models/keys.ts'
import { PICTURES } from './pictures.ts'

/** Every table that holds something of a person but the journal, which forgets by itself. */
const TABLES = [
  'memory_items',
  'memory_vectors',
  'memory_episodes',
  'memories',
  'records',
  'record_versions',
  'writes',
  'checkpoints',
  'grants',
  'kept',
  'app_versions',
  'apps',
  'settings',
  'approvals',
  'model_costs',
  'model_successes',
] as const

const OF_APPS = ['records', 'record_versions', 'writes', 'checkpoints', 'grants', 'kept', 'app_versions'] as const

/** Takes apps away for good, of those named that were never published. */
export const eraseDrafts = ({ store, person }: Pick<House, 'store' | 'person'>, named: readonly AppId[]): Promise<Result<void>> =>
  store.transaction(async (tx) => {
    const drafts = tx.selectFrom('apps').select('id').where('person', '=', person).where('id', 'in', named).where('version', '=', 0)
    const ids = (await drafts.execute()).map(({ id }) => id)
    for (const table of OF_APPS) await tx.deleteFrom(table).where('person', '=', person).where('app', 'in', ids).execute()
    await tx.deleteFrom('apps').where('person', '=', person).where('id', 'in', ids).execute()
    return ok(undefined)
  })

/** How much there is of what would go. */
export type Holdings = { memories: number; apps: number; events: number }

export async function holdingsOf({ store, memory, apps, person, now }: House): Promise<Result<Holdings>> {
  const journal = await store.journal.verify(person)
  if (!journal.ok) return journal
  const { events, forgotten } = journal.value
  return ok({
    memories: (await memory.list({ retired: true })).length,
    apps: (await apps.list(now())).length,
    events: events - forgotten,
  })
}

/** Ends what is under way first: a turn that went on would write again. */
export async function eraseEverything(house: House): Promise<Result<void>> {
  const { store, memory, models, turns, incognito, person, home } = house
  await turns.end()
  models.forget()
  const left = await incognito.leaveAll()
  if (!left.ok) return left
  const gone = await store.transaction(async (tx) => {
    for (const table of TABLES) await tx.deleteFrom(table).where('person', '=', person).execute()
    return ok(undefined)
  })
  if (!gone.ok) return gone
  const said = await store.journal.forget(person, 'all')
  if (!said.ok) return said
  const emptied = memory.reset()
  if (!emptied.ok) return emptied
  try {
    rmSync(join(home, PICTURES), { recursive: true, force: true })
    forgetKeys(home)
  } catch (error) {
    return fail('disk-error', (error as Error).message)
  }
  return store.scrub()
}
