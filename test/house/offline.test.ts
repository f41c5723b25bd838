/** The built-in model where a person names it: it builds in the same harness as any other, by the same gateway, with no key. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import type { AppId, ConversationId, Event, EventOf, EventType } from '../../src/events.ts'
import { type House, openHouse } from '../../src/house.ts'

const home = mkdtempSync(join(tmpdir(), 'macaron-offline-'))
const file = join(home, 'models.json')
const NAMED = JSON.stringify({ roles: { draft: 'offline-macaron' } })
const WEAK = 'make an app to practise guitar chords with a drawing of each'
let house: House

beforeAll(async () => {
  writeFileSync(file, NAMED)
  const opened = await openHouse({ home, clock: fixedClock('2026-11-24T09:00:00Z'), complain: () => {}, env: {} })
  if (!opened.ok) throw new Error(opened.error.message)
  house = opened.value
  await house.browser.warm()
}, 30_000)
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

async function tell(text: string, open: AppId | null = null): Promise<Event[]> {
  const events: Event[] = []
  const message = { text, conversation: null as ConversationId | null, open, locale: 'en-US', timeZone: 'UTC' }
  for await (const event of house.turns.start(message).events()) events.push(event)
  return events
}
const of = <T extends EventType>(events: Event[], type: T) => events.filter((one): one is Extract<EventOf<T>, Event> => one.type === type)

describe('the built-in model', () => {
  let app: AppId
  it('builds where the draft is its role: routed, checked in the browser, booked at nothing, published once', async () => {
    const from = { source: null, conversation: null, now: house.now('UTC'), language: 'en' as const }
    for (const fact of ['I practise guitar chords with my sister', 'I take pills before I practise guitar chords, against my migraine'])
      await house.memory.remember(fact, from)
    const events = await tell(WEAK)
    // What is remembered and may be told is; what is of health is guarded from every model that it was not allowed to.
    const recalled = of(events, 'memory-recalled').flatMap(({ items }) => items.map(({ text }) => text))
    expect(recalled).toContain('I practise guitar chords with my sister')
    expect(recalled.join()).not.toContain('migraine')
    expect(of(events, 'model-routed')).toMatchObject([{ model: 'offline-macaron', reason: 'only-one' }])
    expect(of(events, 'check-finished').map(({ passed }) => passed)).toEqual([true, true])
    expect(of(events, 'app-published')).toHaveLength(1)
    app = of(events, 'app-published')[0]!.app
    const { total, steps } = await house.models.costs(app)
    expect(total.requests).toBeGreaterThanOrEqual(3)
    expect([total.dollars, steps.map(({ key }) => key)]).toEqual([0, ['draft']])
  }, 40_000)

  it('says that it cannot where it knows no way, and leaves the app as it is', async () => {
    const before = await house.apps.get(app)
    const events = await tell('make it sing each chord aloud in my voice', app)
    const after = await house.apps.get(app)
    expect(after.ok && before.ok && after.value.files).toEqual(before.ok && before.value.files)
    expect(of(events, 'app-published')).toEqual([])
  }, 40_000)

  it('is asked nothing where no role names it', async () => {
    writeFileSync(file, '{}\n')
    const events = await tell(`${WEAK}, for my sister this time`)
    expect(of(events, 'model-routed')).toEqual([])
    expect(of(events, 'app-published')).toHaveLength(1)
  }, 40_000)
})
