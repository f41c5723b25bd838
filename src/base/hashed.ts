/**
 * Multinomial logistic regression over hashed features (Weinberger et al., 2009): each feature is a name, its bucket a
 * row of weights, one a class. Pure.
 */

/** FNV-1a, 32 bits. */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193)
  return hash
}
/** Into so many buckets (a power of two). */
export function bucketOf(feature: string, buckets: number): number {
  const hash = hashOf(feature)
  return (hash ^ (hash >>> 16)) & (buckets - 1)
}
/** The bucket of two features said together, each by its hash. */
export function mixed(one: number, other: number, buckets: number): number {
  let hash = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & (buckets - 1)
}

/** `weights` [buckets + d, classes], row by row, the last d of them for the figures of `dense`; one step is worth `scale`. */
export type Hashed = { classes: number; scale: number; weights: ArrayLike<number> }

/** The chance of each class; they sum to 1. */
export function chancesOf(
  { classes, scale, weights }: Hashed,
  features: readonly number[],
  dense: Float32Array | null = null,
): Float64Array {
  const scores = new Float64Array(classes)
  for (const bucket of features) for (let k = 0; k < classes; k++) scores[k]! += weights[bucket * classes + k]! * scale
  const from = dense ? weights.length / classes - dense.length : 0
  dense?.forEach((x, j) => {
    for (let k = 0; k < classes; k++) scores[k]! += x * weights[(from + j) * classes + k]! * scale
  })
  const most = Math.max(...scores)
  let sum = 0
  for (let k = 0; k < classes; k++) sum += scores[k] = Math.exp(scores[k]! - most)
  return scores.map((score) => score / sum)
}

/** As `packed` wrote it: the scale, then the weights in eight bits. */
export const unpacked = (bytes: Uint8Array, classes: number): Hashed => ({
  classes,
  scale: new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true),
  weights: new Int8Array(bytes.buffer, bytes.byteOffset + 4, bytes.length - 4),
})

/** The weights of a field of chances, as `packed` wrote them. */
export function weightsIn(bytes: Uint8Array): { weights: Int8Array; scale: number } {
  // Copied: a Buffer may begin anywhere in its memory, a row of floats may not.
  const own = Uint8Array.from(bytes).buffer
  return { scale: new Float32Array(own, 0, 1)[0]!, weights: new Int8Array(own, 4) }
}

export function packed(weights: Float32Array): Uint8Array {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const bytes = new Uint8Array(4 + weights.length)
  new DataView(bytes.buffer).setFloat32(0, scale, true)
  new Int8Array(bytes.buffer, 4).set(weights.map((weight) => Math.round(weight / scale)))
  return bytes
}
