/** What is measured, and in which collection. */

import type { Reading } from '../../base/language/types.ts'
import { findUnit, unitOf } from '../../base/language/units.ts'
import {
  collectionNamed,
  contentStems,
  type FieldHit,
  fieldsNamed,
  has,
  optionNamed,
  visibleCollections,
  visibleFields,
} from '../../base/resolve.ts'
import type { AppSpec, Collection, Field, Measure, Query } from '../../spec.ts'
import { seedNamed } from '../log/seeds.ts'
import { COUNT, FAR, FN, LEAST, LONG, MONEY, MOST, SUM, TIMES, WHEN, WHICH, w } from './words.ts'

export const numeric = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'number' ||
  field.kind === 'quantity' ||
  field.kind === 'duration' ||
  field.kind === 'rating' ||
  (field.kind === 'computed' && !['date', 'yesno'].includes(field.shows.kind))
export const dateOf = (fields: Field[]) => fields.find((field) => field.kind === 'date' || field.kind === 'datetime')
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
        (dated || (has(low, WHICH) && (has(low, MOST) || has(low, LEAST))) || GROUPS.test(low))
      )
        points += 3
    }
    if (dated && dateOf(fields)) points += 0.7
    return points
  }
  return shown.map((one) => ({ one, points: score(one) })).reduce((best, each) => (each.points > best.points + 1e-9 ? each : best)).one
}

/** "how many kg", 何cm, 几公里, 몇 kg: what is measured in the unit that is asked for. */
const UNIT_ASKED =
  /(?:how many|何|几|多少|몇)\s?([a-z°/%]{1,8}|キロ|グラム|センチ|メートル|リットル|公斤|千克|公里|厘米|毫升|斤|克|度|킬로|그램|센티|리터|도)/
function inUnit(low: string, fields: Field[]): Field | undefined {
  const said = UNIT_ASKED.exec(low)?.[1]
  const unit = said ? (findUnit(said, 'zh') ?? findUnit(said, 'ja') ?? findUnit(said, 'ko') ?? findUnit(said, 'en')) : undefined
  return unit && fields.find((field) => field.kind === 'quantity' && unitOf(field.unit)?.dimension === unit.dimension)
}
/** What was paid: no price of one, but what a computed field makes of it where there is nothing else. */
const isPaid = (field: Field): boolean =>
  (field.kind === 'money' && !/时薪|時給|单价|單價|単価|시급|단가|rate|wage|unit price/i.test(`${field.label} ${field.id}`)) ||
  (field.kind === 'computed' && field.shows.kind === 'money' && field.concept !== 'gain')
/** Money that is put aside adds up: 攒了多少, いくら貯まった, "how much have I saved". */
const SAVED = /攒|存(?:了|下|够|到)|凑|贮ま|貯ま|貯め|贮め|積み立て|모았|모인|저금|저축|\bsaved\b|\bput aside\b/

export function measureOf(low: string, collection: Collection, spec: AppSpec, hits: FieldHit[], group: Query['group']): Measure {
  const fields = visibleFields(collection)
  const money = SAVED.test(low) ? fields.find((field) => field.kind === 'money') : undefined
  if (money) return { fn: 'sum', field: money.id }
  const ranked =
    /(?:제일|가장)\s(?:\S+\s)?(?:많이\s\S+\s(?:게|거|건|것|날|때|적)|높|비[싼쌌]|[길긴]|[크큰]|[멀먼]|무거|오래)/.test(low) && !group
      ? 'max'
      : /(?:제일|가장)\s(?:\S+\s)?(?:적게\s\S+\s(?:게|거|건|것|날|때|적)|낮|[싸싼쌌]|짧|작은|가벼|빠[르른]|빨)/.test(low) && !group
        ? 'min'
        : /(?:一番|最も).{1,8}?(?:高|多|長|重|大き|良)/.test(low)
          ? 'max'
          : /(?:一番|最も).{1,8}?(?:低|少|短|軽|轻|小さ|安)/.test(low)
            ? 'min'
            : undefined
  const fn = ranked ?? FN.find(([, words]) => has(low, words))?.[0]
  const named =
    wordedLike(low, fields) ?? hits.find((hit) => numeric(hit.field) && hit.score >= 0.7 && hit.field.id !== group?.field)?.field
  const partly = named ? undefined : partlyNamed(low, fields)
  const hinted =
    partly ||
    (/\b(?:euros?|dollars?|pounds|quid|bucks)\b/.test(low) && fields.find((field) => field.kind === 'money')) ||
    inUnit(low, fields) ||
    (has(low, MONEY) &&
      (fields.find((field) => field.concept === 'lineTotal') ?? fields.find(isPaid) ?? fields.find((field) => field.kind === 'money'))) ||
    (has(low, FAR) && fields.find((field) => field.kind === 'quantity')) ||
    (has(low, LONG) && fields.find((field) => field.kind === 'duration')) ||
    undefined
  const counting = has(low, COUNT)
  // 全部でいくつ収穫した, of 収穫した数: the number that is kept of it.
  const counted =
    counting && !fn && !named && /いくつ|几个|多少个/.test(low) && partly && (partly.kind === 'number' || partly.kind === 'quantity')
      ? partly
      : undefined
  if (counted) return { fn: 'sum', field: counted.id }
  // 몇 개 남았어? of what is to be ticked: those that are not.
  if (!fn && /몇\s?개\s?(?:나\s?)?남/.test(low) && fields.some((field) => field.kind === 'yesno')) return { fn: 'count' }
  if (counting && !fn && (!named || named.kind === 'money' || named.kind === 'rating')) {
    const counted = main(collection, spec)
    // "how many glasses" asks for the number of glasses, not of entries.
    const units = counted && (counted.kind === 'number' || counted.kind === 'quantity') && hits.some((hit) => hit.field === counted)
    return units ? { fn: 'sum', field: counted.id } : { fn: 'count' }
  }
  const field = named ?? hinted ?? main(collection, spec)
  if (fn === 'distinct')
    return group ? { fn: 'count' } : { fn: 'distinct', field: fields.find((one) => one.id === collection.title)?.id ?? fields[0]!.id }
  if (!field) return { fn: 'count' }
  if (fn) return { fn, field: field.id }
  return { fn: usual(field, spec, low), field: field.id }
}

/** "how much rent did I receive" of “Rent due” and “Rent received”: the only one all of whose words are said. */
function wordedLike(low: string, fields: Field[]): Field | undefined {
  const said = new Set(contentStems(low))
  const found = fields.filter((field) => {
    const stems = contentStems(field.label)
    return numeric(field) && stems.length >= 2 && stems.every((stem) => said.has(stem))
  })
  return found.length === 1 ? found[0] : undefined
}

/** "average insulin" of “Insulin units”: the one figure whose name has a word that was said. */
function partlyNamed(low: string, fields: Field[]): Field | undefined {
  const said = new Set(contentStems(low))
  const found = fields.filter((field) => numeric(field) && contentStems(field.label).some((stem) => said.has(stem)))
  return found.length === 1 ? found[0] : undefined
}

/** What the app is mostly about: what it limits or aims at, else its first figure. */
function main(collection: Collection, spec: AppSpec): Field | undefined {
  const fields = visibleFields(collection)
  for (const behaviour of spec.behaviours) {
    if ((behaviour.kind !== 'limit' && behaviour.kind !== 'goal') || behaviour.collection !== collection.id) continue
    const field = fields.find((one) => one.id === behaviour.measure.field)
    if (field) return field
  }
  const order: Field['kind'][] = ['money', 'quantity', 'duration', 'number', 'computed', 'rating']
  return order.map((kind) => fields.find((field) => field.kind === kind && numeric(field))).find((field) => field !== undefined)
}

const LATEST =
  /weight|体重|체중|몸무게|balance|余额|残高|잔액|pressure|血压|血圧|혈압|height|身高|身長|키|waist|腰|glucose|sugar|血糖|혈당|pulse|脉|脈|맥박|temperature|体温|체온|price of|share/i
function usual(field: Field, spec: AppSpec, low: string): Measure['fn'] {
  if (field.kind === 'rating') return 'mean'
  // What each entry brought and took adds up to what is left.
  if (field.kind === 'computed' && field.concept === 'balance') return 'sum'
  const reach = spec.behaviours.some((one) => one.kind === 'goal' && one.measure.field === field.id && one.measure.fn === 'latest')
  if (reach || LATEST.test(`${field.id} ${field.label} ${field.concept ?? ''}`)) return has(low, w('total|合计|合計|총')) ? 'sum' : 'latest'
  return 'sum'
}
