/** Which day is meant: the one it happened on, or the one it is to be over by. */
import type { Found, Reading } from '../../../base/language/types.ts'
import type { Value } from '../../../spec.ts'
import type { EntryContext } from '../../log/types.ts'
import type { Happening } from '../events.ts'

const BEFORE =
  /\b(?:until|till|by|due(?: back)?(?: on| by)?|back (?:on|by)|return(?:ed|s)? (?:it )?(?:on|by))\s*(?:the )?$|(?:到|至|截止|应还|还期|最晚|期限|返却(?:予定)?(?:日)?は?|반납(?:일|은)?)\s*$/
const AFTER = /^\s*(?:まで|迄|返却|期限|締|까지|반납|전에|之?前|以?前?[归还]|到期|截止|due)/

export function datesOf(reading: Reading, { collection, due, day }: Happening, ctx: EntryContext): Record<string, Value> {
  const values: Record<string, Value> = {}
  const time = reading.values.find((value) => value.read.kind === 'time')?.read
  for (const value of reading.values) {
    const date = dayOf(value)
    if (!date) continue
    const limit = BEFORE.test(reading.text.slice(0, value.start).toLowerCase()) || AFTER.test(reading.text.slice(value.end))
    const home = due && (limit || date > ctx.now.date) && !(due.id in values) ? due : day
    if (!home || home.id in values) continue
    if (home.kind === 'date') values[home.id] = date
    else {
      const at =
        value.read.kind === 'datetime'
          ? value.read.time
          : time?.kind === 'time'
            ? time.time
            : date === ctx.now.date
              ? ctx.now.time
              : '12:00'
      values[home.id] = `${date}T${at}`
    }
  }
  const clock = collection.fields.find((field) => field.kind === 'time' && !field.hidden)
  if (day?.kind === 'datetime' && !(day.id in values) && time?.kind === 'time') values[day.id] = `${ctx.now.date}T${time.time}`
  if (clock && time?.kind === 'time') values[clock.id] = time.time
  // "for two weeks": so long from today.
  const span =
    due && !(due.id in values) && FOR.test(reading.text.toLowerCase())
      ? reading.values.find((value) => value.read.kind === 'duration' && value.read.minutes % 1440 === 0)
      : undefined
  if (due && span?.read.kind === 'duration') values[due.id] = later(ctx.now.date, span.read.minutes / 1440)
  return values
}
const FOR = /\bfor\b|天|周|个月|間|日|동안|주|일/
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

function dayOf({ read }: Found): string | undefined {
  if (read.kind === 'date' || read.kind === 'datetime') return read.date
  if (read.kind === 'bound') return dayOf({ read: read.of } as Found)
  return read.kind === 'period' && read.unit === 'day' ? read.from : undefined
}
