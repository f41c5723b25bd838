/** Telephone numbers and addresses: digits that count nothing, each to the field that is kept for it. */
import type { Reading } from '../base/language/types.ts'
import type { Field } from '../spec.ts'
import type { Take } from './log/types.ts'

/** Groups of digits as a number is dialled, with its country or area; or eight digits and more in one. */
const PHONE =
  /(?<![\w.,:/$€£¥￥₩-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)\s?|0\d{1,4}[\s.-]|\d{3}[.-])\d{3,4}[\s.-]\d{3,4}(?![\w-])|(?<![\w.,:/$€£¥￥₩-])\d{3}-\d{4}(?![\w-])|(?<![\w.,:/$€£¥￥₩-])(?:\+\d{8,14}|0\d{8,10}|1[3-9]\d{9})(?![\w.,-])/
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const KEPT: [RegExp, RegExp][] = [
  [PHONE, /phone|mobile|\btel\b|电话|手机|電話|携帯|전화|휴대폰|핸드폰|연락처|번호/i],
  [EMAIL, /e-?mail|邮箱|邮件|メール|이메일|메일/i],
]

/** Where digits stand that are dialled or written to, not counted. */
export const contactSpans = (text: string): [number, number][] =>
  KEPT.flatMap(([pattern]) =>
    [...text.slice(0, 2000).matchAll(new RegExp(pattern.source, 'g'))].map((match): [number, number] => [
      match.index,
      match.index + match[0].length,
    ]),
  )

/** The reading without the figures that are parts of a telephone number or an address. */
export function withoutContacts(reading: Reading): Reading {
  const spans = contactSpans(reading.text)
  if (!spans.length) return reading
  const inside = ({ start, end }: { start: number; end: number }) => spans.some(([from, to]) => start < to && end > from)
  return { ...reading, values: reading.values.filter((value) => !inside(value)) }
}

/** Each field kept for such digits, with where they stand. */
export const contactFields = (reading: Reading, fields: Field[]): { field: Field; text: string; at: [number, number] }[] =>
  KEPT.flatMap(([pattern, kept]) => {
    const found = pattern.exec(reading.text)
    const field = fields.find(
      (one) => (one.kind === 'text' || one.kind === 'link') && kept.test(`${one.label} ${one.concept ?? ''} ${one.id}`),
    )
    return found && field ? [{ field, text: found[0].trim(), at: [found.index, found.index + found[0].length] }] : []
  })

export function fillContacts(reading: Reading, fields: Field[], take: Take): void {
  for (const { field, text, at } of contactFields(reading, fields)) take(field, text, at)
}
