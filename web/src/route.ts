/** Where the person is: the part of the address after `#`. */
import { useSyncExternalStore } from 'react'
import type { AppId } from '../../src/events.ts'

/** Of the settings, where they are led to from elsewhere. */
const PARTS = ['models', 'people', 'ways-in'] as const
export type Part = (typeof PARTS)[number]
export type Route =
  | { at: 'home' | 'talk' | 'memory' | 'activity' | 'insights' | 'privacy' | 'more' }
  | { at: 'settings'; part?: Part }
  | { at: 'app'; app: AppId; versions: boolean }

const PLAIN = ['talk', 'memory', 'activity', 'insights', 'privacy', 'settings', 'more'] as const

export function parseRoute(hash: string): Route {
  const [place = '', id = '', part] = hash.replace(/^#?\/?/, '').split('/')
  if (place === 'app' && /^[a-z0-9]{8,40}$/.test(id)) return { at: 'app', app: id as AppId, versions: part === 'versions' }
  const within = PARTS.find((name) => name === id)
  if (place === 'settings' && within) return { at: 'settings', part: within }
  const plain = PLAIN.find((name) => name === place)
  return { at: plain ?? 'home' }
}

/** The secret of an invitation, where the address is one. */
export const invitationIn = (hash: string): string | null => /^#\/invitation\/([\w-]{20,100})$/.exec(hash)?.[1] ?? null

export function hrefOf(route: Route): string {
  if (route.at === 'app') return `#/app/${route.app}${route.versions ? '/versions' : ''}`
  if (route.at === 'settings' && route.part) return `#/settings/${route.part}`
  return route.at === 'home' ? '#/' : `#/${route.at}`
}
export const hrefOfApp = (app: AppId): string => hrefOf({ at: 'app', app, versions: false })

/** `replace` leaves no entry to go back to. */
export function go(route: Route, replace = false): void {
  const href = hrefOf(route)
  if (href === location.hash) return
  if (replace) {
    history.replaceState(null, '', href)
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else location.hash = href
}

export const hashChanged = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(hashChanged, () => location.hash))
}
