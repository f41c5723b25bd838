/** What something changed by between entries ("how far between the fills", 몇 kg 빠졌어), and what one of a unit came to (1リッターいくら). */
import { findUnit } from '../../base/language/units.ts'
import { fold } from '../../base/resolve.ts'
import type { Field, Query } from '../../spec.ts'
import { dateOf, numeric } from './figures.ts'
import { isState } from './measure.ts'
import { type Parts, scopeOf } from './parts.ts'
import { inDimension } from './wants.ts'
import { folded } from './words.ts'

const CHANGED = folded(
  /\b(?:lost|lose|gained?|dropped|put on|(?:gone|went|come|came) (?:up|down)|changed?|difference|between|driven|drove)\b|[减掉瘦胖涨跌降]了|变化|相差|开了|跑了|減[っり]|増え|痩せ|やせ|太[っり]|変わっ|差は|の差|走[っり]|빠졌|빠진|쪘|늘었|줄었|변했|변화|차이|달렸|탔/,
)
const ODOMETER = /odometer|mileage|里程|走行距離|オドメーター|주행/i
/** Between the last two and no more. */
const SINCE_LAST = folded(/\b(?:since|from) (?:the )?last\b|\bthe two\b|上次(?:到|以来)|前回から|지난번(?:부터|보다)/)

/** By how much the last entry differs from the first; undefined where nothing that stands at a value is asked about. */
export function changed(parts: Parts): Query | undefined {
  const { low, wants, fields, hits } = parts
  if (
    !(CHANGED.test(low) || SINCE_LAST.test(low)) ||
    !wants.much ||
    wants.total ||
    wants.degree ||
    wants.fn === 'mean' ||
    wants.many?.of === 'times'
  )
    return undefined
  const states = fields.filter((field) => numeric(field) && field.kind !== 'computed' && isState(field))
  const named = states.find((field) => hits.some((hit) => hit.field === field && hit.score >= 0.7))
  const field = named ?? states.find((one) => fits(one, parts))
  if (!field) return undefined
  const date = dateOf(fields)
  const last = date && SINCE_LAST.test(low) ? { order: { by: date.id, descending: true }, limit: 2 } : {}
  return { ...scopeOf(parts, undefined, false), filter: [], measure: { fn: 'latest', field: field.id }, change: true, ...last }
}

/** Of no other field of that dimension; kilometres are what an odometer counts. */
function fits(field: Field, { wants, fields }: Parts): boolean {
  const driven = ODOMETER.test(`${field.id} ${field.label}`)
  const dimension = wants.dimension ?? (driven ? 'length' : undefined)
  if (!dimension) return !driven
  const others = fields.some((one) => one !== field && !isState(one) && inDimension(one, dimension))
  return !others && (inDimension(field, dimension) || (driven && dimension === 'length'))
}

const PER: RegExp[] = [
  /\b(?:per|a|an|each) ([a-z]+)\b/,
  /(?:每一?|一)(\p{Script=Han}{1,2})/u,
  /([ァ-ヶー]+|時間|[a-z]{1,2})(?:あたり|当たり|いくら)/u,
  /([가-힣]{1,3}|[a-z]{1,2})당|(?:1|한)\s?([가-힣]{1,3})에/,
].map(folded)
const RATE = /时薪|時給|单价|單價|単価|시급|단가|\brate\b|wage|unit price|per |あたり|당$/i

/** “avg pace?”, 平均配速: how long one kilometre took, where both are kept and the pace is not. */
const PACE = folded(/\bpace\b|ペース|配速|페이스/)
export function paceOf(parts: Parts): Query | undefined {
  const { low, fields } = parts
  if (!PACE.test(low) || fields.some(({ label }) => PACE.test(fold(label)))) return undefined
  const time = fields.find(({ kind }) => kind === 'duration')
  const far = fields.find((field) => field.kind === 'quantity' && inDimension(field, 'length'))
  if (!time || !far) return undefined
  const scope = scopeOf(parts, undefined, false)
  return {
    ...scope,
    filter: scope.filter.filter(({ value }) => !PACE.test(fold(String(value ?? '')))),
    measure: { fn: 'sum', field: time.id },
    per: far.id,
  }
}

/** Money by an amount that is kept beside it; undefined where a field says it already. */
export function perUnit({ low, reading, fields, collection, ...parts }: Parts): Query | undefined {
  const money = fields.filter(({ kind }) => kind === 'money')
  if (!money.length || fields.some(({ label }) => RATE.test(label))) return undefined
  for (const pattern of PER) {
    const found = pattern.exec(low)
    const word = found?.[1] ?? found?.[2]
    const dimension = word ? findUnit(word, reading.language)?.dimension : undefined
    // “a week” is a period.
    if (dimension === 'time' && !HOURS.test(word!)) continue
    const per = dimension
      ? fields.find((field) => (field.kind === 'quantity' || field.kind === 'duration') && inDimension(field, dimension))
      : counted(low.slice(found?.index ?? 0), fields)
    if (!per) continue
    const scope = scopeOf({ low, reading, fields, collection, ...parts }, undefined, false)
    const paid = money.find((field) => parts.hits.some((hit) => hit.field === field && hit.score >= 0.7)) ?? money[0]!
    const filter = scope.filter.filter(({ value }) => !fold(String(value ?? '')).includes(word!))
    return { ...scope, filter, measure: { fn: 'sum', field: paid.id }, per: per.id }
  }
  return undefined
}
/** 每个客人 of 客人数, "per guest" of “Guests”: what is counted in a field, by its name. */
function counted(low: string, fields: readonly Field[]): Field | undefined {
  const said =
    /^(?:(?:per|an?|each|every) ([a-z]{3,})\b|(?:每一?|一)[个位名人本次杯件]?(\p{Script=Han}{1,4})|(?:1|一)?人(?:あたり|当たり))/u.exec(low)
  const word = said ? (said[1] ?? said[2] ?? '人') : (/(?:客|人|名)(?=당)|인당/.exec(low)?.[0] ?? '')
  if (!word) return undefined
  return fields.find(({ kind, label }) => {
    const name = fold(label)
    if (kind !== 'number') return false
    if (/^[a-z]/.test(word)) return name.includes(word.replace(/(?:es|s)$/, ''))
    return [...word].some((_, at) => name.startsWith(word.slice(0, word.length - at)) && word.length - at > (word.length > 1 ? 1 : 0))
  })
}
const HOURS = folded(/^(?:hour|minute|小时|分钟|时间|時間|시간|분)/)
