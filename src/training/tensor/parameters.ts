/** What is trained: named tensors in one stretch of memory, so that clearing, summing, stepping and saving are one pass. */
import { fail, ok, type Result } from '../../base/result.ts'
import type { Rng } from '../../base/rng.ts'
import type { Tensors } from '../safetensors.ts'
import type { Space } from './memory.ts'
import { FIXED, sizeOf, type Tensor } from './tape.ts'

export type Shapes = Record<string, number[]>

export class Parameters {
  readonly tensors: ReadonlyMap<string, Tensor>
  /** Floats, with what pads each tensor to four. */
  readonly size: number
  readonly at: number
  /** Where the gradients lie, in the same order; FIXED if these are not trained. */
  readonly grad: number
  readonly #space: Space

  constructor(space: Space, shapes: Shapes, { trained = true } = {}) {
    this.#space = space
    this.size = Object.values(shapes).reduce((sum, shape) => sum + padded(shape), 0)
    this.at = space.zeros(this.size)
    this.grad = trained ? space.zeros(this.size) : FIXED
    const tensors = new Map<string, Tensor>()
    let from = 0
    for (const [name, shape] of Object.entries(shapes)) {
      tensors.set(name, { at: this.at + from * 4, shape, size: sizeOf(shape), grad: trained ? this.grad + from * 4 : FIXED })
      from += padded(shape)
    }
    this.tensors = tensors
  }

  /** Throws if there is none of that name. */
  get(name: string): Tensor {
    const found = this.tensors.get(name)
    if (!found) throw new RangeError(`no parameter ${name}`)
    return found
  }

  valuesOf({ at, size }: Tensor): Float32Array {
    return this.#space.floats(at, size)
  }

  /** Copies of all tensors, to be written. */
  save(): Tensors {
    return Object.fromEntries([...this.tensors].map(([name, one]) => [name, { shape: one.shape, values: this.valuesOf(one).slice() }]))
  }

  /** Takes the values of a file, all or none. */
  load(tensors: Tensors): Result<void> {
    for (const [name, { shape }] of this.tensors) {
      const given = tensors[name]
      if (!(given?.values instanceof Float32Array) || `${given.shape}` !== `${shape}`)
        return fail('weights-mismatch', `These weights are of another model: ${name} should be f32 of shape (${shape}).`, { name })
      if (!given.values.every(Number.isFinite)) return fail('weights-not-finite', `The weights of ${name} are not all numbers.`, { name })
    }
    const strange = Object.keys(tensors).find((name) => !this.tensors.has(name))
    if (strange !== undefined)
      return fail('weights-mismatch', `These weights are of another model: it has no ${strange.slice(0, 60)}.`, {
        name: strange.slice(0, 60),
      })
    for (const [name, tensor] of this.tensors) this.valuesOf(tensor).set(tensors[name]!.values)
    return ok(undefined)
  }

  get values(): Float32Array {
    return this.#space.floats(this.at, this.size)
  }

  get gradients(): Float32Array {
    return this.#space.floats(this.grad, this.size)
  }
}

const padded = (shape: number[]) => (sizeOf(shape) + 3) & ~3

/** Normal with the deviation given (Box and Muller, 1958). */
export function fillNormal(values: Float32Array, deviation: number, rng: Rng): void {
  for (let i = 0; i < values.length; i++)
    values[i] = deviation * Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
}
