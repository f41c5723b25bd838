/**
 * An adapter as a GGUF file (github.com/ggml-org/ggml, docs/gguf.md, version 3), which llama.cpp's server takes beside a base:
 *
 *   "GGUF", version, counts; words {key, kind, value}; per tensor {name, sizes (the fastest first), kind, offset}; the bytes,
 *   each tensor on a boundary of 32
 *
 * Only for bases whose layers llama.cpp takes as they are (Qwen 2 and 3); of the llama family it turns the rows of q and k.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { Adapter } from './adapter.ts'

export const ARCHITECTURES = ['qwen2', 'qwen3'] as const
export type Architecture = (typeof ARCHITECTURES)[number]

const PARTS: Record<string, string> = {
  'self_attn.q_proj': 'attn_q',
  'self_attn.k_proj': 'attn_k',
  'self_attn.v_proj': 'attn_v',
  'self_attn.o_proj': 'attn_output',
  'mlp.gate_proj': 'ffn_gate',
  'mlp.up_proj': 'ffn_up',
  'mlp.down_proj': 'ffn_down',
}

/** `model.layers.3.mlp.up_proj` as llama.cpp calls it; nothing where it has no such layer. */
function nameOf(path: string): string | undefined {
  if (path === 'lm_head') return 'output'
  const [, layer, part] = /^model\.layers\.(\d{1,4})\.([a-z_.]{1,40})$/.exec(path) ?? []
  return part && Object.hasOwn(PARTS, part) ? `blk.${layer}.${PARTS[part]}` : undefined
}

const BOUNDARY = 32
const up = (n: number) => Math.ceil(n / BOUNDARY) * BOUNDARY
const [FLOAT32, WORD] = [6, 8]

export function toGguf({ rank, scale, layers }: Adapter, architecture: Architecture): Result<Uint8Array> {
  const tensors: { name: string; sizes: number[]; values: Float32Array }[] = []
  for (const [path, { a, b, inner, outer }] of layers) {
    const name = nameOf(path)
    if (!name)
      return fail('adapter-layer', `llama.cpp has no layer for ${path} in a model of ${architecture}.`, {
        name: path.slice(0, 60),
        architecture,
      })
    tensors.push({ name: `${name}.weight.lora_a`, sizes: [inner, rank], values: a })
    tensors.push({ name: `${name}.weight.lora_b`, sizes: [rank, outer], values: b })
  }
  const head = new Writer()
  head.raw(new TextEncoder().encode('GGUF'))
  head.u32(3)
  head.u64(tensors.length)
  const words = { 'general.architecture': architecture, 'general.type': 'adapter', 'adapter.type': 'lora' }
  head.u64(Object.keys(words).length + 1)
  for (const [key, value] of Object.entries(words)) {
    head.text(key)
    head.u32(WORD)
    head.text(value)
  }
  head.text('adapter.lora.alpha')
  head.u32(FLOAT32)
  // The server divides it by the rank.
  head.f32(scale * rank)
  let at = 0
  for (const { name, sizes, values } of tensors) {
    head.text(name)
    head.u32(sizes.length)
    for (const size of sizes) head.u64(size)
    // f32
    head.u32(0)
    head.u64(at)
    at += up(values.byteLength)
  }
  const from = up(head.length)
  const file = new Uint8Array(from + at)
  file.set(head.bytes())
  let to = from
  for (const { values } of tensors) {
    file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), to)
    to += up(values.byteLength)
  }
  return ok(file)
}

/** Little-endian, as GGUF is. */
class Writer {
  readonly #parts: Uint8Array[] = []
  length = 0

  raw(bytes: Uint8Array): void {
    this.#parts.push(bytes)
    this.length += bytes.length
  }
  #number(size: number, write: (view: DataView) => void): void {
    const bytes = new Uint8Array(size)
    write(new DataView(bytes.buffer))
    this.raw(bytes)
  }
  u32(n: number): void {
    this.#number(4, (view) => view.setUint32(0, n, true))
  }
  u64(n: number): void {
    this.#number(8, (view) => view.setBigUint64(0, BigInt(n), true))
  }
  f32(n: number): void {
    this.#number(4, (view) => view.setFloat32(0, n, true))
  }
  text(text: string): void {
    const bytes = new TextEncoder().encode(text)
    this.u64(bytes.length)
    this.raw(bytes)
  }
  bytes(): Uint8Array {
    const all = new Uint8Array(this.length)
    let at = 0
    for (const part of this.#parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }
}
