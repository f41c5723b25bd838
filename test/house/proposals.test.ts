/** What waits, in the way of one message, edited before the yes: an app, entries, what an app may ask. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askToWrite, hold } from '../../src/approvals.ts'
import { DAY } from '../../src/asking.ts'
import { fixedClock } from '../../src/base/clock.ts'
import { planEntry, touchesMany } from '../../src/entries.ts'
import type { AppId, ApprovalId, EventId, TurnId } from '../../src/events.ts'
import type { Edits } from '../../src/governance/changes.ts'
import { type House, openHouse } from '../../src/house.ts'
import { edit } from '../../src/proposals.ts'
import { type AppSpec, LANGUAGES } from '../../src/spec.ts'
import { write } from '../../src/studio/write.ts'
import { spending } from '../apps/specs.ts'
import { type ScriptedApi, scriptedApi } from '../models/scripted.ts'
import { spec as cups } from '../sandbox/spec.ts'
import { cardOf, of, replyOf, tell } from './telling.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-proposals-'))
const clock = fixedClock('2026-11-27T09:00:00Z')
let house: House
let api: ScriptedApi
beforeAll(async () => {
  api = await scriptedApi(() => 'A calm week.')
  writeFileSync(
    join(home, 'models.json'),
    JSON.stringify({ providers: { local: { url: api.url } }, roles: { draft: 'local', refine: 'local' } }),
  )
  const opened = await openHouse({ home, clock, complain: () => {}, env: {} })
  if (!opened.ok) throw new Error(opened.error.message)
  house = opened.value
}, 30_000)
afterAll(async () => {
  await house.close()
  await api.close()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(() => clock.pass(120_000))

const must = <T>(made: { ok: true; value: T } | { ok: false; error: { code: string; message: string } }): T => {
  if (!made.ok) throw new Error(`${made.error.code}: ${made.error.message}`)
  return made.value
}
async function published(spec: AppSpec): Promise<AppId> {
  const app = must(await house.apps.draft(spec, 'x'))
  must(await house.apps.publish(app, { spec, files: write(spec, { id: app, requests: ['x'] }), requests: ['x'], what: 'x' }))
  return app
}
const amend = (id: ApprovalId, revision: number, edits: Edits) => edit(house, id, revision, edits, 'en')
const say = (id: ApprovalId, decision: 'approve' | 'decline' | 'later', revision?: number) =>
  tell(house, 'x', { decides: { approval: id, decision, revision } })
const code = async (made: ReturnType<typeof amend>) => {
  const done = await made
  return done.ok ? 'ok' : done.error.code
}

/** With a limit of money: an amount that the app goes by. */
const limited = (): AppSpec => ({
  ...cups(),
  views: [
    ...cups().views,
    {
      kind: 'summary',
      id: 'sums',
      label: 'Sums',
      tiles: [{ label: 'Cups', query: { collection: 'cups', filter: [], measure: { fn: 'count' } } }],
    },
  ],
  behaviours: [
    { kind: 'limit', id: 'cap', label: 'Most a month', collection: 'cups', measure: { fn: 'sum', field: 'price' }, most: 100, warnAt: 0.8 },
  ],
})

describe('an app of money that a model changed', () => {
  it('shows before and after, is edited, checked again, and published as edited and not otherwise', async () => {
    const before = limited()
    const app = await published(before)
    const [collection] = before.collections
    const bound = before.behaviours.find(({ kind }) => kind === 'limit')
    const fresh = { id: 'shopnote', label: 'Shop note', kind: 'text' as const }
    const spec: AppSpec = {
      ...before,
      risks: ['money'],
      collections: [{ ...collection!, fields: [...collection!.fields, fresh] }, ...before.collections.slice(1)],
    }
    const files = write(spec, { id: app, requests: ['x', 'y'] })
    const held = {
      version: 1,
      spec,
      files,
      requests: ['x', 'y'],
      edits: [],
      what: 'Changed',
      because: 'event0000001' as never,
      model: 'strong',
    }
    const { id, changes, fields } = must(await hold(house, app, { ...held, reasons: [], checks: 3, changed: [], conversation: null }))
    expect(changes).toContainEqual({ what: expect.stringContaining(collection!.label), before: null, after: 'Shop note (text)' })
    expect(fields.map((one) => one.id)).toEqual(
      expect.arrayContaining(['name', `label.${collection!.id}.shopnote`, `keep.${collection!.id}.shopnote`]),
    )

    expect(await code(amend(id, 1, { name: '  ' }))).toBe('edit-text')
    expect(await code(amend(id, 1, { spec: 'x' }))).toBe('edit-unknown')
    expect(await code(amend(id, 1, { name: before.name }))).toBe('edit-nothing-new')
    const amount = { [`amount.${bound!.id}`]: 321 }
    const edited = must(await amend(id, 1, { name: 'Edited money', [`label.${collection!.id}.shopnote`]: 'Where', ...amount }))
    expect(edited.revision).toBe(2)
    expect(edited.changes).toContainEqual({ what: 'Name', before: before.name, after: 'Edited money' })
    expect(edited.changes).toContainEqual({ what: expect.any(String), before: null, after: 'Where (text)' })
    expect((await house.apps.get(app)).ok && must(await house.apps.get(app)).version).toBe(1)

    const stale = await say(id, 'approve')
    expect(of(stale, 'app-published')).toEqual([])
    expect(replyOf(stale).text).toMatch(/changed since you looked/)
    expect(cardOf(stale)).toMatchObject({ revision: 2, changes: edited.changes })
    // The card was shown again, so a word is to that.
    const yes = await tell(house, 'yes, publish it')
    expect(of(yes, 'app-published')).toMatchObject([{ app, version: 2, name: 'Edited money' }])
    const now = must(await house.apps.get(app))
    expect(now.spec.collections[0]!.fields.find((one) => one.id === 'shopnote')?.label).toBe('Where')
    const after = now.spec.behaviours.find((one) => one.id === bound!.id)
    expect(after).toMatchObject({ most: 321 })
    expect(JSON.parse(now.files['app.json']!)).toMatchObject({ name: 'Edited money' })
    expect(of(await say(id, 'approve', 2), 'app-published')).toEqual([])
    const journal = await house.store.journal.byType(house.person, ['approval-edited'])
    expect(journal).toMatchObject([{ approval: id, revision: 2 }])
  }, 40_000)

  it('leaves out a field that the person took out', async () => {
    const spec: AppSpec = { ...limited(), risks: ['money'] }
    const app = must(await house.apps.draft(spec, 'x'))
    const files = write(spec, { id: app, requests: ['x'] })
    const held = { version: 0, spec, files, requests: ['x'], edits: [], what: 'Made', because: 'event0000001' as never, model: 'strong' }
    const { id, fields } = must(await hold(house, app, { ...held, reasons: [], checks: 3, changed: [], conversation: null }))
    const keeps = fields.filter((one) => one.kind === 'switch')
    const [of_, collection, field] = keeps.at(-1)!.id.split('.')
    must(await amend(id, 1, { [`${of_}.${collection}.${field}`]: false }))
    const edited = await house.approvals.get(id)
    expect(edited?.fields.find((one) => one.id === keeps.at(-1)!.id)).toMatchObject({ value: false })
    await say(id, 'approve', 2)
    const shown = must(await house.apps.get(app)).spec.collections.find((one) => one.id === collection)!
    expect(shown.fields.find((one) => one.id === field)?.hidden).toBe(true)
  }, 40_000)
})

describe('several entries at once', () => {
  async function three() {
    const spec = spending()
    const app = await published(spec)
    const collection = spec.collections[0]!
    const amount = collection.fields.find(({ kind }) => kind === 'money')!.id
    const data = house.apps.data(app)
    const creates = ['Rent', 'Bread', 'Tea'].map((name, at) => ({
      ...{ id: `w${at}`, do: 'create' as const, collection: collection.id },
      values: { [collection.title]: name, [amount]: 10 * (at + 1) },
    }))
    const { records } = must(await data.write(creates, 'person'))
    const ids = records.map(({ id }) => id)
    const writes = [
      ...ids
        .slice(0, 2)
        .map((record) => ({ id: record, do: 'update' as const, collection: collection.id, record, values: { [amount]: 99 } })),
      { id: 'gone', do: 'delete' as const, collection: collection.id, record: ids[2]! },
    ]
    const asked = { app, writes, conversation: null, locale: 'en-US' }
    const values = async () => Object.fromEntries(must(await data.records(collection.id)).map((one) => [one.id, one.values[amount]]))
    return { app, ids, amount, asked, values, data, collection }
  }

  it.each(LANGUAGES)('are shown before and after, in %s', async (language) => {
    const { asked, ids, values } = await three()
    const { approval, text } = must(await askToWrite(house, { ...asked, language }))
    expect(approval.changes).toHaveLength(3)
    expect(approval.changes.at(-1)!.after).toBeNull()
    expect(approval.changes[0]!.before).not.toBe(approval.changes[0]!.after)
    expect(text).not.toBe('')
    expect(Object.keys(await values())).toHaveLength(ids.length)
  })

  it('are what three of one message are, and two are not', async () => {
    const { app, ids, collection } = await three()
    const about = { turn: 'turn00000001' as TurnId, because: 'event0000001' as EventId, now: house.now('UTC'), locale: 'en-US' }
    const gone = ids.map((record) => ({ do: 'delete' as const, match: { collection: collection.id, filters: 'last' as const, record } }))
    const many = async (count: number) => touchesMany(must(await planEntry(house.apps.data(app), gone.slice(0, count), about)))
    expect([await many(2), await many(3)]).toEqual([false, true])
  })

  it('are written as edited: another amount, one of them left out', async () => {
    const { asked, ids, amount, values } = await three()
    const { approval } = must(await askToWrite(house, { ...asked, language: 'en' }))
    const all = { 'write.0': false, 'write.1': false, 'write.2': false }
    expect(await code(amend(approval.id, 1, all))).toBe('edit-nothing')
    must(await amend(approval.id, 1, { [`value.0.${amount}`]: 12.5, 'write.2': false }))
    expect(of(await say(approval.id, 'approve'), 'approval-decided')).toEqual([])
    expect(of(await say(approval.id, 'approve', 2), 'approval-decided')).toMatchObject([{ decision: 'approved' }])
    expect(await values()).toEqual({ [ids[0]!]: 12.5, [ids[1]!]: 99, [ids[2]!]: 30 })
    expect(replyOf(await say(approval.id, 'approve', 2)).text).toMatch(/already/)
  })

  it('are left alone where one of them was changed meanwhile, and by a no', async () => {
    const { asked, ids, amount, values, data, collection } = await three()
    const { approval } = must(await askToWrite(house, { ...asked, language: 'en' }))
    must(await data.write([{ id: 'm', do: 'update', collection: collection.id, record: ids[0]!, values: { [amount]: 1 } }], 'person'))
    expect(of(await say(approval.id, 'approve'), 'approval-decided')).toMatchObject([{ decision: 'overtaken' }])
    const again = must(await askToWrite(house, { ...asked, language: 'en' }))
    expect(of(await say(again.approval.id, 'decline'), 'approval-decided')).toMatchObject([{ decision: 'declined' }])
    expect(await values()).toEqual({ [ids[0]!]: 1, [ids[1]!]: 20, [ids[2]!]: 30 })
  })
})

describe('an app that wants to ask a model', () => {
  it('may once the person said so, with the most of a day that they set', async () => {
    const app = await published({ ...spending(), capabilities: ['ai'] })
    must(await house.asking.of(app).standing())
    must(await house.asking.of(app).standing())
    const [one, ...others] = (await house.approvals.waiting()).filter((each) => each.app === app)
    expect(others).toEqual([])
    expect(one!.changes).toMatchObject([{ before: 'not allowed', after: expect.stringContaining(`${DAY.requests} questions`) }])
    expect(await code(amend(one!.id, 1, { dollars: -1 }))).toBe('edit-amount')
    expect(await code(amend(one!.id, 1, { requests: 1.5 }))).toBe('edit-amount')
    must(await amend(one!.id, 1, { dollars: 0.1, requests: 3 }))
    await say(one!.id, 'approve', 1)
    expect((await house.asking.of(app).ask('x', '')).ok).toBe(false)
    expect(replyOf(await say(one!.id, 'approve', 2)).text).toMatch(/may ask a model/)
    expect(await house.asking.cap(app)).toEqual({ dollars: 0.1, requests: 3 })
    expect((await house.asking.of(app).ask('x', '')).ok).toBe(true)
  })

  it('is answered in front of it, and then nothing waits', async () => {
    const app = await published({ ...spending(), capabilities: ['ai'] })
    must(await house.asking.of(app).standing())
    must(await house.asking.of(app).allow(true))
    expect((await house.approvals.waiting()).filter((each) => each.app === app)).toEqual([])
    const [one] = (await house.approvals.all(50)).filter((each) => each.app === app)
    expect(one!.state).toBe('approved')
  })

  it('may not after a no', async () => {
    const app = await published({ ...spending(), capabilities: ['ai'] })
    must(await house.asking.of(app).standing())
    const [one] = (await house.approvals.waiting()).filter((each) => each.app === app)
    await say(one!.id, 'decline')
    expect(await house.asking.of(app).standing()).toMatchObject({ value: { granted: false } })
    expect((await house.asking.of(app).ask('x', '')).ok).toBe(false)
  })
})
