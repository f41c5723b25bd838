/**
 * A set of ids as bits, kept by who knows when an item's class, domain or conversation changes, so that a search is
 * never made to build one. In chunks of 65,536 ids (8 KB), made when first needed: a lone large id costs one chunk.
 */
const CHUNK_BITS = 16
const CHUNK_WORDS = 1 << (CHUNK_BITS - 5)

export class Bitmap {
  /** Chunk number (id >>> 16) to its 2,048 words of 32 bits. */
  readonly chunks = new Map<number, Uint32Array>()
  #count = 0

  static of(ids: Iterable<number>): Bitmap {
    const bitmap = new Bitmap()
    for (const id of ids) bitmap.add(id)
    return bitmap
  }

  /** How many ids are in it. */
  get count(): number {
    return this.#count
  }

  has(id: number): boolean {
    const words = this.chunks.get(id >>> CHUNK_BITS)
    return words !== undefined && (words[(id & 0xffff) >>> 5]! & (1 << (id & 31))) !== 0
  }

  add(id: number): void {
    const key = id >>> CHUNK_BITS
    let words = this.chunks.get(key)
    if (!words) {
      words = new Uint32Array(CHUNK_WORDS)
      this.chunks.set(key, words)
    }
    const at = (id & 0xffff) >>> 5
    const bit = 1 << (id & 31)
    if (words[at]! & bit) return
    words[at]! |= bit
    this.#count++
  }

  delete(id: number): void {
    if (!this.has(id)) return
    this.chunks.get(id >>> CHUNK_BITS)![(id & 0xffff) >>> 5]! &= ~(1 << (id & 31))
    this.#count--
  }

  /** Ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (const key of [...this.chunks.keys()].sort((a, b) => a - b)) {
      const words = this.chunks.get(key)!
      for (let at = 0; at < CHUNK_WORDS; at++)
        for (let word = words[at]!; word; word &= word - 1) yield key * 65536 + at * 32 + (31 - Math.clz32(word & -word))
    }
  }
}
