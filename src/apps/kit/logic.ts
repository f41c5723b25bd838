/** What an app's logic.ts is written with: plain functions of values, no page needed. A missing value stays missing. */
export { addDays, days, hours, minutes, months, round, tidy, years } from '../formula.ts'

type Maybe = number | null

const present = (values: readonly Maybe[]): number[] => values.filter((value): value is number => value !== null)
const tidied = (n: number): number => Number(n.toPrecision(14))

export const sum = (values: readonly Maybe[]): number => tidied(present(values).reduce((a, b) => a + b, 0))
/** null for nothing at all, as for the others. */
export const mean = (values: readonly Maybe[]): Maybe => {
  const found = present(values)
  return found.length ? tidied(found.reduce((a, b) => a + b, 0) / found.length) : null
}
export const smallest = (values: readonly Maybe[]): Maybe => {
  const found = present(values)
  return found.length ? found.reduce((a, b) => Math.min(a, b)) : null
}
export const largest = (values: readonly Maybe[]): Maybe => {
  const found = present(values)
  return found.length ? found.reduce((a, b) => Math.max(a, b)) : null
}
/** The value on the latest day; of one day, that which stands last. */
export const latest = (values: readonly { on: string | null; value: Maybe }[]): Maybe =>
  values
    .filter((one): one is { on: string | null; value: number } => one.value !== null)
    .reduce<{ on: string | null; value: number } | null>(
      (best, one) => (best === null || (one.on ?? '') >= (best.on ?? '') ? one : best),
      null,
    )?.value ?? null

export type LimitState = 'fine' | 'near' | 'over'
/** How a value stands to a limit: over it, near it from `warnAt` (a share) of it, or fine. */
export const limitState = (value: number, most: number, warnAt: number): LimitState =>
  value > most ? 'over' : value >= most * warnAt ? 'near' : 'fine'

/** A number as a result: what is not finite (a division by zero) is missing. */
export const finite = (n: number): Maybe => (Number.isFinite(n) ? tidied(n) : null)
