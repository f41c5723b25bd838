import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openApps } from '../../src/apps/apps.ts'
import { scratchData } from '../../src/apps/scratch.ts'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { PERSON, value } from '../store/store.contract.ts'
import { dataContract } from './data.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-data-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0

dataContract('scratch', async (spec) => ({
  data: scratchData(spec, undefined, { clock: fixedClock('2026-11-24T00:00:00Z') }),
  close: async () => {},
}))

dataContract('the store', async (spec) => {
  const clock = fixedClock('2026-11-24T00:00:00Z')
  const newId = ids(clock, seeded(++count))
  const store = value(await openStore({ home: join(root, `home${count}`), clock, newId }))
  const apps = openApps(store, { clock, newId, person: PERSON, now: () => ({ date: '2026-11-24', time: '09:00' }) })
  const app = value(await apps.draft(spec, 'coffee'))
  value(await apps.publish(app, { spec, files: {}, requests: ['coffee'], what: 'Made “Coffee”' }))
  return { data: apps.data(app), close: () => store.close() }
})
