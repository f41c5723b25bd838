/** What is written after the words to say how they are meant: laughter, tears, faces. */
import type { Language } from '../../spec.ts'

const FACE = '(?:\\^_?\\^|T[_.]T|Q[_.]Q|>_?<|-_-|:-?[)(DPp]|;-?\\)|<3|xD)'
const EMOJI = '(?:(?:\\p{Extended_Pictographic}|\\p{RI}{2})[\\p{Emoji_Modifier}\\uFE0F]?(?:\\u200D\\p{Extended_Pictographic}\\uFE0F?){0,4})'
/** 笑 and w stand after words and marks, not within a word (爆笑, new); ㅠ, ㅋ and ㅎ are no words anywhere. 5w is laughed at in Japanese only. */
const laughter = (w: string) =>
  `(?:[ㅋㅎㅠㅜㄷㅉ]{1,40}|[（(](?:笑|泣|汗|苦笑)[）)]|(?<=[ぁ-んァ-ヶー\\s\\d。、!！?？])笑(?!\\p{L})|(?<=[${w}。、!！?？])w{1,20}|(?<![a-z])(?:QQ|TT|orz|lol|lmao|rofl|(?:ha){2,10}|(?:he){2,10}|xd)(?![a-z])|[哈呵嘿嘻]{2,20}|233{1,10})`
const trailing = (w: string) =>
  new RegExp(`(?:[\\s!！?？~〜～…、,，。.]{0,20}(?:${laughter(w)}|${FACE}|${EMOJI})){1,20}[\\s!！?？~〜～…。.]{0,20}$`, 'iu')
const LETTERS = '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}'
const TRAILING = trailing(LETTERS)
const TRAILING_JA = trailing(`${LETTERS}\\d`)

/** Where such signs begin at the end of a message; undefined where there are none, or nothing but them. */
export function trailingSigns(text: string, language: Language): [start: number, end: number] | undefined {
  const found = (language === 'ja' ? TRAILING_JA : TRAILING).exec(text.slice(-120))
  const start = found ? text.length - found[0].length : 0
  return found && /[\p{L}\p{N}]/u.test(text.slice(0, start)) ? [start, text.length] : undefined
}

/** The message without them. */
export const withoutSigns = (text: string, language: Language): string => text.slice(0, trailingSigns(text, language)?.[0])
