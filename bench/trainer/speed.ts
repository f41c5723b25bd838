/** Tokens a second of training and of decoding the reference model, ours and jax-js in turn, round by round. */
import { seeded } from '../../src/base/rng.ts'
import { Crew } from '../../src/training/crew.ts'
import { CLIP } from '../../src/training/dapo.ts'
import { sample } from '../../src/training/sample.ts'
import { Adam } from '../../src/training/tensor/adam.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { crossEntropy, logChances } from '../../src/training/tensor/operations.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { type Config, createModel, forward, type Model } from '../../src/training/transformer.ts'
import { percentile } from '../index.ts'

export const REFERENCE: Config = { layers: 2, width: 128, heads: 4, time: 128, vocabulary: 512 }
const BATCH = 16
/** Sequences whose gradient is taken together. */
const TOGETHER = 8
const DECODED = { batch: 32, tokens: 96 }

export type Speed = { rounds: number; training: number; threads: number; jax: number | undefined; decoding: number; product: number }

/** Medians over the rounds; `threads`: with two of them. `product`: GFLOP/s of 512 x 512 matrices. */
export async function speed(rounds: number): Promise<Speed> {
  const space = new Space(512 << 20)
  const model = createModel(space, REFERENCE, seeded(1))
  const adam = new Adam(space, model.base, { rate: 1e-4 })
  const rng = seeded(2)
  const tokens = Array.from({ length: BATCH * REFERENCE.time }, () => Math.floor(rng.next() * REFERENCE.vocabulary))
  const crew = new Crew(2, model)
  const jax = await jaxStepper(model, tokens)
  const steps = {
    training: () => trainStep(space, model, adam, tokens),
    threads: () => crewStep(crew, adam, tokens),
    decoding: () => decode(space, model),
    product: () => product(space),
    ...(jax && { jax }),
  }
  const rates = Object.fromEntries(Object.keys(steps).map((name) => [name, [] as number[]]))
  for (let round = -1; round < rounds; round++)
    for (const [name, step] of Object.entries(steps)) {
      const start = performance.now()
      const work = await step()
      // The first round compiles.
      if (round >= 0) rates[name]!.push((1000 * work) / (performance.now() - start))
    }
  await crew.end()
  const median = (name: string) => percentile(rates[name] ?? [], 0.5)
  return {
    rounds,
    training: median('training'),
    threads: median('threads'),
    jax: jax && median('jax'),
    decoding: median('decoding'),
    product: median('product') / 1e9,
  }
}

/** Each answers with how many tokens (or operations) it did. */
function trainStep(space: Space, model: Model, adam: Adam, tokens: number[]): number {
  const { time } = REFERENCE
  for (let i = 0; i < tokens.length; i += TOGETHER * time) {
    const part = tokens.slice(i, i + TOGETHER * time)
    const tape = new Tape(space)
    crossEntropy(logChances(tape, forward(tape, model, part, TOGETHER), part), new Float64Array(part.length).fill(1))
    tape.backward()
    tape.end()
  }
  adam.step(TOGETHER / BATCH)
  return tokens.length
}

/** The same through the threads: a gradient of every token, as reinforcement learning takes it. */
async function crewStep(crew: Crew, adam: Adam, tokens: number[]): Promise<number> {
  const { time } = REFERENCE
  const rollouts = Array.from({ length: BATCH }, (_, i) => {
    const row = tokens.slice(i * time, (i + 1) * time)
    // One more token, so that as many are computed as beside.
    return { prompt: row.slice(0, 1), tokens: [...row.slice(1), 0], logs: row.map(() => -6), advantage: 1, weight: 1 }
  })
  const { weight } = await crew.addGradient(rollouts, CLIP)
  await crew.gather()
  adam.step(1 / weight)
  crew.renew(adam.steps)
  return tokens.length
}

function decode(space: Space, model: Model): number {
  const requests = Array.from({ length: DECODED.batch }, (_, seed) => ({ prompt: [seed], seed }))
  // No token of this number: nothing ends early.
  const done = sample(space, model, requests, { stop: -1, most: DECODED.tokens, slots: DECODED.batch })
  return done.reduce((sum, { tokens }) => sum + tokens.length, 0)
}

function product(space: Space): number {
  const [n, times] = [512, 4]
  const mark = space.mark()
  const [a, b, c] = [space.zeros(n * n), space.zeros(n * n), space.zeros(n * n)]
  for (let i = 0; i < times; i++) space.product(a, n, 1, b, n, 1, c, n, n, n, n, 0)
  space.release(mark)
  return times * 2 * n ** 3
}

/** A step of jax-js without its optimiser; nothing where jax-js is not installed (it is needed for development alone). */
async function jaxStepper(model: Model, tokens: number[]): Promise<(() => Promise<number>) | undefined> {
  try {
    const { arraysOf, ids, jaxReady, jaxStep } = await import('./jax.ts')
    await jaxReady()
    const step = jaxStep(model, BATCH, REFERENCE.time)
    return async () => {
      const [loss, gradients] = step(arraysOf(model), ids(tokens), ids(tokens))
      await Promise.all([loss, ...Object.values(gradients)].map((one) => one.data()))
      return tokens.length
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
