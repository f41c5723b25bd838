/**
 * The memory in which tensors lie, and the kernels (kernels/tensor.ts) that work on it. It is given out from the bottom up;
 * what was given out after a mark is taken back at once.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../root.ts'

/** What kernels/tensor.ts exports: addresses are bytes into the memory, sizes are counted in floats; see there. */
export type Kernel = {
  configure(workspace: number): void
  product: Product
  packWhole(b: number, rowB: number, columnB: number, to: number, n: number, depth: number): void
  productPacked(
    ...args: [
      a: number,
      rowA: number,
      columnA: number,
      packed: number,
      c: number,
      ldc: number,
      m: number,
      n: number,
      depth: number,
      add: number,
    ]
  ): void
  axpy(to: number, from: number, factor: number, n: number): void
  addScaled(to: number, a: number, b: number, factor: number, n: number): void
  gelu(to: number, from: number, n: number): void
  geluBack(dx: number, x: number, dy: number, n: number): void
  fillRows(to: number, bias: number, rows: number, width: number): void
  sumRows(dBias: number, from: number, rows: number, width: number): void
  gather(to: number, table: number, ids: number, rows: number, width: number): void
  scatter(dTable: number, from: number, ids: number, rows: number, width: number): void
  layerNorm(y: number, x: number, gain: number, bias: number, saved: number, rows: number, width: number): void
  layerNormBack(
    ...args: [dx: number, dGain: number, dBias: number, x: number, gain: number, saved: number, dy: number, rows: number, width: number]
  ): void
  softmax(to: number, from: number, rows: number, width: number): void
  softmaxBack(dx: number, shares: number, dy: number, rows: number, width: number): void
  attention(to: number, qkv: number, shares: number, batch: number, time: number, heads: number, width: number): void
  attentionBack(
    ...args: [
      dQkv: number,
      qkv: number,
      shares: number,
      dy: number,
      scratch: number,
      batch: number,
      time: number,
      heads: number,
      width: number,
    ]
  ): void
  attentionCached(
    ...args: [
      to: number,
      qkv: number,
      keys: number,
      values: number,
      slots: number,
      places: number,
      scores: number,
      rows: number,
      capacity: number,
      heads: number,
      width: number,
    ]
  ): void
  logChances(to: number, logits: number, targets: number, rows: number, width: number): void
  logChancesBack(dLogits: number, logits: number, saved: number, targets: number, g: number, rows: number, width: number): void
  squares(at: number, n: number): number
  quantiseRows(x: number, q: number, scales: number, rows: number, inner: number, padded: number): void
  productEight(
    ...args: [q: number, rowScales: number, w: number, scales: number, bias: number, y: number, rows: number, outer: number, padded: number]
  ): void
  adam(
    ...args: [
      weights: number,
      gradients: number,
      means: number,
      variances: number,
      n: number,
      factor: number,
      b1: number,
      b2: number,
      rate: number,
      second: number,
      epsilon: number,
      keep: number,
    ]
  ): void
}

/**
 * A matrix product: C (m x n, rows ldc floats apart) = A (m x depth) B (depth x n), or += where add is 1. Element (i, k) of A
 * lies rowA * i + columnA * k floats from `a`, and one of the two steps is 1; B likewise.
 */
export type Product = (
  ...args: [
    a: number,
    rowA: number,
    columnA: number,
    b: number,
    rowB: number,
    columnB: number,
    c: number,
    ldc: number,
    m: number,
    n: number,
    depth: number,
    add: number,
  ]
) => void

const PAGE = 65_536
/** What an instance of the kernels needs for itself: blocks of 256 x 64 and 256 x 512 floats and a tile. */
const WORKSPACE = (256 * 64 + 256 * 512 + 32) * 4
/** Constants of the kernels lie below. */
const FIRST = PAGE

let compiled: WebAssembly.Module | undefined
const compile = () => (compiled ??= new WebAssembly.Module(readFileSync(join(packageRoot(), 'kernels', 'tensor.wasm'))))

/** A region has no room for what was asked: the model or the batch is too large for it. */
export class OutOfMemory extends Error {
  readonly mebibytes: number

  constructor(bytes: number) {
    const mebibytes = Math.ceil(bytes / 2 ** 20)
    super(`Training needs more memory than its ${mebibytes} MiB: take a smaller batch or model, or give it more.`)
    this.mebibytes = mebibytes
  }
}

/** A memory and its kernels. Pages that are never written take no room. */
export class Space {
  readonly kernel: Kernel
  readonly f32: Float32Array
  readonly i32: Int32Array
  readonly f64: Float64Array
  /** Multiplies the matrices of `linear`. */
  product: Product
  #top: number
  readonly #end: number
  readonly #bytes: number

  /** Throws where the machine has no `bytes` to give. */
  constructor(bytes: number) {
    const pages = Math.ceil((FIRST + bytes) / PAGE)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    this.kernel = new WebAssembly.Instance(compile(), { env: { memory } }).exports as unknown as Kernel
    this.f32 = new Float32Array(memory.buffer)
    this.i32 = new Int32Array(memory.buffer)
    this.f64 = new Float64Array(memory.buffer)
    this.#bytes = bytes
    this.#top = FIRST
    this.#end = this.#top + bytes
    this.kernel.configure(this.take(WORKSPACE))
    this.product = this.kernel.product
  }

  /** The address of `bytes` that nobody else has, on a boundary of 16. What lies there is not cleared. Throws OutOfMemory. */
  take(bytes: number): number {
    const at = this.#top
    const end = at + ((bytes + 15) & ~15)
    if (end > this.#end) throw new OutOfMemory(this.#bytes)
    this.#top = end
    return at
  }

  /** `n` floats, all 0. */
  zeros(n: number): number {
    const at = this.take(n * 4)
    this.f32.fill(0, at >> 2, (at >> 2) + ((n + 3) & ~3))
    return at
  }

  mark(): number {
    return this.#top
  }

  /** Takes back all that was given out since `mark`. */
  release(mark: number): void {
    this.#top = mark
  }

  floats(at: number, n: number): Float32Array {
    return this.f32.subarray(at >>> 2, (at >>> 2) + n)
  }

  doubles(at: number, n: number): Float64Array {
    return this.f64.subarray(at >>> 3, (at >>> 3) + n)
  }

  bytes(at: number, n: number): Int8Array {
    return new Int8Array(this.f32.buffer, at, n)
  }

  /** Integers laid down for a kernel. */
  integers(values: ArrayLike<number>): number {
    const at = this.take(values.length * 4)
    this.i32.set(values, at >>> 2)
    return at
  }
}
