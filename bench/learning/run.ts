/**
 * What the learners are worth where the answer is known: `macaron bench learning [part ...] [--seeds N] [--json]`. Parts are
 * the keys of PARTS; without one all are run. Means over seeds (ten at least where docs/benchmarks.md quotes them) with 95 %
 * intervals.
 */
import { table } from '../index.ts'
import { learned } from './constraint.ts'
import { costs, medianAndTail } from './cost.ts'
import { judge, LENGTHS } from './credit.ts'
import { meanOver as meanOverStarts, optimalValues } from './environments/finite.ts'
import { COUNTED, FIRST_GOAL, rooms } from './environments/rooms.ts'
import { taxi } from './environments/taxi.ts'
import { coverage } from './evaluation.ts'
import { costsAfter } from './loop.ts'
import { roomsLearned, taxiFlat, taxiOptions } from './optima.ts'
import { actorCritic, bandit, DECISIONS, fixed, type Maker, ours, population, random, shipped } from './people.ts'
import * as sessions from './sessions.ts'
import { meanOf, overSeeds, shown } from './statistics.ts'
import * as suite from './suite.ts'
import { APPS, type Life, lived, PEOPLE } from './taste.ts'
import { EPISODES, flatSarsa, type Learner, live, MOVES_AT, OPTIONS, optionCritic, type Parts, RoomsAgent } from './transfer.ts'

type Part = (seeds: number) => string | Promise<string>

const PARTS: Record<string, Part> = {
  optima,
  transfer,
  suite: suiteTable,
  credit,
  constraints,
  evaluation,
  people,
  sessions: sessionsTable,
  taste,
  loop,
  cost,
}

export async function run(args: string[]): Promise<{ table: string; value: Record<string, string> }> {
  const at = args.indexOf('--seeds')
  const seeds = at < 0 ? 10 : Number(args[at + 1])
  const named = args.filter((arg) => arg in PARTS)
  const value: Record<string, string> = {}
  for (const name of named.length ? named : Object.keys(PARTS)) value[name] = await PARTS[name]!(seeds)
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

function credit(seeds: number): string {
  const rows = LENGTHS.flatMap((length) => {
    const runs = Array.from({ length: seeds }, (_, i) => judge(length, 1000 + i))
    return [...runs[0]!.keys()].map((name) => {
      const over = (part: 'all' | 'key', figure: 'bias' | 'variance' | 'signal', digits: number) =>
        shown(meanOf(runs.map((run) => run.get(name)![part][figure])), digits)
      const log = shown(meanOf(runs.map((run) => 10 * Math.log10(run.get(name)!.all.variance))), 1)
      return [length, name, over('all', 'bias', 2), log, over('all', 'signal', 1), over('key', 'signal', 1)]
    })
  })
  return table(['length', 'credit', 'bias', 'variance, dB', 'signal to noise, dB', 'at the key, dB'], rows)
}

function constraints(seeds: number): string {
  const runs = Array.from({ length: seeds }, (_, i) => learned(1000 + i))
  const share = (of: (run: (typeof runs)[number]) => number) => shown(meanOf(runs.map((run) => 100 * of(run))), 2)
  return table(
    ['constrained process', 'cost over the limit, %', 'return over the program’s, %', 'both within 2 %', 'multiplier'],
    [
      [
        `${seeds} draws of the world`,
        share(({ cost, limit }) => cost / limit - 1),
        share(({ gain, best }) => gain / best - 1),
        runs.filter(({ cost, limit, gain, best }) => Math.abs(cost / limit - 1) <= 0.02 && Math.abs(gain / best - 1) <= 0.02).length,
        shown(meanOf(runs.map(({ multiplier }) => multiplier)), 2),
      ],
    ],
  )
}

/** Logs of each world. */
const LOGS = 100
/** Worlds that nothing was chosen on. */
const FURTHER = 40
const FIRST_FURTHER = 1000

function evaluation(seeds: number): string {
  const worlds = [100, 200, 400, 800].map((count) => [`${count}`, count, seeds, 0] as const)
  const rows = [...worlds, [`100, ${FURTHER} further worlds`, 100, FURTHER, FIRST_FURTHER] as const].map(([name, count, many, first]) => {
    const { held, weights, wrong } = coverage(count, many, LOGS, first)
    const percent = (shares: readonly number[]) => shown(meanOf(shares.map((share) => 100 * share)))
    const estimates = [...held.values()].map((one) => `${percent(one.held)} (${meanOf(one.width).mean.toFixed(2)})`)
    return [name, ...estimates, percent(weights), wrong.length ? percent(wrong) : '']
  })
  return table(
    [
      'decisions',
      ...['IPS', 'self-normalised', 'doubly robust'].map((name) => `${name}: held, % (width)`),
      'mean weight is 1, %',
      'a worse policy promoted, %',
    ],
    rows,
  )
}

function people(seeds: number): string {
  const ship = shipped()
  const learners: [string, () => Maker][] = [
    ['at random', () => random],
    ['fixed', () => fixed],
    ['LinUCB, each person', bandit({ kind: 'ucb', pooled: false })],
    ['LinUCB, one for all, language a feature', bandit({ kind: 'ucb', pooled: true })],
    ['Thompson, each person', bandit({ kind: 'thompson', pooled: false })],
    ['actor-critic, each person', actorCritic()],
    ['ours', ours(ship, ['asking'])],
    ['ours with questions', ours(ship, [])],
    ['without a prior', ours(ship, ['asking', 'prior'])],
    ['without culture', ours(ship, ['asking', 'culture'])],
    ['without the week after', ours(ship, ['asking', 'delay'])],
    ['with Thompson sampling', ours(ship, ['asking', 'greed'])],
  ]
  const rows = learners.map(([name, make]) => [name, shown(overSeeds(seeds, (seed) => population(make, seed)))])
  return table([`regret a person over ${DECISIONS} decisions`, 'mean'], rows)
}

function sessionsTable(seeds: number): string {
  const { actor, atRandom, flatQ, SESSIONS, served, tuned, withReturns, withTraces } = sessions
  const flat: sessions.Without[] = ['hierarchy', 'constraints']
  const servers: [string, () => sessions.Server][] = [
    ['at random', atRandom],
    ['flat Q-learning', tuned((step) => flatQ(step / 10))],
    ['flat actor, REINFORCE', tuned((step) => actor(step, flat, withReturns))],
    ['flat actor, TD(0.9)', tuned((step) => actor(step, flat, withTraces))],
    ['ours', tuned((step) => actor(step, []))],
    ['without hierarchy', tuned((step) => actor(step, ['hierarchy']))],
    ['without weaving (TD(0.9))', tuned((step) => actor(step, [], withTraces))],
    ['without the worth of alternatives', tuned((step) => actor(step, ['alternatives']))],
    ['without constraints', tuned((step) => actor(step, ['constraints']))],
    ['without hierarchy and constraints', tuned((step) => actor(step, flat))],
  ]
  const rows = servers.map(([name, make]) => {
    const lives = Array.from({ length: seeds }, (_, i) => served(make, 1000 + i))
    return [name, shown(meanOf(lives.map(({ regret }) => regret))), shown(meanOf(lives.map(({ bySex }) => bySex)))]
  })
  return table([`sessions, ${SESSIONS} a person`, 'regret', 'of the last hundred, an offer by sex'], rows)
}

/** Lives of each person. */
const LIVES = 100

function taste(): string {
  const rows = PEOPLE.map(([name, person]) => {
    const lives = Array.from({ length: LIVES }, (_, seed) => lived(person, seed))
    const when = (of: (life: Life) => number | null) => {
      const all = lives.flatMap((life) => of(life) ?? []).sort((a, b) => a - b)
      return all.length ? `${all.length}: ${all[all.length >> 1]} (${all.at(-1)})` : '0'
    }
    const others = lives.map((life) => life.others)
    return [name, when((life) => life.learned), meanOf(others).mean.toFixed(1), when((life) => life.interval), when((life) => life.mean)]
  })
  const heading = ['bets: learned, after apps, median (most)', `of ${APPS} apps made the other way`, 'interval at 95 %', 'mean alone']
  return table([`of ${LIVES} lives`, ...heading], rows)
}

/** Apps that somebody has made. */
const APPS_MADE = [30, 100, 300, 1000]

async function loop(): Promise<string> {
  const rows: (string | number)[][] = []
  for (const apps of APPS_MADE)
    for (const open of [true, false]) {
      const { start, decisions, settlings } = await costsAfter(apps, open)
      rows.push([apps, open ? 'today' : 'in the past', ...medianAndTail(decisions), ...medianAndTail(settlings), start.toFixed(1)])
    }
  const heads = ['a decision', 'a settling after a thumb'].flatMap((what) => [`${what}, p50`, 'p95'])
  return table(['apps', 'made', ...heads, 'all of it, at a start'], rows)
}

function cost(): string {
  return table(
    ['milliseconds', 'p50', 'p95'],
    costs().map(([name, times]) => [name, ...medianAndTail(times)]),
  )
}
