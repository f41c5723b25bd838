/**
 * One token at a time for many sequences, with what earlier tokens gave kept (the key-value cache). Each sequence has a
 * slot of its own and its own place, so that one may end and another begin beside those that go on. A row's logits depend
 * on no other row, to the bit.
 */

import type { Lora } from './lora.ts'
import type { Space } from './tensor/memory.ts'
import { add, embed, packed } from './tensor/operations.ts'
import { Tape, type Tensor } from './tensor/tape.ts'
import { linearNames, type Model, type Stretch, through } from './transformer.ts'

/** A token and where it stands: its sequence's slot, and its place in the sequence. `lora`: the adapter it goes through. */
export type Next = { slot: number; place: number; token: number; lora?: Lora }

/** Rows next to each other with one adapter are taken together. */
function stretchesOf(rows: Next[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [at, { lora }] of rows.entries()) {
    const last = stretches.at(-1)
    if (lora && last?.lora === lora && last.from + last.count === at) last.count++
    else if (lora) stretches.push({ from: at, count: 1, lora })
  }
  return stretches
}

export class Decoder {
  readonly space: Space
  readonly model: Model
  readonly slots: number
  readonly #keys: number[]
  readonly #values: number[]
  readonly #scores: number

  /**
   * Caches for `slots` sequences of the model's longest, and its matrices packed, taken from the space until it is released:
   * the weights may not change until then.
   */
  constructor(space: Space, model: Model, slots: number) {
    const { layers, heads, time, width } = model.config
    this.space = space
    // Another product than the kernel's own packs for itself.
    const own = !model.eight && space.product === space.kernel.product
    const matrices = () => new Map(linearNames(model.config).map((name) => [name, packed(space, model.base.get(name))]))
    this.model = own ? { ...model, packed: matrices() } : model
    this.slots = slots
    const caches = () => Array.from({ length: layers }, () => space.take(slots * time * width * 4))
    this.#keys = caches()
    this.#values = caches()
    this.#scores = space.take(heads * time * 4)
  }

  /** Logits (rows, vocabulary) of what follows each token, valid until the next call. Places of a slot come in order from 0. */
  step(rows: Next[]): Float32Array {
    const tape = new Tape(this.space, false)
    try {
      const logits = this.#logits(tape, rows)
      return this.space.floats(logits.at, logits.size)
    } finally {
      tape.end()
    }
  }

  #logits(tape: Tape, rows: Next[]): Tensor {
    const { base, config } = this.model
    if (rows.some(({ slot }) => !(slot >= 0 && slot < this.slots))) throw new RangeError(`a slot that is none of ${this.slots}`)
    const x = add(
      tape,
      embed(
        tape,
        base.get('token'),
        rows.map(({ token }) => token),
      ),
      embed(
        tape,
        base.get('place'),
        rows.map(({ place }) => place),
      ),
    )
    const slots = this.space.integers(rows.map(({ slot }) => slot))
    const places = this.space.integers(rows.map(({ place }) => place))
    const { time, heads, width } = config
    const attend = (layer: number, qkv: Tensor) => {
      const y = tape.result([rows.length, width], [qkv])
      const cache = [this.#keys[layer]!, this.#values[layer]!] as const
      this.space.kernel.attentionCached(y.at, qkv.at, ...cache, slots, places, this.#scores, rows.length, time, heads, width)
      return y
    }
    return through(tape, this.model, x, attend, stretchesOf(rows))
  }
}
