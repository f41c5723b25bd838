/**
 * What a model works on: the app's folder, its check, and what was told of both. The harnesses differ in who runs the
 * conversation; what happens to an app happens here.
 */
import { fail, ok, type Result } from '../../base/result.ts'
import type { EventBody, Finding } from '../../events.ts'
import type { AppFiles } from '../../spec.ts'
import type { Examined } from '../examine.ts'
import { type Settled, type Standing, settle } from '../source.ts'
import { writing } from '../stream.ts'
import type { Origin } from '../write.ts'
import type { Folder } from './folder.ts'

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
}

export async function openWorkspace({
  folder,
  standing,
  origin,
  examine,
  changedWords,
  begin = standing.files,
  attempts = 0,
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

  const workspace: Workspace = {
    folder,
    origin,
    listen(listener) {
      tell = listener
    },
    async look() {
      const found = await folder.files()
      if (!found.ok) return found
      const files = found.value
      const changed = [...new Set([...Object.keys(files), ...Object.keys(seen)])].filter((name) => files[name] !== seen[name])
      for (const event of writing(app, seen, files)) tell(event)
      seen = files
      since = [...new Set([...since, ...changed])]
      return ok({ files, changed })
    },
    async check(most) {
      const looked = await workspace.look()
      const settled = looked.ok
        ? settle(looked.value.files, before, origin)
        : { spec: standing.spec, files: seen, findings: [{ check: 'bundle' as const, message: looked.error.message }] }
      if (looked.ok && !settled.findings.length) await adopt(settled)
      const key = JSON.stringify([settled.files, settled.findings])
      if (last?.key === key) return ok(last.checked)
      if (checks >= most)
        return fail('checks-spent', `The app was checked ${checks} times; that is all there is for one build.`, { checks })
      const attempt = attempts + ++checks
      if (checks > 1 && since.length > 0) tell({ type: 'repair-made', app, attempt: attempt - 1, what: changedWords(since) })
      since = []
      const examined = settled.findings.length ? unfit(settled.findings) : await examine(settled)
      const { passed, tried, findings, picture, ms } = examined
      tell({ type: 'check-finished', app, passed, attempt, tried, findings, ...(picture && { picture }), ms })
      const checked = { ...examined, settled }
      last = { key, checked }
      if (passed) good = settled
      return ok(checked)
    },
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
