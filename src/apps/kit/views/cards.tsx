/** Cards beside each other: for things that are looked at rather than counted. */
import { useFormat, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { Cell, details, EmptyRows, Finder, More, Title, useRows } from './rows.tsx'

export function CardsView({ id }: { id: string }) {
  const view = useView(id, 'cards')
  const rows = useRows(view)
  const format = useFormat()
  const open = useEditing(view.collection)
  return (
    <>
      <div class="view-head">
        <Finder rows={rows} sortable />
        {rows.all.length > 0 && <AddButton to={view.collection} />}
      </div>
      {rows.rows.length === 0 && <EmptyRows rows={rows} />}
      <ul class="cards">
        {rows.rows.map((record) => (
          <li key={record.id} class="card" data-record={record.id}>
            <Title record={record} collection={rows.collection} onOpen={open} />
            <dl>
              {details(record, rows.collection, format)
                .slice(0, 6)
                .map(({ field }) => (
                  <div key={field.id} class={field.kind === 'note' ? 'wide' : ''}>
                    <dt>{field.label}</dt>
                    <dd data-value={field.id}>
                      <Cell field={field} record={record} collection={rows.collection} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      <More rows={rows} />
    </>
  )
}
