/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019), gradients clipped
 * by their norm (Pascanu et al., 2013) and the rate warmed up in a line.
 */
import type { Space } from './memory.ts'
import type { Parameters } from './parameters.ts'

export type AdamOptions = {
  rate: number
  beta1?: number
  beta2?: number
  epsilon?: number
  decay?: number
  /** The largest norm of a gradient. */
  clip?: number
  /** Steps over which the rate rises from 0. */
  warmUp?: number
}

/** What a step did: the norm of the gradient, or that it was not finite and nothing was changed. */
export type Stepped = { norm: number; finite: boolean }

export class Adam {
  steps = 0
  readonly means: Float32Array
  readonly variances: Float32Array
  readonly #at: { means: number; variances: number }
  readonly #space: Space
  readonly #parameters: Parameters
  readonly #options: Required<AdamOptions>

  constructor(space: Space, parameters: Parameters, options: AdamOptions) {
    this.#space = space
    this.#parameters = parameters
    this.#options = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, decay: 0, clip: 1, warmUp: 0, ...options }
    this.#at = { means: space.zeros(parameters.size), variances: space.zeros(parameters.size) }
    this.means = space.floats(this.#at.means, parameters.size)
    this.variances = space.floats(this.#at.variances, parameters.size)
  }

  /** Takes the gradients times `scale`, and clears them. */
  step(scale = 1): Stepped {
    const { size, at, grad, gradients } = this.#parameters
    const { rate, beta1, beta2, epsilon, decay, clip, warmUp } = this.#options
    const norm = Math.sqrt(this.#space.kernel.squares(grad, size)) * Math.abs(scale)
    const finite = Number.isFinite(norm)
    if (finite) {
      this.steps++
      const factor = norm > clip ? (scale * clip) / (norm + 1e-6) : scale
      const now = rate * Math.min(1, this.steps / Math.max(1, warmUp))
      const first = now / (1 - beta1 ** this.steps)
      const second = 1 / (1 - beta2 ** this.steps)
      const { means, variances } = this.#at
      this.#space.kernel.adam(at, grad, means, variances, size, factor, beta1, beta2, first, second, epsilon, 1 - now * decay)
    }
    gradients.fill(0)
    return { norm, finite }
  }
}
