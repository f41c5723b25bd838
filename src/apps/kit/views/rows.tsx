/** What the views of records share: filter, sort, search, and showing only as many as can be looked at. */
import { useMemo, useState } from 'preact/hooks'
import type { Collection, Field, Filter, Rec } from '../../../spec.ts'
import { matches, sortRecords } from '../../query.ts'
import { collectionOf, type Format, fieldOf, shownFields, useCollection, useFormat, useShared } from '../context.tsx'
import { NothingYet } from '../form.tsx'
import { Button, Empty, safeLink } from '../ui.tsx'

type Order = { field: string; descending: boolean }
type Over = { collection: string; filter?: Filter[] | undefined; sort?: Order | undefined }

const PAGE = 60
/** From this many records on, a search box helps more than it is in the way. */
const SEARCHABLE = 6

export type Rows = {
  collection: Collection
  fields: Field[]
  all: Rec[]
  rows: Rec[]
  rest: number
  showMore(): void
  search: string
  setSearch(text: string): void
  narrow: Record<string, string>
  setNarrow(field: string, option: string): void
  /** What the person put them in order by, in place of the view's own. */
  order: Order | undefined
  setOrder(order: Order | undefined): void
}

/** `rows` are in order, the newest first where the view does not say otherwise. */
export function useRows(view: Over, limit = PAGE): Rows {
  const { spec, records, now } = useShared()
  const format = useFormat()
  const collection = collectionOf(spec, view.collection)
  const fields = shownFields(collection)
  const [search, setSearch] = useState('')
  const [narrow, setNarrowed] = useState<Record<string, string>>({})
  const [order, setOrder] = useState<Order | undefined>()
  const [count, setCount] = useState(limit)
  const all = useMemo(() => {
    const related = records as Record<string, Rec[]>
    const kept = (records[view.collection] ?? []).filter(
      (r) => !view.filter?.length || matches(view.filter, r, spec, view.collection, now, related),
    )
    const sort = order ?? view.sort
    return sort ? sortRecords(kept, sort, spec, view.collection, now, related) : byNewest(kept, collection)
  }, [records, now, view, order])
  const rows = useMemo(() => {
    const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
    return all.filter((record) => {
      if (Object.entries(narrow).some(([field, option]) => option && !holds(record, field, option))) return false
      if (!words.length) return true
      const text = fields
        .map((f) => format.value(f, record, collection))
        .join(' ')
        .toLowerCase()
      return words.every((word) => text.includes(word))
    })
  }, [all, search, narrow])
  const setNarrow = (field: string, option: string) => setNarrowed((before) => ({ ...before, [field]: option }))
  return {
    collection,
    fields,
    all,
    rows: rows.slice(0, count),
    rest: Math.max(0, rows.length - count),
    showMore: () => setCount(count + PAGE),
    search,
    setSearch,
    narrow,
    setNarrow,
    order,
    setOrder,
  }
}

/** The order a first press on a field asks for: the most or the latest first, words from the beginning. */
export const ordered = (field: Field): Order => ({
  field: field.id,
  descending: isFigure(field) || ['rating', 'date', 'datetime'].includes(field.kind),
})

const holds = (record: Rec, field: string, option: string): boolean => {
  const value = record.values[field]
  return Array.isArray(value) ? value.includes(option) : value === option
}

/** Things that happen on a day: the newest day first. Others: as they were added. */
function byNewest(records: Rec[], collection: Collection): Rec[] {
  const date = collection.fields.find((f) => (f.kind === 'date' || f.kind === 'datetime') && f.default)
  if (!date) return records
  const day = (record: Rec) => String(record.values[date.id] ?? '')
  return [...records].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : b.seq - a.seq))
}

/** Search and filters by choice, once there is enough to look through; `sortable` where no column heads sort. */
export function Finder({ rows, sortable = false }: { rows: Rows; sortable?: boolean }) {
  const { words } = useShared()
  const choices = rows.fields.filter((f) => f.kind === 'choice')
  if (rows.all.length < SEARCHABLE) return null
  return (
    <div class="finder" role="search">
      <input
        type="search"
        data-action="search"
        aria-label={words.search}
        placeholder={words.search}
        value={rows.search}
        onInput={(e) => rows.setSearch(e.currentTarget.value)}
      />
      {choices.slice(0, 2).map((field) => (
        <select
          key={field.id}
          data-action="filter"
          data-of={field.id}
          aria-label={`${words.filter}: ${field.label}`}
          value={rows.narrow[field.id] ?? ''}
          onChange={(e) => rows.setNarrow(field.id, e.currentTarget.value)}
        >
          <option value="">
            {field.label}: {words.all}
          </option>
          {field.kind === 'choice' &&
            field.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
        </select>
      ))}
      {sortable && <Sorter rows={rows} />}
    </div>
  )
}

function Sorter({ rows: { fields, order, setOrder } }: { rows: Rows }) {
  const { words } = useShared()
  const choose = (id: string) => {
    const field = fields.find((one) => one.id === id)
    setOrder(field && ordered(field))
  }
  return (
    <div class="sorter">
      <select data-action="order" aria-label={words.order} value={order?.field ?? ''} onChange={(e) => choose(e.currentTarget.value)}>
        <option value="">{words.ownOrder}</option>
        {fields
          .filter((field) => field.kind !== 'note' && field.kind !== 'link')
          .map((field) => (
            <option key={field.id} value={field.id}>
              {words.sortBy(field.label)}
            </option>
          ))}
      </select>
      {order && (
        <button
          type="button"
          class="button turn"
          data-action="turn"
          aria-label={words.turnOrder}
          aria-pressed={order.descending}
          onClick={() => setOrder({ ...order, descending: !order.descending })}
        >
          {order.descending ? '↓' : '↑'}
        </button>
      )}
    </div>
  )
}

export function More({ rows }: { rows: Rows }) {
  const { words } = useShared()
  if (!rows.rest) return null
  return (
    <Button action="more" kind="quiet" onClick={rows.showMore}>
      {words.more(Math.min(rows.rest, PAGE))}
    </Button>
  )
}

export function EmptyRows({ rows }: { rows: Rows }) {
  const { words } = useShared()
  if (rows.all.length) return <Empty title={words.noMatch} />
  return <NothingYet of={rows.collection.id} />
}

type TitleProps = { record: Rec; collection: Collection; onOpen(record: Rec): void /** In place of its own. */; text?: string | undefined }

/** The title of a record, as the button that opens it. */
export function Title({ record, collection, onOpen, text }: TitleProps) {
  const format = useFormat()
  const { words } = useShared()
  const title = text ?? format.title(record, collection)
  return (
    <button
      type="button"
      class="title"
      data-action="edit"
      onClick={() => onOpen(record)}
      aria-label={title ? undefined : words.edit(collection.one)}
    >
      {title || '–'}
    </button>
  )
}

/** A value in a row; links open elsewhere, everything else is text. */
export function Cell({ field, record, collection }: { field: Field; record: Rec; collection: Collection }) {
  const format = useFormat()
  const text = format.value(field, record, collection)
  if (field.kind === 'link' && text) {
    const href = safeLink(text)
    if (href)
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {shortLink(href)}
        </a>
      )
  }
  if (field.kind === 'rating' && text && !field.icons)
    return (
      <span class="rating">
        <span aria-hidden="true">{text}</span>
        <span class="hidden">{String(record.values[field.id])}</span>
      </span>
    )
  return <>{text}</>
}
const shortLink = (href: string) =>
  href
    .replace(/^https?:\/\/(www\.)?|^mailto:|^tel:/, '')
    .replace(/\/$/, '')
    .slice(0, 40)

/** What a row says beside its title: filled fields, figures last so that they line up. */
export function details(record: Rec, collection: Collection, format: Format, except: (string | undefined)[] = []) {
  return shownFields(collection)
    .filter((f) => f.id !== collection.title && !except.includes(f.id) && f.kind !== 'yesno')
    .map((field) => ({ field, text: format.value(field, record, collection) }))
    .filter(({ text }) => text !== '')
}
export const isFigure = (field: Field): boolean => ['money', 'number', 'quantity', 'duration', 'computed'].includes(field.kind)

export { fieldOf, useCollection }
