/** A home with one person's apps, on a clock that stands still. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Apps, openApps } from '../../src/apps/apps.ts'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import type { AppId } from '../../src/events.ts'
import type { AppSpec } from '../../src/spec.ts'
import { openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'
import { PERSON, value } from '../store/store.contract.ts'

export const NOW = { date: '2026-11-24', time: '09:00', weekStart: 1 } as const

export type Bench = {
  store: Store
  apps: Apps
  clock: ReturnType<typeof fixedClock>
  make(spec: AppSpec): Promise<AppId>
  close(): Promise<void>
}

export async function openBench(seed = 1): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-apps-'))
  const clock = fixedClock('2026-11-24T00:00:00Z')
  const newId = ids(clock, seeded(seed))
  const store = value(await openStore({ home, clock, newId }))
  const apps = openApps(store, { clock, newId, person: PERSON, now: () => NOW })
  return {
    store,
    apps,
    clock,
    async make(spec) {
      const app = value(await apps.draft(spec, 'a request'))
      value(await apps.publish(app, { spec, files: { 'app.json': spec.name }, requests: ['a request'], what: 'Made it' }))
      return app
    },
    async close() {
      await store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
