/**
 * A message cut into sentences and clauses, each with what its mood says: whether it states anything of its speaker,
 * how surely, and for how long. What is quoted is cut out first: somebody else's words, or words to work on.
 */

import { identify } from '../../base/language/identify.ts'
import { normalise } from '../../base/language/normalise.ts'
import type { Language } from '../../spec.ts'
import { cue, leading } from './cues.ts'
import {
  ADVERBS,
  AWHILE,
  COMMANDS,
  ENDINGS,
  ENGLISH_ASKS,
  HEARSAY,
  HEDGES,
  JOKES,
  ONCE,
  OPENERS,
  QUESTIONS,
  UNREAL,
  WISHES,
} from './lexicon/moods.ts'
import { anyOf } from './lexicon/table.ts'

export type Clause = {
  /** Without openers and final marks; English contractions written out. */
  text: string
  language: Language
  /** The whole sentence, as it was said. */
  sentence: string
  first: boolean
  /** 1, or less where it is hedged or of a while. */
  certainty: number
  ended: boolean
  once: boolean
  awhile: boolean
}

/** Longer pieces without a mark are no statement of a person about themselves. */
const LONGEST = 240
/** A message of more sentences is a document. */
const SENTENCE =
  /[^。！？!?\n.;；]*(?:\.(?=[\p{L}\d])[^。！？!?\n.;；]*|(?<=\b(?:St|Mr|Mrs|Ms|Dr))\.[^。！？!?\n.;；]*)*[。！？!?.;；\n]{0,4}/gu
/** An apostrophe is not a quote. */
const QUOTED =
  /"[^"\n]{0,400}"|「[^」\n]{0,400}」|『[^』\n]{0,400}』|(?<![\p{L}\d])'[^'\n]{2,400}'(?![\p{L}\d])|«[^»\n]{0,400}»|```[\s\S]{0,2000}?```|^>.*$/gmu

const is = {
  unreal: cue(UNREAL),
  hearsay: cue(HEARSAY),
  joke: cue(JOKES),
  question: cue(QUESTIONS),
  wish: cue(WISHES),
  hedged: cue(HEDGES),
  ended: cue(ENDINGS),
  once: cue(ONCE),
  awhile: cue(AWHILE),
  command: cue(COMMANDS),
}
const MODAL = /(?<![\p{L}'])(?:would|could|should|had better)(?![\p{L}'])/iu
const openers = Object.fromEntries((['en', 'zh', 'ja', 'ko'] as const).map((l) => [l, leading(OPENERS[l], l)])) as Record<
  Language,
  (text: string) => number
>
const commandFirst = leading(COMMANDS.en, 'en')
const commandFirstZh = leading(COMMANDS.zh, 'zh')

export function clausesOf(raw: string, hint?: Language): Clause[] {
  const text = normalise(raw).replace(QUOTED, ' \u2026 ')
  if (text.trim() === '') return []
  const { language } = identify(text, hint ? { previous: hint } : {})
  const whole = text.length > 4000 ? text.slice(0, 4000) : text
  if (is.joke(whole, language)) return []
  return (text.match(SENTENCE) ?? []).flatMap((sentence) => {
    const trimmed = sentence.trim()
    if (trimmed.length < 2 || trimmed.length > LONGEST * 3) return []
    return statements(trimmed, sentenceLanguage(trimmed, language))
  })
}

/** Scripts tell most sentences apart; only a sentence that disagrees with the message is asked about again. */
function sentenceLanguage(text: string, main: Language): Language {
  if (/[가-힣]{2}/.test(text)) return main === 'ko' ? main : identify(text, { previous: main }).language
  if (/[ぁ-ゖァ-ヺ]/.test(text)) return main === 'ja' ? main : identify(text, { previous: main }).language
  if (/\p{Script=Han}/u.test(text)) return main === 'zh' || main === 'ja' ? main : identify(text, { previous: main }).language
  return 'en'
}

function statements(sentence: string, language: Language): Clause[] {
  const asks = /[?？]/.test(sentence.slice(-4))
  const body = language === 'en' ? expand(sentence) : sentence
  if (is.hearsay(body, language) || (is.unreal(body, language) && !(language === 'en' && !realCondition(body)))) return []
  const pieces = split(body, language)
  const questions = pieces.map((piece) => isQuestion(piece, language))
  if (asks && !questions.some(Boolean)) return []
  let offset = 0
  return pieces.flatMap((piece, i): Clause[] => {
    const whole = opened(
      piece
        .replace(/[\s。.!！?？,，、;；:~…ㅋㅎㅠㅜ♪☆]+$/u, '')
        .replace(/(?:(?<![a-z])(?:lol|haha+|hehe)|笑|(?<![a-z])w+|ㅋ+|ㅎ+)$/iu, '')
        .trim(),
      language,
    )
    if (questions[i] || (asks && i === pieces.length - 1) || whole.length < 2 || whole.length > LONGEST || isRequest(whole, language))
      return []
    const hedged = is.hedged(whole, language)
    const text = hedged ? unhedged(whole, language) : whole
    const awhile = is.awhile(text, language)
    return [
      {
        text,
        language,
        sentence: sentence.length > 300 ? text : sentence,
        first: offset++ === 0,
        certainty: (hedged ? 0.45 : 1) * (language === 'en' && MODAL.test(text) ? 0 : 1),
        ended: is.ended(text, language),
        once: is.once(text, language),
        awhile,
      },
    ].filter((clause) => clause.certainty > 0)
  })
}

/** "would", "could" and "should" spoil their own clause only. */
const realCondition = (text: string) => is.unreal(text.replace(new RegExp(MODAL, 'giu'), ''), 'en')

const hedgeFirst = Object.fromEntries((['en', 'zh', 'ja', 'ko'] as const).map((l) => [l, leading(HEDGES[l], l)])) as Record<
  Language,
  (text: string) => number
>
/** "I think I live in ...": the rest is what is thought. */
const unhedged = (text: string, language: Language) => text.slice(hedgeFirst[language](text)).replace(/^[\s,，、]*(?:that )?/u, '')

function isQuestion(text: string, language: Language): boolean {
  if (language !== 'en') return is.question(text.replace(/[\s。.!！?？]+$/u, ''), language)
  const first = /^[a-z]+/i.exec(opened(text.trim(), 'en'))?.[0].toLowerCase() ?? ''
  return ENGLISH_ASKS.includes(first)
}

function isRequest(text: string, language: Language): boolean {
  if (is.wish(text, language)) return true
  if (language === 'en') return commandFirst(text) > 0
  return language === 'zh' ? commandFirstZh(text) > 0 : is.command(text, language)
}

function opened(text: string, language: Language): string {
  let rest = text
  for (let i = 0; i < 5; i++) {
    const length = openers[language](rest)
    // "今は" opens, 今日 does not; "So" opens, "Soo-jin" does not.
    if (length === 0 || (language !== 'en' && length < 2 && !/^[\s,，、!！]/.test(rest.slice(length)))) break
    if (language === 'ko' && !/^[\s,!.~]/.test(rest.slice(length))) break
    if (language === 'ja' && !/^[\s、,!.。～…]/.test(rest.slice(length)) && length < 3) break
    rest = rest.slice(length).replace(/^[\s,，、!！:：\-–—~…]+/u, '')
  }
  return rest
}

const CONTRACTIONS: [RegExp, string][] = [
  [/\bcan't\b|\bcannot\b/gi, 'can not'],
  [/\bwon't\b/gi, 'will not'],
  [/(\w)n't\b/gi, '$1 not'],
  [/\b(I)'?m\b/g, '$1 am'],
  [/\bim\b/g, 'I am'],
  [/\bi'm\b/g, 'I am'],
  [/\b(\w+)'ve\b/gi, '$1 have'],
  [/\b(\w+)'re\b/gi, '$1 are'],
  [/\b(\w+)'ll\b/gi, '$1 will'],
  [/\b(\w+)'d\b/gi, '$1 would'],
  [/\b(s?he|it|that|there|who)'s (?=got |been )/gi, '$1 has '],
  [/\b(s?he|it|that|there|name|birthday)'s\b/gi, '$1 is'],
  [/\bdon't\b|\bdont\b/gi, 'do not'],
]
const expand = (text: string) =>
  text.includes("'") || /\b(?:im|dont)\b/i.test(text) ? CONTRACTIONS.reduce((t, [from, to]) => t.replace(from, to), text) : text

/** Where a new clause begins after a comma or an "and": a subject or a verb of saying so; else it is a list. */
const ENGLISH_START =
  "(?:(?:i|we|he|she|they|it|you|my|our|his|her|their|the|that|this|there|so|but|though|although|because|since|which|who|please|is|are|do|does|can|could|would|what|how|not|even|especially|near|close|right)(?![\\p{L}'])|[A-Z]\\p{L}+ (?:is|has|likes|loves|hates|lives|works)(?![\\p{L}]))"
const VERBS_ON =
  '(?:work|works|live|lives|love|loves|like|likes|hate|hates|am|prefer|prefers|drive|speak|play|have|has|do not|study|moved|started)(?![\\p{L}])'
const ENGLISH_SPLIT = new RegExp(
  `[,，–—]\\s*(?=(?:${anyOf(OPENERS.en)})?,? ?${ENGLISH_START})|\\s+(?:and|but|so|because|although|though|while)\\s+(?=${ENGLISH_START}|${VERBS_ON})|\\s+[-–—]+\\s+`,
  'iu',
)
const CJK_SPLIT = /[,，]\s*/u
const JAPANESE_SPLIT = /[,，、]\s*|(?<=(?:けど|けれど|ですが|ますが|たが|ので|たけど))\s*/u

function split(text: string, language: Language): string[] {
  if (language === 'en') return text.split(ENGLISH_SPLIT).filter((piece) => piece.trim() !== '')
  if (language === 'zh') return text.split(CJK_SPLIT).filter((piece) => piece.trim() !== '')
  if (language === 'ko') return joined(text.split(CJK_SPLIT), /[다요야어지고데해네]$/)
  return joined(text.split(JAPANESE_SPLIT), /[ぁ-ん]$|年|今|月|日$/)
}

/** A piece that ends like no clause is the beginning of a list. */
function joined(pieces: string[], ends: RegExp): string[] {
  const out: string[] = []
  let open = ''
  for (const piece of pieces) {
    if (piece.trim() === '') continue
    const whole = open + piece
    if (piece !== pieces.at(-1) && !ends.test(piece.trim())) open = `${whole}、`
    else {
      out.push(whole)
      open = ''
    }
  }
  return open ? [...out, open] : out
}

/** Adverbs cut out of a clause, so that patterns need not know them. Chinese and Japanese ones are cut where patterns are tried. */
export const adverbs = (language: Language) => ADVERBS[language]
