/** Questions that are answered by entries, or by what stands in them, and by no figure. */
import { fold, has } from '../../base/resolve.ts'
import type { Collection, Field, Query } from '../../spec.ts'
import { dateOf } from './figures.ts'
import { PERSONAL, WHO } from './group.ts'
import type { Measured } from './measure.ts'
import { type Parts, scopeOf } from './parts.ts'
import { LISTS, SUM, WHAT } from './words.ts'

const counted = { fn: 'count' } as const

/** "which recipes take under an hour?", 哪些菜谱, どのレシピ, 어떤 레시피: entries are asked for, and no figure. */
const asksOfThese = (low: string, { label, one }: Collection): boolean =>
  [label, one].some((name) =>
    ['which ', 'which of the ', 'what ', '哪些', '哪几个', '哪个', 'どの', 'どんな', '어떤 ', '어느 '].some((word) =>
      low.includes(`${word}${fold(name)}`),
    ),
  )

/** “what did I spend?” asks for a sum, “what did I buy?” for the things. */
const WHICH_ONES = /^which\b|どれ|どの(?!くらい|ぐらい)|哪[几些个本张条首篇部]|어떤\s|어느\s/
/** “show unpaid ones” asks for the entries, “show the total” for a figure. */
export const asksToSee = (low: string): boolean => SHOWN.test(low) && !ONLY.test(low)
const SHOWN =
  /^(?:can you |could you |please )*(?:show|list|find|see)\b|(?:見せて|教えて)(?:ください|くれ|ほしい|よ)?[。!！]?$|^(?:列出|显示|给我看|查一?下)|보여\s?(?:줘|주세요|줄래)?[.!]?$/
const ONLY = /\bonly\b|\bjust\b|だけ|のみ|만\s|只/
const WHAT_IS = /^what\b|什么|何(?:を|が|の)|뭐|무엇/
const SPENT = /\bwhat (?:did|have|has|do|does) \w+ (?:spen[dt]|pay|paid|earn|earned|save|saved|make|made|charge|charged)\b/

/** Whether entries are asked for, and no figure of them. */
export function lists({ low, collection, wants, held }: Parts, { said, named, measure }: Measured, grouped: boolean): boolean {
  if (has(low, WHAT)) return !(said && measure.field && SPENT.test(low))
  const figure = wants.fn !== undefined || wants.many !== null || wants.total
  if (!figure && (asksOfThese(low, collection) || WHICH_ONES.test(low) || (has(low, LISTS) && !has(low, SUM) && !named))) return true
  if (!figure && !said && !wants.much && (WHAT_IS.test(low) || (asksToSee(low) && !named))) return true
  return held.length > 0 && !said && !wants.much && wants.fn === undefined && !grouped
}

/** 約束の意味は, "who wrote Dune": what is written in a field of the entry that is named. */
export function written(parts: Parts): Query | undefined {
  const { low, wants, held, hits, fields, collection } = parts
  if (wants.asks || !held.some(({ filter }) => filter.field === collection.title)) return undefined
  const others = fields.filter(({ id }) => id !== collection.title && !held.some(({ filter }) => filter.field === id))
  const field =
    hits.find(({ field, score }) => score >= 0.7 && WRITTEN.has(field.kind) && others.includes(field))?.field ??
    (RATED.test(low) ? others.find(({ kind }) => kind === 'rating') : undefined) ??
    (has(low, WHO) ? others.find(({ kind, label }) => kind === 'person' || MAKER.test(label)) : undefined)
  return field && { ...scopeOf(parts, undefined, true), measure: counted, names: true, show: field.id, limit: 5 }
}
/** “what did I give Piranesi?” */
const RATED = /\bwhat did (?:i|we) (?:give|rate)\b|\bhow did (?:i|we) rate\b|打了?几分|给了?几分|何点(?:つけ|にした)|몇 점 (?:줬|준)/
/** By whom it is. */
const MAKER = /author|writer|director|composer|artist|maker|作者|导演|歌手|監督|著者|作家|저자|작가|감독|가수/i
const WRITTEN = new Set<Field['kind']>(['text', 'note', 'person', 'place', 'link', 'choice', 'time'])

/** "who hasn't paid yet?", まだ払ってない人は: people by name. */
export function who(parts: Parts): Query | undefined {
  const { low, wants, fields } = parts
  const last = wants.fn === 'latest'
  if (wants.degree || wants.many || (wants.fn && !last) || wants.total || !(has(low, WHO) || WHICH_PEOPLE.test(low))) return undefined
  const people = fields.find(({ kind }) => kind === 'person') ?? fields.find(({ kind, label }) => kind === 'text' && PERSONAL.test(label))
  const scope = people && scopeOf(parts, { field: people.id }, true)
  const date = dateOf(fields)
  if (scope && last && date)
    return { ...scope, measure: counted, order: { by: date.id, descending: true }, limit: 1, names: true, show: people!.id }
  return scope && (scope.filter.length || scope.when)
    ? { ...scope, measure: counted, group: { field: people!.id }, names: true }
    : undefined
}
const WHICH_PEOPLE = /人は[?？]?$|사람(?:은|이)?(?:\s?누구)?[?？]?/

/** 유통기한 제일 빠른 거: by the day that is named, else by the first, unless it is a year or a time that was measured. `show`: the field asked for. */
export function datedFirst(parts: Parts, { said }: Measured, limit: number | undefined, show?: string): Query | undefined {
  const { low, wants, fields, hits } = parts
  if (!wants.degree?.of.includes('date')) return undefined
  const kinds = CLOCK.test(low) ? new Set(['time', 'datetime']) : new Set(['date', 'datetime'])
  const dates = fields.filter(({ kind, id }) => kinds.has(kind) || (kind === 'time' && hits.some(({ field }) => field.id === id)))
  const named = hits.find((hit) => dates.includes(hit.field) && hit.score >= 0.7)?.field
  const date = named ?? (said ? undefined : dates[0])
  if (!date) return undefined
  const scope = scopeOf(parts, undefined, false)
  return {
    ...scope,
    filter: [...scope.filter, { field: date.id, op: 'filled' }],
    measure: counted,
    order: { by: date.id, descending: wants.degree.way === 'max' },
    limit: limit ?? 1,
    ...(date.kind === 'time' && { names: true as const, show: date.id }),
    ...(show && { names: true as const, show }),
  }
}
const CLOCK = /几点|\bwhat time\b|何時(?!間)|몇 시(?!간)/
