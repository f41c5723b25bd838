/**
 * What an iteration takes on a cluster that is not there: the events of the pipeline (crew.ts, train.ts), played with the
 * costs of other machines. Engines decode many sequences at once, each slower the more are beside it; a trainer takes whole
 * prompts as they are done.
 *
 *   sequential   all machines roll out, then all of them train
 *   overlapped   some roll out and some train. Weights are handed over once an iteration; with a staleness of 0 (all-sync)
 *                nothing is begun that this iteration does not use, with s up to s times an iteration more, which goes on
 *                over the hand-over
 *
 * Left out: prompts (prefill), failures, and that lengths change while a model learns.
 */
import { type Rng, seeded } from '../../base/rng.ts'
import { seedOf } from '../rollouts.ts'

/** Tokens of a completion: log-normal with this mean and this deviation of the log, none longer than `most`. */
export type Lengths = { mean: number; deviation: number; most: number }

/**
 * `steps` of the optimiser an iteration; where it is overlapped the trainer takes the prompts in `fetches` parts, of which the
 * steps are a multiple.
 * `reference`: each token's chance under a reference model is wanted as well.
 */
export type Work = { prompts: number; samples: number; steps: number; fetches: number; lengths: Lengths; reference?: boolean }

/** Numbers are of GPUs. */
export type Layout = { mode: 'sequential'; gpus: number } | { mode: 'overlapped'; rollout: number; train: number; staleness: number }

/** Seconds, but for `engine` (GPUs that decode as one), `span` (GPUs that share a sequence in training) and `slots` (sequences of an engine). */
export type Costs = {
  engine: number
  span: number
  slots: number
  /** Of a token that is decoded alone, and what each sequence beside it adds. */
  latency: number
  load: number
  /** GPU-seconds of a token: its gradient, its chance once more. */
  train: number
  score: number
  /** Of a step of the optimiser, and of scoring an iteration, however many tokens they are of. */
  step: number
  pass: number
  /** How much longer training takes where the machines also decode, as memory has to be made free. */
  shared: number
  /** What is between: handing over weights, judging, writing down. */
  between: { sequential: number; overlapped: number }
}

/** Of one iteration: seconds, and shares of all GPU time. `wait`: of the trainer for prompts. */
export type Played = {
  step: number
  roll: number
  score: number
  update: number
  wait: number
  idle: { rollout: number; train: number; all: number }
}

/** The mean of a few iterations; the first two, in which everything is still empty, are left out. */
export function play(work: Work, layout: Layout, costs: Costs, seed = 1, iterations = 4): Played {
  return layout.mode === 'sequential'
    ? sequential(work, layout.gpus, costs, seed, iterations)
    : overlapped(work, layout, costs, seed, iterations)
}

/** Lengths of one prompt's completions. */
function draw({ samples, lengths: { mean, deviation, most } }: Work, rng: Rng): number[] {
  const middle = Math.log(mean) - deviation ** 2 / 2
  return Array.from({ length: samples }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next())
    return Math.min(most, Math.max(1, Math.round(Math.exp(middle + deviation * normal))))
  })
}

/** Seconds of something done to each token by `gpus`, at best shared out evenly; a sequence is shared by no more than `span`. */
function shared(tokens: number[], gpus: number, { span }: Costs, each: number): number {
  const total = tokens.reduce((a, b) => a + b, 0)
  const longest = tokens.reduce((a, b) => Math.max(a, b), 0)
  return Math.max(total / gpus, longest / Math.min(span, gpus)) * each
}

/** Seconds of the optimiser's steps over these prompts. */
function updating(prompts: number[][], steps: number, gpus: number, costs: Costs): number {
  let seconds = 0
  for (let k = 0; k < steps; k++) {
    const part = prompts.slice(Math.floor((k * prompts.length) / steps), Math.floor(((k + 1) * prompts.length) / steps))
    seconds += shared(part.flat(), gpus, costs, costs.train) + costs.step
  }
  return seconds
}

const scoring = (tokens: number[], gpus: number, costs: Costs, part = 1) => shared(tokens, gpus, costs, costs.score) + part * costs.pass

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

function sequential(work: Work, gpus: number, costs: Costs, seed: number, iterations: number): Played {
  const parts = { roll: 0, score: 0, update: 0, busy: 0 }
  for (let i = 0; i < iterations; i++) {
    const rng = seeded(seedOf(seed, i))
    const prompts = Array.from({ length: work.prompts }, () => draw(work, rng))
    const pool = new Pool(gpus, costs)
    for (const length of prompts.flat()) pool.take({ length, prompt: 0 }, 0)
    const ends = pool.engines.map((engine) => engine.drain())
    const roll = Math.max(...ends)
    const score = scoring(prompts.flat(), gpus, costs) * (work.reference ? 2 : 1)
    const update = updating(prompts, work.steps, gpus, costs) * costs.shared
    parts.roll += roll / iterations
    parts.score += score / iterations
    parts.update += update / iterations
    parts.busy += (sum(ends) / ends.length + score + update) / iterations
  }
  const { roll, score, update, busy } = parts
  const step = roll + score + update + costs.between.sequential
  const all = 1 - busy / step
  return { step, roll, score, update, wait: 0, idle: { rollout: all, train: all, all } }
}

function overlapped(
  work: Work,
  { rollout, train, staleness }: Extract<Layout, { mode: 'overlapped' }>,
  costs: Costs,
  seed: number,
  iterations: number,
): Played {
  const rng = seeded(seed)
  const pool = new Pool(rollout, costs)
  const left = new Map<number, { lengths: number[]; open: number }>()
  const done: number[][] = []
  const most = Math.floor((1 + staleness) * work.prompts)
  const fetched = Math.floor(work.prompts / work.fetches)
  const skipped = 2
  const room = pool.engines.length * costs.slots
  let [now, begun, outstanding, running] = [0, 0, 0, 0]
  const totals = { step: 0, update: 0, wait: 0, busy: 0 }
  /** Begins prompts while there is room for them, in the engines and under the limit of staleness. */
  const feed = () => {
    while (outstanding < most && running + work.samples <= room) {
      const lengths = draw(work, rng)
      left.set(begun, { lengths, open: lengths.length })
      for (const length of lengths) pool.take({ length, prompt: begun }, now)
      begun++
      outstanding++
      running += lengths.length
    }
  }
  const finish = (prompt: number) => {
    running--
    const one = left.get(prompt)!
    if (--one.open > 0) return
    left.delete(prompt)
    done.push(one.lengths)
    feed()
  }
  const until = (time: number) => {
    for (;;) {
      const { at, due } = pool.next()
      if (due > time) break
      now = due
      finish(pool.pop(at, now).prompt)
    }
    now = time
  }
  for (let i = 0; i < iterations + skipped; i++) {
    const [start, before] = [now, pool.busyUntil(now)]
    let [waited, updated] = [0, 0]
    feed()
    for (let k = 0; k < work.fetches; k++) {
      const from = now
      while (done.length < fetched) until(pool.next().due)
      waited += now - from
      const taken = done.splice(0, fetched)
      // Chances under the policy came with the tokens.
      const scored = work.reference ? scoring(taken.flat(), train, costs, 1 / work.fetches) : 0
      const seconds = updating(taken, work.steps / work.fetches, train, costs) + scored
      updated += seconds
      until(now + seconds)
    }
    until(now + costs.between.overlapped)
    // What was begun and not used counts towards the next iteration.
    outstanding = left.size + done.length
    if (i < skipped) continue
    totals.step += (now - start) / iterations
    totals.update += updated / iterations
    totals.wait += waited / iterations
    totals.busy += (pool.busyUntil(now) - before) / iterations
  }
  const { step, update, wait, busy } = totals
  const idle = { rollout: 1 - busy / step, train: 1 - update / step }
  const all = (idle.rollout * rollout + idle.train * train) / (rollout + train)
  return { step, roll: busy, score: 0, update, wait, idle: { ...idle, all } }
}

type Sequence = { length: number; prompt: number }

/** Sequences that are decoded together: all go on at one speed, so that one clock of tokens does for all of them. */
class Engine {
  readonly #costs: Costs
  readonly #waiting: Sequence[] = []
  /** By the token at which they end, the last first. */
  readonly #running: { end: number; prompt: number }[] = []
  #token = 0
  #at = 0
  #busy = 0

  constructor(costs: Costs) {
    this.#costs = costs
  }

  get size(): number {
    return this.#running.length + this.#waiting.length
  }

  get #pace(): number {
    return this.#costs.latency + this.#costs.load * this.#running.length
  }

  /** When the next is done. */
  get due(): number {
    const next = this.#running.at(-1)
    return next ? this.#at + (next.end - this.#token) * this.#pace : Number.POSITIVE_INFINITY
  }

  #forward(time: number): void {
    if (this.#running.length) {
      this.#token += (time - this.#at) / this.#pace
      this.#busy += time - this.#at
    }
    this.#at = time
  }

  busyUntil(time: number): number {
    this.#forward(time)
    return this.#busy
  }

  take(one: Sequence, time: number): void {
    this.#forward(time)
    if (this.#running.length < this.#costs.slots) this.#begin(one)
    else this.#waiting.push(one)
  }

  #begin({ length, prompt }: Sequence): void {
    const end = this.#token + length
    let [low, high] = [0, this.#running.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#running[middle]!.end > end) low = middle + 1
      else high = middle
    }
    this.#running.splice(low, 0, { end, prompt })
  }

  /** The one that is done at `time`. */
  pop(time: number): { prompt: number } {
    this.#forward(time)
    const one = this.#running.pop()!
    this.#token = one.end
    const next = this.#waiting.shift()
    if (next) this.#begin(next)
    return one
  }

  /** When all are done. */
  drain(): number {
    while (this.#running.length) this.pop(this.due)
    return this.#at
  }
}

/** Engines, and what is looked for among them at every event: who has the least to do, and who is done next. */
class Pool {
  readonly engines: Engine[]
  readonly #sizes: Int32Array
  readonly #dues: Float64Array

  constructor(gpus: number, costs: Costs) {
    this.engines = Array.from({ length: Math.max(1, Math.floor(gpus / costs.engine)) }, () => new Engine(costs))
    this.#sizes = new Int32Array(this.engines.length)
    this.#dues = new Float64Array(this.engines.length).fill(Number.POSITIVE_INFINITY)
  }

  #changed(at: number): void {
    this.#sizes[at] = this.engines[at]!.size
    this.#dues[at] = this.engines[at]!.due
  }

  /** To the one with the least. */
  take(one: Sequence, time: number): void {
    const sizes = this.#sizes
    let least = 0
    for (let i = 1; i < sizes.length; i++) if (sizes[i]! < sizes[least]!) least = i
    this.engines[least]!.take(one, time)
    this.#changed(least)
  }

  /** When the next sequence is done, and on which engine; infinitely late where there is none. */
  next(): { at: number; due: number } {
    const dues = this.#dues
    let at = 0
    for (let i = 1; i < dues.length; i++) if (dues[i]! < dues[at]!) at = i
    return { at, due: dues[at]! }
  }

  pop(at: number, time: number): { prompt: number } {
    const one = this.engines[at]!.pop(time)
    this.#changed(at)
    return one
  }

  busyUntil(time: number): number {
    return sum(this.engines.map((engine) => engine.busyUntil(time))) / this.engines.length
  }
}
