/**
 * Exact search: every vector, in full, against the query. For small sets, and the oracle that other indexes are held
 * against. Memory: 4 bytes a component.
 */
import { fail, ok, type Result } from '../../../base/result.ts'
import { drained } from '../../../base/steps.ts'
import { KINDS, Malformed, readingIndex, writeIndex } from './file.ts'
import { Nearest } from './nearest.ts'
import type { IndexOptions, Neighbour, SearchOptions, VectorIndex } from './types.ts'
import { checkedCount, checkedId, checkedOptions, dot, unit } from './unit.ts'

export class ExactIndex implements VectorIndex {
  readonly dimension: number
  readonly model: string
  readonly due = false
  readonly #seed: number
  readonly #vectors = new Map<number, Float32Array>()

  /** Throws where the options are a programmer's mistake. */
  constructor(options: IndexOptions) {
    checkedOptions(options)
    this.dimension = options.dimension
    this.model = options.model
    this.#seed = options.seed ?? 0
  }

  /** Fails 'index-invalid'. */
  static load(bytes: Uint8Array, options: IndexOptions): Result<ExactIndex> {
    return drained(ExactIndex.loading(bytes, options))
  }

  static loading(bytes: Uint8Array, options: IndexOptions): Generator<void, Result<ExactIndex>> {
    return readingIndex(bytes, { ...options, kind: KINDS.exact }, function* (header, reader) {
      const index = new ExactIndex({ ...options, seed: header.seed })
      const ids = reader.uints(Math.min(header.count, reader.left))
      for (const id of ids) {
        const vector = reader.floats(header.dimension)
        if (Math.abs(dot(vector, vector) - 1) > 1e-3) throw new Malformed('a vector in it is not of length 1')
        index.#vectors.set(id, vector)
        if (index.size % 500 === 0) yield
      }
      if (index.size !== header.count) throw new Malformed('it holds an id twice')
      return index
    })
  }

  get size(): number {
    return this.#vectors.size
  }

  get bytes(): number {
    return this.size * (4 * this.dimension + 40)
  }

  has(id: number): boolean {
    return this.#vectors.has(id)
  }

  ids(): Uint32Array {
    return Uint32Array.from(this.#vectors.keys()).sort()
  }

  add(id: number, vector: Float32Array): Result<void> {
    return this.has(id) ? fail('vector-exists', `There is a vector ${id} already.`) : this.#put(id, vector)
  }

  replace(id: number, vector: Float32Array): Result<void> {
    return this.has(id) ? this.#put(id, vector) : fail('vector-unknown', `There is no vector ${id}.`)
  }

  remove(id: number): boolean {
    this.#vectors.get(id)?.fill(0)
    return this.#vectors.delete(id)
  }

  search(query: Float32Array, k: number, { allowed }: SearchOptions = {}): Result<Neighbour[]> {
    const wanted = unit(query, this.dimension)
    if (!wanted.ok) return wanted
    const count = checkedCount(k)
    if (!count.ok) return count
    const nearest = new Nearest(k)
    for (const [id, vector] of this.#vectors) if (!allowed || allowed.has(id)) nearest.offer(id, dot(wanted.value, vector))
    return ok(nearest.sorted())
  }

  refit(): Result<void> {
    return ok(undefined)
  }

  save(): Uint8Array {
    const ids = this.ids()
    const header = { kind: KINDS.exact, dimension: this.dimension, count: ids.length, seed: this.#seed, model: this.model }
    return writeIndex(header, (writer) => {
      writer.array(ids)
      for (const id of ids) writer.array(this.#vectors.get(id)!)
    })
  }

  #put(id: number, vector: Float32Array): Result<void> {
    const valid = checkedId(id)
    if (!valid.ok) return valid
    const checked = unit(vector, this.dimension)
    if (!checked.ok) return checked
    this.#vectors.set(id, checked.value)
    return ok(undefined)
  }
}
