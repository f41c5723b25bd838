/** A house with an app that a model made, which waits for a person. */
import { hold } from '../../src/approvals.ts'
import { fixedClock } from '../../src/base/clock.ts'
import type { AppId, EventId } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import type { AppSpec } from '../../src/spec.ts'
import type { Held } from '../../src/studio/studio.ts'
import { newHome } from '../house/residue.ts'
import { spec as cups } from '../sandbox/spec.ts'

const closing: (() => Promise<unknown>)[] = []
export async function closeAll() {
  for (const close of closing.splice(0).toReversed()) await close()
}
export const clock = fixedClock('2026-11-27T09:00:00Z')
export async function opened(home = newHome(), ownClock = false): Promise<House> {
  const house = await openHouse({ home, complain: () => {}, env: {}, ...(!ownClock && { clock }) })
  if (!house.ok) throw new Error(house.error.message)
  closing.push(() => house.value.close())
  return house.value
}
export const risky = (name: string): AppSpec => ({ ...cups(), name, risks: ['health'] })
export const held = (version: number, name = 'Doses'): Held => ({
  ...{ version, spec: risky(name), files: { 'app.tsx': `// ${name}` }, requests: ['x'], edits: [], what: 'Made' },
  ...{ because: 'event0000001' as EventId, model: 'strong', reasons: [], checks: 7, changed: ['app.tsx'], conversation: null },
})
export async function draft({ apps }: Pick<House, 'apps'>): Promise<AppId> {
  const made = await apps.draft(risky('Doses'), 'x')
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}
export async function waiting(house: Pick<House, 'apps' | 'approvals'>, app: AppId, more = held(0)) {
  const made = await hold(house, app, more)
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}
