/**
 * A process of the SDK that waits for the next build: it is started when a build is likely (while the rules' app is being
 * checked), so that the model is asked at once. One at a time, ended where nothing takes it within two minutes. What it
 * costs is memory (some 250 MB); a build that comes while it still starts waits for it no longer than for its own.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openRelay } from './relay.ts'
import type { Query, Sdk } from './sdk.ts'
import { buildOptions, type Described, fixedOptions, type Handlers, MOST, WINDOW } from './sdk-options.ts'
import { toolsOver } from './tools/index.ts'
import { BUDGET, type Job } from './types.ts'
import type { Workspace } from './workspace.ts'

export type Spare = { claim(prompt: AsyncIterable<unknown>, job: Job, handlers: Handlers): Query; close(): void }
export type Spares = {
  /** Starts one, unless one waits. */
  warm(): void
  /** The one that waits, for this build alone; null where there is none that fits it. */
  take(job: Job): { abort: AbortController; ready: Promise<Spare | null> } | null
  close(): Promise<void>
}

/** Milliseconds. */
const WAITS = 120_000

export function openSpares(sdk: Sdk, { scratch, hosts }: { scratch: string; hosts: readonly string[] }): Spares {
  let waiting: { abort: AbortController; ready: Promise<Spare | null>; timer: NodeJS.Timeout } | null = null
  const drop = async () => {
    const dropped = waiting
    waiting = null
    clearTimeout(dropped?.timer)
    ;(await dropped?.ready)?.close()
  }
  return {
    warm() {
      if (waiting) return
      const abort = new AbortController()
      // One that cannot be started is none: the build starts its own, and says what is wrong.
      const ready = started(sdk, scratch, hosts, abort).catch(() => null)
      const timer = setTimeout(() => void drop(), WAITS)
      timer.unref()
      waiting = { abort, ready, timer }
    },
    take({ endpoint: { window = WINDOW, most = MOST }, budget }) {
      // These are told to a process when it starts.
      if (!waiting || window !== WINDOW || most !== MOST || budget.turns !== BUDGET.turns) return null
      const { abort, ready, timer } = waiting
      clearTimeout(timer)
      waiting = null
      return { abort, ready }
    },
    close: drop,
  }
}

async function started(sdk: Sdk, scratch: string, hosts: readonly string[], abort: AbortController): Promise<Spare> {
  await mkdir(join(scratch, 'config'), { recursive: true, mode: 0o700 })
  const tools = await described(hosts)
  const relay = await openRelay()
  let serving: Handlers | null = null
  const handlers = () => serving ?? NOBODY
  try {
    const process = await sdk.prewarm({
      options: fixedOptions({ sdk, scratch, endpoint: relay, tools, handlers, abort, turns: BUDGET.turns }),
    })
    // Why it was not to be had is in the result that it answers with.
    process.claimed.catch(() => {})
    return {
      claim(prompt, job, own) {
        serving = own
        relay.aim(job.endpoint)
        const query = process.claim({ prompt, options: buildOptions(job, tools) })
        const close = () => {
          query.close()
          relay.close()
        }
        return { [Symbol.asyncIterator]: () => query[Symbol.asyncIterator](), close }
      },
      close() {
        process.close()
        relay.close()
      },
    }
  } catch (error) {
    relay.close()
    throw error
  }
}

/** Before there is a build nothing runs. */
const refused = async () => ({ decision: 'block', reason: 'There is no build here.' })
const NOBODY: Handlers = { before: refused, after: refused, stop: async () => ({}), call: refused }

/** Names, words and arguments of the tools there will be; none of them is run. */
async function described(hosts: readonly string[]): Promise<Described[]> {
  const nowhere = { folder: {} } as unknown as Workspace
  const memory = { recall: async () => ({ items: [], stop: '' }), about: '', tell: () => {} }
  return [...(await toolsOver(nowhere, { checks: 0, hosts, bash: false, memory })).values()]
}
