/** What a field usually holds: figures as large as those kept before, or as people keep under such a name; words like those kept. */

import { tokenise } from '../../../base/language/tokenise.ts'
import type { Reading } from '../../../base/language/types.ts'
import { contentStems, fold, labelPlace } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field, Rec, Value } from '../../../spec.ts'
import type { EntryContext } from '../types.ts'
import { W } from './weights.ts'

export type Usual = {
  /** Values kept in each field, newest first, each once. */
  texts: ReadonlyMap<string, readonly string[]>
  numbers: ReadonlyMap<string, readonly number[]>
  records: readonly Rec[]
  /** Where each field stands in the order in which the app was asked for; those nobody asked for are not in it. */
  order: ReadonlyMap<string, number>
  /** The order is that of the request, not of the form. */
  asked: boolean
}

const KEPT = 60
export function usualOf(collection: Collection, spec: AppSpec, ctx: EntryContext): Usual {
  const records = [...(ctx.known?.[collection.id] ?? [])].sort((a, b) => b.seq - a.seq)
  const texts = new Map<string, string[]>()
  const numbers = new Map<string, number[]>()
  for (const { values } of records.slice(0, KEPT))
    for (const [id, value] of Object.entries(values)) {
      if (typeof value === 'string' && value) put(texts, id, value)
      else if (typeof value === 'number') put(numbers, id, value)
    }
  const order = orderAsked(collection, spec, ctx)
  return { texts, numbers, records, order: order ?? orderShown(collection), asked: order !== null }
}
const put = <T>(into: Map<string, T[]>, id: string, value: T): void => {
  const all = into.get(id) ?? []
  if (typeof value === 'number' || !all.includes(value)) into.set(id, [...all, value])
}

const orderShown = (collection: Collection): Map<string, number> =>
  new Map(collection.fields.filter((field) => !field.hidden).map((field, at) => [field.id, at]))

const memo = new WeakMap<Collection, Map<string, number> | null>()
/** Where the name of each field stands in the words the app was asked for with; null where fewer than two do. */
function orderAsked(collection: Collection, spec: AppSpec, ctx: EntryContext): Map<string, number> | null {
  const known = memo.get(collection)
  if (known !== undefined) return known
  const requests = ctx.apps?.find((app) => app.spec === spec)?.requests
  if (!requests?.length) return null
  const text = requests[0]!.slice(0, 600)
  const low = fold(text)
  const tokens = tokenise(text)
  const places = collection.fields.flatMap((field) => {
    const at = labelPlace(low, tokens, field.label) ?? partPlace(low, tokens, field) ?? askedPlace(low, field)
    return at ? [{ id: field.id, at: at[0] }] : []
  })
  const order = places.length >= 2 ? new Map(places.sort((a, b) => a.at - b.at).map(({ id }, at) => [id, at])) : null
  memo.set(collection, order)
  return order
}
/** 払った人 was asked for as だれが払ったか: the longest word of the label that stands there. */
function partPlace(low: string, tokens: Reading['tokens'], field: Field): [number, number] | undefined {
  const stem = contentStems(field.label)
    .filter((one) => one.length > (/[^\x20-\x7e]/.test(one) ? 1 : 3))
    .find((one) => low.includes(one))
  const at = stem === undefined ? -1 : low.indexOf(stem)
  if (at >= 0) return [at, at + stem!.length]
  // "sys, dia, pulse": the first letters of the label.
  const label = fold(field.label)
  const short = tokens.find(({ text }) => /^[a-z]{3,}$/i.test(text) && label.startsWith(fold(text)))
  return short && [short.start, short.end]
}

/** “How many” is called Quantity: where a field of its kind is asked for without a name. */
function askedPlace(low: string, { kind }: Field): [number, number] | undefined {
  const found = ASKS[kind]?.exec(low)
  return found ? [found.index, found.index + found[0].length] : undefined
}
const ASKS: Partial<Record<Field['kind'], RegExp>> = {
  number: /how many|多少[个個只隻]|[几幾][个個只隻]|何[個本枚匹羽]|いくつ|몇 ?(?:개|마리|장|병)/,
  money: /how much|多少[钱錢]|いくら|얼마/,
  person: /\bwho\b|[谁誰]|だれ|누구|누가/,
  place: /\bwhere\b|哪[里裡儿兒]|どこ|어디/,
  date: /\bwhen\b|哪[天一]|いつ|언제/,
}

/** How large a figure usually is under such a name, whoever keeps it. */
const RANGES: [name: RegExp, low: number, high: number][] = [
  [/odometer|\bodo\b|mileage|里程|走行距離|주행거리|주행/i, 1000, 500_000],
  [/systolic|高压|收缩|最高血圧|수축/i, 80, 220],
  [/diastolic|低压|舒张|最低血圧|이완/i, 40, 130],
  [/pulse|heart rate|\bbpm\b|心率|脉搏|脈拍|心拍|맥박|심박/i, 35, 210],
  [/pages?\b|页数|ページ|쪽수|페이지/i, 30, 1800],
  [/\breps?\b|repetitions|次数|回数|횟수/i, 1, 60],
  [/\bsets?\b|组数|セット|세트/i, 1, 12],
  [/episodes?|集数|話数|화수|회차/i, 1, 400],
  [/tempo|テンポ|템포/i, 40, 240],
  [/lit(?:re|er)s?\b|升数|リットル|리터/i, 1, 150],
  [/temperature|体温|체온/i, 34, 42],
  [/\bage\b|年龄|年齢|나이/i, 0, 110],
  [/score|points|点数|分数|得点|점수/i, 0, 100],
  [/pain|severity|mood|energy|痛|つらさ|きつさ|통증|기분/i, 0, 10],
  [/匹数|마릿수|条数|how many caught/i, 1, 200],
]
/** The least that anything costs, in major units. */
const LEAST: Record<string, number> = { JPY: 10, KRW: 100, VND: 1000, IDR: 500 }

/** From W.unusual to W.usual: how much a figure is like those that the field holds. */
export function likeness(n: number, field: Field, { numbers }: Usual): number {
  const kept = (numbers.get(field.id) ?? []).filter((one) => one > 0)
  if (n > 0 && kept.length) {
    const far = distance(n, Math.min(...kept), Math.max(...kept))
    const spread = kept.length > 2 ? 1 : 1.4
    const near = far <= Math.log(spread) ? W.usual : far <= Math.log(1.5 * spread) ? W.usual / 2 : 0
    const whole = kept.length > 1 && kept.every(Number.isInteger) && !Number.isInteger(n) ? W.broken : 0
    return whole + (far > Math.log(2.5) ? Math.max(W.unusual, -far / 1.2) : near)
  }
  if (field.kind === 'money' && n > 0 && n < (LEAST[field.currency] ?? 0)) return W.unusual / 3
  const range = RANGES.find(([name]) => name.test(field.label) || name.test(field.concept ?? ''))
  if (!range || n < 0) return 0
  const far = distance(Math.max(n, 0.01), Math.max(range[1], 0.01), range[2])
  return far === 0 ? W.usual / 2 : Math.max(W.unusual, -far)
}
/** How many times over or under the span, as a logarithm; 0 within. */
const distance = (n: number, low: number, high: number): number => (n < low ? Math.log(low / n) : n > high ? Math.log(n / high) : 0)

/** The texts kept in a field; those of its seeds among them. */
export const textsOf = (field: Field, { texts }: Usual, collection: Collection): readonly string[] => {
  const seeds = collection.seeds.flatMap((seed): string[] => {
    const value: Value | undefined = seed[field.id]
    return typeof value === 'string' ? [value] : []
  })
  return [...(texts.get(field.id) ?? []), ...seeds]
}
