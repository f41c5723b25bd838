/** Telling and asking apps of several collections: who and what by name, in four languages. */
import { describe, expect, test } from 'vitest'
import { runQuery } from '../../src/apps/query.ts'
import { readAsked } from '../../src/dialogue/related/asked/read.ts'
import { happeningsOf } from '../../src/dialogue/related/events.ts'
import { readTold } from '../../src/dialogue/related/told/read.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import type { AppId } from '../../src/events.ts'
import type { AppSpec, Language, Rec, Value } from '../../src/spec.ts'
import { ask } from '../synthesiser/ask.ts'
import { languageOf, now, reading } from './apps.ts'

const LIBRARY: Record<Language, string> = {
  en: 'A small library: books, students, who borrowed what and when it is due',
  zh: '图书角:书、学生、谁借了什么、什么时候还',
  ja: '教室の図書:本、生徒、誰が何を借りたか、返却予定日',
  ko: '학급 문고: 책, 학생, 누가 뭘 빌려갔는지, 반납일',
}
const LESSONS = 'students, lessons and payments'
const DUES = { zh: '会员和缴费记录', ja: 'サークルのメンバーと会費の支払い', ko: '클럽 회원이랑 회비 납부' }
const PLANTS = { en: 'my plants and waterings', zh: '植物和浇水' }
const CARS = 'my cars and their repairs'

const ctx = { now, locale: 'en-US', currency: 'USD' }
const rec = (id: string, values: Record<string, Value>): Rec => ({ id, values, seq: 1, createdAt: '', at: '', by: 'person' })
const KNOWN = [
  'Ana',
  'Tom Baker',
  'Tom Smith',
  'The Hobbit',
  'Gone Fishing',
  'Fern',
  'Civic',
  '小红',
  '红楼梦',
  '老王',
  '绿萝',
  '田中さん',
  'はなこ',
  '銀河鉄道の夜',
  '김민수',
  '민수',
  '어린 왕자',
]
/** Every thing of the app knows all of these names; a name means the record `id:name` of whatever collection it is sought in. */
const records = (spec: AppSpec, more: Record<string, Rec[]> = {}): Record<string, Rec[]> => ({
  ...Object.fromEntries(
    spec.collections
      .filter(({ title, fields }) => fields.find(({ id }) => id === title)?.kind === 'text')
      .map((one) => [one.id, namesFor(one.concept ?? '').map((name) => rec(`id:${name}`, { [one.title]: name }))]),
  ),
  ...more,
})
const PEOPLE = /^(?:Ana|Tom|小红|老王|田中|はなこ|김민수)/
const namesFor = (concept: string) => {
  const people = /student|member|client/.test(concept)
  return KNOWN.filter((name) => PEOPLE.test(name) === people && (people || name !== '민수'))
}

/** [app, said, what is written; a list is several records; ids of known ones begin with id: ] */
const TOLD: [app: string, say: string, kind: string, ...Record<string, Value>[]][] = [
  [LIBRARY.en, 'Mina borrowed Holes until Friday', 'loan', { student: 'Mina', book: 'Holes', due: '2026-11-27' }],
  [LIBRARY.en, 'I lent Matilda to Ana', 'loan', { student: 'id:Ana', book: 'Matilda' }],
  [LIBRARY.en, 'lent Ana the Hobbit', 'loan', { student: 'id:Ana', book: 'id:The Hobbit' }],
  [LIBRARY.en, 'Tom Smith borrowed Gone Fishing', 'loan', { student: 'id:Tom Smith', book: 'id:Gone Fishing' }],
  [
    LIBRARY.en,
    'Mina checked out Lord of the Rings yesterday, due December 10',
    'loan',
    { student: 'Mina', book: 'Lord of the Rings', date: '2026-11-23', due: '2026-12-10' },
  ],
  [LIBRARY.en, 'Holes was borrowed by Kim', 'loan', { student: 'Kim', book: 'Holes' }],
  [LIBRARY.en, 'Mina borrowed 1984', 'loan', { student: 'Mina', book: '1984' }],
  [LIBRARY.en, 'Mina and Ana borrowed Holes', 'loan', { student: 'Mina', book: 'Holes' }, { student: 'id:Ana', book: 'Holes' }],
  [LIBRARY.zh, '小明借了《西游记》，周五还', 'loan', { student: '小明', book: '西游记', due: '2026-11-27' }],
  [LIBRARY.zh, '把西游记借给小红了', 'loan', { student: 'id:小红', book: '西游记' }],
  [LIBRARY.zh, '红楼梦被小红借走了', 'loan', { student: 'id:小红', book: 'id:红楼梦' }],
  [LIBRARY.zh, '昨天小刚借了三国演义', 'loan', { student: '小刚', book: '三国演义', date: '2026-11-23' }],
  [LIBRARY.ja, 'ミナが「ホールズ」を金曜まで借りた', 'loan', { student: 'ミナ', book: 'ホールズ', due: '2026-11-27' }],
  [LIBRARY.ja, '田中さんに銀河鉄道の夜を貸した', 'loan', { student: 'id:田中さん', book: 'id:銀河鉄道の夜' }],
  [LIBRARY.ja, 'はなこが魔女の宅急便を借りました', 'loan', { student: 'id:はなこ', book: '魔女の宅急便' }],
  [LIBRARY.ko, '미나가 홀스 빌려갔어 금요일까지', 'loan', { student: '미나', book: '홀스', due: '2026-11-27' }],
  [LIBRARY.ko, '지우한테 어린 왕자 빌려줬어', 'loan', { student: '지우', book: 'id:어린 왕자' }],
  [LIBRARY.ko, '민수가 해리 포터를 빌렸어요', 'loan', { student: 'id:김민수', book: '해리 포터' }],
  [LESSONS, 'Ana paid 40 for June lesson', 'payment', { student: 'id:Ana', amount: 40, paid: true, note: 'June lesson' }],
  [LESSONS, 'Ana had a lesson today, 45 minutes', 'lesson', { student: 'id:Ana', duration: 45 }],
  [LESSONS, 'lesson with Ana, 1 hour', 'lesson', { student: 'id:Ana', duration: 60 }],
  [LESSONS, 'Kim owes 40', 'payment', { student: 'Kim', amount: 40, paid: false }],
  [DUES.ja, '佐藤さんが会費3000円払った', 'payment', { member: '佐藤さん', amount: 3000 }],
  [DUES.ja, '田中さんから3000円もらった', 'payment', { member: 'id:田中さん', amount: 3000 }],
  [DUES.ja, '小林さんから会費2000円受け取った', 'payment', { member: '小林さん', amount: 2000 }],
  ['ピアノの生徒とレッスンの記録', 'さくらさんのレッスン60分', 'lesson', { student: 'さくらさん', duration: 60 }],
  [DUES.ko, '지영이 3만원 입금했어', 'payment', { member: '지영', amount: 30000 }],
  [DUES.zh, '小李缴费300元', 'payment', { member: '小李', amount: 300 }],
  [DUES.zh, '收到老王的会费200', 'payment', { member: 'id:老王', amount: 200 }],
  [PLANTS.zh, '给绿萝浇水了', 'watering', { plant: 'id:绿萝' }],
  [PLANTS.en, 'watered the fern and the cactus', 'watering', { plant: 'id:Fern' }, { plant: 'cactus' }],
  [CARS, 'fixed brakes on the Civic for 300 dollars', 'repair', { car: 'id:Civic', amount: 300, item: 'brakes' }],
]

describe('what happened goes where it is kept, with whom and what by name', () => {
  test.each(TOLD)('%s: %s', (app, say, kind, ...wanted) => {
    const { spec } = ask(app)
    const told = readTold(reading(say, languageOf(say)), spec, records(spec), ctx)
    if (!told || 'unsure' in told) throw new Error(`${say}: ${JSON.stringify(told)}`)
    const { ops } = told.entries
    expect(ops.map((op) => op.do === 'create' && op.values)).toEqual(wanted.map((values) => expect.objectContaining(values)))
    for (const op of ops) expect(op.do === 'create' && spec.collections.find(({ id }) => id === op.collection)?.concept).toBe(kind)
  })
})

const BACK: [Language, string, who: string, what: string][] = [
  ['en', 'Ana brought The Hobbit back', 'Ana', 'The Hobbit'],
  ['en', 'got the Hobbit back from Ana', 'Ana', 'The Hobbit'],
  ['en', 'The Hobbit is back', 'Ana', 'The Hobbit'],
  ['zh', '小红把红楼梦还了', '小红', '红楼梦'],
  ['zh', '小红还了红楼梦', '小红', '红楼梦'],
  ['ja', 'はなこが銀河鉄道の夜を返した', 'はなこ', '銀河鉄道の夜'],
  ['ja', '銀河鉄道の夜が返ってきた', 'はなこ', '銀河鉄道の夜'],
  ['ko', '민수가 어린 왕자 반납했어', '김민수', '어린 왕자'],
]
describe('what comes back ends the loan that is open, and notes no other', () => {
  test.each(BACK)('%s: %s', (language, say, who, what) => {
    const { spec } = ask(LIBRARY[language])
    const loans = [
      rec('old', { student: `id:${who}`, book: `id:${what}`, returned: true }),
      rec('open', { student: `id:${who}`, book: `id:${what}` }),
      rec('other', { student: 'id:somebody', book: 'id:other' }),
    ]
    const known = records(spec, { loans })
    const told = readTold(reading(say, language), spec, known, ctx)
    if (!told || 'unsure' in told) throw new Error(JSON.stringify(told))
    const [op] = told.entries.ops
    if (op?.do !== 'update' || op.match.filters === 'last') throw new Error(JSON.stringify(op))
    expect(op.values).toEqual({ returned: true })
    const met = runQuery({ collection: 'loans', filter: op.match.filters, measure: { fn: 'count' } }, loans, spec, now, known)
    expect(met.records).toEqual(['open'])
  })
})

describe('a name that may mean several is asked about', () => {
  const { spec } = ask(LIBRARY.en)
  const context = (known: Record<string, Rec[]>) => ({
    apps: [{ id: 'app' as AppId, name: spec.name, icon: '📕', spec, usedAt: '', version: 1, records: known }],
    open: 'app' as AppId,
    window: [],
    last: { app: null, intent: null },
    ...ctx,
  })
  test('each answer is understood without asking again', () => {
    const asked = understand(reading('Tom borrowed Holes', 'en'), context(records(spec)))
    if (asked.intent !== 'choose') throw new Error(asked.intent)
    expect(asked.options.map(({ label }) => label)).toEqual(['Tom Baker', 'Tom Smith'])
    for (const { say, label } of asked.options)
      expect(understand(reading(say, 'en'), context(records(spec)))).toMatchObject({
        intent: 'log',
        entries: { ops: [{ values: { student: `id:${label}`, book: 'Holes' } }] },
      })
  })
  test('two of one name are told apart by what else is known of them', () => {
    const students = [rec('a', { name: 'Kim', email: 'kim@one.example' }), rec('b', { name: 'Kim' })]
    const asked = understand(reading('Kim borrowed Holes', 'en'), context(records(spec, { students })))
    if (asked.intent !== 'choose') throw new Error(asked.intent)
    const chosen = asked.options.map(({ say }) => understand(reading(say, 'en'), context(records(spec, { students }))))
    expect(chosen.map((one) => one.intent === 'log' && one.entries.ops[0]?.do === 'create' && one.entries.ops[0].values.student)).toEqual([
      'a',
      'b',
    ])
  })
  test('a loan is not guessed where several are open', () => {
    const loans = [rec('one', { student: 'id:Ana', book: 'id:The Hobbit' }), rec('two', { student: 'id:Ana', book: 'id:Gone Fishing' })]
    const asked = understand(reading('Ana brought it back', 'en'), context(records(spec, { loans })))
    if (asked.intent !== 'choose') throw new Error(asked.intent)
    expect(asked.options.map(({ say }) => say)).toEqual(['Ana returned The Hobbit', 'Ana returned Gone Fishing'])
  })
})

/** [app language, question, names that answer it] */
const HELD: [Language, string, string[]][] = [
  ['en', 'who has The Hobbit?', ['Ana']],
  ['en', 'what does Ana have?', ['The Hobbit']],
  ['en', 'what is overdue?', ['late']],
  ['en', 'where is the hobbit?', ['Ana']],
  ['en', "who hasn't returned their books?", ['Ana', 'Tom Smith']],
  ['en', 'who has Matilda?', []],
  ['zh', '红楼梦在谁那里？', ['小红']],
  ['zh', '小红借了什么？', ['红楼梦']],
  ['ja', '銀河鉄道の夜は誰が借りてる？', ['はなこ']],
  ['ja', 'はなこは何を借りてる？', ['銀河鉄道の夜']],
  ['ko', '어린 왕자 누가 빌려갔어?', ['김민수']],
  ['ko', '민수가 뭐 빌려갔어?', ['어린 왕자']],
]
const PAIR: Record<Language, [string, string]> = {
  en: ['Ana', 'The Hobbit'],
  zh: ['小红', '红楼梦'],
  ja: ['はなこ', '銀河鉄道の夜'],
  ko: ['김민수', '어린 왕자'],
}
describe('who has what, and what is late', () => {
  test.each(HELD)('%s: %s', (language, question, names) => {
    const { spec } = ask(LIBRARY[language])
    const [who, what] = PAIR[language]
    const loans = [
      rec('back', { student: 'id:Tom Baker', book: `id:${what}`, returned: true, due: '2026-01-01' }),
      rec('open', { student: `id:${who}`, book: `id:${what}`, date: '2026-11-20', due: '2026-12-20' }),
      rec('late', { student: 'id:Tom Smith', book: 'id:Gone Fishing', date: '2026-10-01', due: '2026-11-01' }),
    ]
    const known = records(spec, { loans })
    const asked = readAsked(reading(question, language), spec, known, ctx, true)
    if (!asked || 'unsure' in asked) throw new Error(JSON.stringify(asked))
    const { query } = asked
    expect(query.names).toBe(true)
    const found = runQuery(query, known[query.collection] ?? [], spec, now, known)
    expect((query.group ? found.rows.map(({ label }) => label) : found.records).sort()).toEqual([...names].sort())
  })
})

/** Everybody has paid in November but those named; in June nobody but Ana, 小红 ... */
const PAID: [app: string, question: string, names: string[] | number][] = [
  [LESSONS, "who hasn't paid in June?", ['Tom Baker', 'Tom Smith']],
  [LESSONS, 'who has not paid this month?', ['Ana']],
  [LESSONS, 'who paid in June?', ['Ana']],
  [LESSONS, 'how much did Tom Baker pay?', 30],
  [LESSONS, 'total paid this month', 60],
  [LESSONS, 'how many payments did Ana make?', 1],
  [DUES.zh, '谁6月没交钱？', ['Tom Baker', 'Tom Smith']],
  [DUES.ja, '6月にまだ払っていない人は？', ['Tom Baker', 'Tom Smith']],
  [DUES.ja, '今月払ってないのは誰？', ['Ana']],
  [DUES.ko, '6월에 회비 안 낸 사람 누구야?', ['Tom Baker', 'Tom Smith']],
  [DUES.ko, '이번 달 아직 안 낸 사람은?', ['Ana']],
]
describe('who paid, who did not, and how much', () => {
  test.each(PAID)('%s: %s', (app, question, wanted) => {
    const { spec } = ask(app)
    const [happening] = happeningsOf(spec).filter(({ collection }) => collection.concept === 'payment')
    const { collection, people } = happening!
    const link = people[0]!
    const pay = (who: string, amount: number, date: string) => rec(`${who}${date}`, { [link.id]: `id:${who}`, amount, date, paid: true })
    const known = records(spec, {
      [link.to]: ['Ana', 'Tom Baker', 'Tom Smith'].map((name) => rec(`id:${name}`, { name })),
      [collection.id]: [pay('Ana', 20, '2026-06-05'), pay('Tom Baker', 30, '2026-11-02'), pay('Tom Smith', 30, '2026-11-03')],
    })
    const asked = readAsked(reading(question, languageOf(question)), spec, known, ctx, true)
    if (!asked || 'unsure' in asked) throw new Error(JSON.stringify(asked))
    const { query } = asked
    const found = runQuery(query, known[query.collection] ?? [], spec, now, known)
    const titles = found.records.map((id) => known[query.collection]?.find((one) => one.id === id)?.values.name)
    if (typeof wanted === 'number') expect(found.value).toBe(wanted)
    else expect((query.group ? found.rows.map(({ label }) => label) : titles).sort()).toEqual(wanted)
  })
})
