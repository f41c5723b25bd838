/** A handful of apps in four languages that the cases speak to. */
import { read } from '../../src/base/language/read.ts'
import type { Now, Reading } from '../../src/base/language/types.ts'
import type { AppGlimpse, DialogueContext } from '../../src/dialogue/understand/intent.ts'
import type { AppId } from '../../src/events.ts'
import { AppSpec, type Behaviour, type Collection, type Field, type Language, type View } from '../../src/spec.ts'
import { changeIn } from '../../src/studio/edit.ts'

export const now: Now = { date: '2026-11-24', time: '10:30', weekStart: 1 }
const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const CURRENCY: Record<Language, string> = { en: 'JPY', zh: 'CNY', ja: 'JPY', ko: 'KRW' }

type Parts = {
  name: string
  icon?: string
  language: Language
  collections: { id: string; label: string; one: string; title: string; fields: unknown[]; seeds?: unknown[] }[]
  views?: unknown[]
  behaviours?: unknown[]
}
export const spec = ({
  name,
  icon = '📒',
  language,
  collections,
  views = [{ kind: 'list', id: 'list', label: 'List', collection: collections[0]!.id }],
  behaviours = [],
}: Parts): AppSpec =>
  AppSpec.parse({
    name,
    icon,
    language,
    locale: LOCALE[language],
    purpose: name,
    collections: collections as Collection[],
    views: views as View[],
    behaviours: behaviours as Behaviour[],
  })

const f = (id: string, label: string, kind: string, more: Partial<Field> & Record<string, unknown> = {}) => ({ id, label, kind, ...more })
const day = (label: string) => f('day', label, 'date', { default: 'today' })

const money = (
  name: string,
  language: Language,
  labels: [item: string, price: string, shop: string, day: string, cups: string],
  most: number,
) =>
  spec({
    name,
    icon: '☕',
    language,
    collections: [
      {
        id: 'cups',
        label: labels[4],
        one: labels[4],
        title: 'item',
        fields: [
          f('item', labels[0], 'text', { suggest: true }),
          f('price', labels[1], 'money', { currency: CURRENCY[language], required: true }),
          f('shop', labels[2], 'place', { suggest: true }),
          day(labels[3]),
        ],
      },
    ],
    behaviours: [
      {
        kind: 'limit',
        id: 'limit',
        label: 'Limit',
        collection: 'cups',
        measure: { fn: 'sum', field: 'price' },
        date: 'day',
        period: 'month',
        most,
      },
    ],
  })

export const SPECS = {
  coffee: money('Coffee spending', 'en', ['What', 'Price', 'Shop', 'Day', 'Cups'], 5000),
  coffeeZh: money('咖啡花费', 'zh', ['品名', '价格', '店铺', '日期', '咖啡'], 300),
  coffeeJa: money('コーヒー代', 'ja', ['品名', '値段', '店', '日付', 'コーヒー'], 5000),
  coffeeKo: money('커피값', 'ko', ['메뉴', '가격', '가게', '날짜', '커피'], 50000),
  weight: spec({
    name: 'Weight',
    language: 'en',
    collections: [
      {
        id: 'entries',
        label: 'Entries',
        one: 'Entry',
        title: 'day',
        fields: [f('weight', 'Weight', 'quantity', { unit: 'kg', required: true }), day('Day'), f('note', 'Note', 'note')],
      },
    ],
    behaviours: [
      {
        kind: 'goal',
        id: 'goal',
        label: 'Goal',
        collection: 'entries',
        measure: { fn: 'latest', field: 'weight' },
        target: 60,
        direction: 'reach-down',
      },
    ],
  }),
  gym: spec({
    name: 'Gym log',
    language: 'en',
    collections: [
      {
        id: 'sets',
        label: 'Workouts',
        one: 'Workout',
        title: 'exercise',
        fields: [
          f('exercise', 'Exercise', 'text'),
          f('sets', 'Sets', 'number'),
          f('reps', 'Reps', 'number'),
          f('weight', 'Weight', 'quantity', { unit: 'kg' }),
          day('Day'),
        ],
      },
    ],
  }),
  habits: spec({
    name: 'Habits',
    language: 'en',
    collections: [
      {
        id: 'habits',
        label: 'Habits',
        one: 'Habit',
        title: 'name',
        fields: [f('name', 'Habit', 'text')],
        seeds: [{ name: 'Meditation' }, { name: 'Run' }, { name: 'Read' }],
      },
      {
        id: 'checks',
        label: 'Checks',
        one: 'Check',
        title: 'habit',
        fields: [
          f('habit', 'Habit', 'relation', { to: 'habits', required: true }),
          day('Day'),
          f('done', 'Done', 'yesno', { default: true }),
        ],
      },
    ],
  }),
  habitsZh: spec({
    name: '习惯打卡',
    language: 'zh',
    collections: [
      {
        id: 'habits',
        label: '习惯',
        one: '习惯',
        title: 'name',
        fields: [f('name', '名称', 'text')],
        seeds: [{ name: '跑步' }, { name: '早睡' }],
      },
      {
        id: 'checks',
        label: '打卡',
        one: '打卡',
        title: 'habit',
        fields: [
          f('habit', '习惯', 'relation', { to: 'habits', required: true }),
          day('日期'),
          f('done', '完成', 'yesno', { default: true }),
        ],
      },
    ],
  }),
  shopping: spec({
    name: '買い物リスト',
    language: 'ja',
    collections: [
      {
        id: 'items',
        label: '買うもの',
        one: '品目',
        title: 'item',
        fields: [f('item', '品目', 'text', { required: true }), f('quantity', '個数', 'number'), f('bought', '購入済み', 'yesno')],
      },
    ],
  }),
  groceries: spec({
    name: 'Shopping list',
    language: 'en',
    collections: [
      {
        id: 'items',
        label: 'Items',
        one: 'Item',
        title: 'item',
        fields: [f('item', 'Item', 'text', { required: true }), f('quantity', 'Quantity', 'number'), f('bought', 'Bought', 'yesno')],
      },
    ],
  }),
  expensesKo: spec({
    name: '가계부',
    language: 'ko',
    collections: [
      {
        id: 'expenses',
        label: '지출',
        one: '지출',
        title: 'item',
        fields: [
          f('item', '내용', 'text'),
          f('amount', '금액', 'money', { currency: 'KRW', required: true }),
          f('category', '분류', 'choice', {
            options: [
              { id: 'food', label: '식비' },
              { id: 'traffic', label: '교통비' },
              { id: 'culture', label: '문화생활' },
            ],
          }),
          day('날짜'),
        ],
      },
    ],
  }),
  trip: spec({
    name: 'Lisbon trip',
    language: 'en',
    collections: [
      {
        id: 'plans',
        label: 'Plans',
        one: 'Plan',
        title: 'what',
        fields: [
          f('what', 'What', 'text'),
          f('day', 'Day', 'date'),
          f('time', 'Time', 'time'),
          f('cost', 'Cost', 'money', { currency: 'EUR' }),
        ],
      },
    ],
  }),
  tasks: spec({
    name: 'Tasks',
    language: 'en',
    collections: [
      {
        id: 'tasks',
        label: 'Tasks',
        one: 'Task',
        title: 'task',
        fields: [
          f('task', 'Task', 'text'),
          f('due', 'Due', 'date'),
          f('status', 'Status', 'choice', {
            options: [
              { id: 'todo', label: 'To do' },
              { id: 'doing', label: 'Doing' },
              { id: 'done', label: 'Done' },
            ],
          }),
          f('finished', 'Finished', 'yesno'),
        ],
      },
    ],
  }),
  cards: spec({
    name: 'Flashcards',
    language: 'en',
    collections: [
      {
        id: 'cards',
        label: 'Cards',
        one: 'Card',
        title: 'front',
        fields: [
          f('front', 'Front', 'text', { required: true }),
          f('back', 'Back', 'text', { required: true }),
          f('schedule', 'Schedule', 'schedule'),
        ],
      },
    ],
    behaviours: [
      {
        kind: 'repetition',
        id: 'review',
        label: 'Review',
        collection: 'cards',
        front: 'front',
        back: 'back',
        schedule: 'schedule',
        newPerDay: 20,
      },
    ],
  }),
  books: spec({
    name: 'Reading list',
    language: 'en',
    collections: [
      {
        id: 'books',
        label: 'Books',
        one: 'Book',
        title: 'name',
        fields: [
          f('name', 'Title', 'text'),
          f('author', 'Author', 'text'),
          f('status', 'Status', 'choice', {
            options: [
              { id: 'want', label: 'Want to read' },
              { id: 'reading', label: 'Reading' },
              { id: 'read', label: 'Read' },
            ],
          }),
          f('pages', 'Pages', 'number'),
          f('rating', 'Rating', 'rating', { max: 5 }),
        ],
      },
    ],
  }),
  split: spec({
    name: 'Ski trip costs',
    language: 'en',
    collections: [
      {
        id: 'people',
        label: 'People',
        one: 'Person',
        title: 'name',
        fields: [f('name', 'Name', 'text')],
        seeds: [{ name: 'Anna' }, { name: 'Ben' }, { name: 'Me' }],
      },
      {
        id: 'payments',
        label: 'Payments',
        one: 'Payment',
        title: 'item',
        fields: [
          f('item', 'Item', 'text'),
          f('sharedBy', 'Shared by', 'relation', { to: 'people', many: true }),
          f('payer', 'Paid by', 'relation', { to: 'people', required: true }),
          f('amount', 'Amount', 'money', { currency: 'EUR', required: true }),
          day('Date'),
        ],
      },
    ],
    behaviours: [
      {
        kind: 'split',
        id: 'split',
        label: 'Who owes whom',
        collection: 'payments',
        payer: 'payer',
        amount: 'amount',
        people: 'sharedBy',
        members: 'people',
        currency: 'EUR',
      },
    ],
  }),
  stamps: spec({
    name: '邮票收藏',
    language: 'zh',
    collections: [
      {
        id: 'items',
        label: '邮票',
        one: '邮票',
        title: 'name',
        fields: [
          f('name', '名称', 'text', { required: true }),
          f('year', '年份', 'number'),
          f('country', '国家', 'text'),
          f('amount', '价格', 'money', { currency: 'CNY' }),
        ],
      },
    ],
  }),
  birthdays: spec({
    name: 'Birthdays',
    language: 'en',
    collections: [
      {
        id: 'birthdays',
        label: 'Birthdays',
        one: 'Birthday',
        title: 'name',
        fields: [f('name', 'Name', 'text'), f('birthday', 'Birthday', 'date')],
      },
    ],
    behaviours: [{ kind: 'countdown', id: 'next', label: 'Next birthday', collection: 'birthdays', date: 'birthday', yearly: true }],
  }),
  timesheet: spec({
    name: 'Timesheet',
    language: 'en',
    collections: [
      {
        id: 'shifts',
        label: 'Entries',
        one: 'Entry',
        title: 'project',
        fields: [f('project', 'Project', 'text'), f('duration', 'Hours', 'duration'), day('Date')],
      },
    ],
  }),
  water: spec({
    name: 'Water',
    language: 'en',
    collections: [
      {
        id: 'drinks',
        label: 'Drinks',
        one: 'Drink',
        title: 'moment',
        fields: [f('moment', 'When', 'datetime', { default: 'now' }), f('glasses', 'Glasses', 'number', { required: true })],
      },
    ],
  }),
  mood: spec({
    name: 'Mood',
    language: 'en',
    collections: [
      {
        id: 'days',
        label: 'Days',
        one: 'Day',
        title: 'day',
        fields: [f('mood', 'Mood', 'rating', { max: 5, icons: ['😞', '🙁', '😐', '🙂', '😄'] }), day('Day'), f('note', 'Note', 'note')],
      },
    ],
  }),
} as const
export type AppName = keyof typeof SPECS

export const idOf = (name: AppName) => `${name.toLowerCase()}app0000`.slice(0, 20) as AppId
export const glimpse = (name: AppName): AppGlimpse => ({
  id: idOf(name),
  name: SPECS[name].name,
  icon: SPECS[name].icon,
  spec: SPECS[name],
  usedAt: '2026-11-23T10:00:00Z',
  version: 1,
})

export const context = (
  apps: AppName[] = [],
  open: AppName | null = null,
  language: Language = 'en',
  more: Partial<DialogueContext> = {},
): DialogueContext => ({
  apps: apps.map(glimpse),
  open: open && idOf(open),
  now,
  locale: LOCALE[language],
  currency: CURRENCY[language],
  window: [],
  last: { app: null, intent: null },
  changes: (said, spec) => changeIn(said, spec, { now, locale: LOCALE[language], currency: CURRENCY[language] }),
  ...more,
})
export const reading = (text: string, language: Language = 'en'): Reading =>
  read(text, { now, language, currency: CURRENCY[language], hints: { locale: LOCALE[language] } })
export const languageOf = (text: string): Language =>
  /[가-힣]/.test(text) ? 'ko' : /[ぁ-んァ-ヶ]/.test(text) ? 'ja' : /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
