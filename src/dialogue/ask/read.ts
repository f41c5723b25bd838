/**
 * "how much on coffee this month, by shop?" as a Query: what is measured, of which records, over which time, by what
 * it is grouped, and against what it is compared.
 */
import { read } from '../../base/language/read.ts'
import type { Reading } from '../../base/language/types.ts'
import { once } from '../../base/once.ts'
import { fold, has, visibleCollections } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Measure, Query, Rec } from '../../spec.ts'
import { ofDebts } from './debts.ts'
import { datedFirst, lists, who, written } from './entries.ts'
import { dateOf } from './figures.ts'
import { groupOf, limitOf, orderOf } from './group.ts'
import { isState, type Measured, measureOf } from './measure.ts'
import { type Parts, partsOf, scopeOf } from './parts.ts'
import { changed, paceOf, perUnit } from './ratio.ts'
import { sideAsked, standing } from './standing.ts'
import type { AskContext } from './when.ts'
import { many, newest, nextOne, occasion } from './whole.ts'
import { COMPARE, FAST, WHICH } from './words.ts'

/** How plainly the app is asked: by the name of something in it, by a way of asking alone, or not at all. */
export type Bearing = 'named' | 'asked' | 'none'
export type Question = {
  query: Query
  bearing: Bearing
  /** Something is asked for in so many words. */
  asks: boolean
}
/** `measured`: the question says itself what is to be measured. */
type Asked = Question & { measured: boolean }

export function readQuestion(reading: Reading, spec: AppSpec, ctx: AskContext): Result<Query> {
  const found = questionOf(reading, spec, ctx)
  return found.ok ? ok(found.value.query) : found
}

export const questionOf = once(questionIn, (spec: AppSpec, { now, locale, currency, before, known }: AskContext) => [
  spec,
  now,
  locale,
  currency,
  before,
  known,
])

function questionIn(reading: Reading, spec: AppSpec, ctx: AskContext): Result<Question> {
  if (!visibleCollections(spec).length) return fail('nothing-to-ask', 'This app keeps no records.')
  const before = ctx.before ? previous(ctx.before, spec, ctx) : undefined
  const { query: plain, measured, bearing, asks } = asked(partsOf(reading, spec, ctx))
  const query = ofDebts(plain, reading, spec)
  const field = spec.collections.find((one) => one.id === query.collection)?.fields.find((one) => one.id === query.measure.field)
  if (has(fold(reading.text), FAST) && field && field.kind !== 'duration' && field.kind !== 'quantity')
    return fail('nothing-to-ask', 'This app keeps no times.')
  return ok({ query: before ? merged(before, query, measured) : query, bearing, asks })
}

function previous(text: string, spec: AppSpec, ctx: AskContext): Query {
  const reading = read(text, { now: ctx.now, language: spec.language, currency: ctx.currency, hints: { locale: ctx.locale } })
  return asked(partsOf(reading, spec, ctx)).query
}

/** "and last month?", 上个月呢: what is said anew replaces what was asked before. */
function merged(before: Query, next: Query, measured: boolean): Query {
  const { left: _left, less: _less, names: _names, show: _show, order: _order, limit: _limit, ...scope } = before
  const kept = measured ? { ...scope, measure: next.measure, ...pick(next, 'order', 'limit', 'left', 'less') } : before
  return {
    ...kept,
    ...pick(next, 'when', 'compare'),
    ...(next.group && { group: next.group, order: next.order }),
    ...(next.filter.length && { filter: next.filter, collection: next.collection }),
  }
}
const pick = (query: Query, ...keys: (keyof Query)[]): Partial<Query> =>
  Object.fromEntries(keys.flatMap((key) => (query[key] === undefined ? [] : [[key, query[key]]])))

/** Questions of a shape of their own first, then those that entries answer, then a figure. */
function asked(parts: Parts): Asked {
  const { reading, low, collection, spec, hits, ctx, held, wants } = parts
  const stands = standing(reading, spec, wants)
  if (stands) return { query: stands, measured: true, bearing: 'named', asks: true }
  const other = perUnit(parts) ?? paceOf(parts) ?? changed(parts)
  if (other) return { query: other, measured: true, bearing: 'named', asks: true }
  const whole =
    nextOne(low, collection, ctx) ?? occasion(reading, low, collection, spec, hits, ctx, held) ?? newest(reading, low, collection)
  if (whole) return { query: whole, measured: true, bearing: 'none', asks: true }
  const named = written(parts) ?? who(parts)
  return named ? { query: named, measured: true, bearing: 'named', asks: true } : figured(parts)
}

/** What is measured, in groups or not; where one end of a scale is asked for, the entries that are there. */
function figured(parts: Parts): Asked {
  const { reading, low, collection, spec, hits, wants, fields } = parts
  const group = groupOf(reading, low, collection, hits)
  const measured = measureOf({ wants, collection, spec, hits, group, records: narrowed(parts), one: parts.held.length > 0 })
  const listing = lists(parts, measured, group !== undefined)
  const measure: Measure = listing || (group && OFTEN.test(low)) ? { fn: 'count' } : measured.measure
  const scope = scopeOf(parts, group, listing)
  const superlative = group !== undefined && wants.degree !== null && (has(low, WHICH) || group.by === undefined || group.by === 'day')
  const limit = limitOf(reading, low, superlative)
  const extreme = !group && measure.field && (measure.fn === 'max' || measure.fn === 'min')
  const query: Query = (!listing && !group?.by ? datedFirst(parts, measured, limit, group?.field) : undefined) ??
    (extreme
      ? { ...scope, measure, order: { by: measure.field!, descending: measure.fn === 'max' }, limit: limit ?? many(reading) ?? 1 }
      : undefined) ?? {
      ...scope,
      ...(group && { group }),
      measure: superlative ? ofGroups(measure, parts) : measure,
      ...orderOf(group, superlative, wants.degree?.way === 'min', listing, dateOf(fields)),
      ...(limit && { limit }),
      ...(has(low, COMPARE) && scope.when && { compare: 'previous' as const }),
    }
  return { query, measured: measured.said || wants.degree !== null, ...bearingOf(parts, query, measured) }
}

/** “which supplier do I use most”: by how many entries there are of each. */
const OFTEN =
  /\bmost often\b|\b(?:use|visit|go to|order from|buy from|see) (?:the )?most\b|最常|(?:次数|去得)最多|一番(?:よく|多く(?:行|使))|(?:제일|가장) (?:자주|많이 (?:가|간|갔|쓰는))/

/** The entries that have the names in them: a figure that none of them has is not what is asked. */
function narrowed({ ctx, collection, held }: Parts): readonly Rec[] | undefined {
  const records = ctx.known?.[collection.id]
  const fits = records?.filter(({ values }) =>
    held.every(({ filter }) => fold(String(values[filter.field] ?? '')).includes(fold(String(filter.value)))),
  )
  return fits?.length ? fits : records
}

/** "which shop most?": the groups are ranked by what they come to, or how good they are. */
function ofGroups(measure: Measure, { fields }: Parts): Measure {
  if (measure.fn !== 'max' && measure.fn !== 'min') return measure
  const field = fields.find((one) => one.id === measure.field)
  // The heaviest exercise is the one that was heaviest once.
  return { ...measure, fn: field?.kind === 'rating' ? 'mean' : field && isState(field) ? measure.fn : 'sum' }
}

/** 体重は, 평균은: its name alone is asked after. */
const OF = /(?:は|은|는|呢)\s*[?？]?$/

function bearingOf(
  { wants, held, low, collection }: Parts,
  query: Query,
  { named, measure }: Measured,
): Pick<Question, 'bearing' | 'asks'> {
  const side = query.when !== undefined && sideAsked(low, collection) !== undefined
  const asks = wants.asks || side || (named && measure.field !== undefined && (held.length > 0 || query.when !== undefined || OF.test(low)))
  const certain = named || held.length > 0 || query.filter.some(({ op }) => op !== 'contains' && op !== 'filled')
  return { asks, bearing: certain ? 'named' : asks ? 'asked' : 'none' }
}
