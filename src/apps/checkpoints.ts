/**
 * Going back and forth. A checkpoint names a code version, a data sequence and the grants; restoring one writes its
 * records as new versions and makes a new checkpoint, so it is itself something to go back from.
 *
 *   changes and restores     are nodes; each has as parent the node that stood before it
 *   undo                     goes to the parent of the node that stands, redo back to where undo came from
 *   any other change         ends what could be redone; the checkpoints themselves all stay, for restore
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { AppId, CheckpointId } from '../events.ts'
import type { AppSpec, Writer } from '../spec.ts'
import type { Db } from '../store/types.ts'
import {
  type AppRow,
  appRow,
  type CheckpointRow,
  checkpointOf,
  type Grants,
  type Key,
  liveRecords,
  type NewVersion,
  putCheckpoint,
  putGrants,
  putVersions,
  recordsAsOf,
  versionOf,
} from './rows.ts'
import type { Shelf } from './shelf.ts'
import type { Checkpoint } from './types.ts'
import { whatWentBack, wordsFor } from './words.ts'
import { type Live, titleShown } from './writes.ts'

/** Newest first, at most `limit`; `before` is the id of the last one seen. */
export async function listCheckpoints(
  shelf: Shelf,
  app: AppId,
  options: { limit?: number; before?: CheckpointId } = {},
): Promise<Result<Checkpoint[]>> {
  const { db } = shelf.store
  const row = await appRow(db, { person: shelf.person, app })
  if (!row.ok) return row
  let query = db.selectFrom('checkpoints').selectAll().where('person', '=', shelf.person).where('app', '=', app)
  if (row.value.version > 0) query = query.where('version', '>', 0)
  if (options.before !== undefined) {
    const last = await rowById(db, { person: shelf.person, app }, options.before)
    if (!last.ok) return last
    query = query.where('n', '<', last.value.n)
  }
  const rows = await query
    .orderBy('n', 'desc')
    .limit(options.limit ?? 200)
    .execute()
  return ok(rows.map((one) => checkpointOf(one, row.value.checkpoint)))
}

export function restore(shelf: Shelf, app: AppId, id: CheckpointId, by: Writer = 'person'): Promise<Result<Checkpoint>> {
  return move(shelf, app, by, 'restore', async (tx, key, row) => {
    const found = await rowById(tx, key, id)
    return found.ok && found.value.version === 0 && row.version > 0 ? unknown(id) : found
  })
}

/** One step back: 'nothing-to-undo' at the first state. */
export function undo(shelf: Shelf, app: AppId, by: Writer = 'person'): Promise<Result<Checkpoint>> {
  return move(shelf, app, by, 'undo', async (tx, key, row) => {
    const nothing = fail('nothing-to-undo', 'There is nothing to undo.')
    const current = await rowById(tx, key, row.checkpoint)
    const node = current.ok ? await rowById(tx, key, current.value.node) : current
    if (!node.ok) return node
    if (node.value.parent === null) return nothing
    const parent = await rowById(tx, key, node.value.parent)
    // What came before the first published version is the making of it, not a state to go back to.
    return parent.ok && parent.value.version === 0 && row.version > 0 ? nothing : parent
  })
}

/** One step forth again: 'nothing-to-redo' unless the last thing done was an undo. */
export function redo(shelf: Shelf, app: AppId, by: Writer = 'person'): Promise<Result<Checkpoint>> {
  return move(shelf, app, by, 'redo', async (tx, key) => {
    const forth = await redoable(tx, key)
    return forth === null ? fail('nothing-to-redo', 'There is nothing to redo.') : rowById(tx, key, forth)
  })
}

/** The node the next redo goes to: the one that the last undo not yet redone came from. */
async function redoable(tx: Db, { person, app }: Key): Promise<string | null> {
  let owed = 0
  let below: number | null = null
  for (;;) {
    let query = tx.selectFrom('checkpoints').select(['n', 'via', 'node']).where('person', '=', person).where('app', '=', app)
    if (below !== null) query = query.where('n', '<', below)
    const rows = await query.orderBy('n', 'desc').limit(51).execute()
    for (let i = 0; i < rows.length - 1; i++) {
      const row = rows[i]!
      if (row.via !== 'undo' && row.via !== 'redo') return null
      owed += row.via === 'redo' ? 1 : -1
      if (owed < 0) return rows[i + 1]!.node
    }
    if (rows.length < 51) return null
    below = rows[rows.length - 2]!.n
  }
}

const unknown = (id: string) =>
  fail('checkpoint-unknown', `There is no checkpoint ${id.slice(0, 60)} of this app.`, { checkpoint: id.slice(0, 60) })

async function rowById(db: Db, { person, app }: Key, id: string): Promise<Result<CheckpointRow>> {
  if (!/^[a-z0-9]{1,60}$/.test(id)) return unknown(String(id))
  const row = await db
    .selectFrom('checkpoints')
    .selectAll()
    .where('person', '=', person)
    .where('app', '=', app)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? ok(row) : unknown(id)
}

type Via = 'restore' | 'undo' | 'redo'

async function move(
  shelf: Shelf,
  app: AppId,
  by: Writer,
  via: Via,
  target: (tx: Db, key: Key, row: AppRow) => Promise<Result<CheckpointRow>>,
): Promise<Result<Checkpoint>> {
  const key: Key = { person: shelf.person, app }
  let changed: { version: boolean; seq: number; collections: string[] } | undefined
  const result = await shelf.store.transaction(async (tx) => {
    const row = await appRow(tx, key)
    if (!row.ok) return row
    const to = await target(tx, key, row.value)
    if (!to.ok) return to
    const spec = (await versionOf(tx, key, to.value.version))?.spec ?? null
    const versions = await versionsBackTo(shelf, tx, key, row.value.seq, to.value.seq)
    await putVersions(tx, key, versions, null)
    await putGrants(tx, key, JSON.parse(to.value.grants) as Grants, shelf.at())
    const next: AppRow = { ...row.value, version: to.value.version, seq: row.value.seq + versions.length }
    const what = await whatMoved(tx, key, via, row.value, to.value, { spec, versions })
    const made = await putCheckpoint(tx, next, shelf.newId<CheckpointId>(), shelf.at(), {
      what,
      by,
      via,
      restored: to.value.id,
      node: to.value.node,
    })
    changed = {
      version: next.version !== row.value.version,
      seq: next.seq,
      collections: [...new Set(versions.map((one) => one.collection))],
    }
    return ok(checkpointOf(made, made.id))
  })
  if (result.ok && changed) {
    const { version, seq, collections } = changed
    if (version) shelf.announce({ app, what: 'version', seq })
    if (collections.length > 0) shelf.announce({ app, what: 'data', seq, collections })
  }
  return result
}

type Moved = { spec: AppSpec | null; versions: readonly Back[] }

/** An undo of entries says what is so again, one of the app what was undone; a redo and a restore what state it is now. */
async function whatMoved(tx: Db, key: Key, via: Via, row: AppRow, to: CheckpointRow, { spec, versions }: Moved): Promise<string> {
  const spoken = spec ?? { language: 'en', locale: 'en' }
  const words = wordsFor(spoken)
  if (via === 'restore') return words.wentBack(to.what)
  if (via === 'redo') return words.redid(to.what)
  const done = versions.flatMap(({ collection: id, record, deleted, there }) => {
    const collection = spec?.collections.find((one) => one.id === id)
    const did = deleted ? ('delete' as const) : there ? ('update' as const) : ('create' as const)
    return collection ? [{ do: did, title: titleShown(record, collection, spoken.locale) }] : []
  })
  if (row.version === to.version && done.length) return whatWentBack(done, spoken)
  const current = await rowById(tx, key, row.checkpoint)
  const node = current.ok ? await rowById(tx, key, current.value.node) : current
  return words.undid(node.ok ? node.value.what : to.what)
}

/** `there`: the record stands now as well, and otherwise. */
type Back = NewVersion & { there: boolean }

/** New versions that make the records what they were at `seq`. */
async function versionsBackTo(shelf: Shelf, tx: Db, key: Key, present: number, seq: number): Promise<Back[]> {
  const then = new Map((await recordsAsOf(tx, key, seq)).map((one) => [one.record.id, one]))
  const now = new Map((await liveRecords(tx, key)).map((one) => [one.record.id, one]))
  const at = shelf.at()
  const versions: Back[] = []
  const add = (live: Live, deleted: boolean) => {
    const record = { ...live.record, seq: present + versions.length + 1, at, by: 'restore' as const }
    versions.push({ collection: live.collection, record, madeSeq: live.madeSeq, deleted, there: now.has(record.id) })
  }
  for (const [id, live] of now) if (!then.has(id)) add(live, true)
  for (const [id, live] of then) {
    const standing = now.get(id)
    const same =
      standing &&
      standing.collection === live.collection &&
      standing.madeSeq === live.madeSeq &&
      JSON.stringify(standing.record.values) === JSON.stringify(live.record.values)
    if (!same) add(live, false)
  }
  return versions
}
