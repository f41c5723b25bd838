/** Writes to an app until it is killed; says each thing only once it was acknowledged. */
import { writeSync } from 'node:fs'
import { openApps } from '../../../src/apps/apps.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { ids } from '../../../src/base/ids.ts'
import { systemRng } from '../../../src/base/rng.ts'
import type { AppId, CheckpointId, PersonId } from '../../../src/events.ts'
import { openStore } from '../../../src/store/sqlite.ts'

const [home, app, person, other, ...states] = process.argv.slice(2) as [string, AppId, PersonId, AppId, CheckpointId, CheckpointId]
const newId = ids(systemClock, systemRng)
const opened = await openStore({ home, clock: systemClock, newId })
if (!opened.ok) {
  writeSync(1, `failed ${opened.error.code}\n`)
  process.exit(1)
}
const store = opened.value
const apps = openApps(store, { clock: systemClock, newId, person })
const state = await apps.get(app)
if (!state.ok) throw new Error(state.error.message)
const { spec } = state.value
for (let i = 0; ; i++) {
  const record = newId()
  const name = `name ${record}`
  const written = await apps.data(app).write([{ id: record, do: 'create', collection: 'items', record, values: { name } }], 'person')
  if (written.ok) writeSync(1, `record ${record}\n`)
  const said = await store.journal.append({ type: 'message-received', text: name, language: 'en' }, { person })
  if (said.ok) writeSync(1, `event ${said.value.id}\n`)
  if (i % 3 === 2) {
    const published = await apps.publish(app, { spec: { ...spec, name }, files: { 'app.json': name }, requests: [name], what: name })
    if (published.ok) writeSync(1, `version ${published.value.version}\n`)
    // Of another app, from one state to the other and back.
    const restored = await apps.restore(other, states[i % 2]!)
    if (restored.ok) writeSync(1, `restored ${i % 2}\n`)
  }
}
