/**
 * What each piece of a wish shows of itself: its letters and its neighbours', what was read there (values, concepts),
 * and where it stands in its list: between which stops, how long the stretch is, how many there are. Pure.
 */
import type { Concept, Mention } from '../../base/concepts/types.ts'
import { bucketOf } from '../../base/hashed.ts'
import { foldHan } from '../../base/language/han.ts'
import type { Piece } from '../../base/language/pieces.ts'
import type { Reading } from '../../base/language/types.ts'

export const BUCKETS = 1 << 18

/** What the rules took a stretch for: a hint, and often the right one. */
export type Ruled = { start: number; end: number; role: string }
export type Ruling = { ruled: readonly Ruled[]; families: readonly string[] }

/** [n, some]: the buckets of each piece. */
export function featuresOf(reading: Reading, pieces: readonly Piece[], mentions: readonly Mention[], ruled: readonly Ruled[]): number[][] {
  const words = pieces.map(({ text, shape }) => (shape === 'digit' ? '#' : foldHan(text.toLowerCase())))
  const values = marked(pieces, reading.values, ({ read }) => read.kind)
  const concepts = marked(
    pieces,
    mentions.filter(({ score }) => score >= 0.85),
    ({ concept }) => meaningOf(concept),
  )
  const rules = marked(pieces, ruled, ({ role }) => role)
  const stretches = stretchesOf(reading.text, pieces)
  return pieces.map((piece, i) => {
    const at = (offset: number) => words[i + offset] ?? (i + offset < 0 ? '<' : '>')
    const own = `${reading.language}:`
    const place = stretches[i]!
    const named = [
      `0${at(0)}`,
      `-${at(-1)}`,
      `+${at(1)}`,
      `--${at(-2)}`,
      `++${at(2)}`,
      `-0${at(-1)}|${at(0)}`,
      `0+${at(0)}|${at(1)}`,
      `--0${at(-2)}|${at(-1)}|${at(0)}`,
      `0++${at(0)}|${at(1)}|${at(2)}`,
      `-0+${at(-1)}|${at(0)}|${at(1)}`,
      `--${at(-2)}|${at(-1)}`,
      `++${at(1)}|${at(2)}`,
      ...(piece.shape === 'latin' ? [`s3${at(0).slice(-3)}`, `p3${at(0).slice(0, 3)}`] : []),
      `c${concepts[i]}|${place.left}${place.right}`,
      `n${place.count}|${place.size}|${place.nth}`,
    ]
    const shown = [
      'bias',
      `shape${piece.shape}|${pieces[i - 1]?.shape}|${pieces[i + 1]?.shape}`,
      `capital${piece.shape === 'latin' && /^\p{Lu}/u.test(piece.text)}|${i === 0 || place.nth === 0}`,
      `v${values[i]}|${values[i + 1] ?? ''}`,
      `c${concepts[i]}`,
      `c-${concepts[i - 1]}|${concepts[i]}|${concepts[i + 1]}`,
      `l${place.left}|${place.fromLeft}`,
      `r${place.right}|${place.toRight}`,
      `lr${place.left}${place.right}|${place.size}`,
      `n${place.count}|${place.size}`,
      `b${place.bracketed}|${place.afterColon}|${place.count}`,
      `t${place.nth}|${place.count}|${place.sentence}`,
      `x${concepts[i]}|${place.size}|${place.count}`,
      `u${rules[i]}`,
      `u-${rules[i - 1]}|${rules[i]}|${rules[i + 1]}`,
      `ul${rules[i]}|${place.left}${place.right}|${place.size}`,
    ]
    return [
      ...named.map((feature) => bucketOf(own + feature, BUCKETS)),
      ...shown.map((feature) => bucketOf(feature, BUCKETS)),
      ...shown.map((feature) => bucketOf(own + feature, BUCKETS)),
    ]
  })
}

/** What a concept may be: a quality of which kind, a thing that is kept, a way of seeing or doing. */
export function meaningOf({ field, collection, topic, view, behaviour }: Concept): string {
  return [field && `f${field.kind}`, collection && 'c', topic && 't', view && 'v', behaviour && 'b'].filter(Boolean).join('')
}

/** For each piece what covers it, and whether it begins there. */
function marked<T extends { start: number; end: number }>(
  pieces: readonly Piece[],
  spans: readonly T[],
  name: (span: T) => string,
): string[] {
  return pieces.map(({ start, end }) => {
    const span = spans.find((one) => one.start < end && one.end > start)
    return span ? `${span.start >= start ? 'B' : 'I'}${span.end <= end ? 'E' : ''}${name(span)}` : ''
  })
}

type Stretch = {
  left: string
  right: string
  fromLeft: number
  toRight: number
  size: number
  count: number
  nth: number
  sentence: number
  bracketed: boolean
  afterColon: boolean
}
const OPENS = /[(（[【「『“]/
const CLOSES = /[)）\]】」』”]/
const few = (n: number): number => (n > 12 ? 5 : n > 7 ? 4 : n > 4 ? 3 : n)

/** Where each piece stands between two stops. A space parts where the words are not parted by spaces otherwise. */
function stretchesOf(text: string, pieces: readonly Piece[]): Stretch[] {
  const isStop = (piece: Piece | undefined, i: number) =>
    piece?.shape === 'stop' && !(piece.text === '-' && pieces[i - 1]?.end === piece.start)
  const edges = pieces.flatMap((piece, i) => (isStop(piece, i) ? [i] : []))
  let [sentence, bracketed, nth, from] = [0, false, 0, -1]
  let afterColon = false
  const stretches: Stretch[] = []
  pieces.forEach((piece, i) => {
    if (isStop(piece, i)) {
      from = i
      nth++
      if (OPENS.test(piece.text)) bracketed = true
      if (CLOSES.test(piece.text)) bracketed = false
      if (/[。.!！?？\n]/.test(piece.text)) [sentence, nth, afterColon] = [sentence + 1, 0, false]
      if (/[:：]/.test(piece.text)) afterColon = true
    }
    const to = edges.find((edge) => edge > i) ?? pieces.length
    stretches.push({
      left: from < 0 ? '<' : pieces[from]!.text,
      right: pieces[to]?.text ?? '>',
      fromLeft: few(i - from - 1),
      toRight: few(to - i - 1),
      size: few(to - from - 1),
      count: few(edges.length),
      nth: Math.min(nth, 3),
      sentence: Math.min(sentence, 2),
      bracketed,
      afterColon,
    })
    // Whether a space stands before or after says where a word of no Latin letters ends.
    const last = stretches.at(-1)!
    if (/\s/.test(text[piece.start - 1] ?? '')) last.left = `${last.left} `
    if (/\s/.test(text[piece.end] ?? '')) last.right = `${last.right} `
  })
  return stretches
}
