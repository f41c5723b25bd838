/**
 * The apps of one person: made as drafts, published as versions, kept with their data, gone back to.
 *
 *   draft ──saveDraft──> draft ──publish──> published ──publish──> published      remove: kept 30 days, recover
 *
 * Each publish is one transaction: spec, files, migrated data, permissions and a checkpoint, or nothing.
 */
import type { Clock } from '../base/clock.ts'
import { wallClock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import type { Now } from '../base/language/types.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { AppId, CheckpointId, EventId, PersonId } from '../events.ts'
import type { AppFiles, AppSpec, Capability, Rec, SpecEdit, Value, Writer } from '../spec.ts'
import type { Db, Store } from '../store/types.ts'
import { listCheckpoints, redo, restore, undo } from './checkpoints.ts'
import { incoherences } from './coherence.ts'
import { specOf, storedData, writeIn } from './data.ts'
import { liveLine } from './line.ts'
import { applyEdits, type MigrationStep, migrateValues, stepsBetween, type Unconverted, unconverted } from './migrate.ts'
import {
  type AppRow,
  appRow,
  type Grants,
  grantsOf,
  type Key,
  liveRecords,
  type NewVersion,
  putCheckpoint,
  putGrants,
  putVersion,
  putVersions,
  unknownApp,
  type VersionContent,
  versionOf,
} from './rows.ts'
import { openShelf, type Shelf } from './shelf.ts'
import type { AppData, AppState, AppSummary, Change, Checkpoint, Write } from './types.ts'
import { clean, parseValue } from './values.ts'
import { quoted, wordsFor } from './words.ts'
import { seedsOf, seedWrites } from './writes.ts'

/** Days that a removed app can come back. */
export const KEPT_DAYS = 30

export type Publishing = {
  spec: AppSpec
  files: AppFiles
  requests: string[]
  /** What led to this spec; for the record only, the data is migrated by what changed between the specs. */
  edits?: readonly SpecEdit[]
  /** For the list of checkpoints, in the app's language: “Added Rating”. */
  what: string
  because?: EventId
  by?: Writer
}
export type Published = {
  version: number
  checkpoint: CheckpointId
  seq: number /** values that did not fit their new field; they stay in history */
  unconverted: Unconverted[]
}

export type BroughtIn = { spec: AppSpec; files: AppFiles; requests: string[]; data: Record<string, Rec[]> }

export interface Apps {
  /** A new app with no source yet; its seeds are there to be seen. */
  draft(spec: AppSpec, request: string): Promise<Result<AppId>>
  /** What the first frame shows, before it is checked. Only the draft: a published version stays as it is. */
  saveDraft(app: AppId, spec: AppSpec, files: AppFiles): Promise<Result<void>>
  /** `also`: what is done in the same transaction before it; its failure leaves everything as it was. */
  publish(app: AppId, content: Publishing, also?: (tx: Db) => Promise<Result<unknown>>): Promise<Result<Published>>
  /** `applyEdits`, then publish with the `files` that `write` makes of the edited spec. */
  publishEdit(
    app: AppId,
    edit: {
      edits: readonly SpecEdit[]
      write: (spec: AppSpec) => AppFiles
      requests: string[]
      what: string
      because?: EventId
      by?: Writer
    },
  ): Promise<Result<Published & { spec: AppSpec }>>
  /** An app from elsewhere, with its records: published at once as version 1. */
  bringIn(content: BroughtIn): Promise<Result<AppId>>
  /** Pinned first, then by last use. */
  list(now: Now): Promise<AppSummary[]>
  get(app: AppId): Promise<Result<AppState>>
  /** Which version each is at, of those that are not removed. */
  versions(): Promise<Map<AppId, number>>
  /** Source of a version there was. */
  version(app: AppId, version: number): Promise<Result<VersionContent>>
  patch(app: AppId, change: { pinned?: boolean; folder?: string | null; name?: string | null }): Promise<Result<void>>
  /** Notes that it was opened. */
  used(app: AppId): Promise<Result<void>>
  remove(app: AppId): Promise<Result<void>>
  removed(): Promise<{ id: AppId; name: string; icon: string; removedAt: string }[]>
  recover(app: AppId): Promise<Result<void>>
  /** Deletes for good what was removed more than 30 days ago. Answers how many. */
  sweep(): Promise<Result<number>>
  data(app: AppId): AppData
  checkpoints(app: AppId, options?: { limit?: number; before?: CheckpointId }): Promise<Result<Checkpoint[]>>
  restore(app: AppId, checkpoint: CheckpointId, by?: Writer): Promise<Result<Checkpoint>>
  undo(app: AppId, by?: Writer): Promise<Result<Checkpoint>>
  redo(app: AppId, by?: Writer): Promise<Result<Checkpoint>>
  grants(app: AppId): Promise<Result<Grants>>
  /** Only what the app's spec asks for can be granted. */
  grant(
    app: AppId,
    capability: Capability,
    granted: boolean,
    also?: (tx: Db) => Promise<Result<unknown>>,
  ): Promise<Result<Checkpoint['id']>>
  onChange(listener: (change: Change) => void): () => void
}

export type AppsOptions = {
  clock: Clock
  /** What is gone for good by it (base/steady.ts); the clock, if not given. */
  steady?: Clock
  newId: NewId
  person: PersonId
  /** The person's day and clock, for defaults such as today; the server's time zone if not given. */
  now?: () => { date: string; time: string }
}

export function openApps(store: Store, options: AppsOptions): Apps {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const shelf = openShelf({ store, steady: options.clock, ...options, now: options.now ?? (() => wallClock(options.clock.now(), zone)) })
  return new StoredApps(shelf)
}

class StoredApps implements Apps {
  private readonly shelf: Shelf
  private readonly lines = new Map<AppId, { of: string; line: string }>()
  constructor(shelf: Shelf) {
    this.shelf = shelf
  }

  data = (app: AppId): AppData => storedData(this.shelf, app)
  checkpoints: Apps['checkpoints'] = (app, options) => listCheckpoints(this.shelf, app, options)
  restore: Apps['restore'] = (app, checkpoint, by) => restore(this.shelf, app, checkpoint, by)
  undo: Apps['undo'] = (app, by) => undo(this.shelf, app, by)
  redo: Apps['redo'] = (app, by) => redo(this.shelf, app, by)
  onChange: Apps['onChange'] = (listener) => this.shelf.listen(listener)

  draft(spec: AppSpec, request: string): Promise<Result<AppId>> {
    return this.shelf.store.transaction(async (tx) => {
      const app = this.shelf.newId<AppId>()
      await this.addApp(tx, app)
      await putVersion(tx, this.key(app), 0, { spec, files: {}, requests: [request] }, this.shelf.at())
      const seeded = await this.seed(tx, app, spec)
      return seeded.ok ? ok(app) : seeded
    })
  }

  saveDraft(app: AppId, spec: AppSpec, files: AppFiles): Promise<Result<void>> {
    return this.shelf.store.transaction(async (tx) => {
      const row = await appRow(tx, this.key(app))
      if (!row.ok) return row
      const draft = await versionOf(tx, this.key(app), 0)
      await putVersion(tx, this.key(app), 0, { spec, files, requests: draft?.requests ?? [] }, this.shelf.at())
      if (row.value.version > 0 || !draft) return ok(undefined)
      const migrated = await this.migrate(tx, row.value, draft.spec, spec)
      return migrated.ok ? this.point(tx, migrated.value.row) : migrated
    })
  }

  async publish(app: AppId, content: Publishing, also?: (tx: Db) => Promise<Result<unknown>>): Promise<Result<Published>> {
    const wrong = incoherences(content.spec)
    if (wrong.length > 0)
      return fail('spec-incoherent', `The app does not hold together: ${wrong.slice(0, 3).join('; ')}.`, {
        problem: wrong.slice(0, 3).join('; '),
      })
    const result = await this.shelf.store.transaction(async (tx) => {
      const done = await also?.(tx)
      return done && !done.ok ? done : this.publishIn(tx, app, content)
    })
    if (result.ok) this.shelf.announce({ app, what: 'version', seq: result.value.seq })
    return result
  }

  async publishEdit(app: AppId, edit: Parameters<Apps['publishEdit']>[1]): Promise<Result<Published & { spec: AppSpec }>> {
    const current = await this.get(app)
    if (!current.ok) return current
    const applied = applyEdits(current.value.spec, edit.edits)
    if (!applied.ok) return applied
    const { spec } = applied.value
    const published = await this.publish(app, { ...edit, spec, files: edit.write(spec) })
    return published.ok ? ok({ ...published.value, spec }) : published
  }

  async bringIn({ spec, files, requests, data }: BroughtIn): Promise<Result<AppId>> {
    const wrong = incoherences(spec)
    if (wrong.length > 0)
      return fail('spec-incoherent', `The app does not hold together: ${wrong.slice(0, 3).join('; ')}.`, {
        problem: wrong.slice(0, 3).join('; '),
      })
    return this.shelf.store.transaction(async (tx) => {
      const app = this.shelf.newId<AppId>()
      await this.addApp(tx, app)
      await putVersion(tx, this.key(app), 0, { spec, files, requests }, this.shelf.at())
      const written = await this.bringRecords(tx, app, spec, data)
      if (!written.ok) return written
      const what = quoted(spec.name, spec.language)
      const published = await this.publishIn(tx, app, { spec, files, requests, what, by: 'import' })
      return published.ok ? ok(app) : published
    })
  }

  async list(now: Now): Promise<AppSummary[]> {
    const { db } = this.shelf.store
    const rows = await db
      .selectFrom('apps')
      .selectAll()
      .where('person', '=', this.shelf.person)
      .where('status', '!=', 'removed')
      .orderBy('pinned', 'desc')
      .orderBy('used_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const summaries: AppSummary[] = []
    for (const row of rows) {
      const spec = await specOf(this.shelf, db, row)
      if (!spec) continue
      const id = row.id as AppId
      summaries.push({
        id,
        name: row.name ?? spec.name,
        icon: spec.icon,
        accent: spec.look.accent,
        version: row.version,
        pinned: row.pinned === 1,
        folder: row.folder,
        usedAt: row.used_at,
        line: await this.lineOf(row, spec, now),
      })
    }
    return summaries
  }

  async get(app: AppId): Promise<Result<AppState>> {
    const { db } = this.shelf.store
    const found = await appRow(db, this.key(app))
    if (!found.ok) return found
    const row = found.value
    const content = await versionOf(db, this.key(app), row.version)
    if (!content) return unknownApp(app)
    return ok({
      id: app,
      person: this.shelf.person,
      version: row.version,
      ...content,
      seq: row.seq,
      checkpoint: row.checkpoint as CheckpointId,
      status: row.status as AppState['status'],
    })
  }

  async versions(): Promise<Map<AppId, number>> {
    const rows = this.shelf.store.db.selectFrom('apps').select(['id', 'version']).where('person', '=', this.shelf.person)
    const there = await rows.where('status', '!=', 'removed').execute()
    return new Map(there.map(({ id, version }) => [id as AppId, version]))
  }

  async version(app: AppId, version: number): Promise<Result<VersionContent>> {
    const row = await appRow(this.shelf.store.db, this.key(app))
    if (!row.ok) return row
    const content = Number.isSafeInteger(version) ? await versionOf(this.shelf.store.db, this.key(app), version) : null
    return content ? ok(content) : fail('version-unknown', `There is no version ${version} of this app.`, { version })
  }

  patch(app: AppId, change: Parameters<Apps['patch']>[1]): Promise<Result<void>> {
    const line = (text: string | null | undefined) => (text ? clean(text, false).slice(0, 120) || null : null)
    return this.change(app, {
      ...(change.pinned !== undefined && { pinned: change.pinned ? (1 as const) : (0 as const) }),
      ...(change.folder !== undefined && { folder: line(change.folder) }),
      ...(change.name !== undefined && { name: line(change.name) }),
    })
  }

  used = (app: AppId): Promise<Result<void>> => this.change(app, { used_at: this.shelf.at() })

  async remove(app: AppId): Promise<Result<void>> {
    const done = await this.change(app, { status: 'removed', removed_at: this.shelf.at() })
    if (done.ok) this.shelf.announce({ app, what: 'removed', seq: 0 })
    return done
  }

  async removed(): Promise<{ id: AppId; name: string; icon: string; removedAt: string }[]> {
    const { db } = this.shelf.store
    const rows = await db
      .selectFrom('apps')
      .selectAll()
      .where('person', '=', this.shelf.person)
      .where('status', '=', 'removed')
      .orderBy('removed_at', 'desc')
      .execute()
    const found: { id: AppId; name: string; icon: string; removedAt: string }[] = []
    for (const row of rows) {
      const spec = await specOf(this.shelf, db, row)
      if (spec) found.push({ id: row.id as AppId, name: row.name ?? spec.name, icon: spec.icon, removedAt: row.removed_at ?? '' })
    }
    return found
  }

  recover(app: AppId): Promise<Result<void>> {
    return this.shelf.store.transaction(async (tx) => {
      const key = this.key(app)
      const row = await tx
        .selectFrom('apps')
        .selectAll()
        .where('person', '=', key.person)
        .where('id', '=', app)
        .where('status', '=', 'removed')
        .executeTakeFirst()
      if (!row) return unknownApp(app)
      await tx
        .updateTable('apps')
        .set({ status: row.version > 0 ? 'published' : 'draft', removed_at: null, used_at: this.shelf.at() })
        .where('person', '=', key.person)
        .where('id', '=', app)
        .execute()
      return ok(undefined)
    })
  }

  sweep(): Promise<Result<number>> {
    const before = new Date(this.shelf.steady.now() - KEPT_DAYS * 86_400_000).toISOString()
    return this.shelf.store.transaction(async (tx) => {
      const { person } = this.shelf
      const gone = await tx
        .selectFrom('apps')
        .select('id')
        .where('person', '=', person)
        .where('status', '=', 'removed')
        .where('removed_at', '<', before)
        .execute()
      for (const { id } of gone) {
        for (const table of ['app_versions', 'record_versions', 'records', 'writes', 'checkpoints', 'grants', 'kept'] as const) {
          await tx.deleteFrom(table).where('person', '=', person).where('app', '=', id).execute()
        }
        await tx.deleteFrom('apps').where('person', '=', person).where('id', '=', id).execute()
      }
      return ok(gone.length)
    })
  }

  async grants(app: AppId): Promise<Result<Grants>> {
    const row = await appRow(this.shelf.store.db, this.key(app))
    return row.ok ? ok(await grantsOf(this.shelf.store.db, this.key(app))) : row
  }

  grant(app: AppId, capability: Capability, granted: boolean, also?: (tx: Db) => Promise<Result<unknown>>): Promise<Result<CheckpointId>> {
    return this.shelf.store.transaction(async (tx) => {
      const done = await also?.(tx)
      if (done && !done.ok) return done
      const row = await appRow(tx, this.key(app))
      if (!row.ok) return row
      const spec = await specOf(this.shelf, tx, row.value)
      if (!spec) return unknownApp(app)
      if (granted && !spec.capabilities.includes(capability))
        return fail('capability-unknown', `This app does not ask for ${capability}.`, { capability })
      const grants = await grantsOf(tx, this.key(app))
      await putGrants(tx, this.key(app), { ...grants, [capability]: granted }, this.shelf.at())
      const words = wordsFor(spec)
      const what = (granted ? words.allowed : words.denied)(words.capabilities[capability])
      const id = this.shelf.newId<CheckpointId>()
      await putCheckpoint(tx, row.value, id, this.shelf.at(), { what, by: 'person', via: 'change' })
      return ok(id)
    })
  }

  // ---- Parts of a transaction ------------------------------------------------------------------------------

  private key = (app: AppId): Key => ({ person: this.shelf.person, app })

  private async addApp(tx: Db, app: AppId): Promise<void> {
    const at = this.shelf.at()
    await tx
      .insertInto('apps')
      .values({
        person: this.shelf.person,
        id: app,
        status: 'draft',
        version: 0,
        seq: 0,
        checkpoint: '',
        name: null,
        pinned: 0,
        folder: null,
        made_at: at,
        used_at: at,
        removed_at: null,
      })
      .execute()
  }

  private async seed(tx: Db, app: AppId, spec: AppSpec): Promise<Result<void>> {
    const writes = seedWrites(spec, seedsOf(spec), this.shelf.newId)
    const what = wordsFor(spec).seeded
    const written = await writeIn(this.shelf, tx, this.key(app), writes, 'app', null, { lenient: true, what })
    if (!written.ok) return written
    // Even an empty app has a state that it can be said to be in.
    if (writes.length === 0)
      await putCheckpoint(tx, written.value.row, this.shelf.newId<CheckpointId>(), this.shelf.at(), { what, by: 'app', via: 'change' })
    return ok(undefined)
  }

  private async publishIn(tx: Db, app: AppId, content: Publishing): Promise<Result<Published>> {
    const key = this.key(app)
    const found = await appRow(tx, key)
    if (!found.ok) return found
    const before = await versionOf(tx, key, found.value.version)
    if (!before) return unknownApp(app)
    const migrated = await this.migrate(tx, found.value, before.spec, content.spec, content.because ?? null)
    if (!migrated.ok) return migrated
    const newest = await tx
      .selectFrom('app_versions')
      .select(({ fn }) => fn.max<number>('version').as('version'))
      .where('person', '=', key.person)
      .where('app', '=', app)
      .executeTakeFirst()
    const version = (newest?.version ?? 0) + 1
    const { spec, files, requests } = content
    await putVersion(tx, key, version, { spec, files, requests }, this.shelf.at())
    await putGrants(tx, key, stillAsked(await grantsOf(tx, key), spec), this.shelf.at())
    const renamed = before.spec.name !== spec.name
    const next: AppRow = { ...migrated.value.row, version, status: 'published', name: renamed ? null : found.value.name }
    const checkpoint = this.shelf.newId<CheckpointId>()
    await putCheckpoint(tx, next, checkpoint, this.shelf.at(), {
      what: clean(content.what, false).slice(0, 300),
      by: content.by ?? 'agent',
      via: 'change',
    })
    return ok({ version, checkpoint, seq: next.seq, unconverted: migrated.value.unconverted })
  }

  /** Takes the data from one spec to the next. */
  private async migrate(
    tx: Db,
    row: AppRow,
    before: AppSpec,
    after: AppSpec,
    because: EventId | null = null,
  ): Promise<Result<{ row: AppRow; unconverted: Unconverted[] }>> {
    const key = this.key(row.id as AppId)
    // A draft that nobody wrote to starts over with the seeds of the new spec.
    if (row.version === 0 && JSON.stringify(before.collections) !== JSON.stringify(after.collections) && (await this.untouched(tx, key)))
      return this.startOver(tx, row, after)
    const steps = stepsBetween(before, after)
    if (steps.length === 0) return ok({ row, unconverted: [] })
    const live = await liveRecords(tx, key)
    const lost: Unconverted[] = []
    const versions: NewVersion[] = []
    const at = this.shelf.at()
    for (const one of live) {
      const collection = after.collections.find((other) => other.id === one.collection)
      if (!collection) continue
      const migrated = migrateValues(one.record.values, one.collection, steps)
      lost.push(...migrated.lost.map((value) => unconverted(collection, one.record, value)))
      if (JSON.stringify(migrated.values) === JSON.stringify(one.record.values)) continue
      const record: Rec = { ...one.record, values: migrated.values, seq: row.seq + versions.length + 1, at, by: 'migration' }
      versions.push({ collection: one.collection, record, madeSeq: one.madeSeq, deleted: false })
    }
    const seeded = this.newSeeds(after, steps, live, row.seq + versions.length, at)
    await putVersions(tx, key, [...versions, ...seeded], because)
    return ok({ row: { ...row, seq: row.seq + versions.length + seeded.length }, unconverted: lost })
  }

  private newSeeds(
    spec: AppSpec,
    steps: readonly MigrationStep[],
    live: Awaited<ReturnType<typeof liveRecords>>,
    seq: number,
    at: string,
  ): NewVersion[] {
    const fresh = new Set(steps.flatMap((step) => (step.step === 'seed' ? [step.collection] : [])))
    const seeds = Object.fromEntries(spec.collections.filter((one) => fresh.has(one.id)).map((one) => [one.id, one.seeds]))
    return seedWrites(spec, seeds, this.shelf.newId, live).flatMap((write, i) => {
      if (write.do !== 'create' || write.record === undefined) return []
      const record: Rec = { id: write.record, values: write.values, seq: seq + i + 1, createdAt: at, at, by: 'app' }
      return [{ collection: write.collection, record, madeSeq: seq + i + 1, deleted: false }]
    })
  }

  private async untouched(tx: Db, { person, app }: Key): Promise<boolean> {
    const touched = await tx
      .selectFrom('record_versions')
      .select('seq')
      .where('person', '=', person)
      .where('app', '=', app)
      .where('by', '!=', 'app')
      .limit(1)
      .executeTakeFirst()
    return touched === undefined
  }

  private async startOver(tx: Db, row: AppRow, spec: AppSpec): Promise<Result<{ row: AppRow; unconverted: Unconverted[] }>> {
    const key = this.key(row.id as AppId)
    const live = await liveRecords(tx, key)
    const at = this.shelf.at()
    const gone = live.map(
      (one, i): NewVersion => ({
        collection: one.collection,
        record: { ...one.record, seq: row.seq + i + 1, at, by: 'app' },
        madeSeq: one.madeSeq,
        deleted: true,
      }),
    )
    const steps = spec.collections.map((one): MigrationStep => ({ step: 'seed', collection: one.id }))
    const seeded = this.newSeeds(spec, steps, [], row.seq + gone.length, at)
    await putVersions(tx, key, [...gone, ...seeded], null)
    return ok({ row: { ...row, seq: row.seq + gone.length + seeded.length }, unconverted: [] })
  }

  private async point(tx: Db, row: AppRow): Promise<Result<void>> {
    await tx.updateTable('apps').set({ seq: row.seq }).where('person', '=', row.person).where('id', '=', row.id).execute()
    return ok(undefined)
  }

  private change(app: AppId, set: Partial<AppRow>): Promise<Result<void>> {
    return this.shelf.store.transaction(async (tx) => {
      const row = await appRow(tx, this.key(app))
      if (!row.ok) return row
      if (Object.keys(set).length > 0)
        await tx.updateTable('apps').set(set).where('person', '=', this.shelf.person).where('id', '=', app).execute()
      return ok(undefined)
    })
  }

  /** Records from elsewhere: what does not fit its field is left out, so is a relation to what did not come along. */
  private async bringRecords(tx: Db, app: AppId, spec: AppSpec, data: Readonly<Record<string, Rec[]>>): Promise<Result<void>> {
    const renamed = new Map<string, string>()
    for (const collection of spec.collections)
      for (const record of listed(data, collection.id)) renamed.set(`${collection.id}/${record.id}`, this.shelf.newId())
    const writes: Write[] = []
    const related: Write[] = []
    for (const collection of spec.collections) {
      for (const record of listed(data, collection.id)) {
        const id = renamed.get(`${collection.id}/${record.id}`)!
        const values = new Map<string, Value>()
        const relations = new Map<string, Value>()
        for (const field of collection.fields) {
          if (field.kind === 'computed' || !Object.hasOwn(record.values, field.id)) continue
          const said = record.values[field.id] ?? null
          if (field.kind === 'relation') {
            const found = [said].flat().flatMap((one) => renamed.get(`${field.to}/${String(one)}`) ?? [])
            if (found.length > 0) relations.set(field.id, field.many ? found : found[0]!)
          } else {
            const parsed = parseValue({ ...field, required: false }, said)
            if (parsed.ok && parsed.value !== null) values.set(field.id, parsed.value)
          }
        }
        writes.push({ id: `import-${id}`, do: 'create', collection: collection.id, record: id, values: Object.fromEntries(values) })
        if (relations.size > 0)
          related.push({ id: `relate-${id}`, do: 'update', collection: collection.id, record: id, values: Object.fromEntries(relations) })
      }
    }
    const written = await writeIn(this.shelf, tx, this.key(app), [...writes, ...related], 'import', null, { lenient: true })
    return written.ok ? ok(undefined) : written
  }

  private async lineOf(row: AppRow, spec: AppSpec, now: Now): Promise<string> {
    const of = `${row.version}/${row.seq}/${now.date}`
    const known = this.lines.get(row.id as AppId)
    if (known?.of === of && row.version > 0) return known.line
    const records = new Map<string, Rec[]>(spec.collections.map((one) => [one.id, []]))
    for (const live of await liveRecords(this.shelf.store.db, this.key(row.id as AppId))) records.get(live.collection)?.push(live.record)
    const line = liveLine(spec, Object.fromEntries(records), now)
    this.lines.set(row.id as AppId, { of, line })
    return line
  }
}

const listed = (data: Readonly<Record<string, Rec[]>>, collection: string): Rec[] =>
  Object.hasOwn(data, collection) ? (data[collection] ?? []) : []

const stillAsked = (grants: Grants, spec: AppSpec): Grants =>
  Object.fromEntries(Object.entries(grants).filter(([capability]) => spec.capabilities.includes(capability as Capability)))
