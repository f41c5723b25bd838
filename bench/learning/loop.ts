/**
 * What learning costs in a home (src/learn.ts), by how much a person has done: a decision just after something happened, and what is
 * done after a thumb, with all of those apps made within the day, so that each may still be judged otherwise, and with them long judged.
 * Each app is an occasion of every topic, with the events of a turn around it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApps } from '../../src/apps/apps.ts'
import { fixedClock, wallClock } from '../../src/base/clock.ts'
import { ids, type NewId } from '../../src/base/ids.ts'
import { read } from '../../src/base/language/read.ts'
import type { Result } from '../../src/base/result.ts'
import { seeded } from '../../src/base/rng.ts'
import { openEthics } from '../../src/ethics.ts'
import type { AppId, CheckpointId, ConversationId, EventBody, EventId, PersonId, TurnId } from '../../src/events.ts'
import { type Learning, openLearning } from '../../src/learn.ts'
import { featuresOf, TOPICS, type TopicId, topics } from '../../src/policy/topics.ts'
import { openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { write } from '../../src/studio/write.ts'

const PERSON = 'person1owner' as PersonId
const AT = '2026-03-02T09:00:00Z'
const DAY = 86_400_000
const TALK = 12
/** Times that each is measured. */
const TIMES = 25

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** Milliseconds each; `start`: of the settling that a start begins with, which reads all there is. */
export type Costs = { start: number; decisions: number[]; settlings: number[] }

/** With `apps` apps behind them; `open`: made within the day. */
export async function costsAfter(apps: number, open: boolean): Promise<Costs> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-bench-'))
  const clock = fixedClock(AT)
  const rng = seeded(apps)
  const newId = ids(clock, rng)
  const store = must(await openStore({ home, clock, newId }))
  const shelf = openApps(store, { clock, newId, person: PERSON })
  const now = { ...wallClock(clock.now(), 'UTC'), weekStart: 1 as const }
  const reading = read('Track the books I read', { now, language: 'en', currency: 'USD' })
  const { spec } = synthesise(reading, { now, locale: 'en-US', currency: 'USD', before: [] })
  const opened = (): Learning =>
    openLearning({
      ...{ store, apps: shelf, person: PERSON, clock, rng: seeded(1) },
      incognito: { has: () => false } as never,
      taste: openEthics({ store, person: PERSON }).taste,
    })
  const replies: EventId[] = []
  try {
    for (let n = 0; n < apps; n++) {
      const app = must(await shelf.bringIn({ spec, files: write(spec, { id: '' as AppId, requests: [] }), requests: [], data: {} }))
      replies.push(await made(store, app, n, newId))
      if (!open) clock.pass(DAY / 4)
    }
    if (!open) clock.pass(4 * DAY)
    let learning = opened()
    must(await learning.settle())
    learning = opened()
    const note = async (body: EventBody) => must(await store.journal.append(body, { person: PERSON }))
    const start = await timed(async () => must(await learning.settle()))
    const decisions: number[] = []
    const settlings: number[] = []
    for (let i = 0; i < TIMES; i++) {
      await note({
        type: 'module-chosen',
        module: 'dialogue',
        option: 'talk',
        probability: 1,
        policy: 'table-1',
        features: {},
        because: '',
      })
      decisions.push(await timed(() => prefer(learning, TOPICS[i % 3]!)))
      await note({ type: 'feedback-received', about: replies[Math.floor(rng.next() * replies.length)]!, value: i % 2 ? 1 : -1 })
      settlings.push(await timed(async () => must(await learning.settle())))
    }
    return { start, decisions, settlings }
  } finally {
    await store.close()
    rmSync(home, { recursive: true, force: true })
  }
}

const prefer = (learning: Learning, topic: TopicId) =>
  learning.prefer(topic, featuresOf(topic, true, false), 'conversation0001' as ConversationId)

/** The events of a turn that made an app; answers with its reply. Of every other one something is said. */
async function made(store: Store, app: AppId, n: number, newId: NewId): Promise<EventId> {
  const conversation = `conversation${String(Math.floor(n / TALK)).padStart(4, '0')}` as ConversationId
  const at = { person: PERSON, conversation, turn: newId<TurnId>() }
  const bodies: EventBody[] = [
    { type: 'message-received', text: `an app for the ${n}th of my collections`, language: 'en' },
    { type: 'module-chosen', module: 'synthesis', option: 'synthesise', probability: 1, policy: 'table-1', features: {}, because: '' },
    { type: 'app-published', app, version: 1, checkpoint: 'checkpoint01' as CheckpointId, name: 'Books', icon: '📚', url: '/', ms: 1 },
    ...TOPICS.map((topic): EventBody => {
      const [action, instead] = topics[topic].actions
      const features = featuresOf(topic, n % 2 === 0, false)
      return {
        type: 'choice-made',
        app,
        topic,
        action,
        instead,
        probability: 1,
        policy: `${topic}/${action}`,
        features,
        because: 'shipped',
      }
    }),
    { type: 'reply-end', text: 'Here it is.', language: 'en', cards: [], chips: ['Add a rating', 'Add a note'] },
  ]
  const events = must(await store.journal.appendAll(bodies, at))
  const about = events.at(-1)!.id
  if (n % 2) must(await store.journal.append({ type: 'feedback-received', about, value: n % 3 ? 1 : -1 }, { person: PERSON }))
  return about
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
