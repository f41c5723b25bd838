/**
 * Draft and refine against refine only: simulated models that make the mistakes models make (model.ts), asked for the
 * same apps (tasks.ts) through the real gateway, router, ledger, harness and checks (types, bundle, logic). Tokens are
 * those of what is really sent and answered, at four characters each; prices are the configuration's.
 *
 *   npm run bench -- agents [seed ...]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { agentsOver } from '../../src/agents.ts'
import type { EventId } from '../../src/events.ts'
import { openHouse } from '../../src/house.ts'
import { DEFAULTS } from '../../src/models/defaults.ts'
import { buildOn } from '../../src/studio/agents/build.ts'
import { ownLoop } from '../../src/studio/agents/loop.ts'
import { bundle } from '../../src/studio/bundle.ts'
import type { Examined } from '../../src/studio/examine.ts'
import { runLogicTests } from '../../src/studio/logic.ts'
import type { Settled } from '../../src/studio/source.ts'
import { closeTypecheck, typecheck } from '../../src/studio/typecheck.ts'
import { type Answer, type ScriptedApi, scriptedApi } from '../../test/models/scripted.ts'
import { table } from '../index.ts'
import { answerOf, type Profile } from './model.ts'
import { NOW, type Task, tasks } from './tasks.ts'

const STRONG: Profile = { mistakes: 0.4, repairs: 0.95, beyond: 0.02, slips: 0.05 }
/** The draft model, from nearly as good as the strong one to one that mostly fails. */
const DRAFTS: Record<string, Profile> = {
  good: { mistakes: 0.8, repairs: 0.85, beyond: 0.08, slips: 0.1 },
  middling: { mistakes: 1.5, repairs: 0.7, beyond: 0.25, slips: 0.25 },
  weak: { mistakes: 2.2, repairs: 0.5, beyond: 0.5, slips: 0.4 },
}
const SEEDS = [1]

type Row = { seed: number; way: string; passed: number; of: number; dollars: number; byDraft: number; checks: number; ms: number }

export async function run(args: string[]) {
  const seeds = args.map(Number).filter((one) => Number.isInteger(one) && one > 0)
  const all = tasks()
  const rows: Row[] = []
  try {
    for (const seed of seeds.length ? seeds : SEEDS) {
      rows.push(await oneWay('refine only', all, seed, null))
      for (const [name, draft] of Object.entries(DRAFTS)) rows.push(await oneWay(`draft (${name}) and refine`, all, seed, draft))
    }
  } finally {
    closeTypecheck()
  }
  const base = (row: Row) => rows.find((one) => one.seed === row.seed && one.way === 'refine only')!
  const shown = rows.map((row) => [
    ...[row.seed, row.way, `${row.passed} of ${row.of}`, row.byDraft, row.checks],
    ...[`$${row.dollars.toFixed(4)}`, `${Math.round((100 * row.dollars) / base(row).dollars)} %`, row.ms],
  ])
  return {
    value: rows,
    table: table(['seed', 'models', 'passed', 'of them by the draft', 'checks', 'cost', 'of refine only', 'ms a build'], shown),
  }
}

/** Every task, once, in a home of its own, so that what the router learns begins anew. */
async function oneWay(way: string, all: Task[], seed: number, draft: Profile | null): Promise<Row> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-bench-'))
  const strong = await simulated(all, STRONG, seed * 1000)
  const cheap = draft ? await simulated(all, draft, seed * 1000 + 500) : null
  const providers = { anthropic: { url: strong.url }, ...(cheap && { deepseek: { url: cheap.url } }) }
  const { refine } = DEFAULTS.roles
  const roles = cheap ? {} : { draft: refine }
  writeFileSync(join(home, 'models.json'), JSON.stringify({ providers, roles, budgets: { day: 1000, app: 100, build: 50 } }))
  const opened = await openHouse({ home, env: { ANTHROPIC_API_KEY: 'sk-bench', ...(cheap && { DEEPSEEK_API_KEY: 'sk-bench' }) } })
  if (!opened.ok) throw new Error(opened.error.message)
  const { models } = opened.value
  const agents = agentsOver({ models, home, harness: async () => ownLoop() })
  const row: Row = { seed, way, passed: 0, of: all.length, dollars: 0, byDraft: 0, checks: 0, ms: 0 }
  try {
    const from = performance.now()
    for (const task of all) {
      const made = await build(agents, task)
      row.checks += made.checks
      if (!made.passed) continue
      row.passed++
      if (cheap && made.models === 1) row.byDraft++
    }
    row.ms = Math.round((performance.now() - from) / all.length)
    row.dollars = (await models.costs()).total.dollars
    return row
  } finally {
    await opened.value.close()
    await strong.close()
    await cheap?.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function build(agents: ReturnType<typeof agentsOver>, { id, request, standing, difficulty }: Task) {
  const around = { now: NOW, locale: 'en-US', currency: 'USD' }
  const steps = buildOn(agents, {
    brief: { app: id, language: 'en', kind: 'build', requests: [request], missing: ['It is more than a list.'], ...around },
    because: `${id}because` as EventId,
    ...{ standing, difficulty, attempts: 0, examine: quick, signal: new AbortController().signal },
  })
  let [checks, models] = [0, 0]
  for (;;) {
    const next = await steps.next()
    if (next.done) return { passed: next.value.settled !== null && next.value.stopped === null, checks, models }
    if (next.value.type === 'check-finished') checks++
    if (next.value.type === 'model-routed') models++
  }
}

/** What finds the mistakes of these models; the browser would find no other. */
async function quick({ spec, files }: Settled): Promise<Examined> {
  const [bundled, types, logic] = await Promise.all([bundle(files), typecheck(files, spec), runLogicTests(files)])
  const wrong = bundled.ok ? [] : [{ check: 'bundle' as const, message: bundled.error.message }]
  const findings = [...wrong, ...types, ...logic.findings]
  return { passed: findings.length === 0, tried: [], findings, ms: 0 }
}

/** A server of one model: which task is asked for stands in the brief. Bills its cache as marks in the request say. */
function simulated(all: Task[], profile: Profile, seed: number): Promise<ScriptedApi> {
  const before = new Map<string, string>()
  return scriptedApi((request): Answer => {
    const asked = JSON.stringify(request.messages)
    const at = all.findIndex(({ id }) => asked.includes(id))
    const content = answerOf(all[at]!, profile, seed + at, request)
    const whole = JSON.stringify([request.system, request.tools, request.messages])
    const shown = whole.replace(/,"cache_control":\{[^}]*\}/g, '').replace(/\]{2}$/, '')
    const known = before.get(all[at]!.id)
    const read = whole.includes('cache_control') && known && shown.startsWith(known) ? tokens(known) : 0
    before.set(all[at]!.id, shown)
    const rest = tokens(shown) - read
    const marked = whole.includes('cache_control')
    return {
      content,
      usage: {
        input_tokens: marked ? 0 : rest,
        cache_creation_input_tokens: marked ? rest : 0,
        cache_read_input_tokens: read,
        output_tokens: tokens(JSON.stringify(content)),
      },
    }
  })
}

const tokens = (text: string): number => Math.ceil(text.length / 4)
