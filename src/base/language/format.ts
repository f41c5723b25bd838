/**
 * Values as people read them, by locale. Runs in the page, in the app's frame and on the server: no imports but
 * types and the unit table. Formatters are made once a locale and kept, since making one costs far more than using it.
 */
import type { Field, Language, PeriodUnit, Value } from '../../spec.ts'
import { languageOf } from './locale.ts'
import { unitLabel, unitOf } from './units.ts'

export type DateStyle = 'short' | 'medium' | 'long' | 'weekday' | 'month' | 'year'
/** A span as a Query or a Read gives it, or just its unit (meaning the present one). */
export type PeriodLike =
  | PeriodUnit
  | { unit: PeriodUnit; offset: number }
  | { days: number }
  | { from?: string | undefined; to?: string | undefined }
/** Titles of related records by id. */
export type Titles =
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string>>
  | ((id: string, collection: string) => string | undefined)

const DASH = '–'

export { languageOf }

const numberFormats = new Map<string, Intl.NumberFormat>()
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = numberFormats.get(key)
  if (!format) {
    format = attempt(() => new Intl.NumberFormat(locale, options)) ?? new Intl.NumberFormat('en', withoutUnit(options))
    if (numberFormats.size > 200) numberFormats.clear()
    numberFormats.set(key, format)
  }
  return format
}
const withoutUnit = ({ style: _style, unit: _unit, currency: _currency, ...rest }: Intl.NumberFormatOptions) => rest

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = dateFormats.get(key)
  if (!format) {
    const all: Intl.DateTimeFormatOptions = { ...options, timeZone: 'UTC', calendar: 'gregory' }
    format = attempt(() => new Intl.DateTimeFormat(locale, all)) ?? new Intl.DateTimeFormat('en', all)
    if (dateFormats.size > 200) dateFormats.clear()
    dateFormats.set(key, format)
  }
  return format
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** 1234.5 -> "1,234.5". At most `decimals` (default 2) digits after the point. */
export function formatNumber(value: number, locale: string, options: { decimals?: number } = {}): string {
  if (!Number.isFinite(value)) return DASH
  return numberFormat(locale, { maximumFractionDigits: options.decimals ?? 2 }).format(value === 0 ? 0 : value)
}

/** Major units; whole amounts lose their ".00": formatMoney(500, 'USD', 'en-US') is "$500". */
export function formatMoney(amount: number, currency: string, locale: string): string {
  if (!Number.isFinite(amount)) return DASH
  if (!/^[A-Z]{3}$/.test(currency)) return formatNumber(amount, locale)
  const value = amount === 0 ? 0 : amount
  const digits: Intl.NumberFormatOptions = Number.isInteger(value) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}
  return numberFormat(locale, { style: 'currency', currency, ...digits }).format(value)
}

/** 0.25 -> "25%". */
export function formatPercent(share: number, locale: string, options: { decimals?: number } = {}): string {
  if (!Number.isFinite(share)) return DASH
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: options.decimals ?? 1 }).format(share)
}

/** With a unit id of units.ts, or a person's own unit ("杯", "pages"). */
export function formatQuantity(value: number, unit: string, locale: string, options: { decimals?: number } = {}): string {
  if (!Number.isFinite(value)) return DASH
  const known = unitOf(unit)
  const decimals = options.decimals ?? 2
  if (known?.intl)
    return numberFormat(locale, { style: 'unit', unit: known.intl, unitDisplay: 'short', maximumFractionDigits: decimals }).format(value)
  const written = known ? unitLabel(known, languageOf(locale)) : unit
  return `${formatNumber(value, locale, { decimals })}${tight(written) ? '' : ' '}${written}`
}
/** Chinese, Japanese and Korean unit words follow the figure without a space. */
const tight = (unit: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}%°]/u.test(unit)

const DURATION: Record<Language, { day: string; hour: string; minute: string; second: string; gap: string }> = {
  en: { day: 'd', hour: 'h', minute: 'm', second: 's', gap: ' ' },
  zh: { day: '天', hour: '小时', minute: '分钟', second: '秒', gap: '' },
  ja: { day: '日', hour: '時間', minute: '分', second: '秒', gap: '' },
  ko: { day: '일', hour: '시간', minute: '분', second: '초', gap: ' ' },
}

/** 90 -> "1h 30m", "1小时30分钟", "1時間30分", "1시간 30분". Whole days (three or more) are written as days. */
export function formatDuration(minutes: number, locale: string): string {
  if (!Number.isFinite(minutes)) return DASH
  const language = languageOf(locale)
  const words = DURATION[language]
  const sign = minutes < 0 ? '-' : ''
  const seconds = Math.round(Math.abs(minutes) * 60)
  if (seconds >= 3 * 86400 && seconds % 86400 === 0)
    return sign + numberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(seconds / 86400)
  const parts: string[] = []
  const add = (n: number, word: string) => {
    if (n > 0) parts.push(`${formatNumber(n, locale)}${word}`)
  }
  add(Math.floor(seconds / 3600), words.hour)
  add(Math.floor((seconds % 3600) / 60), words.minute)
  add(seconds % 60, words.second)
  return sign + (parts.join(words.gap) || `0${words.minute}`)
}

const utc = (iso: string): number | undefined => {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso)
  if (!match) return undefined
  const at = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(at).getUTCDate() === Number(match[3]) ? at : undefined
}

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
}

/** A calendar day 'YYYY-MM-DD' (a datetime's day also); what is not a date comes back as it is. */
export function formatDate(iso: string, locale: string, style: DateStyle = 'medium'): string {
  const at = utc(iso)
  return at === undefined ? iso : dateFormat(locale, STYLES[style]).format(at)
}

/** '15:30' -> "3:30 PM", "15:30", "오후 3:30", by the locale's custom. */
export function formatTime(time: string, locale: string): string {
  const match = /^(\d\d):(\d\d)/.exec(time)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return time
  const shown = dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(Date.UTC(2020, 0, 1, Number(match[1]), Number(match[2])))
  // Newer tables of locales have Latin letters here, which nobody writes in Korean.
  return languageOf(locale) === 'ko' ? shown.replace('AM', '오전').replace('PM', '오후') : shown
}

export function formatDateTime(value: string, locale: string, style: DateStyle = 'medium'): string {
  const [date = '', time = ''] = value.split('T')
  return time ? `${formatDate(date, locale, style)} ${formatTime(time, locale)}` : formatDate(date, locale, style)
}

/** "today", "昨天", "明後日" where near (two days), else as `formatDate`. */
export function formatNearDate(iso: string, today: string, locale: string, style: DateStyle = 'short'): string {
  const a = utc(iso)
  const b = utc(today)
  if (a === undefined || b === undefined) return iso
  const days = Math.round((a - b) / 86_400_000)
  if (Math.abs(days) > 1) return formatDate(iso, locale, iso.slice(0, 4) === today.slice(0, 4) ? style : 'medium')
  const relative =
    attempt(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })) ?? new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  return relative.format(days, 'day')
}

const PERIODS: Record<Language, Record<PeriodUnit, [last: string, present: string, next: string]>> = {
  en: {
    day: ['yesterday', 'today', 'tomorrow'],
    week: ['last week', 'this week', 'next week'],
    month: ['last month', 'this month', 'next month'],
    year: ['last year', 'this year', 'next year'],
  },
  zh: {
    day: ['昨天', '今天', '明天'],
    week: ['上周', '本周', '下周'],
    month: ['上个月', '本月', '下个月'],
    year: ['去年', '今年', '明年'],
  },
  ja: {
    day: ['昨日', '今日', '明日'],
    week: ['先週', '今週', '来週'],
    month: ['先月', '今月', '来月'],
    year: ['去年', '今年', '来年'],
  },
  ko: {
    day: ['어제', '오늘', '내일'],
    week: ['지난주', '이번 주', '다음 주'],
    month: ['지난달', '이번 달', '다음 달'],
    year: ['작년', '올해', '내년'],
  },
}

/** "this month", "先週", "최근 7일", "Nov 1 – Nov 30": the name of a span. */
export function formatPeriod(period: PeriodLike, locale: string): string {
  const language = languageOf(locale)
  if (typeof period === 'string') return PERIODS[language][period][1]
  if ('unit' in period) {
    const near = PERIODS[language][period.unit][period.offset + 1]
    return near ?? distantPeriod(period.unit, period.offset, locale, language)
  }
  if ('days' in period) {
    const n = formatNumber(period.days, locale)
    return { en: period.days === 1 ? 'today' : `the last ${n} days`, zh: `最近${n}天`, ja: `直近${n}日間`, ko: `최근 ${n}일` }[language]
  }
  const month = period.from && period.to ? wholeMonth(period.from, period.to, locale) : undefined
  if (month) return month
  const from = period.from ? formatDate(period.from, locale) : ''
  const to = period.to ? formatDate(dayBefore(period.to), locale) : ''
  if (from === to) return from
  return `${from} – ${to}`.trim()
}
function wholeMonth(from: string, to: string, locale: string): string | undefined {
  const at = utc(from)
  if (
    at === undefined ||
    !from.slice(0, 10).endsWith('-01') ||
    !dayBefore(to).startsWith(from.slice(0, 7)) ||
    !to.slice(0, 10).endsWith('-01')
  )
    return undefined
  const style = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return (attempt(() => new Intl.DateTimeFormat(locale, style)) ?? new Intl.DateTimeFormat(languageOf(locale), style)).format(at)
}
function distantPeriod(unit: PeriodUnit, offset: number, locale: string, language: Language): string {
  const relative = attempt(() => new Intl.RelativeTimeFormat(locale)) ?? new Intl.RelativeTimeFormat(language)
  return relative.format(offset, unit)
}
const dayBefore = (iso: string) => {
  const at = utc(iso)
  return at === undefined ? iso : new Date(at - 86_400_000).toISOString().slice(0, 10)
}

const EVERY: Record<Language, Record<PeriodUnit, [one: string, many: string]>> = {
  en: {
    day: ['every day', 'every # days'],
    week: ['every week', 'every # weeks'],
    month: ['every month', 'every # months'],
    year: ['every year', 'every # years'],
  },
  zh: { day: ['每天', '每#天'], week: ['每周', '每#周'], month: ['每月', '每#个月'], year: ['每年', '每#年'] },
  ja: { day: ['毎日', '#日ごと'], week: ['毎週', '#週間ごと'], month: ['毎月', '#か月ごと'], year: ['毎年', '#年ごと'] },
  ko: { day: ['매일', '#일마다'], week: ['매주', '#주마다'], month: ['매달', '#개월마다'], year: ['매년', '#년마다'] },
}
/** "every 2 weeks", 每天, 3日ごと. */
export function formatEvery(every: { unit: PeriodUnit; count?: number }, locale: string): string {
  const [one, many] = EVERY[languageOf(locale)][every.unit]
  const count = every.count ?? 1
  return count === 1 ? one : many.replace('#', formatNumber(count, locale))
}

const PER: Record<Language, Record<PeriodUnit, string>> = {
  en: { day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
  zh: { day: '每天', week: '每周', month: '每月', year: '每年' },
  ja: { day: '1日', week: '週', month: '月', year: '年' },
  ko: { day: '하루', week: '일주일', month: '한 달', year: '1년' },
}
/** The word that makes an amount a rate: "a month" (after the amount in English, before it in the others). */
export const formatPer = (unit: PeriodUnit, locale: string): string => PER[languageOf(locale)][unit]

/** 0-6 (Sunday 0) as "Mon" or "Monday", by locale. */
export function formatWeekday(day: number, locale: string, style: 'short' | 'long' = 'short'): string {
  return dateFormat(locale, { weekday: style }).format(Date.UTC(2023, 0, 1 + (((Math.trunc(day) % 7) + 7) % 7)))
}

const YESNO: Record<Language, [yes: string, no: string]> = {
  en: ['Yes', 'No'],
  zh: ['是', '否'],
  ja: ['はい', 'いいえ'],
  ko: ['예', '아니요'],
}

/** A field's value as text; empty for what is not filled in. Relations are shown by the titles given, else left out. */
export function formatValue(field: Field, value: Value | undefined, locale: string, more: { relations?: Titles } = {}): string {
  if (value === null || value === undefined || value === '') return ''
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? formatNumber(value, locale) : String(value)
    case 'money':
      return typeof value === 'number' ? formatMoney(value, field.currency, locale) : String(value)
    case 'duration':
      return typeof value === 'number' ? formatDuration(value, locale) : String(value)
    case 'quantity':
      return typeof value === 'number' ? formatQuantity(value, field.unit, locale) : String(value)
    case 'date':
      return formatDate(String(value), locale)
    case 'time':
      return formatTime(String(value), locale)
    case 'datetime':
      return formatDateTime(String(value), locale)
    case 'choice':
    case 'choices':
      return list(value)
        .map((id) => field.options.find((option) => option.id === id)?.label ?? id)
        .join(separator(locale))
    case 'rating':
      return typeof value === 'number' ? rating(value, field.max, field.icons) : String(value)
    case 'yesno':
      return YESNO[languageOf(locale)][value === true ? 0 : 1]
    case 'relation':
      return list(value)
        .map((id) => titleOf(more.relations, id, field.to))
        .filter((title) => title !== undefined)
        .join(separator(locale))
    case 'computed':
      return computed(field.shows, value, locale)
    case 'schedule':
      return ''
    default:
      return list(value).join(separator(locale))
  }
}
const list = (value: Value): string[] => (Array.isArray(value) ? value : [String(value)])
const separator = (locale: string) => ({ en: ', ', zh: '、', ja: '、', ko: ', ' })[languageOf(locale)]

function rating(value: number, max: number, icons: string[] | undefined): string {
  const n = Math.max(0, Math.min(max, Math.round(value)))
  return icons?.[n - 1] ?? '★'.repeat(n) + '☆'.repeat(max - n)
}

function titleOf(titles: Titles | undefined, id: string, collection: string): string | undefined {
  if (!titles) return undefined
  if (typeof titles === 'function') return titles(id, collection)
  if (titles instanceof Map) return titles.get(id)
  const plain = titles as Readonly<Record<string, string>>
  return Object.hasOwn(plain, id) ? plain[id] : undefined
}

function computed(shows: Extract<Field, { kind: 'computed' }>['shows'], value: Value, locale: string): string {
  if (shows.kind === 'date') return formatDate(String(value), locale)
  if (shows.kind === 'yesno') return YESNO[languageOf(locale)][value === true ? 0 : 1]
  if (typeof value !== 'number') return list(value).join(separator(locale))
  switch (shows.kind) {
    case 'money':
      return formatMoney(value, shows.currency, locale)
    case 'percent':
      return formatPercent(value, locale)
    case 'duration':
      return formatDuration(value, locale)
    default: {
      const decimals = shows.decimals === undefined ? {} : { decimals: shows.decimals }
      return shows.unit ? formatQuantity(value, shows.unit, locale, decimals) : formatNumber(value, locale, decimals)
    }
  }
}
