/** What tokens cost. Money is a whole number of nanodollars (1e-9 $): a token at $0.10 a million is 100 of them. */
import type { Usage } from './wire.ts'

/** Dollars per million tokens; `cacheWrite` and `cacheRead` as the provider bills them. */
export type Prices = { input: number; output: number; cacheWrite: number; cacheRead: number }
export type Nano = number

export const DOLLAR: Nano = 1e9
const perToken = (dollarsPerMillion: number): number => dollarsPerMillion * 1000

export function costOf(usage: Usage, prices: Prices): Nano {
  const { input_tokens, output_tokens, cache_creation_input_tokens: written, cache_read_input_tokens: read } = usage
  return Math.ceil(
    input_tokens * perToken(prices.input) +
      output_tokens * perToken(prices.output) +
      (written ?? 0) * perToken(prices.cacheWrite) +
      (read ?? 0) * perToken(prices.cacheRead),
  )
}

/** Every token of the input at its dearest, and as much output as is allowed. */
export const worstCost = (input: number, output: number, prices: Prices): Nano =>
  Math.ceil(input * perToken(Math.max(prices.input, prices.cacheWrite, prices.cacheRead)) + output * perToken(prices.output))

/** "$0.0123": two digits, and more where it is less than a cent. */
export function dollars(nano: Nano): string {
  const value = nano / DOLLAR
  const digits = value === 0 || value >= 0.01 ? 2 : 6
  return `$${value.toFixed(digits)}`
}
