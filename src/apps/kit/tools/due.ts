/** What is due: days to dates, yearly ones too, recurrences, and times of day. */
import type { Every } from '../../../spec.ts'

const DAY = 86_400_000
const stamp = (date: string) => Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Whole days from one calendar day to another; negative in the past. */
export const daysBetween = (from: string, to: string): number => Math.round((stamp(to) - stamp(from)) / DAY)

/** The same day of this or next year, on or after `today`; 29 February is the 28th in other years. */
export function nextYearly(date: string, today: string): string {
  const [, month = '01', day = '01'] = date.slice(0, 10).split('-')
  const inYear = (year: number) => {
    const wanted = `${year}-${month}-${day}`
    return dateOf(stamp(wanted)) === wanted ? wanted : `${year}-02-28`
  }
  const year = Number(today.slice(0, 4))
  return inYear(year) >= today ? inYear(year) : inYear(year + 1)
}

/** `date` moved on by `every`; the end of a month stays the end of a shorter one. */
export function moveOn(date: string, { unit, count }: Every): string {
  if (unit === 'day' || unit === 'week') return dateOf(stamp(date) + count * (unit === 'week' ? 7 : 1) * DAY)
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  const months = year * 12 + (month - 1) + count * (unit === 'year' ? 12 : 1)
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  return dateOf(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, last)))
}

/** The next day of a rhythm that began on `date`, on or after `today`. Counted from the beginning: the 31st stays the last of a month. */
export function nextOf(date: string, every: Every, today: string): string {
  const first = date.slice(0, 10)
  if (first >= today) return first
  let times = Math.max(0, timesBefore(first, every, today) - 1)
  while (timesOn(first, every, times) < today) times++
  return timesOn(first, every, times)
}

/** Where a rhythm goes on once it is done: its first day after `today` and after `date` itself. */
export function nextAfter(date: string, every: Every, today: string): string {
  const first = date.slice(0, 10)
  let times = Math.max(1, timesBefore(first, every, today) - 1)
  while (timesOn(first, every, times) <= today) times++
  return timesOn(first, every, times)
}

const timesOn = (date: string, { unit, count }: Every, times: number) => moveOn(date, { unit, count: count * times })
const LENGTH = { day: 1, week: 7, month: 31, year: 366 }
/** At least so often does the rhythm fit between the days. */
const timesBefore = (date: string, { unit, count }: Every, today: string) => Math.floor(daysBetween(date, today) / (LENGTH[unit] * count))

/** Minutes from `time` until the next of `times`, and which; null where there is none. */
export function nextTime(times: readonly string[], time: string): { time: string; minutes: number } | null {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
  const waits = times.map((each) => ({ time: each, minutes: (minutes(each) - minutes(time) + 1440) % 1440 }))
  return waits.sort((a, b) => a.minutes - b.minutes)[0] ?? null
}
