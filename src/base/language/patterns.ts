/** Helpers of the finders that go by patterns: each pattern is bounded, so a pass over the text is linear. */
import type { Candidate, Source } from './atoms.ts'
import type { Guessed, Read } from './types.ts'

/** What a pattern found; undefined to refuse it. */
export type Seen = { read: Read; rank?: number; half?: Candidate['half']; open?: string; end?: number; start?: number } | undefined
export type Rule = [pattern: RegExp, see: (match: RegExpExecArray, source: Source) => Seen]

/** Runs every rule over the lower-case text. */
export function findByRules(source: Source, rules: Rule[]): Candidate[] {
  const found: Candidate[] = []
  for (const [pattern, see] of rules) {
    for (const match of source.low.matchAll(pattern)) {
      const seen = see(match, source)
      if (!seen) continue
      const start = seen.start ?? match.index
      const end = seen.end ?? match.index + match[0].length
      const { read, rank = 4, half, open } = seen
      found.push({ start, end, text: source.text.slice(start, end), read, rank, ...(half ? { half } : {}), ...(open ? { open } : {}) })
    }
  }
  return found
}

export const date = (iso: string | undefined, more: { to?: string; guessed?: Guessed } = {}): Seen =>
  iso ? { read: { kind: 'date', date: iso, ...more } } : undefined

/** Weekdays by their one character in Chinese, Japanese and Korean. */
const DAYS = new Map<string, number>([...'日一二三四五六'].map((char, i) => [char, i]))
for (const [i, char] of [...'日月火水木金土'].entries()) DAYS.set(char, i)
for (const [i, char] of [...'일월화수목금토'].entries()) DAYS.set(char, i)
DAYS.set('天', 0)
export const weekdayOfChar = (char: string): number | undefined => DAYS.get(char)
