/**
 * The summariser's weights while it learns: gradients by hand, Adam (Kingma & Ba 2015) with decay towards where it
 * started, which is pooling by rarity: what the data does not say stays as that.
 */
import type { Rng } from '../../src/base/rng.ts'
import { HEADS, HIDDEN, KERNEL, type Layout, layoutOf, type Pass } from '../../src/memory/summary/encoder.ts'
import { addOwn, type Pieces, TRAIT_COUNT, TRAITS } from '../../src/memory/summary/pieces.ts'

/** What a learner may leave as it started: for ablations. */
export type Fixed = { attention?: boolean; convolution?: boolean; mix?: boolean; own?: boolean }

/** The mixing matrices have most of the weights and start as the identity: they move this much slower. */
const MIXING = 0.1

export class Block {
  readonly layout: Layout
  readonly weights: Float64Array
  readonly slope: Float64Array
  private readonly adam: Adam
  private readonly fixed: Fixed

  constructor(dimension: number, rng: Rng, fixed: Fixed = {}) {
    this.layout = layoutOf(dimension)
    this.fixed = fixed
    const { kernel, trait, heads, direct, mix, own, size } = this.layout
    this.weights = new Float64Array(size)
    this.slope = new Float64Array(size)
    const random = (at: number, many: number, scale: number) => {
      for (let i = 0; i < many; i++) this.weights[at + i] = (rng.next() - 0.5) * 2 * scale
    }
    random(kernel, KERNEL * HIDDEN * dimension, fixed.convolution ? 0 : 0.5 / Math.sqrt(dimension))
    random(trait, HIDDEN * TRAIT_COUNT, 0.3)
    random(heads, HEADS * HIDDEN, fixed.attention ? 0 : 0.1)
    for (let head = 0; head < HEADS; head++) {
      this.weights[direct + head * TRAIT_COUNT + TRAITS.indexOf('rarity')] = 4
      for (let j = 0; j < dimension; j++) this.weights[mix + head * dimension ** 2 + j * dimension + j] = 1 / HEADS
      this.weights[own + head] = fixed.own ? 0 : 0.1
    }
    this.adam = new Adam(this.weights)
  }

  /** Adds the gradient of one pass, given the loss's slope at its vector. */
  push(pieces: Pieces, pass: Pass, dVector: Float64Array): void {
    const { layout, weights, slope } = this
    const { dimension, mix, own } = layout
    if (pass.norm === 0) return
    const dSum = throughNorm(pass, dVector)
    const dHidden = new Float64Array(pass.hidden.length)
    const ownAlong = alongOwn(pieces, dSum)
    for (let head = 0; head < HEADS; head++) {
      const at = mix + head * dimension ** 2
      const dPooled = new Float64Array(dimension)
      for (let i = 0; i < dimension; i++)
        for (let j = 0, from = at + i * dimension; j < dimension; j++, from++) {
          slope[from]! += dSum[i]! * pass.pooled[head]![j]!
          dPooled[j]! += dSum[i]! * weights[from]!
        }
      for (let i = 0; i < pieces.count; i++) slope[own + head]! += ownAlong[i]! * pass.attention[head * pieces.count + i]!
      if (!this.fixed.attention) this.throughSoftmax(pieces, pass, head, dPooled, ownAlong, dHidden)
    }
    if (!this.fixed.attention) this.throughConvolution(pieces, pass, dHidden)
  }

  /** From the pooled directions to the head's weights, and on to what is hidden. */
  private throughSoftmax(
    { count, units, traits }: Pieces,
    pass: Pass,
    head: number,
    dPooled: Float64Array,
    ownAlong: Float64Array,
    dHidden: Float64Array,
  ): void {
    const { layout, weights, slope } = this
    const { dimension } = layout
    const shares = pass.attention.subarray(head * count, (head + 1) * count)
    const share = weights[layout.own + head]!
    const dShare = new Float64Array(count)
    let mean = 0
    for (let i = 0; i < count; i++) {
      let sum = share * ownAlong[i]!
      for (let j = 0, at = i * dimension; j < dimension; j++, at++) sum += dPooled[j]! * units[at]!
      dShare[i] = sum
      mean += shares[i]! * sum
    }
    for (let i = 0; i < count; i++) {
      const d = shares[i]! * (dShare[i]! - mean)
      for (let f = 0; f < TRAIT_COUNT; f++) slope[layout.direct + head * TRAIT_COUNT + f]! += d * traits[i * TRAIT_COUNT + f]!
      for (let r = 0; r < HIDDEN; r++) {
        slope[layout.heads + head * HIDDEN + r]! += d * pass.hidden[i * HIDDEN + r]!
        dHidden[i * HIDDEN + r]! += d * weights[layout.heads + head * HIDDEN + r]!
      }
    }
  }

  private throughConvolution({ count, units, traits }: Pieces, { hidden }: Pass, dHidden: Float64Array): void {
    const { layout, slope, fixed } = this
    const { dimension } = layout
    for (let i = 0; i < count; i++)
      for (let r = 0; r < HIDDEN; r++) {
        const back = dHidden[i * HIDDEN + r]! * (1 - hidden[i * HIDDEN + r]! ** 2)
        if (Math.abs(back) < 1e-9) continue
        slope[layout.bias + r]! += back
        for (let f = 0; f < TRAIT_COUNT; f++) slope[layout.trait + r * TRAIT_COUNT + f]! += back * traits[i * TRAIT_COUNT + f]!
        if (fixed.convolution) continue
        for (let near = Math.max(0, i - 1); near <= Math.min(count - 1, i + 1); near++) {
          const row = layout.kernel + ((near - i + 1) * HIDDEN + r) * dimension
          for (let j = 0, at = near * dimension; j < dimension; j++, at++) slope[row + j]! += back * units[at]!
        }
      }
  }

  update(rate: number): void {
    const { mix, own } = this.layout
    if (this.fixed.mix) this.slope.fill(0, mix, own)
    if (this.fixed.own) this.slope.fill(0, own)
    this.adam.step(this.weights, this.slope, (i) => (i >= mix && i < own ? rate * MIXING : rate))
  }
}

/** How far each piece's own direction lies along the slope. */
function alongOwn({ count, words }: Pieces, dSum: Float64Array): Float64Array {
  const own = new Float32Array(dSum.length)
  return Float64Array.from({ length: count }, (_, i) => {
    own.fill(0)
    addOwn(words[i]!, 1, own)
    let sum = 0
    for (let j = 0; j < own.length; j++) sum += dSum[j]! * own[j]!
    return sum
  })
}

/** The slope before the scaling to norm 1. */
function throughNorm({ vector, norm }: Pass, d: Float64Array): Float64Array {
  let along = 0
  for (let j = 0; j < d.length; j++) along += d[j]! * vector[j]!
  return d.map((value, j) => (value - along * vector[j]!) / norm)
}

export class Adam {
  private readonly start: Float64Array
  private readonly mean: Float64Array
  private readonly square: Float64Array
  private steps = 0
  private readonly decay: number

  constructor(weights: Float64Array, decay = 0.1) {
    this.start = weights.slice()
    this.mean = new Float64Array(weights.length)
    this.square = new Float64Array(weights.length)
    this.decay = decay
  }

  /** One step down `slope`, which is emptied. */
  step(weights: Float64Array, slope: Float64Array, rateOf: (weight: number) => number): void {
    this.steps++
    const [warmMean, warmSquare] = [1 - 0.9 ** this.steps, 1 - 0.999 ** this.steps]
    for (let i = 0; i < weights.length; i++) {
      const g = slope[i]!
      const mean = 0.9 * this.mean[i]! + 0.1 * g
      const square = 0.999 * this.square[i]! + 0.001 * g * g
      this.mean[i] = mean
      this.square[i] = square
      weights[i]! -= rateOf(i) * (mean / warmMean / (Math.sqrt(square / warmSquare) + 1e-8) + this.decay * (weights[i]! - this.start[i]!))
    }
    slope.fill(0)
  }
}
