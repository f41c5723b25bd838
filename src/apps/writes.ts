/**
 * What a batch of writes does, decided without touching anything: the store-backed data (data.ts) and the one in
 * memory (scratch.ts) both carry out what is planned here, so that they refuse the same things in the same words.
 */
import { formatDateTime } from '../base/language/format.ts'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import type { AppSpec, Collection, Field, Rec, Value, Writer } from '../spec.ts'
import { nextAfter } from './kit/tools/due.ts'
import { fieldValue } from './query.ts'
import type { Write } from './types.ts'
import { fold, parseValue } from './values.ts'

export const MOST_RECORDS = 20_000
export const MOST_WRITES = 20_000
export const KEPT_BYTES = 256 * 1024

/** A live record as it stands. */
export type Live = { collection: string; record: Rec; madeSeq: number }

/** The next version of a record. `before` is null where there was none. */
export type Version = {
  write: string
  do: Write['do']
  collection: string
  record: Rec
  madeSeq: number
  deleted: boolean
  before: Live | null
}

export type Planning = {
  spec: AppSpec
  by: Writer
  /** The live records that the writes speak of (see `mentioned`). */
  known: ReadonlyMap<string, Live>
  /** Live records of the whole app. */
  count: number
  /** Sequence of the last version there is. */
  seq: number
  /** ISO 8601 UTC. */
  at: string
  newId: () => string
  /** The person's day and clock, for defaults. */
  now: { date: string; time: string }
}

/** Ids of records that must be looked up before planning: targets, and what relations point to. */
export function mentioned(spec: AppSpec, writes: readonly Write[]): string[] {
  const ids = new Set<string>()
  for (const write of writes) {
    if (typeof write.record === 'string') ids.add(write.record)
    if (write.do === 'delete') continue
    const collection = spec.collections.find((one) => one.id === write.collection)
    for (const field of collection?.fields ?? []) {
      if (field.kind !== 'relation' || !isObject(write.values) || !Object.hasOwn(write.values, field.id)) continue
      for (const id of [write.values[field.id]].flat()) if (typeof id === 'string') ids.add(id)
    }
  }
  return [...ids].filter((id) => RECORD_ID.test(id))
}

const RECORD_ID = /^[A-Za-z0-9_-]{1,64}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to refuse them
const WRITE_ID = /^[^\u0000-\u001f\u007f\ud800-\udfff]{1,100}$/
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** All or nothing: the first write that cannot be done refuses the batch. */
export function plan(writes: readonly Write[], given: Planning): Result<Version[]> {
  if (writes.length > MOST_WRITES)
    return fail('writes-too-many', `At most ${MOST_WRITES} changes can be made at a time; these are ${writes.length}.`, {
      most: MOST_WRITES,
    })
  const live = new Map<string, Live | null>(given.known)
  const versions: Version[] = []
  let { count, seq } = given
  for (const write of writes) {
    if (typeof write.id !== 'string' || !WRITE_ID.test(write.id))
      return fail('write-invalid', 'A write needs an id of 1 to 100 characters, made by whoever writes.')
    const planned = planOne(write, { ...given, seq }, live)
    if (!planned.ok) return planned
    const version = planned.value
    count += version.deleted ? -1 : version.before ? 0 : 1
    if (count > MOST_RECORDS)
      return fail('app-full', `This app holds ${MOST_RECORDS} entries, which is all it can. Delete some first.`, { most: MOST_RECORDS })
    seq++
    live.set(
      version.record.id,
      version.deleted ? null : { collection: version.collection, record: version.record, madeSeq: version.madeSeq },
    )
    versions.push(version)
  }
  return ok(versions)
}

type LiveMap = Map<string, Live | null>

function planOne(write: Write, given: Planning, live: LiveMap): Result<Version> {
  const collection = given.spec.collections.find((one) => one.id === write.collection)
  if (!collection) return unknownCollection(String(write.collection))
  const { at, by } = given
  const seq = given.seq + 1
  const id = write.do === 'create' ? (write.record ?? given.newId()) : write.record
  if (typeof id !== 'string' || !RECORD_ID.test(id))
    return fail('record-unknown', `There is no entry with that id in “${collection.label}”.`, { collection: collection.label })
  const before = live.get(id) ?? null
  if (write.do === 'create') {
    if (before) return fail('record-exists', `An entry with the id ${id} is there already.`, { record: id })
    const values = valuesFor(write.values, collection, null, given, live)
    if (!values.ok) return values
    const record: Rec = { id, values: values.value, seq, createdAt: at, at, by }
    return ok({ write: write.id, do: 'create', collection: collection.id, record, madeSeq: seq, deleted: false, before: null })
  }
  if (before?.collection !== collection.id)
    return fail('record-unknown', `There is no entry ${id} in “${collection.label}”; it may have been deleted.`, {
      record: id,
      collection: collection.label,
    })
  if (write.do === 'delete') {
    return ok({
      write: write.id,
      do: 'delete',
      collection: collection.id,
      record: { ...before.record, seq, at, by },
      madeSeq: before.madeSeq,
      deleted: true,
      before,
    })
  }
  const values = valuesFor(write.values, collection, before.record, given, live)
  if (!values.ok) return values
  return ok({
    write: write.id,
    do: 'update',
    collection: collection.id,
    record: { ...before.record, values: recurred(values.value, before.record, collection, given), seq, at, by },
    madeSeq: before.madeSeq,
    deleted: false,
    before,
  })
}

/** Where something comes round, ticking it off moves it on to its next day after today, open again. */
function recurred(values: Record<string, Value>, before: Rec, collection: Collection, { spec, now, by }: Planning): Record<string, Value> {
  if (by !== 'person' && by !== 'app' && by !== 'agent') return values
  for (const one of spec.behaviours) {
    if (one.kind !== 'recurrence' || one.collection !== collection.id || !one.done) continue
    const from = values[one.date]
    if (values[one.done] !== true || before.values[one.done] === true || typeof from !== 'string') continue
    return { ...values, [one.done]: false, [one.date]: `${nextAfter(from, one.every, now.date)}${from.slice(10)}` }
  }
  return values
}

export const unknownCollection = (name: string): { ok: false; error: Failure } =>
  fail('collection-unknown', `This app has no collection “${name.slice(0, 60)}”.`, { collection: name.slice(0, 60) })

function valuesFor(
  raw: unknown,
  collection: Collection,
  before: Rec | null,
  given: Planning,
  live: LiveMap,
): Result<Record<string, Value>> {
  if (!isObject(raw)) return fail('write-invalid', 'The values of an entry are given by field.')
  const unknown = Object.keys(raw).find((id) => !collection.fields.some((field) => field.id === id))
  if (unknown !== undefined)
    return fail('field-unknown', `“${collection.label}” has no field “${unknown.slice(0, 60)}”.`, {
      field: unknown.slice(0, 60),
      collection: collection.label,
    })
  const out = new Map<string, Value>(before ? Object.entries(before.values) : [])
  for (const field of collection.fields) {
    if (field.kind === 'computed' && !Object.hasOwn(raw, field.id)) continue
    const said = Object.hasOwn(raw, field.id) ? raw[field.id] : undefined
    if (said === undefined && before) continue
    const parsed = valueFor(field, said === undefined ? defaultOf(field, given.now) : said)
    if (!parsed.ok) return parsed
    const value = parsed.value
    if (field.kind === 'relation' && value !== null && !unchanged(value, before, field)) {
      const missing = [value].flat().find((id) => live.get(String(id))?.collection !== field.to)
      if (missing !== undefined)
        return fail('relation-unknown', `“${field.label}” points to an entry that is not there.`, {
          field: field.label,
          record: String(missing),
        })
    }
    if (value === null) out.delete(field.id)
    else out.set(field.id, value)
  }
  return ok(Object.fromEntries(out))
}

/** A hidden field cannot be filled in, so it cannot be missing either. */
function valueFor(field: Field, raw: unknown): Result<Value> {
  return parseValue(field.hidden ? { ...field, required: false } : field, raw)
}

const unchanged = (value: Value, before: Rec | null, field: Field): boolean =>
  before !== null && Object.hasOwn(before.values, field.id) && JSON.stringify(before.values[field.id]) === JSON.stringify(value)

/** What a new entry has where nothing was said: 'today' and 'now' resolved. */
export function defaultOf(field: Field, now: { date: string; time: string }): Value {
  if (field.default === undefined) return null
  if (field.default === 'today' && field.kind === 'date') return now.date
  if (field.default !== 'now' && field.default !== 'today') return field.default
  if (field.kind === 'date') return now.date
  if (field.kind === 'time') return now.time
  return field.kind === 'datetime' ? `${now.date}T${now.time}` : field.default
}

/** What a record is called: the text of its title field; '' if it has none. */
export function titleText(record: Pick<Rec, 'values'>, collection: Collection): string {
  const field = collection.fields.find((one) => one.id === collection.title)
  if (!field || field.kind === 'relation') return ''
  const value = fieldValue(record as Rec, field, collection.fields, '')
  if (field.kind === 'choice') return field.options.find((option) => option.id === value)?.label ?? ''
  return value === null || typeof value === 'boolean' ? '' : Array.isArray(value) ? value.join(', ') : String(value)
}

/** The same as people read it: a day as it is written where they are. */
export const titleShown = (record: Pick<Rec, 'values'>, collection: Collection, locale: string): string => {
  const field = collection.fields.find((one) => one.id === collection.title)
  const text = titleText(record, collection)
  return field?.kind === 'date' || field?.kind === 'datetime' ? formatDateTime(text, locale) : text
}

/** Records an app starts with, per collection. */
export type Seeds = Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>

export const seedsOf = (spec: AppSpec): Seeds => Object.fromEntries(spec.collections.map((one) => [one.id, one.seeds]))

/**
 * Seeds as writes. A relation in a seed names its record by title; one that names nothing is left empty, and so is
 * a value that does not fit: an app never fails to start because of what it was to start with.
 */
export function seedWrites(spec: AppSpec, seeds: Seeds, newId: () => string, standing: readonly Live[] = []): Write[] {
  const titles = new Map<string, Map<string, string>>(spec.collections.map((one) => [one.id, new Map()]))
  const name = (collection: Collection, values: Readonly<Record<string, Value>>, id: string) => {
    const title = fold(titleText({ values }, collection))
    if (title !== '' && !titles.get(collection.id)?.has(title)) titles.get(collection.id)?.set(title, id)
  }
  for (const live of standing) {
    const collection = spec.collections.find((one) => one.id === live.collection)
    if (collection) name(collection, live.record.values, live.record.id)
  }
  const planned = spec.collections.flatMap((collection) => {
    const list = Object.hasOwn(seeds, collection.id) ? (seeds[collection.id] ?? []) : []
    return list.map((values) => {
      const id = newId()
      name(collection, values, id)
      return { collection, values, id }
    })
  })
  // What others point to comes first, so that it is there when they do.
  const order = inOrderOfNeed(spec)
  planned.sort((a, b) => order.indexOf(a.collection.id) - order.indexOf(b.collection.id))
  return planned.map(({ collection, values, id }) => ({
    id: `seed-${id}`,
    do: 'create',
    collection: collection.id,
    record: id,
    values: fitting(collection, values, titles),
  }))
}

function inOrderOfNeed(spec: AppSpec): string[] {
  const order: string[] = []
  const visit = (id: string, open: readonly string[]) => {
    const collection = spec.collections.find((one) => one.id === id)
    if (!collection || order.includes(id) || open.includes(id)) return
    for (const field of collection.fields) if (field.kind === 'relation') visit(field.to, [...open, id])
    order.push(id)
  }
  for (const collection of spec.collections) visit(collection.id, [])
  return order
}

function fitting(
  collection: Collection,
  values: Readonly<Record<string, Value>>,
  titles: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Record<string, Value> {
  const out = new Map<string, Value>()
  for (const field of collection.fields) {
    if (field.kind === 'computed' || !Object.hasOwn(values, field.id)) continue
    const said = values[field.id] ?? null
    if (field.kind === 'relation') {
      const found = [said].flat().flatMap((one) => titles.get(field.to)?.get(fold(String(one ?? ''))) ?? [])
      if (found.length > 0) out.set(field.id, field.many ? found : found[0]!)
      continue
    }
    const parsed = parseValue({ ...field, required: false }, said)
    if (parsed.ok && parsed.value !== null) out.set(field.id, parsed.value)
  }
  return Object.fromEntries(out)
}

/** Bytes of what an app keeps in its localStorage shim. */
export function keptBytes(kept: Iterable<readonly [string, string]>): number {
  const encoder = new TextEncoder()
  let bytes = 0
  for (const [key, value] of kept) bytes += encoder.encode(key).length + encoder.encode(value).length
  return bytes
}

export const keptFull = (): { ok: false; error: Failure } =>
  fail('kept-full', `An app can keep ${KEPT_BYTES / 1024} KB of settings, and this is more.`, { most: KEPT_BYTES })
