/** Forgetting leaves nothing: every table, every file of the home and every answer of the engine are searched for what is gone. */
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ConversationId, MemoryId } from '../../src/events.ts'
import { forgetMemories } from '../../src/forget.ts'
import { type House, openHouse } from '../../src/house.ts'
import { value } from '../store/store.contract.ts'
import { holding as holdingIn, newHome, say as sayIn } from './residue.ts'

let home: string
let house: House
beforeEach(async () => {
  home = newHome()
  house = value(await openHouse({ home }))
})
afterEach(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

const say = (text: string, locale: string) => sayIn(house, text, locale)
const holding = (word: string) => holdingIn(home, word)

it.each([
  [
    'en-US',
    'Remember that I am allergic to zyxomel nuts',
    'zyxomel',
    'what am I allergic to?',
    'forget everything about zyxomel',
    'I keep bees',
  ],
  ['zh-CN', '记住我对龘靐果过敏', '龘靐', '我对什么过敏？', '忘掉我对龘靐果过敏', '我养蜜蜂'],
  [
    'ja-JP',
    '私は齉龗の実アレルギーだと覚えておいて',
    '齉龗',
    '何のアレルギーだっけ',
    '齉龗の実のアレルギーのことは忘れて',
    '蜂を飼っている',
  ],
  ['ko-KR', '내가 쀍뚫콩 알레르기 있는 거 기억해줘', '쀍뚫', '내 알레르기 뭐였지?', '쀍뚫콩 알레르기는 잊어줘', '나는 벌을 키워'],
])('forgets by talking, in %s, in memory, tables and files', async (locale, tell, word, ask, forget, other) => {
  await say(tell, locale)
  await say(other, locale)
  // The index is on the disk too, as after any stop.
  await house.close()
  house = value(await openHouse({ home }))
  expect(holding(word).some((path) => path.endsWith('.idx'))).toBe(true)
  const recalled = await say(ask, locale)
  expect(JSON.stringify(recalled)).toContain(word)
  expect(holding(word).length).toBeGreaterThan(0)
  const events = await say(forget, locale)
  expect(events.some(({ type }) => type === 'memory-forgotten')).toBe(true)
  expect(JSON.stringify(await house.memory.list({ retired: true }))).not.toContain(word)
  expect(JSON.stringify((await house.memory.recall(ask, { now: house.now('UTC'), language: 'en' })).items)).not.toContain(word)
  expect(holding(word)).toEqual([])
  expect((await house.store.journal.verify(house.person)).ok).toBe(true)
  await house.close()
  expect(holding(word)).toEqual([])
  house = value(await openHouse({ home }))
})

it('takes a sentence that told two things whole, whichever is forgotten, and tells it once', async () => {
  const events = await say('My sister Zyxomela lives in Ghent', 'en-US')
  const stored = events.filter((event) => event.type === 'memory-stored')
  expect(stored.length).toBeGreaterThan(1)
  const told = await say('what do you know about me?', 'en-US')
  const reply = told.find((event) => event.type === 'reply-end')!
  expect((reply as { text: string }).text.match(/Zyxomela/g)).toHaveLength(1)
  expect((await forgetMemories(house, [stored[0]!.memory])).ok).toBe(true)
  expect(holding('Zyxomela')).toEqual([])
})

it('forgets nothing where one of the ids is unknown', async () => {
  const events = await say('Remember that my bike is blue', 'en-US')
  const stored = events.find((event) => event.type === 'memory-stored')!
  const ids = [(stored as { memory: MemoryId }).memory, 'nothing00000' as MemoryId]
  expect(await forgetMemories(house, ids)).toMatchObject({ ok: false, error: { code: 'memory-unknown' } })
  expect(await house.memory.list()).toHaveLength(1)
})

it('takes what was summarised with the words it was made of, and leaves the rest of the episode', async () => {
  const conversation = 'conversation1' as ConversationId
  const told = [
    'I keep bees',
    'My boat is called Zyxomel',
    'I play the cello on Mondays',
    'My neighbour Ada bakes bread',
    'I moved to Ghent',
  ]
  for (const text of told) await sayIn(house, text, 'en-US', conversation)
  const [before] = await house.memory.episodes(1)
  const summary = before!.spans[0]!
  expect(holding(summary.vector).length).toBeGreaterThan(0)
  const all = await house.memory.list()
  const boat = all.filter(({ text }) => text.includes('Zyxomel'))
  const source = (await house.store.journal.byType(house.person, ['message-received'])).find((event) =>
    JSON.stringify(event).includes('Zyxomel'),
  )!.id
  expect(summary.turns).toContain(source)
  expect((await forgetMemories(house, boat.length ? boat.map(({ id }) => id) : [source as unknown as MemoryId])).ok).toBe(true)
  const after = (await house.memory.episodes(10)).flatMap(({ spans }) => spans)
  expect(after.flatMap(({ turns }) => turns)).not.toContain(source)
  expect(after.flatMap(({ turns }) => turns)).toHaveLength(told.length - 1)
  expect(holding(summary.vector)).toEqual([])
  expect(holding('Zyxomel')).toEqual([])
})

it.each([
  ['en-US', 'Remember that my landlord is called Quorble', 'Quorble', 'Forget about the rent'],
  ['zh-CN', '记住我的房东叫龘靐', '龘靐', '忘掉租金的事'],
  ['ja-JP', '大家さんは齉龗さんだと覚えておいて', '齉龗', '家賃のことは忘れて'],
  ['ko-KR', '집주인 이름이 쀍뚫이라는 거 기억해줘', '쀍뚫', '월세 얘기는 잊어줘'],
])('what fits only in part is asked about and stays, and goes once it is named, in %s', async (locale, tell, word, vague) => {
  await say(tell, locale)
  const asked = await say(vague, locale)
  expect(asked.some(({ type }) => type === 'memory-forgotten')).toBe(false)
  expect(JSON.stringify(await house.memory.list())).toContain(word)
  const reply = asked.find((event) => event.type === 'reply-end')
  const card = reply?.type === 'reply-end' ? reply.cards[0] : undefined
  // Where nothing is near there is nothing to ask about either.
  if (card?.card !== 'choice') return
  expect(card.options.every((option) => option.say !== tell)).toBe(true)
  // No is no wish for anything else, and nothing goes.
  const declined = await say(card.options.at(-1)!.say, locale)
  for (const type of ['app-published', 'memory-stored', 'memory-forgotten'])
    expect(
      declined.some((event) => event.type === type),
      type,
    ).toBe(false)
  expect(JSON.stringify(await house.memory.list())).toContain(word)
  const named = card.options.find((option) => option.say.includes(word))!
  const gone = await say(named.say, locale)
  expect(gone.some(({ type }) => type === 'memory-forgotten')).toBe(true)
  expect(holding(word)).toEqual([])
})
