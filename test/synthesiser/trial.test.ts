/** Wishes of a day's trial, and what was wrong with the apps that they made: of each what its app must keep, and begin with. */
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'

type Wanted = {
  name?: string
  /** Of the first collection: names of fields and their kinds. */
  fields?: Record<string, string>
  without?: string[]
  options?: Record<string, string[]>
  /** What the collections begin with, one list each. */
  begins?: string[][]
}
const WISHES: [wish: string, wanted: Wanted][] = [
  // Several things to be noted of a day are as many fields, and no single amount.
  [
    'I run a small bakery and want to log daily sales, flour used in kg and how many loaves we threw away',
    { fields: { 'Flour used': 'quantity', Loaves: 'number' } },
  ],
  // What money goes for is a kind of spending.
  ['食費と外食と日用品の支出をつけたい、月8万円まで', { options: { カテゴリ: ['食費', '外食', '日用品'] } }],
  ['推しのライブ遠征費を記録、チケット・交通費・グッズ・ホテル', { options: { カテゴリ: ['チケット', '交通費', 'グッズ', 'ホテル'] } }],
  ['wedding costs: venue, dress, catering, flowers, cap at 15k', { options: { Category: ['Venue', 'Dress', 'Catering', 'Flowers'] } }],
  // Who takes turns, and at what.
  [
    '家里三口人轮流洗碗倒垃圾拖地,排个班',
    {
      begins: [
        ['洗碗', '倒垃圾', '拖地'],
        ['成员 1', '成员 2', '成员 3'],
      ],
    },
  ],
  [
    '남편이랑 나랑 집안일 번갈아. 설거지, 빨래, 청소기',
    {
      begins: [
        ['설거지', '빨래', '청소기'],
        ['남편', '나'],
      ],
    },
  ],
  // Facts about each, under its name, are a table; what they are judged by is none of them.
  ['三社の見積もりを比べたい。会社名、金額、納期、対応の良さ', { fields: { 会社名: 'text', 金額: 'money', 納期: 'date' } }],
  ['租房看房对比,房租、面积、离地铁多远、采光', { begins: [['房租', '面积', '离地铁多远', '采光']] }],
  // A quality that speaks of medicine makes no plan of doses.
  [
    '毎朝の血圧、上と下と脈拍、薬を飲んだか',
    {
      name: '血圧',
      fields: { 上: 'quantity', 下: 'quantity', 脈拍: 'quantity', 薬を飲んだか: 'yesno' },
      without: ['最高血圧', '最低血圧'],
    },
  ],
  // What hangs on a time of day is no part of the medicine.
  ['外婆的药:早上降压药,晚上钙片', { options: { 药: ['降压药', '钙片'] } }],
  ['medication for mum: amlodipine morning, metformin twice a day', { options: { Medicine: ['Amlodipine', 'Metformin'] } }],
  // That it is an app is none of its fields.
  [
    '동아리 비품 대여 관리, 품목, 빌린 사람, 빌린 날, 반납 여부',
    { fields: { '빌린 사람': 'person', '빌린 날': 'date' }, without: ['관리'] },
  ],
  ['헬스장 PT 횟수 관리 30회권, 날짜, 운동 부위', { without: ['30회권'] }],
  // Asked for by another name, and there once.
  [
    '車の燃費。給油日、走行距離、リットル、金額',
    { fields: { 走行距離: 'number', リットル: 'quantity' }, without: ['走行距離計', '給油量'] },
  ],
  ['冷蔵庫の在庫。品名、数、賞味期限、場所', { fields: { 数: 'number', 賞味期限: 'date' }, without: ['数量'] }],
  [
    '観葉植物の水やりを記録したい。植物の名前、最後に水をやった日、次は何日後か',
    { fields: { 植物の名前: 'text', 最後に水をやった日: 'date', 次は何日後か: 'number' }, without: ['最後の水やり'] },
  ],
  [
    'inventory of my wine cellar: producer, vintage, region, bottles left, drink by',
    { fields: { 'Bottles left': 'number' }, without: ['Quantity'] },
  ],
  // Worked out of the others.
  ['文化祭の会計。品名、予算、実費、差額', { fields: { 差額: 'computed' } }],
  ['동아리 회계: 품목, 예산, 실제 지출, 차액', { fields: { 차액: 'computed' } }],
  // What a family is known by elsewhere.
  ['garden birds seen by date, species, how many, weather', { name: 'Garden birds', without: ['Last watered'] }],
  [
    '카페 투어 일지 - 카페 이름, 메뉴, 가격, 분위기 별점, 또 갈지',
    { fields: { '분위기 별점': 'rating', '또 갈지': 'yesno' }, without: ['내용'] },
  ],
  ['我开奶茶店,想记每天的营业额、进货成本和客人数,看看利润', { name: '奶茶店', fields: { 利润: 'computed' } }],
  [
    'running log - date, distance in km, time, how it felt 1-5',
    { name: 'Running log', fields: { Time: 'duration' }, without: ['Duration'] },
  ],
  ['countdown to christmas with a present list', { name: 'Christmas' }],
  ['キャンプの持ち物リスト作って', { name: 'キャンプの持ち物リスト' }],
  // What is to be done every day are habits; a log of exercises is one, called a routine or not.
  ['I want to floss, meditate 10 minutes and read every day', { begins: [['Floss', 'Meditate', 'Read']] }],
  ['헬스 루틴 기록 종목 무게 횟수 세트', { fields: { 종목: 'text', 무게: 'quantity', 횟수: 'number', 세트: 'number' } }],
  ['记账,每月生活费3000,分吃饭、交通、娱乐', { options: { 分类: ['吃饭', '交通', '娱乐'] }, without: ['种类'] }],
]

describe('wishes of a trial', () => {
  it.each(WISHES)('%s', (wish, { name, fields = {}, without = [], options = {}, begins }) => {
    const { spec } = ask(wish)
    if (name !== undefined) expect(spec.name).toBe(name)
    const all = spec.collections.flatMap((collection) => collection.fields)
    expect(Object.fromEntries(all.map(({ label, kind }) => [label, kind]))).toMatchObject(fields)
    for (const label of without) expect(all.map((field) => field.label)).not.toContain(label)
    for (const [label, wanted] of Object.entries(options)) {
      const field = all.find((one) => one.label === label)
      expect(field?.kind === 'choice' && field.options.map((option) => option.label)).toEqual(wanted)
    }
    if (begins) {
      const seeds = spec.collections.flatMap((one) => (one.seeds.length ? [one.seeds.map((seed) => seed[one.title])] : []))
      expect(seeds).toEqual(begins)
    }
  })
})
