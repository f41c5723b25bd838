/**
 * Serving: weights of eight bits against floats (speed, and what a trained model loses), and several adapters on one base,
 * each prompt sent to one of them by the router.
 */
import { seeded } from '../../src/base/rng.ts'
import { alone } from '../../src/training/hands.ts'
import { createLora, type Lora } from '../../src/training/lora.ts'
import { evaluate, seedOf } from '../../src/training/rollouts.ts'
import { features, type Router, route, routed, trainRouter } from '../../src/training/router.ts'
import { createTraining, preset } from '../../src/training/run.ts'
import { type Completion, type Request, type SampleOptions, sample } from '../../src/training/sample.ts'
import { bytesServed, served } from '../../src/training/serve.ts'
import { TASKS, type Task } from '../../src/training/task.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { DEFAULTS, Training } from '../../src/training/train.ts'
import { type Config, createModel, type Model } from '../../src/training/transformer.ts'
import { percentile } from '../index.ts'
import { REFERENCE } from './speed.ts'

const LARGE: Config = { layers: 4, width: 512, heads: 8, time: 128, vocabulary: 512 }

/** Tokens a second, medians of rounds in which all take turns. */
export type Speed = { model: string; batch: number; whole: number; eight: number; bytes: [whole: number, eight: number] }

export function* speeds(rounds: number): Generator<Speed> {
  for (const [model, config] of Object.entries({ 'reference (2 layers, d 128)': REFERENCE, 'larger (4 layers, d 512)': LARGE })) {
    const [space, to] = [new Space(512 << 20), new Space(256 << 20)]
    const whole = createModel(space, config, seeded(1), false)
    const small = served(space, whole, to)
    for (const batch of [1, 32]) {
      const rates: [number[], number[]] = [[], []]
      for (let round = -1; round < rounds; round++)
        for (const [which, [at, of]] of [[space, whole] as const, [to, small] as const].entries()) {
          const start = performance.now()
          const tokens = decode(at, of, batch)
          if (round >= 0) rates[which]!.push((1000 * tokens) / (performance.now() - start))
        }
      const [a, b] = rates.map((all) => percentile(all, 0.5)) as [number, number]
      yield { model, batch, whole: a, eight: b, bytes: [bytesServed(whole), bytesServed(small)] }
    }
  }
}

function decode(space: Space, model: Model, batch: number): number {
  const requests = Array.from({ length: batch }, (_, seed) => ({ prompt: [seed], seed }))
  // No token of this number: nothing ends early.
  const done = sample(space, model, requests, { stop: -1, most: batch === 1 ? 96 : 32, slots: batch })
  return done.reduce((sum, { tokens }) => sum + tokens.length, 0)
}

/** Of a model trained to the end: its return, how often its likeliest token is another one, and how far log-chances are apart. */
export type Quality = { task: string; whole: number; eight: number; changed: number; apart: number }

export async function quality(name: string, iterations: number): Promise<Quality> {
  const task = TASKS[name]!()
  const training = createTraining(preset(name, 1), task)
  for (let i = 0; i < iterations; i++) if (!(await training.iterate()).ok) break
  const { space, model } = training
  const to = new Space(64 << 20)
  const small = served(space, model, to)
  const judged = { count: 1024, seed: seedOf(1, -1) }
  const reached = (at: Space, of: Model) => evaluate(alone(at, of), task, judged)
  const rng = seeded(9)
  const requests = Array.from({ length: 512 }, (_, seed) => ({ prompt: task.draw(rng).tokens, seed }))
  const greedy: SampleOptions = { stop: task.stop, most: task.longest.completion, temperature: 0 }
  const [one, two] = [sample(space, model, requests, greedy), sample(to, small, requests, greedy)]
  let [tokens, changed, apart, same] = [0, 0, 0, 0]
  for (const [i, { tokens: own, logs }] of one.entries())
    for (const [k, token] of own.entries()) {
      tokens++
      const other = two[i]!
      if (other.tokens[k] === token) {
        same++
        apart += Math.abs(other.logs[k]! - logs[k]!)
      } else changed++
    }
  return { task: name, whole: await reached(space, model), eight: await reached(to, small), changed: changed / tokens, apart: apart / same }
}

const [SYMBOLS, STOP, LENGTH] = [6, 6, 4]
/** Three things to do with symbols, each asked for by a token of its own. */
const KINDS: Record<string, (prompt: number[]) => number[]> = {
  ascending: (prompt) => [...prompt].sort((a, b) => a - b),
  descending: (prompt) => [...prompt].sort((a, b) => b - a),
  backwards: (prompt) => [...prompt].reverse(),
}
function kind(name: string): Task<number[]> {
  const asked = STOP + 1 + Object.keys(KINDS).indexOf(name)
  return {
    name,
    vocabulary: STOP + 1 + Object.keys(KINDS).length,
    stop: STOP,
    longest: { prompt: LENGTH + 1, completion: 2 * LENGTH },
    optimum: 1,
    draw: (rng) => {
      const prompt = Array.from({ length: LENGTH }, () => Math.floor(rng.next() * SYMBOLS))
      return { tokens: [...prompt, asked], prompt }
    },
    judge: (prompt, tokens) => {
      const due = [...KINDS[name]!(prompt), STOP]
      return { metric: due.filter((token, i) => tokens[i] === token).length / due.length }
    },
  }
}

export type Mixed = { way: string; returns: number; tokens: number }

/** A base that learned the first kind, an adapter for each of the others; returns over all kinds, and tokens a second. */
export async function mixed(iterations: number): Promise<{ rows: Mixed[]; right: number; of: number }> {
  const space = new Space(256 << 20)
  const tasks = Object.keys(KINDS).map(kind)
  const config = { layers: 2, width: 32, heads: 4, time: 3 * LENGTH + 1, vocabulary: tasks[0]!.vocabulary }
  const options = { ...DEFAULTS, miniBatch: 16 }
  const base = createModel(space, config, seeded(1))
  const learn = async (model: Model, task: Task<number[]>) => {
    const training = new Training(space, model, task as Task<never>, options)
    for (let i = 0; i < iterations; i++) if (!(await training.iterate()).ok) break
  }
  await learn(base, tasks[0]!)
  const adapters: Lora[] = []
  for (const [i, task] of tasks.entries()) {
    const lora = createLora(space, config, { rank: 8, alpha: 16 }, seeded(10 + i))
    // The first kind has one as well, which adds nothing: the base was trained for it.
    if (i > 0) await learn({ config, base: base.base, lora }, task)
    adapters.push(lora)
  }
  const rng = seeded(77)
  const drawn = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ kind: i % tasks.length, seed: i, ...tasks[i % tasks.length]!.draw(rng) }))
  const [shown, asked] = [drawn(150), drawn(600)]
  const featuresOf = (all: typeof shown) =>
    features(
      space,
      base,
      all.map(({ tokens }) => tokens),
    )
  const router: Router = trainRouter(
    featuresOf(shown),
    shown.map(({ kind }) => kind),
  )
  const right = featuresOf(asked).filter((one, i) => route(router, one).adapter === asked[i]!.kind).length
  const plain = asked.map(({ tokens, seed }) => ({ prompt: tokens, seed }))
  const settings: SampleOptions = { stop: STOP, most: 2 * LENGTH, temperature: 0 }
  const model: Model = { config, base: base.base }
  const judge = (done: Completion[]) => {
    const metrics = done.map(({ tokens }, i) => tasks[asked[i]!.kind]!.judge(asked[i]!.prompt, tokens, true) as { metric: number })
    return metrics.reduce((sum, { metric }) => sum + metric, 0) / done.length
  }
  const timed = (way: string, run: () => Completion[]): Mixed => {
    run()
    const rates = Array.from({ length: 5 }, () => {
      const start = performance.now()
      const tokens = run().reduce((sum, one) => sum + one.tokens.length, 0)
      return (1000 * tokens) / (performance.now() - start)
    })
    return { way, returns: judge(run()), tokens: percentile(rates, 0.5) }
  }
  const split = (): Completion[] => {
    const done: Completion[] = []
    for (const [k, lora] of adapters.entries()) {
      const own = plain.flatMap((request, i) => (asked[i]!.kind === k ? [{ i, request }] : []))
      const made = sample(
        space,
        { ...model, lora },
        own.map(({ request }) => request),
        settings,
      )
      for (const [n, { i }] of own.entries()) done[i] = made[n]!
    }
    return done
  }
  const rows = [
    timed('the base alone', () => sample(space, model, plain, settings)),
    ...adapters
      .slice(1)
      .map((lora, i) => timed(`one adapter for all (${tasks[i + 1]!.name})`, () => sample(space, { ...model, lora }, plain, settings))),
    timed('router, one batch', () => sample(space, model, routed(space, model, router, adapters, plain as Request[]), settings)),
    timed('told which, a batch for each adapter', split),
  ]
  return { rows, right, of: asked.length }
}
