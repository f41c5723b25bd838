/** What is added by talking is read as a wish is; and other changes that are asked for in passing. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import type { AppSpec, Language, SpecEdit } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { ask, now } from '../synthesiser/ask.ts'

const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
function editsOf(wish: string, say: string): { edits: SpecEdit[]; spec: AppSpec; said: string; sure: number } {
  const { spec } = ask(wish)
  const { language } = spec
  const currency = 'USD'
  const reading = read(say, { now, language, currency, hints: { previous: language, locale: LOCALE[language] } })
  const found = readEdits(reading, spec, { now, locale: LOCALE[language], currency })
  if (!found.ok) throw new Error(`not understood: ${say}`)
  return { ...found.value, spec }
}

const SPENDING = 'household expenses with amount, what for, who paid'
const FUEL = 'fuel log for the ute: litres, what i paid, odometer'
const LOANS = 'things I lent: what, who to, when they should give it back'
type Says = [say: string, label: string, kind: string, options?: string[]]
const ROWS: [wish: string, says: Says[]][] = [
  [
    SPENDING,
    [
      ['Please add category also', 'Category', 'choice'],
      ['add a column for how much in pounds', 'How much', 'money'],
    ],
  ],
  [
    FUEL,
    [
      ['add which servo it was', 'Servo', 'place'],
      ['pls add who drove too', 'Who drove', 'person'],
    ],
  ],
  [
    LOANS,
    [
      ['put a checkbox for returned', 'Returned', 'yesno'],
      ['also I want to tick whether the box was sealed', 'Sealed', 'yesno'],
      ['add colour: red, blue or green', 'Colour', 'choice', ['Red', 'Blue', 'Green']],
      ['add priority high medium low', 'Priority', 'choice', ['High', 'Medium', 'Low']],
      ['add how annoyed I was out of 10', 'How annoyed I was', 'rating'],
    ],
  ],
  [
    '记账 花了多少 买的啥',
    [
      ['加个付款方式 微信还是支付宝', '付款方式', 'choice', ['微信', '支付宝']],
      ['加个 现金还是刷卡', '现金/刷卡', 'choice', ['现金', '刷卡']],
    ],
  ],
  [
    '重訓 動作 重量 組數 次數',
    [
      ['加一個欄位記累不累 1到5', '累不累', 'rating'],
      ['加一欄寫教練是誰', '教練', 'person'],
    ],
  ],
  [
    '借用記錄 物品 借用人 歸還日',
    [
      ['加多一格寫按金', '按金', 'money'],
      ['多一欄寫價錢好了', '價錢', 'money'],
    ],
  ],
  ['电影 名字 类型 评分', [['加个"想不想再看"', '想不想再看', 'yesno']]],
  [
    '現場の日報。日付、現場名、作業内容、人数',
    [
      ['天気の欄を足せ', '天気', 'choice'],
      ['残業時間も入れろ', '残業時間', 'duration'],
    ],
  ],
  [
    '夢日記をつけたい。見た日と内容、怖さ',
    [
      ['色がついていたかどうかもチェックできるように', '色がついていたかどうか', 'yesno'],
      ['朝だったか夜だったかも書きたい', '朝/夜', 'choice', ['朝', '夜']],
    ],
  ],
  ['혈압 재는 거 적어두고 싶어요. 위 아래 맥박', [['약 먹었는지 체크하는 것도 하나 넣어주세요', '약 먹었는지', 'yesno']]],
  ['공부 기록. 과목, 공부 시간', [['난이도도 추가해줘 상중하로', '난이도', 'choice', ['상', '중', '하']]]],
]
describe('a quality is added with its noun, kind and options', () => {
  it.each(ROWS.flatMap(([wish, says]) => says.map((one): [string, string, Says] => [wish, one[0], one])))(
    '%s: %s',
    (wish, say, [, label, kind, options]) => {
      const { edits, sure } = editsOf(wish, say)
      const [edit, ...others] = edits.filter((one) => one.do === 'add-field')
      if (edit?.do !== 'add-field') throw new Error('nothing added')
      expect(others).toEqual([])
      expect([edit.field.label, edit.field.kind]).toEqual([label, kind])
      if (options) expect('options' in edit.field && edit.field.options.map((one) => one.label)).toEqual(options)
      expect(sure).toBeGreaterThanOrEqual(0.9)
    },
  )
})

describe('pictures', () => {
  it.each([
    ['공부 기록. 과목, 공부 시간', '사진도 올리고 싶어', /저장할 수 없/],
    [LOANS, "I'd like to attach a photo of each one", /cannot be kept/],
    ['电影 名字 类型 评分', '每部加张照片', /存不了图片/],
    ['現場の日報。日付、現場名、作業内容、人数', '写真も貼りたい', /保存できません/],
  ])('%s: %s is not promised', (wish, say, words) => {
    const { edits, said } = editsOf(wish, say)
    expect(said).toMatch(words)
    expect(edits.map((edit) => edit.do === 'add-field' && edit.field.kind)).toEqual(['link'])
  })
})

describe('other changes', () => {
  const HENS = 'hens: name, egg colour, weight in oz, date'
  const STUDY = 'テスト勉強の記録、教科と勉強時間と集中度(5段階)'
  it.each<[wish: string, say: string, edit: Record<string, unknown>]>([
    [HENS, 'Please sort by hen', { do: 'change-view', view: { sort: { field: 'name' } } }],
    [STUDY, '教科ごとのグラフ見たい', { view: { kind: 'chart', query: { group: { field: 'subject' } } } }],
    [STUDY, '集中度じゃなくて「やる気」って名前に変えて', { do: 'rename-field', label: 'やる気' }],
    ['공부 기록. 과목, 공부 시간', '과목별로 보여줘', { do: 'change-view', view: { group: { field: 'subject' } } }],
    [
      'plants, name, last watered, remind me to water them every 3 days',
      'remind me to water them every 5 days',
      { do: 'change-behaviour', behaviour: { kind: 'reminder', every: { unit: 'day', count: 5 } } },
    ],
  ])('%s: %s', (wish, say, edit) => expect(editsOf(wish, say).edits).toContainEqual(expect.objectContaining(deep(edit))))
})
const deep = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, one && typeof one === 'object' ? expect.objectContaining(deep(one as never)) : one]),
  )
