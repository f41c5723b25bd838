/** Figures to fields: amounts, counts, durations, years. */
import type { Found, Read, Reading } from '../../../base/language/types.ts'
import { convert, unitOf } from '../../../base/language/units.ts'
import { fold } from '../../../base/resolve.ts'
import type { Field, Value } from '../../../spec.ts'
import { kindFit, nearness, YEAR } from '../fit.ts'
import type { Take } from '../types.ts'

export function fillYears(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find(
    (one) =>
      (one.kind === 'number' || one.kind === 'text') && (YEAR.test(one.label) || YEAR.test(one.concept ?? '') || /year/i.test(one.id)),
  )
  if (!field) return
  const year = /(?<!\d)(1[5-9]\d\d|20\d\d)(?:\s?年|\s?년|(?!\d|[.,]\d|\s?(?:元|円|원|yen|dollars|块)))/.exec(reading.text)
  if (!year || /[$€£¥₩]\s?$/.test(reading.text.slice(0, year.index))) return
  take(field, field.kind === 'number' ? Number(year[1]) : year[1]!, [year.index, year.index + year[0].length])
}

/** Pairs every figure with the field it fits best, best pairs first, so that "3 sets of 8 at 100 kg" finds three homes. */
export function fillNumbers(reading: Reading, fields: Field[], take: Take): void {
  const figures = reading.values.flatMap((value) => spread(value))
  const low = fold(reading.text)
  const pairs = figures.flatMap((figure, i) =>
    fields.flatMap((field, order) => {
      const fit = kindFit(figure.read, field)
      if (fit <= 0 || field.kind === 'date' || field.kind === 'datetime' || field.kind === 'time') return []
      return [{ i, figure, field, score: fit + nearness(low, reading, figure, field) - order * 0.01 - i * 0.001 }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score)
  const usedFigures = new Set<number>()
  const usedFields = new Set<string>()
  for (const { i, figure, field } of pairs) {
    if (usedFigures.has(i) || usedFields.has(field.id)) continue
    const value = plain(figure.read, field)
    if (value === null) continue
    usedFigures.add(i)
    usedFields.add(field.id)
    take(field, value, [figure.start, figure.end])
  }
}

/** A range in a log is two figures ("128/82"); a bound is its value. */
function spread(value: Found): Found[] {
  if (value.read.kind === 'bound') return spread({ ...value, read: value.read.of })
  if (value.read.kind !== 'range') return [value]
  const { low, high, unit } = value.read
  const of = (n: number): Read =>
    unit && unitOf(unit) ? { kind: 'quantity', value: n, unit, dimension: unitOf(unit)!.dimension } : { kind: 'number', value: n }
  const ends = value.read.down ? [high, low] : [low, high]
  return ends.map((n) => ({ ...value, read: of(n) }))
}

export function plain(read: Read, field: Field): Value {
  const n = numberOf(read, field)
  if (n === null || !Number.isFinite(n)) return null
  if (field.kind === 'rating') return Math.min(field.max, Math.max(1, Math.round(n)))
  if (field.kind === 'number' && field.integer) return Math.round(n)
  return n
}

function numberOf(read: Read, field: Field): number | null {
  switch (read.kind) {
    case 'bound':
      return numberOf(read.of, field)
    case 'money':
      return read.amount
    case 'quantity':
      if (field.kind === 'quantity') return tidy(convert(read.value, read.unit, field.unit))
      if (field.kind === 'duration') return convert(read.value, read.unit, 'min')
      return read.value
    case 'duration':
      return field.kind === 'quantity'
        ? tidy(convert(read.minutes, 'min', field.unit))
        : field.kind === 'number' && /hour|时|時間|시간/i.test(field.label)
          ? tidy(read.minutes / 60)
          : read.minutes
    case 'count':
      return field.kind === 'quantity' && unitOf(field.unit)?.dimension === 'volume'
        ? tidy(convert(read.value * 200, 'ml', field.unit))
        : read.value
    case 'number':
    case 'percent':
      return read.value
    default:
      return null
  }
}

const tidy = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)
