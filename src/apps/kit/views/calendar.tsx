/** A month, and what is on its days. On a phone the days carry dots and the chosen day is listed below. */
import { useState } from 'preact/hooks'
import { formatDate, formatTime, formatWeekday } from '../../../base/language/format.ts'
import type { Rec } from '../../../spec.ts'
import { fieldOf, useFormat, useShared, useView } from '../context.tsx'
import { AddButton, useEditing } from '../form.tsx'
import { daysBetween, moveOn } from '../tools/due.ts'
import { Button } from '../ui.tsx'
import { Title, useRows } from './rows.tsx'

const dayOf = (date: string, count: number) => moveOn(date, { unit: 'day', count })

export function CalendarView({ id }: { id: string }) {
  const view = useView(id, 'calendar')
  const { now, locale, words } = useShared()
  const format = useFormat()
  const rows = useRows(view, 5000)
  const open = useEditing(view.collection)
  const [month, setMonth] = useState(now.date.slice(0, 7))
  const [chosen, choose] = useState(now.date)
  const field = fieldOf(rows.collection, view.date)
  const timeField = rows.fields.find((f) => f.kind === 'time')
  const on = new Map<string, Rec[]>()
  for (const record of rows.rows) {
    const day = String(record.values[view.date] ?? '').slice(0, 10)
    if (day) on.set(day, [...(on.get(day) ?? []), record])
  }
  const timeOf = (record: Rec) =>
    field?.kind === 'datetime' ? String(record.values[view.date]).slice(11, 16) : timeField ? String(record.values[timeField.id] ?? '') : ''
  const first = `${month}-01`
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() - now.weekStart + 7) % 7
  const next = moveOn(first, { unit: 'month', count: 1 })
  const weeks = Math.ceil((lead + daysBetween(first, next)) / 7)
  const days = Array.from({ length: weeks * 7 }, (_, i) => dayOf(first, i - lead))
  const toToday = () => {
    setMonth(now.date.slice(0, 7))
    choose(now.date)
  }
  const turn = (count: number) => setMonth(moveOn(first, { unit: 'month', count }).slice(0, 7))
  const listed = [...(on.get(chosen) ?? [])].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  const preset = field?.kind === 'datetime' ? `${chosen}T09:00` : chosen
  return (
    <>
      <div class="view-head month-head">
        <Button action="previous" kind="quiet" aria-label={words.previous} onClick={() => turn(-1)}>
          ‹
        </Button>
        <h3 aria-live="polite">{formatDate(first, locale, 'month')}</h3>
        <Button action="next" kind="quiet" aria-label={words.next} onClick={() => turn(1)}>
          ›
        </Button>
        <Button action="today" kind="quiet" onClick={toToday}>
          {words.today}
        </Button>
      </div>
      <div class="month">
        {Array.from({ length: 7 }, (_, i) => (
          <span key={i} class="weekday" aria-hidden="true">
            {formatWeekday((i + now.weekStart) % 7, locale)}
          </span>
        ))}
        {days.map((day) => {
          const records = on.get(day) ?? []
          const label = `${formatDate(day, locale, 'long')}${records.length ? `, ${records.length}` : ''}`
          return (
            <button
              key={day}
              type="button"
              class={`day ${day.startsWith(month) ? '' : 'outside'} ${day === now.date ? 'today' : ''}`}
              data-day={day}
              aria-label={label}
              aria-pressed={day === chosen}
              onClick={() => choose(day)}
            >
              <span>{Number(day.slice(8))}</span>
              {records.slice(0, 2).map((record) => (
                <span key={record.id} class="event" data-record={record.id}>
                  {format.title(record, rows.collection)}
                </span>
              ))}
              {records.length > 2 && <span class="event more">+{records.length - 2}</span>}
            </button>
          )
        })}
      </div>
      <section class="group">
        <h3>{formatDate(chosen, locale, 'weekday')}</h3>
        <ul class="list">
          {listed.map((record) => (
            <li key={record.id} class="row" data-record={record.id}>
              {timeOf(record) && <span class="time">{formatTime(timeOf(record), locale)}</span>}
              <div class="row-main">
                <Title record={record} collection={rows.collection} onOpen={open} />
              </div>
            </li>
          ))}
        </ul>
        <AddButton key={chosen} to={view.collection} preset={{ [view.date]: preset }} />
      </section>
    </>
  )
}
