/** Derivatives by finite differences, along random directions: (f(x + h u) - f(x - h u)) / 2h against gradient . u. */
import { expect } from 'vitest'
import type { Rng } from '../../src/base/rng.ts'
import type { Space } from '../../src/training/tensor/memory.ts'
import { FIXED, Tape, type Tensor } from '../../src/training/tensor/tape.ts'

/** `operation` of the inputs, told as a sum of what it gives weighed by random factors. */
export function expectDerivatives(
  space: Space,
  inputs: { shape: number[]; values: Float32Array }[],
  operation: (tape: Tape, inputs: Tensor[]) => Tensor,
  rng: Rng,
  h = 0.01,
): void {
  let weights: Float32Array | undefined
  const run = (shift: number, direction: Float32Array[]) => {
    const tape = new Tape(space)
    const tensors = inputs.map(({ shape, values }, i) => ({
      ...tape.constant(
        shape,
        values.map((value, k) => value + shift * direction[i]![k]!),
      ),
      grad: 0,
    }))
    const result = operation(tape, tensors)
    weights ??= Float32Array.from({ length: result.size }, () => rng.next() * 2 - 1)
    const values = space.floats(result.at, result.size)
    const total = values.reduce((sum, value, i) => sum + value * weights![i]!, 0)
    space.floats(tape.gradient(result), result.size).set(weights)
    tape.backward()
    const gradients = tensors.map(({ grad, size }) => (grad > FIXED + 1 ? space.floats(grad, size).slice() : new Float32Array(size)))
    tape.end()
    return { total, gradients }
  }
  const directions = inputs.map(({ values }) => values.map(() => rng.next() * 2 - 1))
  const { gradients } = run(0, directions)
  const told = gradients.reduce((sum, gradient, i) => sum + gradient.reduce((all, g, k) => all + g * directions[i]![k]!, 0), 0)
  const found = (run(h, directions).total - run(-h, directions).total) / (2 * h)
  const size = Math.sqrt(gradients.reduce((sum, gradient) => sum + gradient.reduce((all, g) => all + g * g, 0), 0))
  expect(Math.abs(told - found), `told ${told}, found ${found}`).toBeLessThan(2e-3 * size + 2e-3)
}

export const random = (shape: number[], rng: Rng, scale = 1) => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => scale * (rng.next() * 2 - 1)),
})
