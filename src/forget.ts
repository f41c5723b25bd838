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
  const naming = await Promise.all([...ids, ...sources].map((id) => store.journal.naming(person, id)))
  const events = new Set<EventId>([...sources, ...naming.flat()])
  // What was said in the same turns without naming it: the parts of a reply, say.
  const texts = gone.value.map(({ text }) => JSON.stringify(text).slice(1, -1))
  for (const event of [...events]) {
    const turn = (await store.journal.get(person, event))?.turn
    for (const other of turn ? await store.journal.byTurn(person, turn) : [])
      if (texts.some((text) => JSON.stringify(other).includes(text))) events.add(other.id)
  }
  return forgetEvents({ store, person }, [...events])
}

/** What was said in these events goes, from the files too. */
export async function forgetEvents(
  { store, person }: Pick<House, 'store' | 'person'>,
  ids: readonly EventId[],
): Promise<Result<{ events: number }>> {
  const forgotten = await store.journal.forget(person, ids)
  if (!forgotten.ok) return forgotten
  const scrubbed = await store.scrub()
  return scrubbed.ok ? ok({ events: forgotten.value }) : scrubbed
}
