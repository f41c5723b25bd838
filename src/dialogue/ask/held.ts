/** "anything Thai?", "what can I cook with shrimp?": a word that stands in the entries says itself which field is meant. */
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { fold, has, placesOf, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Filter, Query } from '../../spec.ts'
import type { Records } from '../related/events.ts'
import { topics } from '../topic.ts'
import { asksFigure, FAR, LONG } from './words.ts'

const WORDS = new Set(['text', 'note', 'place', 'person'])

/** What the question is about, as far as entries have it: one filter a field, the longest words first. */
export function heldIn(reading: Reading, collection: Collection, known: Records): Filter[] {
  const records = known[collection.id] ?? []
  const fields = visibleFields(collection).filter(({ kind }) => WORDS.has(kind))
  const runs = topics(
    reading,
    reading.values.map(({ start, end }) => [start, end] as const),
  )
  const words = runs.flatMap(({ text }) => [
    text,
    ...tokenise(text)
      .filter(({ kind }) => kind === 'word')
      .map((token) => token.text),
  ])
  const filters: Filter[] = []
  for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
    if (word.length < (/^[\x20-\x7e]+$/.test(word) ? 3 : 2) || filters.some(({ value }) => fold(String(value)).includes(fold(word))))
      continue
    const hits = fields
      .map(({ id }) => ({
        id,
        whole: records.some(({ values }) => fold(String(values[id] ?? '')) === fold(word)),
        many: records.filter(({ values }) => typeof values[id] === 'string' && placesOf(fold(String(values[id])), fold(word)).length > 0)
          .length,
      }))
      // A cuisine called “Thai” before a dish with Thai in its name.
      .sort((a, b) => Number(b.whole) - Number(a.whole) || b.many - a.many)
    if (hits[0]?.many && !filters.some(({ field }) => field === hits[0]!.id))
      filters.push({ field: hits[0].id, op: 'contains', value: word })
  }
  return filters
}

/** The query with what the entries themselves know of its words, in place of words that no entry has. */
export function withHeld(query: Query, reading: Reading, spec: AppSpec, known: Records): Query {
  const collection = spec.collections.find(({ id }) => id === query.collection)
  if (!collection) return query
  const held = heldIn(reading, collection, known).filter(
    ({ field }) => !query.filter.some((one) => one.field === field && one.op !== 'contains'),
  )
  if (!held.length) return query
  const kinds = new Map(collection.fields.map(({ id, kind }) => [id, kind]))
  const others = query.filter.filter(({ field, op }) => op !== 'contains' || !WORDS.has(kinds.get(field) ?? ''))
  const low = fold(reading.text)
  const listing = !asksFigure(low) && !has(low, LONG) && !has(low, FAR) && !query.group
  return { ...query, filter: [...others, ...held], ...(listing && { measure: { fn: 'count' as const } }) }
}
