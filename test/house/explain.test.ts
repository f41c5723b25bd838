/** Why: of models, of what waited and of what was allowed, in the person's language. */
import { describe, expect, it } from 'vitest'
import type { Event, EventBody } from '../../src/events.ts'
import { explain } from '../../src/explain.ts'
import { becauseOf, isOfModels } from '../../src/explain-models.ts'
import type { Reader } from '../../src/explain-views.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'
import { event, sample } from '../web/events.ts'

const ROUTED = sample('model-routed') as Extract<EventBody, { type: 'model-routed' }>
type Of<T extends EventBody['type']> = Extract<EventBody, { type: T }>
const bodies: EventBody[] = [
  ...['offline', 'risk', 'checks-failed', 'draft-pays', 'refine-pays', 'budget', 'only-one', 'some new reason'].map((reason) => ({
    ...ROUTED,
    reason,
    approval: reason === 'risk',
    alternatives: [{ model: 'dear-model', why: 'dearer' }],
  })),
  sample('approval-asked'),
  ...(['approved', 'declined', 'later', 'expired', 'overtaken'] as const).map((decision) => ({
    ...(sample('approval-decided') as Extract<EventBody, { type: 'approval-decided' }>),
    decision,
  })),
  sample('grant-changed'),
  { ...(sample('grant-changed') as Extract<EventBody, { type: 'grant-changed' }>), granted: false },
  ...(['yes', 'later', 'never', 'taken-back'] as const).map((word) => ({ type: 'consent-given' as const, provider: 'anthropic', word })),
  sample('model-asked'),
]

describe('why', () => {
  it('is a sentence of its own for each, in each language', () => {
    for (const language of LANGUAGES) {
      const said = bodies.map((body) => becauseOf(event(body) as Event & Parameters<typeof becauseOf>[0], language))
      expect(new Set(said).size).toBe(bodies.length)
      for (const one of said) expect(one).not.toMatch(/undefined|NaN|\{|\}/)
      if (language !== 'en') for (const one of said) expect(one).not.toMatch(/\b(?:the|was|you|because)\b/i)
    }
  })

  it('is told of the event itself, and of a published app that a model built', async () => {
    const turn = [
      event(sample('message-received'), 1),
      event(sample('module-chosen'), 2),
      event({ ...ROUTED, reason: 'risk', approval: true }, 3),
      event(sample('app-published'), 4),
      event(sample('record-logged'), 5),
    ]
    const past = { get: async (id: string) => turn.find((one) => one.id === id) ?? null, byTurn: async () => turn }
    const why = async (n: number) => (await explain(past, turn[n]!.id, 'en'))!.because
    expect(await why(2)).toMatch(/You said[\s\S]*money, health or law[\s\S]*before you say yes/)
    expect(await why(3)).toMatch(/strong model drafter/)
    expect(await why(4)).not.toMatch(/strong model/)
    const alone = event(sample('consent-given'), 6, undefined)
    const byItself = { get: async () => alone, byTurn: async () => [] }
    expect((await explain(byItself, alone.id, 'ko'))!.because).toBe(becauseOf(alone as Event & Parameters<typeof becauseOf>[0], 'ko'))
    expect(isOfModels(alone)).toBe(true)
  })
})

describe('the same choice', () => {
  const turn = [
    event(sample('message-received'), 1),
    event(
      {
        ...(sample('module-chosen') as Of<'module-chosen'>),
        features: { intent: 'build', confidence: 0.9, 'guess-build': 0.9, 'guess-log': 0.4 },
      },
      2,
    ),
    event({ ...(sample('spec-proposed') as Of<'spec-proposed'>), assumed: ['yen'], missing: [] }, 3),
    event(sample('check-finished'), 4),
    event(sample('rule-applied'), 5),
    event({ type: 'cost-settled', cost: 2_000_000, requests: 1, models: [] }, 6),
    event(sample('app-published'), 7),
    event(sample('reply-end'), 8),
  ].map((one) => ({ ...one, turn: 'turn00000001' }) as Event)
  const past = { get: async () => turn[6]!, byTurn: async () => turn }
  const told = (reader: Reader, language: Language = 'en') => explain(past, turn[6]!.id, language, reader)

  it('is told by consequence, duty and character, with the closest alternative, in each language', async () => {
    const said = await told('person')
    expect(said).toMatchObject({
      consequence: expect.stringMatching(/1 thing .*2 of 2 .*\$0\.0020/),
      duty: expect.stringMatching(/It is about health/),
      character: expect.stringMatching(/1 thing was assumed/),
      closest: { what: 'an entry to note', sure: 40, chosen: 90, told: expect.stringMatching(/40% sure.*90%/) },
    })
    for (const reader of ['account', 'rules', 'readings']) expect(said).not.toHaveProperty(reader)
    const all = await Promise.all(LANGUAGES.map((language) => told('person', language)))
    for (const part of ['consequence', 'duty', 'character'] as const) expect(new Set(all.map((one) => one![part])).size).toBe(4)
  })

  it('is told with ids and sources to an auditor, and with what it was weighed on to a developer', async () => {
    expect(await told('auditor')).toMatchObject({
      account: { request: turn[0]!.id, cost: { cost: 2_000_000 }, rules: [{ rule: 'general-health' }] },
      rules: [{ rule: 'general-health', version: 1, effect: 'notice' }],
    })
    expect(await told('developer')).toMatchObject({
      readings: [
        { intent: 'build', sure: 0.9 },
        { intent: 'log', sure: 0.4 },
      ],
      features: { intent: 'build' },
    })
  })

  it('of taste has the other way as its alternative', async () => {
    const choice = event(sample('choice-made'), 1)
    const said = await explain({ get: async () => choice, byTurn: async () => [] }, choice.id, 'en')
    expect(said!.closest).toMatchObject({ what: 'compact', sure: 0, chosen: 100 })
  })
})
