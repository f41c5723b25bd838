/** Over which time; the context of a question says what today is. */

import type { Now, Reading } from '../../base/language/types.ts'
import { has, visibleFields } from '../../base/resolve.ts'
import type { Collection, PeriodUnit, When } from '../../spec.ts'
import type { Records } from '../related/events.ts'
import { dateOf } from './figures.ts'
import { COMPARE, w } from './words.ts'

export type AskContext = {
  now: Now
  locale: string
  currency: string /** The question before this one, which "and last month?" takes up. */
  before?: string
  /** The entries that the app has now. */
  known?: Records
}

export function whenOf(reading: Reading, low: string, collection: Collection, listing: boolean, ctx: AskContext): When | undefined {
  const fields = visibleFields(collection)
  const due = listing
    ? fields.find((field) => (field.kind === 'date' || field.kind === 'datetime') && field.default !== 'today' && field.default !== 'now')
    : undefined
  const date = due ?? dateOf(fields)
  if (!date) return undefined
  // Of "more this month than last month" the first is asked about, the other compared with.
  for (const { read, start, end, text } of reading.values) {
    // 二日で, 2日分: as many days, and no day of the month.
    const days = read.kind === 'date' ? SPAN.exec(`${text}|${reading.text.slice(end)}`)?.[1] : undefined
    if (days) return { field: date.id, days: Number(days) || '一二三四五六七八九十'.indexOf(days) + 1 }
    if (read.kind === 'period') {
      const span = period(date.id, read)
      // "more than last month?" asks of this month; last month is what it is compared with.
      return 'unit' in span && span.offset === -1 && has(low, COMPARE) ? { ...span, offset: 0 } : span
    }
    // 내일까지, "by Friday": whatever is due until then.
    if (read.kind === 'date' && !read.to && UNTIL.test(`${reading.text.slice(Math.max(0, start - 10), start)}|${reading.text.slice(end)}`))
      return { field: date.id, to: nextDay(read.date) }
    if (read.kind === 'date') return { field: date.id, from: read.date, to: read.to ?? nextDay(read.date) }
    if (read.kind === 'every' && has(low, COMPARE)) return { field: date.id, unit: read.unit, offset: 0 }
  }
  if (has(low, COMPARE)) {
    const unit: PeriodUnit = /week|周|週|주/.test(low)
      ? 'week'
      : /year|年|년|작년/.test(low)
        ? 'year'
        : /yesterday|昨|어제/.test(low)
          ? 'day'
          : 'month'
    return { field: date.id, unit, offset: 0 }
  }
  if (listing && has(low, w('overdue|late|逾期|过期|期限切れ|지난|밀린'))) return { field: date.id, to: ctx.now.date }
  if (listing && due && has(low, w('upcoming|coming up|next|接下来|即将|これから|今後|다가오는|앞으로')))
    return { field: date.id, from: ctx.now.date }
  return undefined
}

const SPAN = /^(\d{1,2}|[一二三四五六七八九十])日\|(?:で|分|間|足し|とも|合わせ|トータル)/
const UNTIL = /\b(?:by|before|until|up to)\s*\||^[^|]*\|\s?(?:까지|まで|之前|为止)/

function period(field: string, read: { from: string; to: string; unit?: PeriodUnit; offset?: number; days?: number }): When {
  if (read.days !== undefined && read.days > 0) return { field, days: read.days }
  if (read.unit !== undefined && read.offset !== undefined) return { field, unit: read.unit, offset: read.offset }
  return { field, from: read.from, to: read.to }
}

export const nextDay = (iso: string) => new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
