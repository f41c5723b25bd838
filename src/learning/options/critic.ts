/**
 * Option-critic (Bacon, Harb & Precup 2017), tables over numbered states: options that nobody designed. The policy over
 * options and those within are softmax, terminations logistic; all follow the gradient of the return.
 *
 *   target    g = r + discount ((1 - beta_w(s')) Q(s',w) + beta_w(s') max_w' Q(s',w'))
 *   critic    Q(s,w) += rate (g - Q(s,w)),  Q(s,w,a) += rate (g - Q(s,w,a))
 *   within    theta_w += rate (Q(s,w,a) - Q(s,w)) grad log pi_w(a|s)
 *   ending    theta_beta -= rate beta (1 - beta) (Q(s',w) - max_w' Q(s',w') + lasting)
 *
 * Both slopes are taken without the softmax's 1/temperature, as the authors do. Left out: function approximation.
 */
import type { Rng } from '../../base/rng.ts'
import { draw, softmax } from '../../policy/softmax.ts'

export type CriticRates = {
  discount: number
  critic: number
  within: number
  ending: number
  temperature: number
  /** How much better another option must be before ending pays (the authors' deliberation margin). */
  lasting: number
}

/** States, options and actions are numbers from 0. */
export class OptionCritic {
  readonly rates: CriticRates
  readonly options: number
  readonly actions: number
  /** Q(s,w): (states x options), also the scores of the policy over options. */
  readonly values: Float64Array
  /** Q(s,w,a): (states x options x actions) */
  readonly actionValues: Float64Array
  /** Scores within: (states x options x actions) */
  readonly within: Float64Array
  /** (states x options), through a logistic. */
  readonly endings: Float64Array

  constructor(shape: { states: number; options: number; actions: number }, rates: CriticRates) {
    this.rates = rates
    this.options = shape.options
    this.actions = shape.actions
    const pairs = shape.states * shape.options
    this.values = new Float64Array(pairs)
    this.actionValues = new Float64Array(pairs * shape.actions)
    this.within = new Float64Array(pairs * shape.actions)
    this.endings = new Float64Array(pairs)
  }

  /** Q(s, .): (options) */
  row(state: number): Float64Array {
    return this.values.subarray(state * this.options, (state + 1) * this.options)
  }
  /** Probabilities of the actions within an option. */
  policy(state: number, option: number): Float64Array {
    const from = (state * this.options + option) * this.actions
    return softmax(this.within.subarray(from, from + this.actions), undefined, this.rates.temperature)
  }
  /** beta: chance that the option ends on arrival here. */
  ends(state: number, option: number): number {
    return 1 / (1 + Math.exp(-this.endings[state * this.options + option]!))
  }
  chooseOption(state: number, rng: Rng): number {
    return draw(softmax(this.row(state), undefined, this.rates.temperature), rng)
  }

  /** One step within an option. */
  learn(step: { from: number; option: number; action: number; reward: number; to: number; done: boolean }): void {
    const { critic, within } = this.rates
    const { from, option, action } = step
    const at = from * this.options + option
    const pair = at * this.actions + action
    const target = this.target(step)
    this.values[at]! += critic * (target - this.values[at]!)
    this.actionValues[pair]! += critic * (target - this.actionValues[pair]!)
    const better = this.actionValues[pair]! - this.values[at]!
    const chances = this.policy(from, option)
    for (let a = 0; a < this.actions; a++) this.within[at * this.actions + a]! += within * better * ((a === action ? 1 : 0) - chances[a]!)
    if (!step.done) this.learnEnding(step.to, option)
  }

  private target({ option, reward, to, done }: { option: number; reward: number; to: number; done: boolean }): number {
    if (done) return reward
    const ends = this.ends(to, option)
    const row = this.row(to)
    return reward + this.rates.discount * ((1 - ends) * row[option]! + ends * row.reduce((a, b) => Math.max(a, b)))
  }

  private learnEnding(state: number, option: number): void {
    const row = this.row(state)
    const advantage = row[option]! - row.reduce((a, b) => Math.max(a, b)) + this.rates.lasting
    const ends = this.ends(state, option)
    this.endings[state * this.options + option]! -= this.rates.ending * ends * (1 - ends) * advantage
  }
}
