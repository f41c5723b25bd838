/**
 * The file of the built-in embedder: for each feature a row of int8 with a scale of its own, and the bridge from Korean
 * words to the Han characters they are written with.
 *
 * Little-endian. Header of 52 bytes: magic 'OMEB', version, dimension, rows, bridge entries (u32 each), SHA-256 of those
 * and of all that follows. Then, in order: row hashes (u32 each), row scales (f32), bridge keys (u32), bridge
 * spellings (4 x u16, zeros at the end), rows (dimension x i8).
 */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../base/result.ts'

export type Weights = {
  dimension: number
  /** (rows), feature hashes. */
  hashes: Uint32Array
  /** (rows), what one step of an int8 is worth. */
  scales: Float32Array
  /** (rows x dimension) */
  rows: Int8Array
  /** (entries), bridgeKey of a Korean word. */
  bridgeKeys: Uint32Array
  /** (entries x 4), UTF-16 units of its folded Han spelling. */
  bridgeHan: Uint16Array
  /** Hex of the file's SHA-256: names these weights. */
  checksum: string
}

const MAGIC = 0x42454d4f
const VERSION = 1
const FIGURES = 20
const HEADER = FIGURES + 32
export const SPELLING = 4
const MOST_DIMENSIONS = 4096
const MOST_ROWS = 1 << 22

export function encodeWeights(weights: Omit<Weights, 'checksum'>): Uint8Array {
  const parts = [weights.hashes, weights.scales, weights.bridgeKeys, weights.bridgeHan, weights.rows]
  const payload = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)))
  const header = Buffer.alloc(HEADER)
  const figures = [MAGIC, VERSION, weights.dimension, weights.hashes.length, weights.bridgeKeys.length]
  figures.forEach((figure, i) => {
    header.writeUInt32LE(figure, i * 4)
  })
  digest(header.subarray(0, FIGURES), payload).copy(header, FIGURES)
  return new Uint8Array(Buffer.concat([header, payload]))
}

/** Fails with 'weights-foreign', 'weights-version', 'weights-cut' or 'weights-damaged'. Copies nothing of size. */
export function decodeWeights(bytes: Uint8Array): Result<Weights> {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEADER))
  if (header.length < 4 || header.readUInt32LE(0) !== MAGIC) return fail('weights-foreign', 'This is not a file of embedding weights.')
  if (header.length < HEADER) return cut(bytes.byteLength, HEADER)
  const [version, dimension, rows, entries] = [4, 8, 12, 16].map((at) => header.readUInt32LE(at)) as [number, number, number, number]
  if (version !== VERSION)
    return fail('weights-version', `These embedding weights are of version ${version}; this program reads version ${VERSION}.`, { version })
  if (dimension < 1 || dimension > MOST_DIMENSIONS || rows > MOST_ROWS || entries > MOST_ROWS)
    return fail('weights-damaged', 'The embedding weights are damaged: their header makes no sense.')
  const sizes = [rows * 4, rows * 4, entries * 4, entries * SPELLING * 2, rows * dimension]
  const whole = HEADER + sizes.reduce((sum, size) => sum + size, 0)
  if (bytes.byteLength !== whole) return cut(bytes.byteLength, whole)
  const payload = bytes.subarray(HEADER)
  const checksum = digest(header.subarray(0, FIGURES), payload)
  if (!checksum.equals(header.subarray(FIGURES)))
    return fail('weights-damaged', 'The embedding weights are damaged: their checksum does not fit.')
  // Views need an aligned start; a Buffer of a pool may not have one.
  const aligned = payload.byteOffset % 4 === 0 ? payload : payload.slice()
  const starts = sizes.map((_, i) => aligned.byteOffset + sizes.slice(0, i).reduce((sum, size) => sum + size, 0))
  const { buffer } = aligned
  return ok({
    dimension,
    hashes: new Uint32Array(buffer, starts[0], rows),
    scales: new Float32Array(buffer, starts[1], rows),
    bridgeKeys: new Uint32Array(buffer, starts[2], entries),
    bridgeHan: new Uint16Array(buffer, starts[3], entries * SPELLING),
    rows: new Int8Array(buffer, starts[4], rows * dimension),
    checksum: checksum.toString('hex'),
  })
}

const digest = (figures: Uint8Array, payload: Uint8Array) => createHash('sha256').update(figures).update(payload).digest()

const cut = (bytes: number, whole: number) =>
  fail('weights-cut', `The embedding weights are cut: ${bytes} of ${whole} bytes are there.`, { bytes, whole })

/** Rows of float to int8, each with the scale that fits its largest value. A row of zeros has scale 0. */
export function quantise(rows: Float32Array, dimension: number): { rows: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(rows.length / dimension)
  const out = new Int8Array(rows.length)
  for (let r = 0; r < scales.length; r++) {
    const row = rows.subarray(r * dimension, (r + 1) * dimension)
    const most = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    scales[r] = most / 127
    if (most > 0) for (let j = 0; j < dimension; j++) out[r * dimension + j] = Math.round(row[j]! / scales[r]!)
  }
  return { rows: out, scales }
}
