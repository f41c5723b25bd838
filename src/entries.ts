/** From an entry that was read out of words to writes: which record is meant, relations by name, one transaction. */
import { answer, linksOf, relatedRecords, titleOf } from './apps/answer.ts'
import { runQuery } from './apps/query.ts'
import type { AppData, Write, Written } from './apps/types.ts'
import { defaultOf } from './apps/writes.ts'
import { formatValue } from './base/language/format.ts'
import type { Now } from './base/language/types.ts'
import { fail, ok, type Result } from './base/result.ts'
import { type EntrySaid, entrySaid } from './dialogue/entry.ts'
import type { EntryOp, Match } from './dialogue/log/types.ts'
import type { EventId, TurnId } from './events.ts'
import type { AppSpec, Collection, Field, Filter, Rec, Value } from './spec.ts'

export type Done = {
  did: EntryOp['do']
  collection: Collection
  record: Rec
  title: string /** what was noted, as shown */
  shown: { label: string; value: string }[]
  /** as a sentence tells it */
  said: EntrySaid
}
export type Entered = { written: Written; done: Done[] }

type About = { turn: TurnId; because: EventId; now: Now; locale: string }
type Meant = { op: EntryOp; collection: Collection; before: Rec | null; write: number }
export type Planned = { spec: AppSpec; writes: Write[]; meant: Meant[] }

/** What words that change so many entries that are there would write waits for a yes. */
export const MANY = 3
export const touchesMany = ({ meant }: Planned): boolean => meant.filter(({ before }) => before !== null).length >= MANY

/** What an entry would write, and of which records; nothing is written. */
export async function planEntry(data: AppData, ops: EntryOp[], about: About): Promise<Result<Planned>> {
  const spec = await data.spec()
  const writes: Write[] = []
  const meant: Meant[] = []
  const idOf = () => `${about.turn}-${writes.length}`
  for (const op of ops) {
    const collection = spec.collections.find((c) => c.id === (op.do === 'create' ? op.collection : op.match.collection))
    if (!collection)
      return fail('collection-unknown', 'This app has no such part.', {
        collection: op.do === 'create' ? op.collection : op.match.collection,
      })
    if (op.do === 'create') {
      const taken = op.like ? await matching(op.like, collection, spec, data, about.now) : null
      if (taken && !taken.ok) return taken
      const usual = { ...op.likely, ...(await chosenBefore(op.values, collection, data)) }
      const own = { ...usual, ...(taken && copied(taken.value, collection)), ...op.values }
      const values = await linked(own, collection, spec, data, writes, idOf)
      meant.push({ op, collection, before: null, write: writes.length })
      writes.push({ id: idOf(), do: 'create', collection: collection.id, values })
      continue
    }
    const found = await matching(op.match, collection, spec, data, about.now)
    if (!found.ok) {
      if (op.do === 'delete' || !op.orCreate) return found
      const values = await linked(op.orCreate, collection, spec, data, writes, idOf)
      meant.push({ op: { do: 'create', collection: collection.id, values }, collection, before: null, write: writes.length })
      writes.push({ id: idOf(), do: 'create', collection: collection.id, values })
      continue
    }
    const target = { collection: collection.id, record: found.value.id }
    const values =
      op.do === 'update' ? await linked({ ...op.values, ...summed(found.value, op) }, collection, spec, data, writes, idOf) : null
    meant.push({ op, collection, before: found.value, write: writes.length })
    writes.push(values ? { id: idOf(), do: 'update', ...target, values } : { id: idOf(), do: 'delete', ...target })
  }
  return ok({ spec, writes: writes.map((write) => begun(write, spec, about.now)), meant })
}

/** Today and now are the person's: who keeps the data knows only the clock of the machine. */
function begun(write: Write, { collections }: AppSpec, now: Now): Write {
  if (write.do !== 'create') return write
  const timed = collections
    .find(({ id }) => id === write.collection)
    ?.fields.filter((field) => field.default === 'today' || field.default === 'now')
  return { ...write, values: { ...Object.fromEntries(timed?.map((field) => [field.id, defaultOf(field, now)]) ?? []), ...write.values } }
}

export async function applyEntry(data: AppData, ops: EntryOp[], about: About): Promise<Result<Entered>> {
  const planned = await planEntry(data, ops, about)
  return planned.ok ? writeEntry(data, planned.value, about) : planned
}

export async function writeEntry(data: AppData, { spec, writes, meant }: Planned, about: About): Promise<Result<Entered>> {
  const written = await data.write(writes, 'agent', about.because)
  if (!written.ok) return written
  const related = Object.fromEntries(
    await Promise.all(
      [...new Set(meant.map((each) => each.collection))].map(async (c) => [c.id, await relatedRecords(spec, c.id, data)] as const),
    ),
  )
  const done = meant.flatMap(({ op, collection, before, write }): Done[] => {
    const after = written.value.records[write]
    const record = op.do === 'delete' || !after || 'deleted' in after ? before : after
    if (!record) return []
    const linkedTo = related[collection.id]!
    const shown = shownOf(record, collection, about.locale)
    const title = calledOf(record, collection, shown, about.locale, linkedTo, spec)
    const said = saidOf(record, op.do === 'update' ? before : null, spec, collection, about, linkedTo)
    return [{ did: op.do, collection, record, title, shown, said }]
  })
  return ok({ written: written.value, done })
}

function summed(record: Rec, { plus = {}, over }: Extract<EntryOp, { do: 'update' }>): Record<string, Value> {
  const sums = Object.entries(plus).map(
    ([id, n]) => [id, Math.max(0, (typeof record.values[id] === 'number' ? Number(record.values[id]) : 0) + n)] as const,
  )
  const nothing = sums.length > 0 && sums.every(([, sum]) => sum === 0)
  return { ...Object.fromEntries(sums), ...(over && nothing && { [over]: true }) }
}

/** An entry as a sentence tells it, by what it is linked to where that is what it is called. */
export function saidOf(
  record: Rec,
  before: Rec | null,
  spec: AppSpec,
  collection: Collection,
  { locale, now }: Pick<About, 'locale' | 'now'>,
  related: Record<string, Rec[]>,
): EntrySaid {
  const title = collection.fields.find(({ id }) => id === collection.title)
  const bare = !title || record.values[title.id] === undefined || record.values[title.id] === null
  const links = title?.kind === 'relation' ? linksOf(record, collection, locale, related, spec) : []
  const name = links.join(' · ') || (bare ? '' : titleOf(record, collection, locale, related, spec))
  const linked = (field: Field, value: Value) =>
    field.kind === 'relation'
      ? [value]
          .flat()
          .flatMap((id) => {
            const to = spec.collections.find((one) => one.id === field.to)
            const target = related[field.to]?.find((one) => one.id === id)
            return to && target ? [titleOf(target, to, locale)] : []
          })
          .join(', ')
      : ''
  return entrySaid(record, collection, name, { locale, now }, before && { before, linked })
}

/** What an entry is called on its card. "5 km, 28 min" says more of a run than its day, which is its title. */
function calledOf(
  record: Rec,
  collection: Collection,
  shown: Done['shown'],
  locale: string,
  related: Record<string, Rec[]>,
  spec: AppSpec,
): string {
  const title = collection.fields.find((field) => field.id === collection.title)
  const others = shown.filter(({ label }) => label !== title?.label).map(({ value }) => value)
  const dated = title?.kind === 'date' || title?.kind === 'datetime'
  // What happened is called by all it is about: “Mina · Holes”, “Tom · $40”.
  const links = title?.kind === 'relation' ? linksOf(record, collection, locale, related, spec) : []
  const figure = collection.fields.find((field) => ['money', 'duration', 'quantity', 'number'].includes(field.kind) && !field.hidden)
  const amount = figure && shown.find(({ label }) => label === figure.label)?.value
  if (links.length > 1 || (links.length && amount)) return [...links, ...(amount ? [amount] : [])].join(' · ')
  const empty = !title || record.values[title.id] === undefined || record.values[title.id] === null
  return (dated || empty) && others.length ? others.slice(0, 3).join(' · ') : titleOf(record, collection, locale, related, spec)
}

function shownOf(record: Rec, collection: Collection, locale: string): Done['shown'] {
  return collection.fields.flatMap((field) => {
    const value = record.values[field.id]
    if (field.hidden || value === undefined || value === null || value === '' || field.kind === 'schedule' || field.kind === 'relation')
      return []
    return [{ label: field.label, value: formatValue(field, value, locale) }]
  })
}

/** What was chosen the last time for an entry of the same name: the person's own habit of sorting. */
async function chosenBefore(values: Record<string, Value>, collection: Collection, data: AppData): Promise<Record<string, Value>> {
  const name = values[collection.title]
  const daily = collection.fields.some((field) => field.default === 'today' || field.default === 'now')
  const open = collection.fields.filter((field) => field.kind === 'choice' && values[field.id] === undefined && field.default === undefined)
  if (typeof name !== 'string' || !daily || !open.length) return {}
  const all = await data.records(collection.id)
  if (!all.ok) return {}
  const same = all.value
    .filter((record) => fold(String(record.values[collection.title] ?? '')) === fold(name))
    .sort((a, b) => b.seq - a.seq)
  return Object.fromEntries(
    open.flatMap(({ id }) => {
      const chosen = same.find((record) => record.values[id] !== undefined && record.values[id] !== null)
      return chosen ? [[id, chosen.values[id]!]] : []
    }),
  )
}

/** What was noted, without its day: the new entry is of today. */
const copied = (record: Rec, collection: Collection): Record<string, Value> =>
  Object.fromEntries(
    collection.fields.flatMap((field) =>
      field.default === 'today' || field.default === 'now' || field.kind === 'schedule' || record.values[field.id] === undefined
        ? []
        : [[field.id, record.values[field.id]!]],
    ),
  )

const MOST_NAME = 60
/** The record that is meant: the newest of those that fit. */
async function matching(match: Match, collection: Collection, spec: AppSpec, data: AppData, now: Now): Promise<Result<Rec>> {
  const all = await data.records(collection.id)
  if (!all.ok) return all
  const meant = match.record && all.value.find(({ id }) => id === match.record)
  if (meant) return ok(meant)
  const filter = match.filters === 'last' ? [] : match.filters
  const related = await relatedRecords(spec, collection.id, data)
  const fitting = new Set(runQuery({ collection: collection.id, filter, measure: { fn: 'count' } }, all.value, spec, now, related).records)
  const newest = all.value.filter((record) => fitting.has(record.id)).sort((a, b) => b.seq - a.seq)[0]
  if (newest) return ok(newest)
  const [named, ...others] = match.filters === 'last' ? [] : match.filters
  const name = named?.op === 'contains' && !others.length ? String(named.value) : ''
  return name
    ? fail('entry-unknown', `No entry is called “${name}”.`, { name: name.slice(0, MOST_NAME) })
    : fail('record-unknown', 'No entry fits that.')
}

/** What going back did to the entries there were: back, gone, or otherwise than before. */
export async function movesSince(
  before: Readonly<Record<string, readonly Rec[]>>,
  spec: AppSpec,
  data: AppData,
  about: Pick<About, 'locale' | 'now'>,
): Promise<{ back: EntrySaid[]; gone: EntrySaid[]; changed: EntrySaid[] }> {
  const moves: Awaited<ReturnType<typeof movesSince>> = { back: [], gone: [], changed: [] }
  for (const collection of spec.collections) {
    const [now, was] = [await data.records(collection.id), before[collection.id]]
    if (!now.ok || !was) continue
    const related = await relatedRecords(spec, collection.id, data)
    const said = (record: Rec, from: Rec | null = null) => saidOf(record, from, spec, collection, about, related)
    const [then, there] = [new Map(was.map((one) => [one.id, one])), new Set(now.value.map(({ id }) => id))]
    for (const record of now.value) {
      const from = then.get(record.id)
      if (!from) moves.back.push(said(record))
      else if (JSON.stringify(from.values) !== JSON.stringify(record.values)) moves.changed.push(said(record, from))
    }
    moves.gone.push(...was.filter(({ id }) => !there.has(id)).map((record) => said(record)))
  }
  return moves
}

const recordOf = (write: string) => write.replace(/\W/g, '').toLowerCase()

/** Relation fields read as names become ids: of the record with that title, or of a new one written first. */
async function linked(
  values: Record<string, Value>,
  collection: Collection,
  spec: AppSpec,
  data: AppData,
  writes: Write[],
  idOf: () => string,
): Promise<Record<string, Value>> {
  const result = { ...values }
  for (const field of collection.fields) {
    const value = result[field.id]
    if (field.kind !== 'relation' || value === undefined || value === null) continue
    const target = spec.collections.find((c) => c.id === field.to)
    const known = await data.records(field.to)
    if (!target || !known.ok) continue
    const ids = (Array.isArray(value) ? value : [String(value)]).map((name) => {
      const same = known.value.find((r) => r.id === name || fold(String(r.values[target.title] ?? '')) === fold(name))
      if (same) return same.id
      // Somebody new who is named by two entries of one sentence is one record.
      const fresh = writes.find(
        (write) => write.do === 'create' && write.collection === target.id && fold(String(write.values[target.title] ?? '')) === fold(name),
      )
      if (fresh?.do === 'create') {
        fresh.record ??= recordOf(fresh.id)
        return fresh.record
      }
      const id = idOf()
      const record = recordOf(id)
      writes.push({ id, do: 'create', collection: target.id, record, values: { [target.title]: name } })
      return record
    })
    result[field.id] = field.many ? ids : (ids[0] ?? null)
  }
  return result
}

const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** The figure that matters most after an entry: how much of a limit or goal is reached now. */
export async function standing(data: AppData, collection: string, record: Rec, now: Now, locale: string) {
  const spec = await data.spec()
  // Of limits for each kind of spending, the one of this kind; else the one over everything.
  const covers = (filter: Filter[]) => runQuery({ collection, filter, measure: { fn: 'count' } }, [record], spec, now).records.length > 0
  const bounds = spec.behaviours.filter((b) => (b.kind === 'limit' || b.kind === 'goal') && b.collection === collection)
  const narrow = bounds.find((b) => 'filter' in b && b.filter?.length && covers(b.filter as Filter[]))
  const bound = narrow ?? bounds.find((b) => !('filter' in b && b.filter?.length))
  if (bound?.kind !== 'limit' && bound?.kind !== 'goal') return null
  const { measure, filter = [], date, period } = bound
  const found = await answer(
    { collection, measure, filter, ...(date && period && { when: { field: date, unit: period, offset: 0 } }) },
    data,
    now,
    locale,
  )
  return found.ok ? { behaviour: bound, value: found.value.value } : null
}

/** Whether any amount stands in the app or bounds it: its currency is then no longer open. */
export async function keepsAmounts(data: AppData, spec: AppSpec): Promise<boolean> {
  const money = spec.collections.flatMap((one) => one.fields.filter(({ kind }) => kind === 'money').map(({ id }) => ({ in: one.id, id })))
  const bound = spec.behaviours.some(
    (one) => (one.kind === 'limit' || one.kind === 'goal') && money.some((field) => field.id === one.measure.field),
  )
  const kept = await Promise.all(
    money.map(async (field) => {
      const records = await data.records(field.in)
      return !records.ok || records.value.some(({ values }) => typeof values[field.id] === 'number')
    }),
  )
  return bound || kept.includes(true)
}
