/**
 * The memory token learns to point: one run over the train part, the epoch chosen on the validation part, or the last one
 * where there is none.
 *
 * The loss of a step is the cross-entropy of the pointer's softmax against the evidence that is not found yet; steps
 * follow the network's own choices half of the time, so that it meets the states it will be in.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { experts, firstScore, gateOf, relate, relationScore, relators } from '../../src/memory/recall/token.ts'
import type { Episode, Part } from './episodes.ts'
import { Network } from './network.ts'

const EPOCHS = 12
const BATCH = 8
/** Steps of a rollout that are learned from. */
const STEPS = 5
const SHORTLIST = 48

export type Learned = { weights: Float64Array; figures: string; score: number }

export type Learning = {
  seed: number
  /** weights that are left out (network.ts) */
  frozen?: readonly number[]
  epochs?: number
  /** hears a line an epoch */
  told?(line: string): void
}

export function learnToken(train: Part[], validation: Part[], { seed, told, frozen, epochs = EPOCHS }: Learning): Learned {
  const rng = seeded(seed)
  const network = new Network(rng, frozen)
  let best: Learned = { score: 0, weights: network.weights.slice(), figures: '' }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const pool = train.flatMap(({ episodes, weight }) => episodes.map((episode) => ({ episode, weight })))
    for (let i = pool.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[pool[i], pool[j]] = [pool[j]!, pool[i]!]
    }
    let loss = 0
    pool.forEach(({ episode, weight }, i) => {
      loss += rollout(network, rng, episode, weight)
      if (i % BATCH === BATCH - 1) network.update(0.005 * (1 - epoch / (epochs + 2)))
    })
    const figures = validation.map((part) => ({ name: part.name, weight: part.weight, recall: recallOf(network.weights, part) }))
    const score =
      figures.reduce((sum, { weight, recall }) => sum + weight * recall, 0) / figures.reduce((sum, { weight }) => sum + weight, 0)
    const shown = figures.map(({ name, recall }) => `${name} ${(100 * recall).toFixed(1)}`).join('  ')
    told?.(`${epoch} loss ${(loss / pool.length).toFixed(3)}  ${shown}`)
    // The first half of a run moves too much to be chosen from: a part of few questions would decide by chance.
    if (validation.length === 0 || (epoch >= epochs / 2 && score > best.score))
      best = { score, weights: network.weights.slice(), figures: shown }
  }
  return best
}

/** Learns from one question; answers with the mean loss of its steps. */
function rollout(network: Network, rng: Rng, episode: Episode, weight: number): number {
  const { field, evidence, units, asked } = episode
  if (evidence.size === 0) return 0
  const gate = gateOf(network.weights, field.setting)
  const mixed = experts(network.weights, gate)
  const candidates = field.candidates.slice()
  const scores = candidates.map(({ signals }) => firstScore(network.weights, mixed, signals))
  let open = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)
  // Evidence that the first scores would leave out is learned from all the same.
  open = [...open.slice(0, SHORTLIST), ...open.slice(SHORTLIST).filter((i) => evidence.has(candidates[i]!.slot))]
  const relating = relate(units, asked, field)
  let loss = 0
  let steps = 0
  for (; steps < STEPS; steps++) {
    const left = open.filter((i) => evidence.has(candidates[i]!.slot))
    if (left.length === 0) break
    const relations = open.map((i) => (steps ? relating.of(candidates[i]!.slot) : null))
    const related = relators(network.weights, gate)
    const all = open.map((i, n) => scores[i]! + (relations[n] ? relationScore(related, relations[n]) : 0))
    const most = Math.max(...all)
    const exp = all.map((s) => Math.exp(s - most))
    const total = exp.reduce((a, b) => a + b, 0)
    open.forEach((i, n) => {
      const p = exp[n]! / total
      const target = left.includes(i) ? 1 / left.length : 0
      if (target) loss -= target * Math.log(p + 1e-12)
      const slope = (p - target) * weight * (steps === 0 ? 1 : 0.5)
      if (Math.abs(slope) > 1e-5) network.push(slope, field.setting, candidates[i]!.signals, relations[n] ?? null)
    })
    const own = open[all.indexOf(most)]!
    const next = rng.next() < 0.5 ? own : left.reduce((a, b) => (scores[a]! > scores[b]! ? a : b))
    relating.take(candidates[next]!.slot)
    open = open.filter((i) => i !== next)
  }
  return loss / Math.max(1, steps)
}

/** Mean share of the evidence among the first k. */
export function recallOf(weights: Float64Array, { episodes, k }: Part): number {
  const shares = episodes.map((episode) => {
    const found = episode.order(weights, k).filter((slot) => episode.evidence.has(slot)).length
    return found / episode.wanted
  })
  return shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length)
}
