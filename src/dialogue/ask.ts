/**
 * "how much on coffee this month, by shop?" as a Query: what is measured, of which records, over which time, by what
 * it is grouped, and against what it is compared.
 */

import { conceptForms } from '../base/forms.ts'
import { read } from '../base/language/read.ts'
import type { Now, Reading } from '../base/language/types.ts'
import {
  collectionNamed,
  contentStems,
  type FieldHit,
  fieldsNamed,
  firstOf,
  fold,
  has,
  labelPlace,
  optionNamed,
  placesOf,
  visibleCollections,
  visibleFields,
} from '../base/resolve.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { AppSpec, Collection, Field, Filter, Measure, PeriodUnit, Query, When } from '../spec.ts'
import { plainly } from './log/fill/choices.ts'
import { seedNamed } from './log/seeds.ts'
import { leftover, placeIn } from './slots.ts'
import { topics } from './topic.ts'

export type AskContext = {
  now: Now
  locale: string
  currency: string /** The question before this one, which "and last month?" takes up. */
  before?: string
}

const w = (list: string) => list.split('|').map(fold)
const FN: [Measure['fn'], string[]][] = [
  ['mean', w('average|mean|on average|typical|per day on average|avg|平均|均值|平均して|평균')],
  [
    'latest',
    w(
      'latest|most recent|current|currently|last time|newest|last|recent|最近的|最新的|最新|目前|现在的|上次|最近|直近|最後|今の|現在|최근|최신|마지막|현재|요즘',
    ),
  ],
  [
    'max',
    w(
      'highest|biggest|largest|maximum|max|longest|best|heaviest|most expensive|most valuable|priciest|slowest|record|top|最高|最大|最贵|最長|最长|最多的一次|一番高|一番多|一番重|一番長|最も高|最も多|ベスト|최고|최대|가장 비싼|가장 높|제일 비싼|가장 긴|제일 높',
    ),
  ],
  [
    'min',
    w(
      'lowest|smallest|minimum|min|shortest|cheapest|lightest|least|fastest|quickest|最快|一番早|가장 빠른|제일 빠른|最低|最小|最便宜|最短|最少|一番安|一番低|一番軽|一番少|一番短|一番早|最も低|최저|최소|가장 싼|가장 낮|제일 싼|제일 낮',
    ),
  ],
  ['distinct', w('how many different|how many kinds|几种|几家|何種類|몇 종류|몇 가지')],
]
const COUNT = w(
  'how many times|how often|how many entries|number of|count|how many|几次|多少次|多少条|几条|几个|几本|几杯|多少个|多少本|次数|何回|何件|何個|何冊|何杯|何本|いくつ|回数|件数|몇 번|몇번|몇 개|몇개|몇 권|몇 잔|횟수|몇 건|몇 명|몇 병|몇 장|몇 편|몇 곡|몇 마리|几瓶|几张|几部|几首|几条|几只|几辆|几份|几件|几家|几种|何枚|何台|何匹|何曲|何品|何足',
)
const SUM = w(
  'how much|total|sum|altogether|in total|spent|spend|多少|一共|总共|总计|合计|总额|花了|いくら|合計|全部で|トータル|総額|どれくらい|どのくらい|얼마|총|합계|전부|모두 얼마',
)
const MONEY = w(
  'spend|spent|cost|money|price|pay|paid|expense|earn|钱|花|费|额|块|元|いくら|使った|金|円|費|額|얼마|돈|썼|비용|금액|값|지출',
)
const FAR = w('how far|distance|km|miles|多远|距离|公里|距離|どれくらい走|거리|얼마나 뛰|얼마나 달')
const LONG = w('how long|hours|minutes|time|多久|多长时间|时长|時間|どれくらい|시간|얼마나 오래')
const LISTS = w(
  "what's due|what is due|what's left|what is left|to do|upcoming|coming up|what's on|what is on|what do i have|show me|list|which ones|schedule for|anything|due|overdue|还有什么|还剩|剩下|待办|到期|有哪些|有什么|安排|日程|列出|予定|残って|残り|一覧|見せて|締め切り|やること|何がある|일정|예정|남은|남았|할 일|마감|목록|보여|뭐가 있|뭐 있",
)
const OPEN = w(
  'left|to do|due|overdue|unfinished|not done|remaining|still|open|还剩|剩下|没完成|未完成|待办|到期|残って|残り|未完了|まだ|やること|締め切り|남은|남았|안 한|아직|미완료|할 일',
)
const COMPARE = w(
  'compared to|compared with|compare|more than last|less than last|versus last|vs last|than the previous|than last|than the week before|相比|比较|对比|比上|跟上|和上|比べ|より多|より少|比較|비교|보다',
)
const WHICH = w('which|what|where|who|when|哪个|哪家|哪一|哪|谁|どの|どこ|どれ|誰|いつ|何曜日|어느|어떤|어디|누구|언제')
const MOST = w('most|highest|top|biggest|best|最多|最高|最贵|最大|最好|一番|最も|가장|제일|최고')
const LEAST = w('least|lowest|cheapest|fewest|worst|最少|最低|最便宜|最小|少ない|安い|적게|적은|싼|낮은')

export function readQuestion(reading: Reading, spec: AppSpec, ctx: AskContext): Result<Query> {
  if (!visibleCollections(spec).length) return fail('nothing-to-ask', 'This app keeps no records.')
  const before = ctx.before ? previous(ctx.before, spec, ctx) : undefined
  const query = freshQuery(reading, spec, ctx)
  const field = spec.collections.find((one) => one.id === query.collection)?.fields.find((one) => one.id === query.measure.field)
  if (has(fold(reading.text), FAST) && field && field.kind !== 'duration' && field.kind !== 'quantity')
    return fail('nothing-to-ask', 'This app keeps no times.')
  return ok(before ? merged(before, query, reading) : query)
}

const FAST = w('fastest|quickest|slowest|最快|最慢|一番早|一番速|가장 빠른|제일 빠른|제일 빨리')

function previous(text: string, spec: AppSpec, ctx: AskContext): Query {
  return freshQuery(read(text, { now: ctx.now, language: spec.language, currency: ctx.currency, hints: { locale: ctx.locale } }), spec, ctx)
}

/** "and last month?", 上个月呢: what is said anew replaces what was asked before. */
function merged(before: Query, next: Query, reading: Reading): Query {
  const low = fold(reading.text)
  const measured =
    next.measure.field !== undefined && (has(low, SUM) || FN.some(([, words]) => has(withoutTimes(reading, low), words)) || has(low, COUNT))
  return {
    ...before,
    ...(next.when && { when: next.when }),
    ...(next.group && { group: next.group, order: next.order }),
    ...(next.filter.length && { filter: next.filter, collection: next.collection }),
    ...(next.compare && { compare: next.compare }),
    ...(measured && { measure: next.measure, ...(next.order && { order: next.order }), ...(next.limit && { limit: next.limit }) }),
  }
}

function freshQuery(reading: Reading, spec: AppSpec, ctx: AskContext): Query {
  const low = fold(reading.text)
  const bare = withoutTimes(reading, low)
  const collection = collectionAsked(reading, spec, low)
  const fields = visibleFields(collection)
  const hits = fieldsNamed(reading.text, [collection], { kinds: true })
  const whole =
    remaining(low, spec) ??
    nextOne(low, collection, ctx) ??
    occasion(reading, low, collection, spec, hits, ctx) ??
    newest(reading, low, collection)
  if (whole) return whole
  const extreme = EXTREMES.some((words) => has(bare, words))
  const listing =
    has(low, WHAT) ||
    (has(low, LISTS) &&
      !extreme &&
      !has(low, SUM) &&
      !has(low, COUNT) &&
      !FN.slice(0, 4).some(([, words]) => has(bare, words) && hits.some((hit) => numeric(hit.field) && hit.score >= 0.7)))
  const group = groupOf(reading, low, collection, hits)
  const measure: Measure = listing ? { fn: 'count' } : measureOf(bare, collection, spec, hits, group)
  const when = whenOf(reading, low, collection, listing, ctx)
  const filter = filtersOf(reading, low, collection, spec, hits, group, listing)
  const superlative = group !== undefined && has(low, WHICH) && (has(low, MOST) || has(low, LEAST))
  const limit = limitOf(reading, low, superlative)
  const date = dateOf(fields)
  if (!group && measure.field && (measure.fn === 'max' || measure.fn === 'min'))
    return {
      collection: collection.id,
      filter,
      ...(when && { when }),
      measure,
      order: { by: measure.field, descending: measure.fn === 'max' },
      limit: limit ?? many(reading) ?? 1,
    }
  return {
    collection: collection.id,
    filter,
    ...(when && { when }),
    ...(group && { group }),
    measure:
      superlative && (measure.fn === 'max' || measure.fn === 'min')
        ? { ...measure, fn: measure.field && fields.find((field) => field.id === measure.field)?.kind === 'rating' ? 'mean' : 'sum' }
        : measure,
    ...orderOf(group, superlative, has(low, LEAST) && !has(low, MOST), listing, date),
    ...(limit && { limit }),
    ...(has(low, COMPARE) && when && { compare: 'previous' as const }),
  }
}

/** "last week" is a time, not the latest of something. */
const withoutTimes = (reading: Reading, low: string): string =>
  reading.values.reduce(
    (text, { read: { kind }, start, end }) =>
      kind === 'period' || kind === 'date' ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text,
    low,
  )

// ---- Questions of a shape of their own -------------------------------------------------------------------------

const EXTREMES = [FN[2]![1], FN[3]![1]]
/** "what did I buy": the entries themselves are asked for. */
const WHAT = w(
  'what did i|what have i|what did we|花了什么|买了什么|吃了什么|喝了什么|做了什么|看了什么|读了什么|去了哪|有什么记录|何を買|何を食べ|何を飲|何をし|何に使|何を読|何を見|뭐 샀|뭘 샀|뭐 먹|뭘 먹|뭐 했|뭘 했|뭐 썼|뭐에 썼|뭐 읽|뭘 읽|뭐 봤|뭘 봤',
)
const LEFT = w(
  'left|remaining|remain|can i still|can i spend|still spend|to go|还剩|剩下|剩余|剩多少|还能花|还可以花|还差|あといくら|残り|残って|あとどれくらい|あと何|使える|まで|남았|남은|남아|더 쓸|더 써도',
)
const AMOUNT = w(
  'budget|limit|goal|target|spend|how much|how many|how far|预算|上限|限额|目标|多少|几|予算|上限|目標|いくら|どれくらい|何|예산|한도|목표|얼마|몇',
)

/** "how much is left of my budget?": what counts for the limit, over its period; the reply says what remains of it. */
function remaining(low: string, spec: AppSpec): Query | undefined {
  if (!has(low, LEFT) || !has(low, AMOUNT)) return undefined
  const bounds = spec.behaviours.filter((one) => one.kind === 'limit' || one.kind === 'goal')
  const bound = bounds.find((one) => one.kind === 'limit') ?? bounds[0]
  if (!bound || (bound.kind !== 'limit' && bound.kind !== 'goal')) return undefined
  const { collection, filter = [], measure, date, period } = bound
  return { collection, filter, measure, ...(date && period && { when: { field: date, unit: period, offset: 0 } }) }
}

const WHEN = w(
  "when did|when was|when have|when is|when's|when are|when do|last time|how long since|how long ago|how long has it been|days since|weeks since|months since|days ago|什么时候|哪天|哪一天|几号|上次|上一次|多久没|几天没|多少天没|多久了|いつ|最後に|前回|何日ぶり|何日前|どれくらい前|언제|마지막으로|며칠 전|며칠 됐|며칠 지났|얼마나 됐|얼마나 지났|며칠 만",
)
const NEXT = w('next|upcoming|coming|下次|下一|接下来|次の|次は|今度|다음|다가오는')
const FIRST = w('first time|第一次|最早|初めて|最初に|처음')

/** "when did I last buy coffee?": the day of the newest (or next, or first) entry that fits. */
function occasion(
  reading: Reading,
  low: string,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  ctx: AskContext,
): Query | undefined {
  const date = dateOf(visibleFields(collection))
  if (!date || !has(low, WHEN) || BY_PERIOD[0]![1].some((word) => placesOf(low, word).length > 0)) return undefined
  if (has(low, SUM) || EXTREMES.some((words) => has(low, words)) || (has(low, COUNT) && !/since|没|ぶり|됐|지났/.test(low)))
    return undefined
  const kept = date.default === 'today' || date.default === 'now'
  const past = kept || has(low, w('did|was|last|上次|没|最後|した|前回|마지막|했|지났|됐'))
  const ahead = has(low, NEXT) || (!past && !has(low, w('birthday|生日|誕生日|생일')))
  const when: When | undefined =
    ahead && !kept ? { field: date.id, from: ctx.now.date } : past ? { field: date.id, to: nextDay(ctx.now.date) } : undefined
  return {
    collection: collection.id,
    filter: filtersOf(reading, low, collection, spec, hits, { field: date.id, by: 'day' }, false),
    ...(when && { when }),
    measure: { fn: 'count' },
    group: { field: date.id, by: 'day' },
    order: { by: 'group', descending: past && !has(low, FIRST) && !(ahead && !kept) },
    limit: 1,
  }
}

/** "what renews next?": the first that is still to come. */
function nextOne(low: string, collection: Collection, ctx: AskContext): Query | undefined {
  const date = visibleFields(collection).find(
    (field) => (field.kind === 'date' || field.kind === 'datetime') && field.default === undefined,
  )
  if (!date || !/^(?:what|which|who)\b.*\bnext\b|下一个(?:是|到期)|接下来是|次は(?:何|どれ|誰|谁)|다음은? ?(?:뭐|누구|어느)/.test(low))
    return undefined
  return {
    collection: collection.id,
    filter: [],
    when: { field: date.id, from: ctx.now.date },
    measure: { fn: 'count' },
    order: { by: date.id, descending: false },
    limit: 1,
  }
}

const NEWEST =
  /(?:last|latest|recent|newest|最近的?|最新的?|直近の?|最新の?|최근)\s?(?:的|の)?\s?(\d{1,2}|two|three|five|ten|两|三|五|十|세|다섯)\s?(?!days?|weeks?|months?|天|日|周|週|个月|か月|ヶ月|개월|일|주|달)/

/** "show me the last 5 entries", 最近三笔. */
function newest(reading: Reading, low: string, collection: Collection): Query | undefined {
  const found = NEWEST.exec(low)
  const date = dateOf(visibleFields(collection))
  if (!found || !date || has(low, SUM) || has(low, FN[0]![1]) || reading.values.some((value) => value.read.kind === 'period'))
    return undefined
  const limit = Number(found[1]) || NUMBERS[found[1]!] || 1
  return { collection: collection.id, filter: [], measure: { fn: 'count' }, order: { by: date.id, descending: true }, limit }
}
const NUMBERS: Record<string, number> = { two: 2, three: 3, five: 5, ten: 10, 两: 2, 三: 3, 五: 5, 十: 10, 세: 3, 다섯: 5 }

/** How many are asked for: 最贵的三笔, 제일 비싼 거 세 개. */
function many(reading: Reading): number | undefined {
  const counts = reading.values.flatMap(({ read: value }) =>
    (value.kind === 'count' || value.kind === 'number') && Number.isInteger(value.value) && value.value >= 1 && value.value <= 20
      ? [value.value]
      : [],
  )
  return counts.length === 1 ? counts[0] : undefined
}

// ---- What is measured ----------------------------------------------------------------------------------------

const numeric = (field: Field): boolean =>
  field.kind === 'money' ||
  field.kind === 'number' ||
  field.kind === 'quantity' ||
  field.kind === 'duration' ||
  field.kind === 'rating' ||
  (field.kind === 'computed' && !['date', 'yesno'].includes(field.shows.kind))
const dateOf = (fields: Field[]) => fields.find((field) => field.kind === 'date' || field.kind === 'datetime')

const TIMES = w('how many times|how often|多少次|几次|何回|몇 번|몇번|횟수|回数|次数')
const GROUPS = /\b(?:by|per|each)\b|按|每个|各|別|ごと|별/

function collectionAsked(reading: Reading, spec: AppSpec, low: string): Collection {
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

function measureOf(low: string, collection: Collection, spec: AppSpec, hits: FieldHit[], group: Query['group']): Measure {
  const fields = visibleFields(collection)
  const ranked = /(?:一番|最も).{1,8}?(?:高|多|長|重|大き|良)/.test(low)
    ? 'max'
    : /(?:一番|最も).{1,8}?(?:低|少|短|軽|轻|小さ|安)/.test(low)
      ? 'min'
      : undefined
  const fn = ranked ?? FN.find(([, words]) => has(low, words))?.[0]
  const named = hits.find((hit) => numeric(hit.field) && hit.score >= 0.7 && hit.field.id !== group?.field)?.field
  const hinted =
    (has(low, MONEY) && fields.find((field) => field.kind === 'money')) ||
    (has(low, FAR) && fields.find((field) => field.kind === 'quantity')) ||
    (has(low, LONG) && fields.find((field) => field.kind === 'duration')) ||
    undefined
  const counting = has(low, COUNT)
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
  const reach = spec.behaviours.some((one) => one.kind === 'goal' && one.measure.field === field.id && one.measure.fn === 'latest')
  if (reach || LATEST.test(`${field.id} ${field.label} ${field.concept ?? ''}`)) return has(low, w('total|合计|合計|총')) ? 'sum' : 'latest'
  return 'sum'
}

// ---- By what ---------------------------------------------------------------------------------------------------

const BY_PERIOD: [NonNullable<NonNullable<Query['group']>['by']>, string[]][] = [
  [
    'weekday',
    w(
      'by weekday|by day of the week|per weekday|each weekday|which day of the week|what day of the week|按星期|星期几|周几|曜日別|曜日ごと|何曜日|요일별|무슨 요일|어느 요일',
    ),
  ],
  ['day', w('by day|per day|each day|daily|day by day|按天|每天|每日|按日|日別|日ごと|毎日|日ごとに|일별|날짜별|매일|하루별')],
  ['week', w('by week|per week|each week|weekly|week by week|按周|每周|每星期|週別|週ごと|毎週|주별|매주|주마다|주간')],
  ['month', w('by month|per month|each month|monthly|month by month|按月|每月|每个月|月別|月ごと|毎月|월별|매월|매달|달마다|달별')],
  ['year', w('by year|per year|each year|yearly|按年|每年|年別|年ごと|毎年|연도별|매년|년도별')],
]
const BEFORE_GROUP =
  /(?:\b(?:by|per|each|every|for each|grouped by|broken down by|which|what)\s+|按照?|各个?|每个?|哪一?个?|哪家|哪一?种|哪位|どの|어느\s|어떤\s)$/
const AFTER_GROUP = /^s?(?:別|别|ごと|毎|每|별|마다|来分|分组|分类|\s별)/

function groupOf(reading: Reading, low: string, collection: Collection, hits: FieldHit[]): Query['group'] | undefined {
  for (const hit of hits) {
    const head = low.slice(0, hit.start)
    const tail = low.slice(hit.end)
    if (numeric(hit.field) && hit.field.kind !== 'rating') continue
    if (hit.field.kind === 'date' || hit.field.kind === 'datetime') continue
    if (BEFORE_GROUP.test(head) || AFTER_GROUP.test(tail)) return { field: hit.field.id }
  }
  const fields = visibleFields(collection)
  const kind = /哪一?[类种]|什么类|どの種類|どのジャンル|어떤 종류|어느 종류|which (?:kind|type|sort)/.test(low)
    ? fields.find((field) => field.kind === 'choice')
    : undefined
  if (kind) return { field: kind.id }
  const asked = firstOf(low, w('where|どこ|哪里|哪儿|어디'))
  const place =
    asked && (has(low, MOST) || has(low, LEAST))
      ? fields.find((field) => field.kind === 'place' || /shop|store|place|where/i.test(field.id))
      : undefined
  if (place) return { field: place.id }
  const who = has(low, w('who|谁|誰|누가|누구'))
    ? fields.find(
        (field) =>
          field.kind === 'person' ||
          (field.kind === 'relation' && !field.many && /person|member|player|people|payer/i.test(`${field.id}${field.to}`)),
      )
    : undefined
  if (who) return { field: who.id }
  const date = dateOf(fields)
  const period = date && BY_PERIOD.find(([, words]) => has(low, words))
  if (!period || (FN[0]![1].some((word) => placesOf(low, word).length > 0) && period[0] !== 'weekday' && !/\bby\b|別|별|按/.test(low)))
    return undefined
  if (reading.values.some((value) => value.read.kind === 'bound')) return undefined
  return { field: date.id, by: period[0] }
}

// ---- When ------------------------------------------------------------------------------------------------------

function whenOf(reading: Reading, low: string, collection: Collection, listing: boolean, ctx: AskContext): When | undefined {
  const fields = visibleFields(collection)
  const due = listing
    ? fields.find((field) => (field.kind === 'date' || field.kind === 'datetime') && field.default !== 'today' && field.default !== 'now')
    : undefined
  const date = due ?? dateOf(fields)
  if (!date) return undefined
  // Of "more this month than last month" the first is asked about, the other compared with.
  for (const { read } of reading.values) {
    if (read.kind === 'period') {
      const span = period(date.id, read)
      // "more than last month?" asks of this month; last month is what it is compared with.
      return 'unit' in span && span.offset === -1 && has(low, COMPARE) ? { ...span, offset: 0 } : span
    }
    if (read.kind === 'date') return { field: date.id, from: read.date, to: read.to ?? nextDay(read.date) }
    if (read.kind === 'every' && has(low, COMPARE)) return { field: date.id, unit: read.unit, offset: 0 }
  }
  if (has(low, COMPARE)) {
    const unit: PeriodUnit = /week|周|週|주/.test(low)
      ? 'week'
      : /year|年|년|작년/.test(low)
        ? 'year'
        : /yesterday|昨|어제/.test(low)
          ? 'day'
          : 'month'
    return { field: date.id, unit, offset: 0 }
  }
  if (listing && has(low, w('overdue|late|逾期|过期|期限切れ|지난|밀린'))) return { field: date.id, to: ctx.now.date }
  if (listing && due && has(low, w('upcoming|coming up|next|接下来|即将|これから|今後|다가오는|앞으로')))
    return { field: date.id, from: ctx.now.date }
  return undefined
}

function period(field: string, read: { from: string; to: string; unit?: PeriodUnit; offset?: number; days?: number }): When {
  if (read.days !== undefined && read.days > 0) return { field, days: read.days }
  if (read.unit !== undefined && read.offset !== undefined) return { field, unit: read.unit, offset: read.offset }
  return { field, from: read.from, to: read.to }
}
const nextDay = (iso: string) => new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

// ---- Which records ---------------------------------------------------------------------------------------------

const OPS: Partial<Record<'most' | 'least' | 'about', Filter['op']>> = { most: '<=', least: '>=' }

function filtersOf(
  reading: Reading,
  low: string,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  group: Query['group'],
  listing: boolean,
): Filter[] {
  const filters: Filter[] = []
  const fields = visibleFields(collection)
  const used: [number, number][] = reading.values.map((value) => [value.start, value.end])
  for (const field of fields) {
    if ((field.kind !== 'choice' && field.kind !== 'choices') || field.id === group?.field) continue
    const option = optionNamed(reading.text, field.options)
    if (!option) continue
    filters.push({ field: field.id, op: field.kind === 'choice' ? '=' : 'contains', value: option.option.id })
    used.push([option.start, option.end])
  }
  for (const field of fields) {
    if (field.kind === 'relation' && field.many && fields.some((one) => one !== field && one.kind === 'relation' && one.to === field.to))
      continue
    const seed = field.kind === 'relation' && field.id !== group?.field ? seedNamed(reading.text, spec, field.to) : undefined
    if (!seed) continue
    filters.push({ field: field.id, op: 'contains', value: seed.title })
    used.push(seed.at)
  }
  for (const { read } of reading.values) {
    if (read.kind !== 'bound') continue
    const field = fields.find((one) => numeric(one) && ((read.of.kind === 'money') === (one.kind === 'money') || read.of.kind === 'number'))
    const value =
      read.of.kind === 'money'
        ? read.of.amount
        : 'value' in read.of
          ? read.of.value
          : read.of.kind === 'duration'
            ? read.of.minutes
            : undefined
    const op = OPS[read.op]
    if (field && value !== undefined && op) filters.push({ field: field.id, op, value })
  }
  for (const field of fields) {
    if (field.kind !== 'yesno' || field.id === group?.field || has(low, OPEN)) continue
    const at = labelPlace(low, reading.tokens, field.label) ?? labelPlace(low, reading.tokens, plainly(field.label))
    if (!at) continue
    filters.push({
      field: field.id,
      op: '=',
      value: !/\bnot\b|n't\b|\bun|没|未|不|ない|안 |않|못/.test(low.slice(Math.max(0, at[0] - 6), at[1] + 4)),
    })
    used.push(at)
  }
  const done = fields.find((field) => field.kind === 'yesno')
  if (done && (listing || has(low, OPEN)) && has(low, OPEN)) filters.push({ field: done.id, op: '=', value: false })
  const linked = filters.some((one) => fields.find((field) => field.id === one.field)?.kind === 'relation')
  const words = linked
    ? undefined
    : (topicWords(reading, collection, spec, hits, used) ??
      (listing || filters.length ? undefined : looseTopic(reading, collection, spec, hits, used)))
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
  const place = placeIn(reading)
  const shop =
    fields.find((field) => field.kind === 'place') ??
    fields.find((field) => field.kind === 'text' && /shop|store|place|where|cafe/i.test(field.id))
  if (place && shop && !used.some(([start, end]) => place.start < end && place.end > start && start > place.start))
    return { field: shop.id, op: 'contains', value: place.text }
  const named = NAMED.map((pattern) => pattern.exec(reading.text)).find((match) => match !== null)
  const raw = named?.[1]?.trim()
  if (!named || !raw) return undefined
  const at: [number, number] = [named.index, named.index + named[0].length]
  if (
    used.some(
      ([start, end]) =>
        start < at[1] && end > at[0] && named[0].includes(reading.text.slice(start, end)) && reading.text.slice(start, end) === raw,
    )
  )
    return undefined
  const word = leftover({ ...reading, text: raw, values: [], tokens: [] }, [])
  if (!word || GENERIC.has(fold(word)) || has(fold(word), [...COUNT, ...SUM, ...MOST, ...LISTS])) return undefined
  if (reading.values.some((value) => value.text === word || fold(value.text).includes(fold(word)))) return undefined
  if (hits.some((hit) => hit.text === word && hit.score >= 0.7) || isTopic(word, spec, collection)) return undefined
  const title = fields.find((field) => field.id === collection.title)
  const home =
    title && (title.kind === 'text' || title.kind === 'place' || title.kind === 'person' || title.kind === 'relation')
      ? title
      : fields.find((field) => field.kind === 'text' || field.kind === 'person')
  return home && { field: home.id, op: 'contains', value: word }
}

const PAYS = /\b(?:paid?|pays|owes?|spent|spend)\b|付|买单|払|出し|냈|결제/

/** What is left of the question once asking is taken away: "how many times did I go swimming" is about swimming. */
function looseTopic(
  reading: Reading,
  collection: Collection,
  spec: AppSpec,
  hits: FieldHit[],
  used: [number, number][],
): Filter | undefined {
  const fields = visibleFields(collection)
  const named = hits.filter((hit) => hit.score >= 0.7).map((hit): [number, number] => [hit.start, hit.end])
  const run = topics(reading, [...used, ...named]).find(({ text }) => !isTopic(text, spec, collection) && !GENERIC.has(fold(text)))
  if (!run || run.text.length > 40) return undefined
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

const NAMED: RegExp[] = [
  /\b(?:on|for|with|about|of)\s+(?!average|this|last|these|the (?:last|past)|it|all|me|my|each|every|day|week|month|year|today|yesterday)((?:the\s+)?[\p{L}][\p{L}\d'-]*(?:\s+(?!this|last|in|by|per|so|today|yesterday|compared|each|every|at|since|between|over|during)[\p{L}\d'-]+){0,2})/iu,
  /(?:花在|在|买|喝|吃|看|读)([\p{Script=Han}A-Za-z]{1,8}?)(?:上面|上|花了|一共|总共|多少|几)/u,
  /([^\s、,，。はがもの]{1,12}?)(?:に|を|は)(?:いくら|何回|何杯|何冊|何本|どれくらい)/u,
  /([^\s、,，。]{1,10}?)(?:에|을|를|은|는)?\s(?:얼마|몇)/u,
]
const GENERIC = new Set(
  w('it|that|this|them|average|total|money|time|things|钱|我|一|这个月|今月|先月|全部|合計|お金|이번 달|지난달|총|돈|모두|전부'),
)

/** The app is about this already: a coffee app asked about coffee. */
export function isTopic(word: string, spec: AppSpec, collection: Collection): boolean {
  const about = [spec.name, spec.purpose, collection.label, collection.one, ...collection.fields.map((field) => field.label)].map(fold)
  const folded = fold(word)
  if (about.some((text) => placesOf(text, folded).length > 0 || (text.length > 1 && placesOf(folded, text).length > 0))) return true
  const stems = contentStems(word)
  const known = new Set(about.flatMap(contentStems))
  if (stems.length > 0 && stems.every((stem) => known.has(stem))) return true
  const plain = folded.replace(/(?<=[가-힣])(?:은|는|이|가|을|를|도)$/u, '')
  if (plain !== folded && about.some((text) => placesOf(text, plain).length > 0)) return true
  // 커피값, コーヒー代, coffee costs: what it costs is asked of an app about it.
  const bare = folded.replace(/(?:값|비용|비|요금|금액|돈|代金?|費用?|钱|费用?|费|的)$/u, '')
  if (bare !== folded && bare.length > 1) return isTopic(bare, spec, collection)
  const concepts = [collection.concept ?? collection.id, ...collection.fields.map((field) => field.concept ?? field.id)]
  return concepts.some((id) => conceptForms(id).includes(folded))
}

// ---- Order -----------------------------------------------------------------------------------------------------

function limitOf(reading: Reading, low: string, superlative: boolean): number | undefined {
  const top = /(?:top|first|last|前|上位|상위|최근)\s?(\d{1,2})(?!\d| ?(?:days?|weeks?|months?|天|日|周|週|か月|ヶ月|일|주|개월|달))/.exec(
    low,
  )
  if (top) return Math.max(1, Number(top[1]))
  return superlative && !reading.values.some((value) => value.read.kind === 'count') ? 1 : undefined
}

function orderOf(
  group: Query['group'],
  superlative: boolean,
  least: boolean,
  listing: boolean,
  date: Field | undefined,
): Pick<Query, 'order'> {
  if (superlative) return { order: { by: 'value', descending: !least } }
  if (group) return { order: group.by ? { by: 'group', descending: false } : { by: 'value', descending: true } }
  return listing && date ? { order: { by: date.id, descending: false } } : {}
}

/** Whether the words say themselves what is to be measured. */
export const measures = (low: string): boolean => has(low, COUNT) || has(low, MOST) || FN.some(([, words]) => has(low, words))

/** Whether the words ask something of records rather than state it. */
export function asks(reading: Reading): boolean {
  const low = fold(reading.text)
  return (
    /[?？]\s*$/.test(reading.text) ||
    has(low, COUNT) ||
    FN.some(([, words]) => has(low, words.slice(0, 3))) ||
    labelPlace(low, reading.tokens, 'how much') !== undefined
  )
}
