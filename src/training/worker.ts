/** A thread of a crew: its own memory, its own copy of the model, one job after the other (crew.ts has the other end). */
import { parentPort, workerData } from 'node:worker_threads'
import type { ClipOptions } from './dapo.ts'
import { type LoraOptions, loraShapes } from './lora.ts'
import { type Completion, type Request, type SampleOptions, sample } from './sample.ts'
import { OutOfMemory, Space } from './tensor/memory.ts'
import { Parameters } from './tensor/parameters.ts'
import { type Config, type Model, shapesOf } from './transformer.ts'
import { addGradient, type Scored, type Sums, score, type Weighed } from './update.ts'

export type Beginning = { bytes: number; config: Config; lora?: LoraOptions; base: Float32Array }
export type Job =
  | { kind: 'complete'; requests: Request[]; options: SampleOptions }
  | { kind: 'score'; rollouts: Scored[] }
  | { kind: 'gradient'; rollouts: Weighed[]; clip: ClipOptions }
  | { kind: 'gather' }
  | { kind: 'drop' }
/** Weights come without an answer: whatever is asked later is done with them. */
export type ToWorker = { id: number; job: Job } | { weights: Float32Array; version: number }
export type Done = Completion[] | number[][] | Sums | Float32Array | undefined
/** `version`: of the weights it was done with. `busy`: milliseconds. `outOf`: the bytes of memory that were too few. */
export type FromWorker = { id: number; version: number; busy: number; done?: Done; failure?: string; outOf?: number }

function build(space: Space, { config, lora, base }: Beginning): Model {
  const model: Model = { config, base: new Parameters(space, shapesOf(config), { trained: !lora }) }
  model.base.values.set(base)
  if (!lora) return model
  return {
    ...model,
    lora: { options: lora, scale: lora.alpha / lora.rank, parameters: new Parameters(space, loraShapes(config, lora.rank)) },
  }
}

function work(space: Space, model: Model, job: Job): Done {
  const { gradients } = model.lora?.parameters ?? model.base
  switch (job.kind) {
    case 'complete':
      return sample(space, model, job.requests, job.options)
    case 'score':
      return score(space, model, job.rollouts)
    case 'gradient':
      return addGradient(space, model, job.rollouts, job.clip)
    case 'gather': {
      const sent = gradients.slice()
      gradients.fill(0)
      return sent
    }
    case 'drop':
      gradients.fill(0)
      return undefined
  }
}

if (parentPort) {
  const port = parentPort
  const beginning = workerData as Beginning
  const space = new Space(beginning.bytes)
  const model = build(space, beginning)
  const mark = space.mark()
  let version = 0
  port.on('message', (message: ToWorker) => {
    if ('weights' in message) {
      ;(model.lora?.parameters ?? model.base).values.set(message.weights)
      version = message.version
      return
    }
    const start = performance.now()
    const answer: FromWorker = { id: message.id, version, busy: 0 }
    try {
      answer.done = work(space, model, message.job)
    } catch (error) {
      space.release(mark)
      if (error instanceof OutOfMemory) answer.outOf = beginning.bytes
      answer.failure = error instanceof Error ? error.message : String(error)
    }
    answer.busy = performance.now() - start
    port.postMessage(answer)
  })
}
