/** What waits, by HTTP and by the command line: proposed, looked at, edited, answered; the same rules at every door. */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askToWrite } from '../../src/approvals.ts'
import type { AppId } from '../../src/events.ts'
import type { Approval } from '../../src/governance/approvals.ts'
import { type House, openHouse } from '../../src/house.ts'
import { spending } from '../apps/specs.ts'
import { type Door, newHome, openDoor, type Refused } from './door.ts'

type Told = { approval: Omit<Approval, 'body'> & { choices: { label: string }[] }; text: string }
const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']

/** An app with two entries, and their ids. */
async function furnish(house: House) {
  const spec = { ...spending(), name: 'Coffee' }
  const [{ id: collection, title, fields }] = spec.collections as [(typeof spec.collections)[0]]
  const amount = fields.find(({ kind }) => kind === 'money')!.id
  const made = await house.apps.draft(spec, 'x')
  if (!made.ok) throw new Error(made.error.message)
  const app = made.value
  await house.apps.publish(app, { spec, files: {}, requests: [], what: 'x' })
  const write = (name: string) => ({ id: name, do: 'create' as const, collection, values: { [title]: name, [amount]: 5 } })
  const written = await house.apps.data(app).write([write('Latte'), write('Mocha')], 'person')
  if (!written.ok) throw new Error(written.error.message)
  const [latte, mocha] = written.value.records.map(({ id }) => id) as [string, string]
  const values = async () => {
    const records = await house.apps.data(app).records(collection)
    return records.ok ? Object.fromEntries(records.value.map((one) => [one.id, one.values[amount]])) : {}
  }
  return { app, collection, amount, latte, mocha, values }
}

describe('by HTTP', () => {
  let door: Door
  let there: Awaited<ReturnType<typeof furnish>>
  beforeAll(async () => {
    door = await openDoor()
    there = await furnish(door.server.house)
  })
  afterAll(() => door.close())
  const propose = (writes: unknown, app: string = there.app) => door.ask<Told & Refused>(`/api/apps/${app}/proposals`, { body: { writes } })

  it('a proposal writes nothing, is edited, and a yes to what was not looked at is refused', async () => {
    const { latte, mocha, collection, amount, values } = there
    const { body } = await propose([
      { do: 'update', collection, record: latte, values: { [amount]: 50 } },
      { do: 'delete', collection, record: mocha },
    ])
    const { id } = body.approval
    expect(body.approval).toMatchObject({ kind: 'records', state: 'waiting', revision: 1, choices: [{}, {}, {}] })
    expect(body.approval.changes).toMatchObject([
      { before: expect.stringContaining('5'), after: expect.stringContaining('50') },
      { after: null },
    ])
    expect(await values()).toEqual({ [latte]: 5, [mocha]: 5 })

    const patch = (revision: number, edits: object) =>
      door.ask<Told & Refused>(`/api/approvals/${id}`, { method: 'PATCH', body: { revision, edits } })
    const edited = await patch(1, { [`value.0.${amount}`]: 8, 'write.1': false })
    expect(edited.body.approval).toMatchObject({ revision: 2, changes: [{ after: expect.stringContaining('8') }] })
    expect([(await patch(1, { 'write.0': false })).body.error.code, (await patch(2, { nothing: 1 })).body.error.code]).toEqual([
      'approval-edited',
      'edit-unknown',
    ])

    const decide = (body: object) => door.ask<Told>(`/api/approvals/${id}`, { body: { decision: 'approve', ...body } })
    expect((await decide({})).body).toMatchObject({ approval: { state: 'waiting' }, text: expect.stringMatching(/changed since/) })
    expect((await decide({ revision: 2 })).body).toMatchObject({ approval: { state: 'approved' } })
    expect(await values()).toEqual({ [latte]: 8, [mocha]: 5 })
    expect((await decide({ revision: 2 })).body.text).toMatch(/already/)
  })

  it('says in the language of who asks what does not fit', async () => {
    const { latte, collection, amount } = there
    const { body } = await propose([{ do: 'update', collection, record: latte, values: { [amount]: 6 } }])
    const said = new Set<string>()
    for (const language of ['en', 'zh', 'ja', 'ko']) {
      const asked = { method: 'PATCH', body: { revision: 9, edits: { 'write.0': false } }, headers: { 'accept-language': language } }
      said.add((await door.ask<Refused>(`/api/approvals/${body.approval.id}`, asked)).body.error.message)
    }
    expect(said.size).toBe(4)
  })

  it('takes no proposal of what is not there', async () => {
    const { collection, latte } = there
    expect((await propose([{ do: 'delete', collection, record: 'nothing' }])).body.error.code).toBe('record-unknown')
    expect((await propose([{ do: 'delete', collection: 'nothing', record: latte }])).body.error.code).toBe('collection-unknown')
    expect((await propose([{ do: 'delete', collection, record: latte }], 'noapp00000')).body.error.code).toBe('app-unknown')
    expect((await propose([])).status).toBe(400)
  })

  it('shows the source that a yes changes only of what waits to be published', async () => {
    const { body } = await propose([{ do: 'delete', collection: there.collection, record: there.latte }])
    expect((await door.ask(`/api/approvals/${body.approval.id}/source`)).body).toEqual({ files: [] })
    expect((await door.ask(`/api/approvals/nothing00000/source`)).status).toBe(404)
  })
})

// Skipped where the program was not built: `npm test` builds it first.
const suite = existsSync(PROGRAM) ? describe : describe.skip
suite('by the command line', () => {
  const home = newHome()
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  const macaron = (...args: string[]) => {
    const env = {
      ...process.env,
      MACARON_BROWSER: '/nowhere/browser',
      MACARON_HOME: home,
      LANG: 'en_US.UTF-8',
      LC_ALL: 'en_US.UTF-8',
      PORT: '',
      HOST: '',
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [...RUN, ...args], { env, encoding: 'utf8', timeout: 20_000 })
    return { status, stdout, stderr }
  }

  it('is shown before and after, edited and answered', async () => {
    const before = await openHouse({ home })
    if (!before.ok) throw new Error(before.error.message)
    const { app, latte, collection, amount } = await furnish(before.value)
    const writes = [{ id: 'w', do: 'update' as const, collection, record: latte, values: { [amount]: 50 } }]
    const asked = await askToWrite(before.value, { app, writes, language: 'en', locale: 'en-US', conversation: null })
    if (!asked.ok) throw new Error(asked.error.message)
    await before.value.close()
    const { id } = asked.value.approval

    expect(macaron('approvals').stdout).toMatch(/Change entries of “Coffee”[\s\S]*5.* -> .*50[\s\S]*value\.0\./)
    expect(macaron('amend', id, `value.0.${amount}=much`)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/does not fit: give it a number/),
    })
    expect(macaron('amend', id, `value.0.${amount}=9`).stdout).toMatch(/revision 2[\s\S]* -> .*9/)
    expect(macaron('decide', id, 'approve').stdout).toMatch(/changed since you looked/)
    expect(macaron('decide', id, 'approve', '--revision', '2').stdout).toMatch(/Done/)
    expect(macaron('decide', id, 'approve', '--revision', '2').stdout).toMatch(/already/)
    const after = await openHouse({ home })
    if (!after.ok) throw new Error(after.error.message)
    const records = await after.value.apps.data(app as AppId).records(collection)
    await after.value.close()
    expect(records.ok && records.value.find((one) => one.id === latte)?.values[amount]).toBe(9)
  }, 40_000)
})
