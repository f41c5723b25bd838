/**
 * Matrices of linear layers in eight bits, for serving: each column is whole numbers from -127 to 127 times a scale of its own.
 * What they are multiplied with is rounded to eleven bits and a sign, row by row, so that the sums are of whole numbers
 * (Jacob et al., "Quantization and training of neural networks for efficient integer-arithmetic-only inference", 2018). Left
 * out: offsets, and a scale for groups within a column.
 */
import type { Space } from './memory.ts'
import { FIXED, type Tape, type Tensor } from './tape.ts'

/** Columns (outer, padded) one after the other at `at`, their scales at `scales`. */
export type Eight = { at: number; scales: number; inner: number; outer: number; padded: number }

/** The longest column whose sum cannot pass 31 bits. */
const LONGEST = Math.floor(2 ** 31 / (2047 * 127)) & ~7
const paddedOf = (inner: number) => (inner + 7) & ~7

export const bytesOf = (inner: number, outer: number): number => outer * paddedOf(inner) + outer * 4

/** `values`: (inner, outer). Throws where a column is too long. */
export function quantise(space: Space, values: Float32Array, inner: number, outer: number): Eight {
  const padded = paddedOf(inner)
  if (padded > LONGEST) throw new RangeError(`a column of ${inner} is too long for sums of 31 bits: ${LONGEST} at most`)
  const [at, scales] = [space.take(outer * padded), space.take(outer * 4)]
  const whole = space.bytes(at, outer * padded).fill(0)
  const by = space.floats(scales, outer)
  for (let j = 0; j < outer; j++) {
    let most = 0
    for (let i = 0; i < inner; i++) most = Math.max(most, Math.abs(values[i * outer + j]!))
    by[j] = most / 127
    if (most > 0) for (let i = 0; i < inner; i++) whole[j * padded + i] = Math.round((values[i * outer + j]! * 127) / most)
  }
  return { at, scales, inner, outer, padded }
}

/** x (..., inner) times the matrix, + bias (outer): (..., outer). Nothing is differentiated through it. */
export function linearEight(tape: Tape, x: Tensor, { at, scales, inner, outer, padded }: Eight, bias?: Tensor): Tensor {
  if (x.shape[x.shape.length - 1] !== inner || (bias && bias.size !== outer))
    throw new RangeError(`linearEight: shapes (${x.shape}) and (${inner},${outer}) do not go together`)
  if (tape.recording && x.grad !== FIXED) throw new RangeError('linearEight: weights of eight bits are for serving, not for training')
  const { space } = tape
  const rows = x.size / inner
  const y = tape.result([...x.shape.slice(0, -1), outer], [])
  const mark = space.mark()
  const [whole, by] = [space.take(rows * padded * 2), space.take(rows * 4)]
  space.kernel.quantiseRows(x.at, whole, by, rows, inner, padded)
  space.kernel.productEight(whole, by, at, scales, bias?.at ?? 0, y.at, rows, outer, padded)
  space.release(mark)
  return y
}
