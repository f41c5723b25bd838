/** What may be asked of the entries that are meant: how many, how much, which, who, when, the most and the least. */
import { conceptOf } from '../../../base/concepts/index.ts'
import type { Field, Query } from '../../../spec.ts'
import type { Parts } from '../parts.ts'
import { isDated, isFigured, isWorded, type Named } from './atoms.ts'

/** `field`: what is told; `by`: what decides, where that is another. */
export type Ask = {
  is: Pick<Query, 'measure' | 'group' | 'order' | 'limit' | 'names' | 'show' | 'exists'>
  type: string
  field: Field | null
  by: Field | null
  signs: string[]
}

/** A blood pressure, a mood, a mark: what is taken anew each time is never added up. */
export const addsUp = ({ kind, concept }: Field): boolean =>
  kind !== 'rating' && !['latest', 'mean'].includes((concept && conceptOf(concept)?.field?.aggregate) || 'sum')

const SAID = new Set<Field['kind']>(['text', 'note', 'person', 'place', 'choice', 'choices', 'date', 'datetime', 'time', 'link'])

export function asksOf({ fields, collection, wants }: Parts, named: Named): Ask[] {
  const asks: Ask[] = []
  const title = fields.find(({ id }) => id === collection.title) ?? null
  const figured = fields.filter(isFigured)
  const added = figured.filter(addsUp)
  const ordered = fields.filter((field) => isFigured(field) || isDated(field) || field.kind === 'time')
  const signsOf = (role: string, field: Field | null): string[] => {
    if (!field) return [`${role}-`]
    const alike = fields.filter(({ kind }) => kind === field.kind).length
    const first = figured[0] === field
    return [
      `${role}kind${field.kind}`,
      `${role}named${named(field)}`,
      `${role}only${alike === 1}|${field.kind}|${named(field)}`,
      `${role}first${first}|${isFigured(field)}`,
      `${role}near${named.near(field)}`,
      `${role}nearest${named.nearest(field)}|${named(field)}`,
      ...(role === 'f' ? [`title${field === title}`] : []),
      ...(wants.scales.length ? [`${role}scale${wants.scales.join()}|${field.kind}`] : []),
      ...(wants.dimension ? [`${role}dim${wants.dimension}|${field.kind}`] : []),
    ]
  }
  const add = (type: string, field: Field | null, by: Field | null, is: Ask['is']) =>
    asks.push({ is, type, field, by, signs: [...signsOf('f', field), ...(by ? signsOf('b', by) : [])] })
  const count = { fn: 'count' } as const
  add('count', null, null, { measure: count })
  add('exists', null, null, { measure: count, exists: true })
  for (const field of figured)
    for (const fn of ['sum', 'mean', 'max', 'min', 'latest', 'first'] as const) {
      if (fn === 'sum' && !added.includes(field)) continue
      const extreme = fn === 'max' || fn === 'min'
      add(fn, field, null, {
        measure: { fn, field: field.id },
        ...(extreme && { order: { by: field.id, descending: fn === 'max' }, limit: 1 }),
      })
    }
  for (const field of fields.filter(isDated))
    for (const descending of [true, false])
      add(descending ? 'day-last' : 'day-first', field, null, {
        measure: count,
        group: { field: field.id, by: 'day' },
        order: { by: 'group', descending },
        limit: 1,
      })
  for (const field of [...fields.filter(({ kind }) => SAID.has(kind)), ...figured]) {
    const show = field === title ? {} : { show: field.id }
    // They are named, and not counted.
    add('list', field, null, { measure: count, names: true, ...show })
    for (const by of ordered) {
      // The figure itself, and the latest of it, are measured.
      if (isFigured(field) && (by === field || isDated(by))) continue
      const most = isFigured(by) ? 'most' : 'last'
      const least = isFigured(by) ? 'least' : 'first'
      add(most, field, by, { measure: count, ...show, order: { by: by.id, descending: true }, limit: 1 })
      add(least, field, by, { measure: count, ...show, order: { by: by.id, descending: false }, limit: 1 })
    }
  }
  for (const group of fields.filter((field) => isWorded(field) || field.kind === 'choice')) {
    add('names', group, null, { measure: count, group: { field: group.id }, names: true })
    const ranked = (type: string, by: Field | null, measure: Ask['is']['measure']) => {
      for (const descending of [true, false])
        add(`${type}${descending ? '' : '-least'}`, group, by, {
          measure,
          group: { field: group.id },
          order: { by: 'value', descending },
          limit: 1,
        })
      add(`by-${type}`, group, by, { measure, group: { field: group.id }, order: { by: 'value', descending: true } })
    }
    ranked('often', null, count)
    for (const field of figured) ranked('sums', field, { fn: added.includes(field) ? 'sum' : 'mean', field: field.id })
  }
  return asks
}
