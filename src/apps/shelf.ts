/** What the parts of this room share about one person's apps. */
import type { Clock } from '../base/clock.ts'
import type { NewId } from '../base/ids.ts'
import type { PersonId } from '../events.ts'
import type { AppSpec } from '../spec.ts'
import type { Store } from '../store/types.ts'
import type { Change } from './types.ts'

export type Shelf = {
  store: Store
  person: PersonId
  clock: Clock
  /** What is gone for good by it (base/steady.ts). */
  steady: Clock
  newId: NewId
  /** ISO 8601 UTC. */
  at(): string
  /** The person's day and wall clock. */
  now(): { date: string; time: string }
  /** Specs of published versions, by 'app/version'. */
  specs: Map<string, AppSpec>
  announce(change: Change): void
  listen(listener: (change: Change) => void): () => void
}

export function openShelf(given: Pick<Shelf, 'store' | 'person' | 'clock' | 'steady' | 'newId' | 'now'>): Shelf {
  const listeners = new Set<(change: Change) => void>()
  return {
    ...given,
    at: () => new Date(given.clock.now()).toISOString(),
    specs: new Map(),
    announce(change) {
      for (const listener of [...listeners]) listener(change)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
