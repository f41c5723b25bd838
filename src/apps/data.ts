/** The stored data of one app. What a write may do is decided in writes.ts; here it is carried out in one transaction. */
import { fail, ok, type Result } from '../base/result.ts'
import type { AppId, CheckpointId, EventId } from '../events.ts'
import type { AppSpec, Rec, Writer } from '../spec.ts'
import type { Db } from '../store/types.ts'
import {
  type AppRow,
  appRow,
  chunks,
  countRecords,
  type Key,
  liveById,
  liveRecords,
  putCheckpoint,
  putVersions,
  recordsAsOf,
  unknownApp,
  versionOf,
} from './rows.ts'
import { firstOfEach, outcome, together } from './scratch.ts'
import type { Shelf } from './shelf.ts'
import type { AppData, Change, Given, Write, Written } from './types.ts'
import { whatWasWritten } from './words.ts'
import { KEPT_BYTES, keptBytes, keptFull, mentioned, plan, titleShown, unknownCollection, type Version } from './writes.ts'

export function storedData(shelf: Shelf, app: AppId): AppData {
  return new StoredData(shelf, app)
}

class StoredData implements AppData {
  readonly app: AppId
  private readonly shelf: Shelf
  private readonly key: Key
  constructor(shelf: Shelf, app: AppId) {
    this.shelf = shelf
    this.app = app
    this.key = { person: shelf.person, app }
  }

  async spec(): Promise<AppSpec> {
    const row = await appRow(this.shelf.store.db, this.key)
    const spec = row.ok ? await specOf(this.shelf, this.shelf.store.db, row.value) : null
    if (!spec) throw new Error(`there is no app ${this.app}: ask apps.get before its data`)
    return spec
  }

  async records(collection: string, options: { asOf?: number } = {}): Promise<Result<Rec[]>> {
    const { db } = this.shelf.store
    const row = await appRow(db, this.key)
    if (!row.ok) return row
    const spec = await specOf(this.shelf, db, row.value)
    if (!spec?.collections.some((one) => one.id === collection)) return unknownCollection(collection)
    if (options.asOf === undefined) return ok((await liveRecords(db, this.key, collection)).map((one) => one.record))
    const then = await recordsAsOf(db, this.key, options.asOf)
    return ok(then.filter((one) => one.collection === collection).map((one) => one.record))
  }

  async write(writes: Write[], by: Writer, because?: EventId, given: Given = {}): Promise<Result<Written>> {
    let fresh: Version[] = []
    const result = await this.shelf.store.transaction(async (tx) => {
      const also = (await given.also?.(tx)) ?? ok(undefined)
      if (!also.ok) return also
      for (const { collection, record, seq } of given.seen ?? []) {
        const found = (await liveRecords(tx, this.key, collection)).find((one) => one.record.id === record)
        if (found?.record.seq !== seq) return fail('record-moved', 'An entry was changed meanwhile.', { record })
      }
      const done = await writeIn(this.shelf, tx, this.key, writes, by, because ?? null)
      if (!done.ok) return done
      fresh = done.value.fresh
      return ok(done.value.written)
    })
    if (result.ok && fresh.length > 0) {
      this.shelf.announce({
        app: this.app,
        what: 'data',
        seq: result.value.seq,
        collections: [...new Set(fresh.map((one) => one.collection))],
      })
    }
    return result
  }

  async kept(): Promise<Record<string, string>> {
    return Object.fromEntries(await this.keeping(this.shelf.store.db))
  }

  keep(key: string, value: string | null): Promise<Result<void>> {
    return this.shelf.store.transaction(async (tx) => {
      const row = await appRow(tx, this.key)
      if (!row.ok) return row
      const next = new Map(await this.keeping(tx))
      if (value === null) next.delete(key)
      else next.set(key, value)
      if (keptBytes(next) > KEPT_BYTES) return keptFull()
      // As JSON, so that any string of the frame's can be kept, halves of characters and U+0000 too.
      const name = JSON.stringify(key)
      const own = tx.deleteFrom('kept').where('person', '=', this.key.person).where('app', '=', this.app)
      await own.where('name', '=', name).execute()
      if (value !== null)
        await tx
          .insertInto('kept')
          .values({ ...this.key, name, value: JSON.stringify(value) })
          .execute()
      return ok(undefined)
    })
  }

  onChange(listener: (change: Change) => void): () => void {
    return this.shelf.listen((change) => {
      if (change.app === this.app) listener(change)
    })
  }

  private async keeping(db: Db): Promise<[string, string][]> {
    const rows = await db
      .selectFrom('kept')
      .select(['name', 'value'])
      .where('person', '=', this.key.person)
      .where('app', '=', this.app)
      .orderBy('name')
      .execute()
    return rows.map((row) => [JSON.parse(row.name), JSON.parse(row.value)])
  }
}

/** The spec of the version an app is at. Published versions never change, so they are parsed once. */
export async function specOf(shelf: Shelf, db: Db, row: AppRow): Promise<AppSpec | null> {
  const name = `${row.id}/${row.version}`
  const known = shelf.specs.get(name)
  if (known) return known
  const content = await versionOf(db, { person: shelf.person, app: row.id as AppId }, row.version)
  if (content && row.version > 0) {
    if (shelf.specs.size > 200) shelf.specs.clear()
    shelf.specs.set(name, content.spec)
  }
  return content?.spec ?? null
}

type WriteOptions = { what?: string /** seeds and imports may leave required fields empty */; lenient?: boolean }

/** `write` inside a transaction that does more besides. */
export async function writeIn(
  shelf: Shelf,
  tx: Db,
  key: Key,
  writes: readonly Write[],
  by: Writer,
  because: EventId | null,
  options: WriteOptions = {},
): Promise<Result<{ written: Written; fresh: Version[]; row: AppRow }>> {
  const found = await appRow(tx, key)
  if (!found.ok) return found
  const row = found.value
  const spec = await specOf(shelf, tx, row)
  if (!spec) return unknownApp(key.app)
  const before = await earlier(tx, key, writes)
  const fresh = firstOfEach(writes).filter((write) => !before.has(write.id))
  const planned = plan(fresh, {
    spec: options.lenient ? lenient(spec) : spec,
    by,
    known: await liveById(tx, key, mentioned(spec, fresh)),
    count: await countRecords(tx, key),
    seq: row.seq,
    at: shelf.at(),
    newId: shelf.newId,
    now: shelf.now(),
  })
  if (!planned.ok) return planned
  const versions = planned.value
  if (versions.length === 0) {
    const parts = writes.flatMap((write) => before.get(write.id) ?? [])
    return ok({ written: together(parts, { seq: row.seq, checkpoint: row.checkpoint as CheckpointId }), fresh: [], row })
  }
  await putVersions(tx, key, versions, because)
  const next: AppRow = { ...row, seq: row.seq + versions.length }
  const checkpoint = shelf.newId<CheckpointId>()
  await putCheckpoint(tx, next, checkpoint, shelf.at(), { what: options.what ?? describe(spec, versions, by), by, via: 'change' })
  const results = new Map(before)
  for (const version of versions) results.set(version.write, { records: [outcome(version)], seq: next.seq, checkpoint })
  await remember(tx, key, versions, results)
  const written = together(
    writes.map((write) => results.get(write.id)!),
    { seq: next.seq, checkpoint },
  )
  return ok({ written, fresh: versions, row: { ...next, checkpoint } })
}

const lenient = (spec: AppSpec): AppSpec => ({
  ...spec,
  collections: spec.collections.map((one) => ({ ...one, fields: one.fields.map((field) => ({ ...field, required: false })) })),
})

/** What was answered to writes of these ids before. */
async function earlier(tx: Db, { person, app }: Key, writes: readonly Write[]): Promise<Map<string, Written>> {
  const found = new Map<string, Written>()
  const ids = writes.map((write) => write.id).filter((id) => typeof id === 'string' && !id.includes('\0'))
  for (const some of chunks([...new Set(ids)])) {
    const rows = await tx
      .selectFrom('writes')
      .select(['id', 'result'])
      .where('person', '=', person)
      .where('app', '=', app)
      .where('id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.id, JSON.parse(row.result) as Written)
  }
  return found
}

async function remember(tx: Db, key: Key, versions: readonly Version[], results: ReadonlyMap<string, Written>): Promise<void> {
  const rows = versions.map((version) => ({ ...key, id: version.write, result: JSON.stringify(results.get(version.write)) }))
  for (const some of chunks(rows)) await tx.insertInto('writes').values(some).execute()
}

function describe(spec: AppSpec, versions: readonly Version[], by: Writer): string {
  const several = spec.collections.filter(({ hidden }) => !hidden).length > 1
  const done = versions.map((version) => {
    const collection = spec.collections.find((one) => one.id === version.collection)
    const title = collection ? titleShown(version.record, collection, spec.locale) : ''
    return { do: version.do, collection: (several && collection?.label) || '', title }
  })
  return whatWasWritten(done, by, spec)
}
