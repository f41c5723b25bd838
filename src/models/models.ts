/**
 * The room's one door: everything of models that a house has. Opening it reads the configuration and takes the keys out
 * of the environment; servers, sockets and the database are only touched when something is asked.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Rng } from '../base/rng.ts'
import type { PersonId } from '../events.ts'
import type { Language } from '../spec.ts'
import type { Store } from '../store/types.ts'
import type { Vault } from '../store/vault.ts'
import { type Budgets, keepBudgets } from './budgets.ts'
import { type Config, FREE, MODELS_FILE, modelNamed, type ProviderConfig, readConfig } from './config.ts'
import type { Consents, Word } from './consent.ts'
import { DEFAULTS } from './defaults.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { openGateway, type Session, type SessionOptions } from './gateway.ts'
import { type Keys, takeKeys } from './keys.ts'
import { type Account, type Ledger, openLedger } from './ledger.ts'
import { type Overview, overviewOf } from './overview.ts'
import { DOLLAR, type Nano, worstCost } from './prices.ts'
import { anthropic } from './providers/anthropic.ts'
import { deepseek } from './providers/deepseek.ts'
import { findLocal, type LocalServer, local } from './providers/local.ts'
import { offline, type SyntheticModel } from './providers/offline.ts'
import type { Provider } from './providers/provider.ts'
import { type Choice, choose, difficultyOf, type Task } from './router.ts'
import { systemTimers, type Timers } from './timers.ts'

export interface Models {
  /** For requests in this process, and by its token for a child's. Close it when the work is done. */
  open(options: SessionOptions): Session
  /** Where a child process asks: `ANTHROPIC_BASE_URL`, with the session's token as its key. Starts at the first call. */
  url(): Promise<string>
  /** `down`: models that failed in this task. */
  choose(task: Task, work?: { build?: string; down?: readonly string[]; asker?: string }): Promise<Result<Choice>>
  /** What came of a model's work, for the next choice. */
  learn(model: string, task: Pick<Task, 'language' | 'difficulty'>, passed: boolean): Promise<Result<void>>
  /** What it cost: everything, or one app. */
  costs(app?: string): Promise<Account>
  /** What one build cost, by model: what is in the audit of the turn that asked for it. */
  spentOn: Ledger['build']
  remaining: Ledger['remaining']
  /** `asker`: as an app that asks by itself finds them. */
  overview(asker?: string): Overview
  /** What the person says of a place; null: nothing any more. Fails with 'provider-unknown'. */
  say(provider: string, word: Word | null): Promise<Result<void>>
  budgets(): Budgets
  setBudgets(budgets: Budgets): Result<void>
  /** Lets an app ask one place, or none. */
  allow(app: string, provider: string | null): Promise<Result<void>>
  /** The place that an app may ask, where it can be asked now. */
  allowed(app: string): string | null
  /** Every model that is not of this provider: what is out of reach for who may ask only there. */
  outside(provider: string): string[]
  /** Who would answer an app, were it allowed to ask; null: nobody is set up, or the person said never. */
  offer(task: Task, app: string): Promise<{ provider: string; model: string; here: boolean } | null>
  /** Where a task would go if the person said yes, and what that costs at most (nanodollars); null: there is nobody to ask about. */
  prospect(task: Task): Promise<Prospect | null>
  /** The same providers and keys for somebody else, by their own leave and on their own account. */
  lend(to: Borrower): Models
  /** Ends every session; what was still to be written of costs is not. For when everything of the person goes. */
  forget(): void
  /** Model servers on the usual ports of this machine; only for a person who asked. */
  findLocal(): Promise<LocalServer[]>
  close(): Promise<void>
}

export type Prospect = { provider: string; model: string; most: Nano }

/** Whose leave is asked, and whose account is charged. */
export type Borrower = { person: PersonId; store: Pick<Store, 'costs' | 'successes'>; consents: Consents; newId: NewId }

export type ModelsOptions = Borrower & {
  home: string
  clock: Clock
  rng: Rng
  today(): string
  complain(error: unknown): void
  /** Keys are taken out of it. */
  env: NodeJS.ProcessEnv
  /** What seals the home. */
  vault?: Vault | null
  /** The model that is a function of ours; asked for when it is needed. */
  synthetic?: () => SyntheticModel | undefined
  timers?: Timers
}

export function openModels(options: ModelsOptions): Models {
  const { home, env } = options
  const config = freshConfig(home, env)
  return modelsOver(options, config, takeKeys(home, env, variablesOf(config()), options.vault ?? null))
}

function modelsOver(options: ModelsOptions, config: () => Result<Config>, keys: Keys): Models {
  const { home, person, store, clock, rng, newId, consents, today, complain, env, timers = systemTimers } = options
  const settings = () => or(config(), DEFAULT_CONFIG)
  const ledger = openLedger({
    ...{ store, person, clock, newId, today, complain, timers },
    budgets: () => settings().budgets,
    refine: () => modelNamed(settings(), settings().roles.refine) ?? FREE,
  })
  const provider = providersBy(config, (name, { kind, url, keyFrom }) => {
    const wiring = { name, url: url ?? '', limits: settings().timeouts, timers, clock }
    if (kind === 'offline') return offline(name, options.synthetic ?? (() => undefined), newId)
    if (!url) return null
    if (kind === 'local') return local(wiring, () => or(keys.keyOf(name, keyFrom), null))
    return kind === 'anthropic' ? anthropic(wiring) : deepseek(wiring)
  })
  const gateway = openGateway({ config, keys, consents, ledger, provider, rng, newId, timers })
  let endpoint: Promise<Endpoint> | null = null
  const overview = (asker?: string) =>
    overviewOf(config(), { keys, synthetic: options.synthetic !== undefined, consents, ...(asker && { asker }) })
  const configOf = (name: string): Result<ProviderConfig> => {
    const { providers } = settings()
    return Object.hasOwn(providers, name) ? ok(providers[name]!) : unknownProvider(name)
  }

  return {
    open: gateway.open,
    async url() {
      endpoint ??= openEndpoint(gateway)
      return (await endpoint).url
    },
    async choose(task, { build, down = [], asker } = {}) {
      const { candidates, roles } = overview(asker)
      const remaining = await ledger.remaining({ ...(task.app && { app: task.app }), ...(build && { build }) })
      const learned = await store.successes.all(person)
      return ok(choose(task, { candidates, roles, remaining, learned, down }))
    },
    learn: (model, { language, difficulty }: { language: Language; difficulty: number }, passed) =>
      store.successes.add(person, { model, language, difficulty: difficultyOf(difficulty) }, passed),
    costs: ledger.account,
    spentOn: ledger.build,
    remaining: ledger.remaining,
    overview,
    async say(name, word) {
      const there = configOf(name)
      return there.ok ? consents.say(name, there.value, word) : there
    },
    budgets: () => settings().budgets,
    setBudgets: (budgets) => keepBudgets(home, env, budgets),
    async allow(app, name) {
      if (name === null) return consents.allow(app, null)
      const there = configOf(name)
      return there.ok ? consents.allow(app, { provider: name, config: there.value }) : there
    },
    allowed: (app) => {
      const { providers } = settings()
      return Object.entries(providers).find(([name, there]) => consents.allows(app, name, there) && there.kind !== 'offline')?.[0] ?? null
    },
    outside: (provider) => overview().models.flatMap((one) => (one.provider === provider ? [] : [one.model])),
    async offer(task, app) {
      const { providers, models: known, candidates, roles, problem } = overview(app)
      if (problem) return null
      const open = new Set(providers.filter(({ ready, consent }) => ready && consent !== 'never').map(({ name }) => name))
      const providerOf = (model: string) => known.find((one) => one.model === model)?.provider ?? ''
      const asIf = candidates.map((one) => ({ ...one, ready: open.has(providerOf(one.model)) }))
      const learned = await store.successes.all(person)
      const remaining = await ledger.remaining({ app })
      const { draft: model } = choose(task, { candidates: asIf, roles, remaining, learned, down: [] })
      const one = providers.find(({ name }) => name === providerOf(model))
      return one && one.kind !== 'offline' ? { provider: one.name, model, here: one.consent === 'here' } : null
    },
    async prospect(task) {
      const { candidates, providers, models, roles, problem } = overview()
      if (problem) return null
      const open = new Set(providers.filter(({ ready, consent }) => ready && consent === 'unasked').map(({ name }) => name))
      const providerOf = (model: string) => models.find((one) => one.model === model)?.provider ?? ''
      const asIf = candidates.map((one) => ({ ...one, ready: one.ready || open.has(providerOf(one.model)) }))
      const remaining = await ledger.remaining({ ...(task.app && { app: task.app }) })
      const learned = await store.successes.all(person)
      const { draft, refine } = choose(task, { candidates: asIf, roles, remaining, learned, down: [] })
      const provider = providerOf(draft)
      const prices = modelNamed(settings(), draft)
      // Where the first model does not bring it to pass, the second goes on: a yes is to both.
      const after = refine && refine !== draft ? modelNamed(settings(), refine) : null
      const most = [prices, after].reduce((sum, one) => sum + (one ? worstCost(task.input, task.output, one) : 0), 0)
      const within = Math.min(most, (settings().budgets.build ?? Number.POSITIVE_INFINITY) * DOLLAR)
      return open.has(provider) && prices ? { provider, model: draft, most: within } : null
    },
    lend: (to) => modelsOver({ ...options, ...to }, config, keys),
    forget() {
      gateway.close()
      ledger.forget()
      consents.forget()
    },
    findLocal: () => findLocal({ limits: settings().timeouts, timers, clock }),
    async close() {
      gateway.close()
      if (endpoint) await (await endpoint).close()
      await ledger.flush()
    },
  }
}

const DEFAULT_CONFIG: Config = DEFAULTS
const unknownProvider = (provider: string) => fail('provider-unknown', `There is no provider ${provider}.`, { provider })
const or = <T>(result: Result<T>, otherwise: T): T => (result.ok ? result.value : otherwise)

const variablesOf = (config: Result<Config>): string[] => {
  const named = [DEFAULT_CONFIG, or(config, DEFAULT_CONFIG)].flatMap(({ providers }) => Object.values(providers))
  return [...new Set(named.flatMap(({ keyFrom }) => keyFrom ?? []))]
}

/** Read anew when the file changes, so that a price or a model can be put right while the server runs. */
function freshConfig(home: string, env: NodeJS.ProcessEnv): () => Result<Config> {
  let stamp: string | null = null
  let read: Result<Config> | null = null
  return () => {
    const now = stampOf(join(home, MODELS_FILE))
    if (!read || now !== stamp) read = readConfig(home, env)
    stamp = now
    return read
  }
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? `${stat.mtimeMs} ${stat.size}` : ''
}

/** One of each name for as long as its configuration is the same. */
function providersBy(config: () => Result<Config>, make: (name: string, config: Config['providers'][string]) => Provider | null) {
  const made = new Map<string, { from: Config; provider: Provider | null }>()
  return (name: string): Provider | null => {
    const current = config()
    if (!current.ok || !Object.hasOwn(current.value.providers, name)) return null
    const known = made.get(name)
    if (known?.from === current.value) return known.provider
    const provider = make(name, current.value.providers[name]!)
    made.set(name, { from: current.value, provider })
    return provider
  }
}
