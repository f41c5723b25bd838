/** Serving: weights of eight bits against the floats they were made of, several adapters in one batch, and which is for whom. */
import { expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { Decoder } from '../../src/training/decoder.ts'
import { createLora, type Lora } from '../../src/training/lora.ts'
import { features, route, routed, trainRouter } from '../../src/training/router.ts'
import { type Request, sample } from '../../src/training/sample.ts'
import { bytesServed, served } from '../../src/training/serve.ts'
import { linearEight, quantise } from '../../src/training/tensor/eight.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { linear, linearPacked, packed } from '../../src/training/tensor/operations.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { createModel, forward, type Model } from '../../src/training/transformer.ts'
import { random } from './check.ts'

const space = new Space(64 << 20)

for (const [rows, inner, outer] of [
  [1, 8, 1],
  [3, 5, 7],
  [4, 16, 2],
  [9, 130, 33],
  [8, 512, 64],
] as const)
  it(`a product of (${rows}, ${inner}) and (${inner}, ${outer}) is the one of whole numbers, to the bit of its sums`, () => {
    const rng = seeded(rows * 7 + inner)
    const mark = space.mark()
    const [x, w, bias] = [random([rows, inner], rng, 3), random([inner, outer], rng), random([outer], rng)]
    const eight = quantise(space, w.values, inner, outer)
    const tape = new Tape(space, false)
    const y = linearEight(tape, tape.constant(x.shape, x.values), eight, tape.constant([outer], bias.values))
    const told = space.floats(y.at, y.size).slice()
    tape.end()
    for (let r = 0; r < rows; r++) {
      const row = x.values.subarray(r * inner, (r + 1) * inner)
      const most = Math.max(...row.map(Math.abs))
      for (let j = 0; j < outer; j++) {
        const column = Array.from(row, (_, i) => w.values[i * outer + j]!)
        const large = Math.max(...column.map(Math.abs))
        let sum = 0
        let exact = bias.values[j]!
        // The rounding of halves is to even in the kernel: at most one in 2047 off for each.
        for (const [i, value] of row.entries()) {
          sum += Math.round((value * 2047) / most) * Math.round((column[i]! * 127) / large)
          exact += value * column[i]!
        }
        const whole = (sum * most * large) / 2047 / 127 + bias.values[j]!
        expect(Math.abs(told[r * outer + j]! - whole)).toBeLessThan(1e-4 + (inner * most * large) / 2047 / 127)
        // Half a step of either, at its worst everywhere.
        expect(Math.abs(told[r * outer + j]! - exact)).toBeLessThan(inner * most * large * (0.5 / 127 + 0.5 / 2047 + 1e-4))
      }
    }
    space.release(mark)
  })

for (const [rows, inner, outer] of [
  [1, 4, 1],
  [5, 300, 13],
  [67, 33, 520],
] as const)
  it(`a matrix that was packed before gives the product of (${rows}, ${inner}) and (${inner}, ${outer}) to the bit`, () => {
    const rng = seeded(rows + outer)
    const mark = space.mark()
    const [x, w] = [random([rows, inner], rng), random([inner, outer], rng)]
    const bias = outer % 4 ? undefined : random([outer], rng)
    const tape = new Tape(space, false)
    const [at, weight] = [tape.constant(x.shape, x.values), tape.constant(w.shape, w.values)]
    const beside = bias && tape.constant(bias.shape, bias.values)
    const [plain, from] = [linear(tape, at, weight, beside), packed(space, weight)]
    const told = linearPacked(tape, at, weight, from, beside)
    expect(space.floats(told.at, told.size)).toEqual(space.floats(plain.at, plain.size))
    tape.end()
    space.release(mark)
  })

it('a row of nothing, a column of nothing and one far larger than the rest stay what they are', () => {
  const mark = space.mark()
  const eight = quantise(space, Float32Array.of(0, 1, 0, -1e30), 2, 2)
  const tape = new Tape(space, false)
  const y = linearEight(tape, tape.constant([2, 2], [0, 0, 1, 1]), eight)
  const told = [...space.floats(y.at, 4)]
  expect(told.slice(0, 3)).toEqual([0, 0, 0])
  expect(told[3]! / -1e30).toBeCloseTo(1, 5)
  tape.end()
  expect(() => quantise(space, new Float32Array(8400), 8400, 1)).toThrow(RangeError)
  space.release(mark)
})

const config = { layers: 2, width: 32, heads: 2, time: 24, vocabulary: 13 }
function adapterOf(seed: number, size = 0.3): Lora {
  const lora = createLora(space, config, { rank: 2, alpha: 4 }, seeded(seed))
  const rng = seeded(seed + 100)
  for (const [name, tensor] of lora.parameters.tensors)
    if (name.endsWith('.b')) lora.parameters.valuesOf(tensor).set(Array.from({ length: tensor.size }, () => size * (rng.next() - 0.5)))
  return lora
}
const model: Model = createModel(space, config, seeded(1), false)

function logitsOf(of: Model, at: Space, tokens: number[]): Float32Array {
  const tape = new Tape(at, false)
  const { at: from, size } = forward(tape, of, tokens, 1)
  const values = at.floats(from, size).slice()
  tape.end()
  return values
}

it('a model of eight bits says nearly what it was made of, an adapter merged in, and takes a third of the room', () => {
  const lora = adapterOf(5)
  const before = model.base.values.slice()
  const to = new Space(16 << 20)
  const small = served(space, { ...model, lora }, to)
  expect(model.base.values).toEqual(before)
  const tokens = Array.from({ length: 20 }, (_, i) => (i * 5) % config.vocabulary)
  const whole = logitsOf({ ...model, lora }, space, tokens)
  const told = logitsOf(small, to, tokens)
  const apart = Math.hypot(...told.map((logit, i) => logit - whole[i]!)) / Math.hypot(...whole)
  expect(apart).toBeLessThan(0.02)
  const plain = logitsOf(model, space, tokens)
  expect(apart).toBeLessThan(Math.hypot(...plain.map((logit, i) => logit - whole[i]!)) / Math.hypot(...whole) / 5)
  expect(bytesServed(small) / bytesServed(model)).toBeLessThan(0.4)
  // The decoder, token by token, says what the whole says: each row alone decides on its rounding.
  const decoder = new Decoder(to, small, 1)
  for (const [place, token] of tokens.entries()) {
    const step = [...decoder.step([{ slot: 0, place, token }])]
    for (const [i, logit] of step.entries()) expect(logit).toBeCloseTo(told[place * config.vocabulary + i]!, 2)
  }
})

it('is not trained: a gradient through it is refused', () => {
  const to = new Space(16 << 20)
  const small = served(space, model, to)
  const tape = new Tape(to)
  const x = { ...tape.constant([1, config.width], new Float32Array(config.width)), grad: 0 }
  expect(() => linearEight(tape, x, small.eight!.get('head')!)).toThrow(/serving/)
  tape.end()
})

for (const eight of [false, true])
  it(`adapters in one batch${eight ? ', of eight bits' : ''}: each completion is that of its adapter alone, to the bit`, () => {
    const of: Model = eight ? served(space, model, space) : model
    const adapters = [undefined, adapterOf(7, 2), adapterOf(9, 2)]
    const requests: Request[] = Array.from({ length: 14 }, (_, i) => {
      const lora = adapters[(i * 2) % 3]
      return { prompt: [1, 2 + (i % 5)], seed: i, ...(lora && { lora }) }
    })
    const options = { stop: 0, most: 12, slots: 5 }
    const together = sample(space, of, requests, options)
    for (const [which, lora] of adapters.entries()) {
      const own = requests.filter((one) => one.lora === lora).map(({ prompt, seed }) => ({ prompt, seed }))
      const alone = sample(space, lora ? { ...of, lora } : of, own, options)
      const mine = together.filter((_, i) => requests[i]!.lora === lora)
      expect(
        mine.map(({ tokens }) => tokens),
        `adapter ${which}`,
      ).toEqual(alone.map(({ tokens }) => tokens))
    }
    expect(new Set(together.map(({ tokens }) => String(tokens))).size).toBeGreaterThan(3)
  })

it('the router sends each kind of prompt to its adapter, and what is like none of them to the base', () => {
  const rng = seeded(31)
  // Two kinds: low symbols and high ones, in any order.
  const draw = (kind: number) => Array.from({ length: 6 }, () => 1 + kind * 6 + Math.floor(rng.next() * 6))
  const prompts = Array.from({ length: 120 }, (_, i) => draw(i % 2))
  const made = features(space, model, prompts)
  const router = trainRouter(
    made.slice(0, 80),
    prompts.slice(0, 80).map((_, i) => i % 2),
  )
  const right = made.slice(80).filter((one, i) => route(router, one).adapter === i % 2)
  expect(right.length).toBeGreaterThanOrEqual(38)
  const adapters = [adapterOf(1), adapterOf(2)]
  const requests = prompts.slice(80, 90).map((prompt, seed) => ({ prompt, seed }))
  expect(routed(space, model, router, adapters, requests).map(({ lora }) => adapters.indexOf(lora!))).toEqual(requests.map((_, i) => i % 2))
  const mixed = features(space, model, [[1, 7, 2, 8, 3, 9]])[0]!
  expect(route(router, mixed, 0.999).adapter).toBeUndefined()
  expect(() => routed(space, model, router, adapters.slice(1), requests)).toThrow(/cannot choose/)
  expect(() => trainRouter(made.slice(0, 2), [0, 2])).toThrow(/has none/)
})
