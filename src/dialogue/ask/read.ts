/**
 * "how much on coffee this month, by shop?" as a Query: what is measured, of which records, over which time, by what
 * it is grouped, and against what it is compared.
 */

import { read } from '../../base/language/read.ts'
import type { Found, Reading } from '../../base/language/types.ts'
import { fieldsNamed, fold, has, visibleCollections, visibleFields } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Collection, Measure, Query } from '../../spec.ts'
import { planDays } from '../log/seeds.ts'
import { ofDebts } from './debts.ts'
import { filtersOf } from './filters.ts'
import { groupOf, limitOf, orderOf } from './group.ts'
import { withHeld } from './held.ts'
import { collectionAsked, dateOf, measureOf, numeric } from './measure.ts'
import { type AskContext, whenOf } from './when.ts'
import { many, newest, nextOne, occasion, remaining } from './whole.ts'
import { COMPARE, COUNT, EXTREMES, FAST, FN, LEAST, LISTS, MOST, SUM, WHAT, WHICH, withoutTimes } from './words.ts'

export function readQuestion(reading: Reading, spec: AppSpec, ctx: AskContext): Result<Query> {
  if (!visibleCollections(spec).length) return fail('nothing-to-ask', 'This app keeps no records.')
  const before = ctx.before ? previous(ctx.before, spec, ctx) : undefined
  const plain = freshQuery(reading, spec, ctx)
  const query = ofDebts(ctx.known ? withHeld(plain, reading, spec, ctx.known) : plain, reading, spec)
  const field = spec.collections.find((one) => one.id === query.collection)?.fields.find((one) => one.id === query.measure.field)
  if (has(fold(reading.text), FAST) && field && field.kind !== 'duration' && field.kind !== 'quantity')
    return fail('nothing-to-ask', 'This app keeps no times.')
  return ok(before ? merged(before, query, reading) : query)
}

/** "How much on day 2?": the date of that day, in the plan and among its costs. */
function withPlanDays(reading: Reading, spec: AppSpec): Reading {
  const days = planDays(reading.text, spec).map(
    ({ at: [start, end], date }): Found => ({
      start,
      end,
      text: reading.text.slice(start, end),
      read: { kind: 'date', date },
    }),
  )
  const beside = reading.values.filter(({ start, end }) => !days.some((day) => start < day.end && end > day.start))
  return days.length ? { ...reading, values: [...beside, ...days].sort((a, b) => a.start - b.start) } : reading
}

function previous(text: string, spec: AppSpec, ctx: AskContext): Query {
  return freshQuery(read(text, { now: ctx.now, language: spec.language, currency: ctx.currency, hints: { locale: ctx.locale } }), spec, ctx)
}

/** "and last month?", 上个月呢: what is said anew replaces what was asked before. */
function merged(before: Query, next: Query, reading: Reading): Query {
  const low = fold(reading.text)
  const measured =
    next.measure.field !== undefined && (has(low, SUM) || FN.some(([, words]) => has(withoutTimes(reading, low), words)) || has(low, COUNT))
  return {
    ...before,
    ...(next.when && { when: next.when }),
    ...(next.group && { group: next.group, order: next.order }),
    ...(next.filter.length && { filter: next.filter, collection: next.collection }),
    ...(next.compare && { compare: next.compare }),
    ...(measured && { measure: next.measure, ...(next.order && { order: next.order }), ...(next.limit && { limit: next.limit }) }),
  }
}

/** "which recipes take under an hour?", 哪些菜谱, どのレシピ, 어떤 레시피: entries are asked for, and no figure. */
const asksOfThese = (low: string, { label, one }: Collection): boolean =>
  [label, one].some((name) =>
    ['which ', 'which of the ', 'what ', '哪些', '哪几个', '哪个', 'どの', 'どんな', '어떤 ', '어느 '].some((word) =>
      low.includes(`${word}${fold(name)}`),
    ),
  )

function freshQuery(said: Reading, spec: AppSpec, ctx: AskContext): Query {
  const reading = withPlanDays(said, spec)
  const low = fold(reading.text)
  const bare = withoutTimes(reading, low)
  const collection = collectionAsked(reading, spec, low)
  const fields = visibleFields(collection)
  const hits = fieldsNamed(reading.text, [collection], { kinds: true })
  const whole =
    remaining(low, spec) ??
    nextOne(low, collection, ctx) ??
    occasion(reading, low, collection, spec, hits, ctx) ??
    newest(reading, low, collection)
  if (whole) return whole
  const extreme = EXTREMES.some((words) => has(bare, words))
  const listing =
    has(low, WHAT) ||
    (asksOfThese(low, collection) && !extreme && !has(low, SUM) && !has(low, COUNT) && !has(low, MOST) && !has(low, LEAST)) ||
    (has(low, LISTS) &&
      !extreme &&
      !has(low, SUM) &&
      !has(low, COUNT) &&
      !FN.slice(0, 4).some(([, words]) => has(bare, words) && hits.some((hit) => numeric(hit.field) && hit.score >= 0.7)))
  const group = groupOf(reading, low, collection, hits)
  const measure: Measure = listing ? { fn: 'count' } : measureOf(bare, collection, spec, hits, group)
  const when = whenOf(reading, low, collection, listing, ctx)
  const filter = filtersOf(reading, low, collection, spec, hits, group, listing)
  const superlative = group !== undefined && has(low, WHICH) && (has(low, MOST) || has(low, LEAST))
  const limit = limitOf(reading, low, superlative)
  const date = dateOf(fields)
  if (!group && measure.field && (measure.fn === 'max' || measure.fn === 'min'))
    return {
      collection: collection.id,
      filter,
      ...(when && { when }),
      measure,
      order: { by: measure.field, descending: measure.fn === 'max' },
      limit: limit ?? many(reading) ?? 1,
    }
  return {
    collection: collection.id,
    filter,
    ...(when && { when }),
    ...(group && { group }),
    measure:
      superlative && (measure.fn === 'max' || measure.fn === 'min')
        ? { ...measure, fn: measure.field && fields.find((field) => field.id === measure.field)?.kind === 'rating' ? 'mean' : 'sum' }
        : measure,
    ...orderOf(group, superlative, has(low, LEAST) && !has(low, MOST), listing, date),
    ...(limit && { limit }),
    ...(has(low, COMPARE) && when && { compare: 'previous' as const }),
  }
}
