/**
 * Apps of several collections that belong together: things (students, books) and what happens with them (a loan, a
 * payment), each record of which points at what it is about. What such an app has is read from the shape of its spec.
 */
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, FieldOf, Rec } from '../../spec.ts'

export type Relation = FieldOf<'relation'>
/** The records of an app by collection, as far as they are known. */
export type Records = Readonly<Record<string, readonly Rec[]>>
/** `people`: relations to those who do something; `things`: to what it is done with. */
export type Happening = {
  collection: Collection
  people: Relation[]
  things: Relation[]
  /** Who did it, where that is written and not pointed at. */
  person?: FieldOf<'person'>
  /** What says that it is over: a loan is back, a payment made. Not over until then. */
  over?: FieldOf<'yesno'>
  /** The day by which it is to be over, and the day it happened on. */
  due?: FieldOf<'date'>
  day?: FieldOf<'date'> | FieldOf<'datetime'>
}

const PEOPLE = new Set(
  'client member student patient employee teacher tenant player donor friend child owner supplier person people customer volunteer'.split(
    ' ',
  ),
)
const CALLED =
  /\b(?:people|persons?|members?|students?|clients?|customers?|kids?|children|neighbou?rs?|staff|friends?|\w+(?:ers?|ors?|ists?))$|[人员者客生友]$|人$|メンバー|スタッフ|さん$|회원|학생|고객|손님|사람|친구|원$|자$|생$/i
export const isPeople = (collection: Collection | undefined): boolean =>
  collection !== undefined && (PEOPLE.has(collection.concept ?? '') || (collection.concept === 'thing' && CALLED.test(collection.label)))

/** What can happen in this app; none where records are not called by another record. */
export function happeningsOf(spec: AppSpec): Happening[] {
  const targetOf = (field: Relation) => spec.collections.find((one) => one.id === field.to)
  return visibleCollections(spec).flatMap((collection): Happening[] => {
    const fields = visibleFields(collection)
    const relations = fields.filter((field): field is Relation => field.kind === 'relation' && !field.many)
    const title = relations.find((field) => field.id === collection.title)
    const seeded = title && (targetOf(title)?.seeds.length ?? 0) > 0
    // Days of a habit and points of a player are counted by behaviours of their own.
    const owned = spec.behaviours.some((one) => (one.kind === 'streak' || one.kind === 'split') && one.collection === collection.id)
    if (!title || seeded || owned || targetOf(title)?.hidden) return []
    const people = relations.filter((field) => isPeople(targetOf(field)))
    const person = people.length ? undefined : fields.find((field): field is FieldOf<'person'> => field.kind === 'person')
    const over = fields.find(
      (field): field is FieldOf<'yesno'> => field.kind === 'yesno' && (field.concept === 'returned' || field.concept === 'paid'),
    )
    const dates = fields.filter((field): field is FieldOf<'date'> => field.kind === 'date')
    const due = dates.find((field) => field.concept === 'due' || (field.default === undefined && DUE.test(field.label)))
    const day = fields.find(
      (field): field is FieldOf<'date'> | FieldOf<'datetime'> => (field.kind === 'date' || field.kind === 'datetime') && field !== due,
    )
    return [
      {
        collection,
        people,
        things: relations.filter((field) => !people.includes(field)),
        ...(person && { person }),
        ...(over && { over }),
        ...(due && { due }),
        ...(day && { day }),
      },
    ]
  })
}
const DUE = /\bdue\b|deadline|应还|到期|截止|期限|返却予定|締|반납|마감|기한/i

export const relationsOf = ({ people, things }: Happening): Relation[] => [...people, ...things]
export const targetOf = (field: Relation, spec: AppSpec): Collection => spec.collections.find((one) => one.id === field.to)!
/** Whether being over closes an open record (a loan comes back) rather than being noted with it (a payment). */
export const comesBack = ({ over }: Happening): boolean => over?.concept === 'returned'
