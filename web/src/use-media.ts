import { useSyncExternalStore } from 'react'

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
