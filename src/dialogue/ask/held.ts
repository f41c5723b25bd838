/** "anything Thai?", "what can I cook with shrimp?": a word that stands in the entries says itself which field is meant. */
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { fold, placesOf, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Filter } from '../../spec.ts'
import type { Records } from '../related/events.ts'
import { topics } from '../topic.ts'

const WORDS = new Set(['text', 'note', 'place', 'person'])
export type Held = { filter: Filter; at: [start: number, end: number] }

/** What the question is about, as far as entries have it: one filter a field, the longest words first. */
export function heldIn(reading: Reading, collection: Collection, known: Records, spec: AppSpec): Held[] {
  const fields = visibleFields(collection)
  const found = [
    ...wholeValues(reading, collection, fields, known, spec),
    ...wordsOf(reading, collection, fields, known).filter(({ filter }) => !isOfApp(String(filter.value), collection, spec)),
  ]
  const held: Held[] = []
  for (const each of found) {
    const value = fold(String(each.filter.value))
    const again = held.some(
      ({ filter, at }) =>
        filter.field === each.filter.field || (at[0] < each.at[1] && at[1] > each.at[0]) || fold(String(filter.value)).includes(value),
    )
    if (!again) held.push(each)
  }
  return held
}

/** A whole value said as it stands, whatever its language cuts it into: 老周, "December moth", the title of a linked record. */
function wholeValues({ text }: Reading, { id, title }: Collection, fields: Field[], known: Records, spec: AppSpec): Held[] {
  const low = fold(text)
  const collection = spec.collections.find((one) => one.id === id)!
  const values = fields.flatMap((field) => {
    if (field.kind === 'relation' && !field.many) {
      const name = spec.collections.find((one) => one.id === field.to)?.title ?? ''
      return (known[field.to] ?? []).map(({ values }) => ({ field, value: values[name] }))
    }
    if (!WORDS.has(field.kind) || field.kind === 'note') return []
    return (known[id] ?? []).map(({ values }) => ({ field, value: values[field.id] }))
  })
  return values
    .flatMap(({ field, value }): Held[] => {
      const word = typeof value === 'string' ? fold(value).trim() : ''
      if (!word || word.length > 40) return []
      const at = placesOf(low, word)[0]
      if (!at || isPart(low, at, word) || (word.length < 2 && !isNamed(low, at, field))) return []
      if (field.id !== title && field.label && fold(field.label) === word) return []
      return field.id === title && isOfApp(word, collection, spec)
        ? []
        : [{ filter: { field: field.id, op: 'contains', value: String(value).trim() }, at }]
    })
    .sort((a, b) => b.at[1] - b.at[0] - (a.at[1] - a.at[0]))
}

/** 夏の, 赤い, 青シューズ: one character is a name only where it qualifies something. */
function isNamed(low: string, [start, end]: [number, number], { label }: Field): boolean {
  const rest = low.slice(end)
  const apart = !/[\p{Script=Han}ぁ-んァ-ヶ]/u.test(`${low[start - 1] ?? ''}${low[end] ?? ''}`)
  return apart || /^[の的い色]/.test(rest) || rest.slice(0, label.length + 1).includes(fold(label))
}
/** A coffee app asked about coffee is asked about all of it. */
const isOfApp = (word: string, { label, one }: Collection, { name }: AppSpec): boolean =>
  [name, label, one].some((text) => placesOf(fold(text), fold(word)).length > 0)

/** 이름 inside another Korean word, 中 inside a compound: two characters only where something parts them from what stands before. */
const isPart = (low: string, [start]: readonly [number, number], word: string): boolean =>
  /^[가-힣]+$/.test(word) && /[가-힣]/.test(low[start - 1] ?? '')

/** Words of the question that some entry has in it. */
function wordsOf(reading: Reading, collection: Collection, visible: Field[], known: Records): Held[] {
  const records = known[collection.id] ?? []
  const fields = visible.filter(({ kind }) => WORDS.has(kind))
  const runs = topics(
    reading,
    reading.values.map(({ start, end }) => [start, end] as const),
  )
  const words = runs.flatMap(({ text, start }) => [
    { text, start },
    ...tokenise(text)
      .filter(({ kind }) => kind === 'word')
      .map((token) => ({ text: token.text, start: start + token.start })),
  ])
  return words
    .sort((a, b) => b.text.length - a.text.length)
    .flatMap(({ text: word, start }): Held[] => {
      if (word.length < (/^[\x20-\x7e]+$/.test(word) ? 3 : 2)) return []
      const hits = fields
        .map(({ id }) => ({
          id,
          whole: records.some(({ values }) => fold(String(values[id] ?? '')) === fold(word)),
          many: records.filter(({ values }) => typeof values[id] === 'string' && placesOf(fold(String(values[id])), fold(word)).length > 0)
            .length,
        }))
        // A cuisine called “Thai” before a dish with Thai in its name.
        .sort((a, b) => Number(b.whole) - Number(a.whole) || b.many - a.many)
      return hits[0]?.many ? [{ filter: { field: hits[0].id, op: 'contains', value: word }, at: [start, start + word.length] }] : []
    })
}
