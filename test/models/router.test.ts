/** Properties of the choice, over any task, any set of models, any record. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Event } from '../../src/events.ts'
import { DOLLAR, worstCost } from '../../src/models/prices.ts'
import { type Candidate, chanceOf, choose, routed, type State, type Task } from '../../src/models/router.ts'
import { LANGUAGES } from '../../src/spec.ts'

const price = fc.integer({ min: 0, max: 2000 }).map((cents) => cents / 100)
const prices = fc.record({ input: price, output: price, cacheWrite: price, cacheRead: price })
const task: fc.Arbitrary<Task> = fc.record({
  what: fc.constantFrom('build', 'change'),
  risks: fc.subarray(['money', 'health', 'law'] as const),
  difficulty: fc.double({ min: 0, max: 1, noNaN: true }),
  language: fc.constantFrom(...LANGUAGES),
  input: fc.integer({ min: 0, max: 100_000 }),
  output: fc.integer({ min: 1, max: 50_000 }),
  failures: fc.nat({ max: 3 }),
})
const candidate: fc.Arbitrary<Candidate> = fc.record({
  model: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('remote', 'local'),
  prices,
  ready: fc.boolean(),
})
const offline: Candidate = {
  model: 'offline-x',
  kind: 'offline',
  prices: { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 },
  ready: true,
}
const state: fc.Arbitrary<State> = fc.record({
  candidates: fc.uniqueArray(candidate, { selector: ({ model }) => model, maxLength: 4 }).map((all) => [...all, offline]),
  roles: fc.constant({ draft: 'a', refine: 'b', offline: 'offline-x' }),
  remaining: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 * DOLLAR })),
  learned: fc.array(
    fc.record({
      model: fc.constantFrom('a', 'b', 'c'),
      language: fc.constantFrom(...LANGUAGES),
      difficulty: fc.constantFrom('easy', 'middle', 'hard'),
      passed: fc.nat({ max: 50 }),
      failed: fc.nat({ max: 50 }),
    }),
    { maxLength: 6 },
  ),
  down: fc.subarray(['a', 'b', 'c', 'd']),
})
const named = ({ candidates }: State, model: string | null) => candidates.find((one) => one.model === model)
const cost = (one: Candidate, { input, output }: Task) => worstCost(input, output, one.prices)

describe('a choice', () => {
  it('is of what can be asked and paid for, and says why, for each model there is', () => {
    fc.assert(
      fc.property(task, state, (asked, now) => {
        const choice = choose(asked, now)
        const spent = [choice.draft, choice.refine].flatMap((model) => named(now, model) ?? [])
        for (const one of spent) if (one.kind !== 'offline') expect(one.ready && !now.down.includes(one.model)).toBe(true)
        expect(spent.reduce((sum, one) => sum + cost(one, asked), 0)).toBeLessThanOrEqual(now.remaining)
        expect(choice.because.length).toBeGreaterThan(10)
        expect(choice.alternatives.map(({ model }) => model).toSorted()).toEqual(
          now.candidates
            .map(({ model }) => model)
            .filter((model) => model !== choice.draft)
            .toSorted(),
        )
        expect(choose(asked, now)).toEqual(choice)
      }),
    )
  })

  it('lets a person approve what is risky, and gives it to the strongest that may be asked', () => {
    fc.assert(
      fc.property(task, state, (asked, now) => {
        const choice = choose(asked, now)
        expect(choice.approval).toBe(asked.risks.length > 0)
        const b = named(now, 'b')
        const may = b?.ready && !now.down.includes('b') && cost(b, asked) <= now.remaining
        if ((asked.risks.length || asked.failures) && may) expect(choice.draft).toBe('b')
      }),
    )
  })

  it('asks the synthesiser where nothing else can be asked', () => {
    fc.assert(
      fc.property(task, state, (asked, now) => {
        const none = { ...now, candidates: now.candidates.map((one) => ({ ...one, ready: one.kind === 'offline' })) }
        expect(choose(asked, none)).toMatchObject({ draft: 'offline-x', refine: null, reason: 'offline' })
      }),
    )
  })

  it('falls back from what is down, never to it, and ends at the synthesiser', () => {
    fc.assert(
      fc.property(task, state, (asked, now) => {
        const down: string[] = []
        for (let i = 0; i < 6; i++) {
          const { draft } = choose(asked, { ...now, down })
          if (draft === 'offline-x') return
          expect(down).not.toContain(draft)
          down.push(draft)
        }
        throw new Error('it never came to an end')
      }),
    )
  })

  it('is an event that the journal takes', () => {
    fc.assert(
      fc.property(task, state, (asked, now) => {
        const event = { ...routed(asked, choose(asked, now)), id: 'event0001', at: '2026-11-27T00:00:00.000Z', person: 'person01' }
        expect(Event.safeParse(event).success).toBe(true)
      }),
    )
  })
})

describe('what is learned', () => {
  const asked: Task = { what: 'build', risks: [], difficulty: 0.1, language: 'ko', input: 10_000, output: 5_000, failures: 0 }
  const models: Candidate[] = [
    { model: 'a', kind: 'remote', prices: { input: 0.15, output: 0.6, cacheWrite: 0.15, cacheRead: 0.15 }, ready: true },
    { model: 'b', kind: 'remote', prices: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 }, ready: true },
  ]
  const with_ = (learned: State['learned']): State => ({
    candidates: [...models, offline],
    roles: { draft: 'a', refine: 'b', offline: 'offline-x' },
    remaining: DOLLAR,
    learned,
    down: [],
  })
  const row = (language: string, passed: number, failed: number) => ({ model: 'a', language, difficulty: 'easy', passed, failed })

  it('is a chance between nothing and certainty, that grows with what passes', () => {
    fc.assert(
      fc.property(task, state, ({ language, difficulty }, { learned }) => {
        const chance = chanceOf('a', { language, difficulty }, learned)
        const better = chanceOf(
          'a',
          { language, difficulty },
          learned.map((one) => ({ ...one, passed: one.passed + 1 })),
        )
        expect(chance > 0 && chance < 1 && better >= chance).toBe(true)
      }),
    )
  })

  it('turns a language in which drafts fail over to the strong model, and no other', () => {
    expect(choose(asked, with_([]))).toMatchObject({ draft: 'a', refine: 'b', reason: 'draft-pays' })
    const failing = [row('ko', 0, 30), row('en', 60, 2), row('ja', 60, 2)]
    expect(choose(asked, with_(failing))).toMatchObject({ draft: 'b', refine: null, reason: 'refine-pays' })
    expect(choose({ ...asked, language: 'en' }, with_(failing))).toMatchObject({ draft: 'a' })
  })

  it('of one language is a hint in another that nothing is known of', () => {
    const hint = chanceOf('a', { language: 'ko', difficulty: 0.1 }, [row('en', 0, 40)])
    expect(hint).toBeLessThan(chanceOf('a', { language: 'ko', difficulty: 0.1 }, []))
  })
})
