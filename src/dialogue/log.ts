/**
 * "500 yen latte at Blue Bottle" as records of an app. Every value read from the sentence goes to the field that fits
 * it best (its name nearby, its kind, its unit, the order of fields); what is left over names the record.
 */

import { read } from '../base/language/read.ts'
import { tokenise } from '../base/language/tokenise.ts'
import type { Found, Now, Read, Reading } from '../base/language/types.ts'
import { convert, unitOf } from '../base/language/units.ts'
import {
  collectionNamed,
  contentStems,
  fieldsNamed,
  fold,
  has,
  labelPlace,
  optionNamed,
  placesOf,
  visibleCollections,
  visibleFields,
} from '../base/resolve.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { AppSpec, Collection, Field, Filter, Value } from '../spec.ts'
import { changeNamed, FINAL, fieldSaid } from './change.ts'
import { cue } from './cues.ts'
import { isQuality } from './qualities.ts'
import { fillMaker, fillScore, fillSets, fillSpan } from './shapes.ts'
import { leftover, payerIn, placeIn, segmentsOf } from './slots.ts'

export type EntryContext = {
  now: Now
  locale: string
  currency: string /** What was said before: “the dinner” is where a dinner was noted. */
  window?: { role: 'person' | 'agent'; text: string }[]
}
/** Which records: the last one written, or those that all filters fit (the newest of them is meant). */
export type Match = { collection: string; filters: Filter[] | 'last' }
/** Values of relation fields are titles of records; whoever writes looks up their ids, making the record if need be. */
export type EntryOp =
  | { do: 'create'; collection: string; values: Record<string, Value> }
  /** `orCreate`: what to make where nothing matches (ticking off "milk" that was never on the list). */
  | { do: 'update'; collection: string; match: Match; values: Record<string, Value>; orCreate?: Record<string, Value> }
  | { do: 'delete'; match: Match }
export type Entries = {
  ops: EntryOp[] /** Labels of fields that were guessed or are missing. */
  unsure: string[] /** Figures that found no field. */
  lost?: number
}

type Verb = 'create' | 'update' | 'delete'

export function readEntry(reading: Reading, spec: AppSpec, ctx: EntryContext, verb: Verb = verbOf(reading)): Result<Entries> {
  if (!visibleCollections(spec).length) return fail('nothing-to-log', 'This app keeps no records.')
  if (verb === 'create' && isAgain(reading)) return again(reading, spec, ctx)
  const change =
    verb === 'delete' || fieldSaid(reading, spec, ctx) || MISTAKE.test(fold(reading.text)) ? null : changeNamed(reading, spec, ctx)
  if (change)
    return ok({
      ops: [
        {
          do: 'update',
          collection: change.collection.id,
          match: { collection: change.collection.id, filters: [{ field: change.collection.title, op: 'contains', value: change.about }] },
          values: change.values,
        },
      ],
      unsure: [],
    })
  const part = verb === 'delete' ? null : fieldSaid(reading, spec, ctx)
  if (part) {
    const known = {
      do: 'update' as const,
      collection: part.collection.id,
      match: { collection: part.collection.id, filters: [{ field: part.collection.title, op: 'contains' as const, value: part.about }] },
      values: part.values,
    }
    return ok({ ops: [part.told ? { ...known, orCreate: { [part.collection.title]: part.about, ...part.values } } : known], unsure: [] })
  }
  if (verb === 'create' && wasSaid(reading, ctx)) verb = 'update'
  const member = verb === 'create' ? memberNamed(reading, spec) : undefined
  if (member) return newMember(member, reading, spec, ctx)
  const collection = verb === 'create' ? collectionFor(reading, spec) : collectionMeant(reading, spec, ctx, verb)
  if (verb !== 'delete') reading = { ...reading, values: pastOf(kilosOf(reading.values, collection), collection, ctx.now.date) }
  if (verb === 'delete') {
    const match = matchFor(reading, collection, spec, ctx)
    return match ? ok({ ops: [{ do: 'delete', match }], unsure: [] }) : fail('record-unknown', 'It is not clear which entry is meant.')
  }
  if (verb === 'update') return update(reading, collection, spec, ctx)
  const parts = cardsApart(reading, collection, spec)
  const entries = (parts ?? segmentsOf(reading, collection))
    .flatMap((segment) => linkedApart(segment, collection, spec))
    .map((segment) => fill(segment, collection, spec, ctx))
  const useful = entries.filter((entry) => entry.said > 0 && !entry.homeless)
  if (!useful.length) return fail('nothing-said', 'Nothing in these words could be noted.')
  const lost = useful.reduce((sum, entry) => sum + (entry.lost ?? 0), 0)
  return ok({
    ops: useful.map((entry) => opOf(entry, collection, reading)),
    ...(lost > 0 && { lost }),
    unsure: [...new Set(useful.flatMap((entry) => entry.unsure))],
  })
}

// ---- The same again, and new members of a list -------------------------------------------------------------------

const PERSON =
  /^(?:also )?add ([\p{L}]{2,20})$|^加上?([^\s一个]{1,6})$|^([^\s、をに]{1,10})(?:も|を)追加(?:して)?(?:ください)?$|^([^\s]{1,8})(?:도)? 추가해 ?줘(?:요)?$/iu
/** "add Clara" where a bill is split: one more to share it. */
function personNamed(reading: Reading, spec: AppSpec): Member | undefined {
  const split = spec.behaviours.find((one) => one.kind === 'split')
  const collection = split?.kind === 'split' ? spec.collections.find((one) => one.id === split.members) : undefined
  const found = collection && PERSON.exec(reading.text.trim())
  const words = found?.slice(1).find((part) => part !== undefined)
  return collection && words && !isQuality(fold(words)) && !cue(fold(words), 'view') && !cue(fold(words), 'setting')
    ? { collection, words, at: reading.text.indexOf(words) }
    : undefined
}

const AGAIN =
  /^(?:and |just )?(?:(?:the )?same(?: thing)?(?: again| as (?:before|last time))?|another one|one more|again|ditto)(?: please| today)?[.!]?$|^(?:再来一[杯个次份条]|再记一[次笔条]|再一[杯次个]|又一[杯次个]|同样的?|跟刚才一样|和刚才一样|一样)[。!！]?$|^(?:もう(?:一|1)(?:つ|杯|回|個|度)|同じ(?:の|もの)?(?:をもう一度)?|さっきと同じ)(?:お願い(?:します)?|です|で)?[。!]?$|^(?:한 ?(?:잔|번|개) 더|하나 더|같은 거(?: 하나 더)?|똑같이|아까랑 똑같이)(?: 기록해 ?줘| 추가해 ?줘|요)?[.!]?$/i
/** "one more", もう一杯: the entry before once more. */
export const isAgain = (reading: Reading): boolean => AGAIN.test(fold(reading.text).trim())

function again(reading: Reading, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  for (const before of said(ctx)) {
    const earlier = readAs(before, reading, ctx)
    if (isAgain(earlier) || verbOf(earlier) !== 'create') continue
    const timeless: Reading = {
      ...earlier,
      values: earlier.values.filter((value) => value.read.kind !== 'date' && value.read.kind !== 'datetime'),
    }
    const found = /[?？]\s*$/.test(before) ? undefined : readEntry(timeless, spec, ctx, 'create')
    if (found?.ok) return found
  }
  return fail('nothing-said', 'There is nothing before this to note again.')
}
const said = (ctx: EntryContext): string[] =>
  (ctx.window ?? [])
    .filter((line) => line.role === 'person')
    .map((line) => line.text)
    .reverse()
    .slice(0, 6)
const readAs = (text: string, { language }: Reading, ctx: EntryContext): Reading =>
  read(text, { now: ctx.now, language, currency: ctx.currency, hints: { previous: language, locale: ctx.locale } })

/** "the cabin was 130": a figure anew for what was noted a moment ago. */
function wasSaid(reading: Reading, ctx: EntryContext): boolean {
  const about = /^(?:the |my )(.+?) (?:was|cost|is|costs) (?:only |actually |really |now )*[^a-z]*\d[\d.,]*\s?\p{L}{0,8}$/iu.exec(
    reading.text,
  )?.[1]
  const stems = about ? contentStems(about) : []
  return stems.length > 0 && said(ctx).some((text) => readAs(text, reading, ctx).tokens.some((token) => stems.includes(token.stem)))
}

type Member = { collection: Collection; words: string; at: number }
const ESCAPED = /[.*+?^${}()|[\]\\]/g
/** "add a habit called stretching", 加一个习惯:冥想, カードを追加:…, 습관에 명상 추가: one more of what a collection keeps. */
export function memberNamed(reading: Reading, spec: AppSpec): Member | undefined {
  if (reading.text.length > 300) return undefined
  const shown = visibleCollections(spec)
  for (const collection of shown) {
    const people = /people|members?|friends?|players?|family/i.test(`${collection.id} ${collection.concept ?? ''}`)
      ? ['person', 'member', 'friend', 'player', '人', '成员', '朋友', '玩家', 'メンバー', '友達', '사람', '멤버', '친구', '참가자']
      : []
    const names = [...new Set([collection.one, collection.label, ...people])]
      .filter((name) => name.length > 1 || /[^\x20-\x7e]/.test(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => fold(name).replace(ESCAPED, '\\$&'))
    const name = `(?:my |the )?(?:${names.join('|')})(?:s|es)?`
    for (const [pattern, plain] of patternsFor(name)) {
      const found = new RegExp(pattern, 'iu').exec(fold(reading.text))
      const raw = found?.slice(1).find((part) => part !== undefined)
      if (!found || !raw) continue
      const at = found.index + found[0].indexOf(raw)
      const words = reading.text
        .slice(at, at + raw.length)
        .replace(/[.。!！\s]+$/u, '')
        .replace(/^["'“「『]|["'”」』]$/gu, '')
        .trim()
      if (
        !words ||
        (plain && /^(?:fields?|columns?|to |for |list|view|字段|项目|栏|的|項目|欄|列|항목|칸|필드)|字段$|項目$|欄$|항목$/iu.test(words))
      )
        continue
      if (plain && (cue(fold(words), 'setting') || cue(fold(words), 'view') || isQuality(fold(words)))) continue
      return { collection, words, at }
    }
  }
  return personNamed(reading, spec)
}

const patternsFor = (name: string): [pattern: string, plain: boolean][] => [
  [`^(?:please )?(?:add|new|create)(?: a| an| another| the| one more)?(?: new)? ${name}(?: called| named|\\s?[:：,-])\\s*(.+)$`, false],
  [`^(?:please )?(?:add|put) (.+?) (?:to|on|in|into) ${name}(?: list)?$`, true],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加|新建)(?:一?[个条项张本位只笔])?(?:新的?)?${name}\\s*(?:[:：,]|叫做?|名叫|为)\\s*(.+)$`, false],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加)(?:一?[个条项张本位只])(.+?)(?:到|进)${name}(?:里|中)?$`, true],
  [`^(?:把)(.+?)(?:加到|加进|添加到|加入)${name}(?:里|中)?$`, true],
  [`^(?:在|给|往)?${name}(?:里|中)(?:再)?(?:加上?|添加|增加)(?:一?[个条项张本位只])?(.+)$`, true],
  [`^(?:新しい)?${name}(?:を追加)?\\s*[:：]\\s*(.+)$`, false],
  [`^(.+?)(?:という|って)(?:新しい)?${name}を?(?:追加|登録|作).*$`, false],
  [`^${name}に(.+?)(?:を|も)?(?:追加|足して|加えて|入れて|登録).*$`, true],
  [`^(?:새로운 |새 )?${name}(?:을|를)? ?(?:추가)?\\s*[:：]\\s*(.+)$`, false],
  [`^(.+?)(?:이라는|라는) ${name}(?:을|를|도)? ?(?:추가|등록|만들).*$`, false],
  [`^${name}에 ?(.+?)(?:을|를|도)? ?(?:추가|넣어|더해|등록).*$`, true],
]

function newMember({ collection, words }: Member, reading: Reading, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  const inner = readAs(words, reading, ctx)
  const entries = segmentsOf(inner, collection)
    .map((segment) => fill(segment, collection, spec, ctx))
    .filter((entry) => entry.said > 0)
  if (!entries.length) return fail('nothing-said', 'Nothing in these words could be noted.')
  return ok({
    ops: entries.map((entry) => ({ do: 'create', collection: collection.id, values: entry.values })),
    unsure: [...new Set(entries.flatMap((entry) => entry.unsure))],
  })
}

/** "casa - house, cane - dog": a card each. */
function cardsApart(reading: Reading, collection: Collection, spec: AppSpec): Segment[] | undefined {
  const parts = reading.text.split(/\s*[,，;；、\n]\s*/)
  if (parts.length < 2 || !parts.every((text) => sidesOf(text, collection, spec))) return undefined
  return parts.map((text) => ({ reading: { ...reading, text, tokens: tokenise(text), values: [] }, shared: [] }))
}

/** "reading and no sugar yesterday" in a log of habits: an entry for each habit that is named. */
function linkedApart(segment: Segment, collection: Collection, spec: AppSpec): Segment[] {
  const field = visibleFields(collection).find((one) => one.kind === 'relation' && !one.many && one.required)
  if (field?.kind !== 'relation') return [segment]
  const named = seedsNamed(segment.reading.text, spec, field.to)
  if (named.length < 2) return [segment]
  return named.map((one) => ({ ...segment, only: one, others: named.filter((other) => other !== one).map((other) => other.at) }))
}

/** What is noted has happened: "on Monday" is the last one, where days are entered as they come. */
function pastOf(values: Reading['values'], collection: Collection, today: string): Reading['values'] {
  if (!visibleFields(collection).some((field) => field.kind === 'date' && field.default === 'today')) return values
  return values.map((found) => {
    const { read } = found
    if (read.kind !== 'date' || !read.guessed || read.date <= today) return found
    const date = /\d/.test(found.text) ? moved(read.date, { years: -1 }) : moved(read.date, { days: -7 })
    return { ...found, read: { ...read, date } }
  })
}

function moved(date: string, { years = 0, days = 0 }: { years?: number; days?: number }): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, day + days)).toISOString().slice(0, 10)
}

/** キロ is a kilogram and a kilometre: a collection that keeps distances and no weights settles it. */
function kilosOf(values: Reading['values'], collection: Collection): Reading['values'] {
  const keeps = (dimension: string) =>
    visibleFields(collection).some((field) => field.kind === 'quantity' && unitOf(field.unit)?.dimension === dimension)
  if (!keeps('length') || keeps('mass')) return values
  return values.map((found) =>
    found.read.kind === 'quantity' && found.read.unit === 'kg' && /(?:キロ|킬로|kilos?)$/i.test(found.text.trim())
      ? { ...found, read: { ...found.read, unit: 'km', dimension: 'length' } }
      : found,
  )
}

export function verbOf(reading: Reading): Verb {
  const low = fold(reading.text)
  if (MISTAKE.test(low) && target(reading)) return 'update'
  if (cue(low, 'remove') && !reading.values.some((value) => value.read.kind === 'money')) return 'delete'
  if (
    (cue(low, 'change') &&
      target(reading) !== null &&
      /(?:change|update|edit|set|correct|改|变更|変|变|直|に|바꿔|바꾸|변경|수정|고쳐)/.test(low) &&
      TO.test(low)) ||
    cue(low, 'correct')
  )
    return 'update'
  return 'create'
}
/** "no, 71.9", いや、340円: what was noted last was not so. */
export const MISTAKE =
  /^(?:no|nope|sorry|wait|oops|wrong|not quite|i mean)\b[\s,，.:!—-]+(?=.*\d)|^(?:いや|いえ|違う|ちがう|違います|間違えた|ごめん)[、,。\s]+|^(?:아니(?:요|야)?|아냐|잘못|미안)[,\s]+|^(?:不对|不是|错了|说错了|记错了|不,)[,，、。\s]*/
const MISTAKEN =
  /^(?:no|nope|sorry|wait|oops|wrong|not quite|i mean|actually|いや|いえ|違う|ちがう|違います|間違えた|ごめん|아니(?:요|야)?|아냐|잘못|미안|不对|不是|错了|说错了|记错了|不(?=,))[\s,，.:!、。—-]+/i
/** What marks the new value of a change. */
const TO = /\bto\b|改成|改为|改到|换成|应该是|に(?:変|变|修正|直|して)|(?:으로|로) ?(?:바꿔|변경|수정|고쳐|해)|→|->/

// ---- Which collection ----------------------------------------------------------------------------------------

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

/** How well the values and names of a sentence fit the fields of a collection. */
export function fitOf(reading: Reading, collection: Collection, spec: AppSpec): number {
  const fields = visibleFields(collection)
  let score = 0
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
        return unitOf(field.unit) ? (unitOf(field.unit)!.dimension === 'volume' && CUP.test(read.counter) ? 0.9 : 0.3) : 1.4
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

// ---- One entry -----------------------------------------------------------------------------------------------

export type Segment = {
  reading: Reading /** Values said once for all entries: the day. */
  shared: Found[] /** The linked record it is about, where several are named, and where the others stand. */
  only?: Named
  others?: [number, number][]
}
type Entry = {
  values: Record<string, Value>
  linked: boolean /** Words that no field of the collection can hold. */
  homeless?: boolean /** Only bare numbers were said, which fit anywhere. */
  figures?: boolean /** Figures that found no field. */
  lost?: number
  unsure: string[] /** How many things the person said. */
  said: number
  title: string
}

function fill(segment: Segment, collection: Collection, spec: AppSpec, ctx: EntryContext): Entry {
  const { reading } = segment
  const entry: Entry = { values: {}, linked: false, unsure: [], said: 0, title: '' }
  const used: [number, number][] = [...(segment.others ?? [])]
  const fields = visibleFields(collection).filter((field) => field.kind !== 'computed')
  const take = (field: Field, value: Value, at?: [number, number]) => {
    entry.values[field.id] = value
    entry.said++
    if (at) used.push(at)
  }
  fillYears(reading, fields, take)
  fillSets(reading, fields, take)
  fillSpan(reading, fields, take)
  fillScore(reading, fields, take)
  fillMaker(
    reading,
    fields,
    fields.find((field) => field.id === collection.title),
    take,
  )
  const open: Reading = {
    ...reading,
    values: reading.values.filter((value) => !used.some(([start, end]) => value.start < end && value.end > start)),
  }
  fillNumbers(
    open,
    fields.filter((field) => !(field.id in entry.values)),
    ctx,
    take,
  )
  fillDates([...open.values, ...segment.shared], fields, open, ctx, take)
  fillChoices(reading, fields, take, isAhead(reading, ctx))
  fillRelations(segment, fields, spec, entry, used)
  fillStars(reading, fields, entry, take)
  fillPlace(reading, fields, entry, take)
  fillPerson(reading, fields, spec, entry, used)
  fillYes(reading, fields, collection, entry, ctx, take)
  entry.lost = reading.values.filter(
    (value) => FIGURES.has(value.read.kind) && !used.some(([start, end]) => value.start < end && value.end > start),
  ).length
  for (const value of reading.values)
    if (value.read.kind !== 'number' || !used.length || used.some(([start]) => start === value.start)) used.push([value.start, value.end])
  const rest = leftover(reading, [...used, ...labelsBeside(reading, fields, entry)])
  entry.figures = !reading.values.some(
    ({ read: value }) => value.kind === 'money' || value.kind === 'quantity' || value.kind === 'duration',
  )
  if (!(entry.linked && isDoing(rest))) fillRest(rest, fields, collection, spec, entry)
  fillDefaults(fields, ctx, entry)
  return entry
}

const FIGURES = new Set<Read['kind']>(['money', 'quantity', 'duration', 'number'])

type Take = (field: Field, value: Value, at?: [number, number]) => void

/** Words that only say that it was done or not. */
const isDoing = (rest: string): boolean =>
  /^(?:[\s\p{P}]|\b(?:skipped|missed|no|not|didn't|did|do|done|both|too|also|and|plus|with|my|the|for|all)\b|[没沒都也还又未做]|完成|坚持|打卡|了|できなかった|できた|サボった|さぼった|しなかった|やらなかった|も|と|ない|못|안|도|다|했|빼먹었?어?|이랑|랑|어|해|함|요)*$/iu.test(
    rest,
  )

/** 1980年 is the year of a stamp or a film where such a field is kept. */
const YEAR =
  /^(?:year|release year|vintage|年份|年代|年|出版年|发行年份?|製造年|発行年|公開年|연도|년도|출시 ?연도)$|\byear\b|年份|年代|연도/i
function fillYears(reading: Reading, fields: Field[], take: Take): void {
  const field = fields.find(
    (one) =>
      (one.kind === 'number' || one.kind === 'text') && (YEAR.test(one.label) || YEAR.test(one.concept ?? '') || /year/i.test(one.id)),
  )
  if (!field) return
  const year = /(?<!\d)(1[5-9]\d\d|20\d\d)(?:\s?年|\s?년|(?!\d|[.,]\d|\s?(?:元|円|원|yen|dollars|块)))/.exec(reading.text)
  if (!year || /[$€£¥₩]\s?$/.test(reading.text.slice(0, year.index))) return
  take(field, field.kind === 'number' ? Number(year[1]) : year[1]!, [year.index, year.index + year[0].length])
}

/** Pairs every figure with the field it fits best, best pairs first, so that "3 sets of 8 at 100 kg" finds three homes. */
function fillNumbers(reading: Reading, fields: Field[], ctx: EntryContext, take: Take): void {
  const figures = reading.values.flatMap((value) => spread(value))
  const low = fold(reading.text)
  const pairs = figures.flatMap((figure, i) =>
    fields.flatMap((field, order) => {
      const fit = kindFit(figure.read, field)
      if (fit <= 0 || field.kind === 'date' || field.kind === 'datetime' || field.kind === 'time') return []
      return [{ i, figure, field, score: fit + nearness(low, reading, figure, field) - order * 0.01 - i * 0.001 }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score)
  const usedFigures = new Set<number>()
  const usedFields = new Set<string>()
  for (const { i, figure, field } of pairs) {
    if (usedFigures.has(i) || usedFields.has(field.id)) continue
    const value = plain(figure.read, field, ctx)
    if (value === null) continue
    usedFigures.add(i)
    usedFields.add(field.id)
    take(field, value, [figure.start, figure.end])
  }
}

/** A range in a log is two figures ("128/82"); a bound is its value. */
function spread(value: Found): Found[] {
  if (value.read.kind === 'bound') return spread({ ...value, read: value.read.of })
  if (value.read.kind !== 'range') return [value]
  const { low, high, unit } = value.read
  const of = (n: number): Read =>
    unit && unitOf(unit) ? { kind: 'quantity', value: n, unit, dimension: unitOf(unit)!.dimension } : { kind: 'number', value: n }
  const ends = value.read.down ? [high, low] : [low, high]
  return ends.map((n) => ({ ...value, read: of(n) }))
}

/** A field's name, or its counter, beside a figure settles where it goes. */
function nearness(low: string, reading: Reading, figure: Found, field: Field): number {
  if (figure.read.kind === 'count') {
    const stems = contentStems(`${field.label} ${field.concept ?? ''} ${field.id}`)
    const counter = contentStems(figure.read.counter)
    if (counter.some((stem) => stems.includes(stem)) || fold(field.label).includes(fold(figure.read.counter))) return 3
    if (field.kind === 'quantity' && fold(field.unit).includes(fold(figure.read.counter))) return 2
  }
  const place = labelPlace(low, reading.tokens, field.label)
  if (!place) return 0
  const gap = place[1] <= figure.start ? figure.start - place[1] : place[0] - figure.end
  return gap >= 0 && gap <= 6 ? 2.5 - gap * 0.2 : 0.2
}

function plain(read: Read, field: Field, ctx: EntryContext): Value {
  const n = numberOf(read, field, ctx)
  if (n === null || !Number.isFinite(n)) return null
  if (field.kind === 'rating') return Math.min(field.max, Math.max(1, Math.round(n)))
  if (field.kind === 'number' && field.integer) return Math.round(n)
  return n
}

function numberOf(read: Read, field: Field, _ctx: EntryContext): number | null {
  switch (read.kind) {
    case 'bound':
      return numberOf(read.of, field, _ctx)
    case 'money':
      return read.amount
    case 'quantity':
      if (field.kind === 'quantity') return tidy(convert(read.value, read.unit, field.unit))
      if (field.kind === 'duration') return convert(read.value, read.unit, 'min')
      return read.value
    case 'duration':
      return field.kind === 'quantity'
        ? tidy(convert(read.minutes, 'min', field.unit))
        : field.kind === 'number' && /hour|时|時間|시간/i.test(field.label)
          ? tidy(read.minutes / 60)
          : read.minutes
    case 'count':
      return field.kind === 'quantity' && unitOf(field.unit)?.dimension === 'volume'
        ? tidy(convert(read.value * 200, 'ml', field.unit))
        : read.value
    case 'number':
    case 'percent':
      return read.value
    default:
      return null
  }
}
const tidy = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)

function fillDates(values: Found[], fields: Field[], reading: Reading, ctx: EntryContext, take: Take): void {
  const free = fields.filter((field) => field.kind === 'date' || field.kind === 'datetime' || field.kind === 'time')
  for (const value of values) {
    const { read } = value
    const at: [number, number] | undefined = reading.values.includes(value) ? [value.start, value.end] : undefined
    const days =
      read.kind === 'date' || read.kind === 'datetime' ? read : read.kind === 'period' && read.unit === 'day' ? { date: read.from } : null
    if (days) {
      const field = best(free, (one) =>
        one.kind === 'time'
          ? -1
          : nearness(fold(reading.text), reading, value, one) + (one.default === 'today' || one.default === 'now' ? 0.5 : 0.3),
      )
      if (!field) continue
      free.splice(free.indexOf(field), 1)
      const time = read.kind === 'datetime' ? read.time : timeIn(values)
      take(
        field,
        field.kind === 'datetime' ? `${days.date}T${time ?? (days.date === ctx.now.date ? ctx.now.time : '12:00')}` : days.date,
        at,
      )
      if (read.kind === 'datetime') {
        const clock = free.find((one) => one.kind === 'time')
        if (clock) take(clock, read.time)
      }
    } else if (read.kind === 'time') {
      const clock = best(free, (one) => (one.kind === 'time' ? 1 : one.kind === 'datetime' ? 0.5 : -1))
      if (!clock) continue
      free.splice(free.indexOf(clock), 1)
      take(clock, clock.kind === 'time' ? read.time : `${ctx.now.date}T${read.time}`, at)
    }
  }
}
const timeIn = (values: Found[]) => {
  const found = values.find((value) => value.read.kind === 'time')
  return found?.read.kind === 'time' ? found.read.time : undefined
}
function best<T>(list: readonly T[], score: (one: T) => number): T | undefined {
  let top: T | undefined
  let most = 0
  for (const one of list) {
    const points = score(one)
    if (points > most) {
      most = points
      top = one
    }
  }
  return top
}

const FINISHED =
  /\b(?:finished|completed|done with|read|watched|played)\b|看完|读完|完成了|做完|玩完|読み終|見終|読了|観終|終わった|完了した|다 읽|다 봤|끝냈|완료했|완독/
const isFinal = (field: Field, id: Value | undefined): boolean =>
  field.kind === 'choice' && field.options.some((option) => option.id === id && (FINAL.test(option.id) || FINAL.test(option.label)))
function fillChoices(reading: Reading, fields: Field[], take: Take, ahead = false): void {
  for (const field of fields) {
    if (field.kind === 'choice') {
      const final =
        !ahead && FINISHED.test(reading.text.toLowerCase())
          ? field.options.find((option) => FINAL.test(option.id) || FINAL.test(option.label))
          : undefined
      const found = optionNamed(reading.text, field.options)
      if (final && !(found && found.text.length > 5)) take(field, final.id)
      else if (found) take(field, found.option.id, [found.start, found.end])
    } else if (field.kind === 'choices') {
      const all = field.options.filter((option) => optionNamed(reading.text, [option]))
      if (all.length)
        take(
          field,
          all.map((option) => option.id),
        )
    }
  }
}

const titlesOf = (collection: Collection): string[] =>
  collection.seeds.map((seed) => seed[collection.title]).filter((title): title is string => typeof title === 'string' && title.length > 0)

type Named = { title: string; at: [number, number] }
/** A record the app started with, named in the text: a habit, a member of the family. */
export const seedNamed = (text: string, spec: AppSpec, to: string): Named | undefined => seedsNamed(text, spec, to)[0]

/** All of them, the longest name first, none within another. */
function seedsNamed(text: string, spec: AppSpec, to: string): Named[] {
  const target = spec.collections.find((one) => one.id === to)
  if (!target) return []
  const low = fold(text)
  const tokens = tokenise(text)
  const hits = titlesOf(target).flatMap((title): Named[] => {
    const whole = labelPlace(low, tokens, title)
    const at = whole ?? partly(low, title) ?? inflected(tokens, title)
    return at ? [{ title, at }] : []
  })
  const found: Named[] = []
  for (const hit of hits.sort((a, b) => b.at[1] - b.at[0] - (a.at[1] - a.at[0])))
    if (!found.some(({ at }) => hit.at[0] < at[1] && hit.at[1] > at[0])) found.push(hit)
  return found
}
/** "meditation" for “Morning meditation”, 跑步 for “每天跑步”: the longest content word of a title. */
function partly(low: string, title: string): [number, number] | undefined {
  const words = contentStems(title).filter((stem) => stem.length > 2 || (/[^\x20-\x7e]/.test(stem) && stem.length > 1))
  return words.flatMap((word) => placesOf(low, word)).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
}
/** "meditated" for “Meditation”: words of five letters and more that begin alike. */
function inflected(tokens: Reading['tokens'], title: string): [number, number] | undefined {
  const stems = contentStems(title).filter((stem) => /^[a-z]{5,}$/.test(stem))
  const hit = tokens.find(
    (token) =>
      token.script === 'latin' &&
      token.stem.length >= 5 &&
      stems.some((stem) => shared(stem, token.stem) >= Math.max(5, Math.min(stem.length, token.stem.length) - 2)),
  )
  return hit && [hit.start, hit.end]
}
function shared(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

const SHARED = /\b(?:shared?|split|between|only for)\b|分摊|平分|只给|割り勘|分けて|나눠|나누|공유/

function fillRelations({ reading, only }: Segment, fields: Field[], spec: AppSpec, entry: Entry, used: [number, number][]): void {
  for (const field of fields) {
    if (field.kind !== 'relation') continue
    // Who it was for is only said by saying so: the one who paid is not the one it is shared by.
    if (
      field.many &&
      fields.some((one) => one !== field && one.kind === 'relation' && one.to === field.to) &&
      !SHARED.test(fold(reading.text))
    )
      continue
    const named = only && field.required && !field.many ? only : seedNamed(reading.text, spec, field.to)
    if (!named || used.some(([start, end]) => named.at[0] >= start && named.at[1] <= end)) continue
    entry.values[field.id] = field.many ? [named.title] : named.title
    entry.linked = true
    entry.said++
    used.push(named.at)
  }
}

function fillStars(reading: Reading, fields: Field[], entry: Entry, take: Take): void {
  const field = fields.find((one) => one.kind === 'rating')
  if (field?.kind !== 'rating' || field.id in entry.values) return
  const stars = /[★⭐🌟]{1,10}/u.exec(reading.text)
  if (stars) take(field, Math.min(field.max, [...stars[0]].length), [stars.index, stars.index + stars[0].length])
  else if (field.icons) {
    const icon = field.icons.findIndex((one) => reading.text.includes(one))
    const at = icon < 0 ? -1 : reading.text.indexOf(field.icons[icon]!)
    if (at >= 0) take(field, icon + 1, [at, at + field.icons[icon]!.length])
    else fillFeeling(reading, field, take)
  }
}

const FEELINGS = [
  'terrible|awful|very bad|miserable|depressed|糟透|很差|极差|最悪|최악',
  'bad|sad|down|tired|anxious|not good|难过|不好|伤心|累|焦虑|悪い|悲しい|疲れ|不安|나빠|슬퍼|우울|피곤|별로',
  'ok|okay|fine|so so|neutral|一般|还行|普通|まあまあ|普通|ふつう|그저 그래|보통|그냥',
  'good|well|happy|nice|不错|开心|高兴|好|良い|いい|嬉しい|楽しい|좋아|좋았|기뻐|행복|좋음',
  'great|excellent|amazing|very happy|wonderful|非常开心|超开心|很开心|太棒|最高|とても良い|すごくいい|최고|아주 좋|매우 좋',
].map((list) => list.split('|').map(fold))
function fillFeeling(reading: Reading, field: Extract<Field, { kind: 'rating' }>, take: Take): void {
  const low = fold(reading.text)
  for (const level of [4, 0, 1, 3, 2]) {
    if (!has(low, FEELINGS[level]!)) continue
    take(field, Math.max(1, Math.round(((level + 1) / 5) * field.max)))
    return
  }
}

const SHOP =
  /shop|store|cafe|place|where|room|storage|shelf|spot|venue|restaurant|location|merchant|店|地点|场所|位置|房间|場所|部屋|置き場|장소|위치|보관|가게|매장|식당|카페|구입처|商家/i
function fillPlace(reading: Reading, fields: Field[], entry: Entry, take: Take): void {
  const field =
    fields.find((one) => one.kind === 'place' && !(one.id in entry.values)) ??
    fields.find(
      (one) =>
        one.kind === 'text' && !(one.id in entry.values) && (SHOP.test(one.id) || SHOP.test(one.label) || SHOP.test(one.concept ?? '')),
    )
  const place = field && placeIn(reading)
  if (place) take(field, place.text, [place.start, place.end])
}

function fillPerson(reading: Reading, fields: Field[], spec: AppSpec, entry: Entry, used: [number, number][]): void {
  const person = payerIn(reading) ?? ownIn(reading, fields, spec)
  if (!person) return
  // One who is linked already as the payer is not linked again as somebody else.
  if (Object.values(entry.values).flat().includes(person.text)) return
  const relation = fields.find(
    (one) =>
      one.kind === 'relation' &&
      !one.many &&
      !(one.id in entry.values) &&
      /person|member|people|player|payer|who|friend|人|者|成员|成員|멤버|사람|낸|친구/i.test(
        `${one.to} ${one.id} ${one.label} ${spec.collections.find((c) => c.id === one.to)?.label ?? ''}`,
      ),
  )
  const field = fields.find((one) => one.kind === 'person' && !(one.id in entry.values))
  if (relation) entry.values[relation.id] = person.text
  else if (field) entry.values[field.id] = person.text
  else return
  entry.said++
  used.push([person.start, person.end])
}

/** "read 3 papers by Monday" is still to be done. */
const isAhead = (reading: Reading, ctx: EntryContext): boolean =>
  reading.values.some((value) => value.read.kind === 'date' && value.read.date > ctx.now.date)

const ME = /^(?:i|me|myself|我|自己|私|僕|俺|自分|나|저|본인)$/i
const OWN = { en: 'Me', zh: '我', ja: '私', ko: '나' } as const
/** "I paid": the member called “me”. */
function ownIn(reading: Reading, fields: Field[], spec: AppSpec): { text: string; start: number; end: number } | undefined {
  const said = /^(?:i|we)\s|^我(?!们)|^(?:私|僕|俺|自分)(?:が|は)?|^(?:내가|나는|제가|저는|난)\s/i.exec(reading.text)
  if (!said) return undefined
  for (const field of fields) {
    if (field.kind !== 'relation' || field.many) continue
    const target = spec.collections.find((one) => one.id === field.to)
    const me = target && titlesOf(target).find((title) => ME.test(title.trim()))
    const shares = spec.behaviours.some((one) => one.kind === 'split' && one.payer === field.id)
    if (me ?? shares) return { text: me ?? OWN[reading.language], start: 0, end: said[0].length }
  }
  return undefined
}

const NOT =
  /\b(?:not|didn't|did not|skipped|missed|haven't)\b|^no\b|没|沒|未|ない|なかった|ませんでした|サボ|さぼ|안 |못 |않|안했|못했|빼먹/
const DONE =
  /^(?:done|finished|complete|completed|checked|bought|packed|paid|watered|taken)$|done|完成|完了|済|完了|완료|했음|샀음|チェック|买了|구입|购买/i
function fillYes(reading: Reading, fields: Field[], collection: Collection, entry: Entry, ctx: EntryContext, take: Take): void {
  // A habit that is named was done; a cost that names a day of a trip was not paid by that.
  const kept = entry.linked && !collection.fields.some((field) => field.kind === 'money')
  const low = fold(reading.text)
  const yes = !NOT.test(low)
  const ahead = isAhead(reading, ctx)
  for (const field of fields) {
    if (field.kind !== 'yesno') continue
    const named = labelPlace(low, reading.tokens, field.label) ?? labelPlace(low, reading.tokens, plainly(field.label))
    if (named) take(field, yes, named)
    else if (!ahead && (cue(low, 'did') || kept) && (DONE.test(field.id) || DONE.test(field.label) || DONE.test(field.concept ?? '')))
      take(field, yes)
  }
}

/** “Edible or not”, 是否可食用: the name without its question. */
export const plainly = (label: string): string => label.replace(/\s+or not$|\?$|^是否|かどうか$|\s?여부$/giu, '').trim() || label

/** Names of fields that got a value are no part of what is left over. */
function labelsBeside(reading: Reading, fields: Field[], entry: Entry): [number, number][] {
  const low = fold(reading.text)
  return fields.flatMap((field) => {
    if (!(field.id in entry.values)) return []
    const at = labelPlace(low, reading.tokens, field.label)
    return at && field.kind !== 'choice' ? [at] : []
  })
}

/** "bonjour = hello", apple 苹果: the two sides of a card. */
function sidesOf(
  rest: string,
  collection: Collection,
  spec: AppSpec,
): { front: string; back: string; sides: [string, string] } | undefined {
  const cards = spec.behaviours.find((one) => (one.kind === 'repetition' || one.kind === 'quiz') && one.collection === collection.id)
  if (cards?.kind !== 'repetition' && cards?.kind !== 'quiz') return undefined
  const [front, back] = cards.kind === 'repetition' ? [cards.front, cards.back] : [cards.question, cards.answer]
  const parted =
    /^(.{1,200}?)(?:\s*[=＝:：→|/]\s*|\s+[-–—]\s+|\s*->\s*|\s+means\s+|\s*(?:的)?意思是\s*|\s*は\s*(?=.*(?:です|という意味)?$)|(?:은|는)\s+)(.{1,300})$/u.exec(
      rest,
    ) ??
    /^([\p{Script=Latin}' -]+?)\s+([^\p{Script=Latin}].*)$/u.exec(rest) ??
    /^([\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+)\s+(\p{Script=Latin}.*)$/u.exec(rest)
  return parted ? { front, back, sides: [parted[1]!.trim(), parted[2]!.replace(/(?:という意味)?(?:です)?[。.]?$/u, '').trim()] } : undefined
}

function fillRest(rest: string, fields: Field[], collection: Collection, spec: AppSpec, entry: Entry): void {
  if (!rest) return
  const card = sidesOf(rest, collection, spec)
  if (card && !(card.front in entry.values) && !(card.back in entry.values)) {
    entry.values[card.front] = card.sides[0]
    entry.values[card.back] = card.sides[1]
    entry.title = card.sides[0]
    entry.said += 2
    return
  }
  const free = (field: Field | undefined) => field !== undefined && !(field.id in entry.values)
  const title = fields.find((field) => field.id === collection.title)
  const topic = new Set(contentStems(`${spec.name} ${collection.label} ${collection.one}`))
  const stems = contentStems(rest)
  const aboutApp = stems.length > 0 && stems.every((stem) => topic.has(stem))
  const WORDS = ['text', 'place', 'person'] as const
  const home =
    title && free(title) && (WORDS as readonly string[]).includes(title.kind)
      ? title
      : (fields.find((field) => field.kind === 'text' && free(field) && !SHOP.test(field.id)) ??
        fields.find((field) => field.kind === 'note' && free(field)) ??
        fields.find((field) => (field.kind === 'text' || field.kind === 'place') && free(field)))
  if (title?.kind === 'relation' && free(title)) {
    entry.values[title.id] = rest.slice(0, 120)
    entry.said++
    return
  }
  const bare = entry.said > 0 && entry.figures === true
  if (
    !home &&
    !aboutApp &&
    !entry.linked &&
    bare &&
    !fields.some((field) => field.kind === 'text' || field.kind === 'note' || field.kind === 'place') &&
    !contentStems(rest).every((stem) => isUnitWord(stem, fields))
  )
    entry.homeless = true
  if (!home || (aboutApp && entry.said > 0 && home.id !== collection.title)) return
  // What comes after a comma is said about it: a note, where there is one.
  const note = fields.find((field) => field.kind === 'note' && free(field) && field.id !== home.id)
  const [name = rest, tail] = home.kind === 'text' && rest.length <= 200 ? split(rest, note !== undefined, fields) : [rest]
  if (!name) return
  entry.values[home.id] = name.slice(0, 500)
  if (note && tail) entry.values[note.id] = tail.slice(0, 500)
  entry.title = name
  entry.said++
}

/** "glasses" of a field called Glasses, "of water" in an app about it. */
const isUnitWord = (stem: string, fields: Field[]): boolean =>
  fields.some((field) =>
    contentStems(`${field.label} ${field.concept ?? ''} ${field.id} ${field.kind === 'quantity' ? field.unit : ''}`).includes(stem),
  )

function split(rest: string, noted: boolean, fields: Field[]): [string, string?] {
  const bare = rest.replace(/\s*([,，、])(?:\s*[,，、])*\s*/gu, '$1 ').trim()
  const found = /^([^,，、]{1,60}?)\s*[,，、]\s*(.+)$/u.exec(bare)
  if (!found) return [bare]
  const labels = new Set(contentStems(fields.map((field) => field.label).join(' ')))
  const told = contentStems(found[2]!).filter((stem) => !labels.has(stem) && !/^(?:until|till|by|due|each|per)$/.test(stem))
  if (!told.length) return [found[1]!.trim()]
  return noted ? [found[1]!.trim(), found[2]!.trim()] : [bare]
}

function fillDefaults(fields: Field[], ctx: EntryContext, entry: Entry): void {
  for (const field of fields) {
    if (field.id in entry.values) continue
    if (field.default === 'today' || (field.kind === 'date' && field.required && field.default === undefined))
      entry.values[field.id] = ctx.now.date
    else if (field.default === 'now')
      entry.values[field.id] =
        field.kind === 'time' ? ctx.now.time : field.kind === 'datetime' ? `${ctx.now.date}T${ctx.now.time}` : ctx.now.date
    else if (field.kind === 'datetime' && field.required) entry.values[field.id] = `${ctx.now.date}T${ctx.now.time}`
    else if (field.default !== undefined) entry.values[field.id] = field.default
    else if (field.required) entry.unsure.push(field.label)
  }
}

// ---- Ticking off, changing, deleting --------------------------------------------------------------------------

/** "bought milk" ticks milk off a checklist; elsewhere an entry is a new record. */
function opOf(entry: Entry, collection: Collection, reading: Reading): EntryOp {
  const tick = visibleFields(collection).find(
    (field) => field.kind === 'yesno' && entry.values[field.id] === true && DONE.test(`${field.id} ${field.label}`),
  )
  const dated = visibleFields(collection).some((field) => field.default === 'today' || field.default === 'now')
  const status = visibleFields(collection).find((field) => isFinal(field, entry.values[field.id]))
  const known = status && !tick && entry.title && !dated && FINISHED.test(reading.text.toLowerCase())
  if (known) {
    const values = Object.fromEntries(
      visibleFields(collection).flatMap((field) =>
        field.id !== collection.title && entry.values[field.id] !== undefined && field.default === undefined
          ? [[field.id, entry.values[field.id]!]]
          : [],
      ),
    )
    return {
      do: 'update',
      collection: collection.id,
      match: { collection: collection.id, filters: [{ field: collection.title, op: 'contains', value: entry.title }] },
      values: { ...values, [status.id]: entry.values[status.id]! },
      orCreate: entry.values,
    }
  }
  if (tick && entry.title && !dated && cue(fold(reading.text), 'did') && !reading.values.some((value) => value.read.kind === 'money'))
    return {
      do: 'update',
      collection: collection.id,
      match: { collection: collection.id, filters: [{ field: collection.title, op: 'contains', value: entry.title }] },
      values: { [tick.id]: true },
      orCreate: entry.values,
    }
  return { do: 'create', collection: collection.id, values: entry.values }
}

/** Where the words of a change end and its new value begins. */
function target(reading: Reading): Found | null {
  const figures = reading.values.filter((value) => !['date', 'period', 'every', 'datetime'].includes(value.read.kind))
  return figures.at(-1) ?? null
}

function update(reading: Reading, collection: Collection, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  const value = target(reading)
  const date = reading.values.filter((each) => each.read.kind === 'date').at(-1)
  const fields = visibleFields(collection)
  const values: Record<string, Value> = {}
  const figures: Reading = { ...reading, values: value ? [value] : [] }
  fillNumbers(figures, fields, ctx, (field, to) => {
    values[field.id] = to
  })
  const to = TO.exec(fold(reading.text))
  if (!Object.keys(values).length && to) {
    const tail = { ...reading, text: after(reading, to) }
    fillChoices(tail, fields, (field, option) => {
      values[field.id] = option
    })
    const named = fieldsNamed(reading.text, [collection], { kinds: true })[0]
    const words = leftover({ ...reading, text: tail.text, values: [], tokens: tokenise(tail.text) }, [])
    if (
      !Object.keys(values).length &&
      words &&
      (named?.field.kind === 'text' || named?.field.kind === 'place' || named?.field.kind === 'note')
    )
      values[named.field.id] = words
    if (!Object.keys(values).length && date) {
      const day = fields.find((field) => field.kind === 'date')
      if (day && date.read.kind === 'date') values[day.id] = date.read.date
    }
  }
  if (!Object.keys(values).length) return fail('nothing-said', 'It is not clear what to change it to.')
  const without: Reading = { ...reading, values: reading.values.filter((each) => each !== value) }
  const bare = value
    ? `${reading.text.slice(0, value.start)}${' '.repeat(value.end - value.start)}${reading.text.slice(value.end)}`
    : reading.text
  const blank = bare.replace(MISTAKEN, (mistake) => ' '.repeat(mistake.length)).replace(ENDING, (said) => ' '.repeat(said.length))
  const match = matchFor({ ...without, text: blank, tokens: tokenise(blank) }, collection, spec, ctx)
  if (!match) return fail('record-unknown', 'It is not clear which entry is meant.')
  return ok({ ops: [{ do: 'update', collection: collection.id, match, values }], unsure: [] })
}

/** The verb of a change with its particles, once the new value is taken out before it. */
const ENDING = /[をは]?\s*(?:に|へ)(?:変え|変更|直し|修正|し).*$|(?:을|를)?\s+(?:으로|로)\s*(?:바꿔|바꾸|변경|수정|고쳐|해).*$/u

/** The words on the side of the new value: after "to" in English and Chinese, before the verb elsewhere. */
function after(reading: Reading, to: RegExpExecArray): string {
  if (reading.language === 'en' || reading.language === 'zh') return reading.text.slice(to.index + to[0].length)
  const head = reading.text.slice(0, to.index)
  return head.slice(Math.max(head.lastIndexOf('を'), head.lastIndexOf('을 '), head.lastIndexOf('를 '), head.lastIndexOf('は'), -1) + 1)
}

const ONE =
  /\b(?:entry|entries|one|that|this|it|record|item|last|latest|previous|just|now|from|of|'s|the|to|price|added|logged|please|again)\b|那条|这条|那个|这个|一条|条|刚才|刚刚|最后|记录|记的|的|那笔|这笔|把|最新|最後の|さっきの?|今の|直前の?|やつ|もの|記録|それ|これ|분|방금|마지막|아까|거|것|기록|항목|그거|의|좀/g

/** The collection a change or deletion speaks of: it names one of its entries, or it was written to last. */
function collectionMeant(reading: Reading, spec: AppSpec, ctx: EntryContext, verb: Verb): Collection {
  const shown = visibleCollections(spec)
  if (shown.length < 2) return shown[0]!
  const dated = reading.values.some((value) => value.read.kind === 'date' || value.read.kind === 'period')
  const titled = shown.find((one) => titlesOf(one).some((title) => isWhole(reading, title, one)))
  if (titled && verb === 'delete' && !dated) return titled
  const named = collectionNamed(reading.text, spec)
  const earlier = said(ctx)
    .map((text) => readAs(text, reading, ctx))
    .filter((one) => verbOf(one) === 'create' && !/[?？]\s*$/.test(one.text))
  // "the dinner" is where a dinner was noted; "that one" where the last entry went.
  const words = contentStems(
    leftover(
      { ...reading, text: reading.text.replace(ONE, (word) => ' '.repeat(word.length)) },
      reading.values.map((value) => [value.start, value.end] as const),
    ),
  )
  const about = words.length
    ? earlier.find((one) => one.tokens.some((token) => words.includes(token.stem)))
    : earlier.find((one) => shown.some((each) => fitOf(one, each, spec) >= 0.8))
  if (about) return collectionFor(about, spec)
  if (named?.named) return named.collection
  if (words.length || reading.values.length) return collectionFor(reading, spec)
  return shown.find((one) => one.fields.some((field) => field.default === 'today' || field.default === 'now')) ?? shown[0]!
}

/** Only this name is said, with small words around it: "remove Ben", not "remove Ben's tickets". */
function isWhole(reading: Reading, title: string, collection: Collection): boolean {
  const at = labelPlace(fold(reading.text), reading.tokens, title)
  if (!at) return false
  const text = `${reading.text.slice(0, at[0])} ${reading.text.slice(at[1])}`
    .replace(ONE, ' ')
    .replace(new RegExp([collection.one, collection.label].map((name) => name.replace(ESCAPED, '\\$&')).join('|'), 'giu'), ' ')
  return leftover({ ...reading, text, tokens: tokenise(text), values: [] }, []).replace(/[\p{P}\s]/gu, '') === ''
}

/** Which records are meant: by day, by option, by words of the title; none of these means the last. Null where words name what cannot be found. */
export function matchFor(reading: Reading, collection: Collection, spec: AppSpec, ctx: EntryContext): Match | null {
  const fields = visibleFields(collection)
  const filters: Filter[] = []
  const used: [number, number][] = reading.values.map((value) => [value.start, value.end])
  const date = fields.find((field) => field.kind === 'date' || field.kind === 'datetime')
  for (const { read } of reading.values) {
    if (!date) break
    if (read.kind === 'date') filters.push({ field: date.id, op: date.kind === 'date' ? '=' : 'contains', value: read.date })
    else if (read.kind === 'period')
      filters.push({ field: date.id, op: '>=', value: read.from }, { field: date.id, op: '<', value: read.to })
  }
  for (const { read } of reading.values) {
    const field = read.kind === 'money' || read.kind === 'quantity' ? fields.find((one) => kindFit(read, one) >= 1.2) : undefined
    const value = field ? plain(read, field, ctx) : null
    if (field && value !== null) filters.push({ field: field.id, op: '=', value })
  }
  for (const field of fields) {
    if (field.kind !== 'choice') continue
    const option = optionNamed(reading.text, field.options)
    if (!option) continue
    filters.push({ field: field.id, op: '=', value: option.option.id })
    used.push([option.start, option.end])
  }
  const blanked = reading.text.replace(ONE, (word) => ' '.repeat(word.length))
  const seed = titlesOf(collection).find((one) => isWhole(reading, one, collection))
  if (seed) return { collection: collection.id, filters: [...filters, { field: collection.title, op: 'contains', value: seed }] }
  const links = fields.flatMap((field) => (field.kind === 'relation' ? (seedNamed(reading.text, spec, field.to) ?? []) : []))
  for (const { at } of links) used.push(at)
  const words = leftover({ ...reading, text: blanked, tokens: tokenise(blanked) }, used).replace(/^['’]s\s+|^(?:的|の|의)\s*/u, '')
  // Linked records have no words of their own to be found by: better to ask than to take another's.
  if (links.length && !words) return null
  const title =
    fields.find(
      (field) =>
        field.id === collection.title &&
        (field.kind === 'text' || field.kind === 'note' || field.kind === 'place' || field.kind === 'person'),
    ) ??
    fields.find((field) => field.kind === 'text') ??
    fields.find((field) => field.kind === 'note')
  const about = new Set(contentStems(`${spec.name} ${collection.label} ${collection.one} ${fields.map((field) => field.label).join(' ')}`))
  if (words && title && contentStems(words).some((stem) => !about.has(stem)))
    filters.push({ field: title.id, op: 'contains', value: words })
  if (!filters.length && contentStems(words).some((stem) => !about.has(stem))) return null
  return { collection: collection.id, filters: filters.length ? filters : 'last' }
}
