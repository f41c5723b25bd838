/** The seam of the harnesses: what a model is given to build with, and how it may end. The own loop and the SDK keep it alike. */
import type { Now } from '../../base/language/types.ts'
import type { Failure } from '../../base/result.ts'
import type { AppId, EventBody, MemoryId } from '../../events.ts'
import type { Language } from '../../spec.ts'
import type { Settled } from '../source.ts'
import type { Checked, Workspace } from './workspace.ts'

/** A Messages API, and which of its models. The token is the gateway's own; no provider's key comes here. */
export type Endpoint = {
  /** Without `/v1/messages`. */
  url: string
  token: string
  model: string
  /** Tokens of the model's window and of one answer. */
  window?: number
  most?: number
}

/** What one run may spend. Whatever is reached first ends it. */
export type Budget = { turns: number; tokens: number /** milliseconds */; ms: number; checks: number }
export const BUDGET: Budget = { turns: 40, tokens: 600_000, ms: 600_000, checks: 8 }

/** What is asked: the person's words, and what the app that is there lacks. All of it is said by others. */
export type Brief = {
  app: AppId
  language: Language
  kind: 'build' | 'change'
  /** Oldest first; the last one is what is asked now. */
  requests: string[]
  /** What the app as it stands does not do. */
  missing: string[]
  /** What the check found of the work of a model before, whose files stand in the folder. */
  found?: string
  /** What the person told before and bears on what is asked, in the first turn of a conversation. */
  person?: string[]
  now: Now
  /** BCP 47 and ISO 4217. */
  locale: string
  currency: string
}

/** What is remembered of a question, as far as whoever is asked may be told. */
export type Recall = (
  question: string,
) => Promise<{ items: { memory: MemoryId; text: string; score: number; worth: number }[]; stop: string }>

/** What bears on a request of who the person is, as far as whoever is asked may be told; of the first turn of a conversation. */
export type Opening = Awaited<ReturnType<Recall>>['items']

export const PARTS = ['interface', 'logic', 'integrations', 'tests'] as const
export type Part = (typeof PARTS)[number]

export type Job = {
  brief: Brief
  workspace: Workspace
  endpoint: Endpoint
  budget: Budget
  /** Models of the parts that work side by side, where the harness has such; the endpoint's own if not given. */
  parts?: Partial<Record<Part, string>> | undefined
  /** Where it may be told; the tool is not there without it. */
  recall?: Recall | undefined
  signal: AbortSignal
}

/** `candidate` passed its check; `stopped` says why there is no more of it. Both: the last good state of a run that was cut. */
export type Outcome = {
  candidate: Settled | null
  /** Where nothing passed: what was checked last, for who goes on from there. */
  left?: Checked
  stopped: Failure | null
  /** The model's last words, for the journal; never shown as ours. */
  said: string
  spent: { turns: number; tokens: number; checks: number }
}

/** Never throws for what a model says or a server answers: that is in the outcome. */
export type Harness = {
  name: string
  /** A build is likely soon: what takes long to start may be started. */
  warm?(): void
  /** The folder that what was started stands in, for one build; null where any will do. */
  place?(): string | null
  run(job: Job): AsyncGenerator<EventBody, Outcome>
  close(): Promise<void>
}
