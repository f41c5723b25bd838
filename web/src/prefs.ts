/** What this browser keeps: small choices, never anything of the person's data. Private windows may refuse; then nothing is kept. */
import type { Tongue } from './words/index.ts'

export type Theme = 'system' | 'light' | 'dark'
type Kept = { language: Tongue; theme: Theme; conversation: string; buildMs: string }

const PREFIX = 'macaron.'

export function kept<K extends keyof Kept>(key: K): Kept[K] | null {
  try {
    return localStorage.getItem(PREFIX + key) as Kept[K] | null
  } catch {
    return null
  }
}

export function keep<K extends keyof Kept>(key: K, value: Kept[K] | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, value)
  } catch {
    // Nothing is lost that cannot be chosen again.
  }
}
