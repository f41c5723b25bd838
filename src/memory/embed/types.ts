/**
 * The seam of embedding: text in, unit vectors out. Three implementations: the built-in static one (builtin.ts, always
 * there), a sentence encoder installed on wish (transformers.ts), and an endpoint (http.ts). Vectors of two embedders
 * never compare: `id` and `dimension` are stored beside each vector, and a change of id means embedding again.
 */
import type { Result } from '../../base/result.ts'

/** Some encoders write questions and texts in different ways; the built-in one does not. */
export type EmbedKind = 'query' | 'passage'

export interface Embedder {
  /** Names the weights, not the code: 'builtin-3f2a9c51', 'e5-small-761b726d', 'http-bge-m3'. */
  readonly id: string
  readonly dimension: number
  /**
   * One vector a text, in order, each of length `dimension` and of norm 1; all zeros where a text holds nothing to embed
   * (empty, marks only). Never throws: what fails is a Result, and then no vector at all is given.
   */
  embed(texts: readonly string[], kind: EmbedKind): Promise<Result<Float32Array[]>>
}

/** Scales to norm 1 in place; a vector of zeros, or of anything not finite, becomes zeros. */
export function normalise(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  if (!(sum > 0) || !Number.isFinite(sum)) return vector.fill(0)
  const scale = 1 / Math.sqrt(sum)
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale
  return vector
}
