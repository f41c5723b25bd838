/**
 * From a proposal to a published app: write the source, show a first frame, check it in a browser, repair within a
 * budget, publish or withhold. Where a model is set up and the proposal is a weak reading, the model builds on from it
 * (agents/build.ts). Each step is an event as it happens; what comes back says how it ended.
 */

import type { Apps } from '../apps/apps.ts'
import { applyEdits } from '../apps/migrate.ts'
import type { AppState } from '../apps/types.ts'
import { currencyOf } from '../base/language/currency.ts'
import type { Now } from '../base/language/types.ts'
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import type { AppId, ConversationId, EventBody, EventId, Finding } from '../events.ts'
import type { Approval } from '../governance/approvals.ts'
import type { AppFiles, AppSpec, Language, SpecEdit } from '../spec.ts'
import { writtenFor } from '../traditional.ts'
import { type Agents, buildOn } from './agents/build.ts'
import type { Versions } from './agents/workspace.ts'
import { bundle } from './bundle.ts'
import type { CheckTools, Moment } from './check.ts'
import { type Examined, examine } from './examine.ts'
import { BEYOND, beyondOf } from './reach/reach.ts'
import { repair } from './repair.ts'
import { needsSource, type Settled, type Standing, showsByItself, sourceOf } from './source.ts'
import { stepsOf } from './steps.ts'
import { writing } from './stream.ts'
import type { Proposal } from './synthesise.ts'

/** Repairs of one candidate before it is withheld. */
const ATTEMPTS = 3
/** So sure must the reading be for the app not to need a model, where nothing better is known. */
const SURE = 0.6

export type Around = {
  now: Now
  timeZone: string
  locale: string
  because: EventId
  signal: AbortSignal
  conversation?: ConversationId
  /** Dollars that the models may cost here at most, where the person said so. */
  budget?: number
  /** Nothing of it is kept, and nothing that was remembered is told to a model. */
  unmarked?: boolean
}

export type StudioParts = {
  apps: Apps
  checkTools: CheckTools
  /** Keeps a picture and answers with the name it is served under. */
  keepPicture(png: Uint8Array): Promise<string>
  /** Milliseconds, for durations. */
  elapsed(): number
  /** Where the person has a model set up. */
  agents?: Agents
  /** Keeps what is to wait for a person before it is published. */
  hold?(app: AppId, held: Held): Promise<Result<Approval>>
  /** What the rules of ethics say of an app that is about to be published. */
  judge?(about: {
    act: 'build' | 'change'
    maker: 'rules' | 'model'
    request: string
    spec: AppSpec
    locale: string
    language: Language
    app: AppId
  }): Promise<Judged>
  /** Whether something of this app waits for one. */
  waits?(app: AppId): Promise<boolean>
  /** The vector of what a request means; null where there is none. Only asked where a model is set up. */
  embed?(text: string): Float32Array | null
}

/** Said in the language of who asked; `reasons`: why a person is to say yes first. */
export type Judged = {
  refused: string | null
  reasons: string[]
  notices: string[]
  /** The app says that a model made it. */
  label: boolean
  applied: EventBody[]
}
const UNJUDGED: Judged = { refused: null, reasons: [], notices: [], label: false, applied: [] }

export type Built = {
  app: AppId
  spec: AppSpec
  url: string
  published: boolean
  findings: Finding[]
  /** The first thing tried that did not work, in the app's language. */
  failed: string | null
  /** It waits for a person instead of being published. */
  held: Approval | null
  /** Why the model that was to build on did not bring it to pass; the rest is what was made without it. */
  without: Failure | null
  /** What is to be said with it. */
  notices: string[]
}

export type Studio = {
  /** Whether a model is there for what the rules do not cover. */
  readonly models: boolean
  /** Whether a request asks for more than the rules make of it. */
  beyond(request: string, proposal: Proposal): boolean
  build(proposal: Proposal, request: string, around: Around): AsyncGenerator<EventBody, Result<Built>>
  /** What the check says of an app as somebody would have it; nothing is kept. */
  check(app: AppId, content: { spec: AppSpec; files: AppFiles }, moment: Moment): Promise<Examined>
  change(
    app: AppId,
    edits: SpecEdit[],
    request: string,
    what: string,
    missing: string[],
    around: Around,
  ): AsyncGenerator<EventBody, Result<Built>>
}

/** What is published once a person said so. */
export type Held = {
  /** The version it was made from; 0 for a new app. */
  version: number
  spec: AppSpec
  files: AppFiles
  requests: string[]
  edits: SpecEdit[]
  what: string
  because: EventId
  /** '' where none had a part in it. */
  model: string
  /** Why a person is to say yes, beyond that a model made it and what it touches. */
  reasons: string[]
  checks: number
  /** Files that differ. */
  changed: string[]
  conversation: ConversationId | null
}

export const urlOf = (app: AppId) => `/apps/${app}`

export function openStudio(parts: StudioParts): Studio {
  const { apps } = parts
  const models = () => parts.agents?.ready() ?? false
  return {
    get models() {
      return models()
    },
    beyond: (request, proposal) => asksMore(beyondIn(parts, request, proposal), proposal),
    check: (app, content, moment) => examine(parts, { app, ...content }, moment),
    async *build(proposal, request, around) {
      const started = parts.elapsed()
      const beyond = models() ? beyondIn(parts, request, proposal) : 0
      const likely = models() && asksMore(beyond, proposal)
      if (likely) parts.agents?.warm?.()
      const draft = await apps.draft(proposal.spec, request)
      if (!draft.ok) return draft
      const app = draft.value
      yield { type: 'spec-proposed', app, spec: proposal.spec, assumed: proposal.assumed, missing: proposal.missing }
      yield { type: 'plan-made', app, steps: stepsOf('build', proposal.spec.language) }
      const said: Said = { kind: 'build', spec: proposal.spec, requests: [request], before: {}, missing: proposal.missing, started, around }
      const tried = yield* candidate(parts, app, said, async (files, spec) => {
        const saved = await apps.saveDraft(app, spec, files)
        return saved.ok ? { ...saved, value: urlOf(app) } : saved
      })
      const weak = likely || !tried.passed
      const standing = { spec: tried.spec, files: tried.files, published: false }
      const better = weak ? yield* further(parts, app, said, standing, tried, beyond) : tried
      return yield* finish(parts, app, better, started, around, null, [])
    },
    async *change(app, edits, request, what, missing, around) {
      const started = parts.elapsed()
      const current = await apps.get(app)
      if (!current.ok) return current
      const { spec, files, requests, version } = current.value
      const beyond = needsSource(spec, edits)
      const alone = edits.length > 0 && !beyond
      if (!alone && !models())
        return fail('app-is-code', 'The source of this app was written by hand or by a model; this change needs it to be written again.', {
          name: spec.name,
        })
      const applied = alone ? applyEdits(spec, edits) : ok({ spec })
      if (!applied.ok) return applied
      const said: Said = {
        kind: 'change',
        spec: applied.value.spec,
        requests: [...requests, request],
        before: files,
        missing,
        started,
        around,
      }
      yield { type: 'spec-proposed', app, spec: said.spec, edits, assumed: [], missing }
      yield { type: 'plan-made', app, steps: stepsOf('change', spec.language) }
      const first = alone ? yield* candidate(parts, app, said, null) : untried(said)
      const guessed = spec.code === true && !showsByItself(edits)
      const standing = first.passed && !guessed ? { ...first, published: true } : { spec, files, published: true }
      const weak = !alone || guessed || missing.length > 0 || !first.passed
      const tried = weak ? yield* further(parts, app, said, standing, first, 1) : first
      return yield* finish(parts, app, tried, started, around, { what: what || request.slice(0, 120), kept: version }, edits)
    },
  }
}

const asksMore = (beyond: number, { missing }: Proposal): boolean => beyond > BEYOND || missing.length > 0

/** How likely the request is for more than the rules can make, 0 to 1. */
function beyondIn({ embed }: StudioParts, request: string, proposal: Proposal): number {
  const vector = embed?.(request)
  return vector ? beyondOf(request, proposal, vector) : proposal.evidence < SURE ? 1 : 0
}

type Said = {
  kind: 'build' | 'change'
  spec: AppSpec
  requests: string[]
  before: AppFiles
  missing: string[]
  started: number
  around: Around
}
type Candidate = {
  spec: AppSpec
  files: AppFiles
  requests: string[]
  passed: boolean
  findings: Finding[]
  /** The first thing tried that did not work. */
  failed: string | null
  attempts: number
  without: Failure | null
  /** The model whose work it is. */
  model: string | null
  /** By the router's word, a person is to look at it first. */
  risky: boolean
  /** Things that were tried and worked. */
  checks: number
}

const untried = ({ spec, before, requests }: Said): Candidate => ({
  ...{ spec, files: before, requests, passed: false, findings: [] },
  ...{ failed: null, attempts: 0, without: null, model: null, risky: false, checks: 0 },
})

/** Writes, bundles and checks until it passes or the budget is spent. `show` makes the first frame reachable. */
async function* candidate(
  parts: StudioParts,
  app: AppId,
  said: Said,
  show: ((files: AppFiles, spec: AppSpec) => Promise<Result<string>>) | null,
): AsyncGenerator<EventBody, Candidate> {
  const { requests, around } = said
  let spec = said.spec
  let before = said.before
  for (let attempt = 1; ; attempt++) {
    const files = sourceOf(spec, before, { requests, id: app })
    yield* writing(app, before, files)
    before = files
    const bundled = await bundle(files)
    const shown = bundled.ok && show ? await show(files, spec) : null
    if (shown?.ok && attempt === 1) yield { type: 'frame-ready', app, url: shown.value, ms: Math.round(parts.elapsed() - said.started) }
    const made = { ...untried(said), spec, files, attempts: attempt }
    if (around.signal.aborted) return made
    const report = await examine(parts, { app, spec, files }, around)
    yield { type: 'check-finished', app, attempt, ...report }
    const { passed, findings } = report
    const done: Candidate = { ...made, passed, findings, failed: failedIn(report), checks: report.tried.filter(({ ok }) => ok).length }
    if (passed || attempt > ATTEMPTS || around.signal.aborted) return done
    // A part that is taken out of a manifest is still in a source that somebody wrote.
    const repaired = spec.code ? null : repair(spec, findings, attempt)
    if (!repaired) return done
    yield { type: 'repair-made', app, attempt, what: repaired.what }
    spec = repaired.spec
  }
}

/** Passes events on, and notes what the router said of the last model. */
async function* noting<R>(
  routed: { approval: boolean; model: string },
  events: AsyncGenerator<EventBody, R>,
): AsyncGenerator<EventBody, R> {
  for (;;) {
    const next = await events.next()
    if (next.done) return next.value
    if (next.value.type === 'model-routed') Object.assign(routed, { approval: next.value.approval, model: next.value.model })
    yield next.value
  }
}

/** So many versions can be gone back to in one build. */
const MOST_VERSIONS = 20
function versionsOf(apps: Apps, app: AppId): Versions {
  return {
    async list() {
      const points = await apps.checkpoints(app, { limit: 200 })
      const last = new Map((points.ok ? points.value : []).toReversed().map(({ version, what }) => [version, what]))
      return [...last].slice(-MOST_VERSIONS).map(([version, what]) => ({ version, what }))
    },
    async files(version) {
      const found = await apps.version(app, version)
      return found.ok ? found.value.files : null
    },
  }
}

const failedIn = ({ tried }: Examined): string | null => tried.find((one) => !one.ok)?.what ?? null

/** What a model makes of it, where there is one; else what was there, and why. */
async function* further(
  { agents, ...parts }: StudioParts,
  app: AppId,
  { kind, requests, missing, around }: Said,
  standing: Standing,
  first: Candidate,
  difficulty: number,
): AsyncGenerator<EventBody, Candidate> {
  const { signal, now, locale } = around
  if (!agents?.ready() || signal.aborted) return first
  const { language } = standing.spec
  const brief = { app, kind, language, requests, missing, now, locale, currency: currencyOf(locale) }
  let report: Examined | null = null
  const judged = async ({ spec, files }: Settled) => {
    report = await examine(parts, { app, spec, files }, around)
    return report
  }
  const routed = { approval: false, model: '' }
  const { settled, stopped } = yield* noting(
    routed,
    buildOn(agents, {
      brief,
      because: around.because,
      ...(around.budget !== undefined && { dollars: around.budget }),
      ...(around.unmarked && { unmarked: true }),
      ...(kind === 'change' && { versions: versionsOf(parts.apps, app) }),
      standing,
      difficulty,
      attempts: first.attempts,
      examine: judged,
      signal,
    }),
  )
  if (!settled) return { ...first, failed: first.failed ?? (report && failedIn(report)), without: stopped }
  // Risk is the router's word, or that of the app as the model left it.
  const risky = routed.approval || settled.spec.risks.length > 0
  const checks = (report as Examined | null)?.tried.filter(({ ok }) => ok).length ?? 0
  const made = { spec: settled.spec, files: settled.files, passed: true, findings: [], failed: null, without: stopped }
  return { ...first, ...made, model: routed.model, risky, checks }
}

async function* finish(
  parts: StudioParts,
  app: AppId,
  tried: Candidate,
  started: number,
  around: Around,
  changed: { what: string; kept: number } | null,
  edits: SpecEdit[],
): AsyncGenerator<EventBody, Result<Built>> {
  const { requests, passed, findings, failed, without } = tried
  const { locale } = around
  const about = {
    act: changed ? ('change' as const) : ('build' as const),
    maker: tried.model === null ? ('rules' as const) : ('model' as const),
  }
  const request = requests.at(-1) ?? ''
  const judging =
    passed && !around.signal.aborted && parts.judge?.({ ...about, app, request, spec: tried.spec, locale, language: tried.spec.language })
  const judged = (await judging) || UNJUDGED
  const spec: AppSpec = judged.label ? { ...tried.spec, generated: true } : tried.spec
  // What carries the label are its files too: they are what a copy is made of.
  const files = judged.label ? sourceOf(spec, tried.files, { requests, id: app }) : tried.files
  const { notices } = judged
  const built = { app, spec, url: urlOf(app), findings, failed, without, held: null, notices }
  // A new app that does not come to be leaves nothing on the shelf; it can still be brought back for a while.
  if (!changed && (around.signal.aborted || !passed)) await parts.apps.remove(app)
  if (around.signal.aborted) return fail('turn-cancelled', 'Stopped, as you asked.')
  if (!passed) {
    yield { type: 'app-withheld', app, findings, ...(changed && { kept: changed.kept }) }
    return ok({ ...built, published: false })
  }
  // A model may have taken minutes: what was changed or gone back to meanwhile is not overwritten.
  const before = await parts.apps.get(app)
  if (changed && before.ok && before.value.version !== changed.kept)
    return fail('app-moved', 'The app was changed meanwhile; this change was not made. Ask for it again.', { name: spec.name })
  yield* judged.applied
  const what = writtenFor(spec.locale)(changed?.what ?? madeWords[spec.language](spec.name))
  const held = before.ok
    ? yield* holding(parts, app, before.value, { ...tried, spec, files }, { what, edits, around, reasons: judged.reasons })
    : null
  if (held && !held.ok) return held
  if (held) return ok({ ...built, published: false, held: held.value })
  const published = await parts.apps.publish(app, { spec, files, requests, edits, what, because: around.because })
  if (!published.ok) return published
  const { version, checkpoint } = published.value
  const { name, icon } = spec
  yield { type: 'app-published', app, version, checkpoint, name, icon, url: built.url, ms: Math.round(parts.elapsed() - started) }
  return ok({ ...built, published: true })
}

/**
 * What the router or a rule says so of waits for a person; so does a later change of a draft that waits already, in its stead.
 * null: nothing is to wait.
 */
async function* holding(
  { hold, waits }: StudioParts,
  app: AppId,
  before: AppState,
  { spec, files, requests, model, risky, checks }: Candidate,
  { what, edits, around, reasons }: { what: string; edits: SpecEdit[]; around: Around; reasons: string[] },
): AsyncGenerator<EventBody, Result<Approval> | null> {
  const asks = risky || reasons.length > 0
  const again = !asks && before.status === 'draft' && (await waits?.(app))
  if (!hold || (!asks && !again)) return null
  const changed = Object.keys(files).filter((name) => files[name] !== before.files[name])
  const made = { version: before.version, spec, files, requests, edits, what, because: around.because }
  const held = await hold(app, { ...made, model: model ?? '', reasons, checks, changed, conversation: around.conversation ?? null })
  if (!held.ok) return held
  const { id, kind, until } = held.value
  yield { type: 'approval-asked', app, what: held.value.what, approval: id, kind, until }
  return held
}

const madeWords: Record<Language, (name: string) => string> = {
  en: (name) => `Made “${name}”`,
  zh: (name) => `创建了“${name}”`,
  ja: (name) => `「${name}」を作りました`,
  ko: (name) => `“${name}” 앱을 만들었어요`,
}
