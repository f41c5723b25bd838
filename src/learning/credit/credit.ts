/**
 * Which decision earned what. A method looks at episodes, and says of each decision of one what each action there is worth to
 * it; the policy gradient follows from that alone:
 *
 *   g[s,a] = sum_t pi(a|s_t) (credit_t(a) - sum_b pi(b|s_t) credit_t(b))
 *
 * Only differences within a decision matter. Methods that look at the action taken alone put its worth, over its chance, at
 * that action and 0 elsewhere, which is the same sum in expectation.
 */
export type Decision = {
  /** Number of the situation it was made in. */
  situation: number
  action: number
  /** Probability of each action: of what was taken, the logged one. */
  chances: Float64Array
  /** What came right after it. */
  reward: number
}
/** Decisions in their order; the last is followed by the end. */
export type Episode = readonly Decision[]

export interface Credit {
  /** A whole episode that was played. */
  learn(episode: Episode): void
  /** A worth for each action of each decision. */
  credits(episode: Episode): Float64Array[]
}

/** Adds one episode's gradient to `out`, (situations x actions). */
export function addGradient(episode: Episode, credits: readonly Float64Array[], out: Float64Array): void {
  for (const [t, { situation, chances }] of episode.entries()) {
    const worth = credits[t]!
    let mean = 0
    for (let a = 0; a < chances.length; a++) mean += chances[a]! * worth[a]!
    for (let a = 0; a < chances.length; a++) out[situation * chances.length + a]! += chances[a]! * (worth[a]! - mean)
  }
}

/** All worth at the action taken. */
export function atTaken({ action, chances }: Decision, worth: number): Float64Array {
  const out = new Float64Array(chances.length)
  out[action] = worth / chances[action]!
  return out
}
