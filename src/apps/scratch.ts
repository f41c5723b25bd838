/** The data of an app in memory, for trying it: the same rules as the stored one, nothing left behind. */
import { type Clock, systemClock } from '../base/clock.ts'
import { ok, type Result } from '../base/result.ts'
import type { AppId, CheckpointId } from '../events.ts'
import type { AppSpec, Rec, Writer } from '../spec.ts'
import type { AppData, Change, Write, Written } from './types.ts'
import {
  KEPT_BYTES,
  keptBytes,
  keptFull,
  type Live,
  plan,
  type Seeds,
  seedsOf,
  seedWrites,
  unknownCollection,
  type Version,
} from './writes.ts'

export type ScratchOptions = {
  app?: AppId
  clock?: Clock
  /** Ids of records, for runs that must be the same each time. */
  newId?: () => string
  /** The person's day and clock; UTC of `clock` if not given. */
  now?: () => { date: string; time: string }
}

/** `seeds` stand in for those of the spec, by collection; pass {} for an empty app. */
export function scratchData(spec: AppSpec, seeds: Seeds = seedsOf(spec), options: ScratchOptions = {}): AppData {
  return new ScratchData(spec, seeds, options)
}

class ScratchData implements AppData {
  readonly app: AppId
  private readonly known: AppSpec
  private readonly clock: Clock
  private readonly newId: () => string
  private readonly now: () => { date: string; time: string }
  private live = new Map<string, Live>()
  private readonly history: Version[] = []
  private readonly results = new Map<string, Written>()
  private readonly keeping = new Map<string, string>()
  private readonly listeners = new Set<(change: Change) => void>()

  constructor(spec: AppSpec, seeds: Seeds, options: ScratchOptions) {
    this.app = options.app ?? ('scratch0' as AppId)
    this.known = spec
    this.clock = options.clock ?? systemClock
    let count = 0
    this.newId = options.newId ?? (() => `scratch${String(++count).padStart(8, '0')}`)
    this.now = options.now ?? (() => ({ date: this.at().slice(0, 10), time: this.at().slice(11, 16) }))
    const writes = seedWrites(spec, seeds, this.newId)
    // Seeds may leave required fields empty; only people are asked to fill them in.
    const lenient = {
      ...spec,
      collections: spec.collections.map((one) => ({ ...one, fields: one.fields.map((field) => ({ ...field, required: false })) })),
    }
    this.carryOut(writes, 'app', lenient)
  }

  async spec(): Promise<AppSpec> {
    return this.known
  }

  async records(collection: string, options: { asOf?: number } = {}): Promise<Result<Rec[]>> {
    if (!this.known.collections.some((one) => one.id === collection)) return unknownCollection(collection)
    const live = options.asOf === undefined ? this.live : this.asOf(options.asOf)
    const found = [...live.values()].filter((one) => one.collection === collection)
    return ok(found.sort((a, b) => a.madeSeq - b.madeSeq).map((one) => structuredClone(one.record)))
  }

  async write(writes: Write[], by: Writer): Promise<Result<Written>> {
    const result = this.carryOut(writes, by, this.known)
    if (result.ok && result.value.fresh.length > 0) {
      const collections = [...new Set(result.value.fresh.map((one) => one.collection))]
      for (const listener of [...this.listeners]) listener({ app: this.app, what: 'data', seq: result.value.written.seq, collections })
    }
    return result.ok ? ok(structuredClone(result.value.written)) : result
  }

  async kept(): Promise<Record<string, string>> {
    return Object.fromEntries(this.keeping)
  }

  async keep(key: string, value: string | null): Promise<Result<void>> {
    const next = new Map(this.keeping)
    if (value === null) next.delete(key)
    else next.set(key, value)
    if (keptBytes(next) > KEPT_BYTES) return keptFull()
    if (value === null) this.keeping.delete(key)
    else this.keeping.set(key, value)
    return ok(undefined)
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private at = (): string => new Date(this.clock.now()).toISOString()

  private asOf(seq: number): Map<string, Live> {
    const live = new Map<string, Live>()
    for (const version of this.history) {
      if (version.record.seq > seq) break
      if (version.deleted) live.delete(version.record.id)
      else live.set(version.record.id, version)
    }
    return live
  }

  private carryOut(writes: readonly Write[], by: Writer, spec: AppSpec): Result<{ written: Written; fresh: Version[] }> {
    const fresh = firstOfEach(writes).filter((write) => !this.results.has(write.id))
    const planned = plan(fresh, {
      spec,
      by,
      known: this.live,
      count: this.live.size,
      seq: this.history.length,
      at: this.at(),
      newId: this.newId,
      now: this.now(),
    })
    if (!planned.ok) return planned
    const checkpoint = this.newId() as CheckpointId
    for (const version of planned.value) {
      this.history.push(version)
      if (version.deleted) this.live.delete(version.record.id)
      else this.live.set(version.record.id, version)
    }
    for (const version of planned.value)
      this.results.set(version.write, { records: [outcome(version)], seq: this.history.length, checkpoint })
    return ok({
      written: together(
        writes.map((write) => this.results.get(write.id)!),
        { seq: this.history.length, checkpoint },
      ),
      fresh: planned.value,
    })
  }
}

/** What a writer hears of a version. */
export const outcome = (version: Version): Written['records'][number] =>
  version.deleted ? { id: version.record.id, deleted: true, seq: version.record.seq } : version.record

/** The first write of each id: a batch that says the same twice means it once. */
export function firstOfEach(writes: readonly Write[]): Write[] {
  const seen = new Set<string>()
  return writes.filter((write) => {
    if (seen.has(write.id)) return false
    seen.add(write.id)
    return true
  })
}

/** One answer for a batch: that of the newest of its parts. */
export function together(parts: readonly Written[], empty: { seq: number; checkpoint: CheckpointId }): Written {
  const newest =
    parts.reduce<{ seq: number; checkpoint: CheckpointId } | null>(
      (best, one) => (best === null || one.seq > best.seq ? one : best),
      null,
    ) ?? empty
  return { records: parts.flatMap((one) => one.records), seq: newest.seq, checkpoint: newest.checkpoint }
}
