/** Where the marks are sure, no reading of the rules stands against them. */
import type { Family } from '../../base/concepts/types.ts'
import { askedFor } from '../frame/kinds.ts'
import type { Frame } from '../frame/types.ts'
import { LIMITS } from './limits.ts'
import type { Mark, Marks } from './marks.ts'
import { overlaps, type Place, sameWords } from './places.ts'

/** The qualities that are sure in exactly these words. */
export const decidedIn = ({ marks }: Marks): Mark[] => marks.filter(({ role, sure }) => role === 'field' && sure >= LIMITS.decided)

/** What the rules took for a thing, a person or an option of something is none where it surely is a quality. */
export function yieldTo(decided: readonly Mark[], frame: Frame, place: Place): void {
  if (!decided.length) return
  const marked = (label: string, start: number) => {
    const at = place({ label, start })
    return decided.find((mark) => sameWords(mark.text, label) || (at !== undefined && at[0] >= mark.start && at[1] <= mark.end))
  }
  const rest = (labels: readonly string[], start = 0) => {
    const marks = labels.map((label) => marked(label, start))
    // “left or right” is one quality, and both of what it can be.
    return labels.filter((_, i) => !marks[i] || marks.filter((one) => one === marks[i]).length >= 2)
  }
  frame.items = frame.items.filter(
    (one) => !one.thing || !decided.some((mark) => mark.sure >= LIMITS.overThings && overlaps(place(one), mark)),
  )
  frame.people = rest(frame.people)
  for (const list of ['stages', 'categories'] as const) {
    const left = rest(frame.lists[list])
    if (left.length < frame.lists[list].length) frame.lists[list] = left.length >= 2 ? left : []
  }
  frame.asked = frame.asked.map((one) => {
    const options = one.options && rest(one.options, one.start)
    if (!options || options.length === one.options!.length) return one
    return options.length >= 2 ? { ...one, options } : askedFor(one.label, one.start, frame)
  })
}

/** Families told by the qualities of their entries. */
const BY_QUALITIES = new Set<Family>([
  'expenses',
  'income',
  'workout',
  'flashcards',
  'quiz',
  'timesheet',
  'split',
  'habit',
  'checklist',
  'board',
])
/** Among three qualities or things and more, what one of them is called does not tell what the app is for: the garden of a house that is viewed. */
export function quiet({ marks }: Marks, frame: Frame): void {
  const decided = marks.filter(({ role, sure }) => role !== 'topic' && sure >= LIMITS.decided)
  const topic = marks.find(({ role }) => role === 'topic')
  const count = (wanted: Mark['role']) => decided.filter(({ role }) => role === wanted).length
  if (!topic || (count('field') < 3 && count('item') < 3)) return
  const within = ({ start, end }: { start: number; end: number }) => decided.some((mark) => mark.start <= start && mark.end >= end)
  frame.families = frame.families.map((one) => {
    const cues = frame.cues.filter(({ family }) => family === one.family)
    const told = frame.mentions.filter(({ score, concept }) => score >= 0.9 && (concept.suggests?.[one.family] ?? 0) > 0)
    const all = [...cues, ...told]
    return all.length && all.every(within) && !BY_QUALITIES.has(one.family) ? { ...one, weight: one.weight * 0.4 } : one
  })
}
