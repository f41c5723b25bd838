/**
 * When what was sure no longer holds. Of each place it is known what arriving there pays, mean and spread; a payment far
 * outside is a surprise, and a few without a usual one between them mean that the task has changed: what was learned of the task is
 * then better forgotten than unlearned step by step (as in change-point detection, Hadoux, Beynier & Weng 2014). What was
 * learned of the ways stays.
 */
export class Surprise {
  readonly mean: Float64Array
  readonly square: Float64Array
  readonly count: Uint32Array
  private inRow = 0

  constructor(states: number) {
    this.mean = new Float64Array(states)
    this.square = new Float64Array(states)
    this.count = new Uint32Array(states)
  }

  /** Whether with this payment the task has changed. */
  changed(state: number, reward: number): boolean {
    const odd = this.isOdd(state, reward)
    this.inRow = odd ? this.inRow + 1 : this.isTelling(state) ? 0 : this.inRow
    if (this.inRow >= IN_ROW) {
      this.forget()
      return true
    }
    if (!odd) this.add(state, reward)
    return false
  }

  private isOdd(state: number, reward: number): boolean {
    const count = this.count[state]!
    if (count < KNOWN) return false
    const spread = Math.sqrt(this.square[state]! / count)
    return Math.abs(reward - this.mean[state]!) > SPREADS * spread + LEAST
  }

  /** A place that pays nothing either way says nothing about the task. */
  private isTelling(state: number): boolean {
    return this.count[state]! >= KNOWN && Math.abs(this.mean[state]!) > LEAST
  }

  /** Running mean and sum of squares (Welford). */
  private add(state: number, reward: number): void {
    const count = ++this.count[state]!
    const off = reward - this.mean[state]!
    this.mean[state]! += off / count
    this.square[state]! += off * (reward - this.mean[state]!)
  }

  private forget(): void {
    this.mean.fill(0)
    this.square.fill(0)
    this.count.fill(0)
    this.inRow = 0
  }
}

/** Arrivals after which a payment is known. */
const KNOWN = 5
const IN_ROW = 2
/** Standard deviations, and a least difference, that a surprise takes. */
const SPREADS = 4
const LEAST = 0.1
