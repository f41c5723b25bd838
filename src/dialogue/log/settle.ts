/** What a collection settles about a sentence: several entries in it (a card each, a habit each), past days, キロ. */

import { another, daysBetween, lastOf } from '../../base/language/calendar.ts'
import { poundsAsMoney } from '../../base/language/pounds.ts'
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { unitOf } from '../../base/language/units.ts'
import { visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Value } from '../../spec.ts'
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

/** What such a day tells of has been: finished on Sunday is last Sunday. */
export const HAPPENED =
  /\b(?:finished|done|watered|bought|met|seen|visited|watched|repotted|last \w+)\b|看完|读完|完成|上次|上回|买入|最後|読了|読み終|見た|済|購入|마지막|다녀온|읽은|본 ?날|물 ?준|산 ?날/i
const DAYS = new Set(['date', 'datetime'])

/** What is noted has happened: "on Monday" is the last one, where days are entered as they come. */
export function pastOf(values: Reading['values'], collection: Collection, today: string): Reading['values'] {
  const days = visibleFields(collection).filter(({ kind }) => DAYS.has(kind))
  if (!days.some((field) => field.default === 'today') && !days.every(({ label }) => HAPPENED.test(label))) return values
  return values.map((found) => {
    const { read } = found
    if ((read.kind !== 'date' && read.kind !== 'datetime') || !read.guessed || read.date <= today) return found
    return { ...found, read: { ...read, date: lastOf(read.date, read.guessed) } }
  })
}

/** Put right to “the 12th”: the 12th nearest to the day that was kept, and none to come where it has been. */
export function dayNear(said: Value, kept: Value | undefined, reading: Reading, today: string): Value {
  const read = reading.values.find(({ read }) => 'guessed' in read && read.date === said)?.read
  if (!read || !('guessed' in read) || !read.guessed || typeof said !== 'string' || !isDay(kept)) return said
  const days = [said, another(said, read.guessed, -1), another(said, read.guessed, 1)].filter((day) => said > today || day <= today)
  const away = (day: string) => Math.abs(daysBetween(kept, day))
  return days.sort((a, b) => away(a) - away(b))[0]!
}
const isDay = (value: Value | undefined): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

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
