/** Nothing stays of an incognito conversation once it is left, and nothing of a person who wants everything forgotten. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseEverything } from '../../src/erase.ts'
import type { ConversationId } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import { spending } from '../apps/specs.ts'
import { value } from '../store/store.contract.ts'
import { holding, newHome, say } from './residue.ts'

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
const conversation = 'incognito0001' as ConversationId
const verified = async () => (await house.store.journal.verify(house.person)).ok

describe('an incognito conversation', () => {
  const SAID: [string, string, string][] = [
    ['en-US', 'Remember that I am allergic to zyxomel nuts', 'zyxomel'],
    ['zh-CN', '记住我对龘靐果过敏', '龘靐'],
    ['ja-JP', '私は齉龗の実アレルギーだと覚えておいて', '齉龗'],
    ['ko-KR', '내가 쀍뚫콩 알레르기 있는 거 기억해줘', '쀍뚫'],
  ]
  it.each(SAID)('leaves nothing when it is left (%s)', async (locale, text, word) => {
    await say(house, 'I keep bees', 'en-US')
    value(await house.incognito.open(conversation))
    await say(house, text, locale, conversation)
    await say(house, text, locale, conversation)
    expect(holding(home, word).length).toBeGreaterThan(0)
    expect((await house.memory.recall(text, { now: house.now('UTC'), language: 'en' })).items.map((item) => item.text)).not.toContain(text)
    expect(value(await house.incognito.leave(conversation)).events).toBeGreaterThan(0)
    expect(holding(home, word)).toEqual([])
    expect(JSON.stringify(await house.memory.list({ retired: true }))).not.toContain(word)
    expect(await verified()).toBe(true)
    expect((await house.store.journal.conversations(house.person)).map(({ id }) => id)).not.toContain(conversation)
    expect(await house.store.settings.get(house.person, 'incognito')).toBeNull()
  })

  it('that was open when the server ended is gone when it starts next', async () => {
    value(await house.incognito.open(conversation))
    await say(house, 'Remember that I am allergic to zyxomel nuts', 'en-US', conversation)
    await house.close()
    expect(holding(home, 'zyxomel').length).toBeGreaterThan(0)
    house = value(await openHouse({ home }))
    expect(holding(home, 'zyxomel')).toEqual([])
    expect(house.incognito.has(conversation)).toBe(false)
    expect(await verified()).toBe(true)
  })

  it('that is left while it is answered ends, and leaves nothing', async () => {
    value(await house.incognito.open(conversation))
    house.turns.start({ text: 'I love zyxomel nuts', locale: 'en-US', timeZone: 'UTC', conversation, open: null })
    house.turns.start({ text: 'I hate zyxomel nuts', locale: 'en-US', timeZone: 'UTC', conversation, open: null })
    value(await house.incognito.leave(conversation))
    await house.turns.idle()
    expect(holding(home, 'zyxomel')).toEqual([])
  })
})

describe('everything', () => {
  it('is forgotten: items, turns, apps, settings, pictures; the chain verifies, and life goes on', async () => {
    await say(house, 'Remember that I am allergic to zyxomel nuts')
    await say(house, 'I feel zyxomel today')
    const spec = { ...spending(), name: 'Zyxomel', purpose: 'zyxomel' }
    value(await house.apps.draft(spec, 'zyxomel'))
    value(await house.store.settings.set(house.person, 'tour', 'zyxomel'))
    mkdirSync(join(home, 'pictures'), { recursive: true })
    writeFileSync(join(home, 'pictures', 'a.png'), 'zyxomel')
    const { events } = value(await house.store.journal.verify(house.person))
    value(await eraseEverything(house))
    for (const word of ['zyxomel', 'Zyxomel']) expect(holding(home, word)).toEqual([])
    expect(existsSync(join(home, 'pictures'))).toBe(false)
    expect([await house.apps.list(house.now()), await house.memory.list({ retired: true })]).toEqual([[], []])
    expect((await house.memory.recall('zyxomel', { now: house.now(), language: 'en' })).items).toEqual([])
    expect(value(await house.store.journal.verify(house.person))).toMatchObject({ events: events + 1, forgotten: events })
    await say(house, 'Remember that I keep bees')
    expect((await house.memory.list()).map(({ text }) => text)).toEqual(['I keep bees'])
    expect(await verified()).toBe(true)
  })

  it('means every table: one that is added later is emptied too, or its rows are known to say nothing', async () => {
    await say(house, 'Remember that I keep bees')
    value(await house.apps.draft(spending(), 'coffee'))
    value(await eraseEverything(house))
    const tables = (await house.store.db.introspection.getTables()).map(({ name }) => name)
    const full: string[] = []
    for (const table of tables) {
      const { count } = await house.store.db
        .selectFrom(table as 'apps')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (Number(count)) full.push(table)
    }
    // Of the journal its chain, and the one event that says that everything was forgotten.
    expect(full.toSorted()).toEqual(['journal', 'journal_content', 'journal_ends', 'migrations'])
    const said = await house.store.journal.since(house.person, null)
    expect(said).toMatchObject([{ type: 'events-forgotten', all: true }])
  })
})
