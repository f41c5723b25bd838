/** People, invitations, sessions and tokens over a real file, with a clock that is moved. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import type { PersonId } from '../../src/events.ts'
import { openPeople, type People } from '../../src/people/people.ts'
import { ALL, scopesOf } from '../../src/people/scopes.ts'
import { value } from '../store/store.contract.ts'

const OWNER = 'person1owner' as PersonId
const DAY = 86_400_000
const PASSWORD = 'a long enough password'
let home: string
let people: People
let clock: ReturnType<typeof fixedClock>
let told: ({ type: string; of: PersonId } & Record<string, unknown>)[]
const open = async () =>
  value(
    await openPeople({
      ...{ home, owner: OWNER, clock, newId: ids(clock, seeded(7)) },
      cost: { N: 2 ** 8, r: 8, p: 1 },
      tell: async (person, events) => void told.push(...events.map((event) => ({ ...event, of: person }))),
      complain: (error) => {
        throw error
      },
    }),
  )
const reopen = async () => {
  await people.close()
  people = await open()
}
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'macaron-people-'))
  clock = fixedClock('2026-11-28T09:00:00Z')
  told = []
  people = await open()
})
afterEach(async () => {
  await people.close()
  rmSync(home, { recursive: true, force: true })
})

const resident = async (name: string) => {
  const { secret } = value(await people.invite({ label: name, lasts: 7 * DAY }))
  return value(await people.accept(secret, { name, password: PASSWORD }))
}
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)
const session = async (person: PersonId, lasts: number | null = null) =>
  value(await people.credentials.make({ person, kind: 'session', name: 'Firefox', scopes: ALL, lasts }))

describe('an invitation', () => {
  it('lets in one person, once, and is nowhere in the files', async () => {
    const { secret } = value(await people.invite({ label: 'Aunt May', lasts: 7 * DAY }))
    const both = await Promise.all([1, 2].map((n) => people.accept(secret, { name: `May ${n}`, password: PASSWORD })))
    expect(both.map(code).sort()).toEqual(['invitation-unknown', 'ok'])
    expect(code(await people.accept(secret, { name: 'May', password: PASSWORD }))).toBe('invitation-unknown')
    expect(people.all().map(({ role }) => role)).toEqual(['owner', 'invited'])
    await people.close()
    for (const name of readdirSync(home)) {
      const bytes = readFileSync(join(home, name))
      for (const told of [secret, PASSWORD]) expect(bytes.includes(told)).toBe(false)
    }
    people = await open()
  })

  it('ends with its time, and when it is taken back', async () => {
    const late = value(await people.invite({ label: '', lasts: DAY }))
    const withdrawn = value(await people.invite({ label: '', lasts: 9 * DAY }))
    expect((await people.invitations()).length).toBe(2)
    clock.pass(DAY)
    expect(code(await people.invitation(late.secret))).toBe('invitation-unknown')
    expect(code(await people.invitation(withdrawn.secret))).toBe('ok')
    value(await people.withdraw(withdrawn.invitation.id))
    expect(code(await people.accept(withdrawn.secret, { name: 'Kim', password: PASSWORD }))).toBe('invitation-unknown')
    expect(await people.invitations()).toEqual([])
  })

  it('is not used up by a name that is taken or a password that is weak', async () => {
    await resident('Kim')
    const { secret } = value(await people.invite({ label: '', lasts: DAY }))
    for (const [name, password, expected] of [
      ['ｋｉｍ', PASSWORD, 'name-taken'],
      [' ', PASSWORD, 'name-invalid'],
      ['Ki\u200Bm', PASSWORD, 'name-invalid'],
      ['../x', PASSWORD, 'name-invalid'],
      ['x'.repeat(41), PASSWORD, 'name-invalid'],
      ['Lee', 'short', 'password-weak'],
    ] as const)
      expect([name, code(await people.accept(secret, { name, password }))]).toEqual([name, expected])
    expect(value(await people.accept(secret, { name: '  이  민 ', password: PASSWORD })).name).toBe('이 민')
  })

  it('lets somebody in anew: their sessions end, they stay who they are', async () => {
    const kim = await resident('Kim')
    const before = await session(kim.id)
    const { secret } = value(await people.invite({ label: '', person: kim.id, lasts: DAY }))
    expect(value(await people.accept(secret, { name: 'Kim', password: 'another long one' })).id).toBe(kim.id)
    expect(people.credentials.recognise('session', before.secret)).toBeNull()
    expect(code(await people.signIn('kim', PASSWORD, 'a'))).toBe('sign-in-wrong')
    expect(code(await people.signIn('kim', 'another long one', 'a'))).toBe('ok')
    expect(code(await people.invite({ label: '', person: OWNER, lasts: DAY }))).toBe('person-unknown')
  })
})

describe('a guess', () => {
  it('has to wait after five, from that address and for that name; not the person from elsewhere', async () => {
    await resident('Kim')
    const guess = (name = 'Kim', address = 'evil') => people.signIn(name, 'not it, whatever', address)
    for (let i = 0; i < 5; i++) expect(code(await guess())).toBe('sign-in-wrong')
    const sixth = await guess()
    expect(sixth).toMatchObject({ ok: false, error: { code: 'guess-later', values: { seconds: 60 } } })
    // Right or wrong, it is not looked at.
    expect(code(await people.signIn('Kim', PASSWORD, 'evil'))).toBe('guess-later')
    expect(code(await people.signIn('Kim', PASSWORD, 'home'))).toBe('ok')
    clock.pass(60_000)
    expect(code(await guess())).toBe('sign-in-wrong')
    expect(code(await guess())).toBe('guess-later')
  })

  it('is answered alike whether there is such a person or not', async () => {
    await resident('Kim')
    const [there, nobody] = await Promise.all([people.signIn('Kim', 'wrong', 'a'), people.signIn('Lee', 'wrong', 'a')])
    expect(there).toEqual(nobody)
    expect(code(await people.signIn('', '', 'a'))).toBe('sign-in-wrong')
  })

  it('spread over many addresses is stopped by the name, over many names by the address', async () => {
    const tried = async (next: (n: number) => [string, string]) => {
      let n = 0
      while (code(await people.signIn(next(n)[0], 'x', next(n)[1])) === 'sign-in-wrong' && n < 100) n++
      return n
    }
    expect(await tried((n) => ['Kim', `address ${n}`])).toBe(20)
    expect(await tried((n) => [`name ${n}`, 'one'])).toBe(30)
  })
})

describe('a session or token', () => {
  it('is recognised as its kind, across a restart, until it ends', async () => {
    const { secret, credential } = await session(OWNER, 2 * DAY)
    await reopen()
    const found = people.credentials.recognise('session', secret)!
    expect(found.credential).toEqual(credential)
    found.done()
    expect(people.credentials.recognise('token', secret)).toBeNull()
    expect(people.credentials.recognise('session', `${secret}x`)).toBeNull()
    clock.pass(2 * DAY)
    expect(people.credentials.recognise('session', secret)).toBeNull()
    expect(people.credentials.of(OWNER)).toEqual([])
  })

  it('says when it was last used', async () => {
    const { secret } = await session(OWNER)
    clock.pass(DAY)
    people.credentials.recognise('session', secret)!.done()
    await reopen()
    expect(people.credentials.of(OWNER)[0]!.usedAt).toBe('2026-11-29T09:00:00.000Z')
  })

  it('keeps what it may do', async () => {
    const scopes = scopesOf('read talk')
    await people.credentials.make({ person: OWNER, kind: 'token', name: 'watch', scopes, lasts: null })
    await reopen()
    expect(people.credentials.of(OWNER)[0]).toMatchObject({ name: 'watch', scopes, until: null })
  })

  it.each<[string, (id: string) => Parameters<People['credentials']['revoke']>[1], boolean]>([
    ['by itself', (id) => ({ id }), true],
    ['with all the others', () => ({ but: null }), true],
    ['or is left while the others go', (id) => ({ but: id }), false],
  ])('is revoked %s: what it opened ends at once, and it lets nobody in', async (_, which, ends) => {
    const { secret, credential } = await session(OWNER)
    const stream = people.credentials.recognise('session', secret)!
    const revoking = people.credentials.revoke(OWNER, which(credential.id))
    // Before anything is written.
    expect([stream.opened.aborted, people.credentials.recognise('session', secret) === null]).toEqual([ends, ends])
    value(await revoking)
    await reopen()
    expect(people.credentials.recognise('session', secret) === null).toBe(ends)
  })

  it('of another is unknown', async () => {
    const kim = await resident('Kim')
    const { credential, secret } = await session(OWNER)
    expect(code(await people.credentials.revoke(kim.id, { id: credential.id }))).toBe('credential-unknown')
    value(await people.credentials.revoke(kim.id, { but: null }))
    expect(people.credentials.recognise('session', secret)).not.toBeNull()
  })
})

describe('a person', () => {
  it('who is removed is gone with every way in; the owner cannot be', async () => {
    const kim = await resident('Kim')
    const { secret } = await session(kim.id)
    const again = value(await people.invite({ label: '', person: kim.id, lasts: DAY }))
    const stream = people.credentials.recognise('session', secret)!
    value(await people.remove(kim.id))
    expect(stream.opened.aborted).toBe(true)
    await reopen()
    expect(people.credentials.recognise('session', secret)).toBeNull()
    expect(code(await people.signIn('Kim', PASSWORD, 'a'))).toBe('sign-in-wrong')
    expect(code(await people.accept(again.secret, { name: 'Kim', password: PASSWORD }))).toBe('invitation-unknown')
    expect(code(await people.remove(kim.id))).toBe('person-unknown')
    expect(code(await people.remove(OWNER))).toBe('person-owner')
  })

  it('changes a password by knowing the present one; their other sessions end, their tokens stay', async () => {
    const kim = await resident('Kim')
    const here = await session(kim.id)
    const phone = await session(kim.id)
    const token = value(await people.credentials.make({ person: kim.id, kind: 'token', name: 't', scopes: ALL, lasts: null }))
    const set = (current: string) => people.setPassword(kim.id, { password: 'another long one', current, but: here.credential.id })
    expect(code(await set('wrong'))).toBe('password-wrong')
    value(await set(PASSWORD))
    const left = [here, phone].map(({ secret }) => people.credentials.recognise('session', secret) !== null)
    expect([...left, people.credentials.recognise('token', token.secret) !== null]).toEqual([true, false, true])
    expect(code(await people.signIn('Kim', 'another long one', 'b'))).toBe('ok')
  })

  it('who is the owner takes a name with a first password', async () => {
    expect(people.passwords()).toBe(false)
    expect(code(await people.setPassword(OWNER, { password: PASSWORD, but: null }))).toBe('name-invalid')
    value(await people.setPassword(OWNER, { name: 'Ada', password: PASSWORD, but: null }))
    await reopen()
    expect([people.passwords(), code(await people.signIn('ADA', PASSWORD, 'a'))]).toEqual([true, 'ok'])
  })
})
