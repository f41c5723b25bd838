/** A run from its settings: begun or gone on with, a checkpoint every few iterations, a line of its curve for each. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '../base/result.ts'
import { seeded } from '../base/rng.ts'
import { checkpoints, resume, saveCheckpoint } from './checkpoint.ts'
import { Crew } from './crew.ts'
import { drawCurve, pointsOf, WORDS, type Words } from './curve.ts'
import { alone } from './hands.ts'
import { createLora, type LoraOptions } from './lora.ts'
import { evaluate, seedOf } from './rollouts.ts'
import type { Task } from './task.ts'
import { Space } from './tensor/memory.ts'
import { DEFAULTS, type Mode, type Report, Training, type TrainOptions } from './train.ts'
import { createModel } from './transformer.ts'

/** What makes a run what it is: with the same, it ends with the same weights. */
export type RunOptions = {
  task: string
  model: { layers: number; width: number; heads: number }
  lora?: LoraOptions
  train: TrainOptions
}

/** For the tasks that come with the program (task.ts): from nothing to the best there is. */
export function preset(task: string, seed: number, mode: Mode = DEFAULTS.mode): RunOptions {
  const train = { ...DEFAULTS, seed, mode, miniBatch: 16, overlong: { buffer: 4, factor: 0.5 } }
  return { task, model: { layers: 2, width: 32, heads: 4 }, train }
}

export type Ended = {
  iteration: number
  /** Of the likeliest completions of prompts never trained on by their seed. */
  metric: number
  optimum: number
  /** Every completion was as good as can be before the iterations were over. */
  solved: boolean
  damaged: string[]
  checkpoint: string
  /** The picture of how it went, and the returns it is drawn from. */
  picture: string
  returns: number[]
}

/** Memory of a run, in bytes; untouched pages take none. */
const MEMORY = 1 << 30
/** Prompts of the judgement at the end; seeds of training are of iterations, which are never negative. */
const JUDGED = { count: 256, iteration: -1 }

export function createTraining(options: RunOptions, task: Task<never>, threads = 1, space = new Space(MEMORY)): Training {
  const config = { ...options.model, time: task.longest.prompt + task.longest.completion, vocabulary: task.vocabulary }
  const { seed } = options.train
  const plain = createModel(space, config, seeded(seedOf(seed, 1)), !options.lora)
  const model = options.lora ? { ...plain, lora: createLora(space, config, options.lora, seeded(seedOf(seed, 2))) } : plain
  return new Training(space, model, task, options.train, threads > 1 ? new Crew(threads, model) : alone(space, model))
}

/**
 * `iterations` in all; a checkpoint every so many; `told` is called after each; `words`: of the picture. With more than one thread the sums of
 * gradients, and so the last bits of the weights, depend on how the work fell.
 */
export type RunFor = { iterations: number; every?: number; threads?: number; told?: (report: Report) => void; words?: Words }

/** Trains from the newest checkpoint in `folder` if there is one. */
export async function run(
  folder: string,
  options: RunOptions,
  task: Task<never>,
  { iterations, every = 10, threads = 1, told = () => {}, words = WORDS }: RunFor,
): Promise<Result<Ended>> {
  mkdirSync(folder, { recursive: true })
  const training = createTraining(options, task, threads)
  try {
    return await go(folder, options, training, { iterations, every, told, words })
  } finally {
    await training.hands.end()
  }
}

async function go(
  folder: string,
  options: RunOptions,
  training: Training,
  { iterations, every, told, words }: Required<Omit<RunFor, 'threads'>>,
): Promise<Result<Ended>> {
  const { task } = training
  const what = JSON.stringify(options)
  const from = resume(folder, what, training)
  if (!from.ok) return from
  const curve = join(folder, 'curve.jsonl')
  cutCurve(curve, from.value.iteration)
  const picture = join(folder, 'curve.svg')
  const keep = () => {
    saveCheckpoint(folder, what, training)
    const points = existsSync(curve) ? pointsOf(readFileSync(curve, 'utf8')) : []
    writeFileSync(picture, drawCurve(points, task.optimum, words))
    return points.map(({ metric }) => metric)
  }
  let solved = false
  while (training.progress.iteration < iterations) {
    const report = await training.iterate()
    if (!report.ok) {
      solved = report.error.code === 'training-solved'
      // What was learned up to here is whole, and is kept.
      if (training.progress.iteration > 0) keep()
      if (solved) break
      return report
    }
    appendFileSync(curve, `${JSON.stringify(report.value)}\n`)
    told(report.value)
    if (training.progress.iteration % every === 0) keep()
  }
  const returns = keep()
  const judged = { count: JUDGED.count, seed: seedOf(options.train.seed, JUDGED.iteration) }
  const metric = await evaluate(training.hands, task, judged)
  const checkpoint = join(folder, checkpoints(folder)[0]!)
  return ok({
    iteration: training.progress.iteration,
    metric,
    optimum: task.optimum,
    solved,
    damaged: from.value.damaged,
    checkpoint,
    picture,
    returns,
  })
}

/** Lines of iterations after the checkpoint will be written again. */
function cutCurve(file: string, iteration: number): void {
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, iteration)
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
}
