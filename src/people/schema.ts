/** What the house knows of its people: who they are and how they get in. What is theirs is in their own home. */
import type { PersonId } from '../events.ts'
import type { Step } from '../store/database.ts'
import { create, type Shape } from '../store/schema.ts'

/** Instants are ISO 8601 UTC. */
export type PeopleTables = {
  migrations: { number: number; name: string; at: string }
  /** `folded` is what a name is found by; `password` is of passwords.ts. Both are null until the owner sets them. */
  people: {
    id: PersonId
    role: string
    name: string | null
    folded: string | null
    password: string | null
    /** Whether they may use the models of the house. */
    models: 0 | 1
    at: string
  }
  /** Sessions and API tokens: `hash` is SHA-256 of the secret, in hexadecimal; `scopes` with spaces between. */
  credentials: {
    id: string
    person: PersonId
    kind: string
    hash: string
    name: string
    scopes: string
    at: string
    until: string | null
    used_at: string
  }
  /** `id` and `public_key` in base64url. */
  passkeys: { id: string; person: PersonId; name: string; public_key: string; counter: number; at: string; used_at: string }
  /** One-time links. `person`: whom it lets in anew, with a new password; null: somebody new. */
  invitations: { id: string; hash: string; label: string; person: PersonId | null; at: string; until: string }
}

const FIRST: Record<Exclude<keyof PeopleTables, 'migrations' | 'passkeys'>, Shape> = {
  people: {
    columns: { id: 'text!', role: 'text!', name: 'text', folded: 'text', password: 'text', models: 'integer!', at: 'text!' },
    key: ['id'],
  },
  credentials: {
    columns: {
      id: 'text!',
      person: 'text!',
      kind: 'text!',
      hash: 'text!',
      name: 'text!',
      scopes: 'text!',
      at: 'text!',
      until: 'text',
      used_at: 'text!',
    },
    key: ['id'],
    index: { credentials_person: ['person'] },
  },
  invitations: {
    columns: { id: 'text!', hash: 'text!', label: 'text!', person: 'text', at: 'text!', until: 'text!' },
    key: ['id'],
  },
}

const SECOND: Record<'passkeys', Shape> = {
  passkeys: {
    columns: { id: 'text!', person: 'text!', name: 'text!', public_key: 'text!', counter: 'integer!', at: 'text!', used_at: 'text!' },
    key: ['id'],
    index: { passkeys_person: ['person'] },
  },
}

export const PEOPLE_MIGRATIONS: readonly Step<PeopleTables>[] = [
  {
    number: 1,
    name: 'people, how they get in, and invitations',
    async up(db) {
      await create(db, FIRST)
      await db.schema.createIndex('people_folded').unique().on('people').column('folded').execute()
    },
  },
  { number: 2, name: 'passkeys', up: (db) => create(db, SECOND) },
]
