/** Every operation's derivative against finite differences; the matrix product against plain sums; memory and its end. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { Adam } from '../../src/training/tensor/adam.ts'
import { OutOfMemory, Space } from '../../src/training/tensor/memory.ts'
import { add, attention, crossEntropy, embed, gelu, layerNorm, linear, logChances, softmax } from '../../src/training/tensor/operations.ts'
import { Parameters } from '../../src/training/tensor/parameters.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { expectDerivatives, random } from './check.ts'

const space = new Space(64 << 20)
const small = fc.integer({ min: 1, max: 9 })
const seeds = fc.integer()
const property = <T extends unknown[]>(name: string, parts: { [K in keyof T]: fc.Arbitrary<T[K]> }, check: (...args: T) => void) =>
  it(name, () =>
    fc.assert(
      fc.property(fc.tuple<T>(...(parts as never)), (all) => check(...all)),
      { numRuns: 60 },
    ),
  )

property(
  'a product is the sum of products, however its operands lie',
  [fc.nat(70), fc.nat(530), fc.nat(270), seeds],
  (m, n, depth, seed) => {
    fc.pre(m * n * depth > 0 && m * n * depth < 3e6)
    const rng = seeded(seed)
    const tape = new Tape(space)
    const a = random([m, depth], rng)
    const b = random([depth, n], rng)
    const turned = ({ values }: typeof a, rows: number, columns: number) =>
      values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!)
    const at = (values: Float32Array) => tape.constant([values.length], values).at
    const [plainA, plainB] = [at(a.values), at(b.values)]
    const [turnedA, turnedB] = [at(turned(a, m, depth)), at(turned(b, depth, n))]
    const c = space.zeros(m * n + 1)
    const spots = Array.from({ length: 20 }, () => [Math.floor(rng.next() * m), Math.floor(rng.next() * n)] as const)
    const exact = ([i, j]: readonly [number, number]) => {
      let sum = 0
      for (let k = 0; k < depth; k++) sum += a.values[i * depth + k]! * b.values[k * n + j]!
      return sum
    }
    type Operands = [number, number, number, number, number, number]
    const laid: Operands[] = [
      [plainA, depth, 1, plainB, n, 1],
      [turnedA, 1, m, plainB, n, 1],
      [plainA, depth, 1, turnedB, 1, depth],
      [turnedA, 1, m, turnedB, 1, depth],
    ] as const
    for (const operands of laid) {
      space.product(...operands, c, n, m, n, depth, 0)
      space.product(...operands, c, n, m, n, depth, 1)
      for (const spot of spots) expect(space.f32[(c >> 2) + spot[0] * n + spot[1]]).toBeCloseTo(2 * exact(spot), 3)
      expect(space.f32[(c >> 2) + m * n], 'nothing is written behind').toBe(0)
    }
    tape.end()
  },
)

property('linear', [small, small, small, seeds], (rows, inner, quarter, seed) => {
  const rng = seeded(seed)
  const outer = 4 * quarter
  const inputs = [random([rows, inner], rng), random([inner, outer], rng), random([outer], rng)]
  expectDerivatives(space, inputs, (tape, [x, w, b]) => linear(tape, x!, w!, b), rng)
})

property('add, and one tensor used twice', [small, seeds], (n, seed) => {
  const rng = seeded(seed)
  expectDerivatives(space, [random([n], rng), random([n], rng)], (tape, [a, b]) => add(tape, add(tape, a!, b!, -0.7), a!, 3), rng)
})

property('gelu', [small, seeds], (n, seed) => {
  const rng = seeded(seed)
  expectDerivatives(space, [random([n], rng, 4)], (tape, [x]) => gelu(tape, x!), rng)
})

property('embed', [small, small, fc.array(fc.nat(8), { minLength: 1, maxLength: 12 }), seeds], (more, quarter, ids, seed) => {
  const rng = seeded(seed)
  expectDerivatives(space, [random([8 + more, 4 * quarter], rng)], (tape, [table]) => embed(tape, table!, ids), rng)
})

property('layer norm', [small, small, seeds], (rows, quarter, seed) => {
  const rng = seeded(seed)
  const width = 4 * quarter
  const inputs = [random([rows, width], rng, 3), random([width], rng), random([width], rng)]
  expectDerivatives(space, inputs, (tape, [x, gain, bias]) => layerNorm(tape, x!, gain!, bias!), rng, 0.003)
})

property('softmax', [small, small, seeds], (rows, width, seed) => {
  const rng = seeded(seed)
  expectDerivatives(space, [random([rows, width], rng, 3)], (tape, [x]) => softmax(tape, x!), rng)
})

property(
  'attention',
  [fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 3 }), seeds],
  (batch, time, heads, seed) => {
    const rng = seeded(seed)
    expectDerivatives(space, [random([batch * time, 3 * 4 * heads], rng)], (tape, [qkv]) => attention(tape, qkv!, batch, heads), rng)
  },
)

property('attention sees nothing that comes later', [fc.integer({ min: 2, max: 70 }), seeds], (time, seed) => {
  const rng = seeded(seed)
  const { values } = random([time, 24], rng)
  const cut = 1 + Math.floor(rng.next() * (time - 1))
  const run = (qkv: Float32Array) => {
    const tape = new Tape(space, false)
    const { at } = attention(tape, tape.constant([time, 24], qkv), 1, 2)
    const seen = space.floats(at, cut * 8).slice()
    tape.end()
    return seen
  }
  expect(run(values)).toEqual(run(values.map((value, i) => (i < cut * 24 ? value : 100 * rng.next()))))
})

property('log-chances and cross-entropy', [small, small, seeds], (rows, width, seed) => {
  const rng = seeded(seed)
  const targets = Array.from({ length: rows }, () => Math.floor(rng.next() * width))
  const weights = targets.map(() => rng.next() + 0.1)
  const { values } = random([rows, width], rng, 3)
  const run = (shift: number, direction: Float32Array) => {
    const tape = new Tape(space)
    const logits = {
      ...tape.constant(
        [rows, width],
        values.map((value, i) => value + shift * direction[i]!),
      ),
      grad: 0,
    }
    const chances = logChances(tape, logits, targets)
    const loss = crossEntropy(chances, weights)
    tape.backward()
    const gradient = space.floats(logits.grad, logits.size).slice()
    tape.end()
    return { loss, gradient, chances }
  }
  const direction = values.map(() => rng.next() * 2 - 1)
  const { gradient, chances } = run(0, direction)
  const told = gradient.reduce((sum, g, i) => sum + g * direction[i]!, 0)
  expect(told).toBeCloseTo((run(0.01, direction).loss - run(-0.01, direction).loss) / 0.02, 3)
  for (let i = 0; i < rows; i++) {
    const row = [...values.subarray(i * width, (i + 1) * width)]
    const total = row.reduce((sum, x) => sum + Math.exp(x), 0)
    expect(chances.logs[i]).toBeCloseTo(row[targets[i]!]! - Math.log(total), 5)
    expect(chances.entropies[i]).toBeCloseTo(-row.reduce((sum, x) => sum + (Math.exp(x) / total) * (x - Math.log(total)), 0), 5)
  }
})

it('the log of a chance far below what f32 holds is still told', () => {
  const tape = new Tape(space)
  const { logs } = logChances(tape, tape.constant([1, 2], [0, 500]), [0])
  tape.end()
  expect(logs[0]).toBeCloseTo(-500, 6)
})

property('Adam is its equations', [small, seeds], (n, seed) => {
  const rng = seeded(seed)
  const mark = space.mark()
  const parameters = new Parameters(space, { w: [n] })
  const options = { rate: 0.01, decay: 0.1, clip: 0.5, warmUp: 2 }
  const adam = new Adam(space, parameters, options)
  const w = Array.from({ length: n }, () => rng.next())
  parameters.valuesOf(parameters.get('w')).set(w)
  const [m, v] = [w.map(() => 0), w.map(() => 0)]
  for (let t = 1; t <= 3; t++) {
    const gradient = w.map(() => rng.next() * 2 - 1)
    parameters.gradients.set(gradient)
    adam.step(2)
    const norm = 2 * Math.hypot(...gradient)
    const rate = options.rate * Math.min(1, t / options.warmUp)
    for (let i = 0; i < n; i++) {
      const g = 2 * gradient[i]! * Math.min(1, options.clip / norm)
      m[i] = 0.9 * m[i]! + 0.1 * g
      v[i] = 0.999 * v[i]! + 0.001 * g * g
      w[i] = w[i]! * (1 - rate * options.decay) - (rate * m[i]!) / (1 - 0.9 ** t) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8)
      expect(parameters.values[i]).toBeCloseTo(w[i]!, 4)
    }
  }
  space.release(mark)
})

for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
  it(`a gradient of ${bad} changes nothing and is told`, () => {
    const mark = space.mark()
    const parameters = new Parameters(space, { w: [5] })
    const adam = new Adam(space, parameters, { rate: 0.1 })
    parameters.gradients.set([1, bad], 1)
    expect(adam.step().finite).toBe(false)
    expect([...parameters.values, ...adam.means, ...parameters.gradients].every((value) => value === 0)).toBe(true)
    space.release(mark)
  })

it('too little memory is said, and what was given out before still stands', () => {
  const tight = new Space(1 << 20)
  const tape = new Tape(tight)
  const one = tape.constant([3], [1, 2, 3])
  expect(() => tight.take(1 << 20)).toThrow(OutOfMemory)
  expect([...tight.floats(one.at, 3)]).toEqual([1, 2, 3])
})

it('shapes that do not go together and ids that are none are refused', () => {
  const tape = new Tape(space)
  const x = tape.constant([2, 4], new Float32Array(8))
  expect(() => linear(tape, x, tape.constant([3, 4], new Float32Array(12)))).toThrow(RangeError)
  for (const id of [-1, 2, Number.NaN]) expect(() => embed(tape, x, [id])).toThrow(RangeError)
  for (const target of [-1, 4, Number.NaN]) expect(() => logChances(tape, x, [0, target])).toThrow(RangeError)
  tape.end()
})
