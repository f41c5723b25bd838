/** What is there to begin with, in the words marked for it: no quality, and where turns are taken maybe who takes them. */
import type { Asked, Frame, Item } from '../frame/types.ts'
import { partNamed } from '../rules/parts.ts'
import { CHORE } from '../rules/people.ts'
import { LIMITS } from './limits.ts'
import type { Mark, Marks } from './marks.ts'
import { overlaps, type Place, sameWords } from './places.ts'

const MOST_THINGS = 40
/** Families whose things are people. */
const OF_PEOPLE = new Set(['split', 'score', 'chores', 'picker', 'duties'])

/** What is to begin with, where two or more were marked: what the rules saw none of is added, and is no quality. */
export function takeThings(frame: Frame, { marks }: Marks, place: Place): void {
  // “with streaks” goes with them, and is none.
  const all = marks.filter(({ role, text }) => role === 'item' && !/^(?:with|plus) /i.test(text))
  // What is listed is all of it things, where it is so on the whole.
  const likely = all.reduce((sum, { sure }) => sum + sure, 0) >= all.length * LIMITS.things
  const things = likely ? all : all.filter(({ sure }) => sure >= LIMITS.thing)
  const ruled = frame.items.flatMap((one) => (one.thing ? one.label : []))
  const seen = things.length >= 2 ? things.map(({ text }) => text) : []
  const told = seen.every((one) => ruled.some((label) => label.includes(one))) ? ruled : seen
  frame.things = [...new Set(told)].slice(0, MOST_THINGS)
  // Seen by both, they are no qualities.
  const isSeen = (one: Asked) => things.length >= 3 && things.some((thing) => sameWords(thing.text, one.label))
  frame.asked = frame.asked.filter((one) => one.options !== undefined || one.sure || one.part !== undefined || !isSeen(one))
  const first = frame.families.filter(({ weight }) => weight >= 0.6).toSorted((a, b) => b.weight - a.weight)[0]
  const takesTurns = first !== undefined && OF_PEOPLE.has(first.family)
  if (takesTurns && areAllPeople(things, frame)) {
    const named = things.map(({ text }) => text)
    frame.people = ordered([...frame.people.filter((one) => !named.some((text) => text.includes(one))), ...named], frame)
    frame.items = frame.items.filter((one) => !EACH.test(one.label) && !things.some((thing) => overlaps(place(one), thing)))
    return
  }
  if (things.length < 2 || frame.items.filter((item) => item.thing || (item.listed && item.head)).length >= 2) return
  const isPerson = ({ text }: Mark) => frame.people.some((one) => one === text)
  if (takesTurns && frame.people.length && !things.some(({ text }) => partNamed(text))) {
    const others = things.filter((one) => !isPerson(one) && !frame.items.some((item) => item.listed && sameWords(item.label, one.text)))
    const beside = others.filter(
      ({ start, end, text }) =>
        !CHORE.test(text) &&
        (PEOPLE_BESIDE.test(frame.reading.text.slice(Math.max(0, start - 2), start)) ||
          PEOPLE_BESIDE.test(frame.reading.text.slice(end, end + 2))),
    )
    if (things.some(isPerson) && !frame.items.some((item) => item.listed && item.head))
      frame.people = ordered([...frame.people, ...beside.map(({ text }) => text)], frame)
  }
  const added = things.filter(
    (one) =>
      !isPerson(one) &&
      !frame.people.includes(one.text) &&
      !frame.items.some((item) => item.listed && item.head && sameWords(item.label, one.text)),
  )
  const inAdded = (one: { label: string; start: number }) => added.some((thing) => overlaps(place(one), thing))
  const spared = frame.lists.options.length + frame.lists.criteria.length + frame.lists.categories.length + frame.lists.stages.length > 0
  if (spared || !added.length) return
  frame.asked = frame.asked.filter((one) => one.options !== undefined || one.sure || !inAdded(one))
  frame.items = [
    ...frame.items.filter((one) => !inAdded(one)),
    ...added.map(({ text, start }): Item => ({ label: text, start, listed: true, head: frame.topic || 'things', thing: true })),
  ]
}
/** In one row, and most of them are people that the rules know. */
const areAllPeople = (things: readonly Mark[], { people, reading }: Frame): boolean =>
  things.length >= 3 &&
  !/[.。;；:：\n]/.test(reading.text.slice(things[0]!.end, things.at(-1)!.start)) &&
  things.filter(({ text }) => people.some((one) => one.includes(text) || text.includes(one))).length * 2 >= things.length

/** How long a turn is. */
const EACH = /^(?:a |one )?(?:day|week|fortnight|month)s? each$|^(?:一人|每人|각자)/i
const PEOPLE_BESIDE = /[,，、&]|と|和|랑|이랑/
/** In the order in which they were named, none within another. */
const ordered = (people: readonly string[], { reading }: Frame): string[] => {
  const once = [...new Set(people)].filter((one) => !people.some((other) => other !== one && other.includes(one)))
  return once.sort((a, b) => reading.text.indexOf(a) - reading.text.indexOf(b))
}
