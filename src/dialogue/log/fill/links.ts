/** Linked records to fields, and whoever speaks to the field of who paid. */

import type { Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'
import type { AppSpec, Field } from '../../../spec.ts'
import { planDays, seedNamed, titlesOf } from '../seeds.ts'
import type { Entry, Segment } from '../types.ts'

const SHARED = /\b(?:shared?|split|between|only for)\b|分摊|平分|只给|割り勘|分けて|나눠|나누|공유/

export function fillRelations({ reading, only }: Segment, fields: Field[], spec: AppSpec, entry: Entry, used: [number, number][]): void {
  for (const field of fields) {
    if (field.kind !== 'relation') continue
    // Who it was for is only said by saying so: the one who paid is not the one it is shared by.
    if (
      field.many &&
      fields.some((one) => one !== field && one.kind === 'relation' && one.to === field.to) &&
      !SHARED.test(fold(reading.text))
    )
      continue
    const named = only && field.required && !field.many ? only : seedNamed(reading.text, spec, field.to)
    if (!named || used.some(([start, end]) => named.at[0] >= start && named.at[1] <= end)) continue
    entry.values[field.id] = field.many ? [named.title] : named.title
    entry.linked = true
    entry.said++
    used.push(named.at)
    // A cost of a day of the plan is that day's.
    const day = planDays(reading.text, spec).find(({ title }) => title === named.title)
    const date = fields.find((one) => one.kind === 'date' && !(one.id in entry.values))
    if (day && date) entry.values[date.id] = day.date
  }
}

export const SHOP =
  /shop|store|cafe|place|where|room|storage|shelf|spot|venue|restaurant|location|merchant|店|地点|场所|位置|房间|場所|部屋|置き場|장소|위치|보관|가게|매장|식당|카페|구입처|商家/i
/** "I paid" where who paid is one of those who share: me. */
export function fillOwn(reading: Reading, fields: Field[], spec: AppSpec, entry: Entry): void {
  const own = ownIn(reading, fields, spec) ?? unsaidOwn(reading, fields, spec, entry)
  const field = own && fields.find((one) => one.kind === 'relation' && !one.many && !(one.id in entry.values))
  if (!own || !field) return
  entry.values[field.id] = own.text
  entry.said++
}

/** 전구 3,500원 where costs are shared: who names nobody paid it. */
function unsaidOwn({ language, text }: Reading, fields: Field[], spec: AppSpec, entry: Entry): { text: string } | undefined {
  if (/\p{Script=Han}{2,}(?:付|垫|买单|请客)|(?:が|は).*払|\bpaid\b/u.test(text)) return undefined
  const payer = fields.find((one) => one.kind === 'relation' && one.required && !one.many && !(one.id in entry.values))
  const paid = fields.some((one) => one.kind === 'money' && one.id in entry.values)
  return payer && paid && spec.behaviours.some((one) => one.kind === 'split' && one.payer === payer.id)
    ? { text: OWN[language] }
    : undefined
}

const ME = /^(?:i|me|myself|我|自己|私|僕|俺|自分|나|저|본인)$/i
const OWN = { en: 'Me', zh: '我', ja: '私', ko: '나' } as const
/** "I paid": the member called “me”. */
function ownIn(reading: Reading, fields: Field[], spec: AppSpec): { text: string; start: number; end: number } | undefined {
  const said = /^(?:i|we)\s|^我(?!们)|^(?:私|僕|俺|自分)(?:が|は)?|^(?:내가|나는|제가|저는|난)\s/i.exec(reading.text)
  if (!said) return undefined
  for (const field of fields) {
    if (field.kind !== 'relation' || field.many) continue
    const target = spec.collections.find((one) => one.id === field.to)
    const me = target && titlesOf(target).find((title) => ME.test(title.trim()))
    const shares = spec.behaviours.some((one) => one.kind === 'split' && one.payer === field.id)
    if (me ?? shares) return { text: me ?? OWN[reading.language], start: 0, end: said[0].length }
  }
  return undefined
}
