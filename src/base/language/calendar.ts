/** Arithmetic on calendar days 'YYYY-MM-DD' and months, from a person's now. No time zones: a day is a day. */
import type { PeriodUnit } from '../../spec.ts'
import type { Guessed, Now } from './types.ts'

const DAY = 86_400_000
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`)
const from = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Undefined for days that do not exist. */
export function day(year: number, month: number, date: number): string | undefined {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined
  const ms = Date.UTC(year, month - 1, date)
  return new Date(ms).getUTCDate() === date ? from(ms) : undefined
}

/** Offsets past any calendar (a hostile "999999999 days ago") stay within years 1000-9999. */
export function addDays(iso: string, days: number): string {
  const ms = at(iso) + Math.trunc(days) * DAY
  if (!(ms >= Date.UTC(1000, 0, 1))) return '1000-01-01'
  return ms > Date.UTC(9999, 11, 31) ? '9999-12-31' : from(ms)
}

/** The same day of the month, or its last day. */
export function addMonths(iso: string, months: number): string {
  const { year, month, date } = parts(iso)
  const index = Math.max(12_000, Math.min(9999 * 12 + 11, year * 12 + month - 1 + Math.trunc(months)))
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  return day(y, m, Math.min(date, daysIn(y, m)))!
}
export const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export function parts(iso: string): { year: number; month: number; date: number } {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), date: Number(iso.slice(8, 10)) }
}
/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (iso: string) => new Date(at(iso)).getUTCDay()
export const daysBetween = (a: string, b: string) => Math.round((at(b) - at(a)) / DAY)

export function startOf(unit: PeriodUnit, iso: string, weekStart: 0 | 1): string {
  if (unit === 'day') return iso
  if (unit === 'week') return addDays(iso, -((weekdayOf(iso) - weekStart + 7) % 7))
  return unit === 'month' ? `${iso.slice(0, 7)}-01` : `${iso.slice(0, 4)}-01-01`
}
export function add(unit: PeriodUnit, iso: string, count: number): string {
  if (unit === 'day') return addDays(iso, count)
  if (unit === 'week') return addDays(iso, count * 7)
  return addMonths(iso, unit === 'month' ? count : count * 12)
}

/** The period `offset` from the present one; `to` is exclusive. */
export function periodAt(unit: PeriodUnit, offset: number, now: Now): { from: string; to: string } {
  const start = add(unit, startOf(unit, now.date, now.weekStart), offset)
  return { from: start, to: add(unit, start, 1) }
}

/** That day of the week, in the calendar week `offset` from the present one. */
export function weekdayIn(offset: number, weekday: number, now: Now): string {
  const start = addDays(startOf('week', now.date, now.weekStart), offset * 7)
  return addDays(start, (weekday - now.weekStart + 7) % 7)
}
/** The coming one, today included. */
export const comingWeekday = (weekday: number, now: Now) => addDays(now.date, (weekday - weekdayOf(now.date) + 7) % 7)
/** The one before today. */
export const pastWeekday = (weekday: number, now: Now) => addDays(now.date, -(((weekdayOf(now.date) - weekday + 6) % 7) + 1))

/** Month and day without a year: the nearest to today, past or future. */
export function nearestDay(month: number, date: number, now: Now): string | undefined {
  const { year } = parts(now.date)
  const all = [year, year + 1, year - 1, year + 2, year + 3, year + 4].flatMap((y) => day(y, month, date) ?? [])
  return all.sort((a, b) => Math.abs(daysBetween(now.date, a)) - Math.abs(daysBetween(now.date, b)))[0]
}
/** Month and day of something that recurs: the next one, today included. */
export function comingDay(month: number, date: number, now: Now): string {
  const { year } = parts(now.date)
  const present = day(year, month, date)!
  return present >= now.date ? present : day(year + 1, month, date)!
}
/** A day of the month alone: the nearest to today. */
export function nearestDate(date: number, now: Now): string | undefined {
  const { year, month } = parts(now.date)
  const all = [0, 1, -1, 2].flatMap((offset) => {
    const index = year * 12 + month - 1 + offset
    return day(Math.floor(index / 12), (index % 12) + 1, date) ?? []
  })
  return all.sort((a, b) => Math.abs(daysBetween(now.date, a)) - Math.abs(daysBetween(now.date, b)))[0]
}
/** A month without a year: the nearest; of two equally near the past one, since questions look back. */
export function nearestMonth(month: number, now: Now): string {
  const { year, month: present } = parts(now.date)
  const distance = (y: number) => Math.abs((y - year) * 12 + month - present)
  const best = [year, year - 1, year + 1].sort((a, b) => distance(a) - distance(b) || a - b)[0]!
  return `${best}-${String(month).padStart(2, '0')}-01`
}
export const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}-01`
/** The day of that name before: a year before 24 December, a month before the 3rd, a week before Sunday. */
export const lastOf = (iso: string, guessed: Guessed): string => another(iso, guessed, -1)

/** The day of that name so many weeks, months or years away; where a month has no 31st, the next that has one. */
export function another(iso: string, guessed: Guessed, away: 1 | -1): string {
  if (guessed === 'week') return addDays(iso, away * 7)
  const { year, month, date: of } = parts(iso)
  const step = guessed === 'month' ? away : away * 12
  for (let index = year * 12 + month - 1 + step; ; index += step) {
    const found = day(Math.floor(index / 12), (index % 12) + 1, of)
    if (found) return found
  }
}
