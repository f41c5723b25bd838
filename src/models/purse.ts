/**
 * What was spent and what is held for requests under way, of each budget, in memory: one process has a home, so what it
 * knows is what there is. Read once from the rows; everything after that passes through here.
 */
import type { Purpose } from '../store/costs.ts'
import type { Nano } from './prices.ts'

/** All that `by` is `value` may come to `most`. */
export type Limit = { by: Purpose; value: string; most: Nano }
type Pot = { spent: Nano; held: Nano }
export type Held = {
  /** Half of a budget or more is gone: it must be on the disk before anything is sent. */
  near: boolean
  /** Gives back what was held, for what it did cost. */
  settle(cost: Nano): void
}
export type Hold = { ok: true; held: Held } | { ok: false; limit: Limit; spent: Nano }

export type Purse = {
  /** Waits while only what is held, at its worst, stands in the way: it will have cost less. */
  hold(limits: readonly Limit[], worst: Nano, signal: AbortSignal): Promise<Hold>
  left(limit: Limit): Promise<Nano>
  /** The rows are gone. */
  empty(): void
}

export function openPurse(spentIn: (limit: Limit) => Promise<Nano>): Purse {
  const pots = new Map<string, Promise<Pot>>()
  const waiting = new Set<() => void>()
  const potOf = (limit: Limit): Promise<Pot> => {
    const key = `${limit.by} ${limit.value}`
    const known = pots.get(key) ?? spentIn(limit).then((spent) => ({ spent, held: 0 }))
    pots.set(key, known)
    return known
  }
  const nextSettled = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      waiting.add(done)
      signal.addEventListener('abort', done, { once: true })
    })
  const held = (mine: readonly Pot[], limits: readonly Limit[], worst: Nano): Held => {
    for (const pot of mine) pot.held += worst
    return {
      near: mine.some(({ spent, held }, i) => spent + held > limits[i]!.most / 2),
      settle(cost) {
        for (const pot of mine) {
          pot.held -= worst
          pot.spent += cost
        }
        for (const go of waiting) go()
      },
    }
  }

  return {
    async hold(limits, worst, signal) {
      for (;;) {
        const mine = await Promise.all(limits.map(potOf))
        const over = mine.findIndex(({ spent, held }, i) => spent + held + worst > limits[i]!.most)
        if (over < 0) return { ok: true, held: held(mine, limits, worst) }
        const [limit, { spent }] = [limits[over]!, mine[over]!]
        if (spent + worst > limit.most || signal.aborted) return { ok: false, limit, spent }
        await nextSettled(signal)
      }
    },
    async left(limit) {
      const { spent, held } = await potOf(limit)
      return limit.most - spent - held
    },
    empty() {
      pots.clear()
    },
  }
}
