/** Telephone numbers and addresses: digits that count nothing, each to the field that is kept for it. */
import { dialledIn, phonesIn } from '../base/language/named.ts'
import type { Reading } from '../base/language/types.ts'
import type { Field } from '../spec.ts'
import type { Take } from './log/types.ts'

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const emailsIn = (text: string): [number, number][] =>
  [...text.matchAll(EMAIL)].map((match): [number, number] => [match.index, match.index + match[0].length])
const KEPT: [find: (text: string) => [number, number][], of: RegExp][] = [
  [dialledIn, /phone|mobile|\btel\b|电话|手机|電話|手機|携帯|전화|휴대폰|핸드폰|연락처|번호/i],
  [emailsIn, /e-?mail|邮箱|邮件|郵箱|電郵|メール|이메일|메일/i],
]
const MOST = 2000

/** Where digits stand that are dialled or written to, not counted. */
export const contactSpans = (text: string): [number, number][] => [...phonesIn(text.slice(0, MOST)), ...emailsIn(text.slice(0, MOST))]

/** The reading without the figures that are parts of a telephone number or an address. */
export function withoutContacts(reading: Reading): Reading {
  const spans = contactSpans(reading.text)
  if (!spans.length) return reading
  const inside = ({ start, end }: { start: number; end: number }) => spans.some(([from, to]) => start < to && end > from)
  return { ...reading, values: reading.values.filter((value) => !inside(value)) }
}

/** Each field kept for such digits, with where they stand. */
export const contactFields = (reading: Reading, fields: Field[]): { field: Field; text: string; at: [number, number] }[] =>
  KEPT.flatMap(([find, kept]) => {
    const at = find(reading.text.slice(0, MOST)).sort(([a], [b]) => a - b)[0]
    const field = fields.find(
      (one) => (one.kind === 'text' || one.kind === 'link') && kept.test(`${one.label} ${one.concept ?? ''} ${one.id}`),
    )
    return at && field ? [{ field, text: reading.text.slice(...at).trim(), at }] : []
  })

export function fillContacts(reading: Reading, fields: Field[], take: Take): void {
  for (const { field, text, at } of contactFields(reading, fields)) take(field, text, at)
}
