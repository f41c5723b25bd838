/** Days in order with what happens on each by time, and what the day costs: itineraries and plans. */
import { formatDate, formatTime, formatValue } from '../../../base/language/format.ts'
import type { Rec } from '../../../spec.ts'
import { fieldOf, useFormat, useShared, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { details, EmptyRows, More, Title, useRows } from './rows.tsx'

export function TimelineView({ id }: { id: string }) {
  const view = useView(id, 'timeline')
  const { locale, words } = useShared()
  const format = useFormat()
  const rows = useRows(view, 400)
  const open = useEditing(view.collection)
  const cost = fieldOf(rows.collection, view.cost)
  const key = (record: Rec) => `${String(record.values[view.date] ?? '9')} ${view.time ? String(record.values[view.time] ?? '24') : ''}`
  const sorted = [...rows.rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.seq - b.seq))
  const days = new Map<string, Rec[]>()
  for (const record of sorted) {
    const day = String(record.values[view.date] ?? '').slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), record])
  }
  const costOf = (records: Rec[]) =>
    records.reduce((sum, r) => sum + (cost && typeof r.values[cost.id] === 'number' ? (r.values[cost.id] as number) : 0), 0)
  const timed = rows.rows.some((record) => view.time && record.values[view.time])
  let count = 0
  return (
    <>
      <div class="view-head">{rows.all.length > 0 && <AddButton to={view.collection} />}</div>
      {rows.rows.length === 0 && <EmptyRows rows={rows} />}
      <ol class="timeline">
        {[...days].map(([day, records]) => (
          <li key={day} class="timeline-day">
            <h3>
              {day && <span class="number">{++count}</span>}
              <span>{day ? formatDate(day, locale, 'weekday') : words.noDate}</span>
              {cost && costOf(records) > 0 && (
                <span class="sum" data-total={cost.id}>
                  {formatValue(cost, costOf(records), locale)}
                </span>
              )}
            </h3>
            <ul class="list">
              {records.map((record) => (
                <li key={record.id} class="row" data-record={record.id}>
                  {timed && (
                    <span class="time">
                      {view.time && record.values[view.time] ? formatTime(String(record.values[view.time]), locale) : ''}
                    </span>
                  )}
                  <div class="row-main">
                    <Title record={record} collection={rows.collection} onOpen={open} />
                    <p class="row-more">
                      {details(record, rows.collection, format, [view.date, view.time, view.cost]).map(({ field, text }) => (
                        <span key={field.id}>{text}</span>
                      ))}
                    </p>
                  </div>
                  {cost && <div class="row-figures">{format.value(cost, record, rows.collection)}</div>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <More rows={rows} />
    </>
  )
}
