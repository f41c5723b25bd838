/**
 * The bytes of a saved index. Little-endian:
 *
 *   'macvec' | version u8 | kind u8 | dimension u32 | count u32 | seed u32 | model length u32 | model, UTF-8
 *   | body, by kind | SHA-256 of all before it
 *
 * A file is somebody else's bytes until its checksum, its header and every count in its body have been checked.
 */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../../base/result.ts'
import { DIMENSIONS, type IndexOptions } from './types.ts'

const MAGIC = [0x6d, 0x61, 0x63, 0x76, 0x65, 0x63]
export const VERSION = 1
export const KINDS = { exact: 1, quantised: 2, recall: 3 } as const
const DIGEST = 32

export type Header = { kind: number; dimension: number; count: number; seed: number; model: string }

/** Appends to bytes that grow by doubling. */
export class Writer {
  #bytes = new Uint8Array(1024)
  #length = 0

  u8(value: number): void {
    this.#room(1)[0] = value
  }

  u32(value: number): void {
    const room = this.#room(4)
    new DataView(room.buffer, room.byteOffset).setUint32(0, value, true)
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length).set(value)
  }

  /** Any typed array, as it lies in memory; every platform that Node runs on is little-endian. */
  array(value: ArrayBufferView): void {
    this.bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
  }

  /** UTF-8 with its length in bytes before it. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.u32(bytes.length)
    this.bytes(bytes)
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #room(size: number): Uint8Array {
    if (this.#length + size > this.#bytes.length) {
      const more = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + size))
      more.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = more
    }
    this.#length += size
    return this.#bytes.subarray(this.#length - size, this.#length)
  }
}

/** Bytes that are looked at in one step. */
const PIECE = 2 ** 20
/** The same where each line becomes a text of its own. */
const LINES = 2 ** 16
const LINE_FEED = 0x0a

/** What a body ran out of, or held that cannot be. Caught by `readingIndex`, which makes a failure of it. */
export class Malformed extends Error {}

/** Reads what `Writer` wrote. Throws Malformed past the end. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    // A Buffer is a Uint8Array whose `slice` does not copy.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  u32(): number {
    const b = this.bytes(4)
    return (b[0]! | (b[1]! << 8) | (b[2]! << 16) | (b[3]! << 24)) >>> 0
  }

  /** A view: copy what is to be kept. */
  bytes(size: number): Uint8Array {
    if (size > this.left) throw new Malformed('it is cut short')
    this.#at += size
    return this.#bytes.subarray(this.#at - size, this.#at)
  }

  text(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(this.u32()))
  }

  /** What `text` gives, parted where lines end. */
  *lines(): Generator<void, string[]> {
    const bytes = this.bytes(this.u32())
    const lines: string[] = []
    for (let at = 0; ; ) {
      const end = at + LINES < bytes.length ? bytes.indexOf(LINE_FEED, at + LINES) : bytes.length
      const piece = bytes.subarray(at, end < 0 ? bytes.length : end)
      for (const line of new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece).split('\n')) lines.push(line)
      at += piece.length + 1
      if (at > bytes.length) return lines
      yield
    }
  }

  floats(count: number): Float32Array {
    const floats = new Float32Array(this.bytes(4 * count).slice().buffer)
    if (!floats.every(Number.isFinite)) throw new Malformed('a figure in it is not finite')
    return floats
  }

  uints(count: number): Uint32Array {
    return new Uint32Array(this.bytes(4 * count).slice().buffer)
  }
}

export function writeIndex(header: Header, body: (writer: Writer) => void): Uint8Array {
  const writer = new Writer()
  writer.bytes(Uint8Array.from(MAGIC))
  writer.u8(VERSION)
  writer.u8(header.kind)
  const model = new TextEncoder().encode(header.model)
  for (const value of [header.dimension, header.count, header.seed, model.length]) writer.u32(value)
  writer.bytes(model)
  body(writer)
  const bytes = writer.done()
  const digest = createHash('sha256').update(bytes).digest()
  const whole = new Uint8Array(bytes.length + DIGEST)
  whole.set(bytes)
  whole.set(digest, bytes.length)
  return whole
}

/**
 * Checks what can be checked for every kind, then has `body` read the rest, in steps: a million items take seconds. Fails
 * 'index-invalid', never throws for bytes.
 */
export function* readingIndex<T>(
  bytes: Uint8Array,
  wanted: IndexOptions & { kind: number },
  body: (header: Header, reader: Reader) => Generator<void, T>,
): Generator<void, Result<T>> {
  try {
    const reader = new Reader(yield* opening(bytes))
    const header = headerOf(bytes[MAGIC.length + 1]!, reader)
    if (header.kind !== wanted.kind) throw new Malformed('it is an index of another kind')
    if (header.dimension !== wanted.dimension)
      throw new Malformed(`its vectors have ${header.dimension} components, not ${wanted.dimension}`)
    if (header.model !== wanted.model) throw new Malformed('its vectors are from another model')
    const value = yield* body(header, reader)
    if (reader.left) throw new Malformed('more follows than belongs to it')
    return ok(value)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return fail('index-invalid', `The saved index cannot be used: ${error.message}. Build it again from the store.`)
  }
}

/** The bytes between version and checksum. */
function* opening(bytes: Uint8Array): Generator<void, Uint8Array> {
  if (bytes.length < MAGIC.length + 2 + DIGEST) throw new Malformed('it is cut short')
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new Malformed('it is no index')
  if (bytes[MAGIC.length] !== VERSION) throw new Malformed(`it is of version ${bytes[MAGIC.length]}, not ${VERSION}`)
  const end = bytes.length - DIGEST
  const hash = createHash('sha256')
  for (let at = 0; at < end; at += PIECE) {
    hash.update(bytes.subarray(at, Math.min(end, at + PIECE)))
    yield
  }
  if (!hash.digest().equals(bytes.subarray(end))) throw new Malformed('its checksum does not fit: it is cut short or damaged')
  return bytes.subarray(MAGIC.length + 2, end)
}

function headerOf(kind: number, reader: Reader): Header {
  const [dimension, count, seed, length] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()]
  if (dimension < DIMENSIONS.least || dimension > DIMENSIONS.most) throw new Malformed(`${dimension} is no dimension`)
  const model = new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.bytes(length))
  return { kind, dimension, count, seed, model }
}
