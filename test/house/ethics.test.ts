/**
 * The rules of ethics in the way of a message. The check in the browser is taken for passed: what is said, held back, refused and
 * journalled is looked at here, and no app.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../../src/events.ts'
import { afterCosts, designed } from '../../src/learn.ts'
import { featuresOf, TOPICS, topics } from '../../src/policy/topics.ts'
import { type Door, find, openDoor, replyOf } from '../doors/door.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor()
  door.server.house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
})
afterAll(() => door.close())
beforeEach(() => told({ region: null, age: null }))

const told = async (circumstances: { region: string | null; age: string | null }) =>
  expect((await door.ask('/api/circumstances', { method: 'PUT', body: circumstances })).status).toBe(200)
const rulesOf = (events: Event[]) => events.flatMap((event) => (event.type === 'rule-applied' ? [event.rule] : []))
const cardOf = (events: Event[]) => find(events, 'reply-end')?.cards.find(({ card }) => card === 'approval')

describe('an app', () => {
  it.each([
    ['en-US', 'track my blood pressure and medicine twice a day', 'general-health-notice', /doctor or pharmacist/],
    ['zh-CN', '血压记录：高压、低压、服药', 'general-health-notice', /医生/],
    ['ja-JP', '血圧と薬の記録', 'japan-health-notice', /診断/],
    ['ko-KR', '혈압과 약 복용 기록', 'general-health-notice', /의사/],
    ['en-US', 'savings goal for a house: 40000 dollars', 'general-money-notice', /financial advice/],
  ])('%s: %s gets its notice', async (locale, request, rule, said) => {
    const events = await door.say(request, { locale })
    expect(rulesOf(events)).toContain(rule)
    expect(replyOf(events)).toMatch(said)
    expect(find(events, 'app-published')).toBeDefined()
  })

  it('that is ordinary gets none, wherever', async () => {
    for (const region of ['JP', 'KR', 'CN', 'other']) {
      await told({ region, age: 'adult' })
      const events = await door.say('packing list for a ski weekend')
      expect([rulesOf(events), find(events, 'app-published') !== undefined]).toEqual([[], true])
    }
  })

  it.each([
    ['en-US', 'an app that scores job applicants by experience and test result', 'general-people-approval', 'Yes, publish it'],
    ['zh-CN', '给应聘者打分：姓名、经验、笔试成绩，决定录用谁', 'china-people-approval', '好，发布吧'],
    ['ko-KR', '지원자 채용 심사표: 이름, 경력, 점수', 'korea-impact-oversight', '네, 게시해 주세요'],
  ])('%s: %s waits for a person, and is published by a yes', async (locale, request, rule, yes) => {
    const events = await door.say(request, { locale })
    expect(rulesOf(events)).toContain(rule)
    expect(find(events, 'app-published')).toBeUndefined()
    expect(cardOf(events)).toMatchObject({ card: 'approval', kind: 'publish' })
    const after = await door.say(yes, { locale, conversation: events[0]!.conversation! })
    expect(find(after, 'app-published')).toBeDefined()
  })

  it('in Korea says also that it is of high impact', async () => {
    await told({ region: 'KR', age: 'adult' })
    const events = await door.say('rank loan applicants by income')
    expect(rulesOf(events)).toEqual(expect.arrayContaining(['korea-impact-notice', 'korea-impact-oversight']))
    expect(rulesOf(events)).not.toContain('general-people-approval')
    expect(replyOf(events)).toMatch(/high impact/)
  })

  it('that watches somebody who is not to know is not made, and the sentence says how it could be', async () => {
    const before = (await door.ask<{ apps: object[] }>('/api/apps')).body.apps.length
    const events = await door.say("make an app that secretly tracks my girlfriend's location every day")
    expect(find(events, 'rule-applied')).toMatchObject({
      rule: 'general-covert-block',
      effect: 'block',
      source: expect.stringMatching(/OECD/),
    })
    expect(replyOf(events)).toMatch(/consent/)
    expect((await door.ask<{ apps: object[] }>('/api/apps')).body.apps.length).toBe(before)
  })

  it('that a model made says so where the region asks', async () => {
    const { ethics, newId } = door.server.house
    const judged = (region: 'JP' | 'KR' | 'CN' | 'other', maker: 'model' | 'rules') =>
      ethics
        .set({ region, age: null })
        .then(() => ethics.judge({ act: 'build', maker, request: 'a drawing app', spec: null, locale: 'en', language: 'en', app: newId() }))
    for (const region of ['JP', 'KR', 'CN'] as const)
      expect(await judged(region, 'model')).toMatchObject({ label: true, notices: [expect.any(String)] })
    expect(await judged('other', 'model')).toMatchObject({ label: false, notices: [] })
    expect(await judged('CN', 'rules')).toMatchObject({ label: false })
  })
})

describe('matters of taste', () => {
  const CONVERSATION = 'talk0000001' as never
  const prefer = (risk: boolean) => door.server.house.policy.prefer('density', featuresOf('density', true, risk), CONVERSATION)

  it('are decided as they always are for minors and where there is a risk, and the rule is named', async () => {
    expect(await prefer(false)).toMatchObject({ choice: { topic: 'density' } })
    expect(await prefer(true)).toMatchObject({ action: 'roomy', choice: null, masked: ['general-risk-trials'] })
    await told({ region: null, age: 'under-18' })
    expect(await prefer(false)).toMatchObject({ action: 'roomy', choice: null, masked: ['general-minor-trials'] })
    const events = await door.say('a list of my stamps with country and year')
    expect(events.filter((event): event is Event & EventOf<'rule-applied'> => event.type === 'rule-applied')).toMatchObject([
      { rule: 'general-minor-trials', effect: 'mask' },
    ])
    expect(find(events, 'choice-made')).toBeUndefined()
  })

  it('cost what a rule says they cost, by name', async () => {
    const costs = async () => (await door.server.house.ethics.taste()).costs
    expect((await costs())('offers', 'offer')).toEqual([])
    await told({ region: null, age: 'under-14' })
    const found = (await costs())('offers', 'offer')
    expect(found).toEqual([{ rule: 'general-minor-offers', amount: 0.5 }])
    for (const topic of TOPICS) expect((await costs())(topic, topics[topic].actions[1])).toEqual([])
    expect(afterCosts({ reward: 1, signals: { taken: 1 } }, found)).toEqual({
      reward: 0.5,
      signals: { taken: 1, 'general-minor-offers': -0.5 },
    })
    expect(afterCosts({ reward: -0.8, signals: {} }, found).reward).toBe(-1)
  })

  it('leave a proposal as it was designed where all is masked', async () => {
    await told({ region: null, age: 'under-18' })
    const look = { density: 'roomy', first: 'views' } as const
    const proposal = { spec: { look, risks: [], collections: [] }, chips: ['x'] } as never
    const done = await designed(door.server.house.policy, proposal, CONVERSATION, 0)
    expect(done).toMatchObject({ choices: [], masked: ['general-minor-trials'], proposal: { spec: { look }, chips: ['x'] } })
  })
})

describe('what the rules go by', () => {
  it('is what the person says, and nothing else is taken', async () => {
    await told({ region: 'KR', age: 'under-14' })
    expect((await door.ask('/api/circumstances')).body).toEqual({ region: 'KR', age: 'under-14' })
    for (const body of [{ region: 'XX', age: null }, { region: null }, { region: null, age: null, more: 1 }, []])
      expect((await door.ask('/api/circumstances', { method: 'PUT', body })).status).toBe(400)
    await door.server.house.store.settings.set(door.server.house.person, 'circumstances', '{"region":')
    expect((await door.ask('/api/circumstances')).body).toEqual({ region: null, age: null })
  })

  it('can be read, each rule with its source, in the language that was asked for', async () => {
    const { body } = await door.ask<{ rules: { id: string; source: string; says: string }[] }>('/api/rules', {
      headers: { 'accept-language': 'ko' },
    })
    expect(body.rules.length).toBeGreaterThan(15)
    expect(body.rules.find(({ id }) => id === 'korea-generated-label')).toMatchObject({
      source: expect.stringMatching(/Art. 31/),
      says: expect.stringMatching(/인공지능/),
    })
  })
})
