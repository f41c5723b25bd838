/** A provider elsewhere, in the way of one message: nothing goes there before a yes, and nobody is asked twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import type { ConversationId } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'
import { cardOf, of, replyOf, tell } from './telling.ts'

describe('a provider elsewhere that nobody was asked about', () => {
  const AWAY = { providers: { anthropic: { url: 'https://models.invalid' } } }
  const WEAK = 'make an app to practise guitar chords with a drawing of each'
  let one: House
  const folder = mkdtempSync(join(tmpdir(), 'macaron-leave-'))
  afterEach(async () => {
    await one.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is asked about once, on what was made without it; a “not now” holds, and a yes goes on with what was asked', async () => {
    writeFileSync(join(folder, 'models.json'), JSON.stringify(AWAY))
    const clock = fixedClock('2026-11-24T09:00:00Z')
    const opened = await openHouse({ home: folder, clock, complain: () => {}, env: { ANTHROPIC_API_KEY: 'sk-test' } })
    if (!opened.ok) throw new Error(opened.error.message)
    one = opened.value
    const first = await tell(one, WEAK)
    expect(of(first, 'app-published')).toHaveLength(1)
    const card = cardOf(first)!
    expect(card.kind).toBe('send')
    expect(card.lines.join('\n')).toMatch(/anthropic[\s\S]*outside this machine[\s\S]*\$/)
    expect(of(first, 'model-routed')).toEqual([])
    const second = await tell(one, `${WEAK} and a metronome`, { conversation: 'conversation0003' as ConversationId })
    expect(cardOf(second)).toBeUndefined()

    const later = await tell(one, 'Not now')
    expect(of(later, 'consent-given')).toMatchObject([{ provider: 'anthropic', word: 'later' }])
    expect(cardOf(await tell(one, `${WEAK} once more`))).toBeUndefined()

    const yes = await tell(one, 'Yes', { decides: { approval: card.approval, decision: 'approve' } })
    expect(of(yes, 'consent-given')).toMatchObject([{ word: 'yes' }])
    expect(of(yes, 'model-routed').length).toBeGreaterThan(0)
    expect(replyOf(yes).text).toMatch(/anthropic may be asked from now on[\s\S]*cannot be reached/)
    expect(one.models.overview().providers.find(({ name }) => name === 'anthropic')?.consent).toBe('yes')
  }, 90_000)
})
