/** Runs an app's logic.test.ts in QuickJS: no clock, files or network, and a limit on time and memory. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { z } from 'zod'
import type { Finding, Tried } from '../events.ts'
import { runInQuickJS } from '../sandbox/quickjs.ts'
import type { AppFiles } from '../spec.ts'
import { buildApp, kitRoot } from './bundle.ts'

/** Milliseconds and bytes for all tests of one app. */
const LIMITS = { timeoutMs: 2000, memoryBytes: 32 * 1024 * 1024 }

const Results = z.array(z.object({ what: z.string(), ok: z.boolean(), detail: z.string().optional() })).max(500)

export type LogicReport = { tried: Tried[]; findings: Finding[] }

/** An app without tests passes. What goes wrong on the way (a syntax error, an endless loop) is a finding. */
export async function runLogicTests(files: AppFiles): Promise<LogicReport> {
  if (!Object.hasOwn(files, 'logic.test.ts')) return { tried: [], findings: [] }
  const entry = `import './logic.test.ts'\nexport { results } from '@kit/test'`
  const script = await buildApp(files, entry, await pure(), 'tested')
  if (!script.ok) return failed(script.error.message)
  const ran = await runInQuickJS(`${script.value.script}\n;tested.results()`, LIMITS)
  if (!ran.ok) return failed(ran.error.message)
  const results = Results.safeParse(ran.value)
  if (!results.success) return failed('The tests gave no readable result.')
  const tried = results.data.map(
    ({ what, ok, detail }): Tried => ({ what: what.slice(0, 200), ok, ...(detail && { detail: detail.slice(0, 300) }) }),
  )
  const findings = tried
    .filter((one) => !one.ok)
    .map((one): Finding => ({ check: 'logic', message: `${one.what}: ${one.detail ?? 'failed'}`, where: 'logic.ts' }))
  return { tried, findings }
}

const failed = (message: string): LogicReport => ({
  tried: [],
  findings: [{ check: 'logic', message: message.slice(0, 300), where: 'logic.test.ts' }],
})

let kept: Promise<Map<string, string>> | null = null
/** The part of the kit that needs no page, and the tests' own, each bundled once. Rejects on a broken installation. */
function pure(): Promise<Map<string, string>> {
  kept ??= Promise.all([one('logic.ts'), one('test.ts')]).then(
    ([kit, test]) =>
      new Map([
        ['@kit', kit],
        ['@kit/test', test],
      ]),
  )
  kept.catch(() => {
    kept = null
  })
  return kept
}

async function one(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(kitRoot(), file)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'silent',
  })
  return outputFiles[0]!.text
}
