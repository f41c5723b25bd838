/**
 * What a finding does to what is known. Conservative: only the same subject and the same slot, newer in the timeline of
 * what is true and sure enough, retires anything; an item is never deleted, so every decision can be undone by clearing
 * `retired` and `supersededBy`. Rules, the first that applies:
 *
 * 1. said before (same slot, same value in any script or language): merge; where it now says that it ended, close it.
 * 2. a taste turned round (likes and dislikes of one thing): the newer stands.
 * 3. an event that was moved to another day.
 * 4. one value at a time, another value, lasting, newer, sure: the newer stands.
 * 5. anything else stands beside what is known.
 */
import type { MemoryId } from '../../events.ts'
import type { Finding, Item } from '../types.ts'
import { isMoved } from './events.ts'
import { subjectKey } from './people.ts'
import { refines, sameValue, valueKey } from './same.ts'

export type Decision = {
  action: 'add' | 'merge' | 'supersede' | 'ignore'
  retires: MemoryId[] /** The item merged with. */
  of?: MemoryId
  because: string
}

/** Below this a finding is kept at most, and retires nothing. */
const SURE = 0.6
/** And below this it is not worth keeping. */
const WORTH = 0.3
/** Slots whose opposites exclude each other. */
export const OPPOSITE = new Map([
  ['likes', 'dislikes'],
  ['dislikes', 'likes'],
])
/** What a change of home or work makes doubtful, without ending it. */
export const DEPENDENT = new Map([
  ['home', ['address', 'rent', 'routine', 'does', 'parked', 'staying']],
  ['employer', ['salary', 'job']],
])

export function supersede(items: readonly Item[], finding: Finding): Decision {
  const standing = items.filter((item) => item.retired === null && subjectKey(item.subject) === subjectKey(finding.subject))
  const slot = standing.filter((item) => sameSlot(item.attribute, finding.attribute))
  const same = slot.find((item) => equal(item, finding))
  if (same) return again(same, finding)
  if (finding.confidence < WORTH) return { action: 'ignore', retires: [], because: 'too unsure to keep' }
  const turned = standing.filter((item) => item.attribute === OPPOSITE.get(finding.attribute ?? '') && sameValue(item.value, finding.value))
  if (turned.length > 0) return turn(turned, finding)
  const moved = finding.kind === 'event' ? slot.filter((item) => rescheduled(item, finding)) : []
  if (moved.length > 0) return replace(moved, finding, `moved to ${finding.from}`, standing)
  if (!finding.single || finding.attribute === null) return add('nothing known fills the same slot')
  const others = slot.filter((item) => item.single && item.until === null)
  if (others.length === 0) return add('nothing known fills the same slot')
  const against = reasonAgainst(finding, others)
  return against ? add(against) : replace(others, finding, `a newer ${finding.attribute}`, standing)
}

const add = (because: string): Decision => ({ action: 'add', retires: [], because })

/** 'favourite color' and 'favourite 颜色' are one slot where the ontology knows both words. */
function sameSlot(a: string | null, b: string | null): boolean {
  if (a === b) return true
  if (!a?.startsWith('favourite ') || !b?.startsWith('favourite ')) return false
  return valueKey(a.slice(10)) === valueKey(b.slice(10))
}

function equal(item: Item, finding: Finding): boolean {
  if (finding.kind === 'event')
    return (
      item.kind === 'event' &&
      item.from?.slice(0, 10) === finding.from?.slice(0, 10) &&
      (sameValue(item.value, finding.value) || refines(item.value, finding.value))
    )
  if (finding.attribute === null) return item.text === finding.text
  return (
    sameValue(item.value, finding.value) || (finding.attribute === 'home' && refines(item.value, finding.value)) || sameDay(item, finding)
  )
}
/** '03-14' and '1991-03-14' are one birthday. */
const sameDay = (item: Item, finding: Finding) =>
  /^(?:birthday|anniversary)$/.test(finding.attribute ?? '') &&
  item.value !== null &&
  finding.value !== null &&
  item.value.length >= 5 &&
  item.value.slice(-5) === finding.value.slice(-5)

function again(item: Item, finding: Finding): Decision {
  if (finding.until !== null && item.until === null)
    return finding.confidence < SURE
      ? { action: 'ignore', retires: [], because: 'not sure that it ended' }
      : { action: 'merge', retires: [], of: item.id, because: `known; it ended by ${finding.until}` }
  return { action: 'merge', retires: [], of: item.id, because: 'known already' }
}

function turn(items: readonly Item[], finding: Finding): Decision {
  if (finding.confidence < SURE) return add('a doubtful change of taste; both are kept')
  if (finding.until !== null) return add('it was so once')
  return { action: 'supersede', retires: items.map((item) => item.id), because: 'the taste was turned round' }
}

/** The same thing, said again with another day that is still to come. */
const rescheduled = (item: Item, finding: Finding) =>
  item.kind === 'event' && item.from !== finding.from && isMoved(finding.text, finding.language) && sharesWord(item.value, finding.value)
function sharesWord(a: string | null, b: string | null): boolean {
  if (!a || !b) return false
  const grams = (text: string) =>
    new Set(
      /[a-z]/.test(text) ? text.split(' ').filter((word) => word.length > 3) : [...text].slice(1).map((char, i) => [...text][i]! + char),
    )
  const left = grams(a)
  return [...grams(b)].some((gram) => left.has(gram))
}

function reasonAgainst(finding: Finding, others: readonly Item[]): string | null {
  if (finding.until !== null) return 'it was so once, and ended'
  if (finding.expires !== null && others.some((item) => item.expires === null)) return 'it is for a while, and what is known lasts'
  if (finding.confidence < SURE) return 'not sure enough to take the place of what is known'
  if (finding.confidence < 0.7 * Math.max(...others.map((item) => item.confidence))) return 'less sure than what is known'
  if (others.some((item) => item.pinned)) return 'what is known is pinned'
  if (finding.from !== null && others.some((item) => item.from !== null && item.from > finding.from!)) return 'what is known is newer'
  return null
}

function replace(items: readonly Item[], finding: Finding, because: string, standing: readonly Item[]): Decision {
  const doubtful = standing.filter((item) => DEPENDENT.get(finding.attribute ?? '')?.includes(item.attribute ?? ''))
  const note = doubtful.length > 0 ? `; now doubtful: ${doubtful.map((item) => item.id).join(', ')}` : ''
  return { action: 'supersede', retires: items.map((item) => item.id), because: because + note }
}
