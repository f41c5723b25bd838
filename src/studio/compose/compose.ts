/** Frame to app: which families, their rules, then what holds for all of them: bounds, views, reminders, groups. */
import type { Family } from '../../base/concepts/types.ts'
import type { Collection, Field, View } from '../../spec.ts'
import { askedFor } from '../frame/kinds.ts'
import { type Related, relatedIn } from '../frame/related.ts'
import type { Asked, Frame } from '../frame/types.ts'
import { ALIKE, Build } from '../rules/build.ts'
import { applyDerived } from '../rules/derived.ts'
import { RULES } from '../rules/families/index.ts'
import { composeRelated } from '../rules/families/related.ts'
import { key, labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { asLabel } from '../rules/words.ts'
import { applyBounds, applyRhythm } from './bounds.ts'
import { type Chosen, choose, isCalculation, isKeptFormula, isOfCosts } from './choose.ts'
import { applyFormulas } from './formulas.ts'
import { takeLent, takeNearest } from './nearest.ts'
import { applyReminders } from './reminders.ts'
import { placeThings } from './things.ts'
import { applyViews } from './views.ts'

/** Where what is joined to the topic is noted with it: 体温と体調. */
const MEASURING = new Set<Family>(['measurements', 'mood', 'sleep', 'symptoms', 'workout', 'study', 'journal', 'intake'])

const LISTING = new Set<Family>(['poll', 'picker', 'score', 'split', 'converter', 'timer', 'chores', 'routine'])

const OWING =
  /未払い|払った人|立て替え|^誰|\bwho (?:owes|paid|pays|bought|buys|spent)\b|\bsettle\b|谁欠谁|谁付了|誰が(?:誰に|払)|누가 누구|누가 냈/i

type Composed = { build: Build; chosen: Chosen }

/**
 * An app that has no place for what was surely asked for is not the one: the next likely is built instead. What the
 * chosen one made of the frame is kept in it.
 */
export function compose(frame: Frame): Composed {
  // 30회권 is how many there are in all, and nothing of each.
  const stock = frame.bounds.filter((bound) => bound.stock)
  frame.asked = frame.asked.filter(
    ({ label, start }) => !(/\d/.test(label) && stock.some((bound) => bound.start >= start && bound.start < start + label.length)),
  )
  const related = relatedIn(frame)
  if (related) return together(frame, related)
  const sure = frame.asked.filter((one) => one.sure)
  const without = new Set<Family>()
  for (let tries = 0; ; tries++) {
    const own = { ...copied(frame), families: frame.families.filter(({ family }) => !without.has(family)) }
    const made = composed(own)
    const { primary } = made.chosen
    const lost = sure.filter((one) => !holds(made.build, one, primary)).length
    const calculates = isCalculation(frame) && made.build.behaviours.some((one) => one.kind === 'calculator')
    const few = lost === 0 || (lost === 1 && sure.length > 2) || calculates
    if (tries >= 3 || few || without.has(primary) || STAYS.has(primary) || weighs(own, primary)) {
      Object.assign(frame, own)
      return made
    }
    without.add(primary)
  }
}

/** What they bring is what was asked for in other words, or there is nothing else to fall back to. */
const STAYS = new Set<Family>(['collection', 'mealplan', 'recipes', 'shopping', 'flashcards', 'chores'])

/** What is to be chosen among is named, and judged by the rest: by degrees, or told to be. */
const weighs = (frame: Frame, primary: Family): boolean =>
  primary === 'decision' &&
  (frame.lists.options.length >= 2 || frame.things.length >= 2) &&
  (SCORED.test(frame.low) || frame.asked.filter((one) => one.sure && NO_DEGREE.test(one.kind)).length < 2)
const SCORED = /\b(?:scor|weigh|rank|rat)(?:e|es|ed|ing)?\b|打分|评分|加权|採点|采点|点数|重み|점수|채점|가중치/
const NO_DEGREE = /^(?:date|time|datetime|person|place|link|note|yesno|duration|money)/

const copied = (frame: Frame): Frame => ({
  ...frame,
  asked: frame.asked.map((one) => ({ ...one })),
  items: frame.items.map((one) => ({ ...one })),
  lists: { ...frame.lists },
  views: new Set(frame.views),
  behaviours: new Set(frame.behaviours),
})

/** Whether there is a field for what was asked, in a collection or in a calculator; what options are judged by is among the entries. */
function holds(b: Build, one: Asked, primary: Family): boolean {
  const fields = [
    ...b.collections.flatMap((collection) => collection.fields),
    ...b.behaviours.flatMap((each) => (each.kind === 'calculator' ? [...each.inputs, ...each.outputs] : [])),
  ]
  const seeded =
    primary === 'decision' ? b.collections.flatMap(({ seeds, title }) => seeds.map((seed) => key(String(seed[title] ?? '')))) : []
  if (seeded.includes(key(asLabel(one.label)))) return true
  // 몇 시간 is told by what is there of that kind, whatever it is called.
  const alike = one.question ? ALIKE.find((kinds) => kinds.has(one.kind.split(/[:=+]/)[0]!)) : undefined
  return fields.some(
    (field) =>
      key(field.label) === key(asLabel(one.label)) || (one.part !== undefined && field.concept === one.part.id) || alike?.has(field.kind),
  )
}

function composed(frame: Frame): Composed {
  const chosen = choose(frame)
  let sure = frame.asked.filter((one) => one.sure)
  // Where things are listed to choose among, a word nobody knows is not a quality of them.
  if (LISTING.has(chosen.primary))
    frame.asked = frame.asked.filter((one) => one.part !== undefined || one.options !== undefined || one.kind !== 'text+')
  // Among prices a quote is what a job will cost; elsewhere it is words.
  for (const one of frame.asked)
    if (/^(?:quote|报价|見積もり?|견적)$/i.test(one.label) && frame.asked.some((other) => other.kind === 'money'))
      Object.assign(one, { kind: 'money', part: undefined })
  // Who shares is listed as people, and who owes whom is worked out: neither is typed in with each bill.
  if (chosen.primary === 'split')
    frame.asked = frame.asked.filter(
      (one) =>
        !OWING.test(one.label) &&
        !one.options?.every((option) => frame.people.some((person) => person.toLowerCase() === option.toLowerCase())),
    )
  // "to apply, applied, interview": a stage is no quality.
  const stages = new Set([...frame.lists.stages, ...frame.items.map(({ label }) => label)].map((label) => label.toLowerCase()))
  if (frame.lists.stages.length >= 3 || frame.views.has('board'))
    frame.asked = frame.asked.filter(({ label }) => !stages.has(`to ${label.toLowerCase()}`) || label.toLowerCase().startsWith('to '))
  if (!MEASURING.has(chosen.primary)) frame.asked = frame.asked.filter((one) => !one.joined)
  if (chosen.primary === 'collection' && !chosen.sure) takeNearest(frame)
  if (chosen.primary === 'collection') takeLent(frame)
  if (chosen.primary === 'expenses' || chosen.primary === 'budget') {
    // 分吃饭、交通、娱乐: the kinds are told, and there is one choice of them.
    const category = partOf('category')
    const told = frame.asked.filter((one) => (one.options?.length ?? 0) >= 2 && (one.part?.id === 'type' || one.part?.id === 'category'))
    if (category && told.length === 1) Object.assign(told[0]!, { part: category, label: labelOfPart(category, frame.language), start: 0 })
    const kinds = takeKinds(frame)
    sure = sure.filter((one) => !kinds.includes(one))
  }
  const build = new Build(frame)
  takeOfWhom(frame, chosen.primary)
  RULES[chosen.primary](build, 'main')
  for (const family of chosen.beside) RULES[family](build, 'side')
  const main = build.main
  if (main) {
    lateAsked(build, main)
    sureAsked(build, main, sure, chosen)
    oneMoment(main)
    if (isKeptFormula(frame)) {
      applyFormulas(build, main)
      withoutAmount(build, main)
    }
    seedDated(build, main)
    placeThings(build, main, chosen.primary)
    applyDerived(build, main)
    applyScale(build, main)
    applyGroups(build, main)
    applyBounds(build, chosen)
    applyRhythm(build, main, chosen.primary)
    applyReminders(build, main)
    applyViews(build, main)
  }
  for (const view of build.views) if (view.kind === 'board') startAtFirst(build, view)
  if (build.views.length === 0) {
    const first = build.collections[0]
    if (first) build.list(first)
  }
  return { build, chosen }
}

/** A new card stands in the first column: in none it would not be seen among the others. */
function startAtFirst({ collections }: Build, { collection, group }: Extract<View, { kind: 'board' }>): void {
  const home = collections.find(({ id }) => id === collection)
  if (!home) return
  home.fields = home.fields.map((field) =>
    field.id === group && field.kind === 'choice' && field.default === undefined && field.options[0]
      ? { ...field, default: field.options[0].id }
      : field,
  )
}

/** Names with a day of their own are the first entries, where an entry has a name and a day. */
function seedDated(b: Build, main: Collection): void {
  const title = main.fields.find(({ id }) => id === main.title)
  const date = main.fields.find(({ kind }) => kind === 'date')
  if (!b.frame.dated.length || main.seeds.length || title?.kind !== 'text' || !date) return
  b.seed(
    main,
    b.frame.dated.map(({ name, date: day }) => ({ [title.id]: name, [date.id]: day })),
  )
}

/** 食費と日用品だけ, チケット・交通費・グッズ of 遠征費: what money goes for, named side by side, are kinds of it and no sums of their own. */
function takeKinds(frame: Frame): Asked[] {
  if (frame.lists.categories.length) return []
  const said = kindsSpentOn(frame) ?? kindsAsked(frame)
  if (!said) return []
  const part = partOf('category')!
  const within = (label: string) => said.some((one) => one === label || label.startsWith(`${one}の`) || label.startsWith(`${one} `))
  const taken = frame.asked.filter((one) => within(one.label))
  frame.asked = frame.asked.filter((one) => !taken.includes(one))
  frame.items = frame.items.filter((item) => !within(item.label))
  frame.things = frame.things.filter((label) => !within(label))
  frame.asked.push({ label: labelOfPart(part, frame.language), kind: 'choice', options: said, part, start: 0 })
  return taken
}

/** 食費と外食と日用品の支出: what is joined before the word for what is spent. */
const JOINED: Partial<Record<Frame['language'], RegExp>> = {
  ja: /(?:^|[、。\s])((?:[\p{Script=Han}\p{Script=Katakana}ー]{1,8}[と・や、]){1,6}[\p{Script=Han}\p{Script=Katakana}ー]{1,8})の(?:支出|出費|費用|家計簿?)/u,
  zh: /((?:\p{Script=Han}{2,5}?[、和与跟]){1,6}\p{Script=Han}{2,5}?)的?(?:开销|花费|支出|消费|花销)/u,
  ko: /(?:^|[\s,.])((?:[가-힣]{2,6}(?:이?랑|와|과|,)\s?){1,6}[가-힣]{2,6})\s?(?:지출|비용|쓴 돈)/u,
}
const APART_KINDS = /[と・や、和与跟,]|(?:이?랑|와|과)\s/u
function kindsSpentOn({ language, reading }: Frame): string[] | undefined {
  const found = JOINED[language]?.exec(reading.text)?.[1]
  const kinds = found?.split(APART_KINDS).map((one) => one.trim()) ?? []
  return kinds.length >= 2 && kinds.every((one) => one && !NAMED_FIELD.test(one) && partNamed(one)?.kind !== 'date') ? kinds : undefined
}

function kindsAsked(frame: Frame): string[] | undefined {
  const costs = isOfCosts(frame) || frame.bounds.some(({ what, op }) => what === 'money' && op !== 'least')
  const all = frame.asked.filter((one) => !frame.bounds.some(({ start }) => start >= one.start && start < one.start + one.label.length))
  const ledger = all.some((one) => one.options || one.unit || NAMED_FIELD.test(one.label) || LEDGER.has(one.part?.id ?? ''))
  if (costs && all.length >= 3 && !ledger && all.every(({ kind, unsure }) => unsure || !NO_KIND.test(kind))) {
    frame.asked = all
    return all.map(({ label }) => label)
  }
  if (frame.language !== 'zh' && frame.language !== 'ja') return undefined
  const plain = frame.asked.filter((one) => one.part === undefined && !one.options && !one.unit)
  const kinds = plain.filter((one) => one.label.length <= 6 && (one.kind === 'money' || one.kind === 'text+'))
  if (kinds.length < 2 || kinds.length !== frame.asked.filter((one) => one.part === undefined).length) return undefined
  const named = kinds.some((one) => /[费費代]$/.test(one.label)) || (kinds.length >= 3 && costs)
  return named && !kinds.some((one) => NAMED_FIELD.test(one.label)) ? kinds.map((one) => one.label) : undefined
}
/** What is written down with each sum; among these nothing is a kind of spending. */
const LEDGER = new Set([
  'amount',
  'price',
  'fee',
  'date',
  'item',
  'shop',
  'note',
  'category',
  'person',
  'payment',
  'quantity',
  'name',
  'status',
  'paid',
])
const NO_KIND = /^(?:date|time|datetime|yesno|link|choice)/

const OF_WHOM = new Set<Family>([
  'collection',
  'feeding',
  'measurements',
  'symptoms',
  'pets',
  'intake',
  'sleep',
  'workout',
  'study',
  'mood',
])
const WHOSE = { en: 'Who', zh: '谁', ja: '誰', ko: '누구' }
/** 하람이 하율이 분유 ml 시간: people named among what is noted are of whom it is, and no qualities. */
function takeOfWhom(frame: Frame, primary: Family): void {
  if (frame.language !== 'ko' || !OF_WHOM.has(primary) || frame.people.length < 2) return
  const named = (label: string) => frame.people.includes(label) || frame.people.includes(label.replace(/이$/, ''))
  const listed = frame.asked.filter((one) => named(one.label))
  if (listed.length < 2) return
  frame.asked = frame.asked.filter((one) => !listed.includes(one))
  frame.items = frame.items.filter((one) => !named(one.label))
  if (!frame.asked.some((one) => one.kind === 'person'))
    frame.asked.unshift({ label: WHOSE.ko, kind: 'choice', options: [...frame.people], start: listed[0]!.start })
}
/** 经手人, 发票号: how a field is called, and nothing that money goes for. */
const NAMED_FIELD =
  /[人号號名者由码類类別别項项日]$|发票$|門店$|门店$|(?:이름|날짜|메모|사람|곳|명)$|^(?:who|date|notes?|name|where|when|shop|store|vendor|item|what)$/i

/** What an entry came to is worked out by the formula; nobody types it in as well. */
function withoutAmount(b: Build, main: Collection): void {
  const worked = main.fields.find((field) => field.kind === 'computed' && field.shows.kind === 'money')
  const amount = main.fields.find((field) => field.kind === 'money' && field.concept === 'amount')
  const used = main.fields.some((field) => field.kind === 'computed' && new RegExp(`\\b${amount?.id}\\b`).test(field.formula))
  if (!worked || !amount || used || amount.id === main.title || b.frame.asked.some((one) => asLabel(one.label) === amount.label)) return
  main.fields = main.fields.filter((field) => field !== amount)
  b.views.splice(0, b.views.length, ...b.views.filter((view) => view.kind !== 'chart' || view.query.measure.field !== amount.id))
  for (const view of b.views)
    if (view.kind === 'summary')
      for (const tile of view.tiles) if (tile.query.measure.field === amount.id) tile.query.measure.field = worked.id
}

/** Collections that belong together have no family: their nouns say what they are. */
function together(frame: Frame, related: Related): Composed {
  const chosen: Chosen = { primary: 'collection', beside: [], sure: true }
  const build = new Build(frame)
  composeRelated(build, related)
  const main = build.main!
  applyScale(build, main)
  applyBounds(build, chosen)
  applyReminders(build, main)
  applyViews(build, main)
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

/** A day that a family brings beside the date and time that were asked for is that moment. */
function oneMoment(main: Collection): void {
  const moment = main.fields.find((field) => field.kind === 'datetime' && !field.default)
  const day = main.fields.find((field) => field.kind === 'date' && field.concept === 'date' && field.default === 'today')
  if (!moment || !day || main.fields.filter((field) => field.kind === 'date').length > 1) return
  main.fields = main.fields.flatMap((field): Field[] =>
    field === moment
      ? []
      : field === day
        ? [{ id: day.id, label: moment.label, kind: 'datetime', default: 'now', concept: 'moment' }]
        : [field],
  )
}

/** Families that keep nothing, or only what they are made of. */
const WITHOUT_MORE = new Set<Family>(['calculator', 'converter', 'decision', 'picker', 'countdown', 'timer'])
/** What was surely asked for is there, whatever a family makes of its words: each has a field of its own. */
function sureAsked(b: Build, main: Collection, sure: readonly Asked[], { primary }: Chosen): void {
  if (WITHOUT_MORE.has(primary)) return
  const taken = new Set<string>()
  for (const one of sure) {
    const isDropped = b.frame.dropped.some(
      (word) => key(word).includes(key(one.label)) || (one.part !== undefined && partNamed(word)?.id === one.part.id),
    )
    if (isDropped || (one.kind === 'choice' && b.frame.lists.stages.length)) continue
    const named = main.fields.find((field) => !taken.has(field.id) && key(field.label) === key(asLabel(one.label)))
    const like = named ?? b.matching(main, one, taken)
    if (like) taken.add(like.id)
    else if (!holds(b, one, primary) && main.fields.length < 30) taken.add(b.addAsked(main, one).id)
  }
}

function applyScale(b: Build, main: Collection): void {
  const { scale } = b.frame
  // "mood, anxiety 0-10": the scale of the one says nothing of the other.
  if (!scale || (b.frame.language === 'en' && b.frame.asked.some((one) => one.scale))) return
  for (const field of main.fields.filter((one) => one.kind === 'rating'))
    b.replace(main, b.shaped(field, { label: field.label, kind: 'rating', scale, start: 0 }))
}

function applyGroups(b: Build, main: Collection): void {
  for (const group of b.frame.groups.slice(0, 2)) {
    const asked = askedFor(group, 0, b.frame)
    const field =
      b.matching(main, asked) ??
      main.fields.find((field) => new RegExp(`^${group.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s?(?:이름|명|성함)$`).test(field.label)) ??
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
