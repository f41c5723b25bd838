/** Tasks whose best policy is known, learned from nothing; and what each of DAPO's four parts is worth there. */
import { evaluate, seedOf } from '../../src/training/rollouts.ts'
import { createTraining, preset, type RunOptions } from '../../src/training/run.ts'
import { TASKS } from '../../src/training/task.ts'

/** What is taken away: one part at a time. */
const WITHOUT: Record<string, (options: RunOptions) => RunOptions> = {
  'all four': (options) => options,
  'decoupled clip': (options) => change(options, { clip: { ...options.train.clip, high: options.train.clip.low } }),
  'dynamic sampling': (options) => change(options, { dynamic: false }),
  'loss by tokens': (options) => change(options, { count: 'completions' }),
  'overlong shaping': (options) => change(options, { overlong: { buffer: 0, factor: 0 } }),
  'the newest weights (stale)': (options) => change(options, { mode: 'stale' }),
  'the newest weights, nor weighing that': (options) => change(options, { mode: 'stale', truncate: 0 }),
  'steps within an iteration (all-sync)': (options) => change(options, { mode: 'all-sync' }),
}
const change = (options: RunOptions, train: Partial<RunOptions['train']>): RunOptions => ({
  ...options,
  train: { ...options.train, ...train },
})

/** `reached`: the mean metric of 256 prompts of their own, the likeliest tokens taken, as a share of the optimum. */
export type Row = {
  task: string
  without: string
  seeds: number
  reached: number
  least: number
  half: number
  length: number
  rolled: number
}

const ITERATIONS = { sort: 100, add: 160 }

/** `only`: rows with this in their names. */
export async function* tasks(seeds: number, only = ''): AsyncGenerator<Row> {
  for (const [task, iterations] of Object.entries(ITERATIONS))
    for (const [without, make] of Object.entries(WITHOUT)) {
      if (!`${task} ${without}`.includes(only)) continue
      const runs: Run[] = []
      for (let seed = 1; seed <= seeds; seed++) runs.push(await learn(task, make(preset(task, seed)), iterations))
      const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
      yield {
        task,
        without,
        seeds,
        reached: mean(({ reached }) => reached),
        least: Math.min(...runs.map(({ reached }) => reached)),
        half: mean(({ half }) => half),
        length: mean(({ length }) => length),
        rolled: mean(({ rolled }) => rolled),
      }
    }
}

/** `half`: the same after half of the iterations. `length`: of completions at the end. `rolled`: completions, in thousands. */
type Run = { reached: number; half: number; length: number; rolled: number }

async function learn(name: string, options: RunOptions, iterations: number): Promise<Run> {
  const task = TASKS[name]!()
  const training = createTraining(options, task)
  const { seed, prompts, samples } = options.train
  const judge = async () => (await evaluate(training.hands, task, { count: 256, seed: seedOf(seed, -1) })) / task.optimum
  const run = { reached: 0, half: 0, length: 0, rolled: 0 }
  for (let i = 0; i < iterations; i++) {
    const report = await training.iterate()
    if (!report.ok) break
    run.length = report.value.length
    run.rolled += (report.value.rounds * prompts * samples) / 1000
    if (i === iterations / 2 - 1) run.half = await judge()
  }
  run.reached = await judge()
  return { ...run, half: run.half || run.reached }
}
