/** Budgets are never passed: not by many at once, not by a crash, not by what a provider says it used. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { DOLLAR, worstCost } from '../../src/models/prices.ts'
import { tokensAbout, tokensAtMost } from '../../src/models/tokens.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import { asked, CLAUDE, type Home, type HomeOptions, openHome, PERSON, servedBy } from './kit.ts'
import { overloaded, stalls } from './quirks.ts'
import { type Script, type ScriptedApi, scriptedApi, text } from './scripted.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})
async function set(
  script: Script,
  options: HomeOptions & { budgets?: object; count?: number | null } = {},
): Promise<{ api: ScriptedApi; home: Home }> {
  const { budgets, count = null } = options
  const api = await scriptedApi(script, { count: count === null ? null : () => count })
  const home = await openHome({ file: servedBy(api.url, { ...(budgets && { budgets }) }), ...options })
  closing.push(api.close, home.close)
  return { api, home }
}
const used = (input: number, output: number) => ({ content: [text('x')], usage: { input_tokens: input, output_tokens: output } })
const PRICES = { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 }

describe('a budget', () => {
  it('is never passed by many at once, and as many as surely fit are let through', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 400 }),
        async (many, cents, output) => {
          const { home, api } = await set(() => used(20, output), { budgets: { day: cents / 100, app: 100, build: 100 } })
          const session = home.models.open({ step: 'draft', app: 'app00001' })
          const done = await Promise.all(Array.from({ length: many }, () => session.complete(asked())))
          const { total, today } = await home.models.costs()
          expect(today.dollars).toBeLessThanOrEqual(cents / 100 + 1e-9)
          expect(today.dollars).toBeCloseTo(total.dollars, 9)
          const each = (20 * 2 + output * 10) / 1e6
          // The last one that fits needs room for its worst; those before it have cost what they cost. What is sent
          // is a little longer than what was asked: it is marked.
          const fitting = (more: number) => {
            const room = cents / 100 - worstCost(tokensAtMost(asked()) + more, 1000, PRICES) / DOLLAR
            return Math.min(many, room < 0 ? 0 : Math.floor(room / each + 1e-9) + 1)
          }
          const through = done.filter(({ ok }) => ok).length
          expect(through).toBeLessThanOrEqual(fitting(0))
          expect(through).toBeGreaterThanOrEqual(fitting(200))
          expect(api.requests.length).toBe(done.filter(({ ok }) => ok).length)
          for (const one of done) if (!one.ok) expect(one.error).toMatchObject({ code: 'budget-day-reached', type: 'permission_error' })
        },
      ),
      { numRuns: 12 },
    )
  })

  it('of an app, of a build and of a session each stop by themselves', async () => {
    const { home } = await set(() => used(100_000, 1000), { budgets: { day: 50, app: 0.4, build: 0.3 } })
    const one = await home.models.open({ step: 'a', app: 'app00001', build: 'build001' }).complete(asked())
    expect(one.ok).toBe(true)
    expect(await home.models.open({ step: 'b', app: 'app00001', build: 'build001', budget: 0.21 }).complete(asked())).toMatchObject({
      error: { code: 'budget-build-reached' },
    })
    expect((await home.models.open({ step: 'b', app: 'app00001', build: 'build002' }).complete(asked())).ok).toBe(true)
    expect(await home.models.open({ step: 'c', app: 'app00001', build: 'build003' }).complete(asked())).toMatchObject({
      error: { code: 'budget-app-reached', values: { most: '$0.40', spent: '$0.42' } },
    })
    expect((await home.models.open({ step: 'c', app: 'app00002' }).complete(asked())).ok).toBe(true)
    expect(await home.models.remaining({ app: 'app00002' })).toBe(Math.round(0.19 * DOLLAR))
  })

  it('asks the provider to count where only a nearer count would fit', async () => {
    const long = asked({ messages: [{ role: 'user', content: 'word '.repeat(4000) }] })
    const tight = worstCost(5000, 1000, PRICES) / DOLLAR
    const counting = await set(() => used(4500, 10), { budgets: { day: tight, app: 9, build: 9 }, count: 4500 })
    expect((await counting.home.models.open({ step: 'a' }).complete(long)).ok).toBe(true)
    expect(counting.api.counts.length).toBe(1)
    const without = await set(() => used(4500, 10), { budgets: { day: tight, app: 9, build: 9 } })
    expect(await without.home.models.open({ step: 'a' }).complete(long)).toMatchObject({ error: { code: 'budget-day-reached' } })
  })

  it('keeps what was open at a crash at its worst, and begins anew the next day', async () => {
    const { home } = await set([stalls, () => {}] as never, { budgets: { day: 0.02, app: 9, build: 9 } })
    const request = {
      id: 'lost0001',
      at: '2026-11-27T00:00:00.000Z',
      day: '2026-11-27',
      app: null,
      build: null,
      step: 's',
      provider: 'anthropic',
      model: CLAUDE,
    }
    // Written by a process that was killed before it could settle.
    await home.store.costs.write(PERSON, { opened: [{ ...request, cost: 0.015 * DOLLAR }], settled: [] })
    expect(await home.models.open({ step: 'a' }).complete(asked())).toMatchObject({ error: { code: 'budget-day-reached' } })
    expect((await home.models.costs()).total.dollars).toBeCloseTo(0.015, 9)
    home.clock.set('2026-11-28T00:00:00Z')
    expect(await home.models.remaining({})).toBe(0.02 * DOLLAR)
  })

  it('holds nothing that costs nothing', async () => {
    const { home } = await set([], { budgets: { day: 0, app: 0, build: 0 }, synthetic: () => ({ content: [text('Free.')] }) })
    expect((await home.models.open({ step: 'a', app: 'app00001' }).complete(asked({ model: 'offline-macaron' }))).ok).toBe(true)
    expect(await home.models.open({ step: 'a' }).complete(asked())).toMatchObject({
      error: { code: 'budget-day-reached', values: { most: '$0.00' } },
    })
  })
})

describe('what it cost', () => {
  it('is told by day, app, step and model, with what was saved', async () => {
    const { home } = await set(() => used(1_000_000, 100_000), { budgets: { day: 100, app: 100, build: 100 } })
    const draft = home.models.open({ step: 'draft', app: 'app00001' })
    const refine = home.models.open({ step: 'refine', app: 'app00001' })
    const cheap = asked({ model: 'deepseek-flash' })
    for (const [session, request] of [
      [draft, cheap],
      [draft, cheap],
      [refine, asked()],
    ] as const)
      expect((await session.complete(request)).ok).toBe(true)
    const { total, steps, models, apps } = await home.models.costs()
    // A draft: 1 M at 0.15 and 0.1 M at 0.60; the refinement: 1 M at 2 and 0.1 M at 10.
    expect(total.dollars).toBeCloseTo(2 * 0.21 + 3, 9)
    expect([total.refineOnly, total.saved].map((one) => Number(one.toFixed(6)))).toEqual([9, 5.58])
    expect(steps.map(({ key, requests }) => [key, requests])).toEqual([
      ['refine', 1],
      ['draft', 2],
    ])
    expect(models.map(({ key }) => key)).toEqual([CLAUDE, 'deepseek-flash'])
    expect(apps).toMatchObject([{ key: 'app00001', requests: 3, tokens: { input: 3_000_000, output: 300_000 } }])
    expect((await home.models.costs('app00009')).total.requests).toBe(0)
  })

  it('is nothing where nothing was answered', async () => {
    const { home } = await set(() => overloaded)
    await home.models.open({ step: 'a' }).complete(asked())
    expect((await home.models.costs()).total).toMatchObject({ requests: 1, dollars: 0 })
  })
})

describe('counts of tokens', () => {
  it('are surely enough, and about right', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 5 }), (said) => {
        const request: MessagesRequest = { model: 'm', max_tokens: 1, messages: said.map((content) => ({ role: 'user', content })) }
        expect(tokensAtMost(request)).toBeGreaterThanOrEqual(Buffer.byteLength(said.join('')))
        expect(tokensAbout(request)).toBeLessThanOrEqual(tokensAtMost(request))
      }),
    )
  })
})
