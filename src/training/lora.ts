/**
 * Low-rank adapters (Hu et al., "LoRA", 2021): y = x W + alpha / rank (x A) B, with W fixed and B 0 at first, so that an
 * adapter begins as nothing. Only A and B are trained, saved and sent.
 */
import type { Rng } from '../base/rng.ts'
import type { Space } from './tensor/memory.ts'
import { fillNormal, Parameters, type Shapes } from './tensor/parameters.ts'
import { type Config, linearNames, type Model, shapesOf } from './transformer.ts'

export type LoraOptions = { rank: number; alpha: number }
export type Lora = { options: LoraOptions; scale: number; parameters: Parameters }

/** A (in, rank) and B (rank, out) of every linear layer. */
export function loraShapes(config: Config, rank: number): Shapes {
  if (!(Number.isInteger(rank) && rank > 0)) throw new RangeError(`an adapter's rank is a positive integer, not ${rank}`)
  const shapes = shapesOf(config)
  return Object.fromEntries(
    linearNames(config).flatMap((name) => {
      const [inner, outer] = shapes[name] as [number, number]
      return [
        [`${name}.a`, [inner, rank]],
        [`${name}.b`, [rank, outer]],
      ]
    }),
  )
}

/** A is normal with deviation 1 / sqrt(in), B 0. */
export function createLora(space: Space, config: Config, options: LoraOptions, rng: Rng): Lora {
  const parameters = new Parameters(space, loraShapes(config, options.rank))
  for (const [name, tensor] of parameters.tensors)
    if (name.endsWith('.a')) fillNormal(parameters.valuesOf(tensor), 1 / Math.sqrt(tensor.shape[0]!), rng)
  return { options, scale: options.alpha / options.rank, parameters }
}

/** Adds the adapter to the weights it was trained beside: the model without it then answers as with it. */
export function merge(space: Space, { base, config, lora }: Model): Model {
  if (!lora) return { base, config }
  for (const name of linearNames(config)) addTo(space, base.get(name).at, lora, name, base.get(name).shape)
  return { base, config }
}

/** Adds an adapter's share of one layer to the matrix (in, out) at `to`. */
export function addTo(space: Space, to: number, { parameters, options, scale }: Lora, name: string, shape: number[]): void {
  const [inner, outer] = shape as [number, number]
  const { rank } = options
  const mark = space.mark()
  const change = space.take(inner * outer * 4)
  space.product(parameters.get(`${name}.a`).at, rank, 1, parameters.get(`${name}.b`).at, outer, 1, change, outer, inner, outer, rank, 0)
  space.kernel.axpy(to, change, scale, inner * outer)
  space.release(mark)
}
