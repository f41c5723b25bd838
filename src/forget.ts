/** Forgetting a memory: its row goes, and with it what was said in the events that it came from. The chain still verifies. */
import { ok, type Result } from './base/result.ts'
import type { EventId, MemoryId } from './events.ts'
import type { House } from './house.ts'

export async function forgetMemory({ store, person }: House, id: MemoryId): Promise<Result<{ events: number }>> {
  const removed = await store.memories.remove(person, id)
  if (!removed.ok) return removed
  const { source, text } = removed.value
  const from = source ? await store.journal.get(person, source) : null
  const events = from?.turn
    ? (await store.journal.byTurn(person, from.turn)).filter((event) => JSON.stringify(event).includes(JSON.stringify(text).slice(1, -1)))
    : []
  const ids = new Set<EventId>([...(source ? [source] : []), ...events.map((event) => event.id)])
  const forgotten = await store.journal.forget(person, [...ids])
  return forgotten.ok ? ok({ events: forgotten.value }) : forgotten
}
