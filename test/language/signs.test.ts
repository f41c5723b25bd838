import { describe, expect, it } from 'vitest'
import { identify } from '../../src/base/language/identify.ts'
import { withoutSigns } from '../../src/base/language/signs.ts'
import { ask } from '../synthesiser/ask.ts'

describe('signs at the end of a message', () => {
  it.each([
    ['국어 비문학 1시간 반ㅠㅠ', '국어 비문학 1시간 반'],
    ['거지됐네 ㅋㅋㅋ!!', '거지됐네'],
    ['커피 4500 ^^', '커피 4500'],
    ['라떼 5천원 😭😭', '라떼 5천원'],
    ['集中度は1w', '集中度は1'],
    ['金欠すぎて笑うwww', '金欠すぎて笑う'],
    ['寿司 3000円(笑)', '寿司 3000円'],
    ['飲み会 5000 笑', '飲み会 5000'],
    ['腿好痠喔QQ', '腿好痠喔'],
    ['奶茶 16 哈哈哈', '奶茶 16'],
    ['看完的日期😊', '看完的日期'],
    ['火锅 126 233', '火锅 126'],
    ['legs are dead lol', 'legs are dead'],
    ['latte 4.50 :)', 'latte 4.50'],
    ['bagel 3 👍🏽!!', 'bagel 3'],
  ])('%s', (text, bare) => expect(withoutSigns(text, identify(text).language)).toBe(bare))
  it.each([
    '😊',
    'ㅋㅋㅋ',
    'lol',
    '爆笑',
    '微笑',
    'a new',
    'I knew',
    'Mamma Mia!',
    'ha',
    '2330',
    '草',
    '赤い草',
    'www.example.com',
    '5w',
    '工资1w',
  ])('%s stays', (text) => expect(withoutSigns(text, identify(text).language)).toBe(text))
})

it.each([
  '想记录我看过的书和电影~名字、打分、看完的日期😊',
  '家計簿つけたい 何に使ったかと金額ww',
  '공부 기록 과목이랑 시간 ㅋㅋㅋ',
  'books i read, title and stars lol',
])('no label of what %s asks for has one', (wish) => {
  const labels = ask(wish).spec.collections.flatMap(({ fields }) => fields.map(({ label }) => label))
  expect(labels.join()).not.toMatch(/😊|ww|ㅋ|lol/i)
})
