/** 138/84, "142 over 86", 145の88, 138 84: a pressure goes to the two parts that are kept of it, whatever else takes figures. */
import type { Found, Reading } from '../../../base/language/types.ts'
import type { Field } from '../../../spec.ts'
import type { Take } from '../types.ts'

const UPPER = /systol|\btop\b|\bupper\b|high|高[压壓]|收[缩縮]|上の?血|最高|^上|수축|최고|윗|^위/i
const LOWER = /diastol|\bbottom\b|\blower\b|\blow\b|低[压壓]|舒[张張]|下の?血|最低|^下|이완|최저|아랫|^아래/i

export function fillPressure({ text, values }: Reading, fields: readonly Field[], take: Take): boolean {
  const kept = fields.filter(
    (field) =>
      (field.kind === 'quantity' && field.unit === 'mmhg') ||
      (field.kind === 'number' && /systolic|diastolic/.test(field.concept ?? field.id)),
  )
  const [upper, lower] = [kept.find(({ label }) => UPPER.test(label)) ?? kept[0], kept.find(({ label }) => LOWER.test(label)) ?? kept[1]]
  if (!upper || !lower || upper === lower) return false
  const at = values.findIndex((value, i) => isOver(text, value, values[i + 1]))
  if (at < 0) return false
  for (const [field, { read, start, end }] of [
    [upper, values[at]!],
    [lower, values[at + 1]!],
  ] as const)
    take(field, 'value' in read ? read.value : null, [start, end])
  return true
}

/** Side by side with nothing said between them (base/language/pairs.ts has the word between with the first). */
function isOver(text: string, a: Found, b: Found | undefined): boolean {
  const [high, low] = [pressureOf(a), b && pressureOf(b)]
  if (!b || high === undefined || low === undefined || !/^ ?$/.test(text.slice(a.end, b.start))) return false
  return high > low && high >= 70 && high <= 250 && low >= 40 && low <= 150
}
const pressureOf = ({ read }: Found): number | undefined =>
  read.kind === 'number' || (read.kind === 'quantity' && read.dimension === 'pressure') ? read.value : undefined
