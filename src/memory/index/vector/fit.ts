/**
 * What an index learns from its data: the centres of its lists, and a codebook for what is left of a vector after its
 * centre is taken away. Lists by spherical k-means (assigned and probed by the same cosine: mixing metrics costs recall),
 * codebooks by k-means on sub-vectors of 4. Without data a fit has one list, no centre, and the 16 corners of a cube as
 * entries, which makes sign codes: good enough to search with from the first vector on.
 *
 * Every centre and entry is a mean of at least `LEAST` vectors, so that a fit keeps no single vector that is later removed.
 */
import type { Rng } from '../../../base/rng.ts'
import { Memory } from './kernel.ts'

export type Fit = {
  lists: number
  trained: boolean
  /** (lists, dimension) */
  centres: Int8Array
  /** (lists): a centre is its scale times its row; its direction is its inverse times its row. */
  scales: Float32Array
  inverses: Float32Array
  /** (dimension / 4, 5, 16): the entries' four components, then half their squares. */
  book: Float32Array
}

export const ENTRIES = 16
export const BOOK_FLOATS = 5 * ENTRIES
const LEAST = 8
/** A round of many lists costs most of a fit, and moves them little after the first few. */
const LIST_ROUNDS = { few: 8, many: 4, from: 512 }
const BOOK_ROUNDS = 8
const BOOK_SAMPLE = 16_384

export function untrainedFit(dimension: number): Fit {
  // The mean size of a component of a turned vector of length 1: sqrt(2 / pi) of its deviation.
  const corner = Math.sqrt(2 / Math.PI / dimension)
  const book = new Float32Array((dimension / 4) * BOOK_FLOATS)
  for (let sub = 0; sub < dimension / 4; sub++)
    for (let entry = 0; entry < ENTRIES; entry++)
      for (let c = 0; c < 4; c++) book[sub * BOOK_FLOATS + c * ENTRIES + entry] = entry & (1 << c) ? corner : -corner
  return {
    lists: 1,
    trained: false,
    centres: new Int8Array(dimension),
    scales: new Float32Array(1),
    inverses: new Float32Array(1),
    book: withHalves(book),
  }
}

/** Writes half of each entry's square behind its components. */
export function withHalves(book: Float32Array): Float32Array {
  for (let at = 0; at < book.length; at += BOOK_FLOATS)
    for (let entry = 0; entry < ENTRIES; entry++) {
      let square = 0
      for (let c = 0; c < 4; c++) square += book[at + c * ENTRIES + entry]! ** 2
      book[at + 4 * ENTRIES + entry] = square / 2
    }
  return book
}

/** Yields often, so that a caller may do other things between. `sample`: turned vectors of length 1, more than lists. */
export function* trainedFit(sample: Float32Array[], lists: number, rng: Rng): Generator<void, Fit> {
  const bench = new Bench(sample, lists)
  const centres = yield* trainLists(bench, rng)
  const book = yield* trainBook(bench, centres, rng)
  return { ...centres, trained: true, book }
}

type Centres = Pick<Fit, 'lists' | 'centres' | 'scales' | 'inverses'>

/** A memory of its own for training, given up afterwards: WebAssembly memory never shrinks. */
class Bench {
  readonly memory = new Memory()
  readonly dimension: number
  readonly count: number
  readonly lists: number
  readonly #sample: Float32Array[]
  readonly #at: Record<'fixed' | 'centres' | 'scales' | 'inverses' | 'cosines' | 'products' | 'vector' | 'codes' | 'book', number>

  constructor(sample: Float32Array[], lists: number) {
    const dimension = sample[0]!.length
    this.dimension = dimension
    this.count = sample.length
    this.lists = lists
    this.#sample = sample
    let end = 1024
    const take = (bytes: number) => {
      end += (bytes + 15) & ~15
      return end - ((bytes + 15) & ~15)
    }
    this.#at = {
      vector: take(4 * dimension),
      codes: take(dimension / 4),
      book: take(dimension * ENTRIES * 5),
      centres: take(lists * dimension),
      scales: take(4 * lists),
      inverses: take(4 * lists),
      cosines: take(4 * lists),
      products: take(4 * lists),
      fixed: take(2 * dimension * sample.length),
    }
    if (!this.memory.reach(end)) throw new RangeError('No memory to train an index in.')
    this.memory.kernel.configure(dimension, 0, 0)
    sample.forEach((vector, i) => {
      this.memory.f32.set(vector, this.#at.vector / 4)
      this.memory.kernel.fix(this.#at.vector, this.#at.fixed + 2 * dimension * i)
    })
  }

  vector(i: number): Float32Array {
    return this.#sample[i]!
  }

  setCentres({ centres, scales, inverses }: Centres): void {
    this.memory.i8.set(centres, this.#at.centres)
    this.memory.f32.set(scales, this.#at.scales / 4)
    this.memory.f32.set(inverses, this.#at.inverses / 4)
  }

  /** The list whose centre is nearest to vector `i`. */
  listOf(i: number, lists: number): number {
    const { fixed, centres, inverses, scales, cosines, products } = this.#at
    this.memory.kernel.centres(fixed + 2 * this.dimension * i, centres, lists, inverses, scales, cosines, products)
    return largest(this.memory.f32, cosines / 4, lists)
  }

  setBook(book: Float32Array): void {
    this.memory.f32.set(book, this.#at.book / 4)
  }

  /** Codes of a vector: a view, valid until the next call. */
  encode(vector: Float32Array): Uint8Array {
    this.memory.f32.set(vector, this.#at.vector / 4)
    this.memory.kernel.encode(this.#at.vector, this.#at.book, this.#at.codes)
    return this.memory.u8.subarray(this.#at.codes, this.#at.codes + this.dimension / 4)
  }
}

/** Where the largest of `count` floats from `at` on stands, counted from `at`; the first of equal ones. */
export function largest(floats: Float32Array, at: number, count: number): number {
  let best = 0
  for (let i = 1; i < count; i++) if (floats[at + i]! > floats[at + best]!) best = i
  return best
}

function* trainLists(bench: Bench, rng: Rng): Generator<void, Centres> {
  const { dimension, count, lists } = bench
  let sums = new Float32Array(lists * dimension)
  drawn(count, lists, rng).forEach((i, list) => {
    sums.set(bench.vector(i), list * dimension)
  })
  let members = new Uint32Array(lists).fill(1)
  const rounds = lists < LIST_ROUNDS.from ? LIST_ROUNDS.few : LIST_ROUNDS.many
  for (let round = 0; round < rounds; round++) {
    bench.setCentres(centresOf(sums, members, dimension))
    sums = new Float32Array(lists * dimension)
    members = new Uint32Array(lists)
    for (let i = 0; i < count; i++) {
      if (i % 256 === 0) yield
      const list = bench.listOf(i, lists)
      members[list]!++
      const vector = bench.vector(i)
      for (let c = 0, at = list * dimension; c < dimension; c++) sums[at + c]! += vector[c]!
    }
    if (round < rounds - 1) refill(bench, sums, members, rng)
  }
  return keepLarge(centresOf(sums, members, dimension), members, dimension)
}

/** Lists that nearly nothing chose start again from a vector of the sample. */
function refill(bench: Bench, sums: Float32Array, members: Uint32Array, rng: Rng): void {
  members.forEach((size, list) => {
    if (size >= LEAST) return
    sums.set(bench.vector(Math.floor(rng.next() * bench.count)), list * bench.dimension)
    members[list] = 1
  })
}

/** Means as 8-bit integers: of the largest component 127. */
function centresOf(sums: Float32Array, members: Uint32Array, dimension: number): Centres {
  const lists = members.length
  const [centres, scales, inverses] = [new Int8Array(lists * dimension), new Float32Array(lists), new Float32Array(lists)]
  for (let list = 0; list < lists; list++) {
    const sum = sums.subarray(list * dimension, (list + 1) * dimension)
    let most = 0
    for (const x of sum) most = Math.max(most, Math.abs(x))
    if (!most) continue
    let square = 0
    for (let c = 0; c < dimension; c++) {
      const x = Math.round((sum[c]! * 127) / most)
      centres[list * dimension + c] = x
      square += x * x
    }
    scales[list] = most / 127 / members[list]!
    inverses[list] = 1 / Math.sqrt(square)
  }
  return { lists, centres, scales, inverses }
}

/** At least one list stays: where none is large, one without a centre. */
function keepLarge({ centres, scales, inverses }: Centres, members: Uint32Array, dimension: number): Centres {
  const large = [...members.keys()].filter((list) => members[list]! >= LEAST)
  if (!large.length) return { lists: 1, centres: new Int8Array(dimension), scales: new Float32Array(1), inverses: new Float32Array(1) }
  const kept = new Int8Array(large.length * dimension)
  large.forEach((list, i) => {
    kept.set(centres.subarray(list * dimension, (list + 1) * dimension), i * dimension)
  })
  return {
    lists: large.length,
    centres: kept,
    scales: Float32Array.from(large, (list) => scales[list]!),
    inverses: Float32Array.from(large, (list) => inverses[list]!),
  }
}

function* trainBook(bench: Bench, centres: Centres, rng: Rng): Generator<void, Float32Array> {
  bench.setCentres(centres)
  const { dimension } = bench
  const residuals: Float32Array[] = []
  for (const i of drawn(bench.count, Math.min(bench.count, BOOK_SAMPLE), rng)) {
    if (residuals.length % 256 === 0) yield
    residuals.push(residualOf(bench.vector(i).slice(), centres, bench.listOf(i, centres.lists)))
  }
  let book = firstBook(residuals, dimension)
  for (let round = 0; round < BOOK_ROUNDS; round++) {
    bench.setBook(book)
    const sums = new Float32Array(book.length)
    const members = new Uint32Array((dimension / 4) * ENTRIES)
    for (let i = 0; i < residuals.length; i++) {
      if (i % 256 === 0) yield
      addTo(sums, members, residuals[i]!, bench.encode(residuals[i]!))
    }
    book = nextBook(book, sums, members)
  }
  return book
}

/** `vector` less the centre of its list, in place. */
export function residualOf(vector: Float32Array, { centres, scales }: Pick<Fit, 'centres' | 'scales'>, list: number): Float32Array {
  const dimension = vector.length
  const scale = scales[list]!
  for (let c = 0, at = list * dimension; c < dimension; c++) vector[c]! -= scale * centres[at + c]!
  return vector
}

/** Entries that are means of `LEAST` vectors each, whichever come first. */
function firstBook(residuals: Float32Array[], dimension: number): Float32Array {
  const book = new Float32Array((dimension / 4) * BOOK_FLOATS)
  for (let sub = 0; sub < dimension / 4; sub++)
    for (let entry = 0; entry < ENTRIES; entry++)
      for (let c = 0; c < 4; c++) {
        let sum = 0
        for (let i = 0; i < LEAST; i++) sum += residuals[(entry * LEAST + i) % residuals.length]![4 * sub + c]!
        // Means of eight lie closer together than vectors do: apart again, by the root of eight.
        book[sub * BOOK_FLOATS + c * ENTRIES + entry] = sum / Math.sqrt(LEAST)
      }
  return withHalves(book)
}

function addTo(sums: Float32Array, members: Uint32Array, vector: Float32Array, codes: Uint8Array): void {
  for (let sub = 0; sub < codes.length; sub++) {
    const entry = codes[sub]!
    members[sub * ENTRIES + entry]!++
    for (let c = 0; c < 4; c++) sums[sub * BOOK_FLOATS + c * ENTRIES + entry]! += vector[4 * sub + c]!
  }
}

function nextBook(book: Float32Array, sums: Float32Array, members: Uint32Array): Float32Array {
  const next = book.slice()
  for (let at = 0; at < members.length; at++) {
    const size = members[at]!
    if (size < LEAST) continue
    const from = Math.floor(at / ENTRIES) * BOOK_FLOATS + (at % ENTRIES)
    for (let c = 0; c < 4; c++) next[from + c * ENTRIES] = sums[from + c * ENTRIES]! / size
  }
  return withHalves(next)
}

/** `wanted` of the numbers below `count`, none twice, in the order drawn (Fisher and Yates's shuffle, cut short). */
export function drawn(count: number, wanted: number, rng: Rng): number[] {
  const all = Uint32Array.from({ length: count }, (_, i) => i)
  const taken: number[] = []
  for (let i = 0; i < Math.min(wanted, count); i++) {
    const j = i + Math.floor(rng.next() * (count - i))
    ;[all[i], all[j]] = [all[j]!, all[i]!]
    taken.push(all[i]!)
  }
  return taken
}
