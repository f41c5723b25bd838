/**
 * Reinforcement learning of a small transformer, from a random or a given start (DAPO: dapo.ts has the formulas):
 *
 *   each iteration   roll out groups of completions until enough of them teach something (dynamic sampling)
 *                    advantages within each group, from shaped rewards less costs times their multipliers
 *                    a step of Adam for each mini-batch of prompts
 *
 * Everything random follows from the seed and the number of the iteration, so that a run goes on from a checkpoint bit for
 * bit. What cannot go on stops with a reason, and the weights stay those of the last whole iteration.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { WorkerDied } from './crew.ts'
import { advantages, CLIP, type ClipOptions, type Limit, multiplierAfter, teaches, truncated } from './dapo.ts'
import { alone, type Hands } from './hands.ts'
import { type Group, type RolloutOptions, rollOut, seedOf } from './rollouts.ts'
import type { Task } from './task.ts'
import { Adam, type AdamOptions } from './tensor/adam.ts'
import { OutOfMemory, type Space } from './tensor/memory.ts'
import type { Parameters } from './tensor/parameters.ts'
import type { Model } from './transformer.ts'
import { NO_SUMS, plus, type Sums, type Weighed } from './update.ts'

export type TrainOptions = RolloutOptions & {
  seed: number
  /** Prompts an iteration, and those of one step. */
  prompts: number
  miniBatch: number
  clip: ClipOptions
  optimiser: AdamOptions
  /** Groups whose metrics are all the same are replaced by others, for at most `rounds` rounds. */
  dynamic: boolean
  rounds: number
  /** 'tokens': each token counts the same. 'completions': each completion does. */
  count: 'tokens' | 'completions'
  /** By the name of the cost. */
  limits: Record<string, Limit>
  /**
   * 'sequential': all is rolled out, then a step for each mini-batch. 'all-sync': gradients are taken while others are still
   * rolled out, one step an iteration. 'stale': while this iteration is trained on, the next is rolled out with the weights
   * there are; what that changes is weighed by truncated importance sampling, no token more than `truncate`; where that is 0
   * nothing is weighed, and the clip is around what was drawn with.
   */
  mode: Mode
  /** Prompts of a job, where both go on at once. */
  chunk: number
  truncate: number
}
export const MODES = ['sequential', 'all-sync', 'stale'] as const
export type Mode = (typeof MODES)[number]
export const DEFAULTS: TrainOptions = {
  seed: 1,
  prompts: 32,
  miniBatch: 8,
  samples: 16,
  slots: 64,
  clip: CLIP,
  optimiser: { rate: 1e-3, clip: 1, warmUp: 10 },
  overlong: { buffer: 0, factor: 1 },
  dynamic: true,
  rounds: 10,
  count: 'tokens',
  limits: {},
  mode: 'sequential',
  chunk: 4,
  truncate: 2,
  patience: 10_000,
}

/**
 * Of one iteration. `metric`: mean over all that was rolled out; `kept`: the share of groups that taught something; `behind`:
 * how many steps older than the iteration's first the weights were that a token was drawn from, on average: 0 but in 'stale'.
 */
export type Report = {
  iteration: number
  metric: number
  kept: number
  reward: number
  costs: Record<string, number>
  loss: number
  entropy: number
  clipped: number
  norm: number
  length: number
  tokens: number
  failed: number
  rounds: number
  behind: number
}

/**
 * What a run goes on from: with the weights and the optimiser's moments, all of it. `ahead`: what was rolled out for the next
 * iteration.
 */
export type Progress = { iteration: number; multipliers: Record<string, number>; ahead?: Collected }

export class Training {
  readonly trained: Parameters
  readonly adam: Adam
  progress: Progress = { iteration: 0, multipliers: {} }
  readonly space: Space
  readonly model: Model
  readonly task: Task
  readonly options: TrainOptions
  readonly hands: Hands

  /** Trains the adapter if the model carries one, else all its weights. */
  constructor(space: Space, model: Model, task: Task, options: TrainOptions, hands = alone(space, model)) {
    this.space = space
    this.model = model
    this.task = task
    this.options = options
    this.hands = hands
    this.trained = model.lora?.parameters ?? model.base
    this.adam = new Adam(space, this.trained, options.optimiser)
  }

  /**
   * One iteration. Fails without any change of the weights: 'training-solved' (nothing left to learn), 'rewards-equal',
   * 'reward-failed', 'training-diverged' (a gradient that is no number), 'training-memory', 'worker-died'.
   */
  async iterate(): Promise<Result<Report>> {
    const before = this.#snapshot()
    try {
      const start = this.adam.steps
      const done = await this.#byMode()
      if (!done.ok) {
        await before()
        return done
      }
      const { collected, sums, norm, ahead } = done.value
      const { loss, weight, tokens, entropy, clipped } = sums
      const report = {
        ...this.#report(collected),
        loss: loss / weight,
        entropy: entropy / tokens,
        clipped: clipped / tokens,
        norm,
        tokens,
        behind: behind(collected, start),
      }
      this.progress = { iteration: this.progress.iteration + 1, multipliers: this.#multipliers(collected.all), ...(ahead && { ahead }) }
      return ok(report)
    } catch (error) {
      await before()
      if (error instanceof OutOfMemory) return fail('training-memory', error.message, { mebibytes: error.mebibytes })
      if (error instanceof WorkerDied) return fail('worker-died', error.message, { why: error.message })
      throw error
    }
  }

  #byMode(): Promise<Result<Done>> {
    switch (this.options.mode) {
      case 'sequential':
        return this.#inTurn()
      case 'all-sync':
        return this.#overlapped()
      case 'stale':
        return this.#ahead()
    }
  }

  /** All is rolled out, then a step for each mini-batch. */
  async #inTurn(): Promise<Result<Done>> {
    const { prompts } = this.options
    const collected = await this.#collect(prompts)
    if (!collected.ok) return collected
    const groups = collected.value.groups.slice(0, prompts)
    const learned = await this.#learn(groups.map((group) => this.#weigh(group)))
    return learned.ok ? ok({ ...learned.value, collected: { ...collected.value, groups } }) : learned
  }

  /** A step for each mini-batch of groups. */
  async #learn(groups: Weighed[][]): Promise<Result<{ sums: Sums; norm: number }>> {
    const { miniBatch } = this.options
    let sums: Sums = NO_SUMS
    let norm = 0
    for (let i = 0; i < groups.length; i += miniBatch) {
      const part = await this.hands.addGradient(groups.slice(i, i + miniBatch).flat(), this.options.clip)
      const stepped = await this.#step(part)
      if (!stepped.ok) return stepped
      norm = Math.max(norm, stepped.value)
      sums = plus(sums, part)
    }
    return ok({ sums, norm })
  }

  /** What was rolled out before is trained on while the next is rolled out. */
  async #ahead(): Promise<Result<Done>> {
    const { prompts, chunk } = this.options
    const { ahead, iteration } = this.progress
    const collected = ahead ? ok(ahead) : await this.#collect(chunk)
    if (!collected.ok) return collected
    const next = settled(this.#collect(chunk, undefined, iteration + 1))
    // With one thread, what is drawn must not depend on how the two would be mixed.
    if (this.hands.count === 1) await next
    const groups = collected.value.groups.slice(0, prompts)
    const learned = await this.#learn(await this.#trust(groups))
    if (!learned.ok) return learned
    const rolled = await next
    if ('error' in rolled) throw rolled.error
    // Where the next could not be had, the next iteration says why.
    return ok({ ...learned.value, collected: { ...collected.value, groups }, ...(rolled.value.ok && { ahead: rolled.value.value }) })
  }

  /** Groups with their log-chances under the weights of now, which the clip is around, and how far each token is trusted. */
  async #trust(groups: Group[]): Promise<Weighed[][]> {
    if (this.options.truncate === 0) return groups.map((group) => this.#weigh(group))
    const scored = await this.hands.score(groups.flat().map(({ prompt, tokens }) => ({ prompt, tokens })))
    let at = 0
    return groups.map((group) =>
      this.#weigh(group).map((one) => {
        const logs = scored[at++]!
        return { ...one, logs, trust: logs.map((old, k) => truncated(old, one.logs[k]!, this.options.truncate)) }
      }),
    )
  }

  /**
   * All-sync: gradients are taken as soon as a few groups are there, while others are still rolled out, and there is
   * one step at the end: until then every token is drawn and learned from with the same weights. Every group that teaches is
   * used, whenever it came, so that short completions are not favoured.
   */
  async #overlapped(): Promise<Result<Done>> {
    const early: Promise<Sums>[] = []
    const learn = (groups: Group[]) => {
      const weighed = groups.flatMap((group) => this.#weigh(group))
      const one = this.hands.addGradient(weighed, this.options.clip)
      // Awaited below, if rolling out has not failed by then.
      one.catch(() => {})
      early.push(one)
    }
    const collected = await this.#collect(this.options.chunk, learn)
    const sums = (await Promise.all(early)).reduce(plus, NO_SUMS)
    if (!collected.ok) return collected
    const stepped = await this.#step(sums)
    return stepped.ok ? ok({ collected: collected.value, sums, norm: stepped.value }) : stepped
  }

  /** Divides by what counts in the batch, and steps. */
  async #step({ weight, loss }: Sums): Promise<Result<number>> {
    await this.hands.gather()
    const { norm, finite } = this.adam.step(1 / weight)
    if (!finite || !Number.isFinite(loss))
      return fail('training-diverged', 'A gradient is no longer a number: take a lower rate, or go on from an earlier checkpoint.')
    this.hands.renew(this.adam.steps)
    return ok(norm)
  }

  /** Enough groups that teach something, and all that were rolled out on the way, `together` prompts at a time. */
  async #collect(
    together: number,
    early: (groups: Group[]) => void = () => {},
    iteration = this.progress.iteration,
  ): Promise<Result<Collected>> {
    const { seed, prompts, rounds, dynamic } = this.options
    const ahead = iteration !== this.progress.iteration
    const collected: Collected = { groups: [], all: [], failed: 0, rounds: 0 }
    for (let round = 0; round < rounds && collected.groups.length < prompts; round++) {
      const part = async (first: number) => {
        const of = { first, count: Math.min(together, prompts - first), seed: seedOf(seed, iteration, round) }
        const rolled = await rollOut(this.hands, this.task, { ...of, version: this.adam.steps, ahead }, this.options)
        const teaching = rolled.groups.filter((group) => !dynamic || teaches(group.map(({ metric }) => metric)))
        if (teaching.length) early(teaching)
        return { ...rolled, teaching }
      }
      const parts = await Promise.all(Array.from({ length: Math.ceil(prompts / together) }, (_, i) => part(i * together)))
      const failed = parts.reduce((sum, one) => sum + one.failed, 0)
      collected.failed += failed
      collected.rounds++
      if (failed > prompts / 2) return rewardFailed(failed, prompts, parts.find(({ failure }) => failure)?.failure ?? '')
      collected.all.push(...parts.flatMap(({ groups }) => groups))
      collected.groups.push(...parts.flatMap(({ teaching }) => teaching))
    }
    return enoughOf(collected, this.task, this.options)
  }

  #weigh(group: Group): Weighed[] {
    const { multipliers } = this.progress
    const charged = ({ reward, costs }: Group[number]) =>
      Object.keys(this.options.limits).reduce((left, name) => left - (multipliers[name] ?? 0) * (costs[name] ?? 0), reward)
    const all = advantages(group.map(charged))
    const weight = ({ tokens }: Group[number]) => (this.options.count === 'tokens' ? 1 : 1 / tokens.length)
    return group.map((one, i) => ({ ...one, advantage: all[i]!, weight: weight(one) }))
  }

  #multipliers(all: Group[]): Record<string, number> {
    const before = this.progress.multipliers
    const { limits } = this.options
    const next = ([name, limit]: [string, Limit]) => [name, multiplierAfter(before[name] ?? 0, meanCost(all, name), limit)]
    return Object.fromEntries(Object.entries(limits).map(next))
  }

  #report({ all, groups, failed, rounds }: Collected): Omit<Report, 'loss' | 'entropy' | 'clipped' | 'norm' | 'tokens' | 'behind'> {
    const names = new Set(all.flat().flatMap(({ costs }) => Object.keys(costs)))
    return {
      iteration: this.progress.iteration,
      metric: mean(all.flat().map(({ metric }) => metric)),
      reward: mean(all.flat().map(({ reward }) => reward)),
      kept: all.filter((group) => teaches(group.map(({ metric }) => metric))).length / all.length,
      costs: Object.fromEntries([...names].map((name) => [name, meanCost(all, name)])),
      length: mean(groups.flat().map(({ tokens }) => tokens.length)),
      failed,
      rounds,
    }
  }

  /** Puts weights and optimiser back to what they are now. */
  #snapshot(): () => Promise<void> {
    const { adam, trained, hands } = this
    const kept = [trained.values, adam.means, adam.variances].map((values) => [values, values.slice()] as const)
    const { steps } = adam
    const mark = this.space.mark()
    return async () => {
      for (const [values, was] of kept) values.set(was)
      adam.steps = steps
      this.space.release(mark)
      await hands.drop()
      trained.gradients.fill(0)
      hands.renew(steps)
    }
  }
}

type Done = { collected: Collected; sums: Sums; norm: number; ahead?: Collected }
/** Groups that teach, and all that were rolled out for them. */
export type Collected = { groups: Group[]; all: Group[]; failed: number; rounds: number }

/** A promise that is awaited later, and may fail before. */
const settled = <T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )

/** Steps between the weights that tokens were drawn from and `steps`. */
function behind({ groups }: Collected, steps: number): number {
  const all = groups.flat()
  const tokens = all.reduce((total, one) => total + one.tokens.length, 0)
  return all.reduce((total, { version, tokens }) => total + (steps - version) * tokens.length, 0) / Math.max(1, tokens)
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const meanCost = (all: Group[], name: string) => mean(all.flat().map(({ costs }) => costs[name] ?? 0))

/** After the last round: what few groups taught something are enough, or there are none. */
function enoughOf(collected: Collected, task: Task, { rounds }: TrainOptions): Result<Collected> {
  if (collected.groups.length) return ok(collected)
  const metric = mean(collected.all.flat().map((one) => one.metric))
  if (metric >= task.optimum - 1e-9)
    return fail('training-solved', `Every completion reaches the best there is, ${task.optimum}.`, { optimum: task.optimum })
  return fail(
    'rewards-equal',
    `In ${rounds} rounds no prompt had completions of different worth (${metric} on average): there is nothing to learn from.`,
    { rounds, metric: Number(metric.toFixed(3)) },
  )
}

const rewardFailed = (failed: number, prompts: number, why: string) =>
  fail('reward-failed', `The reward could not be had of ${failed} of ${prompts} prompts: ${why}`, { failed, prompts, why })
