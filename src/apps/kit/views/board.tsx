/** Columns by a choice. Cards move by drag, and by the menu on each card, which the keyboard reaches. */
import { useState } from 'preact/hooks'
import type { Rec } from '../../../spec.ts'
import { fieldOf, useCollection, useFormat, useShared, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { details, Finder, Title, useRows } from './rows.tsx'

export function BoardView({ id }: { id: string }) {
  const view = useView(id, 'board')
  const { words } = useShared()
  const rows = useRows(view, 500)
  const format = useFormat()
  const { update } = useCollection(view.collection)
  const open = useEditing(view.collection)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const field = fieldOf(rows.collection, view.group)
  if (field?.kind !== 'choice') return null
  const options = field.options
  const columnOf = (record: Rec) => (options.some((o) => o.id === record.values[field.id]) ? String(record.values[field.id]) : '')
  const loose = rows.rows.filter((r) => columnOf(r) === '')
  const columns = [...(loose.length ? [{ id: '', label: words.unset }] : []), ...options]
  const move = (record: string, option: string) => void update(record, { [field.id]: option || null })
  return (
    <>
      <div class="view-head">
        <Finder rows={rows} />
        <AddButton to={view.collection} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="board" tabIndex={0} role="region" aria-label={view.label}>
        {columns.map((column) => {
          const cards = rows.rows.filter((r) => columnOf(r) === column.id)
          return (
            <section
              key={column.id}
              class={over === column.id ? 'column over' : 'column'}
              data-column={column.id}
              aria-label={column.label}
              onDragOver={(e) => {
                e.preventDefault()
                setOver(column.id)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(e) => {
                e.preventDefault()
                setOver(null)
                if (dragged) move(dragged, column.id)
              }}
            >
              <h3>
                {column.label} <span class="count">{cards.length}</span>
              </h3>
              <ul>
                {cards.map((record) => (
                  <li
                    key={record.id}
                    class="card"
                    data-record={record.id}
                    draggable
                    onDragStart={() => setDragged(record.id)}
                    onDragEnd={() => setDragged(null)}
                  >
                    <Title record={record} collection={rows.collection} onOpen={open} />
                    <p class="row-more">
                      {details(record, rows.collection, format, [field.id])
                        .slice(0, 3)
                        .map(({ field: f, text }) => (
                          <span key={f.id}>{text}</span>
                        ))}
                    </p>
                    <select
                      data-action="move"
                      aria-label={`${words.moveTo}: ${format.title(record, rows.collection)}`}
                      value={column.id}
                      onChange={(e) => move(record.id, e.currentTarget.value)}
                    >
                      {columns.map((to) => (
                        <option key={to.id} value={to.id}>
                          {to.label}
                        </option>
                      ))}
                    </select>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </>
  )
}
