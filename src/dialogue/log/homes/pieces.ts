/** Where one message is parted: commas of all scripts, ends of sentences, slashes, and spaces where signs need none. Pure. */
import type { Reading } from '../../../base/language/types.ts'
import type { Piece, Sep } from './types.ts'

const SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
/** [what parts, how]; a comma within 12,600 parts nothing, and a space between Latin words neither. */
const SEPARATORS: [RegExp, Sep][] = [
  [/[。！!？?]+|(?<![\d.])\.(?=\s|$)|(?<=\d)\.(?=\s+\p{L}|$)|\n+/gu, 'end'],
  [/[、，;；|]|(?<!\d),|,(?!(?:\d{2},){0,4}\d{3}(?!\d))|\s[/／]\s|\s[-–—]\s|(?<=\p{L})[/／](?=\p{L})/gu, 'comma'],
  [new RegExp(`(?<=${SIGN})[ \\t]+(?=[^\\s])|(?<=[^\\s])[ \\t]+(?=${SIGN})`, 'gu'), 'gap'],
]

/** `taken`: stretches that something else was read from already; no separator within one of them counts. */
export function piecesOf(reading: Reading, taken: readonly (readonly [number, number])[]): Piece[] {
  const { text, values } = reading
  const inside = (at: number, end: number) =>
    values.some((value) => value.start < at && value.end > end) || taken.some(([from, to]) => from < at && to > end)
  const cuts = SEPARATORS.flatMap(([pattern, sep]) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, sep })),
  )
    .filter(({ start, end, sep }) => !inside(start, end) && !(sep === 'gap' && isWritten(reading)))
    .sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let from = 0
  let sep: Sep = 'end'
  for (const cut of [...cuts, { start: text.length, end: text.length, sep: 'end' as const }]) {
    if (cut.start > from && /[\p{L}\p{N}]/u.test(text.slice(from, cut.start))) {
      pieces.push({ start: from, end: cut.start, sep })
      sep = cut.sep
    } else if (rank(cut.sep) > rank(sep)) sep = cut.sep
    from = Math.max(from, cut.end)
  }
  return pieces
}

/** Korean parts its words by spaces, as English does. */
const isWritten = ({ language }: Reading): boolean => language === 'ko' || language === 'en'
const ORDER: Sep[] = ['space', 'gap', 'figure', 'comma', 'end']
export const rank = (sep: Sep): number => ORDER.indexOf(sep)
