/**
 * How well a message as a whole is explained as an entry of an app: 1 where every word and figure found a home, 0 where
 * nothing did. What tells an entry from talk that only mentions a figure.
 */
import type { Reading } from '../../base/language/types.ts'
import { contentStems, fold, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Value } from '../../spec.ts'
import { readEntry } from './read.ts'
import type { EntryContext, EntryOp } from './types.ts'

/**
 * 0..1. What counts: whether anything but words found a home (a figure, an option, a day), and the share of the words and
 * values that did; against it a figure that found none (0.25 each), a title that is a whole clause (0.3), a speaker who
 * tells of themselves with nothing in figures (0.3), and a question (0.5). Only words noted are 0.4 at most. A change or
 * deletion of a record that is meant is 0.9. 0 where the app can note nothing of it. Reads, writes nothing.
 */
export function entryFit(reading: Reading, spec: AppSpec, ctx: EntryContext): number {
  const entries = readEntry(reading, spec, ctx)
  if (!entries.ok || entries.value.foreign) return 0
  const { ops, lost = 0 } = entries.value
  if (ops.some((op) => op.do !== 'create')) return 0.9
  const made = ops.flatMap((op) => (op.do === 'create' ? [op] : []))
  const homes = made.flatMap((op) => homesOf(op, spec))
  const told = new Set(homes.flatMap(({ words }) => words))
  const words = contentStems(reading.text)
  const values = reading.values.length
  const found = words.filter((word) => told.has(word)).length + Math.max(0, values - lost)
  const share = words.length + values ? Math.min(1, found / (words.length + values)) : 0
  const plainly = homes.some(({ kind }) => !WORDS.has(kind)) ? 0.6 + 0.4 * share : 0.4 * share
  const clause = homes.some(({ title, words: said }) => title && said.length > 5)
  const talk = SPEAKER.test(fold(reading.text)) && values === 0
  const asked = /[?？]\s*$/.test(reading.text)
  return Math.max(0, Math.min(1, plainly - 0.25 * lost - (clause ? 0.3 : 0) - (talk ? 0.3 : 0) - (asked ? 0.5 : 0)))
}

/** Whoever speaks of themselves or of the one spoken to. */
const SPEAKER =
  /^(?:i|we|you|it|he|she|they|this|that|there)(?:'\w+)?\b|^(?:今天|最近|刚才)?(?:我|你|他|她|它|咱)|^(?:私|僕|俺|あなた)|^(?:나|내|저|제|우리|너)(?:는|가|도|를)?\s/

type Home = { words: string[]; title: boolean; kind: Field['kind'] }
const WORDS = new Set<Field['kind']>(['text', 'note', 'place', 'person'])
const homesOf = (op: Extract<EntryOp, { do: 'create' }>, spec: AppSpec): Home[] => {
  const collection = spec.collections.find(({ id }) => id === op.collection)
  return collection
    ? visibleFields(collection).flatMap((field) => {
        const value = op.values[field.id]
        // What is filled in by itself was not said.
        const said = value !== undefined && value !== null && field.default === undefined
        return said ? [{ words: wordsOf(value, field), title: isTitle(field, collection), kind: field.kind }] : []
      })
    : []
}
const isTitle = (field: Field, collection: Collection): boolean => field.id === collection.title && field.kind === 'text'
const wordsOf = (value: Value, field: Field): string[] => {
  const option = field.kind === 'choice' && typeof value === 'string' ? field.options.find(({ id }) => id === value)?.label : undefined
  return contentStems(`${option ?? (typeof value === 'string' ? value : '')} ${field.label}`)
}
