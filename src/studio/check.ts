/**
 * Whether a candidate works: types, logic tests, and a person's use of it in a real browser, through the real host
 * page, frame and bridge over data that is thrown away. Nothing is published that did not pass.
 */
import { scratchData } from '../apps/scratch.ts'
import type { Now } from '../base/language/types.ts'
import type { Result } from '../base/result.ts'
import type { AppId, Finding, Tried } from '../events.ts'
import type { BrowserPool } from '../sandbox/browser.ts'
import { type Driven, drive } from '../simulation/drive.ts'
import { planOf } from '../simulation/plan.ts'
import { seedsWith } from '../simulation/samples.ts'
import { scripts } from '../simulation/scripts.ts'
import { stage } from '../simulation/stage.ts'
import type { AppFiles, AppSpec } from '../spec.ts'
import { runLogicTests } from './logic.ts'
import { typecheck } from './typecheck.ts'

export type Candidate = { app: AppId; spec: AppSpec; files: AppFiles; script: string; style: string }
export type CheckTools = {
  browser: BrowserPool
  /** Stand in for the studio's own. */
  typecheck?: (files: AppFiles, spec?: AppSpec) => Promise<Finding[]>
  runLogicTests?: (files: AppFiles) => Promise<{ tried: Tried[]; findings: Finding[] }>
}
export type Moment = { locale: string; timeZone: string; now: Now }
export type CheckReport = {
  passed: boolean
  tried: Tried[]
  findings: Finding[] /** PNG, phone width */
  picture?: Uint8Array /** milliseconds */
  ms: number
}

/** Milliseconds for the whole use of an app in the browser. */
const BUDGET = 8_000
/** And until a page that does not even answer is given up. */
const SILENCE = 12_000
const MOST_FINDINGS = 30

/** Never throws for what is in a candidate: a check that cannot be made is a finding. */
export async function check(candidate: Candidate, tools: CheckTools & Moment): Promise<CheckReport> {
  const started = performance.now()
  const typed = (tools.typecheck ?? typecheck)(candidate.files, candidate.spec).catch((error: unknown): Finding[] => [
    { check: 'types', message: messageOf(error) },
  ])
  // What somebody writes is not tried before it fits: its errors of types say more than what they lead to.
  const tried = candidate.spec.code
    ? typed.then((wrong) => (wrong.length ? untried : inBrowser(candidate, tools)))
    : inBrowser(candidate, tools)
  const [types, logic, driven] = await Promise.all([
    typed,
    (tools.runLogicTests ?? runLogicTests)(candidate.files).catch((error: unknown) => ({
      tried: [],
      findings: [{ check: 'logic', message: messageOf(error) } satisfies Finding],
    })),
    tried,
  ])
  const findings = [...types, ...logic.findings, ...driven.findings].slice(0, MOST_FINDINGS)
  return {
    passed: findings.length === 0,
    tried: [...driven.tried, ...logic.tried],
    findings,
    ...(driven.picture && { picture: driven.picture }),
    ms: Math.round(performance.now() - started),
  }
}

const untried: Driven = { tried: [], findings: [] }

/** Once more where the browser died; what failed twice is a finding. */
async function inBrowser(candidate: Candidate, tools: CheckTools & Moment): Promise<Driven> {
  const first = await attempt(candidate, tools)
  const last = !first.ok && first.error.code === 'browser-died' ? await attempt(candidate, tools) : first
  return last.ok ? last.value : { tried: [], findings: [{ check: 'browser', message: last.error.message }] }
}

async function attempt(
  { app, spec, script, style }: Candidate,
  { browser, locale, timeZone, now }: CheckTools & Moment,
): Promise<Result<Driven>> {
  try {
    const ready = await scripts()
    const data = scratchData(spec, seedsWith(spec, now), { app, now: () => now })
    const serve = stage({ spec, script, style, data, hostScript: ready.host, locale, timeZone, now })
    const refused: string[] = []
    const options = { serve, refused: (url: string) => refused.length < 5 && refused.push(url), locale, timeZone }
    const driven = await browser.use(options, (page) =>
      within(drive({ page, spec, plan: planOf(spec, now), data, scripts: ready, budget: BUDGET }), SILENCE),
    )
    if (driven.ok)
      for (const url of refused)
        driven.value.findings.push({ check: 'browser', message: `The app asked for ${url.slice(0, 200)}, which it may not.` })
    return driven
  } catch (error) {
    return { ok: true, value: { tried: [], findings: [{ check: 'browser', message: messageOf(error) }] } }
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Trying the app took too long.')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 300)
