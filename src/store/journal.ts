/**
 * The journal: every event of a person, in order, append-only and hash-chained.
 *
 *   content(n) = sha256(salt(n) + canonical(event n))
 *   hash(n)    = sha256(canonical([person, n, id, at, type, conversation, turn, prev, content]))     prev = hash(n - 1)
 *
 * Covers: an event changed, left out, put in or moved is found by `verify`. Does not cover: events cut off at the
 * end (compare `head` with one noted elsewhere), or somebody who rewrites the whole file and every hash in it.
 * Forgetting deletes content and salt; the hashes stay, say nothing about the content, and still verify.
 */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { ConversationId, Envelope, Event, EventBody, EventId, EventType, PersonId, TurnId } from '../events.ts'
import { canonical, sha256 } from './canonical.ts'
import type { Tables } from './schema.ts'
import type { Db, Store } from './types.ts'

/** Who an event is of and where it belongs; id and time are given by the journal unless they are there. */
export type Addressed = Omit<Envelope, 'id' | 'at'> & Partial<Pick<Envelope, 'id' | 'at'>>

export type ConversationSummary = {
  id: ConversationId
  /** Its first message, cut to one line; '' where that was forgotten. */
  title: string
  startedAt: string
  lastAt: string
  messages: number
}

export interface Journal {
  append(body: EventBody, envelope: Addressed): Promise<Result<Event>>
  /** Several at once, with one fsync; all or none. */
  appendAll(bodies: readonly EventBody[], envelope: Omit<Addressed, 'id'>): Promise<Result<Event[]>>
  /** Events after `cursor` (null: from the start), oldest first, at most `limit` (1000). An unknown cursor gives none. */
  since(person: PersonId, cursor: EventId | null, limit?: number): Promise<Event[]>
  byTurn(person: PersonId, turn: TurnId): Promise<Event[]>
  /** Oldest first; the last `limit` of them, if given. */
  byConversation(person: PersonId, conversation: ConversationId, limit?: number): Promise<Event[]>
  /** Newest first, at most `limit` (1000). */
  byType(person: PersonId, types: readonly EventType[], limit?: number): Promise<Event[]>
  /** Newest first; without those of which nothing is left. */
  conversations(person: PersonId): Promise<ConversationSummary[]>
  get(person: PersonId, id: EventId): Promise<Event | null>
  /** Events whose content names an id, their own aside. */
  naming(person: PersonId, id: string): Promise<EventId[]>
  /** Deletes what was said in these events; their places in the chain stay. Answers how many there were. */
  forget(person: PersonId, events: readonly EventId[]): Promise<Result<number>>
  /** 'journal-broken' with the first event that does not fit. */
  verify(person: PersonId): Promise<Result<{ events: number; forgotten: number; head: string }>>
}

const START = '0'.repeat(64)
const PAGE = 1000

type Row = Tables['journal']

export function openJournal(store: Pick<Store, 'db' | 'transaction'>, { clock, newId }: { clock: Clock; newId: NewId }): Journal {
  const rows = (person: PersonId) =>
    store.db
      .selectFrom('journal')
      .innerJoin('journal_content', (join) =>
        join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
      )
      .select('body')
      .where('journal.person', '=', person)
  const parsed = (found: { body: string }[]): Event[] => found.map((row) => JSON.parse(row.body) as Event)

  return {
    async append(body, envelope) {
      const all = await appendTo(store, [body], envelope, clock, newId)
      return all.ok ? ok(all.value[0]!) : all
    },
    appendAll: (bodies, envelope) => appendTo(store, bodies, envelope, clock, newId),

    async naming(person, id) {
      const found = await store.db
        .selectFrom('journal_content')
        .select('event')
        .where('person', '=', person)
        .where('event', '!=', id)
        .where('body', 'like', `%"${id}"%`)
        .execute()
      return found.map(({ event }) => event as EventId)
    },

    async since(person, cursor, limit = PAGE) {
      const at =
        cursor === null
          ? { n: 0 }
          : await store.db.selectFrom('journal').select('n').where('person', '=', person).where('id', '=', cursor).executeTakeFirst()
      if (!at) return []
      return parsed(await rows(person).where('n', '>', at.n).orderBy('n').limit(limit).execute())
    },
    async byTurn(person, turn) {
      return parsed(await rows(person).where('turn', '=', turn).orderBy('n').execute())
    },
    async byConversation(person, conversation, limit) {
      const query = rows(person).where('conversation', '=', conversation)
      if (limit === undefined) return parsed(await query.orderBy('n').execute())
      return parsed(await query.orderBy('n', 'desc').limit(limit).execute()).reverse()
    },
    async byType(person, types, limit = PAGE) {
      if (types.length === 0) return []
      return parsed(await rows(person).where('type', 'in', types).orderBy('n', 'desc').limit(limit).execute())
    },
    conversations: (person) => conversations(store.db, person),
    async get(person, id) {
      return parsed(await rows(person).where('journal.id', '=', id).execute())[0] ?? null
    },
    forget: (person, events) =>
      store.transaction(async (tx) => {
        let count = 0
        for (const event of events) {
          const gone = await tx.deleteFrom('journal_content').where('person', '=', person).where('event', '=', event).executeTakeFirst()
          count += Number(gone.numDeletedRows)
        }
        return ok(count)
      }),
    verify: (person) => verify(store.db, person),
  }
}

const hashOf = (row: Omit<Row, 'hash'>): string =>
  sha256(canonical([row.person, row.n, row.id, row.at, row.type, row.conversation, row.turn, row.prev, row.content]))

function appendTo(
  store: Pick<Store, 'transaction'>,
  bodies: readonly EventBody[],
  envelope: Addressed,
  clock: Clock,
  newId: NewId,
): Promise<Result<Event[]>> {
  return store.transaction(async (tx) => {
    const last = await tx
      .selectFrom('journal')
      .select(['n', 'hash'])
      .where('person', '=', envelope.person)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst()
    let head = last ?? { n: 0, hash: START }
    const made: Event[] = []
    for (const body of bodies) {
      const at = envelope.at ?? new Date(clock.now()).toISOString()
      const event = { ...body, ...envelope, id: (made.length === 0 && envelope.id) || newId<EventId>(), at } as Event
      const salt = newId() + newId()
      const text = canonical(event)
      const row: Omit<Row, 'hash'> = {
        person: event.person,
        n: head.n + 1,
        id: event.id,
        at,
        type: event.type,
        conversation: event.conversation ?? null,
        turn: event.turn ?? null,
        prev: head.hash,
        content: sha256(salt + text),
      }
      const hash = hashOf(row)
      await tx
        .insertInto('journal')
        .values({ ...row, hash })
        .execute()
      await tx.insertInto('journal_content').values({ person: event.person, event: event.id, salt, body: text }).execute()
      head = { n: row.n, hash }
      made.push(event)
    }
    return ok(made)
  })
}

async function conversations(db: Db, person: PersonId): Promise<ConversationSummary[]> {
  const left = db
    .selectFrom('journal')
    .innerJoin('journal_content', (join) =>
      join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
    )
    .select('conversation')
    .where('journal.person', '=', person)
    .where('conversation', 'is not', null)
  const found = await db
    .selectFrom('journal')
    .select(({ fn }) => [
      'conversation',
      fn.min<number>('n').as('first'),
      fn.countAll<number>().as('messages'),
      fn.min<string>('at').as('started'),
    ])
    .where('person', '=', person)
    .where('type', '=', 'message-received')
    .where('conversation', 'is not', null)
    .where('conversation', 'in', left)
    .groupBy('conversation')
    .execute()
  if (found.length === 0) return []
  const ends = await db
    .selectFrom('journal')
    .select(({ fn }) => ['conversation', fn.max<string>('at').as('last'), fn.max<number>('n').as('n')])
    .where('person', '=', person)
    .where('conversation', 'is not', null)
    .groupBy('conversation')
    .execute()
  const titles = await db
    .selectFrom('journal')
    .innerJoin('journal_content', (join) =>
      join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
    )
    .select(['n', 'body'])
    .where('journal.person', '=', person)
    .where(
      'n',
      'in',
      db
        .selectFrom('journal')
        .select(({ fn }) => fn.min<number>('n').as('n'))
        .where('person', '=', person)
        .where('type', '=', 'message-received')
        .where('conversation', 'is not', null)
        .groupBy('conversation'),
    )
    .execute()
  const lastOf = new Map(ends.map((row) => [row.conversation, row]))
  const titleOf = new Map(titles.map((row) => [row.n, row.body]))
  return found
    .map((row) => ({ row, end: lastOf.get(row.conversation) }))
    .sort((a, b) => (b.end?.n ?? 0) - (a.end?.n ?? 0))
    .map(({ row, end }) => ({
      id: row.conversation as ConversationId,
      title: title(titleOf.get(row.first)),
      startedAt: row.started,
      lastAt: end?.last ?? row.started,
      messages: Number(row.messages),
    }))
}

function title(body: string | undefined): string {
  if (body === undefined) return ''
  const { text } = JSON.parse(body) as { text?: unknown }
  const line = typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : ''
  return [...line.slice(0, 200)].slice(0, 80).join('') + ([...line.slice(0, 200)].length > 80 ? '…' : '')
}

async function verify(db: Db, person: PersonId): Promise<Result<{ events: number; forgotten: number; head: string }>> {
  let prev = START
  let n = 0
  let forgotten = 0
  const broken = (id: string, why: string) =>
    fail('journal-broken', `The journal does not fit together at event ${id}: ${why}.`, { event: id, why })
  for (;;) {
    const page = await db
      .selectFrom('journal')
      .leftJoin('journal_content', (join) =>
        join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
      )
      .selectAll('journal')
      .select(['salt', 'body'])
      .where('journal.person', '=', person)
      .where('n', '>', n)
      .orderBy('n')
      .limit(PAGE)
      .execute()
    for (const { salt, body, hash, ...row } of page) {
      if (row.n !== n + 1) return broken(row.id, `it is number ${row.n}, and number ${n + 1} is missing`)
      if (row.prev !== prev) return broken(row.id, 'it does not follow from the one before')
      if (hashOf(row) !== hash) return broken(row.id, 'its row was changed')
      if (body === null) forgotten++
      else if (sha256(salt + body) !== row.content) return broken(row.id, 'its content was changed')
      prev = hash
      n = row.n
    }
    if (page.length < PAGE) return ok({ events: n, forgotten, head: prev })
  }
}
