/**
 * Where each id lies: a hash table of places alone (4 bytes a slot, at most 85 in a hundred of them taken). Which id a
 * place holds is read from the place, so that ids are kept once.
 */
const FULLEST = 0.85
const GROWTH = 1.1

export class Places {
  /** Place of a vector (never 0); 0 is a free slot. */
  #slots = new Uint32Array(16)
  #size = 0
  readonly #idAt: (place: number) => number

  constructor(idAt: (place: number) => number) {
    this.#idAt = idAt
  }

  get size(): number {
    return this.#size
  }

  get bytes(): number {
    return this.#slots.byteLength
  }

  /** 0 where there is none. */
  get(id: number): number {
    return this.#slots[this.#slotOf(id)]!
  }

  /** Adds the id, or moves it. */
  set(id: number, place: number): void {
    const slot = this.#slotOf(id)
    const fresh = this.#slots[slot] === 0
    this.#slots[slot] = place
    if (fresh && ++this.#size > FULLEST * this.#slots.length) this.#resize(Math.ceil(this.#slots.length * GROWTH) + 16)
  }

  /** Closes the gap behind it, so that no search meets a tombstone. */
  delete(id: number): void {
    const slots = this.#slots
    let gap = this.#slotOf(id)
    if (slots[gap] === 0) return
    this.#size--
    slots[gap] = 0
    for (let slot = this.#next(gap); slots[slot] !== 0; slot = this.#next(slot)) {
      const home = this.#home(this.#idAt(slots[slot]!))
      // It may move into the gap unless its home lies after the gap, on the way to where it stands.
      const stays = gap <= slot ? gap < home && home <= slot : gap < home || home <= slot
      if (stays) continue
      slots[gap] = slots[slot]!
      slots[slot] = 0
      gap = slot
    }
  }

  *ids(): Generator<number> {
    for (const place of this.#slots) if (place) yield this.#idAt(place)
  }

  /** Room for `count` ids without growing on the way. */
  reserve(count: number): void {
    const wanted = Math.ceil(count / FULLEST) + 16
    if (wanted > this.#slots.length) this.#resize(wanted)
  }

  #resize(length: number): void {
    const old = this.#slots
    this.#slots = new Uint32Array(length)
    for (const place of old) if (place) this.#slots[this.#slotOf(this.#idAt(place))] = place
  }

  #slotOf(id: number): number {
    let slot = this.#home(id)
    for (let place = this.#slots[slot]!; place && this.#idAt(place) !== id; place = this.#slots[slot]!) slot = this.#next(slot)
    return slot
  }

  #next(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1
  }

  /** Multiplicative hashing with the finaliser of MurmurHash3, spread over any number of slots. */
  #home(id: number): number {
    let h = Math.imul(id ^ (id >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
    return Math.floor(((h >>> 0) / 4_294_967_296) * this.#slots.length)
  }
}
