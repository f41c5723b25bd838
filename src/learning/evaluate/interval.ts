/**
 * A mean and how sure it is. The values behind an estimate of what a policy would bring are skewed (a rare action that paid has
 * a great weight), and the plain interval then misses on one side; Hall's (1992, "On the removal of skewness by transformation")
 * takes the third moment into account, in closed form:
 *
 *   ginv(x) = 3 sqrt(n) / g * ((1 + g / sqrt(n) * (x - g / (6 sqrt(n))))^(1/3) - 1),   g the skewness
 *   from mean - s / sqrt(n) * ginv(t)  to  mean - s / sqrt(n) * ginv(-t)
 */
export type Estimate = {
  value: number
  low: number
  high: number
  count: number
}

/** Chance that the interval misses. */
export const MISSES = 0.05

/** `worth`: so many values is the evidence worth, where a few of them weigh most. */
export function estimated(values: readonly number[], misses = MISSES, worth = values.length): Estimate {
  const count = values.length
  const value = values.reduce((a, b) => a + b, 0) / count
  if (count < 2) return { value, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, count }
  const square = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (count - 1)
  if (square === 0) return { value, low: value, high: value, count }
  const skew = values.reduce((sum, one) => sum + (one - value) ** 3, 0) / count / square ** 1.5
  const step = Math.sqrt(square / count)
  const t = studentQuantile(1 - misses / 2, Math.max(2, worth - 1))
  return { value, low: value - step * bent(t, skew, count), high: value - step * bent(-t, skew, count), count }
}

function bent(x: number, skew: number, count: number): number {
  const root = Math.sqrt(count)
  if (Math.abs(skew) < 1e-6) return x
  return ((3 * root) / skew) * (Math.cbrt(1 + (skew / root) * (x - skew / (6 * root))) - 1)
}

/** By bisection on the normal distribution function; `p` in (0, 1). */
export function normalQuantile(p: number): number {
  let low = -10
  let high = 10
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (normalShare(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(Z < x): the series of the error function near 0, its continued fraction beyond (Abramowitz & Stegun 26.2.11, 26.2.14). */
export function normalShare(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (Math.abs(x) < 4) {
    let term = x
    let sum = x
    for (let k = 1; k < 120; k++) {
      term *= (x * x) / (2 * k + 1)
      sum += term
    }
    return 0.5 + density * sum
  }
  let fraction = Math.abs(x)
  for (let k = 40; k > 0; k--) fraction = Math.abs(x) + k / fraction
  return x > 0 ? 1 - density / fraction : density / fraction
}

/** Of Student's t, by its expansion around the normal one (Abramowitz & Stegun 26.7.5); three figures from 5 degrees on. */
export function studentQuantile(p: number, freedom: number): number {
  const z = normalQuantile(p)
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
