/** The weights of greatest likelihood, by Adam (Kingma & Ba, 2015) with a penalty on their squares. */
import type { Rng } from '../../src/base/rng.ts'
import { OF_APP, OF_NONE } from '../../src/dialogue/route/features.ts'
import { type RouteWeights, scoresOf } from '../../src/dialogue/route/model.ts'
import type { Example } from './homes.ts'

/** Numbers that learn by Adam, each step along `slope` (uphill). */
class Learned {
  readonly values: Float32Array
  readonly slope: Float32Array
  private readonly first: Float32Array
  private readonly second: Float32Array
  private steps = 0
  constructor(values: Float32Array) {
    this.values = values
    this.slope = new Float32Array(values.length)
    this.first = new Float32Array(values.length)
    this.second = new Float32Array(values.length)
  }
  step(rate: number, penalty: number) {
    this.steps++
    const early = [1 - 0.9 ** this.steps, 1 - 0.999 ** this.steps] as const
    for (let j = 0; j < this.values.length; j++) {
      const g = this.slope[j]! - 2 * penalty * this.values[j]!
      this.first[j] = 0.9 * this.first[j]! + 0.1 * g
      this.second[j] = 0.999 * this.second[j]! + 0.001 * g * g
      this.values[j]! += (rate * (this.first[j]! / early[0])) / (Math.sqrt(this.second[j]! / early[1]) + 1e-8)
      this.slope[j] = 0
    }
  }
}

const BATCH = 64
const EPOCHS = 6
const PENALTY = 1e-4

export function learn(examples: Example[], rng: Rng): RouteWeights {
  const app = new Learned(new Float32Array(OF_APP.length))
  const none = new Learned(new Float32Array(OF_NONE.length))
  const weights = { app: app.values, none: none.values }
  const steps = EPOCHS * Math.ceil(examples.length / BATCH)
  for (let step = 0; step < steps; step++) {
    for (let k = 0; k < BATCH; k++) {
      const one = examples[Math.floor(rng.next() * examples.length)]!
      const chances = chancesOf(scoresOf(one, weights))
      chances.forEach((chance, i) => {
        const pull = (((i === one.meant ? 1 : 0) - chance) * one.weight) / BATCH
        const row = one.apps[i]
        add((row ? app : none).slope, row ?? one.none, pull)
      })
    }
    for (const each of [app, none]) each.step(0.05 * (1 - step / steps), PENALTY)
  }
  return weights
}
function add(to: Float32Array, row: Float32Array, scale: number) {
  for (let j = 0; j < row.length; j++) to[j]! += scale * row[j]!
}
function chancesOf(scores: number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

export function report(examples: Example[], weights: RouteWeights) {
  const judged = examples.map((one) => {
    const chances = chancesOf(scoresOf(one, weights))
    return { one, right: chances.indexOf(Math.max(...chances)) === one.meant, chance: chances[one.meant]! }
  })
  const share = (of: typeof judged) => `${((100 * of.filter(({ right }) => right).length) / of.length).toFixed(1)} % of ${of.length}`
  const loss = judged.reduce((sum, { chance }) => sum - Math.log(Math.max(chance, 1e-9)), 0) / judged.length
  const isNone = ({ one }: (typeof judged)[number]) => one.meant === one.apps.length
  return `its app ${share(judged.filter((each) => !isNone(each)))}, none ${share(judged.filter(isNone))}, log loss ${loss.toFixed(3)}`
}
