/** Where a stretch of a message may begin and end. Pure. */
import type { Piece } from '../../../base/language/pieces.ts'

/** No longer than so many words of Latin letters, or so many pieces, but for one that goes on to the end of its clause. */
const MOST_WORDS = 8
const MOST = 14
/** What no stretch goes over, but one that goes on to the end of a clause or of the message. */
const PARTS = /^[,，、。.;；:：!！?？\n→>+=~〜—–|｜/／]$/u
export const STOPS = /^[。!！?？;；\n]$/u
const CLOSES = /^[)）」』》”"]$/
/** Where a clause and its sentence end, without the stops there. */
export type Ends = { end: number; sentence: number }

/** Where a stretch that begins at a piece may end (without that piece); `clause`: that it may go on to the end of it. */
export function endsOf(pieces: readonly Piece[], from: number, clause: Ends | null): number[] {
  const ends = new Set<number>()
  let latin = 0
  for (let to = from + 1; to <= Math.min(pieces.length, from + MOST); to++) {
    const last = pieces[to - 1]!
    if (to > from + 1 && PARTS.test(last.text) && !/^[/.:+-]$/.test(last.text)) break
    if (last.shape === 'latin') latin++
    if (latin > MOST_WORDS) break
    if (last.shape === 'stop' && !CLOSES.test(last.text)) continue
    ends.add(to)
  }
  if (clause) for (const to of [clause.end, clause.sentence, trimmed(pieces, pieces.length)]) ends.add(to)
  return [...ends].filter((to) => to > from).sort((a, b) => a - b)
}

/** 98,5 are two figures, and the s of “Neo's” is no part of Neo. */
export function apart(piece: Piece): Piece[] {
  const cuts =
    piece.shape === 'digit'
      ? [...piece.text.matchAll(/,(?!(?:\d{2},){0,4}\d{3}(?!\d))/g)].flatMap(({ index }) => [index, index + 1])
      : piece.shape === 'latin'
        ? [...piece.text.matchAll(/['’]s$/g)].map(({ index }) => index)
        : []
  const edges = [0, ...cuts, piece.text.length]
  return edges.slice(1).map((end, i) => {
    const [from, text] = [edges[i]!, piece.text.slice(edges[i]!, end)]
    return { start: piece.start + from, end: piece.start + end, text, shape: text === ',' ? 'stop' : piece.shape }
  })
}

/** For each piece where its clause and its sentence end, without the stops there. */
export function clausesOf(pieces: readonly Piece[]): Ends[] {
  const ends: Ends[] = new Array(pieces.length)
  let end = pieces.length
  let sentence = pieces.length
  for (let i = pieces.length - 1; i >= 0; i--) {
    if (PARTS.test(pieces[i]!.text)) end = i
    if (STOPS.test(pieces[i]!.text) || pieces[i]!.text === '.') sentence = i
    ends[i] = { end: trimmed(pieces, end), sentence: trimmed(pieces, sentence) }
  }
  return ends
}
function trimmed(pieces: readonly Piece[], end: number): number {
  while (end > 0 && pieces[end - 1]!.shape === 'stop' && !CLOSES.test(pieces[end - 1]!.text)) end--
  return end
}

/** A stretch begins at a word; a Korean one where a space or a stop is, or the writing changes. */
export function mayBegin(text: string, pieces: readonly Piece[], from: number, korean: boolean): boolean {
  const piece = pieces[from]!
  const signed = /^[-+−]$/.test(piece.text) && pieces[from + 1]?.shape === 'digit'
  if (piece.shape === 'stop' && !signed && !/^[「『《“"(（]$/.test(piece.text)) return false
  if (!korean || from === 0) return true
  const before = pieces[from - 1]!
  return before.shape !== piece.shape || /\s/.test(text.slice(before.end, piece.start))
}

/** How many words, as the platform's dictionary parts them, end within a stretch. */
export function parted(edges: ReadonlySet<number>, start: number, end: number): number {
  let count = 0
  for (let at = start + 1; at < Math.min(end, start + 40); at++) if (edges.has(at)) count++
  return count
}
