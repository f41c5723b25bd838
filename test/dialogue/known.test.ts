/** What is told of a thing that is kept already changes its entry; what is new, or only looks alike, is a new one. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { readQuestion } from '../../src/dialogue/ask/read.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { EntryOp } from '../../src/dialogue/log/types.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../src/events.ts'
import type { AppSpec, Language, Rec, Value } from '../../src/spec.ts'
import { ask } from '../synthesiser/ask.ts'
import { now } from './apps.ts'

const ID = 'app-kept' as AppId
const recordsOf = (spec: AppSpec, rows: Record<string, Value>[]): Record<string, Rec[]> => ({
  [spec.collections[0]!.id]: rows.map((values, at) => ({ id: `r${at}`, seq: at + 1, values }) as unknown as Rec),
})

/** What the sentence does to an open app with these names in it. */
function told(wish: string, names: string[], text: string): { intent: string; op: EntryOp | undefined } {
  const { spec } = ask(wish)
  const title = spec.collections[0]!.title
  const known = recordsOf(
    spec,
    names.map((name) => ({ [title]: name })),
  )
  const language = spec.language as Language
  const app = { id: ID, name: spec.name, icon: spec.icon, spec, usedAt: '2026-11-24T00:00:00Z', version: 1, known }
  const reading = read(text, { now, language, currency: 'USD' })
  const context = { apps: [app], open: ID, now, locale: language, currency: 'USD', window: [], last: { app: ID, intent: null } }
  const { intent } = understand(reading, context)
  const entries = readEntry(reading, spec, { ...context, known })
  return { intent, op: entries.ok ? entries.value.ops[0] : undefined }
}

const PLANTS = 'plant care: name, spot, last watered, last repotted'
const STORE = 'pantry inventory: item, quantity, location, expiry'
const FRIDGE = '냉장고 재료 관리: 이름, 수량, 유통기한, 보관 위치'
const 冷蔵庫 = '冷蔵庫の食材管理:名前、数量、賞味期限、場所'
const 植物 = '植物养护记录:名字、位置、多久浇一次水、上次浇水'

describe('its entry changes', () => {
  test.each<[string, string[], string, string, Record<string, unknown>]>([
    [PLANTS, ['Fern', 'Monstera'], 'watered the fern', 'Fern', { lastWatered: '2026-11-24' }],
    [PLANTS, ['Fern', 'Monstera'], 'repotted the monstera yesterday', 'Monstera', { repotted: '2026-11-23' }],
    [PLANTS, ['Fern'], 'moved the fern to the balcony', 'Fern', { place: 'balcony' }],
    [STORE, ['rice', 'eggs'], 'the rice is in the cupboard now', 'rice', { place: 'cupboard' }],
    [FRIDGE, ['두부', '우유'], '두부는 냉동으로 옮겼어', '두부', { place2: '냉동' }],
    [冷蔵庫, ['豆腐', '牛乳'], '豆腐を冷凍庫に移した', '豆腐', { place: '冷凍庫' }],
    [植物, ['番茄', '绿萝'], '番茄浇了水', '番茄', { lastWatered: '2026-11-24' }],
    [植物, ['番茄', '绿萝'], '番茄搬到客厅了', '番茄', { place: '客厅' }],
    ['书单:书名、作者、状态', ['三体'], '三体看完了', '三体', { status: 'read' }],
    ['読書リスト:タイトル、著者、状態', ['こころ'], 'こころを読み終わった', 'こころ', { status: 'read' }],
    ['읽을 책 목록: 제목, 저자, 상태', ['채식주의자'], '채식주의자 다 읽었어', '채식주의자', { status: 'read' }],
  ])('%s %s: %s', (wish, names, text, name, values) => {
    const { intent, op } = told(wish, names, text)
    expect(intent).toBe('log')
    expect(op).toMatchObject({ do: 'update', values, match: { filters: [{ value: name }] } })
  })
})

describe('so many are gone or came', () => {
  test.each<[string, string[], string, Record<string, unknown>]>([
    [STORE, ['eggs'], 'used 2 eggs', { plus: { quantity: -2 } }],
    [STORE, ['eggs'], 'bought 6 eggs', { plus: { quantity: 6 } }],
    [STORE, ['rice'], 'finished the rice', { values: { quantity: 0 } }],
    [FRIDGE, ['우유'], '우유 하나 다 썼어', { plus: { quantity: -1 } }],
    [FRIDGE, ['우유'], '우유 3개 더 샀어', { plus: { quantity: 3 } }],
    [冷蔵庫, ['牛乳'], '牛乳を1本使った', { plus: { quantity: -1 } }],
    [冷蔵庫, ['牛乳'], '牛乳を使い切った', { values: { quantity: 0 } }],
    ['冰箱库存:名称、数量、保质期', ['牛奶'], '牛奶喝完了', { values: { quantity: 0 } }],
    ['冰箱库存:名称、数量、保质期', ['鸡蛋'], '用了3个鸡蛋', { plus: { quantity: -3 } }],
  ])('%s %s: %s', (wish, names, text, change) => {
    expect(told(wish, names, text).op).toMatchObject({ do: 'update', ...change })
  })
})

describe('a new one, or none', () => {
  test.each([
    [STORE, ['rice'], 'rice pudding 2'],
    [STORE, ['milk'], 'milk 2, fridge'],
    [FRIDGE, ['우유'], '우유식빵 1개'],
    [冷蔵庫, ['牛乳'], '牛乳 2本 12月10日まで'],
    ['coffee log: where, price, rating', ['latte'], 'had a latte for 5'],
  ])('%s %s: %s', (wish, names, text) => {
    expect(told(wish, names, text).op?.do).toBe('create')
  })
  test('a question changes nothing', () => {
    expect(told(PLANTS, ['Fern'], 'did I water the fern?').intent).not.toBe('log')
  })
})

describe('part by part, as one fills in the form', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['书单:书名、作者、状态', '三体,刘慈欣', { name: '三体', author: '刘慈欣' }],
    ['読書リスト:タイトル、著者、状態', 'こころ、夏目漱石', { name: 'こころ', author: '夏目漱石' }],
    ['읽을 책 목록: 제목, 저자, 상태', '채식주의자, 한강', { name: '채식주의자', author: '한강' }],
    [植物, '绿萝在客厅,一周浇一次', { name: '绿萝', place: '客厅', duration: 7 * 24 * 60 }],
    ['recipe collection: name, cuisine, ingredients', 'carbonara, Italian', { name: 'carbonara', cuisine: 'Italian' }],
    [
      'recipe collection: name, cuisine, ingredients',
      'pad thai, Thai, rice noodles, shrimp',
      { name: 'pad thai', cuisine: 'Thai', ingredients: 'rice noodles, shrimp' },
    ],
    [
      'recipe collection: name, cuisine, ingredients',
      'add shakshuka with eggs, tomatoes and cumin',
      { name: 'shakshuka', ingredients: 'eggs, tomatoes and cumin' },
    ],
    [FRIDGE, '두부 하나 냉장', { item: '두부', quantity: 1, place2: '냉장' }],
  ])('%s: %s', (wish, text, values) => {
    const { intent, op } = told(wish, [], text)
    expect(intent).toBe('log')
    expect(op).toMatchObject({ do: 'create', values })
  })
  test.each(['心情不错,出去走走', 'i feel tired, long day'])('%s is no row', (text) => {
    expect(told('书单:书名、作者、状态', [], text).intent).not.toBe('log')
  })
})

describe('a word of the entries says which field is meant', () => {
  const { spec } = ask('recipe collection: name, cuisine, ingredients, time')
  const [{ id, title }] = spec.collections as [(typeof spec.collections)[number]]
  const field = (label: string) => spec.collections[0]!.fields.find((one) => one.label === label)!.id
  const rows = [
    { [title]: 'pad thai', [field('Cuisine')]: 'Thai', [field('Ingredients')]: 'rice noodles, shrimp', [field('Time')]: 30 },
    { [title]: 'lasagna', [field('Cuisine')]: 'Italian', [field('Ingredients')]: 'beef, pasta', [field('Time')]: 120 },
  ]
  const known = recordsOf(spec, rows)
  const asked = (text: string) =>
    readQuestion(read(text, { now, language: 'en', currency: 'USD' }), spec, { now, locale: 'en', currency: 'USD', known })
  test.each<[string, string, string, string]>([
    ['anything Thai?', 'Cuisine', 'Thai', 'count'],
    ['what can I cook with shrimp?', 'Ingredients', 'shrimp', 'count'],
    ['how long does lasagna take?', 'Name', 'lasagna', 'latest'],
  ])('%s', (text, label, value) => {
    expect(asked(text)).toMatchObject({ ok: true, value: { collection: id, filter: [{ field: field(label), op: 'contains', value }] } })
  })
  test('which of them: entries and no figure', () => {
    expect(asked('which recipes take under an hour?')).toMatchObject({
      ok: true,
      value: { measure: { fn: 'count' }, filter: [{ field: field('Time'), op: '<', value: 60 }] },
    })
  })
})
