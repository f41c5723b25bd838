/** Learning and work by the clock: cards, quizzes, studies, books and films, timers, hours. */
import type { Collection, Field } from '../../../spec.ts'
import type { Asked } from '../../frame/types.ts'
import type { Build } from '../build.ts'
import { keep } from '../kept.ts'
import { fieldFor, partOf } from '../parts.ts'
import { areChosenFrom, type Span, spansIn } from '../spans.ts'
import { asLabel, t, type Words } from '../words.ts'
import { type B, listsFields, notQuality, type Rule, required, takeItems } from './shared.ts'

/** "네번 하면 30분 쉬게", "after 4 rounds a break of 30": the last rest of so many is a longer one. */
const LONG_REST =
  /(?:번|회|세트|라운드)\s?(?:을\s?)?(?:하면|하고|마다|끝나면|뒤|후|반복)|\b(?:after|every) (?:\d|two|three|four|five|six)\w*(?: (?:rounds?|sessions?|times|cycles?|pomodoros?)\b|[.,;]? *$)|\blong(?:er)? (?:\d|break|rest|pause)|(?:次|轮|個|个|组)(?:后|後|以后|之后)|(?:回|セット)(?:したら|終わ|ごと|で)/
/** “a long break of 30”, where all lengths are told by bare figures. */
const LONG_OF =
  /\b(?:long(?:er)?|big) (?:break|rest|pause)s? (?:of |for |is )?(\d{1,3})\b|\b(\d{1,3})[ -](?:min\w* )?long(?:er)? (?:break|rest|pause)/
const COUNT_KO: Record<string, number> = { 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6 }
const COUNT_EN: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 }
const PAUSE = t('Break / 休息 / 休憩 / 휴식')
type Timer = Pick<B<'timer'>, 'phases' | 'rounds' | 'chosen'>

function cycle(b: Build, focus: Words, [work, rest, long]: (number | undefined)[], rounds: number): Timer {
  const one = (minutes: number | undefined, label = PAUSE): B<'timer'>['phases'] => [
    { label: b.say(focus), minutes: work! },
    ...(minutes === undefined ? [] : [{ label: b.say(label), minutes, rest: true }]),
  ]
  if (rest === undefined || long === undefined || long <= rest) return { phases: one(rest), rounds }
  const { low } = b.frame
  const after = /\b(?:after|every) (\d|two|three|four|five|six)\b/.exec(low)?.[1] ?? ''
  const said = COUNT_KO[/(두|세|네|다섯|여섯)\s?번/.exec(low)?.[1] ?? ''] ?? COUNT_EN[after] ?? (Number(after) || (rounds > 1 ? rounds : 4))
  const times = Math.min(8, said)
  const phases = Array.from({ length: times }, (_, at) =>
    at < times - 1 ? one(rest) : one(long, t('Long break / 长休息 / 長い休憩 / 긴 휴식')),
  )
  return { phases: phases.flat(), rounds: 1 }
}

/** The stretches as they were told: one after the other, or one of them at a time. */
function told(b: Build, focus: Words, spans: readonly Span[], rounds: number): Timer {
  const chosen = areChosenFrom(spans, b.frame.low, rounds)
  const phases = spans.map(({ label, minutes, rest }) => ({
    label: label ?? b.say(rest ? PAUSE : spans.some((one) => one.label) && !chosen ? focus : lengthOf(minutes)),
    minutes,
    ...(rest && { rest }),
  }))
  return { phases, rounds: chosen ? 1 : rounds, ...(chosen && { chosen }) }
}
function lengthOf(minutes: number): Words {
  const [n, en, zh, ja, ko] = minutes < 1 ? [minutes * 60, 's', '秒', '秒', '초'] : [minutes, ' min', '分钟', '分', '분']
  return t([en, zh, ja, ko].map((unit) => `${round(n as number)}${unit}`).join(' / '))
}

export const timer: Rule = (b, role) => {
  const { frame } = b
  if (role === 'side' && /rest|break|休息|间歇|休憩|インターバル|휴식|쉬는/.test(frame.low)) return restTimer(b)
  const pomodoro = /pomodoro|focus|番茄|专注|ポモドーロ|뽀모도로|\bwork\b|study|工作|作業|집중|勉強|공부|学习/.test(frame.low)
  const interval = /interval|tabata|hiit|インターバル|タバタ|인터벌|타바타|间歇/.test(frame.low)
  const spans = spansIn(frame.reading)
  const pair = spans.length < 2 ? /(\d{1,3})\s?[/／]\s?(\d{1,3})/.exec(frame.low) : null
  const given = pair ? [Number(pair[1]), Number(pair[2])] : spans.map(({ minutes }) => minutes)
  const work = given[0] ?? (interval ? 20 / 60 : 25)
  const rest = given[1] ?? (interval ? 10 / 60 : pomodoro ? 5 : undefined)
  const focus = interval ? t('Go / 运动 / 運動 / 운동') : pomodoro ? t('Focus / 专注 / 集中 / 집중') : t('Timer / 计时 / タイマー / 타이머')
  const count = /(\d{1,2})\s?(?:rounds?|times|sets|x\b|轮|组|次|回|セット|세트|라운드|번)/.exec(frame.low)
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
  const longOf = LONG_OF.exec(frame.low)
  const long = longOf ? Number(longOf[1] ?? longOf[2]) : LONG_REST.test(frame.low) && spans.length === 3 ? given[2] : undefined
  // Of two bare lengths of work the second is for rest.
  const inTurns = spans.length < 2 || long !== undefined || (spans.length === 2 && (pomodoro || interval) && !spans[0]!.label)
  const behaviour = b.does<B<'timer'>>({
    kind: 'timer',
    ...(inTurns ? cycle(b, focus, [work, rest, long], rounds) : told(b, focus, spans, count ? rounds : 1)),
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

export const routine: Rule = (b, role) => {
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

/** "front: term, back: meaning", 正面单词背面意思, 앞면 약어 뒷면 뜻: what stands on each side. */
const SIDES: RegExp[] = [
  /\bfront(?: side)?(?: is| with|:)? (?:the |an? )?([a-z]{2,20})(?: and|,)*(?: on)?(?: the)? back(?: side)?(?: is| with|:)? (?:the |an? )?([a-z]{2,20})/i,
  /正面(?:是|写|为|:)?([\p{Script=Han}]{1,6}?)[,、，;]?(?:背面|反面)(?:是|写|为|:)?([\p{Script=Han}]{1,6})/u,
  /表(?:面)?(?:に|は|が)([^\s、。]{1,8}?)[、,]?\s?裏(?:面)?(?:に|は|が)([^\s、。で]{1,8})/,
  /앞면?(?:에는?|은|:)?\s([가-힣A-Za-z]{1,8})(?:이?고)?[,\s]+뒷?면?(?:에는?|은|:)?\s([가-힣A-Za-z]{1,8})/,
]
export const flashcards: Rule = (b, role) => {
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
  const sides = SIDES.map((pattern) => pattern.exec(b.frame.reading.text)).find(Boolean)
  if (sides)
    for (const [id, label] of [
      [front, sides[1]!],
      [back, sides[2]!],
    ])
      c.fields = c.fields.map((field) => (field.id === id ? { ...field, label: asLabel(label!) } : field))
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

export const quiz: Rule = (b, role) => {
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

/** 읽은 책, "films I've seen": what is kept is over by then. */
const OVER =
  /\b(?:i've|i have|we've|we have|i|we) (?:\w+ )?(?:read|watched|seen|finished)\b|\b(?:read|watched|finished) (?:books|films|movies|shows)\b|[读看追][过完]|(?:読|観|見)(?:んだ|た|終)|(?<![가-힣])(?:읽은|본|봤던|다 읽|다 본)/
const AHEAD = /\b(?:want|plan|going) to\b|\bto (?:read|watch|see)\b|[想要]|待|たい|予定|싶|읽을|볼\s/
/** "if I finished it", 看完没, 다 읽었는지: whether it is over was asked for in a word, and is told once. */
const IS_OVER =
  /^(?:is |was |have i |i )?(?:finished|completed|read|watched|seen|done)\b|[看读讀追][完过過]|読了|(?:読み|見|観)(?:終|切)|読んだか|見たか|観たか|다 ?(?:읽|봤|본)|읽었는지|봤는지|완독|완결/i
function withoutStatus(b: Build, c: Collection): void {
  const status = c.fields.find((field) => field.concept === 'status')
  const asked = b.frame.asked.some((one) => one.kind === 'yesno' && IS_OVER.test(one.label))
  if (status && asked && status.id !== c.title && !b.frame.asked.some((one) => one.part?.id === 'status'))
    c.fields = c.fields.filter((field) => field !== status)
}
export const media =
  (family: 'reading' | 'watching', set: string, doneId: string): Rule =>
  (b, role) => {
    const c = keep(b, family, role)
    withoutStatus(b, c)
    const status = c.fields.find((field) => field.concept === 'status')
    if (status?.kind === 'choice' && !b.frame.asked.some((one) => one.options))
      b.replace(c, {
        ...fieldFor(status.id, `choice:${set}`, status.label, b.frame.language, b.frame.currency),
        concept: 'status',
        ...(OVER.test(b.frame.low) && !AHEAD.test(b.frame.low) && { default: doneId }),
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

export const study: Rule = (b, role) => {
  const { frame } = b
  const items = listsFields(b) ? [] : takeItems(b, (item) => notQuality(b)(item) && Boolean(item.head))
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

export const timesheet: Rule = (b, role) => {
  const { frame } = b
  if (isRoster(frame.asked)) return roster(b, role)
  timesOfDay(frame.asked)
  const owed = payAsked(frame.asked)
  const c = keep(b, 'timesheet', role)
  // Whoever lists what to note of a shift, and names no project, has none.
  const project = b.by(c, 'project')
  if (
    project &&
    c.title === project.id &&
    frame.asked.length >= 3 &&
    !frame.asked.some((one) => one.label === project.label || one.part?.id === 'project')
  ) {
    c.fields = c.fields.filter((field) => field !== project)
    c.title = b.dateOf(c)!.id
  }
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
  if (worked && (owed || WAGED.test(frame.low))) addPay(b, c, worked, owed)
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

/** 日勤・準夜・深夜: which shift it is each day, and no hours. */
const isRoster = (asked: readonly Asked[]): boolean =>
  asked.some((one) => one.kind === 'choice' && (one.part?.id === 'shift' || /班|シフト|勤務|근무|교대/.test(one.label))) &&
  !asked.some((one) => /^(?:time|duration|money)/.test(one.kind))
function roster(b: Build, role: 'main' | 'side'): void {
  const c = keep(b, 'timesheet', role, 'date! shift note')
  // Who is on which shift is told ahead: no day is meant but the one that is said.
  const { id, label, concept } = b.dateOf(c)!
  const date: Field = { id, label, kind: 'date', required: true, ...(concept ? { concept } : {}) }
  b.replace(c, date)
  b.put({
    id: 'roster',
    kind: 'calendar',
    label: b.say(t('Calendar / 日历 / カレンダー / 달력')),
    collection: c.id,
    date: date.id,
  } as never)
  b.defaultName = t('Shifts / 排班表 / シフト表 / 근무표')
}

const BEGIN = /^(?:start(?:ed)?|begin|from|in|开始|開始|시작)$/i
const FINISH = /^(?:end(?:ed)?|finish(?:ed)?|stop|to|until|out|结束|結束|终了|終了|종료|끝)$/i
/** Of work that is timed, a start and an end are times of the day. */
function timesOfDay(asked: Asked[]): void {
  for (const one of asked) {
    const id =
      one.part?.id === 'start' || BEGIN.test(one.label)
        ? 'starttime'
        : one.part?.id === 'end' || FINISH.test(one.label)
          ? 'endtime'
          : undefined
    if (id) Object.assign(one, { kind: 'time', part: partOf(id) })
  }
}
/** "what am I owed", 给我多少钱, いくらもらえるか: the pay that is worked out, taken out of what is to be typed in. */
function payAsked(asked: Asked[]): string | undefined {
  const at = asked.findIndex((one) => OWED.test(one.label))
  const [owed] = at < 0 ? [] : asked.splice(at, 1)
  return owed && (/^(?:what|how|该|应|いくら|얼마)|[I我]/.test(owed.label) ? '' : owed.label)
}
const OWED =
  /^(?:自动|自動で?)?(?:算|计算|計算)(?:一下|出)?(?:工钱|工资|薪水|报酬|给料|給料)$|\bowed?\b|\b(?:pay|earnings|earned|wages due|total pay|to invoice|i get|i earn(?:ed)?|i made)$|^(?:该|应|得)?(?:拿|收|得)?多少(?:钱|工资)|应得|報酬|いくら(?:もらえ|貰え|になる|稼)|(?:얼마|급여|임금).{0,6}(?:받|버는|벌)/i

const WAGED = /hourly|\ban hour\b|\bper hour\b|wage|owed|invoice|时薪|时给|時給|时给|시급|일당|월급|급여/
/** Hours at a rate are pay: the rate is filled in where it was said. */
function addPay(b: Build, c: Collection, worked: Field, label = ''): void {
  const { currency } = b.frame
  const rated = c.fields.find(
    (field) => field.kind === 'money' && /rate|wage|hour|시급|時給|时薪|时给|时給/i.test(`${field.id} ${field.label}`),
  )
  const said = b.frame.moneys[0]
  const rate: Field = {
    id: rated?.id ?? b.id('rate', c.fields),
    label: rated?.label ?? b.say(t('Hourly rate / 时薪 / 時給 / 시급')),
    kind: 'money',
    currency,
    ...(said !== undefined && { default: said }),
  }
  if (rated) b.replace(c, rate)
  else c.fields.splice(c.fields.indexOf(worked) + 1, 0, rate)
  const pay: Field = {
    id: b.id('pay', c.fields),
    label: label ? asLabel(label) : b.say(t('Pay / 报酬 / 給料 / 급여')),
    kind: 'computed',
    formula: `${worked.id} / 60 * ${rate.id}`,
    shows: { kind: 'money', currency },
  }
  c.fields.splice(c.fields.findIndex((field) => field.id === rate.id) + 1, 0, pay)
}

export const grades: Rule = (b, role) => {
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
