/**
 * Values as they are said within a sentence, where a table has signs: 4,500円 and not ￥4,500, “yesterday” and not
 * “28 Nov 2026”. What has no other way of being said is written as in a table.
 */
import type { Field, Language, Value } from '../../spec.ts'
import { currencyOf } from './currency.ts'
import { formatMoney, formatNearDate, formatTime, formatValue, languageOf } from './format.ts'

/** The money of the place, by the word that follows the amount. */
const AFTER: Record<string, string> = { JPY: '円', CNY: '元', TWD: '元', HKD: '元', MOP: '元', SGD: '元', KRW: '원' }

/** What the money of this place is called after an amount, where it is said and not signed: 円, 元, 원. */
const wordAfter = (currency: string, locale: string): string | undefined =>
  languageOf(locale) !== 'en' && currency === currencyOf(locale) ? AFTER[currency] : undefined

export function spokenMoney(amount: number, currency: string, locale: string): string {
  const word = wordAfter(currency, locale)
  if (!word || !Number.isFinite(amount)) return formatMoney(amount, currency, locale)
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : maximumFractionDigits
  return `${new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits }).format(amount)}${word}`
}

/** “rupees”, 円, 人民币: the everyday name. Money of elsewhere is called by its country as well. */
export function currencyName(currency: string, locale: string): string {
  const word = wordAfter(currency, locale)
  if (word) return word
  try {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name' }).formatToParts(2)
    const name = parts.find(({ type }) => type === 'currency')?.value ?? currency
    return languageOf(locale) === 'en' && currency === currencyOf(locale) ? (name.split(' ').at(-1) ?? name) : name
  } catch {
    return currency
  }
}

/** “today”, 昨日, “27 Nov”; the year only where it is another than this one. */
export const spokenDay = (iso: string, today: string, locale: string): string => formatNearDate(iso.slice(0, 10), today, locale)

/** The same with the time, where there is one. */
export function spokenMoment(iso: string, today: string, locale: string): string {
  const [date = '', time = ''] = iso.split('T')
  return [spokenDay(date, today, locale), formatTime(time, locale)].filter(Boolean).join(' ')
}

/** A field's value within a sentence; `decimals` where a figure is worth no more digits. */
export function spokenValue(
  field: Field,
  value: Value | undefined,
  { locale, today, decimals }: { locale: string; today: string; decimals?: number | undefined },
): string {
  const rounded = typeof value === 'number' && decimals !== undefined ? Number(value.toFixed(decimals)) : value
  const shows = field.kind === 'computed' ? field.shows : field
  if (shows.kind === 'money' && typeof rounded === 'number') return spokenMoney(rounded, shows.currency, locale)
  if (shows.kind === 'date' && typeof value === 'string') return spokenDay(value, today, locale)
  if (field.kind === 'datetime' && typeof value === 'string') return spokenMoment(value, today, locale)
  if (field.kind === 'rating' && typeof value === 'number' && !field.icons)
    return `${formatValue({ ...field, kind: 'number' } as Field, rounded, locale)}/${field.max}`
  const shown = formatValue(field, rounded, locale)
  // 60公斤, as 90毫升.
  return languageOf(locale) === 'en' || typeof value !== 'number' ? shown : shown.replace(/(\d) (?=\p{Script=Han})/u, '$1')
}

/** “Top number” within an English sentence; what has capitals of its own keeps them. */
export const labelWithin = (label: string, language: Language): string =>
  language === 'en' && /^\p{Lu}[\p{Ll}\d '’/-]*$/u.test(label) ? label.toLowerCase() : label
