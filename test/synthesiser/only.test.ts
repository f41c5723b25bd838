/** What was not asked for is not there: how it is shown, in what order, by what rule, and what the list is called. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const labels = (say: string) =>
  ask(say).spec.collections.flatMap((one) => one.fields.filter((field) => !field.hidden).map((field) => field.label))
const seeds = (say: string, id: string) =>
  ask(say)
    .spec.collections.find((one) => one.id === id)
    ?.seeds.map((seed) => Object.values(seed)[0])

describe('how it is shown or ordered is no quality', () => {
  test.each([
    ['做一个减肥记录,每天体重和心情,画成曲线', /曲线/],
    ['记录血压,早晚各一次,画成折线图', /折线|早晚各/],
    ['每天记步数，做成柱状图', /柱状/],
    ['体重记录，画图', /图/],
    ['体重と気分を毎日、グラフにして', /グラフ/],
    ['수면 시간 기록, 차트로', /차트/],
    ['Track my weight and mood every day, draw it as a curve', /curve|draw/i],
    ['score keeper for our card game nights, lowest score wins', /wins/i],
  ])('%s', (say, never) => {
    expect(labels(say).filter((label) => never.test(label))).toEqual([])
  })
})

describe('what is done in turns is no member of the family', () => {
  test.each([
    ['chore wheel for Mia, Leo and Dad: dishes, trash, vacuuming', ['Dishes', 'Trash', 'Vacuuming'], ['Mia', 'Leo', 'Dad']],
    ['집안일 당번 정하기: 설거지, 청소, 빨래', ['설거지', '청소', '빨래'], []],
    ['家务轮流:爸爸、妈妈、我,洗碗拖地倒垃圾', ['洗碗', '拖地', '倒垃圾'], ['爸爸', '妈妈', '我']],
  ])('%s', (say, chores, people) => {
    expect(seeds(say, 'chores')).toEqual(chores)
    expect(seeds(say, 'people')).toEqual(people)
  })
  test('パパ、ママ、けんたで交代: those before it take turns', () => {
    expect(seeds('家事当番をパパ、ママ、けんたで交代', 'people')).toEqual(['パパ', 'ママ', 'けんた'])
  })
})

describe('what a list is called is nothing on it', () => {
  test.each([
    'shared shopping list, grouped by aisle',
    '이사 체크리스트, 마감일이랑 담당자도',
    '婚礼筹备清单,每项有负责人和截止日期',
    '引っ越しのやることリスト、期限つき',
  ])('%s', (say) => {
    expect(ask(say).spec.collections.flatMap((one) => one.seeds)).toEqual([])
  })
  test('nor is the wish to pick one of what is picked', () => {
    expect(seeds('今天吃什么,随机选一个', 'choices')?.some((name) => /什么|随机/.test(String(name)))).toBe(false)
  })
  test('one after another is no step', () => {
    const steps = ask('morning routine: stretch 5 minutes, shower 10 minutes, one after another').spec.collections[0]!.seeds
    expect(steps).toHaveLength(2)
  })
  test('보드게임 is no board of tasks', () => {
    expect(ask('보드게임 점수판').spec.views.some(({ kind }) => kind === 'board')).toBe(false)
  })
})
