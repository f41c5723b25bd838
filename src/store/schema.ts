/** Tables, and the numbered steps that make them. Steps are only ever added: a home of any age opens with the newest program. */
import type { Kysely } from 'kysely'
import { canonical, sha256 } from './canonical.ts'
import { hashOf } from './chain.ts'
import type { Step } from './database.ts'

type Flag = 0 | 1

/** JSON columns hold text; instants are ISO 8601 UTC. */
export type Tables = {
  migrations: { number: number; name: string; at: string }
  settings: { person: string; name: string; value: string }
  /** `n` counts per person from 1; `hash` covers the row, `prev` and `content` (a salted hash of what was said). */
  journal: {
    person: string
    n: number
    id: string
    at: string
    type: string
    conversation: string | null
    turn: string | null
    prev: string
    content: string
    hash: string
  }
  /** Kept apart, so that what was said can be forgotten and the chain still verifies. */
  journal_content: { person: string; event: string; salt: string; body: string }
  /** Where the chain of a person ends, written with each event. */
  journal_ends: { person: string; n: number; hash: string }
  /** Before the memory engine; empty since migration 2. */
  memories: { person: string; id: string; text: string; about: string | null; at: string; source: string | null }
  /** `body` is the whole item as JSON. */
  memory_items: { person: string; id: string; learned: string; retired: string | null; source: string | null; body: string }
  /** What an embedder that is dear to ask made of an item or turn: `vector` is base64 of little-endian f32, `digest` of its text. */
  memory_vectors: { person: string; id: string; model: string; dimension: number; digest: string; vector: string }
  /** `id` is that of the episode's first turn; `body` is the whole episode as JSON: vectors and ids of turns, no words. */
  memory_episodes: { person: string; id: string; body: string }
  apps: {
    person: string
    id: string
    status: string
    version: number
    seq: number
    checkpoint: string
    /** Set where the person named it other than its spec does. */
    name: string | null
    pinned: Flag
    folder: string | null
    made_at: string
    used_at: string
    removed_at: string | null
  }
  /** Version 0 is the draft. */
  app_versions: { person: string; app: string; version: number; spec: string; files: string; requests: string; at: string }
  record_versions: {
    person: string
    app: string
    seq: number
    collection: string
    record: string
    values: string
    deleted: Flag
    made_at: string
    made_seq: number
    at: string
    by: string
    because: string | null
  }
  /** The newest version of each record that is not deleted. */
  records: {
    person: string
    app: string
    record: string
    collection: string
    values: string
    seq: number
    made_at: string
    made_seq: number
    at: string
    by: string
  }
  writes: { person: string; app: string; id: string; result: string }
  checkpoints: {
    person: string
    app: string
    n: number
    id: string
    at: string
    version: number
    seq: number
    grants: string
    what: string
    by: string
    restored: string | null
    /** 'change', 'restore', 'undo' or 'redo'. */
    via: string
    /** The change that this state is: itself, or for undo and redo the one gone back to. */
    node: string
    /** The node that this change was made from. */
    parent: string | null
  }
  grants: { person: string; app: string; capability: string; granted: Flag; at: string }
  kept: { person: string; app: string; name: string; value: string }
  /** What waits for a person's word, or waited; `body` is JSON. */
  approvals: {
    person: string
    id: string
    kind: string
    state: string
    app: string | null
    conversation: string | null
    at: string
    until: string
    decided_at: string | null
    body: string
  }
  /**
   * A request to a model. `cost` is what it may cost at most until it is settled, then what it did: nanodollars, as is
   * `refine_cost`, the same tokens at the refine model's prices. `day` is the person's calendar day.
   */
  model_costs: {
    person: string
    id: string
    at: string
    day: string
    app: string | null
    build: string | null
    step: string
    provider: string
    model: string
    /** 'open', 'settled', or 'lost' where the program ended before it was settled. */
    state: string
    input: number
    output: number
    cache_write: number
    cache_read: number
    cost: number
    refine_cost: number
  }
  /** How often a model's work passed its checks, by language and difficulty. */
  model_successes: { person: string; model: string; language: string; difficulty: string; passed: number; failed: number }
}

export type Migration = Step<Tables>

/** What portable column types each table has; `!` after a type is NOT NULL. */
export type Shape = { columns: Record<string, string>; key: string[]; index?: Record<string, string[]> }
type Later =
  | 'migrations'
  | 'memory_items'
  | 'memory_vectors'
  | 'memory_episodes'
  | 'model_costs'
  | 'model_successes'
  | 'approvals'
  | 'journal_ends'
const FIRST: Record<Exclude<keyof Tables, Later>, Shape> = {
  settings: { columns: { person: 'text!', name: 'text!', value: 'text!' }, key: ['person', 'name'] },
  journal: {
    columns: {
      person: 'text!',
      n: 'integer!',
      id: 'text!',
      at: 'text!',
      type: 'text!',
      conversation: 'text',
      turn: 'text',
      prev: 'text!',
      content: 'text!',
      hash: 'text!',
    },
    key: ['person', 'n'],
    index: { journal_turn: ['person', 'turn'], journal_conversation: ['person', 'conversation'], journal_type: ['person', 'type'] },
  },
  journal_content: { columns: { person: 'text!', event: 'text!', salt: 'text!', body: 'text!' }, key: ['person', 'event'] },
  memories: { columns: { person: 'text!', id: 'text!', text: 'text!', about: 'text', at: 'text!', source: 'text' }, key: ['person', 'id'] },
  apps: {
    columns: {
      person: 'text!',
      id: 'text!',
      status: 'text!',
      version: 'integer!',
      seq: 'integer!',
      checkpoint: 'text!',
      name: 'text',
      pinned: 'integer!',
      folder: 'text',
      made_at: 'text!',
      used_at: 'text!',
      removed_at: 'text',
    },
    key: ['person', 'id'],
  },
  app_versions: {
    columns: { person: 'text!', app: 'text!', version: 'integer!', spec: 'text!', files: 'text!', requests: 'text!', at: 'text!' },
    key: ['person', 'app', 'version'],
  },
  record_versions: {
    columns: {
      person: 'text!',
      app: 'text!',
      seq: 'integer!',
      collection: 'text!',
      record: 'text!',
      values: 'text!',
      deleted: 'integer!',
      made_at: 'text!',
      made_seq: 'integer!',
      at: 'text!',
      by: 'text!',
      because: 'text',
    },
    key: ['person', 'app', 'seq'],
    index: { record_versions_record: ['person', 'app', 'record', 'seq'] },
  },
  records: {
    columns: {
      person: 'text!',
      app: 'text!',
      record: 'text!',
      collection: 'text!',
      values: 'text!',
      seq: 'integer!',
      made_at: 'text!',
      made_seq: 'integer!',
      at: 'text!',
      by: 'text!',
    },
    key: ['person', 'app', 'record'],
    index: { records_collection: ['person', 'app', 'collection', 'made_seq'] },
  },
  writes: { columns: { person: 'text!', app: 'text!', id: 'text!', result: 'text!' }, key: ['person', 'app', 'id'] },
  checkpoints: {
    columns: {
      person: 'text!',
      app: 'text!',
      n: 'integer!',
      id: 'text!',
      at: 'text!',
      version: 'integer!',
      seq: 'integer!',
      grants: 'text!',
      what: 'text!',
      by: 'text!',
      restored: 'text',
      via: 'text!',
      node: 'text!',
      parent: 'text',
    },
    key: ['person', 'app', 'n'],
    index: { checkpoints_id: ['person', 'app', 'id'] },
  },
  grants: {
    columns: { person: 'text!', app: 'text!', capability: 'text!', granted: 'integer!', at: 'text!' },
    key: ['person', 'app', 'capability'],
  },
  kept: { columns: { person: 'text!', app: 'text!', name: 'text!', value: 'text!' }, key: ['person', 'app', 'name'] },
}

export async function create<T>(db: Kysely<T>, tables: Record<string, Shape>): Promise<void> {
  for (const [table, { columns, key, index }] of Object.entries(tables)) {
    let make = db.schema.createTable(table)
    for (const [name, type] of Object.entries(columns)) {
      const kind = type.startsWith('integer') ? ('bigint' as const) : ('text' as const)
      make = make.addColumn(name, kind, (column) => (type.endsWith('!') ? column.notNull() : column))
    }
    await make.addPrimaryKeyConstraint(`${table}_key`, key as never).execute()
    for (const [name, over] of Object.entries(index ?? {})) await db.schema.createIndex(name).on(table).columns(over).execute()
  }
}

async function first(db: Kysely<Tables>): Promise<void> {
  await create(db, FIRST)
  await db.schema.createIndex('journal_id').unique().on('journal').columns(['person', 'id']).execute()
}

const SECOND: Record<'memory_items', Shape> = {
  memory_items: {
    columns: { person: 'text!', id: 'text!', learned: 'text!', retired: 'text', source: 'text', body: 'text!' },
    key: ['person', 'id'],
    index: { memory_items_source: ['person', 'source'] },
  },
}

/** What was asked to be remembered becomes facts of the engine. */
async function second(db: Kysely<Tables>): Promise<void> {
  await create(db, SECOND)
  for (const { person, id, text, at, source } of await db.selectFrom('memories').selectAll().execute()) {
    const item = {
      ...{ id, kind: 'fact', text, language: 'en', domain: 'other', subject: 'me', attribute: null, value: null, single: false },
      ...{ from: null, until: null, confidence: 1, importance: 0.8, privacy: 'personal', expires: null, learned: at, retired: null },
      ...{ supersededBy: null, source, conversation: null, provenance: 'asked', pinned: false, usedAt: null, uses: 0 },
    }
    await db
      .insertInto('memory_items')
      .values({ person, id, learned: at, retired: null, source, body: JSON.stringify(item) })
      .execute()
  }
  await db.deleteFrom('memories').execute()
}

const THIRD: Record<'memory_vectors', Shape> = {
  memory_vectors: {
    columns: { person: 'text!', id: 'text!', model: 'text!', dimension: 'integer!', digest: 'text!', vector: 'text!' },
    key: ['person', 'id', 'model'],
    index: { memory_vectors_model: ['person', 'model'] },
  },
}

const FOURTH: Record<'memory_episodes', Shape> = {
  memory_episodes: { columns: { person: 'text!', id: 'text!', body: 'text!' }, key: ['person', 'id'] },
}

const FIFTH: Record<'model_costs' | 'model_successes', Shape> = {
  model_costs: {
    columns: {
      person: 'text!',
      id: 'text!',
      at: 'text!',
      day: 'text!',
      app: 'text',
      build: 'text',
      step: 'text!',
      provider: 'text!',
      model: 'text!',
      state: 'text!',
      input: 'integer!',
      output: 'integer!',
      cache_write: 'integer!',
      cache_read: 'integer!',
      cost: 'integer!',
      refine_cost: 'integer!',
    },
    key: ['person', 'id'],
    index: {
      model_costs_day: ['person', 'day', 'cost'],
      model_costs_app: ['person', 'app', 'cost'],
      model_costs_build: ['person', 'build', 'cost'],
      model_costs_state: ['person', 'state'],
    },
  },
  model_successes: {
    columns: { person: 'text!', model: 'text!', language: 'text!', difficulty: 'text!', passed: 'integer!', failed: 'integer!' },
    key: ['person', 'model', 'language', 'difficulty'],
  },
}

const SIXTH: Record<'approvals', Shape> = {
  approvals: {
    columns: {
      person: 'text!',
      id: 'text!',
      kind: 'text!',
      state: 'text!',
      app: 'text',
      conversation: 'text',
      at: 'text!',
      until: 'text!',
      decided_at: 'text',
      body: 'text!',
    },
    key: ['person', 'id'],
    index: { approvals_state: ['person', 'state'] },
  },
}

const SEVENTH: Record<'journal_ends', Shape> = {
  journal_ends: { columns: { person: 'text!', n: 'integer!', hash: 'text!' }, key: ['person'] },
}

/** What was forgotten before a record was kept of it gets its record here, as one place more in the chain. */
async function seventh(db: Kysely<Tables>): Promise<void> {
  await create(db, SEVENTH)
  const lasts = db
    .selectFrom('journal')
    .select(({ fn }) => ['person', fn.max<number>('n').as('n'), fn.max<string>('at').as('at')])
    .groupBy('person')
  for (const { person, n, at } of await lasts.execute()) {
    const of = db.selectFrom('journal').select(['id', 'hash']).where('person', '=', person)
    const { hash } = await of.where('n', '=', n).executeTakeFirstOrThrow()
    const kept = db.selectFrom('journal_content').select('event').where('person', '=', person)
    const { length: count } = await of.where('id', 'not in', kept).execute()
    let end = { person, n, hash }
    if (count) {
      const id = sha256(hash).slice(0, 22)
      const salt = sha256(id).slice(0, 44)
      const body = canonical({ type: 'events-forgotten', count, all: true, id, at, person })
      const of = { conversation: null, turn: null, prev: hash, content: sha256(salt + body) }
      const place = { person, n: n + 1, id, at, type: 'events-forgotten', ...of }
      end = { person, n: n + 1, hash: hashOf(place) }
      await db
        .insertInto('journal')
        .values({ ...place, hash: end.hash })
        .execute()
      await db.insertInto('journal_content').values({ person, event: id, salt, body }).execute()
    }
    await db.insertInto('journal_ends').values(end).execute()
  }
}

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'the first tables', up: first },
  { number: 2, name: 'items of the memory engine', up: second },
  { number: 3, name: 'vectors of chosen embedders', up: (db) => create(db, THIRD) },
  { number: 4, name: 'episodes of the memory engine', up: (db) => create(db, FOURTH) },
  { number: 5, name: 'what models cost, and how often their work passed', up: (db) => create(db, FIFTH) },
  { number: 6, name: 'what waits for a person', up: (db) => create(db, SIXTH) },
  { number: 7, name: 'where the journal ends', up: seventh },
]
