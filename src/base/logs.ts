/** Sums of what is kept as logarithms. Pure. */

/** log(e^a + e^b) into one place. */
export function addLog(into: Float64Array, at: number, value: number): void {
  const had = into[at]!
  if (value === Number.NEGATIVE_INFINITY) return
  if (had === Number.NEGATIVE_INFINITY) into[at] = value
  else into[at] = had > value ? had + Math.log1p(Math.exp(value - had)) : value + Math.log1p(Math.exp(had - value))
}
