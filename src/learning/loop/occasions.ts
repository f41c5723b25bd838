/** What the journal tells of matters of taste: each time one was decided, and what came of it. Pure, so all of it can be replayed. */
import type { AppId, Event, EventId, EventType } from '../../events.ts'
import type { Features } from '../../policy/features.ts'
import { isTopic, TOPICS, type TopicId, topics } from '../../policy/topics.ts'

/** What is read, and nothing else. */
export const READ: readonly EventType[] = [
  'choice-made',
  'reward-assigned',
  'learning-changed',
  'policy-promoted',
  'policy-demoted',
  'policy-kept',
]

export type Occasion = {
  event: EventId
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
}

const each = <T>(make: () => T) => Object.fromEntries(TOPICS.map((topic) => [topic, make()])) as Record<TopicId, T>
const topicOf = (policy: string): TopicId | null => TOPICS.find((topic) => policy.startsWith(`${topic}/`)) ?? null

/** `events` oldest first. A reward whose occasion was forgotten counts for nothing; of several the last one counts. */
export function toldBy(events: readonly Event[]): Told {
  const told: Told = {
    on: true,
    occasions: each<Occasion[]>(() => []),
    announced: each<string | null>(() => null),
    kept: each(() => false),
  }
  const known = new Map<EventId, Occasion>()
  for (const event of events) {
    if (event.type === 'choice-made') note(told, known, event)
    else if (event.type === 'reward-assigned') reward(known, event)
    else if (event.type === 'learning-changed') change(told, event)
    else if (event.type === 'policy-promoted' || event.type === 'policy-demoted' || event.type === 'policy-kept') announce(told, event)
  }
  return told
}

type Of<T extends EventType> = Extract<Event, { type: T }>

function note(told: Told, known: Map<EventId, Occasion>, event: Of<'choice-made'>): void {
  const { id, at, app = null, turn, conversation, topic, action, probability, policy, features } = event
  if (!isTopic(topic) || !topics[topic].actions.includes(action)) return
  const occasion = { event: id, at, app, turn, conversation, topic, action, probability, policy, features, reward: null, signals: {} }
  known.set(id, occasion)
  told.occasions[topic].push(occasion)
}

function reward(known: Map<EventId, Occasion>, { about, reward: value, signals }: Of<'reward-assigned'>): void {
  const occasion = known.get(about)
  if (!occasion) return
  occasion.reward = Math.max(-1, Math.min(1, value))
  occasion.signals = signals
}

function change(told: Told, { change: what, topic }: Of<'learning-changed'>): void {
  if (what !== 'reset') {
    told.on = what === 'on'
    return
  }
  for (const each of TOPICS.filter((one) => topic === undefined || one === topic)) {
    told.occasions[each] = []
    told.announced[each] = null
    told.kept[each] = false
  }
}

function announce(told: Told, { type, policy }: Of<'policy-promoted' | 'policy-demoted' | 'policy-kept'>): void {
  const topic = topicOf(policy)
  if (!topic) return
  if (type === 'policy-kept') told.kept[topic] = true
  else told.announced[topic] = type === 'policy-promoted' ? policy : null
}
