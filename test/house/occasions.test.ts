/**
 * What learning keeps of the journal in mind is what the journal says: after any sequence of choices, thumbs, use, forgetting, resets,
 * switching and back-ups, whoever went along says what somebody says who reads it for the first time. Seeds printed where it fails.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { type Apps, openApps } from '../../src/apps/apps.ts'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import type { AppId, ConversationId, EventBody, EventId, EventType, TurnId } from '../../src/events.ts'
import { forgetEvents } from '../../src/forget.ts'
import { type Learning, openLearning } from '../../src/learn.ts'
import { READ, toldBy } from '../../src/learning/loop/occasions.ts'
import { type Known, openOccasions } from '../../src/occasions.ts'
import { featuresOf, TOPICS } from '../../src/policy/topics.ts'
import { openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'
import { write } from '../../src/studio/write.ts'
import { spending } from '../apps/specs.ts'
import { PERSON, value } from '../store/store.contract.ts'

const HOUR = 3_600_000
const homes: string[] = []
const newHome = () => {
  homes.push(mkdtempSync(join(tmpdir(), 'macaron-occasions-')))
  return homes.at(-1)!
}
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

/** A life in a home, step by step, with the one who goes along. */
class Life {
  readonly clock = fixedClock('2026-03-02T09:00:00Z')
  readonly rng: Rng
  readonly newId
  store!: Store
  apps!: Apps
  kept!: Learning
  private readonly made: AppId[] = []

  constructor(seed: number) {
    this.rng = seeded(seed)
    this.newId = ids(this.clock, this.rng)
  }
  async open(home: string): Promise<this> {
    this.store = value(await openStore({ home, clock: this.clock, newId: this.newId }))
    this.apps = openApps(this.store, { clock: this.clock, newId: this.newId, person: PERSON })
    this.kept = this.learning()
    return this
  }
  learning = () =>
    openLearning({
      ...{ store: this.store, apps: this.apps, person: PERSON, clock: this.clock, rng: this.rng },
      incognito: { has: () => false } as never,
      taste: async () => ({
        rules: [],
        costs: (topic, action) => (topic === 'offers' && action === 'offer' ? [{ rule: 'x', amount: 0.1 }] : []),
      }),
    })

  private pick = <T>(of: readonly T[]): T => of[Math.floor(this.rng.next() * of.length)]!
  private talk = () => `conversation000${this.pick([1, 2])}` as ConversationId
  private note = async (body: EventBody, at: { conversation?: ConversationId; turn?: TurnId } = {}) =>
    value(await this.store.journal.append(body, { person: PERSON, ...at }))
  private some = async (types: readonly EventType[]) => this.store.journal.byType(PERSON, types)

  readonly steps: Record<string, () => Promise<unknown>> = {
    build: async () => {
      const spec = { ...spending(), look: { ...spending().look, density: this.pick(['roomy', 'compact'] as const) } }
      const app = value(await this.apps.bringIn({ spec, files: write(spec, { id: '' as AppId, requests: [] }), requests: [], data: {} }))
      this.made.push(app)
      const at = { conversation: this.talk(), turn: this.newId<TurnId>() }
      await this.note({ type: 'message-received', text: `an app ${app}`, language: 'en' }, at)
      for (const topic of TOPICS) {
        const { choice } = await this.kept.prefer(topic, featuresOf(topic, this.rng.next() < 0.5, false), at.conversation)
        if (choice) await this.note({ ...choice, app }, at)
      }
      await this.note({ type: 'reply-end', text: 'Done.', language: 'en', cards: [], chips: ['Add a rating'] }, at)
    },
    thumb: async () => {
      const about = this.pick(await this.some(['reply-end', 'message-received', 'choice-made']))
      if (about) await this.note({ type: 'feedback-received', about: about.id, value: this.pick([-1, -1, 1]) })
    },
    say: () =>
      this.note(
        { type: 'message-received', text: this.pick(['Add a rating', 'hello']), language: 'en' },
        { conversation: this.talk(), turn: this.newId<TurnId>() },
      ),
    log: async () => {
      const app = this.pick(this.made)
      if (app) await this.note({ type: 'record-logged', app, collection: 'c', record: {} as never, checkpoint: 'checkpoint01' as never })
    },
    open: async () => this.made.length && value(await this.kept.used(this.pick(this.made))),
    look: async () => {
      const app = this.pick(this.made)
      const found = app && (await this.apps.get(app))
      if (!found?.ok) return
      const { spec, requests } = found.value
      const look = { ...spec.look, density: spec.look.density === 'roomy' ? ('compact' as const) : ('roomy' as const) }
      value(await this.apps.publish(app, { spec: { ...spec, look }, files: found.value.files, requests, what: 'look' }))
    },
    back: async () => this.made.length && this.apps.undo(this.pick(this.made)),
    remove: async () => this.made.length && this.apps.remove(this.pick(this.made)),
    hours: async () => this.clock.pass(this.pick([1, 5, 20, 40]) * HOUR),
    early: async () => this.clock.pass(-this.pick([1, 30]) * HOUR),
    reset: async () => value(await this.kept.reset(this.pick([...TOPICS, undefined]))),
    lock: async () => value(await this.kept.lock('density', this.pick(['roomy', 'compact', null]))),
    off: async () => value(await this.kept.set(false)),
    on: async () => value(await this.kept.set(true)),
    forget: async () => {
      const lately = ['feedback-received', 'message-received', 'app-used', 'record-logged', 'reply-end'] as const
      const newest = (await this.store.journal.byType(PERSON, lately)).slice(0, 8)
      const all = this.rng.next() < 0.5 ? newest : await this.store.journal.since(PERSON, null)
      const gone = Array.from({ length: 3 }, () => this.pick(all)?.id).filter(Boolean)
      value(await forgetEvents({ store: this.store, person: PERSON }, gone as EventId[]))
    },
    everything: async () => value(await this.store.journal.forget(PERSON, 'all')),
  }

  /** In the order of how often. */
  async step(): Promise<string> {
    const often = ['build', 'build', 'thumb', 'thumb', 'thumb', 'say', 'say', 'log', 'open', 'hours', 'forget']
    const name =
      this.rng.next() < 0.75
        ? this.pick(often)
        : this.pick(Object.keys(this.steps).filter((one) => one !== 'everything' || this.rng.next() < 0.2))
    await this.steps[name]!()
    return name
  }
}

/** It has seen what there is, without noting anything. */
const kept = ({ kept }: Life) => kept.prefer('density', featuresOf('density', true, false), 'conversation0009' as ConversationId)

const plain = ({ told, standing }: Known) => ({
  ...structuredClone(told),
  standings: TOPICS.map((topic) => {
    const { gain, ...rest } = standing(topic)
    return { ...rest, gain: gain() }
  }),
})

it('is what a first reading is, after any sequence of what can happen', async () => {
  for (let seed = 1; seed <= 5; seed++) {
    const life = await new Life(seed).open(newHome())
    const { journal } = life.store
    const along = openOccasions({ store: life.store, person: PERSON })
    const done: string[] = []
    for (let n = 0; n < 50; n++) {
      done.push(await life.step())
      const why = `seed ${seed}: ${done.join(' ')}`
      // Now and then both look what came of it: who goes along finds all there is to note and nothing that is not, and the other way round.
      if (life.rng.next() < 0.4) {
        const [first, second] = n % 2 ? [life.kept, life.learning()] : [life.learning(), life.kept]
        value(await first.settle())
        expect(value(await second.settle()), why).toEqual([])
      } else await kept(life)
      const fresh = plain(await openOccasions({ store: life.store, person: PERSON }).now())
      expect(plain(await along.now()), why).toEqual(fresh)
      const { standings: _, ...told } = fresh
      const { events } = (await journal.onwards(PERSON, READ, null))!
      expect(
        JSON.parse(JSON.stringify(toldBy(events.map(({ event }) => event)).occasions.first.map(({ n: _, ...one }) => one))),
        why,
      ).toEqual(JSON.parse(JSON.stringify(told.occasions.first.map(({ n: _, ...one }) => one))))
    }
    expect((await journal.verify(PERSON)).ok).toBe(true)
    await life.store.close()
  }
})

it('takes back what a change or a thumb said once it is undone or forgotten, and goes by the days of use again', async () => {
  const life = await new Life(3).open(newHome())
  const { kept: learning, store, steps } = life
  await steps.build!()
  const occasion = async () => {
    value(await learning.settle())
    const { event, reward, signals } = value(await learning.view()).topics.find(({ topic }) => topic === 'first')!.occasions[0]!
    return { event, said: [reward, signals] }
  }
  const { event } = await occasion()
  const thumb = value(await store.journal.append({ type: 'feedback-received', about: event, value: -1 }, { person: PERSON }))
  expect((await occasion()).said).toEqual([-1, { thumb: -1 }])
  value(await store.journal.forget(PERSON, [thumb.id]))
  expect((await occasion()).said).toEqual([0, { days: 0 }])
  const [app] = (await life.apps.list({ date: '2026-03-02', time: '09:00', weekStart: 1 })).map(({ id }) => id)
  const { spec, files, requests } = value(await life.apps.get(app!))
  const first = spec.look.first === 'entry' ? ('views' as const) : ('entry' as const)
  value(await life.apps.publish(app!, { spec: { ...spec, look: { ...spec.look, first } }, files, requests, what: 'look' }))
  expect((await occasion()).said).toEqual([-1, { changed: 1 }])
  value(await life.apps.undo(app!))
  expect((await occasion()).said).toEqual([0, { days: 0 }])
  life.clock.pass(24 * HOUR)
  value(await learning.used(app!))
  expect((await occasion()).said).toEqual([0.5, { days: 1 }])
  await store.close()
})

it('is of the home it is asked in: of a back-up what was known when it was made, and of another chain nothing', async () => {
  const life = await new Life(11).open(newHome())
  for (let n = 0; n < 8; n++) await life.steps.build!()
  const along = openOccasions({ store: life.store, person: PERSON })
  const before = plain(await along.now())
  expect(before.occasions.density).toHaveLength(8)
  const elsewhere = newHome()
  value(await life.store.backup(join(elsewhere, 'macaron.db')))
  await life.steps.reset!()
  await life.steps.build!()
  const copy = value(await openStore({ home: elsewhere, clock: life.clock, newId: life.newId }))
  expect(plain(await openOccasions({ store: copy, person: PERSON }).now())).toEqual(before)
  await copy.close()
  // Another chain in the same file, as long as the one before.
  const { n } = (await life.store.journal.end(PERSON))!
  await along.now()
  for (const table of ['journal', 'journal_content', 'journal_ends'] as const) await life.store.db.deleteFrom(table).execute()
  for (let i = 0; i < n; i++) value(await life.store.journal.append({ type: 'learning-changed', change: 'off' }, { person: PERSON }))
  expect(await along.now()).toMatchObject({ told: { on: false, occasions: { density: [] } } })
  await life.store.close()
})
