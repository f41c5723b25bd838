/**
 * The meaning leg of an embedder that a person chose: one that takes its time, on this machine or behind an address. It
 * follows every unit that is added and removed, embeds in the background what has no vector yet, and keeps each batch in
 * the store before it uses it, so that a stop at any moment loses one batch at most. Until everything there was has its
 * vector, `ready` is false and recall goes on as before.
 *
 * Covers: an embedder that fails or is away (what is left is tried again later), a text that is changed or forgotten while
 * it is being embedded, classes that may not be sent. Does not cover: an embedder whose cosines say nothing.
 */
import { ok, type Result } from '../../base/result.ts'
import type { Embedder } from '../embed/types.ts'
import type { Bitmap } from '../index/vector/bitmap.ts'
import { QuantisedIndex } from '../index/vector/quantised.ts'
import type { PrivacyClass } from '../types.ts'

export type KeptVector = { id: string; digest: string; vector: Float32Array }
/** Where vectors are kept, each with its model: the store's table in use. */
export type VectorRows = {
  all(model: string): Promise<KeptVector[]>
  put(model: string, rows: readonly KeptVector[]): Promise<Result<void>>
  remove(ids: readonly string[]): Promise<Result<void>>
  keepOnly(model: string | null): Promise<Result<void>>
}

export type Followed = { id: string; text: string; digest: string; privacy: PrivacyClass }

const BATCH = 64
/** Milliseconds that a question waits for its vector; it is answered by words and the built-in vectors then. */
const PATIENCE = 1500

export class Chosen {
  readonly model: string
  private readonly embedder: Embedder
  private readonly rows: VectorRows
  private readonly may: ReadonlySet<PrivacyClass>
  private readonly index: QuantisedIndex
  private readonly kept = new Map<string, KeptVector>()
  private readonly waiting = new Map<number, Followed>()
  /** The sum of all vectors: how alike any two are, whatever they say. */
  private readonly sum: Float64Array
  private count = 0
  private caughtUp = false
  private stopped = false
  private running: Promise<Result<void>> | null = null

  /** Throws where the dimension is none that an index takes (DIMENSIONS): ask before. */
  constructor(embedder: Embedder, rows: VectorRows, may: ReadonlySet<PrivacyClass>) {
    this.model = embedder.id
    this.embedder = embedder
    this.rows = rows
    this.may = may
    this.index = new QuantisedIndex({ dimension: embedder.dimension, model: embedder.id })
    this.sum = new Float64Array(embedder.dimension)
  }

  /** Reads what was embedded before, has `follow` add every unit there is, and lets go of what is of none of them. */
  async open(follow: (leg: Chosen) => void): Promise<Result<void>> {
    for (const row of await this.rows.all(this.model)) if (row.vector.length === this.embedder.dimension) this.kept.set(row.id, row)
    follow(this)
    const stray = [...this.kept.keys()]
    this.kept.clear()
    return stray.length ? this.rows.remove(stray) : ok(undefined)
  }

  add(slot: number, unit: Followed): void {
    this.remove(slot)
    if (!this.may.has(unit.privacy)) return
    const known = this.kept.get(unit.id)
    this.kept.delete(unit.id)
    if (known?.digest !== unit.digest || !this.take(slot, known.vector)) this.waiting.set(slot, unit)
  }

  remove(slot: number): void {
    this.waiting.delete(slot)
    this.index.remove(slot)
  }

  /** Everything that there was when it began has its vector. */
  get ready(): boolean {
    return this.caughtUp
  }
  get left(): number {
    return this.waiting.size
  }

  /** Embeds what waits; one run at a time. Fails as the embedder or the store does, and goes on from there at the next call. */
  catchUp(): Promise<Result<void>> {
    this.running ??= this.work().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Asks and keeps nothing more. */
  stop(): void {
    this.stopped = true
  }

  private async work(): Promise<Result<void>> {
    while (this.waiting.size && !this.stopped) {
      const batch = [...this.waiting].slice(0, BATCH)
      const made = await this.embedder.embed(
        batch.map(([, { text }]) => text),
        'passage',
      )
      if (!made.ok || this.stopped) return made.ok ? ok(undefined) : made
      // What was changed or forgotten meanwhile is not kept, whatever came back for it.
      const still = batch.flatMap(([slot, unit], i) => (this.waiting.get(slot) === unit ? [{ slot, unit, vector: made.value[i]! }] : []))
      const kept = await this.rows.put(
        this.model,
        still.map(({ unit: { id, digest }, vector }) => ({ id, digest, vector })),
      )
      if (!kept.ok) return kept
      for (const { slot, unit, vector } of still) {
        if (this.waiting.get(slot) !== unit) continue
        this.waiting.delete(slot)
        this.take(slot, vector)
      }
    }
    if (this.index.due) for (const _ of this.index.refitting()) await new Promise((next) => setImmediate(next))
    this.caughtUp = true
    return ok(undefined)
  }

  /** False where a vector is none that can be used. A text without meaning has zeros, and is found by its words alone. */
  private take(slot: number, vector: Float32Array): boolean {
    if (vector.every((x) => x === 0)) return true
    if (!this.index.add(slot, vector).ok) return false
    for (let i = 0; i < vector.length; i++) this.sum[i]! += vector[i]!
    this.count++
    return true
  }

  /** The vector of a question; null where it does not come in time. */
  async ask(text: string): Promise<Float32Array | null> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, null)
    })
    const made = await Promise.race([this.embedder.embed([text], 'query'), late])
    clearTimeout(timer)
    return made?.ok ? made.value[0]! : null
  }

  /**
   * Cosines of the slots nearest to a question, brought to where any two texts stand at 0 and equal ones at 1, as they do
   * with the built-in embedder that the memory token was trained with.
   */
  search(vector: Float32Array, most: number, allowed: Bitmap | undefined): Map<number, number> {
    const found = this.index.search(vector, most, allowed ? { allowed } : {})
    const common = this.common
    return new Map(found.ok ? found.value.map(({ id, score }) => [id, (score - common) / (1 - common)]) : [])
  }

  /** The mean cosine of two different vectors, of those that there are. */
  private get common(): number {
    if (this.count < 2) return 0
    const square = this.sum.reduce((total, x) => total + x * x, 0)
    return Math.min(0.95, Math.max(0, (square - this.count) / (this.count * (this.count - 1))))
  }
}
