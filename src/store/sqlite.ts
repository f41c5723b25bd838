/** The embedded store: one SQLite file in the home. */
import { ok, type Result } from '../base/result.ts'
import { openCosts } from './costs.ts'
import { openDatabase } from './database.ts'
import { openEpisodes } from './episodes.ts'
import { openJournal } from './journal.ts'
import { openMemories } from './memories.ts'
import { MIGRATIONS, type Migration, type Tables } from './schema.ts'
import { openSettings } from './settings.ts'
import { openSuccesses } from './successes.ts'
import type { Store, StoreOptions } from './types.ts'
import { openVectors } from './vectors.ts'

export const DATABASE_FILE = 'macaron.db'

/** Opens the store in `home`; fails as `openDatabase` does. */
export async function openStore(options: StoreOptions & { migrations?: readonly Migration[] }): Promise<Result<Store>> {
  const { home, clock, key, migrations = MIGRATIONS } = options
  const opened = await openDatabase<Tables>({ home, file: DATABASE_FILE, clock, migrations, key })
  if (!opened.ok) return opened
  const database = opened.value
  return ok({
    ...database,
    journal: openJournal(database, options),
    memories: openMemories(database),
    episodes: openEpisodes(database),
    settings: openSettings(database),
    vectors: openVectors(database),
    costs: openCosts(database),
    successes: openSuccesses(database),
  })
}
