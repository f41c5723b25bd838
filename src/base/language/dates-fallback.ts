/**
 * chrono-node for what our English grammar does not know ("first Monday of January", "Sat the 5th of June"). It is
 * kept on a short leash: it sees short English lines only, since it also reads "may", "sat", "second" and bare
 * numbers as dates, and is not linear; and of its answers only those are taken that name a day for certain.
 */
import * as chrono from 'chrono-node'
import type { Candidate, Source } from './atoms.ts'
import { MONTHS, WEEKDAYS } from './dates-en.ts'

const LINE = 300
const LINES = 40
/** Something in the line must speak of a calendar at all. */
const WORTH = new RegExp(
  `(?:\\d(?:st|nd|rd|th)|first|last|second|third|fourth)[^.]{0,20}(?:${MONTHS}|${WEEKDAYS})|(?:${WEEKDAYS})[^.]{0,12}\\d|(?:${MONTHS})[^.]{0,8}\\d`,
  'i',
)
/** And the part that is read as a date must name a month with a figure, or count weekdays. */
const NAMES_A_DAY = new RegExp(
  `(?:${MONTHS})\\W[^.]{0,12}\\d|\\d[^.]{0,10}\\W(?:${MONTHS})|(?:first|last|second|third|fourth|\\d(?:st|nd|rd|th)) (?:${WEEKDAYS})`,
  'i',
)

export function findLines(text: string): { start: number; line: string }[] {
  const lines: { start: number; line: string }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.length <= LINE) lines.push({ start, line })
    start += line.length + 1
    if (lines.length >= LINES) break
  }
  return lines
}

/** `known` is what our own grammars read: a line in which nothing else speaks of a calendar costs nothing here. */
export function fallbackDates({ text, ctx, languageAt }: Source, known: readonly Candidate[]): Candidate[] {
  return findLines(text).flatMap(({ start, line }) => {
    if (languageAt(start) !== 'en' || !WORTH.test(without(line, start, known))) return []
    return parse(line, ctx.now.date, ctx.now.time).flatMap((result): Candidate[] => {
      const certain = result.start.isCertain('day') || result.start.isCertain('weekday')
      if (!certain || !NAMES_A_DAY.test(result.text) || result.end) return []
      if (result.start.isCertain('hour')) return []
      const at = start + result.index
      return [{ start: at, end: at + result.text.length, text: result.text, read: { kind: 'date', date: iso(result.start) }, rank: 0 }]
    })
  })
}

function without(line: string, start: number, known: readonly Candidate[]): string {
  let rest = line
  for (const one of known) {
    const [from, to] = [one.start - start, one.end - start]
    if (from >= 0 && to <= line.length) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  return rest
}

function parse(line: string, today: string, time: string): chrono.ParsedResult[] {
  try {
    return chrono.en.casual.parse(line, { instant: new Date(`${today}T${time || '12:00'}:00Z`), timezone: 0 })
  } catch {
    return []
  }
}
function iso(components: chrono.ParsedComponents): string {
  const pad = (n: number | null, width: number) => String(n ?? 1).padStart(width, '0')
  return `${pad(components.get('year'), 4)}-${pad(components.get('month'), 2)}-${pad(components.get('day'), 2)}`
}
