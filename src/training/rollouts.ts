/** Completions of a task's prompts, judged: what a policy is trained on. All randomness follows from the seeds given. */
import { seeded } from '../base/rng.ts'
import { overlong } from './dapo.ts'
import type { Hands } from './hands.ts'
import type { Completion } from './sample.ts'
import type { Judgement, Task } from './task.ts'

/** Metric, shaped reward and costs stay apart: see dapo.ts. `version`: of the weights that every token was drawn from. */
export type Rollout = Completion & {
  prompt: number[]
  metric: number
  reward: number
  costs: Record<string, number>
  version: number
}
/** All completions of one prompt. */
export type Group = Rollout[]

export type RolloutOptions = {
  /** Completions of a prompt. */
  samples: number
  slots: number
  /** The length, in tokens, over which the penalty of an overlong completion grows, and its most; buffer 0: none. */
  overlong: { buffer: number; factor: number }
  /** Milliseconds a judgement may take. */
  patience: number
}

/** A seed of its own for each place in a run (the finaliser of Murmur3, A. Appleby). */
export function seedOf(...parts: number[]): number {
  let h = 0x9747b28c
  for (const part of parts) {
    h = Math.imul(h ^ part, 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
  }
  return h
}

/** Groups of `count` prompts, from the `first` of those that the seed gives. A group of which any judgement failed is left out, and the first failure told. */
export async function rollOut(
  hands: Pick<Hands, 'complete'>,
  task: Task,
  { first = 0, count, seed, version, ahead }: { first?: number; count: number; seed: number; version: number; ahead?: boolean },
  options: RolloutOptions,
): Promise<{ groups: Group[]; failed: number; failure?: string }> {
  const { samples } = options
  const drawn = Array.from({ length: count }, (_, i) => ({ seed: seedOf(seed, first + i), ...task.draw(seeded(seedOf(seed, first + i))) }))
  const requests = drawn.flatMap(({ tokens, seed }) =>
    Array.from({ length: samples }, (_, k) => ({ prompt: tokens, seed: seedOf(seed, k + 1) })),
  )
  const drawing = { stop: task.stop, most: task.longest.completion, slots: options.slots }
  const completions = await hands.complete(requests, drawing, ahead)
  const groups: Group[] = []
  let failed = 0
  let failure: string | undefined
  for (const [i, { tokens, prompt }] of drawn.entries()) {
    const own = completions.slice(i * samples, (i + 1) * samples)
    const judged = await Promise.all(own.map((completion) => judge(task, prompt, completion, options.patience)))
    const good = judged.flatMap((one) => ('judgement' in one ? [one.judgement] : []))
    if (good.length === judged.length)
      groups.push(own.map((completion, k) => rollout(tokens, completion, good[k]!, version, task, options)))
    else {
      failed++
      failure ??= judged.flatMap((one) => ('why' in one ? [one.why] : []))[0]
    }
  }
  return failure === undefined ? { groups, failed } : { groups, failed, failure }
}

function rollout(
  prompt: number[],
  completion: Completion,
  { metric, reward = metric, costs = {} }: Judgement,
  version: number,
  task: Task,
  options: RolloutOptions,
): Rollout {
  const penalty = overlong(completion.tokens.length, { most: task.longest.completion, ...options.overlong })
  return { ...completion, prompt, metric, reward: reward + penalty, costs, version: completion.version ?? version }
}

type Judged = { judgement: Judgement } | { why: string }

/** A judgement in time, all of it numbers; else what was wrong. */
async function judge(task: Task, prompt: unknown, { tokens, ended }: Completion, patience: number): Promise<Judged> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience)
  })
  try {
    const judged = await Promise.race([task.judge(prompt, [...tokens], ended), late])
    const figures = [judged.metric, judged.reward ?? 0, ...Object.values(judged.costs ?? {})]
    return figures.every(Number.isFinite) ? { judgement: judged } : { why: `it gave ${figures.join(', ')}` }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  } finally {
    clearTimeout(timer)
  }
}

/** The mean metric of `count` prompts, the likeliest token taken each time. */
export async function evaluate(
  hands: Pick<Hands, 'complete'>,
  task: Task,
  { count, seed }: { count: number; seed: number },
): Promise<number> {
  const drawn = Array.from({ length: count }, (_, i) => task.draw(seeded(seedOf(seed, i))))
  const requests = drawn.map(({ tokens }) => ({ prompt: tokens, seed: 0 }))
  const completions = await hands.complete(requests, { stop: task.stop, most: task.longest.completion, temperature: 0 })
  let total = 0
  for (const [i, { prompt }] of drawn.entries()) {
    const judged = await judge(task, prompt, completions[i]!, 10_000)
    total += 'judgement' in judged ? judged.judgement.metric : 0
  }
  return total / count
}
