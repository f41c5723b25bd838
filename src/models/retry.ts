/**
 * How long to wait before the same request is sent again. Exponential back-off with full jitter: uniform in
 * [0, min(MOST_WAIT, FIRST_WAIT * 2^attempt)], and never less than the provider asked for.
 */
import type { Rng } from '../base/rng.ts'
import type { Problem } from './problem.ts'

/** Times a request is sent at most. */
export const MOST_ATTEMPTS = 4
const FIRST_WAIT = 500
const MOST_WAIT = 8_000
/** A provider that asks for longer than this is not waited for: the person is told instead. */
const MOST_ASKED = 30_000

/** Milliseconds; null: it is not to be sent again. `attempt` counts those that failed, from 1. */
export function waitBefore(attempt: number, { retryable, retryAfter = 0 }: Problem, rng: Rng): number | null {
  if (!retryable || attempt >= MOST_ATTEMPTS || retryAfter > MOST_ASKED) return null
  return Math.round(retryAfter + rng.next() * Math.min(MOST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)))
}

/** Milliseconds from now that a `retry-after` (seconds or a date) or `retry-after-ms` header asks for; null if it says nothing. */
export function askedWait(headers: Record<string, string | string[] | undefined>, now: number): number | null {
  const ms = Number(headers['retry-after-ms'] ?? Number.NaN)
  if (ms >= 0) return ms
  const said = headers['retry-after']
  if (typeof said !== 'string' || !said.trim()) return null
  const seconds = Number(said)
  const wait = Number.isNaN(seconds) ? Date.parse(said) - now : seconds * 1000
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}
