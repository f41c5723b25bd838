/** The seams of an app's data and versions: who implements them is store-backed (apps.ts) or in memory for a check (scratch.ts). */
import type { Result } from '../base/result.ts'
import type { AppId, CheckpointId, EventId, PersonId } from '../events.ts'
import type { AppFiles, AppSpec, Rec, Value, Writer } from '../spec.ts'

/** One write. `id` is made by the writer and unique per app: the same id again answers with the first result and writes nothing. */
export type Write =
  | { id: string; do: 'create'; collection: string; record?: string; values: Record<string, Value> }
  | { id: string; do: 'update'; collection: string; record: string; values: Record<string, Value> }
  | { id: string; do: 'delete'; collection: string; record: string }

/** What must hold for a write: each record is still the version that was seen ('record-moved'), and `also` succeeds in the same transaction. */
export type Given = {
  seen?: readonly { collection: string; record: string; seq: number }[]
  also?: (tx: unknown) => Promise<Result<unknown>>
}

export type Written = { records: (Rec | { id: string; deleted: true; seq: number })[]; seq: number; checkpoint: CheckpointId }

export type Change = { app: AppId; what: 'data' | 'version' | 'removed'; seq: number; collections?: string[] }

/** The typed data of one app. The interface in the frame, the agent, HTTP and the CLI all come through here. */
export interface AppData {
  readonly app: AppId
  spec(): Promise<AppSpec>
  /** Live records in the order they were made; `asOf` a data sequence in the past. */
  records(collection: string, options?: { asOf?: number }): Promise<Result<Rec[]>>
  /** All or nothing. Values are checked against the spec (apps/values.ts); unknown fields, wrong types and dangling relations are refused with the field's label in the message. */
  write(writes: Write[], by: Writer, because?: EventId, given?: Given): Promise<Result<Written>>
  /** The localStorage-compatible shim: strings by key, 256 KB an app. */
  kept(): Promise<Record<string, string>>
  keep(key: string, value: string | null): Promise<Result<void>>
  onChange(listener: (change: Change) => void): () => void
}

export type AppSummary = {
  id: AppId
  name: string
  icon: string
  accent: string
  /** 0 while only a draft was made. */
  version: number
  pinned: boolean
  folder: string | null
  /** ISO 8601 UTC of the last use or change. */
  usedAt: string
  /** "3,200 of 5,000 this month": one live line, in the app's language. */
  line: string
}

export type Checkpoint = {
  id: CheckpointId
  app: AppId
  at: string
  version: number
  seq: number
  /** Why it was made, in the app's language: "Added “Rating”", "Logged 500 yen". */
  what: string
  by: Writer
  /** Set where this checkpoint came from restoring another. */
  restored: CheckpointId | null
  /** This is the present state. */
  current: boolean
}

export type AppState = {
  id: AppId
  person: PersonId
  version: number
  spec: AppSpec
  files: AppFiles
  seq: number
  checkpoint: CheckpointId
  requests: string[]
  status: 'draft' | 'published' | 'removed'
}
