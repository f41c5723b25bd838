/** Days and times to fields. */

import { lastOf } from '../../../base/language/calendar.ts'
import type { Found, Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field } from '../../../spec.ts'
import { nearness } from '../fit.ts'
import { planDays } from '../seeds.ts'
import { HAPPENED } from '../settle.ts'
import type { EntryContext, Take } from '../types.ts'

/** "Day 2", 1日目: the date of that day of the plan, where it is kept among the entries. */
export function fillDay(reading: Reading, fields: Field[], collection: Collection, spec: AppSpec, take: Take): void {
  const field = fields.find((one) => one.kind === 'date')
  const day = planDays(reading.text, { ...spec, collections: [collection] })[0]
  if (field && day) take(field, day.date, day.at)
}

export function fillDates(
  values: Found[],
  fields: Field[],
  reading: Reading,
  ctx: EntryContext,
  take: Take,
  taken: (id: string) => boolean = () => false,
): void {
  const free = fields.filter((field) => !taken(field.id) && (field.kind === 'date' || field.kind === 'datetime' || field.kind === 'time'))
  for (const value of values) {
    const { read } = value
    const at: [number, number] | undefined = reading.values.includes(value) ? [value.start, value.end] : undefined
    const days =
      read.kind === 'date' || read.kind === 'datetime' ? read : read.kind === 'period' && read.unit === 'day' ? { date: read.from } : null
    if (days) {
      const field = best(free, (one) =>
        one.kind === 'time'
          ? -1
          : nearness(fold(reading.text), reading, value, one) + (one.default === 'today' || one.default === 'now' ? 0.5 : 0.3),
      )
      if (!field) continue
      free.splice(free.indexOf(field), 1)
      const time = read.kind === 'datetime' ? read.time : timeIn(values)
      const guessed = HAPPENED.test(field.label) && 'guessed' in read && read.guessed
      const date = guessed && days.date > ctx.now.date ? lastOf(days.date, guessed) : days.date
      take(field, field.kind === 'datetime' ? `${date}T${time ?? (date === ctx.now.date ? ctx.now.time : '12:00')}` : date, at)
      if (read.kind === 'datetime') {
        const clock = free.find((one) => one.kind === 'time')
        if (clock) take(clock, read.time)
      }
    } else if (read.kind === 'time') {
      const clock = best(free, (one) => (one.kind === 'time' ? 1 : one.kind === 'datetime' ? 0.5 : -1))
      if (!clock) continue
      free.splice(free.indexOf(clock), 1)
      take(clock, clock.kind === 'time' ? ofNight(read.time, value.text, clock) : `${ctx.now.date}T${read.time}`, at)
    }
  }
}

const BED = /\bbed|asleep|\bslept\b|寝(?!起)|就寝|睡(?!醒)|上床|入眠|취침|잠든|잔\s?시|누운/i
const HALF =
  /[ap]\.?m\b|noon|afternoon|evening|morning|[上下中正]午|午[前後后]|昼|朝|夕|晚|夜|凌晨|早|오전|오후|아침|점심|저녁|새벽|낮|밤|\b1[3-7]:/i
/** 3時に寝て, 12点半上床: bare hours of going to bed are those of the night. */
function ofNight(time: string, said: string, { label }: Field): string {
  const hour = Number(time.slice(0, 2))
  return BED.test(label) && hour >= 12 && hour < 18 && !HALF.test(said) ? `${String(hour - 12).padStart(2, '0')}${time.slice(2)}` : time
}

const timeIn = (values: Found[]) => {
  const found = values.find((value) => value.read.kind === 'time')
  return found?.read.kind === 'time' ? found.read.time : undefined
}

function best<T>(list: readonly T[], score: (one: T) => number): T | undefined {
  let top: T | undefined
  let most = 0
  for (const one of list) {
    const points = score(one)
    if (points > most) {
      most = points
      top = one
    }
  }
  return top
}

/** "read 3 papers by Monday" is still to be done. */
export const isAhead = (reading: Reading, ctx: EntryContext): boolean =>
  reading.values.some((value) => value.read.kind === 'date' && value.read.date > ctx.now.date)
