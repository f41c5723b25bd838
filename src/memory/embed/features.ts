/**
 * From text to hashed features, in one pass over its UTF-16 units: what the static embedder (builtin.ts) sums up.
 *
 * - Latin: word, stem, character 3- to 5-grams with the word's ends marked.
 * - Figures: the number, whether written 7, 7 or 七, so that a time or an amount is the same feature everywhere.
 * - Han: 1- to 3-grams after folding Japanese and traditional forms to simplified ones.
 * - Kana: 2- to 4-grams, whole katakana words, and where Han meets kana (the inflected part of a Japanese word).
 * - Hangul: word, stem without its particle, 2- to 4-grams, 2-grams without final consonants (verb endings change those),
 *   and, through the bridge, the Han characters a Sino-Korean word is written with: 여행 meets 旅行.
 *
 * Order beyond that is not seen, nor is negation. Names and ids are the lexical leg's work.
 */
import { foldHan } from '../../base/language/han.ts'
import { stemEnglish, stemKorean } from '../../base/language/stem.ts'

/** Called for each feature: a 32-bit hash, and its weight. */
export type Emit = (hash: number, weight: number) => void
/** The folded Han spelling of a Korean word (two to four syllables), or null. */
export type Bridge = (word: string) => string | null

/** Longer texts are read to here, in UTF-16 units: by then their mean hardly moves. */
export const READ_LIMIT = 8_000

const OTHER = 0
const SPACE = 1
const LATIN = 2
const DIGIT = 3
const HAN = 4
const HIRAGANA = 5
const KATAKANA = 6
const HANGUL = 7

/** What a feature is, so that equal strings of two kinds do not meet. */
const KIND = { word: 1, stem: 2, gram: 3, number: 4, han: 5, kana: 6, katakana: 7, seam: 8, syllables: 9, open: 10, pair: 11 } as const
/** Of one word there are many n-grams and one whole: these keep either from drowning the other. */
const WEIGHT = { whole: 1, gram: 0.35, number: 1, han1: 0.6, han2: 1, han3: 0.8, kana: 0.5, bridge: 0.6, pair: 0.7 } as const

const CLASSES = new Uint8Array(65536)
const FOLDED = new Uint16Array(65536)
for (let code = 0; code < 65536; code++) {
  CLASSES[code] = classify(code)
  FOLDED[code] = CLASSES[code] === HAN ? foldHan(String.fromCharCode(code)).charCodeAt(0) : code
}

function classify(code: number): number {
  if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return SPACE
  if (code >= 0x30 && code <= 0x39) return DIGIT
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f) || (code >= 0x370 && code <= 0x52f)) return LATIN
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005) return HAN
  if (code >= 0x3041 && code <= 0x309f) return HIRAGANA
  if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) return KATAKANA
  return code >= 0xac00 && code <= 0xd7a3 ? HANGUL : OTHER
}

/** Emits the features of a text. Linear in its length; texts over READ_LIMIT are cut. */
export function features(text: string, bridge: Bridge, emit: Emit): void {
  const plain = plainText(text.length > READ_LIMIT ? text.slice(0, READ_LIMIT) : text)
  let before = OTHER
  for (let from = 0; from < plain.length; ) {
    const kind = CLASSES[plain.charCodeAt(from)]!
    let to = from + 1
    while (to < plain.length && CLASSES[plain.charCodeAt(to)] === kind) to++
    if (kind === LATIN) latin(plain.slice(from, to), emit)
    else if (kind === DIGIT) emit(hash(KIND.number, plain.slice(from, to).replace(/^0+(?=.)/, '')), WEIGHT.number)
    else if (kind === HAN) han(plain.slice(from, to), emit)
    else if (kind === HIRAGANA || kind === KATAKANA) {
      if (before === HAN) seam(plain.slice(from - 1, Math.min(to, from + 2)), emit)
      if (kind === KATAKANA) emit(hash(KIND.katakana, plain.slice(from, to)), WEIGHT.whole)
      grams(KIND.kana, plain.slice(from, to), 2, 4, WEIGHT.kana, emit)
    } else if (kind === HANGUL) hangul(plain.slice(from, to), bridge, emit)
    before = kind
    from = to
  }
}

/** NFKC, lower case, apostrophes out of words, Han folded, no space between Chinese or Japanese characters. */
function plainText(text: string): string {
  const low = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[a-z])['’](?=[a-z])/g, '')
  let out = ''
  for (let i = 0; i < low.length; i++) {
    const code = low.charCodeAt(i)
    if (CLASSES[code] === SPACE && spaceless(out.charCodeAt(out.length - 1)) && spaceless(low.charCodeAt(i + 1))) continue
    out += String.fromCharCode(FOLDED[code]!)
  }
  return out
}
/** False for the NaN past either end, too. */
const spaceless = (code: number) => CLASSES[code]! >= HAN && CLASSES[code] !== HANGUL

function latin(word: string, emit: Emit): void {
  emit(hash(KIND.word, word), WEIGHT.whole)
  const stem = stemEnglish(word)
  if (stem !== word) emit(hash(KIND.word, stem), WEIGHT.whole)
  if (word.length > 3) grams(KIND.gram, `<${word}>`, 3, 5, WEIGHT.gram, emit)
}

const HAN_DIGITS = '〇一二三四五六七八九'
const HAN_NUMBER = /[一二两三四五六七八九十]+/g

function han(run: string, emit: Emit): void {
  grams(KIND.han, run, 1, 1, WEIGHT.han1, emit)
  grams(KIND.han, run, 2, 2, WEIGHT.han2, emit)
  grams(KIND.han, run, 3, 3, WEIGHT.han3, emit)
  for (const [figures] of run.matchAll(HAN_NUMBER)) {
    const value = hanNumber(figures)
    if (value !== null) emit(hash(KIND.number, String(value)), WEIGHT.number)
  }
}

/** 七 -> 7, 十二 -> 12, 三十五 -> 35; null for what is no number below a hundred. */
function hanNumber(figures: string): number | null {
  const [, tens = '', ten = '', ones = ''] = /^([一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)$/.exec(figures) ?? []
  const value = (figure: string) => HAN_DIGITS.indexOf(figure === '两' ? '二' : figure)
  if (ten === '') return tens !== '' && ones === '' ? value(tens) : null
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones))
}

/** 食べ, 食べる: a Han character with the one or two kana after it. */
function seam(text: string, emit: Emit): void {
  emit(hash(KIND.seam, text.slice(0, 2)), WEIGHT.whole)
  if (text.length > 2) emit(hash(KIND.seam, text), WEIGHT.whole)
}

function hangul(word: string, bridge: Bridge, emit: Emit): void {
  emit(hash(KIND.word, word), WEIGHT.whole)
  const stem = stemKorean(word)
  emit(hash(KIND.stem, stem), WEIGHT.whole)
  grams(KIND.syllables, `<${word}`, 2, 4, WEIGHT.kana, emit)
  grams(KIND.open, openSyllables(word), 2, 3, WEIGHT.gram, emit)
  for (const spelt of bridged(stem, bridge)) han(spelt, (feature, weight) => emit(feature, weight * WEIGHT.bridge))
}

/** 갔어 -> 가어, 좋은 -> 조으: syllables without their final consonant. */
function openSyllables(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) out += String.fromCharCode(word.charCodeAt(i) - ((word.charCodeAt(i) - 0xac00) % 28))
  return out
}

/** The Sino-Korean words a stem is made of, longest first from the left: 여행계획 -> 旅行, 计划. */
export function bridged(stem: string, bridge: Bridge): string[] {
  const found: string[] = []
  for (let at = 0; at < stem.length - 1; ) {
    let length = Math.min(4, stem.length - at)
    let spelt: string | null = null
    for (; length >= 2; length--) {
      spelt = bridge(stem.slice(at, at + length))
      if (spelt) break
    }
    if (spelt) found.push(spelt)
    at += spelt ? length : 1
  }
  return found
}

function grams(kind: number, text: string, least: number, most: number, weight: number, emit: Emit): void {
  for (let from = 0; from + least <= text.length; from++) {
    let state = start(kind)
    for (let i = 0; i < most && from + i < text.length; i++) {
      state = step(state, text.charCodeAt(from + i))
      if (i + 1 >= least) emit(finish(state), weight)
    }
  }
}

const start = (kind: number) => Math.imul(0x811c9dc5 ^ kind, 0x01000193)
const step = (state: number, code: number) => Math.imul(Math.imul(state ^ (code & 0xff), 0x01000193) ^ (code >>> 8), 0x01000193)
/** The last mix of MurmurHash3: FNV-1a alone leaves its low bits poor. */
function finish(state: number): number {
  let h = state ^ (state >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function hash(kind: number, text: string): number {
  let state = start(kind)
  for (let i = 0; i < text.length; i++) state = step(state, text.charCodeAt(i))
  return finish(state)
}

/** The key under which weights hold the bridge's entry of a word. */
export const bridgeKey = (word: string): number => hash(KIND.pair, word)
