/**
 * The gradient of rollouts: DAPO's loss summed, not yet divided. The divisor, all that counts in the global batch, may be
 * known only later; a gradient is linear in it, so parts can be summed as they come and divided at the step.
 */
import { type ClipOptions, tokenLoss } from './dapo.ts'
import type { Rollout } from './rollouts.ts'
import type { Space } from './tensor/memory.ts'
import { logChances } from './tensor/operations.ts'
import { Tape } from './tensor/tape.ts'
import { forward, type Model } from './transformer.ts'

/**
 * `weight`: 1 for the loss of tokens; 1 / its length makes each completion count the same. `trust`: by which each token's loss
 * is multiplied where it was drawn from older weights (dapo.ts, `truncated`); the divisor knows nothing of it.
 */
export type Weighed = Scored & Pick<Rollout, 'logs'> & { advantage: number; weight: number; trust?: number[] }
/** What a log-chance can be told of. */
export type Scored = Pick<Rollout, 'prompt' | 'tokens'>

/** Sums over tokens; `weight` is the divisor. `entropy` in nats, `drift`: of log p against what was drawn from. */
export type Sums = { loss: number; weight: number; tokens: number; entropy: number; clipped: number; drift: number }
export const NO_SUMS: Sums = { loss: 0, weight: 0, tokens: 0, entropy: 0, clipped: 0, drift: 0 }

export function plus(a: Sums, b: Sums): Sums {
  return Object.fromEntries(Object.keys(a).map((key) => [key, a[key as keyof Sums] + b[key as keyof Sums]])) as Sums
}

const length = ({ prompt, tokens }: Scored) => prompt.length + tokens.length

/** The log-chance of each token under the model as it is, in the order given. */
export function score(space: Space, model: Model, rollouts: Scored[], together = 8): number[][] {
  const order = rollouts.map((_, i) => i).sort((a, b) => length(rollouts[b]!) - length(rollouts[a]!))
  const scored: number[][] = rollouts.map(() => [])
  for (let i = 0; i < order.length; i += together) {
    const some = order.slice(i, i + together)
    const { time, inputs, targets } = laidOut(some.map((at) => rollouts[at]!))
    const tape = new Tape(space, false)
    const { logs } = logChances(tape, forward(tape, model, inputs, some.length), targets)
    tape.end()
    for (const [row, at] of some.entries()) {
      const from = row * time + rollouts[at]!.prompt.length - 1
      scored[at] = [...logs.subarray(from, from + rollouts[at]!.tokens.length)]
    }
  }
  return scored
}

/** Adds the gradient of some rollouts to the model's, a few sequences of like length at a time. */
export function addGradient(space: Space, model: Model, rollouts: Weighed[], clip: ClipOptions, together = 8): Sums {
  const sorted = [...rollouts].sort((a, b) => length(b) - length(a))
  let sums = NO_SUMS
  for (let i = 0; i < sorted.length; i += together) sums = plus(sums, addSome(space, model, sorted.slice(i, i + together), clip))
  return sums
}

/** Rows of one length, padded behind; each token's target is the one after it. */
function laidOut(rollouts: Scored[]) {
  const time = Math.max(...rollouts.map((one) => length(one) - 1))
  const inputs = new Int32Array(rollouts.length * time)
  const targets = new Int32Array(rollouts.length * time)
  for (const [row, { prompt, tokens }] of rollouts.entries()) {
    const whole = [...prompt, ...tokens]
    inputs.set(whole.slice(0, -1), row * time)
    targets.set(whole.slice(1), row * time)
  }
  return { time, inputs, targets }
}

function addSome(space: Space, model: Model, rollouts: Weighed[], clip: ClipOptions): Sums {
  const { time, inputs, targets } = laidOut(rollouts)
  const tape = new Tape(space)
  try {
    const { logs, entropies, slopes } = logChances(tape, forward(tape, model, inputs, rollouts.length), targets)
    const sums = { ...NO_SUMS }
    for (const [row, { prompt, tokens, logs: old, advantage, weight, trust }] of rollouts.entries())
      for (let k = 0; k < tokens.length; k++) {
        const at = row * time + prompt.length - 1 + k
        const { loss, slope, clipped } = tokenLoss(logs[at]!, old[k]!, advantage, clip)
        const counts = weight * (trust?.[k] ?? 1)
        slopes[at] = counts * slope
        sums.loss += counts * loss
        sums.weight += weight
        sums.tokens++
        sums.entropy += entropies[at]!
        sums.clipped += Number(clipped)
        sums.drift += Math.abs(logs[at]! - old[k]!)
      }
    tape.backward()
    return sums
  } finally {
    tape.end()
  }
}
