/** Qualities that are asked for in clauses, what the app is called, and what its families bring beside them. */
import { describe, expect, it } from 'vitest'
import type { Language } from '../../src/spec.ts'
import { isAddress } from '../../src/studio/rules/address.ts'
import { wordingOf } from '../../src/studio/rules/wording.ts'
import { ask } from './ask.ts'

describe('a clause becomes the noun that lies in it', () => {
  const ROWS: [Language, clause: string, label: string | null, kind?: string, options?: string[]][] = [
    ['en', 'which bus it was', 'bus'],
    ['en', "which streaming service it's on", 'streaming service'],
    ['en', 'what colour I used on whom', 'colour'],
    ['en', "whether they've paid me or not", 'paid', 'yesno'],
    ['en', 'if I finished it', 'finished', 'yesno'],
    ['en', 'whether the jar was sealed', 'sealed', 'yesno'],
    ['en', 'whether we saw the queen', 'saw the queen', 'yesno'],
    ['en', 'whether cash or card', 'cash/card', 'choice', ['cash', 'card']],
    ['en', 'whether they paid cash or bank transfer', 'paid', 'choice', ['cash', 'bank transfer']],
    ['en', 'red, white or rosé', 'red/white/rosé', 'choice', ['red', 'white', 'rosé']],
    ['en', 'what went wrong', null],
    ['en', 'who drove', null],
    ['zh', '是母乳还是奶粉', '母乳/奶粉', 'choice', ['母乳', '奶粉']],
    ['zh', '刷卡還是付現', '刷卡/付現', 'choice', ['刷卡', '付現']],
    ['zh', '過數定現金', '過數/現金', 'choice', ['過數', '現金']],
    ['zh', '付款方式 微信还是支付宝', '付款方式', 'choice', ['微信', '支付宝']],
    ['zh', '電話幾多', '電話'],
    ['zh', '教練是誰', '教練', 'person'],
    ['zh', '什么原因', '原因'],
    ['zh', '邊條路線', '路線'],
    ['zh', '花了多少', null],
    ['zh', '还了没', null],
    ['zh', '辣还是不辣', null],
    ['ja', '朝か夜か', '朝/夜', 'choice', ['朝', '夜']],
    ['ja', 'かたいかやわらかいか', 'かたい/やわらかい', 'choice', ['かたい', 'やわらかい']],
    ['ja', '天気は晴れか雨か', '天気', 'choice', ['晴れ', '雨']],
    ['ja', 'メーターがいくつか', 'メーター', 'num'],
    ['ja', '餌は何か', '餌'],
    ['ja', 'どの映画館か', '映画館'],
    ['ja', '動かないか', null],
    ['ja', '色がついていたかどうか', null],
    ['ja', '何に使ったか', null],
    ['ko', '수확량은 몇 kg인지', '수확량', 'qty:kg'],
    ['ko', '무슨 작물을', '작물'],
    ['ko', '어느 고양이가 왔는지', '고양이'],
    ['ko', '무슨 약을 드렸는지', '약'],
    ['ko', '식전인지 식후인지', '식전/식후', 'choice', ['식전', '식후']],
    ['ko', '요금 얼마인지', '요금', 'money'],
    ['ko', '디자이너가 누구인지', '디자이너', 'person'],
    ['ko', '뭘 줬는지', null],
    ['ko', '몇 분 했는지', null],
  ]
  it.each(ROWS)('%s: %s', (language, clause, label, kind, options) => {
    const found = wordingOf(clause, language)
    expect(found?.label ?? null).toBe(label)
    if (kind) expect(found?.kind).toBe(kind)
    if (options) expect(found?.options).toEqual(options)
  })
})

describe('nothing but an address', () => {
  it.each<[Language, string, boolean]>([
    ['en', 'Hello dear', true],
    ['en', 'gday mate', true],
    ['en', 'Good afternoon', true],
    ['en', 'hiya hun', true],
    ['en', 'right arm', false],
    ['en', 'well depth', false],
    ['zh', '老师您好', true],
    ['zh', '唔該', true],
    ['zh', '你好呀', true],
    ['zh', '爱好', false],
    ['ja', 'お世話になっております', true],
    ['ja', 'ねえねえ', true],
    ['ja', '世話の記録', false],
    ['ko', '안녕하세요', true],
    ['ko', '저기요', true],
    ['ko', '선생님 명단', false],
  ])('%s: %s', (language, phrase, is) => expect(isAddress(phrase, language)).toBe(is))
})

describe('names are noun phrases of what is kept', () => {
  it.each<[Language, wish: string, name: RegExp]>([
    [
      'en',
      "Hello dear, I'd like something to write down my blood pressure in, the top number and the bottom number, and my pulse, please",
      /^Blood pressure$/,
    ],
    ['en', 'gday mate, wanna keep tabs on fuel for the ute. litres, what i paid, and the odo', /fuel/i],
    ['en', 'need smth to track stuff ive lent ppl - what, who 2, when they shd give it back', /lending|lent/i],
    ['en', 'Hey there! Please could I have a diary for my allotment? What I sowed, when I picked it', /^Allotment/],
    ['zh', '帮我记一下血压吧,高压低压还有心率,早上量一次晚上量一次,医生叫我每天记', /^血压/],
    ['zh', '谁欠我钱,欠多少,哪天欠的,还了没', /借款|欠款/],
    ['zh', '麻烦做个宝宝辅食的记录,吃了什么,吃了多少克', /^宝宝辅食/],
    ['ja', 'えっと母の薬を飲んだかどうか、何時に飲んだかを書いておきたいです', /薬/],
    ['ja', '家計簿つけたい 何に使ったかと金額とカテゴリ', /^家計簿$/],
    ['ko', '공부한거 기록하는 앱!! 과목이랑 몇시간 했는지', /^공부/],
    ['ko', '책 읽은 거 남기는 앱! 제목, 누가 썼는지, 다 읽었는지', /^책 기록$/],
    ['ko', '야 우리 러닝 기록하는 거 하나 만들자 몇 키로 뛰었는지 누구랑 뛰었는지', /^러닝/],
  ])('%s: %s', (_, wish, name) => {
    const { spec } = ask(wish)
    expect(spec.name).toMatch(name)
    expect(spec.name).not.toMatch(/dear|mate|smth|我每天|한거$|몇/i)
  })
})

it.each<[wish: string, label: string, unit: string]>([
  ['log my walks with the dog, where we went, how long and how many miles', 'Miles', 'mi'],
  ['果园收成，哪一区、几斤、卖给谁', '几斤', 'jin'],
  ['ランニング記録。距離、時間', '距離', 'km'],
])('%s: what names a unit is measured in it', (wish, label, unit) => {
  expect(ask(wish).spec.collections[0]!.fields.find((field) => field.label === label)).toMatchObject({ kind: 'quantity', unit })
})

it.each([
  ['Good evening, remind me to take my tablets at 8am and 8pm', /good/i],
  ['Good morning, medicine reminder: metformin at 8am, ramipril at 6pm', /good/i],
])('%s: the greeting is no medicine', (wish, greeting) => {
  const { spec } = ask(wish)
  expect(JSON.stringify([spec.name, spec.behaviours, spec.collections.map(({ seeds }) => seeds)])).not.toMatch(greeting)
})

/** Of the main collection: the kinds of these fields; `without`: kinds of which there is only what is named. */
describe('what was asked for is kept once, of its kind', () => {
  type Row = [Language, wish: string, fields: Record<string, string>, without?: RegExp]
  const ROWS: Row[] = [
    ['en', 'list of my jobs: customer name, address, what needs doing and whether they paid me or not', { Paid: 'yesno' }, /me or not/i],
    [
      'en',
      'I would like to have list of books which I read, with author, how many stars from 5 and if I finished it',
      { Finished: 'yesno' },
      /status/i,
    ],
    ['zh', '我想给宝宝做个喂奶记录,记几点喂的、喂了多少毫升、是母乳还是奶粉', { '母乳/奶粉': 'choice', 时间: 'datetime' }, /几点|种类/],
    ['ja', '店の在庫を管理したい。品名、数量、単位、仕入先', { 単位: 'text', 数量: 'number' }],
    ['ja', '現場の日報。日付、現場名、作業内容、時間、人数', { 時間: 'duration' }],
    ['ja', 'テスト勉強の記録つけるやつほしい!教科と何分やったかと集中度(5段階)', { 勉強時間: 'duration', 集中度: 'rating' }, /やった|評価/],
    ['ja', '夢日記をつけたいです。見た日と内容、怖さ、登場した人', { 内容: 'note', 怖さ: 'rating' }, /本文/],
    ['ja', '毎日の血圧を記録したいのですが、上と下と脈拍、朝か夜かもわかるようにお願いします', { '朝/夜': 'choice' }],
    [
      'ko',
      '주말농장을 하고 있는데 무슨 작물을 언제 심었고 언제 수확했는지, 수확량은 몇 kg인지 정리할 수 있는 앱을 부탁드립니다.',
      { 작물: 'text', 수확량: 'quantity' },
      /몇 kg/,
    ],
    [
      'ko',
      '동네 길고양이들 밥 주는 기록! 어느 고양이가 왔는지, 뭘 줬는지, 건강상태',
      { 고양이: 'text', '뭘 줬는지': 'text' },
      /^어느|고양이가|^왔는지/,
    ],
    ['ko', '공부한거 기록하는 앱!! 과목이랑 몇시간 했는지', { 과목: 'text', '공부 시간': 'duration' }, /몇/],
    ['en', 'household spending: date, item and amount in rupees', { Amount: 'money' }, /rupees/],
    ['en', 'log my walks with the dog, where we went, how long and how many miles', { Miles: 'quantity' }],
    ['ja', '見かけた蝶をメモするアプリがほしい。種類、何匹いたか、場所', { 何匹いたか: 'number', 場所: 'place' }],
    ['ja', '見た夢を残しておきたい。どんな夢だったか、怖さを1〜5で', { 夢: 'text', 怖さ: 'rating' }, /だったか/],
    ['ja', '目薬の記録。目薬の名前と、何時にさしたかがわかるようにお願いします', {}, /わかる|お願い/],
    ['ko', '배달 수입 정리. 날짜 플랫폼 건수 금액', { 건수: 'number', 금액: 'money', 플랫폼: 'text' }, /건수 금액/],
    ['ko', '외상 장부. 손님 이름, 금액, 갚았는지', { '손님 이름': 'person', 금액: 'money', 갚았는지: 'yesno', 날짜: 'date' }],
  ]
  it.each(ROWS)('%s: %s', (_, wish, fields, without) => {
    const [main] = ask(wish).spec.collections
    const kinds = Object.fromEntries(main!.fields.map(({ label, kind }) => [label, kind]))
    expect(kinds).toMatchObject(fields)
    if (without) expect(Object.keys(kinds).filter((label) => without.test(label))).toEqual([])
  })
})
