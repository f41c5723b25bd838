/** What a new user's trial found taken wrongly: the open app passed over, wishes taken for changes, currencies, cards, habits. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { AppGlimpse } from '../../src/dialogue/understand/intent.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../src/events.ts'
import type { Language } from '../../src/spec.ts'
import { ask, now } from '../synthesiser/ask.ts'
import { languageOf } from './apps.ts'

/** Apps as people ask for them. */
const ASKED = {
  water: '记录每天喝水,目标8杯',
  fridge: '冰箱库存,名称、数量、位置(冷藏/冷冻)、保质期',
  larder: '冰箱存货:名称、数量、位置',
  storeJa: '冷蔵庫の在庫:品名、数量、場所',
  storeKo: '냉장고 재고: 이름, 수량, 위치',
  stockKo: '냉장고 재고 관리, 유통기한이랑 수량',
  contactsKo: '연락처: 이름, 생일, 전화번호',
  contacts: 'contacts with phone and birthday',
  mortgage: 'a mortgage calculator',
  loanKo: '대출 계산기',
  loanZh: '房贷计算器',
  loanJa: '住宅ローン計算機',
  split: 'split the bill: Anna, Ben, me',
  kyoto: 'Plan a 4 day trip to Kyoto, budget 80000 yen',
  kyotoJa: '京都3日間の旅行計画、予算10万円',
  xian: '西安三日游行程,预算3000元',
  busan: '부산 2박 3일 여행 일정, 예산 50만원',
  coffeeYen: 'Track what I spend on coffee, at most 5000 yen a month',
  booksJa: '家計簿を作って。カテゴリは食費・交通費・娯楽',
  spendKo: '가계부 만들어줘, 한 달 50만원 이하',
  cardsKo: '영어 단어 플래시카드',
  cardsEn: 'flashcards for Spanish verbs',
  cardsZh: '英语单词卡片',
  cardsJa: '英単語の暗記カード',
  habitsKo: '습관 추적: 물 마시기, 운동하기, 책 읽기',
  habitsEn: 'Habit tracker: meditate, read, stretch, with streaks',
  habitsZh: '习惯打卡:喝水、读书、跑步',
  tasks: 'to-do list with people and due dates',
  tasksZh: '待办清单,负责人和截止日期',
  repairs: 'House repairs list: task, done',
  board: 'board for house repairs: to do, doing, done',
  plants: 'houseplants: name, room, watering',
} as const
type Name = keyof typeof ASKED
const CURRENCY: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }
const specs = new Map<Name, ReturnType<typeof ask>['spec']>()
const specOf = (name: Name) => specs.get(name) ?? specs.set(name, ask(ASKED[name]).spec).get(name)!
const glimpse = (name: Name): AppGlimpse => ({
  id: name as string as AppId,
  name: specOf(name).name,
  icon: '📒',
  spec: specOf(name),
  usedAt: '2026-11-23T10:00:00Z',
  version: 1,
})
const ALL = Object.keys(ASKED) as Name[]
/** Heard with all these apps at hand, one of them open. */
const heard = (say: string, open: Name | null, apps: readonly Name[] = ALL, language = languageOf(say)) =>
  understand(read(say, { now, language, currency: CURRENCY[language], hints: { locale: language } }), {
    apps: apps.map(glimpse),
    open: open as AppId | null,
    now,
    locale: language,
    currency: CURRENCY[language],
    window: [],
    last: { app: null, intent: null },
  })
const opsOf = (say: string, open: Name, language?: Language) => {
  const found = heard(say, open, ALL, language)
  return found.intent === 'log' ? { app: found.app, ops: found.entries.ops } : found
}
const creates = (app: Name, ...values: Record<string, unknown>[]) => ({ app, ops: values.map((each) => ({ do: 'create', values: each })) })

describe('the open app takes what fits it', () => {
  it.each<[string, Name, Record<string, unknown>]>([
    ['喝了2杯水', 'water', { quantity: 2 }],
    ['엄마 생일 3월 5일 010-1234-5678', 'contactsKo', { name: '엄마', phone: '010-1234-5678', birthday: '2027-03-05' }],
    ['Mum 415-555-0123', 'contacts', { name: 'Mum', phone: '415-555-0123' }],
  ])('%s', (say, app, values) => {
    expect(opsOf(say, app)).toMatchObject(creates(app, values))
  })
  it.each<[string, Name]>([
    ['$320,000 at 5.2% for 25 years', 'mortgage'],
    ['25 years, 5.2%, 320k', 'mortgage'],
    ['贷款100万 利率4.1% 30年', 'loanZh'],
    ['3000万円 金利1.2% 35年', 'loanJa'],
    ['3억 금리 4% 30년', 'loanKo'],
  ])('a calculator is worked: %s', (say, app) => {
    expect(heard(say, app)).toMatchObject({ intent: 'calculate' })
  })
  it('and rightly', () => {
    const found = heard('$320,000 at 5.2% for 25 years', 'mortgage')
    // 320000 at 0.052 / 12 a month over 300 months, by the annuity formula.
    const r = 0.052 / 12
    expect(found.intent === 'calculate' && found.value).toBeCloseTo((320000 * r) / (1 - (1 + r) ** -300), 2)
  })
})

describe('a wish for an app of its own is no change and no question', () => {
  it.each<[string, Name | null]>([
    ['A board for our kitchen renovation with backlog, doing, done, budget $12,000', 'kyoto'],
    ['A board for our kitchen renovation with backlog, doing, done, budget $12,000', null],
    ['帮我选笔记本电脑,比较价格、重量、续航,给个总分', null],
    ['帮我选笔记本电脑,比较价格、重量、续航,给个总分', 'fridge'],
    ['ノートパソコンを選びたい、価格・重さ・バッテリーで比較、総合点', 'booksJa'],
    ['노트북 고르고 싶어, 가격, 무게, 배터리 비교하고 총점', 'spendKo'],
    ['help me choose a laptop: price, weight, battery, with a total score', 'split'],
    ['a checklist for moving house with dates', 'split'],
  ])('%s (%s)', (say, open) => {
    expect(heard(say, open).intent).toBe('build')
  })
})

describe('another currency is never relabelled', () => {
  it.each<[string, Name, string]>([
    ['latte $300', 'coffeeYen', 'JPY'],
    ['ランチ $30', 'booksJa', 'JPY'],
    ['ランチ 20ユーロ', 'booksJa', 'JPY'],
    ['점심 20달러', 'spendKo', 'KRW'],
  ])('%s', (say, app, keeps) => {
    const found = heard(say, app)
    expect(found).toMatchObject({
      intent: 'log',
      app,
      entries: { ops: [], foreign: { keeps, code: expect.stringMatching(/^(?:USD|EUR)$/) } },
    })
  })
  it.each<[string, Name]>([
    ['latte 300 yen', 'coffeeYen'],
    ['latte ¥300', 'coffeeYen'],
    ['latte 300', 'coffeeYen'],
  ])('its own is kept: %s', (say, app) => {
    expect(opsOf(say, app)).toMatchObject({ app, ops: [{ do: 'create', values: { amount: 300 } }] })
  })
  it.each([
    ['家計簿、予算は$500', 'USD'],
    ['track lunches, at most €200 a month', 'EUR'],
  ])('an app is made with what was said: %s', (say, currency) => {
    const fields = ask(say).spec.collections.flatMap((one) => one.fields)
    expect(fields.flatMap((field) => (field.kind === 'money' ? [field.currency] : []))).toContain(currency)
  })
})

describe('the day of a plan is no price', () => {
  it.each<[string, Name, Record<string, unknown>]>([
    ['1日目 10時 清水寺', 'kyotoJa', { name: '清水寺', time: '10:00', date: '2026-11-24' }],
    ['2日目 9時半 伏見稲荷', 'kyotoJa', { name: '伏見稲荷', time: '09:30', date: '2026-11-25' }],
    ['Day 2 10:00 Kinkakuji', 'kyoto', { name: 'Kinkakuji', time: '10:00', date: '2026-11-25' }],
  ])('%s', (say, app, values) => {
    expect(opsOf(say, app)).toMatchObject({ app, ops: [{ collection: 'plans', values }] })
  })
  it('a cost of a day is one, beside the stop that it pays for', () => {
    expect(opsOf('1日目 昼食 1200円', 'kyotoJa')).toMatchObject({
      ops: [
        { collection: 'plans', values: { name: '昼食' } },
        { collection: 'spending', values: { amount: 1200, plan: '昼食' } },
      ],
    })
  })
})

describe('two sides make one card', () => {
  it.each<[string, Name, string, string]>([
    ['"serendipity"는 뜻밖의 행운', 'cardsKo', 'serendipity', '뜻밖의 행운'],
    ['뜻: 인내, 단어: patience', 'cardsKo', 'patience', '인내'],
    ['단어: patience, 뜻: 인내', 'cardsKo', 'patience', '인내'],
    ['patience는 인내', 'cardsKo', 'patience', '인내'],
    ['patience = 인내', 'cardsKo', 'patience', '인내'],
    ['patience: 인내', 'cardsKo', 'patience', '인내'],
    ['patience - 인내', 'cardsKo', 'patience', '인내'],
    ['patience → 인내', 'cardsKo', 'patience', '인내'],
    ['back: to speak, front: hablar', 'cardsEn', 'hablar', 'to speak'],
    ['hablar means to speak', 'cardsEn', 'hablar', 'to speak'],
    ['意思:耐心,单词:patience', 'cardsZh', 'patience', '耐心'],
    ['patience是耐心', 'cardsZh', 'patience', '耐心'],
    ['意味:忍耐、単語:patience', 'cardsJa', 'patience', '忍耐'],
    ['patienceは忍耐', 'cardsJa', 'patience', '忍耐'],
  ])('%s', (say, app, front, back) => {
    expect(opsOf(say, app)).toMatchObject(creates(app, { front, back }))
  })
  it('several pairs are several cards', () => {
    expect(opsOf('casa - house, cane - dog', 'cardsEn')).toMatchObject({
      ops: [{ values: { front: 'casa' } }, { values: { front: 'cane' } }],
    })
  })
})

describe('what was done is the habit it is the stem of', () => {
  it.each<[string, Name, string]>([
    ['물 마셨어', 'habitsKo', '물 마시기'],
    ['물 마셨다', 'habitsKo', '물 마시기'],
    ['책 읽었어', 'habitsKo', '책 읽기'],
    ['喝了水', 'habitsZh', '喝水'],
    ['读了书', 'habitsZh', '读书'],
    ['meditated', 'habitsEn', 'Meditate'],
  ])('%s', (say, app, habit) => {
    expect(opsOf(say, app)).toMatchObject(creates(app, { habit, done: true }))
  })
  it.each(['Habit tracker: meditate, read, stretch, with streaks', 'habits: floss, walk, write with streaks'])('no habit: %s', (say) => {
    const habits = ask(say).spec.collections.find((one) => one.id === 'habits')!
    expect(habits.seeds).toHaveLength(3)
  })
  it('a check is called by its habit', () => {
    const checks = specOf('habitsKo').collections.find((one) => one.id === 'checks')!
    expect(checks.fields.find((field) => field.id === checks.title)?.kind).toBe('relation')
  })
})

describe('values do not stay in names', () => {
  it.each<[string, Name, Record<string, unknown>]>([
    ['牛奶 冷藏', 'larder', { item: '牛奶', place: '冷藏' }],
    ['牛奶 2 冷藏', 'larder', { item: '牛奶', place: '冷藏', quantity: 2 }],
    ['卵 10個 冷蔵庫', 'storeJa', { item: '卵', place: '冷蔵庫', quantity: 10 }],
    ['만두 3개 냉동실', 'storeKo', { item: '만두', place: '냉동실', quantity: 3 }],
    ['fern, bedroom', 'plants', { name: 'fern', room: 'bedroom' }],
    ['Call the plumber, Sam, due Friday', 'tasks', { task: 'Call the plumber', person: 'Sam', due: '2026-11-27' }],
    ['联系水管工,小王,周五截止', 'tasksZh', { task: '联系水管工', owner: '小王', due: '2026-11-27' }],
    ['Paint the fence, done', 'board', { task: 'Paint the fence', status: 'done' }],
  ])('%s', (say, app, values) => {
    expect(opsOf(say, app)).toMatchObject(creates(app, values))
  })
  it('done is done', () => {
    expect(opsOf('Paint the fence … done', 'repairs')).toMatchObject({
      ops: [{ values: { done: true }, orCreate: { task: 'Paint the fence', done: true } }],
    })
  })
})
