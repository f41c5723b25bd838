/**
 * Learning a conditional random field over stretches (src/dialogue/log/spans/field.ts): stochastic gradient with AdaGrad steps
 * (Duchi, Hazan and Singer 2011) against -log p(the parting that was marked).
 */
import type { Rng } from '../src/base/rng.ts'
import { beliefs, type Filled, type Lattice, scoresOf } from '../src/dialogue/log/spans/field.ts'

const EPOCHS = 6
/** The last epochs whose weights are averaged (Polyak and Juditsky 1992). */
const AVERAGED = 3
const RATE = 0.1
const START = 1
const DECAY = 0.001
/** The share of what a message shows that a step of it does not see (Srivastava et al. 2014). */
const DROPPED = 0.3

export type Example = { lattice: Lattice; truth: Filled[] }

/** As whole numbers in a row: a third of the memory. */
export function compact(lattice: Lattice): Lattice {
  const row = (buckets: readonly number[]) => Int32Array.from(buckets) as unknown as readonly number[]
  return {
    ...lattice,
    others: lattice.others.map(row),
    stretches: lattice.stretches.map((one) => ({ ...one, fills: one.fills.map((fill) => fill && row(fill)) })),
  }
}

function thinned(lattice: Lattice, rng: Rng): Lattice {
  const salt = Math.floor(rng.next() * 0x7fffffff)
  const kept = (buckets: readonly number[]): number[] => {
    const some: number[] = []
    for (let i = 0; i < buckets.length; i++) {
      const hash = Math.imul(buckets[i]! ^ salt, 0x9e3779b1)
      if (((hash ^ (hash >>> 15)) >>> 8) % 1000 >= DROPPED * 1000) some.push(buckets[i]!)
    }
    return some
  }
  return {
    ...lattice,
    others: lattice.others.map(kept),
    stretches: lattice.stretches.map((one) => ({ ...one, fills: one.fills.map((fill) => fill && kept(fill)) })),
    links: lattice.links.map((lasts) => lasts.map((roles) => roles.map((role) => role && kept(role)))),
  }
}

/**
 * Weights [buckets]. `from` [buckets]: what was learned of something alike, which they begin with and are drawn to in place
 * of nothing.
 */
export function train(examples: readonly Example[], buckets: number, rng: Rng, from = new Float32Array(buckets)): Float32Array {
  const prior = from.map((weight) => weight / (1 - DROPPED))
  const weights = prior.slice()
  const squares = new Float32Array(buckets).fill(START)
  const sum = new Float32Array(buckets)
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (const at of order) loss += step({ ...examples[at]!, lattice: thinned(examples[at]!.lattice, rng) }, weights, squares, prior)
    process.stderr.write(`epoch ${epoch + 1}: ${(loss / examples.length).toFixed(3)} nats a message\n`)
    if (epoch >= EPOCHS - AVERAGED) for (let i = 0; i < buckets; i++) sum[i]! += weights[i]!
  }
  return sum.map((weight) => (weight / AVERAGED) * (1 - DROPPED))
}

/** One step against -log p(truth); what it was. */
function step({ lattice, truth }: Example, weights: Float32Array, squares: Float32Array, prior: Float32Array): number {
  const { fields: F, stretches, gaps } = lattice
  const scores = scoresOf(lattice, { weights, scale: 1 })
  const found = beliefs(lattice, scores)
  const move = (buckets: readonly number[], slope: number) => {
    if (Math.abs(slope) < 1e-4) return
    for (const at of buckets) {
      const gradient = slope + DECAY * (weights[at]! - prior[at]!)
      squares[at]! += gradient * gradient
      weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!)
    }
  }
  let said = 0
  let last = 0
  const covered = new Uint8Array(lattice.others.length)
  for (const { at, field, anew } of truth) {
    const { from, to } = stretches[at]!
    covered.fill(1, from, to)
    const link = (gaps[from]! * (1 + F) + last) * 2 * F + (anew ? F + field : field)
    said += scores.fill[at * F + field]! + scores.link[link]!
    found.fill[at * F + field]! -= 1
    found.link[link]! -= 1
    last = field + 1
  }
  lattice.others.forEach((buckets, i) => {
    if (!covered[i]) {
      said += scores.other[i]!
      found.other[i]! -= 1
    }
    move(buckets, found.other[i]!)
  })
  stretches.forEach(({ fills }, at) => {
    fills.forEach((buckets, f) => {
      if (buckets) move(buckets, found.fill[at * F + f]!)
    })
  })
  lattice.links.forEach((lasts, gap) => {
    lasts.forEach((roles, l) => {
      roles.forEach((buckets, role) => {
        if (buckets) move(buckets, found.link[(gap * (1 + F) + l) * 2 * F + role]!)
      })
    })
  })
  return found.total - said
}
