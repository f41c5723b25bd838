/** What a stretch of an entry says to a field; undefined where it can say nothing to it. Pure. */
import { namedSpans } from '../../../base/language/named.ts'
import type { Found, Reading } from '../../../base/language/types.ts'
import { unitOf } from '../../../base/language/units.ts'
import { once } from '../../../base/once.ts'
import { fold, optionNamed } from '../../../base/resolve.ts'
import type { Field, Language, Option, Value } from '../../../spec.ts'
import { plain } from '../fill/numbers.ts'
import { kindFit } from '../fit.ts'
import { answerIn } from '../homes/answers.ts'
import { isFigure, within } from '../homes/figures.ts'
import type { EntryContext } from '../types.ts'
import { clockOf, lengthOf, numeralOf } from './numeral.ts'

export const WORDED = new Set<Field['kind']>(['text', 'note', 'place', 'person'])
export const FIGURED = new Set<Field['kind']>(['number', 'money', 'quantity', 'duration', 'rating'])
export const DATED = new Set<Field['kind']>(['date', 'datetime', 'time'])
const MOST = 500
/** A figure with its unit or counter; what is longer tells more than a figure. */
const MOST_AROUND = 8
/** An answer is short; what is longer tells of it. */
const MOST_ANSWER = 24

const NO =
  /\b(?:no|not|n't|none|never|without|missed|skipped|absent|unpaid|owes?|nope|nah|yet to)\b|n't\b|[没沒未无無否冇唔]|不(?!错|錯)|な(?:い|し|かった)|ません|まだ|未|欠|休|안\s?|못\s?|없|않|미(?=[가-힣])|아직|불참|결석|[✗✘❌×✕]/i

export function valueIn(reading: Reading, start: number, end: number, field: Field, { now }: Pick<EntryContext, 'now'>): Value | undefined {
  const said = reading.text.slice(start, end)
  if (!DATED.has(field.kind) && isPartOfDay(reading, start, end)) return undefined
  if (WORDED.has(field.kind)) return said.length <= MOST && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(said) ? nameOf(said) : undefined
  const inside = reading.values.filter((value) => value.start >= start && value.end <= end)
  if (FIGURED.has(field.kind)) return isNamed(reading, start, end) ? undefined : figureOf(inside, said, field, reading.language)
  if (DATED.has(field.kind)) return dayOf(inside, said, field, now)
  if (field.kind === 'choice')
    return said.length <= MOST_ANSWER * 2 ? (optionNamed(said, field.options)?.option.id ?? optionLike(said, field.options)) : undefined
  if (field.kind === 'choices') {
    const all = field.options.filter((option) => optionNamed(said, [option])).map(({ id }) => id)
    return all.length ? all : undefined
  }
  if (field.kind === 'yesno')
    return said.length <= MOST_ANSWER && /[\p{L}○◯⭕×✕✗✘❌✓✔✅]/u.test(said)
      ? (answerIn(said, field)?.yes ?? !NO.test(fold(said)))
      : undefined
  if (field.kind === 'link') return /^(?:https?:\/\/|www\.)\S+$/i.test(said) ? said : undefined
  return undefined
}

/** The half of "half nine" and the 10 of 아홉시 십분 say nothing without the rest. */
const isPartOfDay = ({ values }: Reading, start: number, end: number): boolean =>
  values.some(
    (value) =>
      (value.read.kind === 'time' || value.read.kind === 'datetime') &&
      value.start <= start &&
      value.end >= end &&
      value.end - value.start > end - start,
  )

/** The 3 of "3 Elm Close" and the figures of a telephone count nothing. */
const isNamed = (reading: Reading, start: number, end: number): boolean => namesIn(reading).some(([from, to]) => from <= start && to >= end)
const namesIn = once(
  ({ text }: Reading) => namedSpans(text, ''),
  () => [],
)

/** Without the quotes or brackets around all of it. */
const nameOf = (said: string): string => /^[「『《“"'‘(（](.+)[」』》”"'’)）]$/u.exec(said)?.[1]?.trim() ?? said.trim()

function figureOf(inside: readonly Found[], said: string, field: Field, language: Language): number | undefined {
  if (said.length > MOST_FIGURE) return undefined
  if (field.kind === 'duration') {
    const length = lengthOf(said)
    if (length !== undefined) return length
  }
  const of = field.kind === 'rating' ? OUT_OF.exec(fold(said)) : null
  const figures = of ? [] : inside.filter(isFigure)
  const [figure] = figures
  if (figures.length === 1 && said.length - figure!.text.length <= MOST_AROUND && figure!.read.kind !== 'range') {
    const value = kindFit(figure!.read, field) > 0 ? plain(figure!.read, field) : null
    if (typeof value === 'number' && within(figure!.read, field)) return value
  }
  const bare = of ? Number(of[1]) : (numeralOf(said, language) ?? (field.kind === 'rating' ? starsIn(said) : undefined))
  if (bare === undefined || !Number.isFinite(bare)) return undefined
  // 500ml is no number of kilograms.
  if (field.kind === 'quantity' && figure?.read.kind === 'quantity' && unitOf(field.unit)?.dimension !== figure.read.dimension)
    return undefined
  if (field.kind === 'rating') return bare >= 0 && bare <= field.max ? Math.max(1, Math.round(bare)) : undefined
  if (field.kind === 'number' && field.integer) return Number.isInteger(bare) ? bare : undefined
  return field.kind === 'duration' && figure?.read.kind === 'duration' ? figure.read.minutes : bare
}
const MOST_FIGURE = 24
/** 4/5, "8 out of 10", 9점, 五顆星 */
const OUT_OF = /^(\d{1,2}(?:\.\d)?)\s?(?:\/|out of|of)\s?\d{1,3}$/
const starsIn = (said: string): number | undefined =>
  /^[★⭐🌟]️?(?:[★⭐🌟]️?)*$/u.test(said.trim()) ? [...said.trim()].filter((one) => /[★⭐🌟]/u.test(one)).length : undefined

function dayOf(inside: readonly Found[], said: string, { kind }: Field, now: EntryContext['now']): string | undefined {
  let date: string | undefined
  let time: string | undefined
  let length = 0
  for (const { read, text } of inside) {
    if (read.kind === 'date' || read.kind === 'datetime') date ??= read.date
    else if (read.kind === 'period' && read.unit === 'day') date ??= read.from
    if (read.kind === 'time' || read.kind === 'datetime') time ??= read.time
    if (['date', 'datetime', 'period', 'time'].includes(read.kind)) length += text.length
  }
  if (kind === 'time' && !length) return clockOf(said)
  if (!length || said.length - length > MOST_AROUND) return undefined
  if (kind === 'time') return time ?? clockOf(said)
  if (kind === 'date') return date
  return date || time ? `${date ?? now.date}T${time ?? (date === undefined || date === now.date ? now.time : '12:00')}` : undefined
}

/** R for “right”, 饭后两小时 for 饭后, 新郎这边 for 男方 is none: the one option that begins so, or of whose signs most are there. */
function optionLike(said: string, options: readonly Option[]): string | undefined {
  const low = fold(said).trim()
  const wordOf = ({ label }: Option) => fold(label).trim()
  const alike = /^[a-z]+$/.test(low)
    ? options.filter((option) => wordOf(option).startsWith(low) || (low.length > 2 && low.startsWith(wordOf(option))))
    : options.filter((option) => shared(low, wordOf(option)))
  return alike.length === 1 ? alike[0]!.id : undefined
}
function shared(low: string, label: string): boolean {
  const signs = [...new Set([...label].filter((sign) => /[^\x20-\x7e]/.test(sign)))]
  return signs.length > 0 && signs.filter((sign) => low.includes(sign)).length * 2 >= signs.length
}
