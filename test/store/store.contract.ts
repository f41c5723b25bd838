/** What every store must do. Each implementation runs this suite; `open` gives an empty one each time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { fail, ok, type Result } from '../../src/base/result.ts'
import { seeded } from '../../src/base/rng.ts'
import type { AppId, ConversationId, Event, EventBody, EventId, MemoryId, PersonId, TurnId } from '../../src/events.ts'
import type { Store, StoreOptions } from '../../src/store/types.ts'

export const PERSON = 'person01' as PersonId
const OTHER = 'person02' as PersonId
const turn = (n: number) => `turn0000${n}` as TurnId
const talk = (n: number) => `talk0000${n}` as ConversationId
const message = (text: string): EventBody => ({ type: 'message-received', text, language: 'en' })

export function storeContract(
  name: string,
  open: (options: Omit<StoreOptions, 'home'>) => Promise<{ store: Store; reopen(): Promise<Store>; close(): Promise<void> }>,
) {
  describe(`${name} as a store`, () => {
    const clock = fixedClock('2026-11-24T00:00:00Z')
    let opened: Awaited<ReturnType<typeof open>>
    let store: Store
    beforeEach(async () => {
      opened = await open({ clock, newId: ids(clock, seeded(7)) })
      store = opened.store
    })
    afterEach(() => opened.close())

    it('keeps what was said through a restart', async () => {
      const said = value(
        await store.journal.append(message('안녕 👋 \u0000 “quotes”'), { person: PERSON, conversation: talk(1), turn: turn(1) }),
      )
      await store.settings.set(PERSON, 'locale', 'ko-KR')
      store = await opened.reopen()
      expect(await store.journal.get(PERSON, said.id)).toEqual(said)
      expect(await store.settings.get(PERSON, 'locale')).toBe('ko-KR')
      expect(value(await store.journal.verify(PERSON))).toMatchObject({ events: 1, forgotten: 0 })
    })

    it('answers by cursor, turn, conversation and type, in order', async () => {
      const events = []
      for (let i = 0; i < 6; i++)
        events.push(value(await store.journal.append(message(`m${i}`), { person: PERSON, conversation: talk(i % 2), turn: turn(i) })))
      expect((await store.journal.since(PERSON, null)).map((e) => e.id)).toEqual(events.map((e) => e.id))
      expect((await store.journal.since(PERSON, events[3]!.id)).map((e) => e.id)).toEqual([events[4]!.id, events[5]!.id])
      expect(await store.journal.since(PERSON, 'nothing0' as EventId)).toEqual([])
      expect((await store.journal.since(PERSON, null, 2)).length).toBe(2)
      expect((await store.journal.byTurn(PERSON, turn(2))).map((e) => e.id)).toEqual([events[2]!.id])
      expect((await store.journal.byConversation(PERSON, talk(1))).map((e) => e.id)).toEqual([events[1]!.id, events[3]!.id, events[5]!.id])
      expect((await store.journal.byConversation(PERSON, talk(1), 2)).map((e) => e.id)).toEqual([events[3]!.id, events[5]!.id])
      expect((await store.journal.byType(PERSON, ['message-received'], 1)).map((e) => e.id)).toEqual([events[5]!.id])
      expect(await store.journal.byType(PERSON, [])).toEqual([])
    })

    it('tells a reader what came since, and one that was at another chain that it has to begin anew', async () => {
      const { journal } = store
      const said = async (text: string) => value(await journal.append(message(text), { person: PERSON, turn: turn(1) }))
      const texts = (found: { events: { event: Event }[] } | null) =>
        found!.events.flatMap(({ event }) => (event.type === 'message-received' ? [event.text] : []))
      expect(await journal.onwards(PERSON, ['message-received'], null)).toMatchObject({ end: { n: 0 }, events: [] })
      const first = await said('one')
      value(await journal.append({ type: 'app-used', app: 'someapp1' as AppId, what: 'opened' }, { person: PERSON }))
      const one = (await journal.onwards(PERSON, ['message-received'], null))!
      expect([one.end.n, texts(one)]).toEqual([2, ['one']])
      expect(await journal.onwards(PERSON, ['message-received'], one.end)).toEqual({ end: one.end, events: [] })
      const second = await said('two')
      await said('three')
      const two = (await journal.onwards(PERSON, ['message-received'], one.end))!
      expect([two.end.n, texts(two)]).toEqual([4, ['two', 'three']])
      expect(await journal.onwards(OTHER, ['message-received'], one.end)).toBeNull()
      expect(await journal.onwards(PERSON, ['message-received'], { n: 2, hash: two.end.hash })).toBeNull()
      expect(await journal.turnsOf(PERSON, [first.id, second.id])).toEqual(
        new Map([
          [first.id, turn(1)],
          [second.id, turn(1)],
        ]),
      )
      value(await journal.forget(PERSON, [second.id]))
      expect(await journal.turnsOf(PERSON, [second.id])).toEqual(new Map())
      const events = await journal.between(PERSON, ['message-received', 'events-forgotten'], 2, 5)
      expect(events.map(({ n, event }) => [n, event.type])).toEqual([
        [4, 'message-received'],
        [5, 'events-forgotten'],
      ])
      // As many as are read by their types.
      const many = Array.from({ length: 2500 }, (_, i) => message(`${i}`))
      value(await journal.appendAll(many, { person: PERSON }))
      const all = (await journal.onwards(PERSON, ['message-received'], two.end))!
      expect([all.end.n, all.events.length, all.events.at(-1)!.n]).toEqual([2505, 2500, 2505])
    })

    it('lists conversations by their first message, the newest first', async () => {
      await store.journal.append(message('  first \n words  '), { person: PERSON, conversation: talk(1) })
      clock.pass(1000)
      await store.journal.append(message('x'.repeat(300)), { person: PERSON, conversation: talk(2) })
      clock.pass(1000)
      await store.journal.append(message('later words'), { person: PERSON, conversation: talk(1) })
      const [one, two] = await store.journal.conversations(PERSON)
      expect(one).toMatchObject({ id: talk(1), title: 'first words', messages: 2 })
      expect(two!.title).toBe(`${'x'.repeat(80)}…`)
      expect(await store.journal.conversations(OTHER)).toEqual([])
    })

    it('keeps persons apart', async () => {
      const mine = value(await store.journal.append(message('mine'), { person: PERSON, turn: turn(1) }))
      await store.journal.append(message('theirs'), { person: OTHER, turn: turn(1) })
      expect(await store.journal.get(OTHER, mine.id)).toBeNull()
      expect(await store.journal.since(OTHER, mine.id)).toEqual([])
      expect((await store.journal.byTurn(PERSON, turn(1))).length).toBe(1)
      const kept = remembered('tea')
      value(await store.memories.change(PERSON, { put: [kept] }))
      expect(await store.memories.all(OTHER)).toEqual([])
      expect((await store.memories.change(OTHER, { remove: [kept.id] })).ok).toBe(false)
    })

    it('appends several or none', async () => {
      const all = value(await store.journal.appendAll([message('a'), message('b')], { person: PERSON }))
      expect(new Set(all.map((e) => e.id)).size).toBe(2)
      const unstorable = { type: 'message-received', text: 1n, language: 'en' } as unknown as EventBody
      await expect(store.journal.appendAll([message('c'), unstorable], { person: PERSON })).rejects.toThrow()
      expect((await store.journal.since(PERSON, null)).length).toBe(2)
    })

    it('still verifies after forgetting, and says nothing of what was forgotten', async () => {
      const secret = value(await store.journal.append(message('my secret'), { person: PERSON }))
      await store.journal.append(message('other'), { person: PERSON })
      expect(value(await store.journal.forget(PERSON, [secret.id, 'nothing0' as EventId]))).toBe(1)
      expect(await store.journal.get(PERSON, secret.id)).toBeNull()
      expect(value(await store.journal.verify(PERSON))).toMatchObject({ events: 3, forgotten: 1 })
    })

    it.each([
      ['a content', (s: Store) => s.db.updateTable('journal_content').set({ body: '{}' }).where('event', 'like', '%').execute()],
      ['a row', (s: Store) => s.db.updateTable('journal').set({ type: 'app-used' }).where('n', '=', 2).execute()],
      [
        'a hash',
        (s: Store) =>
          s.db
            .updateTable('journal')
            .set({ hash: 'f'.repeat(64) })
            .where('n', '=', 2)
            .execute(),
      ],
      ['an event left out', (s: Store) => s.db.deleteFrom('journal').where('n', '=', 2).execute()],
    ])('finds %s that was tampered with', async (_, tamper) => {
      for (let i = 0; i < 4; i++) await store.journal.append(message(`m${i}`), { person: PERSON })
      expect((await store.journal.verify(PERSON)).ok).toBe(true)
      await tamper(store)
      const verified = await store.journal.verify(PERSON)
      expect(verified).toMatchObject({ ok: false, error: { code: 'journal-broken' } })
    })

    it('remembers in the order of learning, changes and removes all or nothing', async () => {
      const [a, b] = [remembered('likes tea\0', '2026-01-01T00:00:00Z'), remembered('住在京都', '2026-01-02T00:00:00Z')]
      value(await store.memories.change(PERSON, { put: [b, a] }))
      expect(await store.memories.all(PERSON)).toEqual([{ ...a, text: 'likes tea' }, b])
      value(await store.memories.change(PERSON, { put: [{ ...b, retired: '2026-01-03T00:00:00Z' }], remove: [a.id] }))
      expect(await store.memories.all(PERSON)).toMatchObject([{ id: b.id, retired: '2026-01-03T00:00:00Z' }])
      const none = await store.memories.change(PERSON, { put: [remembered('never')], remove: [a.id] })
      expect(none).toMatchObject({ ok: false, error: { code: 'memory-unknown' } })
      expect(await store.memories.all(PERSON)).toHaveLength(1)
      expect(await store.memories.get(PERSON, a.id)).toBeNull()
      expect(await store.memories.get(PERSON, b.id)).toMatchObject({ text: '住在京都' })
    })

    it('names the events that speak of an id, and no other', async () => {
      const memory = 'memory12345' as MemoryId
      const spoke = value(await store.journal.append({ type: 'memory-forgotten', memory }, { person: PERSON }))
      await store.journal.append(message('something else'), { person: PERSON })
      expect(await store.journal.naming(PERSON, memory)).toEqual([spoke.id])
      expect(await store.journal.naming(OTHER, memory)).toEqual([])
      expect(await store.journal.naming(PERSON, spoke.id)).toEqual([])
    })

    it('rolls back a transaction that fails or throws, and goes on', async () => {
      const put = (name: string) => ({ person: PERSON, name, value: '1' })
      const failed = await store.transaction(async (tx) => {
        await tx.insertInto('settings').values(put('a')).execute()
        return fail('no', 'no')
      })
      expect(failed).toMatchObject({ ok: false, error: { code: 'no' } })
      await expect(
        store.transaction(async (tx) => {
          await tx.insertInto('settings').values(put('b')).execute()
          throw new Error('a mistake of ours')
        }),
      ).rejects.toThrow('a mistake of ours')
      expect([...(await store.settings.all(PERSON))]).toEqual([])
      expect(value(await store.transaction(async () => ok(5)))).toBe(5)
    })

    it('does one transaction at a time', async () => {
      const add = () =>
        store.transaction(async (tx) => {
          const row = await tx
            .selectFrom('settings')
            .select('value')
            .where('person', '=', PERSON)
            .where('name', '=', 'n')
            .executeTakeFirst()
          await tx.deleteFrom('settings').where('person', '=', PERSON).where('name', '=', 'n').execute()
          await tx
            .insertInto('settings')
            .values({ person: PERSON, name: 'n', value: String(Number(row?.value ?? 0) + 1) })
            .execute()
          return ok(undefined)
        })
      await Promise.all(Array.from({ length: 50 }, add))
      expect(await store.settings.get(PERSON, 'n')).toBe('50')
    })

    it.each([
      ['a boolean', true],
      ['an empty buffer', Buffer.alloc(0)],
      ['an ArrayBuffer', new ArrayBuffer(0)],
      ['a text cut at NUL', 'a\0b'],
      ['no number', Number.NaN],
    ])('survives being given %s', async (_, bad) => {
      const put = store.db
        .insertInto('settings')
        .values({ person: PERSON, name: 'bad', value: bad as string })
        .execute()
      await put.catch(() => undefined)
      await store.settings.set(PERSON, 'good', 'x')
      expect(await store.settings.get(PERSON, 'good')).toBe('x')
    })

    it('keeps what requests may cost, then what they did', async () => {
      const asked = (id: string, cost: number, app: string | null = 'app00001') => ({
        ...{ id, at: '2026-11-24T00:00:00.000Z', day: '2026-11-24', app, build: 'turn00001', step: 'draft' },
        ...{ provider: 'p', model: 'm', cost },
      })
      const figures = { input: 10, output: 5, cache_write: 0, cache_read: 3, cost: 7, refine_cost: 70 }
      value(await store.costs.write(PERSON, { opened: [asked('a', 40), asked('b', 40)], settled: [] }))
      value(await store.costs.write(PERSON, { opened: [], settled: [{ id: 'a', ...figures }] }))
      // What is settled stays as it was then.
      value(
        await store.costs.write(PERSON, {
          opened: [asked('c', 30, null)],
          settled: [
            { id: 'a', ...figures, cost: 1 },
            { id: 'c', ...figures, cost: 2 },
          ],
        }),
      )
      expect(await store.costs.spent(PERSON, 'day', '2026-11-24')).toBe(49)
      expect(await store.costs.spent(PERSON, 'build', 'turn00001')).toBe(49)
      expect(await store.costs.spent(OTHER, 'day', '2026-11-24')).toBe(0)
      // All or none: an id that is there already takes the others with it.
      await expect(store.costs.write(PERSON, { opened: [asked('d', 1), asked('c', 1)], settled: [] })).rejects.toThrow()
      expect((await store.costs.sums(PERSON, 'app')).length).toBe(2)
      store = await opened.reopen()
      expect(value(await store.costs.closeLost(PERSON))).toBe(1)
      expect(await store.costs.sums(PERSON, 'app')).toMatchObject([
        { key: 'app00001', requests: 2, cost: 47, refine_cost: 70, input: 10, cache_read: 3 },
        { key: '', requests: 1, cost: 2 },
      ])
      expect(await store.costs.sums(PERSON, 'day', { app: 'app00001' })).toMatchObject([{ key: '2026-11-24', cost: 47 }])
      expect(await store.costs.sums(PERSON, 'step', { since: '2026-11-25' })).toEqual([])
    })

    it('counts what passed, by model, language and difficulty', async () => {
      const what = { model: 'm', language: 'ja', difficulty: 'hard' }
      for (const passed of [true, true, false]) value(await store.successes.add(PERSON, what, passed))
      value(await store.successes.add(PERSON, { ...what, language: 'ko' }, false))
      expect(await store.successes.all(PERSON)).toEqual([
        { ...what, passed: 2, failed: 1 },
        { ...what, language: 'ko', passed: 0, failed: 1 },
      ])
      expect(await store.successes.all(OTHER)).toEqual([])
    })

    it('checks itself', async () => {
      expect(await store.check()).toEqual({ ok: true, value: undefined })
    })
  })
}

let count = 0
const remembered = (text: string, learned = '2026-01-01T00:00:00Z') => ({
  ...{ id: `memory${String(++count).padStart(6, '0')}` as MemoryId, text, learned },
  ...{ retired: null as string | null, source: null },
})

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
