import { useEffect, useRef, useSyncExternalStore } from 'react'

const WIDE = window.matchMedia('(min-width: 760px)')

const onWide = (listener: () => void) => {
  WIDE.addEventListener('change', listener)
  return () => WIDE.removeEventListener('change', listener)
}
const onNetwork = (listener: () => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Conversation and canvas side by side. */
export const isWide = () => WIDE.matches
export const useWide = () => useSyncExternalStore(onWide, isWide)
export const useOnline = () => useSyncExternalStore(onNetwork, () => navigator.onLine)

/** Calls `look` each time this window is turned to again: what it shows may have changed elsewhere. */
export function useTurnedTo(look: () => void): void {
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  useEffect(() => {
    const onTurn = () => document.visibilityState === 'visible' && latest.current()
    window.addEventListener('focus', onTurn)
    document.addEventListener('visibilitychange', onTurn)
    return () => {
      window.removeEventListener('focus', onTurn)
      document.removeEventListener('visibilitychange', onTurn)
    }
  }, [])
}
