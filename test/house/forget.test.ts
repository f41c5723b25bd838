/** Forgetting leaves nothing: every table, every file of the home and every answer of the engine are searched for what is gone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Event, MemoryId } from '../../src/events.ts'
import { forgetMemories } from '../../src/forget.ts'
import { type House, openHouse } from '../../src/house.ts'
import { value } from '../store/store.contract.ts'

let home: string
let house: House
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'macaron-forget-'))
  house = value(await openHouse({ home }))
})
afterEach(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

async function say(text: string, locale: string): Promise<Event[]> {
  const { events } = house.turns.start({ text, locale, timeZone: 'UTC', conversation: null, open: null })
  const all: Event[] = []
  for await (const event of events()) all.push(event)
  await house.turns.idle()
  return all
}

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* files(path)
    else yield path
  }
}
/** Files of the home that hold a word, in any of the ways SQLite keeps text. */
const holding = (word: string) =>
  [...files(home)].filter((path) => {
    const bytes = readFileSync(path)
    return bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le'))
  })

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
  const recalled = await say(ask, locale)
  expect(JSON.stringify(recalled)).toContain(word)
  expect(holding(word).length).toBeGreaterThan(0)
  const events = await say(forget, locale)
  expect(events.some(({ type }) => type === 'memory-forgotten')).toBe(true)
  expect(JSON.stringify(await house.memory.list({ retired: true }))).not.toContain(word)
  expect(JSON.stringify((await house.memory.recall(ask, { now: house.now('UTC'), language: 'en' })).items)).not.toContain(word)
  expect(holding(word)).toEqual([])
  expect((await house.store.journal.verify(house.person)).ok).toBe(true)
})

it('forgets nothing where one of the ids is unknown', async () => {
  const events = await say('Remember that my bike is blue', 'en-US')
  const stored = events.find((event) => event.type === 'memory-stored')!
  const ids = [(stored as { memory: MemoryId }).memory, 'nothing00000' as MemoryId]
  expect(await forgetMemories(house, ids)).toMatchObject({ ok: false, error: { code: 'memory-unknown' } })
  expect(await house.memory.list()).toHaveLength(1)
})
