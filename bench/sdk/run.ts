/**
 * From the beginning of a build to the first request at the model, in the Claude Agent SDK: a process of its own, and one
 * that waited. By turns in one program, so that both meet the same load.
 *
 *   npm run bench -- sdk FOLDER [times]      FOLDER: where `macaron agents install` put it (HOME/agents)
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '../../src/base/language/read.ts'
import type { AppId } from '../../src/events.ts'
import { openFolder } from '../../src/studio/agents/folder.ts'
import { loadSdk } from '../../src/studio/agents/install.ts'
import { sdkHarness } from '../../src/studio/agents/sdk.ts'
import { BUDGET, type Harness } from '../../src/studio/agents/types.ts'
import { openWorkspace } from '../../src/studio/agents/workspace.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { write } from '../../src/studio/write.ts'
import { scriptedApi } from '../../test/models/scripted.ts'
import { table } from '../index.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const REQUEST = 'a list of books with author, rating and a note'
const APP = 'app00000' as AppId
const origin = { id: APP, requests: [REQUEST] }
/** Milliseconds that a process is given to be ready: a check of the rules' app takes longer. */
const READY = 4_000

export async function run([folder, count = '6']: string[]) {
  if (!folder) throw new Error('Say where the SDK is installed: npm run bench -- sdk FOLDER.')
  const sdk = await loadSdk(folder)
  if (!sdk.ok) throw new Error(sdk.error.message)
  const home = mkdtempSync(join(tmpdir(), 'macaron-bench-sdk-'))
  const harness = sdkHarness(sdk.value, { scratch: join(home, 'scratch') })
  const times: Record<'own' | 'waited', number[]> = { own: [], waited: [] }
  try {
    for (let round = 0; round < Number(count); round++) {
      times.own.push(await firstRequest(harness, home, `own${round}`))
      harness.warm?.()
      await new Promise((resolve) => setTimeout(resolve, READY))
      times.waited.push(await firstRequest(harness, home, `waited${round}`))
    }
  } finally {
    await harness.close()
    rmSync(home, { recursive: true, force: true })
  }
  const rows = Object.entries(times).map(([way, all]) => {
    const sorted = [...all].sort((a, b) => a - b)
    return [way, ...[sorted[0]!, sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!].map((ms) => `${Math.round(ms)} ms`)]
  })
  return { value: { times, load: loadavg()[0] }, table: table(['process', 'least', 'median', 'most'], rows) }
}

async function firstRequest(harness: Harness, home: string, name: string): Promise<number> {
  const spec = synthesise(read(REQUEST, { now, language: 'en', currency: 'USD' }), {
    now,
    locale: 'en-US',
    currency: 'USD',
    before: [],
  }).spec
  const standing = { spec, files: write(spec, origin), published: false }
  let first: number | null = null
  const api = await scriptedApi((request) => {
    if (request.tools?.some((one) => one.name === 'Write')) first ??= performance.now()
    return 'It is right as it is.'
  })
  const folder = await openFolder(harness.place?.() ?? join(home, name))
  const examine = async () => ({ passed: true, tried: [], findings: [], ms: 0 })
  const workspace = await openWorkspace({ folder, standing, origin, examine, changedWords: String })
  if (!workspace.ok) throw new Error(workspace.error.message)
  const brief = {
    ...{ app: APP, language: 'en' as const, kind: 'build' as const, requests: [REQUEST], missing: [] },
    now,
    locale: 'en-US',
    currency: 'USD',
  }
  const endpoint = { url: api.url, token: 'token-of-the-bench', model: 'scripted-model' }
  const from = performance.now()
  try {
    const steps = harness.run({ brief, workspace: workspace.value, endpoint, budget: BUDGET, signal: new AbortController().signal })
    while (!(await steps.next()).done);
    if (first === null) throw new Error('The model was never asked.')
    return first - from
  } finally {
    await api.close()
    await folder.close()
  }
}
