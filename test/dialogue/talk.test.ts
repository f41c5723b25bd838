/** Follow-ups as people type them, with an app open: logged, changed, asked or left alone. Each row was once read wrongly. */
import { describe, expect, it } from 'vitest'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import { Query } from '../../src/spec.ts'
import { type AppName, context, idOf, languageOf, reading } from './apps.ts'

const heard = (say: string, app: AppName, before: string[] = [], others: AppName[] = []) => {
  const language = languageOf(say)
  const window = before.map((text) => ({ role: 'person' as const, text }))
  return understand(
    reading(say, language),
    context([app, ...others], app, language, { window, last: { app: idOf(app), intent: before.length ? 'log' : 'build' } }),
  )
}
const created = (values: Record<string, unknown>) => ({ do: 'create', values })
const updated = (field: string, name: string, values: Record<string, unknown>) => ({
  do: 'update',
  match: { filters: [{ field, op: 'contains', value: name }] },
  values,
})

const LOGGED: [say: string, app: AppName, ops: Record<string, unknown>[], before?: string[]][] = [
  // Several at once.
  ['latte 500 bagel 300', 'coffee', [created({ item: 'latte', price: 500 }), created({ item: 'bagel', price: 300 })]],
  ['점심 9천원 커피 4500원', 'expensesKo', [created({ item: '점심', amount: 9000 }), created({ item: '커피', amount: 4500 })]],
  [
    'meditated and read yesterday',
    'habits',
    [created({ habit: 'Meditation', day: '2026-11-23' }), created({ habit: 'Read', day: '2026-11-23' })],
  ],
  [
    '昨天跑步和早睡都完成了',
    'habitsZh',
    [created({ habit: '跑步', day: '2026-11-23', done: true }), created({ habit: '早睡', day: '2026-11-23', done: true })],
  ],
  ['add goggles and 3 pairs of socks', 'groceries', [created({ item: 'goggles' }), created({ item: 'socks', quantity: 3 })]],
  ['casa - house, cane - dog', 'cards', [created({ front: 'casa', back: 'house' }), created({ front: 'cane', back: 'dog' })]],
  // Said in the shape of the thing.
  ['meditated today', 'habits', [created({ habit: 'Meditation', done: true })]],
  ['skipped meditation today', 'habits', [created({ habit: 'Meditation', done: false })]],
  ['今天没跑步', 'habitsZh', [created({ habit: '跑步', done: false })]],
  ['bench 3x10 60kg', 'gym', [created({ exercise: 'bench', sets: 3, reps: 10, weight: 60 })]],
  ['卧推 3组10个 60公斤', 'gym', [created({ exercise: '卧推', sets: 3, reps: 10, weight: 60 })]],
  ['9:00 to 12:30 on Acme', 'timesheet', [created({ project: 'Acme', duration: 210 })]],
  ['9시부터 12시 반까지 로고', 'timesheet', [created({ project: '로고', duration: 210 })]],
  ['add Dune by Frank Herbert, 600 pages', 'books', [created({ name: 'Dune', author: 'Frank Herbert', pages: 600 })]],
  ['《三体》刘慈欣 302页', 'books', [created({ name: '三体', author: '刘慈欣', pages: 302 })]],
  [
    'finished Dune, 5 stars',
    'books',
    [{ ...updated('name', 'Dune', { status: 'read', rating: 5 }), orCreate: { name: 'Dune', status: 'read', rating: 5 } }],
  ],
  ['加一张1980年中国猴票,价格12000元', 'stamps', [created({ name: '中国猴票', year: 1980, amount: 12000 })]],
  ['apple りんご', 'cards', [created({ front: 'apple', back: 'りんご' })]],
  ['add ciao = hello', 'cards', [created({ front: 'ciao', back: 'hello' })]],
  ['Tom 12 August 1990', 'birthdays', [created({ name: 'Tom', birthday: '1990-08-12' })]],
  [
    "Mom's birthday is May 3, 1960",
    'birthdays',
    [{ ...updated('name', 'Mom', { birthday: '1960-05-03' }), orCreate: { name: 'Mom', birthday: '1960-05-03' } }],
  ],
  ['妈妈的生日是1960年5月3日', 'birthdays', [{ ...updated('name', '妈妈', { birthday: '1960-05-03' }), orCreate: { name: '妈妈' } }]],
  ['Ben bought lift tickets for 210 euros', 'split', [created({ item: 'lift tickets', payer: 'Ben', amount: 210 })]],
  ['I paid 45 for groceries', 'split', [created({ item: 'groceries', payer: 'Me', amount: 45 })]],
  ['add Clara', 'split', [{ do: 'create', collection: 'people', values: { name: 'Clara' } }]],
  ['add a habit called stretching', 'habits', [{ do: 'create', collection: 'habits', values: { name: 'stretching' } }]],
  ['加一个习惯:冥想', 'habitsZh', [{ do: 'create', collection: 'habits', values: { name: '冥想' } }]],
  ['read 3 papers by next Monday', 'tasks', [created({ task: 'read 3 papers', due: '2026-11-30' })]],
  ['一杯', 'coffeeZh', []],
  // Whole names.
  ['바나나 3000원', 'expensesKo', [created({ item: '바나나' })]],
  ['小吃 15元', 'coffeeZh', [created({ item: '小吃', price: 15 })]],
  ['chess set 4000 yen', 'coffee', [created({ item: 'chess set', price: 4000 })]],
  ['肉じゃが 500円', 'coffeeJa', [created({ item: '肉じゃが', price: 500 })]],
  // Ticked off.
  ['牛乳とパン買った', 'shopping', [updated('item', '牛乳', { bought: true }), updated('item', 'パン', { bought: true })]],
  // Corrected, repeated.
  ['no, 71.9', 'weight', [{ do: 'update', values: { weight: 71.9 }, match: { filters: 'last' } }], ['72.1']],
  ['いや、電車代は340円だった', 'coffeeJa', [updated('item', '電車代', { price: 340 })], ['電車代320円']],
  ['아니 커피는 5000원이었어', 'expensesKo', [updated('item', '커피', { amount: 5000 })], ['커피 4500원']],
  ['不对,68.2', 'weight', [{ do: 'update', values: { weight: 68.2 }, match: { filters: 'last' } }], ['68.5公斤']],
  ['oops, bench was 62.5', 'gym', [updated('exercise', 'bench', { weight: 62.5 })], ['bench 3x10 60kg']],
  ['the cabin was 130', 'split', [updated('item', 'cabin', { amount: 130 })], ['Anna paid 120 for the cabin']],
  ['one more', 'coffee', [created({ item: 'latte', price: 500, shop: 'Blue Bottle' })], ['500 yen latte at Blue Bottle']],
  ['跟刚才一样', 'coffeeZh', [created({ item: '拿铁', price: 28 })], ['拿铁28元']],
  ['さっきと同じ', 'coffeeJa', [created({ item: 'ラテ', price: 550 })], ['ラテ550円']],
  ['아까랑 똑같이', 'coffeeKo', [created({ item: '라떼', price: 5500 })], ['라떼 5500원']],
  // Marked, moved, rated.
  ['move write introduction to doing', 'tasks', [updated('task', 'write introduction', { status: 'doing' })]],
  ['rate Dune 4 stars', 'books', [updated('name', 'Dune', { rating: 4 })]],
  ['给三体打4星', 'books', [updated('name', '三体', { rating: 4 })]],
  ['こころに星5つつけて', 'books', [updated('name', 'こころ', { rating: 5 })]],
  ['소년이 온다에 별 4개 줘', 'books', [updated('name', '소년이 온다', { rating: 4 })]],
  ['把百年孤独改成已读', 'books', [updated('name', '百年孤独', { status: 'read' })]],
  ['move the Colosseum to 3pm', 'trip', [updated('what', 'Colosseum', { time: '15:00' })]],
  ["Tom's birthday is actually August 13, 1990", 'birthdays', [updated('name', 'Tom', { birthday: '1990-08-13' })]],
  ['把猴票的价格改成13000', 'stamps', [updated('name', '猴票', { amount: 13000 })]],
  // Deleted: what is named, where it was noted.
  ['remove meditation', 'habits', [{ do: 'delete', match: { collection: 'habits', filters: [{ value: 'Meditation' }] } }]],
  ['删除跑步这个习惯', 'habitsZh', [{ do: 'delete', match: { collection: 'habits', filters: [{ value: '跑步' }] } }]],
  [
    "remove Ben's tickets",
    'split',
    [{ do: 'delete', match: { collection: 'payments', filters: [{ field: 'item', value: 'tickets' }] } }],
    ['Ben bought lift tickets for 210 euros'],
  ],
  ['delete that', 'habits', [{ do: 'delete', match: { collection: 'checks', filters: 'last' } }], ['meditated today']],
  ['帽子はいらない', 'shopping', [{ do: 'delete', match: { filters: [{ field: 'item', value: '帽子' }] } }]],
]

const ASKED: [say: string, app: AppName, query: Record<string, unknown>, before?: string[]][] = [
  [
    'when did I last buy a latte?',
    'coffee',
    { filter: [{ field: 'item', value: 'latte' }], group: { field: 'day', by: 'day' }, order: { by: 'group', descending: true }, limit: 1 },
  ],
  [
    'how many days since I last meditated?',
    'habits',
    { collection: 'checks', filter: [{ field: 'habit', value: 'Meditation' }], group: { by: 'day' }, limit: 1 },
  ],
  ['上次跑步是什么时候?', 'habitsZh', { collection: 'checks', filter: [{ field: 'habit', value: '跑步' }], limit: 1 }],
  [
    '最後にラテを飲んだのはいつ?',
    'coffeeJa',
    { filter: [{ field: 'item', value: 'ラテ' }], limit: 1, order: { by: 'group', descending: true } },
  ],
  ['마지막으로 라떼 마신 게 언제야?', 'coffeeKo', { filter: [{ field: 'item', value: '라떼' }], limit: 1 }, ['라떼 5500원']],
  ["when is Mom's birthday?", 'birthdays', { filter: [{ field: 'name' }], group: { field: 'birthday', by: 'day' } }],
  ['top 3 expenses', 'coffee', { measure: { fn: 'max', field: 'price' }, order: { by: 'price', descending: true }, limit: 3 }],
  ['最贵的三笔是什么?', 'coffeeZh', { measure: { fn: 'max', field: 'price' }, limit: 3 }],
  ['제일 비싼 거 세 개 보여줘', 'coffeeKo', { measure: { fn: 'max', field: 'price' }, limit: 3 }],
  ['一番高かったのは?', 'coffeeJa', { measure: { fn: 'max', field: 'price' }, limit: 1 }],
  ['how much is left of my budget?', 'coffee', { measure: { fn: 'sum', field: 'price' }, when: { unit: 'month', offset: 0 }, filter: [] }],
  ['预算还剩多少', 'coffeeZh', { measure: { fn: 'sum', field: 'price' }, when: { unit: 'month', offset: 0 } }],
  ['今月あといくら使える?', 'coffeeJa', { measure: { fn: 'sum', field: 'price' }, when: { unit: 'month', offset: 0 } }],
  ['예산 얼마 남았어?', 'coffeeKo', { measure: { fn: 'sum', field: 'price' }, filter: [], when: { unit: 'month', offset: 0 } }],
  ['did I spend more than last month?', 'coffee', { when: { unit: 'month', offset: 0 }, compare: 'previous' }],
  ['跟上个月比呢', 'coffeeZh', { when: { unit: 'month', offset: 0 }, compare: 'previous' }],
  ['昨天花了什么', 'coffeeZh', { measure: { fn: 'count' }, when: { from: '2026-11-23' } }],
  ['what did I buy yesterday?', 'coffee', { measure: { fn: 'count' }, when: { from: '2026-11-23' } }],
  ['哪个习惯坚持得最好?', 'habitsZh', { collection: 'checks', group: { field: 'habit' }, limit: 1 }],
  ['which habit did I do most this month?', 'habits', { collection: 'checks', group: { field: 'habit' }, limit: 1 }],
  ['这周跑步几次?', 'habitsZh', { collection: 'checks', measure: { fn: 'count' }, filter: [{ field: 'habit', value: '跑步' }] }],
  ['how many books have I read?', 'books', { measure: { fn: 'count' }, filter: [{ field: 'status', value: 'read' }] }],
  ['how much did Ben pay?', 'split', { filter: [{ field: 'payer', value: 'Ben' }], measure: { fn: 'sum', field: 'amount' } }],
  [
    "what's my best bench?",
    'gym',
    { measure: { fn: 'max', field: 'weight' }, filter: [{ field: 'exercise', value: 'bench' }] },
    ['bench 3x10 60kg'],
  ],
  ['what comes next?', 'tasks', { when: { field: 'due', from: '2026-11-24' }, limit: 1 }],
  ['1980年的有几张?', 'stamps', { measure: { fn: 'count' } }],
  ['spending by category this month', 'expensesKo', { group: { field: 'category' }, when: { unit: 'month', offset: 0 } }],
]

const OTHERWISE: [say: string, app: AppName, intent: string, others?: AppName[]][] = [
  // Knowledge and the weather are no questions of an app.
  ["what's the capital of France?", 'coffee', 'outside', ['trip']],
  ['法国的首都是哪里?', 'coffeeZh', 'outside'],
  ['日本で一番高い山は?', 'coffeeJa', 'outside'],
  ['프랑스 수도가 어디야?', 'coffeeKo', 'outside'],
  ["what's the weather like?", 'coffee', 'outside'],
  // Of the person, and of no app: what was told.
  ['what am I allergic to?', 'coffee', 'recall'],
  ['我对什么过敏?', 'coffeeZh', 'recall'],
  ['私のアレルギーは何?', 'water', 'recall'],
  ['내 알레르기가 뭐였지?', 'coffeeKo', 'recall'],
  // Who owes whom and whose day comes next are shown by the app.
  ['who owes what?', 'split', 'open'],
  ["who's next?", 'birthdays', 'open'],
  // The app itself; nothing in it goes before that is agreed to.
  ['remove the app', 'books', 'choose'],
  ['妻の名前は?', 'books', 'recall'],
  ['I feel sad today', 'birthdays', 'tell'],
  // Edits.
  ['remind me at 9pm', 'habits', 'edit'],
  ['每天晚上9点提醒我', 'habitsZh', 'edit'],
  ['매일 밤 9시에 알려줘', 'coffeeKo', 'edit'],
  ['make mood out of 10', 'mood', 'edit'],
  ['make it in pounds', 'weight', 'edit'],
  ['ポンドにして', 'weight', 'edit'],
  ['make a calendar', 'coffee', 'edit'],
  ['按价格从高到低排序', 'coffeeZh', 'edit'],
  ['분류별로 묶어줘', 'expensesKo', 'edit'],
  ['目標は月に3000円', 'coffeeJa', 'edit'],
  ['add an example sentence', 'cards', 'edit'],
  ['add a status "review"', 'tasks', 'edit'],
  // Back to the beginning.
  ['go back to the first version', 'coffee', 'restore'],
  ['回到最初的版本', 'coffeeZh', 'restore'],
  ['最初のバージョンに戻して', 'coffeeJa', 'restore'],
  // Never written where the words have no home, never built unasked.
  ['found 3 porcini near the lake', 'water', 'choose'],
  ['哪杯咖啡最贵?', 'coffeeZh', 'query'],
]

describe('talking to an open app', () => {
  it.each(LOGGED)('notes: %s', (say, app, ops, before) => {
    const understood = heard(say, app, before)
    if (!ops.length) return expect(understood.intent).not.toBe('build')
    if (understood.intent !== 'log') throw new Error(`${understood.intent} ${JSON.stringify(understood.features)}`)
    expect(understood.entries.ops, JSON.stringify(understood.entries.ops)).toHaveLength(ops.length)
    expect(understood.entries.ops, JSON.stringify(understood.entries.ops)).toMatchObject(ops)
  })
  it.each(ASKED)('asks: %s', (say, app, query, before) => {
    const understood = heard(say, app, before)
    if (understood.intent !== 'query') throw new Error(`${understood.intent} ${JSON.stringify(understood.features)}`)
    expect(understood.query).toMatchObject(query)
    expect(Query.safeParse(understood.query).success).toBe(true)
  })
  it.each(OTHERWISE)('%s (%s) → %s', (say, app, intent, others) => {
    const understood = heard(say, app, [], others)
    expect(understood.intent, JSON.stringify(understood.features)).toBe(intent)
  })
  it('keeps a fact in the words of a statement', () => {
    expect(heard('내가 페니실린 알레르기가 있다는 걸 기억해 줘', 'coffeeKo')).toMatchObject({
      intent: 'remember',
      text: '내가 페니실린 알레르기가 있다',
    })
  })
})
