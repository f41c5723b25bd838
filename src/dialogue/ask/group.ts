/** By what the answer is grouped, in which order, and how many of it. */
import type { Reading } from '../../base/language/types.ts'
import { type FieldHit, firstOf, has, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Query } from '../../spec.ts'
import { degreeOf } from './degree.ts'
import { dateOf, numeric } from './figures.ts'
import { BY_PERIOD, FN, w } from './words.ts'

const BEFORE_GROUP =
  /(?:\b(?:by|per|each|every|for each|grouped by|broken down by|which|what)\s+|按照?|各个?|每个?|哪一?个?|哪家|哪一?种|哪位|どの|어느\s|어떤\s)$/
const LAST_SAID = /^(?:は|が|은|는|이|가)?\s*(?:何|どれ|뭐야|뭐지)?(?:ですか|だっけ)?[?？]?$/
export const WHO = w('who|谁|誰|누가|누구')
/** Called by the names of people. */
export const PERSONAL = /name|student|member|player|tenant|client|customer|姓名|名字|学生|租客|客|成员|氏名|名前|生徒|이름|학생|회원|손님/i
const AFTER_GROUP = /^s?(?:別|别|ごと|毎|每|별|마다|来分|分组|分类|\s별)/

export function groupOf(reading: Reading, low: string, collection: Collection, hits: FieldHit[]): Query['group'] | undefined {
  const degree = degreeOf(low)
  // 一番長く勉強した単元は: by what is said last, where it adds up.
  const most = degree?.of.some((scale) => scale === 'any' || scale === 'duration') === true
  for (const hit of hits) {
    const head = low.slice(0, hit.start)
    const tail = low.slice(hit.end)
    if (numeric(hit.field) && hit.field.kind !== 'rating') continue
    if (hit.field.kind === 'date' || hit.field.kind === 'datetime') continue
    if (BEFORE_GROUP.test(head) || AFTER_GROUP.test(tail)) return { field: hit.field.id }
    if (most && LAST_SAID.test(tail)) return { field: hit.field.id }
  }
  const fields = visibleFields(collection)
  const ranked = degree !== null
  const kind = /哪一?[类种]|什么类|どの種類|どのジャンル|어떤 종류|어느 종류|which (?:kind|type|sort)/.test(low)
    ? fields.find((field) => field.kind === 'choice')
    : undefined
  if (kind) return { field: kind.id }
  const asked = firstOf(low, w('where|どこ|哪里|哪儿|어디'))
  // “where does most go?” of an app with no places: to which kind.
  const place =
    asked && ranked
      ? (fields.find((field) => field.kind === 'place' || /shop|store|place|where/i.test(field.id)) ??
        fields.find((field) => field.kind === 'choice'))
      : undefined
  if (place) return { field: place.id }
  const who = has(low, WHO)
    ? fields.find(
        (field) =>
          field.kind === 'person' ||
          (field.kind === 'relation' && !field.many && /person|member|player|people|payer/i.test(`${field.id}${field.to}`)),
      )
    : undefined
  if (who) return { field: who.id }
  // "who has most goals?" of players, who are what the records are called by.
  const title = fields.find((field) => field.id === collection.title)
  if (has(low, WHO) && ranked && title?.kind === 'text' && (/^who\b/.test(low) || PERSONAL.test(title.label))) return { field: title.id }
  const date = dateOf(fields)
  if (
    date &&
    ranked &&
    /哪一?天|which day\b|what day\b|何日|どの日|무슨 날|어느 날|며칠|날(?:은|이)?\s?(?:언제|뭐|며칠)?[?？]?$|日は(?:いつ)?[?？]?$/.test(low)
  )
    return { field: date.id, by: 'day' }
  const period = date && BY_PERIOD.find(([, words]) => has(low, words))
  if (!period || (has(low, FN.mean) && period[0] !== 'weekday' && !/\bby\b|別|별|按/.test(low))) return undefined
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
