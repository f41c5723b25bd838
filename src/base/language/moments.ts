/** Neighbouring readings that are one: a day and its time, a rhythm and its times of day. Works on chosen readings in order. */
import type { Candidate, Source } from './atoms.ts'
import { addMonths, parts, weekdayOf } from './calendar.ts'
import { clock } from './times.ts'
import type { Found, Guessed, Read } from './types.ts'

/** What may stand between a day and its time. */
const GAP = /^(?:[ ,]|の|に|는|은|에|的|在|,? at |,? by |,? around |, | 중| 오전| 오후|、|在 ?|于)?$/
const WEEKDAY =
  /^(?:[a-z]{3,6}day|mon|tue|wed|thu|fri|sat|sun|(?:周|星期|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일)$/i
const BETWEEN_TIMES = /^(?:,? ?and |, ?|[、和と跟및]| ?(?:와|과|하고|,|랑) ?|[・&/]| & )$/

export function joinMoments({ text }: Source, chosen: Candidate[]): Found[] {
  const out: Candidate[] = []
  for (const value of chosen) {
    const previous = out.at(-1)
    const joined = previous && join(text, previous, value)
    if (joined) out[out.length - 1] = joined
    else out.push(value)
  }
  return out.map(({ start, end, text: words, read }) => ({ start, end, text: words, read }))
}

function join(text: string, a: Candidate, b: Candidate): Candidate | undefined {
  const gap = text.slice(a.end, b.start).toLowerCase()
  if (gap.length > 10) return undefined
  const spanning = (read: Read, more: Partial<Candidate> = {}): Candidate => ({
    start: a.start,
    end: b.end,
    text: text.slice(a.start, b.end),
    read,
    ...more,
  })
  if (a.read.kind === 'date' && !a.read.to && b.read.kind === 'time' && GAP.test(gap))
    return spanning({ kind: 'datetime', date: a.read.date, time: timeIn(b, a.half), ...guessedOf(a.read) })
  // "Saturday, December 5": the weekday only says again which day it is; 5月3日 金曜日 likewise.
  if (
    a.read.kind === 'date' &&
    b.read.kind === 'date' &&
    weekdayOf(a.read.date) === weekdayOf(b.read.date) &&
    /^(?:,? ?(?:the )?|、|\()$/.test(gap)
  ) {
    if (WEEKDAY.test(a.text) && !WEEKDAY.test(b.text) && a.read.guessed && gap !== '')
      return spanning(b.read, b.half ? { half: b.half } : {})
    if (WEEKDAY.test(b.text) && !WEEKDAY.test(a.text) && b.read.guessed) return spanning(a.read)
  }
  // 3pm tomorrow, noon on Friday
  if (a.read.kind === 'time' && b.read.kind === 'date' && !b.read.to && /^(?: on | |, | the )$/.test(gap))
    return spanning({ kind: 'datetime', date: b.read.date, time: timeIn(a, b.half), ...guessedOf(b.read) })
  if (
    a.read.kind === 'period' &&
    b.read.kind === 'period' &&
    a.read.unit === 'month' &&
    b.read.unit === 'month' &&
    /^(?: ?(?:から|到|至|-|~|부터|에서|to|through) ?)$/.test(gap)
  )
    return months(text, a, b)
  if (a.read.kind === 'every' && b.read.kind === 'time') {
    if (GAP.test(gap) || (a.read.at && BETWEEN_TIMES.test(gap)))
      return spanning({ ...a.read, at: [...(a.read.at ?? []), timeIn(b, a.half)] }, a.half ? { half: a.half } : {})
  }
  if (a.read.kind === 'time' && b.read.kind === 'every' && /^(?: on | |, )$/.test(gap))
    return spanning({ ...b.read, at: [timeIn(a, b.half), ...(b.read.at ?? [])] })
  // 每周 + weekdays said apart, "weekly on Friday", 매주 금요일: a rhythm of weeks with a day
  if (a.read.kind === 'every' && b.read.kind === 'every' && /^(?: on | |, |的)?$/.test(gap)) return merge(a.read, b.read, spanning)
  return undefined
}

function merge(
  a: Extract<Read, { kind: 'every' }>,
  b: Extract<Read, { kind: 'every' }>,
  spanning: (read: Read) => Candidate,
): Candidate | undefined {
  if (a.unit !== b.unit || a.count !== 1 || b.count !== 1) return undefined
  const times = a.times ?? b.times
  const weekdays = a.weekdays ?? b.weekdays
  if ((a.times && b.times) || (a.weekdays && b.weekdays)) return undefined
  const at = [...(a.at ?? []), ...(b.at ?? [])]
  return spanning({ ...a, ...b, ...(times ? { times } : {}), ...(weekdays ? { weekdays } : {}), ...(at.length > 0 ? { at } : {}) })
}

/** 4月から6月まで: one span; the second month follows the first. */
function months(text: string, a: Candidate, b: Candidate): Candidate | undefined {
  if (a.read.kind !== 'period' || b.read.kind !== 'period') return undefined
  let to = b.read.to
  const distance = monthsBetween(a.read.from, to)
  if (distance < 1 || distance > 12) to = addMonths(to, -12 * Math.floor((distance - 1) / 12))
  const trail = /^(?:まで|까지|之间)/.exec(text.slice(b.end, b.end + 2))
  const end = b.end + (trail?.[0].length ?? 0)
  return { start: a.start, end, text: text.slice(a.start, end), read: { kind: 'period', from: a.read.from, to } }
}
const monthsBetween = (from: string, to: string) => (parts(to).year - parts(from).year) * 12 + parts(to).month - parts(from).month

/** 今晚八点 is 20:00, 明早三点 03:00: the part of day said with the date decides where the time left it open. */
function timeIn(time: Candidate, half: Candidate['half']): string {
  const said = time.read.kind === 'time' ? time.read.time : '00:00'
  if (!half || !time.open) return said
  const hour = Number(time.open.slice(0, 2))
  const minute = Number(time.open.slice(3))
  return clock(half === 'pm' && hour < 12 && hour > 0 ? hour + 12 : hour, minute)
}

const guessedOf = ({ guessed }: { guessed?: Guessed }) => (guessed ? { guessed } : {})
