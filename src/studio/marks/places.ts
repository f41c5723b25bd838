/** Where what the rules took stands in the wish, beside its marks. */
import type { Mark } from './marks.ts'

export type Place = (one: { label: string; start: number }) => [number, number] | undefined
export const overlaps = (at: [number, number] | undefined, { start, end }: Pick<Mark, 'start' | 'end'>): boolean =>
  at !== undefined && at[0] < end && at[1] > start
export const sameWords = (a: string, b: string): boolean => a.toLowerCase().replace(/\s+/g, '') === b.toLowerCase().replace(/\s+/g, '')
