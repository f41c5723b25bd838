/** Pounds are money or weight; which of the two only what is spoken of tells. */
import type { Found, Reading } from './types.ts'

const SAID = /\bpounds?$|^pounds?\b|\bquid\b/i

/** The same reading with every weight said in pounds, and not in lb, as an amount in GBP. */
export const poundsAsMoney = (reading: Reading): Reading => ({ ...reading, values: reading.values.map(asMoney) })

function asMoney(found: Found): Found {
  const { read } = found
  if (read.kind === 'quantity' && read.unit === 'lb' && SAID.test(found.text.trim()))
    return { ...found, read: { kind: 'money', amount: read.value, currency: 'GBP' } }
  if (read.kind !== 'bound' || read.of.kind !== 'quantity' || read.of.unit !== 'lb' || !/\bpounds?\b/i.test(found.text)) return found
  return { ...found, read: { ...read, of: { kind: 'money', amount: read.of.value, currency: 'GBP' } } }
}
