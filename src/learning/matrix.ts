/** What the learners need of linear algebra: small, dense, row by row. */

/** a . b, of two as long. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** A x, of A (x.length x x.length). */
export function times(matrix: Float64Array, x: ArrayLike<number>): Float64Array {
  const size = x.length
  return Float64Array.from({ length: size }, (_, i) => dot(matrix.subarray(i * size, (i + 1) * size), x))
}

/** A B, both (size x size). */
export function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const by = a[i * size + k]!
      if (by !== 0) for (let j = 0; j < size; j++) out[i * size + j]! += by * b[k * size + j]!
    }
  return out
}

/** A', of A (size x size). */
export const transposed = (a: Float64Array, size: number): Float64Array => a.map((_, at) => a[(at % size) * size + Math.floor(at / size)]!)

/** L with L L' = the matrix, lower triangular, row by row: (size x size). Of rounding below zero nothing is made. */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let left = matrix[i * size + j]!
      for (let k = 0; k < j; k++) left -= root[i * size + k]! * root[j * size + k]!
      const pivot = root[j * size + j]!
      root[i * size + j] = i === j ? Math.sqrt(Math.max(left, 0)) : pivot > 0 ? left / pivot : 0
    }
  return root
}

/** A^-1 of a positive definite A (size x size), by its root. Not a number where it is singular. */
export function inverted(matrix: Float64Array, size: number): Float64Array {
  const root = cholesky(matrix, size)
  const out = new Float64Array(size * size)
  for (let column = 0; column < size; column++) {
    const x = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      let left = i === column ? 1 : 0
      for (let j = 0; j < i; j++) left -= root[i * size + j]! * x[j]!
      x[i] = left / root[i * size + i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let left = x[i]!
      for (let j = i + 1; j < size; j++) left -= root[j * size + i]! * x[j]!
      x[i] = left / root[i * size + i]!
    }
    for (let i = 0; i < size; i++) out[i * size + column] = x[i]!
  }
  return out
}
