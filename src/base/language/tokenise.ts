/** Words with their script and stem. Intl.Segmenter knows where Chinese and Japanese words end; spaces do for the rest. */
import { stemOf } from './stem.ts'
import type { Token } from './types.ts'

let segmenter: Intl.Segmenter | undefined

/** One message is taken apart in many ways, and its parts come up again and again. Shared, and nobody's to change. */
const kept = new Map<string, readonly Token[]>()
const MOST = 512
export function tokenise(text: string): Token[] {
  const known = kept.get(text)
  if (known) return [...known]
  const tokens = tokensOf(text)
  if (kept.size >= MOST) kept.clear()
  if (text.length <= 400) kept.set(text, tokens)
  return [...tokens]
}

function tokensOf(text: string): Token[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  const tokens: Token[] = []
  for (let from = 0; from < text.length; ) {
    const to = chunkEnd(text, from)
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
      if (segment.trim() === '') continue
      const at = from + index
      if (!isWordLike) tokens.push(token(segment, at, 'punct'))
      else for (const [part, offset] of parts(segment)) tokens.push(token(part, at + offset, /^\d/.test(part) ? 'number' : 'word'))
      joinKatakana(tokens)
    }
    from = to
  }
  return tokens
}

const KATAKANA = /^[\p{Script=Katakana}ー]+$/u
/** The segmenter cuts words it does not know into single characters: ラ, テ. No katakana word is that short. */
function joinKatakana(tokens: Token[]): void {
  const [before, last] = tokens.slice(-2)
  if (!before || !last || before.end !== last.start || (before.text.length > 1 && last.text.length > 1)) return
  if (before.text.length + last.text.length > MOST_JOINED) return
  if (KATAKANA.test(before.text) && KATAKANA.test(last.text)) tokens.splice(-2, 2, token(before.text + last.text, before.start, 'word'))
}

/** No word is as long: a cry of twenty thousand ア would be joined anew with each. */
const MOST_JOINED = 60

const CHUNK = 400
/** The segmenter's cost grows faster than its text, so it gets a piece at a time, cut at a space or mark where there is one. */
function chunkEnd(text: string, from: number): number {
  const limit = from + CHUNK
  if (limit >= text.length) return text.length
  for (let i = limit; i > from + CHUNK / 2; i--) if (/[\s。、,.!?]/.test(text[i - 1]!)) return i
  return /[\uDC00-\uDFFF]/.test(text[limit]!) ? limit - 1 : limit
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
