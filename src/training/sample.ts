/**
 * Completions of prompts, many at a time: a slot that falls free takes the next prompt at once. Each completion has its own
 * randomness, so it is the same whatever is sampled beside it.
 */
import { type Rng, seeded } from '../base/rng.ts'
import { Decoder, type Next } from './decoder.ts'
import type { Lora } from './lora.ts'
import type { Space } from './tensor/memory.ts'
import type { Model } from './transformer.ts'

/** `seed`: of this completion's own randomness. `lora`: which adapter of several beside the model it goes through (router.ts). */
export type Request = { prompt: readonly number[]; seed: number; lora?: Lora }
/** `logs`: the log of the chance with which each token was taken, in nats, at temperature 1. `ended`: by the stop token, which is the last. */
export type Completion = {
  tokens: number[]
  logs: number[]
  ended: boolean
  /** Of the weights it was drawn with, where several may be under way. */
  version?: number
}
export type SampleOptions = {
  stop: number
  /** The most tokens of a completion. */
  most: number
  slots?: number
  /** 0 takes the likeliest. */
  temperature?: number
}

type Running = { slot: number; place: number; request: Request; rng: Rng; completion: Completion }

/** One completion for each request, in their order. Throws if a prompt is empty or too long for the model. */
export function sample(space: Space, model: Model, requests: readonly Request[], options: SampleOptions): Completion[] {
  const { time, vocabulary } = model.config
  for (const { prompt } of requests)
    if (prompt.length === 0 || prompt.length + options.most > time + 1)
      throw new RangeError(`a prompt of ${prompt.length} tokens and ${options.most} more do not fit a model of ${time}`)
  const mark = space.mark()
  const slots = Math.min(options.slots ?? 32, Math.max(1, requests.length))
  const decoder = new Decoder(space, model, slots)
  const completions: Completion[] = requests.map(() => ({ tokens: [], logs: [], ended: false }))
  let begun = 0
  const begin = (slot: number): Running[] => {
    const index = begun
    if (index >= requests.length) return []
    begun++
    const request = requests[index]!
    return [{ slot, place: 0, request, rng: seeded(request.seed), completion: completions[index]! }]
  }
  let running = Array.from({ length: slots }, (_, slot) => begin(slot)).flat()
  const several = requests.some(({ lora }) => lora)
  const order = new Map([...new Set(requests.map(({ lora }) => lora))].map((lora, i) => [lora, i]))
  while (running.length) {
    // Those of one adapter together.
    if (several) running.sort((a, b) => order.get(a.request.lora)! - order.get(b.request.lora)!)
    const logits = decoder.step(running.map(nextOf))
    running = running.flatMap((one, row) => {
      one.place++
      if (one.place < one.request.prompt.length) return [one]
      take(one, logits.subarray(row * vocabulary, (row + 1) * vocabulary), options)
      if (!one.completion.ended && one.completion.tokens.length < options.most) return [one]
      return begin(one.slot)
    })
  }
  space.release(mark)
  return completions
}

const nextOf = ({ slot, place, request: { prompt, lora }, completion: { tokens } }: Running): Next => ({
  slot,
  place,
  ...(lora && { lora }),
  token: place < prompt.length ? prompt[place]! : tokens[place - prompt.length]!,
})

/** Where the chances of one row are worked out, so that nothing is allocated for a token. */
let shares = new Float64Array(0)

function take({ rng, completion }: Running, logits: Float32Array, { stop, temperature = 1 }: SampleOptions): void {
  const best = likeliest(logits)
  const most = logits[best]!
  if (shares.length < logits.length) shares = new Float64Array(logits.length)
  let total = 0
  for (let i = 0; i < logits.length; i++) total += shares[i] = Math.exp(logits[i]! - most)
  const token = temperature === 0 ? best : draw(logits, best, total, temperature, rng.next())
  completion.tokens.push(token)
  completion.logs.push(logits[token]! - most - Math.log(total))
  completion.ended = token === stop
}

function likeliest(logits: Float32Array): number {
  let best = 0
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[best]!) best = i
  return best
}

/** Where `u` in [0, 1) falls in the running sum of the chances. */
function draw(logits: Float32Array, best: number, total: number, temperature: number, u: number): number {
  if (temperature !== 1) {
    total = 0
    for (let i = 0; i < logits.length; i++) total += shares[i] = Math.exp((logits[i]! - logits[best]!) / temperature)
  }
  let left = u * total
  for (let i = 0; i < logits.length; i++) {
    left -= shares[i]!
    if (left < 0) return i
  }
  return best
}
