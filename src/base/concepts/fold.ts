/** Text and forms folded alike for matching; every fold keeps the length, so that offsets stay those of the text. */
import { foldHan } from '../language/han.ts'
import { lower } from '../language/words.ts'

const MARKED = /[\u00c0-\u024f]/

/** Lower case, Latin letters without their marks, simplified Han; the same number of UTF-16 units. */
export function fold(text: string): string {
  const low = foldHan(lower(text))
  if (!MARKED.test(low)) return low
  let out = ''
  for (const char of low) {
    const bare = MARKED.test(char) ? char.normalize('NFD').replace(/\p{M}/gu, '') : char
    out += bare.length === char.length ? bare : char
  }
  return out
}

export type CharClass = 'han' | 'hiragana' | 'katakana' | 'hangul' | 'latin' | 'digit' | 'other'

/** By UTF-16 unit; what is outside the basic plane is 'other'. */
export function classOf(char: string | undefined): CharClass {
  if (char === undefined) return 'other'
  const code = char.charCodeAt(0)
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0x24f)) return 'latin'
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005) return 'han'
  if (code >= 0x3041 && code <= 0x309f) return 'hiragana'
  if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) return 'katakana'
  return 'other'
}

/** A form the word index holds: Latin letters, figures and what stands between words. */
export const isLatinForm = (folded: string): boolean => /^[a-z0-9][a-z0-9 '/&-]*$/.test(folded)

const IRREGULAR = new Map(
  'people:person children:child men:man women:woman feet:foot teeth:tooth mice:mouse knives:knife lives:life wives:wife leaves:leaf loaves:loaf shelves:shelf halves:half movies:movie cookies:cookie calories:calorie selfies:selfie ties:tie pies:pie smoothies:smoothie hobbies:hobby series:series species:species news:news lens:lens gas:gas bus:bus yes:yes'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** An English word without its plural or possessive s. Consistent rather than correct: forms and text go through it alike. */
export function singular(word: string): string {
  const base = word.replace(/'s?$/, '')
  const known = IRREGULAR.get(base)
  if (known) return known
  if (base.length < 4 || !base.endsWith('s') || /(?:ss|us|is)$/.test(base)) return base
  if (base.endsWith('ies')) return base.length > 4 ? `${base.slice(0, -3)}y` : base.slice(0, -1)
  if (/(?:ss|ch|sh|x|zz|to)es$/.test(base)) return base.slice(0, -2)
  return base.slice(0, -1)
}

export type Word = { text: string; stem: string; start: number; end: number }

const WORD = /[a-z]+(?:'[a-z]+)?|\d+/g

/** Latin words and figures of folded text, in order. "10reps" is two words. */
export const wordsOf = (folded: string): Word[] =>
  [...folded.matchAll(WORD)].map(({ 0: text, index }) => ({ text, stem: singular(text), start: index, end: index + text.length }))

const ES = /(?:s|x|z|ch|sh)$/
/** English plural of a label's last word: "Photo link" -> "Photo links", "Diary" -> "Diaries". */
export function pluralOf(label: string): string {
  const last = /[A-Za-z]+$/.exec(label)?.[0] ?? ''
  if (
    last === '' ||
    /^(?:series|species|news|money|sleep|laundry|homework|housework|stuff|luggage|clothing|furniture|equipment|progress|water|milk|rice|bread|fruit|fish|meat|coffee|tea|sushi|music|advice)$/i.test(
      last,
    )
  )
    return label
  const irregular = [...IRREGULAR].find(([, one]) => one === last.toLowerCase())
  if (irregular)
    return (
      label.slice(0, -last.length) +
      (last[0] === last[0]!.toUpperCase() ? irregular[0][0]!.toUpperCase() + irregular[0].slice(1) : irregular[0])
    )
  if (/[^aeiou]y$/i.test(last)) return `${label.slice(0, -1)}ies`
  return ES.test(last.toLowerCase()) ? `${label}es` : `${label}s`
}
