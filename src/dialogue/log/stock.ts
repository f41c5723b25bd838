/** "sold 5 baked beans", "got 10 more candles": of what is kept in store so many go or come, and no new entry is made. */
import type { Reading } from '../../base/language/types.ts'
import { contentStems, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import type { EntryOp } from './types.ts'

const N = '(\\d{1,5}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|half a dozen)'
const OF =
  '(?:(?:more|extra|of|the|my|our|last|packs?|packets?|boxes|bottles?|tins?|cans?|jars?|bags?|pairs?|pieces?|tablets?|pills?|portions?|servings?) )*'
const GONE = new RegExp(
  `^(?:i |we |i've |we've |just |have )*(?:sold|used(?: up)?|took|ate|eaten|drank|gave away|given away|threw (?:out|away)|binned|broke|opened|cooked|got through|planted|shipped|sent out) ${N} ${OF}(.{2,40})$`,
  'i',
)
const CAME = new RegExp(
  `^(?:i |we |i've |we've |just |have )*(?:got|bought|restocked|received|added|add|picked up|made|baked) ${N} more ${OF}(.{2,40})$`,
  'i',
)
const WORDS: Record<string, number> = { a: 1, an: 1, 'a dozen': 12, 'half a dozen': 6 }
const SPELLED = 'one two three four five six seven eight nine ten'.split(' ')
/** "one", "a dozen": the figure that English words say. */
export const spelled = (said: string): number | undefined => WORDS[said] ?? (SPELLED.indexOf(said) + 1 || undefined)
const figure = (said: string): number => spelled(said) ?? Number(said)

export type Store = { collection: Collection; quantity: string }
export function storeOf(spec: AppSpec): Store | undefined {
  const stock = spec.behaviours.find((one) => one.kind === 'stock')
  const kept = stock?.kind === 'stock' ? stock : undefined
  const collection = spec.collections.find((one) =>
    kept ? one.id === kept.collection : one.concept === 'items' && one.fields.some((field) => field.concept === 'quantity'),
  )
  const quantity = kept?.quantity ?? collection?.fields.find((field) => field.concept === 'quantity')?.id
  return collection && quantity ? { collection, quantity } : undefined
}

export function stockMoved(reading: Reading, spec: AppSpec): EntryOp | null {
  const text = reading.text.trim().replace(/[.!]+$/, '')
  const gone = GONE.exec(text)
  const said = reading.language === 'en' ? (gone ?? CAME.exec(text)) : null
  const store = said && storeOf(spec)
  const name = said?.[2]?.replace(/ (?:today|yesterday|just now|this (?:morning|week)|to \w+|for \w+)$/i, '').trim()
  if (!store || !name || !contentStems(name).length) return null
  const title = visibleFields(store.collection).find((field) => field.id === store.collection.title)
  if (title?.kind !== 'text') return null
  const n = figure(said[1]!.toLowerCase()) * (gone ? -1 : 1)
  return {
    do: 'update',
    collection: store.collection.id,
    match: { collection: store.collection.id, filters: [{ field: title.id, op: 'contains', value: singular(name) }] },
    values: {},
    plus: { [store.quantity]: n },
    ...(gone ? {} : { orCreate: { [title.id]: name, [store.quantity]: n } }),
  }
}

/** "candles" is found in “Candle, red” as well. */
const singular = (name: string): string => name.replace(/(?<=[a-z]{3})(?<!s)s$/i, '')
