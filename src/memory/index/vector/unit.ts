/** Vectors from outside, checked and brought to length 1. */
import { fail, ok, type Result } from '../../../base/result.ts'
import { DIMENSIONS, type IndexOptions, MOST_NEIGHBOURS } from './types.ts'

/** A copy of `vector` of length 1. Fails 'vector-invalid'. */
export function unit(vector: Float32Array, dimension: number): Result<Float32Array> {
  if (!(vector instanceof Float32Array) || vector.length !== dimension)
    return fail('vector-invalid', `A vector of ${dimension} components is wanted; this has ${vector?.length ?? 'none'}.`)
  // In double precision: the squares of very small and very large components neither vanish nor overflow.
  let square = 0
  for (let i = 0; i < dimension; i++) square += vector[i]! * vector[i]!
  if (!Number.isFinite(square)) return fail('vector-invalid', 'A vector has a component that is not a finite number.')
  if (square === 0) return fail('vector-invalid', 'A vector of zeros points nowhere.')
  const length = Math.sqrt(square)
  return ok(vector.map((x) => x / length))
}

export function checkedId(id: number): Result<void> {
  return Number.isInteger(id) && id >= 0 && id <= 0xffff_ffff
    ? ok(undefined)
    : fail('vector-invalid', `An id is a whole number from 0 to 4294967295, not ${id}.`)
}

export function checkedCount(k: number): Result<void> {
  return Number.isInteger(k) && k >= 1 && k <= MOST_NEIGHBOURS
    ? ok(undefined)
    : fail('k-invalid', `How many neighbours: a whole number from 1 to ${MOST_NEIGHBOURS}, not ${k}.`)
}

/** Cosine of two vectors of length 1. Four sums, so that additions do not wait for each other. */
export function dot(a: Float32Array, b: Float32Array): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let i = 0
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!
    s1 += a[i + 1]! * b[i + 1]!
    s2 += a[i + 2]! * b[i + 2]!
    s3 += a[i + 3]! * b[i + 3]!
  }
  for (; i < a.length; i++) s0 += a[i]! * b[i]!
  return s0 + s1 + (s2 + s3)
}

/** Throws: a dimension that no index takes is a mistake of who wrote the call. */
export function checkedOptions({ dimension, model, seed = 0 }: IndexOptions): void {
  if (!Number.isInteger(dimension) || dimension < DIMENSIONS.least || dimension > DIMENSIONS.most)
    throw new RangeError(`An index takes dimensions from ${DIMENSIONS.least} to ${DIMENSIONS.most}, not ${dimension}.`)
  if (!model) throw new RangeError('An index names the model that made its vectors.')
  if (seed >>> 0 !== seed) throw new RangeError(`A seed is a uint32, not ${seed}.`)
}
