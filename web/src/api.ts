/** The server's answers, typed by the server's own types. A failure is data: `code` for programs, `message` for people. */
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { AppState, AppSummary, Checkpoint } from '../../src/apps/types.ts'
import type { Failure, Result } from '../../src/base/result.ts'
import type { ToldCredential } from '../../src/doors/http/credentials.ts'
import type { Insights, Reasons } from '../../src/doors/http/learning.ts'
import type { PeopleView, ToldPerson } from '../../src/doors/http/people.ts'
import type { AppId, ApprovalId, CheckpointId, Event, EventId, EventOf, MemoryId, PersonId, TurnId } from '../../src/events.ts'
import type { Explanation } from '../../src/explain.ts'
import type { Approval } from '../../src/governance/approvals.ts'
import type { Edits } from '../../src/governance/changes.ts'
import type { Decision } from '../../src/governance/words.ts'
import type { Held } from '../../src/held.ts'
import type { PrivacyClass, Remembered } from '../../src/memory/types.ts'
import type { Standing, Word } from '../../src/models/consent.ts'
import type { Account, Budgets } from '../../src/models/ledger.ts'
import type { Invitation, Role } from '../../src/people/people.ts'
import type { Scope } from '../../src/people/scopes.ts'
import type { Capability, FieldKind, Language, Value } from '../../src/spec.ts'
import type { Story } from '../../src/story.ts'
import { messagesOf } from './sse.ts'

export type Me = {
  person: string
  role: Role
  name: string | null
  language: Language
  locale: string
  timeZone: string
  fresh: boolean
  version: string
}
export type Past = { id: string; title: string; startedAt: string; lastAt: string; messages: number }
export type Removed = { id: AppId; name: string; icon: string; removedAt: string }
export type Health = { healthy: boolean; checks: { what: string; ok: boolean; detail: string }[] }
export type CsvProblem = { row: number; field: string; message: string; code: string }
export type CsvPreview = {
  collection: string
  columns: { header: string; field: string | null; kind: FieldKind }[]
  rows: { row: number; values: Record<string, Value> }[]
  errors: CsvProblem[]
  total: number
}
export type CsvDone = { added: number; errors: CsvProblem[]; checkpoint: CheckpointId }
export type Said = {
  text: string
  conversation: string | null
  open: AppId | null
  locale: string
  timeZone: string
  incognito: boolean
  decides?: Decides
}
export type Opening = Event & EventOf<'conversation-opened'>
/** Which of what waits a button answers, and how. */
export type Decides = { approval: ApprovalId; decision: Decision; revision?: number }
export type Privacy = { classes: PrivacyClass[]; permissions: Record<string, readonly PrivacyClass[]> }

export type Cap = { dollars: number; requests: number }
export type AppGrants = { app: AppId; name: string; icon: string; grants: { capability: Capability; granted: boolean }[]; cap: Cap | null }
/** Never a key: what is set up, what is missing of the rest and what to do about it. */
export type ModelsView = {
  providers: {
    name: string
    kind: 'anthropic' | 'deepseek' | 'local' | 'offline'
    ready: boolean
    consent: Standing
    missing: { code: string; message: string } | null
  }[]
  models: { model: string; provider: string; role: 'draft' | 'refine' | 'offline' | null; ready: boolean }[]
  budgets: Budgets
  problem: { code: string; message: string } | null
}

/** Nobody answered: the network or the server is away. */
export const OFFLINE = 'offline'
/** Somebody answered, but not as agreed. */
export const UNEXPECTED = 'unexpected'

/** A turn that nobody finished. */
export const INTERRUPTED = 'interrupted'

/** Sentences of refusals come in this language (BCP 47). */
let tongue: string | null = null
export const speak = (chosen: string | null): void => {
  tongue = chosen
}

let signedOut: () => void = () => undefined
/** Called whenever the server no longer knows who asks. */
export const onSignedOut = (listener: () => void): void => {
  signedOut = listener
}

type Init = { method?: string; body?: unknown; signal?: AbortSignal }

const failed = (code: string, message = code): { ok: false; error: Failure } => ({ ok: false, error: { code, message } })

async function request(path: string, { method = 'GET', body, signal }: Init): Promise<Response | null> {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(tongue && { 'accept-language': tongue }) }
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      signal: signal ?? null,
      credentials: 'same-origin',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch {
    return null
  }
}

async function refusal(response: Response): Promise<{ ok: false; error: Failure }> {
  const answer = (await response.json().catch(() => null)) as { error?: Partial<Failure> } | null
  const { code, message } = answer?.error ?? {}
  if (response.status === 401 && code !== 'token-wrong' && code !== 'sign-in-wrong' && code !== 'passkey-wrong') signedOut()
  return typeof code === 'string' && typeof message === 'string' ? failed(code, message) : failed(UNEXPECTED)
}

async function call<T>(path: string, init: Init = {}): Promise<Result<T>> {
  const response = await request(path, init)
  if (!response) return failed(OFFLINE)
  if (!response.ok) return refusal(response)
  try {
    return { ok: true, value: (await response.json()) as T }
  } catch {
    return failed(UNEXPECTED)
  }
}

const post = <T>(path: string, body: unknown = {}) => call<T>(path, { method: 'POST', body })

export const me = () => call<Me>('/me')
export const waysIn = () => call<{ passwords: boolean; passkeys: boolean }>('/session')
export const signIn = (by: { token: string } | { name: string; password: string }) => post<{ signedIn: true }>('/session', by)
export const lookAtInvitation = (invitation: string) => post<{ until: string; name: string | null }>('/invitations/look', { invitation })
export const acceptInvitation = (invitation: string, name: string, password: string) =>
  post<{ signedIn: true }>('/invitations/accept', { invitation, name, password })

/** What the device is asked, and what it answers, pass through as they are. */
export const passkeyOptions = (to: 'sign-in' | 'add') =>
  post<PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON>(
    to === 'add' ? '/passkeys/options' : '/session/passkey/options',
  )
export const signInByPasskey = (answer: unknown) => post<{ signedIn: true }>('/session/passkey', { answer })
export const addPasskey = (answer: unknown) => post<{ credential: ToldCredential }>('/passkeys', { answer })

export const people = () => call<PeopleView>('/people')
export const invite = (wanted: { label: string; person?: PersonId }) =>
  post<{ invitation: Invitation; path: string }>('/people/invitations', wanted)
export const withdraw = (invitation: string) => call<{ withdrawn: true }>(`/people/invitations/${invitation}`, { method: 'DELETE' })
export const lendModels = (person: PersonId, models: boolean) =>
  call<{ person: ToldPerson }>(`/people/${person}`, { method: 'PATCH', body: { models } })
export const signOutPerson = (person: PersonId) => post<{ ended: number }>(`/people/${person}/revoke`)
export const removePerson = (person: PersonId) => call<{ removed: boolean }>(`/people/${person}?confirm=true`, { method: 'DELETE' })

export const credentials = () => call<{ credentials: ToldCredential[] }>('/credentials')
export const makeToken = (wanted: { name: string; scopes: Scope[]; days: number | null }) =>
  post<{ credential: ToldCredential; secret: string }>('/credentials', wanted)
export const endCredential = (id: string) => call<{ ended: number }>(`/credentials/${id}`, { method: 'DELETE' })
export const endOtherCredentials = () => call<{ ended: number }>('/credentials', { method: 'DELETE' })
export const setPassword = (wanted: { name?: string; password: string; current?: string }) =>
  call<{ name: string }>('/password', { method: 'PUT', body: wanted })

export const conversations = () => call<{ conversations: Past[] }>('/conversations')
export const conversation = (id: string) => call<{ events: Event[] }>(`/conversations/${id}`)
/** What the conversation begins with; null where there is nothing to say, or it goes on. */
export const begin = (wanted: { conversation: string; locale: string; timeZone: string }) =>
  post<{ opening: Opening | null }>('/openings', wanted)
export const cancel = (turn: TurnId) => post<{ cancelled: true }>(`/turns/${turn}/cancel`)
export const feedback = (about: EventId, value: number) => post<Event>('/feedback', { about, value })

/** Says something; `heard` gets each event of the turn. Resolves when the stream ends, however it ended. */
export async function say(said: Said, heard: (event: Event) => void): Promise<Result<void>> {
  const { conversation, open, ...rest } = said
  const response = await request('/turns', { method: 'POST', body: { ...rest, ...(conversation && { conversation }), open } })
  if (!response) return failed(OFFLINE)
  if (!response.ok || !response.body) return refusal(response)
  try {
    for await (const data of messagesOf(response.body)) heard(JSON.parse(data) as Event)
  } catch {
    return failed(OFFLINE)
  }
  return { ok: true, value: undefined }
}

export const apps = () => call<{ apps: AppSummary[] }>('/apps')
export const app = (id: AppId) => call<{ app: AppState }>(`/apps/${id}`)
export const patchApp = (id: AppId, change: { pinned?: boolean; folder?: string | null; name?: string }) =>
  call<{ done: true }>(`/apps/${id}`, { method: 'PATCH', body: change })
export const removeApp = (id: AppId) => call<{ removed: AppId }>(`/apps/${id}`, { method: 'DELETE' })
export const removedApps = () => call<{ apps: Removed[] }>('/removed')
export const recoverApp = (id: AppId) => post<{ done: true }>(`/apps/${id}/recover`)

export const checkpoints = (id: AppId) => call<{ checkpoints: Checkpoint[] }>(`/apps/${id}/checkpoints`)
export const undo = (id: AppId) => post<{ checkpoint: Checkpoint }>(`/apps/${id}/undo`)
export const redo = (id: AppId) => post<{ checkpoint: Checkpoint }>(`/apps/${id}/redo`)
export const restore = (id: AppId, checkpoint: CheckpointId) => post<{ checkpoint: Checkpoint }>(`/apps/${id}/restore`, { checkpoint })
export const exportUrl = (id: AppId, collection: string) => `/api/apps/${id}/export.csv?collection=${encodeURIComponent(collection)}`
export const previewCsv = (id: AppId, collection: string, csv: string) => post<CsvPreview>(`/apps/${id}/import`, { collection, csv })
export const commitCsv = (id: AppId, collection: string, csv: string) =>
  post<CsvDone>(`/apps/${id}/import`, { collection, csv, commit: true })

/** Nothing waits for the answer: it is asked as the page goes away, too. */
export const leave = (conversation: string): void => {
  const init = { method: 'POST', keepalive: true, credentials: 'same-origin' as const }
  void fetch(`/api/conversations/${conversation}/leave`, init).catch(() => undefined)
}

export const memories = (about: string, retired: boolean) =>
  call<{ memories: Remembered[] }>(`/memories?${new URLSearchParams({ ...(about && { about }), retired: `${retired}` })}`)
export const memory = (id: MemoryId) => call<Story>(`/memories/${id}`)
export const changeMemory = (id: MemoryId, change: { text?: string; pinned?: boolean; privacy?: PrivacyClass }) =>
  call<{ memory: Remembered }>(`/memories/${id}`, { method: 'PATCH', body: change })
export const retireMemory = (id: MemoryId) => post<{ memory: Remembered }>(`/memories/${id}/retire`)
export const restoreMemory = (id: MemoryId) => post<{ memory: Remembered }>(`/memories/${id}/restore`)
export const forgetAbout = (about: string, confirm: boolean) =>
  call<{ forgotten: boolean; memories: Remembered[] }>(`/memories?${new URLSearchParams({ about, confirm: `${confirm}` })}`, {
    method: 'DELETE',
  })
export type Waiting = Omit<Approval, 'body'> & { choices: { decision: Decision; label: string }[] }
export const approvals = () => call<{ approvals: Waiting[] }>('/approvals')
/** What the person changed of what waits; the answer is what a yes does from now on. */
export const amend = (id: ApprovalId, revision: number, edits: Edits) =>
  call<{ approval: Waiting }>(`/approvals/${id}`, { method: 'PATCH', body: { revision, edits } })
export const answer = (id: ApprovalId, decision: Decision, revision: number) =>
  call<{ approval: Waiting; text: string }>(`/approvals/${id}`, { method: 'POST', body: { decision, revision } })
export const sourceOf = (id: ApprovalId) => call<{ files: { file: string; lines: string[] }[] }>(`/approvals/${id}/source`)
export const models = () => call<ModelsView>('/models')
export const modelCosts = () => call<Account>('/models/costs')
export const setConsent = (provider: string, consent: Word | null) =>
  call<{ consent: Standing }>(`/models/providers/${encodeURIComponent(provider)}/consent`, { method: 'PUT', body: { consent } })
export const setBudgets = (budgets: Partial<Budgets>) => call<{ budgets: Budgets }>('/models/budgets', { method: 'PUT', body: budgets })
export const grants = () => call<{ apps: AppGrants[] }>('/grants')
export const setGrant = (app: AppId, capability: Capability, granted: boolean) =>
  call<{ granted: boolean }>(`/apps/${app}/grants/${capability}`, { method: 'PUT', body: { granted } })
export const setCap = (app: AppId, cap: Cap) => call<{ cap: Cap }>(`/apps/${app}/cap`, { method: 'PUT', body: cap })
export const privacy = () => call<Privacy>('/privacy')
export const setPrivacy = (permissions: Privacy['permissions']) => call<Privacy>('/privacy', { method: 'PUT', body: { permissions } })
export type Circumstances = { region: 'JP' | 'KR' | 'CN' | 'other' | null; age: 'under-14' | 'under-18' | 'adult' | null }
export const circumstances = () => call<Circumstances>('/circumstances')
export const setCircumstances = (told: Circumstances) => call<Circumstances>('/circumstances', { method: 'PUT', body: told })
export const held = () => call<Held>('/held')
export const eraseEverything = () => call<{ forgotten: boolean }>('/account?confirm=true', { method: 'DELETE' })
export const forgetMemory = (id: MemoryId) => call<{ forgotten: MemoryId }>(`/memories/${id}`, { method: 'DELETE' })

export const audit = (after: EventId | null) =>
  call<{ events: Event[]; next: EventId | null }>(`/audit?limit=500${after ? `&after=${after}` : ''}`)
export const why = (event: EventId) => call<Explanation>(`/why/${event}`)

export const insights = () => call<Insights>('/learning')
export const reasons = () => call<Reasons>('/learning/why')
export const setLearning = (on: boolean) => call<Insights>('/learning', { method: 'PUT', body: { on } })
export const lockTopic = (topic: string, locked: string | null) => call<Insights>(`/learning/${topic}`, { method: 'PUT', body: { locked } })
export const resetLearning = (topic: string) => call<Insights>(`/learning?topic=${topic}`, { method: 'DELETE' })

export const doctor = () => call<Health>('/doctor')
export const EXPORT_URL = '/api/export'
export const RECORD_URL = '/api/audit/export'
/** What of an export an import takes; the rest is there to be read, and may be large. */
export function importAll(all: unknown) {
  const { format, apps, memories } = (all ?? {}) as Record<string, unknown>
  return post<{ apps: number; memories: number }>('/import', { format, apps, memories })
}
