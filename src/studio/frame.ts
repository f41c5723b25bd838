/**
 * What a request asks for, before any app is chosen: topic, families with their evidence, qualities, options, items,
 * people, bounds, rhythm, views and behaviours. Pure; linear in the (bounded) length of the request.
 */
import type { Family, Mention } from '../base/concepts/types.ts'
import { foldHan } from '../base/language/han.ts'
import type { Now, Read, Reading } from '../base/language/types.ts'
import { findUnit } from '../base/language/units.ts'
import type { Language, PeriodUnit } from '../spec.ts'
import { beyondIn } from './rules/beyond.ts'
import { cleaned, thingIn } from './rules/clean.ts'
import { BEHAVIOUR_CUES, type Beyond, type Cue, familyCues, has, VIEW_CUES } from './rules/cues.ts'
import { type Formula, formulasOf, impliedFormula } from './rules/formulas.ts'
import { guessKind, isQuality } from './rules/guess.ts'
import { areStages, type Lists, listsIn } from './rules/lists.ts'
import { labelOfPart, type Part, partNamed, partOf } from './rules/parts.ts'
import { peopleIn } from './rules/people.ts'
import { type Question, questionIn } from './rules/questions.ts'
import { type Phrase, phrasesOf } from './rules/split.ts'
import { bounded } from './rules/words.ts'

/** A quality asked for: "with the shop and the price". */
export type Asked = {
  label: string
  kind: string
  part?: Part | undefined
  options?: string[]
  scale?: [number, number]
  unit?: string
  start: number /** Only joined to the topic ("books and films"): a quality where things are measured, a thing elsewhere. */
  joined?: boolean
}
/** Something named that may be a record, an option or a quality, as the family decides. */
export type Item = {
  label: string
  /** The label of the same words in `asked`, where that is another. */
  asked?: string
  start: number
  listed: boolean
  head?: string
  minutes?: number
  amount?: number
  number?: number
}
export type Bound = {
  op: 'most' | 'least' | 'about'
  value: number
  what: 'money' | 'number' | 'quantity' | 'duration' | 'count' | 'percent'
  unit?: string
  per?: PeriodUnit
  explicit: boolean
  start: number
}

export type Frame = {
  reading: Reading
  /** Folded and in lower case, bounded; what rules search. */
  low: string
  language: Language
  currency: string
  now: Now
  cues: Cue[]
  families: { family: Family; weight: number }[]
  mentions: Mention[]
  /** The noun phrase of what it is about, as said; '' if none. */
  topic: string
  name: string | null
  asked: Asked[]
  items: Item[]
  groups: string[]
  lists: Lists
  dropped: string[]
  people: string[]
  headcount: number | null
  bounds: Bound[]
  every: Extract<Read, { kind: 'every' }> | null
  times: string[]
  scale: [number, number] | null
  days: number | null
  dates: { date: string; to?: string }[]
  minutes: number[]
  percents: number[]
  moneys: number[]
  numbers: number[]
  units: string[]
  views: Set<string>
  behaviours: Set<string>
  formulas: Formula[]
  beyond: Beyond[]
  contradiction: boolean
  phrases: Phrase[]
}

export type FrameContext = { now: Now; currency: string; mentions: Mention[]; people: readonly string[] }

/** Requests longer than this are read as far as this. */
export const MOST_READ = 3000

export function frameOf(reading: Reading, ctx: FrameContext): Frame {
  const { language } = reading
  const text = reading.text.slice(0, MOST_READ)
  const low = foldHan(text.toLowerCase())
  const phrases = phrasesOf(reading, MOST_READ)
  const name = nameIn(text)
  // The words of its name do not say what it is.
  const cues = familyCues(name ? low.replaceAll(foldHan(name.toLowerCase()), (found) => ' '.repeat(found.length)) : low)
  const values = flat(reading)
  const bounds = boundsOf(reading, low)
  const frame: Frame = {
    reading,
    low,
    language,
    currency: currencyOf(reading) ?? ctx.currency,
    now: ctx.now,
    cues,
    families: familiesOf(low, cues, ctx.mentions, bounds),
    mentions: ctx.mentions,
    topic: '',
    name,
    asked: [],
    items: [],
    groups: groupsOf(text, language),
    lists: listsIn(text, language),
    dropped: [],
    people: peopleIn(text, language, ctx.people),
    headcount: headcountIn(low),
    bounds,
    every: everyIn(values, low),
    times: [
      ...new Set(
        values.flatMap((one) => (one.kind === 'time' || one.kind === 'datetime' ? [one.time] : one.kind === 'every' ? (one.at ?? []) : [])),
      ),
    ].sort(),
    scale: scaleIn(low, reading),
    days: daysIn(low),
    dates: values.flatMap((one) =>
      one.kind === 'date' ? [{ date: one.date, ...(one.to ? { to: one.to } : {}) }] : one.kind === 'datetime' ? [{ date: one.date }] : [],
    ),
    minutes: values.flatMap((one) => (one.kind === 'duration' ? [one.minutes] : [])),
    percents: values.flatMap((one) => (one.kind === 'percent' ? [one.value] : [])),
    moneys: values.flatMap((one) => (one.kind === 'money' ? [one.amount] : [])),
    numbers: values.flatMap((one) => (one.kind === 'number' ? [one.value] : one.kind === 'count' ? [one.value] : [])),
    units: unitsIn(text, low, language),
    views: new Set(VIEW_CUES.filter(([, words]) => has(low, words)).map(([view]) => view)),
    behaviours: new Set(BEHAVIOUR_CUES.filter(([, words]) => has(low, words)).map(([behaviour]) => behaviour)),
    formulas: formulasIn(text),
    beyond: beyondIn(low, text, language),
    contradiction: false,
    phrases,
  }
  for (const mention of ctx.mentions) {
    if (mention.concept.view && mention.score >= 0.9) frame.views.add(mention.concept.view)
  }
  sortPhrases(frame, phrases)
  // A quality's name ("camera, battery, price") asks for no camera.
  const listed = new Set(phrases.filter((one) => one.after !== 'start' && one.after !== 'and').map((one) => one.start))
  const named = frame.items
    .filter((item) => item.label.length <= 8 && listed.has(item.start))
    .map((item) => foldHan(item.label.toLowerCase()))
  if (frame.beyond.length)
    frame.beyond = beyondIn(
      named.reduce((text, label) => text.replaceAll(label, ' '), low),
      text,
      language,
    )
  frame.contradiction = contradicts(bounds)
  return frame
}

// ---- Evidence -----------------------------------------------------------------------------------------------

/** Independent pieces of evidence: 1 - product of what each leaves open. */
const PATTERNS: [Family, RegExp, number][] = [
  ['trip', /\d\s?(?:泊|박)\s?\d\s?(?:日|일)|[一二两三四五六\d][天日][一二两三四五六\d][夜晚]|去.{2,6}(?:玩|[一二两三四五六七\d]天)/, 0.85],
  ['trip', /\d日(?:间|間).{0,12}(?:预算|予算)|(?:预算|予算).{0,12}\d日(?:间|間)/, 0.8],
  ['trip', /\bdays? (?:in|around|across|through|thru) (?!a row|the)\w{3,}/, 0.7],
  [
    'converter',
    /(?:英里|公里|米|厘米|英寸|英尺|磅|公斤|斤|克|盎司|升|毫升|加仑|华氏度?|摄氏度?|平方米|坪|亩)(?:换成|转成|变成|换)(?:英里|公里|米|厘米|英寸|英尺|磅|公斤|斤|克|盎司|升|毫升|加仑|华氏|摄氏|平方米|坪|亩)/,
    0.95,
  ],
  ['decision', /(?:选|买|去|学).{1,10}还是/, 0.8],
  ['decision', /\b(?:vs\.?|versus)\s|还是.{0,20}(?:打分|比较|对比|选)|どっちが(?:いい|良い|得|お得|安|好)|어느 (?:쪽|게)/, 0.8],
  ['savings', /\bsav(?:e|ing) (?:up )?[$€£¥]?\d|存(?:够|到|下)?\d|\d+.{0,4}(?:を|円)?(?:貯め|贮め)|(?:모으|모아|모을)/, 0.9],
  ['intake', /\bdrink (?:\d|more|enough)|喝\d+.{0,3}(?:杯|毫升|升)|飲む.{0,4}水|물.{0,6}마시/, 0.85],
  ['measurements', /\bmy weight\b|\blose \d+ ?(?:kg|lb|pounds|kilos)/, 0.7],
  [
    'decision',
    /\bwhich .{2,30} (?:to \w|should\b)|选哪[个款台]?|哪[个款台辆套].{0,4}(?:更?好|合适|值得)|(?:买|选).{1,6}(?:对比|比较)|どの.{1,10}(?:にする|を買|を選)|どっちの|어느 .{1,10}(?:살|고를|갈)|어떤 .{1,10}(?:살|고를|갈)/,
    0.6,
  ],
  [
    'loan',
    /\b(?:lent|lend|borrowed|owe) (?:to |from )?(?:me|money|friends|people)\b|借给|借出去的钱|欠我|貸したお金|借りたお金|빌려준 돈|빌린 돈/,
    0.9,
  ],
  ['intake', /\d\s?k?cal\b|千卡|大卡|キロカロリー|칼로리/, 0.9],
  ['workout', /\b(?:km|miles|kilometers) (?:i )?(?:run|ran|walked|cycled)/, 0.7],
  ['expenses', /\bhow much (?:i|we) (?:spend|spent|pay)|(?:花|转|给|交|付|用)了?多少钱|いくら使|얼마 썼|얼마나 쓰|쓰는 돈|쓴 비용/, 0.85],
]

/** So many cups, or so much of what is eaten and drunk, a day. */
const CUPS = /^(?:glass|cup|mug|drink|pint|beer|coffee|shot|杯|잔|컵)/i
const DOSES = /^(?:mg|g|ml|l|kcal|oz|floz)$/i

function familiesOf(low: string, cues: readonly Cue[], mentions: readonly Mention[], bounds: readonly Bound[]): Frame['families'] {
  const open = new Map<Family, number>()
  const first = new Map<Family, number>()
  const add = (family: Family, weight: number, at: number) => {
    open.set(family, (open.get(family) ?? 1) * (1 - weight))
    if (!first.has(family) || at < first.get(family)!) first.set(family, at)
  }
  const seen = new Set<string>()
  for (const [family, pattern, weight] of PATTERNS) {
    const at = low.search(pattern)
    if (at >= 0) add(family, weight, at)
  }
  const dose = bounds.find(
    (bound) => bound.per === 'day' && (CUPS.test(bound.unit ?? '') || (bound.what === 'quantity' && DOSES.test(bound.unit ?? ''))),
  )
  if (dose) add('intake', 0.9, dose.start)
  for (const cue of cues) {
    const once = `${cue.family} ${cue.word}`
    if (!seen.has(once)) add(cue.family, cue.weight * (1 + Math.min(cue.word.length, 12) / 200), cue.start)
    seen.add(once)
  }
  for (const mention of mentions) {
    if (mention.score < 0.9) continue
    for (const [family, weight] of Object.entries(mention.concept.suggests ?? {}) as [Family, number][]) {
      if (!seen.has(`c ${mention.concept.id}`)) add(family, Math.min(0.6, (weight ?? 0) * 0.6), mention.start)
    }
    seen.add(`c ${mention.concept.id}`)
  }
  return [...open]
    .map(([family, left]) => ({ family, weight: 1 - left }))
    .sort((a, b) => b.weight - a.weight || first.get(a.family)! - first.get(b.family)!)
}

// ---- Values -------------------------------------------------------------------------------------------------

const everyIn = (values: readonly Read[], low: string): Frame['every'] => {
  const said = values.filter((one): one is Extract<Read, { kind: 'every' }> => one.kind === 'every')
  return said.find((one) => one.times) ?? timesAWeek(low) ?? said[0] ?? null
}

function formulasIn(text: string): Formula[] {
  const said = formulasOf(text)
  const implied = said.length ? null : impliedFormula(text)
  return implied ? [implied] : said
}

/** 週3で, 每周三练, "주 3회", 3x a week: so many times a week, where the reading saw no rhythm. */
function timesAWeek(low: string): Frame['every'] {
  const said =
    /[週周]\s?([1-7一二两三四五六七])(?![\d日天间年周])(?=[次回练で休]|跑|は|の|$)|주\s?([1-7])\s?(?:회|번|일)|\b([1-7])\s?x (?:a|per|\/) ?week/.exec(
      low,
    )
  const times = said ? small(said[1] ?? said[2] ?? said[3]) : NaN
  return Number.isNaN(times) ? null : { kind: 'every', unit: 'week', count: 1, times }
}

/** Bounds opened, so that what they bound is seen as a value too. */
function flat(reading: Reading): Read[] {
  return reading.values.filter((found) => found.start < MOST_READ).map(({ read }) => (read.kind === 'bound' ? read.of : read))
}

function currencyOf(reading: Reading): string | null {
  for (const read of flat(reading)) if (read.kind === 'money' && read.currency) return read.currency
  return null
}

function figureOf(read: Read): Pick<Bound, 'value' | 'what' | 'unit'> | null {
  switch (read.kind) {
    case 'money':
      return { value: read.amount, what: 'money' }
    case 'number':
      return { value: read.value, what: 'number' }
    case 'percent':
      return { value: read.value, what: 'percent' }
    case 'quantity':
      return { value: read.value, what: 'quantity', unit: read.unit }
    case 'count':
      return { value: read.value, what: 'count', unit: read.counter }
    case 'duration':
      return { value: read.minutes, what: 'duration' }
    default:
      return null
  }
}

const GOAL_WORDS = [
  'goal',
  'target',
  'aim',
  'reach',
  'get to',
  'get down to',
  'down to',
  '目标',
  '达到',
  '减到',
  '瘦到',
  '目標',
  'まで落',
  'までに',
  'まで減',
  '목표',
  '까지 빼',
  '까지 감량',
  '달성',
]
const LIMIT_WORDS = [
  'budget',
  'limit',
  'cap',
  'no more than',
  'at most',
  'max',
  'go over',
  'stay under',
  'below',
  'keep under',
  'exceed',
  '预算',
  '上限',
  '不超过',
  '别超',
  '不要超',
  '予算',
  '上限',
  'まで',
  '以内',
  '예산',
  '한도',
  '이하',
  '이내',
  '넘',
]
const MINUTES_OF: Record<PeriodUnit, number> = { day: 1440, week: 10080, month: 40320, year: 525600 }
/** "hourly rate 25" is a figure of the matter, no bound. */
const RATE_BEFORE = /(?:hourly|rate|wage|unit price|时薪|时给|시급|单价|단가|利率|年龄|aged?)\s*(?:is|of|:|は|은|는|为|是)?\s*$/
const PEOPLE = /^(?:person|people|friend|player|kid|child|guest|人|名|位|个人|명|사람|분)/i
const LEAST_AFTER = /^\s*(?:以上|이상|or more|at least|ずつ|씩)/

function boundsOf(reading: Reading, low: string): Bound[] {
  const bounds: Bound[] = []
  for (const found of reading.values) {
    if (found.start >= MOST_READ) break
    const { read } = found
    const value = figureOf(read.kind === 'bound' ? read.of : read)
    if (!value) continue
    if (read.kind === 'count' && PEOPLE.test(read.counter)) continue
    const per = (read.kind === 'bound' ? read.per : undefined) ?? periodNear(reading, found.start, found.end)
    // "8 weeks, 3 runs a week": what lasts longer than the period is no bound within it.
    if (value.what === 'duration' && per && value.value >= MINUTES_OF[per]) continue
    if (read.kind === 'bound') {
      bounds.push({ op: read.op, ...value, ...(per ? { per } : {}), explicit: true, start: found.start })
      continue
    }
    const before = low.slice(Math.max(0, found.start - 24), found.start)
    if (RATE_BEFORE.test(before)) continue
    const after = low.slice(found.end, found.end + 14)
    const near = (words: string[]) => words.some((word) => before.includes(foldHan(word)) || after.includes(foldHan(word)))
    const least = LEAST_AFTER.test(after)
    if (near(GOAL_WORDS)) bounds.push({ op: 'about', ...value, ...(per ? { per } : {}), explicit: false, start: found.start })
    else if (near(LIMIT_WORDS) && !least)
      bounds.push({ op: 'most', ...value, ...(per ? { per } : {}), explicit: false, start: found.start })
    else if (least || per)
      bounds.push({ op: least ? 'least' : 'about', ...value, ...(per ? { per } : {}), explicit: least, start: found.start })
  }
  return bounds
}

const PERIOD_WORDS: [PeriodUnit, RegExp][] = [
  ['day', /\b(?:a|per|each|every) day\b|\bdaily\b|每天|每日|一天|毎日|1日(?!目|から)|一日|매일|하루|일일/],
  ['week', /\b(?:a|per|each|every|this) week\b|\bweekly\b|每周|每星期|一周|毎週|週に|1週間|周に|매주|일주일|주에|한 주|주 \d|주당/],
  [
    'month',
    /\b(?:a|per|each|every|this) month\b|\bmonthly\b|每个?月|一个月|月度|毎月|月に|月(?=\d|[一二三四五])|ひと月|1か月|1ヶ月|今月|本月|매월|매달|한 ?달|월 \d|달에/,
  ],
  ['year', /\b(?:a|per|each|every|this) year\b|\byearly\b|annual|每年|今年|一年|毎年|年間|年に|매년|올해|일년|1년|연간/],
]
/** The period a value is for, where the reading left it to the words around: "5000円/月", "每个月…", "this year read 30". */
function periodNear(reading: Reading, start: number, end: number): PeriodUnit | undefined {
  const around = foldHan(reading.text.slice(Math.max(0, start - 22), end + 16).toLowerCase())
  const own = reading.text.slice(end, end + 6)
  const slash = /^\s*[/／]\s*(day|week|month|year|日|天|周|週|月|年|일|주|월|년)/.exec(own.toLowerCase())
  if (slash)
    return /day|日|天|일/.test(slash[1]!)
      ? 'day'
      : /week|周|週|주/.test(slash[1]!)
        ? 'week'
        : /month|月|월/.test(slash[1]!)
          ? 'month'
          : 'year'
  let best: { unit: PeriodUnit; far: number } | undefined
  for (const [unit, pattern] of PERIOD_WORDS) {
    const match = pattern.exec(around)
    if (!match) continue
    const far = Math.abs(match.index - Math.min(22, start))
    if (!best || far < best.far) best = { unit, far }
  }
  return best?.unit
}

const contradicts = (bounds: readonly Bound[]) =>
  bounds.some(
    (most) =>
      most.op === 'most' &&
      bounds.some(
        (least) =>
          least.op === 'least' &&
          least.what === most.what &&
          (least.per === most.per || !least.per || !most.per) &&
          least.value > most.value,
      ),
  )

function scaleIn(low: string, reading: Reading): [number, number] | null {
  const stars =
    /(\d{1,2})[- ]?(?:stars?|星|段阶|점 만점|단계|点满点)|out of (\d{1,3})|满分(\d{1,3})|(\d{1,3})分(?:制|满分)|(\d{1,3})点满点/.exec(low)
  if (stars) {
    const high = Number(stars[1] ?? stars[2] ?? stars[3] ?? stars[4] ?? stars[5])
    return [high > 10 ? 0 : 1, high]
  }
  if (/五星|5星|five[- ]star/.test(low)) return [1, 5]
  const range = reading.values.find((found) => found.read.kind === 'range' && !found.read.unit)?.read
  if (range?.kind === 'range' && range.low >= 0 && range.low <= 1 && range.high <= 100) return [range.low, range.high]
  const said = /(?:^|[^\d])([01])\s?(?:-|~|to|到|から|부터|에서)\s?(\d{1,3})(?!\d|[:/])/.exec(low)
  return said && Number(said[2]) <= 100 ? [Number(said[1]), Number(said[2])] : null
}

const SMALL = new Map<string, number>([
  ...'one two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, at + 1] as const),
  ...'一二三四五六七八九十'.split('').map((word, at) => [word, at + 1] as const),
  ['两', 2],
  ['半', 0.5],
  ...'하루 이틀 사흘 나흘 닷새'.split(' ').map((word, at) => [word, at + 1] as const),
])
const small = (word: string | undefined) => (word === undefined ? NaN : (SMALL.get(word) ?? Number(word)))

/** How many days something lasts: "4 day trip", "五天", "2泊3日", "2박 3일", "a week in". */
export function daysIn(low: string): number | null {
  const nights = /(\d{1,2}|[一二三四五六七八九十])\s?(?:泊|晚|夜|박)\s?(\d{1,2}|[一二三四五六七八九十])\s?(?:日|天|일)/.exec(low)
  if (nights) return small(nights[2])
  const days =
    /(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]?(?:day|night)s?\b|(\d{1,2}|[一二两三四五六七八九十])\s?(?:天|日间|日游)(?!内|后|前)|(\d{1,2})\s?일(?:간|짜리| 동안| 여행)|(\d{1,2})泊/.exec(
      low,
    )
  if (days) return Math.min(60, small(days[1] ?? days[2] ?? days[3] ?? (days[4] && String(Number(days[4]) + 1)))) || null
  if (/\b(?:a|one) week (?:in|trip|at|long)|week-long|for a week|一周的?旅|1週間の旅|一周间の旅|일주일 여행/.test(low)) return 7
  if (/\btwo weeks\b|两周|2週間|이주일|2주 여행/.test(low) && /trip|旅|여행/.test(low)) return 14
  if (/\bweekend (?:in|trip|away|at)|周末|周末旅|주말 여행|주말여행/.test(low)) return 2
  return null
}

const headcountIn = (low: string): number | null => {
  const found =
    /(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|[两二三四五六七八九十])\s?(?:people|persons|friends|players|roommates|flatmates|housemates|of us|个?人|位|人で|명이?)/.exec(
      low,
    )
  return found
    ? small(found[1]) || null
    : /둘이/.test(low)
      ? 2
      : /셋이/.test(low)
        ? 3
        : /넷이/.test(low)
          ? 4
          : /다섯이/.test(low)
            ? 5
            : null
}

function unitsIn(text: string, low: string, language: Language): string[] {
  const said =
    /\bin (kg|kilos?|kilograms?|lbs?|pounds?|stones?|km|kilometers?|kilometres?|miles?|mi|cm|inches|feet|meters?|metres?|ml|milliliters?|millilitres?|litres?|liters?|oz|ounces?|grams?|g|celsius|fahrenheit|mmol\/l|mg\/dl)\b/g
  const units = [...low.matchAll(said)].map((match) => findUnit(match[1]!, language)?.id)
  for (const match of text.matchAll(/\(([a-zA-Z°/%]{1,6}|公斤|斤|厘米|毫升|キロ|킬로)\)/g)) units.push(findUnit(match[1]!, language)?.id)
  return units.filter((unit) => unit !== undefined)
}

// ---- Names, groups ------------------------------------------------------------------------------------------

const NAME_PATTERNS = [
  /\b(?:call(?:ed)? (?:it|the app|this)|name(?:d)? (?:it|the app|this)|(?:titled|called|named))[:,]? +["“']?([^"”'\n.,;:!?]{1,40})["”']?/i,
  /(?:이름은|제목은|이름을)\s?["「]([^"」\n]{1,30})["」]/,
  /(?:叫做?|名为|命名为|名字是|取名)\s?["“「《]([^"”」》\n]{1,20})["”」》]/,
  /(?:名字叫做?|取名叫?|起名叫?|命名为|名称叫|应用名叫?|就叫|叫做|名为|叫)[:: ]?["“「《]?([^"”」》\n。,;!?]{1,20}?)["”」》]?(?=$|[。,;!?]|的(?:应用|app|记录|清单)|吧)/i,
  /[「『"]([^」』"\n]{1,30})[」』"]\s?(?:という|って|と(?:いう|呼|名))/,
  /(?:名前は|タイトルは|アプリ名は)[「『"]?([^」』"\n。、,!?]{1,30}?)[」』"]?(?=$|[。、,!?]|で|に(?:して|する))/,
  /(?:^|[\s、,。])([^\s、,。「」『』"]{1,20})という(?:名前|アプリ|タイトル)/,
  /(?:이름은|제목은|앱 이름은|이름을)\s?["'“「]?([^"'”」\n.,!?]{1,30}?)["'”」]?(?:(?:으)?로(?: 해| 지| 하| 정|$)[^\n]*|$|[.,!?]|이야|야|라고.*)$/,
  /["'“「]([^"'”」\n]{1,30})["'”」]\s?(?:이?라고|이?라는)/,
]
export function nameIn(text: string): string | null {
  for (const pattern of NAME_PATTERNS) {
    const found = pattern.exec(text)?.[1]?.trim()
    if (found && !/^(?:a|an|the|it|me|我|醒)\b/i.test(found)) return bounded(found, 40)
  }
  return null
}

const PERIOD_GROUP =
  /^(?:day|week|month|year|date|日|天|周|週|月|年|日期|日付|날짜|일|주|월|년|요일|曜日|weekday|the day|each|every|time|me|hand|myself|\d.*)$/i
function groupsOf(text: string, language: Language): string[] {
  const patterns: Record<Language, RegExp> = {
    en: /\b(?:group(?:ed)?|sort(?:ed)?|broken down|organi[sz]ed|arranged|categori[sz]ed|divided|separated|split|shown) by (?:the )?([a-z][a-z ]{1,22}?)(?=$|[,.;]| and | with | so | in | on )|\bper (?!day|week|month|year|person|hour|minute|night|session|each|cent|se\b|100|unit|capita)([a-z]{3,16})\b/gi,
    zh: /按照?([^,。、的按\s]{1,8}?)(?:来|进行)?(?:分类|分组|统计|排列|排序|区分|汇总|显示|查看|看|分|归类)/g,
    ja: /([\p{Script=Han}\p{Script=Katakana}ー]{1,10})(?:ごと|別|毎)(?=に|の|で|$|、|。)/gu,
    ko: /([가-힣]{1,8})별(?=로|\s|$|,)/g,
  }
  return [...text.matchAll(patterns[language])]
    .map((match) => (match[1] ?? match[2] ?? '').trim())
    .filter((word) => word && !PERIOD_GROUP.test(word))
}

// ---- Phrases to roles ---------------------------------------------------------------------------------------

const NEGATIONS = [
  /^(?:but )?(?:no|without|don't (?:need|want|include)|do not (?:need|want|include)|not?|skip|leave out|minus|drop|except)(?: (?:a|an|any|the|need for))? ([^,.;]{1,40}?)(?: fields?| columns?)?$/i,
  /^(?:但|但是)?(?:不要|不需要|不用|无需|没有|去掉|除了|别加|不带)(.{1,16}?)(?:字段|栏|了)?$/,
  /^(.{1,16}?)(?:欄|フィールド)?(?:は|も)?(?:いらない|要らない|不要|なし(?:で)?|いりません|抜き(?:で)?|必要ない|必要ありません)(?:です)?$/,
  /^(.{1,16}?)(?:은|는|이|가|칸은|란은)?\s?(?:빼고|빼줘|없이|필요 ?없.*|제외.*|말고|없어도 .*)$/,
]
const WITHOUT_EN =
  /\b(?:without|no need for|don't need) (?:a |an |any |the )?([a-z][a-z ]{1,24}?)(?: fields?| columns?)?(?=$|[,.;]| but | and )/gi

function negatedIn(phrase: string): string | null {
  for (const pattern of NEGATIONS) {
    const found = pattern.exec(phrase)
    if (found?.[1]) return found[1].trim()
  }
  return null
}

const OPTION_HEAD =
  /(?:categor(?:y|ies)|types?|kinds?|status(?:es)?|stages?|state|priority|priorities|分类|类别|类型|种类|状态|优先级|カテゴリー?|分類|種類|ステータス|状態|優先度|費目|種別|분류|카테고리|종류|상태|유형|우선순위)$/i
const FIELD_HEAD =
  /(?:fields?|columns?|record|note|track|log|logbook|details|info|information|each|字段|项目|记录|信息|内容|日志|每[个项条本次].*|項目|フィールド|列|内容|記録|日誌|ログ|台帳|メモ|記録する項目|항목|필드|칸|기록|내용|정보|일지|기록장)$/i
const VIEW_ONLY =
  /^(?:.*画(?:成|出|折线|曲线|柱状|个图|图).*|(?:and |also )?(?:show|see|view|display|draw|plot|chart|graph|visuali[sz]e)\b.*|画成.*|画出.*|(?:用|以|按|带|生成).*(?:日历|图表?|曲线|看板|表格|时间线|统计).*|.*(?:カレンダー|グラフ|チャート|表|ボード|タイムライン)(?:で|に|も|表示|化).*|.*(?:달력|캘린더|그래프|차트|표|보드|타임라인)(?:로|으로|도| 보기).*|(?:with )?(?:a |the )?(?:line |bar |pie |weekly |monthly |daily )?(?:charts?|graphs?|calendar|calendar view|board view|table view|dashboard|summary|statistics|stats|totals?)(?: view)?(?: .*)?|统计|图表|折线图|曲线图|柱状图|饼图|棒グラフ|折れ線グラフ|円グラフ|막대그래프|원그래프|日历|グラフ|カレンダー|集計|그래프|달력|캘린더|통계)$/i
const MUST_BE_SHORT: Record<Language, number> = { en: 44, zh: 14, ja: 18, ko: 20 }

function sortPhrases(frame: Frame, phrases: readonly Phrase[]): void {
  for (const match of frame.reading.text.slice(0, MOST_READ).matchAll(WITHOUT_EN)) frame.dropped.push(match[1]!.trim())
  const first = phrases.filter((phrase) => phrase.sentence === 0)
  const headless = isBareList(first, frame)
  let headTaken = false
  phrases.forEach((phrase) => {
    const text = withoutName(phrase.text, frame)
    if (text === '') return
    const negated = negatedIn(text)
    if (negated && !frame.cues.some((cue) => cue.family === 'habit' && cue.weight > 0.8)) {
      frame.dropped.push(negated)
      return
    }
    if (!headless && !headTaken && phrase.sentence <= 1) {
      headTaken = true
      takeHead(phrase, text, frame)
      return
    }
    const inHead =
      phrase.sentence === 0 && first.indexOf(phrase) > 0 && first.slice(1, first.indexOf(phrase) + 1).every((one) => one.after === 'and')
    takePhrase(phrase, text, frame, inHead)
  })
  markOptions(frame)
  markLists(frame)
  frame.asked = uniqueBy(frame.asked, (one) => one.label.toLowerCase()).slice(0, 24)
  frame.items = uniqueBy(frame.items, (one) => one.label.toLowerCase()).slice(0, 60)
}

const uniqueBy = <T>(list: readonly T[], keyOf: (one: T) => string): T[] => {
  const seen = new Set<string>()
  return list.filter((one) => !seen.has(keyOf(one)) && Boolean(seen.add(keyOf(one))))
}

/** "日付・金額・店名を記録": the request is the list itself; nothing before it says what it is about. */
function isBareList(first: readonly Phrase[], frame: Frame): boolean {
  if (first.length < 2 || first[1]!.after === 'colon') return false
  const before = first.findIndex((phrase) => phrase.after === 'with' || phrase.after === 'colon')
  const list = first.slice(0, before < 0 ? undefined : before).map((phrase) => cleaned(withoutValues(phrase, frame), frame.language))
  const whole = list[0] ?? ''
  return list.length > 1 && partNamed(whole) !== undefined && list.slice(1).some((item) => partNamed(item) !== undefined || isQuality(item))
}

const withoutName = (text: string, frame: Frame): string => {
  if (!frame.name) return text
  const bare = text.replace(frame.name, '').trim()
  return /^(?:(?:and )?(?:call|name)(?:d)?(?: it| the app| this)?|["'“”「」『』《》]*|叫做?|名字叫?|取名叫?|就叫|名为|.{0,4}という(?:名前|アプリ)?.{0,4}|名前は.{0,6}|이름은.{0,6}|(?:이?라고|이?라는).*)["'“”「」\s]*$/i.test(
    bare,
  )
    ? ''
    : text.replace(frame.name, '')
}

/** The phrase without the values in it ("budget 900 euros" -> "budget"). */
function withoutValues(phrase: Phrase, frame: Frame): string {
  let text = ''
  let from = phrase.start
  for (const found of frame.reading.values) {
    if (found.end <= phrase.start || found.start >= phrase.end) continue
    if (found.read.kind === 'period' && /年$|월$/.test(found.text)) continue
    // "monthly fee" is the name of a quality.
    if (found.read.kind === 'every' && /ly$/i.test(found.text.trim()) && found.end < phrase.end && frame.phrases[0] !== phrase) continue
    text += `${frame.reading.text.slice(from, Math.max(from, found.start))} `
    from = Math.min(phrase.end, Math.max(from, found.end))
  }
  return (text + frame.reading.text.slice(from, phrase.end)).replace(/\s+/g, ' ').trim()
}

/** Of a listed item only figures at its end are its value: "stretch 5 minutes", but "1st interview" is a name. */
function withoutLastValues(phrase: Phrase, frame: Frame): string {
  let end = phrase.end
  for (const found of [...frame.reading.values].reverse())
    if (found.start > phrase.start && found.end <= end && /^[\s.,はをで)]*$/.test(frame.reading.text.slice(found.end, end)))
      end = found.start
  return frame.reading.text.slice(phrase.start, end).trim()
}

const valuesIn = (phrase: Phrase, frame: Frame) =>
  frame.reading.values.filter((found) => found.start >= phrase.start && found.end <= phrase.end)

function takeHead(phrase: Phrase, text: string, frame: Frame): void {
  const bare = text === phrase.text ? withoutValues(phrase, frame) : text
  frame.topic = bounded(tidy(cleaned(bare, frame.language, true), frame.language), 60)
  const next = frame.phrases[frame.phrases.indexOf(phrase) + 1]
  // The first of a list: "habit tracker for meditation, reading and stretching".
  const bounding = next && frame.bounds.some((bound) => bound.start >= next.start && bound.start < next.end)
  const talk = next && (VIEW_ONLY.test(next.text) || BEHAVIOUR_ONLY.test(next.text) || negatedIn(next.text) !== null)
  if (
    next &&
    !bounding &&
    !talk &&
    next.sentence === phrase.sentence &&
    (next.after === 'comma' || next.after === 'and' || next.after === 'mark')
  ) {
    const item = lastNounOf(frame.topic, frame.language)
    if (item) frame.items.push({ label: item, start: phrase.start, listed: false, head: '' })
    if (frame.language !== 'en' && next.after === 'and') frame.topic = joined(phrase, next, frame) || frame.topic
    if (frame.language === 'en' && item !== frame.topic && frame.topic.endsWith(item))
      frame.topic =
        frame.topic
          .slice(0, Math.max(0, frame.topic.length - item.length))
          .replace(/\s+(?:for|by|between|on|of|like|about|with|based on)(?: my| the| our| a)?\s*$/i, '')
          .trim() || frame.topic
  }
}

/** 家族と友達の誕生日リスト: the last of what is joined bears the head noun, so both are the topic. */
function joined(first: Phrase, next: Phrase, frame: Frame): string {
  const { language } = frame
  const after = frame.phrases[frame.phrases.indexOf(next) + 1]
  if (after && after.after !== 'start' && after.sentence === next.sentence) return ''
  const topic = cleaned(withoutValues({ ...first, end: next.end }, frame), language)
  return topic.length <= MUST_BE_SHORT[language] + 4 ? bounded(tidy(topic, language), 60) : ''
}

/** What is left of particles where a value stood before them: "毎日の体温" without 毎日. */
function tidy(text: string, language: Language): string {
  if (language === 'ja')
    return text.replace(/\s+/g, /[a-z] [a-z]/i.test(text) ? ' ' : '').replace(/^(?:まで|から|[のでにをがはと](?=[^い]))+(?=.)/, '')
  if (language === 'zh') return /[a-z] [a-z]/i.test(text) ? text : text.replace(/(?<=[^a-z0-9]) (?=[^a-z0-9])/gi, '')
  if (language === 'ko') return text.replace(/^(?:에|까지|부터|동안|마다|씩|의|로|으로)(?:\s+|$)/, '')
  return text
}

/** "tracker for meditation" -> "meditation": what an app of a list is for. */
function lastNounOf(topic: string, language: Language): string {
  if (language !== 'en') return topic
  const last = / (?:for|by|between|like|based on|of|on) (?!.* (?:for|by|between|like|based on|of|on) )(.+)$/i.exec(topic)?.[1] ?? topic
  return cleaned(last, language)
}

function takePhrase(phrase: Phrase, text: string, frame: Frame, inHead: boolean): void {
  const { language } = frame
  if (VIEW_ONLY.test(text) && VIEW_ONLY.test(cleaned(text, language, false))) return
  const values = valuesIn(phrase, frame)
  const colon = phrase.head !== undefined
  const bare = colon ? withoutLastValues(phrase, frame) : withoutValues(phrase, frame)
  const question = questionIn(language === 'zh' ? bare.replace(/^的/, '') : bare, language)
  const last = phrase === frame.phrases.at(-1)
  const label = bounded(
    (question?.label ?? questionLabel(tidy(cleaned(bare, language), language), language)) || (colon ? thingIn(bare, language, last) : ''),
    60,
  )
  const amount = amountOf(values)
  const isBound = frame.bounds.some(
    (bound) => bound.start >= phrase.start && bound.start < phrase.end && (bound.explicit || bound.op !== 'about'),
  )
  if (label === '' || /^[\p{P}\p{S}\d\s]+$/u.test(label)) return
  if (isBound && !colon) return
  const listed = colon || phrase.after === 'with'
  // What stands in a list after a colon keeps its verb: "make bed" is a task, "recording" a stage.
  const thing = colon && !question ? bounded(thingIn(bare, language, last), 60) || label : label
  const item: Item = {
    label: thing,
    ...(thing === label ? {} : { asked: label }),
    start: phrase.start,
    listed,
    ...(phrase.head !== undefined ? { head: phrase.head } : {}),
    ...amount,
  }
  if (label.length > MUST_BE_SHORT[language] || (phrase.after === 'start' && !colon)) {
    // A sentence of its own: only a short noun phrase is something asked for.
    if (phrase.after !== 'start' || !looksListed(phrase, frame) || label.length > MUST_BE_SHORT[language]) {
      if (colon) frame.items.push({ ...item, label: bounded(cleaned(bare, language, false), 80) })
      return
    }
  }
  if (!colon && isBehaviourOnly(label, text)) return
  if (phrase.after === 'with' && COMPANIONS.test(label)) return
  if (!colon && namesAnApp(label, phrase, frame)) return
  if (
    !colon &&
    frame.people.some((person) => label === person || label.replace(/^(?:with|と|和|跟)/, '') === person || label.startsWith(`${person} `))
  )
    return
  frame.items.push(item)
  const unknown = inHead && !partNamed(label) && !conceptFor(label, frame)
  if (unknown && language === 'en') return
  if (item.minutes !== undefined && !partNamed(label)) return
  const asked = choiceOf(label, phrase.start) ?? askedFor(label, phrase.start, frame)
  // "client, amount, paid?": the mark asks whether.
  if (frame.reading.text[phrase.end] === '?' && phrase.after !== 'start') Object.assign(asked, { kind: 'yesno', part: undefined })
  frame.asked.push({ ...asked, ...(question ? plain(question) : {}), ...(unknown && asked.kind === 'text+' ? { joined: true } : {}) })
}

/** With whom, not with what. */
const COMPANIONS =
  /^(?:(?:my|our|a|an|the|two|three|four|\d) )*(?:toddlers?|kids?|children|child|baby|babies|friends?|family|wife|husband|partner|parents|girlfriend|boyfriend|colleagues|roommates?|flatmates?)$/i

/** "status listed/sold": what it can be stands beside it. */
function choiceOf(label: string, start: number): Asked | undefined {
  const said = /^(?:(.{2,24}?)[ :]\(?)?([\p{L}-]{2,14}(?:\/[\p{L}-]{2,14})+)\)?$/u.exec(label)
  if (!said || /^(?:and\/or|y\/n|n\/a|yes\/no)$/i.test(said[2]!)) return undefined
  return { label: said[1] ?? said[2]!, kind: 'choice', options: said[2]!.split('/'), start }
}

/** A question's answer decides the kind; a quality of ours that is of that kind stays itself. */
function plain({ label, kind }: Question): Partial<Asked> {
  const part = partNamed(label)
  return part && part.kind.split(/[:=]/)[0] === kind ? {} : { kind, part: undefined }
}

const looksListed = (phrase: Phrase, frame: Frame) => {
  const after = frame.phrases[frame.phrases.indexOf(phrase) + 1]
  return (
    after !== undefined &&
    after.sentence === phrase.sentence &&
    (after.after === 'mark' || after.after === 'comma' || after.after === 'and')
  )
}

/** "with a shopping list": a part of the app with a rule of its own, not a quality. */
function namesAnApp(label: string, phrase: Phrase, frame: Frame): boolean {
  if (partNamed(label) || frame.cues.some((cue) => cue.family === 'habit')) return false
  const low = foldHan(label.toLowerCase())
  return frame.cues.some(
    (cue) =>
      cue.start >= phrase.start &&
      cue.end <= phrase.end &&
      cue.weight > 0.8 &&
      cue.end - cue.start >= low.length * 0.5 &&
      phrase.after !== 'mark' &&
      APPS_BESIDE.has(cue.family),
  )
}
const APPS_BESIDE = new Set<Family>([
  'packing',
  'trip',
  'shopping',
  'mealplan',
  'timer',
  'flashcards',
  'quiz',
  'checklist',
  'calculator',
  'converter',
  'board',
  'routine',
  'split',
  'poll',
  'budget',
  'countdown',
  'guests',
  'recipes',
])

const BEHAVIOUR_ONLY =
  /^(?:reminders?|reminder.*|streaks?|streak.*|remind me.*|notify.*|notifications?|warn.*|alert.*|tell me.*|a streak.*|a timer|a limit.*|a goal|goals?|a budget.*|budget|目标|(?:早晚|早中晚|每[天日周月]).*[量次]|提醒.*|.*提醒我?|.*通知$|.*(?:前に|たら|すると)(?:通知|知らせ|教え).*|.*连续.*|.*打卡|打卡|通知.*|リマインド.*|通知.*|.*教えて.*|.*知らせて.*|.*忘れない.*|連続.*|.*続いた.*|.*連続.*|目標|알림.*|알려.*|.*알려 ?줘?|연속.*|리마인더|목표|.*(?:复习|復習|복습).*|기록|記録|记录|管理|관리|(?:i|you|we|it|so|if|when|because|since)\b.*)$/i
function isBehaviourOnly(label: string, text: string): boolean {
  if (partNamed(label)) return false
  if (/^(?:when i|what i|how i|where i|who i|whether|when|if it|if i)\b/i.test(label))
    return /^(?:when|if) .*(?:remind|warn|tell|about to|over|low)/i.test(text)
  return BEHAVIOUR_ONLY.test(label)
}

/** "how much the kids liked it" keeps its words, "what I paid" is "Paid". */
function questionLabel(label: string, language: Language): string {
  if (language === 'en') {
    return label
      .replace(/^(?:the )?(?:day|date) (?:i|we) (\w+)(?: it| them)?$/i, 'day $1')
      .replace(/^what (?:i|we) (paid|spent)(?: for it| on it)?$/i, '$1')
      .replace(/^how much (?:i|we) (paid|spent)(?: for it| on it)?$/i, '$1')
      .replace(/^how many (\w+).*$/i, '$1')
      .replace(/^number of /i, '')
  }
  if (language === 'zh') return label.replace(/^(?:花了|用了)?多少钱$/, '金额').replace(/^多少([^钱]{1,6})$/, '$1')
  return label
}

function amountOf(values: Reading['values']): Pick<Item, 'minutes' | 'amount' | 'number'> {
  for (const { read } of values) {
    const of = read.kind === 'bound' ? read.of : read
    if (of.kind === 'duration') return { minutes: of.minutes }
    if (of.kind === 'money') return { amount: of.amount }
    if (of.kind === 'number' || of.kind === 'count' || of.kind === 'quantity') return { number: of.value }
  }
  return {}
}

export function askedFor(label: string, start: number, frame: Pick<Frame, 'language' | 'mentions' | 'reading' | 'low'>): Asked {
  const { language } = frame
  const unitSaid = /^(.{1,40}?)(?: in |\s?\()([a-zA-Z°/%]{1,12}|公斤|斤|厘米|毫升|キロ|킬로)\)?$/.exec(label)
  const unit = unitSaid ? findUnit(unitSaid[2]!, language)?.id : undefined
  const word = unit ? unitSaid![1]!.trim() : label
  const part = partNamed(word)
  const concept = conceptFor(word, frame) ?? unitNamed(word, language)
  const kind = unit ? `qty:${unit}` : part ? part.kind : (concept ?? guessed(word, start, frame))
  return { label: word, kind, start, ...(part ? { part } : {}), ...(unit ? { unit } : {}) }
}

/** 毫升, km: the unit itself stands for what is measured in it. */
function unitNamed(word: string, language: Language): string | undefined {
  const unit = partNamed(word) || /^[a-z]$/i.test(word) ? undefined : findUnit(word, language)
  return unit && unit.dimension !== 'time' ? `qty:${unit.id}` : undefined
}

/** By its own form, else by the noun it ends with: "honey weight" is a weight, 仕込みの水温 a temperature. */
function guessed(word: string, start: number, frame: Pick<Frame, 'mentions' | 'low' | 'language'>): string {
  const kind = guessKind(word)
  if (kind !== 'text+') return kind
  const low = foldHan(word.toLowerCase())
  const at = frame.low.indexOf(low, start)
  const end = at + low.length
  const head = frame.mentions.find(
    (one) => at >= 0 && one.end === end && one.start > at && one.score >= 0.9 && one.end - one.start >= 2 && one.concept.field,
  )
  const known = head ? kindOfField(head) : undefined
  return known && MEASURED_KINDS.test(known) ? known : kind
}
/** Kinds that a compound takes over from its last noun; "table number" is rather a name. */
const MEASURED_KINDS = /^(?:qty|money|date|time|duration|rating)/

/** The ontology's opinion of a word, where exactly that word is a quality in it. */
function conceptFor(word: string, frame: Pick<Frame, 'mentions'>): string | undefined {
  const low = foldHan(word.toLowerCase())
  const mention = frame.mentions.find((one) => one.score >= 0.99 && one.concept.field && foldHan(one.text.toLowerCase()) === low)
  return mention && kindOfField(mention)
}
function kindOfField({ concept: { field } }: Mention): string | undefined {
  if (!field) return undefined
  if (field.kind === 'quantity') return `qty:${field.unit ?? ''}`
  if (field.kind === 'number') return field.integer ? 'int' : 'num'
  if (field.kind === 'rating') return field.max && field.max !== 5 ? `rating:${field.max}` : 'rating'
  if (field.kind === 'text') return 'text+'
  return ['money', 'date', 'time', 'datetime', 'duration', 'yesno', 'person', 'place', 'link', 'note'].includes(field.kind)
    ? field.kind
    : undefined
}

/** Stages become the columns of a board, kinds to sort into a category. */
function markLists(frame: Frame): void {
  const { lists } = frame
  const colon = frame.items.filter((item) => item.head !== undefined && item.listed).map((item) => item.label)
  const others = frame.items
    .filter((item) => item.head === undefined && item.start > (frame.phrases[0]?.end ?? 0))
    .map((item) => item.label)
  if (lists.stages.length < 3) lists.stages = areStages(colon) ? colon : areStages(others) ? others : lists.stages
  lists.categories = lists.categories.filter((label) => label !== frame.topic)
  const take = (labels: readonly string[], part: string) => {
    const known = partOf(part)!
    const own = (label: string) => labels.some((one) => label.startsWith(one) || one.startsWith(label))
    frame.items = frame.items.filter((item) => !own(item.label))
    frame.asked = frame.asked.filter((one) => !own(one.label))
    frame.asked.push({ label: labelOfPart(known, frame.language), kind: 'choice', options: [...labels], part: known, start: 0 })
  }
  if (lists.stages.length >= 3) {
    frame.views.add('board')
    take(lists.stages, 'status')
  }
  if (lists.categories.length >= 2) take(lists.categories, 'category')
}

/** Lists with a head that takes options become choices: "status: todo, doing, done". */
function markOptions(frame: Frame): void {
  const heads = uniqueBy(
    frame.items.filter((item) => item.head && OPTION_HEAD.test(item.head)),
    (item) => item.head!,
  )
  for (const { head, start } of heads) {
    const listed = frame.items.filter((item) => item.head === head)
    const options = listed.map((item) => item.label)
    const said = new Set(listed.flatMap((item) => [item.label, item.asked ?? item.label]))
    const words = cleaned(head!, frame.language).split(/\s/)
    const label = frame.language === 'en' || frame.language === 'ko' ? words.at(-1)! : (OPTION_HEAD.exec(head!)?.[0] ?? head!)
    frame.items = frame.items.filter((item) => item.head !== head && item.label !== cleaned(head!, frame.language))
    frame.asked = frame.asked.filter((one) => !said.has(one.label) && one.label !== cleaned(head!, frame.language))
    const part = partNamed(label)
    frame.asked.push({
      label: label.replace(/ies$/, 'y').replace(/(?<=e)s$/, ''),
      kind: 'choice',
      options,
      start,
      ...(part ? { part } : {}),
    })
  }
  for (const item of frame.items) if (item.head !== undefined && FIELD_HEAD.test(item.head)) item.listed = false
}
