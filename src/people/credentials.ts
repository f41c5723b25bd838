/**
 * Sessions and API tokens: one kind of thing, kept as the hash of a secret nobody can guess (256 bits), with one way to end any of
 * them (`revoke`), which ends what they opened as well.
 *
 * All of them are in memory, so that recognising one, and noting what it opens, is one step that nothing can come between: what was
 * revoked is never let in, and what was let in before is ended. Covers: a stolen database (the secrets are not in it). Does not
 * cover: a secret that was stolen, until it is revoked or ends.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { LEAP } from '../base/steady.ts'
import type { EventBody, PersonId } from '../events.ts'
import type { Database } from '../store/database.ts'
import type { PeopleTables } from './schema.ts'
import { type Scopes, scopesOf, textOf } from './scopes.ts'

export type Kind = 'session' | 'token'
/** Instants are ISO 8601 UTC; `until` null: it does not end by itself. */
export type Credential = {
  id: string
  person: PersonId
  kind: Kind
  name: string
  scopes: Scopes
  at: string
  until: string | null
  usedAt: string
}
export type NewCredential = Pick<Credential, 'person' | 'kind' | 'name' | 'scopes'> & {
  /** Milliseconds; null: without end. */
  lasts: number | null
}

/** Writes down in a person's own record what was done; it stands already, so where this fails it only says so. */
export type Tell = (person: PersonId, events: readonly EventBody[]) => Promise<void>

export interface Credentials {
  /** The secret is told here, once. */
  make(wanted: NewCredential): Promise<Result<{ credential: Credential; secret: string }>>
  /** What a secret is of, unless it ended; `opened` aborts when it is revoked or ends, and `done` says that nothing is open any more. */
  recognise(kind: Kind, secret: string): { credential: Credential; opened: AbortSignal; done(): void } | null
  /** The newest first. */
  of(person: PersonId): Credential[]
  /**
   * Ends one credential of a person, all, or all but one, and what they opened. They end at once, whether or not the disk takes it;
   * where it does not, the failure says so. Answers how many there were; 'credential-unknown'.
   */
  revoke(person: PersonId, which: { id: string } | { but: string | null }, by?: 'self' | 'owner'): Promise<Result<number>>
}

/** How exactly it is kept when a credential was last used: milliseconds. */
const USED_WITHIN = 300_000
/** A timer cannot wait for longer: milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1

export const newSecret = (): string => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

type Live = { credential: Credential; open: Set<AbortController> }
type Parts = {
  database: Database<PeopleTables>
  clock: Clock /** what they end for good by */
  steady: Clock
  newId: NewId
  complain(error: unknown): void
  tell: Tell
}

export async function openCredentials({ database, clock, steady, newId, complain, tell }: Parts): Promise<Credentials> {
  const live = new Map<string, Live>()
  for (const { hash, scopes, used_at: usedAt, kind, ...row } of await database.db.selectFrom('credentials').selectAll().execute())
    live.set(hash, { credential: { ...row, kind: kind as Kind, scopes: scopesOf(scopes), usedAt }, open: new Set() })
  /** Nobody is let in past the end, whichever clock says so; it goes for good where the time has really come. */
  const ended = ({ until }: Credential) => until !== null && Date.parse(until) <= Math.max(clock.now(), steady.now())
  const isOver = ({ until }: Credential) => until !== null && Date.parse(until) <= steady.now()
  const remove = (ids: readonly string[]) =>
    database.transaction(async (tx) => {
      await tx.deleteFrom('credentials').where('id', 'in', ids).execute()
      return ok(undefined)
    })
  const end = (hash: string, { open }: Live) => {
    live.delete(hash)
    for (const one of open) one.abort()
  }
  const reported = (done: Promise<Result<void>>) => void done.then((kept) => kept.ok || complain(new Error(kept.error.message)), complain)

  /** Made while the clock was far ahead: it lasts as long as it was made for, and no longer. */
  function shortened(credential: Credential): void {
    const now = Math.max(clock.now(), steady.now())
    if (credential.until === null || Date.parse(credential.at) <= now + LEAP) return
    const lasts = Date.parse(credential.until) - Date.parse(credential.at)
    credential.at = new Date(now).toISOString()
    credential.until = new Date(now + lasts).toISOString()
    const { id, at, until } = credential
    reported(
      database.transaction(async (tx) => {
        await tx.updateTable('credentials').set({ at, until }).where('id', '=', id).execute()
        return ok(undefined)
      }),
    )
  }

  function used(credential: Credential): void {
    const now = clock.now()
    if (Math.abs(now - Date.parse(credential.usedAt)) < USED_WITHIN) return
    credential.usedAt = new Date(now).toISOString()
    const { id, usedAt } = credential
    reported(
      database.transaction(async (tx) => {
        await tx.updateTable('credentials').set({ used_at: usedAt }).where('id', '=', id).execute()
        return ok(undefined)
      }),
    )
  }

  return {
    async make({ lasts, ...wanted }) {
      const secret = newSecret()
      const at = new Date(clock.now()).toISOString()
      const until = lasts === null ? null : new Date(clock.now() + lasts).toISOString()
      const credential: Credential = { id: newId(), ...wanted, at, until, usedAt: at }
      const { usedAt: used_at, scopes, ...row } = credential
      const hash = hashOfSecret(secret)
      const kept = await database.transaction(async (tx) => {
        await tx
          .insertInto('credentials')
          .values({ ...row, scopes: textOf(scopes), used_at, hash })
          .execute()
        return ok(undefined)
      })
      if (!kept.ok) return kept
      live.set(hash, { credential, open: new Set() })
      const { person, kind, name } = credential
      const may = kind === 'token' ? { scopes: [...wanted.scopes] } : {}
      await tell(person, [{ type: 'credential-changed', change: 'made', kind, name, ...may, by: 'self' }])
      return ok({ credential, secret })
    },
    recognise(kind, secret) {
      const hash = hashOfSecret(secret)
      const found = live.get(hash)
      if (!found || found.credential.kind !== kind) return null
      const { credential, open } = found
      shortened(credential)
      if (ended(credential) && !isOver(credential)) return null
      if (ended(credential)) {
        end(hash, found)
        reported(remove([credential.id]))
        return null
      }
      used(credential)
      const opened = new AbortController()
      open.add(opened)
      const left = credential.until === null ? null : Date.parse(credential.until) - clock.now()
      const timer = left !== null && left < LONGEST_WAIT ? setTimeout(() => opened.abort(), left).unref() : undefined
      const done = () => {
        clearTimeout(timer)
        open.delete(opened)
      }
      return { credential, opened: opened.signal, done }
    },
    of: (person) =>
      [...live.values()]
        .map(({ credential }) => credential)
        .filter((one) => one.person === person && !ended(one))
        .sort((a, b) => (a.id < b.id ? 1 : -1)),
    async revoke(person, which, by = 'self') {
      const found = [...live].filter(
        ([
          ,
          {
            credential: { id, person: of },
          },
        ]) => of === person && ('id' in which ? id === which.id : id !== which.but),
      )
      if ('id' in which && !found.length) return fail('credential-unknown', 'There is no such session or token.')
      for (const [hash, one] of found) end(hash, one)
      const removed = await remove(found.map(([, { credential }]) => credential.id))
      const told = found.map(
        ([
          ,
          {
            credential: { kind, name },
          },
        ]) => ({ kind, name, by }),
      )
      await tell(
        person,
        told.map((one) => ({ type: 'credential-changed', change: 'ended', ...one })),
      )
      return removed.ok ? ok(found.length) : removed
    },
  }
}
