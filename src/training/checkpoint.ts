/**
 * A run on disk: one safetensors file a checkpoint, written whole or not at all, the last two kept. A digest tells a file
 * that was damaged from one that was not; a damaged one gives way to the one before.
 */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { type File, readSafetensors, type Tensors, writeSafetensors } from './safetensors.ts'
import type { Training } from './train.ts'

const FORMAT = 'open-macaron-training/1'
const NAME = /^checkpoint-(\d{8})\.safetensors$/
const KEPT = 2

const Group = z.array(
  z.object({
    tokens: z.array(z.int().nonnegative()),
    logs: z.array(z.number()),
    ended: z.boolean(),
    prompt: z.array(z.int().nonnegative()),
    metric: z.number(),
    reward: z.number(),
    costs: z.record(z.string(), z.number()),
    version: z.int().nonnegative(),
  }),
)
const Progress = z.object({
  iteration: z.int().nonnegative(),
  multipliers: z.record(z.string(), z.number()),
  steps: z.int().nonnegative(),
  ahead: z.object({ groups: z.array(Group), all: z.array(Group), failed: z.int().nonnegative(), rounds: z.int().nonnegative() }).optional(),
})
const Metadata = z.object({ format: z.literal(FORMAT), run: z.string(), progress: z.string(), digest: z.string() })

/** `run`: what the run is of, in JSON; a checkpoint is only loaded into the same. Throws where the disk refuses. */
export function saveCheckpoint(folder: string, run: string, { model, trained, adam, progress }: Training): string {
  mkdirSync(folder, { recursive: true })
  const moments: Tensors = {
    'adam.means': { shape: [adam.means.length], values: adam.means.slice() },
    'adam.variances': { shape: [adam.variances.length], values: adam.variances.slice() },
  }
  const lora = model.lora ? named('adapter', trained.save()) : {}
  const tensors = { ...named('weights', model.base.save()), ...lora, ...moments }
  const metadata = { format: FORMAT, run, progress: JSON.stringify({ ...progress, steps: adam.steps }) }
  const bytes = writeSafetensors({ tensors, metadata: { ...metadata, digest: digestOf(tensors, metadata) } })
  const file = join(folder, `checkpoint-${String(progress.iteration).padStart(8, '0')}.safetensors`)
  writeWhole(folder, file, bytes)
  for (const old of checkpoints(folder).slice(KEPT)) rmSync(join(folder, old))
  return file
}

/** What was left of files while they were written has another name, and is written over. */
function writeWhole(folder: string, file: string, bytes: Uint8Array): void {
  const part = join(folder, 'checkpoint.part')
  const to = openSync(part, 'w', 0o600)
  for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at)
  fsyncSync(to)
  closeSync(to)
  renameSync(part, file)
  const directory = openSync(folder, 'r')
  fsyncSync(directory)
  closeSync(directory)
}

/** Names of the checkpoints, the newest first. */
export function checkpoints(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort()
      .reverse()
  } catch {
    return []
  }
}

/** The newest whole checkpoint into a training of the same run. `damaged`: files that had to be passed over. */
export function resume(folder: string, run: string, training: Training): Result<{ iteration: number; damaged: string[] }> {
  const damaged: string[] = []
  for (const name of checkpoints(folder)) {
    const read = readWhole(join(folder, name))
    if (!read) {
      damaged.push(name)
      continue
    }
    if (read.run !== run)
      return fail('run-other', `The checkpoints in ${folder} are of another run: choose another folder, or go on with its settings.`, {
        folder,
      })
    const loaded = load(read, training)
    return loaded.ok ? ok({ iteration: training.progress.iteration, damaged }) : loaded
  }
  if (damaged.length)
    return fail('checkpoint-damaged', `No checkpoint in ${folder} is whole (${damaged.join(', ')}).`, { folder, files: damaged.join(', ') })
  return ok({ iteration: 0, damaged })
}

type Whole = { run: string; progress: z.infer<typeof Progress>; tensors: Tensors }

function readWhole(file: string): Whole | undefined {
  const read = readSafetensors(readFileSync(file))
  const metadata = read.ok ? Metadata.safeParse(read.value.metadata) : undefined
  if (!read.ok || !metadata?.success) return undefined
  const { digest, ...rest } = metadata.data
  if (digestOf(read.value.tensors, rest) !== digest) return undefined
  const progress = Progress.safeParse(JSON.parse(rest.progress))
  return progress.success ? { run: rest.run, progress: progress.data, tensors: read.value.tensors } : undefined
}

function load({ progress, tensors }: Whole, training: Training): Result<void> {
  const { model, trained, adam } = training
  const means = tensors['adam.means']
  const variances = tensors['adam.variances']
  if (means?.values.length !== adam.means.length || variances?.values.length !== adam.variances.length)
    return fail('weights-mismatch', 'This checkpoint is of another model: its moments are not as many as there are weights.', {
      name: 'adam',
    })
  const base = model.base.load(within('weights', tensors))
  if (!base.ok) return base
  const adapter = model.lora ? trained.load(within('adapter', tensors)) : base
  if (!adapter.ok) return adapter
  adam.means.set(means.values)
  adam.variances.set(variances.values)
  const { steps, ahead, ...rest } = progress
  adam.steps = steps
  training.progress = { ...rest, ...(ahead && { ahead }) }
  training.hands.renew(steps)
  return ok(undefined)
}

const named = (prefix: string, tensors: Tensors): Tensors =>
  Object.fromEntries(Object.entries(tensors).map(([name, one]) => [`${prefix}.${name}`, one]))

const within = (prefix: string, tensors: Tensors): Tensors =>
  Object.fromEntries(
    Object.entries(tensors).flatMap(([name, one]) => (name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), one]] : [])),
  )

/** SHA-256 over words, names, shapes and bytes. */
function digestOf(tensors: File['tensors'], words: Record<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(words).sort()))
  for (const [name, { shape, values }] of Object.entries(tensors).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(JSON.stringify([name, shape])).update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return hash.digest('hex')
}
