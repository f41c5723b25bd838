/**
 * What is measured, and in which collection. The records (counted) and every figure that is kept of them are candidates;
 * each is weighed by what the question says of it, and the one with the most evidence is taken.
 */

import { conceptForms } from '../../base/forms.ts'
import type { Reading } from '../../base/language/types.ts'
import {
  collectionNamed,
  contentStems,
  type FieldHit,
  fieldsNamed,
  fold,
  has,
  optionNamed,
  placesOf,
  visibleCollections,
  visibleFields,
} from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Measure, Query, Rec } from '../../spec.ts'
import { seedNamed } from '../log/seeds.ts'
import { degreeOf, type Scale } from './degree.ts'
import { dateOf, numeric } from './figures.ts'
import { inDimension, moneyIn, moneyOut, type Wants } from './wants.ts'
import { folded, MONEY, SUM, TIMES, WHEN, WHICH } from './words.ts'

const GROUPS = /\b(?:by|per|each)\b|按|每个|各|別|ごと|별/

/** A score is asked of the rounds, not of the players. */
const SCORED = /\bscores?\b|得分|分数|比分|得点|スコア|점수|스코어/

export function collectionAsked(reading: Reading, spec: AppSpec, low: string): Collection {
  const named = collectionNamed(reading.text, spec)
  const shown = visibleCollections(spec)
  const dated = has(low, WHEN) || has(low, TIMES)
  const score = (one: Collection) => {
    const fields = visibleFields(one)
    const hits = fieldsNamed(reading.text, [one], { kinds: false })
    let points = hits.reduce((sum, hit) => sum + hit.score, 0) + (named?.named && named.collection === one ? 1.5 : 0)
    if (reading.values.some((value) => value.read.kind === 'period' || value.read.kind === 'date') && dateOf(fields)) points += 0.6
    if (has(low, MONEY) && fields.some((field) => field.kind === 'money')) points += 1
    if (has(low, SUM) && fields.some(numeric)) points += 0.5
    if (SCORED.test(low) && spec.behaviours.some((it) => it.kind === 'score' && it.rounds === one.id)) points += 2
    for (const field of fields) {
      if (field.kind === 'choice' && optionNamed(reading.text, field.options)) points += 1
      if (field.kind !== 'relation') continue
      // "how often did I meditate?" asks the days, not the list of habits; "which habit most?" as well.
      if (seedNamed(reading.text, spec, field.to)) points += 2
      if (
        named?.named &&
        named.collection.id === field.to &&
        named.collection !== one &&
        (dated || (has(low, WHICH) && degreeOf(low) !== null) || GROUPS.test(low))
      )
        points += 3
    }
    if (dated && dateOf(fields)) points += 0.7
    return points
  }
  return shown.map((one) => ({ one, points: score(one) })).reduce((best, each) => (each.points > best.points + 1e-9 ? each : best)).one
}

// ---- Candidates ----------------------------------------------------------------------------------------------

/** A field that may be measured, or the records themselves (null), and what speaks for it. */
type Candidate = {
  field: Field | null
  score: number
  /** By its name or its unit. */
  named: boolean
}
export type Measured = {
  measure: Measure
  /** The question itself says so; nothing was merely likely. */
  said: boolean
  /** What is measured is spoken of by its name. */
  named: boolean
}

type Asked = {
  wants: Wants
  collection: Collection
  spec: AppSpec
  hits: FieldHit[]
  group: Query['group']
  records?: readonly Rec[] | undefined
  /** Those of one name are asked about. */
  one?: boolean
}

/** So much evidence is none that an app gives by itself. */
const SAID = 1.5

export function measureOf(asked: Asked): Measured {
  const { wants, collection, group } = asked
  const fields = visibleFields(collection)
  const figures = fields.filter((field) => numeric(field) && field.id !== group?.field).map((field) => candidateOf(field, asked))
  const field = best(figures)
  const different = differentOf(asked, fields)
  const count = countOf(asked)
  if (different && different.score > Math.max(count - 0.01, field?.score ?? 0))
    return { measure: group ? { fn: 'count' } : { fn: 'distinct', field: different.field!.id }, said: true, named: different.named }
  // An average or an extreme is one of a figure.
  const bound = wants.fn !== undefined || (wants.total && !wants.many)
  if (!field?.field || (count >= field.score && !(bound && field.score > 0)))
    return { measure: { fn: 'count' }, said: count >= SAID, named: count >= 3 && count < 3.5 }
  const fn = wants.fn === 'min' && WORST.test(wants.bare) && HURTS.test(field.field.label) ? 'max' : wants.fn
  return { measure: { fn: fn ?? usual(field.field, asked), field: field.field.id }, said: field.score >= SAID, named: field.named }
}

/** The worst pain is the strongest. */
const WORST = /\bworst\b|最[差糟]|ひどい|심한/
const HURTS = /pain|severity|intensity|fear|stress|痛|严重|程度|怖|つらさ|통증|강도|심각/i

const best = (candidates: Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>((top, each) => (top && top.score >= each.score - 1e-9 ? top : each), undefined)

/** How likely a figure is meant where nothing is said of it, by its kind. */
const PRIOR: Partial<Record<Field['kind'], number>> = {
  money: 0.5,
  quantity: 0.4,
  duration: 0.35,
  number: 0.3,
  computed: 0.25,
  rating: 0.1,
}

/** 深蹲一共做了多少次: the number that is kept of it. */
const TURNS = /次数|回数|횟수|\breps\b/i

function candidateOf(field: Field, { wants, collection, spec, hits, records, one }: Asked): Candidate {
  const name = named(field, wants, hits)
  const counted = wants.many !== null && wants.many.of !== 'times' && isCounted(field, wants.many)
  const measured = wants.dimension !== undefined && inDimension(field, wants.dimension, wants.kilo)
  // How many are still to be ticked off counts the lines of a list, and not what each has of it.
  const toTick = !one && spec.behaviours.some((it) => it.kind === 'progress' && it.collection === collection.id)
  const asked = [
    (PRIOR[field.kind] ?? 0) - collection.fields.indexOf(field) * 0.01,
    isMain(field, collection, spec) ? 1 : 0,
    name,
    counted ? 3 : wants.many?.of === 'times' && wants.total && TURNS.test(field.label) ? 6.6 : 0,
    wants.many && isAmountOfThings(field, spec) ? (wants.many.of === 'things' && !toTick ? 3.2 : 0.5) + (wants.total ? 0.5 : 0) : 0,
    measured ? 3 : wants.dimension && !name ? -1 : 0,
    Math.max(0, ...wants.scales.map((scale) => onScale(field, scale))),
    wants.degree ? Math.max(0, ...wants.degree.of.map((scale, i) => ranked(field, scale) * (i ? 0.9 : 1))) : 0,
    isMoney(field) && wants.money ? moneyFit(field, wants, name) - (wants.degree ? 2 : 0) : 0,
    // What nobody has filled in answers nothing.
    records?.length && field.kind !== 'computed' && records.every(({ values }) => (values[field.id] ?? null) === null) ? -8 : 0,
  ]
  return { field, score: asked.reduce((sum, each) => sum + each, 0), named: name >= 2.8 || counted || measured }
}

/** By its label 4, by what such fields are called less; by one word of several 1.6. */
function named(field: Field, { bare }: Wants, hits: FieldHit[]): number {
  const own = hits.find((hit) => hit.field.id === field.id && !ASKS.test(hit.text))
  // お金 of 残りのお金 names no other field.
  const within =
    own &&
    hits.some(
      (hit) =>
        hit.score >= 0.95 && hit.field.id !== field.id && hit.start <= own.start && hit.end >= own.end && hit.text.length > own.text.length,
    )
  const score = within ? 0 : (own?.score ?? 0)
  if (score >= 0.7) return score * 4
  const label = contentStems(field.label)
  const said = new Set(contentStems(bare))
  const share = label.filter((stem) => said.has(stem)).length / Math.max(1, label.length)
  if (share === 1 && label.length) return 3.8
  // Where words are not parted a share of them is an accident of how they were cut.
  if (share > 0 && /^[\x20-\x7e]+$/.test(field.label)) return 1.6 + share
  return inCommon(fold(field.label), bare) ? 1.6 : score >= 0.4 ? 0.6 : 0
}
/** “how much” is no name, though a field may be called so. */
const ASKS = folded(
  /^(?:how (?:much|many|long|far|often)|多少.?|[几幾].?|多久|多远|いくら|どれくらい|何.?|얼마|몇\s?.{0,2}|when|what|who|where|一共|花了?|使った|썼|score|spen[dt]|spending|paid|cost|time|날|시간)$/i,
)

/** 勉強 of 勉強時間, 수확 of 수확량: two characters in a row. */
function inCommon(label: string, said: string): boolean {
  if (!/[^\x20-\x7e]/.test(label)) return false
  for (let at = 0; at + 2 <= label.length; at++) {
    const pair = label.slice(at, at + 2)
    if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2}$/u.test(pair) && said.includes(pair)) return true
  }
  return false
}

/** What the app is about: what it limits, aims at or keeps in store. */
const isMain = (field: Field, { id }: Collection, spec: AppSpec): boolean =>
  spec.behaviours.some(
    (one) =>
      ((one.kind === 'limit' || one.kind === 'goal') && one.collection === id && one.measure.field === field.id) ||
      (one.kind === 'stock' && one.collection === id && one.quantity === field.id),
  )

/** “pages” of how many pages, 杯 of 卖出杯数: counted by that very field. */
function isCounted({ label }: Field, { noun, counter }: NonNullable<Wants['many']>): boolean {
  const low = fold(label)
  if (noun && /^[a-z]/.test(noun)) return contentStems(noun).some((stem) => contentStems(label).includes(stem))
  const pieces = [noun, counter].filter((one) => one && !/^[个個개つ]$/.test(one) && !(one === '分' && low.includes('分钟')))
  return pieces.some((one) => low === one || (low.includes(one) && /(?:数|數|수|量|양)$|^.{1,3}$/.test(low)))
}

const THINGS = folded(
  /\bhow many\b|\bquantity\b|\bcount\b|\bcopies\b|\bin stock\b|\bleft\b|\bpieces\b|\bnumber of\b|^qty$|数量|个数|件数|库存|存货|多少个|几个|个数|個数|枚数|本数|在庫|残数|수량|개수|갯수|재고|마릿수|남은/i,
)
/** A number of the very things that the records are of: copies, jars left, 個数. */
const isAmountOfThings = (field: Field, spec: AppSpec): boolean =>
  (field.kind === 'number' || (field.kind === 'quantity' && !/^[a-z]{1,4}$/.test(field.unit))) &&
  (THINGS.test(field.label) ||
    /^(?:quantity|count|copies|qty)$/.test(field.concept ?? field.id) ||
    spec.behaviours.some((one) => one.kind === 'stock' && one.quantity === field.id))

const isMoney = (field: Field): boolean => field.kind === 'money' || (field.kind === 'computed' && field.shows.kind === 'money')
/** Of one hour, one piece: nothing that was paid. */
const isRate = (field: Field): boolean => /时薪|時給|单价|单價|單價|単価|시급|단가|rate|wage|unit price/i.test(`${field.label} ${field.id}`)
const isGain = (field: Field): boolean => field.kind === 'computed' && (field.concept === 'gain' || field.concept === 'balance')
/** The product of a rate and an amount: what was earned or what it comes to. */
const isProduct = (field: Field): boolean => field.kind === 'computed' && field.shows.kind === 'money' && /\*/.test(field.formula)

/** 多少钱一罐, “how much is one”: of a single one. */
const PER_ONE =
  /多少钱(?:一|每)|(?:一|每)[\u4e00-\u9fff]多少|\b(?:each|apiece|a piece|per (?:item|unit|jar|kilo))\b|一つ|1つ|1個|一個|하나에|개당|한 개/

/** What was made of it, costs taken off. */
const GAINED = folded(/\bprofits?\b|\bmargin\b|赚|利润|净|儲|利益|이익|남긴|남겼/)

function moneyFit(field: Field, { money, bare }: Wants, name: number): number {
  const came = moneyIn(field.label)
  const went = moneyOut(field.label)
  return (
    2 +
    (isRate(field) ? (PER_ONE.test(bare) ? 3 : -1.5) : 0) +
    (isProduct(field) || field.concept === 'lineTotal' ? 1 : 0) +
    (isGain(field) && !isProduct(field) ? (GAINED.test(bare) ? 2.5 : name >= 2.8 ? 0 : -1) : 0) +
    (money === 'came' ? (came ? 0.8 : went ? -1 : 0) : money === 'went' ? (went ? 0.5 : came ? -1 : 0) : 0)
  )
}

function onScale(field: Field, scale: Scale): number {
  switch (scale) {
    case 'money':
      return isMoney(field) && !isRate(field) ? 2 : 0
    case 'mass':
    case 'length':
      return inDimension(field, scale) ||
        (scale === 'mass' && LATEST.test(`${field.id} ${field.label}`) && /weight|体重|체중|몸무게|重/.test(field.label))
        ? 2
        : 0
    case 'duration':
      return inDimension(field, 'time') ? 2 : 0
    case 'rating':
      return field.kind === 'rating' || /score|grade|评分|打分|分数|成绩|得分|评价|点数|점수|평점/.test(fold(field.label)) ? 2 : 0
    case 'date':
      return /^(?:year|年份?|연도|년도|年式|연식)$/.test(fold(field.label)) ? 2 : 0
    default:
      return 0
  }
}

/** The dearest by the price of one before what it comes to together. */
const ranked = (field: Field, scale: Scale): number =>
  scale === 'money' && isMoney(field)
    ? isRate(field)
      ? 2.8
      : isProduct(field) || field.concept === 'lineTotal'
        ? 1
        : 2
    : onScale(field, scale)

// ---- Records ---------------------------------------------------------------------------------------------------

/** How much speaks for counting the records. */
function countOf({ wants: { many, fn, bare }, collection, spec, hits }: Asked): number {
  const spoken = !many && fn === undefined && !collection.fields.some(isMoney) && hits.every(({ field }) => !numeric(field))
  // “books finished this year?”
  if (!many)
    return spoken && [collection.label, collection.one].some((name) => placesOf(bare, fold(name)).length > 0)
      ? 1.2
      : fn === undefined
        ? 0.2
        : 0
  const { noun, counter, of } = many
  if (of === 'times') return /[번回]/.test(counter) ? 3.7 : 6.5
  if (of === 'entries') return 4.2
  if (of === 'kinds' || of === 'people') return 2
  const names = [collection.label, collection.one, spec.name].map(fold)
  const title = collection.fields.find((field) => field.id === collection.title)
  const called = [...conceptForms(collection.concept ?? collection.id), ...(title ? [fold(title.label)] : []), ...names]
  if (!noun) return counter ? 2.2 : 2
  const stems = contentStems(noun)
  const known = new Set(called.flatMap(contentStems))
  return called.some((name) => name.includes(noun) || (name.length > 1 && placesOf(noun, name).length > 0)) ||
    (stems.length > 0 && stems.some((stem) => known.has(stem)))
    ? 3
    : 2
}

/** "how many species", 来自几个国家, 몇 가지: each different one once. */
function differentOf({ wants: { many, bare }, collection, hits }: Asked, fields: Field[]): Candidate | undefined {
  if (!many || many.of === 'times' || many.of === 'entries') return undefined
  const title = fields.find((field) => field.id === collection.title)
  const worded = fields.filter(({ kind }) => ['text', 'place', 'person', 'choice', 'relation'].includes(kind))
  const noun = many.noun
  // “lemon cakes” are some of them, not how many different ones.
  const open = worded.filter((field) => field.kind !== 'choice' || !optionNamed(bare, field.options))
  const said = open.find(
    (field) =>
      noun !== '' &&
      (contentStems(noun).some((stem) => contentStems(field.label).includes(stem)) || fold(field.label).includes(noun)) &&
      hits.some((hit) => hit.field.id === field.id && hit.score >= 0.7),
  )
  if (said && said !== title) return { field: said, score: 4.1, named: true }
  if (many.of === 'kinds') return { field: said ?? title ?? fields[0]!, score: 4.5, named: said !== undefined }
  const people =
    many.of === 'people' || PEOPLE_NOUN.test(noun)
      ? worded.find((field) => field.kind === 'person' || PERSON_LABEL.test(field.label))
      : undefined
  if (people) return { field: people, score: 3.1, named: false }
  return said && /different|distinct|不同|違う|다른/.test(bare) ? { field: said, score: 4.1, named: true } : undefined
}
const PEOPLE_NOUN = /people|person|students?|members?|players?|kids|人$|者$|员$|生$|名$|명$|학생|회원/
const PERSON_LABEL = /name|student|member|姓名|名字|学生|お名前|氏名|客|生徒|이름|학생|회원|손님/i

// ---- What is usual ---------------------------------------------------------------------------------------------

/** What a thing stands at: the last one counts, and they do not add up. */
const LATEST =
  /weight|体重|체중|몸무게|balance|余额|残高|잔액|pressure|血压|血圧|혈압|height|身高|身長|키|waist|腰|glucose|sugar|血糖|혈당|pulse|脉|脈|맥박|temperature|体温|체온|price of|share|odometer|mileage|里程表|走行距離計|オドメーター/i
/** What does not add up: a weight, a balance, a pressure. */
export const isState = (field: Field): boolean => LATEST.test(`${field.id} ${field.label} ${field.concept ?? ''}`)

function usual(field: Field, { wants, spec }: Asked): Measure['fn'] {
  if (field.kind === 'rating') return 'mean'
  // What each entry brought and took adds up to what is left.
  if (field.kind === 'computed' && field.concept === 'balance') return 'sum'
  const reach = spec.behaviours.some((one) => one.kind === 'goal' && one.measure.field === field.id && one.measure.fn === 'latest')
  if (reach || isState(field)) return wants.total ? 'sum' : 'latest'
  return 'sum'
}
