/** Values that a person could enter, for every kind of field; the same for the same spec and day. Pure. */
import type { Now } from '../base/language/types.ts'
import type { AppSpec, Collection, Field, Language, Value } from '../spec.ts'

const NAMES: Record<Language, string[]> = {
  en: ['Ana', 'Ben', 'Chris'],
  zh: ['小林', '小王', '小陈'],
  ja: ['さくら', 'けん', 'ゆい'],
  ko: ['민지', '준호', '서연'],
}
const PLACES: Record<Language, string[]> = {
  en: ['Corner shop', 'Station', 'Park'],
  zh: ['街角小店', '车站', '公园'],
  ja: ['駅前の店', '公園', '図書館'],
  ko: ['동네 가게', '역 앞', '공원'],
}
/** Currencies whose everyday amounts are in hundreds or thousands. */
const LARGE = new Set(['JPY', 'KRW', 'VND', 'IDR', 'CLP', 'HUF'])

/** Fields a person types into. */
export const typed = (collection: Collection): Field[] =>
  collection.fields.filter((field) => !field.hidden && field.kind !== 'computed' && field.kind !== 'schedule')

/** The `turn`-th sample of a collection; relations are left to what the form offers. */
export function sample(collection: Collection, spec: AppSpec, now: Now, turn: number): Record<string, Value> {
  const values = typed(collection).map((field) => [field.id, sampleValue(field, collection, spec.language, now, turn)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null))
}

export function sampleValue(field: Field, collection: Collection, language: Language, now: Now, turn: number): Value {
  const pick = <T>(list: readonly T[]): T => list[turn % list.length]!
  const day = dayBefore(now.date, turn % 7)
  switch (field.kind) {
    case 'text':
      return `${collection.one} ${turn + 1}`
    case 'note':
      return `${field.label} ${turn + 1}`
    case 'number':
      return within(field.integer === false ? 2.5 + turn : 2 + turn, field.min, field.max)
    case 'quantity':
      return within(10 + turn * 2, field.min, field.max)
    case 'money':
      return LARGE.has(field.currency) ? 450 + 320 * turn : 4.5 + 3 * turn
    case 'date':
      return day
    case 'time':
      return pick(['08:30', '12:15', '19:45'])
    case 'datetime':
      return `${day}T${pick(['08:30', '12:15', '19:45'])}`
    case 'duration':
      return 25 + 10 * turn
    case 'choice':
      return pick(field.options).id
    case 'choices':
      return [pick(field.options).id]
    case 'rating':
      return 1 + ((field.max - 2 + turn) % field.max)
    case 'yesno':
      return turn % 2 === 0
    case 'person':
      return pick(NAMES[language])
    case 'place':
      return pick(PLACES[language])
    case 'link':
      return 'https://example.com/'
    default:
      return null
  }
}

const within = (value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY) => Math.min(max, Math.max(min, value))

function dayBefore(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at - days * 86_400_000).toISOString().slice(0, 10)
}

/** What a check starts with: the spec's own seeds, and a few samples where it has none. */
export function seedsWith(spec: AppSpec, now: Now): Record<string, Record<string, Value>[]> {
  return Object.fromEntries(
    spec.collections.map((one) => [one.id, one.seeds.length ? one.seeds : [0, 1, 2].map((turn) => sample(one, spec, now, turn))]),
  )
}
