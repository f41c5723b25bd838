/** What is to be done and when: habits, lists, boards, journeys, dates, guests. */
import type { Field } from '../../../spec.ts'
import type { Item } from '../../frame/types.ts'
import type { Build } from '../build.ts'
import { guessKind } from '../guess.ts'
import { keep } from '../kept.ts'
import { fieldFor, partNamed } from '../parts.ts'
import { packingFor } from '../suggestions.ts'
import { asLabel, t } from '../words.ts'
import { shareOut } from './money.ts'
import { addMembers, type B, called, daysBefore, listsFields, notQuality, type Rule, required, setDefault, takeItems } from './shared.ts'

/** "how much money I saved", 省了多少钱: noted with the day, and no habit of its own. */
const isFigure = (b: Build, item: Item): boolean =>
  b.frame.asked.some(
    (one) =>
      one.label === (item.asked ?? item.label) &&
      !one.unsure &&
      (/^(?:money|qty|num|int|duration|rating|percent|mood|note)\b/.test(one.kind) || /^(?:what|why|who|where)\b/i.test(one.label)),
  )
/** Words for keeping at it, which are no habit of their own. */
const KEEPING_ON =
  /^(?:(?:tick|check|cross|mark)(?:s|ed|ing)?(?: it)?(?: off)?(?: (?:each|every|the|an?)(?: \w+){0,2} days?)?(?: (?:when|if|that|once) (?:i .*|done|it(?:'s| is) done))?|(?:tick|check|cross|mark)(?:s|ed|ing)? (?:them|it|each|these|those|all)(?: all)?(?: off)?|(?:each|every) (?:\w+ )?day|坚持|打卡|连续|挑战|継続|続ける|連続|꾸준히|연속|도전|challenge|(?:with |and |plus )?(?:a |the |daily )?(?:streaks?|streak counter|consistency|statistics|stats))$/i

export const habit: Rule = (b, role) => {
  const { frame } = b
  frame.asked = frame.asked.filter((one) => !KEEPING_ON.test(one.label))
  frame.items = frame.items.filter((one) => !KEEPING_ON.test(one.label))
  // "… and note the money saved": joined to the topic or in its list, and yet a figure.
  for (const item of frame.items) {
    const label = item.label.replace(/^(?:and )?(?:also )?(?:note|record|log|track|write down)(?: down)? (?:the |my )?/i, '')
    if (guessKind(label) !== 'money') continue
    if (!frame.asked.some((one) => one.label === (item.asked ?? item.label))) frame.asked.push({ label, kind: 'money', start: item.start })
    frame.items = frame.items.filter((one) => one !== item)
  }
  const items = takeItems(
    b,
    (item) =>
      !KEEPING_ON.test(item.label) &&
      ((item.head !== undefined && item.listed) ||
        (!isFigure(b, item) && !(partNamed(item.label) && /^(?:date|note|mood|weight|rating|time)$/.test(partNamed(item.label)!.id)))),
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
    checks.title = per.id
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

/** "remind me to call mum tomorrow": one task with its day. */
function errand(b: Build): void {
  const { errand, dates, times, now } = b.frame
  const c = keep(b, 'checklist', 'main')
  const due = c.fields.find((field) => field.kind === 'date')
  const day = dates[0]?.date ?? (times.length ? now.date : undefined)
  b.seed(c, [{ [c.title]: asLabel(errand!, 100), ...(due && day ? { [due.id]: day } : {}) }])
  b.defaultName = t('Reminders / 提醒 / リマインダー / 알림')
  if (due)
    b.does<B<'reminder'>>({
      kind: 'reminder',
      collection: c.id,
      date: due.id,
      before: 0,
      ...(times.length ? { times: times.slice(0, 12) } : {}),
    })
}

export const checklist: Rule = (b, role) => {
  if (b.frame.errand && role === 'main') return errand(b)
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'checklist', role)
  const done = b.find(c, 'yesno')
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label, 100) })),
  )
  if (done) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: done.id })
}

/** "기저귀, 분유, 여권 챙겼는지 체크하게": the last of the list has what is asked of all of them; sentences that only tell why name nothing. */
function checkedOff(b: Build): void {
  const { frame } = b
  if (frame.language !== 'ko') return
  const sentenceOf = (at: number) => frame.phrases.find((one) => at >= one.start && at < one.end)?.sentence
  const asked = frame.asked.filter((one) => PACKED_KO.test(one.label))
  frame.asked = frame.asked.filter((one) => !asked.includes(one))
  const more = asked.map(({ label, start }): Item => ({ label: label.replace(PACKED_KO, ''), start, listed: false }))
  const items = [...frame.items.filter((item) => !PACKED_KO.test(item.label)), ...more].filter((item) => item.label)
  const counts = new Map<number | undefined, number>()
  for (const { start } of items) counts.set(sentenceOf(start), (counts.get(sentenceOf(start)) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  const together = (at: number) => !most || most[1] < 3 || sentenceOf(at) === most[0]
  frame.items = items.filter(({ start }) => together(start))
  frame.asked = frame.asked.filter((one) => one.kind !== 'text+' || together(one.start))
}
const PACKED_KO = /\s?(?:챙겼|쌌|넣었)는지.*$/

export const packing: Rule = (b, role) => {
  if (role === 'main') checkedOff(b)
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

export const board: Rule = (b, role) => {
  const options = b.frame.asked.find((one) => one.options)?.options
  const stages = options || listsFields(b) ? [] : takeItems(b, (item) => item.head !== undefined)
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

export const trip: Rule = (b, role) => {
  const { frame } = b
  const wantsMoney =
    /budget|spend|cost|expense|预算|花费|费用|予算|費用|お金|예산|경비|비용/.test(frame.low) ||
    frame.bounds.some((bound) => bound.what === 'money')
  const shares = wantsMoney ? (frame.lists.shares ?? []) : []
  // What is shared out are kinds of spending, not of what is planned.
  if (shares.length) frame.asked = frame.asked.filter((one) => one.part?.id !== 'category')
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
    b.assumed.push(
      b.say(
        t(
          'Days count from today until you change them / 日期从今天算起,可以修改 / 日付は今日から仮に入れました / 날짜는 오늘부터로 넣어 두었어요',
        ),
      ),
    )
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
      fields: shares.length ? 'item! amount! date! category! paid' : 'item! amount! date! paid',
    })
    const kinds = b.find(costs, 'choice')
    if (shares.length && kinds?.kind === 'choice') {
      b.replace(costs, { ...kinds, options: b.options(shares.map(({ label }) => label)) })
      shareOut(b, costs, b.find(costs, 'money')!)
    }
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

function later(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at + days * 86400000).toISOString().slice(0, 10)
}

const withoutBirthday = (name: string): string =>
  name.replace(/(?:['’]s)?\s*(?:birthday|b-?day)$|(?:的)?生日$|(?:の)?誕生日$|\s?(?:의\s)?생(?:일|신)$/i, '').trim() || name

export const birthdays: Rule = (b, role) => {
  const { dated } = b.frame
  const c = keep(b, 'birthdays', role)
  const date = b.find(c, 'date')!
  if (dated.length)
    b.seed(
      c,
      dated.map(({ name, date: day }) => ({ [c.title]: withoutBirthday(name), [date.id]: day })),
    )
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

export const countdown: Rule = (b, role) => {
  const { frame } = b
  const { dated } = frame
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
  const said = frame.reading.values.find(({ read }) => read.kind === 'date')?.text
  const whole = frame.phrases[0]?.text ?? ''
  // "baby due 14 February 2027": the day stands in the countdown itself.
  const bare =
    frame.language === 'en' && said && /\d/.test(said)
      ? whole.replace(new RegExp(`,? (?:on |at |by )?${said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`), '')
      : whole
  const label = asLabel(countdownName(bare), 50)
  const due = b.find(c, 'date')!
  required(c, due.id)
  if (dated.length > 1) {
    b.seed(
      c,
      dated.map(({ name, date: day }) => ({ [c.title]: name, [due.id]: day })),
    )
    b.tool(b.does<B<'countdown'>>({ kind: 'countdown', collection: c.id, date: due.id }))
  } else if (date) {
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

export const goals: Rule = (b, role) => {
  const items = takeItems(b, notQuality(b))
  const c = keep(b, 'goals', role)
  b.seed(
    c,
    items.map((item) => ({ [c.title]: asLabel(item.label, 100) })),
  )
  const done = b.find(c, 'yesno')
  if (done) b.does<B<'progress'>>({ kind: 'progress', collection: c.id, done: done.id })
}

export const guests: Rule = (b, role) => {
  called(b, [
    [
      /^(?:参加|出席|来る|来ら)(?:か.*|できるか|の?可否|する?か不参加か)?$|^(?:来不来|来吗|能不能来|参不参加|到不到)$|^(?:참석|온다|오는지).{0,4}$|^(?:coming|attending|rsvp|can (?:they )?come)\??$/i,
      'reply',
    ],
  ])
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

export const jobhunt: Rule = (b, role) => {
  const stages = b.frame.views.has('board') ? takeItems(b, (item) => item.head !== undefined && !partNamed(item.label)) : []
  const c = keep(b, 'jobhunt', role)
  const status = c.fields.find((field) => field.concept === 'status')
  if (status?.kind === 'choice' && stages.length >= 2) b.replace(c, { ...status, options: b.options(stages.map((item) => item.label)) })
  else if (status && !b.frame.asked.some((one) => one.options))
    b.replace(c, { ...fieldFor(status.id, 'choice:jobs', status.label, b.frame.language, b.frame.currency), concept: 'status' } as Field)
}

export const events: Rule = (b, role) => {
  const c = keep(b, 'events', role)
  c.fields = c.fields.map((field) => (field.concept === 'date' ? ({ ...field, required: true } as Field) : field))
  if (b.frame.behaviours.has('reminder'))
    b.does<B<'reminder'>>({ kind: 'reminder', collection: c.id, date: b.dateOf(c)!.id, before: daysBefore(b.frame.low) ?? 1 })
}
