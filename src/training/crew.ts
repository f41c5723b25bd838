/**
 * Several threads that roll out and train at once. Each has its own memory and its own copy of the model, as machines of a
 * cluster have: before an iteration the trained weights (with adapters, these alone) are sent to all, and every answer says
 * with which version it was made. Bytes sent and the time that each was busy are counted.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../root.ts'
import type { Hands } from './hands.ts'
import type { Completion } from './sample.ts'
import { OutOfMemory } from './tensor/memory.ts'
import type { Model } from './transformer.ts'
import { NO_SUMS, plus, type Scored, type Sums } from './update.ts'
import type { Beginning, Done, FromWorker, Job, ToWorker } from './worker.ts'

/** A thread ended before it had answered: what it had learned since the last step is lost. */
export class WorkerDied extends Error {}

type ArgumentsOf<K extends 'complete' | 'addGradient'> = Parameters<Hands[K]>
/** `ahead`: may be done with weights that are no longer the newest when it is answered. */
type Waiting = { job: Job; ahead?: boolean; resolve(done: Done): void; reject(error: Error): void }
/** `own`: what this one has to do next. `laden`: it has a gradient that was not gathered. */
type Member = { worker: Worker; busy: number; own: Waiting[]; laden: boolean; current?: Waiting }

/** Counted since the crew began: bytes of weights sent out and gradients sent in; milliseconds each thread was busy. */
export type Account = { sent: number; received: number; busy: number[] }

/** Completions that one job is of: enough to decode together, few enough to be spread. */
const TOGETHER = 64

export class Crew implements Hands {
  readonly #members: Member[]
  readonly #queue: Waiting[] = []
  /** Begun only where nothing else is to be done. */
  readonly #later: Waiting[] = []
  readonly #model: Model
  readonly #account = { sent: 0, received: 0 }
  #version = 0
  #next = 0

  /** `bytes`: memory of each thread. The model's weights are sent at once; call `end` when done. */
  constructor(size: number, model: Model, bytes = 256 << 20) {
    this.#model = model
    const { config, base, lora } = model
    const beginning: Beginning = { bytes, config, ...(lora && { lora: lora.options }), base: base.values.slice() }
    this.#members = Array.from({ length: size }, () => this.#hire(beginning))
    this.renew(0)
    this.#account.sent = 0
  }

  #hire(beginning: Beginning): Member {
    const member: Member = { worker: new Worker(program(), { workerData: beginning, execArgv: [] }), busy: 0, own: [], laden: false }
    member.worker.on('message', (answer: FromWorker) => this.#answered(member, answer))
    const died = (why: string) => this.#died(member, why)
    member.worker.on('error', (error) => died(error.message))
    member.worker.on('exit', (code) => died(`it ended with ${code}`))
    return member
  }

  get account(): Account {
    return { ...this.#account, busy: this.#members.map(({ busy }) => busy) }
  }

  get count(): number {
    return this.#members.length
  }

  #do(job: Job, ahead = false): Promise<Done> {
    return new Promise((resolve, reject) => {
      const queue = ahead ? this.#later : this.#queue
      queue.push({ job, ahead, resolve, reject })
      this.#hand()
    })
  }

  /** Whoever is free takes the next. */
  #hand(): void {
    if (this.#members.length === 0)
      for (const one of [...this.#queue.splice(0), ...this.#later.splice(0)]) one.reject(new WorkerDied('no thread is left'))
    for (const member of this.#members) {
      const next = member.current ? undefined : (member.own.shift() ?? this.#queue.shift() ?? this.#later.shift())
      if (next) this.#give(member, next)
    }
  }

  #give(member: Member, waiting: Waiting): void {
    member.current = waiting
    if (waiting.job.kind === 'gradient') member.laden = true
    this.#post(member, { id: this.#next++, job: waiting.job })
  }

  #post({ worker }: Member, message: ToWorker): void {
    worker.postMessage(message)
  }

  #answered(member: Member, { version, busy, done, failure, outOf }: FromWorker): void {
    const { current } = member
    member.current = undefined
    member.busy += busy
    if (outOf !== undefined) current?.reject(new OutOfMemory(outOf))
    else if (failure !== undefined) current?.reject(new Error(failure))
    else if (current?.ahead) current.resolve((done as Completion[]).map((one) => ({ ...one, version })))
    else if (version !== this.#version) current?.reject(new Error(`made with version ${version}, not ${this.#version}`))
    else current?.resolve(done)
    this.#hand()
  }

  #died(member: Member, why: string): void {
    const at = this.#members.indexOf(member)
    if (at < 0) return
    this.#members.splice(at, 1)
    for (const one of [member.current, ...member.own]) one?.reject(new WorkerDied(`A thread of the training died: ${why}`))
    this.#hand()
  }

  async complete(...[requests, options, ahead]: ArgumentsOf<'complete'>): Promise<Completion[]> {
    const parts = Math.max(Math.ceil(requests.length / TOGETHER), Math.min(this.#members.length, requests.length))
    const size = Math.ceil(requests.length / Math.max(1, parts))
    const jobs: Job[] = []
    for (let i = 0; i < requests.length; i += size) jobs.push({ kind: 'complete', requests: requests.slice(i, i + size), options })
    return (await Promise.all(jobs.map((job) => this.#do(job, ahead)))).flat() as Completion[]
  }

  async score(rollouts: Scored[]): Promise<number[][]> {
    const count = Math.max(1, Math.min(this.#members.length, rollouts.length))
    const part = (k: number) => rollouts.filter((_, i) => i % count === k)
    const parts = (await Promise.all(
      Array.from({ length: count }, (_, k) => this.#do({ kind: 'score', rollouts: part(k) })),
    )) as number[][][]
    return rollouts.map((_, i) => parts[i % count]![Math.floor(i / count)]!)
  }

  async addGradient(...[rollouts, clip]: ArgumentsOf<'addGradient'>): Promise<Sums> {
    // Long and short in turn, so that the shares are alike.
    const sorted = [...rollouts].sort((a, b) => b.tokens.length - a.tokens.length)
    const count = Math.max(1, Math.min(this.#members.length, Math.floor(rollouts.length / 8)))
    const shares = Array.from({ length: count }, (_, k) => sorted.filter((_, i) => i % count === k))
    const sums = await Promise.all(shares.map((share) => this.#do({ kind: 'gradient', rollouts: share, clip })))
    return (sums as Sums[]).reduce(plus, NO_SUMS)
  }

  /** In the order of the threads, so that as far as shares are the same the sum is. */
  async gather(): Promise<void> {
    const { gradients } = this.#trained
    const laden = this.#members.filter((member) => member.laden)
    for (const part of await this.#each({ kind: 'gather' }, laden)) {
      const gradient = part as Float32Array
      this.#account.received += gradient.byteLength
      for (let i = 0; i < gradients.length; i++) gradients[i]! += gradient[i]!
    }
  }

  async drop(): Promise<void> {
    this.#queue.length = 0
    this.#later.length = 0
    await this.#each({ kind: 'drop' }, this.#members)
  }

  /** Each of these threads, after what it is at. */
  #each(job: Job, members: Member[]): Promise<Done[]> {
    const asked = members.map((member) => {
      member.laden = false
      return new Promise<Done>((resolve, reject) => member.own.push({ job, resolve, reject }))
    })
    this.#hand()
    return Promise.all(asked)
  }

  renew(version: number): void {
    this.#version = version
    for (const member of this.#members) {
      const weights = this.#trained.values.slice()
      this.#account.sent += weights.byteLength
      this.#post(member, { weights, version })
    }
  }

  get #trained() {
    return this.#model.lora?.parameters ?? this.#model.base
  }

  /** Ends one thread in the midst of what it does. */
  lose(which: number): void {
    void this.#members[which]?.worker.terminate()
  }

  async end(): Promise<void> {
    const ending = this.#members.splice(0)
    await Promise.all(ending.map(({ worker }) => worker.terminate()))
  }
}

/** The thread's program, built by the start of the server and before the tests. */
function program(): string {
  const file = join(packageRoot(), 'dist', 'training-worker.js')
  if (!existsSync(file)) throw new Error('The training worker is not built. Run: npm run build')
  return file
}
