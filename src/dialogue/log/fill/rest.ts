/** The two sides of a card. */
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection } from '../../../spec.ts'
import type { Entry } from '../types.ts'

/** "bonjour = hello", apple 苹果: the two sides of a card. */
export function sidesOf(
  rest: string,
  collection: Collection,
  spec: AppSpec,
): { front: string; back: string; sides: [string, string] } | undefined {
  const cards = spec.behaviours.find((one) => (one.kind === 'repetition' || one.kind === 'quiz') && one.collection === collection.id)
  if (cards?.kind !== 'repetition' && cards?.kind !== 'quiz') return undefined
  const [front, back] = cards.kind === 'repetition' ? [cards.front, cards.back] : [cards.question, cards.answer]
  const labelled = sidesLabelled(rest, collection, front, back)
  if (labelled) return { front, back, sides: labelled }
  const parted =
    /^(.{1,200}?)(?:\s*[=＝:：→|/]\s*|\s+[-–—]\s+|\s*->\s*|\s+means\s+|\s*(?:的)?意思是\s*|\s*は\s*(?=.*(?:です|という意味)?$)|(?:은|는|이란|란)\s+|(?<=["”'’」』])\s*(?:is|是)\s*|(?<=\p{Script=Latin})是(?=\p{Script=Han}))(.{1,300})$/u.exec(
      rest,
    ) ??
    /^([\p{Script=Latin}' -]+?)\s+([^\p{Script=Latin}].*)$/u.exec(rest) ??
    /^([\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]+)\s+(\p{Script=Latin}.*)$/u.exec(rest) ??
    /^([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12})\s+(\p{Script=Hangul}.*)$/u.exec(rest) ??
    /^(\p{Script=Hangul}+)\s+([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー].*)$/u.exec(rest)
  if (!parted) return undefined
  const sides = [
    parted[1]!,
    parted[2]!.replace(/(?:という意味|の意味)?(?:です|だ)?[。.]?$/u, '').replace(/(?:이?라는 뜻)?(?:이에요|예요|이야|입니다)?[.]?$/u, ''),
  ]
  return { front, back, sides: sides.map((side) => side.trim().replace(QUOTES, '').trim()) as [string, string] }
}

const FRONTS = 'front|word|term|question|q|单词|词语|词|正面|问题|問題|問|単語|言葉|表|表面|단어|낱말|앞면|앞|질문|문제'
const BACKS =
  'back|meaning|definition|translation|answer|a|意思|释义|含义|翻译|背面|答案|反面|意味|訳|裏|裏面|答え|뜻|의미|해석|뒷면|뒤|답|정답'

/** "뜻: 인내, 단어: patience", "back: to speak, front: hablar": both sides by what they are called, in either order. */
function sidesLabelled(rest: string, collection: Collection, front: string, back: string): [string, string] | undefined {
  const parts = /^\s*([^:：=]{1,20}?)\s*[:：=]\s*(.{1,300}?)\s*[,，、;；/\n]\s*([^:：=,，、;；]{1,20}?)\s*[:：=]\s*(.{1,300}?)\s*$/u.exec(
    rest,
  )
  if (!parts) return undefined
  const labelOf = (id: string) => collection.fields.find((field) => field.id === id)?.label ?? id
  const isSide = (word: string, words: string, id: string) => words.split('|').includes(fold(word)) || fold(word) === fold(labelOf(id))
  const [, one = '', first = '', two = '', second = ''] = parts
  if (isSide(one, FRONTS, front) && isSide(two, BACKS, back)) return [first, second]
  return isSide(one, BACKS, back) && isSide(two, FRONTS, front) ? [second, first] : undefined
}

type Sides = { front: string; back: string; sides: [string, string] }
/** A card said so plainly that nothing else is meant: both sides labelled, or one of them in quotes. */
export function cardSaid(text: string, collection: Collection, spec: AppSpec): Sides | undefined {
  const card = sidesOf(text.trim(), collection, spec)
  if (!card) return undefined
  if (sidesLabelled(text.trim(), collection, card.front, card.back)) return card
  return /^["“‘「『《][^"”’」』》]+["”’」』》]\s*(?:[=＝:：→-]|는|은|이란|란|は|是|is\b|means\b|的?意思)/u.test(text.trim())
    ? card
    : undefined
}

const QUOTES = /^["'“”‘’「『《]+|["'“”‘’」』》]+$/gu

/** 회원 한지민: where several kinds of record are kept, the word for which it is is no part of its name. */
export function withoutKind(words: string, collection: Collection, spec: AppSpec): string {
  if (spec.collections.filter((one) => !one.hidden).length < 2) return words
  for (const kind of [collection.one, collection.label]) {
    if (/[가-힣]/.test(kind) && words.startsWith(`${kind} `)) return words.slice(kind.length).trim()
  }
  return words
}

/** "bonjour = hello" where cards are kept: both sides, and nothing else is looked for. */
export function fillSides(words: string, collection: Collection, spec: AppSpec, entry: Entry): boolean {
  const card = words ? sidesOf(words, collection, spec) : undefined
  if (!card || card.front in entry.values || card.back in entry.values) return false
  entry.values[card.front] = card.sides[0]
  entry.values[card.back] = card.sides[1]
  entry.title = card.sides[0]
  entry.said += 2
  return true
}
