/** What an app does: limits and goals with their amounts and periods, reminders, streaks, timers and the like. */
import { formatNumber, formatPer, formatQuantity, formatValue } from '../../base/language/format.ts'
import { convert, unitOf } from '../../base/language/units.ts'
import { fold, labelPlace, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Behaviour, Collection, Field, PeriodUnit, SpecEdit } from '../../spec.ts'
import { BEHAVIOUR_LABELS } from '../rules/build.ts'
import { BEHAVIOUR_CUES, has } from '../rules/cues.ts'
import { ADD, type Amount, amountIn, CHANGE, type Change, type Clause, dateOf, freeId, is, mainOf, REMOVE, type Rule } from './clause.ts'
import { SAY } from './say.ts'

const LIMIT =
  /\blimit\b|\bbudget\b|\bcap\b|\bmaximum\b|\bat most\b|no more than|warn|上限|限额|预算|予算|额度|最多|不超过|超过|制限|한도|예산|상한|제한|이하|넘으면/
const GOAL = /\bgoal\b|\btarget\b|\baim\b|\bat least\b|目标|目標|至少|ノルマ|목표|이상/
const PERIODS: [PeriodUnit, RegExp][] = [
  ['day', /\b(?:a|per|each|every) day\b|\bdaily\b|每天|每日|一天|1日|一日|毎日|每日|日に|하루|매일|일일/],
  ['week', /\b(?:a|per|each|every) week\b|\bweekly\b|每周|每星期|一周|每週|毎週|週に|1週間|주에|일주일|매주|주간/],
  ['month', /\b(?:a|per|each|every) month\b|\bmonthly\b|每月|每个月|一个月|毎月|月に|1か月|月額|한 달|매달|매월|월간|한달/],
  ['year', /\b(?:a|per|each|every) year\b|\byearly\b|每年|一年|毎年|年に|1년|매년|연간/],
]

function periodIn(clause: Clause): PeriodUnit | undefined {
  for (const { read } of clause.reading.values) {
    if (read.kind === 'bound' && read.per) return read.per
    if (read.kind === 'every' && read.count === 1) return read.unit
  }
  return PERIODS.find(([, pattern]) => pattern.test(clause.low))?.[0]
}

// ---- Limits and goals --------------------------------------------------------------------------------------------

type Bound = Extract<Behaviour, { kind: 'limit' | 'goal' }>

/** "make the limit 6000", 予算を12万円に, 把目标改成55公斤, "make the limit weekly", "remove the limit". */
/** "raise it to 25 a week", 提高到30, 3万に上げて, 20만으로 올려줘: the one that there is. */
/** "the boiler is £2,600 now": the goal of what is saved for it. */
const DEARER =
  /^(?:actually |oh |so )*(?:the |my |our |it |it's |that )[\w' ]{0,30}?(?:is|costs?|will be|will cost|went (?:up|down) to|has gone (?:up|down) to|is going to (?:be|cost)|now costs?) (?:now |actually )?\D{0,3}\d[\d.,]*k?\D{0,12}(?:now|instead|these days|after all|in the end)?[.!]?$/
const ITS_BOUND =
  /^(?:actually|no|ok(?:ay)?|hmm|sorry|please|let's|can you|could you|,|\s)*(?:make|set|put|change) (?:it|that|this) (?:to )?\S{0,3}\d[\d.,]*\s?\w{0,8} (?:a|an|per|each|every) (?:day|week|month|year)\b|^(?:please |can you |let's )?(?:raise|lower|increase|decrease|bump|reduce|drop|cut|bring)(?: it| that| this)?(?: up| down)? to \S?\d|^(?:提高|降低|降|加|减)到\D{0,2}\d|\d\S{0,3}に(?:上げ|下げ|増やし|減らし)|\d\S{0,3}으?로 (?:올[려리]|내[려리]|늘[려리]|줄[여이])/
export const changeBound: Rule = (clause) => {
  const it =
    ITS_BOUND.test(clause.low) || DEARER.test(clause.low)
      ? clause.spec.behaviours.find((one) => one.kind === 'limit' || one.kind === 'goal')
      : undefined
  const wantsLimit = LIMIT.test(clause.low) || it?.kind === 'limit'
  const wantsGoal = GOAL.test(clause.low) || it?.kind === 'goal'
  if (!wantsLimit && !wantsGoal) return null
  const bounds = clause.spec.behaviours.filter((one): one is Bound => one.kind === 'limit' || one.kind === 'goal')
  // With a limit for each kind of spending, the one that is named.
  const named = bounds.filter(
    (one) => (one.filter?.length ?? 0) > 0 && labelPlace(clause.folded, clause.reading.tokens, one.label) !== undefined,
  )
  const bound =
    named[0] ??
    bounds.find((one) => (one.kind === 'limit') === wantsLimit && (one.kind === 'goal') === wantsGoal) ??
    bounds.find((one) => (wantsLimit && one.kind === 'limit') || (wantsGoal && one.kind === 'goal')) ??
    bounds[0]
  const amount = amountIn(clause.reading)
  const period = periodIn(clause)
  if (is(clause, REMOVE) && !amount)
    return bound ? { edits: [{ do: 'remove-behaviour', behaviour: bound.id }], said: SAY.removed[clause.language](bound.label) } : null
  if (bound) return amount || period ? changed(bound, amount, period, clause) : null
  return amount ? added(wantsLimit ? 'limit' : 'goal', amount, period, clause) : null
}

function changed(bound: Bound, amount: Amount | undefined, period: PeriodUnit | undefined, clause: Clause): Change {
  const field = fieldOf(bound, clause)
  const value = amount
    ? inUnitsOf(amount, field, bound.kind === 'limit' ? bound.most : bound.target)
    : bound.kind === 'limit'
      ? bound.most
      : bound.target
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
  const fields = visibleFields(collection)
  // "24 books a year" counts the entries; "24 pages" adds up a field.
  const main = mainOf(collection)
  const plain = amount.found.read.kind === 'count' || (amount.found.read.kind === 'bound' && amount.found.read.of.kind === 'count')
  const counter =
    amount.found.read.kind === 'count'
      ? amount.found.read.counter
      : amount.found.read.kind === 'bound' && amount.found.read.of.kind === 'count'
        ? amount.found.read.of.counter
        : ''
  const ofField =
    counter !== '' &&
    fields.some((field) => fold(field.label).includes(fold(counter)) || (field.kind === 'quantity' && fold(field.unit) === fold(counter)))
  const counted =
    !amount.currency &&
    !amount.unit &&
    ((plain && !ofField && /^(?:books?|films?|movies?|entries|times|本|部|册|冊|권|편|回|次|번|件|건)$/.test(counter)) ||
      (plain && (!main || main.kind === 'rating' || main.kind === 'money')) ||
      (labelPlace(clause.folded, clause.reading.tokens, collection.one) ??
        labelPlace(clause.folded, clause.reading.tokens, collection.label)) !== undefined)
  const field = counted
    ? undefined
    : amount.currency
      ? (fields.find((one) => one.kind === 'money') ?? mainOf(collection))
      : amount.unit
        ? (fields.find((one) => one.kind === 'quantity' && unitOf(one.unit)?.dimension === unitOf(amount.unit!)?.dimension) ??
          mainOf(collection))
        : mainOf(collection)
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

// ---- The others --------------------------------------------------------------------------------------------------

const REMINDS =
  /\b(?:remind|notify|nudge|poke|ping|buzz|prompt|prod|bug|beep|chase|nag) (?:me|us|him|her|them)\b|提醒我|リマインド|通知して|[時分]に教えて|日前に(?:知らせ|教え)|(?:시|분|반|매일|매주|전)(?:에도|에는|에|마다|도)?\s?알려/i
/** "remind me at 8": said before anything by day or week is looked for in it. */
export const remind: Rule = (clause) => runsLow(clause) ?? (REMINDS.test(clause.text) ? changeBehaviour(clause) : null)

/** 수량 1개 이하면 알려줘: to be told when what is kept runs low. */
const LOW_KO = /(?:이하|미만|밑으로|아래로|떨어지|모자라|부족하|줄어들)[가-힣 ]{0,6}면\s?(?:바로\s|꼭\s)?알려/
function runsLow(clause: Clause): Change | null {
  if (!LOW_KO.test(clause.text) || clause.spec.behaviours.some((one) => one.kind === 'stock')) return null
  const behaviour = newBehaviour('stock', clause)
  return behaviour ? { edits: [{ do: 'add-behaviour', behaviour }], said: SAY.added.ko(behaviour.label) } : null
}

/** "add a reminder at 8 pm", 連続日数を見たい, 加个番茄钟, 알림 꺼줘. */
export const changeBehaviour: Rule = (clause) => {
  const kind = REMINDS.test(clause.text) ? 'reminder' : BEHAVIOUR_CUES.find(([, words]) => has(clause.folded, words))?.[0]
  if (!kind) return null
  const existing = clause.spec.behaviours.find((one) => one.kind === kind)
  if (is(clause, REMOVE))
    return existing
      ? { edits: [{ do: 'remove-behaviour', behaviour: existing.id }], said: SAY.removed[clause.language](existing.label) }
      : null
  if (existing?.kind === 'reminder') return reminded(existing, clause)
  if (existing?.kind === 'timer') return timed(existing, clause)
  if (existing) return { edits: [], said: SAY.there[clause.language](existing.label) }
  const behaviour = newBehaviour(kind, clause)
  if (!behaviour) return null
  const edits: SpecEdit[] = [{ do: 'add-behaviour', behaviour }]
  if (PANELS.has(behaviour.kind) && clause.spec.views.length < 16)
    edits.push({
      do: 'add-view',
      view: {
        kind: 'tool',
        id: freeId(
          behaviour.kind,
          clause.spec.views.map((view) => view.id),
        ),
        label: behaviour.label,
        behaviour: behaviour.id,
      },
    })
  return { edits, said: SAY.added[clause.language](behaviour.label) }
}
const PANELS = new Set<Behaviour['kind']>(['timer', 'pick', 'countdown', 'quiz', 'streak'])

/** "at 8, 12, 16 and 20": bare hours in a row, where something is to be done by the clock. */
const HOURS = /\bat ((?:\d{1,2}(?::\d{2})?(?: ?[ap]m)?(?:, ?| and |, and | & )){1,11}\d{1,2}(?::\d{2})?(?: ?[ap]m)?)\b/i
function hoursIn(clause: Clause): string[] {
  const said = clause.language === 'en' ? HOURS.exec(clause.text)?.[1] : undefined
  if (!said || /[ap]m/i.test(said)) return []
  const times = said.split(/, ?(?:and )?| and | & /).map((one) => (one.includes(':') ? one : `${one}:00`).padStart(5, '0'))
  return times.every((time) => Number(time.slice(0, 2)) < 24 && Number(time.slice(3)) < 60) ? times : []
}

function timesIn(clause: Clause): string[] {
  const listed = hoursIn(clause)
  if (listed.length > 1) return listed.slice(0, 12)
  const times = clause.reading.values.flatMap(({ read }) =>
    read.kind === 'time' ? [read.time] : read.kind === 'datetime' ? [read.time] : read.kind === 'every' ? (read.at ?? []) : [],
  )
  return [...new Set(times)].filter((time) => /^\d\d:\d\d$/.test(time)).slice(0, 12)
}

/** "a month before", 3日前に, 한 달 전에: whole days ahead, most 60; said as a span or as the day that it is from today. */
function daysAhead(clause: Clause): number | undefined {
  for (const { read } of clause.reading.values) {
    const days =
      read.kind === 'duration'
        ? Math.round(read.minutes / 1440)
        : read.kind === 'date' && read.date < clause.ctx.now.date
          ? Math.round((Date.parse(clause.ctx.now.date) - Date.parse(read.date)) / 86_400_000)
          : 0
    if (days >= 1) return Math.min(60, days)
  }
  return undefined
}

/** The date to be reminded before: the one that is named, else the first that is not the day of the entry. */
function dueIn(clause: Clause): { collection: string; date: string; done?: string } | undefined {
  const dates = visibleCollections(clause.spec).flatMap((one) =>
    visibleFields(one).flatMap((field) =>
      (field.kind === 'date' || field.kind === 'datetime') && field.default === undefined ? [{ one, field }] : [],
    ),
  )
  const due = dates.find(({ field }) => labelPlace(clause.folded, clause.reading.tokens, field.label)) ?? dates[0]
  const done = due && visibleFields(due.one).find((field) => field.kind === 'yesno' && DONE.test(`${field.concept} ${field.label}`))
  return due && { collection: due.one.id, date: due.field.id, ...(done && { done: done.id }) }
}
const DONE = /done|paid|returned|finish|complet|完|付|还|済|완료|납부|지불|반납|끝/i

const TOO = /\b(?:also|too|as well|another)\b|也|还要?|再|にも|も(?:教|知|通|リ)|에도|[시반]도|추가|하나 더/

function reminded(existing: Extract<Behaviour, { kind: 'reminder' }>, clause: Clause): Change {
  const said = timesIn(clause)
  // "at noon too" comes to the others; "at noon" takes their place.
  const times = said.length && TOO.test(clause.low) ? [...new Set([...(existing.times ?? []), ...said])].sort().slice(0, 12) : said
  const before = clause.reading.values.find((value) => value.read.kind === 'duration')?.read
  const days = before?.kind === 'duration' ? Math.round(before.minutes / 1440) : 0
  if (!times.length && days < 1) return { edits: [], said: SAY.there[clause.language](existing.label) }
  const behaviour: Behaviour = {
    ...existing,
    ...(times.length > 0 && { times }),
    ...(days >= 1 && existing.date !== undefined && { before: Math.min(60, days) }),
  }
  return {
    edits: [{ do: 'change-behaviour', behaviour }],
    said: SAY.changed[clause.language](
      existing.label,
      times.length
        ? times.join(', ')
        : { en: `${days} ${days === 1 ? 'day' : 'days'} before`, zh: `提前 ${days} 天`, ja: `${days}日前`, ko: `${days}일 전` }[
            clause.language
          ],
    ),
  }
}

/** Parts of the day, and the hours that each may mean. */
const DAYTIMES: [RegExp, number, number][] = [
  [/\bmorning\b|早上|早晨|朝|아침|오전/, 4, 12],
  [/\b(?:noon|lunch\w*|midday)\b|中午|昼|점심|낮/, 11, 15],
  [/\bafternoon\b|下午|午後|오후/, 12, 18],
  [/\b(?:evening|night|bedtime)\b|晚上|晚|夜|晩|저녁|밤|자기 ?전/, 17, 24],
]
const hourOf = (time: string) => Number(time.slice(0, 2))
/** 밤 10시에 눈약도: what is taken then is one more of those to choose from. */
function doseNamed(id: string | undefined, clause: Clause): SpecEdit[] {
  const name = /([가-힣A-Za-z0-9]{1,8})도\s/.exec(clause.text)?.[1]
  const collection = clause.spec.collections.find((one) => one.id === id)
  const field = collection?.fields.find((one) => one.id === collection.title)
  if (!name || !collection || field?.kind !== 'choice' || field.options.some((one) => one.label === name)) return []
  const option = {
    id: freeId(
      'option',
      field.options.map((one) => one.id),
    ),
    label: name,
  }
  return [{ do: 'change-field', collection: collection.id, field: { ...field, options: [...field.options, option] } }]
}

/** "밤 약은 11시로 변경", "move the evening one to 9": of several hours to be reminded at, the one of that part of the day. */
export const retime: Rule = (clause) => {
  const reminder = clause.spec.behaviours.find(
    (one): one is Extract<Behaviour, { kind: 'reminder' }> => one.kind === 'reminder' && (one.times?.length ?? 0) > 0,
  )
  const [said, ...more] = timesIn(clause)
  if (
    reminder?.times &&
    said &&
    !more.length &&
    is(clause, ADD) &&
    !is(clause, CHANGE) &&
    !is(clause, REMOVE) &&
    clause.language === 'ko'
  ) {
    const times = [...new Set([...reminder.times, said])].toSorted().slice(0, 12)
    return {
      edits: [{ do: 'change-behaviour', behaviour: { ...reminder, times } }, ...doseNamed(reminder.collection, clause)],
      said: SAY.changed.ko(reminder.label, said),
    }
  }
  if (!reminder?.times || !said || more.length || is(clause, REMOVE) || TOO.test(clause.low)) return null
  const part = DAYTIMES.find(([words]) => words.test(clause.low))
  const old = part
    ? reminder.times.filter((time) => hourOf(time) >= part[1] && hourOf(time) < part[2])
    : reminder.times.length === 1
      ? reminder.times
      : []
  if (!old.length || !is(clause, CHANGE)) return null
  const hour = hourOf(said)
  const to = part && hour < part[1] && hour + 12 < part[2] ? `${hour + 12}${said.slice(2)}` : said
  // Of several in that part of the day the nearest is moved.
  const apart = (time: string) => Math.abs(hourOf(time) * 60 + Number(time.slice(3)) - hourOf(to) * 60 - Number(to.slice(3)))
  const [moved] = old.toSorted((a, b) => apart(a) - apart(b))
  const times = reminder.times.map((time) => (time === moved ? to : time)).toSorted()
  return { edits: [{ do: 'change-behaviour', behaviour: { ...reminder, times } }], said: SAY.changed[clause.language](reminder.label, to) }
}

/** "make the break 15 minutes", 休憩を10分に, 휴식 10분으로: a phase of the timer by its own name. */
export const changePhase: Rule = (clause) => {
  const timer = clause.spec.behaviours.find((one): one is Extract<Behaviour, { kind: 'timer' }> => one.kind === 'timer')
  const named = timer?.phases.filter((phase) => labelPlace(clause.folded, clause.reading.tokens, phase.label)) ?? []
  if (!timer || is(clause, REMOVE) || !(named.length || PHASES.test(clause.low))) return null
  const minutes = clause.reading.values.flatMap(({ read }) =>
    read.kind === 'duration' && read.minutes > 0 && read.minutes <= 1440 ? [read.minutes] : [],
  )
  if (minutes.length !== 1 || named.length !== 1 || named[0]!.rest) return minutes.length ? timed(timer, clause) : null
  const phases = timer.phases.map((phase) => (phase === named[0] ? { ...phase, minutes: minutes[0]! } : phase))
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...timer, phases } }],
    said: SAY.changed[clause.language](named[0]!.label, formatQuantity(minutes[0]!, 'min', clause.spec.locale)),
  }
}
const PHASES = /\b(?:breaks?|rest|pause|focus|work|session)\b|休息|休憩|专注|工作|学习|集中|作業|勉強|휴식|쉬는|집중|공부|작업|일하는|업무/

function timed(existing: Extract<Behaviour, { kind: 'timer' }>, clause: Clause): Change {
  const minutes = clause.reading.values.flatMap(({ read }) =>
    read.kind === 'duration' && read.minutes > 0 && read.minutes <= 1440 ? [read.minutes] : [],
  )
  if (!minutes.length) return { edits: [], said: SAY.there[clause.language](existing.label) }
  const resting = /\b(?:breaks?|rest|pause)\b|休|휴식|쉬/.test(clause.low) && minutes.length === 1
  // The longer rest after several rounds stays as it is.
  const short = Math.min(...existing.phases.filter((phase) => phase.rest).map((phase) => phase.minutes))
  const phases = existing.phases.map((phase) => {
    if (phase.rest && phase.minutes > short) return phase
    const to = resting ? (phase.rest ? minutes[0] : undefined) : phase.rest ? minutes[1] : minutes[0]
    return to === undefined ? phase : { ...phase, minutes: to }
  })
  return {
    edits: [{ do: 'change-behaviour', behaviour: { ...existing, phases } }],
    said: SAY.changed[clause.language](existing.label, minutes.map((one) => formatQuantity(one, 'min', clause.spec.locale)).join(' / ')),
  }
}

const FOCUS = { en: ['Focus', 'Break'], zh: ['专注', '休息'], ja: ['集中', '休憩'], ko: ['집중', '휴식'] } as const

function newBehaviour(kind: (typeof BEHAVIOUR_CUES)[number][0], clause: Clause): Behaviour | undefined {
  const base = {
    id: freeId(
      kind,
      clause.spec.behaviours.map((one) => one.id),
    ),
    label: BEHAVIOUR_LABELS[kind][clause.language],
  }
  const dated = visibleCollections(clause.spec).find((one) => dateOf(one) !== undefined)
  const date = dated && dateOf(dated)
  const done = dated && visibleFields(dated).find((field) => field.kind === 'yesno')
  const every = clause.reading.values.find((value) => value.read.kind === 'every')?.read
  switch (kind) {
    case 'reminder': {
      const times = timesIn(clause)
      if (times.length && !daysAhead(clause)) return { ...base, kind, before: 0, times }
      const due = dueIn(clause)
      return due
        ? { ...base, kind, ...due, ...(times.length > 0 && { times }), before: daysAhead(clause) ?? 1 }
        : { ...base, kind, before: 0, times: ['09:00'] }
    }
    case 'streak':
      return dated && date
        ? {
            ...base,
            kind,
            collection: dated.id,
            date: date.id,
            ...(done && { done: done.id }),
            every: every?.kind === 'every' ? every.unit : 'day',
            forgive: 0,
          }
        : undefined
    case 'countdown': {
      const to = clause.reading.values.find((value) => value.read.kind === 'date')?.read
      if (to?.kind === 'date') return { ...base, kind, to: to.date }
      return dated && date ? { ...base, kind, collection: dated.id, date: date.id } : undefined
    }
    case 'timer': {
      const minutes = clause.reading.values.flatMap(({ read }) =>
        read.kind === 'duration' && read.minutes <= 1440 && read.minutes > 0 ? [read.minutes] : [],
      )
      const [focus, rest] = FOCUS[clause.language]
      return {
        ...base,
        kind,
        rounds: 4,
        phases: [
          { label: focus, minutes: minutes[0] ?? 25 },
          { label: rest, minutes: minutes[1] ?? 5, rest: true },
        ],
      }
    }
    case 'pick':
      return clause.collection && { ...base, kind, collection: clause.collection.id, avoid: 1 }
    case 'recurrence':
      return dated && date && every?.kind === 'every'
        ? {
            ...base,
            kind,
            collection: dated.id,
            date: date.id,
            ...(done && { done: done.id }),
            every: { unit: every.unit, count: every.count },
          }
        : undefined
    case 'progress': {
      const ticked = visibleCollections(clause.spec).find((one) => visibleFields(one).some((field) => field.kind === 'yesno'))
      return ticked && { ...base, kind, collection: ticked.id, done: visibleFields(ticked).find((field) => field.kind === 'yesno')!.id }
    }
    case 'stock': {
      const counted = visibleCollections(clause.spec).find((one) => stockField(one) !== undefined)
      return (
        counted && { ...base, kind, collection: counted.id, quantity: stockField(counted)!.id, least: amountIn(clause.reading)?.value ?? 1 }
      )
    }
    case 'quiz': {
      const texts = clause.collection
        ? visibleFields(clause.collection).filter((field) => field.kind === 'text' || field.kind === 'note')
        : []
      return clause.collection && texts.length >= 2
        ? { ...base, kind, collection: clause.collection.id, question: texts[0]!.id, answer: texts[1]!.id }
        : undefined
    }
    default:
      return undefined
  }
}
const stockField = (collection: Collection) =>
  visibleFields(collection).find((field) => field.kind === 'number' || field.kind === 'quantity')
