/**
 * What somebody prefers, told from choices between two (Bradley & Terry 1952): P(a over b) = 1 / (1 + exp(-w . (a - b))), w with a
 * Gaussian prior. The posterior is Laplace's: the mode by Newton's method, the covariance from the curvature there. And
 * whether a question is worth its price: what the choice after the answer is expected to gain over the choice without.
 *
 *   value(question) = sum_answer P(answer) max_d mean(d | answer) - max_d mean(d)
 */
import { dot, inverted, times } from './matrix.ts'

export type Choice = { chosen: readonly number[]; other: readonly number[] }

export type Posterior = {
  /** (features) */
  mean: Float64Array
  /** (features x features) */
  covariance: Float64Array
}

/** Before anything was chosen: every weight around 0, or around what people like this one prefer. */
export function prior(size: number, spread = 1, mean?: ArrayLike<number>): Posterior {
  const covariance = new Float64Array(size * size)
  for (let i = 0; i < size; i++) covariance[i * size + i] = spread * spread
  return { mean: Float64Array.from({ length: size }, (_, i) => mean?.[i] ?? 0), covariance }
}

const STEPS = 50
const STILL = 1e-10

/** The posterior after these choices. */
export function preferred(before: Posterior, choices: readonly Choice[]): Posterior {
  const size = before.mean.length
  const precision = inverted(before.covariance, size)
  const differences = choices.map(({ chosen, other }) => Float64Array.from(chosen, (value, i) => value - other[i]!))
  const mean = before.mean.slice()
  let covariance = before.covariance
  for (let step = 0; step < STEPS; step++) {
    const { slope, curvature } = atPoint(mean, before.mean, precision, differences)
    covariance = inverted(curvature, size)
    const move = times(covariance, slope)
    const scale = shortened(mean, move, before.mean, precision, differences)
    for (let i = 0; i < size; i++) mean[i]! += scale * move[i]!
    if (move.every((value) => Math.abs(value) < STILL)) break
  }
  return { mean, covariance }
}

/** Slope and curvature (positive) of the log posterior. */
function atPoint(at: Float64Array, center: Float64Array, precision: Float64Array, differences: readonly Float64Array[]) {
  const size = at.length
  const slope = times(
    precision,
    at.map((value, i) => center[i]! - value),
  )
  const curvature = precision.slice()
  for (const x of differences) {
    const chance = chanceOf(dot(at, x))
    for (let i = 0; i < size; i++) {
      slope[i]! += (1 - chance) * x[i]!
      for (let j = 0; j < size; j++) curvature[i * size + j]! += chance * (1 - chance) * x[i]! * x[j]!
    }
  }
  return { slope, curvature }
}

/** Newton's step, halved until the log posterior does not fall: far from the mode a whole one may overshoot. */
function shortened(
  at: Float64Array,
  move: Float64Array,
  center: Float64Array,
  precision: Float64Array,
  differences: readonly Float64Array[],
) {
  const before = height(at, center, precision, differences)
  let scale = 1
  while (
    scale > 1e-6 &&
    height(
      at.map((value, i) => value + scale * move[i]!),
      center,
      precision,
      differences,
    ) < before
  )
    scale /= 2
  return scale
}

function height(at: Float64Array, center: Float64Array, precision: Float64Array, differences: readonly Float64Array[]): number {
  const off = at.map((value, i) => value - center[i]!)
  const likely = differences.reduce((sum, x) => sum - softplus(-dot(at, x)), 0)
  return likely - dot(off, times(precision, off)) / 2
}

/** Chance that the first is preferred, the weights' uncertainty averaged over (MacKay 1992). */
export function chanceOver({ mean, covariance }: Posterior, a: readonly number[], b: readonly number[]): number {
  const x = Float64Array.from(a, (value, i) => value - b[i]!)
  const spread = dot(x, times(covariance, x))
  return chanceOf(dot(mean, x) / Math.sqrt(1 + (Math.PI * spread) / 8))
}

/** By how much the best of `designs` is expected to be better after having been told which of two is preferred. */
export function valueOfAsking(
  posterior: Posterior,
  pair: readonly [readonly number[], readonly number[]],
  designs: readonly (readonly number[])[],
): number {
  const first = chanceOver(posterior, pair[0], pair[1])
  const best = ({ mean }: Posterior) => Math.max(...designs.map((design) => dot(mean, design)))
  const after = (chosen: readonly number[], other: readonly number[]) => best(preferred(posterior, [{ chosen, other }]))
  return Math.max(0, first * after(pair[0], pair[1]) + (1 - first) * after(pair[1], pair[0]) - best(posterior))
}

export type Question = { pair: [number, number]; value: number }

/** The pair of designs most worth asking about, or null where none is worth its price. */
export function question(posterior: Posterior, designs: readonly (readonly number[])[], price: number): Question | null {
  let found: Question | null = null
  for (let i = 0; i < designs.length; i++)
    for (let j = i + 1; j < designs.length; j++) {
      const value = valueOfAsking(posterior, [designs[i]!, designs[j]!], designs)
      if (value > price && value > (found?.value ?? 0)) found = { pair: [i, j], value }
    }
  return found
}

/** Questions are rare whatever they are worth: one in so many decisions at most. */
export class Patience {
  readonly every: number
  private since: number
  constructor(every: number) {
    this.every = every
    this.since = every
  }
  /** Another decision was made; whether one may be asked about now. */
  mayAsk(): boolean {
    return this.since++ >= this.every
  }
  /** A question was put. */
  asked(): void {
    this.since = 1
  }
}

const chanceOf = (score: number) => 1 / (1 + Math.exp(-score))
/** log(1 + e^x), of any x. */
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
