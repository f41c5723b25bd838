/**
 * A decoder-only transformer with pre-normalised blocks (Radford et al., "Language models are unsupervised multitask
 * learners", 2019):
 *
 *   x = token(t) + place(i);  x += attention(norm x);  x += down(gelu(up(norm x)));  logits = head(norm x)
 *
 * Left out: dropout and tied embeddings. Any linear layer may carry a low-rank adapter (lora.ts).
 */
import type { Rng } from '../base/rng.ts'
import type { Lora } from './lora.ts'
import type { Space } from './tensor/memory.ts'
import { add, attention, embed, gelu, layerNorm, linear } from './tensor/operations.ts'
import { fillNormal, Parameters, type Shapes } from './tensor/parameters.ts'
import type { Tape, Tensor } from './tensor/tape.ts'

/** `width` is a multiple of four and of four times the heads; `time`: the most tokens of a sequence. */
export type Config = { layers: number; width: number; heads: number; time: number; vocabulary: number }

export type Model = { config: Config; base: Parameters; lora?: Lora }

export const LINEAR = ['qkv', 'out', 'up', 'down'] as const

/** Names and shapes of all weights. Throws if the sizes do not go together. */
export function shapesOf({ layers, width, heads, time, vocabulary }: Config): Shapes {
  const whole = [layers, width, heads, time, vocabulary].every((n) => Number.isInteger(n) && n > 0)
  if (!whole || width % (4 * heads) !== 0)
    throw new RangeError('a width must be a multiple of four times the heads, and all sizes positive')
  const shapes: Shapes = { token: [vocabulary, width], place: [time, width] }
  const norm = (name: string) => {
    shapes[`${name}.gain`] = [width]
    shapes[`${name}.bias`] = [width]
  }
  for (let layer = 0; layer < layers; layer++) {
    const sizes = { qkv: [width, 3 * width], out: [width, width], up: [width, 4 * width], down: [4 * width, width] }
    norm(`${layer}.before`)
    norm(`${layer}.between`)
    for (const [name, shape] of Object.entries(sizes)) {
      shapes[`${layer}.${name}`] = shape
      shapes[`${layer}.${name}.bias`] = [shape[1]!]
    }
  }
  norm('last')
  shapes.head = [width, vocabulary]
  return shapes
}

/** The names of the weights that are matrices of a linear layer. */
export const linearNames = (config: Config): string[] => [
  ...Array.from({ length: config.layers }, (_, layer) => LINEAR.map((name) => `${layer}.${name}`)).flat(),
  'head',
]

/**
 * Normal weights; gains 1, biases 0. The deviation is GPT-2's 0.02 at its width of 768, and goes with 1 / sqrt(width); smaller
 * where a layer adds to the stream (1 / sqrt(2 layers)).
 */
export function initialise(base: Parameters, { layers, width }: Config, rng: Rng): void {
  const deviation = 0.02 * Math.sqrt(768 / width)
  for (const [name, tensor] of base.tensors) {
    const values = base.valuesOf(tensor)
    if (name.endsWith('.gain')) values.fill(1)
    else if (name.endsWith('.bias')) values.fill(0)
    else fillNormal(values, /\.(out|down)$/.test(name) ? deviation / Math.sqrt(2 * layers) : deviation, rng)
  }
}

export function createModel(space: Space, config: Config, rng: Rng, trained = true): Model {
  const base = new Parameters(space, shapesOf(config), { trained })
  initialise(base, config, rng)
  return { config, base }
}

/** A linear layer of the model, with its adapter's share if there is one. */
export function apply(tape: Tape, { base, lora }: Model, name: string, x: Tensor): Tensor {
  const y = linear(tape, x, base.get(name), base.tensors.get(`${name}.bias`))
  if (!lora) return y
  const low = linear(tape, x, lora.parameters.get(`${name}.a`))
  return add(tape, y, linear(tape, low, lora.parameters.get(`${name}.b`)), lora.scale)
}

export function norm(tape: Tape, { base }: Model, name: string, x: Tensor): Tensor {
  return layerNorm(tape, x, base.get(`${name}.gain`), base.get(`${name}.bias`))
}

/** The stream through every block, attention done by `attend(layer, queries keys and values)`. */
export function through(tape: Tape, model: Model, x: Tensor, attend: (layer: number, qkv: Tensor) => Tensor): Tensor {
  let stream = x
  for (let layer = 0; layer < model.config.layers; layer++) {
    const attended = attend(layer, apply(tape, model, `${layer}.qkv`, norm(tape, model, `${layer}.before`, stream)))
    stream = add(tape, stream, apply(tape, model, `${layer}.out`, attended))
    const inner = gelu(tape, apply(tape, model, `${layer}.up`, norm(tape, model, `${layer}.between`, stream)))
    stream = add(tape, stream, apply(tape, model, `${layer}.down`, inner))
  }
  return apply(tape, model, 'head', norm(tape, model, 'last', stream))
}

/** Tokens (batch * time), sequence by sequence, to logits (batch * time, vocabulary). Shorter sequences are padded behind. */
export function forward(tape: Tape, model: Model, tokens: ArrayLike<number>, batch: number): Tensor {
  const { base, config } = model
  const time = tokens.length / batch
  if (!Number.isInteger(time) || time > config.time)
    throw new RangeError(`${tokens.length} tokens are not ${batch} sequences of at most ${config.time}`)
  const places = Int32Array.from({ length: tokens.length }, (_, i) => i % time)
  const x = add(tape, embed(tape, base.get('token'), tokens), embed(tape, base.get('place'), places))
  return through(tape, model, x, (_, qkv) => attention(tape, qkv, batch, config.heads))
}
