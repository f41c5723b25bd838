import { describe, expect, it } from 'vitest'
import { parseValue } from '../../src/apps/values.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { EntryOp } from '../../src/dialogue/log/types.ts'
import { type AppName, context, languageOf, reading, SPECS } from './apps.ts'

const ops = (say: string, app: AppName): EntryOp[] => {
  const language = languageOf(say)
  const found = readEntry(reading(say, language), SPECS[app], context([app], app, language))
  if (!found.ok) throw new Error(`${say}: ${found.error.code}`)
  return found.value.ops
}
const values = (op: EntryOp) => (op.do === 'delete' ? {} : op.values)

const CREATED: [say: string, app: AppName, values: Record<string, unknown>[]][] = [
  ['500 yen latte at Blue Bottle', 'coffee', [{ price: 500, item: 'latte', shop: 'Blue Bottle', day: '2026-11-24' }]],
  ['latte 500', 'coffee', [{ price: 500, item: 'latte' }]],
  ['yesterday espresso 350 yen', 'coffee', [{ price: 350, item: 'espresso', day: '2026-11-23' }]],
  ['I paid 420 for a flat white', 'coffee', [{ price: 420, item: 'flat white' }]],
  [
    'latte 500, bagel 300',
    'coffee',
    [
      { price: 500, item: 'latte' },
      { price: 300, item: 'bagel' },
    ],
  ],
  [
    'latte 500 and bagel 300',
    'coffee',
    [
      { price: 500, item: 'latte' },
      { price: 300, item: 'bagel' },
    ],
  ],
  [
    'yesterday latte 500, bagel 300',
    'coffee',
    [
      { price: 500, day: '2026-11-23' },
      { price: 300, day: '2026-11-23' },
    ],
  ],
  ['trainers size 8 4000 yen', 'coffee', [{ price: 4000, item: 'trainers size 8' }]],
  ['fifa 24 3000 yen', 'coffee', [{ price: 3000, item: 'fifa 24' }]],
  ['5栋201 面包 15', 'coffeeZh', [{ price: 15, item: '面包' }]],
  ['奶茶 16 哈哈哈', 'coffeeZh', [{ price: 16, item: '奶茶' }]],
  ['午饭花了28元', 'coffeeZh', [{ price: 28, item: '午饭' }]],
  ['打车35块', 'coffeeZh', [{ price: 35, item: '打车' }]],
  [
    '拿铁28,面包15',
    'coffeeZh',
    [
      { price: 28, item: '拿铁' },
      { price: 15, item: '面包' },
    ],
  ],
  ['在星巴克买了拿铁32元', 'coffeeZh', [{ price: 32, item: '拿铁', shop: '星巴克' }]],
  ['ランチ 850円', 'coffeeJa', [{ price: 850, item: 'ランチ' }]],
  ['電車代320円', 'coffeeJa', [{ price: 320, item: '電車代' }]],
  ['latte 550 at Blue Bottle on Monday', 'coffee', [{ price: 550, day: '2026-11-23' }]],
  ['月曜日にラテ550円', 'coffeeJa', [{ price: 550, day: '2026-11-23' }]],
  ['スタバでラテ550円', 'coffeeJa', [{ price: 550, item: 'ラテ', shop: 'スタバ' }]],
  ['昨日コーヒー400円', 'coffeeJa', [{ price: 400, day: '2026-11-23' }]],
  ['스타벅스에서 라떼 5500원', 'coffeeKo', [{ price: 5500, item: '라떼', shop: '스타벅스' }]],
  ['어제 아메리카노 4500원', 'coffeeKo', [{ price: 4500, item: '아메리카노', day: '2026-11-23' }]],
  ['점심 9000원 식비', 'expensesKo', [{ amount: 9000, category: 'food', item: '점심' }]],
  ['172 lb this morning', 'weight', [{ weight: 78.018, day: '2026-11-24' }]],
  ['65.5 kg', 'weight', [{ weight: 65.5 }]],
  ['今天体重65.5公斤', 'weight', [{ weight: 65.5 }]],
  ['今日は64.2キロ', 'weight', [{ weight: 64.2 }]],
  ['오늘 58.3kg', 'weight', [{ weight: 58.3 }]],
  ['squat 3 sets of 8 at 100 kg', 'gym', [{ sets: 3, reps: 8, weight: 100, exercise: 'squat' }]],
  ['bench 185x8', 'gym', [{ exercise: 'bench', weight: 185, reps: 8 }]],
  ['bench 190 x 6 yesterday', 'gym', [{ exercise: 'bench', weight: 190, reps: 6, day: '2026-11-23' }]],
  ['squat 60kg×8×3', 'gym', [{ exercise: 'squat', weight: 60, reps: 8, sets: 3 }]],
  ['squat 100kg 5x5', 'gym', [{ exercise: 'squat', weight: 100, sets: 5, reps: 5 }]],
  ['squat 3 x 12', 'gym', [{ exercise: 'squat', sets: 3, reps: 12 }]],
  ['curl 10x3 at 12 kg', 'gym', [{ exercise: 'curl', sets: 3, reps: 10, weight: 12 }]],
  ['bench 225 lb x 5', 'gym', [{ exercise: 'bench', weight: 102.058, reps: 5 }]],
  ['硬举 80公斤 4组每组6下', 'gym', [{ exercise: '硬举', weight: 80, sets: 4, reps: 6 }]],
  ['臥推40kg 3x10', 'gym', [{ exercise: '臥推', weight: 40, sets: 3, reps: 10 }]],
  ['ベンチプレス60kg×8×3', 'gym', [{ exercise: 'ベンチプレス', weight: 60, sets: 3, reps: 8 }]],
  ['ベンチプレス 60kg 10回3セット', 'gym', [{ exercise: 'ベンチプレス', weight: 60, sets: 3, reps: 10 }]],
  ['벤치 60kg 8x3', 'gym', [{ exercise: '벤치', weight: 60, sets: 3, reps: 8 }]],
  ['스쿼트 100x5', 'gym', [{ exercise: '스쿼트', weight: 100, reps: 5 }]],
  ['deadlift 140 for 3', 'gym', [{ exercise: 'deadlift', weight: 140, reps: 3 }]],
  ['push-ups 20x3', 'gym', [{ exercise: 'push-ups', reps: 20, sets: 3 }]],
  ['卧推60公斤 10个3组', 'gym', [{ exercise: '卧推', weight: 60, sets: 3, reps: 10 }]],
  ['벤치 60kg 10개씩 3세트 ㅋㅋ', 'gym', [{ exercise: '벤치', weight: 60, sets: 3, reps: 10 }]],
  ['bench press 5 reps 60 kg', 'gym', [{ reps: 5, weight: 60, exercise: 'bench press' }]],
  ['done with meditation', 'habits', [{ habit: 'Meditation', day: '2026-11-24', done: true }]],
  ['I ran yesterday: run', 'habits', [{ habit: 'Run', day: '2026-11-23' }]],
  ['今天跑步了', 'habitsZh', [{ habit: '跑步', done: true }]],
  ['add milk and eggs', 'groceries', [{ item: 'milk' }, { item: 'eggs' }]],
  ['feeling great today', 'mood', [{ mood: 5 }]],
  ['🙂', 'mood', [{ mood: 4 }]],
]

it('takes no size for a price', () => {
  expect(values(ops('trainers size 8', 'coffee')[0]!)).not.toHaveProperty('price')
})

describe('readEntry', () => {
  it.each(CREATED)('%s', (say, app, expected) => {
    const found = ops(say, app)
    expect(
      found.map((op) => op.do),
      JSON.stringify(found),
    ).toEqual(expected.map(() => 'create'))
    expected.forEach((want, i) => {
      expect(values(found[i]!)).toMatchObject(want)
    })
    for (const op of found) {
      if (op.do !== 'create') continue
      const collection = SPECS[app].collections.find((one) => one.id === op.collection)!
      for (const [id, value] of Object.entries(op.values)) {
        const field = collection.fields.find((one) => one.id === id)!
        if (field.kind !== 'relation') expect(parseValue(field, value).ok, `${id} = ${JSON.stringify(value)}`).toBe(true)
      }
    }
  })

  it('ticks things off a list', () => {
    const found = ops('牛乳とパン買った', 'shopping')
    expect(found).toHaveLength(2)
    expect(found.map((op) => op.do === 'update' && op.match.filters !== 'last' && op.match.filters[0]?.value)).toEqual(['牛乳', 'パン'])
    expect(found.map(values)).toEqual([{ bought: true }, { bought: true }])
  })

  it.each<[string, AppName]>([
    ['delete that last one', 'coffee'],
    ['删掉刚才那条', 'coffeeZh'],
    ['最後の記録を消して', 'coffeeJa'],
    ['방금 거 지워줘', 'coffeeKo'],
  ])('%s: the last one', (say, app) => {
    expect(ops(say, app)).toEqual([{ do: 'delete', match: { collection: 'cups', filters: 'last' } }])
  })

  it.each<[string, AppName, string, number]>([
    ["change yesterday's latte to 550", 'coffee', 'latte', 550],
    ['把昨天的拿铁改成32元', 'coffeeZh', '拿铁', 32],
    ['昨日のラテを550円に変えて', 'coffeeJa', 'ラテ', 550],
    ['어제 라떼를 6000원으로 바꿔줘', 'coffeeKo', '라떼', 6000],
  ])('%s: an update', (say, app, title, price) => {
    const [op] = ops(say, app)
    expect(op).toMatchObject({
      do: 'update',
      values: { price },
      match: {
        filters: [
          { field: 'day', op: '=', value: '2026-11-23' },
          { field: 'item', op: 'contains', value: title },
        ],
      },
    })
  })

  it('says what is missing', () => {
    const found = readEntry(reading('latte at Blue Bottle'), SPECS.coffee, context(['coffee']))
    expect(found.ok && found.value.unsure).toEqual(['Price'])
  })
})
