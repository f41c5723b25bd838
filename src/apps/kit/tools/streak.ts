/** Consecutive periods with a record. A lapse of at most `forgive` periods does not break a streak, and does not count in it. */
import type { PeriodUnit } from '../../../spec.ts'

export type Streak = {
  current: number
  longest: number
  /** This period is done already. */
  today: boolean
  /** Done in each of the last periods, oldest first: for the row of dots. */
  recent: { from: string; done: boolean }[]
}

const DAY = 86_400_000
const stamp = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Number of the period that a day is in; neighbours differ by one. */
export function periodOf(date: string, unit: PeriodUnit, weekStart: number): number {
  const day = Math.floor(stamp(date) / DAY)
  if (unit === 'day') return day
  // 1970-01-01 was a Thursday.
  if (unit === 'week') return Math.floor((day + 4 - weekStart) / 7)
  const [year = 0, month = 1] = date.split('-').map(Number)
  return unit === 'month' ? year * 12 + month - 1 : year
}

/** First day of a period. */
export function startOf(period: number, unit: PeriodUnit, weekStart: number): string {
  if (unit === 'day') return dateOf(period * DAY)
  if (unit === 'week') return dateOf((period * 7 - 4 + weekStart) * DAY)
  if (unit === 'month') return `${String(Math.floor(period / 12)).padStart(4, '0')}-${String((period % 12) + 1).padStart(2, '0')}-01`
  return `${String(period).padStart(4, '0')}-01-01`
}

export function streakOf(
  dates: readonly string[],
  now: { date: string; weekStart: number },
  { every, forgive }: { every: PeriodUnit; forgive: number },
  shown = 14,
): Streak {
  const period = (date: string) => periodOf(date, every, now.weekStart)
  const present = period(now.date)
  const done = [...new Set(dates.map((date) => period(date.slice(0, 10))))].filter((p) => p <= present).sort((a, b) => a - b)
  let longest = 0
  let run = 0
  done.forEach((p, i) => {
    const before = done[i - 1]
    run = before !== undefined && p - before - 1 <= forgive ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  const last = done.at(-1)
  // The present period is not missed before it has ended.
  const alive = last !== undefined && present - last - 1 <= forgive
  const set = new Set(done)
  const recent = Array.from({ length: shown }, (_, i) => present - shown + 1 + i).map((p) => ({
    from: startOf(p, every, now.weekStart),
    done: set.has(p),
  }))
  return { current: alive ? run : 0, longest, today: last === present, recent }
}
