/** What Chinese and Japanese write that no other language does, and what was once read wrongly in it: one table a cause. */
import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'

const spec = (say: string) => ask(say).spec
const fields = (say: string) => spec(say).collections.flatMap((one) => one.fields)
const seeds = (say: string, id: string) =>
  spec(say)
    .collections.find((one) => one.id === id)
    ?.seeds.map((seed) => Object.values(seed)[0])

describe('letters right after a word of another script are its unit', () => {
  test.each([
    ['筋トレメモ:種目、重さkg、回数', 'kg'],
    ['トマト観察、日付と高さcmと実の数', 'cm'],
    ['钓鱼记录:鱼种、长度cm、地点', 'cm'],
  ])('%s', (say, unit) => {
    expect(fields(say).some((field) => field.kind === 'quantity' && field.unit === unit)).toBe(true)
  })
})

describe('stars are a quality of each and weigh nothing against another', () => {
  test.each(['红酒收藏 酒名、产区、年份,五星打分', '日本酒ノート 銘柄、蔵元、5段階評価'])('%s', (say) => {
    expect(spec(say).behaviours.some((one) => one.kind === 'decision')).toBe(false)
    expect(fields(say).some((field) => field.kind === 'rating')).toBe(true)
  })
})

describe('options stand beside criteria', () => {
  test.each([
    ['换手机:价格、拍照、电池,小米、荣耀、三星三款比较打分', ['小米', '荣耀', '三星']],
    ['保育園選び。候補はひまわり園・みどり園、基準は距離・先生・園庭・給食', ['ひまわり園', 'みどり園']],
    ['宿を決めたい。料金・温泉・食事で、松の宿と竹の宿を採点', ['松の宿', '竹の宿']],
  ])('%s', (say, options) => {
    expect(seeds(say, 'options')).toEqual(options)
  })
})

describe('a figure that is no bound bounds nothing', () => {
  test.each(['我有三间房出租,每月房租、押金、交没交', '台湾3泊4日、12月10日出発、日ごとの予定'])('%s', (say) => {
    expect(spec(say).behaviours.some((one) => one.kind === 'goal' || one.kind === 'limit')).toBe(false)
  })
  test('兩萬五 is a limit', () => {
    const limit = spec('記帳:早餐、交通、房租分類,月預算兩萬五').behaviours.find((one) => one.kind === 'limit')
    expect(limit).toMatchObject({ most: 25000, period: 'month' })
  })
})

describe('whose turn it is and who plays', () => {
  test.each([
    ['宿舍值日,小林、阿哲、大伟、文文轮流倒垃圾', '大伟'],
    ['麻将记分,四个人:老陈、阿芬、大刘、我,每局输赢记一下', '大刘'],
    ['家族のボウリング大会、パパ・ママ・ゆい・けん、合計点で順位', 'ゆい'],
  ])('%s', (say, name) => {
    expect(spec(say).collections.some((one) => one.seeds.some((seed) => Object.values(seed).includes(name)))).toBe(true)
  })
})
