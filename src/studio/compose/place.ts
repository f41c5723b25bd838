/** The field a bound speaks of, made where it is missing. */

import type { Family } from '../../base/concepts/types.ts'
import { foldHan } from '../../base/language/han.ts'
import { convert, unitOf } from '../../base/language/units.ts'
import type { Collection, Field } from '../../spec.ts'
import type { Bound } from '../frame/types.ts'
import type { Build } from '../rules/build.ts'
import { totalOf } from '../rules/derived.ts'
import { t } from '../rules/words.ts'
import type { Chosen } from './choose.ts'

export const MONEY_FAMILIES = new Set<Family>([
  'expenses',
  'budget',
  'trip',
  'subscriptions',
  'gifts',
  'split',
  'vehicle',
  'wishlist',
  'collection',
  'shopping',
  'guests',
  'pets',
  'maintenance',
  'events',
  'checklist',
])

export type Place = { collection: Collection; field?: Field; latest: boolean; value: number; factor: number }

/** The field a bound speaks of: money of money, kilograms of a weight, a bare number of what is counted. */
export function placeFor(b: Build, bound: Bound, chosen: Chosen): Place | undefined {
  const order = [...b.collections].sort((x, y) => rank(b, x) - rank(b, y))
  const latest = chosen.primary === 'measurements' || (chosen.primary === 'habit' && bound.what === 'quantity')
  const money = () =>
    order.map((collection) => ({ collection, field: totalOf(collection) ?? b.find(collection, 'money') })).find((one) => one.field)
  if (bound.what === 'money') {
    const found = money()
    return found ? { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 } : undefined
  }
  if (bound.what === 'quantity') {
    for (const collection of order)
      for (const field of collection.fields)
        if (field.kind === 'quantity') {
          const value = convert(bound.value, bound.unit ?? '', field.unit)
          if (value !== null && unitOf(field.unit)?.dimension !== 'time') return { collection, field, latest, value, factor: 1 }
        }
    return bound.per && bound.unit
      ? { collection: b.main!, field: measured(b, b.main!, bound.unit), latest: false, value: bound.value, factor: 1 }
      : undefined
  }
  if (bound.what === 'duration') {
    const found = order
      .map((collection) => ({
        collection,
        field:
          b.find(collection, 'duration') ?? collection.fields.find((field) => field.kind === 'computed' && field.shows.kind === 'duration'),
      }))
      .find((one) => one.field)
    if (bound.value >= 525600) return undefined
    if (found) return { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 }
    return bound.per
      ? { collection: b.main!, field: added(b, b.main!, 'duration'), latest: false, value: bound.value, factor: 1 }
      : undefined
  }
  if (bound.what === 'percent') return undefined
  const main = b.main!
  // A figure too large to be counted, beside money that is kept under something.
  const beside = bound.op === 'most' && bound.what === 'number' && bound.value >= 20 && chosen.beside.some((one) => MONEY_FAMILIES.has(one))
  if ((MONEY_FAMILIES.has(chosen.primary) || beside) && (bound.what === 'number' || chosen.primary === 'expenses')) {
    const found = money()
    if (found && (bound.value >= 20 || chosen.primary === 'budget'))
      return { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 }
  }
  if (latest) {
    const field = b.find(main, 'quantity', 'number')
    return field ? { collection: main, field, latest, value: bound.value, factor: 1 } : undefined
  }
  // 三万字 of 每章字数: the counter stands in the name of what is counted.
  const unit =
    bound.what === 'count' && /^\p{Script=Han}{1,2}$/u.test(bound.unit ?? '') && !/^[次回遍个個]$/.test(bound.unit!)
      ? foldHan(bound.unit!)
      : undefined
  const called = unit
    ? main.fields.find((field) => (field.kind === 'number' || field.kind === 'quantity') && foldHan(field.label).includes(unit))
    : undefined
  if (called) return { collection: main, field: called, latest: false, value: bound.value, factor: 1 }
  const counted = ['intake', 'study', 'workout', 'reading', 'habit'].includes(chosen.primary) ? countedField(b, main, bound) : undefined
  return { collection: main, ...(counted ? { field: counted } : {}), latest: false, value: bound.value, factor: 1 }
}

/** What is bounded has to be noted, though no quality for it was named: "max 2 hours of TV a day". */
export function added(b: Build, main: Collection, part: string): Field {
  const field = b.field(part, main.fields)
  main.fields.splice(1, 0, field)
  return field
}

/** The bare amount takes the unit of its bound: 25 g of sugar a day. */
function measured(b: Build, main: Collection, unit: string): Field {
  const bare = b.by(main, 'quantity') ?? added(b, main, 'quantity')
  const field: Field = { id: bare.id, label: b.say(t('Amount / 量 / 量 / 양')), kind: 'quantity', unit, concept: 'quantity' }
  b.replace(main, field)
  return field
}

const rank = (b: Build, collection: Collection) =>
  collection === b.main ? (collection.fields.some((field) => field.kind === 'money') ? 0 : 1) : 2

function countedField(b: Build, main: Collection, bound: Bound): Field | undefined {
  if (/回|次|번|times|회/.test(bound.unit ?? '')) return undefined
  const before = b.frame.low.slice(Math.max(0, bound.start - 40), bound.start + 30)
  const said = main.fields.find((field) => field.kind === 'number' && field.label.length > 3 && before.includes(field.label.toLowerCase()))
  return (
    said ??
    b.by(main, 'stepcount') ??
    (bound.value >= 10 ? (b.by(main, 'times') ?? b.by(main, 'reps')) : undefined) ??
    b.by(main, 'calories') ??
    b.by(main, 'quantity') ??
    b.by(main, 'pages') ??
    (bound.value >= 100 ? b.find(main, 'quantity') : undefined)
  )
}
