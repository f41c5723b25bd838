/**
 * Whole conversations, each in a home of its own: what is asked for, noted, corrected, asked and changed in the words of
 * somebody who has never seen the app. After a line stands what must then be kept of an entry (labels of fields and their
 * values), or what the reply says. The check in the browser is taken for passed.
 */
import { describe, expect, it } from 'vitest'
import type { AppState } from '../../src/apps/types.ts'
import type { AppId } from '../../src/events.ts'
import type { Rec, Value } from '../../src/spec.ts'
import { find, openDoor, replyOf } from './door.ts'

type Kept = Record<string, Value>
/** Of the app: names of fields and their kinds that it must have. */
type Shape = { fields: Record<string, string> }
type Line = [said: string, then?: Kept | RegExp | Shape | { gone: string }]

const TALKS: Record<string, Line[]> = {
  'en-US, bees': [
    ['I keep bees, four hives. track inspections: hive, date, queen seen or not, frames of brood, temper 1-5 and notes'],
    ['Hive 2 today, queen seen, 6 frames of brood, calm', { Hive: 'Hive 2', 'Queen seen': true, 'Frames of brood': 6 }],
    ['yesterday hive 1, no queen, 3 frames, temper 2', { Hive: 'Hive 1', 'Queen seen': false, Temper: 2 }],
    ['which hives had no queen?', /Hive 1/],
    ['add honey harvested in kg', { fields: { 'Honey harvested': 'quantity' } }],
    ['hive 3: 5 frames, queen spotted, temper 5, took 2.5 kg honey', { Hive: 'Hive 3', 'Queen seen': true, 'Honey harvested': 2.5 }],
    ['delete the hive 2 one', { gone: 'Hive 2' }],
  ],
  'en-GB, invoices': [
    ["I need to keep on top of invoices - client, amount in pounds, sent date, due date, and whether they've paid"],
    ['Acme 450 sent today due in 30 days', { Client: 'Acme', Amount: 450 }],
    ['Bluebird Studios £1,200, sent last Monday, due 15 December', { Client: 'Bluebird Studios', Amount: 1200 }],
    ['Acme have paid', { Client: 'Acme', Amount: 450, Paid: true }],
    ['who still owes me?', /^Bluebird Studios\.$/],
    ['show unpaid ones', /Bluebird Studios/],
    ["what's the biggest invoice?", /^Bluebird Studios/],
  ],
  'en-US, runs': [
    ['running log - date, distance in km, time, how it felt 1-5', { fields: { Distance: 'quantity', Time: 'duration' } }],
    ['5k today 28 mins felt 4', { Distance: 5, Time: 28, 'How it felt': 4 }],
    ['avg pace?', /5m 36s/],
    ['my goal is 3 times a week', /3 a week/],
    ['how close am I to my goal?', /2 to go/],
  ],
  'en-GB, stall': [
    ['stock list for my plant stall. plant, pot size, how many, price each, supplier'],
    ['20 lavender, 9cm pots, £3.50 each, from Hillside', { Plant: 'lavender', Quantity: 20, 'Price each': 3.5, Supplier: 'Hillside' }],
    ['put the price of lavender up to 4.50', { Plant: 'lavender', 'Price each': 4.5 }],
    ['warn me when anything is under 5', /Running low.*5/],
  ],
  'en-US, shopping': [
    ['shopping list: milk, eggs, bread, butter'],
    ['delete milk and bread', /“Milk” and “Bread”/],
    ['delete butter', { gone: 'Butter' }],
  ],
  'zh-CN, gym': [
    ['帮我做一个健身记录,动作、组数、次数、重量(kg)'],
    ['加一个感受,1到5分', { fields: { 感受: 'rating' } }],
    ['引体向上 4组10次 感受4', { 动作: '引体向上', 组数: 4, 次数: 10, 感受: 4 }],
  ],
  'zh-CN, shop': [
    ['我开奶茶店,想记每天的营业额、进货成本和客人数,看看利润', /奶茶店/],
    ['今天营业额3200 进货900 来了85个人', { 营业额: 3200, 进货成本: 900, 客人数: 85 }],
    ['平均每个客人花多少?', /37\.65/],
  ],
  'zh-CN, barber': [
    ['理发店客户登记:姓名、电话、项目(剪发、烫发、染发)、消费、日期'],
    ['李女士染发 260', { 姓名: '李女士', 消费: 260 }],
    ['给客户加个生日', { fields: { 生日: 'date' } }],
  ],
  'ja-JP, spending': [
    ['食費と外食と日用品の支出をつけたい、月8万円まで'],
    ['昨日 ランチ 1,100円 外食', { 項目: 'ランチ', 金額: 1100, カテゴリ: '外食' }],
    ['カテゴリ別にグラフで見せて', /カテゴリ/],
  ],
  'ja-JP, readers': [
    ['読書会の記録アプリ。本のタイトル、担当者、開催日、参加人数、感想'],
    ['「こころ」 担当は山田さん 11月20日 8人 深かった', { 本のタイトル: 'こころ', 担当者: '山田さん', 参加人数: 8 }],
    ['場所も追加、次回は公民館', { fields: { 場所: 'place' } }],
    ['目標は月2回', /月 2/],
  ],
  'zh-CN, ledger': [
    ['记账,每月生活费3000,分吃饭、交通、娱乐'],
    ['打车25.5 昨天', { 项目: '打车', 金额: 25.5, 分类: '交通' }],
    ['娱乐超过500提醒我', /娱乐.*500/],
  ],
  'zh-CN, creams': [
    ['护肤品清单:品牌、名称、开封日期、保质期、价格、好用吗'],
    ['B5霜 11月1日开封 98元', { 名称: 'B5霜', 价格: 98 }],
    ['B5霜不好用', { 名称: 'B5霜', 好用吗: false }],
    ['加个用完没', { fields: { 用完没: 'yesno' } }],
  ],
  'ko-KR, words': [
    ['토익 단어장 만들어줘 복습 알아서'],
    ['abandon 버리다', { 단어: 'abandon', 뜻: '버리다' }],
    ["abandon 뜻을 '포기하다'로 바꿔줘", { 단어: 'abandon', 뜻: '포기하다' }],
  ],
  'ko-KR, orders': [
    ['반찬가게 주문 장부: 손님, 메뉴, 수량, 금액, 배달일, 결제 여부'],
    ['김영희 잡채 2 24000 내일 배달 결제완료', { 손님: '김영희', 메뉴: '잡채', 수량: 2, 금액: 24_000, '결제 여부': true }],
  ],
  'ko-KR, dues': [
    ['동호회 회비 관리. 이름, 금액, 낸 날짜, 냈는지 여부'],
    ['철수 3만원 오늘 냈음', { 이름: '철수', 금액: 30_000, '냈는지 여부': true }],
    ['영희 아직 안 냄', { 이름: '영희', '냈는지 여부': false }],
    ['안 낸 사람 누구야?', /^영희/],
    ['회비를 2만5천원으로 기본값 설정해줘', /기본값 2만5천원/],
    ['총무는 나야 기억해둬', /기억/],
    ['총무가 누구라고?', /총무는 나야/],
  ],
  'ko-KR, weight': [
    ['다이어트 기록, 몸무게 먹은 것 운동 매일 적을래 목표 55kg'],
    ['오늘 58.3 샐러드랑 닭가슴살, 걷기 40분', { 몸무게: 58.3, '먹은 것': '샐러드랑 닭가슴살', 운동: '걷기 40분' }],
    ['어제는 58.9kg 치킨', { 몸무게: 58.9, '먹은 것': '치킨' }],
  ],
}

describe.each(Object.entries(TALKS))('%s', (name, lines) => {
  it('is understood from end to end', { timeout: 60_000 }, async () => {
    const door = await openDoor()
    try {
      door.server.house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
      const locale = name.split(',')[0]!
      let conversation: string | undefined
      let open: AppId | undefined
      for (const [said, then] of lines) {
        const events = await door.say(said, { locale, ...(open && { open }), ...(conversation && { conversation }) })
        conversation ??= events[0]?.conversation
        open = find(events, 'app-published')?.app ?? open
        expect(open, said).toBeDefined()
        const reply = replyOf(events)
        if (then === undefined) continue
        if (then instanceof RegExp) {
          expect(reply, said).toMatch(then)
          continue
        }
        const { app } = (await door.ask<{ app: AppState }>(`/api/apps/${open}`)).body
        const [collection] = app.spec.collections
        if ('fields' in then)
          expect(Object.fromEntries(collection!.fields.map(({ label, kind }) => [label, kind])), said).toMatchObject(then.fields as object)
        else {
          const { records } = (await door.ask<{ records: Rec[] }>(`/api/apps/${open}/collections/${collection!.id}/records`)).body
          const told = records.map(({ values }) =>
            Object.fromEntries(
              collection!.fields.flatMap((field) => {
                const value = values[field.id]
                const label = field.kind === 'choice' ? field.options.find(({ id }) => id === value)?.label : value
                return value === undefined ? [] : [[field.label, label]]
              }),
            ),
          )
          if ('gone' in then) expect(JSON.stringify(told), said).not.toContain(then.gone)
          else expect(told, `${said} → ${reply}`).toContainEqual(expect.objectContaining(then))
        }
      }
    } finally {
      await door.close()
    }
  })
})
