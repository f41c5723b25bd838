/** Which record a change or deletion means, and in which collection. */

import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { collectionNamed, contentStems, fold, labelPlace, optionNamed, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Filter } from '../../spec.ts'
import { leftover } from '../slots.ts'
import { plain } from './fill/numbers.ts'
import { collectionFor, fitOf, kindFit } from './fit.ts'
import { ESCAPED } from './members.ts'
import { seedNamed, titlesOf } from './seeds.ts'
import type { EntryContext, Match, Verb } from './types.ts'
import { readAs, said, verbOf } from './verb.ts'

/** Words that stand for an entry, whichever it is. */
export const ONE =
  /\b(?:entry|entries|one|that|this|it|record|item|last|latest|previous|just|now|from|of|'s|the|to|price|added|logged|please|again)\b|那条|这条|那个|这个|一条|条|刚才|刚刚|最后|记录|记的|的|那笔|这笔|把|最新|最後の|さっきの?|今の|直前の?|やつ|もの|記録|それ|これ|분|방금|마지막|아까|거|것|기록|항목|그거|의|좀/g

/** The collection a change or deletion speaks of: it names one of its entries, or it was written to last. */
export function collectionMeant(reading: Reading, spec: AppSpec, ctx: EntryContext, verb: Verb): Collection {
  const shown = visibleCollections(spec)
  if (shown.length < 2) return shown[0]!
  const dated = reading.values.some((value) => value.read.kind === 'date' || value.read.kind === 'period')
  const titled = shown.find((one) => titlesOf(one).some((title) => isWhole(reading, title, one)))
  if (titled && verb === 'delete' && !dated) return titled
  const named = collectionNamed(reading.text, spec)
  const earlier = said(ctx)
    .map((text) => readAs(text, reading, ctx))
    .filter((one) => verbOf(one) === 'create' && !/[?？]\s*$/.test(one.text))
  // "the dinner" is where a dinner was noted; "that one" where the last entry went.
  const words = contentStems(
    leftover(
      { ...reading, text: reading.text.replace(ONE, (word) => ' '.repeat(word.length)) },
      reading.values.map((value) => [value.start, value.end] as const),
    ),
  )
  const about = words.length
    ? earlier.find((one) => one.tokens.some((token) => words.includes(token.stem)))
    : earlier.find((one) => shown.some((each) => fitOf(one, each, spec) >= 0.8))
  if (about) return collectionFor(about, spec)
  if (named?.named) return named.collection
  if (words.length || reading.values.length) return collectionFor(reading, spec)
  return shown.find((one) => one.fields.some((field) => field.default === 'today' || field.default === 'now')) ?? shown[0]!
}

/** Only this name is said, with small words around it: "remove Ben", not "remove Ben's tickets". */
function isWhole(reading: Reading, title: string, collection: Collection): boolean {
  const at = labelPlace(fold(reading.text), reading.tokens, title)
  if (!at) return false
  const text = `${reading.text.slice(0, at[0])} ${reading.text.slice(at[1])}`
    .replace(ONE, ' ')
    .replace(new RegExp([collection.one, collection.label].map((name) => name.replace(ESCAPED, '\\$&')).join('|'), 'giu'), ' ')
  return leftover({ ...reading, text, tokens: tokenise(text), values: [] }, []).replace(/[\p{P}\s]/gu, '') === ''
}

/** Which records are meant: by day, by option, by words of the title; none of these means the last. Null where words name what cannot be found. */
export function matchFor(reading: Reading, collection: Collection, spec: AppSpec): Match | null {
  const fields = visibleFields(collection)
  const filters: Filter[] = []
  const used: [number, number][] = reading.values.map((value) => [value.start, value.end])
  const date = fields.find((field) => field.kind === 'date' || field.kind === 'datetime')
  for (const { read } of reading.values) {
    if (!date) break
    if (read.kind === 'date') filters.push({ field: date.id, op: date.kind === 'date' ? '=' : 'contains', value: read.date })
    else if (read.kind === 'period')
      filters.push({ field: date.id, op: '>=', value: read.from }, { field: date.id, op: '<', value: read.to })
  }
  for (const { read } of reading.values) {
    const field = read.kind === 'money' || read.kind === 'quantity' ? fields.find((one) => kindFit(read, one) >= 1.2) : undefined
    const value = field ? plain(read, field) : null
    if (field && value !== null) filters.push({ field: field.id, op: '=', value })
  }
  for (const field of fields) {
    if (field.kind !== 'choice') continue
    const option = optionNamed(reading.text, field.options)
    if (!option) continue
    filters.push({ field: field.id, op: '=', value: option.option.id })
    used.push([option.start, option.end])
  }
  const blanked = reading.text.replace(ONE, (word) => ' '.repeat(word.length))
  const seed = titlesOf(collection).find((one) => isWhole(reading, one, collection))
  if (seed) return { collection: collection.id, filters: [...filters, { field: collection.title, op: 'contains', value: seed }] }
  const links = fields.flatMap((field) => (field.kind === 'relation' ? (seedNamed(reading.text, spec, field.to) ?? []) : []))
  for (const { at } of links) used.push(at)
  const words = leftover({ ...reading, text: blanked, tokens: tokenise(blanked) }, used).replace(/^['’]s\s+|^(?:的|の|의)\s*/u, '')
  // Linked records have no words of their own to be found by: better to ask than to take another's.
  if (links.length && !words) return null
  const title =
    fields.find(
      (field) =>
        field.id === collection.title &&
        (field.kind === 'text' || field.kind === 'note' || field.kind === 'place' || field.kind === 'person'),
    ) ??
    fields.find((field) => field.kind === 'text') ??
    fields.find((field) => field.kind === 'note')
  const about = new Set(contentStems(`${spec.name} ${collection.label} ${collection.one} ${fields.map((field) => field.label).join(' ')}`))
  if (words && title && contentStems(words).some((stem) => !about.has(stem)))
    filters.push({ field: title.id, op: 'contains', value: words })
  if (!filters.length && contentStems(words).some((stem) => !about.has(stem))) return null
  return { collection: collection.id, filters: filters.length ? filters : 'last' }
}
