/**
 * When to stop: how likely the unit that the token points at is what was asked for, and whether that is worth the tokens
 * it takes. If not even one of the first is likely enough, nothing is injected at all.
 *
 *   worth = sigmoid(o . tanh(H z + b) + w . z + c)      z: the setting, the signals, the score and its lead
 */

import { SETTING_COUNT, SIGNAL_COUNT } from './signals.ts'
import type { Pointed, Weights } from './token.ts'

/** Units pointed at whose worth is asked. */
export const LOOKED_AT = 20

/** `share`: of the pointer's probability, by its softmax over what it pointed at; `found`: of those before. */
const OWN = ['score', 'behind-first', 'behind-last', 'step', 'lead', 'share', 'found'] as const
export const STOP_INPUTS = SETTING_COUNT + SIGNAL_COUNT + OWN.length
export const STOP_HIDDEN = 8
/** One flat array: H (HIDDEN x INPUTS), b, o, w (INPUTS), c. */
export const STOP_SIZE = STOP_HIDDEN * STOP_INPUTS + 2 * STOP_HIDDEN + STOP_INPUTS + 1

/** The inputs for the unit at `step` of what was pointed at. */
export function stopInputs(setting: Float32Array, pointed: readonly Pointed[], step: number): Float32Array {
  const z = new Float32Array(STOP_INPUTS)
  z.set(setting)
  const one = pointed[step]!
  z.set(one.signals, SETTING_COUNT)
  const first = pointed[0]!.score
  const tenth = pointed[Math.min(9, pointed.length - 1)]!.score
  let [before, all] = [0, 0]
  for (let i = 0; i < pointed.length && i < LOOKED_AT; i++) {
    const likely = Math.exp(pointed[i]!.score - first)
    all += likely
    if (i < step) before += likely
  }
  z.set(
    [
      one.score / 8,
      (first - one.score) / 4,
      (pointed[Math.max(0, step - 1)]!.score - one.score) / 4,
      step / 10,
      (first - tenth) / 4,
      Math.exp(one.score - first) / all,
      before / all,
    ],
    SETTING_COUNT + SIGNAL_COUNT,
  )
  return z
}

/** The probability that a unit is evidence; `hidden`, if given, takes the layer's values. */
export function worth(weights: Weights, z: Float32Array, hidden?: Float64Array): number {
  const [bias, out, direct] = [STOP_HIDDEN * STOP_INPUTS, STOP_HIDDEN * STOP_INPUTS + STOP_HIDDEN, STOP_HIDDEN * (STOP_INPUTS + 2)]
  let sum = weights[STOP_SIZE - 1]!
  for (let k = 0; k < STOP_INPUTS; k++) sum += weights[direct + k]! * z[k]!
  for (let h = 0; h < STOP_HIDDEN; h++) {
    let a = weights[bias + h]!
    for (let k = 0; k < STOP_INPUTS; k++) a += weights[h * STOP_INPUTS + k]! * z[k]!
    const value = Math.tanh(a)
    if (hidden) hidden[h] = value
    sum += weights[out + h]! * value
  }
  return 1 / (1 + Math.exp(-sum))
}

export type Thresholds = {
  /** one of the first three must reach it, or nothing is injected */ first: number
  /** each one must be worth so much a token */ rate: number
}

/** What a unit costs beside its own text: its place and its date in a prompt. */
const FRAME = 20

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** About what a tokenizer of a large model makes of a text: four Latin letters or one character of another script. */
export function tokensOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / 4)
}

export type Chosen = { step: number; worth: number }

/**
 * Which of `pointed` are injected, in order: those whose worth pays for their tokens; empty where stopping with nothing.
 * A short line that may be it is taken where a long page that may be it is not, so that a budget buys the most evidence.
 */
export function choose(
  weights: Weights,
  setting: Float32Array,
  pointed: readonly Pointed[],
  tokensOf: (slot: number) => number,
  { first, rate }: Thresholds,
  most: number,
): Chosen[] {
  const likely = pointed.slice(0, LOOKED_AT).map((_, step) => worth(weights, stopInputs(setting, pointed, step)))
  return chosen(
    likely,
    pointed.map(({ slot }) => tokensOf(slot)),
    { first, rate },
    most,
  )
}

/** The same for worths that are known. */
export function chosen(likely: readonly number[], tokens: readonly number[], { first, rate }: Thresholds, most: number): Chosen[] {
  const best = Math.max(0, ...likely.slice(0, 3))
  if (likely.length === 0 || best < first) return []
  const pays = (worth: number, step: number) => worth >= rate * (FRAME + tokens[step]!)
  const all = likely.map((worth, step): Chosen => ({ step, worth })).filter(({ worth, step }) => worth === best || pays(worth, step))
  return all.slice(0, most)
}
