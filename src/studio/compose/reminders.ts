/** Reminders, countdowns, streaks and stocks that were asked for. */

import type { Collection, Field } from '../../spec.ts'
import type { Build } from '../rules/build.ts'
import { daysBefore } from '../rules/families/index.ts'
import type { B } from '../rules/families/shared.ts'
import { t } from '../rules/words.ts'

export function applyReminders(b: Build, main: Collection): void {
  const { frame } = b
  if (frame.behaviours.has('streak') && !b.behaviours.some((one) => one.kind === 'streak')) {
    const date = b.dateOf(main)
    const done = b.find(main, 'yesno')
    if (date)
      b.does<B<'streak'>>({
        kind: 'streak',
        collection: main.id,
        date: date.id,
        ...(done ? { done: done.id } : {}),
        every: 'day',
        forgive: 1,
      })
  }
  const stock = b.behaviours.some((one) => one.kind === 'stock')
  if (frame.behaviours.has('stock') && !stock) {
    const quantity = b.by(main, 'quantity') ?? (main.concept === 'items' ? b.find(main, 'number', 'quantity') : undefined)
    if (quantity) b.does<B<'stock'>>({ kind: 'stock', collection: main.id, quantity: quantity.id, least: frame.bounds[0]?.value ?? 1 })
  }
  if (frame.behaviours.has('countdown') && !b.behaviours.some((one) => one.kind === 'countdown') && frame.dates.length)
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', to: frame.dates.at(-1)!.date }))
  if (frame.errand || !frame.behaviours.has('reminder') || frame.beyond.includes('email')) return
  const had = b.behaviours.find((one) => one.kind === 'reminder')
  if (had?.kind === 'reminder' && !frame.times.length) return
  if (had?.kind === 'reminder') {
    if (!had.times) had.times = frame.times.slice(0, 12)
    return
  }
  // "warn me when I go over" is the limit's own doing.
  if (
    frame.behaviours.has('stock') ||
    (b.behaviours.some((one) => one.kind === 'limit') && !frame.times.length && /over|exceed|超|オーバー|넘/.test(frame.low))
  )
    return
  const due = dueField(b, main)
  if (due && !frame.times.length) {
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: main.id,
      date: due.id,
      before: daysBefore(frame.low) ?? 1,
      ...(b.find(main, 'yesno') ? { done: b.find(main, 'yesno')!.id } : {}),
      ...(frame.every && !['date'].includes(due.concept ?? '') && !due.id.startsWith('due')
        ? { every: { unit: frame.every.unit, count: Math.min(366, Math.max(1, frame.every.count)) } }
        : {}),
    })
    return
  }
  const hourly = frame.every?.minutes ? through(frame.every.minutes) : []
  const times = frame.times.length ? frame.times.slice(0, 12) : hourly.length ? hourly : ['20:00']
  if (!frame.times.length && !hourly.length)
    b.assumed.push(b.say(t('A reminder at 20:00 / 每天20:00提醒 / 20:00にリマインド / 오후 8시 알림')))
  b.does<B<'reminder'>>({ kind: 'reminder', collection: main.id, times, before: 0 })
}

/** "every 2 hours": through the day from eight to ten at night, twelve times at most. */
function through(minutes: number): string[] {
  const step = Math.max(minutes, Math.ceil((14 * 60) / 11))
  const times: string[] = []
  for (let at = 8 * 60; at <= 22 * 60 && times.length < 12; at += step)
    times.push(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(Math.round(at % 60)).padStart(2, '0')}`)
  return times
}

/** A date that lies ahead, as against the day something was noted. */
const dueField = (b: Build, main: Collection): Field | undefined =>
  main.fields.find(
    (field) =>
      field.kind === 'date' &&
      ['due', 'expiry', 'renewal', 'birthday', 'warranty', 'end', 'lastWatered', 'repotted'].includes(field.concept ?? ''),
  ) ??
  main.fields.find((field) => field.kind === 'date' && field.default === undefined && field.concept !== 'bought') ??
  (main.concept === 'events' ? b.dateOf(main) : undefined)
