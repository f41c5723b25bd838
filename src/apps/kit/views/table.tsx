/** A table that can be sorted by any column and searched; the widths are the content's. */
import { formatValue } from '../../../base/language/format.ts'
import type { Field } from '../../../spec.ts'
import { fieldValue } from '../../query.ts'
import { useShared, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { Cell, EmptyRows, Finder, isFigure, More, ordered, type Rows, Title, useRows } from './rows.tsx'

export function TableView({ id }: { id: string }) {
  const view = useView(id, 'table')
  const { words } = useShared()
  const rows = useRows(view)
  const sort = rows.order ?? view.sort
  const open = useEditing(view.collection)
  const columns = view.columns ? view.columns.flatMap((c) => rows.fields.find((f) => f.id === c) ?? []) : rows.fields
  const turn = (field: Field) =>
    rows.setOrder(sort?.field === field.id ? { field: field.id, descending: !sort.descending } : ordered(field))
  return (
    <>
      <div class="view-head">
        <Finder rows={rows} />
        {rows.all.length > 0 && <AddButton to={view.collection} />}
      </div>
      {rows.rows.length === 0 ? (
        <EmptyRows rows={rows} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div class="table-wrap" tabIndex={0} role="region" aria-label={view.label}>
          <table>
            <thead>
              <tr>
                {columns.map((field) => (
                  <th
                    key={field.id}
                    scope="col"
                    class={isFigure(field) ? 'figure' : ''}
                    aria-sort={sort?.field !== field.id ? undefined : sort.descending ? 'descending' : 'ascending'}
                  >
                    <button
                      type="button"
                      data-action="sort"
                      data-of={field.id}
                      title={words.sortBy(field.label)}
                      onClick={() => turn(field)}
                    >
                      {field.label}
                      <span aria-hidden="true">{sort?.field === field.id ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.rows.map((record) => (
                <tr key={record.id} data-record={record.id}>
                  {columns.map((field) => (
                    <td key={field.id} class={isFigure(field) ? 'figure' : ''} data-value={field.id}>
                      {field.id === rows.collection.title ? (
                        <Title record={record} collection={rows.collection} onOpen={open} />
                      ) : (
                        <Cell field={field} record={record} collection={rows.collection} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <Totals columns={columns} rows={rows} />
          </table>
        </div>
      )}
      <More rows={rows} />
    </>
  )
}

/** Money and time add up; temperatures and ratings do not. */
const addsUp = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'duration' ||
  (field.kind === 'computed' && (field.shows.kind === 'money' || field.shows.kind === 'duration'))

function Totals({ columns, rows }: { columns: Field[]; rows: Rows }) {
  const { locale, now, words } = useShared()
  if (!columns.some(addsUp) || rows.rows.length < 2) return null
  const sum = (field: Field) =>
    rows.rows
      .map((r) => fieldValue(r, field, rows.collection.fields, now.date))
      .reduce<number>((total, v) => total + (typeof v === 'number' ? v : 0), 0)
  return (
    <tfoot>
      <tr>
        {columns.map((field, i) => (
          <td key={field.id} class={isFigure(field) ? 'figure' : ''} data-total={addsUp(field) ? field.id : undefined}>
            {addsUp(field) ? formatValue(field, sum(field), locale) : i === 0 ? words.total : ''}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
