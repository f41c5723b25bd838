import { expect, test } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import type { Event } from '../../src/events.ts'
import { openTurns, type RunTurn } from '../../src/turns.ts'

const newId = ids(fixedClock('2026-11-24T00:00:00Z'), seeded(1))
const delta = (text: string) => ({ type: 'reply-delta', text }) as Event
const message = { text: 'hello', conversation: null, open: null, locale: 'en', timeZone: 'UTC' }

async function all(events: AsyncGenerator<Event>) {
  const found: Event[] = []
  for await (const event of events) found.push(event)
  return found
}

test('a turn goes on without a listener, and who listens late hears it from the start', async () => {
  const run: RunTurn = async function* () {
    yield delta('one')
    await new Promise((resolve) => setTimeout(resolve, 5))
    yield delta('two')
  }
  const turns = openTurns(run, newId)
  const { events } = turns.start(message)
  await turns.idle()
  expect(await all(events())).toEqual([delta('one'), delta('two')])
  expect(await all(events())).toHaveLength(2)
})

test('turns of one conversation follow each other; others do not wait', async () => {
  const order: string[] = []
  const run: RunTurn = async function* (said) {
    order.push(`${said.text} starts`)
    await new Promise((resolve) => setTimeout(resolve, said.text === 'a' ? 20 : 1))
    order.push(`${said.text} ends`)
    yield delta(said.text)
  }
  const turns = openTurns(run, newId)
  const first = turns.start({ ...message, text: 'a' })
  turns.start({ ...message, text: 'b', conversation: first.conversation })
  turns.start({ ...message, text: 'c' })
  await turns.idle()
  expect(order.indexOf('a ends')).toBeLessThan(order.indexOf('b starts'))
  expect(order.indexOf('c ends')).toBeLessThan(order.indexOf('a ends'))
})

test('cancelling reaches the turn, once', async () => {
  const run: RunTurn = async function* (_, __, signal) {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    yield delta('stopped')
  }
  const turns = openTurns(run, newId)
  const { turn, events } = turns.start(message)
  await new Promise((resolve) => setTimeout(resolve, 1))
  expect(turns.cancel(turn)).toBe(true)
  expect(await all(events())).toEqual([delta('stopped')])
  await turns.idle()
  expect(turns.cancel(turn)).toBe(false)
})

test('a turn that throws does not hold up the next one', async () => {
  let broken = true
  const run: RunTurn = async function* () {
    if (broken) {
      broken = false
      throw new Error('broken')
    }
    yield delta('fine')
  }
  const turns = openTurns(run, newId)
  const { conversation } = turns.start(message)
  const second = turns.start({ ...message, conversation })
  expect(await all(second.events())).toEqual([delta('fine')])
})
