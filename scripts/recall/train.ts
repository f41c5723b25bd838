/**
 * Trains the memory token from evidence labels: `npx tsx scripts/recall/train.ts DIR` where DIR holds retrieval sets in
 * the layout of bench/retrieval/sets.ts. Writes src/memory/recall/weights/token.json with the command, the data and the
 * seed that made it. Trained on the train part only, the epoch chosen on the validation part:
 *
 *   locomo conv-26 | conv-30     beam-100k chats 1-3 | 4-5     memdaily-zh by a hash of the trajectory, 1/4 | 1/8
 *
 * The loss of a step is the cross-entropy of the pointer's softmax against the evidence that is not found yet; steps
 * follow the network's own choices half of the time, so that it meets the states it will be in.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../src/base/rng.ts'
import { experts, firstScore, gateOf, relate, relationScore, relators } from '../../src/memory/recall/token.ts'
import { packageRoot } from '../../src/root.ts'
import { type Episode, load, type Part } from './episodes.ts'
import { Network } from './network.ts'
import { trainStop } from './train-stop.ts'

const SEED = 7
const EPOCHS = 12
const BATCH = 8
/** Steps of a rollout that are learned from. */
const STEPS = 5
const SHORTLIST = 48

const folder = process.argv[2]
if (!folder) throw new Error('usage: scripts/recall/train.ts DIR')
const rng = seeded(SEED)
const { train, validation } = await load(folder)
process.stdout.write(
  `train ${train.map(({ name, episodes }) => `${name} ${episodes.length}`)}, validation ${validation.map(({ name, episodes }) => `${name} ${episodes.length}`)}\n`,
)

const network = new Network(rng)
let best = { score: 0, weights: network.weights.slice(), figures: '' }
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  const pool = train.flatMap(({ episodes, weight }) => episodes.map((episode) => ({ episode, weight })))
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(rng.next() * (i + 1))
    ;[pool[i], pool[j]] = [pool[j]!, pool[i]!]
  }
  let loss = 0
  pool.forEach(({ episode, weight }, i) => {
    loss += rollout(episode, weight)
    if (i % BATCH === BATCH - 1) network.update(0.005 * (1 - epoch / (EPOCHS + 2)))
  })
  const figures = validation.map((part) => ({ name: part.name, weight: part.weight, recall: recall(part) }))
  const score = figures.reduce((sum, { weight, recall }) => sum + weight * recall, 0) / figures.reduce((sum, { weight }) => sum + weight, 0)
  const shown = figures.map(({ name, recall }) => `${name} ${(100 * recall).toFixed(1)}`).join('  ')
  process.stdout.write(`${epoch} loss ${(loss / pool.length).toFixed(3)}  ${shown}\n`)
  if (score > best.score) best = { score, weights: network.weights.slice(), figures: shown }
}
const stop = trainStop(best.weights, train, validation, seeded(SEED))
const out = join(packageRoot(), 'src', 'memory', 'recall', 'weights')
mkdirSync(out, { recursive: true })
writeFileSync(
  join(out, 'token.json'),
  `${JSON.stringify({
    made: {
      command: 'npx tsx scripts/recall/train.ts DIR',
      data: train.map(({ name, episodes }) => `${name}: ${episodes.length} questions`),
      seed: SEED,
      validation: best.figures,
    },
    token: rounded(best.weights),
    stop: rounded(stop.weights),
    thresholds: stop.thresholds,
  })}\n`,
)

function rounded(weights: Float64Array): number[] {
  return [...weights].map((w) => Number(w.toFixed(5)))
}

/** Learns from one question; answers with the mean loss of its steps. */
function rollout(episode: Episode, weight: number): number {
  const { field, evidence, units, asked } = episode
  if (evidence.size === 0) return 0
  const gate = gateOf(network.weights, field.setting)
  const mixed = experts(network.weights, gate)
  const scores = field.candidates.map(({ signals }) => firstScore(network.weights, mixed, signals))
  let open = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)
  // Evidence that the first scores would leave out is learned from all the same.
  open = [...open.slice(0, SHORTLIST), ...open.slice(SHORTLIST).filter((i) => evidence.has(field.candidates[i]!.slot))]
  const relating = relate(units, asked, field)
  let loss = 0
  let steps = 0
  for (; steps < STEPS; steps++) {
    const left = open.filter((i) => evidence.has(field.candidates[i]!.slot))
    if (left.length === 0) break
    const relations = open.map((i) => (steps ? relating.of(field.candidates[i]!.slot) : null))
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
      if (Math.abs(slope) > 1e-5) network.push(slope, field.setting, field.candidates[i]!.signals, relations[n] ?? null)
    })
    const own = open[all.indexOf(most)]!
    const next = rng.next() < 0.5 ? own : left.reduce((a, b) => (scores[a]! > scores[b]! ? a : b))
    relating.take(field.candidates[next]!.slot)
    open = open.filter((i) => i !== next)
  }
  return loss / Math.max(1, steps)
}

/** Mean share of the evidence among the first k. */
function recall({ episodes, k }: Part): number {
  const shares = episodes.map((episode) => {
    const found = episode.order(network.weights, k).filter((slot) => episode.evidence.has(slot)).length
    return found / episode.wanted
  })
  return shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length)
}
