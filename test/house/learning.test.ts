/** Learning in a real home: what is decided, noted, judged, put aside, forgotten and the same after a restart. */
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { seeded } from '../../src/base/rng.ts'
import type { ConversationId, EventBody, TurnId } from '../../src/events.ts'
import { forgetEvents } from '../../src/forget.ts'
import { type House, openHouse } from '../../src/house.ts'
import { designed } from '../../src/learn.ts'
import { featuresOf } from '../../src/policy/topics.ts'
import { value } from '../store/store.contract.ts'
import { newHome } from './residue.ts'
import { of, TALK, tell } from './telling.ts'

let home: string
let house: House
const clock = fixedClock('2026-03-02T09:00:00Z')
const open = async (seed = 7) => value(await openHouse({ home, clock, rng: seeded(seed) }))
beforeEach(async () => {
  clock.set('2026-03-02T09:00:00Z')
  home = newHome()
  house = await open()
})
afterEach(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

const topic = async (id = 'density') => value(await house.learning.view()).topics.find((one) => one.topic === id)!
const many = featuresOf('density', true, false)

/** Apps come to be, and the person praises the one kind and not the other. */
async function taught(count: number, likes: (action: string) => number): Promise<TurnId[]> {
  const turns: TurnId[] = []
  for (let n = 0; n < count; n++) {
    const turn = house.newId<TurnId>()
    turns.push(turn)
    const at = { person: house.person, conversation: TALK, turn }
    const append = async (body: EventBody) => value(await house.store.journal.append(body, at))
    await append({ type: 'message-received', text: `an app for the ${n}th of my zyxomels`, language: 'en' })
    const { choice } = await house.policy.prefer('density', many, TALK)
    await append(choice!)
    const reply = await append({ type: 'reply-end', text: 'Done.', language: 'en', cards: [], chips: [] })
    await append({ type: 'feedback-received', about: reply.id, value: likes(choice!.action) })
    clock.pass(60_000)
    value(await house.learning.settle())
  }
  return turns
}
const compactPlease = (action: string) => (action === 'compact' ? 1 : -1)

it('learns a clear taste, decides by it after a restart too, and takes it back when what taught it is forgotten', async () => {
  const fresh = await house.policy.prefer('density', many, TALK)
  expect(fresh).toMatchObject({ action: 'roomy', choice: { probability: 1, policy: 'density/roomy', because: 'shipped' } })
  const turns = await taught(32, compactPlease)
  expect(await topic()).toMatchObject({ standing: { state: 'learned', where: 'always' } })
  const told = (await house.store.journal.byType(house.person, ['policy-promoted', 'policy-evaluated', 'policy-demoted'])).map(
    ({ type }) => type,
  )
  expect(told).toEqual(['policy-promoted', 'policy-evaluated'])
  await house.close()
  house = await open(8)
  const decided = await Promise.all(Array.from({ length: 40 }, () => house.policy.prefer('density', many, TALK)))
  expect(decided.filter(({ action }) => action === 'compact').length).toBeGreaterThan(30)
  expect(
    decided.every(
      ({ choice }) =>
        choice!.policy === 'density/compact' && Math.abs(choice!.probability - (choice!.action === 'compact' ? 0.9 : 0.1)) < 1e-9,
    ),
  ).toBe(true)
  // What was said in these turns goes, and with it what was learned in them.
  const journal = house.store.journal
  const messages = (await Promise.all(turns.slice(0, 20).map((turn) => journal.byTurn(house.person, turn)))).flatMap((events) =>
    of(events, 'message-received'),
  )
  value(
    await forgetEvents(
      house,
      messages.map(({ id }) => id),
    ),
  )
  value(await house.learning.settle())
  expect(await topic()).toMatchObject({ standing: { state: 'trying' }, occasions: { length: 12 } })
  expect((await journal.byType(house.person, ['policy-demoted']))[0]).toMatchObject({
    policy: 'density/compact',
    because: 'what spoke for it is gone',
  })
  expect((await journal.verify(house.person)).ok).toBe(true)
})

it('begins anew by topic, and off it is as for somebody new, notes nothing and learns nothing', async () => {
  await taught(30, compactPlease)
  expect((await topic()).standing.state).toBe('learned')
  value(await house.learning.set(false))
  expect(await house.policy.prefer('density', many, TALK)).toEqual({ action: 'roomy', choice: null })
  value(await house.learning.set(true))
  expect((await topic()).standing.state).toBe('learned')
  value(await house.learning.reset('first'))
  expect((await topic()).standing.state).toBe('learned')
  value(await house.learning.reset('density'))
  expect(await topic()).toMatchObject({ standing: { state: 'shipped' }, occasions: [] })
  expect(value(await house.learning.settle())).toEqual([])
})

it('tries nothing on money, health and law, and notes nothing of an incognito conversation, whatever was learned', async () => {
  await taught(30, compactPlease)
  for (const id of ['density', 'first', 'offers'] as const) {
    const { action, choice } = await house.policy.prefer(id, featuresOf(id, true, true), TALK)
    expect([action, choice]).toEqual([{ density: 'roomy', first: 'entry', offers: 'offer' }[id], null])
  }
  const secret = house.newId<ConversationId>()
  value(await house.incognito.open(secret))
  for (let i = 0; i < 20; i++) expect(await house.policy.prefer('density', many, secret)).toEqual({ action: 'roomy', choice: null })
})

it('sees what a person does with a real app: changed in a respect, used on later days, an offer taken up', async () => {
  const built = await tell(house, 'a gratitude journal, three good things a day')
  const choices = of(built, 'choice-made')
  expect(choices.map(({ topic, action, probability }) => [topic, action, probability])).toEqual([
    ['density', 'roomy', 1],
    ['first', 'entry', 1],
    ['offers', 'offer', 1],
  ])
  const { app } = choices[0]!
  expect((await topic()).occasions[0]!.reward).toBe(null)
  await tell(house, 'make it compact', { open: app! })
  await tell(house, of(built, 'reply-end')[0]!.chips[0]!, { open: app! })
  await house.turns.idle()
  expect(await topic()).toMatchObject({ standing: { state: 'trying' }, occasions: [{ reward: -1, signals: { changed: 1 } }] })
  expect((await topic('offers')).occasions[0]).toMatchObject({ reward: 1, signals: { taken: 1 } })
  for (const days of [1, 1, 2]) {
    clock.pass(days * 86_400_000)
    value(await house.learning.used(app!))
    value(await house.learning.used(app!))
  }
  expect((await topic('first')).occasions[0]).toMatchObject({ reward: 1, signals: { days: 2 } })
  expect(await house.store.journal.byType(house.person, ['app-used'])).toHaveLength(3)
  // From now on both are tried, every other time.
  const tried = await house.policy.prefer('density', many, TALK)
  expect(tried.choice).toMatchObject({ probability: 0.5, because: 'tried' })
}, 60_000)

it('knows of a thumb when the next app is decided, though nobody looked in between', async () => {
  const built = await tell(house, 'a gratitude journal, three good things a day')
  const about = of(built, 'reply-end')[0]!.id
  value(await house.store.journal.append({ type: 'feedback-received', about, value: -1 }, { person: house.person }))
  const choices = of(await tell(house, 'Track the books I read', { conversation: house.newId<ConversationId>() }), 'choice-made')
  expect(choices.find(({ topic }) => topic === 'density')).toMatchObject({ probability: 0.5, because: 'tried' })
}, 60_000)

it('decides only what the words left open, and never changes what an app is', async () => {
  const policy = {
    ...house.policy,
    prefer: async (id: 'density' | 'first' | 'offers') => ({
      action: { density: 'compact', first: 'views', offers: 'quiet' }[id],
      choice: null,
    }),
  }
  const { read } = await import('../../src/base/language/read.ts')
  const { synthesise } = await import('../../src/studio/synthesise.ts')
  for (const text of [
    'Track the books I read',
    'A packing list for Iceland',
    '飲んだ水を記録したい',
    '운동 기록 앱 만들어줘',
    '做一个读书记录',
  ]) {
    const context = { now: house.now('UTC'), locale: 'en-US', currency: 'USD', before: [] }
    const proposal = synthesise(read(text, { now: context.now, language: 'en', currency: 'USD' }), context)
    const { proposal: made } = await designed(policy, proposal, TALK, 0)
    expect({ ...made.spec, look: proposal.spec.look }).toEqual(proposal.spec)
    expect(made.chips).toEqual([])
    expect(made.spec.look.density).toBe('compact')
  }
})
