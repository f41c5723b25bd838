/** Ten apps a language, and what strangers ask to be changed in them: terse, chatty, polite, with typos and things left out. */
import { AppSpec, type Behaviour, type Field, type Language, type PeriodUnit, type View } from '../../src/spec.ts'
import { fieldFor } from '../../src/studio/rules/parts.ts'

const LOCALE: Record<Language, string> = { en: 'en-GB', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
export const CURRENCY: Record<Language, string> = { en: 'GBP', zh: 'CNY', ja: 'JPY', ko: 'KRW' }

/** What must hold once the change was made. Labels are those a person reads; `field` and `gone` are the only fields that came and went. */
export type Want = {
  name?: string
  /** 'weather', 'cost:money' */
  field?: string | string[]
  gone?: string | string[]
  /** 'Price > Cost' */
  label?: string
  limit?: [number, PeriodUnit?]
  goal?: [number, PeriodUnit?]
  /** 'Rent -' falling, 'Rent +' rising */
  sort?: string
  /** 'Paid != true' */
  only?: string
  phases?: number[]
  times?: string[]
  before?: number
  /** What is seen first: 'chart', 'table' */
  first?: string
  /** A view of the kind is there, or no longer. */
  view?: string
  noview?: string
  option?: string
  nooption?: string
  required?: string
  optional?: string
  /** 'Score = rating', 'Stars = 10' */
  kind?: string
  unit?: string
  accent?: string
  density?: string
  icon?: string
  currency?: string
  group?: string
  by?: string
  does?: string
  doesnt?: string
  /** No change of the app at all: an entry or a question. */
  nothing?: true
  /** Part of it cannot be done, which is said. */
  missing?: true
}
export type Row = [app: string, say: string, want: Want]

type Parts = {
  icon?: string
  choices?: Record<string, string>
  views?: string[]
  limit?: [field: string, most: number, period?: PeriodUnit]
  goal?: [field: string, target: number, period?: PeriodUnit]
  phases?: [string, number, boolean?][]
  times?: string[]
  stock?: string
  countdown?: string
}

/** `fields`: 'price|Price|money', the first names the entries. */
export function app(language: Language, name: string, label: string, one: string, fields: string, parts: Parts = {}): AppSpec {
  const made = fields.split(', ').map((line): Field => {
    const [id = '', title = '', kind = ''] = line.split('|')
    if (kind.startsWith('choice='))
      return {
        id,
        label: title,
        kind: 'choice',
        options: kind
          .slice(7)
          .split('/')
          .map((label, i) => ({ id: /^[a-z]+$/i.test(label) ? label.toLowerCase() : `option${i + 1}`, label })),
      }
    return fieldFor(id, kind, title, language, CURRENCY[language])
  })
  const date = made.find((field) => field.kind === 'date' || field.kind === 'datetime')
  const behaviours: Behaviour[] = []
  const base = { collection: 'entries', ...(date && { date: date.id }) }
  const measure = (field: string) => (field ? { fn: 'sum' as const, field } : { fn: 'count' as const })
  if (parts.limit) {
    const [field, most, period] = parts.limit
    behaviours.push({
      id: 'limit',
      kind: 'limit',
      label: SAID.limit[language],
      ...base,
      measure: measure(field),
      most,
      ...(period && { period }),
      warnAt: 0.8,
    })
  }
  if (parts.goal) {
    const [field, target, period] = parts.goal
    behaviours.push({
      id: 'goal',
      kind: 'goal',
      label: SAID.goal[language],
      ...base,
      measure: measure(field),
      target,
      ...(period && { period }),
      direction: 'least',
    })
  }
  if (parts.phases)
    behaviours.push({
      id: 'timer',
      kind: 'timer',
      label: SAID.timer[language],
      rounds: 4,
      phases: parts.phases.map(([label, minutes, rest]) => ({ label, minutes, ...(rest && { rest }) })),
    })
  if (parts.times) behaviours.push({ id: 'reminder', kind: 'reminder', label: SAID.reminder[language], before: 0, times: parts.times })
  if (parts.stock)
    behaviours.push({ id: 'stock', kind: 'stock', label: SAID.stock[language], collection: 'entries', quantity: parts.stock, least: 3 })
  if (parts.countdown) behaviours.push({ id: 'countdown', kind: 'countdown', label: SAID.countdown[language], to: parts.countdown })
  const views = (parts.views ?? ['list']).map((kind): View => {
    const over = { id: kind, label: SEEN[kind]![language], collection: 'entries' }
    if (kind === 'board') return { ...over, kind, group: made.find((field) => field.kind === 'choice')!.id }
    if (kind === 'calendar') return { ...over, kind, date: date!.id }
    if (kind === 'chart')
      return {
        id: kind,
        label: over.label,
        kind,
        chart: 'bar',
        query: {
          collection: 'entries',
          filter: [],
          measure: measure(made.find((field) => ['money', 'quantity', 'number', 'duration', 'rating'].includes(field.kind))?.id ?? ''),
          group: { field: date!.id, by: 'month' },
        },
      }
    return { ...over, kind: kind as 'list' | 'table' | 'cards' }
  })
  if (parts.phases) views.unshift({ kind: 'tool', id: 'tool', label: SAID.timer[language], behaviour: 'timer' })
  return AppSpec.parse({
    name,
    icon: parts.icon ?? '📒',
    language,
    locale: LOCALE[language],
    purpose: name,
    collections: [{ id: 'entries', label, one, title: made[0]!.id, fields: [{ ...made[0]!, required: true }, ...made.slice(1)] }],
    views,
    behaviours,
  })
}

const l = (en: string, zh: string, ja: string, ko: string): Record<Language, string> => ({ en, zh, ja, ko })
const SAID = {
  limit: l('Limit', '上限', '上限', '한도'),
  goal: l('Goal', '目标', '目標', '목표'),
  timer: l('Timer', '计时器', 'タイマー', '타이머'),
  reminder: l('Reminder', '提醒', 'リマインダー', '알림'),
  stock: l('Running low', '快用完了', '残りわずか', '재고 부족'),
  countdown: l('Countdown', '倒计时', 'カウントダウン', '디데이'),
}
const SEEN: Record<string, Record<Language, string>> = {
  list: l('List', '列表', '一覧', '목록'),
  table: l('Table', '表格', '表', '표'),
  cards: l('Cards', '卡片', 'カード', '카드'),
  board: l('Board', '看板', 'ボード', '보드'),
  calendar: l('Calendar', '日历', 'カレンダー', '달력'),
  chart: l('Chart', '图表', 'グラフ', '그래프'),
}

export const APPS: Record<Language, Record<string, AppSpec>> = {
  en: {
    food: app(
      'en',
      'Takeaway spending',
      'Takeaways',
      'Takeaway',
      'what|What|text+, amount|Amount|money, day|Date|date=today, place|Place|place',
      { limit: ['amount', 60, 'week'], views: ['list', 'chart'] },
    ),
    timer: app('en', 'Pomodoro', 'Sessions', 'Session', 'day|Date|date=today, minutes|Minutes|duration, note|Note|note', {
      phases: [
        ['Work', 50],
        ['Break', 10, true],
      ],
    }),
    books: app(
      'en',
      'Summer reading',
      'Books',
      'Book',
      'title|Title|text, author|Author|text+, pages|Pages|int, stars|Stars|rating, finished|Finished|date',
      { goal: ['', 30], views: ['list', 'cards'] },
    ),
    stock: app('en', 'Candle stock', 'Candles', 'Candle', 'scent|Scent|text, price|Price|money, left|How many left|int', {
      stock: 'left',
      views: ['table'],
    }),
    pills: app(
      'en',
      "Nan's pills",
      'Doses',
      'Dose',
      'medicine|Medicine|choice=Blood pressure/Calcium, taken|Taken|yesno, day|Date|date=today',
      { times: ['08:00', '21:00'] },
    ),
    board: app('en', 'Garden shed', 'Jobs', 'Job', 'task|Job|text, status|Status|choice=To do/Doing/Done, who|Who|person, due|Due|date', {
      views: ['board', 'list'],
    }),
    gym: app(
      'en',
      'Gym log',
      'Sets',
      'Set',
      'exercise|Exercise|text+, weight|Weight|qty:kg, reps|Reps|int, day|Date|date=today, note|Note|note',
      { views: ['list', 'chart'] },
    ),
    wedding: app('en', 'Wedding', 'To-dos', 'To-do', 'task|To-do|text, deadline|Deadline|date, done|Done|yesno', {
      countdown: '2027-06-19',
    }),
    head: app(
      'en',
      'Migraines',
      'Migraines',
      'Migraine',
      'day|Started|datetime, lasted|Lasted|duration, severity|Severity|rating:10, took|What I took|text+, trigger|Trigger|text+',
      { views: ['list'] },
    ),
    flats: app(
      'en',
      'Flats',
      'Flats',
      'Flat',
      'address|Address|place, rent|Rent|money, commute|Commute|duration, pros|Pros|note, cons|Cons|note, score|Score|rating:10',
      { views: ['table', 'list'] },
    ),
  },
  zh: {
    stall: app(
      'zh',
      '煎饼摊',
      '每天的账',
      '一天',
      'day|日期|date=today, sold|卖了多少个|int, amount|收入|money, cost|成本|money, note|备注|note',
      { views: ['list', 'chart'] },
    ),
    pills: app('zh', '吃药提醒', '服药', '一次', 'medicine|药|choice=降压药/钙片, taken|吃了没|yesno, day|日期|date=today', {
      times: ['08:00', '21:00'],
    }),
    reno: app(
      'zh',
      '装修记账',
      '支出',
      '支出',
      'what|项目|text+, amount|金额|money, day|日期|date=today, category|分类|choice=水电/木工/家具',
      { limit: ['amount', 120000], views: ['list', 'chart'] },
    ),
    egg: app('zh', '溏心蛋计时器', '记录', '一次', 'day|日期|date=today, note|备注|note', { phases: [['煮', 6.5]] }),
    dog: app('zh', '遛狗打卡', '遛狗', '一次', 'day|日期|date=today, minutes|时长|duration, who|谁遛的|person', {
      goal: ['minutes', 40, 'day'],
      views: ['list', 'calendar'],
    }),
    jobs: app(
      'zh',
      '投简历',
      '投递',
      '投递',
      'company|公司|text, position|岗位|text, day|投递日期|date, status|进度|choice=已投/笔试/面试/offer',
      { views: ['board', 'list'] },
    ),
    boxes: app(
      'zh',
      '盲盒收藏',
      '盲盒',
      '盲盒',
      'name|名字|text, series|系列|text+, rare|隐藏款|yesno, price|价格|money, swap|想不想换|yesno',
      { views: ['cards', 'list'] },
    ),
    rent: app(
      'zh',
      '收租',
      '房租',
      '房租',
      'place|哪套房|place, tenant|租客|person, amount|租金|money, paid|收到没有|yesno, day|日期|date=today',
      { views: ['table'] },
    ),
    trip: app('zh', '成都五日游', '行程', '行程', 'what|做什么|text, day|日期|date, time|时间|time, place|地点|place, cost|花费|money', {
      views: ['list', 'calendar'],
    }),
    wrong: app(
      'zh',
      '错题本',
      '错题',
      '错题',
      'question|题目|text, subject|科目|text+, cause|错因|text+, mastered|掌握了没|yesno, level|难度|rating',
      { views: ['list'] },
    ),
  },
  ja: {
    oshi: app(
      'ja',
      '推し活メモ',
      '支出',
      '支出',
      'what|内容|text+, amount|金額|money, category|分類|choice=グッズ/チケット/遠征, day|日付|date=today',
      { limit: ['amount', 30000, 'month'], views: ['list', 'chart'] },
    ),
    sugar: app(
      'ja',
      '血糖値',
      '測定',
      '測定',
      'day|日時|datetime=now, value|値|num, when|食前か食後|choice=食前/食後, food|食べたもの|text+',
      { views: ['list', 'chart'] },
    ),
    bakery: app(
      'ja',
      'パン屋の予約',
      '予約',
      '予約',
      'name|お客様名|person, pickup|受け取り日|date, item|商品|text+, quantity|個数|int, paid|支払い済み|yesno',
      { views: ['table'] },
    ),
    haiku: app(
      'ja',
      '俳句手帖',
      '句',
      '句',
      'verse|句|text, word|季語|text+, season|季節|choice=春/夏/秋/冬, day|詠んだ日|date=today, rating|自己評価|rating',
      { views: ['list', 'cards'] },
    ),
    trip: app('ja', '旅行貯金', '入金', '入金', 'amount|金額|money, day|日付|date=today, note|メモ|note', { goal: ['amount', 500000] }),
    focus: app('ja', '集中タイマー', '記録', '記録', 'day|日付|date=today, minutes|時間|duration', {
      phases: [
        ['集中', 25],
        ['休憩', 5, true],
      ],
    }),
    meals: app(
      'ja',
      '献立ノート',
      '献立',
      '献立',
      'dish|料理名|text, day|日付|date=today, meal|朝昼晩|choice=朝/昼/晩, kcal|カロリー|int',
      { views: ['list', 'calendar'] },
    ),
    dream: app(
      'ja',
      '夢日記',
      '夢',
      '夢',
      'story|内容|note, who|登場人物|text+, fear|怖さ|rating, woke|目が覚めた時刻|time, day|日付|date=today',
      { views: ['list'] },
    ),
    water: app('ja', '観葉植物', '植物', '植物', 'name|名前|text, place|置き場所|text+, watered|水やり日|date, height|高さ|qty:cm', {
      times: ['07:30'],
      views: ['cards'],
    }),
    shop: app('ja', '買い物リスト', '品物', '品物', 'item|品名|text, store|店|place, price|値段|money, bought|買った|yesno', {
      views: ['list'],
    }),
  },
  ko: {
    life: app(
      'ko',
      '자취 생활비',
      '지출',
      '지출',
      'what|내용|text+, amount|금액|money, category|분류|choice=식비/교통/월세, day|날짜|date=today',
      { limit: ['amount', 800000, 'month'], views: ['list', 'chart'] },
    ),
    garden: app(
      'ko',
      '할머니 텃밭',
      '작물',
      '작물',
      'crop|작물|text, planted|심은 날|date, harvested|수확한 날|date, yield|수확량|qty:kg, note|메모|note',
      { views: ['list'] },
    ),
    nails: app(
      'ko',
      '네일샵 예약',
      '예약',
      '예약',
      'name|손님 이름|person, phone|연락처|text, day|날짜|date, treatment|시술|text+, amount|금액|money',
      { views: ['calendar', 'list'] },
    ),
    drum: app('ko', '드럼 연습', '연습', '연습', 'day|날짜|date=today, minutes|시간|duration, song|곡|text+', {
      phases: [
        ['연습', 20],
        ['휴식', 5, true],
      ],
    }),
    dog: app('ko', '강아지 약', '복약', '복약', 'medicine|약|choice=심장사상충/영양제, day|날짜|date=today, given|먹였는지|yesno', {
      times: ['08:00', '20:00'],
    }),
    game: app(
      'ko',
      '롤 전적',
      '판',
      '판',
      'champion|챔피언|text+, result|승패|choice=승/패, kills|킬|int, deaths|데스|int, day|날짜|date=today',
      { views: ['list'] },
    ),
    cars: app(
      'ko',
      '중고차 비교',
      '차',
      '차',
      'model|차종|text, year|연식|year, km|주행거리|qty:km, price|가격|money, crash|사고 유무|yesno',
      { views: ['table', 'list'] },
    ),
    study: app('ko', '토익 공부', '공부', '공부', 'what|단원|text+, minutes|공부 시간|duration, day|날짜|date=today, level|난이도|rating', {
      goal: ['minutes', 60, 'day'],
      views: ['list', 'chart'],
    }),
    fridge: app(
      'ko',
      '냉장고',
      '재료',
      '재료',
      'name|이름|text, expires|유통기한|date, quantity|수량|int, where|보관 장소|choice=냉장/냉동',
      { views: ['list'] },
    ),
    movie: app(
      'ko',
      '영화 기록',
      '영화',
      '영화',
      'title|제목|text, director|감독|text+, stars|별점|rating, day|본 날|date=today, review|한줄평|note',
      { views: ['cards', 'list'] },
    ),
  },
}
