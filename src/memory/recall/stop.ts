/**
 * When to stop: how likely the unit that the token points at is what was asked for. Below one threshold nothing more
 * is returned; if not even the first reaches the other, nothing is injected at all.
 *
 *   worth = sigmoid(o . tanh(H z + b) + w . z + c)      z: the setting, the signals, the score and its lead
 */

import { SETTING_COUNT, SIGNAL_COUNT } from './signals.ts'
import type { Pointed, Weights } from './token.ts'

const OWN = ['score', 'behind-first', 'behind-last', 'step', 'lead'] as const
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
  z.set(
    [one.score / 8, (first - one.score) / 4, (pointed[Math.max(0, step - 1)]!.score - one.score) / 4, step / 10, (first - tenth) / 4],
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
  /** the first must reach it, or nothing is injected */ first: number /** each further one must reach it */
  next: number
}

/** The worth of each of `pointed` that is injected, in order; empty where stopping with nothing. */
export function stopAt(
  weights: Weights,
  setting: Float32Array,
  pointed: readonly Pointed[],
  { first, next }: Thresholds,
  most: number,
): number[] {
  if (pointed.length === 0) return []
  const likely = pointed.slice(0, most).map((_, step) => worth(weights, stopInputs(setting, pointed, step)))
  if (Math.max(...likely.slice(0, 3)) < first) return []
  // Evidence may stand behind one that is none: only the last that is worth it ends the list.
  return likely.slice(0, Math.max(1, likely.findLastIndex((value) => value >= next) + 1))
}
