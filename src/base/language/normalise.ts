/**
 * One way of writing a sentence, so that every later step reads plain text: NFKC (full width to half, half-width
 * kana to full, composed Hangul), emoji left whole, odd spaces, controls and zero-width characters gone, lone
 * surrogates replaced. Linear in the length of the text. All offsets of a Reading are in this text.
 */

/** An emoji as people see one: modifiers, variation selectors and joined parts included. NFKC would turn ‼️ into "!!" and ㊗️ into a word. */
const EMOJI =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic}){0,12}/gu

/** Shown as nothing, or reorder what is shown: they hide words from readers or from us. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20E3\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to remove them
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g

const PLAIN = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‛', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['−', '-'],
  ['〜', '~'],
  ['∼', '~'],
  ['⁄', '/'],
  ['∕', '/'],
  ['·', '・'],
])
const PLAIN_CHARS = /[‘’‛“”‐‑‒–−〜∼⁄∕·]/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: line ends of all kinds
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g

export function normalise(raw: string): string {
  const whole = raw.replace(/\p{Surrogate}/gu, '\uFFFD')
  let text = ''
  let last = 0
  for (const match of whole.matchAll(EMOJI)) {
    text += fold(whole.slice(last, match.index)) + match[0]
    last = match.index + match[0].length
  }
  return tidySpaces(text + fold(whole.slice(last)))
}

/** ㅠㅠ and ㅋㅋ are signs of their own: NFKC would make parts of syllables of them, which show broken. */
const NO_LETTERS_ALONE = /[^\u3131-\u318E]+/g

function fold(piece: string): string {
  if (piece === '') return ''
  return (
    piece
      .replace(INVISIBLE, '')
      .replace(CONTROLS, '')
      .replace(/(\d)(?=[\u00BC-\u00BE\u2150-\u215E])/g, '$1 ')
      // 6½ is six and a half; NFKC alone would make 61⁄2 of it.
      .replace(
        /(\d)? ?([¼½¾])/gu,
        (_, whole: string | undefined, part: string) => `${whole ?? 0}${{ '¼': '.25', '½': '.5', '¾': '.75' }[part]}`,
      )
      .replace(NO_LETTERS_ALONE, (run) => run.normalize('NFKC'))
      .replace(INVISIBLE, '')
      .replace(PLAIN_CHARS, (char) => PLAIN.get(char) ?? char)
  )
}

/** Runs of any space become one; lines stay lines, since people paste lists. */
function tidySpaces(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
