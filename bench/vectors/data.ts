/**
 * Vectors that lie as those of text embedders do: in clusters of unequal size, with a spectrum that falls off as a power
 * of the component's rank, turned so that no axis is special. Of length 1.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'

export type DataSet = { dimension: number; vectors: Float32Array[]; queries: Float32Array[] }

/** Variance of component i before turning: (i + 1)^-SPECTRUM. Measured spectra of sentence embedders lie around 0.5 to 1. */
const SPECTRUM = 0.6
/** Share of a vector's variance that it has in common with its cluster. */
const SHARED = 0.5
/** Length of the noise added to a vector to make a query of it, against the vector's own. */
const PERTURBED = 0.35
const REFLECTIONS = 6

export function dataSet(options: { count: number; dimension: number; queries: number; seed: number; clusters?: number }): DataSet {
  const { count, dimension, seed } = options
  const rng = seeded(seed)
  const gauss = gaussian(rng)
  const deviation = Float64Array.from({ length: dimension }, (_, i) => (i + 1) ** (-SPECTRUM / 2))
  const mirrors = Array.from({ length: REFLECTIONS }, () => normalise(Float32Array.from({ length: dimension }, gauss)))
  const clusters = options.clusters ?? Math.max(4, Math.round(2 * Math.sqrt(count)))
  const centres = Array.from({ length: clusters }, () => Float32Array.from(deviation, (d) => d * gauss()))
  const member = (): Float32Array => {
    // The square makes some clusters many times larger than others.
    const centre = centres[Math.floor(rng.next() ** 2 * clusters)]!
    const vector = new Float32Array(dimension)
    for (let i = 0; i < dimension; i++) vector[i] = Math.sqrt(SHARED) * centre[i]! + Math.sqrt(1 - SHARED) * deviation[i]! * gauss()
    return vector
  }
  const vectors = Array.from({ length: count }, () => turned(normalise(member()), mirrors))
  const queries = Array.from({ length: options.queries }, () => perturbed(vectors[Math.floor(rng.next() * count)]!, gauss))
  return { dimension, vectors, queries }
}

/** Box and Muller's, one of the pair. */
export function gaussian(rng: Rng): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
}

export function normalise(vector: Float32Array): Float32Array {
  let square = 0
  for (const x of vector) square += x * x
  const scale = 1 / Math.sqrt(square)
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale
  return vector
}

function perturbed(vector: Float32Array, gauss: () => number): Float32Array {
  const noise = PERTURBED / Math.sqrt(vector.length)
  return normalise(vector.map((x) => x + noise * gauss()))
}

function turned(vector: Float32Array, mirrors: Float32Array[]): Float32Array {
  for (const mirror of mirrors) {
    let dot = 0
    for (let i = 0; i < vector.length; i++) dot += vector[i]! * mirror[i]!
    for (let i = 0; i < vector.length; i++) vector[i]! -= 2 * dot * mirror[i]!
  }
  return vector
}
