/**
 * The people of a house and how they get in: the owner by the start-up token (doors/http/session.ts), others by an invitation, then
 * by name and password. Covers: guesses (by name and by address, before anything is computed), who has an account (a name that is
 * not there takes as long), invitations that are read twice. Does not cover: who may see what; each has a home of their own
 * (household.ts).
 */
import { buckets } from '../base/bucket.ts'
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { EventBody, PersonId } from '../events.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { type Credentials, hashOfSecret, newSecret, openCredentials, type Tell } from './credentials.ts'
import { openPasskeys, type Passkeys } from './passkeys.ts'
import { acceptable, type Cost, openPasswords } from './passwords.ts'
import { PEOPLE_MIGRATIONS, type PeopleTables } from './schema.ts'

export type Role = 'owner' | 'invited'
/** `name` is null for an owner who gave none; `enters`: whether they have a password. */
export type Person = { id: PersonId; role: Role; name: string | null; models: boolean; at: string; enters: boolean }
/** `label`: whom the owner meant it for. `person`: whom it lets in anew. */
export type Invitation = { id: string; label: string; person: PersonId | null; at: string; until: string }

export interface People {
  readonly credentials: Credentials
  readonly passkeys: Passkeys
  owner(): Person
  /** The owner first, then as they came. */
  all(): Person[]
  get(person: PersonId): Person | null
  /** Whether anybody gets in by a password. */
  passwords(): boolean
  /** Fails with 'sign-in-wrong', or 'guess-later' with the seconds to wait. `address`: where it was asked from. */
  signIn(name: string, password: string, address: string): Promise<Result<Person>>
  /** The secret is told here, once. `lasts` in milliseconds. Fails with 'person-unknown'. */
  invite(wanted: {
    label: string
    person?: PersonId | undefined
    lasts: number
  }): Promise<Result<{ invitation: Invitation; secret: string }>>
  invitations(): Promise<Invitation[]>
  withdraw(id: string): Promise<Result<void>>
  /** 'invitation-unknown' where it was used, withdrawn, or is past its time. */
  invitation(secret: string): Promise<Result<Invitation>>
  /** Uses the invitation up. Fails with 'invitation-unknown', 'name-invalid', 'name-taken', 'password-weak'. */
  accept(secret: string, wanted: { name: string; password: string }): Promise<Result<Person>>
  /** `name`: a new one. All sessions but `but` end. Fails as `accept`, or with 'password-wrong' where there is one and `current` is another. */
  setPassword(
    person: PersonId,
    wanted: { name?: string | undefined; password: string; current?: string | undefined; but: string | null },
  ): Promise<Result<Person>>
  setModels(person: PersonId, models: boolean): Promise<Result<void>>
  /** By the owner: ends all sessions and tokens of somebody invited, and what they have open. Answers how many there were. */
  signOut(person: PersonId): Promise<Result<number>>
  /** They and their ways in are gone; their home is for household.ts to take away. Fails with 'person-unknown' or 'person-owner'. */
  remove(person: PersonId): Promise<Result<void>>
  /** As a store does (store/database.ts). */
  backup: Database<PeopleTables>['backup']
  check: Database<PeopleTables>['check']
  close(): Promise<void>
}

export const PEOPLE_FILE = 'people.db'
/** What a name is made of; letters nobody sees are none. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]{0,39}$/u
const folded = (name: string) => name.normalize('NFKC').toLowerCase()
const tidy = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ')

/** How often it is told that somebody guesses: milliseconds. Who guesses all day fills no record. */
const TOLD_EVERY = 3_600_000
/** Guesses at once and per second: of one name from one address, of one name, from one address. */
const GUESSES = { both: [5, 1 / 60], name: [20, 1 / 60], address: [30, 1 / 20] } as const

export type PeopleOptions = {
  home: string
  owner: PersonId
  clock: Clock
  newId: NewId
  complain(error: unknown): void
  /** Of new passwords. */
  cost?: Cost | undefined
  /** What seals it (store/vault.ts). */
  key?: string | undefined
  tell: Tell
  /** What ends for good by it (base/steady.ts); the clock, if not given. */
  steady?: Clock
}

/** Fails as `openDatabase` does. */
export async function openPeople({
  home,
  owner,
  clock,
  steady = clock,
  newId,
  complain,
  cost,
  key,
  tell,
}: PeopleOptions): Promise<Result<People>> {
  const opened = await openDatabase<PeopleTables>({ home, file: PEOPLE_FILE, clock, migrations: PEOPLE_MIGRATIONS, key })
  if (!opened.ok) return opened
  const database = opened.value
  const { db, transaction } = database
  const passwords = openPasswords(cost)
  const now = () => new Date(clock.now()).toISOString()
  const first = { id: owner, role: 'owner', name: null, folded: null, password: null, models: 1 as const, at: now() }
  const begun = await transaction(async (tx) => {
    await tx
      .insertInto('people')
      .values(first)
      .onConflict((there) => there.column('id').doNothing())
      .execute()
    return ok(undefined)
  })
  if (!begun.ok) return begun
  const credentials = await openCredentials({ database, clock, steady, newId, complain, tell })
  const passkeys = await openPasskeys({ database, clock, tell })
  const known = new Map<PersonId, Person & { folded: string | null; password: string | null }>()
  const load = async () => {
    known.clear()
    for (const { role, models, ...row } of await db.selectFrom('people').selectAll().orderBy('at').orderBy('id').execute())
      known.set(row.id, { ...row, role: role as Role, models: models === 1, enters: row.password !== null })
  }
  await load()
  const shown = ({ folded: _, password: __, ...person }: Person & { folded: string | null; password: string | null }): Person => person
  const change = async (work: Parameters<typeof transaction<void>>[0]): Promise<Result<void>> => {
    const done = await transaction(work)
    if (done.ok) await load()
    return done
  }
  const guesses = {
    both: buckets(...GUESSES.both, clock.now),
    name: buckets(...GUESSES.name, clock.now),
    address: buckets(...GUESSES.address, clock.now),
  }
  /** Counts one guess; the seconds to wait where it is one too many. */
  function guess(name: string, address: string): number {
    const counted = [guesses.both(`${address} ${name}`), guesses.name(name), guesses.address(address)]
    const wait = Math.max(...counted.map((one) => one.wait()))
    if (wait > 0) return Math.ceil(wait)
    for (const one of counted) one.take()
    return 0
  }
  type Change = Extract<EventBody, { type: 'person-changed' }>['change']
  const changed = (change: Change, name: string, who?: PersonId) =>
    tell(owner, [{ type: 'person-changed', change, name, ...(who && { who }) }])
  const told = new Map<PersonId, number>()
  /** In the record of whose name it is; of nobody's in the owner's. What was typed is not told: it may be a password. */
  async function limited(person: PersonId, address: string, seconds: number): Promise<Result<never>> {
    // A clock that was set back keeps nobody silent.
    if (Math.abs(clock.now() - (told.get(person) ?? Number.NEGATIVE_INFINITY)) >= TOLD_EVERY) {
      told.set(person, clock.now())
      await tell(person, [{ type: 'sign-in-limited', address, seconds }])
    }
    return tooMany(seconds)
  }
  const tooMany = (seconds: number) => fail('guess-later', `Too many tries. Try again in ${seconds} seconds.`, { seconds })

  async function nameFor(person: PersonId | null, name: string): Promise<Result<string>> {
    if (!NAME.test(name)) return fail('name-invalid', 'A name has 1 to 40 letters or digits, and spaces between them.')
    const taken = [...known.values()].some((one) => one.folded === folded(name) && one.id !== person)
    return taken ? fail('name-taken', `${name} is somebody’s name here already. Take another.`, { name }) : ok(name)
  }
  const invitationOf = async (secret: string): Promise<Invitation | null> => {
    const found = await db.selectFrom('invitations').selectAll().where('hash', '=', hashOfSecret(secret)).executeTakeFirst()
    if (!found || Date.parse(found.until) <= clock.now()) return null
    const { hash: _, ...invitation } = found
    return invitation
  }
  /** Every session, token and passkey of somebody. */
  async function endAll(person: PersonId): Promise<Result<void>> {
    const gone = [await credentials.revoke(person, { but: null }), await passkeys.remove(person, 'all')]
    return gone.find((one) => !one.ok) ?? ok(undefined)
  }
  const invitationUnknown = () =>
    fail('invitation-unknown', 'This invitation was used already, taken back, or is past its time. Ask for a new one.')
  const personUnknown = () => fail('person-unknown', 'There is no such person here.')

  const people: People = {
    credentials,
    passkeys,
    owner: () => shown(known.get(owner)!),
    all: () => [...known.values()].map(shown).sort((a, b) => Number(b.role === 'owner') - Number(a.role === 'owner')),
    get(person) {
      const found = known.get(person)
      return found ? shown(found) : null
    },
    passwords: () => [...known.values()].some(({ enters }) => enters),
    async signIn(name, password, address) {
      const asked = folded(tidy(name)).slice(0, 80)
      const seconds = guess(asked, address)
      const found = [...known.values()].find((one) => one.folded === asked)
      if (seconds > 0) return limited(found?.id ?? owner, address, seconds)
      const fits = await passwords.fits(password, found?.password ?? null)
      // They may have been removed in the meantime.
      const person = fits && found ? people.get(found.id) : null
      return person ? ok(person) : fail('sign-in-wrong', 'That name and that password do not belong together.')
    },
    async invite({ label, person, lasts }) {
      if (person && known.get(person)?.role !== 'invited') return personUnknown()
      const secret = newSecret()
      const until = new Date(clock.now() + lasts).toISOString()
      const invitation: Invitation = { id: newId(), label: tidy(label), person: person ?? null, at: now(), until }
      const kept = await transaction(async (tx) => {
        await tx.deleteFrom('invitations').where('until', '<=', new Date(steady.now()).toISOString()).execute()
        await tx
          .insertInto('invitations')
          .values({ ...invitation, hash: hashOfSecret(secret) })
          .execute()
        return ok(undefined)
      })
      if (!kept.ok) return kept
      await changed(person ? 'invited-again' : 'invited', person ? (known.get(person)?.name ?? '') : invitation.label, person)
      return ok({ invitation, secret })
    },
    invitations: () =>
      db.selectFrom('invitations').select(['id', 'label', 'person', 'at', 'until']).where('until', '>', now()).orderBy('at').execute(),
    async withdraw(id) {
      const found = await db.selectFrom('invitations').select(['label', 'person']).where('id', '=', id).executeTakeFirst()
      const gone = await transaction(async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('invitations').where('id', '=', id).executeTakeFirst()
        return numDeletedRows ? ok(undefined) : invitationUnknown()
      })
      if (gone.ok && found) await changed('withdrawn', found.label, found.person ?? undefined)
      return gone
    },
    async invitation(secret) {
      const found = await invitationOf(secret)
      return found ? ok(found) : invitationUnknown()
    },
    async accept(secret, wanted) {
      const invitation = await invitationOf(secret)
      if (!invitation) return invitationUnknown()
      const strong = acceptable(wanted.password)
      if (!strong.ok) return strong
      const again = invitation.person
      const named = await nameFor(again, tidy(wanted.name))
      if (!named.ok) return named
      const password = await passwords.hash(wanted.password)
      const name = named.value
      const id = again ?? newId<PersonId>()
      const made = await change(async (tx) => {
        // Two who open one link at once: the first has it.
        const { numDeletedRows } = await tx.deleteFrom('invitations').where('id', '=', invitation.id).executeTakeFirst()
        if (!numDeletedRows) return invitationUnknown()
        const taken = await tx.selectFrom('people').select('id').where('folded', '=', folded(name)).where('id', '!=', id).executeTakeFirst()
        if (taken) return fail('name-taken', `${name} is somebody’s name here already. Take another.`, { name })
        const row = { id, role: 'invited', name, folded: folded(name), password, models: 0 as const, at: now() }
        if (again)
          await tx
            .updateTable('people')
            .set({ name, folded: folded(name), password })
            .where('id', '=', id)
            .execute()
        else await tx.insertInto('people').values(row).execute()
        return ok(undefined)
      })
      if (!made.ok) return made
      await changed(again ? 'returned' : 'joined', name, id)
      await tell(id, [{ type: 'credential-changed', change: 'made', kind: 'password', name: '', by: 'self' }])
      if (again) {
        const ended = await endAll(id)
        if (!ended.ok) return ended
      }
      const person = people.get(id)
      return person ? ok(person) : personUnknown()
    },
    async setPassword(id, { name, password, current, but }) {
      const before = known.get(id)
      if (!before) return personUnknown()
      const strong = acceptable(password)
      if (!strong.ok) return strong
      const named = await nameFor(id, tidy(name ?? before.name ?? ''))
      if (!named.ok) return named
      if (before.password !== null) {
        const seconds = guess(before.folded ?? '', 'here')
        if (seconds > 0) return tooMany(seconds)
        if (!(await passwords.fits(current ?? '', before.password))) return fail('password-wrong', 'That is not your present password.')
      }
      const hashed = await passwords.hash(password)
      const row = { name: named.value, folded: folded(named.value), password: hashed }
      const kept = await change(async (tx) => {
        await tx.updateTable('people').set(row).where('id', '=', id).execute()
        return ok(undefined)
      })
      if (!kept.ok) return kept
      await tell(id, [{ type: 'credential-changed', change: 'made', kind: 'password', name: '', by: 'self' }])
      const sessions = credentials.of(id).filter((one) => one.kind === 'session' && one.id !== but)
      for (const one of sessions) {
        const ended = await credentials.revoke(id, { id: one.id })
        if (!ended.ok) return ended
      }
      return ok(people.get(id)!)
    },
    async setModels(person, models) {
      if (known.get(person)?.role !== 'invited') return personUnknown()
      const set = await change(async (tx) => {
        await tx
          .updateTable('people')
          .set({ models: models ? 1 : 0 })
          .where('id', '=', person)
          .execute()
        return ok(undefined)
      })
      if (set.ok) await changed(models ? 'lent' : 'unlent', known.get(person)?.name ?? '', person)
      return set
    },
    async remove(person) {
      const found = known.get(person)
      if (!found) return personUnknown()
      if (found.role === 'owner') return fail('person-owner', 'The owner of the house cannot be removed from it.')
      known.delete(person)
      const ended = await endAll(person)
      const gone = await change(async (tx) => {
        await tx.deleteFrom('invitations').where('person', '=', person).execute()
        await tx.deleteFrom('credentials').where('person', '=', person).execute()
        await tx.deleteFrom('passkeys').where('person', '=', person).execute()
        await tx.deleteFrom('people').where('id', '=', person).execute()
        return ok(undefined)
      })
      if (!gone.ok) return gone
      await changed('removed', found.name ?? '', person)
      return ended.ok ? ok(undefined) : ended
    },
    async signOut(person) {
      const found = known.get(person)
      if (found?.role !== 'invited') return personUnknown()
      const ended = await credentials.revoke(person, { but: null }, 'owner')
      await changed('signed-out', found.name ?? '', person)
      return ended
    },
    backup: database.backup,
    check: database.check,
    close: () => database.close(),
  }
  return ok(people)
}
