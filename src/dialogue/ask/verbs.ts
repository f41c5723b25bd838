/** Where a question says what was done: such a word names no record. "how much have I charged" is not about “charged”. */
import type { Reading } from '../../base/language/types.ts'

type Place = [start: number, end: number]

const EN_SUBJECT = /(?:i|we|you|he|she|they|it|there|(?:the|my|our|your|his|her|their|this|that|these|each|every) [\w'-]+|[A-Z][\w'-]+)/
  .source
const EN_ADVERB = /(?:(?:ever|already|still|just|actually|really|all|both|usually|also|now|even) )*/.source
const EN: RegExp[] = [
  new RegExp(
    `\\b(?:have|has|had|did|do|does|will|can|should|could|would)(?:n't| not)? ${EN_SUBJECT} ${EN_ADVERB}([a-z'-]+(?: (?:in|out|up|off|down|away|back)\\b)?)`,
    'gi',
  ),
  new RegExp(`(?<!\\b(?:am|are|is|was|were) )\\b(?:i|we|they|he|she|you)(?:'ve|'s|'d| have| has| had)? ${EN_ADVERB}([a-z'-]+)`, 'gi'),
  new RegExp(`\\b(?:am|are|is|was|were) ${EN_SUBJECT} ${EN_ADVERB}([a-z]+ing)\\b`, 'gi'),
  /\b(?:has|have|had|was|were|been|being|is|are|got|hasn't|haven't|still|more)(?: (?:not|all|ever|already))? ([a-z]+(?:ed|en|ing))\b/gi,
  /\b(?:to|who|will) (?!the\b|my\b|our\b|a\b)([a-z'-]+)/gi,
  /\b((?:c[oa]me|coming|gone|went|going|goes?|paid|put|sold|taken|took) (?:in|out|up|away|back|off|down))\b/gi,
]
/** A kanji before its inflection, and no particle after it. */
const JA =
  /\p{Script=Han}+(?=[ぁ-ん])(?!(?:は|が|を|に|の|と|で|も|へ|や|から|まで|だけ|さん|くん|ちゃん|より|って(?![るいたな])|という)(?:[^ぁ-ん]|$|[はがをにのとでもへや]))(?!(?:は|が|を|に|の|と|で|も)\S)/gu
/** A clause that goes on. */
const KO_ON = /(?<=^|\s)[가-힣]*(?:고(?=\s있)|치면|하면|해서|하는|되는|던|야(?=\s[되돼하해]))(?=\s|[?？.!]|$)/gu
/** 낸 돈이, 받은 게, 쓴 금액: a verb before the bare noun that it leans on. */
const KO_THAT = /(?<=^|\s)[가-힣]*([가-힣])\s(?:돈|거|게|것|건|금액|액수)(?:이|가|은|는|을|를)?(?=\s|[?？.!]|$)/gu
const endsInN = (char: string): boolean => (char.charCodeAt(0) - 0xac00) % 28 === 4
/** 거뒀어, 썼지: a syllable that ends in ㅆ. */
const isPast = (word: string): boolean => [...word].slice(-4).some((char) => (char.charCodeAt(0) - 0xac00) % 28 === 20)

function korean(text: string): Place[] {
  const words = [...text.matchAll(/[가-힣]+/gu)].filter(([word]) => isPast(word) && !/^있/.test(word))
  const leaning = [...text.matchAll(KO_THAT)].filter((match) => endsInN(match[1]!))
  return [...words, ...leaning, ...text.matchAll(KO_ON)].map((match): Place => [match.index, match.index + match[0].length])
}

export function verbPlaces({ text, language }: Reading): Place[] {
  if (language === 'en')
    return EN.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match): Place => [match.index + match[0].length - match[1]!.length, match.index + match[0].length]),
    )
  if (language === 'ko') return korean(text)
  return language === 'ja' ? [...text.matchAll(JA)].map((match): Place => [match.index, match.index + match[0].length]) : []
}
