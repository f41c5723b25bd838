import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { ids } from '../../src/base/ids.ts'
import { fail, ok } from '../../src/base/result.ts'
import { seeded } from '../../src/base/rng.ts'
import type { ConversationId, Event, EventId, MemoryId } from '../../src/events.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { type MemoryEngine, openMemory } from '../../src/memory/memory.ts'
import { audienceFor, type Permissions, unasked } from '../../src/memory/privacy.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import type { Episode } from '../../src/memory/summary/episodes.ts'
import type { Item } from '../../src/memory/types.ts'
import type { Language } from '../../src/spec.ts'
import { value } from '../store/store.contract.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 as const }
const conversation = 'conversation1' as ConversationId
const START = Date.parse('2026-11-27T10:00:00Z')
let time = START
const clock = { now: () => time }

/** An engine over rows that outlive it, so that it can be opened again; `full` makes every write fail. */
function scratch() {
  const rows = new Map<MemoryId, Item>()
  const events: Event[] = []
  const episodes = new Map<EventId, Episode>()
  const disk = { full: false }
  const open = () => {
    const embedder = builtinEmbedder()
    return openMemory({
      items: {
        async change({ put = [], remove = [] }) {
          if (disk.full) return fail('disk-full', 'The disk is full.')
          for (const id of remove) rows.delete(id)
          for (const item of put) rows.set(item.id, item)
          return ok(undefined)
        },
        all: async () => [...rows.values()],
      },
      episodes: {
        async change({ put = [], remove = [] }) {
          if (disk.full) return fail('disk-full', 'The disk is full.')
          for (const id of remove) episodes.delete(id)
          for (const episode of put) episodes.set(episode.id, episode)
          return ok(undefined)
        },
        all: async () => [...episodes.values()],
      },
      past: { byConversation: async () => events, byType: async () => [...events].reverse() },
      clock,
      newId: ids(clock, seeded(5)),
      weights: recallWeights,
      embedder: () => (embedder.ok ? embedder.value : null),
    })
  }
  return { rows, episodes, events, disk, open, engine: open() }
}

let home: ReturnType<typeof scratch>
beforeEach(() => {
  time = START
  home = scratch()
})
const keep = async (engine: MemoryEngine, text: string, language: Language = 'en') =>
  value(await engine.remember(text, { source: null, conversation: null, now, language }))
let said = 0
const tell = async (engine: MemoryEngine, text: string, language: Language = 'en') =>
  value(await engine.takeIn({ event: `event${String(++said).padStart(6, '0')}` as EventId, conversation, text, now, language }))

test.each<[Language, string[], string, string]>([
  [
    'en',
    ['I am allergic to walnuts', 'My sister lives in Leeds', 'The wifi password is on the fridge'],
    'what am I allergic to?',
    'allergic',
  ],
  ['zh', ['我对花生过敏', '妹妹住在成都', '车位是B区23号'], '我对什么过敏?', '过敏'],
  ['ja', ['私はそばアレルギーです', '妹は札幌に住んでいる', 'ゴミの日は火曜日'], 'ゴミの日はいつだっけ', 'ゴミ'],
  ['ko', ['나는 땅콩 알레르기가 있어', '여동생은 대전에 살아', '주차장은 지하 2층'], '내 알레르기 뭐였지?', '알레르기'],
])('recalls what fits, in %s, and nothing for a greeting', async (language, facts, question, word) => {
  for (const fact of facts) await keep(home.engine, fact, language)
  const recalled = await home.engine.recall(question, { now, language })
  expect(recalled.items[0]?.text).toContain(word)
  for (const greeting of ['hello', '你好', 'こんにちは', '안녕하세요'])
    expect((await home.engine.recall(greeting, { now, language })).items).toEqual([])
})

describe('what is kept', () => {
  it('is kept once, found after opening again, and gone when forgotten', async () => {
    const first = await keep(home.engine, 'I like rye bread')
    expect((await keep(home.engine, '  i like RYE bread')).id).toBe(first.id)
    const again = home.open()
    expect((await again.recall('which bread do I like?', { now, language: 'en' })).items[0]?.id).toBe(first.id)
    expect((await again.forget([first.id], [])).ok).toBe(true)
    expect(await again.forget([first.id], [])).toMatchObject({ ok: false, error: { code: 'memory-unknown' } })
    expect(await again.list()).toEqual([])
    expect((await again.recall('which bread do I like?', { now, language: 'en' })).items).toEqual([])
    expect(home.rows.size).toBe(0)
  })

  it('is not known where it could not be written', async () => {
    home.disk.full = true
    expect(await home.engine.remember('I like rye bread', { source: null, conversation: null, now, language: 'en' })).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(await home.engine.list()).toEqual([])
    expect((await home.engine.recall('rye bread', { now, language: 'en' })).items).toEqual([])
  })

  it('gives way to what is newer, and comes back when restored', async () => {
    await tell(home.engine, 'I live in Osaka.')
    const { retired } = await tell(home.engine, 'I moved to Sapporo, I live in Sapporo now.')
    expect(retired.map(({ value }) => value)).toEqual(['osaka'])
    const held = async () => (await home.engine.list()).flatMap(({ attribute, value }) => (attribute === 'home' ? [value] : []))
    expect(await held()).toEqual(['sapporo'])
    value(await home.engine.restore(retired[0]!.id))
    expect(await held()).toEqual(['osaka'])
  })

  it('is retired by hand: neither recalled nor told, and back when restored', async () => {
    const item = await keep(home.engine, 'My gym is on Elm Street')
    const recalled = async () => (await home.engine.recall('which street is my gym on?', { now, language: 'en' })).items.map(({ id }) => id)
    expect(await recalled()).toEqual([item.id])
    const past = value(await home.engine.retire(item.id))
    expect(past.retired).not.toBeNull()
    expect(value(await home.engine.retire(item.id))).toEqual(past)
    expect([await home.engine.list(), await recalled(), (await home.engine.portrait(now)).contexts]).toEqual([[], [], []])
    expect(await home.open().list({ retired: true })).toEqual([past])
    value(await home.engine.restore(item.id))
    expect(await recalled()).toEqual([item.id])
    expect((await home.engine.retire('nothing00000' as MemoryId)).ok).toBe(false)
  })

  it('leaves no mark where it is recalled unmarked', async () => {
    const item = await keep(home.engine, 'I like rye bread')
    await home.engine.recall('which bread do I like?', { now, language: 'en', unmarked: true })
    expect(await home.engine.get(item.id)).toMatchObject({ uses: 0, usedAt: null })
    await home.engine.recall('which bread do I like?', { now, language: 'en' })
    expect(await home.engine.get(item.id)).toMatchObject({ uses: 1 })
  })

  it('is named by its subject also where it holds no longer, so that forgetting reaches it', async () => {
    await tell(home.engine, 'I live in Osaka.')
    await tell(home.engine, 'I moved to Sapporo, I live in Sapporo now.')
    const named = await home.engine.named('where I live')
    expect(named.map((item) => item.value).toSorted()).toEqual(['osaka', 'sapporo'])
  })

  it('is one item a person told twice, and two where another tells something else', async () => {
    await tell(home.engine, 'I love hiking.')
    const before = await home.engine.list()
    await tell(home.engine, 'I love hiking!')
    expect((await home.engine.list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('is corrected, pinned and guarded by who has the right to it', async () => {
    const item = await keep(home.engine, 'My doctor says I have asthma')
    value(await home.engine.correct(item.id, { text: 'My doctor says I had asthma as a child', pinned: true }))
    expect(await home.engine.get(item.id)).toMatchObject({ text: 'My doctor says I had asthma as a child', pinned: true })
    expect((await home.engine.recall('do I have asthma?', { now, language: 'en' })).items[0]?.id).toBe(item.id)
    expect((await home.engine.correct('nothing00000' as MemoryId, { pinned: true })).ok).toBe(false)
  })
})

describe('who may be told', () => {
  const GUARDED: [Language, string, string][] = [
    ['en', 'I have diabetes and take insulin', 'what do you know of my diabetes and insulin?'],
    ['zh', '我有糖尿病，每天打胰岛素', '我的糖尿病和胰岛素怎么样'],
    ['ja', '私は糖尿病でインスリンを打っている', '私の糖尿病とインスリンについて'],
    ['ko', '나는 당뇨병이 있어서 인슐린을 맞아', '내 당뇨병이랑 인슐린은?'],
  ]
  it.each(GUARDED)('leaves out what a destination may not see, before scoring (%s)', async (language, text, question) => {
    const item = await keep(home.engine, text, language)
    value(await home.engine.correct(item.id, { privacy: 'health' }))
    await keep(home.engine, 'My desk is by the window')
    const ask = (destination: string, permissions = {}) =>
      home.engine.recall(question, { now, language, audience: audienceFor(destination, 'build', permissions) })
    expect((await home.engine.recall(question, { now, language })).items.map(({ id }) => id)).toContain(item.id)
    expect((await ask('somewhere')).items.map(({ id }) => id)).not.toContain(item.id)
    expect((await ask('somewhere', { 'any-model': ['health'] })).items.map(({ id }) => id)).toContain(item.id)
    expect((await ask('somewhere', { 'any-model': ['health'], somewhere: [] })).items).toEqual([])
    expect((await ask('somewhere', { somewhere: ['health'] })).items.map(({ id }) => id)).toContain(item.id)
    value(await home.engine.correct(item.id, { privacy: 'secret' }))
    expect((await ask('somewhere', { somewhere: ['health', 'secret'] })).items.map(({ id }) => id)).not.toContain(item.id)
  })

  it('never changes what is returned by what is hidden', async () => {
    const open = await keep(home.engine, 'The blue bike stands in the shed')
    const hidden = await keep(home.engine, 'The blue bike was bought for 900 euros')
    value(await home.engine.correct(hidden.id, { privacy: 'money' }))
    const { items } = await home.engine.recall('where is the blue bike?', { now, language: 'en', audience: audienceFor('x', 'answer', {}) })
    expect(items.map(({ id }) => id)).toEqual([open.id])
  })
})

it('answers any question without throwing, and only with what it has', async () => {
  const texts = ['I keep bees', '我养蜜蜂', 'ミツバチを飼っている', '나는 벌을 키워', '🐝🐝🐝', '\u202eabc']
  for (const text of texts) await keep(home.engine, text)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom('', ' ', '?', 'x'.repeat(20_000))),
      async (question) => {
        const { items, stop } = await home.engine.recall(question, { now, language: 'en' })
        expect(items.every(({ text }) => texts.includes(text))).toBe(true)
        expect(items.length > 0).toBe(stop === 'enough')
      },
    ),
    { numRuns: 60 },
  )
})

describe('the opening of a conversation', () => {
  const guarded = async () => {
    await tell(home.engine, 'I am allergic to walnuts.')
    await tell(home.engine, 'I live in Osaka.')
    await tell(home.engine, 'My sister Yuki works as a nurse.')
  }
  const open = (first: string | null, destination = 'person') =>
    home.engine.opening(first, { now, audience: audienceFor(destination, 'answer', {}) })

  it('is bound to what is said first, and tells of the last days', async () => {
    await guarded()
    const [whole, health] = [await open(null), await open('what can I eat with my allergy?')]
    expect(whole.contexts.map(({ domain }) => domain)).toContain('health')
    expect(health.contexts[0]!.domain).toBe('health')
    expect(health.contexts.slice(1).every(({ items }) => items.length === 1)).toBe(true)
    expect(health.lately.flatMap(({ says }) => says).length).toBeGreaterThan(0)
    time += 9 * 86_400_000
    const later = { date: '2026-12-06', time: '10:00', weekStart: 1 as const }
    expect((await home.engine.opening(null, { now: later })).lately).toEqual([])
  })

  it('knows the day: appointments, days of every year, what was asked to be remembered for a weekday; each once', async () => {
    // START is the day of `now`, and a Friday.
    await tell(home.engine, 'My name is Kenji.')
    await tell(home.engine, 'I have a meeting with Yuki tomorrow at 9am')
    await tell(home.engine, "My mum's birthday is 27 November")
    await keep(home.engine, 'I put the bins out every Friday')
    await tell(home.engine, 'I have a dentist appointment today at 11pm')
    const opening = await home.engine.opening(null, { now, audience: unasked({}) })
    expect(opening.called?.name).toBe('Kenji')
    expect(opening.moments.map(({ text, in: days, time }) => [text, days, time])).toEqual([
      [expect.stringMatching(/birthday/), 0, null],
      [expect.stringMatching(/bins/), 0, null],
      [expect.stringMatching(/Yuki/), 1, '09:00'],
    ])
    const all = await home.engine.opening(null, { now, audience: unasked({ opening: ['open', 'personal', 'health', 'secret' as never] }) })
    expect(all.moments.map(({ text }) => text).join()).toMatch(/dentist/)
    const over = await home.engine.opening(null, { now: { ...now, date: '2026-11-28', time: '11:00' }, audience: unasked({}) })
    expect(over.moments.map(({ text }) => text).join()).not.toMatch(/Yuki|birthday|bins/)
  })

  it('tells who builds only what bears on the request', async () => {
    await guarded()
    const build = (first: string) =>
      home.engine.opening(first, { now, audience: audienceFor('a-model', 'build', { 'a-model': ['open', 'personal', 'health'] }) })
    const { contexts, called, moments, lately } = await build('I need an app about my allergies')
    expect(contexts.map(({ domain }) => domain)).toEqual(['health'])
    expect([called, moments, lately]).toEqual([null, [], []])
    expect((await build('a stopwatch')).contexts).toEqual([])
  })

  it('says nothing of a turn that names something guarded, though nothing was learned of it', async () => {
    await tell(home.engine, 'The test result came back and my blood pressure is fine again')
    await tell(home.engine, 'We painted the fence green')
    const said = async (permissions: Permissions) =>
      JSON.stringify((await home.engine.opening(null, { now, audience: unasked(permissions) })).lately)
    expect(await said({})).not.toMatch(/blood/)
  })

  it('gives an audience nothing guarded, in no part of it', async () => {
    await guarded()
    const told = JSON.stringify([await open(null, 'a-model'), await open('what can I eat with my allergy?', 'a-model')])
    expect(told).not.toMatch(/walnut/)
  })
})

it('a clock that goes backwards loses nothing: what was said last holds, after a new start too', async () => {
  await tell(home.engine, 'I live in Osaka')
  await keep(home.engine, 'The boiler code is 4711')
  time = START - 3 * 86_400_000
  await tell(home.engine, 'I live in Sapporo now')
  await keep(home.engine, 'The gate code is 1812')
  for (const engine of [home.engine, home.open()]) {
    const texts = (await engine.list()).map(({ text }) => text).join('\n')
    expect(texts).toMatch(/Sapporo/)
    expect(texts).not.toMatch(/Osaka/)
    expect((await engine.list({ retired: true })).length).toBe(home.rows.size)
    for (const code of ['4711', '1812']) {
      const { items } = await engine.recall(`which code is ${code === '4711' ? 'the boiler' : 'the gate'}?`, {
        now,
        language: 'en',
        unmarked: true,
      })
      expect(items.map(({ text }) => text).join()).toContain(code)
    }
  }
})
