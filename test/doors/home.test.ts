/**
 * A home of many apps: a wish is a new app whatever its words are near, and what is told or asked finds the app it is of.
 * The check in the browser is taken for passed: which step takes a message is looked at here, and no app.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressed } from '../../src/dialogue/address.ts'
import type { AppGlimpse } from '../../src/dialogue/understand/intent.ts'
import { type Door, find, openDoor, replyOf } from './door.ts'

const HOME: [locale: string, request: string][] = [
  ['en-US', 'Track what I spend on coffee, at most 5000 yen a month'],
  ['en-US', 'habit tracker for meditation, reading and stretching'],
  ['en-US', 'gym log: exercise, sets, reps and weight'],
  ['en-US', 'reading list with title, author and status'],
  ['en-US', 'timesheet: start, end, 15 dollars an hour'],
  ['ja-JP', 'カウントダウン:受験 2月3日、旅行 3月20日'],
  ['ja-JP', '家計簿、食費と日用品'],
  ['ko-KR', '냉장고 재료 관리: 이름, 수량, 유통기한'],
  ['zh-CN', '谁欠我钱,记一下'],
  ['zh-CN', '做一个看板:待办、进行中、完成'],
]

let door: Door
beforeAll(async () => {
  door = await openDoor()
  door.server.house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  for (const [locale, request] of HOME) await door.say(request, { locale })
}, 60_000)
afterAll(() => door.close())

test.each<[string, string]>([
  ['en-US', 'a tracker for my sourdough: date, hydration, rise time'],
  ['en-US', 'packing list for a ski weekend'],
  ['en-US', 'pomodoro timer 50/10 that logs what I worked on'],
  ['zh-CN', '宝宝喂奶记录:时间、奶量、左右'],
  ['zh-CN', '植物养护记录:名字、位置、多久浇一次水、上次浇水'],
  ['zh-CN', '去三亚五天的行李清单'],
  ['ja-JP', '釣りの記録:日付、場所、魚種、サイズ'],
  ['ja-JP', '日本酒コレクション。銘柄、蔵元、評価、飲んだ日'],
  ['ja-JP', '引っ越しのやることリスト'],
  ['ko-KR', '캠핑 준비물 목록'],
  ['ko-KR', '신혼여행 예산 300만원 관리'],
])('%s: %s is a new app', async (locale, text) => {
  const made = find(await door.say(text, { locale }), 'app-published')?.app
  expect(made).toBeDefined()
  await door.ask(`/api/apps/${made}`, { method: 'DELETE' })
})

test.each<[string, string, RegExp]>([
  ['en-US', '500 yen latte at Blue Bottle', /latte.*Coffee/],
  ['en-US', 'add Dune by Frank Herbert to my reading list', /“Dune”.*Reading list/],
  ['en-US', 'how much on coffee this month?', /500/],
  ['en-US', 'make the coffee limit 6000', /6,000/],
  ['zh-CN', '小王借了我200', /借款.*小王/],
  ['zh-CN', '谁欠我钱?', /小王.*200|200.*小王/],
  ['ja-JP', '食費 1200円', /支出|家計簿|食費/],
  ['ko-KR', '우유 2개 12월 3일까지', /냉장고.*우유/],
])('%s: %s goes where it belongs', async (locale, text, said) => {
  expect(replyOf(await door.say(text, { locale }))).toMatch(said)
})

test('what may be of several apps is asked, and each answer is said to the app it names', async () => {
  const VAGUE = ['got 3 more', 'paid 18 for something', 'second one is done', 'another 20', 'did it twice']
  const asked = []
  for (const text of VAGUE) {
    const card = find(await door.say(text, { locale: 'en-US' }), 'reply-end')?.cards.find((one) => one.card === 'choice')
    if (card?.card === 'choice') asked.push(...card.options.filter(({ say }) => say.endsWith(`: ${text}`)))
  }
  expect(asked.length).toBeGreaterThan(1)
  const apps = await glimpses()
  for (const { say } of asked.slice(0, 6))
    expect(addressed(say, apps)?.app.name ?? 'a new app').toBe(say.slice(0, say.lastIndexOf(':')).replace('Make an app', 'a new app'))
})

test('an app is spoken to by its name, whatever is open', async () => {
  const other = (await glimpses()).find(({ name }) => !/reading/i.test(name))!
  const said = await door.say('Reading list: Middlemarch by George Eliot', { locale: 'en-US', open: other.id })
  expect(replyOf(said)).toMatch(/“Middlemarch”.*Reading list/)
})

test('of names that begin alike the longest is meant, and a colon may stand within', () => {
  const app = (name: string, usedAt: string) => ({ id: name, name, usedAt }) as unknown as AppGlimpse
  const apps = [app('Work', '1'), app('Work: tasks', '2'), app('仕事', '3'), app('work', '4')]
  expect(addressed('Work: tasks: call Ana', apps)).toMatchObject({ app: { name: 'Work: tasks' }, text: 'call Ana' })
  expect(addressed('WORK： call Ana', apps)).toMatchObject({ app: { usedAt: '4' }, text: 'call Ana' })
  expect(addressed('仕事:電話', apps)).toMatchObject({ app: { name: '仕事' }, text: '電話' })
  for (const text of ['Working: 3', 'Work:', 'Work', ': 3', '']) expect(addressed(text, apps)).toBeNull()
})

const glimpses = () => door.server.house.glimpses.all(door.server.house.now())
