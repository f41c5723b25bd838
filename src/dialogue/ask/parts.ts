/** What a question consists of, read once for every way of answering it. */
import type { Found, Reading } from '../../base/language/types.ts'
import { type FieldHit, fieldsNamed, fold, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Filter, Query, When } from '../../spec.ts'
import { planDays } from '../log/seeds.ts'
import { filtersOf } from './filters.ts'
import { type Held, heldIn } from './held.ts'
import { collectionAsked } from './measure.ts'
import { type Wants, wantsOf } from './wants.ts'
import { type AskContext, whenOf } from './when.ts'

export type Parts = {
  reading: Reading
  low: string
  spec: AppSpec
  ctx: AskContext
  collection: Collection
  fields: Field[]
  /** A number, an amount, an average, an extreme ... */
  wants: Wants
  /** Names that stand in entries. */
  held: Held[]
  /** Fields that are named. */
  hits: FieldHit[]
}

export function partsOf(said: Reading, spec: AppSpec, ctx: AskContext): Parts {
  const planned = withPlanDays(said, spec)
  const low = fold(planned.text)
  const collection = collectionAsked(planned, spec, low)
  const fields = visibleFields(collection)
  const held = ctx.known ? heldIn(planned, collection, ctx.known, spec) : []
  const reading = withoutNames(planned, held)
  const hits = fieldsNamed(reading.text, [collection], { kinds: true })
  return { reading, low, spec, ctx, collection, fields, wants: wantsOf(planned, fields), held, hits }
}

/** Of which entries, over which time. */
export type Scope = { collection: string; filter: Filter[]; when?: When }
export function scopeOf({ reading, low, collection, spec, hits, held, ctx }: Parts, group: Query['group'], listing: boolean): Scope {
  const when = whenOf(reading, low, collection, listing, ctx)
  const filter = filtersOf(reading, low, collection, spec, hits, group, listing, held, ctx.known !== undefined)
  return { collection: collection.id, filter, ...(when && { when }) }
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

/** “in one night”: whichever. */
const ANY_ONE = /^(?:in )?(?:one|a single|any) (?:night|day|week|month|year|go)$/i

/** “December moth” is no month. */
const withoutNames = (reading: Reading, held: Held[]): Reading => ({
  ...reading,
  values: reading.values.filter(({ start, end, text }) => !ANY_ONE.test(text) && !held.some(({ at }) => at[0] <= start && at[1] >= end)),
})
