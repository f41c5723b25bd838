/** What a collection settles about a sentence: several entries in it (a card each, a habit each), past days, キロ. */

import { poundsAsMoney } from '../../base/language/pounds.ts'
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { unitOf } from '../../base/language/units.ts'
import { visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import { cardSaid, sidesOf } from './fill/rest.ts'
import { seedsNamed } from './seeds.ts'
import type { Segment } from './types.ts'

/** "casa - house, cane - dog": a card each. */
export function cardsApart(reading: Reading, collection: Collection, spec: AppSpec): Segment[] | undefined {
  const parts = reading.text.split(/\s*[,，;；、\n]\s*/)
  if (cardSaid(reading.text, collection, spec)) return [{ reading: { ...reading, values: [] }, shared: [] }]
  if (parts.length < 2 || !parts.every((text) => sidesOf(text, collection, spec))) return undefined
  return parts.map((text) => ({ reading: { ...reading, text, tokens: tokenise(text), values: [] }, shared: [] }))
}

/** "reading and no sugar yesterday" in a log of habits: an entry for each habit that is named. */
export function linkedApart(segment: Segment, collection: Collection, spec: AppSpec): Segment[] {
  const field = visibleFields(collection).find((one) => one.kind === 'relation' && !one.many && one.required)
  if (field?.kind !== 'relation') return [segment]
  const named = seedsNamed(segment.reading.text, spec, field.to)
  if (named.length < 2) return [segment]
  return named.map((one) => ({ ...segment, only: one, others: named.filter((other) => other !== one).map((other) => other.at) }))
}

/** What is noted has happened: "on Monday" is the last one, where days are entered as they come. */
export function pastOf(values: Reading['values'], collection: Collection, today: string): Reading['values'] {
  if (!visibleFields(collection).some((field) => field.kind === 'date' && field.default === 'today')) return values
  return values.map((found) => {
    const { read } = found
    if (read.kind !== 'date' || !read.guessed || read.date <= today) return found
    return { ...found, read: { ...read, date: lastOf(found.text, read.date) } }
  })
}

/** The day of that name that has been: a year before with figures in it (24 December), a week before without (on Sunday). */
export const lastOf = (said: string, date: string): string => (/\d/.test(said) ? moved(date, { years: -1 }) : moved(date, { days: -7 }))

/** So many years and days away. */
export function moved(date: string, { years = 0, days = 0 }: { years?: number; days?: number }): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, day + days)).toISOString().slice(0, 10)
}

/** "110 pounds" where amounts are kept and no weights. */
export function poundsOf(reading: Reading, collection: Collection): Reading {
  const fields = visibleFields(collection)
  const weighs = fields.some((field) => (field.kind === 'quantity' && unitOf(field.unit)?.dimension === 'mass') || field.kind === 'number')
  const pays = fields.some((field) => field.kind === 'money' && field.currency === 'GBP')
  return pays && !weighs ? poundsAsMoney(reading) : reading
}

/** 朝南 4分: points, where no time is kept. */
export function pointsOf(values: Reading['values'], { fields }: Collection): Reading['values'] {
  const timed = fields.some(({ kind, label }) => kind === 'duration' || kind === 'time' || /分钟|分鐘|時間|时间/.test(label))
  if (timed || !fields.some(({ kind }) => kind === 'rating')) return values
  return values.map((found) => {
    const points = /^(\d(?:\.5)?)\s?分$/.exec(found.text.trim())?.[1]
    return points ? { ...found, read: { kind: 'number', value: Number(points) } } : found
  })
}

/** 10 km in 1:02 is no minute and two seconds. */
function timed(values: Reading['values'], { fields }: Collection): Reading['values'] {
  const far = values.some(({ read, text }) =>
    read.kind === 'quantity'
      ? read.dimension === 'length' && read.value >= 3
      : read.kind === 'number' && read.value >= 3000 && /k$/i.test(text.trim()),
  )
  if (!far || !fields.some(({ kind }) => kind === 'duration')) return values
  return values.map((found) => {
    const clock = found.read.kind === 'duration' || found.read.kind === 'time' ? /^([1-4]):([0-5]\d)$/.exec(found.text.trim()) : null
    return clock ? { ...found, read: { kind: 'duration', minutes: 60 * Number(clock[1]) + Number(clock[2]) } } : found
  })
}

/** キロ is a kilogram and a kilometre: a collection that keeps distances and no weights settles it. */
export function kilosOf(values: Reading['values'], collection: Collection): Reading['values'] {
  const keeps = (dimension: string) =>
    visibleFields(collection).some((field) => field.kind === 'quantity' && unitOf(field.unit)?.dimension === dimension)
  if (!keeps('length') || keeps('mass')) return values
  return timed(values, collection).map((found) =>
    // “5k today”: so many kilometres, where no money is kept.
    found.read.kind === 'number' && /\d\s?k$/i.test(found.text.trim()) && !visibleFields(collection).some(({ kind }) => kind === 'money')
      ? { ...found, read: { kind: 'quantity', value: found.read.value / 1000, unit: 'km', dimension: 'length' } }
      : found.read.kind === 'quantity' && found.read.unit === 'kg' && /(?:キロ|킬로|kilos?)$/i.test(found.text.trim())
        ? { ...found, read: { ...found.read, unit: 'km', dimension: 'length' } }
        : found,
  )
}
