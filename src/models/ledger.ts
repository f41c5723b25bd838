/**
 * What every request costs, and the budgets. A request is booked before it is sent at the worst it can cost, refused if
 * a budget would be passed by that, and settled when its usage is known: a budget stops before it is passed, also with
 * many requests at once and after a crash (what was open then stays booked at its worst).
 *
 * A commit waits for the disk, so the rows of requests that are far from every budget are written together, a moment
 * later; what a crash in that moment loses is less than half of a budget of which half was left. Nearer to a budget
 * than that, the row is on the disk before the request is sent.
 *
 * The saving is against the refine model alone at the same tokens. It does not know what that model would have needed
 * less of, or more.
 */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Purpose, Reserved, Settled, Sum } from '../store/costs.ts'
import type { Store } from '../store/types.ts'
import { costOf, DOLLAR, dollars, type Nano, type Prices } from './prices.ts'
import { type Problem, problem } from './problem.ts'
import { type Limit, openPurse } from './purse.ts'
import type { Timers } from './timers.ts'
import type { Usage } from './wire.ts'

/**
 * Who spends: an app, a build (one turn's work on it), a step of it. `budget`: of the build, in dollars, if other than
 * configured. `asks`: the app itself asks, and may do so where the person allowed it that.
 */
export type Spender = { app?: string | null; build?: string | null; step: string; budget?: number; asks?: true }
/** Dollars. */
export type Budgets = { day: number; app: number; build: number }
export type Booking = {
  /** A disk that fails leaves it booked at its worst. */
  settle(usage: Usage): void
}

/** Dollars; `saved` may be negative, where a dearer model than the refine model was asked. */
export type Cost = { key: string; requests: number; dollars: number; refineOnly: number; saved: number; tokens: Tokens }
export type Tokens = { input: number; output: number; cacheWrite: number; cacheRead: number }
export type Account = {
  total: Cost
  today: { day: string; dollars: number; budget: number }
  /** The person's calendar month so far, 'YYYY-MM'. */
  month: { month: string; dollars: number; saved: number }
  days: Cost[]
  apps: Cost[]
  steps: Cost[]
  models: Cost[]
}

export type Request = { provider: string; model: string; worst: Nano; prices: Prices; signal: AbortSignal }
export type Ledger = {
  /** Waits while only what is under way, at its worst, stands in the way: it will have cost less. */
  book(spender: Spender, request: Request): Promise<Result<Booking, Problem>>
  /** What may still be spent on this before a budget is reached. */
  remaining(spender: Omit<Spender, 'step'>): Promise<Nano>
  /** Of everything, or of one app. */
  account(app?: string): Promise<Account>
  /** What was settled of one build, by model. */
  build(id: string): Promise<Sum[]>
  /** Everything is on the disk when it answers. */
  flush(): Promise<Result<void>>
  /** The rows are gone, and with them what was still to be written. */
  forget(): void
}

export type LedgerTools = {
  store: Pick<Store, 'costs'>
  person: PersonId
  clock: Clock
  newId: NewId
  /** The person's calendar day, 'YYYY-MM-DD'. */
  today(): string
  budgets(): Budgets
  refine(): Prices
  complain(error: unknown): void
  timers: Timers
}

export function openLedger({ store, person, clock, newId, today, budgets, refine, complain, timers }: LedgerTools): Ledger {
  const limits = ({ app, build, budget }: Omit<Spender, 'step'>): Limit[] => {
    const most = budgets()
    return [
      { by: 'day' as const, value: today(), most: most.day },
      ...(build ? [{ by: 'build' as const, value: build, most: budget ?? most.build }] : []),
      ...(app ? [{ by: 'app' as const, value: app, most: most.app }] : []),
    ].map((limit) => ({ ...limit, most: Math.floor(limit.most * DOLLAR) }))
  }
  /** What was open when the program last ended is closed before anything new is opened. */
  let closing: Promise<unknown> | null = null
  const lostClosed = () => {
    closing ??= store.costs.closeLost(person)
    return closing
  }

  const purse = openPurse(({ by, value }) => store.costs.spent(person, by, value))
  const rows = writeBehind(store.costs, person, timers, complain)

  return {
    async book(spender, { provider, model, worst, prices, signal }) {
      await lostClosed()
      const { app = null, build = null, step } = spender
      const over = worst > 0 ? limits(spender) : []
      const hold = await purse.hold(over, worst, signal)
      if (!hold.ok) return { ok: false, error: passed(hold.limit, hold.spent) }
      const id = newId<string>()
      const request = { id, at: new Date(clock.now()).toISOString(), day: today(), app, build, step, provider, model, cost: worst }
      rows.open(request)
      const kept = hold.held.near ? await rows.flush() : ok(undefined)
      if (!kept.ok) {
        hold.held.settle(0)
        return { ok: false, error: problem(kept.error.code, 'api_error', kept.error.message, { values: kept.error.values }) }
      }
      return ok({
        settle(usage) {
          const settled = settledOf(usage, prices, refine())
          hold.held.settle(settled.cost)
          rows.settle({ id, ...settled })
        },
      })
    },
    async remaining(spender) {
      const left = await Promise.all(limits(spender).map(purse.left))
      return Math.max(0, Math.min(...left))
    },
    async account(app) {
      await lostClosed()
      await rows.flush()
      const only = app === undefined ? {} : { app }
      const by = async (what: 'day' | 'app' | 'step' | 'model' | 'person') => (await store.costs.sums(person, what, only)).map(costIn)
      const [[total], days, apps, steps, models] = await Promise.all([by('person'), by('day'), by('app'), by('step'), by('model')])
      const day = today()
      const month = day.slice(0, 7)
      const within = days.filter(({ key }) => key.startsWith(month))
      const summed = (of: 'dollars' | 'saved') => within.reduce((sum, one) => sum + one[of], 0)
      return {
        month: { month, dollars: summed('dollars'), saved: summed('saved') },
        total: total ?? costIn(NOTHING),
        today: { day, dollars: (await store.costs.spent(person, 'day', day)) / DOLLAR, budget: budgets().day },
        ...{ days, apps, steps, models },
      }
    },
    async build(id) {
      await rows.flush()
      return store.costs.sums(person, 'model', { build: id })
    },
    flush: rows.flush,
    forget() {
      purse.empty()
      rows.drop()
    },
  }
}

/** Milliseconds that rows wait for others, to be written with them. */
export const TOGETHER = 100

/** Rows written several at a time. A disk that fails leaves what it has, and somebody is told. */
function writeBehind(costs: Store['costs'], person: PersonId, timers: Timers, complain: LedgerTools['complain']) {
  let opened: Reserved[] = []
  let settled: (Settled & { id: string })[] = []
  let last: Promise<Result<void>> = Promise.resolve(ok(undefined))
  let due: (() => void) | null = null
  const write = async (): Promise<Result<void>> => {
    due?.()
    due = null
    const batch = { opened, settled }
    opened = []
    settled = []
    if (!batch.opened.length && !batch.settled.length) return ok(undefined)
    const done = await costs.write(person, batch)
    if (!done.ok) complain(new Error(done.error.message))
    return done
  }
  const flush = (): Promise<Result<void>> => {
    last = last.then(write, write)
    return last
  }
  const soon = () => {
    due ??= timers.after(TOGETHER, () => void flush().catch(complain))
  }
  return {
    flush,
    open(row: Reserved) {
      opened.push(row)
      soon()
    },
    settle(row: Settled & { id: string }) {
      settled.push(row)
      soon()
    },
    drop() {
      opened = []
      settled = []
    },
  }
}

const NOTHING: Sum = { key: '', requests: 0, input: 0, output: 0, cache_write: 0, cache_read: 0, cost: 0, refine_cost: 0 }

const settledOf = (usage: Usage, prices: Prices, refine: Prices): Settled => ({
  input: usage.input_tokens,
  output: usage.output_tokens,
  cache_write: usage.cache_creation_input_tokens ?? 0,
  cache_read: usage.cache_read_input_tokens ?? 0,
  cost: costOf(usage, prices),
  refine_cost: costOf(usage, refine),
})

const costIn = ({ key, requests, input, output, cache_write, cache_read, cost, refine_cost }: Sum): Cost => ({
  key,
  requests,
  dollars: cost / DOLLAR,
  refineOnly: refine_cost / DOLLAR,
  saved: (refine_cost - cost) / DOLLAR,
  tokens: { input, output, cacheWrite: cache_write, cacheRead: cache_read },
})

const passed = ({ by, most }: Limit, spent: Nano): Problem => BUDGETS[by]({ most: dollars(most), spent: dollars(spent) })

type Amounts = { most: string; spent: string }
const MORE = 'Raise it in models.json, or go on without a model.'
const BUDGETS: Record<Purpose, (amounts: Amounts) => Problem> = {
  day: (values) =>
    problem(
      'budget-day-reached',
      'permission_error',
      `Today's budget for models (${values.most}) would be passed: ${values.spent} is spent. ${MORE}`,
      { values },
    ),
  app: (values) =>
    problem(
      'budget-app-reached',
      'permission_error',
      `This app's budget for models (${values.most}) would be passed: ${values.spent} is spent. ${MORE}`,
      { values },
    ),
  build: (values) =>
    problem(
      'budget-build-reached',
      'permission_error',
      `This build's budget for models (${values.most}) would be passed: ${values.spent} is spent. ${MORE}`,
      { values },
    ),
}
