/** Holds apps, edits each and says yes to it, one after the other until it is killed. Says what it did once it is done. */
import { writeSync } from 'node:fs'
import { hold, publishHeld } from '../../../src/approvals.ts'
import { openApps } from '../../../src/apps/apps.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { ids } from '../../../src/base/ids.ts'
import { systemRng } from '../../../src/base/rng.ts'
import type { EventId, PersonId } from '../../../src/events.ts'
import { openApprovals } from '../../../src/governance/approvals.ts'
import { openStore } from '../../../src/store/sqlite.ts'
import { plain } from '../../apps/specs.ts'

const home = process.argv[2]!
const newId = ids(systemClock, systemRng)
// The one that a house gives its owner.
const person = 'person1owner' as PersonId
const opened = await openStore({ home, clock: systemClock, newId })
if (!opened.ok) throw new Error(opened.error.message)
const store = opened.value
const apps = openApps(store, { clock: systemClock, newId, person })
const approvals = openApprovals({ store, person, clock: systemClock, newId })
for (let at = 0; at < 60; at++) {
  const spec = { ...plain(), risks: ['health' as const] }
  const app = await apps.draft(spec, 'x')
  if (!app.ok) throw new Error(app.error.message)
  const made = await hold({ apps, approvals }, app.value, {
    ...{ version: 0, spec, files: { 'app.tsx': '//' }, requests: ['x'], edits: [], what: 'Made', because: 'event0000001' as EventId },
    ...{ model: 'strong', reasons: [], checks: 1, changed: [], conversation: null },
  })
  if (!made.ok) throw new Error(made.error.message)
  const { id, body } = made.value
  const kept = body as { spec: typeof spec }
  // Both at once: a yes to what was, an edit, and then a yes to what is.
  const edit = approvals.edit(id, 1, { ...made.value, body: { ...kept, spec: { ...kept.spec, name: `Edited ${at}` } } })
  const [edited, early] = await Promise.all([edit, publishHeld({ apps, approvals }, made.value)])
  if (early.ok || !edited.ok) throw new Error('the yes to what was went through')
  const done = await publishHeld({ apps, approvals }, edited.value)
  if (!done.ok) throw new Error(done.error.message)
  writeSync(1, `approved ${id}\n`)
}
