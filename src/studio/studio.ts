/**
 * From a proposal to a published app: write the source, show a first frame, check it in a browser, repair within a
 * budget, publish or withhold. Each step is an event as it happens; what comes back says how it ended.
 */

import type { Apps } from '../apps/apps.ts'
import { applyEdits } from '../apps/migrate.ts'
import type { Now } from '../base/language/types.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { AppId, EventBody, EventId, Finding } from '../events.ts'
import type { AppFiles, AppSpec, Language, SpecEdit } from '../spec.ts'
import { type Bundle, bundle } from './bundle.ts'
import { type CheckReport, type CheckTools, check } from './check.ts'
import { repair } from './repair.ts'
import { needsSource, sourceOf } from './source.ts'
import { stepsOf } from './steps.ts'
import { writing } from './stream.ts'
import type { Proposal } from './synthesise.ts'

/** Repairs of one candidate before it is withheld. */
const ATTEMPTS = 3

export type Around = { now: Now; timeZone: string; locale: string; because: EventId; signal: AbortSignal }

export type StudioParts = {
  apps: Apps
  checkTools: CheckTools
  /** Keeps a picture and answers with the name it is served under. */
  keepPicture(png: Uint8Array): Promise<string>
  /** Milliseconds, for durations. */
  elapsed(): number
}

export type Built = {
  app: AppId
  spec: AppSpec
  url: string
  published: boolean
  findings: Finding[]
  /** The first thing tried that did not work, in the app's language. */
  failed: string | null
}

export type Studio = {
  build(proposal: Proposal, request: string, around: Around): AsyncGenerator<EventBody, Result<Built>>
  change(
    app: AppId,
    edits: SpecEdit[],
    request: string,
    what: string,
    missing: string[],
    around: Around,
  ): AsyncGenerator<EventBody, Result<Built>>
}

export const urlOf = (app: AppId) => `/apps/${app}`

export function openStudio(parts: StudioParts): Studio {
  const { apps } = parts
  return {
    async *build(proposal, request, around) {
      const started = parts.elapsed()
      const draft = await apps.draft(proposal.spec, request)
      if (!draft.ok) return draft
      const app = draft.value
      yield { type: 'spec-proposed', app, spec: proposal.spec, assumed: proposal.assumed, missing: proposal.missing }
      yield { type: 'plan-made', app, steps: stepsOf('build', proposal.spec.language) }
      const tried = yield* candidate(
        parts,
        app,
        { spec: proposal.spec, requests: [request], before: {}, started, around },
        async (files, spec) => {
          const saved = await apps.saveDraft(app, spec, files)
          return saved.ok ? { ...saved, value: urlOf(app) } : saved
        },
      )
      return yield* finish(parts, app, tried, started, around, null, [])
    },
    async *change(app, edits, request, what, missing, around) {
      const started = parts.elapsed()
      const current = await apps.get(app)
      if (!current.ok) return current
      const { spec, files, requests, version } = current.value
      if (needsSource(spec, edits))
        return fail('app-is-code', 'The source of this app was written by hand or by a model; this change needs it to be written again.', {
          name: spec.name,
        })
      const applied = applyEdits(spec, edits)
      if (!applied.ok) return applied
      yield { type: 'spec-proposed', app, spec: applied.value.spec, edits, assumed: [], missing }
      yield { type: 'plan-made', app, steps: stepsOf('change', spec.language) }
      const said = { spec: applied.value.spec, requests: [...requests, request], before: files, started, around }
      const tried = yield* candidate(parts, app, said, null)
      return yield* finish(parts, app, tried, started, around, { what, kept: version }, edits)
    },
  }
}

type Said = { spec: AppSpec; requests: string[]; before: AppFiles; started: number; around: Around }
type Candidate = { spec: AppSpec; files: AppFiles; requests: string[]; report: CheckReport | null; findings: Finding[] }

/** Writes, bundles and checks until it passes or the budget is spent. `show` makes the first frame reachable. */
async function* candidate(
  parts: StudioParts,
  app: AppId,
  said: Said,
  show: ((files: AppFiles, spec: AppSpec) => Promise<Result<string>>) | null,
): AsyncGenerator<EventBody, Candidate> {
  let spec = said.spec
  let before = said.before
  for (let attempt = 1; ; attempt++) {
    const files = sourceOf(spec, before, { requests: said.requests, id: app })
    yield* writing(app, before, files)
    before = files
    const bundled = await bundle(files)
    const shown = bundled.ok && show ? await show(files, spec) : null
    if (shown?.ok && attempt === 1) yield { type: 'frame-ready', app, url: shown.value, ms: Math.round(parts.elapsed() - said.started) }
    if (said.around.signal.aborted) return { spec, files, requests: said.requests, report: null, findings: [] }
    const { report, findings } = bundled.ok
      ? await examine(parts, app, spec, files, bundled.value, said.around)
      : { report: null, findings: [{ check: 'bundle', message: bundled.error.message } as Finding] }
    const picture = report?.picture ? await parts.keepPicture(report.picture) : undefined
    yield {
      type: 'check-finished',
      app,
      passed: report?.passed ?? false,
      attempt,
      tried: report?.tried ?? [],
      findings,
      ...(picture && { picture }),
      ms: Math.round(report?.ms ?? 0),
    }
    const done = { spec, files, requests: said.requests, report, findings }
    if (report?.passed || attempt > ATTEMPTS || said.around.signal.aborted) return done
    // A part that is taken out of a manifest is still in a source that somebody wrote.
    const repaired = spec.code ? null : repair(spec, findings, attempt)
    if (!repaired) return done
    yield { type: 'repair-made', app, attempt, what: repaired.what }
    spec = repaired.spec
  }
}

async function examine(parts: StudioParts, app: AppId, spec: AppSpec, files: AppFiles, bundled: Bundle, around: Around) {
  const { locale, timeZone, now } = around
  const report = await check({ app, spec, files, ...bundled }, { ...parts.checkTools, locale, timeZone, now })
  return { report, findings: report.findings }
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
  const failed = tried.report?.tried.find((one) => !one.ok)?.what ?? null
  const built = { app, spec: tried.spec, url: urlOf(app), findings: tried.findings, failed }
  // A new app that does not come to be leaves nothing on the shelf; it can still be brought back for a while.
  if (!changed && (around.signal.aborted || !tried.report?.passed)) await parts.apps.remove(app)
  if (around.signal.aborted) return fail('turn-cancelled', 'Stopped, as you asked.')
  if (!tried.report?.passed) {
    yield { type: 'app-withheld', app, findings: tried.findings, ...(changed && { kept: changed.kept }) }
    return ok({ ...built, published: false })
  }
  const published = await parts.apps.publish(app, {
    spec: tried.spec,
    files: tried.files,
    requests: tried.requests,
    edits,
    what: changed?.what ?? madeWords[tried.spec.language](tried.spec.name),
    because: around.because,
  })
  if (!published.ok) return published
  const { version, checkpoint } = published.value
  const { name, icon } = tried.spec
  yield { type: 'app-published', app, version, checkpoint, name, icon, url: built.url, ms: Math.round(parts.elapsed() - started) }
  return ok({ ...built, published: true })
}

const madeWords: Record<Language, (name: string) => string> = {
  en: (name) => `Made “${name}”`,
  zh: (name) => `创建了“${name}”`,
  ja: (name) => `「${name}」を作りました`,
  ko: (name) => `“${name}” 앱을 만들었어요`,
}
