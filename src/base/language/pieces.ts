/**
 * A message cut into what a model may mark: Latin words and figures whole, every other letter by itself, since a Korean particle
 * and a Chinese verb stand in one run with the noun that is meant. Spaces part and are no pieces.
 */
export type Piece = { start: number; end: number; text: string; shape: Shape }
export type Shape = 'latin' | 'digit' | 'han' | 'kana' | 'hangul' | 'stop' | 'sign'

/** Wishes longer than this are marked as far as this: pieces. */
export const MOST_PIECES = 600

const PIECE =
  /[a-z\d-]+\.(?:com|org|net|co|io|app|uk|jp|kr|cn|tw|hk)\b|[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}\p{M}]+)*|\d+(?:[.,:]\d+)*|\p{Letter}|[^\s]/gu
const STOP = /^[,，、。.;；:：!！?？/／|｜()（）[\]【】〔〕「」『』"“”→>+=~〜\n・·-]$/u

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const { 0: said, index } of text.matchAll(PIECE)) {
    if (pieces.length >= MOST_PIECES) break
    pieces.push({ start: index, end: index + said.length, text: said, shape: shapeOf(said) })
  }
  return pieces
}

function shapeOf(said: string): Shape {
  if (/^\p{Script=Latin}/u.test(said)) return 'latin'
  if (/^\d/.test(said)) return 'digit'
  if (/^\p{Script=Han}/u.test(said)) return 'han'
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(said)) return 'kana'
  if (/^\p{Script=Hangul}/u.test(said)) return 'hangul'
  return STOP.test(said) ? 'stop' : 'sign'
}

const SEGMENTERS = new Map<string, Intl.Segmenter>()
/** Where words begin or end, as the platform's dictionary parts them: a hint, and often the right one. */
export function edgesOf(text: string, language: string): Set<number> {
  const segmenter = SEGMENTERS.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  SEGMENTERS.set(language, segmenter)
  const edges = new Set([text.length])
  for (const { index } of segmenter.segment(text)) edges.add(index)
  return edges
}
