/** Frame to app: which families, their rules, then what holds for all of them: bounds, views, reminders, groups. */
import type { Family } from '../base/concepts/types.ts'
import { convert, unitOf } from '../base/language/units.ts'
import type { AppSpec, Behaviour, Collection, Field, PeriodUnit, View } from '../spec.ts'
import type { Bound, Frame } from './frame.ts'
import { askedFor } from './frame.ts'
import { NEAREST } from './rules/beyond.ts'
import { Build } from './rules/build.ts'
import { daysBefore, RULES } from './rules/families/index.ts'
import { key, labelOfPart, partNamed, partOf } from './rules/parts.ts'
import { t } from './rules/words.ts'

type B<K extends Behaviour['kind']> = Extract<Behaviour, { kind: K }>

/** What goes well beside what; the rest is taken as one app unless joined in words. */
const COMBINES: Partial<Record<Family, Family[]>> = {
  trip: ['packing', 'checklist', 'shopping', 'split', 'journal'],
  recipes: ['mealplan', 'shopping'],
  habit: ['mood', 'journal', 'sleep'],
  workout: ['timer', 'measurements'],
  study: ['timer', 'flashcards'],
  reading: ['watching'],
  pets: ['inventory'],
  packing: ['trip'],
  guests: ['budget', 'checklist', 'gifts'],
  birthdays: ['gifts'],
  mood: ['sleep', 'journal', 'habit'],
  sleep: ['mood'],
  expenses: ['income', 'savings', 'split', 'loan'],
  income: ['expenses'],
  chores: ['shopping', 'score'],
  flashcards: ['quiz'],
  events: ['checklist', 'shopping', 'chores'],
  inventory: ['shopping'],
  shopping: ['mealplan', 'inventory'],
  measurements: ['mood', 'workout', 'intake'],
  plants: [],
}

/** A stronger reading of two families together, or one word that decides between near ones. */
const PREFER: [Family, Family][] = [
  // [wins, over] where both have evidence
  ['mealplan', 'recipes'],
  ['mealplan', 'shopping'],
  ['mealplan', 'checklist'],
  ['packing', 'trip'],
  ['packing', 'checklist'],
  ['shopping', 'checklist'],
  ['chores', 'habit'],
  ['calculator', 'split'],
  ['calculator', 'expenses'],
  ['converter', 'calculator'],
  ['loan', 'calculator'],
  ['savings', 'calculator'],
  ['flashcards', 'study'],
  ['flashcards', 'quiz'],
  ['quiz', 'study'],
  ['split', 'expenses'],
  ['split', 'trip'],
  ['subscriptions', 'expenses'],
  ['gifts', 'expenses'],
  ['birthdays', 'countdown'],
  ['birthdays', 'gifts'],
  ['timer', 'workout'],
  ['timer', 'habit'],
  ['timer', 'study'],
  ['routine', 'timer'],
  ['routine', 'workout'],
  ['routine', 'habit'],
  ['board', 'checklist'],
  ['jobhunt', 'board'],
  ['guests', 'checklist'],
  ['feeding', 'sleep'],
  ['timesheet', 'expenses'],
  ['pets', 'measurements'],
  ['plants', 'habit'],
  ['vehicle', 'expenses'],
  ['vehicle', 'maintenance'],
  ['symptoms', 'habit'],
  ['symptoms', 'intake'],
  ['intake', 'habit'],
  ['sleep', 'habit'],
  ['mood', 'habit'],
  ['mood', 'journal'],
  ['measurements', 'habit'],
  ['reading', 'habit'],
  ['workout', 'habit'],
  ['journal', 'habit'],
  ['score', 'picker'],
  ['decision', 'picker'],
  ['chores', 'picker'],
  ['poll', 'decision'],
  ['budget', 'expenses'],
  ['trip', 'events'],
  ['picker', 'watching'],
  ['picker', 'reading'],
  ['picker', 'recipes'],
  ['grades', 'study'],
  ['wishlist', 'shopping'],
  ['wishlist', 'checklist'],
  ['inventory', 'collection'],
  ['goals', 'checklist'],
  ['countdown', 'timer'],
  ['symptoms', 'mood'],
  ['decision', 'expenses'],
  ['decision', 'study'],
  ['decision', 'jobhunt'],
  ['decision', 'trip'],
  ['contacts', 'checklist'],
  ['timer', 'measurements'],
  ['feeding', 'measurements'],
  ['feeding', 'intake'],
  ['study', 'habit'],
  ['maintenance', 'habit'],
  ['maintenance', 'vehicle'],
  ['savings', 'habit'],
  ['mealplan', 'events'],
  ['mealplan', 'habit'],
  ['recipes', 'checklist'],
  ['reading', 'checklist'],
  ['watching', 'checklist'],
  ['gifts', 'checklist'],
  ['trip', 'checklist'],
  ['trip', 'budget'],
  ['trip', 'expenses'],
  ['converter', 'loan'],
  ['guests', 'events'],
  ['timesheet', 'events'],
  ['countdown', 'trip'],
  ['countdown', 'study'],
  ['split', 'budget'],
  ['collection', 'expenses'],
  ['inventory', 'expenses'],
  ['plants', 'collection'],
  ['pets', 'events'],
]
const beats = new Map<Family, Set<Family>>()
for (const [wins, over] of PREFER) beats.set(wins, (beats.get(wins) ?? new Set()).add(over))

/** A list for a journey is not yet a plan of it. */
const ITINERARY = /itinerary|plan|schedule|day by day|行程|日程|旅程|プラン|しおり|일정|계획|코스/

export type Chosen = { primary: Family; beside: Family[]; sure: boolean }

export function choose(frame: Frame): Chosen {
  const low = frame.low
  const candidates = frame.families.filter((one) => one.weight >= 0.25)
  if (frame.formulas.length) return { primary: 'calculator', beside: [], sure: true }
  const strong = candidates.filter((one) => one.weight >= 0.55)
  const pool = strong.length ? strong : candidates
  const contest = new Map(pool.map((one) => [one.family, one.weight]))
  adjust(contest, frame)
  // What beats another that is here takes its place, however many words speak for the other.
  const alive = [...contest].filter(
    ([family]) => ![...contest].some(([other, weight]) => other !== family && beats.get(other)?.has(family) && weight >= 0.45),
  )
  const ranked = (alive.length ? alive : [...contest]).sort((a, b) => b[1] - a[1] || firstAt(frame, a[0]) - firstAt(frame, b[0]))
  let primary = ranked[0]?.[0]
  const sure = primary !== undefined && (ranked[0]?.[1] ?? 0) >= 0.5
  if (!primary || !sure) primary = fallback(frame, primary, ranked[0]?.[1] ?? 0)
  const joined = /\b(?:and|with|plus|also|including)\b|和|与|还|加上|以及|、|と|も|あわせ|랑|와|과|및|그리고|[,+&]/.test(low)
  const beside = joined
    ? (COMBINES[primary] ?? []).filter(
        (family) =>
          (frame.families.find((one) => one.family === family)?.weight ?? 0) >= 0.85 &&
          !cueIsAsked(frame, family) &&
          (family !== 'trip' || ITINERARY.test(low)),
      )
    : []
  return { primary, beside: beside.slice(0, 3), sure }
}

const firstAt = (frame: Frame, family: Family) => frame.cues.find((cue) => cue.family === family)?.start ?? 1e9

/** The word that spoke for a family is only the name of a quality: "recipe with rating", "mood" among fields. */
function cueIsAsked(frame: Frame, family: Family): boolean {
  const cues = frame.cues.filter((cue) => cue.family === family)
  return (
    cues.length > 0 &&
    cues.every((cue) =>
      frame.asked.some(
        (one) => cue.start >= one.start && cue.start < one.start + one.label.length + 8 && (one.part !== undefined || one.kind !== 'text+'),
      ),
    )
  )
}

/** All that speaks for a family stands in a list after a colon: "daily tasks: homework, piano". */
function cueIsListed(frame: Frame, family: Family): boolean {
  const lists = frame.phrases.filter((phrase) => phrase.head !== undefined)
  const said = [
    ...frame.cues.filter((cue) => cue.family === family),
    ...frame.mentions.filter((one) => one.score >= 0.9 && (one.concept.suggests?.[family] ?? 0) > 0),
  ]
  return said.length > 0 && said.every((one) => lists.some((phrase) => one.start >= phrase.start && one.end <= phrase.end))
}

/** A timer beside a log: "workout log with a rest timer". */
function timerIsBeside(frame: Frame): boolean {
  const [first, ...rest] = frame.phrases
  const inFirst = frame.cues.some((cue) => cue.family === 'timer' && first && cue.start < first.end)
  return !inFirst && rest.length > 0 && /\blog|diary|track|record|记录|日志|記録|日誌|기록|일지/.test(first?.text.toLowerCase() ?? '')
}

function adjust(contest: Map<Family, number>, frame: Frame): void {
  const { low } = frame
  const drop = (...families: Family[]) => {
    for (const family of families) contest.delete(family)
  }
  // Evidence that is only the name of a field, or one of the things listed, counts little.
  for (const family of [...contest.keys()])
    if (cueIsListed(frame, family)) contest.set(family, contest.get(family)! * 0.4)
    else if (contest.size > 1 && cueIsAsked(frame, family)) contest.set(family, contest.get(family)! * 0.5)
  if (contest.has('score') && cueIsAsked(frame, 'score')) drop('score')
  if (contest.has('budget') && contest.has('trip')) contest.delete('budget')
  if (
    contest.has('trip') &&
    contest.has('packing') &&
    /itinerary|budget|行程|预算|予算|旅程|プラン|しおり|계획|예산|일정|trip plan|plan (?:a|my|our)/.test(low)
  )
    drop('packing', 'checklist')
  if (
    contest.has('collection') &&
    (
      ['recipes', 'reading', 'watching', 'wishlist', 'gifts', 'contacts', 'plants', 'flashcards', 'quiz', 'journal', 'board'] as Family[]
    ).some((family) => contest.has(family))
  )
    drop('collection')
  if (
    contest.has('goals') &&
    (['measurements', 'savings', 'reading', 'intake', 'workout', 'habit', 'expenses'] as Family[]).some((family) => contest.has(family))
  )
    drop('goals')
  if (contest.has('workout') && contest.has('timer') && (frame.asked.length >= 2 || timerIsBeside(frame))) drop('timer')
  const listed = frame.items.filter((item) => item.listed).length
  // Tasks that come back every day are habits.
  if (contest.has('checklist') && listed >= 2 && /\bdaily\b|every ?day|每天|每日|毎日|매일|하루/.test(low + frame.reading.text)) {
    drop('checklist', 'study')
    contest.set('habit', 0.97)
  }
  // What is said to be spent on an animal or a car is spending.
  if (
    /spen[dt]|expenses|开销|花费|花了|支出|出費|出费|지출|쓴 돈/.test(frame.phrases[0]?.text.toLowerCase() ?? '') &&
    contest.has('expenses')
  )
    drop('pets', 'vehicle', 'plants', 'feeding')
  if (frame.lists.criteria.length >= 2 && COMPARES.test(frame.reading.text)) {
    contest.clear()
    contest.set('decision', 0.95)
  }
  // A list of things with qualities is no list of tasks.
  const qualities = frame.asked.filter(
    (one) =>
      (one.part !== undefined || one.kind !== 'text+') && !['done', 'due', 'owner', 'status', 'priority'].includes(one.part?.id ?? ''),
  )
  const weakly = frame.cues.filter((cue) => cue.family === 'checklist').every((cue) => cue.weight < 0.8)
  if (weakly && qualities.length >= 2 && !frame.asked.some((one) => one.part?.id === 'done')) drop('checklist')
  // A list with days to use things by is a stock.
  if (contest.has('intake') && frame.asked.some((one) => one.part?.id === 'expiry')) {
    drop('intake')
    contest.set('inventory', 0.9)
  }
  // Growth is measured; feeds and nappies are logged.
  if (
    contest.has('feeding') &&
    contest.has('measurements') &&
    !/feed|diaper|nappy|喂|奶|尿布|授乳|ミルク|おむつ|수유|분유|기저귀/.test(low)
  )
    drop('feeding')
  if (frame.beyond.includes('stocks') || frame.beyond.includes('trade')) drop('inventory', 'habit')
  // "books flights" is no book.
  if (frame.beyond.includes('book')) drop('reading')
  if (frame.beyond.includes('email') || frame.beyond.includes('calls')) drop('habit')
  if (/calculator|计算器|計算機|計算アプリ|계산기|電卓/.test(low))
    drop(
      'expenses',
      'mealplan',
      'budget',
      'measurements',
      'intake',
      'workout',
      'inventory',
      'gifts',
      'vehicle',
      'timesheet',
      'study',
      'recipes',
    )
  if (contest.has('converter') && /convert|换算|換算|변환|환산/.test(low)) {
    const keepOnly = contest.get('converter')!
    contest.clear()
    contest.set('converter', keepOnly)
  }
  if (contest.has('loan') && /calculat|计算|計算|계산/.test(low)) drop('calculator')
  if (contest.has('budget') && contest.has('expenses') && !/预算|budget|予算|예산/.test(low)) contest.delete('budget')
  if (contest.has('budget') && contest.has('guests')) contest.set('guests', 0.4)
  if (contest.has('habit') && (frame.behaviours.has('streak') || /habit|习惯|習慣|습관|打卡/.test(low))) {
    for (const family of [
      'reading',
      'workout',
      'intake',
      'study',
      'sleep',
      'journal',
      'mood',
      'measurements',
      'savings',
      'checklist',
    ] as Family[])
      if (contest.has(family) && !/\bcalori/.test(low)) contest.delete(family)
    contest.set('habit', Math.max(0.95, contest.get('habit')!))
  }
  if (contest.has('picker') && /random|wheel|随机|抽|转盘|ランダム|ルーレット|くじ|랜덤|무작위|뽑|골라|돌림판/.test(low))
    drop('checklist', 'collection', 'shopping', 'mealplan', 'contacts', 'events')
  if (contest.has('chores') && contest.has('picker')) drop('picker')
  if (LENT.test(frame.reading.text.toLowerCase())) drop('reading', 'watching', 'collection', 'loan')
  if (contest.has('countdown') && contest.has('habit') && /quit|戒|禁|금연|금주/.test(low)) drop('countdown')
}

const COMPARES = /\b(?:rank|compar|decid|choos|weigh)|比较|对比|打分|选哪|还是|比べ|比較|採点|選びたい|비교|점수 매|고르/i

/** Nothing known was named: bounds, rhythm and qualities say what kind of app is nearest. */
function fallback(frame: Frame, weak: Family | undefined, weight: number): Family {
  if (weak && weight >= 0.45) return weak
  if (frame.behaviours.has('timer')) return 'timer'
  if (frame.behaviours.has('split')) return 'split'
  if (frame.behaviours.has('repetition')) return 'flashcards'
  if (frame.behaviours.has('quiz')) return 'quiz'
  if (frame.behaviours.has('countdown')) return 'countdown'
  if (frame.behaviours.has('pick')) return 'picker'
  if (frame.behaviours.has('streak')) return 'habit'
  if (frame.lists.criteria.length >= 2 && COMPARES.test(frame.reading.text)) return 'decision'
  if (frame.views.has('board')) return 'board'
  const near = nearestOf(frame)
  if (near) return 'family' in near ? near.family : 'collection'
  if (frame.bounds.some((bound) => bound.what === 'money' && bound.op !== 'least')) return 'expenses'
  const kinds = new Set(frame.asked.map((one) => one.part?.id))
  if (['amount', 'price'].some((id) => kinds.has(id)) && ['date', 'shop'].some((id) => kinds.has(id)) && frame.asked.length <= 5)
    return 'expenses'
  // To keep under something is no habit to tick.
  if (frame.bounds.some((bound) => bound.op === 'most' && bound.per)) return 'collection'
  if (frame.every && frame.asked.length === 0 && frame.items.length === 0) return 'habit'
  if (weak === 'habit' && frame.asked.length === 0) return 'habit'
  if (frame.views.has('calendar') && frame.asked.length === 0) return 'events'
  return 'collection'
}

const nearestOf = (frame: Frame) => frame.beyond.map((one) => NEAREST[one]).find((one) => one !== undefined)

/** A list of use where the act itself is beyond any app: bookings where a booking was wanted. */
function takeNearest(frame: Frame): void {
  const near = nearestOf(frame)
  if (!near || !('parts' in near) || frame.asked.length >= 2) return
  const { language } = frame
  frame.topic = near.label[language]
  frame.items = []
  frame.asked = near.parts.flatMap((id) => {
    const part = partOf(id)
    return part ? [{ label: labelOfPart(part, language), kind: part.kind, part, start: 0 }] : []
  })
}

/** Where what is joined to the topic is noted with it: 体温と体調. */
const MEASURING = new Set<Family>(['measurements', 'mood', 'sleep', 'symptoms', 'workout', 'study', 'journal', 'intake'])
/** Things lent out come back: to whom, when, and whether they did. */
const LENT = /\b(?:lent|loaned|lend)\b(?!.{0,12}(?:money|cash))|借(?:出去?|给)(?!.{0,4}钱)|貸した(?!お金)|빌려준 (?!돈)/
function takeLent(frame: Frame): void {
  if (!LENT.test(frame.reading.text.toLowerCase()) || frame.asked.length >= 2) return
  for (const id of ['person', 'date', 'returned']) {
    const part = partOf(id)!
    if (!frame.asked.some((one) => one.part?.id === id))
      frame.asked.push({ label: labelOfPart(part, frame.language), kind: part.kind, part, start: 0 })
  }
}

const LISTING = new Set<Family>(['poll', 'picker', 'score', 'split', 'converter', 'timer', 'chores', 'routine'])

export type Composed = { build: Build; chosen: Chosen }

export function compose(frame: Frame): Composed {
  const chosen = choose(frame)
  // Where things are listed to choose among, a word nobody knows is not a quality of them.
  if (LISTING.has(chosen.primary))
    frame.asked = frame.asked.filter((one) => one.part !== undefined || one.options !== undefined || one.kind !== 'text+')
  if (!MEASURING.has(chosen.primary)) frame.asked = frame.asked.filter((one) => !one.joined)
  if (chosen.primary === 'collection' && !chosen.sure) takeNearest(frame)
  if (chosen.primary === 'collection') takeLent(frame)
  const build = new Build(frame)
  RULES[chosen.primary](build, 'main')
  for (const family of chosen.beside) RULES[family](build, 'side')
  const main = build.main
  if (main) {
    lateAsked(build, main)
    applyScale(build, main)
    applyGroups(build, main)
    applyBounds(build, chosen)
    applyRhythm(build, main, chosen.primary)
    applyReminders(build, main)
    applyViews(build, main)
  }
  if (build.views.length === 0) {
    const first = build.collections[0]
    if (first) build.list(first)
  }
  return { build, chosen }
}

/** Qualities that no rule took in (side collections, decision apps) still come, on the main collection. */
function lateAsked(b: Build, main: Collection): void {
  for (const one of b.frame.asked) {
    if (b.used.has(one.label) || b.matching(main, one)) continue
    if (main.fields.length < 30) b.addAsked(main, one)
    b.used.add(one.label)
  }
}

function applyScale(b: Build, main: Collection): void {
  const { scale } = b.frame
  if (!scale) return
  for (const field of main.fields.filter((one) => one.kind === 'rating'))
    b.replace(main, b.shaped(field, { label: field.label, kind: 'rating', scale, start: 0 }))
}

function applyGroups(b: Build, main: Collection): void {
  for (const group of b.frame.groups.slice(0, 2)) {
    const asked = askedFor(group, 0, b.frame)
    const field =
      b.matching(main, asked) ??
      (partNamed(group) ? main.fields.find((one) => one.concept === partNamed(group)!.id) : undefined) ??
      renamedCategory(b, main, group) ??
      b.addAsked(main, asked)
    const list = b.views.find((view) => view.kind === 'list' && view.collection === main.id)
    if (list?.kind === 'list' && ['choice', 'text', 'relation', 'place', 'person', 'yesno', 'date', 'datetime'].includes(field.kind))
      list.group = { field: field.id }
    const money = b.find(main, 'money')
    if (money && field.kind !== 'money' && !b.views.some((view) => view.kind === 'chart' && view.query.group?.field === field.id))
      b.chart(main, 'bar', 'sum', money, field)
  }
}
/** "按房间分类": the category is by room. */
function renamedCategory(b: Build, main: Collection, group: string): Field | undefined {
  const category = main.fields.find((field) => field.concept === 'category' && field.kind === 'choice')
  if (!category) return undefined
  const field: Field = { id: category.id, label: group, kind: 'text', suggest: true }
  if (b.behaviours.some((one) => one.kind === 'limit' && one.filter?.some((filter) => filter.field === category.id))) return undefined
  b.replace(main, field)
  return field
}

// ---- Bounds -------------------------------------------------------------------------------------------------

const MONEY_FAMILIES = new Set<Family>([
  'expenses',
  'budget',
  'trip',
  'subscriptions',
  'gifts',
  'split',
  'vehicle',
  'wishlist',
  'collection',
  'shopping',
  'guests',
  'pets',
  'maintenance',
  'events',
  'checklist',
])

function applyBounds(b: Build, chosen: Chosen): void {
  const { frame } = b
  if (['calculator', 'converter', 'timer', 'routine', 'loan', 'inventory'].includes(chosen.primary)) return
  const done = new Set<string>()
  const ordered = [...frame.bounds].sort((a, c) => Number(c.explicit) - Number(a.explicit) || a.start - c.start)
  for (const bound of ordered) {
    const place = placeFor(b, bound, chosen)
    if (!place) continue
    const kind = kindOf(bound, place.latest, chosen.primary)
    const once = `${place.collection.id} ${place.field?.id} ${bound.per} ${kind}`
    if (isKept(b, bound) || done.has(once) || (frame.contradiction && done.size > 0 && bound.what === ordered[0]!.what)) continue
    done.add(once)
    putBound(b, bound, kind, place, chosen.primary)
  }
}

/** Some rule has made it already: the limit of one category, the goal of a savings app. */
const isKept = (b: Build, bound: Bound) =>
  b.behaviours.some((one) => (one.kind === 'limit' && one.most === bound.value) || (one.kind === 'goal' && one.target === bound.value))

type Place = { collection: Collection; field?: Field; latest: boolean; value: number; factor: number }

/** The field a bound speaks of: money of money, kilograms of a weight, a bare number of what is counted. */
function placeFor(b: Build, bound: Bound, chosen: Chosen): Place | undefined {
  const order = [...b.collections].sort((x, y) => rank(b, x) - rank(b, y))
  const latest = chosen.primary === 'measurements' || (chosen.primary === 'habit' && bound.what === 'quantity')
  const money = () => order.map((collection) => ({ collection, field: b.find(collection, 'money') })).find((one) => one.field)
  if (bound.what === 'money') {
    const found = money()
    return found ? { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 } : undefined
  }
  if (bound.what === 'quantity') {
    for (const collection of order)
      for (const field of collection.fields)
        if (field.kind === 'quantity') {
          const value = convert(bound.value, bound.unit ?? '', field.unit)
          if (value !== null && unitOf(field.unit)?.dimension !== 'time') return { collection, field, latest, value, factor: 1 }
        }
    return bound.per && bound.unit
      ? { collection: b.main!, field: measured(b, b.main!, bound.unit), latest: false, value: bound.value, factor: 1 }
      : undefined
  }
  if (bound.what === 'duration') {
    const found = order
      .map((collection) => ({
        collection,
        field:
          b.find(collection, 'duration') ?? collection.fields.find((field) => field.kind === 'computed' && field.shows.kind === 'duration'),
      }))
      .find((one) => one.field)
    if (bound.value >= 525600) return undefined
    if (found) return { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 }
    return bound.per
      ? { collection: b.main!, field: added(b, b.main!, 'duration'), latest: false, value: bound.value, factor: 1 }
      : undefined
  }
  if (bound.what === 'percent') return undefined
  const main = b.main!
  if (MONEY_FAMILIES.has(chosen.primary) && (bound.what === 'number' || chosen.primary === 'expenses')) {
    const found = money()
    if (found && (bound.value >= 20 || chosen.primary === 'budget'))
      return { collection: found.collection, field: found.field!, latest: false, value: bound.value, factor: 1 }
  }
  if (latest) {
    const field = b.find(main, 'quantity', 'number')
    return field ? { collection: main, field, latest, value: bound.value, factor: 1 } : undefined
  }
  const counted = ['intake', 'study', 'workout', 'reading', 'habit'].includes(chosen.primary) ? countedField(b, main, bound) : undefined
  return { collection: main, ...(counted ? { field: counted } : {}), latest: false, value: bound.value, factor: 1 }
}
/** What is bounded has to be noted, though no quality for it was named: "max 2 hours of TV a day". */
function added(b: Build, main: Collection, part: string): Field {
  const field = b.field(part, main.fields)
  main.fields.splice(1, 0, field)
  return field
}
/** The bare amount takes the unit of its bound: 25 g of sugar a day. */
function measured(b: Build, main: Collection, unit: string): Field {
  const bare = b.by(main, 'quantity') ?? added(b, main, 'quantity')
  const field: Field = { id: bare.id, label: b.say(t('Amount / 量 / 量 / 양')), kind: 'quantity', unit, concept: 'quantity' }
  b.replace(main, field)
  return field
}
const rank = (b: Build, collection: Collection) =>
  collection === b.main ? (collection.fields.some((field) => field.kind === 'money') ? 0 : 1) : 2

function countedField(b: Build, main: Collection, bound: Bound): Field | undefined {
  if (/回|次|번|times|회/.test(bound.unit ?? '')) return undefined
  return (
    b.by(main, 'stepcount') ??
    (bound.value >= 10 ? (b.by(main, 'times') ?? b.by(main, 'reps')) : undefined) ??
    b.by(main, 'calories') ??
    b.by(main, 'quantity') ??
    b.by(main, 'pages') ??
    (bound.value >= 100 ? b.find(main, 'quantity') : undefined)
  )
}

function kindOf(bound: Bound, latest: boolean, family: Family): 'limit' | 'least' | 'up' | 'down' {
  if (latest) return bound.op === 'least' && bound.explicit ? 'up' : 'down'
  if (bound.op === 'most') return 'limit'
  if (bound.op === 'least') return 'least'
  return bound.what === 'money' && MONEY_FAMILIES.has(family) ? 'limit' : 'least'
}

function putBound(b: Build, bound: Bound, kind: ReturnType<typeof kindOf>, place: Place, family: Family): void {
  const { collection, field, value } = place
  const date = b.dateOf(collection) ?? (bound.per ? dated(b, collection) : undefined)
  const measure = field ? { fn: 'sum' as const, field: field.id } : { fn: 'count' as const }
  const spoken = b.frame.bounds.find((one) => one.what === bound.what && one.per)?.per
  const period = date ? (bound.per ?? (b.frame.contradiction ? spoken : undefined) ?? usualPeriod(bound, family, b, field)) : undefined
  const when = date && period ? { date: date.id, period } : {}
  if (kind === 'limit') b.does<B<'limit'>>({ kind: 'limit', collection: collection.id, measure, ...when, most: value, warnAt: 0.8 })
  else if (kind === 'least')
    b.does<B<'goal'>>({ kind: 'goal', collection: collection.id, measure, ...when, target: value, direction: 'least' })
  else
    b.does<B<'goal'>>({
      kind: 'goal',
      collection: collection.id,
      measure: { fn: 'latest', ...(field ? { field: field.id } : {}) },
      ...(date ? { date: date.id } : {}),
      target: value,
      direction: direction(b, field, kind),
    })
}

/** What is bounded by the day or week is noted with its day. */
const dated = (b: Build, collection: Collection): Field => added(b, collection, 'date')

/** Weight is to go down unless gaining was said; other things go up. */
function direction(b: Build, field: Field | undefined, kind: 'up' | 'down'): 'reach-up' | 'reach-down' {
  if (/gain|bulk|increase|build up|增重|增加|增肌|増や|増量|上げ|늘리|증량|올리/.test(b.frame.low)) return 'reach-up'
  return kind === 'up' && field?.concept !== 'weight' ? 'reach-up' : 'reach-down'
}

function usualPeriod(bound: Bound, family: Family, b: Build, field?: Field): PeriodUnit | undefined {
  if (bound.what === 'money' || field?.kind === 'money')
    return family === 'expenses'
      ? 'month'
      : family === 'budget' && /month|家計|家计|monthly|생활비|household/.test(b.frame.low)
        ? 'month'
        : undefined
  if (family === 'habit' && b.frame.every) return b.frame.every.unit
  if (['intake', 'sleep', 'study', 'workout', 'habit', 'feeding', 'timer'].includes(family)) return family === 'workout' ? 'week' : 'day'
  return undefined
}

const AT_MOST = /\bat most\b|no more than|\bmax\b|maximum|最多|不超过|别超|以内|以下|(?<=回|日|杯)まで|이하|이내|까지만|넘지/

/** "three times a week" */
function applyRhythm(b: Build, main: Collection, family: Family): void {
  const { every } = b.frame
  if (!every?.times || !['habit', 'workout', 'study', 'intake', 'collection', 'reading', 'pets', 'plants', 'journal'].includes(family))
    return
  const date = b.dateOf(main)
  if (!date || b.behaviours.some((one) => one.kind === 'goal' && one.period === every.unit)) return
  // "twice a week at most" is to be kept under.
  if (AT_MOST.test(b.frame.reading.text.toLowerCase())) {
    b.does<B<'limit'>>({
      kind: 'limit',
      collection: main.id,
      measure: { fn: 'count' },
      date: date.id,
      period: every.unit,
      most: every.times,
      warnAt: 0.8,
    })
    return
  }
  b.does<B<'goal'>>({
    kind: 'goal',
    collection: main.id,
    measure: { fn: 'count' },
    date: date.id,
    period: every.unit,
    target: every.times,
    direction: 'least',
  })
}

// ---- Reminders, countdowns, streaks ---------------------------------------------------------------------------

function applyReminders(b: Build, main: Collection): void {
  const { frame } = b
  if (frame.behaviours.has('streak') && !b.behaviours.some((one) => one.kind === 'streak')) {
    const date = b.dateOf(main)
    const done = b.find(main, 'yesno')
    if (date)
      b.does<B<'streak'>>({
        kind: 'streak',
        collection: main.id,
        date: date.id,
        ...(done ? { done: done.id } : {}),
        every: 'day',
        forgive: 1,
      })
  }
  const stock = b.behaviours.some((one) => one.kind === 'stock')
  if (frame.behaviours.has('stock') && !stock) {
    const quantity = b.by(main, 'quantity') ?? (main.concept === 'items' ? b.find(main, 'number', 'quantity') : undefined)
    if (quantity) b.does<B<'stock'>>({ kind: 'stock', collection: main.id, quantity: quantity.id, least: frame.bounds[0]?.value ?? 1 })
  }
  if (frame.behaviours.has('countdown') && !b.behaviours.some((one) => one.kind === 'countdown') && frame.dates.length)
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', to: frame.dates.at(-1)!.date }))
  if (!frame.behaviours.has('reminder') || frame.beyond.includes('email')) return
  const had = b.behaviours.find((one) => one.kind === 'reminder')
  if (had?.kind === 'reminder' && !frame.times.length) return
  if (had?.kind === 'reminder') {
    if (!had.times) had.times = frame.times.slice(0, 12)
    return
  }
  // "warn me when I go over" is the limit's own doing.
  if (
    frame.behaviours.has('stock') ||
    (b.behaviours.some((one) => one.kind === 'limit') && !frame.times.length && /over|exceed|超|オーバー|넘/.test(frame.low))
  )
    return
  const due = dueField(b, main)
  if (due && !frame.times.length) {
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: main.id,
      date: due.id,
      before: daysBefore(frame.low) ?? 1,
      ...(b.find(main, 'yesno') ? { done: b.find(main, 'yesno')!.id } : {}),
      ...(frame.every && !['date'].includes(due.concept ?? '') && !due.id.startsWith('due')
        ? { every: { unit: frame.every.unit, count: Math.min(366, Math.max(1, frame.every.count)) } }
        : {}),
    })
    return
  }
  const times = frame.times.length ? frame.times.slice(0, 12) : ['20:00']
  if (!frame.times.length) b.assumed.push(b.say(t('A reminder at 20:00 / 每天20:00提醒 / 20:00にリマインド / 오후 8시 알림')))
  b.does<B<'reminder'>>({ kind: 'reminder', collection: main.id, times, before: 0 })
}

/** A date that lies ahead, as against the day something was noted. */
const dueField = (b: Build, main: Collection): Field | undefined =>
  main.fields.find(
    (field) =>
      field.kind === 'date' &&
      ['due', 'expiry', 'renewal', 'birthday', 'warranty', 'end', 'lastWatered', 'repotted'].includes(field.concept ?? ''),
  ) ??
  main.fields.find((field) => field.kind === 'date' && field.default === undefined && field.concept !== 'bought') ??
  (main.concept === 'events' ? b.dateOf(main) : undefined)

// ---- Views ----------------------------------------------------------------------------------------------------

function applyViews(b: Build, main: Collection): void {
  const { views } = b.frame
  const have = (kind: View['kind'], chart?: string) =>
    b.views.some((view) => view.kind === kind && (!chart || (view.kind === 'chart' && view.chart === chart)))
  const date = () => {
    const found = b.dateOf(main)
    if (found) return found
    const made = b.field('date', main.fields)
    main.fields.splice(1, 0, made)
    return made
  }
  const words: Record<string, ReturnType<typeof t>> = {
    calendar: t('Calendar / 日历 / カレンダー / 달력'),
    table: t('Table / 表格 / 表 / 표'),
    cards: t('Cards / 卡片 / カード / 카드'),
    board: t('Board / 看板 / ボード / 보드'),
    timeline: t('Timeline / 时间线 / タイムライン / 타임라인'),
  }
  const put = (kind: 'calendar' | 'table' | 'cards' | 'board' | 'timeline', more: object) =>
    b.put({ id: `${main.id}${kind}`, kind, label: b.say(words[kind]!), collection: main.id, ...more } as never)
  if (views.has('calendar') && !have('calendar')) put('calendar', { date: date().id })
  if (views.has('timeline') && !have('timeline') && b.dateOf(main)) put('timeline', { date: b.dateOf(main)!.id })
  if (views.has('table') && !have('table')) put('table', {})
  if (views.has('cards') && !have('cards') && main.concept !== 'cards') put('cards', {})
  if (views.has('board') && !have('board')) {
    let choice = b.find(main, 'choice')
    if (!choice) {
      choice = b.field('status', main.fields)
      main.fields.push(choice)
    }
    put('board', { group: choice.id })
  }
  for (const chart of ['line', 'bar', 'pie'] as const) if (views.has(chart) && !have('chart', chart)) putChart(b, main, chart)
  if (views.has('chart') && !have('chart')) putChart(b, main, b.find(main, 'money') ? 'bar' : 'line')
  if (views.has('summary') && !have('summary')) {
    const number = b.find(main, 'money', 'duration', 'quantity', 'number')
    const day = b.dateOf(main)
    const month = day ? { when: { field: day.id, unit: 'month' as const, offset: 0 } } : {}
    b.tiles([
      { label: t('How many / 次数 / 件数 / 개수'), query: { collection: main.id, filter: [], measure: { fn: 'count' }, ...month } },
      ...(number
        ? [
            {
              label: number.label,
              query: {
                collection: main.id,
                filter: [],
                measure: {
                  fn: number.kind === 'money' || number.kind === 'duration' ? ('sum' as const) : ('mean' as const),
                  field: number.id,
                },
                ...month,
              },
            },
          ]
        : []),
    ])
  }
  moveAskedFirst(b)
}

function putChart(b: Build, main: Collection, chart: 'line' | 'bar' | 'pie'): void {
  const date = b.dateOf(main)
  const value = b.find(main, 'money', 'quantity', 'rating', 'duration', 'number') ?? main.fields.find((field) => field.kind === 'computed')
  const fn = !value ? 'count' : value.kind === 'money' || value.kind === 'duration' ? 'sum' : 'mean'
  const choice =
    b.find(main, 'choice') ?? main.fields.find((field) => field.kind === 'relation' || (field.kind === 'text' && field.suggest))
  if (chart === 'pie' || !date) {
    const group = choice ?? date ?? main.fields.find((field) => field.id === main.title)!
    b.chart(main, chart === 'line' && !date ? 'bar' : chart, fn, value, group, group === date ? 'month' : undefined)
  } else b.chart(main, chart, fn, value, date, fn === 'sum' ? (b.frame.low.match(/week|周|週|주별/) ? 'week' : 'month') : 'day')
}

/** "show it on a calendar": what was asked to be seen comes first. */
function moveAskedFirst(b: Build): void {
  for (const kind of ['calendar', 'board', 'timeline', 'table'] as const) {
    if (!b.frame.views.has(kind)) continue
    const at = b.views.findIndex((view) => view.kind === kind)
    if (at > 0) b.views.unshift(...b.views.splice(at, 1))
    return
  }
}

export type { AppSpec }
export { key }
