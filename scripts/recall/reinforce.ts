/**
 * The memory token goes on learning from what its pointing is worth: `npx tsx scripts/recall/reinforce.ts DIR [--seed N]
 * [--epochs N] [--rate R] [--write]` where DIR is that of train.ts. Starts from the weights that were learned from labels
 * (src/memory/recall/weights/token.json) and prints recall on the validation part after each third of an epoch; `--write`
 * keeps the best.
 *
 * A completion is a sequence of pointings, its tokens the candidates pointed at; the formulas are those of
 * src/training/dapo.ts. The metric is the share of the evidence among the first k (what the labels stand for); the shaped
 * reward also wants it early (discounted gain of Jarvelin and Kekalainen, 2002). Labels teach one step at a time, with the
 * evidence given; here whole sequences are judged, so that a pointing is also worth what it leads to.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { experts, firstScore, gateOf, relate, relationScore, relators } from '../../src/memory/recall/token.ts'
import { packageRoot } from '../../src/root.ts'
import { advantages, CLIP, teaches, tokenLoss } from '../../src/training/dapo.ts'
import { type Episode, load, type Part } from './episodes.ts'
import { recallOf } from './learn.ts'
import { Network } from './network.ts'

const SAMPLES = 16
const QUESTIONS = 64
const MINI_BATCH = 16
const SHORTLIST = 48

/** One pointing: what was open and how it related to what was pointed at before, which was taken and at what log-chance. */
type Step = { open: number[]; relations: (Float32Array | null)[]; taken: number; log: number }
type Sequence = { steps: Step[]; metric: number; reward: number }
type Question = { episode: Episode; weight: number; sequences: Sequence[] }

function rollOut(network: Network, { episode, weight, k }: Asked, rng: Rng): Question {
  const sequences = Array.from({ length: SAMPLES }, () => pointed(network, episode, k, rng))
  return { episode, weight, sequences }
}
type Asked = { episode: Episode; weight: number; k: number }

function pointed(network: Network, episode: Episode, k: number, rng: Rng): Sequence {
  const { field, evidence, units, asked, wanted } = episode
  const { first, related } = scoring(network, episode)
  const relating = relate(units, asked, field)
  let open = [...first.keys()].sort((a, b) => first[b]! - first[a]!).slice(0, SHORTLIST)
  const steps: Step[] = []
  const hits: boolean[] = []
  while (open.length && steps.length < k) {
    const relations = open.map((i) => (steps.length ? relating.of(field.candidates[i]!.slot) : null))
    const chances = softmax(open.map((i, n) => first[i]! + (relations[n] ? relationScore(related, relations[n]) : 0)))
    const taken = drawn(chances, rng.next())
    steps.push({ open, relations, taken, log: Math.log(chances[taken]!) })
    const { slot } = field.candidates[open[taken]!]!
    hits.push(evidence.has(slot))
    relating.take(slot)
    open = open.filter((_, n) => n !== taken)
  }
  const gain = (list: boolean[]) => list.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0)
  const metric = hits.filter(Boolean).length / wanted
  const best = gain(Array.from({ length: Math.min(wanted, k) }, () => true))
  return { steps, metric, reward: metric + 0.5 * (gain(hits) / best) }
}

function scoring({ weights }: Network, { field }: Episode) {
  const gate = gateOf(weights, field.setting)
  const mixed = experts(weights, gate)
  return { first: field.candidates.map(({ signals }) => firstScore(weights, mixed, signals)), related: relators(weights, gate) }
}

function softmax(scores: number[]): number[] {
  const most = Math.max(...scores)
  const all = scores.map((score) => Math.exp(score - most))
  const total = all.reduce((a, b) => a + b, 0)
  return all.map((one) => one / total)
}

function drawn(chances: number[], u: number): number {
  let left = u
  const at = chances.findIndex((chance) => {
    left -= chance
    return left < 0
  })
  return at < 0 ? chances.indexOf(Math.max(...chances)) : at
}

/** One step of the weights, the loss divided by all pointings of the batch. */
function update(network: Network, questions: Question[], rate: number): void {
  const pointings = questions.reduce((sum, { sequences }) => sum + sequences.reduce((all, { steps }) => all + steps.length, 0), 0)
  for (const { episode, weight, sequences } of questions) {
    const { field } = episode
    const { first, related } = scoring(network, episode)
    const worth = advantages(sequences.map(({ reward }) => reward))
    for (const [at, { steps }] of sequences.entries())
      for (const { open, relations, taken, log } of steps) {
        const chances = softmax(open.map((i, n) => first[i]! + (relations[n] ? relationScore(related, relations[n]!) : 0)))
        const { slope } = tokenLoss(Math.log(chances[taken]!), log, worth[at]!, CLIP)
        for (const [n, i] of open.entries()) {
          const d = (weight * slope * (Number(n === taken) - chances[n]!)) / pointings
          if (Math.abs(d) * pointings > 1e-4) network.push(d, field.setting, field.candidates[i]!.signals, relations[n]!)
        }
      }
  }
  network.update(rate)
}

/** All questions of the train part once, in a new order. */
function ordered(train: Part[], rng: Rng): Asked[] {
  const pool = train.flatMap(({ episodes, weight, k }) =>
    episodes.filter(({ evidence }) => evidence.size).map((episode) => ({ episode, weight, k: Math.min(k, 10), order: rng.next() })),
  )
  return pool.sort((a, b) => a.order - b.order)
}

function learn(network: Network, pool: Asked[], rng: Rng, rate: number): { metric: number; kept: number } {
  const seen = { metric: 0, kept: 0 }
  let batch: Question[] = []
  for (const asked of pool) {
    const question = rollOut(network, asked, rng)
    const metrics = question.sequences.map(({ metric }) => metric)
    seen.metric += metrics.reduce((a, b) => a + b, 0) / SAMPLES
    if (!teaches(metrics)) continue
    seen.kept++
    batch.push(question)
    if (batch.length < QUESTIONS) continue
    for (let i = 0; i < QUESTIONS; i += MINI_BATCH) update(network, batch.slice(i, i + MINI_BATCH), rate)
    batch = []
  }
  return { metric: seen.metric / pool.length, kept: seen.kept / pool.length }
}

function judged(network: Network, validation: Part[]): { score: number; shown: string } {
  const figures = validation.map((part) => ({ ...part, recall: recallOf(network.weights, part) }))
  const total = figures.reduce((sum, { weight }) => sum + weight, 0)
  const score = figures.reduce((sum, { weight, recall }) => sum + weight * recall, 0) / total
  return { score, shown: figures.map(({ name, recall }) => `${name} ${(100 * recall).toFixed(1)}`).join('  ') }
}

const folder = process.argv[2]
if (!folder) throw new Error('usage: scripts/recall/reinforce.ts DIR [--seed N] [--epochs N] [--write]')
const flag = (name: string, otherwise: number) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise
const file = join(packageRoot(), 'src', 'memory', 'recall', 'weights', 'token.json')
const kept = JSON.parse(readFileSync(file, 'utf8')) as { token: number[]; made: Record<string, unknown> }
const seed = flag('--seed', 7)
const rng = seeded(seed)
const network = new Network(rng)
network.weights.set(kept.token)
const { train, validation } = await load(folder)
const start = judged(network, validation)
console.log(`start  score ${(100 * start.score).toFixed(2)}  ${start.shown}`)
let best = { ...start, weights: network.weights.slice(), after: 0 }
const thirds = 3 * flag('--epochs', 3)
let pool: Asked[] = []
for (let i = 1; i <= thirds; i++) {
  if (i % 3 === 1) pool = ordered(train, rng)
  const third = pool.filter((_, n) => n % 3 === i % 3)
  const { metric, kept: share } = learn(network, third, rng, flag('--rate', 1e-4) * (1 - (i - 1) / thirds))
  const now = judged(network, validation)
  console.log(`${i}/3  metric ${metric.toFixed(3)}  kept ${share.toFixed(2)}  score ${(100 * now.score).toFixed(2)}  ${now.shown}`)
  if (now.score > best.score) best = { ...now, weights: network.weights.slice(), after: i }
}
console.log(`best after ${best.after} thirds of an epoch: ${(100 * start.score).toFixed(2)} -> ${(100 * best.score).toFixed(2)}`)
if (process.argv.includes('--write') && best.after > 0) {
  const token = [...best.weights].map((w) => Number(w.toFixed(5)))
  const made = {
    ...kept.made,
    reinforced: `npx tsx scripts/recall/reinforce.ts DIR --seed ${seed}, ${best.after} thirds of an epoch: ${best.shown}`,
  }
  writeFileSync(file, `${JSON.stringify({ ...kept, made, token })}\n`)
}
