/** Means over seeds, and how sure they are. */

/** 97.5 % points of Student's t by degrees of freedom, from 1 on; beyond the table the next lower entry is used (wider). */
const T: readonly (readonly [number, number])[] = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [6, 2.447],
  [7, 2.365],
  [8, 2.306],
  [9, 2.262],
  [11, 2.201],
  [14, 2.145],
  [19, 2.093],
  [29, 2.045],
  [49, 2.01],
  [99, 1.984],
  [999, 1.962],
]

export type Mean = { mean: number /** Half the width of the 95 % interval. */; half: number; count: number }

export function meanOf(values: readonly number[]): Mean {
  const count = values.length
  const mean = values.reduce((a, b) => a + b, 0) / count
  if (count < 2) return { mean, half: Number.POSITIVE_INFINITY, count }
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const t = T.findLast(([freedom]) => freedom <= count - 1)![1]
  return { mean, half: t * Math.sqrt(variance / count), count }
}

/** "12.3 ± 0.4" */
export function shown({ mean, half }: Mean, digits = 1): string {
  return `${mean.toFixed(digits)} ± ${half.toFixed(digits)}`
}

/** The same measure for each seed, from the first on. */
export const overSeeds = (count: number, measure: (seed: number) => number): Mean =>
  meanOf(Array.from({ length: count }, (_, i) => measure(1000 + i)))
