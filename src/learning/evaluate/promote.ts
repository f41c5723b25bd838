/**
 * Whether a candidate takes the place of the policy there is. First on the journal, without anybody noticing: both are judged
 * on the same decisions, and the candidate's gain over the policy must not lose at the lower end of its interval. Then as a
 * canary, on a share of decisions: it stays if it does not lose there either, and is rolled back once it loses for sure.
 * Looks at a growing log share the chance to be wrong, so that looking often does not mislead.
 */
import type { LinearPolicy } from '../../policy/linear.ts'
import { type Logged, robust, trust, weighed } from './estimate.ts'
import { type Estimate, estimated, MISSES } from './interval.ts'

/** Decisions after which a canary is looked at. */
export const LOOKS = [50, 100, 200, 400] as const
/** A candidate whose weights leave less than this is not judged: what it would do has hardly been tried. */
const LEAST = 30

export type Verdict = { promote: boolean; because: string; gain: Estimate }

/** On a log of earlier decisions. `misses`: the chance to be wrong that is left for this look. */
export function judged(log: readonly Logged[], current: LinearPolicy, candidate: LinearPolicy, misses = MISSES): Verdict {
  const before = weighed(log, current)
  const after = weighed(log, candidate)
  const { weights, effective } = trust(after)
  const gain = estimated(
    after.map((one, i) => robust(one) - robust(before[i]!)),
    misses,
    effective,
  )
  const kept = (because: string): Verdict => ({ promote: false, because, gain })
  if (effective < LEAST) return kept(`what it would do was tried ${Math.floor(effective)} times, ${LEAST} are needed`)
  if (weights.low > 1 || weights.high < 1) return kept('the recorded chances do not add up')
  if (!(gain.low >= 0)) return kept('it might be worse')
  if (gain.value === 0) return kept('it would do the same')
  return { promote: true, because: 'it is better, at the lower end of what is likely too', gain }
}

export type Trial = {
  state: 'canary' | 'promoted' | 'rolled-back'
  candidate: string
  /** Rewards under the candidate, and under the policy beside it. */
  own: readonly number[]
  other: readonly number[]
}

/** A trial of this candidate, by the id of its policy, with no decision yet. */
export const canary = (candidate: string): Trial => ({ state: 'canary', candidate, own: [], other: [] })

/** One more decision has its reward. Pure and total: a trial that is over stays as it is. */
export function advanced(trial: Trial, { policy, reward }: { policy: string; reward: number }): Trial {
  if (trial.state !== 'canary') return trial
  const mine = policy === trial.candidate
  const next = { ...trial, own: mine ? [...trial.own, reward] : trial.own, other: mine ? trial.other : [...trial.other, reward] }
  const look = (LOOKS as readonly number[]).indexOf(next.own.length)
  if (!mine || look < 0 || next.other.length < 2) return next
  const { low, high } = difference(next.own, next.other, MISSES / LOOKS.length)
  if (high < 0) return { ...next, state: 'rolled-back' }
  if (low >= 0) return { ...next, state: 'promoted' }
  // Not sure after the last look: what is not better stays away.
  return look === LOOKS.length - 1 ? { ...next, state: 'rolled-back' } : next
}

/** mean(own) - mean(other), each with an interval that misses half as often (Bonferroni). */
function difference(own: readonly number[], other: readonly number[], misses: number): { low: number; high: number } {
  const a = estimated(own, misses / 2)
  const b = estimated(other, misses / 2)
  return { low: a.low - b.high, high: a.high - b.low }
}
