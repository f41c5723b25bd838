/** Whether what is remembered fits into this process: said beforehand, since where it does not the process ends without a word. */
import { getHeapStatistics } from 'node:v8'
import { type Failure, fail } from '../base/result.ts'

/** What an item takes on the heap with its words indexed: 1,324 bytes, measured with 40,000; the rest is what is not yet cleared away. */
const BYTES_AN_ITEM = 2_400
/** The share of the heap that it may take; the rest is for everything else that runs. */
const SHARE = 0.8

/** What a turn takes while it is read, in items: itself, its event, and that of what it was taken for. */
const EACH_TURN = 3
/** So many turns are recalled in their own words however much else is remembered. */
const LEAST_TURNS = 10_000

/** How many turns are recalled in their own words, the newest: those that there is room for beside the items. `limit`: bytes of the heap. */
export const turnsFor = (items: number, limit = getHeapStatistics().heap_size_limit): number =>
  Math.max(LEAST_TURNS, Math.floor(((limit * SHARE) / BYTES_AN_ITEM - items) / EACH_TURN))

/** null where it fits. `limit`: bytes of the heap. */
export function roomFor(items: number, limit = getHeapStatistics().heap_size_limit): Failure | null {
  const needed = (items * BYTES_AN_ITEM) / SHARE
  if (needed <= limit) return null
  const megabytes = Math.ceil(needed / 1e8) * 100
  const failed = fail(
    'memory-too-large',
    `There are ${items} memories, and this process may use ${Math.floor(limit / 1e6)} MB. Start it with NODE_OPTIONS=--max-old-space-size=${megabytes}.`,
    { items, limit: Math.floor(limit / 1e6), megabytes },
  )
  return failed.ok ? null : failed.error
}
