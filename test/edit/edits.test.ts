/** Changes asked for in words: what they become, and that the app still holds together afterwards. */
import { describe, expect, it } from 'vitest'
import { incoherences } from '../../src/apps/coherence.ts'
import { applyEdits } from '../../src/apps/migrate.ts'
import { AppSpec, type SpecEdit } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { type AppName, context, languageOf, spec as makeSpec, reading, SPECS } from '../dialogue/apps.ts'

const HABITS_JA = makeSpec({
  name: '習慣トラッカー',
  language: 'ja',
  collections: [
    {
      id: 'habits',
      label: '習慣',
      one: '習慣',
      title: 'name',
      fields: [{ id: 'name', label: '名前', kind: 'text' }],
      seeds: [{ name: '筋トレ' }, { name: '英語' }],
    },
    {
      id: 'checks',
      label: '記録',
      one: '記録',
      title: 'day',
      fields: [
        { id: 'habit', label: '習慣', kind: 'relation', to: 'habits', required: true },
        { id: 'day', label: '日付', kind: 'date', default: 'today' },
        { id: 'done', label: '完了', kind: 'yesno' },
        { id: 'note', label: 'メモ', kind: 'note' },
      ],
    },
  ],
})
const TASKS_ZH = makeSpec({
  name: '任务看板',
  language: 'zh',
  collections: [
    {
      id: 'cards',
      label: '卡片',
      one: '卡片',
      title: 'task',
      fields: [
        { id: 'task', label: '任务', kind: 'text' },
        {
          id: 'status',
          label: '状态',
          kind: 'choice',
          options: [
            { id: 'todo', label: '待办' },
            { id: 'done', label: '完成' },
          ],
        },
        { id: 'due', label: '截止日期', kind: 'date' },
        { id: 'note', label: '备注', kind: 'note' },
      ],
    },
  ],
  views: [
    { kind: 'board', id: 'board', label: '看板', collection: 'cards', group: 'status' },
    { kind: 'list', id: 'list', label: '卡片', collection: 'cards' },
  ],
})
const BOOKS_KO = makeSpec({
  name: '독서',
  language: 'ko',
  collections: [
    {
      id: 'books',
      label: '책',
      one: '책',
      title: 'name',
      fields: [
        { id: 'name', label: '제목', kind: 'text' },
        { id: 'author', label: '저자', kind: 'text' },
        { id: 'pages', label: '쪽수', kind: 'number' },
        { id: 'rating', label: '별점', kind: 'rating', max: 5 },
      ],
    },
  ],
})
const MORE = { habitsJa: HABITS_JA, tasksZh: TASKS_ZH, booksKo: BOOKS_KO }
type Name = AppName | keyof typeof MORE
const specOf = (name: Name): AppSpec => (name in MORE ? MORE[name as keyof typeof MORE] : SPECS[name as AppName])

const change = (say: string, app: Name) => {
  const spec = specOf(app)
  const said = languageOf(say)
  const language = said === 'en' || said === spec.language ? said : spec.language
  return readEdits(reading(say, language), spec, context([], null, language))
}

const CASES: [say: string, app: Name, edits: Record<string, unknown>[]][] = [
  // Fields: added.
  ['add a rating', 'coffee', [{ do: 'add-field', collection: 'cups', field: { kind: 'rating' } }]],
  ['add a tip field', 'coffee', [{ do: 'add-field', field: { label: 'Tip', kind: 'money' } }]],
  ['also note the temperature', 'coffee', [{ do: 'add-field' }]],
  ['add an invoice paid checkbox', 'coffee', [{ do: 'add-field', field: { label: 'Invoice paid', kind: 'yesno' } }]],
  [
    'add a priority: low, medium, high',
    'tasks',
    [
      {
        do: 'add-field',
        field: { label: 'Priority', kind: 'choice', options: [{ label: 'Low' }, { label: 'Medium' }, { label: 'High' }] },
      },
    ],
  ],
  [
    'add a payment method (cash, card)',
    'coffee',
    [{ do: 'add-field', field: { kind: 'choice', options: [{ label: 'Cash' }, { label: 'Card' }] } }],
  ],
  [
    'add a rating and a note',
    'coffee',
    [
      { do: 'add-field', field: { kind: 'rating' } },
      { do: 'add-field', field: { kind: 'note' } },
    ],
  ],
  ['add a note', 'habits', [{ do: 'add-field', collection: 'checks', field: { kind: 'note' } }]],
  ['加一个评分', 'coffeeZh', [{ do: 'add-field', field: { kind: 'rating' } }]],
  ['再加一个备注', 'coffeeZh', [{ do: 'add-field', field: { kind: 'note' } }]],
  [
    '加一个支付方式字段,选项:现金、支付宝、微信',
    'coffeeZh',
    [
      {
        do: 'add-field',
        field: { label: '支付方式', kind: 'choice', options: [{ label: '现金' }, { label: '支付宝' }, { label: '微信' }] },
      },
    ],
  ],
  ['加一个优先级:高、中、低', 'tasksZh', [{ do: 'add-field', field: { label: '优先级', kind: 'choice' } }]],
  ['評価を追加して', 'coffeeJa', [{ do: 'add-field', field: { kind: 'rating' } }]],
  [
    '支払い方法を追加して(現金、カード)',
    'coffeeJa',
    [{ do: 'add-field', field: { label: '支払い方法', kind: 'choice', options: [{ label: '現金' }, { label: 'カード' }] } }],
  ],
  ['メモも追加して', 'coffeeJa', [{ do: 'add-field', field: { kind: 'note' } }]],
  ['별점 추가해줘', 'coffeeKo', [{ do: 'add-field', field: { kind: 'rating' } }]],
  [
    '결제수단 추가해줘 (현금, 카드)',
    'coffeeKo',
    [{ do: 'add-field', field: { label: '결제수단', kind: 'choice', options: [{ label: '현금' }, { label: '카드' }] } }],
  ],
  ['난이도 추가해줘', 'booksKo', [{ do: 'add-field', field: { label: '난이도' } }]],
  ['장르도 추가해줘', 'booksKo', [{ do: 'add-field', field: { label: '장르' } }]],
  // Fields: removed.
  ['remove the shop', 'coffee', [{ do: 'remove-field', field: 'shop' }]],
  ["I don't need the note anymore", 'weight', [{ do: 'remove-field', field: 'note' }]],
  ['hide the due date', 'tasks', [{ do: 'remove-field', field: 'due' }]],
  ['把店铺去掉', 'coffeeZh', [{ do: 'remove-field', field: 'shop' }]],
  ['不要备注了', 'tasksZh', [{ do: 'remove-field', field: 'note' }]],
  ['店はいらない', 'coffeeJa', [{ do: 'remove-field', field: 'shop' }]],
  ['メモを消して', 'habitsJa', [{ do: 'remove-field', field: 'note' }]],
  ['가게는 빼줘', 'coffeeKo', [{ do: 'remove-field', field: 'shop' }]],
  ['쪽수 삭제해줘', 'booksKo', [{ do: 'remove-field', field: 'pages' }]],
  // Fields: renamed, moved, retyped.
  ['rename price to cost', 'coffee', [{ do: 'rename-field', field: 'price', label: 'Cost' }]],
  ['rename status to stage', 'tasks', [{ do: 'rename-field', field: 'status', label: 'Stage' }]],
  ['把价格改名为花费', 'coffeeZh', [{ do: 'rename-field', field: 'price', label: '花费' }]],
  ['値段の名前を「金額」に変えて', 'coffeeJa', [{ do: 'rename-field', field: 'price', label: '金額' }]],
  ['가격 이름을 금액으로 바꿔줘', 'coffeeKo', [{ do: 'rename-field', field: 'price', label: '금액' }]],
  ['move the shop to the top', 'coffee', [{ do: 'move-field', field: 'shop', to: 0 }]],
  ['把日期移到最前面', 'coffeeZh', [{ do: 'move-field', field: 'day', to: 0 }]],
  ['日付を一番上に移動して', 'coffeeJa', [{ do: 'move-field', field: 'day', to: 0 }]],
  ['날짜를 맨 위로 옮겨줘', 'coffeeKo', [{ do: 'move-field', field: 'day', to: 0 }]],
  ['make mood out of 10', 'mood', [{ do: 'change-field', field: { id: 'mood', kind: 'rating', max: 10 } }]],
  ['make it in pounds', 'weight', [{ do: 'change-field', field: { id: 'weight', unit: 'lb' } }]],
  ['the note is required', 'weight', [{ do: 'change-field', field: { id: 'note', required: true } }]],
  ['별점을 10점 만점으로 바꿔줘', 'booksKo', [{ do: 'change-field', field: { id: 'rating', max: 10 } }]],
  // Options.
  ['add Blocked to the status', 'tasks', [{ do: 'change-field', field: { id: 'status', options: [{}, {}, {}, { label: 'Blocked' }] } }]],
  ['add a status "review"', 'tasks', [{ do: 'change-field', field: { id: 'status', options: [{}, {}, {}, { label: 'Review' }] } }]],
  ['加一个状态“审核”', 'tasksZh', [{ do: 'change-field', field: { id: 'status', options: [{}, {}, { label: '审核' }] } }]],
  ['분류에 반려동물 추가', 'expensesKo', [{ do: 'change-field', field: { id: 'category', options: [{}, {}, {}, { label: '반려동물' }] } }]],
  ['remove Doing from the status', 'tasks', [{ do: 'change-field', field: { id: 'status', options: [{ id: 'todo' }, { id: 'done' }] } }]],
  // Limits, goals, reminders.
  ['make the limit 6000', 'coffee', [{ do: 'change-behaviour', behaviour: { kind: 'limit', most: 6000 } }]],
  ['raise the budget to 8000', 'coffee', [{ do: 'change-behaviour', behaviour: { most: 8000 } }]],
  ['make the limit weekly', 'coffee', [{ do: 'change-behaviour', behaviour: { period: 'week', most: 5000 } }]],
  ['remove the limit', 'coffee', [{ do: 'remove-behaviour', behaviour: 'limit' }]],
  ['把上限改成3500', 'coffeeZh', [{ do: 'change-behaviour', behaviour: { most: 3500 } }]],
  ['予算を12万円にして', 'coffeeJa', [{ do: 'change-behaviour', behaviour: { most: 120000 } }]],
  ['한도를 6만원으로 바꿔줘', 'coffeeKo', [{ do: 'change-behaviour', behaviour: { most: 60000 } }]],
  ['set the goal to 58 kg', 'weight', [{ do: 'change-behaviour', behaviour: { kind: 'goal', target: 58 } }]],
  [
    'set a goal of 24 tasks a year',
    'tasks',
    [{ do: 'add-behaviour', behaviour: { kind: 'goal', measure: { fn: 'count' }, target: 24, period: 'year' } }],
  ],
  ['목표는 1년에 24권', 'booksKo', [{ do: 'add-behaviour', behaviour: { kind: 'goal', measure: { fn: 'count' }, target: 24 } }]],
  ['remind me at 9pm', 'habits', [{ do: 'add-behaviour', behaviour: { kind: 'reminder', times: ['21:00'] } }]],
  ['每天晚上9点提醒我', 'habitsZh', [{ do: 'add-behaviour', behaviour: { kind: 'reminder', times: ['21:00'] } }]],
  ['毎日21時にリマインドして', 'habitsJa', [{ do: 'add-behaviour', behaviour: { kind: 'reminder', times: ['21:00'] } }]],
  ['매일 밤 9시에 알려줘', 'booksKo', [{ do: 'add-behaviour', behaviour: { kind: 'reminder', times: ['21:00'] } }]],
  // Ways of seeing.
  ['show it by week', 'coffee', [{ do: 'add-view', view: { kind: 'chart' }, first: true }]],
  ['show as a table', 'coffee', [{ do: 'add-view', view: { kind: 'table' }, first: true }]],
  ['newest first', 'coffee', [{ do: 'change-view', view: { sort: { field: 'day', descending: true } } }]],
  ['sort by price, highest first', 'coffee', [{ do: 'change-view', view: { sort: { field: 'price', descending: true } } }]],
  ['sort by due date', 'tasks', [{ do: 'change-view', view: { sort: { field: 'due', descending: false } } }]],
  ['group by shop', 'coffee', [{ do: 'change-view', view: { group: { field: 'shop' } } }]],
  ['按店铺分组', 'coffeeZh', [{ do: 'change-view', view: { group: { field: 'shop' } } }]],
  ['按截止日期排序', 'tasksZh', [{ do: 'change-view' }, { do: 'change-view', view: { sort: { field: 'due', descending: false } } }]],
  ['用日历显示', 'coffeeZh', [{ do: 'add-view', view: { kind: 'calendar' } }]],
  ['隐藏看板', 'tasksZh', [{ do: 'remove-view', view: 'board' }]],
  ['グラフで見たい', 'coffeeJa', [{ do: 'add-view', view: { kind: 'chart' } }]],
  ['値段の高い順に並べて', 'coffeeJa', [{ do: 'change-view', view: { sort: { field: 'price', descending: true } } }]],
  ['店別にまとめて', 'coffeeJa', [{ do: 'change-view', view: { group: { field: 'shop' } } }]],
  ['달력으로 보여줘', 'coffeeKo', [{ do: 'add-view', view: { kind: 'calendar' } }]],
  ['별점 높은 순으로 정렬해줘', 'booksKo', [{ do: 'change-view', view: { sort: { field: 'rating', descending: true } } }]],
  ['가게별로 묶어줘', 'coffeeKo', [{ do: 'change-view', view: { group: { field: 'shop' } } }]],
  // The whole.
  ['名前を「日々の一杯」にして', 'coffeeJa', [{ do: 'rename-app', name: '日々の一杯' }]],
  ['call it Bean Counter', 'coffee', [{ do: 'rename-app', name: 'Bean Counter' }]],
  ["rename it to Mum's kitchen", 'coffee', [{ do: 'rename-app', name: "Mum's kitchen" }]],
  ['改名叫方寸之间', 'coffeeZh', [{ do: 'rename-app', name: '方寸之间' }]],
  ['名前を「酒日和」にして', 'coffeeJa', [{ do: 'rename-app', name: '酒日和' }]],
  ['アプリ名を「京都の旅」にして', 'coffeeJa', [{ do: 'rename-app', name: '京都の旅' }]],
  ['이름을 우리집 가계부로 바꿔줘', 'expensesKo', [{ do: 'rename-app', name: '우리집 가계부' }]],
  ['change the icon to 🌱', 'habits', [{ do: 'set-icon', icon: '🌱' }]],
  ['아이콘을 🌱로 바꿔줘', 'coffeeKo', [{ do: 'set-icon', icon: '🌱' }]],
  ['change the colour to green', 'coffee', [{ do: 'set-look', look: { accent: 'leaf' } }]],
  ['颜色换成绿色', 'coffeeZh', [{ do: 'set-look', look: { accent: 'leaf' } }]],
  ['색을 초록색으로 바꿔줘', 'coffeeKo', [{ do: 'set-look', look: { accent: 'leaf' } }]],
  ['use euros', 'coffee', [{ do: 'change-field', field: { id: 'price', currency: 'EUR' } }]],
  ['also keep a packing list', 'trip', [{ do: 'add-collection', collection: { id: 'packing' } }, { do: 'add-view' }]],
  ['持ち物リストも追加して', 'coffeeJa', [{ do: 'add-collection', collection: { id: 'packing' } }, { do: 'add-view' }]],
  // Several at once.
  [
    'add a rating, rename price to cost and make the limit 7000',
    'coffee',
    [{ do: 'add-field' }, { do: 'rename-field' }, { do: 'change-behaviour' }],
  ],
  ['评分去掉,把上限改成400', 'coffeeZh', [{ do: 'change-behaviour', behaviour: { most: 400 } }]],
]

describe('readEdits', () => {
  it.each(CASES)('%s', (say, app, expected) => {
    const found = change(say, app)
    if (!found.ok) throw new Error(found.error.code)
    const { edits } = found.value
    expect(
      edits.map((edit) => edit.do),
      JSON.stringify(edits),
    ).toEqual(expected.map((edit) => edit.do))
    expect(edits).toMatchObject(expected)
    const applied = applyEdits(specOf(app), edits)
    if (!applied.ok) throw new Error(applied.error.code)
    expect(AppSpec.safeParse(applied.value.spec).success).toBe(true)
    expect(incoherences(applied.value.spec)).toEqual([])
  })

  it('puts a field that is there already in place of a second one', () => {
    const found = change('add a place to each cup', 'coffee')
    expect(found.ok && found.value.edits.filter((edit) => edit.do === 'remove-field')).toEqual([])
  })

  it('switches the language of an app with its well-known labels', () => {
    const found = change('英語にして', 'coffeeJa')
    expect(found.ok && found.value.edits[0]).toEqual({ do: 'set-language', language: 'en', locale: 'en-US' })
  })
})

// ---- Properties --------------------------------------------------------------------------------------------------

/** Removing and forgetting need to be asked for. */
const TAKES: SpecEdit['do'][] = ['remove-field', 'remove-view', 'remove-behaviour', 'remove-collection']
const HARMLESS = [
  ...[
    'add a place to each stop',
    'read 3 papers by Monday',
    'what a lovely day',
    'the stop is near',
    'show me the shop',
    'add milk',
    'make it nice',
    'I ran 5 km',
    'make the price bigger',
  ],
  ...['昨日は英語できなかった', '今日は楽しかった', '店に行った', 'メモした', '英語で勉強した'],
  ...['今天去了店铺', '早起了', '价格很高', '加油', '备注一下今天很累'],
  ...['가게에 갔어', '오늘 영어 공부했어', '가격이 올랐어', '메모했어', '별로야'],
]
const ALL: Name[] = [...(Object.keys(SPECS) as AppName[]), ...(Object.keys(MORE) as (keyof typeof MORE)[])]

describe('readEdits takes nothing away unasked', () => {
  it.each(HARMLESS)('%s', (say) => {
    for (const app of ALL) {
      const found = change(say, app)
      if (found.ok)
        expect(
          found.value.edits.filter((edit) => TAKES.includes(edit.do)),
          app,
        ).toEqual([])
    }
  })
  it.each(['delete the habit Reading', '删除跑步这个习惯', '英語という習慣を削除して'])(
    '%s: one of a collection is not all of it',
    (say) => {
      for (const app of ALL) {
        const found = change(say, app)
        if (found.ok)
          expect(
            found.value.edits.filter((edit) => edit.do === 'remove-collection'),
            app,
          ).toEqual([])
      }
    },
  )
})

/** Words of asking, names, values and rubbish put together at random, the same each run. */
const WORDS =
  'add remove rename to the price shop 店 価格 値段 を に して 加 去掉 把 改成 评分 별점 추가해줘 빼줘 바꿔줘 limit 5000 円 목표 60kg by week sort group chart calendar 🌱 blue __proto__ constructor <b> "x" 「あ」 ( ) , 、 and 0 -1 99999999999 NaN required options: a b c first last move 日 毎週 매일 9시에 status Doing name icon language English undefined ../.. \u0000'.split(
    ' ',
  )
function* texts(count: number): Generator<string> {
  let seed = 20261124
  const next = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  for (let i = 0; i < count; i++)
    yield Array.from({ length: 1 + Math.floor(next() * 9) }, () => WORDS[Math.floor(next() * WORDS.length)]!).join(next() < 0.5 ? ' ' : '')
}

describe('readEdits, whatever is said', () => {
  it('never throws and never leaves an app that does not hold together', () => {
    for (const text of texts(700)) {
      const app = ALL[text.length % ALL.length]!
      const found = change(text, app)
      if (!found.ok) continue
      const applied = applyEdits(specOf(app), found.value.edits)
      if (!applied.ok) throw new Error(`${text} (${app}): ${applied.error.code}`)
      expect(AppSpec.safeParse(applied.value.spec).success, `${text} (${app})`).toBe(true)
      expect(incoherences(applied.value.spec), `${text} (${app})`).toEqual([])
    }
  })
  it('never throws on long or broken text', () => {
    for (const text of ['', ' ', 'a'.repeat(20_000), 'add '.repeat(3000), '(((((((((((', '\ud800', '“”“”', '加'.repeat(3000)])
      expect(() => change(text, 'coffee')).not.toThrow()
  })
})
