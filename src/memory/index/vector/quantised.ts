/**
 * Approximate search with exact scores. Vectors are kept as 4-bit codes (66 bytes each at 384 components); a search scans
 * codes for candidates, then reads their exact vectors to rank them: from the store, or from 8-bit rows of its own where
 * it was given none to read.
 *
 *   query -> lists to probe -> scan of codes (bitmap inside) -> candidates -> exact rows, until none can still enter
 *
 * Up to FLAT vectors there is one list, above it 256 to 2,048 of which a share is probed. It searches well from the first
 * vector on; `refit` learns centres and codebooks when there are enough, and `due` says when that pays.
 */
import { fail, ok, type Result } from '../../../base/result.ts'
import { seeded } from '../../../base/rng.ts'
import { drained } from '../../../base/steps.ts'
import type { Bitmap } from './bitmap.ts'
import { Codes, type Found, padded } from './codes.ts'
import { KINDS, readingIndex, writeIndex } from './file.ts'
import { drawn, type Fit, trainedFit, untrainedFit } from './fit.ts'
import { Nearest } from './nearest.ts'
import type { IndexOptions, Neighbour, Rows, SearchOptions, VectorIndex } from './types.ts'
import { checkedCount, checkedId, checkedOptions, unit } from './unit.ts'

export type QuantisedOptions = IndexOptions & {
  /** Reads exact vectors from the store. Without it the index keeps rows of 8 bits a component itself. */
  rows?: Rows
}

/** From here on there is enough to train codebooks with. */
const TRAINED = 2048
/** Up to here one list is scanned whole. */
const FLAT = 30_000
const LISTS = { least: 256, most: 2048, vectorsEach: 400 }
/** Vectors a list is trained with, and at most altogether. */
const SAMPLE = { each: 64, most: 65_536 }
/** A fit of so many times fewer vectors than there are is due to be made again. */
const OUTGROWN = 4
/** Lists probed, of 256, and of any number by the power that keeps recall (fewer of more). */
const PROBED = { of256: 64, power: 0.4 }
/** Filters this narrow are gathered by id; the others are a bitmap in the scan. */
const GATHERED = 0.02
/** Candidates for a search of k: enough that the true neighbours are among them. Short codes tell less, so more of them. */
const candidates = (k: number, dimension: number) => Math.ceil((120 + 8 * k) * Math.max(1, Math.sqrt(256 / dimension)))
/** More neighbours than this, and everything is ranked exactly. */
const MOST_APPROXIMATE = 1000
/** Rows read at a time, and how many deviations of the estimate a candidate may miss the k-th best by and still be read. */
const BATCH = 32
const DEVIATIONS = 3

export class QuantisedIndex implements VectorIndex {
  readonly dimension: number
  readonly model: string
  readonly #seed: number
  readonly #rows: Rows | undefined
  #codes: Codes
  /** How many vectors the fit was made for, and how many have left since. */
  #fitted = 0
  #left = 0
  /** Ids that changed while a refit is under way. */
  #changed: Set<number> | undefined

  /** Throws where the options are a programmer's mistake, or no memory is left at all. */
  constructor(options: QuantisedOptions) {
    checkedOptions(options)
    this.dimension = options.dimension
    this.model = options.model
    this.#seed = options.seed ?? 0
    this.#rows = options.rows
    this.#codes = this.#empty(untrainedFit(padded(options.dimension)))
  }

  /** Fails 'index-invalid'. */
  static load(bytes: Uint8Array, options: QuantisedOptions): Result<QuantisedIndex> {
    return drained(QuantisedIndex.loading(bytes, options))
  }

  /** The same in steps. */
  static loading(bytes: Uint8Array, options: QuantisedOptions): Generator<void, Result<QuantisedIndex>> {
    return readingIndex(bytes, { ...options, kind: KINDS.quantised }, function* (header, reader) {
      const index = new QuantisedIndex({ ...options, seed: header.seed })
      index.#fitted = reader.u32()
      index.#left = reader.u32()
      index.#codes = yield* Codes.reading(reader, { ...header, keepsRows: !options.rows })
      return index
    })
  }

  get size(): number {
    return this.#codes.size
  }

  get bytes(): number {
    return this.#codes.bytes
  }

  get due(): boolean {
    const { size } = this
    const { fit } = this.#codes
    if (!fit.trained) return size >= TRAINED
    return size >= OUTGROWN * this.#fitted || (size > FLAT && this.#fitted <= FLAT) || this.#left > this.#fitted / 2
  }

  has(id: number): boolean {
    return checkedId(id).ok && this.#codes.places.get(id) !== 0
  }

  ids(): Uint32Array {
    return Uint32Array.from(this.#codes.places.ids()).sort()
  }

  add(id: number, vector: Float32Array): Result<void> {
    const valid = checkedId(id)
    if (!valid.ok) return valid
    if (this.has(id)) return fail('vector-exists', `There is a vector ${id} already.`)
    const checked = unit(vector, this.dimension)
    if (!checked.ok) return checked
    if (!this.#codes.put(id, checked.value)) return full(this.size)
    this.#changed?.add(id)
    return ok(undefined)
  }

  replace(id: number, vector: Float32Array): Result<void> {
    if (!this.has(id)) return fail('vector-unknown', `There is no vector ${id}.`)
    const checked = unit(vector, this.dimension)
    if (!checked.ok) return checked
    this.remove(id)
    return this.add(id, checked.value)
  }

  remove(id: number): boolean {
    if (!checkedId(id).ok || !this.#codes.remove(id)) return false
    this.#left++
    this.#changed?.add(id)
    return true
  }

  search(query: Float32Array, k: number, { allowed }: SearchOptions = {}): Result<Neighbour[]> {
    const wanted = unit(query, this.dimension)
    if (!wanted.ok) return wanted
    const count = checkedCount(k)
    if (!count.ok) return count
    if (!this.size || allowed?.count === 0) return ok([])
    this.#codes.ask(wanted.value)
    const nearest = new Nearest(k)
    const wide = candidates(k, this.dimension)
    if (k > MOST_APPROXIMATE || Math.min(this.size, allowed?.count ?? this.size) <= wide) this.#rankAll(wanted.value, nearest, allowed)
    else this.#rank(wanted.value, nearest, this.#found(wide, allowed))
    return ok(nearest.sorted())
  }

  refit(): Result<void> {
    return drained(this.refitting())
  }

  /**
   * `refit` in steps of a few milliseconds: search and change the index between them as you like. A second one started
   * before the first has ended takes its place. Fails 'index-full'; the index goes on as it was then.
   */
  *refitting(of: Uint32Array = this.ids()): Generator<void, Result<void>> {
    const changed = new Set<number>()
    this.#changed = changed
    const fit = yield* this.#fit(of)
    const next = this.#empty(fit)
    next.places.reserve(of.length)
    for (let from = 0; from < of.length; from += BATCH) {
      yield
      if (!this.#copy(of.subarray(from, from + BATCH), next)) return full(next.size)
    }
    if (this.#changed !== changed) return ok(undefined)
    const late = Uint32Array.from(changed).sort()
    for (const id of late) next.remove(id)
    if (
      !this.#copy(
        late.filter((id) => this.has(id)),
        next,
      )
    )
      return full(next.size)
    this.#codes = next
    this.#changed = undefined
    this.#fitted = of.length
    this.#left = 0
    return ok(undefined)
  }

  /** Builds it anew from the rows of the store: a first build, or one after a file that did not load. Fails 'index-full'. */
  build(ids: Uint32Array): Result<void> {
    if (!this.#rows) throw new Error('An index without rows to read cannot be built from ids: add the vectors.')
    return drained(this.refitting(ids.slice().sort()))
  }

  save(): Uint8Array {
    const header = { kind: KINDS.quantised, dimension: this.dimension, count: this.size, seed: this.#seed, model: this.model }
    return writeIndex(header, (writer) => {
      writer.u32(this.#fitted)
      writer.u32(this.#left)
      this.#codes.write(writer)
    })
  }

  #empty(fit: Fit): Codes {
    return new Codes(this.dimension, this.#seed, fit, !this.#rows)
  }

  /** Candidates by their codes, best first. */
  #found(count: number, allowed?: Bitmap): Found {
    const { fit, size } = this.#codes
    if (allowed && allowed.count <= GATHERED * size) return this.#codes.gather(count, Uint32Array.from(allowed))
    const share = (PROBED.of256 / 256) * (256 / fit.lists) ** PROBED.power
    // Where few are allowed the nearest of them lie in lists further off.
    const wider = allowed ? Math.sqrt(size / Math.min(size, allowed.count)) : 1
    return this.#codes.scan(count, Math.min(fit.lists, Math.ceil(fit.lists * share * wider)), allowed)
  }

  /** Exact scores of candidates, best estimate first, until those left are too far off to enter. */
  #rank(query: Float32Array, nearest: Nearest, { ids, estimates }: Found): void {
    let squares = 0
    let read = 0
    for (let from = 0; from < ids.length; from += BATCH) {
      if (read && estimates[from]! + DEVIATIONS * Math.sqrt(squares / read) < nearest.bar) return
      const batch = ids.subarray(from, from + BATCH)
      this.#cosines(query, batch).forEach((score, i) => {
        if (Number.isNaN(score)) return
        nearest.offer(batch[i]!, score)
        squares += (score - estimates[from + i]!) ** 2
        read++
      })
    }
  }

  #rankAll(query: Float32Array, nearest: Nearest, allowed?: Bitmap): void {
    const ids = allowed && allowed.count < this.size ? Uint32Array.from(allowed).filter((id) => this.has(id)) : this.ids()
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.subarray(from, from + BATCH)
      this.#cosines(query, batch).forEach((score, i) => {
        if (!Number.isNaN(score) && (!allowed || allowed.has(batch[i]!))) nearest.offer(batch[i]!, score)
      })
    }
  }

  /** NaN where the store has no such row. */
  #cosines(query: Float32Array, ids: Uint32Array): Float32Array {
    return this.#rows ? this.#codes.cosines(query, this.#rows(ids)) : this.#codes.rowCosines(ids)
  }

  /** Turned vectors of length 1 for ids, undefined where the store has none (any more) or an unfit one. */
  #turned(ids: Uint32Array): (Float32Array | undefined)[] {
    if (!this.#rows) return Array.from(ids, (id) => this.#codes.row(id))
    return this.#rows(ids).map((row) => {
      const checked = row && unit(row, this.dimension)
      return checked?.ok ? this.#codes.turned(checked.value) : undefined
    })
  }

  *#fit(ids: Uint32Array): Generator<void, Fit> {
    if (ids.length < TRAINED) return untrainedFit(padded(this.dimension))
    const lists = ids.length <= FLAT ? 1 : 2 ** Math.round(Math.log2(ids.length / LISTS.vectorsEach))
    const within = lists === 1 ? 1 : Math.min(LISTS.most, Math.max(LISTS.least, lists))
    const rng = seeded(this.#seed ^ 0x5eed)
    const sample: Float32Array[] = []
    const chosen = Uint32Array.from(
      drawn(ids.length, Math.min(SAMPLE.most, SAMPLE.each * Math.max(LISTS.least, within)), rng),
      (i) => ids[i]!,
    )
    for (let from = 0; from < chosen.length; from += BATCH) {
      yield
      for (const row of this.#turned(chosen.subarray(from, from + BATCH))) if (row) sample.push(row)
    }
    if (sample.length < TRAINED / 2) return untrainedFit(padded(this.dimension))
    return yield* trainedFit(sample, Math.min(within, sample.length >> 4), rng)
  }

  /** Copies vectors into another fit's codes; what the store no longer has stays out. False where memory ran out. */
  #copy(ids: Uint32Array, to: Codes): boolean {
    return this.#turned(ids).every((row, i) => !row || to.putTurned(ids[i]!, row))
  }
}

const full = (size: number) => fail('index-full', `The index has no memory for more than ${size} vectors.`, { size })
