/** Which records are asked about: by option, link, bound, yes or no, or by words the app itself is not about. */

import { mentions } from '../../base/concepts/index.ts'
import { conceptForms } from '../../base/forms.ts'
import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading, Span } from '../../base/language/types.ts'
import { contentStems, type FieldHit, fold, has, optionNamed, placesOf, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Collection, Filter, Query } from '../../spec.ts'
import { seedNamed } from '../log/seeds.ts'
import { leftover, placeIn } from '../slots.ts'
import { topics } from '../topic.ts'
import { spokenOf } from './about.ts'
import { numeric } from './figures.ts'
import type { Held } from './held.ts'
import { sideAsked } from './standing.ts'
import { stateOf, toldPlace } from './state.ts'
import { verbPlaces } from './verbs.ts'
import { COUNT, LISTS, MOST, SUM, w } from './words.ts'

/** Verbs of debts: who still owes is not called by them. */
const OWE = w('owes|owe|owed|欠我|欠|还没还|没还|未还|返していない|返してない|貸している|貸してる|빌려준|빌려 준|안 갚은|빌려간')

/** The bound itself is not in it. */
const STRICT = /\b(?:under|below|less than|fewer than|over|above|more than)\b|不到|少于|低于|超过|未満|超える|超え|より[多少]|미만|초과/i
const OPS: Partial<Record<'most' | 'least' | 'about', Filter['op']>> = { most: '<=', least: '>=' }

export function filtersOf(
  reading: Reading,
  low: string,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  group: Query['group'],
  listing: boolean,
  held: Held[] = [],
  /** Its entries are known: a word that stands in none of them must be a name to be asked for. */
  known = false,
): Filter[] {
  const filters: Filter[] = []
  const fields = visibleFields(collection)
  const used: [number, number][] = reading.values.map((value) => [value.start, value.end])
  for (const field of fields) {
    if ((field.kind !== 'choice' && field.kind !== 'choices') || field.id === group?.field) continue
    const option = optionNamed(reading.text, field.options)
    // 体重は of a kind called 体重 where there is a field of that name.
    if (!option || hits.some((hit) => numeric(hit.field) && hit.score >= 0.95 && hit.start <= option.start && hit.end >= option.end))
      continue
    filters.push({ field: field.id, op: field.kind === 'choice' ? '=' : 'contains', value: option.option.id })
    used.push([option.start, option.end])
  }
  for (const field of fields) {
    if (field.kind === 'relation' && field.many && fields.some((one) => one !== field && one.kind === 'relation' && one.to === field.to))
      continue
    const seed = field.kind === 'relation' && field.id !== group?.field ? seedNamed(reading.text, spec, field.to) : undefined
    if (!seed || reading.values.some(({ read, start, end }) => read.kind === 'date' && seed.at[0] < end && seed.at[1] > start)) continue
    filters.push({ field: field.id, op: 'contains', value: seed.title })
    used.push(seed.at)
  }
  for (const { read, text } of reading.values) {
    if (read.kind !== 'bound') continue
    const field = fields.find((one) => numeric(one) && ((read.of.kind === 'money') === (one.kind === 'money') || read.of.kind === 'number'))
    const value =
      read.of.kind === 'money'
        ? read.of.amount
        : 'value' in read.of
          ? read.of.value
          : read.of.kind === 'duration'
            ? field?.kind === 'number' && /hour|小时|時間|시간/i.test(field.label)
              ? read.of.minutes / 60
              : read.of.minutes
            : undefined
    const op = STRICT.test(text) && read.op !== 'about' ? (read.op === 'most' ? '<' : '>') : OPS[read.op]
    if (field && value !== undefined && op) filters.push({ field: field.id, op, value })
  }
  for (const { read, start, end } of reading.values) {
    if (read.kind !== 'number' && read.kind !== 'count') continue
    const rated = hits.find(
      ({ field, ...hit }) => field.kind === 'rating' && Math.min(Math.abs(hit.start - end), Math.abs(start - hit.end)) <= 3,
    )
    if (rated) filters.push({ field: rated.field.id, op: '=', value: read.value })
  }
  const side = filters.some(({ field }) => fields.some((one) => one.id === field && one.kind === 'choice'))
    ? undefined
    : sideAsked(low, collection)
  if (side) filters.push(side)
  for (const { filter, at } of stateOf(reading, low, fields, group?.field)) {
    if (filters.some(({ field }) => field === filter.field)) continue
    filters.push(filter)
    if (at) used.push(at)
  }
  const owing = OWE.flatMap((word) => placesOf(low, word))
  used.push(...owing, ...verbPlaces(reading))
  if (held.length) {
    const own = held.filter(({ filter }) => !filters.some(({ field }) => field === filter.field))
    return [...filters, ...own.map(({ filter }) => filter)]
  }
  const linked = filters.some((one) => fields.find((field) => field.id === one.field)?.kind === 'relation')
  const words = linked
    ? undefined
    : (topicWords(reading, collection, spec, hits, used) ??
      ((listing || filters.length) && !owing.length ? undefined : looseTopic(reading, collection, spec, hits, used, known)))
  if (words) filters.push(words)
  return filters
}

/** A name in the question that the app itself is not about: "at Blue Bottle", "on latte", ラテに. */
function topicWords(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  used: [number, number][],
): Filter | undefined {
  const fields = visibleFields(collection)
  // 在庫 is no 在.
  const place = reading.language === 'zh' || !/在庫/.test(reading.text) ? placeIn(reading) : undefined
  const shop =
    fields.find((field) => field.kind === 'place') ??
    fields.find((field) => field.kind === 'text' && /shop|store|place|where|cafe/i.test(field.id))
  if (place && shop && !used.some(([start, end]) => place.start < end && place.end > start && start > place.start))
    return { field: shop.id, op: 'contains', value: place.text }
  const named = NAMED.map((pattern) => pattern.exec(reading.text)).find((match) => match !== null)
  // 병원비만 names 병원비; 만, 까지 and the like say how it is asked.
  const raw = named?.[1]?.trim().replace(/(?<=[가-힣]{2})(?:에만|만|까지|에만은|만은)$/, '')
  // 제일 비싼 판이 얼마지: what is ranked is any of the records.
  if (!named || !raw || /(?:제일|가장)\s\S+\s?$/.test(reading.text.slice(0, named.index + named[0].indexOf(named[1]!)))) return undefined
  const at: [number, number] = [named.index, named.index + named[0].length]
  if (
    used.some(
      ([start, end]) =>
        start < at[1] &&
        end > at[0] &&
        named[0].includes(reading.text.slice(start, end)) &&
        [raw, raw.replace(/(?<=[가-힣]{2})(?:비용|비|값|료)$|(?:代金|代|费用?|費用?|料金?)$/, '')].includes(reading.text.slice(start, end)),
    )
  )
    return undefined
  if (/^[가-힣]+$/.test(raw) && !topics({ ...reading, text: raw, values: [], tokens: tokenise(raw) }, []).length) return undefined
  const word = withoutUnit(leftover({ ...reading, text: raw, values: [], tokens: [] }, []), reading)
  if (!word || PARTICLE_ZH.test(word) || GENERIC.has(fold(word)) || has(fold(word), [...COUNT, ...SUM, ...MOST, ...LISTS])) return undefined
  // 지난달엔 is a time.
  if (reading.values.some(({ read, text }) => (read.kind === 'period' || read.kind === 'date') && word.includes(text))) return undefined
  if (reading.values.some((value) => value.text === word || fold(value.text).includes(fold(word)))) return undefined
  if (hits.some((hit) => hit.text === word && hit.score >= 0.7) || isTopic(word, spec, collection)) return undefined
  const title = fields.find((field) => field.id === collection.title)
  const home =
    title && (title.kind === 'text' || title.kind === 'place' || title.kind === 'person' || title.kind === 'relation')
      ? title
      : fields.find((field) => field.kind === 'text' || field.kind === 'person')
  return home && { field: home.id, op: 'contains', value: word }
}

/** Somebody's name, or a thing that words have for: “attacks” and “pls” name no entry. */
function isName({ start, end, text }: Span, reading: Reading): boolean {
  if (/^\p{Lu}/u.test(text) && start > 0) return true
  if (/^(?:さん|くん|ちゃん|씨|님)/.test(reading.text.slice(end)) || /(?:さん|くん|ちゃん|씨|님)$/.test(text)) return true
  return mentions(reading).some((one) => one.score >= 0.9 && !one.concept.field && one.start >= start && one.end <= end)
}

const PAYS = /\b(?:paid?|pays|owes?|spent|spend)\b|付|买单|払|出し|냈|결제/

/** What is left of the question once asking is taken away: "how many times did I go swimming" is about swimming. */
function looseTopic(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  used: [number, number][],
  known: boolean,
): Filter | undefined {
  const fields = visibleFields(collection)
  const named = hits.filter((hit) => hit.score >= 0.7).map((hit): [number, number] => [hit.start, hit.end])
  const run = spokenOf(reading, [...used, ...named])
    .map((one) => ({ ...one, text: withoutUnit(one.text, reading) }))
    .find(({ text }) => text !== '' && !PARTICLE_ZH.test(text) && !isTopic(text, spec, collection) && !GENERIC.has(fold(text)))
  if (!run || run.text.length > 40 || COUNTED_KO.test(run.text) || (known && !isName(run, reading))) return undefined
  const people = fields.find(
    (field) =>
      field.kind === 'person' || (field.kind === 'relation' && !field.many && /person|member|people|friend|player/i.test(field.to)),
  )
  const splits = spec.behaviours.some((one) => one.kind === 'split')
  if (people && (splits || /^\p{Lu}|(?:さん|くん|ちゃん|씨)$/u.test(run.text)) && PAYS.test(`${fold(reading.text)} ${reading.text}`))
    return { field: people.id, op: 'contains', value: run.text }
  const title = fields.find((field) => field.id === collection.title)
  const home =
    title && ['text', 'place', 'person', 'relation', 'note'].includes(title.kind)
      ? title
      : (fields.find((field) => field.kind === 'relation' && field.required) ??
        fields.find((field) => field.kind === 'text' || field.kind === 'person'))
  return home && { field: home.id, op: 'contains', value: run.text }
}

/** Left over between a verb and what is asked: 喝了多少. */
const PARTICLE_ZH = /^[了过過着著得的吗呢啊吧咗]+$/u
/** 斤蜜 of 取了多少斤蜜: the unit that is asked for names nothing. */
const UNIT_ZH =
  /^(?:公斤|千克|公里|毫升|厘米|斤|克|升|米|度|里|块钱?|元|字|页|个|次|杯|本|只|张|件|步|罐|盒|瓶|包|袋|篇|道|首|条|位|名|辆|套|份|种|台|首|颗)+(?:了|的)?/
const withoutUnit = (word: string, { language, text }: Reading): string =>
  language === 'zh' && /多少|几/.test(text) ? word.replace(UNIT_ZH, '') : word

/** What is left of 몇 명이에요, 몇 장인가요. */
const COUNTED_KO =
  /^(?:개|명|번|건|권|장|잔|편|곡|곳|대|병|분|벌|마리|가지)?(?:이에요|예요|이야|야|인가요?|이지|지|임|입니까|인지|있어요?|있지|돼요?|됐어요?)$/

const NAMED: RegExp[] = [
  /\b(?:on|for|with|about|(?<!\b(?:kinds?|types?|sorts?|number|lots?|out|how much|how many) )of)\s+(?!average|this|last|these|the (?:last|past)|it|all|me|my|each|every|day|week|month|year|today|yesterday)((?:the\s+)?[\p{L}][\p{L}\d'-]*(?:\s+(?!this|last|in|by|per|so|today|yesterday|compared|each|every|at|since|between|over|during|do|did|does|have|has|had|is|are|was|were|i|we|you|then|pls|please)[\p{L}\d'-]+){0,2})/iu,
  /(?:花在|在|买|喝|吃|看|读)([\p{Script=Han}A-Za-z]{1,8}?)(?:上面|上|花了|一共|总共|多少|几)/u,
  /([^\s、,，。はがもの]{1,12}?)(?:に|を|は)(?:いくら|何回|何杯|何冊|何本|どれくらい)/u,
  /([^\s、,，。]{1,10}?)(?:에|을|를|은|는)\s(?:얼마|몇)/u,
]
const GENERIC = new Set(
  w(
    'it|that|this|them|売上|売り上げ|収入|支出|利益|收入|利润|매출|수입|지출|이익|average|total|money|time|things|euros|euro|dollars|pounds|yen|quid|bucks|put|put in|entered|added|logged|noted|recorded|done so far|altogether|钱|我|一|这个月|今月|先月|全部|合計|お金|이번 달|지난달|총|돈|경비|비용|총 경비|총 비용|모두|전부',
  ),
)

/** “The highest score” of an app that keeps score is of its points, whatever their field is called. */
const SCORED = /^(?:scores?|points?|得分|分数|比分|点数|得点|スコア|점수|스코어)$/

/** The app is about this already: a coffee app asked about coffee. */
export function isTopic(word: string, spec: AppSpec, collection: Collection): boolean {
  const about = [spec.name, spec.purpose, collection.label, collection.one, ...collection.fields.map((field) => field.label)].map(fold)
  const folded = fold(word)
  if (collection.fields.some((field) => toldPlace(folded, field.label))) return true
  if (/^\p{Script=Han}$/u.test(folded) && about.some((text) => text.includes(folded))) return true
  if (about.some((text) => placesOf(text, folded).length > 0 || (text.length > 1 && placesOf(folded, text).length > 0))) return true
  const stems = contentStems(word)
  const known = new Set(about.flatMap(contentStems))
  if (stems.length > 0 && stems.every((stem) => known.has(stem))) return true
  const plain = folded.replace(/(?<=[가-힣])(?:은|는|이|가|을|를|도)$/u, '')
  if (plain !== folded && about.some((text) => placesOf(text, plain).length > 0)) return true
  // 커피값, コーヒー代, coffee costs: what it costs is asked of an app about it.
  const bare = folded.replace(/(?:값|비용|비|요금|금액|돈|代金?|費用?|钱|费用?|费|的)$/u, '')
  if (bare !== folded && bare.length > 1) return isTopic(bare, spec, collection)
  if (SCORED.test(folded) && spec.behaviours.some(({ kind }) => kind === 'score')) return true
  const concepts = [collection.concept ?? collection.id, ...collection.fields.map((field) => field.concept ?? field.id)]
  return concepts.some((id) => conceptForms(id).includes(folded))
}
