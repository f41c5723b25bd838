/**
 * A sentence with its known names and its values each made one sign, so that particles and prepositions within them
 * part nothing: “Tom paid 40 for June lesson”, はなこがもものけを借りた. What is cut out of it can be read as it was said.
 */
import type { Found, Reading } from '../../../base/language/types.ts'
import type { Mention } from '../names.ts'

const NAME = 0xe100
const VALUE = 0xe800
const NAMES = /[\ue100-\ue7ff]/u
export const VALUES = /[\ue800-\uefff]/u

export type Masked = { text: string /** As it was said. */; said: string; raw(part: string): string; mentions: Mention[]; values: Found[] }

export function mask(reading: Reading, mentions: Mention[], holds: (value: Found) => boolean): Masked {
  const free = reading.values.filter((value) => holds(value) && !mentions.some((one) => value.start < one.end && value.end > one.start))
  const spans = [
    ...mentions.map((one, i) => ({ start: one.start, end: one.end, sign: String.fromCharCode(NAME + i) })),
    ...free.map((one, i) => ({ start: one.start, end: one.end, sign: String.fromCharCode(VALUE + i) })),
  ].sort((a, b) => b.start - a.start)
  let text = reading.text
  for (const { start, end, sign } of spans) text = text.slice(0, start) + sign + text.slice(end)
  const saidOf = (sign: string): string => {
    const at = sign.charCodeAt(0)
    const one = at >= VALUE ? free[at - VALUE] : mentions[at - NAME]
    return one ? reading.text.slice(one.start, one.end) : sign
  }
  return { text, said: reading.text, mentions, values: free, raw: (part) => part.replace(/[\ue100-\uefff]/gu, saidOf) }
}

export const hasName = (text: string): boolean => NAMES.test(text)
/** Nothing but values and what joins them. */
export const isBare = (text: string): boolean =>
  !/[\p{L}\p{N}\ue100-\ue7ff]/u.test(text.replace(/\b(?:until|till|by|on|at|for|in|of)\b|まで|까지|に|에|到|前|は|で/gu, ''))
