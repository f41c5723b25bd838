/** Goals and limits of a request, put on the field they speak of. */
import type { Family } from '../../base/concepts/types.ts'
import type { Collection, Field, PeriodUnit } from '../../spec.ts'
import type { Bound } from '../frame/types.ts'
import type { Build } from '../rules/build.ts'
import type { B } from '../rules/families/shared.ts'
import type { Chosen } from './choose.ts'
import { added, MONEY_FAMILIES, type Place, placeFor } from './place.ts'

export function applyBounds(b: Build, chosen: Chosen): void {
  const { frame } = b
  if (['calculator', 'converter', 'timer', 'routine', 'loan', 'inventory'].includes(chosen.primary)) return
  takeLeft(b)
  const done = new Set<string>()
  const ordered = [...frame.bounds].sort((a, c) => Number(c.explicit) - Number(a.explicit) || a.start - c.start)
  for (const bound of ordered) {
    // 每周称一次: how often it is measured is no aim of what is measured.
    if (chosen.primary === 'measurements' && bound.what === 'count') continue
    const place = placeFor(b, bound, chosen)
    if (!place) continue
    const kind = kindOf(b, bound, place.latest, chosen.primary)
    const once = `${place.collection.id} ${place.field?.id} ${bound.per} ${kind}`
    if (isKept(b, bound) || done.has(once) || (frame.contradiction && done.size > 0 && bound.what === ordered[0]!.what)) continue
    done.add(once)
    putBound(b, bound, kind, place, chosen.primary)
  }
}

const LEFT = /\b(?:left|remaining|in stock|on hand|stock)$/i
const RUNS_LOW = /\b(?:under|below|fewer than|less than|lower than|down to|only)\s*$/
/** "warn me when under 10 left": what runs low, where what is left is kept. */
function takeLeft(b: Build): void {
  const { frame, main } = b
  const figures = main?.fields.filter((field) => field.kind === 'number' || field.kind === 'quantity') ?? []
  const low = frame.bounds.find((bound) => {
    const said = frame.low.slice(Math.max(0, bound.start - 14), bound.start + 14)
    return (
      bound.what !== 'money' &&
      bound.op !== 'least' &&
      (RUNS_LOW.test(frame.low.slice(0, bound.start)) || /^(?:under|below|fewer|less|lower)\b/.test(frame.low.slice(bound.start))) &&
      !/money|\$|£/.test(said)
    )
  })
  const after = low ? frame.low.slice(low.start, low.start + 30) : ''
  const left =
    figures.find((field) => LEFT.test(field.label)) ??
    figures.find((field) => /^[a-z]{4,}s$/i.test(field.label) && after.includes(field.label.toLowerCase().slice(0, -1)))
  if (
    !main ||
    !left ||
    !low ||
    !(frame.behaviours.has('stock') || frame.behaviours.has('reminder')) ||
    b.behaviours.some((one) => one.kind === 'stock')
  )
    return
  b.does<B<'stock'>>({ kind: 'stock', collection: main.id, quantity: left.id, least: low.value })
  frame.bounds = frame.bounds.filter((bound) => bound !== low)
  frame.behaviours.add('stock')
}

/** Some rule has made it already: the limit of one category, the goal of a savings app. */
const isKept = (b: Build, bound: Bound) =>
  b.behaviours.some((one) => (one.kind === 'limit' && one.most === bound.value) || (one.kind === 'goal' && one.target === bound.value))

/** To be warned over a reading is no aim to get down to. */
const WARNS = /\b(?:warn|alert|flag|tell me|notify)\b|警告|提醒|报警|标红|看出来|提示|醒目|警報|アラート|超え(?:たら|ると)|경고|넘으면|알려/

function kindOf(b: Build, bound: Bound, latest: boolean, family: Family): 'limit' | 'least' | 'up' | 'down' {
  if (latest && bound.op === 'most' && WARNS.test(b.frame.low)) return 'limit'
  if (latest) return bound.op === 'least' && bound.explicit ? 'up' : 'down'
  if (bound.op === 'most') return 'limit'
  if (bound.op === 'least') return 'least'
  // 月4万: a bare figure of money, where money is spent.
  const spent = bound.what === 'money' || (bound.what === 'number' && bound.value >= 1000 && ['expenses', 'budget'].includes(family))
  return spent && MONEY_FAMILIES.has(family) ? 'limit' : 'least'
}

function putBound(b: Build, bound: Bound, kind: ReturnType<typeof kindOf>, place: Place, family: Family): void {
  const { collection, field, value } = place
  const date = b.dateOf(collection) ?? (bound.per ? dated(b, collection) : undefined)
  const measure = field ? { fn: place.latest ? ('latest' as const) : ('sum' as const), field: field.id } : { fn: 'count' as const }
  const spoken = b.frame.bounds.find((one) => one.what === bound.what && one.per)?.per
  const period = date ? (bound.per ?? (b.frame.contradiction ? spoken : undefined) ?? usualPeriod(bound, family, b, field)) : undefined
  const when = date && period ? { date: date.id, period } : {}
  if (kind === 'limit') b.does<B<'limit'>>({ kind: 'limit', collection: collection.id, measure, ...when, most: value, warnAt: 0.8 })
  else if (kind === 'least')
    b.does<B<'goal'>>({ kind: 'goal', collection: collection.id, measure, ...when, target: value, direction: 'least' })
  else
    b.does<B<'goal'>>({
      kind: 'goal',
      collection: collection.id,
      measure: { fn: 'latest', ...(field ? { field: field.id } : {}) },
      ...(date ? { date: date.id } : {}),
      target: value,
      direction: direction(b, field, kind),
    })
}

/** What is bounded by the day or week is noted with its day. */
const dated = (b: Build, collection: Collection): Field => added(b, collection, 'date')

/** Weight is to go down unless gaining was said; other things go up. */
function direction(b: Build, field: Field | undefined, kind: 'up' | 'down'): 'reach-up' | 'reach-down' {
  if (/gain|bulk|increase|build up|增重|增加|增肌|増や|増量|上げ|늘리|증량|올리/.test(b.frame.low)) return 'reach-up'
  return kind === 'up' && field?.concept !== 'weight' ? 'reach-up' : 'reach-down'
}

function usualPeriod(bound: Bound, family: Family, b: Build, field?: Field): PeriodUnit | undefined {
  if (bound.what === 'money' || field?.kind === 'money')
    return family === 'expenses'
      ? 'month'
      : family === 'budget' && /month|家計|家计|monthly|생활비|household/.test(b.frame.low)
        ? 'month'
        : undefined
  if (family === 'habit' && b.frame.every) return b.frame.every.unit
  if (['intake', 'sleep', 'study', 'workout', 'habit', 'feeding', 'timer'].includes(family)) return family === 'workout' ? 'week' : 'day'
  return undefined
}

const AT_MOST = /\bat most\b|no more than|\bmax\b|maximum|最多|不超过|别超|以内|以下|(?<=回|日|杯)まで|이하|이내|까지만|넘지/

/** "three times a week" */
export function applyRhythm(b: Build, main: Collection, family: Family): void {
  const { every } = b.frame
  if (!every?.times || !['habit', 'workout', 'study', 'intake', 'collection', 'reading', 'pets', 'plants', 'journal'].includes(family))
    return
  const date = b.dateOf(main)
  if (!date || b.behaviours.some((one) => one.kind === 'goal' && one.period === every.unit)) return
  // "twice a week at most" is to be kept under.
  if (AT_MOST.test(b.frame.reading.text.toLowerCase())) {
    b.does<B<'limit'>>({
      kind: 'limit',
      collection: main.id,
      measure: { fn: 'count' },
      date: date.id,
      period: every.unit,
      most: every.times,
      warnAt: 0.8,
    })
    return
  }
  b.does<B<'goal'>>({
    kind: 'goal',
    collection: main.id,
    measure: { fn: 'count' },
    date: date.id,
    period: every.unit,
    target: every.times,
    direction: 'least',
  })
}
