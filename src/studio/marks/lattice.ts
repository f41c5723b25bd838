/**
 * The stretches of a wish that could have a role, and what each shows of itself as a whole: its words, its ends, what
 * stands on both sides, what the rules and the ontology know of exactly these words. Pure; linear in the pieces.
 */
import type { Mention } from '../../base/concepts/types.ts'
import { bucketOf } from '../../base/hashed.ts'
import { foldHan } from '../../base/language/han.ts'
import { kindOf } from '../../base/language/korean.ts'
import { edgesOf, type Piece, piecesOf } from '../../base/language/pieces.ts'
import type { Reading } from '../../base/language/types.ts'
import { partNamed } from '../rules/parts.ts'
import { BUCKETS, featuresOf, meaningOf, type Ruled, type Ruling } from './features.ts'
import { ROLES } from './labels.ts'
import { kindAt, rowsIn } from './rows.ts'
import type { Lattice, Stretch } from './segments.ts'

/** No longer than so many words of Latin letters, or so many pieces. */
const MOST_WORDS = 7
const MOST = 13
/** What no stretch goes over. */
const PARTS = /^[,，、。.;；:：!！?？\n“”"「」『』→>+=~〜〔〕\]【】—–|｜]$/u

export function latticeOf(
  reading: Reading,
  mentions: readonly Mention[],
  { ruled, families }: Ruling,
): { lattice: Lattice; pieces: Piece[] } {
  const { text } = reading
  const pieces = piecesOf(text)
  const words = pieces.map((piece) => (piece.shape === 'digit' ? '#' : foldHan(piece.text.toLowerCase())))
  const sure = mentions.filter(({ score }) => score >= 0.85)
  const own = `${reading.language}:`
  const spaced = (at: number) => (/\s/.test(text[at] ?? '') ? '_' : '')
  /** What stands beside a stretch, with the space between. */
  const left = (from: number, n = 1) =>
    from === 0 ? '<' : `${words.slice(Math.max(0, from - n), from).join('')}${spaced(pieces[from]!.start - 1)}`
  const right = (to: number, n = 1) => (to >= pieces.length ? '>' : `${spaced(pieces[to - 1]!.end)}${words.slice(to, to + n).join('')}`)
  // How the words beside a stretch would be called as a field: in a row of names each tells of the others.
  const kinds = pieces.map(({ start }) => kindAt(text, start, reading.language))
  const rows = rowsIn(text, reading.language)
  const edges = edgesOf(text.slice(0, pieces.at(-1)?.end ?? 0), reading.language)
  const isEdge = (at: number) => at < 0 || at >= pieces.length || pieces[at]!.shape === 'stop'

  const featuresFor = (from: number, to: number): number[] => {
    const start = pieces[from]!.start
    const end = pieces[to - 1]!.end
    const said = text.slice(start, end).toLowerCase()
    const low = foldHan(said)
    const latin = pieces[to - 1]!.shape === 'latin'
    const tail = (n: number) => (latin ? words.slice(Math.max(from, to - n), to).join(' ') : low.slice(-n))
    const head = (n: number) => (pieces[from]!.shape === 'latin' ? words.slice(from, Math.min(to, from + n)).join(' ') : low.slice(0, n))
    const known = partNamed(said)?.kind.split(/[:=+]/)[0] ?? ''
    const meant = sure.find((one) => one.start === start && one.end === end)
    const last = sure.find((one) => one.end === end && one.start >= start)
    const rule = ruleOf(ruled, start, end)
    const size = Math.min(to - from, 9)
    const whole = `${isEdge(from - 1)}${isEdge(to)}${spaced(start - 1)}${spaced(end)}`
    const sides = `${left(from)}|${right(to)}`
    const beside = `${from ? kinds[wordBefore(text, pieces, from)] : '<'}|${to < pieces.length ? kinds[to] : '>'}`
    const korean = reading.language === 'ko' ? said.trim().split(' ') : []
    const speech = korean.length ? `${kindOf(korean[0]!)}|${kindOf(korean.at(-1)!)}|${korean.length > 1}` : ''
    const list = rows.find((one) => one.start <= start && one.end >= end)
    const row = list ? `${list.opener}|${list.size}|${list.known}` : ''
    const element = list?.elements.some((one) => one.start === start && one.end === end) ?? false
    const meaning = meant ? meaningOf(meant.concept) : last ? `$${meaningOf(last.concept)}` : ''
    const named = [
      `S${low}`,
      `T1${tail(1)}`,
      `T2${tail(2)}`,
      `T3${tail(3)}`,
      `H1${head(1)}`,
      `H2${head(2)}`,
      `L${left(from)}`,
      `LL${left(from, 2)}`,
      `R${right(to)}`,
      `RR${right(to, 2)}`,
      `RRR${right(to, 3)}`,
      `TR${tail(1)}|${right(to)}`,
      `TRR${tail(2)}|${right(to, 2)}`,
      `LH${left(from)}|${head(1)}`,
      `LR${sides}`,
      `LRn${sides}|${size}`,
      ...(list ? [`O${list.before}|${element}`, `OO${list.lead}|${element}`] : []),
    ]
    const shown = [
      `one`,
      `n${size}`,
      `w${whole}`,
      `wn${whole}|${size}`,
      `k${known}`,
      `kw${known}|${whole}`,
      `m${meaning}`,
      `mw${meaning}|${whole}`,
      `r${rule}`,
      `rw${rule}|${whole}`,
      `rm${rule}|${meaning}|${known}`,
      `sh${pieces[from]!.shape}|${pieces[to - 1]!.shape}|${size > 1}`,
      `g${edges.has(start)}${edges.has(end)}`,
      `gw${edges.has(start)}${edges.has(end)}|${whole}|${size}`,
      `b${beside}|${whole}`,
      `bk${known}|${beside}`,
      `l${row}|${element}`,
      `lk${row}|${element}|${known}`,
      `lo${list?.opener}|${element}|${whole}`,
      ...(element ? families.map((family) => `lf${family}|${list!.opener}|${list!.known}`) : []),
      ...(speech ? [`p${speech}`, `pw${speech}|${whole}`] : []),
      ...families.map((family) => `f${family}|${whole}`),
      ...families.map((family) => `fr${family}|${rule}`),
      `e${isEdge(from - 1) ? left(from) : 'x'}|${isEdge(to) ? right(to) : 'x'}`,
    ]
    return [
      ...named.map((feature) => bucketOf(own + feature, BUCKETS)),
      ...shown.map((feature) => bucketOf(feature, BUCKETS)),
      ...shown.map((feature) => bucketOf(own + feature, BUCKETS)),
    ]
  }

  const stretches: Stretch[] = []
  for (let from = 0; from < pieces.length; from++) {
    if (!mayBegin(text, pieces, from, reading.language === 'ko')) continue
    let latin = 0
    for (let to = from + 1; to <= Math.min(pieces.length, from + MOST); to++) {
      const last = pieces[to - 1]!
      if (PARTS.test(last.text)) break
      if (last.shape === 'latin') latin++
      if (latin > MOST_WORDS) break
      if (last.shape === 'stop' && !/^[)）]$/.test(last.text)) continue
      stretches.push({ from, to, features: featuresFor(from, to) })
    }
  }
  const lasts = ['', ...ROLES]
  const links = pieces.map((_, i) =>
    lasts.map((last) =>
      [`>${last}`, `>${last}|${left(i)}`, `>${last}|${left(i, 2)}`].flatMap((feature) => [
        bucketOf(feature, BUCKETS),
        bucketOf(own + feature, BUCKETS),
      ]),
    ),
  )
  const ends = [bucketOf('end', BUCKETS), bucketOf(`${own}end`, BUCKETS)]
  return { lattice: { pieces: featuresOf(reading, pieces, mentions, ruled), stretches, links, ends }, pieces }
}

/** Where the word that stands before a stretch begins. */
function wordBefore(text: string, pieces: readonly Piece[], from: number): number {
  let at = from - 1
  while (at > 0 && pieces[at - 1]!.shape !== 'stop' && !/\s/.test(text.slice(pieces[at - 1]!.end, pieces[at]!.start)) && from - at < 8) at--
  return at
}

/** A stretch begins at a word; a Korean one where a space or a stop is, or the writing changes. */
function mayBegin(text: string, pieces: readonly Piece[], from: number, korean: boolean): boolean {
  const piece = pieces[from]!
  if (piece.shape === 'stop') return false
  if (!korean || from === 0) return true
  const before = pieces[from - 1]!
  return before.shape !== piece.shape || /\s/.test(text.slice(before.end, piece.start))
}

/** What the rules took exactly this stretch for, or what they have within it, around it or across its ends. */
function ruleOf(ruled: readonly Ruled[], start: number, end: number): string {
  const same = ruled.find((one) => one.start === start && one.end === end)
  if (same) return `=${same.role}`
  const touching = ruled.filter((one) => one.start < end && one.end > start)
  const [first] = touching
  if (!first) return '-'
  if (touching.length > 1) return `*${first.role}`
  if (first.start <= start && first.end >= end) return `${first.start === start ? '[' : first.end === end ? ']' : '('}${first.role}`
  if (first.start >= start && first.end <= end) return `>${first.role}`
  return `x${first.role}`
}
