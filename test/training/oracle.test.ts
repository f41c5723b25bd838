/** The whole model's loss and gradients against jax-js, which shares no line with it. */
import { expect, it } from 'vitest'
import { arraysOf, ids, jaxReady, jaxStep } from '../../bench/trainer/jax.ts'
import { seeded } from '../../src/base/rng.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { crossEntropy, logChances } from '../../src/training/tensor/operations.ts'
import { fillNormal } from '../../src/training/tensor/parameters.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { createModel, forward } from '../../src/training/transformer.ts'

it('loss and every gradient are those of jax-js', async () => {
  await jaxReady()
  const rng = seeded(11)
  const space = new Space(64 << 20)
  const model = createModel(space, { layers: 2, width: 32, heads: 4, time: 70, vocabulary: 50 }, rng)
  // Biases and gains too must be seen to matter.
  for (const tensor of model.base.tensors.values()) fillNormal(model.base.valuesOf(tensor), 0.3, rng)
  const [batch, time] = [3, 66]
  const tokens = Array.from({ length: batch * time }, () => Math.floor(rng.next() * 50))
  const targets = tokens.map(() => Math.floor(rng.next() * 50))
  const tape = new Tape(space)
  const loss = crossEntropy(
    logChances(tape, forward(tape, model, tokens, batch), targets),
    tokens.map(() => 1),
  )
  tape.backward()
  const [theirs, gradients] = jaxStep(model, batch, time)(arraysOf(model), ids(tokens), ids(targets))
  expect(loss).toBeCloseTo(Number(theirs.js()), 4)
  for (const [name, tensor] of model.base.tensors) {
    const own = space.floats(tensor.grad, tensor.size)
    const other = gradients[name]!.dataSync() as Float32Array
    const apart = Math.hypot(...own.map((g, i) => g - other[i]!))
    expect(apart / Math.hypot(...own), name).toBeLessThan(1e-3)
  }
})
