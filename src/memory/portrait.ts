/**
 * Who the person is, in a few lines, for the start of a conversation: several descriptions, each of one context, rather
 * than one list. An item's weight decays with time and grows with use; a liking said once is told as such.
 */
import type { Now } from '../base/language/types.ts'
import type { ConversationId, EventId } from '../events.ts'
import { mayBeShown } from './guarded.ts'
import type { About } from './ingest/index.ts'
import { type Moment, momentsOf } from './moments.ts'
import type { Audience } from './privacy.ts'
import type { Recent } from './summary/tier.ts'
import type { Domain, Item } from './types.ts'

export type Context = {
  domain: Domain
  items: { id: Item['id']; text: string; weight: number /** said once, in passing */; passing: boolean }[]
}
export type Portrait = { contexts: Context[] }

const MOST_CONTEXTS = 8
const MOST_ITEMS = 4
/** Days after which the weight of something never used has halved. */
const HALF_LIFE: Record<Item['kind'], number> = { fact: 720, preference: 240, event: 30, app: 120 }
const DAY = 86_400_000

/** How much an item counts today: importance, halved with time since it was learned or last used, raised by use. */
export function weightOf(item: Item, now: Now): number {
  if (item.pinned) return 1
  const since = Date.parse(item.usedAt ?? item.learned)
  const days = Math.max(0, (Date.parse(`${now.date}T12:00:00Z`) - since) / DAY)
  const fresh = 0.5 ** (days / HALF_LIFE[item.kind])
  return item.confidence * item.importance * fresh * (1 + 0.2 * Math.log1p(item.uses))
}

/**
 * What opens a conversation: who the person is, as far as it bears on what is said first, what they are called, what
 * belongs to this day, and what was last talked about.
 */
export type Opening = Portrait & {
  called: { memory: Item['id']; text: string; learned: string; name: string } | null
  moments: Moment[]
  lately: { from: string; conversation: ConversationId; says: { turn: EventId; text: string }[] }[]
}

/** Days that are lately, and how many episodes of them are told. */
const LATELY = 7
const MOST_LATELY = 3
/** Of a part of life that nothing was said of yet. */
const ASIDE = 1

/**
 * Pure. Nothing that the audience may not see, and of a turn that told such a thing nothing at all. Where the first message
 * is of a part of life, that part comes first and whole, and of the others the one thing that counts most.
 */
export function openingOf(
  items: readonly Item[],
  recent: readonly Recent[],
  first: About | null,
  { now, audience, calendar }: { now: Now; audience: Audience; calendar: (learned: string) => Now },
): Opening {
  const may = (item: Item) => audience.classes.has(item.privacy)
  const guarded = new Set(items.filter((item) => !may(item)).flatMap(({ source }) => source ?? []))
  const { contexts } = portraitOf(items.filter(may), now)
  const named = new Set(items.filter((item) => first?.subjects.includes(item.subject) && item.subject !== 'me').map(({ domain }) => domain))
  const bears = ({ domain }: Context) => named.has(domain) || (first?.domains.includes(domain) ?? false)
  const bearing = contexts.filter(bears)
  const others = contexts.filter((context) => !bears(context))
  const aside = bearing.length ? others.map((context) => ({ ...context, items: context.items.slice(0, ASIDE) })) : others
  // Who works on a request needs to know what bears on it, and nothing else.
  if (audience.purpose === 'build') return { contexts: bearing, called: null, moments: [], lately: [] }
  const since = new Date(Date.parse(`${now.date}T00:00:00Z`) - LATELY * DAY).toISOString()
  const told = recent
    .filter(({ to }) => to >= since)
    .map(({ from, conversation, spans, says }) => ({
      from,
      conversation,
      says: says.filter(({ turn, text }) => {
        const span = spans.find((one) => one.says === turn)
        return !span?.turns.some((one) => guarded.has(one)) && mayBeShown(text, audience.classes)
      }),
    }))
    .filter(({ says }) => says.length > 0)
  return {
    contexts: [...bearing, ...aside],
    called: calledIn(items.filter(may)),
    moments: momentsOf(items.filter(may), now, calendar).filter(({ text }) => mayBeShown(text, audience.classes)),
    lately: audience.classes.has('personal') ? told.slice(0, MOST_LATELY) : [],
  }
}

/** What the person is called, as they wrote it. */
function calledIn(items: readonly Item[]): Opening['called'] {
  const item = items.findLast((one) => one.attribute === 'name' && one.subject === 'me' && one.value)
  if (!item) return null
  const at = item.text.toLowerCase().indexOf(item.value!)
  const name = at < 0 ? item.value! : item.text.slice(at, at + item.value!.length)
  return { memory: item.id, text: item.text, learned: item.learned, name }
}

/** Pure. Secrets have no place in a portrait. One look at each item: there may be a million. */
export function portraitOf(items: readonly Item[], now: Now): Portrait {
  const best = new Map<Domain, { item: Item; weight: number }[]>()
  for (const item of items) {
    const weight = item.privacy === 'secret' ? 0 : weightOf(item, now)
    if (weight < 0.1) continue
    const kept = best.get(item.domain) ?? []
    best.set(item.domain, kept)
    if (kept.length === MOST_ITEMS && weight <= kept.at(-1)!.weight) continue
    const at = kept.findIndex((one) => one.weight < weight)
    kept.splice(at < 0 ? kept.length : at, 0, { item, weight })
    if (kept.length > MOST_ITEMS) kept.pop()
  }
  const contexts = [...best].sort(([, a], [, b]) => b[0]!.weight - a[0]!.weight).slice(0, MOST_CONTEXTS)
  return {
    contexts: contexts.map(([domain, kept]) => ({
      domain,
      items: kept.map(({ item, weight }) => ({
        ...{ id: item.id, text: item.text, weight: Math.round(weight * 1000) / 1000 },
        passing: item.kind === 'preference' && !item.pinned && item.uses === 0 && item.confidence < 0.8,
      })),
    })),
  }
}
