/** An edit of what waits: a yes is to exactly what was looked at, whatever happens beside it and whenever the process dies. */
import { spawn } from 'node:child_process'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { publishHeld } from '../../src/approvals.ts'
import { seeded } from '../../src/base/rng.ts'
import type { AppId, ApprovalId } from '../../src/events.ts'
import { openApprovals, WAITS } from '../../src/governance/approvals.ts'
import { newHome } from '../house/residue.ts'
import { childScript } from '../store/child.ts'
import { clock, closeAll, draft, opened, waiting } from './held.ts'

afterEach(closeAll)
const content = (what: string) => ({ what, lines: [], changes: [], fields: [], body: { what } })

describe('an edit', () => {
  it('makes another revision, and an answer to the one before is none', async () => {
    const { store, person, newId } = await opened()
    const approvals = openApprovals({ store, person, clock, newId })
    const asked = await approvals.ask({ kind: 'send', app: null, conversation: null, ...content('ten') })
    if (!asked.ok) throw new Error(asked.error.code)
    const { id, revision } = asked.value
    expect(revision).toBe(1)
    expect(await approvals.edit(id, 1, content('five'))).toMatchObject({ ok: true, value: { revision: 2, what: 'five' } })
    expect(await approvals.edit(id, 1, content('one'))).toMatchObject({ ok: false, error: { code: 'approval-edited' } })
    const close = (revision: number) => store.transaction((tx) => approvals.close(tx, id, 'approved', revision))
    expect(await close(1)).toMatchObject({ ok: false, error: { code: 'approval-edited' } })
    expect((await approvals.get(id))?.state).toBe('waiting')
    expect(await close(2)).toMatchObject({ ok: true, value: { body: { what: 'five' } } })
    expect(await approvals.edit(id, 2, content('late'))).toMatchObject({ ok: false, error: { code: 'approval-decided' } })
  })

  it('comes too late after a week, and to nothing that is not there', async () => {
    const { store, person, newId } = await opened()
    const approvals = openApprovals({ store, person, clock, newId })
    const asked = await approvals.ask({ kind: 'send', app: null, conversation: null, ...content('ten') })
    clock.pass(WAITS)
    expect(await approvals.edit(asked.ok ? asked.value.id : ('' as ApprovalId), 1, content('five'))).toMatchObject({
      error: { code: 'approval-expired' },
    })
    expect(await approvals.edit('nothing00000' as ApprovalId, 1, content('five'))).toMatchObject({ error: { code: 'approval-unknown' } })
  })

  it('and a yes at once: one of them finds the other, in whatever order', async () => {
    const { store, person, newId } = await opened()
    const approvals = openApprovals({ store, person, clock, newId })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 5 }), async (edits) => {
        const asked = await approvals.ask({ kind: 'send', app: null, conversation: null, ...content('0') })
        const id = asked.ok ? asked.value.id : ('' as ApprovalId)
        const done = await Promise.all(
          edits.map((edit, at) =>
            edit ? approvals.edit(id, 1, content(`${at + 1}`)) : store.transaction((tx) => approvals.close(tx, id, 'approved', 1)),
          ),
        )
        expect(done.filter(({ ok }) => ok)).toHaveLength(1)
        const first = done.findIndex(({ ok }) => ok)
        expect(await approvals.get(id)).toMatchObject(
          edits[first] ? { state: 'waiting', revision: 2, what: `${first + 1}` } : { state: 'approved', revision: 1, what: '0' },
        )
      }),
      { numRuns: 30 },
    )
  })

  it('beside the publishing of an app: what is published is what the yes was to', async () => {
    const house = await opened()
    const app = await draft(house)
    const approval = await waiting(house, app)
    const body = approval.body as { spec: { name: string } }
    const edited = { ...approval, body: { ...body, spec: { ...body.spec, name: 'Edited' } } }
    const [yes, edit] = await Promise.all([publishHeld(house, approval), house.approvals.edit(approval.id, 1, edited)])
    expect([yes.ok, edit.ok].filter(Boolean)).toHaveLength(1)
    const now = await house.apps.get(app)
    if (!now.ok) throw new Error(now.error.code)
    expect([now.value.status, now.value.spec.name]).toEqual(yes.ok ? ['published', 'Doses'] : ['draft', 'Doses'])
    const second = await house.approvals.get(approval.id)
    if (!yes.ok) expect(await publishHeld(house, second!)).toMatchObject({ ok: true, value: { name: 'Edited' } })
  })
})

describe('kill -9 between an edit and a yes', () => {
  it('leaves each app published as it was said to be, or waiting; and nothing twice', async () => {
    const rng = seeded(7)
    let decided = 0
    for (let round = 0; round < 6; round++) {
      const home = newHome()
      const script = await childScript('decider', home)
      const said = await killedAfter(script, [home], 2 + Math.floor(rng.next() * 12), rng.next() * 6)
      const house = await opened(home, true)
      const all = await house.approvals.all(100)
      for (const { app, state, body, revision } of all) {
        const found = await house.apps.get(app as AppId)
        if (!found.ok) throw new Error(found.error.code)
        const { name } = (body as { spec: { name: string } }).spec
        expect([state, found.value.status, found.value.version]).toEqual(
          state === 'approved' ? ['approved', 'published', 1] : ['waiting', 'draft', 0],
        )
        if (state === 'approved') {
          expect([found.value.spec.name, revision]).toEqual([name, 2])
          decided++
        }
      }
      // What was acknowledged is done, and asked again it is not done again.
      for (const line of said) {
        const id = line.split(' ')[1] as ApprovalId
        const one = await house.approvals.get(id)
        expect(one?.state).toBe('approved')
        expect((await publishHeld(house, one!)).ok).toBe(false)
        expect(await house.apps.get(one!.app!)).toMatchObject({ value: { version: 1 } })
      }
      await closeAll()
    }
    expect(decided).toBeGreaterThan(6)
  }, 40_000)
})

/** Kills the child after so many lines and some milliseconds; answers with what it had acknowledged. */
async function killedAfter(script: string, args: string[], lines: number, ms: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  let rest = ''
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
    child.stdout.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop()!
      said.push(...parts)
      if (said.length >= lines) setTimeout(() => child.kill('SIGKILL'), ms)
    })
  })
  return said
}
