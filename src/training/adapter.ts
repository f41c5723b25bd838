/**
 * An adapter that was trained elsewhere (with verl, which keeps it as PEFT does), brought back. Two files: the settings
 * (adapter_config.json: {peft_type, r, lora_alpha, ...}) and the tensors (adapter_model.safetensors), named
 * `base_model.model.LAYER.lora_A.weight` (rank, in) and `.lora_B.weight` (out, rank). They come from a stranger's machine:
 * what is not exactly that is refused before anything is done with it.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import type { Lora, LoraOptions } from './lora.ts'
import { readSafetensors, type Stored, type Tensors } from './safetensors.ts'
import type { Parameters } from './tensor/parameters.ts'

/** A (rank, inner) and B (outer, rank), rows one after the other. */
export type Layer = { a: Float32Array; b: Float32Array; inner: number; outer: number }
/** `scale`: what B A is multiplied by. Layers by their path in the model. */
export type Adapter = { rank: number; scale: number; layers: Map<string, Layer> }

const Settings = z.object({
  peft_type: z.string(),
  r: z.int().positive().max(4096),
  lora_alpha: z.number().positive().max(1e6),
  use_rslora: z.boolean().nullish(),
  use_dora: z.boolean().nullish(),
  fan_in_fan_out: z.boolean().nullish(),
  bias: z.string().nullish(),
  rank_pattern: z.record(z.string(), z.unknown()).nullish(),
  alpha_pattern: z.record(z.string(), z.unknown()).nullish(),
  modules_to_save: z.array(z.string()).nullish(),
})
const NAME = /^base_model\.model\.([A-Za-z0-9_]{1,60}(?:\.[A-Za-z0-9_]{1,60}){0,12})\.lora_([AB])(?:\.default)?\.weight$/

const shown = (name: string) => JSON.stringify(name.slice(0, 60))

/** `settings`: the text of adapter_config.json. */
export function readAdapter(settings: string, bytes: Uint8Array): Result<Adapter> {
  const read = settingsOf(settings)
  if (!read.ok) return read
  const { r: rank, lora_alpha: alpha, use_rslora } = read.value
  const file = readSafetensors(bytes)
  if (!file.ok) return file
  const halves = new Map<string, { A?: Half; B?: Half }>()
  for (const [name, { shape, values }] of Object.entries(file.value.tensors)) {
    const [, path, half] = NAME.exec(name) ?? []
    if (!path) return fail('adapter-name', `An adapter holds no tensor called ${shown(name)}.`, { name: shown(name) })
    const [first, second] = shape
    const inner = half === 'A' ? first : second
    if (shape.length !== 2 || inner !== rank || values.length === 0)
      return fail('adapter-shape', `${shown(name)} has the shape (${shape}), which is not of rank ${rank}.`, {
        name: shown(name),
        shape: shape.join(', '),
        rank,
      })
    if (!values.every(Number.isFinite))
      return fail('weights-not-finite', `The weights of ${shown(name)} are not all numbers.`, { name: shown(name) })
    const both = halves.get(path) ?? {}
    if (both[half as 'A' | 'B']) return fail('adapter-name', `An adapter holds ${shown(name)} once.`, { name: shown(name) })
    halves.set(path, { ...both, [half!]: { values, size: half === 'A' ? second! : first! } })
  }
  const layers = new Map<string, Layer>()
  for (const [path, { A, B }] of halves) {
    if (!A || !B) return fail('adapter-half', `Of ${shown(path)} the adapter has only one half.`, { name: shown(path) })
    layers.set(path, { a: Float32Array.from(A.values), b: Float32Array.from(B.values), inner: A.size, outer: B.size })
  }
  if (!layers.size) return fail('adapter-empty', 'This adapter changes no layer.')
  return ok({ rank, scale: use_rslora ? alpha / Math.sqrt(rank) : alpha / rank, layers })
}
type Half = { values: Stored; size: number }

function settingsOf(text: string): Result<z.infer<typeof Settings>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('adapter-settings', 'adapter_config.json is no JSON.')
  }
  const settings = Settings.safeParse(value)
  if (!settings.success) return fail('adapter-settings', 'adapter_config.json does not tell the rank and alpha of an adapter.')
  const { peft_type, use_dora, fan_in_fan_out, bias, rank_pattern, alpha_pattern, modules_to_save } = settings.data
  const some = (one: object | null | undefined) => one && Object.keys(one).length > 0
  const what = [
    peft_type !== 'LORA' && peft_type.slice(0, 30),
    use_dora && 'use_dora',
    fan_in_fan_out && 'fan_in_fan_out',
    bias && bias !== 'none' && 'bias',
    some(rank_pattern) && 'rank_pattern',
    some(alpha_pattern) && 'alpha_pattern',
    some(modules_to_save) && 'modules_to_save',
  ].find(Boolean)
  if (what) return fail('adapter-kind', `Only plain LoRA can be brought back, and this adapter has ${shown(what)}.`, { what: shown(what) })
  return ok(settings.data)
}

/** The names that PEFT would have for the layers of transformer.ts: `0.qkv` is `layers.0.qkv`. */
const pathOf = (name: string) => (/^\d/.test(name) ? `layers.${name}` : name)

const turned = (values: ArrayLike<number>, rows: number, columns: number): Float32Array =>
  Float32Array.from({ length: rows * columns }, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!)

/** An adapter as tensors of a model of ours (lora.ts: A (in, rank), B (rank, out)), to be loaded into its parameters. */
export function toOurs({ rank, scale, layers }: Adapter): { options: LoraOptions; tensors: Tensors } {
  const tensors: Tensors = Object.create(null)
  for (const [path, { a, b, inner, outer }] of layers) {
    const name = path.replace(/^layers\.(?=\d)/, '')
    tensors[`${name}.a`] = { shape: [inner, rank], values: turned(a, rank, inner) }
    tensors[`${name}.b`] = { shape: [rank, outer], values: turned(b, outer, rank) }
  }
  return { options: { rank, alpha: scale * rank }, tensors }
}

/** An adapter of ours as PEFT keeps it. */
export function toPeft({ options, parameters }: { options: Lora['options']; parameters: Pick<Parameters, 'save'> }): {
  settings: string
  tensors: Tensors
} {
  const tensors: Tensors = {}
  for (const [name, { shape, values }] of Object.entries(parameters.save())) {
    const [rows, columns] = shape as [number, number]
    const [path, half] = [pathOf(name.slice(0, -2)), name.endsWith('.a') ? 'A' : 'B']
    tensors[`base_model.model.${path}.lora_${half}.weight`] = { shape: [columns, rows], values: turned(values, rows, columns) }
  }
  const settings = { peft_type: 'LORA', r: options.rank, lora_alpha: options.alpha, bias: 'none', task_type: 'CAUSAL_LM' }
  return { settings: JSON.stringify(settings), tensors }
}
