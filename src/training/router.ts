/**
 * Several adapters on one base, and which of them a prompt is for: softmax regression over what the base makes of the prompt,
 * the hidden state of its last place and the mean of all. Where no adapter is likely enough the base answers alone. Adapters are then taken
 * row by row within one batch (sample.ts), so that the base's product is done once for all of them.
 */
import type { Lora } from './lora.ts'
import type { Request } from './sample.ts'
import type { Space } from './tensor/memory.ts'
import { Tape } from './tensor/tape.ts'
import { hidden, type Model } from './transformer.ts'

/** `weights` (adapters, features + 1), the last of a row its bias; features are taken less `mean`, over `deviation`. */
export type Router = { weights: Float64Array[]; mean: Float64Array; deviation: Float64Array }

export type Routed = { adapter: number | undefined; chance: number }

/** What the base, without any adapter, makes of each prompt: twice its width in numbers. */
export function features(space: Space, { base, config, eight }: Model, prompts: readonly (readonly number[])[]): Float64Array[] {
  const plain: Model = { base, config, ...(eight && { eight }) }
  const made: Float64Array[] = []
  for (let i = 0; i < prompts.length; i += TOGETHER) made.push(...featuresOf(space, plain, prompts.slice(i, i + TOGETHER)))
  return made
}
const TOGETHER = 64

function featuresOf(space: Space, model: Model, prompts: readonly (readonly number[])[]): Float64Array[] {
  const { width } = model.config
  const time = Math.max(...prompts.map(({ length }) => length))
  const tokens = new Int32Array(prompts.length * time)
  for (const [row, prompt] of prompts.entries()) tokens.set(prompt, row * time)
  const tape = new Tape(space, false)
  const { at, size } = hidden(tape, model, tokens, prompts.length)
  const values = space.floats(at, size)
  const made = prompts.map(({ length }, row) => {
    const one = new Float64Array(2 * width)
    const own = values.subarray(row * time * width, (row * time + length) * width)
    for (let i = 0; i < own.length; i++) one[i % width]! += own[i]! / length
    one.set(own.subarray(own.length - width), width)
    return one
  })
  tape.end()
  return made
}

export type RouterOptions = { steps?: number; rate?: number; decay?: number }

/** From prompts' features and the adapter each is for (from 0). Throws where there are none, or an adapter has none. */
export function trainRouter(
  all: readonly Float64Array[],
  adapters: readonly number[],
  { steps = 300, rate = 0.5, decay = 1e-3 }: RouterOptions = {},
): Router {
  const count = Math.max(-1, ...adapters) + 1
  for (let k = 0; k < Math.max(1, count); k++)
    if (!adapters.includes(k)) throw new RangeError(`a router needs prompts for each of its adapters, and ${k} has none`)
  const width = all[0]!.length
  const mean = Float64Array.from({ length: width }, (_, i) => all.reduce((sum, one) => sum + one[i]!, 0) / all.length)
  const deviation = Float64Array.from({ length: width }, (_, i) => {
    const squares = all.reduce((sum, one) => sum + (one[i]! - mean[i]!) ** 2, 0)
    return Math.sqrt(squares / all.length) || 1
  })
  const weights = Array.from({ length: count }, () => new Float64Array(width + 1))
  const router = { weights, mean, deviation }
  const inputs = all.map((one) => normalised(router, one))
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((row) => row.map((weight, i) => (i < width ? decay * weight : 0)))
    for (const [n, input] of inputs.entries())
      for (const [k, chance] of chancesOf(router, input).entries()) {
        const off = (chance - Number(adapters[n] === k)) / inputs.length
        for (let i = 0; i <= width; i++) slopes[k]![i]! += off * input[i]!
      }
    for (const [k, row] of weights.entries()) for (let i = 0; i <= width; i++) row[i]! -= rate * slopes[k]![i]!
  }
  return router
}

const normalised = ({ mean, deviation }: Router, one: Float64Array): Float64Array =>
  Float64Array.from({ length: one.length + 1 }, (_, i) => (i < one.length ? (one[i]! - mean[i]!) / deviation[i]! : 1))

function chancesOf({ weights }: Router, input: Float64Array): number[] {
  const logits = weights.map((row) => row.reduce((sum, weight, i) => sum + weight * input[i]!, 0))
  const most = Math.max(...logits)
  const shares = logits.map((logit) => Math.exp(logit - most))
  const total = shares.reduce((a, b) => a + b, 0)
  return shares.map((one) => one / total)
}

/** The likeliest adapter, if it is `atLeast` so likely. */
export function route(router: Router, one: Float64Array, atLeast = 0.5): Routed {
  const chances = chancesOf(router, normalised(router, one))
  const chance = Math.max(...chances)
  return { adapter: chance >= atLeast ? chances.indexOf(chance) : undefined, chance }
}

/** Requests with the adapter that each is for. */
export function routed(
  space: Space,
  model: Model,
  router: Router,
  adapters: readonly Lora[],
  requests: readonly Request[],
  atLeast?: number,
): Request[] {
  if (adapters.length !== router.weights.length)
    throw new RangeError(`a router of ${router.weights.length} adapters cannot choose among ${adapters.length}`)
  const made = features(
    space,
    model,
    requests.map(({ prompt }) => prompt),
  )
  return requests.map(({ prompt, seed }, i) => {
    const { adapter } = route(router, made[i]!, atLeast)
    return { prompt, seed, ...(adapter !== undefined && { lora: adapters[adapter]! }) }
  })
}
