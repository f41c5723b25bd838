/**
 * Finds concepts in a reading. Latin forms are looked up by word (plural and case folded, one slip of the pen
 * forgiven in long unknown words), all others by character, the longest first, with the boundaries each script
 * needs: Korean particles may follow, katakana words are not cut, a lone character counts only where its
 * neighbours are grammar. Words that merely contain a form (日本, 手表, 不会) are listed in data/friends.ts and shadow it.
 * Linear in the text: no form is longer than a bound.
 */
import { LANGUAGES, type Language } from '../../spec.ts'
import type { Reading } from '../language/types.ts'
import { type CharClass, classOf, fold, isLatinForm, type Word, wordsOf } from './fold.ts'
import { isHead, isTail } from './korean.ts'
import type { Concept, Mention } from './types.ts'
import { nearest, type Spelling, spelling } from './typos.ts'

/** A form of a concept: how early it stands in the concept's list tells how much it is its name. */
type Sense = { concept: Concept; languages: Set<Language>; rank: number; order: number }
type Node<K> = { next: Map<K, Node<K>>; senses?: Map<string, Sense>; shadow?: boolean }
type Hit = { start: number; end: number; senses: Sense[]; score: number }
/** Text past this is not read for concepts: nobody asks for an app in so many words. */
const MOST_TEXT = 20_000

export type Matcher = (reading: Reading) => Mention[]

/** `friends`: words that contain a form but mean something else. `known`: English words that are never misspelt forms. */
export function matcherOf(concepts: readonly Concept[], friends: readonly string[] = [], known: readonly string[] = []): Matcher {
  const words: Node<string> = { next: new Map() }
  const chars: Node<string> = { next: new Map() }
  const add = (form: string, sense?: Omit<Sense, 'languages'>, language?: Language) => {
    for (const variant of variantsOf(form)) {
      const node = isLatinForm(variant)
        ? grow(
            words,
            wordsOf(variant).map((word) => word.stem),
          )
        : grow(chars, variant.split(''))
      if (!sense || !language) node.shadow = true
      else remember(node, sense, language)
    }
  }
  for (const [order, concept] of concepts.entries())
    for (const language of LANGUAGES)
      for (const [rank, form] of concept.forms[language].entries()) add(form, { concept, rank, order }, language)
  for (const friend of friends) add(friend)
  const spellings = spelling([...lettersOf(words)], known)
  return (reading) => find(reading, words, chars, spellings)
}

/** 'to-do' is also 'to do'; 단어 카드 also 단어카드. */
function variantsOf(form: string): string[] {
  const folded = fold(form).trim()
  if (folded === '') return []
  return isLatinForm(folded) || !folded.includes(' ') ? [folded] : [folded, folded.replaceAll(' ', '')]
}

function grow<K>(root: Node<K>, path: K[]): Node<K> {
  let node = root
  for (const key of path) {
    let next = node.next.get(key)
    if (!next) {
      next = { next: new Map() }
      node.next.set(key, next)
    }
    node = next
  }
  return node
}

function remember(node: Node<string>, { concept, rank, order }: Omit<Sense, 'languages'>, language: Language): void {
  node.senses ??= new Map()
  const sense = node.senses.get(concept.id)
  if (!sense) node.senses.set(concept.id, { concept, languages: new Set([language]), rank, order })
  else {
    sense.languages.add(language)
    sense.rank = Math.min(sense.rank, rank)
  }
}

/** Every word of the Latin forms. */
function* lettersOf(node: Node<string>): Generator<string> {
  for (const [word, next] of node.next) {
    yield word
    yield* lettersOf(next)
  }
}

function find(reading: Reading, words: Node<string>, chars: Node<string>, spellings: Spelling): Mention[] {
  const text = fold(reading.text.length > MOST_TEXT ? reading.text.slice(0, MOST_TEXT) : reading.text)
  if (text.length > reading.text.length) return []
  const hits = [...wordHits(text, words, spellings), ...charHits(text, chars, languageAt(reading))]
  return withoutOverlap(hits, text.length).flatMap((hit) => mentionsOf(hit, reading.text))
}

function mentionsOf({ start, end, senses, score }: Hit, text: string): Mention[] {
  return [...senses]
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ concept }) => ({ concept, start, end, text: text.slice(start, end), score }))
}

/** Longest wins; of equal ones the first. A hit without senses is a false friend: it takes its place and says nothing. */
function withoutOverlap(hits: Hit[], length: number): Hit[] {
  const taken = new Uint8Array(length)
  const chosen: Hit[] = []
  for (const hit of hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken[hit.start] || taken[hit.end - 1]) continue
    taken.fill(1, hit.start, hit.end)
    if (hit.senses.length > 0) chosen.push(hit)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

// ---- Latin -------------------------------------------------------------------------------------------------

const BETWEEN = /^[ '/&-]?$/
const MISSPELT = 0.75

function* wordHits(text: string, root: Node<string>, spellings: Spelling): Generator<Hit> {
  const found = wordsOf(text)
  for (let at = 0; at < found.length; at++) {
    if (root.next.has(found[at]!.stem)) yield* walk(text, found, at, root, 1)
    else {
      const repaired = nearest(found[at]!.text, spellings)
      if (repaired) yield* walk(text, found, at, root, MISSPELT, repaired)
    }
  }
}

/** Every form that starts at word `at`, read as `first` where it is misspelt. */
function* walk(text: string, found: Word[], at: number, root: Node<string>, score: number, first?: string): Generator<Hit> {
  const from = found[at]!
  let node = root.next.get(first ?? from.stem)
  for (let i = at; node; i++) {
    const word = found[i]!
    if (node.senses || node.shadow) yield { start: from.start, end: word.end, senses: [...(node.senses?.values() ?? [])], score }
    const next = found[i + 1]
    if (!next || !BETWEEN.test(text.slice(word.end, next.start))) return
    node = node.next.get(next.stem)
  }
}

// ---- Everything else ---------------------------------------------------------------------------------------

type LanguageAt = (at: number) => Language

function languageAt(reading: Reading): LanguageAt {
  let last = 0
  return (at) => {
    const { clauses } = reading
    if (clauses[last] && clauses[last]!.start > at) last = 0
    while (last < clauses.length - 1 && clauses[last]!.end <= at) last++
    return clauses[last]?.language ?? reading.language
  }
}

type Raw = { start: number; end: number; node: Node<string> }

function charHits(text: string, root: Node<string>, language: LanguageAt): Hit[] {
  const raw: Raw[] = []
  for (let start = 0; start < text.length; start++) {
    let node = root.next.get(text[start]!)
    for (let end = start + 1; node; end++) {
      if (node.senses || node.shadow) raw.push({ start, end, node })
      node = end < text.length ? node.next.get(text[end]!) : undefined
    }
  }
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (const { start, end } of raw) {
    // A lone character is no evidence that its neighbour is a word of its own, unless it ends the run.
    if (end - start > 1 || classOf(text[end]) !== classOf(text[start])) starts.add(start)
    if (end - start > 1 || classOf(text[start - 1]) !== classOf(text[start])) ends.add(end)
  }
  return raw.flatMap(({ start, end, node }) => {
    const fit = fitOf(text, start, end, starts, ends)
    if (fit === 0) return []
    if (!node.senses) return [{ start, end, senses: [], score: 1 }]
    const here = inLanguage([...node.senses.values()], language(start), text.slice(start, end))
    return [{ start, end, senses: here.senses, score: Math.min(fit, here.score) }]
  })
}

/** Characters shared by Chinese and Japanese: the senses of the sentence's own language, else the other's at a discount. */
function inLanguage(senses: Sense[], language: Language, text: string): { senses: Sense[]; score: number } {
  const own = senses.filter((sense) => sense.languages.has(language))
  if (own.length > 0) return { senses: own, score: 1 }
  return { senses, score: [...text].some((char) => classOf(char) === 'han') && (language === 'zh' || language === 'ja') ? 0.85 : 1 }
}

/** How well the edges of a match fit its surroundings: 1, less where it is cut out of a longer word, 0 where it is none. */
function fitOf(text: string, start: number, end: number, starts: Set<number>, ends: Set<number>): number {
  const left = leftFit(text, start, end, ends)
  return left === 0 ? 0 : Math.min(left, rightFit(text, start, end, starts))
}

/** Characters of grammar and measure that may stand right beside a lone character. */
const LIGHT_HAN = new Set(
  '的了和与及或每我你他她喝吃买卖记看读写用在是有多少几个种类次天做种养查加改删把给跟想要这那新旧各只条本杯瓶片粒颗两一二三四五六七八九十日月年早晚后前',
)
const KANA_PARTICLES = new Set('のをにがはともやへでかな')

function leftFit(text: string, start: number, end: number, ends: Set<number>): number {
  const own = classOf(text[start])
  const before = text[start - 1]
  if (own === 'other' || classOf(before) !== own || ends.has(start)) return 1
  switch (own) {
    case 'han':
      return end - start > 1 || LIGHT_HAN.has(before!) ? 1 : 0
    case 'hiragana':
      return KANA_PARTICLES.has(before!) || end - start > 4 ? 1 : 0
    case 'katakana':
      return end - start > 3 ? 0.9 : 0
    case 'hangul':
      return isHead(runBefore(text, start)) ? 1 : end - start > 2 ? 0.9 : 0
    default:
      return 0
  }
}

function rightFit(text: string, start: number, end: number, starts: Set<number>): number {
  const own = classOf(text[end - 1])
  const after = text[end]
  if (own === 'other' || classOf(after) !== own || starts.has(end)) return 1
  switch (own) {
    case 'han':
      return end - start > 1 || LIGHT_HAN.has(after!) ? 1 : 0
    case 'hiragana':
      return end - start > 2 || KANA_PARTICLES.has(after!) ? 1 : 0
    case 'katakana':
      return end - start > 3 ? 0.9 : 0
    case 'hangul':
      return isTail(runAfter(text, end)) ? 1 : end - start > 2 ? 0.9 : 0
    default:
      return 0
  }
}

const MOST_RUN = 12
const sameRun = (char: string | undefined, kind: CharClass) => classOf(char) === kind
function runAfter(text: string, from: number): string {
  let to = from
  while (to < text.length && to - from < MOST_RUN && sameRun(text[to], 'hangul')) to++
  return text.slice(from, to)
}
function runBefore(text: string, to: number): string {
  let from = to
  while (from > 0 && to - from < MOST_RUN && sameRun(text[from - 1], 'hangul')) from--
  return text.slice(from, to)
}
