/** What no field took: the title, a note, or the two sides of a card. */

import { conceptForms } from '../../../base/forms.ts'
import { contentStems, fold } from '../../../base/resolve.ts'
import type { AppSpec, Collection, Field } from '../../../spec.ts'
import type { Entry } from '../types.ts'
import { SHOP } from './links.ts'
import { fillParts } from './parts.ts'

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
function withoutKind(words: string, collection: Collection, spec: AppSpec): string {
  if (spec.collections.filter((one) => !one.hidden).length < 2) return words
  for (const kind of [collection.one, collection.label]) {
    if (/[가-힣]/.test(kind) && words.startsWith(`${kind} `)) return words.slice(kind.length).trim()
  }
  return words
}

export function fillRest(words: string, fields: Field[], collection: Collection, spec: AppSpec, entry: Entry): void {
  if (!words) return
  const card = sidesOf(words, collection, spec)
  if (card && !(card.front in entry.values) && !(card.back in entry.values)) {
    entry.values[card.front] = card.sides[0]
    entry.values[card.back] = card.sides[1]
    entry.title = card.sides[0]
    entry.said += 2
    return
  }
  const rest = fillParts(withoutKind(words, collection, spec), fields, collection, entry) ?? withoutKind(words, collection, spec)
  if (!rest) return
  const free = (field: Field | undefined) => field !== undefined && !(field.id in entry.values)
  const title = fields.find((field) => field.id === collection.title)
  const topic = new Set(contentStems(`${spec.name} ${collection.label} ${collection.one}`))
  const stems = contentStems(rest)
  const aboutApp = stems.length > 0 && stems.every((stem) => topic.has(stem) || isTopicWord(stem, collection, spec))
  const WORDS = ['text', 'place', 'person'] as const
  const home =
    title && free(title) && (WORDS as readonly string[]).includes(title.kind)
      ? title
      : (fields.find((field) => field.kind === 'text' && free(field) && !SHOP.test(field.id)) ??
        fields.find((field) => field.kind === 'note' && free(field)) ??
        fields.find((field) => (field.kind === 'text' || field.kind === 'place') && free(field)))
  if (title?.kind === 'relation' && free(title)) {
    entry.values[title.id] = rest.slice(0, 120)
    entry.said++
    return
  }
  const bare = entry.said > 0 && entry.figures === true
  if (
    !home &&
    !aboutApp &&
    !entry.linked &&
    bare &&
    !fields.some((field) => field.kind === 'text' || field.kind === 'note' || field.kind === 'place') &&
    !contentStems(rest).every((stem) => isUnitWord(stem, fields))
  )
    entry.homeless = true
  if (!home || (aboutApp && entry.said > 0 && home.id !== collection.title)) return
  // What comes after a comma is said about it: a note, where there is one.
  const note = fields.find((field) => field.kind === 'note' && free(field) && field.id !== home.id)
  const [name = rest, tail] = home.kind === 'text' && rest.length <= 200 ? split(rest, note !== undefined, fields) : [rest]
  if (!name) return
  entry.values[home.id] = name.slice(0, 500)
  if (note && tail) entry.values[note.id] = tail.slice(0, 500)
  entry.title = name
  entry.said++
}

/** 水 in an app called 喝水, and any word for what its collection keeps. */
const isTopicWord = (stem: string, collection: Collection, spec: AppSpec): boolean =>
  (/[^\x20-\x7e]/.test(stem) && fold(`${spec.name} ${collection.label} ${collection.one}`).includes(fold(stem))) ||
  conceptForms(collection.concept ?? collection.id).includes(stem)

/** "glasses" of a field called Glasses, "of water" in an app about it. */
const isUnitWord = (stem: string, fields: Field[]): boolean =>
  fields.some((field) =>
    contentStems(`${field.label} ${field.concept ?? ''} ${field.id} ${field.kind === 'quantity' ? field.unit : ''}`).includes(stem),
  )

function split(rest: string, noted: boolean, fields: Field[]): [string, string?] {
  const bare = rest.replace(/\s*([,，、])(?:\s*[,，、])*\s*/gu, '$1 ').trim()
  const found = /^([^,，、]{1,60}?)\s*[,，、]\s*(.+)$/u.exec(bare)
  if (!found) return [bare]
  const labels = new Set(contentStems(fields.map((field) => field.label).join(' ')))
  const told = contentStems(found[2]!).filter((stem) => !labels.has(stem) && !/^(?:until|till|by|due|each|per)$/.test(stem))
  if (!told.length) return [found[1]!.trim()]
  return noted ? [found[1]!.trim(), found[2]!.trim()] : [bare]
}
