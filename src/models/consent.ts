/**
 * Where what a person says and has may be sent. A provider elsewhere is asked about once, before anything goes there; what
 * was answered is kept in the settings, by the provider's name and its host: where it moves, it is asked about anew. What
 * runs on this machine needs no question.
 *
 *   unasked --yes--> yes    later: not now; a week on it may be asked about again
 *           --later-> later -7 days-> unasked        never: not asked again; the settings change it
 *
 * An app that may ask a model (apps/bridge.ts) was allowed one place with the person's yes on its card, and no other.
 * Covers: every request that the gateway sends, by whatever way it came in. Does not cover: what a provider does with it.
 */
import { z } from 'zod'
import type { Clock } from '../base/clock.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Store } from '../store/types.ts'
import type { ProviderConfig } from './config.ts'
import { isLoopback } from './place.ts'

const SETTING = 'model-consents'
/** Milliseconds for which “not now” holds. */
export const NOT_NOW = 7 * 86_400_000

export const Word = z.enum(['yes', 'later', 'never'])
export type Word = z.infer<typeof Word>
/** `here`: it leaves nothing of this machine. */
export type Standing = 'here' | Word | 'unasked'

const Kept = z.object({
  places: z.record(z.string().max(300), z.object({ word: Word, at: z.number() })),
  /** By app: the one place that it may ask. */
  apps: z.record(z.string().max(60), z.string().max(300)),
})
type Kept = z.infer<typeof Kept>
const NOTHING: Kept = { places: {}, apps: {} }

export interface Consents {
  of(provider: string, config: ProviderConfig): Standing
  /** `app`: which of a person's apps asks, where it is one. Fails with 'provider-unasked' or 'provider-never'. */
  may(provider: string, config: ProviderConfig, app?: string | null): Result<void>
  /** null: as if it had never been asked about. */
  say(provider: string, config: ProviderConfig, word: Word | null): Promise<Result<void>>
  /** null takes away what the app was allowed. */
  allow(app: string, place: { provider: string; config: ProviderConfig } | null): Promise<Result<void>>
  /** Whether this app was allowed this place, whatever holds for the person's own messages. */
  allows(app: string, provider: string, config: ProviderConfig): boolean
  /** Nothing was ever said: for when everything of the person goes. */
  forget(): void
}

/** A setting that cannot be read allows nothing. */
export async function openConsents(store: Pick<Store, 'settings'>, person: PersonId, clock: Clock): Promise<Consents> {
  let kept = parsed(await store.settings.get(person, SETTING))
  const keep = async (next: Kept): Promise<Result<void>> => {
    const done = await store.settings.set(person, SETTING, JSON.stringify(next))
    if (done.ok) kept = next
    return done
  }
  const without = <T>(all: Record<string, T>, name: string) => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name))
  const consents: Consents = {
    of(provider, config) {
      const place = placeOf(provider, config)
      if (place === null) return 'here'
      const said = new Map(Object.entries(kept.places)).get(place)
      if (!said || (said.word === 'later' && clock.now() - said.at >= NOT_NOW)) return 'unasked'
      return said.word
    },
    may(provider, config, app) {
      const standing = consents.of(provider, config)
      if (standing === 'here' || standing === 'yes') return ok(undefined)
      if (app && standing !== 'never' && consents.allows(app, provider, config)) return ok(undefined)
      return standing === 'never' ? refusedFor(provider) : unaskedOf(provider)
    },
    say(provider, config, word) {
      const place = placeOf(provider, config)
      if (place === null) return Promise.resolve(ok(undefined))
      const places = without(kept.places, place)
      return keep({ ...kept, places: word ? { ...places, [place]: { word, at: clock.now() } } : places })
    },
    allow(app, to) {
      const apps = without(kept.apps, app)
      return keep({ ...kept, apps: to ? { ...apps, [app]: placeOf(to.provider, to.config) ?? HERE } : apps })
    },
    allows: (app, provider, config) => new Map(Object.entries(kept.apps)).get(app) === (placeOf(provider, config) ?? HERE),
    forget() {
      kept = NOTHING
    },
  }
  return consents
}

const HERE = 'here'

function parsed(text: string | null): Kept {
  try {
    const read = Kept.safeParse(JSON.parse(text ?? 'null'))
    return read.success ? read.data : NOTHING
  } catch {
    return NOTHING
  }
}

/** null: on this machine. */
function placeOf(provider: string, { kind, url }: ProviderConfig): string | null {
  if (kind === 'offline' || !url || !URL.canParse(url)) return null
  const { host, hostname } = new URL(url)
  return isLoopback(hostname) ? null : `${provider}@${host}`
}

const unaskedOf = (provider: string) =>
  fail('provider-unasked', `You have not said whether ${provider} may be sent anything. Say so with: macaron models allow ${provider}`, {
    provider,
  })
const refusedFor = (provider: string) =>
  fail('provider-never', `You said that ${provider} is never sent anything. To change that: macaron models allow ${provider}`, { provider })
