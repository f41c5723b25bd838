/** The operations of a transformer, each with its step back. Widths (the last dimension) are multiples of four where said. */
import type { Space } from './memory.ts'
import { FIXED, type Tape, type Tensor } from './tape.ts'

const wants = ({ grad }: Tensor) => grad !== FIXED
const last = ({ shape }: Tensor) => shape[shape.length - 1]!
const rowsOf = (one: Tensor) => one.size / last(one)

function agree(name: string, holds: boolean, ...tensors: Tensor[]): void {
  if (!holds) throw new RangeError(`${name}: shapes ${tensors.map(({ shape }) => `(${shape})`).join(' and ')} do not go together`)
}

/** x (..., in) weight (in, out) + bias (out): (..., out). With a bias, out is a multiple of four. */
export function linear(tape: Tape, x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const [inner, outer] = weight.shape as [number, number]
  agree('linear', last(x) === inner && (!bias || (bias.size === outer && outer % 4 === 0)), x, weight)
  const { space } = tape
  const { kernel } = space
  const rows = rowsOf(x)
  const y = tape.result([...x.shape.slice(0, -1), outer], bias ? [x, weight, bias] : [x, weight])
  if (bias) kernel.fillRows(y.at, bias.at, rows, outer)
  space.product(x.at, inner, 1, weight.at, outer, 1, y.at, outer, rows, outer, inner, bias ? 1 : 0)
  tape.note(y, (dy) => {
    if (wants(x)) {
      const add = x.grad === 0 ? 0 : 1
      if (!add) x.grad = space.take(x.size * 4)
      space.product(dy, outer, 1, weight.at, 1, outer, x.grad, inner, rows, inner, outer, add)
    }
    if (wants(weight)) space.product(x.at, 1, inner, dy, outer, 1, tape.gradient(weight), outer, inner, outer, rows, 1)
    if (bias && wants(bias)) kernel.sumRows(tape.gradient(bias), dy, rows, outer)
  })
  return y
}

/** The matrix (in, out) as `linearPacked` reads it: for one that many products are made with. Taken from the space. */
export function packed(space: Space, { at, shape }: Tensor): number {
  const [inner, outer] = shape as [number, number]
  const to = space.take(((outer + 7) & ~7) * inner * 4)
  space.kernel.packWhole(at, outer, 1, to, outer, inner)
  return to
}

/** As `linear`, to the bit, by a weight that was packed; nothing is differentiated. */
export function linearPacked(tape: Tape, x: Tensor, weight: Tensor, from: number, bias?: Tensor): Tensor {
  const [inner, outer] = weight.shape as [number, number]
  agree('linearPacked', last(x) === inner && !tape.recording, x, weight)
  const { kernel } = tape.space
  const rows = rowsOf(x)
  const y = tape.result([...x.shape.slice(0, -1), outer], [])
  if (bias) kernel.fillRows(y.at, bias.at, rows, outer)
  kernel.productPacked(x.at, inner, 1, from, y.at, outer, rows, outer, inner, bias ? 1 : 0)
  return y
}

/** a + factor b. */
export function add(tape: Tape, a: Tensor, b: Tensor, factor = 1): Tensor {
  agree('add', a.size === b.size, a, b)
  const { kernel } = tape.space
  const y = tape.result(a.shape, [a, b])
  kernel.addScaled(y.at, a.at, b.at, factor, y.size)
  tape.note(y, (dy) => {
    if (wants(a)) kernel.axpy(tape.gradient(a), dy, 1, y.size)
    if (wants(b)) kernel.axpy(tape.gradient(b), dy, factor, y.size)
  })
  return y
}

export function gelu(tape: Tape, x: Tensor): Tensor {
  const { kernel } = tape.space
  const y = tape.result(x.shape, [x])
  kernel.gelu(y.at, x.at, x.size)
  tape.note(y, (dy) => kernel.geluBack(tape.gradient(x), x.at, dy, x.size))
  return y
}

/** Rows of `table` (entries, width) by id: (ids, width); the width is a multiple of four. Throws at an id that is none. */
export function embed(tape: Tape, table: Tensor, ids: ArrayLike<number>): Tensor {
  const [entries, width] = table.shape as [number, number]
  for (let i = 0; i < ids.length; i++)
    if (!(ids[i]! >= 0 && ids[i]! < entries)) throw new RangeError(`embed: no entry ${ids[i]} in a table of ${entries}`)
  const { kernel } = tape.space
  const y = tape.result([ids.length, width], [table])
  const at = tape.space.integers(ids)
  kernel.gather(y.at, table.at, at, ids.length, width)
  tape.note(y, (dy) => kernel.scatter(tape.gradient(table), dy, at, ids.length, width))
  return y
}

/** Each row to mean 0 and variance 1, times gain plus bias (width); the width is a multiple of four. */
export function layerNorm(tape: Tape, x: Tensor, gain: Tensor, bias: Tensor): Tensor {
  const width = last(x)
  agree('layerNorm', gain.size === width && bias.size === width && width % 4 === 0, x, gain, bias)
  const { space } = tape
  const rows = rowsOf(x)
  const y = tape.result(x.shape, [x, gain, bias])
  const saved = space.take(rows * 8)
  space.kernel.layerNorm(y.at, x.at, gain.at, bias.at, saved, rows, width)
  // What is fixed is given a gradient that nobody reads.
  const sink = (one: Tensor) => (wants(one) ? tape.gradient(one) : space.take(one.size * 4))
  tape.note(y, (dy) => space.kernel.layerNormBack(sink(x), sink(gain), sink(bias), x.at, gain.at, saved, dy, rows, width))
  return y
}

export function softmax(tape: Tape, x: Tensor): Tensor {
  const { kernel } = tape.space
  const y = tape.result(x.shape, [x])
  kernel.softmax(y.at, x.at, rowsOf(x), last(x))
  tape.note(y, (dy) => kernel.softmaxBack(tape.gradient(x), y.at, dy, rowsOf(x), last(x)))
  return y
}

/** Causal attention over queries, keys and values (batch * time, 3 width): (batch * time, width). */
export function attention(tape: Tape, qkv: Tensor, batch: number, heads: number): Tensor {
  const width = last(qkv) / 3
  const time = rowsOf(qkv) / batch
  agree('attention', Number.isInteger(time) && width % heads === 0, qkv)
  const { space } = tape
  const y = tape.result([batch * time, width], [qkv])
  const shares = space.take(batch * heads * time * time * 4)
  space.kernel.attention(y.at, qkv.at, shares, batch, time, heads, width)
  tape.note(y, (dy) => {
    const scratch = space.take(64 * time * 4)
    space.kernel.attentionBack(tape.gradient(qkv), qkv.at, shares, dy, scratch, batch, time, heads, width)
  })
  return y
}

/** Of each row of logits: the log of its target's chance and the entropy, in nats; where an objective begins. */
export type Chances = {
  logs: Float64Array
  entropies: Float64Array
  /** The objective's derivative by each log, set before `backward`; 0 at first. */
  slopes: Float64Array
}

/** Log-chances of `targets`, one a row of `logits` (rows, vocabulary), summed in f64. Throws at a target that is none. */
export function logChances(tape: Tape, logits: Tensor, targets: ArrayLike<number>): Chances {
  const width = last(logits)
  const rows = rowsOf(logits)
  agree('logChances', targets.length === rows, logits)
  for (let i = 0; i < rows; i++)
    if (!(targets[i]! >= 0 && targets[i]! < width)) throw new RangeError(`logChances: no entry ${targets[i]} among ${width}`)
  const { space } = tape
  const at = space.integers(targets)
  const saved = space.take(rows * 24)
  space.kernel.logChances(saved, logits.at, at, rows, width)
  const slopesAt = space.take(rows * 8)
  const slopes = space.doubles(slopesAt, rows).fill(0)
  const values = space.doubles(saved, rows * 3)
  if (wants(logits)) tape.source(() => space.kernel.logChancesBack(tape.gradient(logits), logits.at, saved, at, slopesAt, rows, width))
  return {
    logs: Float64Array.from({ length: rows }, (_, i) => values[i * 3]!),
    entropies: Float64Array.from({ length: rows }, (_, i) => values[i * 3 + 2]!),
    slopes,
  }
}

/** The weighted mean of -log-chance (nats), its derivative laid into the slopes. Weights of 0 leave rows out. */
export function crossEntropy({ logs, slopes }: Chances, weights: ArrayLike<number>): number {
  let total = 0
  let weighed = 0
  for (let i = 0; i < logs.length; i++) {
    weighed += weights[i]!
    total -= weights[i]! * logs[i]!
  }
  for (let i = 0; i < logs.length; i++) slopes[i] = -weights[i]! / weighed
  return total / weighed
}
