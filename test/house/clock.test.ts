/** A clock that is set back and forward: nothing is lost, nobody is let in or shut out for it, what ended stays ended. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { examineAll } from '../../src/doctor.ts'
import { type Household, openHousehold } from '../../src/household.ts'
import { value } from '../store/store.contract.ts'
import { tell } from './telling.ts'

const DAY = 86_400_000
const NOON = '2026-11-28T12:00:00Z'
let home: string
let clock: ReturnType<typeof fixedClock>
let household: Household
const open = async () => {
  household = value(await openHousehold({ home, clock, env: {}, cost: { N: 2 ** 8, r: 8, p: 1 } }))
  household.house.browser.warm = async () => ({ ok: true, value: 'not asked' })
}
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'macaron-clock-'))
  clock = fixedClock(NOON)
  await open()
})
afterEach(async () => {
  await household.close()
  rmSync(home, { recursive: true, force: true })
})
const note = async (text: string) => {
  const { store, person } = household.house
  value(await store.journal.append({ type: 'message-received', text, language: 'en' }, { person }))
}

it('the record keeps its order and its chain, across a restart, and the doctor says that the clock is wrong until it is right', async () => {
  await note('first')
  clock.set('2031-01-01T00:00:00Z')
  await note('ahead')
  clock.set('2020-01-01T00:00:00Z')
  await note('behind')
  const { person } = household.house
  const told = async () =>
    (await household.house.store.journal.since(person, null)).flatMap((event) => (event.type === 'message-received' ? [event.text] : []))
  expect(await told()).toEqual(['first', 'ahead', 'behind'])
  await household.close()
  await open()
  expect(await told()).toEqual(['first', 'ahead', 'behind'])
  expect((await household.house.store.journal.verify(person)).ok).toBe(true)
  const wrong = async () => (await examineAll(household)).checks.filter(({ ok }) => !ok).map(({ what, detail }) => `${what}: ${detail}`)
  expect(await wrong()).toEqual([
    'clock: the last thing on record is of 2031-01-01T00:00:00.000Z, and this machine says it is 2020-01-01T00:00:00.000Z; set its clock right',
  ])
  clock.set('2031-01-01T00:00:30Z')
  expect(await wrong()).toEqual([expect.stringContaining('4018 days ahead')])
  for (let hours = 0; hours < 25; hours++) {
    clock.pass(DAY / 24)
    household.house.steady.now()
  }
  expect(await wrong()).toEqual([])
})

const makeToken = async (lasts: number) => {
  const { people, house } = household
  return value(await people.credentials.make({ person: house.person, kind: 'token', name: 't', scopes: new Set(['read']), lasts })).secret
}
const enters = (secret: string) => {
  const found = household.people.credentials.recognise('token', secret)
  found?.done()
  return found !== null
}

it('a session ends by its time and not by a clock that was set back; one that has ended is not there again', async () => {
  const [short, long] = [await makeToken(DAY), await makeToken(30 * DAY)]
  clock.set(Date.parse(NOON) - 10 * DAY)
  expect([enters(short), enters(long)]).toEqual([true, true])
  clock.set(NOON)
  for (let hours = 0; hours < 48; hours++) clock.pass(DAY / 24)
  expect([enters(short), enters(long)]).toEqual([false, true])
  clock.set(NOON)
  expect([enters(short), enters(long)]).toEqual([false, true])
  await household.close()
  await open()
  expect(enters(short)).toBe(false)
})

it('set forward by a year it lets nobody in past their end, ends nothing for good, and all is as it was when it is set back', async () => {
  const token = await makeToken(30 * DAY)
  const { invitation } = value(await household.people.invite({ label: 'Kim', lasts: 7 * DAY }))
  const asked = value(await household.house.approvals.ask({ kind: 'send', app: null, conversation: null, what: 'x', lines: [], body: {} }))
  const states = async ({ approvals } = household.house) => [
    (await approvals.waiting()).map(({ id }) => id),
    (await approvals.get(asked.id))?.state,
  ]
  const ahead = async () => {
    clock.set(Date.parse(NOON) + 365 * DAY)
    expect(enters(token)).toBe(false)
    const { approvals, apps } = household.house
    expect(value(await approvals.sweep())).toEqual([])
    expect(await states()).toEqual([[asked.id], 'waiting'])
    value(await apps.sweep())
    value(await household.people.invite({ label: 'Lee', lasts: DAY }))
  }
  await ahead()
  const { checks } = await examineAll(household)
  expect(checks.find(({ what }) => what === 'clock')).toMatchObject({ ok: false, detail: expect.stringContaining('365 days ahead') })
  // Whatever was found ended across a start is as it was too.
  await household.close()
  await open()
  await ahead()
  // What is made meanwhile lasts as long as it should, and no longer.
  const [late, later] = [
    await makeToken(DAY),
    value(await household.house.approvals.ask({ kind: 'grant', app: null, conversation: null, what: 'y', lines: [], body: {} })),
  ]
  expect(enters(late)).toBe(true)
  clock.set(NOON)
  expect([enters(token), enters(late)]).toEqual([true, true])
  expect((await household.people.invitations()).map(({ id }) => id)).toContain(invitation.id)
  value(await household.house.approvals.sweep())
  expect((await household.house.approvals.waiting()).map(({ id, until }) => [id, until <= '2026-12-06'])).toEqual([
    [asked.id, true],
    [later.id, true],
  ])
  for (let hours = 0; hours < 8 * 24; hours++) clock.pass(DAY / 24)
  expect([enters(token), enters(late)]).toEqual([true, false])
  expect(value(await household.house.approvals.sweep()).length).toBe(2)
})

it('a machine that was off for a week is believed after an hour', async () => {
  const { approvals } = household.house
  value(await approvals.ask({ kind: 'send', app: null, conversation: null, what: 'x', lines: [], body: {} }))
  await household.close()
  clock.set(Date.parse(NOON) + 8 * DAY)
  await open()
  expect(value(await household.house.approvals.sweep())).toEqual([])
  for (let minutes = 0; minutes < 70; minutes += 10) {
    clock.pass(600_000)
    household.house.steady.now()
  }
  expect(value(await household.house.approvals.sweep()).length).toBe(1)
})

it('guesses are counted whichever way it jumps, and nobody waits for longer than they would have', async () => {
  const { people } = household
  const guess = async () => {
    const tried = await people.signIn('Kim', 'wrong', 'a')
    return tried.ok ? null : tried.error
  }
  for (let i = 0; i < 5; i++) expect((await guess())?.code).toBe('sign-in-wrong')
  clock.set(Date.parse(NOON) - 3650 * DAY)
  expect(await guess()).toMatchObject({ code: 'guess-later', values: { seconds: 60 } })
  clock.pass(61_000)
  expect((await guess())?.code).toBe('sign-in-wrong')
})

it('what waits for a word is not over while it is before its time, and stays over once it was', async () => {
  const { approvals } = household.house
  const asked = value(await approvals.ask({ kind: 'send', app: null, conversation: null, what: 'x', lines: [], body: {} }))
  clock.set(Date.parse(NOON) - 100 * DAY)
  expect((await approvals.waiting()).map(({ id }) => id)).toEqual([asked.id])
  clock.set(NOON)
  clock.pass(8 * DAY)
  expect(value(await approvals.sweep()).map(({ id }) => id)).toEqual([asked.id])
  clock.set(NOON)
  expect(await approvals.waiting()).toEqual([])
  expect((await approvals.get(asked.id))?.state).toBe('expired')
})

it('what is remembered until a day comes up before it and not after, and is kept', async () => {
  await tell(household.house, 'Remember that my bike is blue')
  const { memory } = household.house
  const [item] = await memory.list({})
  value(await memory.correct(item!.id, { expires: new Date(Date.parse(NOON) + DAY).toISOString() }))
  const found = async () =>
    (await memory.recall('what colour is my bike?', { now: household.house.now('UTC'), language: 'en' })).items.length
  expect(await found()).toBeGreaterThan(0)
  clock.pass(2 * DAY)
  expect((await memory.list({})).length).toBe(0)
  clock.pass(-2 * DAY)
  expect((await memory.list({})).length).toBe(1)
})
