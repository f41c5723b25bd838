/** A message said to a house, and what came of it. */
import type { Card, ConversationId, Event, EventOf, EventType } from '../../src/events.ts'
import type { House } from '../../src/house.ts'
import type { Message } from '../../src/turns.ts'

export const TALK = 'conversation0001' as ConversationId

export async function tell(house: House, text: string, more: Partial<Message> = {}): Promise<Event[]> {
  const events: Event[] = []
  const message = { text, conversation: TALK, open: null, locale: 'en-US', timeZone: 'UTC', ...more }
  for await (const event of house.turns.start(message).events()) events.push(event)
  return events
}
export const of = <T extends EventType>(events: Event[], type: T) =>
  events.filter((one): one is Extract<EventOf<T>, Event> => one.type === type)
export const replyOf = (events: Event[]) => of(events, 'reply-end')[0]!

export type Waiting = Extract<Card, { card: 'approval' }>
/** The card of what waits for a yes. */
export const cardOf = (events: Event[]) => replyOf(events).cards.find((card): card is Waiting => card.card === 'approval')
