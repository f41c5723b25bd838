/**
 * What the journal tells of matters of taste: each time one was decided, and what came of it. A fold, one event after the other in
 * their order, so all of it can be replayed, and goes on from where it is.
 */
import type { AppId, Event, EventId, EventType } from '../../events.ts'
import type { Features } from '../../policy/features.ts'
import { isTopic, TOPICS, type TopicId, topics } from '../../policy/topics.ts'

/** What is read, and nothing else. */
export const READ = [
  'choice-made',
  'reward-assigned',
  'learning-changed',
  'policy-promoted',
  'policy-demoted',
  'policy-kept',
] as const satisfies readonly EventType[]

export type Occasion = {
  event: EventId
  /** Its number in the journal. */
  n: number
  at: string
  app: AppId | null
  turn: Event['turn']
  conversation: Event['conversation']
  topic: TopicId
  action: string
  probability: number
  policy: string
  features: Features
  /** -1 to 1; null where it is not known yet. */
  reward: number | null
  signals: Readonly<Record<string, number>>
}

export type Told = {
  on: boolean
  /** Since it was last begun anew, oldest first. */
  occasions: Record<TopicId, Occasion[]>
  /** What was last announced, by topic: the policy that decides, and whether trying was given up. */
  announced: Record<TopicId, string | null>
  kept: Record<TopicId, boolean>
  /** What the person has fixed, by topic: nothing else is done there, and nothing tried. */
  locked: Record<TopicId, string | null>
}

const each = <T>(make: () => T) => Object.fromEntries(TOPICS.map((topic) => [topic, make()])) as Record<TopicId, T>
const topicOf = (policy: string): TopicId | null => TOPICS.find((topic) => policy.startsWith(`${topic}/`)) ?? null

type Of<T extends EventType> = Extract<Event, { type: T }>

/** A reward whose occasion was forgotten counts for nothing; of several the last one counts. An occasion that changes is a new one. */
export class Telling {
  readonly told: Told = {
    on: true,
    occasions: each<Occasion[]>(() => []),
    announced: each<string | null>(() => null),
    kept: each(() => false),
    locked: each<string | null>(() => null),
  }
  private readonly places = new Map<EventId, { of: Occasion[]; at: number }>()

  /** Returns the topics of which another policy may decide from now on. */
  take(n: number, event: Event): readonly TopicId[] {
    if (event.type === 'choice-made') this.note(n, event)
    else if (event.type === 'reward-assigned') return this.reward(event)
    else if (event.type === 'learning-changed') return this.change(event)
    else if (event.type === 'policy-promoted' || event.type === 'policy-demoted' || event.type === 'policy-kept') this.announce(event)
    return []
  }

  private note(n: number, event: Of<'choice-made'>): void {
    const { id, at, app = null, turn, conversation, topic, action, probability, policy, features } = event
    if (!isTopic(topic) || !topics[topic].actions.includes(action)) return
    const of = this.told.occasions[topic]
    this.places.set(id, { of, at: of.length })
    of.push({ event: id, n, at, app, turn, conversation, topic, action, probability, policy, features, reward: null, signals: {} })
  }

  private reward({ about, reward, signals }: Of<'reward-assigned'>): readonly TopicId[] {
    const place = this.places.get(about)
    if (!place) return []
    const { of, at } = place
    of[at] = { ...of[at]!, reward: Math.max(-1, Math.min(1, reward)), signals }
    return [of[at].topic]
  }

  private change({ change: what, topic, action }: Of<'learning-changed'>): readonly TopicId[] {
    const { told } = this
    if (what === 'on' || what === 'off') told.on = what === 'on'
    // Not an action any more: as if it had been let go.
    else if (what !== 'reset' && topic && isTopic(topic))
      told.locked[topic] = what === 'locked' && action && topics[topic].actions.includes(action) ? action : null
    if (what !== 'reset') return []
    const begun = TOPICS.filter((one) => topic === undefined || one === topic)
    for (const one of begun) {
      told.occasions[one] = []
      told.announced[one] = null
      told.kept[one] = false
    }
    return begun
  }

  private announce({ type, policy }: Of<'policy-promoted' | 'policy-demoted' | 'policy-kept'>): void {
    const topic = topicOf(policy)
    if (!topic) return
    if (type === 'policy-kept') this.told.kept[topic] = true
    else this.told.announced[topic] = type === 'policy-promoted' ? policy : null
  }
}

/** `events` oldest first, numbered from 1. */
export function toldBy(events: readonly Event[]): Told {
  const telling = new Telling()
  for (const [i, event] of events.entries()) telling.take(i + 1, event)
  return telling.told
}
