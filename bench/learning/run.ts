/**
 * What the learners are worth where the answer is known: `macaron bench learning [part ...] [--seeds N] [--json]`. Parts are
 * the keys of PARTS; without one all are run. Means over seeds (ten at least where docs/benchmarks.md quotes them) with 95 %
 * intervals.
 */
import { table } from '../index.ts'
import { meanOver as meanOverStarts, optimalValues } from './environments/finite.ts'
import { COUNTED, FIRST_GOAL, rooms } from './environments/rooms.ts'
import { taxi } from './environments/taxi.ts'
import { roomsLearned, taxiFlat, taxiOptions } from './optima.ts'
import { meanOf, overSeeds, shown } from './statistics.ts'
import * as suite from './suite.ts'
import { EPISODES, flatSarsa, type Learner, live, MOVES_AT, OPTIONS, optionCritic, type Parts, RoomsAgent } from './transfer.ts'

type Part = (seeds: number) => string

const PARTS: Record<string, Part> = { optima, transfer, suite: suiteTable }

export async function run(args: string[]): Promise<{ table: string; value: Record<string, string> }> {
  const at = args.indexOf('--seeds')
  const seeds = at < 0 ? 10 : Number(args[at + 1])
  const named = args.filter((arg) => arg in PARTS)
  const value: Record<string, string> = {}
  for (const name of named.length ? named : Object.keys(PARTS)) value[name] = PARTS[name]!(seeds)
  return { value, table: Object.values(value).join('\n\n') }
}

function optima(seeds: number): string {
  const world = taxi()
  const optimum = meanOverStarts(world, optimalValues(world, 1))
  const counted = rooms(FIRST_GOAL, COUNTED)
  const steps = -meanOverStarts(counted, optimalValues(counted, 1))
  const all = Array.from({ length: seeds }, (_, i) => 1000 + i)
  const options = all.map((seed) => taxiOptions(seed, 10_000, optimum))
  const flat = all.map((seed) => taxiFlat(seed, 10_000, optimum))
  const row = (name: string, learned: typeof flat) => [
    name,
    optimum.toFixed(2),
    shown(meanOf(learned.map(({ reached }) => reached)), 2),
    learned.filter(({ reached }) => reached >= 0.98 * optimum).length,
    shown(meanOf(learned.map(({ episodes }) => episodes)), 0),
  ]
  const found = all.map((seed) => roomsLearned(seed, 1000))
  return table(
    ['', 'optimum', 'reached', `within 2 %, of ${seeds}`, 'after episodes'],
    [
      row('Taxi-v3, options within options', options),
      row('Taxi-v3, flat Q-learning', flat),
      ['Four Rooms, mean steps', steps.toFixed(3), shown(meanOf(found), 3), found.filter((mean) => mean <= 1.02 * steps).length, 1000],
    ],
  )
}

function transfer(seeds: number): string {
  const agent = (parts: Partial<Parts>) => (): Learner => {
    const one = new RoomsAgent({ ...OPTIONS, ...parts })
    return (world, rng) => one.play(world, rng)
  }
  const critic = { discount: 0.99, critic: 0.5, within: 0.25, ending: 0.25, temperature: 0.01, lasting: 0 }
  const learners: [string, () => Learner][] = [
    ['SARSA(0)', () => flatSarsa(0.5, 0.01)],
    ['option-critic, 4 options', () => optionCritic(critic)],
    ['ways to found subgoals, forgetting, planning', agent({})],
    ['without the ways (single steps)', agent({ found: null })],
    ['without planning', agent({ plans: 0 })],
    ['without forgetting', agent({ forgets: false })],
    ['ways alone', agent({ forgets: false, plans: 0 })],
  ]
  const rows = learners.map(([name, make]) => {
    const lives = Array.from({ length: seeds }, (_, i) => live(make(), 1000 + i))
    const over = (from: number, to: number) => shown(meanOf(lives.map((steps) => meanOf(steps.slice(from, to)).mean)))
    return [name, over(MOVES_AT - 100, MOVES_AT), over(MOVES_AT, MOVES_AT + 50), over(EPISODES - 100, EPISODES)]
  })
  return table(['mean steps an episode', 'last 100 before the goal moves', 'first 50 after', 'last 100'], rows)
}

function suiteTable(seeds: number): string {
  const row = (name: string, agent: string, score: (seed: number) => number) => [name, agent, shown(overSeeds(seeds, score), 3)]
  return table(
    ['bsuite', 'agent', 'score'],
    [
      row('bandit', 'hope', suite.banditScore),
      row('catch', 'hope', suite.catchScore),
      row('deep_sea', 'hope', suite.deepSeaScore),
      row('discounting_chain', 'linear', suite.discountingScore),
      row('memory_len', 'linear, remembers', suite.memoryScore),
      row('memory_len', 'linear, does not', (seed) => suite.memoryScore(seed, false)),
      row('umbrella_length', 'linear', suite.umbrellaScore),
    ],
  )
}
