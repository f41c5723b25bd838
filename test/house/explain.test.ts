/** Why: of models, of what waited and of what was allowed, in the person's language. */
import { describe, expect, it } from 'vitest'
import type { Event, EventBody } from '../../src/events.ts'
import { explain } from '../../src/explain.ts'
import { becauseOf, isOfModels } from '../../src/explain-models.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { event, sample } from '../web/events.ts'

const ROUTED = sample('model-routed') as Extract<EventBody, { type: 'model-routed' }>
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
