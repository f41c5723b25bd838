import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Result } from '../../src/base/result.ts'

export type Load<T> = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; value: T }

/**
 * Loads, and loads again when `on` changes. A reload keeps the last good value in sight until the new one is there,
 * and a failed reload keeps it too.
 */
export function useLoad<T>(load: () => Promise<Result<T>>, on = ''): [Load<T>, reload: () => Promise<void>] {
  const [state, setState] = useState<Load<T>>({ state: 'loading' })
  const loader = useRef(load)
  const latest = useRef(0)
  useEffect(() => {
    loader.current = load
  })
  const reload = useCallback(async () => {
    const run = ++latest.current
    setState((before) => (before.state === 'ready' ? before : { state: 'loading' }))
    const result = await loader.current()
    if (run !== latest.current) return
    setState((before) => afterLoad(before, result))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `on` says what the loader depends on
  useEffect(() => {
    void reload()
  }, [on, reload])
  return [state, reload]
}

function afterLoad<T>(before: Load<T>, result: Result<T>): Load<T> {
  if (result.ok) return { state: 'ready', value: result.value }
  return before.state === 'ready' ? before : { state: 'failed', failure: result.error }
}
