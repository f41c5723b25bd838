/** Rows under headings: by day, by month, by choice. A yes/no field can be ticked on the row itself. */
import { formatDate, formatNearDate, formatValue } from '../../../base/language/format.ts'
import type { Field, Rec } from '../../../spec.ts'
import { fieldValue } from '../../query.ts'
import { fieldOf, useCollection, useFormat, useShared, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { Cell, details, EmptyRows, Finder, isFigure, More, type Rows, Title, useRows } from './rows.tsx'

export function ListView({ id }: { id: string }) {
  const view = useView(id, 'list')
  const rows = useRows(view)
  const open = useEditing(view.collection)
  // Headings stay where they are in that order too; under others the order asked for could not be seen.
  const groups = useGroups(rows, rows.order && rows.order.field !== view.group?.field ? undefined : view.group)
  return (
    <>
      <div class="view-head">
        <Finder rows={rows} sortable />
        {rows.all.length > 0 && <AddButton to={view.collection} />}
      </div>
      {rows.rows.length === 0 && <EmptyRows rows={rows} />}
      {groups.map(({ key, label, records }) => (
        <section key={key} class="group">
          {label !== null && (
            <h3>
              <span>{label}</span>
              <Sum records={records} rows={rows} />
            </h3>
          )}
          <ul class="list">
            {records.map((record) => (
              <Row key={record.id} record={record} rows={rows} check={view.check} grouped={view.group?.field} onOpen={open} />
            ))}
          </ul>
        </section>
      ))}
      <More rows={rows} />
    </>
  )
}

function Row({
  record,
  rows,
  check,
  grouped,
  onOpen,
}: {
  record: Rec
  rows: Rows
  check: string | undefined
  grouped: string | undefined
  onOpen(record: Rec): void
}) {
  const { collection } = rows
  const format = useFormat()
  const { update } = useCollection(collection.id)
  const box = fieldOf(collection, check)
  const { spec } = useShared()
  // What is ticked each day anew is kept rather than crossed off.
  const daily = spec.behaviours.some((one) => one.kind === 'streak' && one.collection === collection.id)
  const done = box !== undefined && record.values[box.id] === true
  const all = details(record, collection, format, [grouped])
  // Under a heading that is its title already, a row is named by what else it says.
  const named = collection.title === grouped ? all.find(({ field }) => !isFigure(field)) : undefined
  const figures = all.filter(({ field }) => isFigure(field)).slice(0, 2)
  const rest = all.filter((one) => one !== named && !figures.some((f) => f.field === one.field))
  return (
    <li class={done && !daily ? 'row done' : 'row'} data-record={record.id}>
      {box && (
        <input
          type="checkbox"
          class="tick"
          data-action="check"
          checked={done}
          aria-label={`${box.label}: ${named?.text ?? format.title(record, collection)}`}
          onChange={(e) => void update(record.id, { [box.id]: e.currentTarget.checked })}
        />
      )}
      <div class="row-main">
        <Title record={record} collection={collection} onOpen={onOpen} text={named?.text} />
        {rest.length > 0 && (
          <p class="row-more">
            {rest.map(({ field }) => (
              <span key={field.id} data-value={field.id}>
                <Cell field={field} record={record} collection={collection} />
              </span>
            ))}
          </p>
        )}
      </div>
      {figures.length > 0 && (
        <div class="row-figures">
          {figures.map(({ field, text }) => (
            <span key={field.id} data-value={field.id}>
              {/* A bare number says nothing by itself. */}
              {field.kind === 'number' && <span class="figure-of">{field.label} </span>}
              {text}
            </span>
          ))}
        </div>
      )}
    </li>
  )
}

/** What the amounts under a heading come to. */
function Sum({ records, rows }: { records: Rec[]; rows: Rows }) {
  const { locale, now } = useShared()
  const field = rows.fields.find((f) => f.kind === 'money' || f.kind === 'duration')
  if (!field || records.length < 2) return null
  const values = records
    .map((r) => fieldValue(r, field, rows.collection.fields, now.date))
    .filter((v): v is number => typeof v === 'number')
  return values.length ? (
    <span class="sum">
      {formatValue(
        field,
        values.reduce((a, b) => a + b, 0),
        locale,
      )}
    </span>
  ) : null
}

type Group = { key: string; label: string | null; records: Rec[] }

function useGroups(rows: Rows, group: { field: string; by?: 'day' | 'week' | 'month' | 'year' | undefined } | undefined): Group[] {
  const { locale, now, words } = useShared()
  const format = useFormat()
  const field = fieldOf(rows.collection, group?.field)
  if (!rows.rows.length) return []
  if (!field) return [{ key: 'all', label: null, records: rows.rows }]
  const groups = new Map<string, Group>()
  for (const record of rows.rows) {
    const { key, label } = heading(record, field, group?.by)
    const found = groups.get(key) ?? { key, label, records: [] }
    found.records.push(record)
    groups.set(key, found)
  }
  const options = field.kind === 'choice' ? field.options.map((o) => o.id) : null
  return options ? [...groups.values()].sort((a, b) => place(options, a.key) - place(options, b.key)) : [...groups.values()]

  function heading(record: Rec, field: Field, by: string | undefined): { key: string; label: string } {
    const value = record.values[field.id]
    if (value === null || value === undefined || value === '')
      return { key: '', label: field.kind === 'date' || field.kind === 'datetime' ? words.noDate : words.unset }
    if (field.kind !== 'date' && field.kind !== 'datetime')
      return { key: String(value), label: format.value(field, record, rows.collection) }
    const day = String(value).slice(0, 10)
    if (by === 'month') return { key: day.slice(0, 7), label: formatDate(day, locale, 'month') }
    if (by === 'year') return { key: day.slice(0, 4), label: formatDate(day, locale, 'year') }
    return { key: day, label: formatNearDate(day, now.date, locale, 'weekday') }
  }
}
const place = (options: string[], key: string) => (options.indexOf(key) + options.length + 1) % (options.length + 1)
