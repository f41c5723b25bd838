/**
 * Forgetting, so that it can be proved: the items go, the words they came from, every event that names them, and what
 * the database file still held of them. The chain of the journal verifies as before.
 */
import { contentStems } from './base/resolve.ts'
import { ok, type Result } from './base/result.ts'
import type { EventId, MemoryId } from './events.ts'
import type { House } from './house.ts'
import { learnedIn } from './learn.ts'
import { holder, holdsWords } from './memory/holds.ts'
import { asRemembered } from './memory/memory.ts'
import type { Item, Remembered } from './memory/types.ts'
import type { Language } from './spec.ts'

/** Ids of items, or of turns recalled in their own words. Fails with 'memory-unknown' and changes nothing then. */
export async function forgetMemories({ store, memory, person }: House, asked: readonly MemoryId[]): Promise<Result<{ events: number }>> {
  const ids = await withTheSameWords(memory, asked)
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

/** One sentence may have told two things (who the sister is, where she lives): to the person it is one, and its words go with either. */
export async function withTheSameWords(memory: House['memory'], ids: readonly MemoryId[]): Promise<MemoryId[]> {
  const all = await memory.list({ retired: true })
  const told = ({ source, text }: Item) => `${source} ${text}`
  const gone = new Set(all.filter(({ id }) => ids.includes(id)).map(told))
  return [...new Set([...ids, ...all.filter((item) => item.source && gone.has(told(item))).map(({ id }) => id)])]
}

/** How much of what fits a text may be about it. */
const MOST_ABOUT = 50

/** What “everything about X” is: what X names as subject, slot or domain, what holds its words, and what fits it; what held once too. */
export async function everythingAbout({ memory, now }: House, about: string, language: Language): Promise<Remembered[]> {
  const named = await memory.named(about)
  const holds = holder(about)
  const holding = (await memory.list({ retired: true })).filter(({ text }) => holds(text))
  const { items } = await memory.recall(about, { now: now(), language, most: MOST_ABOUT, unmarked: true })
  const all = [...[...named, ...holding].map(asRemembered), ...items]
  return [...new Map(all.map((each) => [each.id, each])).values()]
}

/** Half of the words that say something: “my job” is in no “I like tea”. */
const PLAIN = 0.5
/** Whether what is kept plainly says what is to be forgotten. */
export function saysThat(text: string, about: string): boolean {
  const [kept, wanted] = [new Set(contentStems(text)), contentStems(about)]
  const found = wanted.filter((stem) => kept.has(stem) || holdsWords(text, stem))
  return holdsWords(text, about) || (wanted.length > 0 && found.length >= wanted.length * PLAIN)
}

/** What was said in these events goes, from the files too. */
export async function forgetEvents(
  { store, person }: Pick<House, 'store' | 'person'>,
  ids: readonly EventId[],
): Promise<Result<{ events: number }>> {
  // What was learned in the same turns goes with them.
  const learned = await learnedIn({ store, person }, ids)
  const forgotten = await store.journal.forget(person, [...new Set([...ids, ...learned])])
  if (!forgotten.ok) return forgotten
  const scrubbed = await store.scrub()
  return scrubbed.ok ? ok({ events: forgotten.value }) : scrubbed
}
