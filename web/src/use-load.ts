import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../src/base/result.ts'

export type Load<T> = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; value: T }

/**
 * Loads when `on` changes. A reload keeps the last good value in sight until the new one is there, and a failed
 * reload keeps it too.
 */
export function useLoad<T>(load: () => Promise<Result<T>>, on: DependencyList): [Load<T>, reload: () => Promise<void>] {
  const [state, setState] = useState<Load<T>>({ state: 'loading' })
  const latest = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `on` says what the loader depends on
  const reload = useCallback(async () => {
    const run = ++latest.current
    const result = await load()
    if (run !== latest.current) return
    setState((before) => (result.ok ? { state: 'ready', value: result.value } : before.state === 'ready' ? before : { state: 'failed', failure: result.error }))
  }, on)
  useEffect(() => {
    setState((before) => (before.state === 'ready' ? before : { state: 'loading' }))
    void reload()
  }, [reload])
  return [
    state,
    async () => {
      setState((before) => (before.state === 'failed' ? { state: 'loading' } : before))
      await reload()
    },
  ]
}
