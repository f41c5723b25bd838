/** "Day 1 Kiyomizu temple 10:00, 400 yen": a stop of the plan and what it costs, where these are kept apart. */

import type { Reading } from '../../base/language/types.ts'
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field } from '../../spec.ts'
import { fill } from './fill/fill.ts'
import { planDays } from './seeds.ts'
import type { Entry, EntryContext, EntryOp, Segment } from './types.ts'

/**
 * The stop that `entry`, a cost, belongs to: where it is said on which day of the plan or at what time it is, which the
 * collection of costs cannot keep. The cost is linked to it. Null where nothing but a cost was said.
 */
export function plannedWith(entry: Entry, segment: Segment, costs: Collection, spec: AppSpec, ctx: EntryContext): EntryOp | null {
  const { reading } = segment
  const link = visibleFields(costs).find((field) => field.kind === 'relation' && !field.many)
  const plan = link?.kind === 'relation' ? visibleCollections(spec).find((one) => one.id === link.to) : undefined
  if (!link || !plan || !entry.title || !isPlan(plan) || visibleFields(costs).some(isClock)) return null
  const [day] = planDays(reading.text, spec)
  const timed = reading.values.some(({ read }) => read.kind === 'time' || read.kind === 'datetime')
  if (!day && !timed) return null
  const sums = reading.values.filter(({ read }) => read.kind === 'money')
  const others = sums.map(({ start, end }): [number, number] => [start, end])
  const stop = fill({ ...segment, reading: { ...reading, values: without(reading, sums) }, others }, plan, spec, ctx)
  if (!stop.title) return null
  entry.values[link.id] = stop.title
  entry.values[costs.title] = stop.title
  const date = visibleFields(costs).find((field) => field.kind === 'date')
  if (date && day) entry.values[date.id] = day.date
  delete entry.lost
  return { do: 'create', collection: plan.id, values: stop.values }
}

const isClock = (field: Field) => field.kind === 'time' || field.kind === 'datetime'
const isPlan = (collection: Collection): boolean => {
  const fields = visibleFields(collection)
  return (
    fields.some((field) => field.id === collection.title && field.kind === 'text') &&
    fields.some((field) => field.kind === 'date' || isClock(field))
  )
}
const without = ({ values }: Reading, sums: Reading['values']) => values.filter((value) => !sums.includes(value))
