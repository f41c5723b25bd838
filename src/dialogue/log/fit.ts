/** How well what was said fits: a value a field (kind, unit, names beside it), a sentence a collection. */
import type { Found, Read, Reading } from '../../base/language/types.ts'
import { unitOf } from '../../base/language/units.ts'
import {
  collectionNamed,
  contentStems,
  fieldsNamed,
  fold,
  labelPlace,
  optionNamed,
  visibleCollections,
  visibleFields,
} from '../../base/resolve.ts'
import type { AppSpec, Collection, Field } from '../../spec.ts'
import { seedNamed, seedsNamed, titlesOf } from './seeds.ts'

/** The collection whose fields fit what was said best; of equals the first. */
export function collectionFor(reading: Reading, spec: AppSpec): Collection {
  const shown = visibleCollections(spec)
  const named = collectionNamed(reading.text, spec)
  // What costs something belongs where costs are kept.
  const priced = reading.values.some((value) => value.read.kind === 'money')
  const scored = shown.map((collection) => ({
    collection,
    score:
      fitOf(reading, collection, spec) +
      (priced && collection.fields.some((field) => field.kind === 'money' && !field.hidden) ? 1.5 : 0) +
      (named?.named && named.collection === collection ? 1.2 : 0),
  }))
  return scored.reduce((best, each) => (each.score > best.score + 1e-9 ? each : best)).collection
}

/** The 1 of 1日目, Day 1, 第1天, 1일차 counts nothing where the days of a plan are called so. */
export function withoutDays(reading: Reading, spec: AppSpec): Reading {
  const days = spec.collections.flatMap((one) => seedsNamed(reading.text, spec, one.id, true))
  if (!days.length) return reading
  return {
    ...reading,
    values: reading.values.filter(
      (value) =>
        !(value.read.kind === 'number' || value.read.kind === 'count') ||
        !days.some(({ at }) => value.start >= at[0] && value.end <= at[1]),
    ),
  }
}

/** How well the values and names of a sentence fit the fields of a collection. */
export function fitOf(whole: Reading, collection: Collection, spec: AppSpec): number {
  const reading = withoutDays(whole, spec)
  const fields = visibleFields(collection)
  let score = 0
  // A cost without an amount is none, whatever day of the journey it names.
  const priceless =
    fields.some((field) => field.kind === 'money') &&
    visibleCollections(spec).length > 1 &&
    !reading.values.some(({ read }) => ['money', 'number', 'bound'].includes(read.kind))
  if (priceless) return 0
  for (const { read } of reading.values) score += Math.max(0, ...fields.map((field) => kindFit(read, field)))
  for (const field of fields) {
    if ((field.kind === 'choice' || field.kind === 'choices') && optionNamed(reading.text, field.options)) score += 1.5
    if (field.kind === 'relation' && seedNamed(reading.text, spec, field.to)) score += 2
  }
  if (titlesOf(collection).some((title) => labelPlace(fold(reading.text), reading.tokens, title))) score += 0.8
  score += Math.min(1.5, fieldsNamed(reading.text, [collection], { kinds: false }).length * 0.75)
  return score
}

/** 0..2: how naturally a value goes into a field. */
export function kindFit(read: Read, field: Field): number {
  switch (read.kind) {
    case 'bound':
      return kindFit(read.of, field)
    case 'money':
      return field.kind === 'money' ? (field.currency === read.currency ? 2 : 1.2) : 0
    case 'quantity': {
      if (field.kind === 'quantity') return unitOf(field.unit)?.dimension === read.dimension ? 2 : 0
      if (field.kind === 'duration') return read.dimension === 'time' ? 1.5 : 0
      return field.kind === 'number' && !COUNTED.test(`${field.label} ${field.id}`) ? 0.6 : 0
    }
    case 'duration':
      return field.kind === 'duration'
        ? 2
        : field.kind === 'quantity' && unitOf(field.unit)?.dimension === 'time'
          ? 1.8
          : field.kind === 'number' && /min|hour|분|시간|分|小时|時間/i.test(field.label)
            ? 1
            : 0
    case 'count':
      if (field.kind === 'rating') return STAR.test(read.counter) ? 2 : 0
      if (field.kind === 'quantity')
        return unitOf(field.unit)
          ? unitOf(field.unit)!.dimension === 'volume' && CUP.test(read.counter)
            ? 0.9
            : unitOf(field.unit)!.dimension === 'mass'
              ? 0
              : 0.3
          : 1.4
      return field.kind === 'number' ? 1.2 : 0
    case 'number':
      if (field.kind === 'number' && field.integer && !Number.isInteger(read.value)) return 0
      if (field.kind === 'number' && YEAR.test(field.label)) return 0
      return field.kind === 'money'
        ? 1
        : field.kind === 'number'
          ? Number.isInteger(read.value) || !COUNTED.test(`${field.label} ${field.id}`)
            ? 0.9
            : 0
          : field.kind === 'quantity'
            ? 0.8
            : field.kind === 'rating'
              ? read.value >= 1 && read.value <= field.max
                ? 0.5
                : 0
              : field.kind === 'duration'
                ? 0.4
                : 0
    case 'percent':
      return field.kind === 'number' ? 1 : 0
    case 'date':
      return field.kind === 'date' ? 1 : field.kind === 'datetime' ? 0.9 : 0
    case 'datetime':
      return field.kind === 'datetime' ? 1.2 : field.kind === 'date' ? 0.8 : 0
    case 'time':
      return field.kind === 'time' ? 1.5 : field.kind === 'datetime' ? 0.9 : 0
    case 'range':
      return field.kind === 'number' || field.kind === 'quantity' ? 0.5 : 0
    default:
      return 0
  }
}

/** Fields that count things: kilometres and half a kilo are none of them. */
const COUNTED =
  /\byears?\b|年|연도|年份|\bsets?\b|\breps?\b|rounds?|quantity|pages?|pieces|number of|count|组|次数|数量|页|个数|セット|回数|個数|ページ|冊|세트|횟수|개수|수량|쪽|페이지/i
const STAR = /star|星|つ星|별|점|点/i
const CUP = /cup|glass|mug|杯|잔|컵/i

/** 1980年 is the year of a stamp or a film where such a field is kept. */
export const YEAR =
  /^(?:year|release year|vintage|年份|年代|年|出版年|发行年份?|製造年|発行年|公開年|연도|년도|출시 ?연도)$|\byear\b|年份|年代|연도|년도/i

/** 12月1日过期, 11月25日入金: what happens on the day stands right after it, and in the name of the field. */
function isDayOf(low: string, figure: Found, field: Field): boolean {
  if (field.kind !== 'date' && field.kind !== 'datetime') return false
  const said = /^(?:に)?(\p{Script=Han}{2})/u.exec(low.slice(figure.end))?.[1]
  const label = fold(field.label)
  return (
    said !== undefined &&
    (label.includes(said) || (/^(?:过期|到期)$/.test(said) && (field.concept === 'expiry' || /过期|到期/.test(label))))
  )
}

/** A field's name, or its counter, beside a figure settles where it goes. */
export function nearness(low: string, reading: Reading, figure: Found, field: Field): number {
  if (figure.read.kind === 'count') {
    const stems = contentStems(`${field.label} ${field.concept ?? ''} ${field.id}`)
    const counter = contentStems(figure.read.counter)
    if (counter.some((stem) => stems.includes(stem)) || fold(field.label).includes(fold(figure.read.counter))) return 3
    if (field.kind === 'quantity' && fold(field.unit).includes(fold(figure.read.counter))) return 2
  }
  // "0.85 each": what one of them costs.
  if (field.kind === 'money' && figure.read.kind === 'number' && /^ ?(?:each|apiece|a (?:piece|pop|go))\b/.test(low.slice(figure.end)))
    return 2.5
  const place = labelPlace(low, reading.tokens, field.label)
  // 使ったお金, 花的钱: the field is called by the doing that is told.
  const doing = /^(.{2,5}?[ただ])(?:お金|金額|金|額)$/u.exec(field.label)?.[1] ?? /^(.)(?:掉|出去?|到)?的钱$/u.exec(field.label)?.[1]
  if (!place && doing && low.includes(fold(doing))) return 2
  if (!place && isDayOf(low, figure, field)) return 3
  if (!place) return 0
  const gap = place[1] <= figure.start ? figure.start - place[1] : place[0] - figure.end
  // "128/82 pulse 66": a name with a figure on either side belongs to the one that follows it.
  const follower =
    place[0] >= figure.end
      ? reading.values.find((one) => one.start >= place[1] && one.start - place[1] <= 2 && /^[\s:=]*$/.test(low.slice(place[1], one.start)))
      : undefined
  // "2 goals 1 assist": where every figure has its noun after it, none has it before.
  const next =
    follower !== undefined &&
    (figure.read.kind === 'range' || /[/-]$/.test(low.slice(0, figure.start)) || !/^ [a-z]{3,}/.test(low.slice(follower.end)))
  if (next && !/[,;、，]/.test(low.slice(place[1], place[1] + 2))) return 0.2
  return gap >= 0 && gap <= 6 ? 2.5 - gap * 0.2 : 0.2
}
