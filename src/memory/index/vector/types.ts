/**
 * What a vector index is. Vectors point in a direction; two are as near as the cosine between them. The store holds
 * the vectors, an index is a cache of them: it can always be thrown away and built again.
 */
import type { Result } from '../../../base/result.ts'
import type { Bitmap } from './bitmap.ts'

/** Dimensions an index takes: what embedders give, and what the kernel's tables have room for. */
export const DIMENSIONS = { least: 64, most: 1024 }
/** More neighbours than this are not asked of an index: read the store. */
export const MOST_NEIGHBOURS = 100_000

export type Neighbour = {
  id: number
  /** Cosine to the query, -1..1, from the exact vectors. */
  score: number
}

/**
 * Reads exact vectors from the store, one for each id in the order asked, of any length but zero; undefined where the
 * store no longer has it. What is missing is no neighbour.
 */
export type Rows = (ids: Uint32Array) => readonly (Float32Array | undefined)[]

export type IndexOptions = {
  /** Components of a vector, 64..1024. */
  dimension: number
  /** Which embedder made the vectors; a saved index of another model does not load. */
  model: string
  /** Everything random comes from it: equal seeds and equal calls make equal bytes. */
  seed?: number
}

export type SearchOptions = {
  /** Only these ids may be found. Applied inside the search, never after it. */
  allowed?: Bitmap
}

export interface VectorIndex {
  readonly dimension: number
  readonly model: string
  /** How many vectors it holds. */
  readonly size: number
  /** Bytes of memory it occupies, the rows of the store not counted. */
  readonly bytes: number
  has(id: number): boolean
  /** Ascending. */
  ids(): Uint32Array
  /** Fails: 'vector-exists'; 'vector-invalid' (wrong dimension, not finite, all zeros, an id that is no uint32); 'index-full'. */
  add(id: number, vector: Float32Array): Result<void>
  /** Fails: 'vector-unknown', 'vector-invalid'. What was there stays where it fails. */
  replace(id: number, vector: Float32Array): Result<void>
  /** Nothing of the vector is left in the index, nor in what `save` gives. False where there was none. */
  remove(id: number): boolean
  /** At most `k` neighbours, nearest first, equal ones by id. Fails: 'vector-invalid', 'k-invalid'. */
  search(query: Float32Array, k: number, options?: SearchOptions): Result<Neighbour[]>
  /** Whether it has changed so much since it was last fitted to its data that `refit` would pay. */
  readonly due: boolean
  /** Fits the index to its data: seconds at 100,000. After it the index is a function of its contents and seed alone. */
  refit(): Result<void>
  save(): Uint8Array
}
