/** Days in English: month names with days, weekdays, and days counted from today. */
import {
  addDays,
  addMonths,
  comingDay,
  comingWeekday,
  day,
  daysIn,
  firstOf,
  nearestDate,
  nearestDay,
  nearestMonth,
  parts,
  pastWeekday,
  weekdayIn,
} from './calendar.ts'
import { englishAt } from './numerals.ts'
import { date, type Rule } from './patterns.ts'
import type { Now } from './types.ts'

export const MONTHS_LONG = 'january|february|march|april|may|june|july|august|september|october|november|december'
export const MONTHS = `${MONTHS_LONG}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`
export const monthOf = (word: string) => 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(word.slice(0, 3)) / 3 + 1
export const WEEKDAYS = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday'
export const WEEKDAYS_SHORT = 'sun|mon|tues|tue|wed|thurs|thur|thu|fri|sat'
export const weekdayOf = (word: string) => 'sunmontuewedthufrisat'.indexOf(word.slice(0, 3)) / 3

const COUNT = '(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|twelve|fourteen)'
export const countOf = (word: string) => (/^\d/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : (englishAt(word, 0)?.value ?? 1))
const D = '(\\d{1,2})(?:st|nd|rd|th)?'
const W = '(?<![a-z])'
const E = '(?![a-z])'

export function shift(now: string, unit: string, n: number): string {
  if (unit.startsWith('day') || unit.startsWith('night')) return addDays(now, n)
  if (unit.startsWith('week')) return addDays(now, n * 7)
  if (unit.startsWith('fortnight')) return addDays(now, n * 14)
  return addMonths(now, unit.startsWith('year') ? n * 12 : n)
}
const UNIT = '(days?|nights?|weeks?|fortnights?|months?|years?)'

function monthDay(now: Now, month: number, d: number, year: string | undefined): string | undefined {
  return year ? day(Number(year), month, d) : nearestDay(month, d, now)
}
const guess = (year: string | undefined) => (year ? {} : { guessed: 'year' as const })

export const englishDates: Rule[] = [
  [
    new RegExp(
      `${W}(?:the )?(day after tomorrow|day before yesterday|today|tonight|tonite|2nite|tomorrow|tomoz|tmrw|tmr|tmw|2moro|2morrow|2mrw|yesterday|yest|yday)(?:'s)?(?: (morning|afternoon|arvo|evening|night))?${E}`,
      'g',
    ),
    (m, { ctx }) => {
      const word = m[1]!
      const n = word.startsWith('day after')
        ? 2
        : word.startsWith('day before')
          ? -2
          : word.startsWith('y')
            ? -1
            : /^(?:to?m|2m)/.test(word)
              ? 1
              : 0
      const half = m[2] === 'morning' ? 'am' : m[2] || /ni(?:ght|te)$/.test(word) ? 'pm' : undefined
      return { ...date(addDays(ctx.now.date, n))!, ...(half ? { half } : {}) }
    },
  ],
  [
    new RegExp(`${W}(?:this (morning|afternoon|arvo|evening)|s'?arvo)${E}`, 'g'),
    (m, { ctx }) => ({ ...date(ctx.now.date)!, half: m[1] === 'morning' ? 'am' : 'pm' }),
  ],
  [new RegExp(`${W}last night${E}`, 'g'), (_m, { ctx }) => ({ ...date(addDays(ctx.now.date, -1))!, half: 'pm' })],
  // 3-5 May, May 3-5, May 3 to June 2, with or without a year
  [
    new RegExp(`${W}(?:from )?${D} ?(?:-|to|until|through) ?${D} (?:of )?(${MONTHS})\\.?(?:,? (\\d{4}))?${E}`, 'g'),
    (m, { ctx }) => span(monthDay(ctx.now, monthOf(m[3]!), Number(m[1]), m[4]), monthOf(m[3]!), Number(m[2]), m[4]),
  ],
  [
    new RegExp(
      `${W}(?:from )?(${MONTHS})\\.? ${D} ?(?:-|to|until|through) ?(?:(${MONTHS})\\.? )?${D}(?![\\d:]| ?(?:am|pm))(?:,? (\\d{4}))?${E}`,
      'g',
    ),
    (m, { ctx }) => span(monthDay(ctx.now, monthOf(m[1]!), Number(m[2]), m[5]), monthOf(m[3] ?? m[1]!), Number(m[4]), m[5]),
  ],
  [
    new RegExp(`${W}(?:from )?${D} (?:of )?(${MONTHS})\\.? ?(?:-|to|until|through) ?${D} (?:of )?(${MONTHS})\\.?(?:,? (\\d{4}))?${E}`, 'g'),
    (m, { ctx }) => span(monthDay(ctx.now, monthOf(m[2]!), Number(m[1]), m[5]), monthOf(m[4]!), Number(m[3]), m[5]),
  ],
  [
    new RegExp(
      `${W}(${MONTHS})\\.? (?:the )?${D}(?![\\d:%,]|,\\d| ?(?:am|pm|kg|km|cups?|times|people|usd|dollars|yen))(?:,? (\\d{4}))?${E}`,
      'g',
    ),
    (m, { ctx }) => date(monthDay(ctx.now, monthOf(m[1]!), Number(m[2]), m[3]), guess(m[3])),
  ],
  [
    new RegExp(`${W}(?:the )?(${MONTHS})\\.? (?:the )?${D}, (\\d{4})${E}`, 'g'),
    (m) => date(day(Number(m[3]), monthOf(m[1]!), Number(m[2]))),
  ],
  [
    new RegExp(`(?<![a-z\\d.,])(?:the )?${D} (?:of )?(${MONTHS})${E}\\.?(?:,? (\\d{4})${E})?`, 'g'),
    (m, { ctx }) => {
      // "3 may be enough", "I have 3 march photos": only months that are no other words go without an ending.
      if (
        /^(?:may|march|mar)$/.test(m[2]!) &&
        !m[3] &&
        !/(?:st|nd|rd|th|of) ?/.test(m[0].slice(0, -m[2]!.length)) &&
        !ended(m) &&
        !named(m)
      )
        return undefined
      return date(monthDay(ctx.now, monthOf(m[2]!), Number(m[1]), m[3]), guess(m[3]))
    },
  ],
  // The 15th: an ordinal after "the" or "on", not "the 15th time"
  [
    new RegExp(
      `${W}(?:on|by|until|due|before|after|from|for|since|was|were|is|not|meant|no,?|sorry,?|actually,?|make (?:it|that)) (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?=$|[.,;!?\\n)]| (?:at|to|for|and|or|in|on|with|until|by|please|is|was|i|we)(?![a-z]))${E}`,
      'g',
    ),
    (m, { ctx }) => ({ ...date(nearestDate(Number(m[1]), ctx.now), { guessed: 'month' })!, start: m.index + m[0].search(/the |\d/) }),
  ],
  [
    new RegExp(
      `${W}(?:on )?(?:(next|last|this|past|coming|this coming|this past) )(${WEEKDAYS}|${WEEKDAYS_SHORT})(?:'s)?${E}(?: (morning|afternoon|evening|night)${E})?`,
      'g',
    ),
    (m, { ctx }) => {
      if (m[1] === 'last' && m[2] === 'sun') return undefined
      const weekday = weekdayOf(m[2]!)
      const iso = /last|past/.test(m[1]!)
        ? pastWeekday(weekday, ctx.now)
        : m[1] === 'next'
          ? weekdayIn(1, weekday, ctx.now)
          : comingWeekday(weekday, ctx.now)
      return { ...date(iso)!, ...partOfDay(m[3]), ...trimmed(m, /^on /) }
    },
  ],
  [
    new RegExp(`${W}(?:on )?(${WEEKDAYS})(?:'s)?${E}(?: (morning|afternoon|evening|night)${E})?`, 'g'),
    (m, { ctx, low }) => {
      if (/(?:every|each|alternate) (?:other )?(?:[a-z]+(?:, | and |,| & ))*$/.test(low.slice(Math.max(0, m.index - 40), m.index)))
        return undefined
      return { ...date(comingWeekday(weekdayOf(m[1]!), ctx.now), { guessed: 'week' })!, ...partOfDay(m[2]), ...trimmed(m, /^on /) }
    },
  ],
  [
    new RegExp(`${W}(?:on|by|until|till|since|before|after|due) (${WEEKDAYS_SHORT})${E}`, 'g'),
    (m, { ctx }) => ({
      ...date(comingWeekday(weekdayOf(m[1]!), ctx.now), { guessed: 'week' })!,
      start: m.index + m[0].length - m[1]!.length,
    }),
  ],
  [
    new RegExp(
      `${W}(?:the )?(first|second|third|fourth|last) (${WEEKDAYS}) (?:of|in) (?:(${MONTHS})|(the|this|next|last) month)(?:,? (\\d{4}))?${E}`,
      'g',
    ),
    (m, { ctx }) => {
      const offset = m[4] === 'next' ? 1 : m[4] === 'last' ? -1 : 0
      const first = m[3]
        ? m[5]
          ? firstOf(Number(m[5]), monthOf(m[3]))
          : nearestMonth(monthOf(m[3]), ctx.now)
        : addMonths(`${ctx.now.date.slice(0, 7)}-01`, offset)
      return date(nthWeekday(first, weekdayOf(m[2]!), m[1]!), m[3] && !m[5] ? { guessed: 'year' } : {})
    },
  ],
  [new RegExp(`${W}${COUNT} ${UNIT} ago${E}`, 'g'), (m, { ctx }) => date(shift(ctx.now.date, m[2]!, -countOf(m[1]!)))],
  [new RegExp(`${W}(?:in|after) ${COUNT} ${UNIT}(?:'? time)?${E}`, 'g'), (m, { ctx }) => date(shift(ctx.now.date, m[2]!, countOf(m[1]!)))],
  [
    new RegExp(`${W}${COUNT} ${UNIT} (?:from (?:now|today|tomorrow)|later)${E}`, 'g'),
    (m, { ctx }) => date(shift(m[0].endsWith('tomorrow') ? addDays(ctx.now.date, 1) : ctx.now.date, m[2]!, countOf(m[1]!))),
  ],
  [new RegExp(`${W}a week from (${WEEKDAYS})${E}`, 'g'), (m, { ctx }) => date(addDays(comingWeekday(weekdayOf(m[1]!), ctx.now), 7))],
  [
    new RegExp(`${W}(?:the )?(end|start|beginning|first|last day) of (?:(the|this|next|last) )?(month|year)${E}`, 'g'),
    (m, { ctx }) => {
      const offset = m[2] === 'next' ? 1 : m[2] === 'last' ? -1 : 0
      const { year, month } = parts(addMonths(`${ctx.now.date.slice(0, 7)}-01`, m[3] === 'year' ? offset * 12 : offset))
      const end = m[1] === 'end' || m[1] === 'last day'
      if (m[3] === 'year') return date(end ? `${year}-12-31` : `${year}-01-01`)
      return date(day(year, month, end ? daysIn(year, month) : 1))
    },
  ],
  [
    new RegExp(
      `${W}(christmas eve|christmas(?: day)?(?! (?:tree|card|gift|present|list|shopping|party|budget|song|cookie))|new year'?s eve|new year'?s day|new year(?! ?'?s? resolution)|halloween|valentine'?s day)${E}`,
      'g',
    ),
    (m, { ctx }) => {
      const [month, d] = HOLIDAYS.find(([pattern]) => pattern.test(m[1]!))?.[1] ?? [1, 1]
      return date(comingDay(month, d, ctx.now), { guessed: 'year' })
    },
  ],
]
const HOLIDAYS: [RegExp, [number, number]][] = [
  [/^christmas eve/, [12, 24]],
  [/^christmas/, [12, 25]],
  [/^new year.*eve/, [12, 31]],
  [/^hallo/, [10, 31]],
  [/^valen/, [2, 14]],
]

/** Of the month that `first` is the first of. */
function nthWeekday(first: string, weekday: number, which: string): string {
  if (which === 'last') return pastWeekday(weekday, { date: addMonths(first, 1), time: '', weekStart: 1 })
  const n = ['first', 'second', 'third', 'fourth'].indexOf(which)
  return addDays(comingWeekday(weekday, { date: first, time: '', weekStart: 1 }), n * 7)
}
function span(start: string | undefined, endMonth: number, endDay: number, year: string | undefined) {
  if (!start) return undefined
  const first = parts(start)
  const end = day(endMonth < first.month ? first.year + 1 : first.year, endMonth, endDay)
  return end && end >= start ? date(start, { to: addDays(end, 1), ...guess(year) }) : undefined
}
const partOfDay = (word: string | undefined) => (word ? { half: word === 'morning' ? ('am' as const) : ('pm' as const) } : {})
const trimmed = (m: RegExpExecArray, lead: RegExp) => {
  const found = lead.exec(m[0])
  return found ? { start: m.index + found[0].length } : {}
}
/** "3 May Glencoe, 95 miles": an entry opens with its day; after a verb's "may" stands another verb. */
const named = (m: RegExpExecArray): boolean =>
  m.index === 0 &&
  /^ (?!(?:be|have|need|not|also|want|do|go|take|come|seem|look|still|never|only|well|even|get|make|help|cause|work|madness|break|photos?)\b)\p{L}{3,}/u.test(
    m.input.slice(m[0].length),
  )
/** Nothing but punctuation follows: "on 3 May." */
const ended = (m: RegExpExecArray) =>
  /^(?:[.,!?;)\n]|$| (?:at|to|until|and|for|by|with|-))/.test(m.input.slice(m.index + m[0].length, m.index + m[0].length + 7)) ||
  /(?:on|by|until|due|from|since|before|after) $/.test(m.input.slice(Math.max(0, m.index - 7), m.index))
