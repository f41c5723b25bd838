/**
 * Linear programs by the simplex method in two phases, with Bland's rule (1977) against going round in circles:
 * maximise gain . x under rows . x = right, x >= 0. Small and exact enough for what is measured here; dense.
 */
export type Program = { gain: readonly number[]; rows: readonly (readonly number[])[]; right: readonly number[] }

const TINY = 1e-9

/** The best x, or null where no x fits. Throws where the gain has no bound. */
export function maximised({ gain, rows, right }: Program): number[] | null {
  const width = gain.length
  const height = rows.length
  // One artificial variable a row; its column is the first basis.
  const tableau = rows.map((row, i) => {
    const sign = right[i]! < 0 ? -1 : 1
    const artificial = Array.from({ length: height }, (_, j) => (i === j ? 1 : 0))
    return [...row.map((value) => sign * value), ...artificial, sign * right[i]!]
  })
  const basis = rows.map((_, i) => width + i)
  const left = Array.from({ length: width + height }, (_, j) => (j < width ? 0 : -1))
  climb(tableau, basis, left, width + height)
  const lacking = basis.reduce((sum, j, i) => sum + (j >= width ? tableau[i]!.at(-1)! : 0), 0)
  if (lacking > 1e-6) return null
  climb(tableau, basis, [...gain, ...Array.from({ length: height }, () => 0)], width)
  const x = new Array<number>(width).fill(0)
  for (const [i, j] of basis.entries()) if (j < width) x[j] = tableau[i]!.at(-1)!
  return x
}

/** Pivots until no column among the first `width` gains. */
function climb(tableau: number[][], basis: number[], gain: readonly number[], width: number): void {
  for (;;) {
    const enter = entering(tableau, basis, gain, width)
    if (enter < 0) return
    const leave = leaving(tableau, basis, enter)
    if (leave < 0) throw new Error('simplex: the gain has no bound')
    pivot(tableau, leave, enter)
    basis[leave] = enter
  }
}

function entering(tableau: number[][], basis: number[], gain: readonly number[], width: number): number {
  for (let j = 0; j < width; j++) {
    if (basis.includes(j)) continue
    const reduced = tableau.reduce((sum, row, i) => sum - gain[basis[i]!]! * row[j]!, gain[j]!)
    if (reduced > TINY) return j
  }
  return -1
}

function leaving(tableau: number[][], basis: number[], enter: number): number {
  let at = -1
  let least = Number.POSITIVE_INFINITY
  for (const [i, row] of tableau.entries()) {
    if (row[enter]! <= TINY) continue
    const ratio = row.at(-1)! / row[enter]!
    if (ratio < least - TINY || (ratio < least + TINY && basis[i]! < basis[at]!)) {
      least = ratio
      at = i
    }
  }
  return at
}

function pivot(tableau: number[][], leave: number, enter: number): void {
  const row = tableau[leave]!
  const by = row[enter]!
  for (let j = 0; j < row.length; j++) row[j]! /= by
  for (const [i, other] of tableau.entries()) {
    const share = other[enter]!
    if (i === leave || share === 0) continue
    for (let j = 0; j < row.length; j++) other[j]! -= share * row[j]!
  }
}
