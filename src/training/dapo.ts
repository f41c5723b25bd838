/**
 * The formulas of DAPO (Yu et al., "DAPO: an open-source LLM reinforcement learning system at scale", 2025), with the dual
 * clip of Ye et al. ("Mastering complex control in MOBA games", 2020); numbers in, numbers out, in f64.
 *
 *   A_i  = (R_i - mean R) / (deviation of R + 1e-6), within the group of one prompt's completions; the deviation unbiased
 *   r_t  = exp(log p(t) - log p_old(t))
 *   L_t  = max(-A r, -A clip(r, 1 - low, 1 + high)), and for A < 0 no more than -A dual
 *   loss = sum of L_t over all tokens of the global batch / their count
 *
 * Three quantities are told apart: the metric, as it came from the world, says which groups teach anything; the shaped reward
 * makes advantages; costs are held under their limits by multipliers (Lagrange). A penalty folded into the metric would let
 * groups through that differ in nothing else. Left out, as in DAPO: a penalty for leaving the first policy, an entropy bonus.
 */

/**
 * Where a token was drawn from weights older than those that the iteration begins with, its loss is multiplied by how much
 * likelier it is under these, and by `most` where that is more (truncated importance sampling: Ionides, 2008; decoupled from
 * the clip as by Fu et al., "AReaL", 2025; verl's `rollout_is=token`). Log-chances in nats.
 */
export const truncated = (old: number, drawn: number, most: number): number =>
  Math.min(most, Math.exp(Math.min(20, Math.max(-20, old - drawn))))

export type ClipOptions = { low: number; high: number; dual: number }
export const CLIP: ClipOptions = { low: 0.2, high: 0.28, dual: 10 }

/** One advantage a completion of the group. A group of one has its reward as it is. `deviate` false: without the deviation (Dr. GRPO). */
export function advantages(rewards: readonly number[], deviate = true): number[] {
  if (rewards.length === 1) return [rewards[0]! / (deviate ? 1 + 1e-6 : 1)]
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length
  const squares = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / (rewards.length - 1))
  return rewards.map((reward) => (reward - mean) / (deviate ? deviation + 1e-6 : 1))
}

/** Dynamic sampling: a group teaches something if its metrics are not all the same. */
export const teaches = (metrics: readonly number[]): boolean => metrics.some((metric) => metric !== metrics[0])

/** The loss of one token, its derivative by log p, and whether the clip took the derivative away. */
export type TokenLoss = { loss: number; slope: number; clipped: boolean }

export function tokenLoss(log: number, old: number, advantage: number, { low, high, dual }: ClipOptions): TokenLoss {
  const apart = log - old
  const ratio = Math.exp(Math.min(20, Math.max(-20, apart)))
  const plain = -advantage * ratio
  const clipped = -advantage * Math.min(1 + high, Math.max(1 - low, ratio))
  const most = advantage < 0 ? -advantage * dual : Number.POSITIVE_INFINITY
  const loss = Math.min(Math.max(plain, clipped), most)
  const bounded = clipped > plain || plain > most
  return { loss, slope: bounded || Math.abs(apart) > 20 ? 0 : plain, clipped: bounded }
}

/** Lengths in tokens: past `most - buffer` a penalty grows in a line, to `factor` at `most` and no further. */
export type OverlongOptions = { most: number; buffer: number; factor: number }

/** What is added to the reward of a completion of this length: 0 down to -factor. */
export function overlong(length: number, { most, buffer, factor }: OverlongOptions): number {
  const over = length - (most - buffer)
  return buffer > 0 && over > 0 ? -Math.min(1, over / buffer) * factor : 0
}

/** Costs are to be at most `limit` on average; `rate`: how fast the multiplier follows. */
export type Limit = { limit: number; rate: number }

/** Dual ascent: the multiplier after a batch whose mean cost was `cost`; never below 0. */
export const multiplierAfter = (multiplier: number, cost: number, { limit, rate }: Limit): number =>
  Math.max(0, multiplier + rate * (cost - limit))
