/**
 * The vector leg of recall: exact while there is little, quantised from MANY on, where an exact scan would be felt.
 * Ids are the slots of the units.
 */
import type { StaticEmbedder } from '../embed/builtin.ts'
import type { Bitmap } from '../index/vector/bitmap.ts'
import { ExactIndex } from '../index/vector/exact.ts'
import { KINDS, Malformed, type Reader, type Writer } from '../index/vector/file.ts'
import { QuantisedIndex } from '../index/vector/quantised.ts'
import type { VectorIndex } from '../index/vector/types.ts'

/** An exact scan of so many vectors takes about half a millisecond. */
const MANY = 5000

export class NearestLeg {
  private readonly embedder: StaticEmbedder
  private readonly many: number
  private index: VectorIndex
  private readonly texts = new Map<number, string>()
  private settling = false

  constructor(embedder: StaticEmbedder, many = MANY) {
    this.embedder = embedder
    this.many = many
    this.index = new ExactIndex(this.options)
  }

  /** The kind of the index, its length and its bytes. */
  write(writer: Writer): void {
    const bytes = this.index.save()
    writer.u32(this.index instanceof QuantisedIndex ? KINDS.quantised : KINDS.exact)
    writer.u32(bytes.length)
    writer.bytes(bytes)
  }

  /** In steps. Throws Malformed. Every slot waits for its text (`resume`), or is to be removed. */
  static *reading(reader: Reader, embedder: StaticEmbedder): Generator<void, NearestLeg> {
    const leg = new NearestLeg(embedder)
    const kind = reader.u32()
    const bytes = reader.bytes(reader.u32())
    const read =
      kind === KINDS.quantised ? yield* QuantisedIndex.loading(bytes, leg.options) : yield* ExactIndex.loading(bytes, leg.options)
    if (!read.ok) throw new Malformed('its vectors cannot be used')
    leg.index = read.value
    return leg
  }

  get size(): number {
    return this.index.size
  }
  has(slot: number): boolean {
    return this.index.has(slot)
  }

  resume(slot: number, text: string): void {
    if (this.index.has(slot)) this.texts.set(slot, text)
  }

  /** A text without anything to embed has no vector, and is found by its words alone. */
  add(slot: number, text: string): void {
    this.remove(slot)
    if (!this.index.add(slot, this.embedder.embedText(text)).ok) return
    this.texts.set(slot, text)
    if (this.index.size > this.many && this.index instanceof ExactIndex) this.grow()
  }

  remove(slot: number): void {
    this.texts.delete(slot)
    this.index.remove(slot)
  }

  /** Cosine of the slots nearest to a text. */
  search(text: string, most: number, allowed: Bitmap | undefined): Map<number, number> {
    const found = this.index.search(this.embedder.embedText(text), most, allowed ? { allowed } : {})
    return new Map(found.ok ? found.value.map(({ id, score }) => [id, score]) : [])
  }

  /** Codebooks are learned from what is there, in steps of milliseconds between which questions are answered. */
  async settle(): Promise<void> {
    const { index } = this
    if (!(index instanceof QuantisedIndex) || !index.due || this.settling) return
    this.settling = true
    for (const _ of index.refitting()) await new Promise((next) => setImmediate(next))
    this.settling = false
  }

  private grow(): void {
    const index = new QuantisedIndex(this.options)
    for (const [slot, text] of this.texts) index.add(slot, this.embedder.embedText(text))
    this.index = index
  }

  private get options() {
    return { dimension: this.embedder.dimension, model: this.embedder.id }
  }
}
