/**
 * Reading a sentence: every finder says what it sees, the longest readings that do not overlap are kept, then
 * neighbours are joined (a date and a time, a rhythm and its hours, the ends of a range) and bounds put around values.
 */
import { type Candidate, type Finder, findAtoms, type Source } from './atoms.ts'
import { applyBounds } from './bounds.ts'
import { findDates } from './dates.ts'
import { findDurations } from './durations.ts'
import { findEvery } from './every.ts'
import { type Hints, identify } from './identify.ts'
import { withSpaces } from './korean.ts'
import { joinMoments } from './moments.ts'
import { findMoney } from './money.ts'
import { namedSpans } from './named.ts'
import { normalise } from './normalise.ts'
import { findNumbers, joinRanges } from './numbers.ts'
import { joinPairs } from './pairs.ts'
import { findPeriods } from './periods.ts'
import { findQuantities } from './quantities.ts'
import { findTimes } from './times.ts'
import { tokenise } from './tokenise.ts'
import type { Context, Found, Reading } from './types.ts'
import { lower } from './words.ts'

const FINDERS: Finder[] = [findNumbers, findMoney, findQuantities, findDurations, findDates, findTimes, findPeriods, findEvery]

/** Never throws; linear in the length of `raw`. `ctx.language` is the language of the conversation, and settles what the text does not. */
export function read(raw: string, ctx: Context & { hints?: Hints }): Reading {
  const text = withSpaces(normalise(raw))
  const { language, clauses } = identify(text, { previous: ctx.language, ...ctx.hints })
  return { raw, text, language, clauses, tokens: tokenise(text), values: readValues(text, ctx, clauses) }
}

function readValues(text: string, ctx: Context, clauses: Reading['clauses']): Found[] {
  const scan = { text, low: lower(text), ctx, languageAt: languageAt(clauses) }
  const atoms = findAtoms(scan)
  const starts = new Map(atoms.filter((atom) => atom.form !== 'fraction').map((atom) => [atom.start, atom]))
  const source: Source = { ...scan, atoms, atomAt: (i) => starts.get(i) }
  const named = namedSpans(text, ctx.currency)
  const seen = FINDERS.flatMap((find) => find(source))
  const chosen = choose(
    seen.filter(({ start, end }) => !named.some(([from, to]) => start >= from && end <= to)),
    text.length,
  )
  return applyBounds(text, joinRanges(text, joinPairs(text, joinMoments(source, chosen))))
}

/** Longest first; of equals the higher rank. Marking what is taken keeps this linear after the sort. */
export function choose(candidates: Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length)
  const order = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || (b.rank ?? 0) - (a.rank ?? 0) || a.start - b.start)
  const chosen = order.filter((candidate) => {
    if (candidate.end <= candidate.start || taken.subarray(candidate.start, candidate.end).includes(1)) return false
    taken.fill(1, candidate.start, candidate.end)
    return true
  })
  return chosen.sort((a, b) => a.start - b.start)
}

function languageAt(clauses: Reading['clauses']): Source['languageAt'] {
  return (i) => {
    let low = 0
    let high = clauses.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (clauses[middle]!.start <= i) low = middle
      else high = middle - 1
    }
    return clauses[low]?.language ?? 'en'
  }
}
