/** What is said back: what changed and to what, what is so again, what an answer comes to, as each language says it. */
import { describe, expect, it } from 'vitest'
import { spokenMoment, spokenValue } from '../../src/base/language/spoken.ts'
import { entrySaid } from '../../src/dialogue/entry.ts'
import { examplesOf } from '../../src/dialogue/examples.ts'
import { moodOf } from '../../src/dialogue/mood.ts'
import { answered, built, examplesFor, heard, logged, wentBack } from '../../src/dialogue/reply.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { Answer } from '../../src/events.ts'
import { type AppSpec, type Collection, type Field, Query, type Rec, type Value } from '../../src/spec.ts'
import { context, now, reading, spec } from './apps.ts'

type Language = AppSpec['language']
const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const around = (language: Language) => ({ locale: LOCALE[language], now })

const field = (id: string, label: string, kind: string, more: object = {}) => ({ id, label, kind, ...more }) as unknown as Field
const rec = (values: Record<string, Value>): Rec => ({ id: 'r1', values, seq: 1, createdAt: '', at: '', by: 'person' })
type Labels = [name: string, money: string, weight: string, reps: string, done: string, date: string]
const LABELS: Record<Language, Labels> = {
  en: ['What for', 'Amount', 'Weight', 'Reps', 'Paid', 'Date'],
  zh: ['名称', '金额', '重量', '次数', '还了没', '日期'],
  ja: ['品名', '金額', '重さ', '回数', '返ってきたか', '日付'],
  ko: ['내용', '금액', '무게', '횟수', '갚음', '날짜'],
}
const CURRENCY: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }
const collectionOf = (language: Language, title = 'name'): Collection => {
  const [name, money, weight, reps, done, date] = LABELS[language]
  return {
    id: 'items',
    label: 'Items',
    one: 'Item',
    title,
    seeds: [],
    fields: [
      field('name', name, 'text'),
      field('amount', money, 'money', { currency: CURRENCY[language] }),
      field('weight', weight, 'quantity', { unit: 'kg' }),
      field('reps', reps, 'number'),
      field('done', done, 'yesno'),
      field('date', date, 'date', { default: 'today' }),
    ],
  } as unknown as Collection
}
const TODAY = now.date
const YESTERDAY = '2026-11-23'

function said(
  language: Language,
  did: 'create' | 'update' | 'delete',
  values: Record<string, Value>,
  before?: Record<string, Value>,
  app = '',
) {
  const named = values.name !== undefined
  const collection = collectionOf(language, named ? 'name' : 'date')
  const one = entrySaid(
    rec(values),
    collection,
    named ? String(values.name) : '',
    around(language),
    before ? { before: rec(before) } : null,
  )
  return logged(language, { app, done: [{ did, said: one, collection }] }, around(language))
}

describe('an entry is told by its name, its leading figure and its day where that is not today', () => {
  it.each<[Language, Record<string, Value>, string, string?]>([
    ['en', { name: 'petrol', amount: 1500, date: '2026-11-20' }, 'Noted “petrol”: $1,500, Nov 20.'],
    ['en', { name: 'petrol', amount: 1500, date: TODAY }, 'Noted “petrol” in Spending: $1,500.', 'Spending'],
    ['en', { weight: 60, reps: 5, date: YESTERDAY }, 'Noted for yesterday: 60 kg, reps 5.'],
    ['zh', { name: '加油', amount: 134.5, date: YESTERDAY }, '已记下“加油”：134.50元，昨天。'],
    ['zh', { weight: 60, date: TODAY }, '已记下今天的60 kg。'],
    ['ja', { name: '飲み会', amount: 4500, date: YESTERDAY }, '「飲み会」4,500円（昨日）を記録しました。'],
    ['ja', { name: 'ラテ', amount: 500, date: TODAY }, '家計簿に「ラテ」500円を記録しました。', '家計簿'],
    ['ko', { name: '택시비', amount: 14000, date: YESTERDAY }, '어제 “택시비” 14,000원 기록했어요.'],
    ['ko', { weight: 60, date: TODAY }, '오늘 60kg 기록했어요.'],
  ])('%s %j', (language, values, text, app) => {
    expect(said(language, 'create', values, undefined, app)).toBe(text)
  })
})

describe('a correction says what changed, from what to what', () => {
  it.each<[Language, Record<string, Value>, Record<string, Value>, string]>([
    ['en', { name: 'bench', weight: 185 }, { name: 'bench', weight: 190 }, 'Changed “bench”: weight 185 → 190 kg.'],
    ['en', { name: 'Ann' }, { name: 'Ann', done: true }, 'Changed “Ann”: paid now yes.'],
    ['en', { name: 'Ann', amount: 5 }, { name: 'Ann' }, 'Changed “Ann”: amount cleared (it was $5).'],
    ['en', { name: 'Jon' }, { name: 'John' }, 'Renamed “Jon” to “John”.'],
    ['en', { name: 'Ann', amount: 5 }, { name: 'Ann', amount: 5 }, '“Ann” already says so.'],
    [
      'en',
      { name: 'a', amount: 1, weight: 2, reps: 3, date: TODAY },
      { name: 'a', amount: 2, weight: 3, reps: 4, date: YESTERDAY },
      'Changed “a”: amount $1 → $2, weight 2 → 3 kg, reps 3 → 4 and 1 more.',
    ],
    ['en', { weight: 60, date: YESTERDAY }, { weight: 61, date: YESTERDAY }, 'Changed yesterday’s entry: weight 60 → 61 kg.'],
    ['zh', { name: '聚餐', amount: 45 }, { name: '聚餐', amount: 48 }, '已把“聚餐”的金额从45元改为48元。'],
    ['zh', { name: '张伟' }, { name: '张伟', done: true }, '已把“张伟”的“还了没”改为是。'],
    ['zh', { name: '张伟' }, { name: '章伟' }, '已把“张伟”改名为“章伟”。'],
    ['ja', { name: '飲み会', amount: 4500 }, { name: '飲み会', amount: 4800 }, '「飲み会」の金額を4,500円から4,800円に直しました。'],
    ['ja', { name: '竿' }, { name: '竿', done: true }, '「竿」の「返ってきたか」を「はい」にしました。'],
    ['ja', { weight: 60, date: TODAY }, { weight: 61, date: TODAY }, '今日の分の重さを60 kgから61 kgに直しました。'],
    ['ko', { name: '택시비', amount: 14000 }, { name: '택시비', amount: 12000 }, '“택시비” 금액을 14,000원에서 12,000원으로 고쳤어요.'],
    ['ko', { name: '박씨' }, { name: '박씨', done: true }, '“박씨” 갚음을 예로 바꿨어요.'],
    ['ko', { name: '김치' }, { name: '깍두기' }, '“김치” 이름을 “깍두기”로 고쳤어요.'],
  ])('%s %j to %j', (language, before, after, text) => {
    expect(said(language, 'update', after, before)).toBe(text)
  })
})

describe('going back says what is so now', () => {
  const none = { back: [], gone: [], changed: [] }
  it.each<[Language, 'back' | 'gone' | 'changed', string]>([
    ['en', 'back', '“bench” (60 kg) is back in Gym.'],
    ['en', 'gone', 'Took “bench” (60 kg) out of Gym again.'],
    ['en', 'changed', '“bench”: weight is 60 kg again.'],
    ['zh', 'back', '已在“Gym”里恢复“bench”（60 kg）。'],
    ['zh', 'gone', '已从“Gym”里去掉“bench”（60 kg）。'],
    ['zh', 'changed', '“bench”的重量恢复为60 kg。'],
    ['ja', 'back', '「bench」60 kgをGymに戻しました。'],
    ['ja', 'gone', '「bench」60 kgをGymから取り除きました。'],
    ['ja', 'changed', '「bench」の重さを60 kgに戻しました。'],
    ['ko', 'back', 'Gym에 “bench” 60kg 다시 넣었어요.'],
    ['ko', 'gone', 'Gym에서 “bench” 60kg 다시 뺐어요.'],
    ['ko', 'changed', '“bench” 되돌렸어요: 무게 60kg.'],
  ])('%s %s', (language, which, text) => {
    const before = which === 'changed' ? { before: rec({ name: 'bench', weight: 70 }) } : null
    const one = entrySaid(rec({ name: 'bench', weight: 60 }), collectionOf(language), 'bench', around(language), before)
    expect(wentBack(language, { way: 'undo', name: 'Gym', what: 'x', entries: { ...none, [which]: [one] } })).toBe(text)
  })
  it('tells a step of the app as the step tells itself', () => {
    expect(wentBack('en', { way: 'undo', name: 'Gym', what: 'Taken back: Added “Notes”', entries: none })).toBe(
      'Taken back: Added “Notes”.',
    )
  })
})

describe('an answer gives the figure first', () => {
  const figure = (language: Language, query: object, more: Partial<Answer>) => {
    const collection = collectionOf(language)
    const app = spec({ name: 'A', language, collections: [collection as never] })
    const answer = { query: Query.parse({ collection: 'items', ...query }), shown: '', rows: [], value: 1, ...more } as Answer
    return answered(language, { spec: app, answer, question: 'how much did Rahul pay' }, around(language))
  }
  const month = { field: 'date', unit: 'month', offset: 0 }
  const rahul = [{ field: 'name', op: 'contains', value: 'rahul' }]
  const sum = { measure: { fn: 'sum', field: 'amount' } }
  const mean = { measure: { fn: 'mean', field: 'weight' } }
  it.each<[Language, object, Partial<Answer>, string]>([
    ['en', { ...sum, when: month }, { value: 29775 }, '$29,775 this month.'],
    ['en', sum, { value: 301.5 }, '$301.50 in all.'],
    ['en', { ...sum, filter: rahul }, { value: 27450 }, '$27,450 for Rahul.'],
    ['en', mean, { value: 135.75, decimals: 1 }, '135.8 kg on average.'],
    [
      'en',
      { measure: { fn: 'max', field: 'weight' }, limit: 1 },
      { value: 60, records: [{ id: 'r', title: 'squat', at: TODAY }] },
      'Squat, 60 kg, today.',
    ],
    ['zh', { ...sum, when: month }, { value: 799.5 }, '本月共799.50元。'],
    ['zh', mean, { value: 135.75, decimals: 1 }, '平均135.8 kg。'],
    ['zh', { measure: { fn: 'count' }, when: month }, { value: 3 }, '本月共3条。'],
    ['ja', { ...sum, when: month }, { value: 78450 }, '今月は合計78,450円です。'],
    ['ja', { ...sum, filter: rahul }, { value: 420 }, '「Rahul」は合計420円です。'],
    ['ja', mean, { value: null }, 'まだ記録がありません。'],
    ['ko', { ...sum, when: month }, { value: 44600 }, '이번 달 모두 44,600원이에요.'],
    [
      'ko',
      { measure: { fn: 'max', field: 'weight' }, limit: 1 },
      { value: 60, records: [{ id: 'r', title: '스쿼트', at: TODAY }] },
      '스쿼트, 60kg이에요 (오늘).',
    ],
  ])('%s %j', (language, query, more, text) => {
    expect(figure(language, query, more)).toBe(text)
  })
})

describe('values as they are said', () => {
  it.each<[Field, Value, string, string]>([
    [field('a', 'A', 'money', { currency: 'JPY' }), 78450, 'ja-JP', '78,450円'],
    [field('a', 'A', 'money', { currency: 'TWD' }), 120, 'zh-TW', '120元'],
    [field('a', 'A', 'money', { currency: 'USD' }), 12, 'ja-JP', '$12'],
    [field('a', 'A', 'money', { currency: 'INR' }), 125000, 'en-IN', '₹1,25,000'],
    [field('a', 'A', 'rating', { max: 5 }), 4, 'en-US', '4/5'],
    [field('a', 'A', 'date'), '2026-11-25', 'ja-JP', '明日'],
    [field('a', 'A', 'date'), '2025-12-04', 'en-GB', '4 Dec 2025'],
    [field('a', 'A', 'datetime'), '2026-11-23T20:54', 'ko-KR', '어제 오후 8:54'],
  ])('%j %s %s', (one, value, locale, text) => {
    expect(spokenValue(one, value, { locale, today: TODAY })).toBe(text)
  })
  it('tells a moment without its date where that is today', () => {
    expect(spokenMoment('2026-11-24T06:30', TODAY, 'ko-KR')).toBe('오늘 오전 6:30')
  })
})

describe('what is kept is named in full', () => {
  it.each<[Language, string]>([
    ['en', 'A is ready. It keeps what for, amount, weight, reps, paid and date. Amounts are in dollars.'],
    ['zh', '“A”做好了。可以记录名称、金额、重量、次数、还了没、日期。Amounts are in dollars.'],
    ['ja', '「A」ができました。品名、金額、重さ、回数、返ってきたか、日付を記録できます。Amounts are in dollars.'],
    ['ko', '“A” 앱을 만들었어요. 내용, 금액, 무게, 횟수, 갚음, 날짜를 기록할 수 있어요. Amounts are in dollars.'],
  ])('%s', (language, text) => {
    const app = spec({ name: 'A', language, collections: [collectionOf(language) as never] })
    expect(built(language, { spec: app, assumed: ['Amounts are in dollars.'], missing: [] })).toBe(text)
  })
})

describe('a remark is heard in its tone', () => {
  it.each([
    [
      'tired',
      [
        'omg im so tired rn',
        'lol legs are dead',
        'barely slept',
        'what a long shift',
        '累死了',
        '好困啊',
        '今天加班到十点',
        'もう毎日くたくたよ',
        'ねむい…',
        '寝不足だ',
        '하 너무 졸리다',
        '오늘 완전 녹초',
        '피곤해',
      ],
    ],
    [
      'hurt',
      [
        'my back is aching',
        'my eyes hurt from reading',
        'got a headache',
        '腰疼',
        '有点不舒服',
        '头晕',
        '腰が痛え',
        '風邪ひいた',
        '頭痛がする',
        '무릎이 쑤셔',
        '허리 아파',
        '감기 걸렸나봐',
      ],
    ],
    [
      'angry',
      [
        'bloody robbery that is',
        'so fed up with this',
        'traffic was a nightmare',
        '气死我了',
        '太贵了吧',
        '真烦',
        'むかつく',
        '高すぎるだろ',
        'イライラする',
        '진짜 짜증나',
        '완전 바가지야',
        '열받아',
      ],
    ],
    [
      'low',
      [
        "I'm worried sick",
        'prices have gone up so much',
        'my cat died',
        '难过',
        '没钱了',
        '压力好大',
        '金欠すぎて笑うw',
        '不安だ',
        '寂しいな',
        '망했다',
        '거지됐네 ㅋㅋ',
        '너무 걱정돼',
      ],
    ],
    [
      'glad',
      [
        'new record today!',
        'finally done',
        'so happy',
        '太好了',
        '好开心',
        '终于考过了',
        'やった！',
        '楽しかった',
        '合格した',
        '드디어 끝났다',
        '너무 좋아',
        '합격했어',
      ],
    ],
    ['plain', ['ok then', 'the weather is changing', '今天有风', '推しの誕生日もうすぐ', '비 오니까 손님이 없네', 'その辺にした']],
  ] as const)('%s', (mood, says) => {
    expect(says.filter((text) => moodOf(text) !== mood)).toEqual([])
  })
  it.each(['en', 'zh', 'ja', 'ko'] as const)('never twice in a row in the same words, %s', (language) => {
    const first = heard(language, 'hm', null)
    expect(heard(language, 'hm', first)).not.toBe(first)
  })
})

describe('what is not understood is answered with what this app would understand', () => {
  const squat: Record<Language, string> = { en: 'squat', zh: '深蹲', ja: 'スクワット', ko: '스쿼트' }
  const without = (language: Language, kinds: string[]): AppSpec => {
    const collection = collectionOf(language)
    const fields = collection.fields.filter(({ kind }) => !kinds.includes(kind))
    return spec({ name: 'A', language, collections: [{ ...collection, fields }] })
  }
  const measured = ['quantity', 'number', 'yesno']
  it.each(
    (['en', 'zh', 'ja', 'ko'] as const).flatMap((language) =>
      [[], ['money'], ['money', ...measured]].map((kinds) => ({ language, kinds, app: without(language, kinds) })),
    ),
  )('$language, without $kinds: an entry and a question that it takes', ({ language, app }) => {
    const known = { items: [rec({ name: squat[language], amount: 12, weight: 60, date: TODAY })] }
    const [entry, question] = examplesOf({ spec: app, known }, around(language))
    const id = 'app0000000000000'
    const glimpse = { id, name: 'A', icon: '📒', spec: app, usedAt: '', version: 1, known }
    const open = { ...context([], null, language), apps: [glimpse], open: id, currency: CURRENCY[language] }
    const heardAs = (text: string) => understand(reading(text, language), open as never).intent
    expect([entry, heardAs(entry!), question, heardAs(question!)]).toEqual([entry, 'log', question, 'query'])
  })
  it.each([
    ['en-US', ['$40', 'Hawaii']],
    ['en-GB', ['£40', 'Scotland']],
    ['en-IN', ['₹2,000', 'Goa']],
    ['zh-TW', ['1,500元', '花莲']],
    ['ja-JP', ['5,000円', '沖縄']],
    ['ko-KR', ['50,000원', '제주']],
  ] as const)('without an app in the money and of the places of %s', (locale, parts) => {
    const text = examplesFor(locale.slice(0, 2) as Language, locale).join(' ')
    expect(parts.filter((part) => !text.includes(part))).toEqual([])
  })
})
