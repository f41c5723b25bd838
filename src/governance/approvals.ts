/**
 * What waits for a person's word. Something that is not to happen by itself is written down whole, with what a person
 * needs to see, and happens when they say so: once, or not at all.
 *
 *   waiting --approve--> approved     the change and this word are one transaction: both or neither
 *           --decline--> declined
 *           --later----> waiting      until its time is over
 *           --time-----> expired
 *           --changed--> overtaken    what it was about is not what it was, or is asked anew
 *           --edit-----> waiting      as its next revision; a yes to a revision is a yes to no other
 *
 * Covers: two answers at once (one of them finds it decided), an edit beside an answer (one of them finds the other), a process that dies at any moment, an answer too late.
 * Does not cover: what is done on a yes; each kind of approval says that itself (src/approvals.ts).
 */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { LEAP } from '../base/steady.ts'
import type { AppId, ApprovalId, ApprovalKind, ConversationId, PersonId } from '../events.ts'
import type { Tables } from '../store/schema.ts'
import type { Db, Store } from '../store/types.ts'
import type { Changed, Editable } from './changes.ts'

/** Milliseconds that something waits. */
export const WAITS = 7 * 86_400_000

export type State = 'waiting' | 'approved' | 'declined' | 'expired' | 'overtaken'
export type Approval = {
  id: ApprovalId
  kind: ApprovalKind
  state: State
  app: AppId | null
  conversation: ConversationId | null
  /** In the person's language: what it is, and a line each of what they should know. */
  what: string
  lines: string[]
  /** What a yes changes, and what of it may be changed first. */
  changes: Changed[]
  fields: Editable[]
  /** 1, and one more with each edit. */
  revision: number
  /** ISO 8601 UTC. */
  at: string
  until: string
  /** What is done on a yes; its kind knows the shape. */
  body: unknown
}
/** What of an approval is shown and done; an edit replaces all of it. */
export type Content = Pick<Approval, 'what' | 'lines' | 'changes' | 'fields' | 'body'>
export type Asked = Pick<Approval, 'kind' | 'app' | 'conversation' | 'what' | 'lines' | 'body'> & Partial<Content>

export interface Approvals {
  /** What waits already of the same kind about the same app is overtaken by it. */
  ask(asked: Asked): Promise<Result<Approval>>
  get(id: ApprovalId): Promise<Approval | null>
  /** Oldest first; what is over is not among them. */
  waiting(): Promise<Approval[]>
  /** The newest first, whatever became of them. */
  all(limit: number): Promise<Approval[]>
  /**
   * Within a transaction of what it decides. `revision`: the one that was looked at. Fails with 'approval-unknown',
   * 'approval-decided', 'approval-expired' or 'approval-edited' and changes nothing.
   */
  close(tx: Db, id: ApprovalId, state: Exclude<State, 'waiting'>, revision?: number): Promise<Result<Approval>>
  /** Another proposal in place of what waits, if it is still the `revision` that the person looked at; fails as `close` does. */
  edit(id: ApprovalId, revision: number, content: Content): Promise<Result<Approval>>
  /** Those whose time is over since the last time this was asked. */
  sweep(): Promise<Result<Approval[]>>
}

export type ApprovalParts = {
  store: Pick<Store, 'db' | 'transaction'>
  person: PersonId
  clock: Clock
  /** What it is over by (base/steady.ts); the clock, if not given. */
  steady?: Clock
  newId: NewId
}

export function openApprovals({ store, person, clock, steady = clock, newId }: ApprovalParts): Approvals {
  const stamp = (ms: number) => new Date(ms).toISOString()
  const rows = (db: Db) => db.selectFrom('approvals').selectAll().where('person', '=', person)
  const set = (db: Db, id: string, state: State) =>
    db
      .updateTable('approvals')
      .set({ state, decided_at: stamp(clock.now()) })
      .where('person', '=', person)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
  /** What waits, where it may be answered as this revision. */
  const open = async (db: Db, id: ApprovalId, revision: number | undefined, timely: boolean): Promise<Result<[Approval, string]>> => {
    const row = await rows(db).where('id', '=', id).executeTakeFirst()
    if (!row) return fail('approval-unknown', 'There is nothing of that id that waits.')
    const approval = approvalOf(row)
    const { what } = approval
    if (approval.state === 'expired') return expired(approval)
    if (approval.state !== 'waiting') return fail('approval-decided', 'That was decided already; nothing is done twice.', { what })
    if (timely && approval.until <= stamp(steady.now())) return expired(approval)
    if (revision !== undefined && revision !== approval.revision)
      return fail('approval-edited', 'It was edited meanwhile, so nothing was done. Look at it as it is now.', { what })
    return ok([approval, row.body])
  }
  return {
    ask: (asked) =>
      store.transaction(async (tx) => {
        for (const row of await rows(tx).where('state', '=', 'waiting').where('kind', '=', asked.kind).execute())
          if (row.app === asked.app) await set(tx, row.id, 'overtaken')
        const now = clock.now()
        const row: Tables['approvals'] = {
          person,
          id: newId<ApprovalId>(),
          kind: asked.kind,
          state: 'waiting',
          app: asked.app,
          conversation: asked.conversation,
          at: stamp(now),
          until: stamp(now + WAITS),
          decided_at: null,
          body: written(asked, 1),
        }
        await tx.insertInto('approvals').values(row).execute()
        return ok(approvalOf(row))
      }),
    async get(id) {
      const row = await rows(store.db).where('id', '=', id).executeTakeFirst()
      return row ? approvalOf(row) : null
    },
    async waiting() {
      const found = await rows(store.db)
        .where('state', '=', 'waiting')
        .where('until', '>', stamp(steady.now()))
        .orderBy('at')
        .orderBy('id')
        .execute()
      return found.map(approvalOf)
    },
    async all(limit) {
      return (await rows(store.db).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(approvalOf)
    },
    async close(tx, id, state, revision) {
      const found = await open(tx, id, revision, state === 'approved')
      if (!found.ok) return found
      await set(tx, id, state)
      return ok({ ...found.value[0], state })
    },
    edit: (id, revision, content) =>
      store.transaction(async (tx) => {
        const found = await open(tx, id, revision, true)
        if (!found.ok) return found
        const [approval, before] = found.value
        const next = { ...approval, ...content, revision: revision + 1 }
        // Where two databases' transactions see the same row, the second finds it is not what it read.
        const done = await tx
          .updateTable('approvals')
          .set({ body: written(next, next.revision) })
          .where('person', '=', person)
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where('body', '=', before)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n ? ok(next) : fail('approval-edited', 'It was edited meanwhile.', { what: approval.what })
      }),
    sweep: () =>
      store.transaction(async (tx) => {
        const now = steady.now()
        // Asked while the clock was far ahead: it waits as long as any.
        await tx
          .updateTable('approvals')
          .set({ at: stamp(now), until: stamp(now + WAITS) })
          .where('person', '=', person)
          .where('state', '=', 'waiting')
          .where('at', '>', stamp(Math.max(now, clock.now()) + LEAP))
          .execute()
        const over = await rows(tx).where('state', '=', 'waiting').where('until', '<=', stamp(now)).execute()
        for (const { id } of over) await set(tx, id, 'expired')
        return ok(over.map((row) => ({ ...approvalOf(row), state: 'expired' as const })))
      }),
  }
}

const expired = ({ what }: Approval) => fail('approval-expired', 'That waited too long, so nothing was done. Ask for it again.', { what })

const written = (
  { what, lines, changes = [], fields = [], body }: Pick<Content, 'what' | 'lines' | 'body'> & Partial<Content>,
  revision: number,
) => JSON.stringify({ what, lines, changes, fields, revision, body })

/** Those of before there were edits have no revision. */
function approvalOf(row: Tables['approvals']): Approval {
  const { what, lines, changes = [], fields = [], revision = 1, body } = JSON.parse(row.body) as Content & Partial<Approval>
  const { id, kind, state, app, conversation, at, until } = row
  return {
    ...({ id, kind, state, app, conversation } as Pick<Approval, 'id' | 'kind' | 'state' | 'app' | 'conversation'>),
    ...{ at, until, what, lines, changes, fields, revision, body },
  }
}
