/**
 * What is remembered, as types. Three tiers: the window of a conversation (short-term), turns and their episodes
 * (episodic, the raw words authoritative), and items (long-term): facts, preferences, events and app configurations.
 *
 * Every item has two timelines: when it is true (`from`, `until`) and when it was learned and, perhaps, retired
 * (`learned`, `retired`). Retiring is reversible; forgetting is not.
 */
import type { ConversationId, EventId, MemoryId } from '../events.ts'
import type { Language } from '../spec.ts'

export const KINDS = ['fact', 'preference', 'event', 'app'] as const
export type ItemKind = (typeof KINDS)[number]

/** What a part of a life an item is about. */
export const DOMAINS = [
  'home',
  'family',
  'people',
  'work',
  'study',
  'health',
  'food',
  'money',
  'travel',
  'sport',
  'leisure',
  'things',
  'apps',
  'other',
] as const
export type Domain = (typeof DOMAINS)[number]

/** Who may be told, from the least to the most guarded; a policy names classes (privacy.ts). */
export const PRIVACY_CLASSES = ['open', 'personal', 'location', 'money', 'health', 'secret'] as const
export type PrivacyClass = (typeof PRIVACY_CLASSES)[number]

/** Where an item came from. Text that was recalled is never a source. */
export type Provenance = 'asked' | 'said' | 'app' | 'import' | 'model'

/** What ingestion finds in a message, before it has an id. */
export type Finding = {
  kind: ItemKind
  /** A sentence that stands alone, in the person's words and language. */
  text: string
  language: Language
  domain: Domain
  /** Whom or what it is about: 'me', or a name as it was said ("Yuki", "母"). */
  subject: string
  /** The slot it fills where it has one ('home', 'birthday', 'likes', 'job' ...): what may be superseded. */
  attribute: string | null
  /** What fills it, folded for comparison. */
  value: string | null
  /** A slot of one value at a time ('home') or of many ('likes'). */
  single: boolean
  /** 'YYYY-MM-DD' or with 'THH:MM'; null where not said. Relative dates are resolved from the message's own time. */
  from: string | null
  until: string | null
  /** 0..1 */
  confidence: number
  /** 0..1: how much it is worth keeping; decay starts from it. */
  importance: number
  privacy: PrivacyClass
  /** ISO 8601 after which it is of no use ("parked on level 3"); null for ever. */
  expires: string | null
}

export type Item = Finding & {
  id: MemoryId
  /** ISO 8601 UTC. */
  learned: string
  retired: string | null
  /** The item that took its place. */
  supersededBy: MemoryId | null
  source: EventId | null
  conversation: ConversationId | null
  provenance: Provenance
  pinned: boolean
  /** ISO 8601 UTC of the last recall, and how many there were. */
  usedAt: string | null
  uses: number
}

/** Something recalled: an item, or a turn of a conversation in its own words (then `id` is its event's). */
export type Remembered = {
  id: MemoryId
  text: string
  score: number
  /** How likely it is what was asked for, 0..1. */
  worth: number
  /** ISO 8601: when it was learned or said. */
  at: string
  item: Item | null
}

export type Recalled = {
  items: Remembered[]
  /** Why the search ended. */
  stop: 'enough' | 'nothing-fits' | 'nothing-there'
}
