/** Models as builders: the router's choice, reached through a session of the gateway, in the harness there is. */
import { join } from 'node:path'
import type { Now } from './base/language/types.ts'
import { fail, ok } from './base/result.ts'
import type { EventId } from './events.ts'
import type { MemoryEngine } from './memory/memory.ts'
import { audienceFor, type Permissions } from './memory/privacy.ts'
import type { Models } from './models/models.ts'
import { builds, routed, type Task } from './models/router.ts'
import type { About, Agents } from './studio/agents/build.ts'
import { installed, loadSdk } from './studio/agents/install.ts'
import type { Harness, Opening, Recall } from './studio/agents/types.ts'

/** Tokens that one build takes at most, for the choice of a model and its booking. */
const INPUT = 200_000
const OUTPUT = 30_000

type Parts = {
  models: Models
  home: string
  harness: () => Promise<Harness>
  /** What is remembered, and what of it may be told where; nothing is told without it. */
  memory?: Pick<MemoryEngine, 'recall' | 'opening'>
  permissions?: () => Promise<Permissions>
  now?: () => Now
  /** The words of the message that a build is of, where it opens a conversation. */
  opener?: (build: EventId) => Promise<string | null>
}

export function agentsOver({ models, home, harness, memory, permissions, now, opener }: Parts): Agents {
  /**
   * What the person allowed a place by its name, or, on this machine, what is guarded from no model. Who is only set up was
   * told nothing: its card said that nothing that was told before is sent.
   */
  async function tellFor(provider: string, { language, build, unmarked }: About): Promise<{ recall?: Recall; opening?: Opening }> {
    if (!memory || !permissions || !now || unmarked) return {}
    const allowed = await permissions()
    const here = models.overview().providers.find(({ name }) => name === provider)?.consent === 'here'
    if (!here && !Object.hasOwn(allowed, provider)) return {}
    const audience = audienceFor(provider, 'build', allowed)
    const recall: Recall = async (question) => {
      const { items, stop } = await memory.recall(question, { now: now(), language, audience, except: build })
      return { items: items.map(({ id, text, score, worth }) => ({ memory: id, text, score, worth })), stop }
    }
    const first = await opener?.(build)
    if (!first) return { recall }
    const { contexts } = await memory.opening(first, { now: now(), audience })
    const opening = contexts.flatMap(({ items }) =>
      items.map(({ id, text, weight }) => ({ memory: id, text, score: weight, worth: weight })),
    )
    return { recall, opening }
  }

  return {
    ready: () => {
      const { candidates, roles } = models.overview()
      return candidates.some((one) => one.ready && builds(one, roles))
    },
    async endpoint(about) {
      const { app, build, down } = about
      const task = taskOf(about)
      const choice = await models.choose(task, { build, down })
      if (!choice.ok) return choice
      const model = choice.value.draft
      const { candidates, roles } = models.overview()
      const found = candidates.find((one) => one.model === model)
      if (!found || !builds(found, roles) || down.includes(model))
        return fail('model-none', `No model may be asked now. ${choice.value.because}`)
      const { dollars } = about
      const budget = dollars === undefined ? {} : { budget: Math.min(dollars, models.budgets().build ?? dollars) }
      // Tests are the part that the first model is good enough for.
      const first = candidates.find((one) => one.model === roles.draft && one.ready && builds(one, roles) && !down.includes(one.model))
      const parts = first && first.model !== model ? { tests: first.model } : undefined
      const session = models.open({ app, build, ...budget, step: about.stage, models: [model, ...Object.values(parts ?? {})] })
      const endpoint = { url: await models.url(), token: session.token, model }
      const provider = models.overview().models.find((one) => one.model === model)?.provider ?? ''
      return ok({ endpoint, parts, ...(await tellFor(provider, about)), chosen: routed(task, choice.value), close: () => session.close() })
    },
    harness,
    warm: () => void harness().then((one) => one.warm?.()),
    work: join(home, 'work'),
    learned: async (model, about, passed) => void (await models.learn(model, about, passed)),
  }
}

const taskOf = ({ app, stage, language, risks, difficulty, down }: About): Task => ({
  ...{ app, language, risks, difficulty, input: INPUT, output: OUTPUT },
  what: stage === 'draft' ? 'build an app' : 'build an app that a first model did not bring to pass',
  failures: stage === 'draft' ? 0 : down.length,
})

export type Harnesses = { harness(): Promise<Harness>; close(): Promise<void> }

/** One harness for all builds: the Claude Agent SDK from when a person has installed it, else the own loop. */
export function openHarnesses(home: string, complain: (error: unknown) => void): Harnesses {
  let known: { sdk: boolean; harness: Promise<Harness> } | null = null
  return {
    harness(): Promise<Harness> {
      const sdk = installed(join(home, 'agents')) !== null
      if (known?.sdk === sdk) return known.harness
      void known?.harness.then((one) => one.close()).catch(complain)
      known = { sdk, harness: harnessAt(home, complain) }
      return known.harness
    },
    async close(): Promise<void> {
      await (await known?.harness)?.close()
    },
  }
}

/** Read when a model is first asked to build. */
async function harnessAt(home: string, complain: (error: unknown) => void): Promise<Harness> {
  const folder = join(home, 'agents')
  if (installed(folder)) {
    const sdk = await loadSdk(folder)
    const { sdkHarness } = await import('./studio/agents/sdk.ts')
    if (sdk.ok) return sdkHarness(sdk.value, { scratch: join(folder, 'scratch') })
    complain(new Error(sdk.error.message))
  }
  const { ownLoop } = await import('./studio/agents/loop.ts')
  return ownLoop()
}
