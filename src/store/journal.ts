/**
 * The journal: every event of a person, in order, append-only and hash-chained (chain.ts says what that finds). What was said is
 * kept apart from its place in the chain, so that it can be forgotten; that it was is itself an event. Where the chain ends is
 * noted in the same transaction, so that a cut end is found, and the next event goes on from there.
 */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { ok, type Result } from '../base/result.ts'
import type { ConversationId, Envelope, Event, EventBody, EventId, EventType, PersonId, TurnId } from '../events.ts'
import { canonical, sha256 } from './canonical.ts'
import { broken, type End, hashOf, type Link, openChain, type Place, START, type Verdict } from './chain.ts'
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

/** An event and its number in the chain. */
export type Placed = { n: number; event: Event }
export type Onwards = { end: End; events: Placed[] }

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
  /**
   * What a reader that is at `after` (null: at none yet) has to catch up with: events of these types after it, oldest first, and where
   * the chain ends. null where `after` is no place of this chain: what the reader knows is then of another one.
   */
  onwards(person: PersonId, types: readonly EventType[], after: End | null): Promise<Onwards | null>
  /** Events of these types from place `from` to place `until`, both included, oldest first. */
  between(person: PersonId, types: readonly EventType[], from: number, until: number): Promise<Placed[]>
  /** In which turn each was, of those that something is left of. */
  turnsOf(person: PersonId, events: readonly EventId[]): Promise<Map<EventId, TurnId>>
  /** Newest first; without those of which nothing is left. */
  conversations(person: PersonId): Promise<ConversationSummary[]>
  get(person: PersonId, id: EventId): Promise<Event | null>
  /** Events whose content names an id, their own aside. */
  naming(person: PersonId, id: string): Promise<EventId[]>
  /**
   * Deletes what was said in these events, or in all; their places in the chain stay, and one more says that they were forgotten.
   * What says so is not forgotten itself. Answers how many there were.
   */
  forget(person: PersonId, events: readonly EventId[] | 'all'): Promise<Result<number>>
  /** Places after `cursor` (null: from the start), oldest first, at most `limit` (1000). An unknown cursor gives none. */
  places(person: PersonId, cursor: EventId | null, limit?: number): Promise<Link[]>
  end(person: PersonId): Promise<End | undefined>
  /** 'journal-broken' with the number of the first place that does not fit, and why (chain.ts). */
  verify(person: PersonId): Promise<Result<Verdict>>
}

const PAGE = 1000
/** Places that are looked through one by one; for more it is quicker to look for their types. */
const NEAR = 2000
/** Ids in one statement. */
const CHUNK = 500
/** Names events and is no word about what they were. */
const RECORD: EventType = 'events-forgotten'

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
        .where('event', 'not in', records(store.db, person))
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
      const found: Event[] = []
      // By pages, each a few milliseconds: awaiting this database lets nothing else go on.
      for (let before: number | null = null; ; ) {
        const most = Math.min(PAGE, limit - found.length)
        const older = rows(person).select('n').where('type', 'in', types).orderBy('n', 'desc').limit(most)
        const page = await (before === null ? older : older.where('n', '<', before)).execute()
        found.push(...parsed(page))
        if (page.length < most || found.length >= limit) return found
        before = page.at(-1)!.n
        await new Promise((next) => setImmediate(next))
      }
    },
    async onwards(person, types, after) {
      const end = (await endOf(store.db, person)) ?? { n: 0, hash: START }
      if (after && after.n === end.n && after.hash === end.hash) return { end, events: [] }
      if (after && !(await isPlace(store.db, person, after))) return null
      return { end, events: await between(store.db, person, types, (after?.n ?? 0) + 1, end.n) }
    },
    between: (person, types, from, until) => between(store.db, person, types, from, until),
    async turnsOf(person, events) {
      const turns = new Map<EventId, TurnId>()
      for (let at = 0; at < events.length; at += CHUNK) {
        const some = store.db
          .selectFrom('journal')
          .innerJoin('journal_content', (join) =>
            join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
          )
          .select(['id', 'turn'])
          .where('journal.person', '=', person)
          .where('id', 'in', events.slice(at, at + CHUNK))
          .where('turn', 'is not', null)
        for (const { id, turn } of await some.execute()) turns.set(id as EventId, turn as TurnId)
      }
      return turns
    },
    conversations: (person) => conversations(store.db, person),
    async get(person, id) {
      return parsed(await rows(person).where('journal.id', '=', id).execute())[0] ?? null
    },
    forget: (person, events) =>
      store.transaction(async (tx) => {
        const gone = events === 'all' ? await takeAll(tx, person) : await take(tx, person, events)
        if (gone.length) await write(tx, [recordOf(events, gone)], { person }, clock, newId)
        return ok(gone.length)
      }),
    places: (person, cursor, limit = PAGE) => places(store.db, person, cursor, limit),
    end: (person) => endOf(store.db, person),
    verify: (person) => verify(store.db, person),
  }
}

const appendTo = (
  store: Pick<Store, 'transaction'>,
  bodies: readonly EventBody[],
  envelope: Addressed,
  clock: Clock,
  newId: NewId,
): Promise<Result<Event[]>> => store.transaction(async (tx) => ok(await write(tx, bodies, envelope, clock, newId)))

async function write(tx: Db, bodies: readonly EventBody[], envelope: Addressed, clock: Clock, newId: NewId): Promise<Event[]> {
  const { person } = envelope
  // From the noted end and not from the last place: an end that was cut off leaves a gap, and the gap is found.
  const end = await endOf(tx, person)
  let head = end ?? { n: 0, hash: START }
  const made: Event[] = []
  for (const body of bodies) {
    const at = envelope.at ?? new Date(clock.now()).toISOString()
    const event = { ...body, ...envelope, id: (made.length === 0 && envelope.id) || newId<EventId>(), at } as Event
    const salt = newId() + newId()
    const text = canonical(event)
    const place: Omit<Place, 'hash'> = {
      ...{ person, n: head.n + 1, id: event.id, at, type: event.type },
      ...{ conversation: event.conversation ?? null, turn: event.turn ?? null },
      ...{ prev: head.hash, content: sha256(salt + text) },
    }
    const hash = hashOf(place)
    await tx
      .insertInto('journal')
      .values({ ...place, hash })
      .execute()
    await tx.insertInto('journal_content').values({ person, event: event.id, salt, body: text }).execute()
    head = { n: place.n, hash }
    made.push(event)
  }
  const { n, hash } = head
  if (end) await tx.updateTable('journal_ends').set({ n, hash }).where('person', '=', person).execute()
  else await tx.insertInto('journal_ends').values({ person, n, hash }).execute()
  return made
}

const endOf = (db: Db, person: PersonId): Promise<End | undefined> =>
  db.selectFrom('journal_ends').select(['n', 'hash']).where('person', '=', person).executeTakeFirst()

// ---- Catching up -----------------------------------------------------------------------------------------------

const isPlace = async (db: Db, person: PersonId, { n, hash }: End): Promise<boolean> =>
  n === 0 ||
  (await db.selectFrom('journal').select('n').where('person', '=', person).where('n', '=', n).where('hash', '=', hash).execute()).length > 0

async function between(db: Db, person: PersonId, types: readonly EventType[], from: number, until: number): Promise<Placed[]> {
  const found: Placed[] = []
  if (until < from || types.length === 0) return found
  const wanted = new Set<string>(types)
  for (let next = from; next <= until; ) {
    const page = db.selectFrom('journal').select(['n', 'id', 'type']).where('person', '=', person).where('n', '>=', next)
    const all = page.where('n', '<=', until).orderBy('n').limit(PAGE)
    const near = until - next < NEAR
    const rows = await (near ? all : all.where('type', 'in', types)).execute()
    found.push(...(await withContent(db, person, near ? rows.filter(({ type }) => wanted.has(type)) : rows)))
    if (rows.length < PAGE) break
    next = rows.at(-1)!.n + 1
  }
  return found
}

async function withContent(db: Db, person: PersonId, places: readonly { n: number; id: string }[]): Promise<Placed[]> {
  const bodies = new Map<string, string>()
  for (let at = 0; at < places.length; at += CHUNK) {
    const ids = places.slice(at, at + CHUNK).map(({ id }) => id)
    const some = db.selectFrom('journal_content').select(['event', 'body']).where('person', '=', person).where('event', 'in', ids)
    for (const { event, body } of await some.execute()) bodies.set(event, body)
  }
  return places.flatMap(({ n, id }) => {
    const body = bodies.get(id)
    return body === undefined ? [] : [{ n, event: JSON.parse(body) as Event }]
  })
}

// ---- Forgetting ------------------------------------------------------------------------------------------------

const records = (db: Db, person: PersonId) => db.selectFrom('journal').select('id').where('person', '=', person).where('type', '=', RECORD)

async function take(tx: Db, person: PersonId, events: readonly EventId[]): Promise<EventId[]> {
  const gone: EventId[] = []
  for (const event of new Set(events)) {
    const found = tx.deleteFrom('journal_content').where('person', '=', person).where('event', '=', event)
    const { numDeletedRows } = await found.where('event', 'not in', records(tx, person)).executeTakeFirst()
    if (numDeletedRows > 0n) gone.push(event)
  }
  return gone
}

async function takeAll(tx: Db, person: PersonId): Promise<EventId[]> {
  const there = await tx.selectFrom('journal_content').select('event').where('person', '=', person).execute()
  await tx.deleteFrom('journal_content').where('person', '=', person).execute()
  return there.map(({ event }) => event as EventId)
}

const recordOf = (asked: readonly EventId[] | 'all', gone: EventId[]): EventBody =>
  asked === 'all'
    ? { type: 'events-forgotten', count: gone.length, all: true }
    : { type: 'events-forgotten', count: gone.length, events: gone }

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

// ---- Checking --------------------------------------------------------------------------------------------------

async function places(db: Db, person: PersonId, cursor: EventId | null, limit: number): Promise<Link[]> {
  const at =
    cursor === null
      ? { n: 0 }
      : await db.selectFrom('journal').select('n').where('person', '=', person).where('id', '=', cursor).executeTakeFirst()
  return at ? placesAfter(db, person, at.n, limit) : []
}

const placesAfter = (db: Db, person: PersonId, n: number, limit: number): Promise<Link[]> =>
  db
    .selectFrom('journal')
    .leftJoin('journal_content', (join) =>
      join.onRef('journal_content.person', '=', 'journal.person').onRef('journal_content.event', '=', 'journal.id'),
    )
    .selectAll('journal')
    .select(['salt', 'body'])
    .where('journal.person', '=', person)
    .where('n', '>', n)
    .orderBy('n')
    .limit(limit)
    .execute()

async function verify(db: Db, person: PersonId): Promise<Result<Verdict>> {
  const chain = openChain()
  for (let n = 0; ; ) {
    const page = await placesAfter(db, person, n, PAGE)
    for (const link of page) {
      const fits = chain.take(link)
      if (!fits.ok) return fits
      n = link.n
    }
    if (page.length < PAGE) break
  }
  const whole = chain.close(await endOf(db, person))
  return whole.ok ? ((await stray(db, person)) ?? whole) : whole
}

/** What was said at no place of the chain. */
async function stray(db: Db, person: PersonId) {
  const placed = db.selectFrom('journal').select('id').where('person', '=', person)
  const found = db.selectFrom('journal_content').select('event').where('person', '=', person).where('event', 'not in', placed)
  const one = await found.limit(1).executeTakeFirst()
  return one ? broken(0, 'stray', one.event) : null
}
