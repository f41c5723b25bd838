/**
 * Limits and goals: set, raised, lowered, of another period, done without. Which one is meant is said, or it is the only one
 * that the figure fits: "fine, raise it to £75 a week", 老婆说可以加到13万, 夫が80万は要るって, 엄마가 백만원까지 써도 된대.
 */
import { formatNumber, formatPer, formatValue } from '../../base/language/format.ts'
import { convert, unitOf } from '../../base/language/units.ts'
import { fold, labelPlace, optionNamed, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Behaviour, Collection, Field, PeriodUnit } from '../../spec.ts'
import { BEHAVIOUR_LABELS } from '../rules/build.ts'
import { type Amount, amountIn } from './amounts.ts'
import { type Change, type Clause, dateOf, freeId, is, mainOf, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { REMOVE } from './words.ts'

type Bound = Extract<Behaviour, { kind: 'limit' | 'goal' }>

const LIMIT =
  /\blimit\b|\bbudget\b|\bcap\b|\bmaximum\b|\bmax\b|\bat most\b|\bceiling\b|no more than|warn|上限|限额|预算|予算|额度|最多|不超过|超过|制限|한도|예산|상한|제한|이하|넘으면/
const GOAL =
  /\bgoals?\b|\btarget\b|\baim(?:ing)?\b|\bat least\b|\bminimum\b|\bwant to (?:hit|reach|run|walk|read|swim|cycle|do|save)\b.*\b(?:a|per|each|every) (?:day|week|month|year)\b|目标|目標|至少|ノルマ|목표|이상/
/** “2 goals 1 assist”: so many of them. */
const SCORED = /\d ?goals?\b/
const PERIODS: [PeriodUnit, RegExp][] = [
  ['day', /\b(?:a|per|each|every|by the) day\b|\bdaily\b|每天|每日|一天|1日|一日|毎日|每日|日に|하루|매일|일일/],
  ['week', /\b(?:a|per|each|every|by the) week\b|\bweekly\b|每周|每星期|一周|每週|毎週|週に|1週間|주에|일주일|매주|주간/],
  ['month', /\b(?:a|per|each|every|by the) month\b|\bmonthly\b|每月|每个月|一个月|毎月|月に|1か月|月額|ひと月|한 달|매달|매월|월간|한달/],
  ['year', /\b(?:a|per|each|every|by the) year\b|\byearly\b|每年|一年|毎年|年に|1년|매년|연간/],
]

function periodIn(clause: Clause): PeriodUnit | undefined {
  for (const { read } of clause.reading.values) {
    if (read.kind === 'bound' && read.per) return read.per
    if (read.kind === 'every' && read.count === 1) return read.unit
  }
  return PERIODS.find(([, pattern]) => pattern.test(clause.low))?.[0]
}

/** 週4回, "3 times a week": so many entries. */
function timesIn({ reading }: Clause): Amount | undefined {
  for (const found of reading.values) {
    const { read } = found
    if (read.kind === 'every' && read.times && read.count === 1)
      return { value: read.times, found: { ...found, read: { kind: 'count', value: read.times, counter: 'times' } } }
  }
  return undefined
}

/** More or less of it than before. */
const MOVED =
  /\b(?:raise|lower|increase|decrease|bump|reduce|drop|cut|bring|go|push|knock|take|put|stretch|extend|double)\b[^,.]{0,30}\b(?:to|up|down|at)\b|(?:提高|降低|加|减|涨|升|降|砍|放宽|提|调|压|缩)(?:高|低|宽)?到|(?:上げ|下げ|増や|減ら|引き上げ|引き下げ|アップ|ダウン|伸ば|絞)|(?:올리|올려|올릴|내리|내려|내릴|늘리|늘려|늘릴|줄이|줄여|줄일|낮추|낮춰|높이|높여)/
/** Somebody allows or needs it. */
const ALLOWED =
  /\b(?:says?|said|reckons?|thinks?) (?:that )?(?:we|i|you|it)(?:'s|'re)? ?(?:can|could|should|may|need|must|ok|okay|fine|will)|\b(?:we|i|you) (?:can|could|may) (?:now )?(?:go|spend|have|use)\b|\b(?:ok|okay|fine|allowed)\b.*\bup to\b|可以(?:加|涨|提|放|花|用|到)|(?:最多|顶多)(?:可以|能)|(?:まで|は)(?:OK|ok|いい|大丈夫|使って|要る|いる|必要)|(?:도|까지)\s?(?:써도|해도)?\s?(?:된|돼|괜찮)|(?:필요하|있어야)/
/** It holds from now on, and no longer what was. */
const INSTEAD =
  /\b(?:from now on|instead|now|these days|after all|then|actually|sorry|no,|hmm|ok so|okay so|make (?:it|that)|set (?:it|that)|change (?:it|that)|let'?s say|plenty|enough)\b|才够|才行|以后|改成|改为|换成|算了|还是|就行|吧$|やっぱ|これから|今後|に(?:して|変更)|でいい|でお願い|이제|앞으로|그냥|아니|(?:으로|로)\s?(?:하자|해|할래|바꿔|변경)/
/** "the boiler is £2,600 now": the goal of what is saved for it. */
const DEARER =
  /^(?:actually |oh |so )*(?:the |my |our |it |it's |that )[\w' ]{0,30}?(?:is|costs?|will be|will cost|went (?:up|down) to|has gone (?:up|down) to|is going to (?:be|cost)|now costs?) (?:now |actually )?\D{0,3}\d[\d.,]*k?\D{0,12}(?:now|instead|these days|after all|in the end)?[.!]?$/

export const changeBound: Rule = (clause) => {
  const { low, spec } = clause
  const bounds = spec.behaviours.filter((one): one is Bound => one.kind === 'limit' || one.kind === 'goal')
  const amount = amountIn(clause.reading) ?? timesIn(clause)
  const period = periodIn(clause)
  const named = { limit: LIMIT.test(low), goal: GOAL.test(low) && !SCORED.test(low) }
  const one = named.limit && amount && !is(clause, REMOVE) ? ofOption(bounds, amount, period, clause) : null
  if (one) return one
  const bound = meant(bounds, named, clause)
  if (is(clause, REMOVE) && (named.limit || named.goal) && !amount)
    return bound
      ? { edits: [{ do: 'remove-behaviour', behaviour: bound.id }], said: SAY.removed[clause.language](bound.label), sure: SURE.said }
      : null
  if (bound && (amount || period)) {
    const sure = sureOf(bound, amount, named.limit || named.goal, clause)
    return sure ? { ...changed(bound, amount, period, clause), sure } : null
  }
  if (bounds.length || !amount || !(named.limit || named.goal)) return null
  const made = added(named.limit ? 'limit' : 'goal', amount, period, clause)
  return made && { ...made, sure: SURE.meant }
}

/** 娱乐超过500提醒我: a limit of its own for what is chosen so, where there is none yet. */
function ofOption(bounds: Bound[], amount: Amount, period: PeriodUnit | undefined, clause: Clause): Change | null {
  for (const collection of visibleCollections(clause.spec))
    for (const field of visibleFields(collection)) {
      const option = field.kind === 'choice' ? optionNamed(clause.text, field.options)?.option : undefined
      if (!option || bounds.some(({ filter }) => filter?.some((one) => one.field === field.id && one.value === option.id))) continue
      const made = added('limit', amount, period, clause)
      const [edit] = made?.edits ?? []
      if (!made || edit?.do !== 'add-behaviour' || edit.behaviour.kind !== 'limit' || edit.behaviour.collection !== collection.id)
        return null
      const behaviour = { ...edit.behaviour, label: option.label, filter: [{ field: field.id, op: '=' as const, value: option.id }] }
      return { edits: [{ do: 'add-behaviour', behaviour }], said: `${option.label}: ${made.said}`, sure: SURE.said }
    }
  return null
}

/** With a limit for each kind of spending, the one that is named. */
function meant(bounds: Bound[], named: { limit: boolean; goal: boolean }, { folded, reading }: Clause): Bound | undefined {
  const filtered = bounds.find((one) => (one.filter?.length ?? 0) > 0 && labelPlace(folded, reading.tokens, one.label) !== undefined)
  return filtered ?? bounds.find(({ kind }) => named[kind]) ?? (named.limit || named.goal ? (bounds[0] ?? undefined) : bounds[0])
}

/** How plainly it is of the bound: by its name, by more or less of it, by leave that was given; a figure alone is an entry's. */
function sureOf(bound: Bound, amount: Amount | undefined, byName: boolean, clause: Clause): number {
  const { low } = clause
  if (byName) return amount || WISHED.test(low) ? SURE.said : SURE.meant
  if (!amount) return 0
  const field = fieldOf(bound, clause)
  if (!fits(amount, field)) return 0
  const left = residue(amount, clause)
  if (MOVED.test(low)) return left <= 2 ? SURE.said : SURE.meant
  if (ALLOWED.test(low)) return SURE.meant
  if (DEARER.test(low) && savesFor(bound, clause)) return SURE.meant
  if (left > 1) return 0
  const limited = bound.kind === 'limit' && (amount.op === 'most' || /まで|까지|以内|以下|up to|max/.test(low))
  if (limited && INSTEAD.test(low)) return SURE.said
  if (limited || periodIn(clause) === bound.period) return INSTEAD.test(low) ? SURE.said : limited ? SURE.implied : SURE.perhaps
  return INSTEAD.test(low) && (bound.kind === 'limit' || /now on|make|set|change|に(?:して|変更)|로|改|以后/.test(low)) ? SURE.implied : 0
}
const WISHED = /\b(?:make|change|set|switch|turn|want|count|reset)\b|改|换|变|に|로|하/

const fits = (amount: Amount, field: Field | undefined): boolean => {
  if (amount.currency) return field?.kind === 'money' || field?.kind === 'computed'
  if (!amount.unit) return true
  if (field?.kind === 'duration') return unitOf(amount.unit)?.dimension === 'time'
  return field?.kind === 'quantity' ? unitOf(field.unit)?.dimension === unitOf(amount.unit)?.dimension : field?.kind === 'number'
}

/** Money is put aside here, and nothing with a name of its own. */
function savesFor(bound: Bound, { spec }: Clause): boolean {
  const home = spec.collections.find((one) => one.id === bound.collection)
  const title = home?.fields.find((field) => field.id === home.title)
  return bound.kind === 'goal' && bound.period === undefined && bound.measure.fn === 'sum' && title?.kind !== 'text'
}

/** Words that are neither the figure nor of setting it: what an entry would be called. */
function residue(amount: Amount, { folded, language }: Clause): number {
  const { start, end } = amount.found
  const left = `${folded.slice(0, start)} ${folded.slice(end)}`.replace(ABOUT_BOUNDS, ' ').trim()
  if (!left.replace(/[\p{P}\p{S}\s]/gu, '')) return 0
  return language === 'en'
    ? left.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
    : Math.ceil(left.replace(/[\p{P}\p{S}\s]/gu, '').length / 2)
}
const ABOUT_BOUNDS =
  /\b(?:a|an|the|per|each|every|day|week|month|year|daily|weekly|monthly|yearly|it|that|this|to|at|so|ok|okay|fine|yes|no|now|from|on|and|just|please|pls|make|set|change|raise|lower|bump|go|up|down|instead|then|let'?s|say|actually|is|be|can|could|you|we|i|my|our|for|quid|bucks|sorry|hmm|max|only|do|want|think|maybe|about|of|by|with|limit|goal|target|budget|plenty|enough|these|days|after|all)\b|改成|改为|换成|每天|每周|每月|每年|一天|一周|一个月|以后|预算|目标|上限|可以|最多|就行|才够|才行|吧|了|的|好|那|就|块|元|やっぱり?|毎日|毎週|毎月|月|週|日に|に|を|は|で|まで|して|ください|お願いします?|上限|目標|予算|円|OK|いい|です|하루에?|한\s?달에?|매달|매일|매주|일주일에?|이제|앞으로|그냥|한도|목표|예산|(?:으로|로)|까지|원|해\s?줘요?|하자|할래|바꿔\s?줘?|도|은|는|을|를|만|에|요/g

function changed(bound: Bound, amount: Amount | undefined, period: PeriodUnit | undefined, clause: Clause): Change {
  const field = fieldOf(bound, clause)
  const before = bound.kind === 'limit' ? bound.most : bound.target
  const value = amount ? inUnitsOf(amount, field, before) : before
  const dated = bound.date ?? dateIn(bound.collection, clause)?.id
  const when = period && dated ? { period, date: dated } : {}
  const behaviour: Bound = bound.kind === 'limit' ? { ...bound, ...when, most: value } : { ...bound, ...when, target: value }
  return {
    edits: [{ do: 'change-behaviour', behaviour }],
    said: SAY[bound.kind][clause.language](shown(value, field, behaviour.period, clause)),
  }
}

function added(kind: 'limit' | 'goal', amount: Amount, period: PeriodUnit | undefined, clause: Clause): Change | null {
  const collection = visibleCollections(clause.spec).find((one) => mainOf(one) !== undefined) ?? clause.collection
  if (!collection) return null
  const field = measuredBy(amount, collection, clause)
  const date = dateOf(collection)
  const value = inUnitsOf(amount, field)
  const state = field && /weight|体重|체중|몸무게/i.test(`${field.id} ${field.label}`)
  const measure: Bound['measure'] = field ? { fn: state ? 'latest' : 'sum', field: field.id } : { fn: 'count' }
  const base = {
    id: freeId(
      kind,
      clause.spec.behaviours.map((one) => one.id),
    ),
    label: BEHAVIOUR_LABELS[kind][clause.language],
    collection: collection.id,
    measure,
    ...(date && !state && { date: date.id, period: period ?? ('month' as const) }),
  }
  const behaviour: Behaviour =
    kind === 'limit'
      ? { ...base, kind, most: value, warnAt: 0.8 }
      : { ...base, kind, target: value, direction: state ? 'reach-down' : 'least' }
  return { edits: [{ do: 'add-behaviour', behaviour }], said: SAY[kind][clause.language](shown(value, field, behaviour.period, clause)) }
}

const COUNTERS = /^(?:books?|films?|movies?|entries|times|本|部|册|冊|권|편|回|次|번|件|건)$/
/** "24 books a year" counts the entries; "24 pages" adds up a field. */
function measuredBy(amount: Amount, collection: Collection, clause: Clause): Field | undefined {
  const fields = visibleFields(collection)
  const main = mainOf(collection)
  if (amount.currency) return fields.find((one) => one.kind === 'money') ?? main
  if (amount.unit)
    return fields.find((one) => one.kind === 'quantity' && unitOf(one.unit)?.dimension === unitOf(amount.unit!)?.dimension) ?? main
  const { read } = amount.found
  const counted = read.kind === 'count' ? read : read.kind === 'bound' && read.of.kind === 'count' ? read.of : undefined
  const counter = counted?.counter ?? ''
  const ofField =
    counter !== '' &&
    fields.some((field) => fold(field.label).includes(fold(counter)) || (field.kind === 'quantity' && fold(field.unit) === fold(counter)))
  const entries =
    labelPlace(clause.folded, clause.reading.tokens, collection.one) ?? labelPlace(clause.folded, clause.reading.tokens, collection.label)
  const ofEntries = counted && ((!ofField && COUNTERS.test(counter)) || !main || main.kind === 'rating' || main.kind === 'money')
  return ofEntries || entries !== undefined ? undefined : main
}

const fieldOf = (bound: Bound, clause: Clause): Field | undefined =>
  clause.spec.collections.find((one) => one.id === bound.collection)?.fields.find((one) => one.id === bound.measure.field)
const dateIn = (id: string, clause: Clause): Field | undefined => {
  const collection = clause.spec.collections.find((one) => one.id === id)
  return collection && dateOf(collection)
}
const TEN_THOUSAND = 10_000
/** "목표 700으로" where it was 600만원, 上限を6に: a bare figure in the tens of thousands that the old one was said in. */
const saidInMan = (value: number, before: number): boolean =>
  before >= TEN_THOUSAND && value * 1000 < before && value * TEN_THOUSAND >= before / 20 && value * TEN_THOUSAND <= before * 20

function inUnitsOf(amount: Amount, field: Field | undefined, before = 0): number {
  if (field?.kind === 'money' && !amount.currency && !amount.unit && saidInMan(amount.value, before)) return amount.value * TEN_THOUSAND
  const to = field?.kind === 'quantity' ? field.unit : field?.kind === 'duration' ? 'min' : undefined
  return (to && amount.unit ? convert(amount.value, amount.unit, to) : null) ?? amount.value
}

function shown(value: number, field: Field | undefined, period: PeriodUnit | undefined, clause: Clause): string {
  const { locale } = clause.spec
  const amount = field ? formatValue(field, value, locale) : formatNumber(value, locale)
  if (!period) return amount
  const per = formatPer(period, locale)
  return clause.language === 'en' ? `${amount} ${per}` : `${per} ${amount}`
}
