/** Times and sizes as the person's locale writes them. */
const MINUTE = 60_000

export function formatWhen(at: string, locale: string, now = Date.now()): string {
  const then = Date.parse(at)
  if (Number.isNaN(then)) return at
  const ago = now - then
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (ago < MINUTE) return relative.format(0, 'second')
  if (ago < 60 * MINUTE) return relative.format(-Math.floor(ago / MINUTE), 'minute')
  const sameDay = new Date(then).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(locale, sameDay ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(then)
}

export const formatDate = (at: string, locale: string): string => {
  const then = Date.parse(at)
  return Number.isNaN(then) ? at : new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(then)
}

export const formatMs = (ms: number, locale: string): string =>
  ms < 1000
    ? new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 }).format(ms)
    : new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(ms / 1000)

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
export function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[power]!,
    unitDisplay: power ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power)
}
