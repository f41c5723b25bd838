/**
 * Building on with a model, from an app that stands: the draft model first, the refine model where its app does not pass
 * its check, from what the draft left. What came to nothing is said, and what stood stays.
 *
 *   draft -> passed                         refine -> passed
 *         -> its app failed, or it was cut -> refine -> failed: stopped, with the reason of the last one
 *         -> no key, no budget, cancelled: stopped
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Failure, fail, type Result } from '../../base/result.ts'
import type { EventBody, EventId } from '../../events.ts'
import type { Language, Risk } from '../../spec.ts'
import type { Examined } from '../examine.ts'
import type { Settled, Standing } from '../source.ts'
import { stepsOf } from '../steps.ts'
import { type Folder, openFolder } from './folder.ts'
import { reportOf } from './tools/check.ts'
import { type Brief, BUDGET, type Budget, type Endpoint, type Harness, type Job, type Opening, type Outcome, type Recall } from './types.ts'
import { type Checked, openWorkspace, type Versions } from './workspace.ts'

export type Stage = 'draft' | 'refine'
export type About = {
  app: Brief['app']
  /** The message that asked for it: what a budget of one build counts by. */
  build: EventId
  stage: Stage
  language: Language
  risks: Risk[]
  /** 0 to 1: how little of the request the rules without a model cover. */
  difficulty: number
  /** Dollars that the build may cost, where the person said so; the budgets hold as well. */
  dollars?: number
  unmarked?: true
  /** Models that were tried for this request and did not bring it to pass. */
  down: string[]
}

/** What the house gives where a person has a model set up. Which model is the router's choice, how it is reached the gateway's. */
export type Agents = {
  /** Whether there is a model that may be asked; everything is as with no key until there is. */
  ready(): boolean
  /** A failure is why none may be asked now: no key, no budget. */
  endpoint(about: About): Promise<Result<Reached>>
  harness(): Promise<Harness>
  /** A build is likely soon. */
  warm?(): void
  /** Where folders of work are made; each is gone when its build has ended. */
  work: string
  budget?: Budget
  /** What came of a model's work, for the next choice. */
  learned?(model: string, about: About, passed: boolean): Promise<void>
}

/** How a model is reached for one run, the event that says why it was chosen, and what ends its session. */
export type Reached = {
  endpoint: Endpoint
  chosen?: EventBody
  parts?: Job['parts']
  recall?: Recall | undefined
  opening?: Opening
  close?(): void
}

export type Worked = { settled: Settled | null; stopped: Failure | null }

/** Reasons that the next model would meet as well. */
const isFinal = ({ code }: Failure): boolean =>
  ['turn-cancelled', 'model-cancelled', 'disk-full'].includes(code) || code.startsWith('budget-')

export async function* buildOn(
  agents: Agents,
  work: {
    brief: Brief
    because: EventId
    dollars?: number
    /** Nothing that was remembered may be told: of an incognito conversation. */
    unmarked?: boolean
    versions?: Versions
    standing: Standing
    difficulty: number
    attempts: number
    examine(settled: Settled): Promise<Examined>
    signal: AbortSignal
  },
): AsyncGenerator<EventBody, Worked> {
  const { brief, standing, difficulty, signal } = work
  const down: string[] = []
  let stopped: Failure | null = null
  let attempts = work.attempts
  let left: Checked | undefined
  yield { type: 'plan-made', app: brief.app, steps: stepsOf('model', brief.language) }
  for (const stage of ['draft', 'refine'] as const) {
    let outcome: Outcome
    const about: About = {
      app: brief.app,
      build: work.because,
      ...(work.unmarked && { unmarked: true as const }),
      ...(work.dollars !== undefined && { dollars: work.dollars }),
      stage,
      language: brief.language,
      risks: standing.spec.risks,
      difficulty,
      down,
    }
    const reached = await agents.endpoint(about)
    if (!reached.ok) return { settled: null, stopped: stopped ?? reached.error }
    const { endpoint, chosen, close, parts, recall, opening = [] } = reached.value
    try {
      // The only model there is was tried already.
      if (down.includes(endpoint.model)) break
      if (chosen) yield chosen
      if (opening.length) yield { type: 'memory-recalled', items: opening, stop: 'opening' }
      const told = opening.length ? { ...brief, person: opening.map(({ text }) => text) } : brief
      outcome = yield* once(agents, { ...work, brief: told, attempts, ...(left && { left }) }, { endpoint, parts, recall }, signal)
    } finally {
      close?.()
    }
    await agents.learned?.(endpoint.model, about, outcome.candidate !== null && outcome.stopped === null)
    if (outcome.candidate) return { settled: outcome.candidate, stopped: outcome.stopped }
    stopped = outcome.stopped
    attempts += outcome.spent.checks
    left = outcome.left
    down.push(endpoint.model)
    if (stopped && isFinal(stopped)) break
  }
  return { settled: null, stopped }
}

async function* once(
  agents: Agents,
  { brief, standing, attempts, examine, left, versions }: Parameters<typeof buildOn>[1] & { left?: Checked },
  reached: Pick<Job, 'endpoint' | 'parts' | 'recall'>,
  signal: AbortSignal,
): AsyncGenerator<EventBody, Outcome> {
  let folder: Folder | null = null
  try {
    const harness = await agents.harness()
    const own = join(agents.work, `${brief.app}-${randomBytes(6).toString('hex')}`)
    folder = await openFolder(harness.place?.() ?? own)
    const origin = { id: brief.app, requests: brief.requests }
    const begin = left && { begin: left.settled.files }
    const words = CHANGED[brief.language]
    const workspace = await openWorkspace({ folder, standing, origin, examine, attempts, changedWords: words, versions, ...begin })
    if (!workspace.ok) return nothing(workspace.error)
    const asked = left ? { ...brief, found: reportOf(left) } : brief
    return yield* harness.run({ brief: asked, workspace: workspace.value, ...reached, budget: agents.budget ?? BUDGET, signal })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return nothing(fail('model-broken', problem, { problem: problem.slice(0, 200) }).error)
  } finally {
    await folder?.close()
  }
}

const nothing = (stopped: Failure): Outcome => ({ candidate: null, stopped, said: '', spent: { turns: 0, tokens: 0, checks: 0 } })

const CHANGED: Record<Language, (files: string[]) => string> = {
  en: (files) => `Changed ${files.join(', ')}`,
  zh: (files) => `修改了 ${files.join('、')}`,
  ja: (files) => `${files.join('、')} を直しました`,
  ko: (files) => `${files.join(', ')} 파일을 고쳤어요`,
}
