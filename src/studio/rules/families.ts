/** One small rule a family: what it adds to the app. Rules only add, so families combine. */
import type { Family } from '../../base/concepts/types.ts'
import { foldHan } from '../../base/language/han.ts'
import type { Behaviour, Collection, Field } from '../../spec.ts'
import type { Item } from '../frame.ts'
import type { Build } from './build.ts'
import { addCalculator, addConverter, calculatorIn } from './calculators.ts'
import { keep } from './kept.ts'
import { isClause, nounPhrase } from './nouns.ts'
import { fieldFor, key, partNamed } from './parts.ts'
import { aboutFood, choresFor, criteriaFor, mealsFor, packingFor, yesNoFor } from './suggestions.ts'
import { asLabel, t } from './words.ts'

type Rule = (b: Build, role: 'main' | 'side') => void
type B<K extends Behaviour['kind']> = Extract<Behaviour, { kind: K }>

/** Items the person listed for this family to start with; qualities among them stay qualities. */
function takeItems(b: Build, isSeed: (item: Item) => boolean = () => true): Item[] {
  const { items } = b.frame
  const listed = items.filter((item) => item.listed && item.head !== undefined)
  const pool = (listed.length >= 2 || (listed.length === 1 && items.length === 1) ? listed : items).filter(
    (item) => isSeed(item) && !b.used.has(item.label),
  )
  for (const item of pool) {
    b.used.add(item.label)
    if (item.asked) b.used.add(item.asked)
  }
  return pool
}
/** An item that is rather a quality of each record ("with deadline and owner"). */
const notQuality = (b: Build) => (item: Item) => {
  if (item.head !== undefined && item.listed) return true
  return (
    !partNamed(item.label) &&
    !b.frame.asked.some((one) => one.label === (item.asked ?? item.label) && one.kind !== 'text+') &&
    !(item.listed && item.head === undefined)
  )
}
const addMembers = (b: Build, label = t('People / 成员 / メンバー / 멤버'), one = t('Person / 成员 / メンバー / 멤버')): Collection => {
  const members = b.add({ id: 'people', label, one, icon: '👤', fields: 'name!' })
  const names = b.frame.people.length > 1 ? b.frame.people : []
  const count = b.frame.headcount ?? 0
  const rows = names.length ? [...names] : Array.from({ length: Math.min(count, 12) }, (_, at) => `${b.say(one)} ${at + 1}`)
  const self = { en: 'me', zh: '我', ja: '私', ko: '나' }[b.frame.language]
  b.seed(
    members,
    rows.map((name) => ({ name: asLabel(name.toLowerCase() === 'me' ? 'Me' : name) })),
  )
  for (const name of names) b.used.add(name)
  void self
  return members
}
const required = (collection: Collection, id: string | undefined): void => {
  collection.fields = collection.fields.map((field) => (field.id === id ? { ...field, required: true } : field))
}
const summaryOf = (b: Build, collection: Collection, amount: Field, date: Field): void => {
  const query = (unit: 'day' | 'week' | 'month') => ({
    collection: collection.id,
    filter: [],
    measure: { fn: 'sum' as const, field: amount.id },
    when: { field: date.id, unit, offset: 0 },
  })
  b.tiles([
    { label: t('Today / 今天 / 今日 / 오늘'), query: query('day') },
    { label: t('This week / 本周 / 今週 / 이번 주'), query: query('week') },
    { label: t('This month / 本月 / 今月 / 이번 달'), query: query('month') },
  ])
}

const spending =
  (family: 'expenses' | 'income'): Rule =>
  (b, role) => {
    const topic = b.frame.topic && b.frame.asked.length === 0
    const c = keep(b, family, role, family === 'expenses' && topic && isOneThing(b) ? 'item amount! date! shop note' : undefined)
    const amount = b.find(c, 'money')!
    const date = b.dateOf(c)!
    required(c, amount.id)
    const loose = takeItems(
      b,
      (item) =>
        !item.head &&
        item.listed === false &&
        !partNamed(item.label) &&
        !b.frame.asked.some((one) => one.label === item.label && one.kind !== 'text+'),
    )
    if (loose.length >= 2 && !b.find(c, 'choice')) c.fields.push(b.field('category', c.fields))
    const category = b.find(c, 'choice')
    // "groceries and eating out": what is spent on becomes the categories.
    if (loose.length >= 2 && category?.kind === 'choice' && category.concept === 'category' && !b.frame.asked.some((one) => one.options))
      b.replace(c, { ...category, options: b.options(loose.map((item) => item.label)) })
    summaryOf(b, c, amount, date)
    b.chart(c, 'bar', 'sum', amount, date, 'month')
    const group = b.find(c, 'choice') ?? b.by(c, 'shop')
    if (group) b.chart(c, group.kind === 'choice' ? 'pie' : 'bar', 'sum', amount, group)
  }
/** Spending on one thing ("coffee") needs no category. */
const isOneThing = (b: Build) =>
  /\bon\b|[费钱开销]|代|값|비$|비 |지출|支出|出費/.test(b.frame.topic) &&
  !/家计|家計|가계|household|monthly|money|every|记账|日常/.test(b.frame.low)

const budget: Rule = (b, role) => {
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'expenses', role, 'item amount! date! category! note')
  if (role === 'main') {
    b.icon = '💰'
    b.defaultName = t('Budget / 预算 / 予算 / 예산')
  }
  const amount = b.find(c, 'money')!
  const date = b.dateOf(c)!
  required(c, amount.id)
  const category = b.find(c, 'choice')
  if (items.length >= 2 && category?.kind === 'choice') {
    const options = b.options(items.map((item) => item.label))
    b.replace(c, { ...category, options })
    const period = /month|月|월|달/.test(b.frame.low)
      ? ('month' as const)
      : /week|周|週|주일|매주/.test(b.frame.low)
        ? ('week' as const)
        : undefined
    items.forEach((item, at) => {
      const most = item.amount ?? item.number
      if (most !== undefined)
        b.does<B<'limit'>>({
          kind: 'limit',
          label: options[at]!.label,
          collection: c.id,
          measure: { fn: 'sum', field: amount.id },
          filter: [{ field: category.id, op: '=', value: options[at]!.id }],
          ...(period ? { date: date.id, period } : {}),
          most,
          warnAt: 0.8,
        })
    })
  }
  summaryOf(b, c, amount, date)
  if (category) b.chart(c, 'pie', 'sum', amount, category)
}

const habit: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(
    b,
    (item) =>
      (item.head !== undefined && item.listed) ||
      !(partNamed(item.label) && /^(?:date|note|mood|weight|rating|time)$/.test(partNamed(item.label)!.id)),
  )
  const names = items.map((item) => asLabel(habitName(item.label, frame.language)))
  if (role === 'main') {
    b.icon = '🌱'
    b.accent = 'leaf'
    b.defaultName = t('Habits / 习惯打卡 / 習慣 / 습관')
  }
  const label = t('Days / 打卡记录 / 記録 / 기록')
  if (names.length >= 2) {
    const habits = b.add({
      id: 'habits',
      label: t('Habits / 习惯 / 習慣 / 습관'),
      one: t('Habit / 习惯 / 習慣 / 습관'),
      icon: '🌱',
      fields: 'name!',
    })
    b.seed(
      habits,
      names.map((name) => ({ name })),
    )
    const checks = b.add({ id: 'checks', label, one: t('Check-in / 打卡 / 記録 / 체크'), icon: '✔️', fields: 'date! done! note' }, role)
    const per = b.relation(checks, 'habit', t('Habit / 习惯 / 習慣 / 습관'), habits)
    required(checks, per.id)
    setDefault(checks, 'done', true)
    const done = b.by(checks, 'done')
    b.list(checks, { ...(done ? { check: done.id } : {}), group: b.dateOf(checks)!.id, by: 'day' })
    b.list(habits)
    b.does<B<'streak'>>({
      kind: 'streak',
      collection: checks.id,
      date: b.dateOf(checks)!.id,
      ...(done ? { done: done.id } : {}),
      per: per.id,
      every: frame.every?.times ? 'week' : (frame.every?.unit ?? 'day'),
      forgive: 1,
    })
    b.chart(checks, 'bar', 'count', undefined, per)
    return
  }
  const lasting = frame.bounds.some((bound) => bound.what === 'duration')
  const steps = /\bsteps\b|만보|걸음|万步|步数|歩数|\d歩/.test(frame.low)
  const many = frame.bounds.some((bound) => (bound.what === 'count' || bound.what === 'number') && bound.value >= 10)
  const days = b.add(
    {
      id: 'days',
      label,
      one: t('Day / 一天 / 1日 / 하루'),
      icon: '✔️',
      fields: steps
        ? 'date! stepcount! done note'
        : many
          ? 'date! times!~Count / 数量 / 回数 / 개수; done note'
          : lasting
            ? 'date! duration! done! note'
            : 'date! done! note',
    },
    role,
  )
  setDefault(days, 'done', true)
  const done = b.by(days, 'done')
  b.list(days, { ...(done ? { check: done.id } : {}) })
  b.put({
    id: 'daysCalendar',
    kind: 'calendar',
    label: b.say(t('Calendar / 日历 / カレンダー / 달력')),
    collection: days.id,
    date: b.dateOf(days)!.id,
  } as never)
  const forgive = /no (?:miss|skip|excuse)|without missing/.test(frame.low) ? 0 : 1
  b.does<B<'streak'>>({
    kind: 'streak',
    collection: days.id,
    date: b.dateOf(days)!.id,
    ...(done ? { done: done.id } : {}),
    every: frame.every?.times && frame.every.unit === 'week' ? 'week' : 'day',
    forgive,
  })
}
const habitName = (label: string, language: string) =>
  language === 'en'
    ? label.replace(/^(?:do|doing|habit of) /i, '').replace(/ (?:habits?|streaks?)$/i, '')
    : label.replace(/(?:の?習慣.*|的?习惯.*|\s?습관.*|の?チェック.*|打卡.*|\s?체크.*|\s?하기$)$/, '') || label

function setDefault(collection: Collection, concept: string, value: boolean | string | number): void {
  collection.fields = collection.fields.map((field) => (field.concept === concept ? ({ ...field, default: value } as Field) : field))
}

const checklist: Rule = (b, role) => {
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'checklist', role)
  const done = b.find(c, 'yesno')
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label, 100) })),
  )
  if (done) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: done.id })
}

const packing: Rule = (b, role) => {
  const items = takeItems(b, (item) =>
    role === 'main' ? notQuality(b)(item) : /pack|行李|持ち物|준비물|짐|luggage/i.test(item.head ?? ''),
  )
  const c = b.add(
    {
      id: 'packing',
      label: t('Packing list / 行李清单 / 持ち物リスト / 준비물'),
      one: t('Item / 物品 / 持ち物 / 물건'),
      icon: '🧳',
      fields: 'item! packed! quantity',
    },
    role,
  )
  const named = items.map((item) => ({
    item: asLabel(item.label, 80),
    ...(item.number ? { quantity: Math.max(0, Math.round(item.number)) } : {}),
  }))
  const rows = named.length >= 2 ? named : [...named, ...packingFor(b.frame).map((item) => ({ item }))]
  b.seed(
    c,
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([id]) => c.fields.some((field) => field.id === id)))),
  )
  if (role === 'main') {
    b.icon = '🧳'
    b.accent = 'sea'
    b.first = 'views'
    b.defaultName = t('Packing list / 行李清单 / 持ち物リスト / 준비물 목록')
  }
  const packed = b.by(c, 'packed') ?? b.find(c, 'yesno')
  b.list(c, packed ? { check: packed.id } : {})
  if (packed) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: packed.id })
}

const board: Rule = (b, role) => {
  const options = b.frame.asked.find((one) => one.options)?.options
  const stages = options ? [] : takeItems(b, (item) => item.head !== undefined)
  const c = b.add(
    {
      id: 'cards',
      label: t('Cards / 卡片 / カード / 카드'),
      one: t('Card / 卡片 / カード / 카드'),
      icon: '🗂️',
      fields: 'task! status! due note',
    },
    role,
  )
  let status = b.find(c, 'choice')
  if (status?.kind === 'choice' && stages.length >= 2) {
    status = { ...status, options: b.options(stages.map((item) => item.label)) }
    b.replace(c, status)
  }
  if (status?.kind === 'choice') {
    b.replace(c, { ...status, default: status.options[0]!.id })
    b.put({ id: 'board', kind: 'board', label: b.say(t('Board / 看板 / ボード / 보드')), collection: c.id, group: status.id } as never)
  }
  b.list(c)
  if (role === 'main') {
    b.icon = '🗂️'
    b.first = 'views'
    b.defaultName = t('Board / 看板 / ボード / 보드')
  }
}

const trip: Rule = (b, role) => {
  const { frame } = b
  const wantsMoney =
    /budget|spend|cost|expense|预算|花费|费用|予算|費用|お金|예산|경비|비용/.test(frame.low) ||
    frame.bounds.some((bound) => bound.what === 'money')
  const c = b.add(
    {
      id: 'plans',
      label: t('Itinerary / 行程 / 旅程 / 일정'),
      one: t('Plan / 行程 / 予定 / 일정'),
      icon: '🗺️',
      fields: wantsMoney ? 'name! date! time! place note' : 'name! date! time! place amount~Cost / 费用 / 費用 / 비용; note',
    },
    role,
  )
  c.fields = c.fields.map((field) =>
    field.concept === 'date' ? ({ ...field, default: frame.dates[0]?.date ?? field.default } as Field) : field,
  )
  const time = b.find(c, 'time')
  const cost = b.find(c, 'money')
  b.put({
    id: 'itinerary',
    kind: 'timeline',
    label: c.label,
    collection: c.id,
    date: b.dateOf(c)!.id,
    ...(time ? { time: time.id } : {}),
    ...(cost ? { cost: cost.id } : {}),
  } as never)
  // With no day named the plan starts today; the days are there to fill, and are moved by changing their dates.
  const start = frame.dates[0]?.date ?? frame.now.date
  if (frame.days && frame.days >= 1 && !frame.dates.length)
    b.assumed.push(b.say(t('Days count from today until you change them / 日期从今天算起,可以修改 / 日付は今日から仮に入れました / 날짜는 오늘부터로 넣어 두었어요')))
  if (frame.days && frame.days <= 30)
    b.seed(
      c,
      Array.from({ length: frame.days }, (_, at) => ({
        [c.title]: b.say(t(`Day ${at + 1} / 第${at + 1}天 / ${at + 1}日目 / ${at + 1}일차`)),
        [b.dateOf(c)!.id]: later(start, at),
      })),
    )
  if (wantsMoney) {
    const costs = b.add({
      id: 'spending',
      label: t('Spending / 花费 / 費用 / 경비'),
      one: t('Expense / 花费 / 費用 / 지출'),
      icon: '💶',
      fields: 'item! amount! date! paid',
    })
    b.relation(costs, 'plan', t('For / 用于 / 予定 / 일정'), c)
    b.list(costs)
    const total = { collection: costs.id, filter: [], measure: { fn: 'sum' as const, field: b.find(costs, 'money')!.id } }
    b.tiles([{ label: t('Spent / 已花费 / 使った金額 / 쓴 돈'), query: total }])
  }
  if (frame.people.length > 1) addMembers(b)
  if (role === 'main') {
    b.icon = '🗺️'
    b.accent = 'sky'
    b.first = 'views'
    b.defaultName = t('Trip plan / 旅行计划 / 旅行プラン / 여행 계획')
  }
}
export function later(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at + days * 86400000).toISOString().slice(0, 10)
}

const measurements: Rule = (b, role) => {
  const { frame } = b
  const { low } = frame
  const parts: string[] = []
  const add = (id: string, pattern: RegExp) => pattern.test(low) && parts.push(`${id}!`)
  add('systolic', /blood pressure|血压|血圧|혈압/)
  if (parts.length) parts.push('diastolic!')
  add('glucose', /blood sugar|glucose|血糖|혈당/)
  add('weight', /weight|weigh|体重|减肥|瘦|ダイエット|减量|체중|몸무게|다이어트|감량/)
  add('bodyfat', /body fat|体脂|체지방/)
  add('waist', /waist|腰围|ウエスト|腹囲|허리/)
  add('height', /(?<!by )height|身高|身长|키와|키 |(?:^|\s)키/)
  add('temperature', /temperature|体温|체온/)
  add('pulse', /pulse|heart rate|心率|脉|心拍|맥박|심박/)
  const fasting = /fasting|after meal|after eating|空腹|餐后|食后|공복|식후/.test(low)
  for (const word of ['空腹', '食後', '餐后', '공복', '식후', 'fasting', 'after meals', 'before meals']) b.used.add(word)
  for (const one of [...frame.asked])
    if (
      /^(?:fasting|after (?:a )?meals?|空腹.{0,2}|餐后.{0,2}|饭后.{0,2}|食後.{0,2}|공복.{0,2}|식후.{0,2}|朝晩?|早晚|아침|저녁|morning|evening)$/i.test(
        one.label,
      )
    )
      b.used.add(one.label)
  if (parts.length === 0 && frame.asked.filter((one) => !b.used.has(one.label)).length === 0) parts.push('weight!')
  const pressureAsked = frame.asked.filter((one) => /^(?:blood pressure|血压|血圧|혈압)$/i.test(one.label))
  for (const one of pressureAsked) b.used.add(one.label)
  const c = keep(b, 'measurements', role, `date! ${parts.join(' ')} note`)
  if (fasting) insertChoice(b, c, 'measure', t('When / 时段 / タイミング / 측정 시점'))
  else if (/morning and (?:evening|night)|朝晩|朝と夜|早晚|아침저녁|아침 저녁/.test(foldHan(low)) || /朝晩/.test(frame.reading.text))
    insertChoice(b, c, 'daypart', t('Time of day / 时段 / 時間帯 / 시간대'))
  const unit =
    frame.units.find((id) => ['kg', 'lb', 'st', 'jin'].includes(id)) ??
    frame.bounds.find((bound) => ['kg', 'lb', 'st', 'jin'].includes(bound.unit ?? ''))?.unit
  const weight = b.by(c, 'weight')
  if (weight && unit) b.replace(c, { ...weight, kind: 'quantity', unit } as Field)
  const numbers = c.fields.filter((field) => field.kind === 'quantity' || field.kind === 'number' || field.kind === 'rating')
  for (const field of numbers.slice(0, 1)) required(c, field.id)
  const date = b.dateOf(c)
  if (numbers[0] && date) {
    const more = numbers
      .slice(1, 4)
      .filter((field) => field.kind === numbers[0]!.kind && 'unit' in field && 'unit' in numbers[0]! && field.unit === numbers[0]!.unit)
    b.put({
      id: 'trend',
      kind: 'chart',
      chart: 'line',
      label: chartName(b, numbers[0]),
      query: {
        collection: c.id,
        filter: [],
        measure: { fn: 'mean', field: numbers[0].id },
        group: { field: date.id, by: 'day' },
        order: { by: 'group', descending: false },
      },
      ...(more.length ? { more: more.map((field) => ({ fn: 'mean', field: field.id })) } : {}),
    } as never)
    for (const field of numbers.slice(1, 4)) if (!more.includes(field)) b.chart(c, 'line', 'mean', field, date, 'day')
  }
  if (numbers[0])
    b.defaultName = named(
      pressureAsked[0]?.label ?? (parts[0]?.startsWith('systolic') ? b.say(t('Blood pressure / 血压 / 血圧 / 혈압')) : numbers[0].label),
    )
  if (parts[0]?.startsWith('systolic')) b.icon = '🫀'
}
const named = (label: string) => ({ en: label, zh: `${label}记录`, ja: `${label}の記録`, ko: `${label} 기록` })
const chartName = (b: Build, field: Field) =>
  asLabel(
    { en: `${field.label} over time`, zh: `${field.label}曲线`, ja: `${field.label}の推移`, ko: `${field.label} 추이` }[b.frame.language],
  )
function insertChoice(b: Build, c: Collection, set: string, label: { en: string; zh: string; ja: string; ko: string }): void {
  const id = b.id('when', c.fields)
  const at = c.fields.findIndex((field) => field.kind === 'note')
  c.fields.splice(at < 0 ? c.fields.length : at, 0, fieldFor(id, `choice:${set}`, b.say(label), b.frame.language, b.frame.currency))
}

const mood: Rule = (b, role) => {
  const c = keep(b, 'mood', role)
  const { scale } = b.frame
  const found = b.find(c, 'rating')
  if (found && scale) {
    const [low, high] = scale
    const base = { id: found.id, label: found.label, concept: 'mood' }
    b.replace(
      c,
      low === 1 && high <= 10 && high >= 2
        ? { ...base, kind: 'rating', max: high, ...(high === 5 && found.kind === 'rating' && found.icons ? { icons: found.icons } : {}) }
        : { ...base, kind: 'number', min: low, max: high, integer: true },
    )
  }
  const value = b.find(c, 'rating', 'number')
  const date = b.dateOf(c)
  if (value && date) b.chart(c, 'line', 'mean', value, date, 'day')
}

const journal: Rule = (b, role) => {
  keep(b, 'journal', role)
}

const timer: Rule = (b, role) => {
  const { frame } = b
  if (role === 'side' && /rest|break|休息|间歇|休憩|インターバル|휴식|쉬는/.test(frame.low)) return restTimer(b)
  const pair = /(\d{1,3})\s?[/／]\s?(\d{1,3})/.exec(frame.low)
  const given = pair ? [Number(pair[1]), Number(pair[2])] : frame.minutes.filter((minutes) => minutes > 0 && minutes <= 1440)
  const pomodoro = /pomodoro|focus|番茄|ポモドーロ|뽀모도로|work|study|工作|作業|집중|勉強|공부|学习/.test(frame.low)
  const interval = /interval|tabata|hiit|インターバル|タバタ|인터벌|타바타|间歇/.test(frame.low)
  const work = given[0] ?? (interval ? 20 / 60 : 25)
  const rest = given[1] ?? (interval ? 10 / 60 : pomodoro ? 5 : undefined)
  const focus = interval ? t('Go / 运动 / 運動 / 운동') : pomodoro ? t('Focus / 专注 / 集中 / 집중') : t('Timer / 计时 / タイマー / 타이머')
  const count = /(\d{1,2})\s?(?:rounds?|times|sets|轮|组|次|回|セット|세트|라운드|번)/.exec(frame.low)
  const rounds = count ? Math.min(50, Math.max(1, Number(count[1]))) : interval ? 8 : pomodoro ? 4 : 1
  const log = b.add(
    {
      id: 'sessions',
      label: t('Sessions / 记录 / 記録 / 기록'),
      one: t('Session / 记录 / 記録 / 기록'),
      icon: '⏱️',
      fields: 'task! date! minutes! note',
    },
    role,
  )
  const minutes = b.find(log, 'duration')
  const date = b.dateOf(log)
  const behaviour = b.does<B<'timer'>>({
    kind: 'timer',
    phases: [
      { label: b.say(focus), minutes: work },
      ...(rest !== undefined ? [{ label: b.say(t('Break / 休息 / 休憩 / 휴식')), minutes: rest, rest: true }] : []),
    ],
    rounds,
    log: { collection: log.id, ...(minutes ? { minutes: minutes.id } : {}), ...(date ? { date: date.id } : {}) },
  })
  if (given.length === 0)
    b.assumed.push(
      b.say(
        t(
          `${round(work)} min of focus${rest ? `, ${round(rest)} min of break` : ''} / 专注${round(work)}分钟${rest ? `,休息${round(rest)}分钟` : ''} / 集中${round(work)}分${rest ? `、休憩${round(rest)}分` : ''} / 집중 ${round(work)}분${rest ? `, 휴식 ${round(rest)}분` : ''}`,
        ),
      ),
    )
  b.views.unshift({ id: b.id('timerPanel', b.views), kind: 'tool', label: behaviour.label, behaviour: behaviour.id })
  b.list(log)
  if (minutes && date) b.chart(log, 'bar', 'sum', minutes, date, 'day')
  if (role === 'main') {
    b.icon = '⏱️'
    b.accent = 'clay'
    b.first = 'views'
    b.defaultName = /pomodoro|番茄|ポモドーロ|뽀모도로/.test(frame.low)
      ? t('Pomodoro / 番茄钟 / ポモドーロ / 뽀모도로')
      : t('Timer / 计时器 / タイマー / 타이머')
  }
}
/** Between the sets of a workout: one phase, started by hand. */
function restTimer(b: Build): void {
  const minutes = b.frame.minutes.find((one) => one > 0 && one <= 60) ?? 1.5
  const behaviour = b.does<B<'timer'>>({
    kind: 'timer',
    label: t('Rest timer / 休息计时 / 休憩タイマー / 휴식 타이머'),
    phases: [{ label: b.say(t('Rest / 休息 / 休憩 / 휴식')), minutes, rest: true }],
    rounds: 1,
  })
  b.tool(behaviour)
  b.frame.bounds = b.frame.bounds.filter((bound) => bound.what !== 'duration')
}
const round = (value: number) => Math.round(value * 100) / 100

const routine: Rule = (b, role) => {
  const items = takeItems(b)
  const c = b.add(
    {
      id: 'steps',
      label: t('Steps / 步骤 / ステップ / 단계'),
      one: t('Step / 步骤 / ステップ / 단계'),
      icon: '➡️',
      fields: 'name! minutes!',
    },
    role,
  )
  const minutes = b.find(c, 'duration')!
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label, 80), [minutes.id]: item.minutes ?? item.number ?? 5 })),
  )
  const behaviour = b.does<B<'routine'>>({ kind: 'routine', collection: c.id, minutes: minutes.id })
  b.tool(behaviour)
  b.list(c)
  if (role === 'main') {
    b.icon = '☀️'
    b.first = 'views'
    b.defaultName = t('Routine / 流程 / ルーティン / 루틴')
  }
}

const flashcards: Rule = (b, role) => {
  const c = b.add(
    {
      id: 'cards',
      label: t('Cards / 卡片 / カード / 카드'),
      one: t('Card / 卡片 / カード / 카드'),
      icon: '🃏',
      fields: 'front! back! example',
    },
    role,
  )
  const [front, back] = [c.title, b.by(c, 'back')?.id ?? c.fields[1]!.id]
  for (const id of [front, back]) required(c, id)
  const schedule = b.id('schedule', c.fields)
  c.fields.push({ id: schedule, label: b.say(t('Schedule / 复习安排 / 復習予定 / 복습 일정')), kind: 'schedule' })
  const perDay = /(\d{1,3})\s?(?:new |words |cards |个|張|枚|개|単語|单词|단어)/.exec(b.frame.low)
  const behaviour = b.does<B<'repetition'>>({
    kind: 'repetition',
    collection: c.id,
    front,
    back,
    schedule,
    newPerDay: perDay && Number(perDay[1]) > 0 ? Number(perDay[1]) : 20,
  })
  b.tool(behaviour)
  if (b.frame.behaviours.has('quiz') || b.frame.families.some((one) => one.family === 'quiz' && one.weight > 0.8))
    b.tool(b.does<B<'quiz'>>({ kind: 'quiz', collection: c.id, question: front, answer: back }))
  b.list(c)
  if (role === 'main') {
    b.icon = '🃏'
    b.accent = 'plum'
    b.first = 'views'
    b.defaultName = t('Flashcards / 单词卡 / 単語帳 / 단어장')
  }
}
const quiz: Rule = (b, role) => {
  const c = b.add(
    {
      id: 'questions',
      label: t('Questions / 题目 / 問題 / 문제'),
      one: t('Question / 题目 / 問題 / 문제'),
      icon: '❓',
      fields: 'question! answer! explanation',
    },
    role,
  )
  const answer = b.by(c, 'answer')?.id ?? c.fields[1]!.id
  b.tool(b.does<B<'quiz'>>({ kind: 'quiz', collection: c.id, question: c.title, answer }))
  b.list(c)
  if (role === 'main') {
    b.icon = '❓'
    b.accent = 'plum'
    b.first = 'views'
    b.defaultName = t('Quiz / 测验 / クイズ / 퀴즈')
  }
}

const mealplan: Rule = (b, role) => {
  const recipes = b.add({
    id: 'recipes',
    label: t('Recipes / 菜谱 / レシピ / 레시피'),
    one: t('Recipe / 菜谱 / レシピ / 레시피'),
    icon: '🍳',
    fields: 'name! steps cookTime',
  })
  const plan = b.add(
    { id: 'plan', label: t('Menu / 菜单 / 献立 / 식단'), one: t('Meal / 一餐 / 食事 / 식사'), icon: '🍽️', fields: 'date! meal! note' },
    role,
  )
  const recipe = b.relation(plan, 'recipe', t('Dish / 菜 / 料理 / 요리'), recipes)
  required(plan, recipe.id)
  const ingredients = b.add({
    id: 'ingredients',
    label: t('Ingredients / 食材 / 材料 / 재료'),
    one: t('Ingredient / 食材 / 材料 / 재료'),
    icon: '🥕',
    fields: 'item~Ingredient / 食材 / 材料 / 재료; size~Amount / 用量 / 分量 / 분량;',
  })
  const of = b.relation(ingredients, 'of', t('For recipe / 所属菜谱 / レシピ / 레시피'), recipes)
  const list = b.add({
    id: 'shopping',
    label: t('Shopping list / 购物清单 / 買い物リスト / 장보기 목록'),
    one: t('Item / 物品 / 品目 / 품목'),
    icon: '🛒',
    fields: 'item! size~Amount / 用量 / 分量 / 분량; bought2!',
  })
  const date = b.dateOf(plan)!
  b.put({ id: 'menu', kind: 'timeline', label: plan.label, collection: plan.id, date: date.id } as never)
  b.list(list, { check: b.by(list, 'bought2')!.id })
  b.list(recipes)
  b.list(ingredients, { group: of.id })
  const shopping = b.does<B<'shopping'>>({
    kind: 'shopping',
    plan: plan.id,
    date: date.id,
    recipe: recipe.id,
    ingredients: ingredients.id,
    of: of.id,
    name: ingredients.title,
    amount: b.by(ingredients, 'size')!.id,
    list: list.id,
    item: list.title,
    listAmount: b.by(list, 'size')!.id,
  })
  b.tool(shopping)
  if (role === 'main') {
    b.icon = '🍽️'
    b.accent = 'leaf'
    b.first = 'views'
    b.defaultName = t('Meal plan / 一周菜单 / 献立 / 식단')
  }
}

const shopping: Rule = (b, role) => {
  if (b.collections.some((c) => c.concept === 'shopping')) return
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'shopping', role)
  b.seed(
    c,
    items.map((item) => ({
      [c.title]: asLabel(item.label, 80),
      ...(item.number && b.by(c, 'quantity') ? { [b.by(c, 'quantity')!.id]: Math.max(0, Math.round(item.number)) } : {}),
    })),
  )
}

const inventory: Rule = (b, role) => {
  const { frame } = b
  const c = keep(b, 'inventory', role)
  let quantity = b.by(c, 'quantity') ?? b.find(c, 'quantity', 'number')
  const bound = frame.bounds.find((one) => one.what === 'quantity' || one.what === 'count' || one.what === 'number')
  if (quantity && bound?.unit && bound.what === 'quantity') {
    quantity = {
      id: quantity.id,
      label: quantity.label,
      kind: 'quantity',
      unit: bound.unit,
      ...(quantity.concept ? { concept: quantity.concept } : {}),
    }
    b.replace(c, quantity)
  }
  if (quantity && (bound || frame.behaviours.has('stock') || /stock|库存|在庫|在库|재고|running low|run out|用完/.test(frame.low)))
    b.does<B<'stock'>>({ kind: 'stock', collection: c.id, quantity: quantity.id, least: bound?.value ?? 1 })
  const expiry = b.by(c, 'expiry') ?? b.find(c, 'date')
  if (expiry && /expir|best before|过期|保质|期限|유통기한|소비기한|만료/.test(frame.low))
    b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: expiry.id, before: daysBefore(frame.low) ?? 3 })
}

/** "a week before", 提前三天, 3日前, 일주일 전 */
export function daysBefore(low: string): number | null {
  const week =
    /(?:a|one|1) week (?:before|ahead|in advance)|提前一?周|提前一个星期|1?一?周间前|1週間前|一週間前|일주일 전|한 주 전|1주 전/.exec(low)
  if (week) return 7
  const months = /(?:a|one) month (?:before|ahead)|提前一?个月|1か月前|한 ?달 전/.exec(low)
  if (months) return 30
  const weeks = /(\d|two|three) weeks (?:before|ahead|in advance)|提前([两二三2-4])周|(\d)[周週]间?前|(\d)주 전/.exec(low)
  const words: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 七: 7 }
  const count = (found: RegExpExecArray) => {
    const said = found.slice(1).find(Boolean) ?? ''
    return Object.hasOwn(words, said) ? words[said]! : Number(said)
  }
  if (weeks) return Math.min(60, count(weeks) * 7)
  const days =
    /(\d{1,2}|two|three|four|five) days? (?:before|ahead|in advance|early)|提前(\d{1,2}|[一两二三四五七])天|(\d{1,2}|[一二三四五七])日前|(\d{1,2})일 전|하루 전|(?:the|a|one) day before/.exec(
      low,
    )
  if (!days) return null
  return days.slice(1).some(Boolean) ? Math.min(60, count(days)) : 1
}

const rated =
  (family: Family): Rule =>
  (b, role) => {
    const c = keep(b, family, role)
    const rating = b.find(c, 'rating')
    const scale = b.frame.scale
    if (rating?.kind === 'rating' && scale && scale[0] <= 1 && scale[1] >= 2)
      b.replace(c, b.shaped(rating, { label: rating.label, kind: 'rating', scale, start: 0 }))
  }
const simple = rated

const collection: Rule = (b, role) => {
  const { frame } = b
  const named = frame.asked.find((one) => NAMES.test(one.label) && /^text/.test(one.kind))
  const concept = frame.mentions.find((one) => one.concept.collection && one.score >= 0.9)?.concept
  const log = /\blog\b|track|record|journal|every time|each time|history|when i|记录|记下|記録|つけ|기록|일지/.test(frame.low)
  // A log of what happens has its days even where only other qualities were named.
  const happens =
    LOG_HEAD.test(frame.phrases[0]?.text ?? '') && !frame.asked.some((one) => /^date/.test(one.kind)) && !/collect|catalog|收藏|收集|コレクション|컬렉션|수집/.test(frame.low)
  const c = b.add(
    {
      id: 'items',
      label: t('Items / 条目 / 項目 / 항목'),
      one: t('Item / 条目 / 項目 / 항목'),
      icon: concept?.icon ?? '🗂️',
      fields: happens ? 'name! date! note' : log ? 'name! date note' : named || frame.asked.length >= 4 ? 'name! note' : 'name! rating note',
    },
    role,
  )
  const noun = frame.topic ? asLabel(nounOf(b), 40) : ''
  if (noun) {
    c.label = noun
    c.one =
      frame.language === 'en'
        ? asLabel(
            noun
              .replace(/(?<=[a-z]{2})ies$/i, 'y')
              .replace(/(?<=(?:sh|ch|x))es$/i, '')
              .replace(/(?<=[a-z]{2}[^s])s$/i, ''),
            40,
          )
        : noun
  }
  if (named) {
    const title = c.fields.find((field) => field.label === asLabel(named.label))
    if (title && title.id !== c.title) {
      c.fields = [title, ...c.fields.filter((field) => field.id !== title.id && field.id !== c.title)]
      c.title = title.id
    }
  }
  required(c, c.title)
  b.list(c)
  const rating = b.find(c, 'rating')
  if (rating?.kind === 'rating' && frame.scale)
    b.replace(c, b.shaped(rating, { label: rating.label, kind: 'rating', scale: frame.scale, start: 0 }))
  const money = b.find(c, 'money')
  if (money)
    b.tiles([
      { label: t('How many / 数量 / 件数 / 개수'), query: { collection: c.id, filter: [], measure: { fn: 'count' } } },
      { label: money.label, query: { collection: c.id, filter: [], measure: { fn: 'sum', field: money.id } } },
    ])
  if (role === 'main') {
    b.icon = concept?.icon ?? '🗂️'
    b.accent = 'plum'
    b.first = log ? 'entry' : 'views'
    b.defaultName = noun ? { en: noun, zh: noun, ja: noun, ko: noun } : t('Collection / 收藏 / コレクション / 컬렉션')
  }
}
const LOG_HEAD = /(?:\blog|logbook|diary|journal|记录|日志|日记|日記|記録|日誌|ログ|기록|일지|기록장)$/i
const NAMES = /(?:^|\b)(?:name|title)s?$|(?:名|名前|名称|标题|书名|銘柄|タイトル|작품명|제목|이름|명)$/i
/** "vinyl records" without "collection of": the things themselves. */
export function nounOf(b: Build): string {
  const { language } = b.frame
  const topic = nounPhrase(b.frame)
  // A clause names nothing; what it is about may be known all the same.
  if (isClause(topic, language)) return aboutIn(b)
  if (language === 'en' && /^(?:what|which|how|who|that|where|when|spend)\b/i.test(topic)) return ''
  if (language === 'en')
    return (
      topic
        .replace(/^(?:things|stuff)\b.*$/i, '')
        .replace(
          /\b(?:collection|collecting|collect|catalogue|catalog|tracker|tracking|log|diary|journal|list|database|library|app|records? of|history|record book|logbook)\b(?: of| for)?/gi,
          ' ',
        )
        .replace(/'s\b/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^(?:of|for|my|the|a|an|i|all)\s+/i, '')
        .trim() || topic
    )
  if (language === 'zh')
    return topic.replace(/^(?:我)?(?:收藏|收集|养)的?|的?(?:收藏|收集|记录|清单|列表|管理|日记|表|应用)$/g, '') || topic
  if (language === 'ja')
    return topic.replace(/(?:の)?(?:コレクション|記録|リスト|管理|一覧|手帳|ノート|メモ|帳|アプリ|ログ|データベース)$/, '') || topic
  return topic.replace(/\s?(?:컬렉션|기록장?|목록|관리|일지|노트|앱|모음|리스트)$/, '') || topic
}

const SOMEBODY = /^(?:family|parents?|grandparents?|children|kids?|friends?|baby|partner|siblings?|people|person|person\w+)$/
function aboutIn(b: Build): string {
  const things = b.frame.mentions.filter(({ score, concept, text }) => score >= 0.9 && text.length >= 2 && !concept.view && !concept.behaviour && !SOMEBODY.test(concept.id))
  const about = things.find((one) => one.concept.collection) ?? things.find((one) => one.concept.topic) ?? things.find((one) => !one.concept.field)
  return about?.text ?? ''
}

const workout: Rule = (b, role) => {
  const { frame } = b
  frame.asked = frame.asked.map((one) =>
    one.kind === 'time' && one.part?.id === 'time' ? { ...one, kind: 'duration', part: partNamed('duration')! } : one,
  )
  const distance =
    /\brun|runs|running|jog|cycl|ride|swim|hike|walk|marathon|跑|骑|游泳|徒步|走路|ランニング|ジョギング|マラソン|サイクリング|水泳|走|달리기|러닝|런닝|조깅|자전거|수영|마라톤/.test(
      frame.low,
    )
  const c = keep(
    b,
    'workout',
    role,
    distance ? 'exercise date! distance! duration! note' : 'exercise! date! sets reps weight~Weight / 重量 / 重量 / 무게; note',
  )
  if (distance) {
    const unit = frame.units.find((id) => ['km', 'mi', 'm'].includes(id)) ?? (/\bmiles?\b/.test(frame.low) ? 'mi' : undefined)
    const field = b.by(c, 'distance')
    if (field && unit) b.replace(c, { id: field.id, label: field.label, kind: 'quantity', unit, concept: 'distance' })
    const type = c.fields.find((one) => one.concept === 'exercise')
    if (type && c.title === type.id && !frame.asked.some((one) => one.part?.id === 'exercise')) {
      c.fields = c.fields.filter((one) => one.id !== type.id)
      c.title = b.dateOf(c)!.id
    }
    if (role === 'main') b.icon = '🏃'
  }
  const value = b.by(c, 'distance') ?? b.by(c, 'weight')
  const date = b.dateOf(c)
  if (value && date) b.chart(c, 'line', distance ? 'sum' : 'max', value, date, distance ? 'week' : 'day')
}

const split: Rule = (b, role) => {
  const members = addMembers(b)
  const c = b.add(
    {
      id: 'payments',
      label: t('Payments / 付款 / 支払い / 지출'),
      one: t('Payment / 付款 / 支払い / 지출'),
      icon: '🧾',
      fields: 'item! amount! date!',
    },
    role,
  )
  const payer = b.relation(c, 'payer', t('Paid by / 谁付的 / 払った人 / 낸 사람'), members)
  const people = b.relation(c, 'sharedBy', t('Shared by / 谁分摊 / 割り勘する人 / 함께 낼 사람'), members, true)
  const amount = b.find(c, 'money')!
  required(c, amount.id)
  required(c, payer.id)
  const behaviour = b.does<B<'split'>>({
    kind: 'split',
    collection: c.id,
    payer: payer.id,
    amount: amount.id,
    people: people.id,
    members: members.id,
    currency: b.frame.currency,
  })
  b.tool(behaviour)
  b.list(c)
  b.list(members)
  if (role === 'main') {
    b.icon = '🧾'
    b.accent = 'sea'
    b.defaultName = t('Split the bill / AA记账 / 割り勘 / 정산')
  }
}

const decision: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b).filter((item) => !/^(?:which|what|where|help|帮|どれ|어떤)/.test(item.label))
  const criteriaHead = items.filter((item) => item.head === undefined || /criteria|by|标准|基準|기준|权重|weigh/i.test(item.head ?? ''))
  const optionsHead = items.filter((item) => item.head !== undefined && !criteriaHead.includes(item))
  const known = items.some((item) => partNamed(item.label) || b.frame.asked.some((one) => one.label === item.label && one.kind !== 'text+'))
  const asOptions = optionsHead.length >= 2 && !known ? optionsHead : []
  const criteria = items.filter((item) => !asOptions.includes(item))
  const [between] = /between ([^.;:]{2,60})/i.exec(frame.reading.text)?.slice(1) ?? []
  const named = between
    ? between
        .split(/,| and | or /)
        .map((one) => one.trim())
        .filter((one) => one && !/^(?:my|the|two|three|\d)/i.test(one))
    : []
  const { lists } = frame
  const offered = lists.options.length ? lists.options : asOptions.length ? asOptions.map((item) => item.label) : named
  const options = b.add(
    { id: 'options', label: t('Options / 选项 / 候補 / 후보'), one: t('Option / 选项 / 候補 / 후보'), icon: '🅰️', fields: 'name! note' },
    'side',
  )
  b.seed(
    options,
    offered.map((name) => ({ name: asLabel(name) })),
  )
  const judged = b.add(
    {
      id: 'criteria',
      label: t('Criteria / 标准 / 基準 / 기준'),
      one: t('Criterion / 标准 / 基準 / 기준'),
      icon: '⚖️',
      fields: 'name! quantity~Weight / 权重 / 重み / 가중치;',
    },
    'side',
  )
  const weight = b.by(judged, 'quantity')!
  b.replace(judged, { id: weight.id, label: weight.label, kind: 'number', min: 0, max: 10, default: 1, concept: 'weight' })
  const left = criteria.map((item) => item.label).filter((label) => !offered.some((name) => key(name) === key(label)))
  const labels = lists.criteria.length
    ? lists.criteria
    : left.length >= 2
      ? left.map((label) => label.replace(/(?:各有权重|权重|で比較.*|で点数.*)$/, ''))
      : [...left, ...criteriaFor(frame)].slice(0, Math.max(3, left.length))
  b.seed(
    judged,
    labels.map((name) => ({ name: asLabel(name), [weight.id]: 1 })),
  )
  const scores = b.add(
    {
      id: 'scores',
      label: t('Scores / 评分 / 採点 / 점수'),
      one: t('Score / 评分 / 採点 / 점수'),
      icon: '🔢',
      fields: 'rating~Score / 评分 / 点数 / 점수;',
    },
    'side',
  )
  b.main = options
  const score = scores.fields[0]!
  const option = b.relation(scores, 'option', t('Option / 选项 / 候補 / 후보'), options)
  const criterion = b.relation(scores, 'criterion', t('Criterion / 标准 / 基準 / 기준'), judged)
  const behaviour = b.does<B<'decision'>>({
    kind: 'decision',
    options: options.id,
    criteria: judged.id,
    weight: weight.id,
    scores: scores.id,
    option: option.id,
    criterion: criterion.id,
    score: score.id,
  })
  b.tool(behaviour)
  b.list(options)
  b.list(judged)
  for (const one of frame.asked) b.used.add(one.label)
  if (role === 'main') {
    b.icon = '⚖️'
    b.accent = 'slate'
    b.first = 'views'
    b.defaultName = t('Decision / 选择比较 / 比較して決める / 비교하고 결정')
  }
}

const picker: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b, notQuality(b)).map((item) => item.label)
  const people = frame.people.length >= 2 ? frame.people : []
  const { options } = frame.lists
  const names = options.length >= 2 ? options : items.length >= 2 ? items : people.length ? people : []
  const c = b.add(
    { id: 'choices', label: t('Choices / 候选 / 候補 / 후보'), one: t('Choice / 候选 / 候補 / 후보'), icon: '🎲', fields: 'name!' },
    role,
  )
  const coin = /coin|硬币|コイン|동전/.test(frame.low)
  const dice = /dice|\bdie\b|骰子|サイコロ|주사위/.test(frame.low)
  const rows = names.length
    ? names
    : dice
      ? ['1', '2', '3', '4', '5', '6']
      : coin
        ? [b.say(t('Heads / 正面 / 表 / 앞면')), b.say(t('Tails / 反面 / 裏 / 뒷면'))]
        : aboutFood(frame.low)
          ? mealsFor(frame)
          : []
  b.seed(
    c,
    rows.map((name) => ({ [c.title]: asLabel(name, 80) })),
  )
  const avoid = dice || coin ? 0 : /repeat|again|重复|重複|続け|중복|반복/.test(frame.low) ? 3 : rows.length > 4 ? 2 : 0
  b.tool(b.does<B<'pick'>>({ kind: 'pick', collection: c.id, avoid }))
  b.list(c)
  if (role === 'main') {
    b.icon = dice ? '🎲' : '🎡'
    b.accent = 'honey'
    b.first = 'views'
    b.defaultName = aboutFood(frame.low)
      ? t('What to eat / 今天吃什么 / 今日のごはん / 오늘 뭐 먹지')
      : t('Pick one / 随机选择 / ランダムに選ぶ / 랜덤 뽑기')
  }
}

const chores: Rule = (b, role) => {
  const { frame } = b
  const people = frame.people
  const items = takeItems(b, notQuality(b)).filter((item) => !people.some((person) => item.label.includes(person)))
  const c = b.add(
    {
      id: 'chores',
      label: t('Chores / 家务 / 家事 / 집안일'),
      one: t('Chore / 家务 / 家事 / 집안일'),
      icon: '🧹',
      fields: 'name! due~Next on / 下次日期 / 次の日 / 다음 날짜; done!',
    },
    role,
  )
  const members = addMembers(b, t('Family / 家人 / 担当者 / 가족'))
  const who = b.relation(c, 'who', t('Who / 谁做 / 担当 / 담당'), members)
  const rows = items.length ? items.flatMap((item) => choresIn(item.label, frame.language)) : choresFor(frame)
  const due = b.by(c, 'due')
  b.seed(
    c,
    rows.map((name) => ({ [c.title]: asLabel(name, 80), ...(due ? { [due.id]: frame.now.date } : {}) })),
  )
  const done = b.by(c, 'done') ?? b.find(c, 'yesno')
  b.tool(b.does<B<'pick'>>({ kind: 'pick', collection: c.id, members: members.id, avoid: 1 }))
  const every = frame.every ?? { unit: 'week' as const, count: 1 }
  if (due)
    b.does<B<'recurrence'>>({
      kind: 'recurrence',
      collection: c.id,
      date: due.id,
      ...(done ? { done: done.id } : {}),
      every: { unit: every.unit, count: Math.min(366, Math.max(1, every.count)) },
    })
  b.list(c, { ...(done ? { check: done.id } : {}), group: who.id })
  b.list(members)
  if (role === 'main') {
    b.icon = '🧹'
    b.accent = 'leaf'
    b.first = 'views'
    b.defaultName = t('Chores / 家务分工 / 家事当番 / 집안일 당번')
  }
}
/** 洗碗拖地倒垃圾: verb-object pairs written without marks. */
function choresIn(label: string, language: string): string[] {
  if (language !== 'zh' || label.length < 4) return [label]
  const parts = label.match(/(?:洗|拖|扫|倒|擦|做|买|收|晾|叠|浇|喂|遛|打扫|整理)[^洗拖扫倒擦做买收晾叠浇喂遛打整]{1,3}/g)
  return parts && parts.join('') === label ? parts : [label]
}

const score: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b, (item) => notQuality(b)(item) && item.head !== undefined)
  const players = b.add({
    id: 'players',
    label: t('Players / 玩家 / プレイヤー / 플레이어'),
    one: t('Player / 玩家 / プレイヤー / 플레이어'),
    icon: '🧑',
    fields: 'name!',
  })
  const count = frame.headcount ?? (/麻将|麻雀|mahjong|마작/.test(frame.low) ? 4 : 0)
  const names = frame.people.length
    ? frame.people
    : items.length >= 2
      ? items.map((item) => item.label)
      : Array.from({ length: Math.min(12, count) }, (_, at) => `${b.say(t('Player / 玩家 / プレイヤー / 플레이어'))} ${at + 1}`)
  b.seed(
    players,
    names.map((name) => ({ name: asLabel(name, 60) })),
  )
  for (const name of names) b.used.add(name)
  const rounds = b.add(
    {
      id: 'rounds',
      label: t('Rounds / 局 / ラウンド / 라운드'),
      one: t('Round / 一局 / ラウンド / 라운드'),
      icon: '🏁',
      fields: 'date! grade~Points / 得分 / 点数 / 점수; note',
      title: 'date',
    },
    role,
  )
  const points = b.by(rounds, 'grade') ?? b.find(rounds, 'number')!
  const player = b.relation(rounds, 'player', t('Player / 玩家 / プレイヤー / 플레이어'), players)
  required(rounds, player.id)
  required(rounds, points.id)
  const least = /golf|fewest|lowest|least|low score wins|高尔夫|最少|最低|ゴルフ|少ない方|低い方|골프|적은|낮은/.test(frame.low)
  b.tool(
    b.does<B<'score'>>({
      kind: 'score',
      players: players.id,
      rounds: rounds.id,
      player: player.id,
      points: points.id,
      best: least ? 'least' : 'most',
    }),
  )
  b.list(rounds)
  b.list(players)
  if (role === 'main') {
    b.icon = '🏆'
    b.accent = 'honey'
    b.first = 'views'
    b.defaultName = t('Scores / 记分板 / スコア / 점수판')
  }
}

const media =
  (family: 'reading' | 'watching', set: string, doneId: string): Rule =>
  (b, role) => {
    const c = keep(b, family, role)
    const status = c.fields.find((field) => field.concept === 'status')
    if (status?.kind === 'choice' && !b.frame.asked.some((one) => one.options))
      b.replace(c, {
        ...fieldFor(status.id, `choice:${set}`, status.label, b.frame.language, b.frame.currency),
        concept: 'status',
      } as Field)
    const fresh = c.fields.find((field) => field.id === status?.id)
    const bound = b.frame.bounds.find((one) => one.what === 'number' || one.what === 'count')
    if (bound) {
      let finished = b.by(c, 'end')
      if (!finished) {
        finished = b.field(
          family === 'reading'
            ? 'end~Finished / 读完日期 / 読了日 / 다 읽은 날;'.replace(';', '')
            : 'end~Watched on / 观看日期 / 見た日 / 본 날',
          c.fields,
        )
        c.fields.push(finished)
      }
      b.does<B<'goal'>>({
        kind: 'goal',
        collection: c.id,
        measure: { fn: 'count' },
        ...(fresh?.kind === 'choice' && fresh.options.some((option) => option.id === doneId)
          ? { filter: [{ field: fresh.id, op: '=' as const, value: doneId }] }
          : {}),
        date: finished.id,
        period: bound.per ?? 'year',
        target: bound.value,
        direction: 'least',
      })
      b.frame.bounds.splice(b.frame.bounds.indexOf(bound), 1)
    }
    if (fresh?.kind === 'choice')
      b.put({ id: `${c.id}Board`, kind: 'board', label: fresh.label, collection: c.id, group: fresh.id } as never)
    const page = b.by(c, 'page')
    const pages = b.by(c, 'pages')
    if (family === 'reading' && pages && (page || /progress|进度|進捗|진도|진행/.test(b.frame.low))) {
      const current = page ?? b.field('page', c.fields)
      if (!page) c.fields.splice(c.fields.indexOf(pages) + 1, 0, current)
      b.does<B<'progress'>>({ kind: 'progress', collection: c.id, current: current.id, total: pages.id })
    }
  }

const study: Rule = (b, role) => {
  const { frame } = b
  const items = takeItems(b, (item) => notQuality(b)(item) && item.head !== undefined)
  const c = keep(b, 'study', role)
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label) })),
  )
  const done = b.find(c, 'yesno')
  if (done) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: done.id })
  const exam = frame.dates.at(-1)
  if (exam && /exam|test|考|试|試験|テスト|受験|试験|시험|수능|자격/.test(frame.low))
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', label: t('Until the exam / 距离考试 / 試験まで / 시험까지'), to: exam.date }))
  const time = b.find(c, 'duration')
  const date = b.dateOf(c)
  if (time && date) b.chart(c, 'bar', 'sum', time, date, 'day')
}

const intake: Rule = (b, role) => {
  const { frame } = b
  const medicine = /medic|pill|tablet|drug|meds|vitamin|supplement|药|维生素|薬|サプリ|약|영양제|비타민/.test(frame.low)
  const water = /water|hydrat|喝水|饮水|水分|水を|水の|물/.test(frame.low)
  const calories = /calori|kcal|卡路里|热量|カロリー|칼로리|열량/.test(frame.low)
  const caffeine = /caffeine|coffee|咖啡|カフェイン|コーヒー|카페인|커피/.test(frame.low)
  if (medicine) {
    const c = b.add(
      {
        id: 'doses',
        label: t('Doses / 服药记录 / 服薬記録 / 복약 기록'),
        one: t('Dose / 一次服药 / 服薬 / 복용'),
        icon: '💊',
        fields: 'medicine! moment! dose done~Taken / 已服 / 飲んだ / 먹음; note',
      },
      role,
    )
    b.list(c)
    const times = frame.times.length ? frame.times : ['08:00']
    if (!frame.times.length) b.assumed.push(b.say(t('A reminder at 08:00 / 每天8:00提醒 / 8:00にリマインド / 오전 8시 알림')))
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: c.id,
      times: times.slice(0, 12),
      before: 0,
      every: { unit: frame.every?.unit ?? 'day', count: 1 },
    })
    setDefault(c, 'done', true)
    if (role === 'main') {
      b.icon = '💊'
      b.accent = 'rose'
      b.defaultName = t('Medicine / 吃药提醒 / 服薬 / 복약')
    }
    return
  }
  const cups = frame.bounds.find((bound) => bound.what === 'count' || bound.what === 'number')
  const volume = frame.bounds.find((bound) => bound.what === 'quantity')
  if (water && !calories) {
    const c = b.add(
      {
        id: 'drinks',
        label: t('Drinks / 喝水记录 / 飲んだ水 / 물 기록'),
        one: t('Drink / 一次喝水 / 1杯 / 한 잔'),
        icon: '💧',
        fields: cups && !volume ? 'moment! quantity!~Glasses / 杯数 / 杯数 / 잔 수;' : 'moment! volume!~Amount / 水量 / 量 / 양;',
      },
      role,
    )
    const amount = b.find(c, 'quantity', 'number')!
    if (amount.kind === 'quantity' && volume?.unit) b.replace(c, { ...amount, unit: volume.unit })
    else if (amount.kind === 'number') b.replace(c, { ...amount, default: 1 })
    required(c, amount.id)
    b.list(c)
    b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'day')
    if (role === 'main') {
      b.icon = '💧'
      b.accent = 'sky'
      b.defaultName = t('Water / 喝水 / 水分 / 물 마시기')
    }
    return
  }
  const c = keep(
    b,
    'intake',
    role,
    calories
      ? 'item! moment! calories! meal note'
      : caffeine && /caffeine|mg|毫克|カフェイン|카페인|咖啡因/.test(frame.low)
        ? 'item! moment! quantity~Cups / 杯数 / 杯数 / 잔 수; note'
        : /protein|蛋白|たんぱく|단백질/.test(frame.low)
          ? 'item! moment! protein! calories note'
          : 'item! moment! meal quantity note',
  )
  const amount = b.by(c, 'calories') ?? b.by(c, 'protein') ?? b.find(c, 'quantity', 'number')
  if (amount?.kind === 'number' && caffeine && /\d\s?mg|毫克/.test(frame.low))
    b.replace(c, {
      id: amount.id,
      label: b.say(t('Caffeine / 咖啡因 / カフェイン / 카페인')),
      kind: 'quantity',
      unit: 'mg',
      concept: 'quantity',
    })
  else if (amount?.kind === 'number') b.replace(c, { ...amount, default: 1 })
  const date = b.dateOf(c)
  if (amount && date) b.chart(c, 'bar', 'sum', amount, date, 'day')
}

const savings: Rule = (b, role) => {
  const { frame } = b
  const calculate =
    /calculat|how much will|if i save|compound|would i have|计算|复利|多少钱后|いくらになる|计算|複利|计算|계산|복리|얼마가|만기/.test(
      frame.low,
    )
  if (calculate) return addCalculator(b, calculatorIn({ ...frame, low: `savings ${frame.low.replace(/loan|mortgage/g, '')}` }))
  const c = b.add(
    {
      id: 'deposits',
      label: t('Deposits / 存款记录 / 貯金の記録 / 저축 기록'),
      one: t('Deposit / 存一笔 / 入金 / 저축'),
      icon: '🐷',
      fields: 'amount! date! note',
      title: 'date',
    },
    role,
  )
  const amount = b.find(c, 'money')!
  required(c, amount.id)
  const target =
    frame.bounds.find((bound) => bound.what === 'money')?.value ??
    frame.moneys[0] ??
    frame.numbers.find((n) => n >= 100 && !(n >= 2020 && n <= 2100))
  const bound = frame.bounds.find((one) => one.what === 'money' || (one.what === 'number' && one.value >= 50))
  if (target)
    b.does<B<'goal'>>({
      kind: 'goal',
      collection: c.id,
      measure: { fn: 'sum', field: amount.id },
      ...(bound?.per && !/goal|target|目标|目標|목표/.test(frame.low) ? { date: b.dateOf(c)!.id, period: bound.per } : {}),
      target,
      direction: 'least',
    })
  frame.bounds.splice(0)
  b.tiles([
    {
      label: t('Saved / 已存 / 貯まった金額 / 모은 돈'),
      query: { collection: c.id, filter: [], measure: { fn: 'sum', field: amount.id } },
    },
  ])
  b.list(c)
  b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'month')
  if (role === 'main') {
    b.icon = '🐷'
    b.accent = 'leaf'
    b.defaultName = t('Savings / 存钱 / 貯金 / 저축')
  }
}

const loan: Rule = (b, role) => {
  const track =
    /owe|lent|borrowed from|who owes|debt tracker|track|log|记录|借给|欠|貸した|借りた|記録|빌려|갚|기록/.test(b.frame.low) &&
    !/calculat|计算|計算|계산|mortgage|房贷|住宅/.test(b.frame.low)
  if (!track) return addCalculator(b, calculatorIn({ ...b.frame, low: `loan ${b.frame.low.replace(/tip|fuel|bmi/g, '')}` }))
  const c = b.add(
    {
      id: 'debts',
      label: t('Debts / 借款 / 貸し借り / 빌린 돈'),
      one: t('Debt / 借款 / 貸し借り / 빌린 돈'),
      icon: '🤝',
      fields: 'person! amount! date! due paid note',
    },
    role,
  )
  required(c, b.find(c, 'money')?.id)
  b.list(c, b.find(c, 'yesno') ? { check: b.find(c, 'yesno')!.id } : {})
  if (role === 'main') {
    b.icon = '🤝'
    b.defaultName = t('Debts / 借款记录 / 貸し借り / 빌린 돈')
  }
}

const birthdays: Rule = (b, role) => {
  const c = keep(b, 'birthdays', role)
  const date = b.find(c, 'date')!
  b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: date.id, yearly: true, before: daysBefore(b.frame.low) ?? 3 })
  b.tool(
    b.does<B<'countdown'>>({
      kind: 'countdown',
      label: t('Next birthday / 下一个生日 / 次の誕生日 / 다음 생일'),
      collection: c.id,
      date: date.id,
      yearly: true,
    }),
  )
}

const countdown: Rule = (b, role) => {
  const { frame } = b
  const date = frame.dates.at(-1)?.date
  const yearly = /birthday|anniversary|christmas|生日|纪念日|圣诞|誕生日|記念日|クリスマス|생일|기념일|크리스마스/.test(frame.low)
  const c = b.add(
    {
      id: 'days',
      label: t('Days to come / 重要日子 / 大切な日 / 중요한 날'),
      one: t('Day / 日子 / 日 / 날'),
      icon: '⏳',
      fields: 'name! due!~Date / 日期 / 日付 / 날짜; note',
    },
    role,
  )
  const label = asLabel(countdownName(frame.phrases[0]?.text ?? ''), 50)
  const due = b.find(c, 'date')!
  required(c, due.id)
  if (date) {
    b.seed(c, [{ [c.title]: label || b.say(t('The day / 那一天 / その日 / 그날')), [due.id]: date }])
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', ...(label ? { label } : {}), to: date, ...(yearly ? { yearly: true } : {}) }))
  } else {
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', ...(label ? { label } : {}), collection: c.id, date: due.id }))
    b.assumed.push(b.say(t('You enter the date / 日期由你填写 / 日付はあとで入力します / 날짜는 직접 입력해요')))
  }
  b.list(c)
  if (role === 'main') {
    b.icon = '⏳'
    b.accent = 'plum'
    b.first = 'views'
    b.defaultName = label ? { en: label, zh: label, ja: label, ko: label } : t('Countdown / 倒计时 / カウントダウン / 디데이')
  }
}
const countdownName = (topic: string) =>
  topic
    .replace(
      /^(?:(?:a|an|the|please|make|me|show|app|for|with)\s+)*(?:count ?down|how many days|how long|days|sleeps)(?: (?:until|till|to|for|left|app|timer))*\s*/i,
      '',
    )
    .replace(/^距离?|还有.*$|还剩.*$|倒计时.*$|まで.*$|あと.*$|の?カウントダウン$|까지.*$|\s?디데이.*$|\s?며칠.*$|\s?카운트다운$/g, '')
    .replace(/\s+countdown(?: app| timer)?$/i, '')
    .replace(/^\d{4}年.{2,6}日の?/, '')
    .replace(/^(?:until|till|to|my|our|the)\s+/i, '')
    .trim() || topic

const subscriptions: Rule = (b, role) => {
  const c = keep(b, 'subscriptions', role)
  const fee = b.find(c, 'money')
  const renewal = b.by(c, 'renewal') ?? b.find(c, 'date')
  if (fee)
    b.tiles([
      { label: t('All together / 合计 / 合計 / 합계'), query: { collection: c.id, filter: [], measure: { fn: 'sum', field: fee.id } } },
    ])
  if (renewal) b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: renewal.id, before: daysBefore(b.frame.low) ?? 3 })
}

const plants: Rule = (b, role) => {
  const repots = /repot|换盆|植え替え|植え替え|분갈이/.test(b.frame.low) && !/water|浇水|水やり|물/.test(b.frame.low)
  const c = keep(
    b,
    'plants',
    role,
    repots ? 'name! species place repotted! size~Pot size / 花盆大小 / 鉢のサイズ / 화분 크기; note' : undefined,
  )
  const { every } = b.frame
  const watered = b.by(c, 'lastWatered') ?? b.by(c, 'repotted') ?? b.find(c, 'date')
  if (watered && (every || b.frame.behaviours.has('reminder') || /water|浇水|水やり|물/.test(b.frame.low)))
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: c.id,
      date: watered.id,
      before: 0,
      every: every
        ? { unit: every.unit, count: Math.min(366, Math.max(1, every.times ? Math.round(7 / every.times) || 1 : every.count)) }
        : { unit: 'week', count: 1 },
    })
}

const vehicle: Rule = (b, role) => {
  const fuel = /fuel|gas\b|mileage|petrol|油耗|加油|给油|燃费|주유|연비|fill-up/.test(b.frame.low)
  const c = keep(b, 'vehicle', role, fuel ? 'date! odometer! liters! amount! shop note' : 'type! date! odometer amount! note')
  setOptions(b, c, 'type', 'vehicle')
  const amount = b.find(c, 'money')
  if (amount) b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'month')
  if (fuel) b.icon = '⛽'
}
function setOptions(b: Build, c: Collection, concept: string, set: string): void {
  const field = c.fields.find((one) => one.concept === concept)
  if (field?.kind === 'text')
    b.replace(c, { ...fieldFor(field.id, `choice:${set}`, field.label, b.frame.language, b.frame.currency), concept } as Field)
}

const maintenance: Rule = (b, role) => {
  const c = keep(b, 'maintenance', role)
  const due = b.find(c, 'date')!
  const done = b.find(c, 'yesno')
  const { every } = b.frame
  b.does<B<'recurrence'>>({
    kind: 'recurrence',
    collection: c.id,
    date: due.id,
    ...(done ? { done: done.id } : {}),
    every: every ? { unit: every.unit, count: Math.min(366, Math.max(1, every.count)) } : { unit: 'month', count: 3 },
  })
  b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: due.id, before: daysBefore(b.frame.low) ?? 3 })
}

const timesheet: Rule = (b, role) => {
  const { frame } = b
  const c = keep(b, 'timesheet', role)
  const [start, end] = [b.by(c, 'starttime'), b.by(c, 'endtime')]
  const hours = b.find(c, 'duration')
  if (start && end && hours && !frame.asked.some((one) => one.kind === 'duration'))
    b.replace(c, {
      id: hours.id,
      label: hours.label,
      kind: 'computed',
      formula: `minutes(${start.id}, ${end.id})`,
      shows: { kind: 'duration' },
      concept: 'duration',
    })
  const worked = c.fields.find((field) => field.concept === 'duration')
  const date = b.dateOf(c)!
  if (worked) {
    b.chart(c, 'bar', 'sum', worked, date, 'week')
    b.tiles([
      {
        label: t('This week / 本周 / 今週 / 이번 주'),
        query: {
          collection: c.id,
          filter: [],
          measure: { fn: 'sum', field: worked.id },
          when: { field: date.id, unit: 'week', offset: 0 },
        },
      },
      {
        label: t('This month / 本月 / 今月 / 이번 달'),
        query: {
          collection: c.id,
          filter: [],
          measure: { fn: 'sum', field: worked.id },
          when: { field: date.id, unit: 'month', offset: 0 },
        },
      },
    ])
  }
}

const sleep: Rule = (b, role) => {
  const c = keep(b, 'sleep', role)
  const [bed, wake] = [b.by(c, 'bedtime'), b.by(c, 'waketime')]
  const slept = c.fields.find((field) => field.kind === 'duration')
  if (bed && wake) {
    const computed: Field = {
      id: slept?.id ?? b.id('slept', c.fields),
      label: slept?.label ?? b.say(t('Hours slept / 睡眠时长 / 睡眠時間 / 수면 시간')),
      kind: 'computed',
      formula: `minutes(${bed.id}, ${wake.id})`,
      shows: { kind: 'duration' },
      concept: 'sleepHours',
    }
    if (slept) b.replace(c, computed)
    else c.fields.splice(c.fields.findIndex((field) => field.id === wake.id) + 1, 0, computed)
    b.chart(c, 'line', 'mean', computed, b.dateOf(c)!, 'day')
  } else if (slept) b.chart(c, 'line', 'mean', slept, b.dateOf(c)!, 'day')
}

const feeding: Rule = (b, role) => {
  const c = keep(b, 'feeding', role)
  setOptions(b, c, 'type', 'feeding')
  b.chart(c, 'bar', 'count', undefined, b.dateOf(c)!, 'day')
}
const pets: Rule = (b, role) => {
  const items = takeItems(b, (item) => (item.head === undefined ? false : item.listed && notQuality(b)(item)))
  void items
  const c = keep(b, 'pets', role)
  setOptions(b, c, 'type', 'petcare')
  const due = b.by(c, 'due')
  if (due) b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: due.id, before: daysBefore(b.frame.low) ?? 3 })
}
const gifts: Rule = (b, role) => {
  const c = keep(b, 'gifts', role)
  const money = b.find(c, 'money')
  if (money)
    b.tiles([
      { label: t('All together / 合计 / 合計 / 합계'), query: { collection: c.id, filter: [], measure: { fn: 'sum', field: money.id } } },
    ])
  if (/礼金|随礼|份子|人情|ご祝儀|축의금|경조사|부조/.test(b.frame.low))
    insertChoice(b, c, 'gifttype', t('Given or received / 送出或收到 / 贈った・もらった / 주고받음'))
}
const symptoms: Rule = (b, role) => {
  const c = keep(b, 'symptoms', role)
  const pain = b.find(c, 'rating')
  if (pain) b.chart(c, 'line', 'mean', pain, b.dateOf(c)!, 'day')
  else b.chart(c, 'bar', 'count', undefined, b.dateOf(c)!, 'month')
}
const goals: Rule = (b, role) => {
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'goals', role)
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label, 100) })),
  )
  const done = b.find(c, 'yesno')
  if (done) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: done.id })
}
const guests: Rule = (b, role) => {
  const c = keep(b, 'guests', role)
  b.seed(
    c,
    (b.frame.people.length > 1 ? b.frame.people : []).map((name) => ({ [c.title]: asLabel(name) })),
  )
  const reply = b.by(c, 'reply')
  if (reply?.kind === 'choice') {
    b.replace(c, { ...reply, default: reply.options[0]!.id })
    b.tiles(
      reply.options.slice(0, 3).map((option) => ({
        label: option.label,
        query: { collection: c.id, filter: [{ field: reply.id, op: '=' as const, value: option.id }], measure: { fn: 'count' as const } },
      })),
    )
  }
}
const poll: Rule = (b, role) => {
  const items = takeItems(b)
  const labels = items.length >= 2 ? items.map((item) => item.label) : yesNoFor(b.frame)
  const c = keep(b, 'poll', role)
  const id = b.id('choice', c.fields)
  c.fields.splice(1, 0, { id, label: b.say(t('Vote / 选择 / 選択 / 선택')), kind: 'choice', options: b.options(labels), required: true })
  b.chart(c, 'bar', 'count', undefined, c.fields[1]!)
  if (role === 'main') b.first = 'views'
}
const jobhunt: Rule = (b, role) => {
  const stages = b.frame.views.has('board') ? takeItems(b, (item) => item.head !== undefined && !partNamed(item.label)) : []
  const c = keep(b, 'jobhunt', role)
  const status = c.fields.find((field) => field.concept === 'status')
  if (status?.kind === 'choice' && stages.length >= 2) b.replace(c, { ...status, options: b.options(stages.map((item) => item.label)) })
  else if (status && !b.frame.asked.some((one) => one.options))
    b.replace(c, { ...fieldFor(status.id, 'choice:jobs', status.label, b.frame.language, b.frame.currency), concept: 'status' } as Field)
}
const events: Rule = (b, role) => {
  const c = keep(b, 'events', role)
  c.fields = c.fields.map((field) => (field.concept === 'date' ? ({ ...field, required: true } as Field) : field))
  if (b.frame.behaviours.has('reminder'))
    b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: b.dateOf(c)!.id, before: daysBefore(b.frame.low) ?? 1 })
}
const grades: Rule = (b, role) => {
  const c = keep(b, 'grades', role)
  const grade = b.by(c, 'grade')
  if (grade) {
    b.tiles([
      { label: t('Average / 平均分 / 平均 / 평균'), query: { collection: c.id, filter: [], measure: { fn: 'mean', field: grade.id } } },
    ])
    const subject = b.by(c, 'subject')
    if (subject) b.chart(c, 'bar', 'mean', grade, subject)
  }
}

export const RULES: Record<Family, Rule> = {
  expenses: spending('expenses'),
  income: spending('income'),
  budget,
  habit,
  checklist,
  packing,
  board,
  trip,
  events,
  calculator: (b) => addCalculator(b),
  converter: (b) => addConverter(b),
  timer,
  routine,
  flashcards,
  quiz,
  recipes: simple('recipes'),
  mealplan,
  shopping,
  inventory,
  collection,
  journal,
  mood,
  measurements,
  workout,
  split,
  decision,
  picker,
  chores,
  score,
  reading: media('reading', 'reading', 'read'),
  watching: media('watching', 'watching', 'watched'),
  study,
  intake,
  loan,
  savings,
  contacts: simple('contacts'),
  birthdays,
  countdown,
  subscriptions,
  timesheet,
  pets,
  plants,
  vehicle,
  maintenance,
  gifts,
  wishlist: simple('wishlist'),
  symptoms,
  sleep,
  feeding,
  grades,
  jobhunt,
  goals,
  guests,
  poll,
}
