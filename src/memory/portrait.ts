/**
 * Who the person is, in a few lines, for the start of a conversation: several descriptions, each of one context, rather
 * than one list. An item's weight decays with time and grows with use; a liking said once is told as such.
 */
import type { Now } from '../base/language/types.ts'
import type { About } from './ingest/index.ts'
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

/** What opens a conversation: who the person is, as far as it bears on what is said first, and what was last talked about. */
export type Opening = Portrait & { lately: { from: string; says: string[] }[] }

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
  { now, audience }: { now: Now; audience: Audience },
): Opening {
  const may = (item: Item) => audience.classes.has(item.privacy)
  const guarded = new Set(items.filter((item) => !may(item)).flatMap(({ source }) => source ?? []))
  const { contexts } = portraitOf(items.filter(may), now)
  const named = new Set(items.filter((item) => first?.subjects.includes(item.subject) && item.subject !== 'me').map(({ domain }) => domain))
  const bears = ({ domain }: Context) => named.has(domain) || (first?.domains.includes(domain) ?? false)
  const bearing = contexts.filter(bears)
  const others = contexts.filter((context) => !bears(context))
  const aside = bearing.length ? others.map((context) => ({ ...context, items: context.items.slice(0, ASIDE) })) : others
  const since = new Date(Date.parse(`${now.date}T00:00:00Z`) - LATELY * DAY).toISOString()
  const told = recent
    .filter(({ to }) => to >= since)
    .map(({ from, spans, says }) => ({ from, says: says.filter((_, i) => !spans[i]?.turns.some((turn) => guarded.has(turn))) }))
    .filter(({ says }) => says.length > 0)
  return { contexts: [...bearing, ...aside], lately: audience.classes.has('personal') ? told.slice(0, MOST_LATELY) : [] }
}

/** Pure. Secrets have no place in a portrait. */
export function portraitOf(items: readonly Item[], now: Now): Portrait {
  const weighed = items
    .filter(({ privacy }) => privacy !== 'secret')
    .map((item) => ({ item, weight: weightOf(item, now) }))
    .filter(({ weight }) => weight >= 0.1)
    .sort((a, b) => b.weight - a.weight)
  const contexts = new Map<Domain, Context>()
  for (const { item, weight } of weighed) {
    const context = contexts.get(item.domain) ?? { domain: item.domain, items: [] }
    contexts.set(item.domain, context)
    const passing = item.kind === 'preference' && !item.pinned && item.uses === 0 && item.confidence < 0.8
    if (context.items.length < MOST_ITEMS)
      context.items.push({ id: item.id, text: item.text, weight: Math.round(weight * 1000) / 1000, passing })
  }
  return { contexts: [...contexts.values()].slice(0, MOST_CONTEXTS) }
}
