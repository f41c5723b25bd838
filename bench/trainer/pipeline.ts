/** How long threads wait for each other: the three ways of training, where few completions are long. */
import { seeded } from '../../src/base/rng.ts'
import { Crew } from '../../src/training/crew.ts'
import { createLora } from '../../src/training/lora.ts'
import type { Task } from '../../src/training/task.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { DEFAULTS, MODES, Training } from '../../src/training/train.ts'
import { createModel } from '../../src/training/transformer.ts'
import { percentile } from '../index.ts'

/** A new model ends a completion with a chance of 1 in 48 at each token: half are shorter than 33 tokens, one in a hundred longer than 220. */
const CONFIG = { layers: 2, width: 64, heads: 4, time: 400, vocabulary: 48 }

/** Of an iteration, medians: milliseconds, tokens trained on a second, and the share of their time that threads did nothing. */
export type Row = {
  mode: string
  threads: number
  step: number
  tokens: number
  idle: number
  sent: number
  full: number
  /** Return: the mean metric of the last quarter. */
  reached: number
  behind: number
}

export async function* pipeline(iterations: number, threads = 2): AsyncGenerator<Row> {
  const runs = MODES.map((mode) => {
    const space = new Space(256 << 20)
    const plain = createModel(space, CONFIG, seeded(1), false)
    const model = { ...plain, lora: createLora(space, CONFIG, { rank: 2, alpha: 4 }, seeded(2)) }
    const crew = new Crew(threads, model)
    const options = { ...DEFAULTS, prompts: 24, miniBatch: 24, samples: 4, dynamic: false, mode, chunk: 12 }
    return { mode, crew, model, training: new Training(space, model, longTailed(), options, crew), steps: [] as Step[] }
  })
  for (let i = -1; i < iterations; i++)
    for (const { crew, training, steps } of runs) {
      const [start, before] = [performance.now(), crew.account]
      const report = await training.iterate()
      const time = performance.now() - start
      if (!report.ok) throw new Error(report.error.message)
      const busy = crew.account.busy.reduce((sum, ms, k) => sum + ms - before.busy[k]!, 0)
      const sent = (crew.account.sent - before.sent) / threads
      if (i >= 0)
        steps.push({
          time,
          tokens: (1000 * report.value.tokens) / time,
          idle: 1 - busy / (time * threads),
          sent,
          metric: report.value.metric,
          behind: report.value.behind,
        })
    }
  for (const { mode, crew, model, steps } of runs) {
    await crew.end()
    const median = (of: keyof Step) =>
      percentile(
        steps.map((step) => step[of]),
        0.5,
      )
    const last = steps.slice(-Math.max(1, Math.floor(steps.length / 4)))
    yield {
      mode,
      threads,
      step: median('time'),
      tokens: median('tokens'),
      idle: median('idle'),
      sent: median('sent'),
      full: model.base.size * 4,
      reached: last.reduce((sum, { metric }) => sum + metric, 0) / last.length,
      behind: median('behind'),
    }
  }
}
type Step = { time: number; tokens: number; idle: number; sent: number; metric: number; behind: number }

const longTailed = (): Task<never> => ({
  name: 'long tail',
  vocabulary: CONFIG.vocabulary,
  stop: 0,
  longest: { prompt: 1, completion: 384 },
  optimum: 1,
  draw: (rng) => ({ tokens: [1 + Math.floor(rng.next() * 40)], prompt: undefined as never }),
  judge: (_, tokens) => ({ metric: tokens.filter((token) => token % 2).length / tokens.length }),
})
