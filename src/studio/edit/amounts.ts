/** The figures of a clause. */
import type { Found, Read, Reading } from '../../base/language/types.ts'

export type Amount = { value: number; unit?: string; currency?: string; found: Found; per?: string; op?: 'most' | 'least' | 'about' }

/** The last figure of a clause, out of its bound. */
export function amountIn(reading: Reading): Amount | undefined {
  const figures = reading.values.flatMap((found) => {
    const amount = amountOf(found.read, found)
    return amount ? [amount] : []
  })
  return figures.at(-1)
}

function amountOf(value: Read, found: Found): Amount | undefined {
  switch (value.kind) {
    case 'bound': {
      const inner = amountOf(value.of, found)
      return inner && { ...inner, op: value.op, ...(value.per && { per: value.per }) }
    }
    case 'money':
      return { value: value.amount, currency: value.currency, found }
    case 'quantity':
      return { value: value.value, unit: value.unit, found }
    case 'duration':
      return { value: value.minutes, unit: 'min', found }
    case 'number':
    case 'count':
    case 'percent':
      return { value: value.value, found }
    default:
      return undefined
  }
}
