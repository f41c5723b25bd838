/**
 * What a decision of taste was worth, from what was seen of it. What somebody says outright counts before what they do: changed
 * in that respect is -1, a thumb is what it says. Kept and used on later days is good, the more days the better; kept and never
 * used says nothing. An offer is worth it where it is taken up one time in three at least.
 */
export type Seen = {
  /** -1 to 1: of what was said in the same turn. */
  thumb: number | null
  /** It is no longer as it was decided. */
  changed: boolean
  /** Later days on which it was used. */
  days: number
  /** What was offered was said; null where nothing was offered. */
  taken: boolean | null
  /** There is nothing more to be seen. */
  over: boolean
}

/** Days of use that are as good as it gets. */
const ENOUGH = 2
const IGNORED = -0.5

export type Outcome = { reward: number; signals: Record<string, number> }

/** null while there may be something to be seen yet. */
export function outcomeOf({ thumb, changed, days, taken, over }: Seen): Outcome | null {
  if (changed) return { reward: -1, signals: { changed: 1 } }
  if (thumb !== null) return { reward: thumb, signals: { thumb } }
  if (taken) return { reward: 1, signals: { taken: 1 } }
  if (!over) return null
  if (taken === false) return { reward: IGNORED, signals: { taken: 0 } }
  return { reward: Math.min(1, days / ENOUGH), signals: { days } }
}
