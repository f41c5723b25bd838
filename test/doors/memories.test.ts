/** Memory for people, over HTTP: what is shown, put right, guarded, brought back and forgotten. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId, MemoryId } from '../../src/events.ts'
import { holdsWords } from '../../src/memory/holds.ts'
import type { Item, Remembered } from '../../src/memory/types.ts'
import type { Story } from '../../src/story.ts'
import { type Door, find, openDoor, type Refused, replyOf } from './door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())
beforeEach(() => door.ask('/api/account?confirm=true', { method: 'DELETE' }))

type Memories = { memories: Remembered[] }
const list = async (query = '') => (await door.ask<Memories>(`/api/memories${query}`)).body.memories
const patch = (id: string, body: unknown) => door.ask<{ memory: Remembered } & Refused>(`/api/memories/${id}`, { method: 'PATCH', body })
async function keep(text: string): Promise<MemoryId> {
  return find(await door.say(`Remember that ${text}`), 'memory-stored')!.memory
}

describe('a memory', () => {
  it('is put right, pinned, guarded and given an end; each holds afterwards', async () => {
    const id = await keep('my bike is blue')
    const expires = '2999-01-01T00:00:00.000Z'
    for (const change of [{ text: 'my bike is green' }, { pinned: true }, { privacy: 'health' }, { expires }]) {
      const { status, body } = await patch(id, change)
      expect([status, body.memory.item]).toEqual([200, expect.objectContaining(change)])
    }
    expect((await list())[0]!.item).toMatchObject({ text: 'my bike is green', pinned: true, privacy: 'health', expires })
    expect((await list('?about=green%20bike')).map((each) => each.id)).toContain(id)
  })

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no text', { text: ' \u0000\n ' }],
    ['an unknown class', { privacy: 'public' }],
    ['another field', { learned: '2020-01-01' }],
    ['an id', { id: 'other0000000' }],
    ['a day that is none', { expires: 'tomorrow' }],
    ['text without end', { text: 'x'.repeat(4001) }],
    ['a list', []],
  ])('is not changed by %s', async (_, body) => {
    const id = await keep('my bike is blue')
    const before = await list()
    expect([(await patch(id, body)).status, await list()]).toEqual([400, before])
  })

  it('holds no longer when retired, and holds again when restored', async () => {
    const id = await keep('my gym is on Elm Street')
    const post = (what: string) => door.ask<{ memory: { item: Item } }>(`/api/memories/${id}/${what}`, { method: 'POST' })
    expect((await post('retire')).body.memory.item.retired).not.toBeNull()
    expect([(await list()).length, (await list('?about=gym')).length]).toEqual([0, 0])
    expect((await list('?retired=true')).map((each) => each.id)).toEqual([id])
    expect((await list('?retired=true&about=gym')).map((each) => each.id)).toEqual([id])
    expect((await post('restore')).body.memory.item.retired).toBeNull()
    expect((await list('?about=gym')).map((each) => each.id)).toEqual([id])
  })

  it('tells where it came from, what it replaced, and which question brought it up', async () => {
    await keep('I live in Osaka')
    await keep('I live in Sapporo now')
    const now = (await list()).find(({ item }) => item?.attribute === 'home')!
    await door.say('Where do I live?')
    const { body } = await door.ask<Story>(`/api/memories/${now.id}`)
    expect(body.memory.id).toBe(now.id)
    expect(body.source?.text).toContain('Sapporo')
    expect(body.supersedes.map(({ text }) => text).join()).toContain('Osaka')
    expect(body.recalls[0]).toMatchObject({ question: 'Where do I live?', score: expect.any(Number), worth: expect.any(Number) })
    const old = (await door.ask<Story>(`/api/memories/${body.supersedes[0]!.id}`)).body
    expect(old.supersededBy?.id).toBe(now.id)
  })

  it.each(['GET', 'DELETE', 'PATCH'])('that is not there is refused (%s)', async (method) => {
    const asked = { method, ...(method === 'PATCH' && { body: { pinned: true } }) }
    for (const id of ['nothing00000', '__proto__', '..%2f..']) {
      const { status, body } = await door.ask<Refused>(`/api/memories/${id}`, asked)
      expect([id, status, body.error.code]).toEqual([id, 404, 'memory-unknown'])
    }
    for (const what of ['retire', 'restore'])
      expect((await door.ask(`/api/memories/nothing00000/${what}`, { method: 'POST' })).status).toBe(404)
  })
})

type Noted = { type: string; memory?: string; change?: string; to?: string; by?: string }
const noted = async (): Promise<Noted[]> =>
  (await door.ask<{ events: Noted[] }>('/api/audit?limit=500')).body.events.filter(({ type }) => type.startsWith('memory-'))

describe('every change', () => {
  it('is in the journal: corrected, pinned, guarded, dated, retired, restored, forgotten', async () => {
    const id = await keep('my gym is on Elm Street')
    const expires = '2999-01-01T00:00:00.000Z'
    for (const change of [{ text: 'my gym is on Oak Street' }, { pinned: true }, { pinned: false }, { privacy: 'health' }, { expires }])
      expect((await patch(id, change)).status).toBe(200)
    // What changes nothing is no change.
    for (const what of ['retire', 'retire', 'restore', 'restore']) await door.ask(`/api/memories/${id}/${what}`, { method: 'POST' })
    const told = (await noted())
      .filter(({ memory }) => memory === id)
      .map(({ type, change, to }) => [type, change, to].filter(Boolean).join(' '))
    expect(told.toSorted()).toEqual(
      [
        'memory-stored',
        'memory-stored',
        'memory-changed pinned',
        'memory-changed unpinned',
        'memory-changed guarded health',
        `memory-changed dated ${expires}`,
        'memory-changed retired',
        'memory-changed restored',
      ].toSorted(),
    )
    await door.ask(`/api/memories/${id}`, { method: 'DELETE' })
    expect((await noted()).filter(({ memory }) => memory === id).map(({ type }) => type)).toEqual(['memory-forgotten'])
  })

  it('by talking is there too: what no longer holds, and what took its place', async () => {
    for (const tell of ['I live in Osaka', 'I live in Sapporo now']) await door.say(tell)
    const [now, old] = ['Sapporo', 'Osaka'].map(async (city) => (await list('?retired=true')).find(({ text }) => text.includes(city))!.id)
    expect(await noted()).toContainEqual(
      expect.objectContaining({ type: 'memory-changed', memory: await old, change: 'retired', by: await now }),
    )
  })
})

describe('a sentence that told two things', () => {
  it('is shown once, and put right, pinned, retired and brought back as one', async () => {
    const stored = (await door.say('My sister Zyxa lives in Ghent')).filter(({ type }) => type === 'memory-stored')
    expect(stored.length).toBeGreaterThan(1)
    const shown = await list()
    expect(shown.filter(({ text }) => text.includes('Zyxa'))).toHaveLength(1)
    expect((await list('?about=Zyxa')).filter(({ text }) => text.includes('Zyxa'))).toHaveLength(1)
    const [{ id }] = shown as [Remembered]
    await patch(id, { text: 'My sister Zyxa lives in Bruges', pinned: true })
    const { memory } = door.server.house
    const all = await memory.list({ retired: true })
    expect(all.length).toBe(stored.length)
    for (const item of all) expect([item.text, item.pinned]).toEqual(['My sister Zyxa lives in Bruges', true])
    expect(JSON.stringify(await list())).not.toContain('Ghent')
    await door.ask(`/api/memories/${id}/retire`, { method: 'POST' })
    expect(await list()).toEqual([])
    expect(await list('?retired=true')).toHaveLength(1)
    await door.ask(`/api/memories/${id}/restore`, { method: 'POST' })
    expect((await memory.list()).length).toBe(stored.length)
  })
})

describe('everything about something', () => {
  it('is shown before it is forgotten, and forgotten with what held once', async () => {
    await keep('my dog Quxley eats rice')
    const old = await keep('Quxley sleeps in the kitchen')
    const other = await keep('my desk is by the window')
    await door.ask(`/api/memories/${old}/retire`, { method: 'POST' })
    const ask = (query: string) => door.ask<Memories & { forgotten: boolean }>(`/api/memories?${query}`, { method: 'DELETE' })
    const shown = (await ask('about=Quxley')).body
    expect([shown.forgotten, shown.memories.filter(({ text }) => text.includes('Quxley')).length]).toEqual([false, 2])
    expect(shown.memories.map(({ id }) => id)).not.toContain(other)
    expect(await list('?retired=true')).toHaveLength(3)
    expect((await ask('about=Quxley&confirm=true')).body.forgotten).toBe(true)
    expect((await list('?retired=true')).map(({ id }) => id)).toEqual([other])
    for (const path of ['/api/audit?limit=500', '/api/export', '/api/conversations', '/api/portrait', '/api/opening', '/api/episodes'])
      expect([path, (await door.ask(path)).text.includes('Quxley')]).toEqual([path, false])
  })

  it.each(['', 'about=', 'about=%20', 'about=x&confirm=yes'])('needs something to be about: “%s”', async (query) => {
    await keep('my bike is blue')
    expect((await door.ask(`/api/memories?${query}`, { method: 'DELETE' })).status).toBe(400)
    expect(await list()).toHaveLength(1)
  })

  it.each<[string, string, boolean]>([
    ['Ann likes tea', 'ann', true],
    ['Joanna likes tea', 'ann', false],
    ['I plan annually', 'ann', false],
    ['안나는 차를 좋아한다', '안나', true],
    ['母は札幌に住んでいる', '札幌', true],
    ['我对花生过敏', '花生', true],
    ['ＴＥＡ at five', 'tea', true],
    ['C++ is hard', 'c++', true],
    ['anything', ' ', false],
  ])('%s holds %s: %s', (text, words, holds) => expect(holdsWords(text, words)).toBe(holds))
})

describe('what may leave this machine', () => {
  it('is kept, and a secret never does', async () => {
    const put = (permissions: unknown) => door.ask('/api/privacy', { method: 'PUT', body: { permissions } })
    expect((await door.ask('/api/privacy')).body).toMatchObject({ permissions: { 'any-model': ['open', 'personal'] } })
    expect((await put({ 'any-model': ['open', 'health'], 'api.example.com': [] })).status).toBe(200)
    expect((await door.ask('/api/privacy')).body).toMatchObject({
      permissions: { 'any-model': ['open', 'health'], 'api.example.com': [] },
    })
    for (const wrong of [{ x: ['secret'] }, { x: ['all'] }, { 'X Y': [] }, { x: 'open' }, [], null])
      expect([wrong, (await put(wrong)).status]).toEqual([wrong, 400])
  })
})

describe('an incognito conversation', () => {
  const say = (text: string, conversation: string, incognito = true) =>
    door.ask('/api/turns', { body: { text, conversation, timeZone: 'UTC', incognito } })

  it('teaches nothing, is in no list, and is gone when left; recall still reads', async () => {
    await keep('my locker is number 81')
    const conversation = 'incognito0001'
    const used = async () => (await list()).map(({ item }) => item?.uses)
    const before = await used()
    for (const text of ['Remember that I like zyxomel nuts', 'hello zyxomel']) expect((await say(text, conversation)).status).toBe(200)
    expect((await say('what is my locker number?', conversation)).text).toContain('81')
    expect((await list('?retired=true')).map(({ text }) => text)).toEqual(['my locker is number 81'])
    expect(await used()).toEqual(before)
    expect((await list('?about=zyxomel')).length).toBe(0)
    expect((await door.ask('/api/conversations')).text).not.toContain(conversation)
    const left = await door.ask<{ forgotten: number }>(`/api/conversations/${conversation}/leave`, { method: 'POST' })
    expect(left.body.forgotten).toBeGreaterThan(8)
    for (const path of ['/api/audit?limit=500', '/api/export', '/api/conversations', `/api/conversations/${conversation}`])
      expect([path, /zyxomel/.test((await door.ask(path)).text)]).toEqual([path, false])
    expect((await door.ask('/api/conversations')).text).not.toContain(conversation)
  })

  it('says that it keeps nothing, in the language of the person', async () => {
    const replies = []
    for (const [text, locale] of [
      ['Remember that I like tea', 'en-US'],
      ['记住我喜欢茶', 'zh-CN'],
      ['お茶が好きだと覚えておいて', 'ja-JP'],
      ['내가 차 좋아하는 거 기억해줘', 'ko-KR'],
    ] as const) {
      const conversation = 'incognito0002' as ConversationId
      expect((await door.server.house.incognito.open(conversation)).ok).toBe(true)
      replies.push(replyOf(await door.say(text, { locale, conversation })))
    }
    expect(new Set(replies).size).toBe(4)
    expect(await list()).toEqual([])
  })

  it('is new: what was kept before is not forgotten by it, and leaving another does nothing', async () => {
    const { conversation } = (await door.say('Remember that I like tea'))[0]!
    const refused = await say('and coffee', conversation!)
    expect([refused.status, (refused.body as Refused).error.code]).toEqual([422, 'incognito-late'])
    const left = await door.ask(`/api/conversations/${conversation}/leave`, { method: 'POST' })
    expect(left.status).toBe(404)
    expect((await door.ask(`/api/conversations/${conversation}`)).text).toContain('I like tea')
  })
})

describe('the recent days', () => {
  type Episodes = { episodes: { id: string; says: string[] }[] }
  const said = async () => (await door.ask<Episodes>('/api/episodes')).body.episodes.flatMap(({ says }) => says)

  it('are told by what was said in them, and gone with the account', async () => {
    const text = 'I rowed across the lake with Ada today'
    await door.say(text)
    expect(await said()).toEqual([text])
    await door.ask('/api/account?confirm=true', { method: 'DELETE' })
    expect(await said()).toEqual([])
  })

  it('hold nothing of what was said incognito', async () => {
    const body = { text: 'I rowed across the lake', conversation: 'hidden0000001', timeZone: 'UTC', incognito: true }
    expect((await door.ask('/api/turns', { body })).status).toBe(200)
    expect(await said()).toEqual([])
  })
})
