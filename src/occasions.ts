/**
 * What learning knows of the journal, kept up with it: who decides each matter of taste, and what was seen since. It is asked for
 * before each decision, so it may not take longer the more somebody has done: what came since the last time is added to what is known.
 *
 * That it is exactly what the journal says is seen from the journal itself. Its end has a hash over all that came before: where the
 * place that this is at is no longer in the chain, all of it is read anew. What was forgotten is named by a record of the same chain;
 * then what is left is gone through again, from here. Nothing has to be told to anybody, and nothing is kept on the disk.
 */
import type { Event, EventId, EventType, PersonId, TurnId } from './events.ts'
import { type Standing, standingOf } from './learning/loop/judge.ts'
import { type Occasion, READ, Telling, type Told } from './learning/loop/occasions.ts'
import { LATELY, SAID, Signs } from './learning/loop/signs.ts'
import { type TopicId, topics } from './policy/topics.ts'
import type { End } from './store/chain.ts'
import type { Placed } from './store/journal.ts'
import type { Store } from './store/types.ts'

const FORGOTTEN = 'events-forgotten' satisfies EventType
const ONWARDS: readonly EventType[] = [...READ, ...SAID, ...LATELY, FORGOTTEN]
/** At the start, before it is known since when signs are of use. */
const ALWAYS: readonly EventType[] = [...READ, ...SAID]

export type Occasions = {
  /** As the journal stands now. What it answers with is live: it changes with the next call. */
  now(): Promise<Known>
}

export type Known = {
  readonly told: Told
  /** Who decides a topic, told once as long as nothing speaks for another one. */
  standing(topic: TopicId): Standing
  /** Of which something may still be seen, and all that was since the first of them. */
  signs(open: readonly Occasion[]): Promise<Signs>
}

export function openOccasions({ store: { journal }, person }: { store: Store; person: PersonId }): Occasions {
  let at: End | null = null
  let known = new Notes()
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, each from where the one before it came to. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  async function caughtUp(): Promise<Known> {
    const found = await journal.onwards(person, at ? ONWARDS : ALWAYS, at)
    const forgotten = found && at ? found.events.flatMap(({ event }) => (event.type === FORGOTTEN ? [event] : [])) : []
    if (!found || forgotten.some(({ events }) => !events)) {
      // Another chain stands there, or nobody knows what is gone.
      ;[at, known] = [null, new Notes()]
      return caughtUp()
    }
    for (const { events } of forgotten) known.forget(events!)
    // What is read is what is left: of it nothing was forgotten.
    await add(found.events)
    at = found.end
    return { told: known.told, standing: (topic) => known.standing(topic), signs: (open) => alone(() => signsSince(open)) }
  }

  async function add(events: readonly Placed[]): Promise<void> {
    const thumbs = events.flatMap(({ event }) => (event.type === 'feedback-received' ? [event.about] : []))
    const turns = thumbs.length ? await journal.turnsOf(person, thumbs) : new Map<EventId, TurnId>()
    for (const { n, event } of events) known.take(n, event, turns)
  }

  async function signsSince(open: readonly Occasion[]): Promise<Signs> {
    const from = open.reduce((least, { n }) => Math.min(least, n), Number.POSITIVE_INFINITY)
    const { signs } = known
    if (from < signs.from && at) {
      signs.begin(Number.POSITIVE_INFINITY)
      const events = await journal.between(person, LATELY, from, at.n)
      signs.begin(from)
      for (const { n, event } of events) signs.take(n, event)
    } else if (from > signs.from) signs.begin(from)
    return signs
  }

  return { now: () => alone(caughtUp) }
}

/** A fold over the journal that can also go back: of what was forgotten nothing is left in it. */
class Notes {
  readonly signs = new Signs()
  private telling = new Telling()
  /** What was told, by its place: gone through again where some of it is forgotten. */
  private taken: Placed[] = []
  private ids = new Set<EventId>()
  private readonly standings = new Map<TopicId, Standing>()

  get told(): Told {
    return this.telling.told
  }

  take(n: number, event: Event, turns: ReadonlyMap<EventId, TurnId>): void {
    if (event.type === FORGOTTEN) return
    if (event.type === 'feedback-received') this.signs.takeThumb(event, turns.get(event.about))
    else if ((LATELY as readonly EventType[]).includes(event.type)) this.signs.take(n, event)
    else this.tell({ n, event })
  }

  private tell(placed: Placed): void {
    this.taken.push(placed)
    this.ids.add(placed.event.id)
    for (const topic of this.telling.take(placed.n, placed.event)) this.standings.delete(topic)
  }

  forget(events: readonly EventId[]): void {
    const gone = new Set(events)
    this.signs.drop(gone)
    if (!events.some((id) => this.ids.has(id))) return
    const left = this.taken.filter(({ event }) => !gone.has(event.id))
    this.telling = new Telling()
    this.taken = []
    this.ids = new Set()
    this.standings.clear()
    for (const placed of left) this.tell(placed)
  }

  standing(topic: TopicId): Standing {
    const known = this.standings.get(topic)
    if (known) return known
    const standing = standingOf(topics[topic], this.told.occasions[topic])
    this.standings.set(topic, standing)
    return standing
  }
}
