/** Amounts in another currency than the app keeps: $300 is never ￥300. */
import type { Found, Reading } from '../../base/language/types.ts'
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec } from '../../spec.ts'

/** The amount as said, its currency (`code`, ISO 4217) and the one kept, where an amount fits no field for money of the app; else undefined. */
export function foreignIn(reading: Reading, spec: AppSpec): { said: string; keeps: string; code: string } | undefined {
  const kept = [
    ...new Set(
      visibleCollections(spec).flatMap((one) => visibleFields(one).flatMap((field) => (field.kind === 'money' ? [field.currency] : []))),
    ),
  ]
  const keeps = kept[0]
  const odd = keeps && reading.values.find((value) => currencyIn(value) && !kept.some((currency) => isOf(value, currency)))
  const code = odd && currencyIn(odd)
  return keeps && code ? { said: odd.text.trim(), keeps, code } : undefined
}

const currencyIn = ({ read }: Found): string | undefined =>
  read.kind === 'money' ? read.currency : read.kind === 'bound' && read.of.kind === 'money' ? read.of.currency : undefined

/** Signs and words that several currencies share mean the one that is kept. */
const SHARED: [said: RegExp, currencies: string][] = [
  [/^[^\p{L}]*\$[^\p{L}]*$|dollars?\b|\bbucks?\b|ドル|달러|불$|美元|美金/iu, 'USD AUD CAD NZD SGD HKD TWD MXN'],
  [/[¥￥]/, 'JPY CNY'],
  [/元|块|塊|圆|圓/, 'CNY TWD HKD'],
  [/\bcents?\b/i, 'USD AUD CAD NZD SGD HKD TWD EUR'],
  [/\bpesos?\b/i, 'PHP MXN'],
]
const NAMED = /\b(?:us|hk|nt|au|a|ca|c|nz|s|sg|jp|cn)\s?[$¥]|[日韩韓港欧歐泰澳加]元|日圆|日圓|美元|美金|人民/i

function isOf(value: Found, currency: string): boolean {
  if (currencyIn(value) === currency) return true
  return !NAMED.test(value.text) && SHARED.some(([said, shared]) => said.test(value.text) && shared.split(' ').includes(currency))
}
