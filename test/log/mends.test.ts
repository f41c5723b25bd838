/** Corrections and removals as they are learned (src/dialogue/log/mend/learned.ts): which entry, which field, which value; and what they never do. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsIn, specOf } from '../../scripts/entry/corpus.ts'
import { keptApps } from '../../scripts/mend/corpus.ts'
import { read } from '../../src/base/language/read.ts'
import { mendIs, mendsOf } from '../../src/dialogue/log/mend/learned.ts'
import { dropped, mended } from '../../src/dialogue/log/mend/mend.ts'
import type { Entries, EntryContext } from '../../src/dialogue/log/types.ts'
import { LANGUAGES, type Language, type Rec, type Value } from '../../src/spec.ts'

const now = { date: '2026-11-24', time: '18:00', weekStart: 1 as const }
const LOCALE: Record<Language, string> = { en: 'en-US', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
const OF: Record<Language, string> = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' }

type App = { language: Language; fields: string; kept: Value[][] }
const APPS: Record<string, App> = {
  'the marina': {
    language: 'en',
    fields: 'boat: text; berth: text; litres: number; skipper: person; paid: yesno; day: date',
    kept: [
      ['Gannet', 'C4', 60, 'Orla', false, '2026-11-20'],
      ['Puffin', 'A11', 25, 'Milo', false, '2026-11-22'],
      ['Storm Petrel', 'B2', 140, 'Orla', null, '2026-11-23'],
    ],
  },
  陶艺班: {
    language: 'zh',
    fields: '作品: text; 学员: person; 釉色: text; 价格: money; 烧好了吗: yesno; 日期: date',
    kept: [
      ['茶碗', '阿宁', '青釉', 80, false, '2026-11-19'],
      ['花瓶', '小戴', '白釉', 260, null, '2026-11-21'],
      ['小碟', '阿宁', null, 35, false, '2026-11-23'],
    ],
  },
  銭湯めぐり: {
    language: 'ja',
    fields: '銭湯: text; 場所: place; 料金: money; 評価: rating; 誰と: person; 日付: date',
    kept: [
      ['亀の湯', '下町', 520, 4, null, '2026-11-15'],
      ['松乃湯', '北通り', 480, null, '佐和', '2026-11-21'],
      ['朝日温泉', '港', 700, 3, null, '2026-11-23'],
    ],
  },
  '등산 기록': {
    language: 'ko',
    fields: '산: text; 코스: text; 시간: duration; 난이도: rating; 같이 간 사람: person; 날짜: date',
    kept: [
      ['운길산', '수종사길', 150, 3, '지훈', '2026-11-08'],
      ['도봉산', '다락능선', 240, null, null, '2026-11-15'],
      ['검단산', '현충탑', 130, 2, '서윤', '2026-11-22'],
    ],
  },
}
function openedOf(name: string) {
  const { language, fields, kept } = APPS[name]!
  const own = fieldsIn(fields, LOCALE[language], language)
  const spec = specOf({ language, locale: LOCALE[language], who: name }, own)
  const items = kept.map(
    (row, n) =>
      ({
        id: `r${n}`,
        seq: n + 1,
        values: Object.fromEntries(row.flatMap((v, i) => (v === null ? [] : [[own[i]!.id, v]]))),
      }) as unknown as Rec,
  )
  const ctx: EntryContext = { now, locale: LOCALE[language], currency: OF[language], known: { items } }
  const say = (text: string, gone = false): Entries | null => {
    const reading = read(text, { now, language, currency: OF[language] })
    const rules = gone ? dropped(reading, spec, ctx) : mended(reading, spec, ctx, true)
    const made = rules && 'ok' in rules ? (rules.ok ? rules.value : null) : rules
    return mendsOf(reading, made, gone, spec, ctx)
  }
  const told = (text: string): string => {
    const op = say(text)?.ops[0]
    if (op?.do !== 'update') return '-'
    const values = Object.entries(op.values).map(([id, value]) => `${own.find((field) => field.id === id)!.label}=${value}`)
    return `${op.match.record} ${values.sort().join(' ')}`
  }
  const removed = (text: string): string =>
    (say(text, true)?.ops ?? []).flatMap((op) => (op.do === 'delete' ? (op.match.record ?? '?') : [])).join()
  return { spec, ctx, say, told, removed, language }
}

describe('a correction', () => {
  it.each<[string, string, string]>([
    ['the marina', 'change the berth of Gannet to D9', 'r0 berth=D9'],
    ['the marina', 'rename Puffin to Razorbill', 'r1 boat=Razorbill'],
    ['the marina', 'puffin was 52', 'r1 litres=52'],
    ['the marina', 'petrel paid up', 'r2 paid=true'],
    ['the marina', '150 not 140', 'r2 litres=150'],
    ['the marina', "gannet's skipper is Tove", 'r0 skipper=Tove'],
    ['陶艺班', '把花瓶的釉色改成天青', 'r1 釉色=天青'],
    ['陶艺班', '把茶碗改名叫建盏', 'r0 作品=建盏'],
    ['陶艺班', '花瓶280', 'r1 价格=280'],
    ['陶艺班', '小碟烧好了', 'r2 烧好了吗=true'],
    ['銭湯めぐり', '松乃湯の場所を南通りに変えて', 'r1 場所=南通り'],
    ['銭湯めぐり', '亀の湯は5点で', 'r0 評価=5'],
    ['銭湯めぐり', '朝日温泉、750円だった', 'r2 料金=750'],
    ['등산 기록', '도봉산 코스를 오봉길로 바꿔줘', 'r1 코스=오봉길'],
    ['등산 기록', '검단산 코스를 이디야로 바꿔줘', 'r2 코스=이디야'],
    ['등산 기록', '도봉산은 난이도 4', 'r1 난이도=4'],
    ['등산 기록', '운길산 같이 간 사람은 하준이야', 'r0 같이 간 사람=하준'],
  ])('in %s: %s', (name, text, wanted) => {
    expect(openedOf(name).told(text)).toBe(wanted)
  })
})

describe('what is told of an entry that is not there', () => {
  it.each<[string, string, object]>([
    ['the marina', 'the heron was 70', { boat: 'the heron', litres: 70 }],
    ['銭湯めぐり', '草津は800円だった', { 銭湯: '草津', 料金: 800 }],
    ['등산 기록', '설악산은 난이도 5', { 산: '설악산', 난이도: 5 }],
  ])('in %s: %s changes none of the others', (name, text, fresh) => {
    const { say, spec } = openedOf(name)
    const op = say(text)?.ops[0]
    expect(op?.do).toBe('update')
    if (op?.do !== 'update') return
    expect(op.match.record).toBeUndefined()
    const label = (id: string) => spec.collections[0]!.fields.find((field) => field.id === id)!.label
    expect(op.orCreate ? Object.fromEntries(Object.entries(op.orCreate).map(([id, value]) => [label(id), value])) : null).toEqual(fresh)
  })
})

describe('a removal', () => {
  it.each<[string, string, string]>([
    ['the marina', 'scrap the petrel', 'r2'],
    ['the marina', "take out milo's", 'r1'],
    ['陶艺班', '删掉茶碗', 'r0'],
    ['銭湯めぐり', '松乃湯は消して', 'r1'],
    ['등산 기록', '도봉산 지워줘', 'r1'],
  ])('in %s: %s', (name, text, wanted) => {
    expect(openedOf(name).removed(text)).toBe(wanted)
  })

  it.each<[string, string]>([
    ['the marina', 'delete the pelican'],
    ['the marina', 'get rid of the kayak, it sank'],
    ['陶艺班', '删掉那个鸭子'],
    ['銭湯めぐり', '草津はもう行かないので消しといて'],
    ['등산 기록', '설악산 거 지워줘'],
  ])('in %s: %s takes out nothing, as nothing has that name', (name, text) => {
    const [op] = openedOf(name).say(text, true)?.ops ?? []
    expect(op && op.do !== 'create' ? op.match.record : undefined).toBeUndefined()
  })
  it.each<[string, string]>([
    ['the marina', 'delete that last one, I made a mistake'],
    ['銭湯めぐり', 'さっきのなしで'],
    ['등산 기록', '방금 거 지워줘 잘못 적었어'],
  ])('in %s: %s takes out the last', (name, text) => {
    expect(openedOf(name).removed(text)).toBe('r2')
  })
})

describe('whatever is said', () => {
  const some = fc.constantFrom(
    ...LANGUAGES.flatMap((language) => keptApps(language, 'scripts/mend/corpus').flatMap(({ said }) => said.map(({ text }) => text))),
  )
  const anything = fc.oneof(
    some,
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.tuple(some, some).map((two) => two.join(' ')),
  )
  it('changes only entries that are there, into values of their fields, and nothing into what it was', () => {
    const opened = Object.keys(APPS).map(openedOf)
    fc.assert(
      fc.property(fc.constantFrom(...opened), anything, fc.boolean(), ({ say, spec, ctx }, text, gone) => {
        const entries = say(text, gone)
        const fields = spec.collections[0]!.fields
        for (const op of entries?.ops ?? []) {
          expect(op.do).toBe(gone ? 'delete' : 'update')
          if (op.do === 'create') continue
          const record = ctx.known!.items!.find(({ id }) => id === op.match.record)
          // Of what is not there it says by which name it would be found.
          if (!op.match.record) {
            expect(op.match.filters).toHaveLength(1)
            continue
          }
          expect(record).toBeDefined()
          for (const [id, value] of Object.entries(op.do === 'update' ? op.values : {})) {
            expect(fields.some((field) => field.id === id)).toBe(true)
            expect(value).not.toEqual(record!.values[id])
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
          }
        }
        const [only] = entries?.ops ?? []
        if (entries?.ops.length === 1 && !(only?.do === 'update' && only.orCreate))
          expect(mendIs(entries, spec)).toBe(gone ? 'delete' : 'update')
      }),
      { numRuns: 150 },
    )
  })

  it('changes nothing where nothing is kept', () => {
    const { spec, ctx, language } = openedOf('the marina')
    const reading = read('puffin was 52', { now, language, currency: 'USD' })
    expect(mendsOf(reading, null, false, spec, { ...ctx, known: { items: [] } })).toBeNull()
  })
})
