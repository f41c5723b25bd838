import { read } from '../../src/base/language/read.ts'
import type { Context, Read } from '../../src/base/language/types.ts'
import type { Language } from '../../src/spec.ts'

/** Tuesday. */
export const NOW = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const CURRENCY: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }
export const context = (language: Language, more: Partial<Context> = {}): Context => ({
  now: NOW,
  language,
  currency: CURRENCY[language],
  ...more,
})

/** A reading in a few words, so that tables stay readable. */
export function show(it: Read): string {
  switch (it.kind) {
    case 'number':
      return `${round(it.value)}`
    case 'percent':
      return `${round(it.value)}%`
    case 'money':
      return `${round(it.amount)} ${it.currency}`
    case 'quantity':
      return `${round(it.value)} ${it.unit}`
    case 'count':
      return `${round(it.value)} x ${it.counter}`
    case 'duration':
      return `${round(it.minutes)}min`
    case 'date':
      return it.to ? `${it.date}..${it.to}` : it.date
    case 'time':
      return it.time
    case 'datetime':
      return `${it.date}T${it.time}`
    case 'period':
      return `[${it.from},${it.to})${it.days ? ` last ${it.days}` : it.unit ? ` ${it.unit}${it.offset}` : ''}`
    case 'every':
      return [
        'every',
        it.count === 1 ? '' : it.count,
        it.unit,
        it.times && `x${it.times}`,
        it.weekdays && `on ${it.weekdays}`,
        it.monthdays && `on the ${it.monthdays}`,
        it.minutes && `by ${it.minutes}min`,
        it.at && `at ${it.at}`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'bound':
      return `${it.op}(${show(it.of)})${it.per ? `/${it.per}` : ''}`
    case 'range':
      return `${round(it.low)}-${round(it.high)}${it.unit ? ` ${it.unit}` : ''}${it.down ? ' down' : ''}`
  }
}
const round = (n: number) => Number(n.toFixed(4))

export const values = (text: string, language: Language, more: Partial<Context> = {}) =>
  read(text, context(language, more))
    .values.map((value) => show(value.read))
    .join(' | ')
