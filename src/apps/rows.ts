/** Rows of apps, records and checkpoints: what data.ts, checkpoints.ts and apps.ts read and write inside a transaction. */
import { fail, ok, type Result } from '../base/result.ts'
import type { AppId, CheckpointId, EventId, PersonId } from '../events.ts'
import type { AppFiles, AppSpec, Capability, Rec, Writer } from '../spec.ts'
import type { Tables } from '../store/schema.ts'
import type { Db } from '../store/types.ts'
import type { Checkpoint } from './types.ts'
import type { Live, Version } from './writes.ts'

export type AppRow = Tables['apps']
export type CheckpointRow = Tables['checkpoints']
/** Whose app it is about. */
export type Key = { person: PersonId; app: AppId }

/** SQLite binds at most 32,766 values a statement; the widest row has 14. */
const CHUNK = 1000

export function chunks<T>(list: readonly T[], size = CHUNK): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}

export const unknownApp = (app: string): Result<never> =>
  fail('app-unknown', `There is no app ${app.slice(0, 60)}; it may have been removed.`, { app: app.slice(0, 60) })

/** The app's row, unless it is removed. */
export async function appRow(db: Db, { person, app }: Key): Promise<Result<AppRow>> {
  const row = await db.selectFrom('apps').selectAll().where('person', '=', person).where('id', '=', app).executeTakeFirst()
  return row && row.status !== 'removed' ? ok(row) : unknownApp(app)
}

export type VersionContent = { spec: AppSpec; files: AppFiles; requests: string[] }

export async function versionOf(db: Db, { person, app }: Key, version: number): Promise<VersionContent | null> {
  const row = await db
    .selectFrom('app_versions')
    .select(['spec', 'files', 'requests'])
    .where('person', '=', person)
    .where('app', '=', app)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? { spec: JSON.parse(row.spec), files: JSON.parse(row.files), requests: JSON.parse(row.requests) } : null
}

export async function putVersion(db: Db, key: Key, version: number, content: VersionContent, at: string): Promise<void> {
  await db.deleteFrom('app_versions').where('person', '=', key.person).where('app', '=', key.app).where('version', '=', version).execute()
  const { spec, files, requests } = content
  await db
    .insertInto('app_versions')
    .values({ ...key, version, spec: JSON.stringify(spec), files: JSON.stringify(files), requests: JSON.stringify(requests), at })
    .execute()
}

// ---- Records -----------------------------------------------------------------------------------------------

type RecordRow = Pick<Tables['records'], 'record' | 'values' | 'seq' | 'made_at' | 'at' | 'by'>

export const recOf = (row: RecordRow): Rec => ({
  id: row.record,
  values: JSON.parse(row.values),
  seq: row.seq,
  createdAt: row.made_at,
  at: row.at,
  by: row.by as Writer,
})

const liveOf = (row: RecordRow & { collection: string; made_seq: number }): Live => ({
  collection: row.collection,
  record: recOf(row),
  madeSeq: row.made_seq,
})

/** Live records of an app, of one collection if given, in the order they were made. */
export async function liveRecords(db: Db, { person, app }: Key, collection?: string): Promise<Live[]> {
  let query = db.selectFrom('records').selectAll().where('person', '=', person).where('app', '=', app)
  if (collection !== undefined) query = query.where('collection', '=', collection)
  return (await query.orderBy('made_seq').execute()).map(liveOf)
}

export async function liveById(db: Db, { person, app }: Key, ids: readonly string[]): Promise<Map<string, Live>> {
  const found = new Map<string, Live>()
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('records')
      .selectAll()
      .where('person', '=', person)
      .where('app', '=', app)
      .where('record', 'in', some)
      .execute()
    for (const row of rows) found.set(row.record, liveOf(row))
  }
  return found
}

/** The records as they were after version `seq`. */
export async function recordsAsOf(db: Db, { person, app }: Key, seq: number): Promise<Live[]> {
  const rows = await db
    .selectFrom('record_versions as version')
    .innerJoin(
      db
        .selectFrom('record_versions')
        .select(({ fn }) => ['record', fn.max<number>('seq').as('last')])
        .where('person', '=', person)
        .where('app', '=', app)
        .where('seq', '<=', seq)
        .groupBy('record')
        .as('newest'),
      (join) => join.onRef('newest.record', '=', 'version.record').onRef('newest.last', '=', 'version.seq'),
    )
    .selectAll('version')
    .where('version.person', '=', person)
    .where('version.app', '=', app)
    .where('version.deleted', '=', 0)
    .orderBy('version.made_seq')
    .execute()
  return rows.map(liveOf)
}

export async function countRecords(db: Db, { person, app }: Key): Promise<number> {
  const row = await db
    .selectFrom('records')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person', '=', person)
    .where('app', '=', app)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

export type NewVersion = Pick<Version, 'collection' | 'record' | 'madeSeq' | 'deleted'>

/** Adds versions and brings the present up to date with them. */
export async function putVersions(db: Db, { person, app }: Key, versions: readonly NewVersion[], because: EventId | null): Promise<void> {
  const rows = versions.map(({ collection, record, madeSeq, deleted }) => ({
    person,
    app,
    record: record.id,
    collection,
    values: JSON.stringify(record.values),
    seq: record.seq,
    made_at: record.createdAt,
    made_seq: madeSeq,
    at: record.at,
    by: record.by,
    deleted: (deleted ? 1 : 0) as 0 | 1,
    because,
  }))
  for (const some of chunks(rows)) await db.insertInto('record_versions').values(some).execute()
  // Of several versions of one record only the last is the present.
  const last = new Map(rows.map((row) => [row.record, row]))
  for (const some of chunks([...last.keys()]))
    await db.deleteFrom('records').where('person', '=', person).where('app', '=', app).where('record', 'in', some).execute()
  const present = [...last.values()].filter((row) => !row.deleted).map(({ deleted: _, because: __, ...row }) => row)
  for (const some of chunks(present)) await db.insertInto('records').values(some).execute()
}

// ---- Grants and checkpoints --------------------------------------------------------------------------------

export type Grants = Partial<Record<Capability, boolean>>

export async function grantsOf(db: Db, { person, app }: Key): Promise<Grants> {
  const rows = await db
    .selectFrom('grants')
    .select(['capability', 'granted'])
    .where('person', '=', person)
    .where('app', '=', app)
    .orderBy('capability')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.capability, row.granted === 1]))
}

export async function putGrants(db: Db, { person, app }: Key, grants: Grants, at: string): Promise<void> {
  await db.deleteFrom('grants').where('person', '=', person).where('app', '=', app).execute()
  for (const [capability, granted] of Object.entries(grants)) {
    await db
      .insertInto('grants')
      .values({ person, app, capability, granted: granted ? 1 : 0, at })
      .execute()
  }
}

export type NewCheckpoint = {
  what: string
  by: Writer
  via: 'change' | 'restore' | 'undo' | 'redo'
  restored?: string | null /** for undo and redo: the change gone back to */
  node?: string
}

/** Writes the next checkpoint of the state that the app's row (as given) and grants are in, and points the app at it. */
export async function putCheckpoint(db: Db, row: AppRow, id: CheckpointId, at: string, made: NewCheckpoint): Promise<CheckpointRow> {
  const key: Key = { person: row.person as PersonId, app: row.id as AppId }
  const last = await db
    .selectFrom('checkpoints')
    .select(['n', 'node'])
    .where('person', '=', key.person)
    .where('app', '=', key.app)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  const moves = made.via === 'undo' || made.via === 'redo'
  const checkpoint: CheckpointRow = {
    ...key,
    n: (last?.n ?? 0) + 1,
    id,
    at,
    version: row.version,
    seq: row.seq,
    grants: JSON.stringify(await grantsOf(db, key)),
    what: made.what,
    by: made.by,
    restored: made.restored ?? null,
    via: made.via,
    node: moves ? made.node! : id,
    parent: moves ? null : (last?.node ?? null),
  }
  await db.insertInto('checkpoints').values(checkpoint).execute()
  await db
    .updateTable('apps')
    .set({ version: row.version, seq: row.seq, checkpoint: id, used_at: at, status: row.status, name: row.name })
    .where('person', '=', key.person)
    .where('id', '=', key.app)
    .execute()
  return checkpoint
}

export const checkpointOf = (row: CheckpointRow, current: string): Checkpoint => ({
  id: row.id as CheckpointId,
  app: row.app as AppId,
  at: row.at,
  version: row.version,
  seq: row.seq,
  what: row.what,
  by: row.by as Writer,
  restored: row.restored as CheckpointId | null,
  current: row.id === current,
})
