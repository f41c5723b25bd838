/** Nothing goes to a place that the person was not asked about: by whatever way a request comes in. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import { NOT_NOW, openConsents, type Word } from '../../src/models/consent.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { newHome } from '../house/residue.ts'
import { asked, CLAUDE, type Home, openHome, PERSON, servedBy } from './kit.ts'
import { scriptedApi } from './scripted.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})
const opened = async (file: Parameters<typeof openHome>[0]): Promise<Home> => {
  const home = await openHome(file)
  closing.push(home.close)
  return home
}
/** A host that no name server knows: what is sent there fails by the connection, not by our word. */
const AWAY = { providers: { anthropic: { url: 'https://models.invalid' } } }
const codeOf = async ({ models }: Home, spender: Parameters<Home['models']['open']>[0] = { step: 'x' }) => {
  const said = await models.open(spender).complete(asked())
  return said.ok ? 'ok' : said.error.code
}

describe('a provider elsewhere', () => {
  it('is sent nothing before a yes, nothing after a no, and is asked about anew where it moves', async () => {
    const home = await opened({ file: AWAY })
    expect(await codeOf(home)).toBe('provider-unasked')
    expect((await home.models.open({ step: 'x' }).count(asked())).ok).toBe(false)
    const standing = () => home.models.overview().providers.find(({ name }) => name === 'anthropic')!.consent
    for (const [word, code, stands] of [
      ['never', 'provider-never', 'never'],
      ['later', 'provider-unasked', 'later'],
      [null, 'provider-unasked', 'unasked'],
      ['yes', 'model-unreachable', 'yes'],
    ] as const) {
      expect((await home.models.say('anthropic', word)).ok).toBe(true)
      expect([await codeOf(home), standing()]).toEqual([code, stands])
    }
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${home.home}/models.json`, JSON.stringify({ providers: { anthropic: { url: 'https://elsewhere.invalid' } } }))
    expect([await codeOf(home), standing()]).toEqual(['provider-unasked', 'unasked'])
    expect((await home.models.say('nobody', 'yes')).ok).toBe(false)
  })

  it('is no candidate of the router, and the one that would be asked is known', async () => {
    const home = await opened({ file: AWAY, env: { ANTHROPIC_API_KEY: 'sk-test' } })
    const task = { what: 'build', risks: [], difficulty: 0.5, language: 'en' as const, input: 1000, output: 1000, failures: 0 }
    const choice = await home.models.choose(task)
    expect(choice.ok && choice.value.draft).toBe('offline-macaron')
    expect(await home.models.prospect(task)).toMatchObject({ provider: 'anthropic' })
    await home.models.say('anthropic', 'yes')
    const now = await home.models.choose(task)
    expect(now.ok && now.value.draft).toMatch(/^claude/)
    expect(await home.models.prospect(task)).toBeNull()
    await home.models.say('anthropic', 'never')
    expect(await home.models.prospect(task)).toBeNull()
  })

  it('may be asked by the one app that was allowed it, and only where that app asks by itself', async () => {
    const home = await opened({ file: AWAY })
    await home.models.allow('app00001', 'anthropic')
    expect(await codeOf(home, { step: 'ask', app: 'app00001', asks: true })).toBe('model-unreachable')
    expect(await codeOf(home, { step: 'draft', app: 'app00001' })).toBe('provider-unasked')
    expect(await codeOf(home, { step: 'ask', app: 'app00002', asks: true })).toBe('provider-unasked')
    await home.models.say('anthropic', 'never')
    expect(await codeOf(home, { step: 'ask', app: 'app00001', asks: true })).toBe('provider-never')
    await home.models.say('anthropic', null)
    await home.models.allow('app00001', null)
    expect(await codeOf(home, { step: 'ask', app: 'app00001', asks: true })).toBe('provider-unasked')
  })

  it('that runs on this machine needs no question', async () => {
    const api = await scriptedApi(['Hello.'])
    closing.push(api.close)
    const home = await opened({ file: servedBy(api.url) })
    expect(home.models.overview().candidates.find(({ model }) => model === CLAUDE)?.ready).toBe(true)
    expect(await codeOf(home)).toBe('ok')
  })
})

describe('what was said', () => {
  const words = fc.constantFrom<(Word | null)[]>('yes', 'later', 'never', null)
  const provider = { kind: 'anthropic', url: 'https://models.invalid' } as const

  it('holds: the last word counts, after a restart too, and “not now” for a week', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(words, fc.nat({ max: NOT_NOW })), { minLength: 1, maxLength: 6 }), async (said) => {
        const clock = fixedClock('2026-11-27T12:00:00Z')
        const store = await openStore({ home: newHome(), clock, newId: ids(clock, seeded(1)) })
        if (!store.ok) throw new Error(store.error.message)
        const consents = await openConsents(store.value, PERSON, clock)
        for (const [word, wait] of said) {
          clock.pass(wait)
          await consents.say('anthropic', provider, word)
        }
        const last = said.at(-1)![0]
        for (const each of [consents, await openConsents(store.value, PERSON, clock)]) {
          expect(each.of('anthropic', provider)).toBe(last ?? 'unasked')
          expect(each.may('anthropic', provider).ok).toBe(last === 'yes')
        }
        clock.pass(NOT_NOW)
        expect(consents.of('anthropic', provider)).toBe(last === 'later' || last === null ? 'unasked' : last)
        await store.value.close()
      }),
      { numRuns: 12 },
    )
  }, 20_000)

  it('allows nothing where it cannot be read', async () => {
    const clock = fixedClock('2026-11-27T12:00:00Z')
    const store = await openStore({ home: newHome(), clock, newId: ids(clock, seeded(1)) })
    if (!store.ok) throw new Error(store.error.message)
    for (const text of ['', '{', '[]', '{"places":{"anthropic@models.invalid":{"word":"sure","at":1}},"apps":{}}', '{"places":7}']) {
      await store.value.settings.set(PERSON, 'model-consents', text)
      expect((await openConsents(store.value, PERSON, clock)).may('anthropic', provider).ok).toBe(false)
    }
    await store.value.close()
  })

  it.each([
    ['http://127.0.0.1:8080', true],
    ['http://127.9.9.9', true],
    ['http://localhost:1', true],
    ['http://[::1]:8080', true],
    ['https://127.0.0.1.evil.example', false],
    ['https://localhost.evil.example', false],
    ['http://192.168.1.7:8080', false],
    ['https://api.example', false],
  ])('%s is of this machine: %s', async (url, here) => {
    const clock = fixedClock('2026-11-27T12:00:00Z')
    const settings = { get: async () => null, all: async () => new Map(), set: async () => ({ ok: true as const, value: undefined }) }
    const consents = await openConsents({ settings }, PERSON, clock)
    expect(consents.of('local', { kind: 'local', url })).toBe(here ? 'here' : 'unasked')
  })
})
