/** The story of one memory: where it came from, what it took the place of, and every recall that brought it up. */
import type { ConversationId, Event, EventId, EventOf, MemoryId } from './events.ts'
import type { House } from './house.ts'
import { asRemembered } from './memory/memory.ts'
import type { Item, Remembered } from './memory/types.ts'

export type Glimpse = { id: MemoryId; text: string }
export type Recall = {
  event: EventId
  at: string
  question: string | null
  score: number /** 0..1; unknown for old events */
  worth: number | null
}
export type Story = {
  memory: Remembered
  /** The message that it was learned from; null where that is gone, or where there was none. */
  source: { event: EventId; at: string; text: string; conversation: ConversationId | null } | null
  supersededBy: Glimpse | null
  supersedes: Glimpse[]
  /** Newest first. */
  recalls: Recall[]
}

const MOST_RECALLS = 50

/** null where nothing is known under that id: neither an item nor a turn. */
export async function storyOf({ store, memory, person }: House, id: MemoryId): Promise<Story | null> {
  const item = await memory.get(id)
  const said = await message(item ? item.source : (id as string as EventId))
  const remembered = item ? asRemembered(item) : said && turnOf(said)
  if (!remembered) return null
  const all = item ? await memory.list({ retired: true }) : []
  return {
    memory: remembered,
    source: said && { event: said.id, at: said.at, text: said.text, conversation: said.conversation ?? null },
    supersededBy: glimpse(all.find((other) => other.id === item?.supersededBy)),
    supersedes: all.flatMap((other) => (other.supersededBy === id ? [{ id: other.id, text: other.text }] : [])),
    recalls: await recalls(),
  }

  async function message(event: EventId | null): Promise<(Event & EventOf<'message-received'>) | null> {
    const found = event && (await store.journal.get(person, event))
    return found && found.type === 'message-received' ? found : null
  }

  async function recalls(): Promise<Recall[]> {
    const naming = (await store.journal.naming(person, id)).slice(-MOST_RECALLS * 4)
    const events = await Promise.all(naming.map((event) => store.journal.get(person, event)))
    const recalled = events.flatMap((event) => (event?.type === 'memory-recalled' ? [event] : [])).slice(-MOST_RECALLS)
    const told = await Promise.all(recalled.map((event) => recallOf(event)))
    return told.sort((a, b) => (a.at < b.at ? 1 : -1))
  }

  async function recallOf(event: Event & EventOf<'memory-recalled'>): Promise<Recall> {
    const turn = event.turn ? await store.journal.byTurn(person, event.turn) : []
    const asked = turn.find((each) => each.type === 'message-received')
    const found = event.items.find(({ memory }) => memory === id)
    return { event: event.id, at: event.at, question: asked?.text ?? null, score: found?.score ?? 0, worth: found?.worth ?? null }
  }
}

const turnOf = ({ id, text, at }: Event & EventOf<'message-received'>): Remembered => ({
  id: id as string as MemoryId,
  text,
  score: 1,
  worth: 1,
  at,
  item: null,
})

const glimpse = (item: Item | undefined): Glimpse | null => (item ? { id: item.id, text: item.text } : null)
