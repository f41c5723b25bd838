/** Puts the parts together: one home, one person, one set of everything that is theirs. Nothing here decides anything. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agentsOver, type Harnesses, openHarnesses } from './agents.ts'
import { expire, hold } from './approvals.ts'
import { type Apps, openApps } from './apps/apps.ts'
import { type Asking, openAsking } from './asking.ts'
import { type Clock, systemClock, wallClock } from './base/clock.ts'
import { ids, type NewId } from './base/ids.ts'
import type { Now } from './base/language/types.ts'
import { ok, type Result } from './base/result.ts'
import { type Rng, systemRng } from './base/rng.ts'
import { type KeptTime, openSteady, type Steady } from './base/steady.ts'
import { type Examined, examine } from './doctor.ts'
import { printable } from './doors/log.ts'
import { embedderSetting, openEmbedder } from './embeddings.ts'
import { type Ethics, openEthics } from './ethics.ts'
import { type Event, OWNER, type PersonId } from './events.ts'
import { type Glimpses, openGlimpses } from './glimpses.ts'
import { type Approvals, openApprovals } from './governance/approvals.ts'
import { type Incognito, openIncognito } from './incognito.ts'
import { type Learning, openLearning } from './learn.ts'
import { builtinEmbedder } from './memory/embed/builtin.ts'
import { keptIndex, sealedIndex } from './memory/index/kept.ts'
import { type MemoryEngine, openMemory } from './memory/memory.ts'
import { recallWeights } from './memory/recall/weights.ts'
import { roomFor, turnsFor } from './memory/room.ts'
import { openConsents } from './models/consent.ts'
import { type Models, openModels } from './models/models.ts'
import type { SyntheticModel } from './models/providers/offline.ts'
import { opens } from './opening.ts'
import { permissionsOf } from './permissions.ts'
import { openPictures, type Pictures } from './pictures.ts'
import { fixedTable, type Policy } from './policy/table.ts'
import { packageRoot } from './root.ts'
import { type BrowserPool, openBrowser } from './sandbox/browser.ts'
import { scripts } from './simulation/scripts.ts'
import type { Language } from './spec.ts'
import { openStore } from './store/sqlite.ts'
import { type Store, StoreError } from './store/types.ts'
import { type Master, masterOf, type Vault, vaultOf } from './store/vault.ts'
import type { Agents } from './studio/agents/build.ts'
import { offlineModel } from './studio/agents/offline.ts'
import { warmBundle } from './studio/bundle.ts'
import { openStudio, type Studio } from './studio/studio.ts'
import { closeTypecheck, warmTypecheck } from './studio/typecheck.ts'
import { runTurn } from './turn.ts'
import { openTurns, type Turns } from './turns.ts'

export type House = {
  home: string
  version: string
  person: PersonId
  clock: Clock
  /** The time by which things end for good. */
  steady: Steady
  newId: NewId
  store: Store
  apps: Apps
  glimpses: Glimpses
  memory: MemoryEngine
  models: Models
  /** What waits for the person's word. */
  approvals: Approvals
  /** What the rules of ethics say, and whom they hold for. */
  ethics: Ethics
  /** Apps that ask a model. */
  asking: Asking
  policy: Policy
  /** What the policy learns from what came of its decisions. */
  learning: Learning
  studio: Studio
  turns: Turns
  incognito: Incognito
  browser: BrowserPool
  /** What builds with a model. */
  harnesses: Harnesses
  /** What the checks saw. */
  pictures: Pictures
  /** What opens the homes of this house, where they are sealed. */
  master: Master | null
  vault: Vault | null
  /** The person's now; their time zone is what their browser says. */
  now(timeZone?: string, locale?: string): Now
  /** Reports an error that nobody expected, for who keeps the server. */
  complain(error: unknown): void
  /** Starts what takes seconds, so that the first request does not wait for it. */
  warm(): void
  doctor(language?: Language): Promise<Examined>
  close(): Promise<void>
}

export type HouseOptions = {
  home: string
  clock?: Clock
  rng?: Rng
  complain?: (error: unknown) => void
  /** Keys of providers are taken out of it. */
  env?: NodeJS.ProcessEnv
  /** What the offline models say; the synthesiser, unless given. */
  synthetic?: SyntheticModel
  /** Stands in for the models and the harness that build what the rules do not cover. */
  agents?: Agents
  /** Who lives here; the owner, if not given. */
  person?: PersonId
  /** The house this one is a part of: its browser and builders serve both, and its models where `models` says so. */
  host?: { house: House; models: boolean }
}

export async function openHouse(options: HouseOptions): Promise<Result<House>> {
  const { home, person = OWNER, clock = systemClock, rng = systemRng, complain = report, synthetic = offlineModel, agents, host } = options
  // Keys are the owner's.
  const env = host ? {} : (options.env ?? process.env)
  const newId = ids(clock, rng)
  const passphrase = host ? undefined : env.MACARON_KEY
  // No child of this process gets it.
  delete env.MACARON_KEY
  const master = host ? ok(host.house.master) : masterOf(home, passphrase)
  if (!master.ok) return master
  const locked = vaultOf(home, person, master.value)
  if (!locked.ok) return locked
  const vault = locked.value
  const opened = await openStore({ home, clock, newId, key: vault?.key })
  if (!opened.ok) return opened
  const store = opened.value
  const steady = host?.house.steady ?? openSteady(clock, keptTime(home))
  const consents = await openConsents(store, person, clock)
  const incognito = await openIncognito({ store, person, endTurns: (conversation) => house.turns.end(conversation) })
  const apps = openApps(store, { clock, steady, newId, person })
  const browser = host?.house.browser ?? openBrowser()
  const memory = openMemory({
    items: {
      change: (change) => store.memories.change(person, change),
      async all() {
        const short = roomFor(await store.memories.count(person))
        if (short) throw new StoreError(short)
        return store.memories.all(person)
      },
    },
    episodes: { change: (change) => store.episodes.change(person, change), all: () => store.episodes.all(person) },
    past: {
      byConversation: (conversation) => store.journal.byConversation(person, conversation),
      async byType(types) {
        // Each turn stands beside what it was taken for.
        const most = 2 * turnsFor(await store.memories.count(person))
        return (await store.journal.byType(person, types, most)).filter((event) => !incognito.has(event.conversation))
      },
    },
    clock,
    newId,
    weights: recallWeights,
    index: sealedIndex(keptIndex(join(home, 'index', `${person}.idx`)), vault),
    embedder: () => {
      const embedder = builtinEmbedder()
      return embedder.ok ? embedder.value : null
    },
    chosen: {
      async embedder() {
        const kept = { store, person, home }
        const opened = await openEmbedder(kept, await embedderSetting(kept))
        if (!opened.ok) complain(new Error(opened.error.message))
        return opened.ok ? opened.value : null
      },
      vectors: {
        all: (model) => store.vectors.all(person, model),
        put: (model, rows) => store.vectors.put(person, model, rows),
        remove: (ids) => store.vectors.remove(person, ids),
        keepOnly: (model) => store.vectors.keepOnly(person, model),
      },
    },
  })
  // First of all that starts a process: no child gets a key.
  const borrower = { person, store, consents, newId }
  const models = host?.models
    ? host.house.models.lend(borrower)
    : openModels({ ...borrower, ...{ home, clock, rng, complain, env, vault }, today: dayBy(clock), synthetic: () => synthetic })
  const now: House['now'] = (timeZone = localZone(), locale) => ({ ...wallClock(clock.now(), timeZone), weekStart: weekStartOf(locale) })
  const ethics = openEthics({ store, person: person })
  const approvals = openApprovals({ store, person, clock, steady, newId })
  const pictures = openPictures(home, vault)
  const harnesses = host?.house.harnesses ?? openHarnesses(home, complain)
  const studio = openStudio({
    apps,
    checkTools: { browser },
    keepPicture: async (png) => pictures.keep(png),
    elapsed: () => performance.now(),
    judge: ethics.judge,
    hold: (app, held) => hold({ apps, approvals }, app, held),
    waits: async (app) => (await approvals.waiting()).some((one) => one.app === app && one.kind === 'publish'),
    agents:
      agents ??
      agentsOver({
        ...{ models, home, memory, now, harness: harnesses.harness, permissions: () => permissionsOf({ store, person }) },
        async opener(build) {
          const message = await store.journal.get(person, build)
          return message?.type === 'message-received' && (await opens({ store, person }, message)) ? message.text : null
        },
      }),
    embed: (text) => {
      const embedder = builtinEmbedder()
      return embedder.ok ? embedder.value.embedText(text) : null
    },
  })
  const learning = openLearning({ store, apps, incognito, person, clock, rng, taste: ethics.taste })
  const house: House = {
    home,
    version: versionOf(),
    person,
    clock,
    steady,
    newId,
    store,
    apps,
    glimpses: openGlimpses(apps),
    memory,
    models,
    approvals,
    ethics,
    asking: openAsking({ apps, approvals, models, store, person, clock, now, complain }),
    policy: { ...fixedTable, prefer: learning.prefer },
    learning,
    studio,
    browser,
    harnesses,
    pictures,
    master: master.value,
    vault,
    incognito,
    turns: openTurns((message, turn, signal) => learningAround(house, runTurn(house, message, turn, signal)), newId),
    now,
    complain,
    warm() {
      warmTypecheck()
      for (const started of [browser.warm(), warmBundle(), scripts(), apps.sweep(), embedOn(), learnOn(house)]) started.catch(complain)
    },
    doctor: (language) => examine(house, language),
    async close() {
      await house.turns.idle()
      await learning.idle()
      await models.close()
      if (!host) {
        await harnesses.close()
        closeTypecheck()
        await browser.close()
      }
      await memory.close()
      await store.close()
    },
  }
  /** What a chosen embedder had not done when the server stopped goes on without being asked for. */
  async function embedOn(): Promise<void> {
    if ((await embedderSetting({ store, person, home })).use !== 'builtin') await memory.embedding()
  }
  // What a server that was killed left open goes before anything is read. A full disk is no reason not to start.
  for (const left of [await incognito.leaveAll(), await expire(house)]) if (!left.ok) complain(new Error(left.error.message))
  return ok(house)
}

/** What came of earlier decisions is looked at as a turn begins, a thumb since the last one say, and once it is over; nobody waits for it. */
async function* learningAround(house: House, turn: AsyncGenerator<Event>): AsyncGenerator<Event> {
  void learnOn(house)
  yield* turn
  void learnOn(house)
}
const learnOn = async ({ learning, complain }: House): Promise<void> => {
  const settled = await learning.settle().catch((error: Error) => ({ ok: false as const, error }))
  if (!settled.ok) complain(new Error(settled.error.message))
}

/** One small file of the house's. Without it a leap between two starts is not seen. */
const keptTime = (home: string): KeptTime => ({
  read() {
    try {
      return readFileSync(join(home, 'clock.json'), 'utf8')
    } catch {
      return null
    }
  },
  write(text) {
    try {
      writeFileSync(join(home, 'clock.json'), text, { mode: 0o600 })
    } catch {
      // A full disk says so elsewhere.
    }
  },
})

const report = (error: unknown) => void process.stderr.write(`${printable(error)}\n`)

/** The day where this machine is. Asked at every request to a model, and dear to work out: once a minute is enough. */
function dayBy(clock: Clock): () => string {
  let known = { minute: Number.NaN, date: '' }
  return () => {
    const minute = Math.floor(clock.now() / 60_000)
    if (minute !== known.minute) known = { minute, date: wallClock(clock.now(), localZone()).date }
    return known.date
  }
}

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Where weeks begin on Sunday; elsewhere Monday. */
const SUNDAY = new Set(['US', 'CA', 'JP', 'KR', 'TW', 'HK', 'IN', 'BR', 'MX', 'IL', 'ZA', 'PH', 'TH'])
export function weekStartOf(locale: string | undefined): 0 | 1 {
  const region = regionOf(locale)
  return region && SUNDAY.has(region) ? 0 : 1
}

export function regionOf(locale: string | undefined): string | undefined {
  try {
    return locale ? new Intl.Locale(locale).maximize().region : undefined
  } catch {
    return undefined
  }
}

let version: string | undefined
function versionOf(): string {
  version ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version
  return version
}
