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
import { type Eight, linearEight } from './tensor/eight.ts'
import type { Space } from './tensor/memory.ts'
import { add, attention, embed, gelu, layerNorm, linear, linearPacked } from './tensor/operations.ts'
import { fillNormal, Parameters, type Shapes } from './tensor/parameters.ts'
import type { Tape, Tensor } from './tensor/tape.ts'

/** `width` is a multiple of four and of four times the heads; `time`: the most tokens of a sequence. */
export type Config = { layers: number; width: number; heads: number; time: number; vocabulary: number }

/**
 * `lora`: an adapter beside every linear layer. `eight`: the matrices of linear layers, for serving, which `base` then lacks.
 * `packed`: where those of `base` lie as a product wants them, while they do not change.
 */
export type Model = {
  config: Config
  base: Parameters
  lora?: Lora
  eight?: ReadonlyMap<string, Eight>
  packed?: ReadonlyMap<string, number>
}

/** Rows of a batch, from one on, that go through an adapter of their own. */
export type Stretch = { from: number; count: number; lora: Lora }

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

/** A linear layer of the model, with its adapter's share if there is one, or those of `stretches` for their rows (no gradient). */
export function apply(
  tape: Tape,
  { base, lora, eight, packed }: Model,
  name: string,
  x: Tensor,
  stretches: readonly Stretch[] = [],
): Tensor {
  const bias = base.tensors.get(`${name}.bias`)
  const small = eight?.get(name)
  const laid = packed?.get(name)
  const whole = () => (laid === undefined ? linear(tape, x, base.get(name), bias) : linearPacked(tape, x, base.get(name), laid, bias))
  const y = small ? linearEight(tape, x, small, bias) : whole()
  for (const { from, count, lora } of stretches) {
    const share = adapted(tape, lora, name, rowsOf(x, from, count))
    const to = rowsOf(y, from, count)
    addRows(tape.space, to, share, lora.scale)
  }
  return lora ? add(tape, y, adapted(tape, lora, name, x), lora.scale) : y
}

const adapted = (tape: Tape, { parameters }: Lora, name: string, x: Tensor): Tensor =>
  linear(tape, linear(tape, x, parameters.get(`${name}.a`)), parameters.get(`${name}.b`))

/** y += factor x, and nothing beyond: the kernel takes four at a time, and other rows may follow at once. */
function addRows(space: Space, y: Tensor, x: Tensor, factor: number): void {
  const whole = y.size & ~3
  space.kernel.axpy(y.at, x.at, factor, whole)
  const [to, from] = [space.floats(y.at, y.size), space.floats(x.at, x.size)]
  for (let i = whole; i < y.size; i++) to[i] = to[i]! + Math.fround(from[i]! * Math.fround(factor))
}

/** Some rows of a matrix, where they lie. */
function rowsOf({ at, shape, grad }: Tensor, from: number, count: number): Tensor {
  const width = shape[shape.length - 1]!
  return { at: at + from * width * 4, shape: [count, width], size: count * width, grad }
}

export function norm(tape: Tape, { base }: Model, name: string, x: Tensor): Tensor {
  return layerNorm(tape, x, base.get(`${name}.gain`), base.get(`${name}.bias`))
}

type Attend = (layer: number, qkv: Tensor) => Tensor

/** The stream through every block, attention done by `attend(layer, queries keys and values)`; normalised at its end. */
function streamed(tape: Tape, model: Model, x: Tensor, attend: Attend, stretches?: readonly Stretch[]): Tensor {
  const linearly = (name: string, x: Tensor) => apply(tape, model, name, x, stretches)
  let stream = x
  for (let layer = 0; layer < model.config.layers; layer++) {
    const attended = attend(layer, linearly(`${layer}.qkv`, norm(tape, model, `${layer}.before`, stream)))
    stream = add(tape, stream, linearly(`${layer}.out`, attended))
    const inner = gelu(tape, linearly(`${layer}.up`, norm(tape, model, `${layer}.between`, stream)))
    stream = add(tape, stream, linearly(`${layer}.down`, inner))
  }
  return norm(tape, model, 'last', stream)
}

/** The stream, then the logits of what follows. */
export function through(tape: Tape, model: Model, x: Tensor, attend: Attend, stretches?: readonly Stretch[]): Tensor {
  return apply(tape, model, 'head', streamed(tape, model, x, attend, stretches), stretches)
}

/** Tokens (batch * time), sequence by sequence, to logits (batch * time, vocabulary). Shorter sequences are padded behind. */
export function forward(tape: Tape, model: Model, tokens: ArrayLike<number>, batch: number): Tensor {
  return apply(tape, model, 'head', hidden(tape, model, tokens, batch))
}

/** The same without the head: what the model makes of each place (batch * time, width). */
export function hidden(tape: Tape, model: Model, tokens: ArrayLike<number>, batch: number): Tensor {
  const { base, config } = model
  const time = tokens.length / batch
  if (!Number.isInteger(time) || time > config.time)
    throw new RangeError(`${tokens.length} tokens are not ${batch} sequences of at most ${config.time}`)
  const places = Int32Array.from({ length: tokens.length }, (_, i) => i % time)
  const x = add(tape, embed(tape, base.get('token'), tokens), embed(tape, base.get('place'), places))
  return streamed(tape, model, x, (_, qkv) => attention(tape, qkv, batch, config.heads))
}
