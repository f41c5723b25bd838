/** Which providers and models there are, what is missing of each, and what to do about it. Names, never keys. */
import type { Failure, Result } from '../base/result.ts'
import { fail } from '../base/result.ts'
import { type Config, modelNamed } from './config.ts'
import type { Consents, Standing } from './consent.ts'
import { DEFAULTS } from './defaults.ts'
import { keyless } from './gateway.ts'
import type { Keys } from './keys.ts'
import type { Prices } from './prices.ts'
import type { Candidate } from './router.ts'

export type ProviderView = {
  name: string
  kind: Config['providers'][string]['kind']
  url: string | null
  ready: boolean
  /** What the person said of sending anything there. */
  consent: Standing
  /** What stands in the way; its sentence says what to do. */
  missing: Failure | null
}
/** `ready`: it can be asked, and may be. */
export type ModelView = { model: string; provider: string; role: 'draft' | 'refine' | 'offline' | null; prices: Prices; ready: boolean }
export type Overview = {
  providers: ProviderView[]
  models: ModelView[]
  roles: Config['roles']
  /** Dollars. */
  budgets: Config['budgets']
  /** What is wrong with models.json; the defaults hold then. */
  problem: Failure | null
  candidates: Candidate[]
}

type Around = { keys: Keys; consents: Consents /** The offline models are there. */; synthetic: boolean; asker?: string }

export function overviewOf(read: Result<Config>, { keys, consents, synthetic, asker }: Around): Overview {
  const config: Config = read.ok ? read.value : DEFAULTS
  // The offline models are there where the program brings them along; nothing that a person does adds them.
  const there = Object.entries(config.providers).filter(([, { kind }]) => kind !== 'offline' || synthetic)
  const providers = there.map(([name, one]) => viewOf(name, one, keys, consents.of(name, one)))
  const may = (name: string) => consents.may(name, config.providers[name]!, asker).ok
  const ready = new Map(providers.map((one) => [one.name, one.ready && read.ok && may(one.name)]))
  const roleOf = (id: string) => Object.entries(config.roles).find(([, model]) => model === id)?.[0] as ModelView['role']
  const ids = new Set([...Object.keys(config.models), ...Object.values(config.roles), ...locals(config)])
  const models = [...ids].map((model): ModelView => {
    const { provider, input, output, cacheWrite, cacheRead } = modelNamed(config, model)!
    return {
      model,
      provider,
      role: roleOf(model) ?? null,
      prices: { input, output, cacheWrite, cacheRead },
      ready: ready.get(provider) ?? false,
    }
  })
  const kindOf = (provider: string) => config.providers[provider]!.kind
  const candidates = models.map(({ model, provider, prices, ready }): Candidate => {
    const kind = kindOf(provider)
    return { model, prices, ready, kind: kind === 'local' || kind === 'offline' ? kind : 'remote' }
  })
  return { providers, models, roles: config.roles, budgets: config.budgets, problem: read.ok ? null : read.error, candidates }
}

/** A server of one's own has at least what it has loaded. */
const locals = ({ providers }: Config): string[] =>
  Object.keys(providers).filter((name) => providers[name]!.kind === 'local' && providers[name]!.url)

function viewOf(name: string, { kind, url, keyFrom }: Config['providers'][string], keys: Keys, consent: Standing): ProviderView {
  const missing = missingOf(name, kind, url, keyFrom, keys)
  return { name, kind, url, ready: missing === null, consent, missing }
}

function missingOf(name: string, kind: ProviderView['kind'], url: string | null, keyFrom: string | undefined, keys: Keys): Failure | null {
  if (kind === 'offline') return null
  if (!url)
    return fail('provider-nowhere', `${name} has no address. Set MACARON_LOCAL_URL, or look for one with: macaron models find`, {
      provider: name,
    }).error
  const key = keys.keyOf(name, keyFrom)
  if (!key.ok) return key.error
  if (key.value !== null || kind === 'local') return null
  const { code, message, values } = keyless(name, keyFrom)
  return { code, message, ...(values && { values }) }
}
