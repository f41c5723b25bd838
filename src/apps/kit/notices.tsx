/** What an app says about itself above its views: limits, goals, streaks, what is due, what runs low, how far along. */
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { formatDate, formatNumber, formatPercent, formatTime } from '../../base/language/format.ts'
import type { BehaviourOf, Query, Rec } from '../../spec.ts'
import { fieldValue } from '../query.ts'
import { collectionOf, fieldOf, useBehaviour, useCollection, useFormat, useQuery, useShared } from './context.tsx'
import { limitState } from './logic.ts'
import { daysBetween, nextAfter, nextOf, nextTime, nextYearly } from './tools/due.ts'
import { streakOf } from './tools/streak.ts'
import { Banner, Button, Meter } from './ui.tsx'
import { useShown } from './views/summary.tsx'

/** Most lines of one notice; the rest is counted. */
const MOST = 4

type Bound = BehaviourOf<'limit'> | BehaviourOf<'goal'>

const queryOf = ({ collection, filter = [], measure, date, period }: Bound): Query => ({
  collection,
  filter,
  measure,
  ...(date && period && { when: { field: date, unit: period, offset: 0 } }),
})

/** The period's name, as in "today"; empty for all time. */
function usePer({ period }: Bound): string {
  const { words } = useShared()
  return period ? words.per[period] : ''
}

export function Limit({ id }: { id: string }) {
  const limit = useBehaviour(id, 'limit')
  const { words } = useShared()
  const query = useMemo(() => queryOf(limit), [limit])
  const shown = useShown(query)
  const value = useQuery(query).value ?? 0
  const { label, most, warnAt } = limit
  const state = limitState(value, most, warnAt)
  const tone = state === 'fine' ? 'plain' : state
  return (
    <Banner tone={tone} data-limit={id} data-tool={id} data-state={state}>
      <Line label={label} per={usePer(limit)} figure={words.of(shown(value), shown(most))} />
      <Meter share={most ? value / most : 1} tone={tone} label={label} />
      <p>
        {state === 'over'
          ? words.limitOver(shown(value - most))
          : state === 'near'
            ? words.limitNear(shown(most - value))
            : words.limitLeft(shown(most - value))}
      </p>
    </Banner>
  )
}

export function Goal({ id }: { id: string }) {
  const goal = useBehaviour(id, 'goal')
  const { words } = useShared()
  const query = useMemo(() => queryOf(goal), [goal])
  const firsts = useMemo(
    (): Query => ({
      collection: goal.collection,
      filter: goal.filter ?? [],
      measure: { fn: 'first', ...(goal.measure.field && { field: goal.measure.field }) },
    }),
    [goal],
  )
  const shown = useShown(query)
  const value = useQuery(query).value
  const first = useQuery(firsts).value
  const { label, target, direction } = goal
  const down = direction === 'reach-down'
  const done = value !== null && (down ? value <= target : value >= target)
  const share = done ? 1 : value === null ? 0 : down ? shareDown(first ?? value, value, target) : target ? value / target : 0
  const left = value === null ? target : Math.abs(target - value)
  return (
    <Banner tone={done ? 'good' : 'plain'} data-goal={id} data-tool={id} data-state={done ? 'done' : 'open'}>
      <Line label={label} per={usePer(goal)} figure={words.of(shown(value ?? (down ? null : 0)), shown(target))} />
      <Meter share={share} tone={done ? 'good' : 'plain'} label={label} />
      <p>{done ? words.goalDone : words.goalLeft(shown(left))}</p>
    </Banner>
  )
}
/** How much of the way from the first value down to the target. */
const shareDown = (first: number, value: number, target: number) => (first > target ? (first - value) / (first - target) : 0)

const Line = ({ label, per, figure }: { label: string; per?: string; figure: ComponentChildren }) => (
  <div class="banner-line">
    <strong>
      {label}
      {per && <span class="quiet"> · {per}</span>}
    </strong>
    <span class="figure">{figure}</span>
  </div>
)

/** Ticks today off, or takes the tick back; null where an entry has to say more than that. */
function useMark({ collection: of, date, done, per }: BehaviourOf<'streak'>) {
  const { collection, records, add, update, remove } = useCollection(of)
  const { now } = useShared()
  const known = [date, done, per]
  const asks = collection.fields.some((f) => f.required && !known.includes(f.id) && f.default === undefined)
  if (asks || !(done || per)) return null
  return (owner: string | null) => {
    const today = records.filter(
      (r) => String(r.values[date] ?? '').slice(0, 10) === now.date && (!per || owner === null || r.values[per] === owner),
    )
    const marked = today.find((r) => !done || r.values[done] === true)
    if (marked) return void (done ? update(marked.id, { [done]: false }) : remove(marked))
    if (done && today[0]) return void update(today[0].id, { [done]: true })
    const field = fieldOf(collection, date)
    const on = field?.kind === 'datetime' ? `${now.date}T${now.time}` : now.date
    return void add({ [date]: on, ...(done && { [done]: true }), ...(per && owner !== null && { [per]: owner }) })
  }
}

export function Streak({ id }: { id: string }) {
  const streak = useBehaviour(id, 'streak')
  const { spec, records, now, words } = useShared()
  const format = useFormat()
  const { collection, date, done, per, every, forgive } = streak
  const all = (records[collection] ?? []).filter((r) => !done || r.values[done] === true)
  const relation = fieldOf(collectionOf(spec, collection), per)
  const dates = (kept: Rec[]) => kept.map((r) => String(r.values[date] ?? '')).filter(Boolean)
  const of = (kept: Rec[]) => streakOf(dates(kept), now, { every, forgive })
  const mark = useMark(streak)
  const rows =
    relation?.kind === 'relation'
      ? (records[relation.to] ?? []).map((r) => ({
          id: r.id,
          title: format.title(r, collectionOf(spec, relation.to)),
          streak: of(all.filter((one) => one.values[relation.id] === r.id)),
        }))
      : [{ id, title: '', streak: of(all) }]
  return (
    <Banner tone={rows.some((row) => row.streak.current > 0) ? 'good' : 'plain'} data-streak={id} data-tool={id}>
      {rows.slice(0, 12).map((row) => (
        <div key={row.id} class="streak-row">
          <Line
            label={row.title || streak.label}
            figure={row.streak.current ? words.streak(row.streak.current, words.units[every]) : row.title ? '–' : words.streakNone}
          />
          <span class="dots" aria-hidden="true">
            {row.streak.recent.map((dot) => (
              <i key={dot.from} class={dot.done ? 'on' : ''} title={dot.from} />
            ))}
            {row.streak.longest > 1 && <span class="quiet">{words.streakBest(row.streak.longest)}</span>}
          </span>
          {mark && (
            <input
              type="checkbox"
              class="tick"
              data-action="mark"
              checked={row.streak.today}
              aria-label={words.markToday(row.title || streak.label)}
              onChange={() => mark(relation ? row.id : null)}
            />
          )}
        </div>
      ))}
    </Banner>
  )
}

type Due = { record: Rec; on: string; days: number }

/** Records whose day is near, the nearest first. */
function useDue({
  collection,
  date,
  yearly,
  before = 0,
  every,
  done,
}: {
  collection?: string | undefined
  date?: string | undefined
  yearly?: boolean | undefined
  before?: number
  every?: BehaviourOf<'recurrence'>['every'] | undefined
  done?: string | undefined
}): Due[] {
  const { records, now, spec } = useShared()
  if (!collection || !date) return []
  const owner = collectionOf(spec, collection)
  const field = fieldOf(owner, date)
  if (!field) return []
  return (records[collection] ?? [])
    .flatMap((record) => {
      const value = fieldValue(record, field, owner.fields, now.date)
      if (typeof value !== 'string' || value === '' || (done && record.values[done] === true)) return []
      const on = yearly ? nextYearly(value, now.date) : every ? nextOf(value, every, now.date) : value.slice(0, 10)
      return [{ record, on, days: daysBetween(now.date, on) }]
    })
    .filter(({ days }) => days <= before)
    .sort((a, b) => a.days - b.days)
}

export function Reminder({ id }: { id: string }) {
  const reminder = useBehaviour(id, 'reminder')
  const { spec, now, words, locale } = useShared()
  const format = useFormat()
  const { collection, times = [], label } = reminder
  const due = useDue(reminder)
  const next = nextTime(times, now.time)
  const titles = due.flatMap(({ record }) => (collection ? [format.title(record, collectionOf(spec, collection))] : []))
  useNotification(id, label, times, titles)
  if (!due.length && !next)
    return (
      <Banner data-reminder={id} data-tool={id}>
        <Line label={label} figure={words.nothingDue} />
      </Banner>
    )
  return (
    <Banner tone={due.some((one) => one.days <= 0) ? 'near' : 'plain'} data-reminder={id} data-tool={id}>
      <Line label={label} figure={next ? words.remindAt(times.map((time) => formatTime(time, locale)).join(', ')) : ''} />
      {due.length > 0 && collection && (
        <ul>
          {due.slice(0, MOST).map(({ record, days }) => (
            <li key={record.id}>
              {format.title(record, collectionOf(spec, collection))} <span class="quiet">{whenWords(days, words)}</span>
            </li>
          ))}
          {due.length > MOST && <li class="quiet">+{formatNumber(due.length - MOST, locale)}</li>}
        </ul>
      )}
      <NotifyMe />
    </Banner>
  )
}

/** Says on the device what is due: once a day for days, once at each time of day; only while the app is open somewhere. */
function useNotification(id: string, label: string, times: readonly string[], due: readonly string[]): void {
  const { client, now, spec } = useShared()
  useEffect(() => {
    if (!spec.capabilities.includes('notifications')) return
    const reached = times.filter((time) => time <= now.time).at(-1)
    const moment = times.length ? reached && `${now.date} ${reached}` : due.length ? now.date : undefined
    const key = `notified:${id}`
    if (!moment || client.storage.getItem(key) === moment) return
    const first = client.storage.getItem(key) === null
    client.storage.setItem(key, moment)
    // A time that had gone by before the app was ever opened is no news.
    if (!first || !times.length) void client.notify([label, ...due.slice(0, MOST)].join(' · '))
  }, [now.date, now.time, due.join()])
}

/** Asks for notifications when pressed; gone once they are allowed. */
function NotifyMe() {
  const { spec, client, words } = useShared()
  const key = 'notifications'
  const [on, setOn] = useState(client.storage.getItem(key) === 'yes')
  if (on || !spec.capabilities.includes('notifications')) return null
  const request = async () => {
    if (!(await client.request('notifications'))) return
    client.storage.setItem(key, 'yes')
    setOn(true)
  }
  return (
    <div class="actions">
      <Button action="notify" kind="quiet" onClick={() => void request()}>
        {words.notifyMe}
      </Button>
    </div>
  )
}

const whenWords = (days: number, words: ReturnType<typeof useShared>['words']) =>
  days === 0 ? words.dueToday : days > 0 ? words.dueIn(days) : words.overdue(-days)

/** What has come round, with a button that moves it on to its next day. */
export function Recurrence({ id }: { id: string }) {
  const recurrence = useBehaviour(id, 'recurrence')
  const { spec, now, words, write } = useShared()
  const format = useFormat()
  const { collection, date, every, done, label } = recurrence
  const due = useDue({ collection, date })
  const next = ({ record }: Due) => {
    // Ticked off, it moves on by itself; where there is nothing to tick, this moves it.
    const from = String(record.values[date])
    return write([
      {
        do: 'update',
        collection,
        record: record.id,
        values: done ? { [done]: true } : { [date]: `${nextAfter(from, every, now.date)}${from.slice(10)}` },
      },
    ])
  }
  return (
    <Banner tone={due.length ? 'near' : 'plain'} data-recurrence={id} data-tool={id}>
      <Line label={label} figure={due.length ? '' : words.nothingDue} />
      {due.length > 0 && (
        <ul>
          {due.slice(0, MOST).map((one) => (
            <li key={one.record.id} class="due">
              <span>
                {format.title(one.record, collectionOf(spec, collection))} <span class="quiet">{whenWords(one.days, words)}</span>
              </span>
              <Button action="done" onClick={() => void next(one)}>
                {words.done}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

export function Stock({ id }: { id: string }) {
  const stock = useBehaviour(id, 'stock')
  const { collection, records } = useCollection(stock.collection)
  const { words } = useShared()
  const format = useFormat()
  const quantity = fieldOf(collection, stock.quantity)
  if (!quantity) return null
  const least = (record: Rec) => (typeof stock.least === 'number' ? stock.least : record.values[stock.least])
  const low = records.filter((r) => {
    const [left, wanted] = [r.values[stock.quantity], least(r)]
    return typeof left === 'number' && typeof wanted === 'number' && left <= wanted
  })
  return (
    <Banner tone={low.length ? 'near' : 'good'} data-stock={id} data-tool={id}>
      <Line label={stock.label} figure={low.length ? '' : words.stocked} />
      {low.length > 0 && (
        <ul>
          {low.slice(0, MOST * 2).map((r) => (
            <li key={r.id}>{words.low(format.title(r, collection), format.value(quantity, r, collection) || '0')}</li>
          ))}
        </ul>
      )}
    </Banner>
  )
}

export function Progress({ id }: { id: string }) {
  const { label, collection, done, current, total } = useBehaviour(id, 'progress')
  const { records } = useCollection(collection)
  const { words, locale } = useShared()
  const number = (record: Rec, field: string | undefined) =>
    field && typeof record.values[field] === 'number' ? (record.values[field] as number) : 0
  const sum = (field: string | undefined) => records.reduce((all, r) => all + number(r, field), 0)
  const share =
    current && total
      ? sum(total)
        ? sum(current) / sum(total)
        : 0
      : current
        ? mean(records.map((r) => number(r, current) / 100))
        : records.length
          ? records.filter((r) => done && r.values[done] === true).length / records.length
          : 0
  const figure =
    done && !current
      ? words.of(formatNumber(Math.round(share * records.length), locale), formatNumber(records.length, locale))
      : words.progress(formatPercent(share, locale, { decimals: 0 }))
  return (
    <Banner tone={share >= 1 ? 'good' : 'plain'} data-progress={id} data-tool={id}>
      <Line label={label} figure={figure} />
      <Meter share={share} tone={share >= 1 ? 'good' : 'plain'} label={label} />
    </Banner>
  )
}
const mean = (values: number[]) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : 0)

type Moment = { key: string; title: string; on: string; days: number }

/** The moments a countdown goes to: the next first, then those that are over. */
function useMoments({ to, collection, date, yearly, label }: BehaviourOf<'countdown'>): Moment[] {
  const { now, spec, records } = useShared()
  const format = useFormat()
  if (to) return [{ key: 'to', title: label, on: to.slice(0, 10), days: daysBetween(now.date, to.slice(0, 10)) }]
  if (!collection || !date) return []
  const owner = collectionOf(spec, collection)
  const moments = (records[collection] ?? []).flatMap((record) => {
    const value = record.values[date]
    if (typeof value !== 'string' || !value) return []
    const on = yearly ? nextYearly(value, now.date) : value.slice(0, 10)
    return [{ key: record.id, title: format.title(record, owner), on, days: daysBetween(now.date, on) }]
  })
  const ahead = moments.filter((one) => one.days >= 0).sort((a, b) => a.days - b.days)
  return [...ahead, ...moments.filter((one) => one.days < 0).sort((a, b) => b.days - a.days)]
}

export function Countdown({ id }: { id: string }) {
  const countdown = useBehaviour(id, 'countdown')
  const { words, locale } = useShared()
  const [next, ...rest] = useMoments(countdown)
  return (
    <Banner data-countdown={id} data-tool={id}>
      {next ? (
        <>
          <p class="countdown">
            <span class="countdown-days">{next.days < 0 ? words.daysAgo(-next.days) : words.daysLeft(next.days)}</span>
            <span>
              {next.title} <span class="quiet">{formatDate(next.on, locale, 'weekday')}</span>
            </span>
          </p>
          {rest.length > 0 && (
            <ul>
              {rest.slice(0, MOST).map((one) => (
                <li key={one.key}>
                  {one.title} <span class="quiet">{one.days < 0 ? words.daysAgo(-one.days) : words.daysLeft(one.days)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p>{words.noCountdown}</p>
      )}
    </Banner>
  )
}
