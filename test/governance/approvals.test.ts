/** What waits for a person: nothing happens before a yes, nothing happens twice, and no moment to die at loses anything. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { decided, expire, publishHeld } from '../../src/approvals.ts'
import type { AppId } from '../../src/events.ts'
import { openApprovals, WAITS } from '../../src/governance/approvals.ts'
import type { House } from '../../src/house.ts'
import { newHome } from '../house/residue.ts'
import { clock, closeAll, draft, held, opened, risky, waiting } from './held.ts'

afterEach(closeAll)
const stateOf = async (house: House, app: AppId) => {
  const found = await house.apps.get(app)
  return found.ok ? `${found.value.status} ${found.value.version}` : found.error.code
}

describe('an app that waits', () => {
  it('can be looked at, is published by a yes as it was shown, and by no second one', async () => {
    const house = await opened()
    const app = await draft(house)
    const approval = await waiting(house, app)
    expect(approval.lines.join(' ')).toMatch(/strong.*7 things/)
    expect(await stateOf(house, app)).toBe('draft 0')
    const all = await Promise.all(Array.from({ length: 5 }, () => publishHeld(house, approval)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(all.flatMap((one) => (one.ok ? [] : [one.error.code])))).toEqual(new Set(['approval-decided']))
    expect(await stateOf(house, app)).toBe('published 1')
    expect((await house.apps.checkpoints(app)).ok && (await house.approvals.waiting())).toEqual([])
  })

  it('is there after a restart, and so is what was decided', async () => {
    const home = newHome()
    const first = await opened(home)
    const app = await draft(first)
    const approval = await waiting(first, app)
    await closeAll()
    const second = await opened(home)
    expect((await second.approvals.waiting()).map(({ id }) => id)).toEqual([approval.id])
    expect((await publishHeld(second, approval)).ok).toBe(true)
    await closeAll()
    const third = await opened(home)
    expect(await third.approvals.waiting()).toEqual([])
    expect(await stateOf(third, app)).toBe('published 1')
    expect((await publishHeld(third, approval)).ok).toBe(false)
  })

  it('is neither published nor decided where one of both fails', async () => {
    const house = await opened()
    const app = await draft(house)
    const approval = await waiting(house, app, {
      ...held(0),
      spec: { ...risky('Doses'), views: [{ kind: 'tool', id: 'x', label: 'x', behaviour: 'none' }] },
    })
    const failed = await publishHeld(house, approval)
    expect(failed.ok ? '' : failed.error.code).toBe('spec-incoherent')
    expect([await stateOf(house, app), (await house.approvals.waiting()).length]).toEqual(['draft 0', 1])
  })

  it('overwrites nothing that was changed meanwhile', async () => {
    const house = await opened()
    const app = await draft(house)
    expect((await publishHeld(house, await waiting(house, app))).ok).toBe(true)
    const change = await waiting(house, app, held(1, 'Changed'))
    await house.apps.publish(app, { spec: risky('Meanwhile'), files: {}, requests: [], what: 'x' })
    const late = await publishHeld(house, change)
    expect(late.ok ? '' : late.error.code).toBe('app-moved')
    const now = await house.apps.get(app)
    expect(now.ok && now.value.spec.name).toBe('Meanwhile')
  })

  it('is over after a week: its draft goes where removed apps go, and that is said', async () => {
    const house = await opened()
    const app = await draft(house)
    const approval = await waiting(house, app)
    clock.pass(WAITS)
    const late = await publishHeld(house, approval)
    expect(late.ok ? '' : late.error.code).toBe('approval-expired')
    expect((await expire(house)).ok).toBe(true)
    expect(await stateOf(house, app)).toBe('app-unknown')
    const events = await house.store.journal.since(house.person, null, 100)
    expect(events.filter(({ type }) => type === 'approval-decided')).toMatchObject([{ ...decided(approval, 'expired') }])
    expect((await expire(house)).ok).toBe(true)
    expect((await house.store.journal.since(house.person, null, 100)).length).toBe(events.length)
  })

  it('is overtaken by what is asked of the same app after it', async () => {
    const house = await opened()
    const app = await draft(house)
    const first = await waiting(house, app)
    const second = await waiting(house, app, held(0, 'Second'))
    expect((await publishHeld(house, first)).ok).toBe(false)
    expect((await publishHeld(house, second)).ok).toBe(true)
    const now = await house.apps.get(app)
    expect(now.ok && now.value.spec.name).toBe('Second')
  })
})

describe('whatever is answered, in whatever order', () => {
  it('is done at most once', async () => {
    const house = await opened()
    const { store, person, newId } = house
    const approvals = openApprovals({ store, person, clock, newId })
    const asked = { kind: 'publish' as const, app: null, conversation: null, what: 'x', lines: [], body: {} }
    const states = fc.constantFrom('approved', 'declined', 'expired', 'overtaken')
    await fc.assert(
      fc.asyncProperty(fc.array(states, { minLength: 1, maxLength: 6 }), async (answers) => {
        const made = await approvals.ask(asked)
        if (!made.ok) throw new Error(made.error.message)
        const done = await Promise.all(
          answers.map((state) => store.transaction((tx) => approvals.close(tx, made.value.id, state as 'approved'))),
        )
        expect(done.filter(({ ok }) => ok)).toHaveLength(1)
        const state = (await approvals.get(made.value.id))!.state
        expect(done.find(({ ok }) => ok)).toMatchObject({ value: { state } })
      }),
      { numRuns: 25 },
    )
  })
})
