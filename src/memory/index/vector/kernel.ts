/** The WebAssembly kernel (kernels/vectors.ts), one instance and memory for each index. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../root.ts'

/** What kernels/vectors.ts exports; addresses are bytes into `memory`, vectors f32 of the padded dimension. */
export type Kernel = {
  memory: WebAssembly.Memory
  configure(dimension: number, poolAt: number, blockBytes: number): void
  rotate(at: number, signs: number): void
  fix(from: number, to: number): void
  centres(vector: number, at: number, count: number, inverses: number, scales: number, cosines: number, products: number): void
  encode(vector: number, book: number, codes: number): number
  put(block: number, lane: number, id: number, correction: number, codes: number): void
  putRow(block: number, lane: number, vector: number): void
  getRow(block: number, lane: number, vector: number): void
  move(from: number, lane: number, to: number, toLane: number, rows: number): void
  prepare(query: number, book: number, floats: number, to: number): void
  begin(at: number, count: number): void
  offer(score: number, id: number): void
  offerAll(scores: number, count: number): void
  finish(ids: number, scores: number): number
  allow(at: number, count: number): void
  estimateAt(at: number): void
  scan(block: number, lanes: number, base: number): void
  gather(pairs: number, count: number, bases: number): void
  rowDots(query: number, places: number, count: number, to: number): void
  dots(query: number, rows: number, length: number, count: number, to: number): void
}

const PAGE = 65_536
const MOST_PAGES = 65_536
/** A large memory grows by this part of it: each growth is a new buffer, which the collector takes for as many bytes more. */
const SPARE = 128
let compiled: WebAssembly.Module | undefined

/** The relaxed instruction leaves out a check that codes below 16 do not need: the same answers, 10 to 25 % faster. */
function module(): WebAssembly.Module {
  if (compiled) return compiled
  const bytes = (name: string) => readFileSync(join(packageRoot(), 'kernels', name))
  const relaxed = bytes('vectors-relaxed.wasm')
  compiled = new WebAssembly.Module(WebAssembly.validate(relaxed) ? relaxed : bytes('vectors.wasm'))
  return compiled
}

/** A kernel with views of its memory, which are made anew whenever it grows. */
export class Memory {
  readonly kernel: Kernel
  u8!: Uint8Array
  u32!: Uint32Array
  i8!: Int8Array
  f32!: Float32Array

  constructor() {
    this.kernel = new WebAssembly.Instance(module()).exports as unknown as Kernel
    this.#view()
  }

  get bytes(): number {
    return this.u8.length
  }

  /** Has at least `bytes` of memory. False where there is no more: nothing has changed then. */
  reach(bytes: number): boolean {
    if (bytes <= this.u8.length) return true
    const wanted = Math.ceil(bytes / PAGE)
    if (wanted > MOST_PAGES) return false
    const pages = Math.min(MOST_PAGES, wanted + Math.floor(wanted / SPARE))
    try {
      this.kernel.memory.grow(pages - this.u8.length / PAGE)
    } catch {
      return false
    }
    this.#view()
    return true
  }

  #view(): void {
    const { buffer } = this.kernel.memory
    this.u8 = new Uint8Array(buffer)
    this.u32 = new Uint32Array(buffer)
    this.i8 = new Int8Array(buffer)
    this.f32 = new Float32Array(buffer)
  }
}
