/**
 * Things that English says in a shape of its own, read after the phrases are sorted: kinds of spending before the
 * amount, what is to be counted, a line to write, and lists of things beside the matter itself.
 */
import { partNamed, partOf } from '../rules/parts.ts'
import type { Asked, Frame, Item } from './types.ts'

export function takeEnglish(frame: Frame): void {
  if (frame.language !== 'en') return
  takeWritten(frame)
  takeCounted(frame)
  takeSpending(frame)
  takeThingsBeside(frame)
  takeWorked(frame)
  takeSpan(frame)
  takeSides(frame)
  takeSportTime(frame)
  takeLength(frame)
}

const drop = (frame: Frame, gone: (one: Asked | Item) => boolean): void => {
  frame.asked = frame.asked.filter((one) => !gone(one))
  frame.items = frame.items.filter((one) => !gone(one))
}

/** "a line on what tempted me": words to be written, and no thing. */
const WRITTEN = /^(?:a |one |two |few )*(?:lines?|notes?|words?|sentences?|bit|remarks?|reasons?)(?: (?:on|about|of|for|why))? (?=\w)/i
function takeWritten(frame: Frame): void {
  for (const one of frame.asked) {
    const said = one.label
    const label = said.replace(WRITTEN, '')
    const asks = /^(?:what|why|how|where|when|who)\b/i.test(label)
    if (!asks || !/^(?:text|note)/.test(one.kind)) continue
    Object.assign(one, { label, kind: label === said ? one.kind : 'note' })
    frame.items = frame.items.filter((item) => (item.asked ?? item.label) !== said)
  }
}

/** "want to count cigarettes per day (max 5)": a figure of each day. */
const COUNTED =
  /\b(?:count|counting|tally|tallying|number of|how many) (?:the |my |how many |all )*((?!days?\b|them\b|it\b|down\b|on\b|as\b|time\b)[a-z]{3,}s)(?: (?:i (?:have|smoke|drink|eat|do|had)))?(?= (?:per|a|each|every|i)\b|[,.;(]|$)/i
function takeCounted(frame: Frame): void {
  const found = COUNTED.exec(frame.reading.text)
  const label = found?.[1]
  if (!label || frame.cues.some((cue) => cue.family === 'calculator' || cue.family === 'countdown')) return
  if (frame.asked.some((one) => one.label.toLowerCase().includes(label.toLowerCase()))) return
  if (!frame.cues.some((cue) => cue.family === 'habit') && !frame.bounds.some((bound) => bound.per === 'day')) return
  frame.asked.push({ label, kind: 'num', start: found.index })
}

const SPENT_ON =
  /^(?:rent|mortgage|food|groceries|transport|travel|fun|bills?|utilities|clothes|eating out|takeaways?|petrol|fuel|gas|gifts?|presents|pets?|kids|car|phone|internet|health|insurance|subscriptions?|coffee|books?|going out|entertainment|shopping|household|house|home|school|sports?|gym|holidays?|beauty|other|others|the rest|childcare|medicine|drinks?|alcohol|hobbies|leisure|restaurants?|lunch|snacks|electricity|water|heating|council tax|taxes|savings|garden|repairs|treats|nights out|makeup|games)$/i
const PAID = /^(?:amount|price|cost|paid|spent|how much|sum|money)\b/i
/** "for rent, food and fun, amount and who paid": what stands before the amount is what it goes on. */
function takeSpending(frame: Frame): void {
  const listed = frame.asked.toSorted((a, b) => a.start - b.start)
  const at = listed.findIndex((one) => one.part?.id === 'amount' || (one.kind === 'money' && PAID.test(one.label)))
  const before = listed.slice(0, Math.max(0, at)).filter((one) => one.options === undefined)
  const kinds = before.filter((one) => SPENT_ON.test(one.label))
  if (kinds.length < 3 || kinds.length !== before.length || frame.lists.categories.length) return
  frame.lists.categories = kinds.map((one) => one.label)
  drop(frame, (one) => kinds.some((kind) => kind.start === one.start))
  if (!frame.families.some((one) => one.family === 'expenses' && one.weight > 0.8))
    frame.families = [{ family: 'expenses' as const, weight: 0.9 }, ...frame.families.filter((one) => one.family !== 'expenses')]
}

const THINGS = /\b(?:list|stuff|things|items|bits|errands|tasks|jobs)\b(?: (?:of|to|i|we)\b[\w ]*)?$/i
/** "a list of stuff to get (cot, pram)": what is listed there is on the list, and no quality of the matter. */
function takeThingsBeside(frame: Frame): void {
  const heads = new Set(
    frame.items.flatMap((item) => (item.head && item.head !== frame.phrases[0]?.text && THINGS.test(item.head) ? [item.head] : [])),
  )
  for (const head of heads) {
    const listed = frame.items.filter((item) => item.head === head)
    if (listed.length < 2 || listed.some((item) => partNamed(item.label) && !SPENT_ON.test(item.label))) continue
    frame.asked = frame.asked.filter((one) => !listed.some((item) => item.start === one.start))
    for (const item of listed) item.listed = true
  }
}

/** What stands on the right of a formula is worked out and not typed in a second time. */
function takeWorked(frame: Frame): void {
  if (frame.formulas.length) drop(frame, (one) => /[*×÷+=]|\b(?:times|minus|plus|divided by)\b/i.test(one.label))
}

/** "date, from, to": with the day named by itself, from when to when are hours of it. */
function takeSpan(frame: Frame): void {
  const by = (word: RegExp) => frame.asked.find((one) => word.test(one.label))
  const [from, to] = [by(/^(?:from|start)$/i), by(/^(?:to|until|till|end|finish)$/i)]
  if (!from || !to || !frame.asked.some((one) => one !== from && one !== to && one.kind.startsWith('date'))) return
  for (const one of [from, to]) Object.assign(one, { kind: 'time', part: undefined })
}

/** "symbol on one side, element name on the other": the two sides of a card. */
const SIDES =
  /(?:^|[,.;:] ?|\bwith |\band )(?:the |a |an )?([\w' -]{2,28}?) (?:on|at) (?:one side|the front|side one|one face),? (?:and )?(?:the |a |an )?([\w' -]{2,28}?) (?:on|at) (?:the )?(?:other|back|reverse|side two)(?: side)?\b/i
function takeSides(frame: Frame): void {
  const found = SIDES.exec(frame.reading.text)
  const [front, back] = [partOf('front'), partOf('back')]
  if (!found || !front || !back) return
  const end = found.index + found[0].length
  drop(frame, (one) => one.start >= found.index && one.start < end)
  frame.asked.push({ label: found[1]!, kind: 'text', part: front, start: found.index })
  frame.asked.push({ label: found[2]!, kind: 'text', part: back, start: found.index + 1 })
}

const TIMED =
  /\b(?:swim\w*|run(?:ning)?|runner|race|racing|lap|sprint|cycl\w*|row(?:ing)?|track|athlet\w*|parkrun|marathon|stroke|split|pb)\b/
/** Of races and laps the time is how long they took. */
function takeSportTime(frame: Frame): void {
  const time = frame.asked.find((one) => /^(?:my |finish(?:ing)? |race |lap )?time$/i.test(one.label))
  if (time && TIMED.test(frame.low)) Object.assign(time, { kind: 'duration', part: undefined })
}

/** Beside a deadline or a title, "words" are how many; only of cards are they the words themselves. */
function takeLength(frame: Frame): void {
  const words = frame.asked.find((one) => /^words$/i.test(one.label))
  if (words && !frame.cues.some((cue) => cue.family === 'flashcards' || cue.family === 'quiz') && frame.asked.length >= 2)
    Object.assign(words, { kind: 'num', part: undefined })
}
