/** Fields by what can be made of them. */
import type { Field } from '../../spec.ts'

export const numeric = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'number' ||
  field.kind === 'quantity' ||
  field.kind === 'duration' ||
  field.kind === 'rating' ||
  (field.kind === 'computed' && !['date', 'yesno'].includes(field.shows.kind))
export const dateOf = (fields: Field[]) => fields.find((field) => field.kind === 'date' || field.kind === 'datetime')
