/** Decoding with a cache is the full forward pass; adapters merged are adapters beside; files say what was saved or are refused. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { createLora, merge } from '../../src/training/lora.ts'
import { readSafetensors, writeSafetensors } from '../../src/training/safetensors.ts'
import { sample } from '../../src/training/sample.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { crossEntropy, logChances } from '../../src/training/tensor/operations.ts'
import { fillNormal } from '../../src/training/tensor/parameters.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { type Config, createModel, forward, type Model, shapesOf } from '../../src/training/transformer.ts'

const space = new Space(64 << 20)
const config: Config = { layers: 2, width: 16, heads: 2, time: 24, vocabulary: 11 }

/** A model whose chances differ much from token to token. */
function sharp(seed: number, adapted = false): Model {
  const rng = seeded(seed)
  const model = createModel(space, config, rng, !adapted)
  for (const tensor of model.base.tensors.values()) fillNormal(model.base.valuesOf(tensor), 0.4, rng)
  if (!adapted) return model
  const lora = createLora(space, config, { rank: 3, alpha: 6 }, rng)
  for (const tensor of lora.parameters.tensors.values()) fillNormal(lora.parameters.valuesOf(tensor), 0.2, rng)
  return { ...model, lora }
}

function logitsOf(model: Model, tokens: number[], batch = 1): Float32Array {
  const tape = new Tape(space, false)
  const { at, size } = forward(tape, model, tokens, batch)
  const values = space.floats(at, size).slice()
  tape.end()
  return values
}

const prompts = fc.array(fc.array(fc.nat(10), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 7 })

it('what is sampled with a cache has the chances of the full forward pass', () => {
  fc.assert(
    fc.property(prompts, fc.integer({ min: 1, max: 4 }), fc.integer(), fc.boolean(), (all, slots, seed, adapted) => {
      const mark = space.mark()
      const model = sharp(seed, adapted)
      const requests = all.map((prompt, i) => ({ prompt, seed: seed + i }))
      for (const [i, { tokens, logs, ended }] of sample(space, model, requests, { stop: 0, most: 12, slots }).entries()) {
        const { prompt } = requests[i]!
        expect(ended).toBe(tokens.at(-1) === 0)
        expect(tokens.slice(0, -1)).not.toContain(0)
        const whole = [...prompt, ...tokens]
        const logits = logitsOf(model, whole.slice(0, -1))
        const tape = new Tape(space, false)
        const chances = logChances(tape, tape.constant([whole.length - 1, 11], logits), whole.slice(1))
        tape.end()
        for (const [k, log] of logs.entries()) expect(log).toBeCloseTo(chances.logs[prompt.length - 1 + k]!, 3)
      }
      space.release(mark)
    }),
    { numRuns: 25 },
  )
})

it('a completion depends on its prompt and its seed, not on what is sampled beside it', () => {
  const mark = space.mark()
  const model = sharp(5)
  const requests = Array.from({ length: 9 }, (_, i) => ({ prompt: [1 + (i % 5), 3], seed: i }))
  const run = (some: typeof requests, slots: number) => sample(space, model, some, { stop: 0, most: 20, slots })
  const together = run(requests, 4)
  for (const [i, request] of requests.entries()) expect(run([request], 1)[0]).toEqual(together[i])
  space.release(mark)
})

it('tokens are drawn as often as their chances say', () => {
  const mark = space.mark()
  const model = sharp(8)
  const draws = 4000
  const all = sample(
    space,
    model,
    Array.from({ length: draws }, (_, seed) => ({ prompt: [2], seed })),
    { stop: 0, most: 1, slots: 64 },
  )
  const logits = logitsOf(model, [2])
  const total = logits.reduce((sum, x) => sum + Math.exp(x), 0)
  const off = [...logits].reduce((sum, x, token) => {
    const due = (draws * Math.exp(x)) / total
    return sum + (all.filter(({ tokens }) => tokens[0] === token).length - due) ** 2 / due
  }, 0)
  // Chi-squared of ten degrees of freedom: above 35 once in ten thousand.
  expect(off).toBeLessThan(35)
  space.release(mark)
})

it('an adapter merged answers as beside, and begins as nothing', () => {
  const mark = space.mark()
  const tokens = Array.from({ length: 40 }, (_, i) => (i * 7) % 11)
  const model = sharp(2, true)
  const beside = logitsOf(model, tokens, 2)
  const without = logitsOf({ ...model, lora: undefined }, tokens, 2)
  expect(Math.max(...beside.map((x, i) => Math.abs(x - without[i]!)))).toBeGreaterThan(0.1)
  expect(logitsOf({ ...model, lora: createLora(space, config, { rank: 3, alpha: 6 }, seeded(1)) }, tokens, 2)).toEqual(without)
  const merged = logitsOf(merge(space, model), tokens, 2)
  for (const [i, x] of merged.entries()) expect(x).toBeCloseTo(beside[i]!, 3)
  space.release(mark)
})

it('training an adapter moves it alone, along its derivative', () => {
  const mark = space.mark()
  const model = sharp(4, true)
  const before = model.base.values.slice()
  const tokens = Array.from({ length: 12 }, (_, i) => (i * 5) % 11)
  const loss = () => {
    const tape = new Tape(space)
    const value = crossEntropy(
      logChances(tape, forward(tape, model, tokens, 1), tokens),
      tokens.map(() => 1),
    )
    tape.backward()
    tape.end()
    return value
  }
  loss()
  const { values, gradients } = model.lora!.parameters
  const gradient = gradients.slice()
  const start = values.slice()
  const h = 1e-3 / Math.hypot(...gradient)
  const at = (shift: number) => {
    values.set(start.map((value, i) => value + shift * gradient[i]!))
    return loss()
  }
  const found = (at(h) - at(-h)) / (2 * h)
  const told = gradient.reduce((sum, g) => sum + g * g, 0)
  expect(Math.abs(found - told) / told).toBeLessThan(0.02)
  expect(model.base.values).toEqual(before)
  space.release(mark)
})

it('what is saved is read back to the bit', () => {
  const tensor = fc
    .array(fc.float({ noNaN: true }), { maxLength: 9 })
    .map((values) => ({ shape: [values.length], values: Float32Array.from(values) }))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), tensor), fc.dictionary(fc.string(), fc.string()), (tensors, metadata) => {
      fc.pre(!('__metadata__' in tensors))
      const bytes = writeSafetensors({ tensors, metadata })
      // As of a file: within a larger buffer, on an odd boundary.
      const read = readSafetensors(Buffer.concat([new Uint8Array(3), bytes]).subarray(3))
      expect(read.ok && Object.entries(read.value.tensors).sort()).toEqual(Object.entries(tensors).sort())
      expect(read.ok && read.value.metadata).toEqual(metadata)
    }),
  )
})

it('a file that was tampered with is refused or is still whole, never more', () => {
  const bytes = writeSafetensors({ tensors: { a: { shape: [2, 2], values: new Float32Array(4) } }, metadata: { of: 'test' } })
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
      const changed = bytes.slice(0, length)
      if (at < length) changed[at] = value
      const read = readSafetensors(changed)
      if (!read.ok) expect(read.error.code).toMatch(/^tensors-(?:invalid|kind)$/)
      else for (const { shape, values } of Object.values(read.value.tensors)) expect(values.length).toBe(shape.reduce((a, b) => a * b, 1))
    }),
    { numRuns: 500 },
  )
})

for (const [why, header, data] of [
  ['offsets beyond the file', { a: { dtype: 'F32', shape: [4], data_offsets: [0, 16] } }, 8],
  ['a shape whose product overflows', { a: { dtype: 'F32', shape: [2 ** 31, 2 ** 31], data_offsets: [0, 8] } }, 8],
  [
    'overlapping tensors',
    { a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] }, b: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } },
    8,
  ],
  ['a hole', { a: { dtype: 'F32', shape: [1], data_offsets: [4, 8] } }, 8],
  ['a negative size', { a: { dtype: 'F32', shape: [-2], data_offsets: [0, 8] } }, 8],
  ['a half of a half', { a: { dtype: 'BF16', shape: [3], data_offsets: [0, 8] } }, 8],
  ['a list', [], 0],
] as const)
  it(`refuses ${why}`, () => {
    const json = new TextEncoder().encode(JSON.stringify(header))
    const bytes = new Uint8Array(8 + json.length + data)
    new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true)
    bytes.set(json, 8)
    expect(readSafetensors(bytes)).toMatchObject({ ok: false, error: { code: 'tensors-invalid' } })
  })

it('weights of another model, or that are no numbers, are refused and change nothing', () => {
  const mark = space.mark()
  const { base } = sharp(1)
  const before = base.values.slice()
  const { head, ...missing } = base.save()
  const bad = { ...missing, head: { shape: head!.shape, values: head!.values.map(() => Number.NaN) } }
  expect(base.load(missing)).toMatchObject({ error: { code: 'weights-mismatch' } })
  expect(base.load(bad)).toMatchObject({ error: { code: 'weights-not-finite' } })
  expect(base.load({ ...base.save(), more: head! })).toMatchObject({ error: { code: 'weights-mismatch' } })
  expect(base.values).toEqual(before)
  space.release(mark)
})

it('sizes that do not go together are refused', () => {
  for (const wrong of [{ width: 6 }, { heads: 3 }, { layers: 0 }, { vocabulary: 1.5 }])
    expect(() => shapesOf({ ...config, ...wrong })).toThrow(RangeError)
  expect(() => sample(space, sharp(1), [{ prompt: [], seed: 1 }], { stop: 0, most: 4 })).toThrow(RangeError)
  expect(() => sample(space, sharp(1), [{ prompt: [1], seed: 1 }], { stop: 0, most: 40 })).toThrow(RangeError)
})
