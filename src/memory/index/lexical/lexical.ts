/**
 * An inverted index with BM25 (Robertson & Zaragoza 2009, eq. 3.15), updated in place.
 *
 * Documents are slots: small whole numbers of the caller's. Scores come as a sparse list over slots, because what
 * ranks (windows, sessions, the memory token) works on them further. A removed slot leaves nothing behind.
 */
const K1 = 1.2
const B = 0.75

/** Far more than are looked at further. */
const ENOUGH = 3000

export type Scored = {
  slot: number
  score: number
  /** Share of the question's weight that it has, 0..1. */
  covers: number
  /** The largest idf among what it has. */
  rarest: number
  /** Which of the question's terms it has: bit i for the i-th rarest, up to MASKED. */
  mask: number
}
/** Terms of a question that are told apart one by one. */
export const MASKED = 30

type Posting = { slots: Int32Array; counts: Uint16Array; size: number }

export class LexicalIndex {
  private readonly postings = new Map<string, Posting>()
  /** Terms of each slot, for removal; one array a slot. */
  private readonly forward: (string[] | undefined)[] = []
  private lengths = new Float32Array(64)
  private total = 0
  private documents = 0
  private scores = new Float32Array(64)
  private covers = new Float32Array(64)
  private rarest = new Float32Array(64)
  private masks = new Int32Array(64)

  get size(): number {
    return this.documents
  }

  /** The number of documents with the term. */
  frequency(term: string): number {
    return this.postings.get(term)?.size ?? 0
  }

  /** Robertson–Spärck Jones weight of a term, never negative. */
  idf(term: string): number {
    const n = this.frequency(term)
    return Math.log(1 + (this.documents - n + 0.5) / (n + 0.5))
  }

  /** Adds or replaces. `terms` as of `termsOf`, with repeats. */
  add(slot: number, terms: readonly string[]): void {
    if (this.forward[slot]) this.remove(slot)
    this.reserve(slot + 1)
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) this.put(term, slot, Math.min(count, 65_535))
    this.forward[slot] = [...counts.keys()]
    this.lengths[slot] = terms.length
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

  /** How long a slot's text is, in terms. */
  lengthOf(slot: number): number {
    return this.lengths[slot] ?? 0
  }

  /** The terms of a slot, each once. */
  termsOf(slot: number): string[] {
    return this.forward[slot] ?? []
  }

  /**
   * BM25 of the slots that share a term with the query, unordered. Terms are taken from the rarest on; once `enough` slots
   * are found, the commoner ones only score those: they cost the most and tell the least.
   */
  search(query: ReadonlyMap<string, number>, { enough = ENOUGH }: { enough?: number } = {}): Scored[] {
    const mean = this.documents ? Math.max(1, this.total / this.documents) : 1
    const found: number[] = []
    const whole = this.weighed(query).reduce((sum, { weight }) => sum + weight, 0) || 1
    this.ordered(query).forEach(({ term, weight }, place) => {
      const { slots, counts, size } = this.postings.get(term)!
      const bit = place < MASKED ? 1 << place : 0
      const share = weight / whole
      // The newest first: of more than enough that are alike, the recent ones.
      for (let i = size - 1; i >= 0; i--) {
        const slot = slots[i]!
        if (this.scores[slot] === 0) {
          if (found.length >= enough) continue
          found.push(slot)
          this.covers[slot] = 0
          this.masks[slot] = 0
          this.rarest[slot] = weight
        }
        const tf = counts[i]!
        // Never quite zero: a score says whether the slot was found.
        this.scores[slot]! += (weight * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * this.lengths[slot]!) / mean)) + 1e-9
        this.covers[slot]! += share
        this.masks[slot]! |= bit
      }
    })
    return found.map((slot) => {
      const score = this.scores[slot]!
      this.scores[slot] = 0
      return { slot, score, covers: this.covers[slot]!, rarest: this.rarest[slot]!, mask: this.masks[slot]! }
    })
  }

  /** The terms of a query with their idf times their weight in it, those that are nowhere too. */
  private weighed(query: ReadonlyMap<string, number>): { term: string; weight: number }[] {
    return [...query].map(([term, weight]) => ({ term, weight: weight * this.idf(term) }))
  }

  /** The terms of a query that are somewhere, the rarest first: the places of `mask`. */
  ordered(query: ReadonlyMap<string, number>): { term: string; weight: number }[] {
    return this.weighed(query)
      .filter(({ term }) => this.postings.has(term))
      .sort((a, b) => this.frequency(a.term) - this.frequency(b.term))
  }

  private put(term: string, slot: number, count: number): void {
    let posting = this.postings.get(term)
    if (!posting) {
      posting = { slots: new Int32Array(2), counts: new Uint16Array(2), size: 0 }
      this.postings.set(term, posting)
    } else if (posting.size === posting.slots.length) {
      posting.slots = grown(posting.slots, new Int32Array(posting.size * 2))
      posting.counts = grown(posting.counts, new Uint16Array(posting.size * 2))
    }
    posting.slots[posting.size] = slot
    posting.counts[posting.size++] = count
  }

  private drop(term: string, slot: number): void {
    const posting = this.postings.get(term)
    if (!posting) return
    const at = posting.slots.subarray(0, posting.size).indexOf(slot)
    if (at < 0) return
    const last = --posting.size
    if (last === 0) return void this.postings.delete(term)
    posting.slots[at] = posting.slots[last]!
    posting.counts[at] = posting.counts[last]!
    // What was last stands twice now: nothing of a removed slot may stay behind.
    posting.slots[last] = 0
    posting.counts[last] = 0
  }

  private reserve(size: number): void {
    if (size <= this.lengths.length) return
    const room = Math.max(size, this.lengths.length * 2)
    this.lengths = grown(this.lengths, new Float32Array(room))
    this.scores = grown(this.scores, new Float32Array(room))
    this.covers = new Float32Array(room)
    this.rarest = new Float32Array(room)
    this.masks = new Int32Array(room)
  }
}

function grown<T extends Int32Array | Uint16Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
