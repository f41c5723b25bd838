/**
 * A process of the SDK that waits for the next build: it is started when a build is likely (while the rules' app is being
 * checked) and has said one word already, so that the model is asked at once. Of the build it knows nothing: it stands in an
 * empty folder, which becomes the build's; its models have names that stand for those of the build (relay.ts); and the word
 * that warmed it up is in no request that goes on. One at a time, ended where nothing takes it within two minutes. What it
 * costs is memory (some 250 MB); a build that comes while it still starts waits for it no longer than for its own.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openRelay } from './relay.ts'
import type { Query, Sdk } from './sdk.ts'
import { type Described, fixedOptions, type Handlers, MOST, placeOptions, WINDOW } from './sdk-options.ts'
import { toolsOver } from './tools/index.ts'
import { BUDGET, type Job, PARTS, type Part } from './types.ts'
import type { Workspace } from './workspace.ts'

export type Spare = { claim(prompt: AsyncIterable<unknown>, job: Job, handlers: Handlers): Query; close(): void }
export type Spares = {
  /** Starts one, unless one waits. */
  warm(): void
  /** The folder that the one that waits stands in, for one build; null where there is none. */
  place(): string | null
  /** The one that waits, for this build alone; null where there is none that fits it. */
  take(job: Job): { abort: AbortController; ready: Promise<Spare | null> } | null
  close(): Promise<void>
}

/** Milliseconds. */
const WAITS = 120_000
/** Names that stand for the models of a build. */
const WHOLE = 'macaron-build'
const NAMED = Object.fromEntries(PARTS.map((part) => [part, `macaron-${part}`])) as Record<Part, string>

type Waiting = { abort: AbortController; root: string; placed: boolean; ready: Promise<Spare | null>; timer: NodeJS.Timeout }

export function openSpares(sdk: Sdk, { scratch, hosts }: { scratch: string; hosts: readonly string[] }): Spares {
  let waiting: Waiting | null = null
  const drop = async () => {
    const dropped = waiting
    waiting = null
    if (!dropped) return
    clearTimeout(dropped.timer)
    ;(await dropped.ready)?.close()
    // Where a build stands in it, it is the build's to clear.
    if (!dropped.placed) await rm(dropped.root, { recursive: true, force: true })
  }
  return {
    warm() {
      if (waiting) return
      const abort = new AbortController()
      const root = newRoom(scratch)
      // One that cannot be started is none: the build starts its own, and says what is wrong.
      const ready = started(sdk, { scratch, root, hosts, abort }).catch(() => null)
      const timer = setTimeout(() => void drop(), WAITS)
      timer.unref()
      waiting = { abort, root, placed: false, ready, timer }
    },
    place() {
      if (!waiting || waiting.placed) return null
      waiting.placed = true
      return waiting.root
    },
    take({ workspace, endpoint: { window = WINDOW, most = MOST }, budget }) {
      // These are told to a process when it starts.
      if (workspace.folder.root !== waiting?.root) return null
      if (window !== WINDOW || most !== MOST || budget.turns !== BUDGET.turns) {
        void drop()
        return null
      }
      const { abort, ready, timer } = waiting
      clearTimeout(timer)
      waiting = null
      return { abort, ready }
    },
    close: drop,
  }
}

/** Its real path: that is what a build's folder is known by. */
function newRoom(scratch: string): string {
  const at = join(scratch, 'rooms', randomBytes(6).toString('hex'))
  mkdirSync(at, { recursive: true, mode: 0o700 })
  return realpathSync(at)
}

type Start = { scratch: string; root: string; hosts: readonly string[]; abort: AbortController }
async function started(sdk: Sdk, { scratch, root, hosts, abort }: Start): Promise<Spare> {
  await mkdir(join(scratch, 'config'), { recursive: true, mode: 0o700 })
  const tools = await described(hosts)
  const relay = await openRelay()
  let serving: Handlers | null = null
  let claim: (prompt: AsyncIterable<unknown> | null) => void = () => {}
  const claimed = new Promise<AsyncIterable<unknown> | null>((resolve) => {
    claim = resolve
  })
  async function* words() {
    yield { type: 'user', parent_tool_use_id: null, session_id: '', message: { role: 'user', content: relay.warmUp } }
    const prompt = await claimed
    if (prompt) yield* prompt
  }
  const handlers = () => serving ?? NOBODY
  const fixed = fixedOptions({ sdk, scratch, endpoint: relay, tools, handlers, abort, turns: BUDGET.turns + 1 })
  const place = placeOptions({ root, model: WHOLE, parts: NAMED, language: null }, tools)
  const query = sdk.query({ prompt: words(), options: { ...fixed, ...place } })
  const told = query[Symbol.asyncIterator]()
  const close = () => {
    claim(null)
    query.close()
    relay.close()
  }
  try {
    for (let warm = false; !warm; ) {
      const next = await told.next()
      if (next.done) throw new Error('It ended before it was ready.')
      warm = isResult(next.value)
    }
  } catch (error) {
    close()
    throw error
  }
  return {
    claim(prompt, { endpoint, parts = {} }, own) {
      serving = own
      const models = Object.fromEntries(PARTS.map((part) => [NAMED[part], parts[part] ?? endpoint.model]))
      relay.aim({ url: endpoint.url, token: endpoint.token, models: { ...models, [WHOLE]: endpoint.model } })
      claim(prompt)
      return { [Symbol.asyncIterator]: () => told, close }
    },
    close,
  }
}

const isResult = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'result'

/** Before there is a build nothing runs. */
const refused = async () => ({ decision: 'block', reason: 'There is no build here.' })
const NOBODY: Handlers = { before: refused, after: refused, stop: async () => ({}), call: refused }

/** Names, words and arguments of the tools there will be; none of them is run. */
async function described(hosts: readonly string[]): Promise<Described[]> {
  const nowhere = { folder: {} } as unknown as Workspace
  const memory = { recall: async () => ({ items: [], stop: '' }), about: '', tell: () => {} }
  return [...(await toolsOver(nowhere, { checks: 0, hosts, bash: false, memory })).values()]
}
