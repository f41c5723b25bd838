/** An adapter from elsewhere: what PEFT writes is read, ours goes there and back, GGUF is read back by hand, and what is hostile is refused. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { readAdapter, toOurs, toPeft } from '../../src/training/adapter.ts'
import { toGguf } from '../../src/training/gguf.ts'
import { createLora } from '../../src/training/lora.ts'
import { readSafetensors, type Tensors, writeSafetensors } from '../../src/training/safetensors.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { createModel, forward, type Model } from '../../src/training/transformer.ts'

const root = mkdtempSync(join(tmpdir(), 'macaron-adapter-'))
afterAll(() => rmSync(root, { recursive: true }))

const rng = seeded(3)
const random = (...shape: number[]) => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => rng.next() - 0.5),
})
const Q = 'base_model.model.model.layers.0.self_attn.q_proj'
const DOWN = 'base_model.model.model.layers.11.mlp.down_proj'
const tensors: Tensors = {
  [`${Q}.lora_A.weight`]: random(4, 12),
  [`${Q}.lora_B.weight`]: random(10, 4),
  [`${DOWN}.lora_A.weight`]: random(4, 6),
  [`${DOWN}.lora_B.weight`]: random(8, 4),
}
const file = (all: Tensors = tensors) => writeSafetensors({ tensors: all, metadata: { format: 'pt' } })
const settings = (more: object = {}) =>
  JSON.stringify({ peft_type: 'LORA', r: 4, lora_alpha: 16, target_modules: ['q_proj', 'down_proj'], bias: 'none', ...more })

/** A file with its header replaced, and with the bytes given. */
function crafted(header: object | string, bytes: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const all = new Uint8Array(8 + json.length + bytes.length)
  new DataView(all.buffer).setBigUint64(0, BigInt(json.length), true)
  all.set(json, 8)
  all.set(bytes, 8 + json.length)
  return all
}

it('is read as PEFT writes it, and its scale is alpha over the rank, or over its root', () => {
  const read = readAdapter(settings(), file())
  if (!read.ok) throw new Error(read.error.message)
  expect([...read.value.layers.keys()]).toEqual(['model.layers.0.self_attn.q_proj', 'model.layers.11.mlp.down_proj'])
  expect(read.value).toMatchObject({ rank: 4, scale: 4 })
  expect(read.value.layers.get('model.layers.0.self_attn.q_proj')).toMatchObject({ inner: 12, outer: 10 })
  expect(readAdapter(settings({ use_rslora: true }), file())).toMatchObject({ ok: true, value: { scale: 8 } })
})

it('halves of floats are read as the floats they are', () => {
  const halves = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff)
  const brief = Uint16Array.of(0x3f80, 0xc000, 0x0001, 0x4049)
  const header = (dtype: string) => ({ t: { dtype, shape: [4], data_offsets: [0, 8] } })
  const valuesOf = (dtype: string, bits: Uint16Array) => {
    const read = readSafetensors(crafted(header(dtype), new Uint8Array(bits.buffer)))
    return read.ok ? [...read.value.tensors.t!.values] : read.error
  }
  expect(valuesOf('F16', halves)).toEqual([1, -2, 2 ** -24, 65504])
  expect(valuesOf('BF16', brief)).toEqual([1, -2, 2 ** -133, 3.140625])
})

it('ours goes to PEFT and back, and the model says the same', () => {
  const space = new Space(16 << 20)
  const config = { layers: 2, width: 16, heads: 2, time: 8, vocabulary: 11 }
  const plain = createModel(space, config, seeded(1), false)
  const lora = createLora(space, config, { rank: 3, alpha: 6 }, seeded(2))
  lora.parameters.values.forEach((_, i, all) => {
    all[i] = Math.sin(i)
  })
  const model: Model = { ...plain, lora }
  const logits = (of: Model) => {
    const tape = new Tape(space, false)
    const { at, size } = forward(tape, of, [1, 2, 3, 4], 1)
    const values = space.floats(at, size).slice()
    tape.end()
    return values
  }
  const before = logits(model)
  const peft = toPeft(lora)
  expect(Object.keys(peft.tensors)).toContain('base_model.model.layers.1.qkv.lora_A.weight')
  expect(peft.tensors['base_model.model.layers.1.up.lora_B.weight']!.shape).toEqual([64, 3])
  const read = readAdapter(peft.settings, file(peft.tensors))
  if (!read.ok) throw new Error(read.error.message)
  const back = toOurs(read.value)
  expect(back.options).toEqual({ rank: 3, alpha: 6 })
  lora.parameters.values.fill(0)
  expect(lora.parameters.load(back.tensors).ok).toBe(true)
  expect(logits(model)).toEqual(before)
  // That of another model is refused, and nothing is changed.
  const other = toOurs({ ...read.value, layers: new Map([...read.value.layers].slice(1)) })
  expect(lora.parameters.load(other.tensors)).toMatchObject({ ok: false, error: { code: 'weights-mismatch' } })
  expect(logits(model)).toEqual(before)
})

/** A GGUF file read by the letter of its format. */
function readGguf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 0
  const skip = (n: number) => {
    at += n
    return at - n
  }
  const u32 = () => view.getUint32(skip(4), true)
  const u64 = () => Number(view.getBigUint64(skip(8), true))
  const word = (length: number) => new TextDecoder().decode(bytes.subarray(at, skip(length) + length))
  const text = () => word(u64())
  const magic = word(4)
  const version = u32()
  const [count, words] = [u64(), u64()]
  const settings = Object.fromEntries(Array.from({ length: words }, () => [text(), u32() === 8 ? text() : view.getFloat32(skip(4), true)]))
  const infos = Array.from({ length: count }, () => ({
    name: text(),
    sizes: Array.from({ length: u32() }, u64),
    kind: u32(),
    offset: u64(),
  }))
  const from = Math.ceil(at / 32) * 32
  const all = infos.map(({ name, sizes, kind, offset }) => {
    const length = sizes[0]! * sizes[1]!
    const values = Array.from({ length }, (_, i) => view.getFloat32(from + offset + 4 * i, true))
    return { name, sizes, kind, offset, values }
  })
  return { magic, version, settings, tensors: all }
}

it('GGUF: names, sizes and bytes are those that llama.cpp looks for', () => {
  const read = readAdapter(settings(), file())
  const made = read.ok ? toGguf(read.value, 'qwen2') : read
  if (!made.ok) throw new Error(made.error.message)
  const { magic, version, settings: words, tensors: told } = readGguf(made.value)
  expect([magic, version]).toEqual(['GGUF', 3])
  expect(words).toEqual({ 'general.architecture': 'qwen2', 'general.type': 'adapter', 'adapter.type': 'lora', 'adapter.lora.alpha': 16 })
  expect(told.map(({ name, sizes, kind }) => [name, sizes, kind])).toEqual([
    ['blk.0.attn_q.weight.lora_a', [12, 4], 0],
    ['blk.0.attn_q.weight.lora_b', [4, 10], 0],
    ['blk.11.ffn_down.weight.lora_a', [6, 4], 0],
    ['blk.11.ffn_down.weight.lora_b', [4, 8], 0],
  ])
  for (const { offset } of told) expect(offset % 32).toBe(0)
  expect(told[3]!.values).toEqual([...tensors[`${DOWN}.lora_B.weight`]!.values])
})

const without = (name: string) => Object.fromEntries(Object.entries(tensors).filter(([one]) => one !== name))
const renamed = (name: string) => ({ ...without(`${Q}.lora_A.weight`), [name]: tensors[`${Q}.lora_A.weight`]! })
const BAD: [string, string, string, Uint8Array][] = [
  ['settings that are no JSON', 'adapter-settings', '{', file()],
  ['settings without a rank', 'adapter-settings', '{"peft_type":"LORA"}', file()],
  ['a rank of a billion', 'adapter-settings', settings({ r: 1e9 }), file()],
  ['another kind of adapter', 'adapter-kind', settings({ peft_type: 'IA3' }), file()],
  ['DoRA', 'adapter-kind', settings({ use_dora: true }), file()],
  ['layers of their own rank', 'adapter-kind', settings({ rank_pattern: { q_proj: 8 } }), file()],
  ['trained biases', 'adapter-kind', settings({ bias: 'all' }), file()],
  ['another rank than it says', 'adapter-shape', settings({ r: 8 }), file()],
  ['three dimensions', 'adapter-shape', settings(), file({ ...tensors, [`${Q}.lora_A.weight`]: random(4, 3, 4) })],
  ['nothing in it', 'adapter-empty', settings(), file({})],
  ['one half of a layer', 'adapter-half', settings(), file(without(`${Q}.lora_B.weight`))],
  ['one half twice', 'adapter-name', settings(), file({ ...tensors, [`${Q}.lora_A.default.weight`]: random(4, 12) })],
  ['a name that is a path', 'adapter-name', settings(), file(renamed('../../.ssh/authorized_keys'))],
  ['a path in a name', 'adapter-name', settings(), file(renamed('base_model.model.../../etc.lora_A.weight'))],
  ['a name of the prototype', 'adapter-name', settings(), file(renamed('base_model.model.a b.lora_A.weight'))],
  ['a name of a megabyte', 'adapter-name', settings(), file(renamed(`base_model.model.${'a.'.repeat(500_000)}lora_A.weight`))],
  [
    'weights that are no numbers',
    'weights-not-finite',
    settings(),
    file({ ...tensors, [`${Q}.lora_A.weight`]: { shape: [4, 12], values: new Float32Array(48).fill(Number.NaN) } }),
  ],
  ['cut short', 'tensors-invalid', settings(), file().subarray(0, -3)],
  ['cut in its header', 'tensors-invalid', settings(), file().subarray(0, 40)],
  ['empty', 'tensors-invalid', settings(), new Uint8Array()],
  [
    'numbers of eight bits',
    'tensors-kind',
    settings(),
    crafted({ t: { dtype: 'F8_E4M3', shape: [4], data_offsets: [0, 4] } }, new Uint8Array(4)),
  ],
  [
    'a kind that is of the prototype',
    'tensors-kind',
    settings(),
    crafted({ t: { dtype: 'toString', shape: [4], data_offsets: [0, 4] } }, new Uint8Array(4)),
  ],
  [
    'a shape that overflows',
    'tensors-invalid',
    settings(),
    crafted({ t: { dtype: 'F32', shape: [2 ** 31, 2 ** 31], data_offsets: [0, 4] } }, new Uint8Array(4)),
  ],
]
it.each(BAD)('%s: %s', (_, code, words, bytes) => {
  expect(readAdapter(words, bytes)).toMatchObject({ ok: false, error: { code } })
})

it('whatever is changed in the file, it is refused or read, and nothing is thrown', () => {
  const whole = file()
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
      const changed = whole.slice(0, length)
      if (at < length) changed[at] = value
      const read = readAdapter(settings(), changed)
      if (!read.ok) return
      for (const { a, b, inner, outer } of read.value.layers.values()) expect([a.length, b.length]).toEqual([4 * inner, 4 * outer])
      const made = toGguf(read.value, 'qwen2')
      expect(made.ok || made.error.code === 'adapter-layer').toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('a layer that llama.cpp does not have is refused by its name', () => {
  const read = readAdapter(
    settings(),
    file(Object.fromEntries(Object.entries(tensors).map(([name, one]) => [name.replace('q_proj', 'c_attn'), one]))),
  )
  expect(read.ok && toGguf(read.value, 'qwen3')).toMatchObject({
    ok: false,
    error: { code: 'adapter-layer', values: { architecture: 'qwen3' } },
  })
})

const PROGRAM = fileURLToPath(new URL('../../dist/macaron.js', import.meta.url))
const RUN = ['-e', `import(${JSON.stringify(PROGRAM)}).then(async (m) => { process.exitCode = await m.main(process.argv.slice(1)) })`, '--']
const macaron = (locale: string, ...args: string[]) =>
  spawnSync(process.execPath, [...RUN, 'adapter', ...args], { encoding: 'utf8', env: { ...process.env, LC_ALL: locale }, timeout: 20_000 })

describe.skipIf(!existsSync(PROGRAM))('macaron adapter', () => {
  const folder = join(root, 'lora_adapter')
  mkdirSync(folder)
  writeFileSync(join(folder, 'adapter_config.json'), settings())
  writeFileSync(join(folder, 'adapter_model.safetensors'), file())

  it('writes what a local server takes, and says how to start it', () => {
    const { status, stdout } = macaron('en_US.UTF-8', folder)
    expect([status, stdout]).toEqual([0, expect.stringContaining('--lora')])
    expect(readGguf(readFileSync(join(folder, 'adapter.gguf'))).tensors).toHaveLength(4)
  })

  it('says in the person’s language what is wrong, and writes nothing', () => {
    const other = join(root, 'cut')
    mkdirSync(other)
    writeFileSync(join(other, 'adapter_config.json'), settings())
    writeFileSync(join(other, 'adapter_model.safetensors'), file(without(`${Q}.lora_B.weight`)))
    const { status, stderr } = macaron('ko_KR.UTF-8', other)
    expect([status, stderr]).toEqual([1, expect.stringContaining('반쪽')])
    expect(readdirSync(other)).toHaveLength(2)
    expect(macaron('ja_JP.UTF-8', join(root, 'none')).stderr).toMatch(/ファイル .* を読めません/)
    expect(macaron('en_US.UTF-8', folder, '--to', join(root, 'none', 'x.gguf')).stderr).toMatch(/could not be written/)
  })
})
