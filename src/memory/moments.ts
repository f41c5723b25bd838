/**
 * What of the memory belongs to this day: appointments, days that come every year, what was asked to be kept in mind for a
 * day or a weekday. Of today and tomorrow, so that it is in time and is no list.
 */
import { read } from '../base/language/read.ts'
import type { Now } from '../base/language/types.ts'
import type { Item } from './types.ts'

export type Moment = {
  memory: Item['id']
  text: string
  learned: string
  /** Days from today. */
  in: 0 | 1
  /** 'HH:MM' where one was said. */
  time: string | null
}

const DAY = 86_400_000
const YEARLY = new Set(['birthday', 'anniversary'])
/** Hours that something of a time of today is told of after it began. */
const STILL = 1

/** Of what was asked to be remembered and no rule took apart, so many are read for a day: the newest. */
const MOST_READ = 500
/** Words without any of these name no day: 내일, 毎週, 周五, “every Friday”, “on the 3rd”. */
const DATED =
  /\d|day|week|to(?:night|morrow)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|日|月|周|週|星期|礼拜|天|今|明|毎|曜|오늘|내일|모레|매|요일|주말|월|일/i

/** Pure. `calendar`: the person's calendar when something was learned, which “on Monday” was said by. The soonest first. */
export function momentsOf(items: readonly Item[], now: Now, calendar: (learned: string) => Now): Moment[] {
  const tomorrow = dayAfter(now.date)
  const told = new Set<string>()
  const plain: Item[] = []
  for (let i = items.length - 1; i >= 0 && plain.length < MOST_READ; i--) {
    const item = items[i]!
    if (!isTakenApart(item) && item.provenance === 'asked' && DATED.test(item.text)) plain.push(item)
  }
  return [...items.filter(isTakenApart), ...plain.reverse()]
    .flatMap((item): Moment[] => {
      const days = daysOf(item, calendar)
      const at = [now.date, tomorrow].findIndex((date) => days.some((day) => falls(day, date)))
      if (at < 0) return []
      const { time = null } = days.find((day) => falls(day, at ? tomorrow : now.date)) ?? {}
      if (at === 0 && time && minutesOf(now.time) - minutesOf(time) > STILL * 60) return []
      return [{ memory: item.id, text: item.text, learned: item.learned, in: at as 0 | 1, time }]
    })
    .sort((a, b) => a.in - b.in || (a.time ?? '').localeCompare(b.time ?? ''))
    .filter(({ text }) => !told.has(text) && told.add(text))
}

type Day = { date?: string; monthDay?: string; weekdays?: number[]; time?: string }

function falls({ date, monthDay, weekdays }: Day, on: string): boolean {
  if (date !== undefined) return date === on
  if (monthDay !== undefined) return monthDay === on.slice(5)
  return weekdays?.includes(new Date(`${on}T00:00:00Z`).getUTCDay()) ?? false
}

/** Its day is known without reading it. */
const isTakenApart = ({ attribute, kind, from }: Item) => YEARLY.has(attribute ?? '') || (kind === 'event' && from !== null)

function daysOf(item: Item, calendar: (learned: string) => Now): Day[] {
  const { attribute, value, from } = item
  if (YEARLY.has(attribute ?? '')) return value && /(?:^|-)\d\d-\d\d$/.test(value) ? [{ monthDay: value.slice(-5) }] : []
  if (from) return [{ date: from.slice(0, 10), ...timed(from.slice(11, 16)) }]
  const { values } = read(item.text, { now: calendar(item.learned), language: item.language, currency: '' })
  const time = values.flatMap(({ read: one }) => (one.kind === 'time' ? [one.time] : []))[0]
  return values.flatMap(({ read: one }): Day[] => {
    if (one.kind === 'datetime') return [{ date: one.date, time: one.time }]
    if (one.kind === 'date') return one.to ? [] : [{ date: one.date, ...timed(time) }]
    return one.kind === 'every' && one.unit === 'week' && one.count === 1 && one.weekdays?.length
      ? [{ weekdays: one.weekdays, ...timed(one.at?.[0] ?? time) }]
      : []
  })
}

const timed = (time: string | undefined) => (time ? { time } : {})
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
