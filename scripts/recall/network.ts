/** The memory token's weights while it learns: gradients by hand, Adam (Kingma & Ba 2015) with decay. */
import type { Rng } from '../../src/base/rng.ts'
import { SETTING_COUNT, SIGNAL_COUNT, SIGNALS } from '../../src/memory/recall/signals.ts'
import { EXPERTS, gateOf, HIDDEN, LAYOUT, RELATION_COUNT, type Weights } from '../../src/memory/recall/token.ts'

const DECAY = 1e-3

export class Network {
  readonly weights = new Float64Array(LAYOUT.size)
  private readonly slope = new Float64Array(LAYOUT.size)
  private readonly mean = new Float64Array(LAYOUT.size)
  private readonly square = new Float64Array(LAYOUT.size)
  private steps = 0

  private readonly frozen: readonly number[]

  /** `frozen`: weights that stay zero, of a mechanism that is left out. */
  constructor(rng: Rng, frozen: readonly number[] = []) {
    const random = (at: number, size: number, scale: number) => {
      for (let i = 0; i < size; i++) this.weights[at + i] = (rng.next() - 0.5) * 2 * scale
    }
    random(LAYOUT.gate, EXPERTS * SETTING_COUNT, 0.2)
    random(LAYOUT.experts, EXPERTS * SIGNAL_COUNT, 0.1)
    random(LAYOUT.hidden, HIDDEN * SIGNAL_COUNT, 1 / Math.sqrt(SIGNAL_COUNT))
    random(LAYOUT.out, HIDDEN, 1 / Math.sqrt(HIDDEN))
    // Starts as what works without learning: half of the experts by the window, half by the unit's own words.
    for (let e = 0; e < EXPERTS; e++)
      this.weights[LAYOUT.experts + e * SIGNAL_COUNT + SIGNALS.indexOf(e % 2 ? 'own-share' : 'window')]! += 3
    this.frozen = frozen
    for (const i of frozen) this.weights[i] = 0
  }

  /** Adds the gradient of one candidate whose score has the slope `d` in the loss. */
  push(d: number, setting: Float32Array, signals: Float32Array, relations: Float32Array | null): void {
    const { weights, slope } = this
    const gate = gateOf(weights as Weights, setting)
    const parts = new Float64Array(EXPERTS)
    for (let e = 0; e < EXPERTS; e++) {
      const at = LAYOUT.experts + e * SIGNAL_COUNT
      for (let k = 0; k < SIGNAL_COUNT; k++) {
        parts[e]! += weights[at + k]! * signals[k]!
        slope[at + k]! += d * gate[e]! * signals[k]!
      }
      if (!relations) continue
      const from = LAYOUT.relations + e * RELATION_COUNT
      for (let k = 0; k < RELATION_COUNT; k++) {
        parts[e]! += weights[from + k]! * relations[k]!
        slope[from + k]! += d * gate[e]! * relations[k]!
      }
    }
    const mean = parts.reduce((sum, part, e) => sum + part * gate[e]!, 0)
    for (let e = 0; e < EXPERTS; e++) {
      const share = d * gate[e]! * (parts[e]! - mean)
      slope[LAYOUT.gateBias + e]! += share
      for (let k = 0; k < SETTING_COUNT; k++) slope[LAYOUT.gate + e * SETTING_COUNT + k]! += share * setting[k]!
    }
    for (let h = 0; h < HIDDEN; h++) {
      const at = LAYOUT.hidden + h * SIGNAL_COUNT
      let sum = weights[LAYOUT.hiddenBias + h]!
      for (let k = 0; k < SIGNAL_COUNT; k++) sum += weights[at + k]! * signals[k]!
      const value = Math.tanh(sum)
      slope[LAYOUT.out + h]! += d * value
      const back = d * weights[LAYOUT.out + h]! * (1 - value * value)
      slope[LAYOUT.hiddenBias + h]! += back
      for (let k = 0; k < SIGNAL_COUNT; k++) slope[at + k]! += back * signals[k]!
    }
  }

  update(rate: number): void {
    this.steps++
    for (const i of this.frozen) this.slope[i] = 0
    const [warmMean, warmSquare] = [1 - 0.9 ** this.steps, 1 - 0.999 ** this.steps]
    for (let i = 0; i < LAYOUT.size; i++) {
      const g = this.slope[i]!
      this.mean[i] = 0.9 * this.mean[i]! + 0.1 * g
      this.square[i] = 0.999 * this.square[i]! + 0.001 * g * g
      this.weights[i]! -= rate * (this.mean[i]! / warmMean / (Math.sqrt(this.square[i]! / warmSquare) + 1e-8) + DECAY * this.weights[i]!)
      this.slope[i] = 0
    }
  }
}
