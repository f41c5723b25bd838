/** How readings of repetition are made, and weekdays listed in one character each. */
import type { PeriodUnit } from '../../spec.ts'
import { type Seen, weekdayOfChar } from './patterns.ts'
import type { Read } from './types.ts'

type Every = Extract<Read, { kind: 'every' }>
export const every = (unit: PeriodUnit, count = 1, more: Partial<Omit<Every, 'kind' | 'unit' | 'count'>> = {}, rank = 4): Seen =>
  count >= 1 && count <= 366 ? { read: { kind: 'every', unit, count, ...more }, rank } : undefined

const unique = (days: number[]) => [...new Set(days)].sort((a, b) => a - b)
export const onDays = (weekdays: (number | undefined)[], count = 1): Seen => {
  const known = weekdays.filter((day) => day !== undefined)
  return known.length > 0 ? every('week', count, { weekdays: unique(known) }) : undefined
}
export const WORKDAYS = [1, 2, 3, 4, 5]
export const WEEKEND = [0, 6]

/** Monday to Friday, over the end of the week too. */
export function through(from: number, to: number): number[] {
  const days = [from]
  while (days.at(-1) !== to && days.length < 7) days.push((days.at(-1)! + 1) % 7)
  return days
}

export const onDate = (day: number): Seen => (day >= 1 && day <= 31 ? every('month', 1, { monthdays: [day] }) : undefined)

/** 一三五, 一到五, 一和周四. */
export function chineseDays(list: string): (number | undefined)[] {
  const range = /^([一二三四五六日天])[到至\-~](?:周|星期|礼拜)?([一二三四五六日天])$/.exec(list)
  if (range) return through(weekdayOfChar(range[1]!) ?? 0, weekdayOfChar(range[2]!) ?? 0)
  return [...list].filter((char) => /[一二三四五六日天]/.test(char)).map(weekdayOfChar)
}
export const japaneseDays = (list: string) =>
  [...list.replace(/曜日?/g, '')].filter((char) => /[月火水木金土日]/.test(char)).map(weekdayOfChar)
export const koreanDays = (list: string) =>
  [...list.replace(/요일|욜/g, '')].filter((char) => /[월화수목금토일]/.test(char)).map(weekdayOfChar)

export const everyUnit = (word: string): PeriodUnit =>
  /周|週|星期|礼拜/.test(word) ? 'week' : /月/.test(word) ? 'month' : /年/.test(word) ? 'year' : 'day'
export const koreanUnit = (word: string): PeriodUnit =>
  /주/.test(word) ? 'week' : /월|달/.test(word) ? 'month' : /년|연/.test(word) ? 'year' : 'day'
