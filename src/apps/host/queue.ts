/**
 * Writes wait here until the server has acknowledged them: in order, with the ids they were made with, across
 * reloads. The server answers a known id with its first result, so sending again never doubles.
 */
import type { Rec } from '../../spec.ts'
import type { Write } from '../types.ts'
import type { CallOf, Reply } from './protocol.ts'

/** null = the server could not be reached. */
export type Send = (call: object) => Promise<Reply | null>
type Batch = { writes: Write[]; at: string }

export class Queue {
  private readonly key: string
  private readonly storage: Storage | null
  private readonly send: Send
  private batches: Batch[]
  private draining: Promise<void> | null = null
  private readonly settled = new Map<Batch, (reply: Reply) => void>()
  private readonly told: (state: 'offline' | 'sent' | { refused: string }) => void
  /** It was said that there is no connection, and not yet that there is one again. */
  private away = false
  /** Last known records by collection, for when there is no network. */
  private readonly seen = new Map<string, Rec[]>()

  constructor(app: string, storage: Storage | null, send: Send, told: (state: 'offline' | 'sent' | { refused: string }) => void) {
    this.key = `macaron-writes-${app}`
    this.storage = storage
    this.send = send
    this.told = told
    this.batches = this.load()
  }

  get waiting(): number {
    return this.batches.length
  }

  /** Resolves with the server's answer, or with a provisional one once it is clear that there is no network. */
  async write(writes: Write[]): Promise<Reply> {
    const named = writes.map((write) => (write.do === 'create' && !write.record ? { ...write, record: recordId() } : write))
    const batch = { writes: named, at: new Date().toISOString() }
    this.batches.push(batch)
    this.save()
    const answered = new Promise<Reply>((resolve) => this.settled.set(batch, resolve))
    const unreachable = this.drain().then(() => (this.batches.includes(batch) ? provisional(batch) : answered))
    return Promise.race([answered, unreachable])
  }

  async records(call: CallOf<'records'>): Promise<Reply> {
    await this.drain()
    const reply = await this.send(call)
    if (reply?.ok) {
      const records = reply.value as Rec[]
      if (!('asOf' in call)) this.remember(call.collection, records)
      return { ok: true, value: this.overlaid(call.collection, records) }
    }
    if (reply) return reply
    const known = this.seen.get(call.collection) ?? this.stored(call.collection)
    if (!known) return { ok: false, error: { code: 'offline', message: 'There is no connection and nothing was read before.' } }
    return { ok: true, value: this.overlaid(call.collection, known) }
  }

  /** Sends what waits, in order; stops at the first that does not get through. */
  drain(): Promise<void> {
    this.draining ??= this.sendAll().finally(() => {
      this.draining = null
    })
    return this.draining
  }

  private async sendAll(): Promise<void> {
    let held = false
    for (let batch = this.batches[0]; batch; batch = this.batches[0]) {
      const reply = await this.send({ do: 'write', writes: batch.writes })
      if (!reply || (!reply.ok && reply.error.code === 'call-too-often')) {
        this.away = true
        this.told('offline')
        return
      }
      held ||= Date.now() - Date.parse(batch.at) > 2000
      this.batches.shift()
      this.save()
      const settle = this.settled.get(batch)
      this.settled.delete(batch)
      settle?.(reply)
      if (!settle && !reply.ok) this.told({ refused: reply.error.message })
    }
    if (held || this.away) this.told('sent')
    this.away = false
  }

  private overlaid(collection: string, records: Rec[]): Rec[] {
    const byId = new Map(records.map((record) => [record.id, record]))
    for (const batch of this.batches)
      for (const write of batch.writes) {
        if (write.collection !== collection || !write.record) continue
        if (write.do === 'delete') byId.delete(write.record)
        else byId.set(write.record, recordOf(write.record, { ...byId.get(write.record)?.values, ...write.values }, batch.at))
      }
    return [...byId.values()]
  }

  private remember(collection: string, records: Rec[]): void {
    this.seen.set(collection, records)
    const text = JSON.stringify(records)
    if (text.length > 500_000) return
    try {
      this.storage?.setItem(`${this.key}-${collection}`, text)
    } catch {
      // A full storage only costs reading offline.
    }
  }

  private stored(collection: string): Rec[] | null {
    return parse<Rec[]>(this.storage?.getItem(`${this.key}-${collection}`)) ?? null
  }

  private load(): Batch[] {
    const loaded = parse<Batch[]>(this.storage?.getItem(this.key))
    return Array.isArray(loaded) ? loaded.filter((batch) => Array.isArray(batch?.writes)) : []
  }

  private save(): void {
    try {
      if (this.batches.length) this.storage?.setItem(this.key, JSON.stringify(this.batches))
      else this.storage?.removeItem(this.key)
    } catch {
      // Kept in memory until the page closes; nothing is acknowledged that was not sent.
    }
  }
}

const recordOf = (id: string, values: Rec['values'], at: string): Rec => ({ id, values, seq: 0, createdAt: at, at, by: 'app' })

function provisional(batch: Batch): Reply {
  const records = batch.writes.map((write) =>
    write.do === 'delete' ? { id: write.record, deleted: true, seq: 0 } : recordOf(write.record ?? '', write.values, batch.at),
  )
  return { ok: true, value: { records, seq: 0, checkpoint: 'queued00', queued: true } }
}

const recordId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}

function parse<T>(text: string | null | undefined): T | undefined {
  try {
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}
