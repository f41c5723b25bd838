/**
 * What every request costs, and the budgets. A request is booked before it is sent at the worst it can cost, refused if
 * a budget would be passed by that, and settled when its usage is known: a budget stops before it is passed, also with
 * many requests at once and after a crash (what was open then stays booked at its worst).
 *
 * The saving is against the refine model alone at the same tokens. It does not know what that model would have needed
 * less of, or more.
 */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Limit, Settled, Sum } from '../store/costs.ts'
import type { Store } from '../store/types.ts'
import { costOf, DOLLAR, dollars, type Nano, type Prices } from './prices.ts'
import { type Problem, problem } from './problem.ts'
import type { Usage } from './wire.ts'

/** Who spends: an app, a build (one turn's work on it), a step of it. `budget`: of the build, in dollars, if other than configured. */
export type Spender = { app?: string | null; build?: string | null; step: string; budget?: number }
/** Dollars. */
export type Budgets = { day: number; app: number; build: number }
export type Booking = {
  /** Answers what it cost. A disk that fails leaves it booked at its worst. */
  settle(usage: Usage): Promise<Nano>
}

/** Dollars; `saved` may be negative, where a dearer model than the refine model was asked. */
export type Cost = { key: string; requests: number; dollars: number; refineOnly: number; saved: number; tokens: Tokens }
export type Tokens = { input: number; output: number; cacheWrite: number; cacheRead: number }
export type Account = {
  total: Cost
  today: { day: string; dollars: number; budget: number }
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
}

export function openLedger({ store, person, clock, newId, today, budgets, refine, complain }: LedgerTools): Ledger {
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

  const underWay = openBookings()
  const settle = async (id: string, usage: Usage, prices: Prices): Promise<Nano> => {
    const settled = settledOf(usage, prices, refine())
    const done = await store.costs.settle(person, id, settled)
    if (!done.ok) complain(new Error(done.error.message))
    return settled.cost
  }

  return {
    async book(spender, { provider, model, worst, prices, signal }) {
      await lostClosed()
      const { app = null, build = null, step } = spender
      const id = newId<string>()
      const once = async (): Promise<Result<Booking, Problem> | { wait: Promise<void> }> => {
        const request = { id, at: new Date(clock.now()).toISOString(), day: today(), app, build, step, provider, model, cost: worst }
        const over = worst > 0 ? limits(spender) : []
        const kept = await store.costs.reserve(person, request, over)
        if (kept.ok) return ok({ settle: underWay.add(over, worst, (usage) => settle(id, usage, prices)) })
        const { by, most = 0, spent = 0 } = kept.error.values ?? {}
        const limit = over.find((one) => one.by === by)
        const couldFit = limit && Number(spent) - underWay.heldOf(limit) + worst <= Number(most)
        return couldFit && !signal.aborted ? { wait: underWay.nextSettled(signal) } : { ok: false, error: refusal(kept.error) }
      }
      for (;;) {
        const booked = await underWay.alone(once)
        if ('ok' in booked) return booked
        await booked.wait
      }
    },
    async remaining(spender) {
      const left = await Promise.all(
        limits(spender).map(async ({ by, value, most }) => most - (await store.costs.spent(person, by, value))),
      )
      return Math.max(0, Math.min(...left))
    },
    async account(app) {
      const only = app === undefined ? {} : { app }
      const by = async (what: 'day' | 'app' | 'step' | 'model' | 'person') => (await store.costs.sums(person, what, only)).map(costIn)
      const [[total], days, apps, steps, models] = await Promise.all([by('person'), by('day'), by('app'), by('step'), by('model')])
      const day = today()
      return {
        total: total ?? costIn(NOTHING),
        today: { day, dollars: (await store.costs.spent(person, 'day', day)) / DOLLAR, budget: budgets().day },
        ...{ days, apps, steps, models },
      }
    },
  }
}

/** What is booked and not settled, of this process. */
function openBookings() {
  type Held = { by: Limit['by']; value: string; worst: Nano }
  const held = new Set<readonly Held[]>()
  const waiting: (() => void)[] = []
  let last: Promise<unknown> = Promise.resolve()
  /** One at a time: what is held and what the rows say are never seen apart. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }
  return {
    alone,
    add(limits: readonly Limit[], worst: Nano, settle: Booking['settle']): Booking['settle'] {
      const mine = limits.map(({ by, value }) => ({ by, value, worst }))
      held.add(mine)
      return (usage) =>
        alone(async () => {
          const cost = await settle(usage)
          held.delete(mine)
          for (const go of waiting.splice(0)) go()
          return cost
        })
    },
    heldOf: ({ by, value }: Limit): Nano =>
      [...held].flat().reduce((sum, one) => (one.by === by && one.value === value ? sum + one.worst : sum), 0),
    /** The next settlement after this call. */
    nextSettled: (signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const done = () => {
          signal.removeEventListener('abort', done)
          resolve()
        }
        waiting.push(done)
        signal.addEventListener('abort', done, { once: true })
      }),
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

function refusal({
  code,
  message,
  values = {},
}: Problem | { code: string; message: string; values?: Record<string, string | number> }): Problem {
  if (code !== 'budget-reached') return problem(code, 'api_error', message, { values })
  const by = values.by as Limit['by']
  const [most, spent] = [dollars(Number(values.most)), dollars(Number(values.spent))]
  return BUDGETS[by]({ most, spent })
}

type Amounts = { most: string; spent: string }
const MORE = 'Raise it in models.json, or go on without a model.'
const BUDGETS: Record<Limit['by'], (amounts: Amounts) => Problem> = {
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
