/**
 * Forgetting, so that it can be proved: the items go, the words they came from, every event that names them, and what
 * the database file still held of them. The chain of the journal verifies as before.
 */
import { ok, type Result } from './base/result.ts'
import type { EventId, MemoryId } from './events.ts'
import type { House } from './house.ts'

/** Ids of items, or of turns recalled in their own words. Fails with 'memory-unknown' and changes nothing then. */
export async function forgetMemories({ store, memory, person }: House, ids: readonly MemoryId[]): Promise<Result<{ events: number }>> {
  const items = await Promise.all(ids.map((id) => memory.get(id)))
  const turns = ids.filter((_, i) => items[i] === null) as unknown as EventId[]
  for (const turn of turns) if ((await store.journal.get(person, turn)) === null) return memory.forget(ids, []) as Promise<Result<never>>
  const sources = [...turns, ...items.flatMap((item) => item?.source ?? [])]
  const gone = await memory.forget(
    ids.filter((_, i) => items[i] !== null),
    sources,
  )
  if (!gone.ok) return gone
  const events = new Set<EventId>(sources)
  const texts = gone.value.map(({ text }) => text)
  for (const source of sources) {
    const turn = (await store.journal.get(person, source))?.turn
    for (const event of turn ? await store.journal.byTurn(person, turn) : [])
      if (texts.some((text) => JSON.stringify(event).includes(JSON.stringify(text).slice(1, -1)))) events.add(event.id)
  }
  for (const id of [...ids, ...sources]) for (const event of await store.journal.naming(person, id)) events.add(event)
  const forgotten = await store.journal.forget(person, [...events])
  if (!forgotten.ok) return forgotten
  const scrubbed = await store.scrub()
  return scrubbed.ok ? ok({ events: forgotten.value }) : scrubbed
}
