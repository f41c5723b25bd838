/**
 * The safetensors format (huggingface.co/docs/safetensors): the length of a header as u64, the header in JSON {name: {dtype,
 * shape, data_offsets}, "__metadata__": {string: string}}, then the bytes. Writes F32 and F64, reads F16 and
 * BF16 as well (as floats); a file from elsewhere is hostile until every length and offset was looked at.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'

export type Stored = Float32Array | Float64Array
export type Tensors = Record<string, { shape: number[]; values: Stored }>
export type File = { tensors: Tensors; metadata: Record<string, string> }

const LARGEST_HEADER = 100_000_000
const size = z.int().nonnegative()
const Entry = z.strictObject({ dtype: z.string().max(20), shape: z.array(size), data_offsets: z.tuple([size, size]) })
const BYTES = { F16: 2, BF16: 2, F32: 4, F64: 8 }
type Kind = keyof typeof BYTES

export function writeSafetensors({ tensors, metadata }: File): Uint8Array<ArrayBuffer> {
  let at = 0
  const header: Record<string, unknown> = { __metadata__: metadata }
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    header[name] = { dtype: values instanceof Float32Array ? 'F32' : 'F64', shape, data_offsets: [at, at + values.byteLength] }
    at += values.byteLength
  }
  const json = new TextEncoder().encode(JSON.stringify(header))
  // Padded with spaces, so that the bytes begin on a boundary of eight.
  const length = Math.ceil(json.length / 8) * 8
  const bytes = new Uint8Array(8 + length + at).fill(32, 8, 8 + length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true)
  bytes.set(json, 8)
  let to = 8 + length
  for (const { values } of Object.values(tensors)) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), to)
    to += values.byteLength
  }
  return bytes
}

const invalid = (why: string) => fail('tensors-invalid', `This is no safetensors file that can be read: ${why}.`, { why })

export function readSafetensors(bytes: Uint8Array): Result<File> {
  if (bytes.length < 8) return invalid('it is shorter than its header')
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  if (length > LARGEST_HEADER || length > bytes.length - 8) return invalid('its header is longer than the file')
  const header = parsed(bytes.subarray(8, 8 + length))
  if (!header) return invalid('its header is no JSON object')
  const { __metadata__: words = {}, ...entries } = header
  const metadata = z.record(z.string(), z.string()).safeParse(words)
  if (!metadata.success) return invalid('its metadata are not all words')
  const data = bytes.subarray(8 + length)
  // No prototype: a tensor may bear any name.
  const tensors: Tensors = Object.create(null)
  let end = 0
  for (const [name, raw] of Object.entries(entries).sort(byOffset)) {
    const entry = Entry.safeParse(raw)
    if (!entry.success) return invalid(`the entry ${JSON.stringify(name.slice(0, 60))} is not as the format says`)
    const {
      dtype,
      shape,
      data_offsets: [from, to],
    } = entry.data
    if (!Object.hasOwn(BYTES, dtype)) {
      const values = { name: JSON.stringify(name.slice(0, 60)), kind: dtype }
      return fail('tensors-kind', `${values.name} is of numbers of the kind ${dtype}: F32, F64, F16 and BF16 are read.`, values)
    }
    const count = shape.reduce((a, b) => a * b, 1)
    if (from !== end || to > data.length || to - from !== count * BYTES[dtype as Kind])
      return invalid(`the bytes of ${JSON.stringify(name.slice(0, 60))} do not lie where it says, or are not as many as its shape has`)
    end = to
    // Copied: the bytes may lie on no boundary of four. (`slice` of a Buffer would be no copy.)
    const own = new Uint8Array(data.subarray(from, to)).buffer
    tensors[name] = { shape, values: valuesOf(dtype as Kind, own) }
  }
  return end === data.length ? ok({ tensors, metadata: metadata.data }) : invalid('bytes are left that belong to no tensor')
}

function valuesOf(kind: Kind, bytes: ArrayBuffer): Stored {
  switch (kind) {
    case 'F32':
      return new Float32Array(bytes)
    case 'F64':
      return new Float64Array(bytes)
    case 'BF16': {
      // The upper half of a float of 32 bits.
      const upper = Uint32Array.from(new Uint16Array(bytes), (half) => half << 16)
      return new Float32Array(upper.buffer)
    }
    case 'F16':
      return Float32Array.from(new Uint16Array(bytes), halfOf)
  }
}

/** IEEE 754 binary16: one bit of sign, five of exponent, ten of fraction. */
function halfOf(bits: number): number {
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023]
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024))
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** By where their bytes begin; what has no place is refused later. */
function byOffset([, a]: [string, unknown], [, b]: [string, unknown]): number {
  const at = (one: unknown) => Number((one as { data_offsets?: unknown[] } | null)?.data_offsets?.[0] ?? 0) || 0
  const end = (one: unknown) => Number((one as { data_offsets?: unknown[] } | null)?.data_offsets?.[1] ?? 0) || 0
  return at(a) - at(b) || end(a) - end(b)
}
