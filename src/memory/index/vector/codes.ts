/**
 * The coded vectors of one fit, in the memory of one kernel: blocks of 32 in chains, one chain a list. The only caller of
 * the kernel; every address it uses is laid out here.
 *
 *   signs, working vectors, codebook, tables, centres | blocks ... | room of the search that runs
 *
 * Blocks are numbered from 1 in the order they were first used. A place is block x 32 + lane. Only the first block of a
 * chain may be partly filled: what is removed is overwritten by the chain's last vector, whose lane becomes zeros.
 */
import { seeded } from '../../../base/rng.ts'
import type { Bitmap } from './bitmap.ts'
import { Malformed, type Reader, type Writer } from './file.ts'
import { BOOK_FLOATS, ENTRIES, type Fit, largest, withHalves } from './fit.ts'
import { type Kernel, Memory } from './kernel.ts'
import { Places } from './places.ts'

const LANES = 32
const BLOCK_HEAD = 16
const ROUNDS = 4
const CHUNK_BYTES = 8192
const MOST_LISTS = 4096

/** What a scan found: ids and estimated cosines, best first. */
export type Found = { ids: Uint32Array; estimates: Float32Array }

const align = (bytes: number) => (bytes + 15) & ~15
/** The kernel works on whole rows of codes, two of which are 16 components. */
export const padded = (dimension: number) => align(dimension)

export class Codes {
  readonly fit: Fit
  readonly places: Places
  readonly #keepsRows: boolean
  readonly #dimension: number
  readonly #memory = new Memory()
  readonly #kernel: Kernel
  readonly #at: Layout
  readonly #blockBytes: number
  readonly #heads: Uint32Array
  readonly #counts: Uint32Array
  readonly #free: number[] = []
  #blocks = 0

  constructor(dimension: number, seed: number, fit: Fit, keepsRows: boolean) {
    this.#dimension = padded(dimension)
    this.fit = fit
    this.#keepsRows = keepsRows
    this.#kernel = this.#memory.kernel
    this.#at = layout(this.#dimension, fit.lists)
    this.#blockBytes = BLOCK_HEAD + LANES * (8 + this.#dimension / 8 + (keepsRows ? 4 + this.#dimension : 0))
    this.#heads = new Uint32Array(fit.lists)
    this.#counts = new Uint32Array(fit.lists)
    this.places = new Places((place) => this.#memory.u32[this.#idWord(place)]!)
    if (!this.#memory.reach(this.#at.pool)) throw new RangeError('No memory for an index.')
    this.#kernel.configure(this.#dimension, this.#at.pool, this.#blockBytes)
    this.#kernel.estimateAt(this.#at.estimates)
    this.#memory.f32.set(signs(this.#dimension, seed), this.#at.signs / 4)
    this.#memory.f32.set(fit.book, this.#at.book / 4)
    this.#memory.i8.set(fit.centres, this.#at.centres)
    this.#memory.f32.set(fit.scales, this.#at.scales / 4)
    this.#memory.f32.set(fit.inverses, this.#at.inverses / 4)
  }

  get size(): number {
    return this.places.size
  }

  get bytes(): number {
    return this.#memory.bytes + this.places.bytes + 8 * this.fit.lists + 8 * this.#free.length
  }

  /** A vector of length 1 as the index sees it: padded and turned. */
  turned(vector: Float32Array): Float32Array {
    this.#turn(vector, this.#at.vector)
    return this.#memory.f32.slice(this.#at.vector / 4, this.#at.vector / 4 + this.#dimension)
  }

  /** Puts a vector of length 1 where there is none of that id. False where memory has run out: nothing has changed then. */
  put(id: number, vector: Float32Array): boolean {
    this.#turn(vector, this.#at.vector)
    return this.#putTurned(id)
  }

  /** As `put`, for what `turned` or `row` gave. */
  putTurned(id: number, vector: Float32Array): boolean {
    this.#memory.f32.set(vector, this.#at.vector / 4)
    return this.#putTurned(id)
  }

  remove(id: number): boolean {
    const hole = this.places.get(id)
    if (!hole) return false
    const list = this.#memory.u32[this.#headWord(hole >>> 5) + 1]!
    const head = this.#heads[list]!
    const last = head * LANES + ((this.#counts[list]! - 1) % LANES)
    this.places.delete(id)
    if (last !== hole) this.places.set(this.#memory.u32[this.#idWord(last)]!, hole)
    this.#kernel.move(head, last % LANES, hole >>> 5, hole % LANES, Number(this.#keepsRows))
    if (--this.#counts[list]! % LANES === 0) this.#release(list)
    return true
  }

  /** The turned row that is kept for an id; undefined where there is none. */
  row(id: number): Float32Array | undefined {
    const place = this.places.get(id)
    if (!place) return undefined
    this.#kernel.getRow(place >>> 5, place % LANES, this.#at.vector)
    return this.#memory.f32.slice(this.#at.vector / 4, this.#at.vector / 4 + this.#dimension)
  }

  /** Sets the query, a vector of length 1, for what is asked below. */
  ask(query: Float32Array): void {
    const { query: at, book, floats, tables, fixed, centres, inverses, scales, cosines, products } = this.#at
    this.#turn(query, at)
    this.#kernel.prepare(at, book, floats, tables)
    this.#kernel.fix(at, fixed)
    this.#kernel.centres(fixed, centres, this.fit.lists, inverses, scales, cosines, products)
  }

  /** The best `count` of the `probes` nearest lists, of those allowed. */
  scan(count: number, probes: number, allowed?: Bitmap): Found {
    const lists = this.#nearestLists(probes)
    const room = this.#room(count, allowed ? bitmapBytes(allowed) : 0)
    const chunks = allowed ? this.#spread(allowed, room.rest) : 0
    this.#kernel.begin(room.keys, count)
    this.#kernel.allow(room.rest, chunks)
    for (const list of lists) {
      const size = this.#counts[list]!
      if (size) this.#kernel.scan(this.#heads[list]!, ((size - 1) % LANES) + 1, this.#memory.f32[this.#at.products / 4 + list]!)
    }
    return this.#finish(room)
  }

  /** The best `count` of the ids, wherever they lie. */
  gather(count: number, ids: Uint32Array): Found {
    const room = this.#room(count, 8 * ids.length)
    const { u32 } = this.#memory
    let at = room.rest / 4
    for (const id of ids) {
      const place = this.places.get(id)
      if (!place) continue
      u32[at++] = place >>> 5
      u32[at++] = 1 << (place % LANES)
    }
    this.#kernel.begin(room.keys, count)
    this.#kernel.allow(0, 0)
    this.#kernel.gather(room.rest, (at - room.rest / 4) / 2, this.#at.products)
    return this.#finish(room)
  }

  /** Cosines of the query with kept rows; ids that are not there give NaN. */
  rowCosines(ids: Uint32Array): Float32Array {
    const { rest } = this.#room(0, 8 * ids.length)
    for (let i = 0; i < ids.length; i++) this.#memory.u32[rest / 4 + i] = this.places.get(ids[i]!)
    const to = rest + 4 * ids.length
    this.#kernel.rowDots(this.#at.fixed, rest, ids.length, to)
    return this.#memory.f32.slice(to / 4, to / 4 + ids.length)
  }

  /** Cosines of `query`, of length 1 and not turned, with rows of the store; NaN where a row is missing or unfit. */
  cosines(query: Float32Array, rows: readonly (Float32Array | undefined)[]): Float32Array {
    const width = (query.length + 7) & ~7
    const room = this.#room(0, 4 * width * (rows.length + 1) + 8 * rows.length)
    const { f32 } = this.#memory
    const first = room.rest / 4 + width
    f32.fill(0, room.rest / 4, first + width * rows.length)
    f32.set(query, room.rest / 4)
    rows.forEach((row, i) => {
      if (row?.length === query.length) f32.set(row, first + width * i)
    })
    const to = first + width * rows.length
    this.#kernel.dots(room.rest, 4 * first, width, rows.length, 4 * to)
    // A missing row is one of zeros: 0 / 0 is NaN.
    return Float32Array.from(rows, (_, i) => f32[to + 2 * i]! / Math.sqrt(f32[to + 2 * i + 1]!))
  }

  write(writer: Writer): void {
    const { fit } = this
    writer.u32(fit.lists)
    writer.u32(Number(fit.trained))
    writer.u32(Number(this.#keepsRows))
    for (const part of [fit.centres, fit.scales, fit.inverses, fit.book, this.#counts]) writer.array(part)
    for (let list = 0; list < fit.lists; list++)
      for (let block = this.#heads[list]!; block; block = this.#memory.u32[this.#headWord(block)]!) {
        const from = 4 * this.#headWord(block)
        writer.bytes(this.#memory.u8.subarray(from + BLOCK_HEAD, from + this.#blockBytes))
      }
  }

  /** Throws Malformed. */
  static *reading(reader: Reader, wanted: { dimension: number; seed: number; count: number; keepsRows: boolean }): Generator<void, Codes> {
    const dimension = padded(wanted.dimension)
    const [lists, trained, rows] = [reader.u32(), reader.u32(), reader.u32()]
    if (lists < 1 || lists > MOST_LISTS) throw new Malformed(`it has ${lists} lists`)
    if (trained > 1) throw new Malformed('its fit is unknown')
    if (rows !== Number(wanted.keepsRows)) throw new Malformed(rows ? 'it keeps rows of its own' : 'it keeps no rows')
    const centres = new Int8Array(reader.bytes(lists * dimension).slice().buffer)
    const [scales, inverses] = [reader.floats(lists), reader.floats(lists)]
    const book = withHalves(reader.floats((dimension / 4) * BOOK_FLOATS))
    const fit: Fit = { lists, trained: trained === 1, centres, scales, inverses, book }
    const codes = new Codes(wanted.dimension, wanted.seed, fit, wanted.keepsRows)
    yield* codes.#read(reader, wanted.count)
    return codes
  }

  *#read(reader: Reader, count: number): Generator<void, void> {
    const counts = reader.uints(this.fit.lists)
    if (counts.reduce((sum, size) => sum + size, 0) !== count) throw new Malformed('its counts do not add up')
    if (count > (reader.left / (this.#blockBytes - BLOCK_HEAD)) * LANES) throw new Malformed('it is cut short')
    this.places.reserve(count)
    for (const [list, size] of counts.entries()) {
      const blocks: number[] = []
      for (let left = Math.ceil(size / LANES); left > 0; left--) {
        blocks.push(this.#readBlock(reader, list))
        if (left % FEW === 0) yield
      }
      this.#heads[list] = blocks[0] ?? 0
      this.#counts[list] = size
      for (const [i, block] of blocks.entries()) {
        this.#memory.u32[this.#headWord(block)] = blocks[i + 1] ?? 0
        const lanes = i ? LANES : ((size - 1) % LANES) + 1
        for (let lane = 0; lane < lanes; lane++)
          this.places.set(this.#memory.u32[this.#idWord(block * LANES + lane)]!, block * LANES + lane)
        if (i % FEW === FEW - 1) yield
      }
      yield
    }
    if (this.size !== count) throw new Malformed('it holds an id twice')
  }

  #readBlock(reader: Reader, list: number): number {
    const bytes = reader.bytes(this.#blockBytes - BLOCK_HEAD)
    const block = this.#take(list)
    if (!block) throw new Malformed('there is no memory for it')
    const at = 4 * this.#headWord(block)
    this.#memory.u8.set(bytes, at + BLOCK_HEAD)
    const corrections = this.#memory.f32.subarray((at + BLOCK_HEAD + 4 * LANES) / 4, (at + BLOCK_HEAD + 8 * LANES) / 4)
    if (!corrections.every(Number.isFinite)) throw new Malformed('a figure in it is not finite')
    return block
  }

  #turn(vector: Float32Array, at: number): void {
    this.#memory.f32.fill(0, at / 4 + vector.length, at / 4 + this.#dimension)
    this.#memory.f32.set(vector, at / 4)
    this.#kernel.rotate(at, this.#at.signs)
  }

  #putTurned(id: number): boolean {
    const { vector, codes, book } = this.#at
    const list = this.#listOf(vector)
    if (this.#counts[list]! % LANES === 0 && !this.#grow(list)) return false
    const block = this.#heads[list]!
    const lane = this.#counts[list]! % LANES
    if (this.#keepsRows) this.#kernel.putRow(block, lane, vector)
    const square = this.#subtractCentre(list)
    const product = this.#kernel.encode(vector, book, codes)
    this.#kernel.put(block, lane, id, product > 0 ? square / product : 0, codes)
    this.#counts[list]!++
    this.places.set(id, block * LANES + lane)
    return true
  }

  #listOf(vector: number): number {
    if (this.fit.lists === 1) return 0
    const { fixed, centres, inverses, scales, cosines, products } = this.#at
    this.#kernel.fix(vector, fixed)
    this.#kernel.centres(fixed, centres, this.fit.lists, inverses, scales, cosines, products)
    return largest(this.#memory.f32, cosines / 4, this.fit.lists)
  }

  /** Makes a residual of the working vector; its square. */
  #subtractCentre(list: number): number {
    const { f32, i8 } = this.#memory
    const scale = this.fit.scales[list]!
    const from = this.#at.vector / 4
    const centre = this.#at.centres + list * this.#dimension
    let square = 0
    for (let c = 0; c < this.#dimension; c++) {
      const x = f32[from + c]! - scale * i8[centre + c]!
      f32[from + c] = x
      square += x * x
    }
    return square
  }

  /** Puts an empty block before a list's chain. */
  #grow(list: number): boolean {
    const block = this.#take(list)
    if (!block) return false
    this.#memory.u32[this.#headWord(block)] = this.#heads[list]!
    this.#heads[list] = block
    return true
  }

  /** A block of zeros, 0 where memory has run out. */
  #take(list: number): number {
    const block = this.#free.pop() ?? this.#blocks + 1
    const end = this.#at.pool + block * this.#blockBytes
    if (!this.#memory.reach(end)) return 0
    this.#blocks = Math.max(this.#blocks, block)
    // Whatever a search wrote there while it was room.
    this.#memory.u8.fill(0, end - this.#blockBytes, end)
    this.#memory.u32[this.#headWord(block) + 1] = list
    return block
  }

  #release(list: number): void {
    const block = this.#heads[list]!
    this.#heads[list] = this.#memory.u32[this.#headWord(block)]!
    this.#memory.u32.fill(0, this.#headWord(block), this.#headWord(block) + 2)
    this.#free.push(block)
  }

  #nearestLists(probes: number): Uint32Array {
    const { lists } = this.fit
    if (probes >= lists) return Uint32Array.from({ length: lists }, (_, list) => list)
    const room = this.#room(probes, 0)
    this.#kernel.begin(room.keys, probes)
    this.#kernel.offerAll(this.#at.cosines, lists)
    return this.#finish(room).ids
  }

  /** Room behind the blocks for a choice of `count` and `more` bytes; what lies there is nobody's. */
  #room(count: number, more: number): Room {
    const keys = align(this.#at.pool + this.#blocks * this.#blockBytes)
    const ids = keys + 8 * (2 * count + 64)
    const scores = ids + 4 * count
    const rest = align(scores + 4 * count)
    if (!this.#memory.reach(rest + more)) throw new RangeError('No memory to search in.')
    return { keys, ids, scores, rest }
  }

  #finish(room: Room): Found {
    const count = this.#kernel.finish(room.ids, room.scores)
    const { u32, f32 } = this.#memory
    return { ids: u32.slice(room.ids / 4, room.ids / 4 + count), estimates: f32.slice(room.scores / 4, room.scores / 4 + count) }
  }

  /** Writes the bitmap as the kernel reads it; how many chunks its table has. */
  #spread(bitmap: Bitmap, at: number): number {
    const table = bitmapTable(bitmap)
    this.#memory.u32.fill(0, at / 4, at / 4 + table)
    let to = align(at + 4 * table)
    for (const [key, words] of bitmap.chunks) {
      this.#memory.u32.set(words, to / 4)
      this.#memory.u32[at / 4 + key] = to
      to += CHUNK_BYTES
    }
    return table
  }

  #headWord(block: number): number {
    return (this.#at.pool + (block - 1) * this.#blockBytes) / 4
  }

  #idWord(place: number): number {
    return this.#headWord(place >>> 5) + BLOCK_HEAD / 4 + (place % LANES)
  }
}

/** Blocks that are read in one step. */
const FEW = 64

type Room = Record<'keys' | 'ids' | 'scores' | 'rest', number>
type Layout = ReturnType<typeof layout>

const bitmapTable = (bitmap: Bitmap) => Math.max(0, ...bitmap.chunks.keys()) + 1
const bitmapBytes = (bitmap: Bitmap) => align(4 * bitmapTable(bitmap)) + 16 + CHUNK_BYTES * bitmap.chunks.size

/** Addresses below the blocks, in bytes. */
function layout(dimension: number, lists: number) {
  let end = 1024
  const take = (bytes: number) => {
    const at = end
    end = align(end + bytes)
    return at
  }
  return {
    signs: take(4 * ROUNDS * dimension),
    vector: take(4 * dimension),
    query: take(4 * dimension),
    fixed: take(2 * dimension),
    book: take(dimension * BOOK_FLOATS),
    floats: take(dimension * ENTRIES),
    tables: take(dimension * 4),
    codes: take(dimension / 4),
    estimates: take(4 * LANES),
    centres: take(lists * dimension),
    scales: take(4 * lists),
    inverses: take(4 * lists),
    cosines: take(4 * lists),
    products: take(4 * lists),
    pool: end,
  }
}

/** (ROUNDS, dimension): a sign for each component, those under a round's transform scaled to keep lengths. */
function signs(dimension: number, seed: number): Float32Array {
  const rng = seeded(seed)
  const power = 2 ** Math.floor(Math.log2(dimension))
  const rows = new Float32Array(ROUNDS * dimension)
  for (let at = 0; at < rows.length; at++) {
    const round = Math.floor(at / dimension)
    const from = round % 2 ? dimension - power : 0
    const inside = at % dimension >= from && at % dimension < from + power
    rows[at] = (rng.next() < 0.5 ? -1 : 1) * (inside ? 1 / Math.sqrt(power) : 1)
  }
  return rows
}
