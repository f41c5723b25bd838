/**
 * The rules' reading of a wish, judged and completed by the learned one: a quality that the marks deny is none, one
 * that only they see is added, and what is cut otherwise is cut as they say. What stands in other words than the
 * wish's own (the rules put some so) cannot be judged and stays.
 */
import { askedFor } from '../frame/kinds.ts'
import type { Asked, Frame, Item } from '../frame/types.ts'
import { partNamed } from '../rules/parts.ts'
import { LIMITS } from './limits.ts'
import type { Mark, Marker, Marks } from './marks.ts'
import { overlaps, type Place, sameWords } from './places.ts'
import { decidedIn, quiet, yieldTo } from './prevail.ts'
import { isUnknown, ofKind } from './retype.ts'
import { placeOf, ruledIn } from './ruled.ts'
import { takeTopic } from './topic.ts'

const MOST_THINGS = 40
/** Longer labels are sentences. */
const MOST_LETTERS = 40

export function takeMarked(frame: Frame, mark: Marker): void {
  if (!frame.reading.text.trim()) return
  const marks = mark(frame.reading, frame.mentions, ruledIn(frame))
  const low = frame.reading.text.toLowerCase()
  const place = (one: { label: string; start: number }) => placeOf(low, one.label, one.start)
  frame.asked = frame.asked.filter((one) => !isDenied(one, place(one), marks))
  yieldTo(decidedIn(marks), frame, place)
  quiet(marks, frame)
  takeOptions(frame, marks, place)
  for (const mark of marks.marks) if (mark.role === 'field' && mark.text.length <= MOST_LETTERS) takeField(frame, mark, marks, place)
  for (const one of frame.asked)
    if (marks.marks.some((mark) => mark.role === 'field' && mark.sure >= LIMITS.sure && overlaps(place(one), mark))) one.sure = true
  takeOptions(frame, marks, place)
  takeThings(frame, marks, place)
  takeTopic(frame, marks)
  frame.asked = frame.asked.map((one) => ofKind(one, place(one), frame)).sort((a, b) => a.start - b.start)
}

function isDenied(one: Asked, at: [number, number] | undefined, { marks, chance }: Marks): boolean {
  if (!at) return false
  // (direct/airbnb/booking.com): what one of the others can be.
  if (!one.options && marks.filter((mark) => mark.role === 'option' && mark.sure >= LIMITS.decided && overlaps(at, mark)).length >= 2)
    return true
  const unknown = isUnknown(one)
  // The title is made of the qualities (開店時間と閉店時間のメモ).
  if (!unknown && marks.some((mark) => mark.role === 'topic' && overlaps(at, mark))) return false
  const least = unknown ? LIMITS.denied : one.part || one.options || one.unit ? LIMITS.knownDenied : LIMITS.guessedDenied
  return chance('field', ...at) < least && chance('option', ...at) <= LIMITS.option
}

/** The options that stand after a quality, where the rules saw none or other ones; what was taken for a quality of its own is none. */
function takeOptions(frame: Frame, { marks }: Marks, place: Place): void {
  for (const field of marks) {
    if (field.role !== 'field') continue
    const options = optionsAfter(field, marks)
    const asked = options.length >= 2 ? frame.asked.find((one) => overlaps(place(one), field)) : undefined
    if (options.length < 2) continue
    const spans = marks.filter(({ role, start }) => role === 'option' && start >= field.end)
    // The rules ran over the next quality, or began before the first option.
    const amiss = (all: readonly string[] | undefined) => all?.length && all.some((one) => options.some((option) => one.includes(option)))
    if (amiss(frame.lists.stages)) frame.lists.stages = frame.views.has('board') ? options : []
    const status = frame.asked.find((one) => one !== asked && amiss(one.options) && (!place(one) || one.start === 0))
    if (status && !asked?.options) frame.asked = frame.asked.filter((one) => one !== status)
    if (!asked || (asked.options && asked.options.length > options.length && options.every((one) => asked.options!.includes(one)))) continue
    Object.assign(asked, { options, kind: 'choice', part: undefined })
    delete asked.scale
    const within = (one: { label: string; start: number }) =>
      options.some((option) => sameWords(option, one.label)) && spans.some((span) => overlaps(place(one), span))
    frame.asked = frame.asked.filter((one) => one === asked || !within(one))
    frame.items = frame.items.filter((one) => !within(one))
  }
}

/** Families whose things are people. */
const OF_PEOPLE = new Set(['split', 'score', 'chores', 'picker', 'duties'])

/** What is to begin with, where two or more were marked: what the rules saw none of is added, and is no quality. */
function takeThings(frame: Frame, { marks }: Marks, place: Place): void {
  const all = marks.filter(({ role }) => role === 'item')
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
  const isNamed = ({ text }: Mark) => frame.people.some((one) => one.includes(text) || text.includes(one))
  // Most of them are people, so all are.
  const together = things.length >= 3 && !/[.。;；:：\n]/.test(frame.reading.text.slice(things[0]!.end, things.at(-1)!.start))
  if (takesTurns && together && things.filter(isNamed).length * 2 >= things.length) {
    frame.people = ordered(
      [...frame.people.filter((one) => !things.some(({ text }) => text.includes(one))), ...things.map(({ text }) => text)],
      frame,
    )
    frame.items = frame.items.filter((one) => !EACH.test(one.label) && !things.some((thing) => overlaps(place(one), thing)))
    return
  }
  if (things.length < 2 || frame.items.filter((item) => item.thing || (item.listed && item.head)).length >= 2) return
  const isPerson = ({ text }: Mark) => frame.people.some((one) => one === text)
  if (takesTurns && frame.people.length && !things.some(({ text }) => partNamed(text))) {
    const others = things.filter((one) => !isPerson(one) && !frame.items.some((item) => item.listed && sameWords(item.label, one.text)))
    const beside = others.filter(
      ({ start, end }) =>
        PEOPLE_BESIDE.test(frame.reading.text.slice(Math.max(0, start - 2), start)) ||
        PEOPLE_BESIDE.test(frame.reading.text.slice(end, end + 2)),
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
/** How long a turn is. */
const EACH = /^(?:a |one )?(?:day|week|fortnight|month)s? each$|^(?:一人|每人|각자)/i
const PEOPLE_BESIDE = /[,，、&]|と|和|랑|이랑/
/** In the order in which they were named, none within another. */
const ordered = (people: readonly string[], { reading }: Frame): string[] => {
  const once = [...new Set(people)].filter((one) => !people.some((other) => other !== one && other.includes(one)))
  return once.sort((a, b) => reading.text.indexOf(a) - reading.text.indexOf(b))
}

function takeField(frame: Frame, mark: Mark, { marks }: Marks, place: Place): void {
  // What the rules put in other words stands where it begins.
  const there = frame.asked.filter((one) => overlaps(place(one) ?? [one.start, one.start + 1], mark))
  const isDecided = mark.sure >= LIMITS.decided
  // One of the things by its form is none of the qualities.
  if (mark.sure < LIMITS.overThings && frame.items.some((one) => one.thing && overlaps(place(one), mark))) return
  const item = frame.items.some((one) => overlaps(place(one), mark))
  if (there.some((one) => sameWords(one.label, mark.text)) || mark.sure < (there.length || item ? LIMITS.recut : LIMITS.added)) {
    if (!divided(there, mark, marks, place)) return
  } else if (!divided(there, mark, marks, place) && !joined(there, mark, place)) {
    // Said in other words by the rules, and a known quality: theirs is the better label.
    if (there.some((one) => one.part !== undefined || one.unit !== undefined || !place(one))) return
  }
  const options = frame.asked
    .filter((one) => !there.includes(one) || one.options?.length === 2)
    .map((one) => one.options ?? [])
    .concat([frame.lists.categories, frame.lists.stages])
  if (options.some((all) => all.length > 1 && all.every((option) => mark.text.toLowerCase().includes(option.toLowerCase())))) return
  if (!isDecided && options.some((all) => all.some((option) => sameWords(option, mark.text)))) return
  const of = there[0]
  const anew = divided(there, mark, marks, place) || joined(there, mark, place)
  // 가격 of 산 가격: what is known is cut no shorter.
  if (!anew && of && !isUnknown(of) && of.label.toLowerCase().includes(mark.text.toLowerCase())) return
  const named = askedFor(mark.text, mark.start, frame)
  // 몇 화까지 is a number, and so is 몇 화까지 봤는지.
  const made = !anew && of && !isUnknown(of) ? { ...named, kind: of.kind } : named
  // Two that are called alike are two where that is sure.
  if (frame.asked.some((one) => !there.includes(one) && made.part !== undefined && one.part?.id === made.part.id)) {
    if (!isDecided) return
    made.part = undefined
  }
  const own = optionsAfter(mark, marks)
  frame.asked = frame.asked.filter((one) => !there.includes(one))
  frame.asked.push({ ...made, ...(own.length >= 2 && { options: own, kind: 'choice' }) })
  frame.items = frame.items.filter((item) => !overlaps(place(item), mark))
}

/** 매입가 판매가 팔렸는지: one quality of the rules in which the marks see two or more. */
function divided(there: readonly Asked[], mark: Mark, marks: readonly Mark[], place: Place): boolean {
  const [one] = there
  const at = one && there.length === 1 ? place(one) : undefined
  if (!at || at[1] - at[0] <= mark.end - mark.start) return false
  const within = marks.filter(({ start, end, sure }) => sure >= LIMITS.added && start >= at[0] && end <= at[1])
  // 편의점 신상 이름 가격 재구매(…): the options of the last were taken for those of all before them.
  return within.filter(({ role }) => role === 'field').length >= 2 || (one?.options !== undefined && within.length >= 2)
}

/** 几点开始: two qualities of the rules within one of the marks. */
const joined = (there: readonly Asked[], mark: Mark, place: Place): boolean =>
  there.length >= 2 &&
  there.some((one) => one.part === undefined) &&
  there.every((one) => {
    const at = place(one)
    return at !== undefined && !one.options && at[0] >= mark.start && at[1] <= mark.end
  })

/** The options that were marked after a field, and before the next. */
function optionsAfter(field: Mark, marks: readonly Mark[]): string[] {
  const next = marks.find((one) => one.role === 'field' && one.start > field.start)
  return marks.filter((one) => one.role === 'option' && one.start >= field.end && (!next || one.end <= next.start)).map(({ text }) => text)
}
