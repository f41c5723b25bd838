/**
 * One message, end to end. Read this first: what happens is a list of events, each journalled before anybody sees it.
 *
 *   message-received -> module-chosen -> (memory-recalled) -> one of the steps below -> reply
 *
 * The steps are the modules: synthesis makes and changes apps, simulation writes to and asks an app's data, memory
 * keeps plain facts, dialogue does the talking.
 */
import type { Result } from './base/result.ts'
import type { Reading } from './base/language/types.ts'
import { read } from './base/language/read.ts'
import { answer } from './apps/answer.ts'
import type { Card, CheckpointId, ConversationId, Event, EventBody, EventId, TurnId } from './events.ts'
import { type AppGlimpse, type DialogueContext, type Understanding, understand } from './dialogue/understand.ts'
import * as say from './dialogue/reply.ts'
import type { House } from './house.ts'
import { applyEntry } from './entries.ts'
import { sentence } from './doors/messages.ts'
import type { Around, Built } from './studio/studio.ts'
import { readEdits } from './studio/edit.ts'
import { synthesise } from './studio/synthesise.ts'
import type { Message } from './turns.ts'
import type { Language } from './spec.ts'

/** What a step ends with: what is said, shown and offered next. */
type Reply = { text: string; cards?: Card[]; chips?: string[] }
type Step = AsyncGenerator<EventBody, Reply>

type Turn = {
  house: House
  message: Message & { conversation: ConversationId }
  turn: TurnId
  reading: Reading
  context: DialogueContext
  around: Around
  signal: AbortSignal
  language: Language
}

export async function* runTurn(house: House, message: Message & { conversation: ConversationId }, id: TurnId, signal: AbortSignal): AsyncGenerator<Event> {
  const envelope = { person: house.person, conversation: message.conversation, turn: id }
  const record = (body: EventBody) => house.journal.append(body, envelope)
  let language: Language = 'en'
  try {
    const now = house.now(message.timeZone, message.locale)
    const currency = house.currencyOf(message.locale)
    const window = await house.memory.window(message.conversation)
    const reading = read(message.text, { now, language: languageFrom(message.locale), currency, hints: { previous: house.lastLanguage(window), locale: message.locale } })
    language = reading.language
    const received = await record({ type: 'message-received', text: message.text, language, locale: message.locale })
    yield received

    const locale = localeFor(language, message.locale)
    const context: DialogueContext = { apps: await glimpses(house), open: message.open, now, locale, currency, window, last: await lastOf(house, message.conversation, id) }
    const understood = understand(reading, context)
    const choice = house.policy.choose({ intent: understood.intent, confidence: understood.confidence, features: understood.features })
    yield await record(choice)

    const around: Around = { now, timeZone: message.timeZone, locale, because: received.id, signal }
    const turn: Turn = { house, message, turn: id, reading, context, around, signal, language }
    const step = steps(turn, understood)
    let next = await step.next()
    while (!next.done) {
      yield await record(next.value)
      next = await step.next()
    }
    yield* saying(next.value, language, record)
  } catch (error) {
    house.complain(error)
    const problem = error instanceof Error ? error.message : String(error)
    const failure = { code: 'turn-broken', message: problem, values: { problem: problem.slice(0, 200) } }
    // The journal itself may be what failed (a full disk): then the person is told, though nothing can be recorded.
    const body = { type: 'turn-failed' as const, code: failure.code, message: sentence(failure, language) }
    yield await record(body).catch(() => ({ ...body, ...envelope, id: house.newId() as EventId, at: new Date(house.clock.now()).toISOString() }))
  }
}
