/** Words with their script and stem. Intl.Segmenter knows where Chinese and Japanese words end; spaces do for the rest. */
import { stemOf } from './stem.ts'
import type { Token } from './types.ts'

let segmenter: Intl.Segmenter | undefined

export function tokenise(text: string): Token[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const tokens: Token[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (segment.trim() === '') continue
    if (!isWordLike) tokens.push(token(segment, index, 'punct'))
    else for (const [part, at] of parts(segment)) tokens.push(token(part, index + at, /^\d/.test(part) ? 'number' : 'word'))
  }
  return tokens
}

const token = (text: string, start: number, kind: Token['kind']): Token => ({
  start,
  end: start + text.length,
  text,
  kind,
  script: scriptOf(text),
  stem: kind === 'word' ? stemOf(text) : text,
})

/** The segmenter leaves "5만원" and "coffee를" whole; figures and scripts are told apart here. */
function parts(segment: string): [string, number][] {
  return [...segment.matchAll(/\d[\d.,:]*|[가-힣ㄱ-ㅣ]+|[\p{Script=Latin}'\p{M}]+|[^\d가-힣ㄱ-ㅣ\p{Script=Latin}'\p{M}]+|['\p{M}]+/gu)].map(
    (match) => [match[0], match.index],
  )
}

export function scriptOf(text: string): Token['script'] {
  if (/^\p{Script=Latin}/u.test(text)) return 'latin'
  if (/^[\p{Script=Hangul}]/u.test(text)) return 'hangul'
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text)) return 'kana'
  if (/^\p{Script=Han}/u.test(text)) return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'kana' : 'han'
  return 'other'
}
