/**
 * The rules' reading of a wish, judged and completed by the learned one: a quality that the marks deny is none, one that
 * only they see is added, what is cut otherwise is cut as they say, and where they are sure they prevail (prevail.ts).
 * What stands in other words than the wish's own (the rules put some so) cannot be judged and stays.
 */
import { askedFor } from '../frame/kinds.ts'
import type { Asked, Frame } from '../frame/types.ts'
import { LIMITS } from './limits.ts'
import type { Mark, Marker, Marks } from './marks.ts'
import { overlaps, type Place, sameWords } from './places.ts'
import { decidedIn, quiet, yieldTo } from './prevail.ts'
import { isUnknown, ofKind } from './retype.ts'
import { placeOf, ruledIn } from './ruled.ts'
import { takeThings } from './things.ts'
import { takeTopic } from './topic.ts'

/** Longer labels are sentences. */
const MOST_LETTERS = 40

export function takeMarked(frame: Frame, mark: Marker): void {
  if (!frame.reading.text.trim()) return
  const marks = mark(frame.reading, frame.mentions, ruledIn(frame))
  const low = frame.reading.text.toLowerCase()
  // What the rules put in other words stands where its phrase does.
  const phraseOf = ({ start }: { start: number }): [number, number] | undefined => {
    const phrase = frame.phrases.find((each) => each.start === start)
    // Where two are marked in it, nobody knows of which it is.
    const within = phrase ? marks.marks.filter((mark) => mark.role === 'field' && overlaps([phrase.start, phrase.end], mark)) : []
    return phrase && within.length === 1 ? [phrase.start, phrase.end] : undefined
  }
  const place = (one: { label: string; start: number }) => placeOf(low, one.label, one.start)
  frame.asked = frame.asked.filter((one) => !isDenied(one, place(one), marks))
  const decided = decidedIn(marks)
  yieldTo(decided, frame, place)
  quiet(marks, frame)
  takeOptions(frame, marks, place)
  for (const mark of marks.marks)
    if (mark.role === 'field' && mark.text.length <= MOST_LETTERS) takeField(frame, mark, marks, place, phraseOf)
  for (const one of frame.asked)
    if (marks.marks.some((mark) => mark.role === 'field' && mark.sure >= LIMITS.sure && overlaps(place(one), mark))) one.sure = true
  takeOptions(frame, marks, place)
  // 薬を飲んだか beside other qualities is one of them, and no plan of doses.
  if (decided.length >= 3 && decided.some(({ text }) => ASKS_TAKEN.test(text))) frame.doses = []
  takeThings(frame, marks, place)
  takeTopic(frame, marks)
  // What is listed under several heads is things, which are of no kind.
  const heads = new Set(frame.items.map(({ head }) => head))
  const thing = (one: Asked) => heads.size > 1 && isUnknown(one) && frame.items.some(({ label, head }) => head && label === one.label)
  frame.asked = frame.asked.map((one) => (thing(one) ? one : ofKind(one, place(one), frame))).sort((a, b) => a.start - b.start)
}

const ASKS_TAKEN = /(?:薬|サプリ).*か$|吃药|服药|药.*[没否]|약.*(?:지|여부)$|\b(?:meds?|pills?|tablets?|medic\w+)\b/i

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

/** 동아리 비품 대여 관리: said right after what it is about, that it is an app. */
const ONLY_APP = /^(?:관리|기록|정리|앱|장부|대장|일지|管理|记录|記録|台账|日志|アプリ|帳|log|tracker|app|record)$/i
const isOfTopic = (mark: Mark, marks: readonly Mark[]): boolean =>
  ONLY_APP.test(mark.text) && marks.some(({ role, end }) => role === 'topic' && mark.start - end >= 0 && mark.start - end <= 1)

function takeField(frame: Frame, mark: Mark, { marks }: Marks, place: Place, phraseOf: Place): void {
  if (isOfTopic(mark, marks)) return
  // What the rules put in other words stands where it begins.
  const there = frame.asked.filter((one) => overlaps(place(one) ?? phraseOf(one) ?? [one.start, one.start + 1], mark))
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
