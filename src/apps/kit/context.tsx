/** What every part of an app shares: its spec, its records, the person's now and language, and the way to write. */
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { formatValue } from '../../base/language/format.ts'
import type { Now } from '../../base/language/types.ts'
import type { AppSpec, Behaviour, BehaviourOf, Collection, Field, Query, Rec, Value, View, ViewOf } from '../../spec.ts'
import { fieldValue, runQuery } from '../query.ts'
import type { Write } from '../types.ts'
import type { Client } from './client.ts'
import { WORDS, type Words } from './words.ts'

export type Toast = { text: string; undo?: () => void }

export type Shared = {
  spec: AppSpec
  client: Client
  locale: string
  now: Now
  words: Words
  records: Readonly<Record<string, Rec[]>>
  /** Why it could not be written, or null. Also shows it. */
  write(writes: NoId[]): Promise<string | null>
  toast: Toast | null
  say(toast: Toast | null): void
}
export type NoId = Write extends infer W ? (W extends { id: string } ? Omit<W, 'id'> : never) : never

const Context = createContext<Shared | null>(null)
/** The collection whose form stands open on the page, if any: other buttons to add to it would say the same twice. */
export const EntryContext = createContext<string | null>(null)

export function useShared(): Shared {
  const shared = useContext(Context)
  if (!shared) throw new Error('Parts of an app stand inside <App>.')
  return shared
}
export const useSpec = (): AppSpec => useShared().spec
export const useNow = (): Now => useShared().now
export const useWords = (): Words => useShared().words

/** Unique across reloads and tabs: time and 64 bits of randomness. */
export const writeId = (): string => {
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2))
  return `${Date.now().toString(36)}${a.toString(36)}${b.toString(36)}`
}

/** `waiting` stands in until there is data: with a way to try again once it could not be read. */
export function Provider({
  client,
  waiting,
  children,
}: {
  client: Client
  waiting(retry: (() => void) | null, words: Words): ComponentChildren
  children: ComponentChildren
}) {
  const { spec: first, locale, opening } = client.hello
  const [spec] = useState(first)
  const unread = spec.collections.map((c) => c.id).filter((id) => !opening.records[id])
  const [records, setRecords] = useState<Record<string, Rec[]> | null>(unread.length ? null : opening.records)
  const [failed, setFailed] = useState(false)
  const [toast, say] = useState<Toast | null>(null)
  const now = useTickingNow(client.hello.now)
  const words = WORDS[spec.language]

  const load = useCallback(async (ids: string[]) => {
    const lists = await Promise.all(ids.map(async (id) => [id, await client.records(id)] as const))
    const loaded = Object.fromEntries(lists.flatMap(([id, list]) => (list.ok ? [[id, list.value]] : [])))
    const whole = lists.every(([, list]) => list.ok)
    setFailed(!whole)
    // What was never read is not shown as if there were nothing in it.
    setRecords((before) => (before || whole ? { ...opening.records, ...before, ...loaded } : null))
  }, [])
  useEffect(() => {
    const all = spec.collections.map((c) => c.id)
    if (unread.length) void load(unread)
    return client.onChange((change) => change.what === 'data' && void load(change.collections ?? all))
  }, [])

  const write = useCallback(async (writes: NoId[]): Promise<string | null> => {
    const result = await client.write(writes.map((one) => ({ ...one, id: writeId() }) as Write))
    if (!result.ok) {
      say({ text: result.error.code === 'call-unanswered' ? words.notSaved : result.error.message })
      return result.error.message
    }
    await load([...new Set(writes.map((one) => one.collection))])
    return null
  }, [])

  const shared = useMemo(() => (records ? { spec, client, locale, now, words, records, write, toast, say } : null), [records, now, toast])
  if (!shared) {
    const retry = () => {
      setFailed(false)
      void load(spec.collections.map((c) => c.id))
    }
    return <>{waiting(failed ? retry : null, words)}</>
  }
  return <Context.Provider value={shared}>{children}</Context.Provider>
}

/** The person's wall clock, kept right while the app is open. */
function useTickingNow(first: Now): Now {
  const [now, set] = useState(first)
  useEffect(() => {
    const started = Date.now()
    const from = Date.parse(`${first.date}T${first.time}:00Z`)
    const timer = setInterval(() => {
      const [date = first.date, time = ''] = new Date(from + Date.now() - started).toISOString().split('T')
      set((before) => (before.date === date && before.time === time.slice(0, 5) ? before : { ...before, date, time: time.slice(0, 5) }))
    }, 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

// ---- What parts look up --------------------------------------------------------------------------------------

function found<T>(thing: T | undefined, what: string, id: string): T {
  if (thing === undefined) throw new Error(`This app has no ${what} “${id}”.`)
  return thing
}

export const collectionOf = (spec: AppSpec, id: string): Collection =>
  found(
    spec.collections.find((c) => c.id === id),
    'collection',
    id,
  )
export const fieldOf = (collection: Collection, id: string | undefined): Field | undefined => collection.fields.find((f) => f.id === id)
export const shownFields = (collection: Collection): Field[] => collection.fields.filter((f) => !f.hidden && f.kind !== 'schedule')

export function useView<K extends View['kind']>(id: string, kind: K): ViewOf<K> {
  const view = found(
    useSpec().views.find((v) => v.id === id),
    'view',
    id,
  )
  if (view.kind !== kind) throw new Error(`The view “${id}” is a ${view.kind}.`)
  return view as ViewOf<K>
}
export function useBehaviour<K extends Behaviour['kind']>(id: string, kind: K): BehaviourOf<K> {
  const behaviour = found(
    useSpec().behaviours.find((b) => b.id === id),
    'behaviour',
    id,
  )
  if (behaviour.kind !== kind) throw new Error(`The behaviour “${id}” is a ${behaviour.kind}.`)
  return behaviour as BehaviourOf<K>
}

export type Kept = {
  collection: Collection
  records: Rec[]
  add(values: Record<string, Value>): Promise<string | null>
  update(record: string, values: Record<string, Value>): Promise<string | null>
  remove(record: Rec): Promise<void>
}

/** A collection with its records and the ways to change them. */
export function useCollection(id: string): Kept {
  const { spec, records, write, words, say } = useShared()
  const format = useFormat()
  const collection = collectionOf(spec, id)
  return {
    collection,
    records: records[id] ?? [],
    add: (values) => write([{ do: 'create', collection: id, values }]),
    update: (record, values) => write([{ do: 'update', collection: id, record, values }]),
    async remove(record) {
      const failed = await write([{ do: 'delete', collection: id, record: record.id }])
      if (failed) return
      const undo = () => void write([{ do: 'create', collection: id, record: record.id, values: record.values }])
      say({ text: words.deleted(format.title(record, collection) || collection.one), undo })
    },
  }
}

export type Format = {
  value(field: Field, record: Rec, collection: Collection): string
  title(record: Rec, collection: Collection): string
  titleOf(id: string, collection: string): string | undefined
}

/** Values as the person reads them; relations by the titles of what they point at. */
export function useFormat(): Format {
  const { spec, records, locale, now } = useShared()
  const titleOf = (id: string, to: string): string | undefined => {
    const record = records[to]?.find((r) => r.id === id)
    return record && title(record, collectionOf(spec, to))
  }
  const value = (field: Field, record: Rec, collection: Collection) =>
    formatValue(field, fieldValue(record, field, collection.fields, now.date), locale, { relations: titleOf })
  const title = (record: Rec, collection: Collection): string => {
    const field = fieldOf(collection, collection.title)
    return field ? value(field, record, collection) : ''
  }
  return { value, title, titleOf }
}

/** The answer of a query over the records that are here, worked out when they change. */
export function useQuery(query: Query) {
  const { spec, records, now } = useShared()
  return useMemo(() => runQuery(query, records[query.collection] ?? [], spec, now, records as Record<string, Rec[]>), [query, records, now])
}
