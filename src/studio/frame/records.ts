/**
 * "chapters with words written and status", "rehearsals and concerts with date, venue": the plural nouns right before
 * "with" are what is recorded, one noun its name and several the kinds of it; what follows are their qualities.
 */
import { cleaned } from '../rules/clean.ts'
import { guessKind } from '../rules/guess.ts'
import { labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { singularOf } from '../rules/relating.ts'
import type { Phrase } from '../rules/split.ts'
import type { Frame } from './types.ts'

/** The phrases that are taken in so. */
export function takeRecords(frame: Frame, phrases: readonly Phrase[]): Set<Phrase> {
  const taken = new Set<Phrase>()
  if (frame.language !== 'en') return taken
  const at = phrases.findIndex((phrase, n) => phrase.after === 'with' && n > 1)
  const run = at < 0 ? [] : runBefore(phrases, at)
  const named = run.map((phrase) => oneOf(cleaned(phrase.text, 'en')))
  if (!run.length || run.length > 3 || named.some((one) => one === undefined)) return taken
  if (run.length === 1) frame.record = named[0]!
  else {
    const type = partOf('type')!
    frame.asked.push({ label: labelOfPart(type, 'en'), kind: 'choice', options: named as string[], part: type, start: run[0]!.start })
  }
  for (const phrase of run) taken.add(phrase)
  return taken
}

/** "three families - the Khans, the Millers, us - day, who drives": between dashes, which of them there are. */
const BETWEEN =
  /\b(?:two|three|four|five|six|\d|our|my|the|of) ([a-z]{3,12}s)(?: are)? ?[-–—(:] ?([^-–—():.;]{3,80}?) ?(?:[-–—)]|;) ?(?=\w)/i
export function takeMembers(frame: Frame, phrases: readonly Phrase[]): Set<Phrase> {
  const taken = new Set<Phrase>()
  const said = frame.language === 'en' ? BETWEEN.exec(frame.reading.text) : null
  const one = said && singularOf(said[1]!)
  if (!said || !one || !/ [-–—] /.test(said[0])) return taken
  const from = said.index + said[0].indexOf(said[2]!)
  const options = said[2]!.split(/,? and |, /).map((each) => each.replace(/^(?:the|my|our) /i, '').trim())
  if (options.length < 2 || options.some((each) => !/^[\p{L}' ]{2,20}$/u.test(each) || partNamed(each))) return taken
  frame.asked.push({ label: one, kind: 'choice', options, start: from })
  for (const phrase of phrases) if (phrase.start >= from && phrase.end <= from + said[2]!.length) taken.add(phrase)
  return taken
}

/** Back from "with" to the colon, or to the start of the sentence; the heading of the whole request is no part of it. */
function runBefore(phrases: readonly Phrase[], at: number): Phrase[] {
  let from = at - 1
  while (from > 0 && phrases[from]!.after === 'and') from--
  const first = phrases[from]!
  const opens = first.after === 'colon' || first.after === 'comma' || (first.after === 'start' && first.sentence > 0)
  return opens && first.sentence === phrases[at]!.sentence ? phrases.slice(from, at) : []
}

/** The singular of a plural noun of a word or two that is no quality. */
function oneOf(label: string): string | undefined {
  const part = partNamed(label)
  if (
    !/^[a-z-]{3,16}(?: [a-z-]{3,16})?$/i.test(label) ||
    (part && !part.kind.startsWith('text')) ||
    !/^(?:text|num)/.test(guessKind(label))
  )
    return undefined
  return singularOf(label)
}
