/**
 * A span of turns, cut into pieces that attention weighs: words where words have spaces, pairs of Han characters, runs of
 * kana. Each has its direction from the embedder's table, a direction of its own that a name keeps which no table knows,
 * and a few traits. Linear in the text; no more than MOST_PIECES of a span are looked at.
 */
import { stemEnglish, stemKorean } from '../../base/language/stem.ts'
import type { StaticEmbedder } from '../embed/builtin.ts'

export const MOST_PIECES = 256
/** What is known of a piece besides its direction: the inputs of attention. */
export const TRAITS = [
  'norm',
  'rarity',
  'unknown',
  'number',
  'capital',
  'latin',
  'han',
  'hiragana',
  'katakana',
  'hangul',
  'place',
  'again',
  'question',
  'length',
] as const
export const TRAIT_COUNT = TRAITS.length

/** How common a word is, as -log of the share of texts that hold it, 0..1; what is not in the table is rare. */
export type Rarity = (word: number) => number

export type Pieces = {
  count: number
  /** (count x dimension), each of norm 1, or zeros where the table knows nothing of the piece. */
  units: Float32Array
  /** (count x TRAIT_COUNT) */
  traits: Float32Array
  /** (count), hash of the folded word: what its own direction is made of. */
  words: Uint32Array
  /** (count), hash of the piece as it stands: equal ones have equal directions. */
  forms: Uint32Array
  /** (count), which of the texts it stands in. */
  turns: Uint16Array
}

const LETTERS = '(?:(?![\\p{Script=Han}々\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Hangul}])[\\p{L}\\p{N}\\p{M}])+'
const RUNS = new RegExp(
  `[\\p{Script=Han}々]+|\\p{Script=Hiragana}+|[\\p{Script=Katakana}ー]+|\\p{Script=Hangul}+|${LETTERS}(?:['’.:-]${LETTERS})*`,
  'gu',
)
const HAN = /^[\p{Script=Han}々]/u
const HIRAGANA = /^\p{Script=Hiragana}/u
const KATAKANA = /^[\p{Script=Katakana}ー]/u
const HANGUL = /^\p{Script=Hangul}/u
const NUMBER = /^\d|^[〇一二三四五六七八九十百千万两]+$/u
const ASKING = /[?？]\s*$|[吗呢か까]\s*[。.]?$/

/** A piece as it stands in the text, and the word that it is when it is folded. */
export type Piece = { text: string; word: string; script: number; capital: boolean }
const LATIN = TRAITS.indexOf('latin')

/** The pieces of a text in order; Han runs as overlapping pairs, hiragana with the Han character that it inflects. */
export function cut(text: string): Piece[] {
  const out: Piece[] = []
  const folded = text.normalize('NFKC')
  let before = ''
  let end = -1
  for (const { 0: run, index } of folded.matchAll(RUNS)) {
    if (HAN.test(run)) {
      const chars = [...run]
      if (chars.length < 3) out.push({ text: run, word: run, script: LATIN + 1, capital: false })
      else for (let i = 1; i < chars.length; i++) out.push(han(chars[i - 1]! + chars[i]!))
      before = chars.at(-1)!
      end = index + run.length
    } else if (HIRAGANA.test(run)) {
      const inflected = index === end ? before + run.slice(0, 2) : run
      out.push({ text: inflected, word: inflected, script: LATIN + 2, capital: false })
    } else if (KATAKANA.test(run)) out.push({ text: run, word: run, script: LATIN + 3, capital: false })
    else if (HANGUL.test(run)) out.push({ text: run, word: stemKorean(run), script: LATIN + 4, capital: false })
    else out.push({ text: run, word: stemEnglish(run.toLowerCase()), script: LATIN, capital: index > 0 && /^\p{Lu}/u.test(run) })
  }
  return out
}
const han = (pair: string): Piece => ({ text: pair, word: pair, script: LATIN + 1, capital: false })

/** FNV-1a with the last mix of MurmurHash3. */
export function hashOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Reads the texts of a span, in order. */
export function readPieces(texts: readonly string[], embedder: StaticEmbedder, rarity: Rarity): Pieces {
  const cutTexts = texts.map(cut)
  const count = Math.min(
    MOST_PIECES,
    cutTexts.reduce((sum, pieces) => sum + pieces.length, 0),
  )
  const { dimension } = embedder
  const units = new Float32Array(count * dimension)
  const traits = new Float32Array(count * TRAIT_COUNT)
  const words = new Uint32Array(count)
  const forms = new Uint32Array(count)
  const turns = new Uint16Array(count)
  const seen = new Map<number, number>()
  let at = 0
  cutTexts.forEach((pieces, turn) => {
    const asking = ASKING.test(texts[turn]!.slice(-8))
    for (const [i, piece] of pieces.entries()) {
      if (at === count) return
      const word = hashOf(piece.word)
      const again = seen.get(word) ?? 0
      seen.set(word, again + 1)
      const norm = direction(embedder.sumText(piece.text), units, at * dimension)
      words[at] = word
      forms[at] = hashOf(piece.text)
      turns[at] = turn
      const t = at * TRAIT_COUNT
      traits[t] = Math.log1p(norm) / 3
      traits[t + 1] = rarity(word)
      traits[t + 2] = Number(norm === 0)
      traits[t + 3] = Number(NUMBER.test(piece.text))
      traits[t + 4] = Number(piece.capital)
      traits[t + piece.script] = 1
      traits[t + 10] = i / pieces.length
      traits[t + 11] = Math.log1p(again)
      traits[t + 12] = Number(asking)
      traits[t + 13] = Math.log1p(pieces.length) / 5
      at++
    }
  })
  return { count, units, traits, words, forms, turns }
}

/** Writes `sum`, scaled to norm 1, from `at` on; gives its norm. */
function direction(sum: Float32Array, out: Float32Array, at: number): number {
  let square = 0
  for (const value of sum) square += value * value
  if (!(square > 0)) return 0
  const norm = Math.sqrt(square)
  for (let j = 0; j < sum.length; j++) out[at + j] = sum[j]! / norm
  return norm
}

/** Adds `share` times a word's own direction: +-1 / sqrt(dimension) by the bits of a xorshift that starts at its hash. */
export function addOwn(word: number, share: number, out: Float32Array): void {
  let state = word || 1
  const step = share / Math.sqrt(out.length)
  for (let j = 0; j < out.length; j++) {
    if (j % 32 === 0) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
    }
    out[j]! += step * (((state >>> (j % 32)) & 1) * 2 - 1)
  }
}
