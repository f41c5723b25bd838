/**
 * Passkeys (W3C Web Authentication, level 3), checked by @simplewebauthn/server, which is loaded when one is first used. The public
 * key is kept; the private one never leaves the device that unlocks it. Covers: an answer to another question, asked twice, or for
 * another site; a device that was not unlocked by its owner. Does not cover: what make of device it is (none is asked for).
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Clock } from '../base/clock.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Database } from '../store/database.ts'
import type { Tell } from './credentials.ts'
import type { PeopleTables } from './schema.ts'

/** `id` is the one the device gave, in base64url. Instants are ISO 8601 UTC. */
export type Passkey = { id: string; person: PersonId; name: string; at: string; usedAt: string }
/** Where it is used: the origin of the page, whose host name a passkey belongs to. */
export type Site = { origin: string; host: string }
export type { AuthenticationResponseJSON, RegistrationResponseJSON }

export interface Passkeys {
  /** Whether anybody has one. */
  any(): boolean
  /** The newest first. */
  of(person: PersonId): Passkey[]
  /** What the browser asks the device for a new one. */
  asking(person: { id: PersonId; name: string | null }, site: Site): Promise<PublicKeyCredentialCreationOptionsJSON>
  /** Fails with 'passkey-wrong'. */
  add(person: PersonId, name: string, answer: RegistrationResponseJSON, site: Site): Promise<Result<Passkey>>
  /** What the browser asks the device of whoever comes. */
  entering(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON>
  /** Whose it is. Fails with 'passkey-wrong'. */
  enter(answer: AuthenticationResponseJSON, site: Site): Promise<Result<PersonId>>
  /** One of a person's, or all. Fails with 'credential-unknown'. */
  remove(person: PersonId, id: string | 'all'): Promise<Result<void>>
}

/** How long a question may be answered, and how many are open at once: milliseconds. */
const ASKED_FOR = 300_000
const MOST_ASKED = 1000

const library = () => import('@simplewebauthn/server')
const wrong = () => fail('passkey-wrong', 'That passkey does not fit here. Try again, or come in another way.')

export async function openPasskeys({
  database,
  clock,
  tell,
}: {
  database: Database<PeopleTables>
  clock: Clock
  tell: Tell
}): Promise<Passkeys> {
  type Row = PeopleTables['passkeys']
  const rows = new Map<string, Row>()
  for (const row of await database.db.selectFrom('passkeys').selectAll().execute()) rows.set(row.id, row)
  const shown = ({ id, person, name, at, used_at: usedAt }: Row): Passkey => ({ id, person, name, at, usedAt })
  const now = () => new Date(clock.now()).toISOString()

  /** What was asked, and of whom; null of whoever comes. */
  const asked = new Map<string, { person: PersonId | null; until: number }>()
  const ask = (challenge: string, person: PersonId | null) => {
    asked.set(challenge, { person, until: clock.now() + ASKED_FOR })
    if (asked.size > MOST_ASKED) asked.delete(asked.keys().next().value!)
  }
  /** Whether this was asked; it is not asked twice. */
  const answered = (person: PersonId | null) => (challenge: string) => {
    const found = asked.get(challenge)
    asked.delete(challenge)
    return found !== undefined && found.person === person && found.until > clock.now()
  }
  const keep = async (row: Row): Promise<Result<void>> => {
    const kept = await database.transaction(async (tx) => {
      await tx.deleteFrom('passkeys').where('id', '=', row.id).execute()
      await tx.insertInto('passkeys').values(row).execute()
      return ok(undefined)
    })
    if (kept.ok) rows.set(row.id, row)
    return kept
  }

  return {
    any: () => rows.size > 0,
    of: (person) =>
      [...rows.values()]
        .filter((row) => row.person === person)
        .map(shown)
        .reverse(),
    async asking({ id, name }, { host }) {
      const { generateRegistrationOptions } = await library()
      const options = await generateRegistrationOptions({
        rpName: 'Open Macaron',
        rpID: host,
        userName: name ?? 'Open Macaron',
        userID: new TextEncoder().encode(id),
        attestationType: 'none',
        excludeCredentials: [...rows.values()].filter(({ person }) => person === id).map((row) => ({ id: row.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      ask(options.challenge, id)
      return options
    },
    async add(person, name, answer, { origin, host }) {
      const { verifyRegistrationResponse } = await library()
      const expected = { expectedChallenge: answered(person), expectedOrigin: origin, expectedRPID: host }
      const checked = await verifyRegistrationResponse({ response: answer, ...expected }).catch(() => null)
      if (!checked?.verified) return wrong()
      const { id, publicKey, counter } = checked.registrationInfo.credential
      // One that is another's already stays theirs.
      if (rows.has(id)) return wrong()
      const at = now()
      const row: Row = { id, person, name, public_key: Buffer.from(publicKey).toString('base64url'), counter, at, used_at: at }
      const kept = await keep(row)
      if (!kept.ok) return kept
      await tell(person, [{ type: 'credential-changed', change: 'made', kind: 'passkey', name, by: 'self' }])
      return ok(shown(row))
    },
    async entering({ host }) {
      const { generateAuthenticationOptions } = await library()
      const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' })
      ask(options.challenge, null)
      return options
    },
    async enter(answer, { origin, host }) {
      const { verifyAuthenticationResponse } = await library()
      const row = rows.get(answer.id)
      if (!row) return wrong()
      const credential = { id: row.id, publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')), counter: row.counter }
      const expected = { expectedChallenge: answered(null), expectedOrigin: origin, expectedRPID: host, credential }
      const checked = await verifyAuthenticationResponse({ response: answer, ...expected }).catch(() => null)
      // It may have been taken away in the meantime.
      if (!checked?.verified || !rows.has(row.id)) return wrong()
      const kept = await keep({ ...row, counter: checked.authenticationInfo.newCounter, used_at: now() })
      return kept.ok ? ok(row.person) : kept
    },
    async remove(person, id) {
      const found = [...rows.values()].filter((row) => row.person === person && (id === 'all' || row.id === id))
      if (id !== 'all' && !found.length) return fail('credential-unknown', 'There is no such session or token.')
      for (const row of found) rows.delete(row.id)
      const gone = await database.transaction(async (tx) => {
        for (const row of found) await tx.deleteFrom('passkeys').where('id', '=', row.id).execute()
        return ok(undefined)
      })
      await tell(
        person,
        found.map(({ name }) => ({ type: 'credential-changed', change: 'ended', kind: 'passkey', name, by: 'self' })),
      )
      return gone
    },
  }
}
