/** The apps, known in one place: the home, an app's bar and the cards name them alike. */
import { createContext, useContext } from 'react'
import type { AppSummary } from '../../src/apps/types.ts'
import type { AppId } from '../../src/events.ts'
import type { Load } from './use-load.ts'

export type AppsList = {
  load: Load<AppSummary[]>
  reload(): Promise<void>
  /** How often an app's frame was asked to load anew. */
  frameOf(app: AppId): number
  reloadFrame(app: AppId): void
}

export const Apps = createContext<AppsList>({
  load: { state: 'loading' },
  reload: async () => undefined,
  frameOf: () => 0,
  reloadFrame: () => undefined,
})
export const useApps = () => useContext(Apps)
