/**
 * The room's one door: everything of models that a house has. Opening it reads the configuration and takes the keys out
 * of the environment; servers, sockets and the database are only touched when something is asked.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { ok, type Result } from '../base/result.ts'
import type { Rng } from '../base/rng.ts'
import type { PersonId } from '../events.ts'
import type { Language } from '../spec.ts'
import type { Store } from '../store/types.ts'
import { type Config, FREE, MODELS_FILE, modelNamed, readConfig } from './config.ts'
import { DEFAULTS } from './defaults.ts'
import { type Endpoint, openEndpoint } from './endpoint.ts'
import { openGateway, type Session, type SessionOptions } from './gateway.ts'
import { takeKeys } from './keys.ts'
import { type Account, type Ledger, openLedger } from './ledger.ts'
import { type Overview, overviewOf } from './overview.ts'
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
  choose(task: Task, work?: { build?: string; down?: readonly string[] }): Promise<Result<Choice>>
  /** What came of a model's work, for the next choice. */
  learn(model: string, task: Pick<Task, 'language' | 'difficulty'>, passed: boolean): Promise<Result<void>>
  /** What it cost: everything, or one app. */
  costs(app?: string): Promise<Account>
  remaining: Ledger['remaining']
  overview(): Overview
  /** Ends every session; what was still to be written of costs is not. For when everything of the person goes. */
  forget(): void
  /** Model servers on the usual ports of this machine; only for a person who asked. */
  findLocal(): Promise<LocalServer[]>
  close(): Promise<void>
}

export type ModelsOptions = {
  home: string
  person: PersonId
  store: Pick<Store, 'costs' | 'successes'>
  clock: Clock
  rng: Rng
  newId: NewId
  today(): string
  complain(error: unknown): void
  /** Keys are taken out of it. */
  env: NodeJS.ProcessEnv
  /** The model that is a function of ours; asked for when it is needed. */
  synthetic?: () => SyntheticModel | undefined
  timers?: Timers
}

export function openModels(options: ModelsOptions): Models {
  const { home, person, store, clock, rng, newId, today, complain, env, timers = systemTimers } = options
  const config = freshConfig(home, env)
  const keys = takeKeys(home, env, variablesOf(config()))
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
  const gateway = openGateway({ config, keys, ledger, provider, rng, newId, timers })
  let endpoint: Promise<Endpoint> | null = null
  const overview = () => overviewOf(config(), keys, options.synthetic !== undefined)

  return {
    open: gateway.open,
    async url() {
      endpoint ??= openEndpoint(gateway)
      return (await endpoint).url
    },
    async choose(task, { build, down = [] } = {}) {
      const { candidates, roles } = overview()
      const remaining = await ledger.remaining({ ...(task.app && { app: task.app }), ...(build && { build }) })
      const learned = await store.successes.all(person)
      return ok(choose(task, { candidates, roles, remaining, learned, down }))
    },
    learn: (model, { language, difficulty }: { language: Language; difficulty: number }, passed) =>
      store.successes.add(person, { model, language, difficulty: difficultyOf(difficulty) }, passed),
    costs: ledger.account,
    remaining: ledger.remaining,
    overview,
    forget() {
      gateway.close()
      ledger.forget()
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
