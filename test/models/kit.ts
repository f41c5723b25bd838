/** A home with models that are scripted servers: the clock stands, waits before a retry pass at once, deadlines only when they are fired. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../src/base/clock.ts'
import { ids } from '../../src/base/ids.ts'
import { seeded } from '../../src/base/rng.ts'
import type { PersonId } from '../../src/events.ts'
import type { ModelsFile } from '../../src/models/config.ts'
import { openConsents } from '../../src/models/consent.ts'
import { TOGETHER } from '../../src/models/ledger.ts'
import { type Models, openModels } from '../../src/models/models.ts'
import type { SyntheticModel } from '../../src/models/providers/offline.ts'
import type { Timers } from '../../src/models/timers.ts'
import type { MessagesRequest } from '../../src/models/wire.ts'
import { openStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/types.ts'

export const PERSON = 'person01' as PersonId
export const KEY = 'sk-planted-0123456789abcdef'

/** Milliseconds by which each deadline is known. */
export const DEADLINES = { connect: 1_000_001, first: 1_000_002, idle: 1_000_003, whole: 1_000_004 } as const

export type TestTimers = Timers & {
  /** Waits before a retry, in order. */
  waits: number[]
  /** Lets every pending deadline of a kind pass; waits until there is one. */
  fire(kind: keyof typeof DEADLINES): Promise<void>
}

export function testTimers(): TestTimers {
  const pending = new Set<{ ms: number; run: () => void }>()
  const waits: number[] = []
  return {
    waits,
    after(ms, run) {
      const one = { ms, run }
      if (ms >= DEADLINES.connect) pending.add(one)
      else if (ms !== DRAIN && ms !== TOGETHER) {
        waits.push(ms)
        const soon = setImmediate(run)
        return () => clearImmediate(soon)
      }
      return () => void pending.delete(one)
    },
    async fire(kind) {
      for (;;) {
        const due = [...pending].filter(({ ms }) => ms === DEADLINES[kind])
        for (const one of due) {
          pending.delete(one)
          one.run()
        }
        if (due.length) return
        await new Promise((done) => setImmediate(done))
      }
    },
  }
}
/** The time a server has to end its answer; like that in which rows are gathered, it never has to pass here. */
const DRAIN = 2_000

export type Home = {
  home: string
  models: Models
  store: Store
  timers: TestTimers
  clock: ReturnType<typeof fixedClock>
  complaints: unknown[]
  close(): Promise<void>
}

export type HomeOptions = { file?: ModelsFile; env?: Record<string, string>; synthetic?: SyntheticModel; seed?: number }

export async function openHome({
  file = {},
  env = { ANTHROPIC_API_KEY: KEY, DEEPSEEK_API_KEY: KEY },
  synthetic,
  seed = 1,
}: HomeOptions = {}): Promise<Home> {
  const home = mkdtempSync(join(tmpdir(), 'macaron-models-'))
  writeFileSync(join(home, 'models.json'), JSON.stringify({ timeouts: DEADLINES, ...file }))
  const clock = fixedClock('2026-11-27T12:00:00Z')
  const rng = seeded(seed)
  const newId = ids(clock, rng)
  const opened = await openStore({ home, clock, newId })
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const timers = testTimers()
  const complaints: unknown[] = []
  const consents = await openConsents(store, PERSON, clock)
  const models = openModels({
    consents,
    ...{ home, person: PERSON, store, clock, rng, newId, timers, env: { ...env } },
    today: () => new Date(clock.now()).toISOString().slice(0, 10),
    complain: (error) => void complaints.push(error),
    ...(synthetic && { synthetic: () => synthetic }),
  })
  return {
    ...{ home, models, store, timers, clock, complaints },
    async close() {
      await models.close()
      await store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** models.json for one scripted server as every provider. */
export const servedBy = (url: string, more: ModelsFile = {}): ModelsFile => ({
  providers: { anthropic: { url }, deepseek: { url }, ...more.providers },
  ...(more.models && { models: more.models }),
  ...(more.budgets && { budgets: more.budgets }),
  ...(more.roles && { roles: more.roles }),
})

export const CLAUDE = 'claude-sonnet-5-5'
export const asked = (more: Partial<MessagesRequest> = {}): MessagesRequest => ({
  model: CLAUDE,
  max_tokens: 1000,
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
})
