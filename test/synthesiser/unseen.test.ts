/** What people put into a request in ways nobody listed: one table a cause, in the languages that have it. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const fields = (say: string) => ask(say).spec.collections.flatMap((one) => one.fields)
const kinds = (say: string) => fields(say).map((field) => field.kind)

describe('what stands in brackets after a noun is what it can be', () => {
  test.each([
    ['bike rides log: date, km, surface (gravel/road/mixed)', 3],
    ['骑行记录:日期、公里数、路面(石子/柏油/泥地)', 3],
    ['サイクリング記録:日付、距離、路面(砂利/舗装/土)', 3],
    ['자전거 기록: 날짜, 거리, 노면(자갈/포장/흙길)', 3],
  ])('%s', (say, options) => {
    const choice = fields(say).find((field) => field.kind === 'choice')
    expect(choice?.kind === 'choice' && choice.options.length).toBe(options)
  })
})

describe('a formula of what is noted again and again is a computed field', () => {
  test.each([
    'egg sales log: date, boxes, price per box; income = boxes * price per box',
    'garden market ledger: item, quantity, unit price, total is quantity times unit price',
    '卖蛋记录:日期、数量、单价,收入=数量*单价',
    '卵の販売記録:日付、数量、単価、売上=数量×単価',
    '달걀 판매 장부: 날짜, 수량, 단가, 매출 = 수량 * 단가',
    '달걀 판매 장부: 날짜, 수량, 단가, 매출은 수량 곱하기 단가',
  ])('%s', (say) => {
    expect(ask(say).spec.behaviours.some((one) => one.kind === 'calculator')).toBe(false)
    const computed = fields(say).find((field) => field.kind === 'computed')
    expect(computed?.kind === 'computed' && /\*/.test(computed.formula)).toBe(true)
  })
  test.each(['profit = price * quantity - cost calculator', '利润计算器 利润=售价-成本', '마진 계산기 마진 = 판매가 - 원가'])(
    'but not: %s',
    (say) => {
      expect(ask(say).spec.behaviours.map((one) => one.kind)).toContain('calculator')
    },
  )
})

describe('hours at a rate are pay', () => {
  test.each([
    'dog walking hours at $15 an hour',
    '家教打工记录,时薪80',
    'バイトの出勤時間と時給1100円',
    '편의점 알바 근무 시간, 시급 10030원',
  ])('%s', (say) => {
    expect(kinds(say)).toContain('computed')
    expect(kinds(say)).toContain('money')
  })
})

describe('people listed after what they share', () => {
  test.each([
    ['settle up the ski cabin: Ana, Joe, Priya', ['Ana', 'Joe', 'Priya']],
    ['제주도 더치페이: 지훈, 수아, 태민', ['지훈', '수아', '태민']],
    ['볼링 점수판 철수 영희 민호', ['철수', '영희', '민호']],
  ] as const)('%s', (say, names) => {
    const seeds = ask(say).spec.collections.flatMap((one) => one.seeds.map((seed) => String(seed[one.title])))
    for (const name of names) expect(seeds).toContain(name)
  })
})

describe('a greeting is not what it is about', () => {
  test.each([
    'Hi! log my guitar practice: minutes and piece',
    'Beekeeper here. log every hive inspection: date, frames',
    '안녕하세요! 기타 연습 기록: 시간, 곡',
    'こんにちは。ギター練習の記録:時間、曲',
    '你好!记录吉他练习:时长、曲子',
  ])('%s', (say) => {
    expect(ask(say).spec.name).not.toMatch(/^(?:hi\b|beekeeper|안녕|こんにちは|你好)/i)
  })
})

test('what is only measured has a day and needs no name', () => {
  for (const say of ['swims: laps and how long', 'rows: how many strokes and how long']) {
    const [first] = ask(say).spec.collections
    expect(first?.fields.some((field) => field.kind === 'date')).toBe(true)
    expect(first?.fields.some((field) => field.required && field.kind === 'text')).toBe(false)
  }
})

describe('a start and an end of work are times, and what is owed follows', () => {
  test.each([
    'tutoring hours: date, student, start, end, $25 an hour, what am I owed',
    '家教工时:日期、学生、开始、结束,时薪80',
    'バイトの勤務時間:日付、開始、終了、時給1100円',
    '알바 근무 시간: 날짜, 시작, 종료, 시급 10000원',
  ])('%s', (say) => {
    expect(kinds(say).filter((kind) => kind === 'time').length).toBe(2)
    expect(kinds(say)).toContain('computed')
  })
})

describe('what keeping at it saves is noted with the day', () => {
  test.each([
    'no takeaway challenge, tick each day, and how much money I saved',
    'alcohol free month habit tracker plus money saved',
    '戒奶茶打卡,还要记省了多少钱',
    '금연 습관 체크, 아낀 돈도 기록',
  ])('%s', (say) => {
    expect(kinds(say)).toContain('money')
    expect(ask(say).spec.behaviours.map((one) => one.kind)).toContain('streak')
  })
})

describe('meals that are prepared ahead are a menu with a shopping list', () => {
  test.each(['meal prep: recipes, which day, ingredients and a shopping list', 'batch cooking planner with ingredients → grocery list'])(
    '%s',
    (say) => {
      expect(ask(say).spec.behaviours.map((one) => one.kind)).toContain('shopping')
    },
  )
})

describe('people in brackets after what they are to each other', () => {
  test.each([
    ['3 housemates (Ida, Max, Lu) splitting bills, who owes who', ['Ida', 'Max', 'Lu']],
    ['室友(小王、小李、阿明)分摊房租,谁欠谁', ['小王', '小李', '阿明']],
  ] as const)('%s', (say, names) => {
    const seeds = ask(say).spec.collections.flatMap((one) => one.seeds.map((seed) => String(seed[one.title])))
    expect(seeds).toEqual(expect.arrayContaining([...names]))
  })
})

describe('a rota of shifts is a plan of days, with the shifts as a choice', () => {
  test.each(['rota for the animal shelter volunteers: who, day, morning/night shift'])('%s', (say) => {
    expect(kinds(say)).toContain('choice')
    expect(kinds(say)).toContain('date')
  })
})

describe('what is left of a sale after its costs is worked out', () => {
  test.each(["vinted sales: item, sold for, postage, fees and what I'm left with"])('%s', (say) => {
    expect(kinds(say)).toContain('computed')
  })
})
