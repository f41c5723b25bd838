/**
 * An inverted index with BM25 (Robertson & Zaragoza 2009, eq. 3.15), updated in place.
 *
 * Documents are slots: small whole numbers of the caller's. Terms are numbers too while a document has them; a term's
 * name goes with its last document, so a removed slot leaves nothing behind. Scores come as a sparse list over slots,
 * because what ranks (windows, sessions, the memory token) works on them further.
 */
import { Malformed, type Reader, type Writer } from '../vector/file.ts'

const K1 = 1.2
const B = 0.75

/** Far more than are looked at further. */
const ENOUGH = 1000

/** Terms of a question that are told apart one by one. */
export const MASKED = 30

/** A document and how often it has the term in one number; more than so often adds nothing to BM25 that could be seen. */
const COUNTED_BITS = 4
const MOST_COUNTED = (1 << COUNTED_BITS) - 1

/** Slots ascending, so that one is found fast where it is to go. */
type Posting = { packed: Int32Array; size: number }
/** A term of a question: its number here and its idf times its weight in the question. */
export type Asked = { id: number; weight: number }

/** What a search found; read it before the next search of the same index. */
export class Hits {
  /** Found slots, unordered. */
  slots: number[] = []
  /** The terms of the question that are somewhere, the rarest first: the places of `mask`. */
  asked: readonly Asked[] = []
  /** The weight of all terms of the question, those that are nowhere too. */
  whole = 0
  /** A bit for each slot, set where it was found: small enough for the processor's nearest cache, as what follows is. */
  private bits = new Int32Array(0)
  /** Where a found slot stands in `slots`. */
  private places = new Int32Array(0)
  /** By that place. */
  private scores = new Float32Array(64)
  private covered = new Float32Array(64)
  private masks = new Int32Array(64)
  private norms = new Float32Array(64)

  /** BM25 of a slot; 0 where it was not found, and of -1 (an index below zero would be looked up as a name, slowly). */
  score(slot: number): number {
    return this.has(slot) ? this.scores[this.places[slot]!]! : 0
  }
  /** Share of the question's weight that a slot has, 0..1. */
  covers(slot: number): number {
    return this.has(slot) ? this.covered[this.places[slot]!]! / (this.whole || 1) : 0
  }
  /** Which of the question's terms a slot has: bit i for the i-th of `asked`, up to MASKED. */
  mask(slot: number): number {
    return this.has(slot) ? this.masks[this.places[slot]!]! : 0
  }
  /** The largest weight among the terms that a slot has. */
  rarest(slot: number): number {
    const mask = this.mask(slot)
    return mask === 0 ? 0 : this.asked[31 - Math.clz32(mask & -mask)]!.weight
  }
  private has(slot: number): boolean {
    return slot >= 0 && slot < this.places.length && (this.bits[slot >>> 5]! & (1 << (slot & 31))) !== 0
  }

  begin(room: number, asked: readonly Asked[], whole: number): void {
    for (const slot of this.slots) this.bits[slot >>> 5] = 0
    if (this.places.length < room) {
      const size = Math.max(64, room, this.places.length * 2)
      this.places = new Int32Array(size)
      this.bits = new Int32Array((size + 31) >>> 5)
    }
    this.slots = []
    this.asked = asked
    this.whole = whole
  }

  /** Adds a term's part to the slots of a posting; slots that are new are taken while fewer than `most` are found. */
  take({ packed, size }: Posting, place: number, norms: Float32Array, most: number, may?: (slot: number) => boolean): void {
    const { bits, slots } = this
    const { weight } = this.asked[place]!
    const bit = place < MASKED ? 1 << place : 0
    let i = size - 1
    // The newest first: of more than enough that are alike, the recent ones.
    for (; i >= 0 && slots.length < most; i--) {
      const slot = packed[i]! >>> COUNTED_BITS
      if ((bits[slot >>> 5]! & (1 << (slot & 31))) === 0) {
        if (may && !may(slot)) continue
        this.find(slot, norms[slot]!)
      }
      this.add(slot, weight, bit, packed[i]! & MOST_COUNTED)
    }
    for (; i >= 0; i--) {
      const slot = packed[i]! >>> COUNTED_BITS
      if (bits[slot >>> 5]! & (1 << (slot & 31))) this.add(slot, weight, bit, packed[i]! & MOST_COUNTED)
    }
  }

  private find(slot: number, norm: number): void {
    const place = this.slots.push(slot) - 1
    if (place === this.scores.length) this.grow()
    this.bits[slot >>> 5]! |= 1 << (slot & 31)
    this.places[slot] = place
    this.scores[place] = this.covered[place] = this.masks[place] = 0
    this.norms[place] = norm
  }

  private add(slot: number, weight: number, bit: number, count: number): void {
    const place = this.places[slot]!
    // Never quite zero: a score says whether the slot was found.
    this.scores[place]! += (weight * count * (K1 + 1)) / (count + this.norms[place]!) + 1e-9
    this.covered[place]! += weight
    this.masks[place]! |= bit
  }

  private grow(): void {
    const size = 2 * this.scores.length
    this.scores = grown(this.scores, new Float32Array(size))
    this.covered = grown(this.covered, new Float32Array(size))
    this.masks = grown(this.masks, new Int32Array(size))
    this.norms = grown(this.norms, new Float32Array(size))
  }
}

export class LexicalIndex {
  private readonly numbers = new Map<string, number>()
  private readonly names: (string | undefined)[] = []
  private readonly free: number[] = []
  /** By term. */
  private readonly postings: Posting[] = []
  /** Terms of each slot, ascending, for removal and comparison. */
  private readonly forward: (Int32Array | undefined)[] = []
  private lengths = new Float32Array(64)
  /** What a slot's length adds to the denominator of BM25, for the mean length `normedAt`. */
  private norms = new Float32Array(64)
  private normedAt = 0
  private total = 0
  private documents = 0
  private readonly hits = new Hits()

  get size(): number {
    return this.documents
  }
  /** One more than the highest number of a term. */
  get terms(): number {
    return this.names.length
  }

  /** The number of documents with the term. */
  frequency(term: number): number {
    return this.postings[term]?.size ?? 0
  }
  /** Robertson–Spärck Jones weight of a term, never negative. */
  idf(term: number): number {
    return this.weightOf(this.frequency(term))
  }
  /** The number of a term; -1 where no document has it. */
  numberOf(term: string): number {
    return this.numbers.get(term) ?? -1
  }

  /** Adds or replaces. `terms` as of `termsOf`, with repeats. */
  add(slot: number, terms: readonly string[]): void {
    if (this.forward[slot]) this.remove(slot)
    this.reserve(slot + 1)
    const counts = new Map<number, number>()
    for (const term of terms) {
      const number = this.numbered(term)
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const [term, count] of counts) this.put(this.postings[term]!, slot, count)
    this.forward[slot] = Int32Array.from(counts.keys()).sort()
    this.lengths[slot] = terms.length
    this.norms[slot] = this.norm(terms.length)
    this.total += terms.length
    this.documents++
  }

  remove(slot: number): void {
    const terms = this.forward[slot]
    if (!terms) return
    for (const term of terms) this.drop(term, slot)
    this.forward[slot] = undefined
    this.total -= this.lengths[slot]!
    this.lengths[slot] = 0
    this.documents--
  }

  has(slot: number): boolean {
    return this.forward[slot] !== undefined
  }

  /** How many terms a slot has, with repeats. */
  lengthOf(slot: number): number {
    return this.lengths[slot] ?? 0
  }

  /** The terms of a slot, each once, ascending. */
  termsOf(slot: number): Int32Array {
    return this.forward[slot] ?? NO_TERMS
  }

  /** Slots that have every one of these terms; null where there is none to go by. */
  withAll(terms: readonly string[]): number[] | null {
    const wanted = [...new Set(terms)].map((term) => this.numberOf(term)).sort((a, b) => this.frequency(a) - this.frequency(b))
    const [rarest] = wanted
    if (rarest === undefined) return null
    const { packed, size } = this.postings[rarest] ?? { packed: NO_TERMS, size: 0 }
    const slots = Array.from(packed.subarray(0, size), (one) => one >>> COUNTED_BITS)
    return slots.filter((slot) => wanted.every((term) => this.forward[slot]!.includes(term)))
  }

  /**
   * BM25 of the slots that share a term with the query and may be seen. Terms are taken from the rarest on; once `enough`
   * slots are found, the commoner ones only score those: they cost the most and tell the least.
   */
  search(query: ReadonlyMap<string, number>, { enough = ENOUGH, may }: { enough?: number; may?: (slot: number) => boolean } = {}): Hits {
    const asked: Asked[] = []
    let whole = 0
    for (const [term, weight] of query) {
      const id = this.numberOf(term)
      const asking = weight * (id < 0 ? this.weightOf(0) : this.idf(id))
      whole += asking
      if (id >= 0) asked.push({ id, weight: asking })
    }
    asked.sort((a, b) => this.frequency(a.id) - this.frequency(b.id))
    this.renorm()
    this.hits.begin(this.lengths.length, asked, whole)
    for (const [place, { id }] of asked.entries()) this.hits.take(this.postings[id]!, place, this.norms, enough, may)
    return this.hits
  }

  /**
   * slots u32 | lengths f32, -1 where a slot is free | terms u32 | their names, a line each | sizes of their postings u32
   * | the postings, one after the other
   */
  write(writer: Writer): void {
    const { length } = this.forward
    const used = [...this.names.keys()].filter((term) => this.names[term] !== undefined)
    writer.u32(length)
    writer.array(Float32Array.from({ length }, (_, slot) => (this.forward[slot] ? this.lengths[slot]! : FREE)))
    writer.u32(used.length)
    writer.text(used.map((term) => this.names[term]).join('\n'))
    writer.array(Uint32Array.from(used, (term) => this.postings[term]!.size))
    for (const term of used) writer.array(this.postings[term]!.packed.subarray(0, this.postings[term]!.size))
  }

  /** In steps. Throws Malformed. */
  static *reading(reader: Reader): Generator<void, LexicalIndex> {
    const index = new LexicalIndex()
    const slots = reader.u32()
    const lengths = reader.floats(slots)
    const count = reader.u32()
    const lines = yield* reader.lines()
    const names = count ? lines : []
    const sizes = reader.uints(count)
    if (names.length !== count) throw new Malformed('its terms do not add up')
    index.reserve(slots)
    for (const [slot, length] of lengths.entries()) {
      if (length < 0) continue
      index.lengths[slot] = length
      index.total += length
      index.documents++
    }
    let since = 0
    for (const [term, name] of names.entries()) {
      if (index.numbers.has(name)) throw new Malformed('its terms do not add up')
      index.numbers.set(name, term)
      index.names.push(name)
      index.postings.push({ packed: postingOf(reader, sizes[term]!, lengths), size: sizes[term]! })
      since += sizes[term]! + 1
      if (since < STEP) continue
      since = 0
      yield
    }
    yield* index.turnOver(lengths)
    return index
  }

  /** The terms of each slot out of the slots of each term. */
  private *turnOver(lengths: Float32Array): Generator<void, void> {
    const ends = new Uint32Array(lengths.length + 1)
    let since = 0
    for (const { packed, size } of this.postings) {
      for (const one of packed) ends[(one >>> COUNTED_BITS) + 1]!++
      since += size + 1
      if (since < STEP) continue
      since = 0
      yield
    }
    for (let slot = 0; slot < lengths.length; slot++) ends[slot + 1]! += ends[slot]!
    const terms = new Int32Array(ends[lengths.length]!)
    const at = ends.slice()
    for (const [term, { packed, size }] of this.postings.entries()) {
      for (const one of packed) terms[at[one >>> COUNTED_BITS]!++] = term
      since += size + 1
      if (since < STEP) continue
      since = 0
      yield
    }
    for (let slot = 0; slot < lengths.length; slot++) {
      this.forward[slot] = lengths[slot]! < 0 ? undefined : terms.slice(ends[slot]!, ends[slot + 1]!)
      if (slot % FEW === FEW - 1) yield
    }
  }

  private weightOf(frequency: number): number {
    return Math.log(1 + (this.documents - frequency + 0.5) / (frequency + 0.5))
  }
  private norm(length: number): number {
    return K1 * (1 - B + (B * length) / (this.normedAt || 1))
  }
  /** The mean length moves a little with each document; what hangs on it is worked out anew where that shows. */
  private renorm(): void {
    const mean = this.documents ? Math.max(1, this.total / this.documents) : 1
    if (Math.abs(mean - this.normedAt) <= 0.01 * mean) return
    this.normedAt = mean
    for (let slot = 0; slot < this.forward.length; slot++) this.norms[slot] = this.norm(this.lengths[slot]!)
  }

  private numbered(term: string): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const number = this.free.pop() ?? this.names.length
    this.numbers.set(term, number)
    this.names[number] = term
    this.postings[number] = { packed: new Int32Array(1), size: 0 }
    return number
  }

  private put(posting: Posting, slot: number, count: number): void {
    if (posting.size === posting.packed.length) posting.packed = grown(posting.packed, new Int32Array(posting.size * 2))
    const at = placeOf(posting, slot)
    posting.packed.copyWithin(at + 1, at, posting.size++)
    posting.packed[at] = (slot << COUNTED_BITS) | Math.min(count, MOST_COUNTED)
  }

  private drop(term: number, slot: number): void {
    const posting = this.postings[term]!
    const { packed } = posting
    const at = placeOf(posting, slot)
    // What was last stands twice then: nothing of a removed slot may stay behind.
    packed.copyWithin(at, at + 1, posting.size)
    packed[--posting.size] = 0
    if (posting.size > 0) return
    this.numbers.delete(this.names[term]!)
    this.names[term] = undefined
    this.free.push(term)
  }

  private reserve(size: number): void {
    if (size <= this.lengths.length) return
    const room = Math.max(size, this.lengths.length * 2)
    this.lengths = grown(this.lengths, new Float32Array(room))
    this.norms = grown(this.norms, new Float32Array(room))
  }
}

/** Entries that are read in one step. */
const STEP = 5000
/** Where each of them becomes an array of its own. */
const FEW = 1000

/** The length of a slot that is free, in what is written. */
const FREE = -1

/** Throws Malformed where a slot is free, comes twice or out of order: later searches take its word. */
function postingOf(reader: Reader, size: number, lengths: Float32Array): Int32Array {
  const packed = new Int32Array(reader.uints(size).buffer)
  let last = -1
  for (const one of packed) {
    const slot = one >>> COUNTED_BITS
    if (!(lengths[slot]! >= 0) || slot <= last || (one & MOST_COUNTED) === 0) throw new Malformed('a term in it is nowhere')
    last = slot
  }
  if (size === 0) throw new Malformed('a term in it is nowhere')
  return packed
}

/** Where a slot stands in a posting, or would. */
function placeOf({ packed, size }: Posting, slot: number): number {
  if (size === 0 || packed[size - 1]! >>> COUNTED_BITS < slot) return size
  let low = 0
  let high = size - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (packed[middle]! >>> COUNTED_BITS < slot) low = middle + 1
    else high = middle
  }
  return low
}

const NO_TERMS = new Int32Array(0)

function grown<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
