/**
 * What a model works on: the app's folder, its check, and what was told of both. The harnesses differ in who runs the
 * conversation; what happens to an app happens here.
 */

import { incoherences } from '../../apps/coherence.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { EventBody, Finding } from '../../events.ts'
import { type AppFiles, AppSpec } from '../../spec.ts'
import type { Examined } from '../examine.ts'
import { type Settled, type Standing, settle } from '../source.ts'
import { writing } from '../stream.ts'
import type { Origin } from '../write.ts'
import type { Folder } from './folder.ts'

/** Of what a manifest is not, so much is told at once. */
const MOST_WRONG = 8

export type Checked = Examined & { settled: Settled }

export type Workspace = {
  readonly folder: Folder
  readonly origin: Origin
  /** What is told from now on goes here. */
  listen(tell: (event: EventBody) => void): void
  /** Looks what the folder has become since the last look, and tells it as code that was written. */
  look(): Promise<Result<{ files: AppFiles; changed: string[] }>>
  /** 'checks-spent' when there is none left; else what came of it. The same files are not checked twice. */
  check(most: number): Promise<Result<Checked>>
  /** Writes a manifest that is one; 'manifest-invalid' says what is not. A page that nobody wrote is written anew from it. */
  describe(manifest: unknown): Promise<Result<string[]>>
  /** What it can go back to, the newest last: how it began, what was checked, versions that were published. */
  states(): Promise<State[]>
  /** Makes the folder hold what it held then; 'state-unknown'. What stands in it now can be gone back to where it was checked. */
  rewind(to: string): Promise<Result<string[]>>
  readonly checks: number
  /** What was checked last. */
  readonly last: Checked | null
  /** The last state that passed. */
  readonly good: Settled | null
  /** Whether what passed is another app than the one that stood there. */
  readonly touched: boolean
  /** Whether something was written since the last check. */
  readonly unchecked: boolean
}

export type State = { id: string; what: string }
/** The versions of the app that people have used: its checkpoints. */
export type Versions = {
  list(): Promise<{ version: number; what: string }[]>
  files(version: number): Promise<AppFiles | null>
}

export type WorkspaceOptions = {
  folder: Folder
  standing: Standing
  origin: Origin
  examine(settled: Settled): Promise<Examined>
  /** “Changed app.tsx”, in the app's language. */
  changedWords(files: string[]): string
  /** The files it begins with, where they are not those that stand. */
  begin?: AppFiles
  /** Attempts that came before. */
  attempts?: number
  versions?: Versions | undefined
}

export async function openWorkspace({
  folder,
  standing,
  origin,
  examine,
  changedWords,
  begin = standing.files,
  attempts = 0,
  versions = { list: async () => [], files: async () => null },
}: WorkspaceOptions): Promise<Result<Workspace>> {
  const put = await folder.put(begin)
  if (!put.ok) return put
  const app = origin.id
  let tell: (event: EventBody) => void = () => {}
  let before = standing
  let seen = begin
  let since: string[] = []
  let checks = 0
  let last: { key: string; checked: Checked } | null = null
  let good: Settled | null = null

  /** What was written anew from a manifest stands in the folder too, and is what the next look compares with. */
  async function adopt(settled: Settled): Promise<void> {
    if (!settled.spec.code) before = { ...standing, spec: { ...standing.spec, code: undefined }, files: settled.files }
    for (const [name, text] of Object.entries(settled.files)) if (seen[name] !== text) await folder.write(name, text)
    for (const event of writing(app, seen, settled.files)) tell(event)
    seen = settled.files
  }

  const checked: { files: AppFiles; passed: boolean }[] = []
  /** One at a time: parts of the work go on side by side. */
  let line: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work)
    line = done.catch(() => {})
    return done
  }
  async function looked(): Promise<Result<{ files: AppFiles; changed: string[] }>> {
    const found = await folder.files()
    if (!found.ok) return found
    const files = found.value
    const changed = [...new Set([...Object.keys(files), ...Object.keys(seen)])].filter((name) => files[name] !== seen[name])
    for (const event of writing(app, seen, files)) tell(event)
    seen = files
    since = [...new Set([...since, ...changed])]
    return ok({ files, changed })
  }
  async function filesAt(to: string): Promise<AppFiles | null> {
    if (to === 'start') return begin
    const [, kind, n] = /^(check|version)-(\d{1,6})$/.exec(to) ?? []
    if (kind === 'check') return checked[Number(n) - 1]?.files ?? null
    return kind === 'version' ? versions.files(Number(n)) : null
  }

  async function examined(most: number): Promise<Result<Checked>> {
    const look = await looked()
    const settled = look.ok
      ? settle(look.value.files, before, origin)
      : { spec: standing.spec, files: seen, findings: [{ check: 'bundle' as const, message: look.error.message }] }
    if (look.ok && !settled.findings.length) await adopt(settled)
    const key = JSON.stringify([settled.files, settled.findings])
    if (last?.key === key) return ok(last.checked)
    if (checks >= most) return fail('checks-spent', `The app was checked ${checks} times; that is all there is for one build.`, { checks })
    const attempt = attempts + ++checks
    if (checks > 1 && since.length > 0) tell({ type: 'repair-made', app, attempt: attempt - 1, what: changedWords(since) })
    since = []
    const found = settled.findings.length ? unfit(settled.findings) : await examine(settled)
    const { passed, tried, findings, picture, ms } = found
    tell({ type: 'check-finished', app, passed, attempt, tried, findings, ...(picture && { picture }), ms })
    const result = { ...found, settled }
    last = { key, checked: result }
    checked.push({ files: settled.files, passed })
    if (passed) good = settled
    return ok(result)
  }

  const workspace: Workspace = {
    folder,
    origin,
    listen(listener) {
      tell = listener
    },
    look: () => inTurn(looked),
    describe: (manifest) =>
      inTurn(async () => {
        const parsed = AppSpec.safeParse(manifest)
        const wrong = parsed.success
          ? incoherences(parsed.data)
          : parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the manifest'}: ${message}`)
        if (!parsed.success || wrong.length)
          return fail('manifest-invalid', `That is no manifest yet. ${wrong.slice(0, MOST_WRONG).join('; ')}.`)
        const now = await looked()
        if (!now.ok) return now
        const text = `${JSON.stringify(parsed.data, null, 2)}\n`
        const settled = settle({ ...now.value.files, 'app.json': text }, before, origin)
        if (settled.findings.length) return fail('manifest-invalid', settled.findings.map(({ message }) => message).join(' '))
        for (const [name, made] of Object.entries({ ...settled.files })) {
          const written = seen[name] === made ? ok(undefined) : await folder.write(name, made)
          if (!written.ok) return written
        }
        if (!settled.spec.code) before = { ...standing, spec: { ...standing.spec, code: undefined }, files: settled.files }
        const after = await looked()
        return after.ok ? ok(after.value.changed) : after
      }),
    async states() {
      const published = (await versions.list()).map(({ version, what }) => ({ id: `version-${version}`, what }))
      const tried = checked.map(({ passed }, at) => ({ id: `check-${at + 1}`, what: passed ? 'passed its check' : 'failed its check' }))
      return [...published, { id: 'start', what: 'how the folder began' }, ...tried]
    },
    rewind: (to) =>
      inTurn(async () => {
        const files = await filesAt(to)
        if (!files) return fail('state-unknown', `There is no state ${JSON.stringify(to.slice(0, 40))} to go back to.`)
        const put = await folder.put(files)
        if (!put.ok) return put
        const now = await looked()
        return now.ok ? ok(now.value.changed) : now
      }),
    check: (most) => inTurn(() => examined(most)),
    get checks() {
      return checks
    },
    get last() {
      return last?.checked ?? null
    },
    get good() {
      return good
    },
    get touched() {
      return good !== null && JSON.stringify(sorted(good.files)) !== JSON.stringify(sorted(standing.files))
    },
    get unchecked() {
      return since.length > 0
    },
  }
  return ok(workspace)
}

const unfit = (findings: Finding[]): Examined => ({ passed: false, tried: [], findings, ms: 0 })
/** What was asked is told in a file as well; that makes no other app. */
const sorted = (files: AppFiles) =>
  Object.entries(files)
    .filter(([name]) => name !== 'request.md')
    .sort(([a], [b]) => (a < b ? -1 : 1))
