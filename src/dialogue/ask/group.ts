/** By what the answer is grouped, in which order, and how many of it. */
import type { Reading } from '../../base/language/types.ts'
import { type FieldHit, firstOf, has, placesOf, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Query } from '../../spec.ts'
import { dateOf, numeric } from './measure.ts'
import { BY_PERIOD, FN, LEAST, MOST, w } from './words.ts'

const BEFORE_GROUP =
  /(?:\b(?:by|per|each|every|for each|grouped by|broken down by|which|what)\s+|按照?|各个?|每个?|哪一?个?|哪家|哪一?种|哪位|どの|어느\s|어떤\s)$/
const AFTER_GROUP = /^s?(?:別|别|ごと|毎|每|별|마다|来分|分组|分类|\s별)/

export function groupOf(reading: Reading, low: string, collection: Collection, hits: FieldHit[]): Query['group'] | undefined {
  for (const hit of hits) {
    const head = low.slice(0, hit.start)
    const tail = low.slice(hit.end)
    if (numeric(hit.field) && hit.field.kind !== 'rating') continue
    if (hit.field.kind === 'date' || hit.field.kind === 'datetime') continue
    if (BEFORE_GROUP.test(head) || AFTER_GROUP.test(tail)) return { field: hit.field.id }
  }
  const fields = visibleFields(collection)
  const kind = /哪一?[类种]|什么类|どの種類|どのジャンル|어떤 종류|어느 종류|which (?:kind|type|sort)/.test(low)
    ? fields.find((field) => field.kind === 'choice')
    : undefined
  if (kind) return { field: kind.id }
  const asked = firstOf(low, w('where|どこ|哪里|哪儿|어디'))
  const place =
    asked && (has(low, MOST) || has(low, LEAST))
      ? fields.find((field) => field.kind === 'place' || /shop|store|place|where/i.test(field.id))
      : undefined
  if (place) return { field: place.id }
  const who = has(low, w('who|谁|誰|누가|누구'))
    ? fields.find(
        (field) =>
          field.kind === 'person' ||
          (field.kind === 'relation' && !field.many && /person|member|player|people|payer/i.test(`${field.id}${field.to}`)),
      )
    : undefined
  if (who) return { field: who.id }
  // "who has most goals?" of players, who are what the records are called by.
  const title = fields.find((field) => field.id === collection.title)
  if (/^who\b/.test(low) && (has(low, MOST) || has(low, LEAST)) && title?.kind === 'text') return { field: title.id }
  const date = dateOf(fields)
  const period = date && BY_PERIOD.find(([, words]) => has(low, words))
  if (!period || (FN[0]![1].some((word) => placesOf(low, word).length > 0) && period[0] !== 'weekday' && !/\bby\b|別|별|按/.test(low)))
    return undefined
  if (reading.values.some((value) => value.read.kind === 'bound')) return undefined
  return { field: date.id, by: period[0] }
}

export function limitOf(reading: Reading, low: string, superlative: boolean): number | undefined {
  const top = /(?:top|first|last|前|上位|상위|최근)\s?(\d{1,2})(?!\d| ?(?:days?|weeks?|months?|天|日|周|週|か月|ヶ月|일|주|개월|달))/.exec(
    low,
  )
  if (top) return Math.max(1, Number(top[1]))
  return superlative && !reading.values.some((value) => value.read.kind === 'count') ? 1 : undefined
}

export function orderOf(
  group: Query['group'],
  superlative: boolean,
  least: boolean,
  listing: boolean,
  date: Field | undefined,
): Pick<Query, 'order'> {
  if (superlative) return { order: { by: 'value', descending: !least } }
  if (group) return { order: group.by ? { by: 'group', descending: false } : { by: 'value', descending: true } }
  return listing && date ? { order: { by: date.id, descending: false } } : {}
}
