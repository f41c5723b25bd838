/**
 * bsuite's scores, by its own rules, of two agents: tables with hope (`Optimist`) where states can be numbered, and linear
 * values with an upper bound (LinUCB over what an episode still brought, one model a step) where they cannot. The second
 * remembers, of each part of what it saw, the value that stood out most: without that memory_len is not solvable.
 */
import { seeded } from '../../src/base/rng.ts'
import { Optimist, type Visit } from '../../src/learning/optimist.ts'
import { Regression } from '../../src/learning/regression.ts'
import { best } from '../../src/policy/softmax.ts'
import * as suite from './environments/suite.ts'

/** What an unknown pair is hoped to bring: as much as any return there is. */
const HOPED = 1
/** Deviations of the upper bound. */
const WIDTH = 1
const EPISODES = 10_000
/** Of the two that learn slowest to compute: a fifth, which is stricter, since regret before it is learned weighs more. */
const FEWER = 2000

/** Plays one episode and learns of it; returns the sum of its rewards, and the last of them. */
export type Agent = (world: suite.World) => { total: number; last: number }

export function table(actions: number): Agent {
  const agent = new Optimist(actions, HOPED)
  return (world) => {
    const episode: Visit[] = []
    let observation = world.reset()
    for (;;) {
      const state = observation.join()
      const action = agent.choose(state)
      const { observation: next, reward, done } = world.step(action)
      episode.push({ state, action, reward })
      if (done) break
      observation = next
    }
    agent.learn(episode)
    return summed(episode.map(({ reward }) => reward))
  }
}

const summed = (rewards: number[]) => ({ total: rewards.reduce((a, b) => a + b, 0), last: rewards[rewards.length - 1]! })

export function linear(actions: number, remembers: boolean): Agent {
  const models: Regression[][] = []
  return (world) => {
    const taken: { x: Float64Array; action: number; reward: number }[] = []
    let observation = world.reset()
    let outstanding = observation.map(() => 0)
    for (let time = 0; ; time++) {
      outstanding = outstanding.map((kept, i) => (Math.abs(observation[i]!) > Math.abs(kept) ? observation[i]! : kept))
      const x = Float64Array.from([1, ...observation, ...(remembers ? outstanding : [])])
      models[time] ??= Array.from({ length: actions }, () => new Regression(x.length))
      const action = best(models[time]!.map((model) => model.predict(x) + WIDTH * model.noise * Math.sqrt(model.variance(x))))
      const { observation: next, reward, done } = world.step(action)
      taken.push({ x, action, reward })
      observation = next
      if (done) break
    }
    let left = 0
    for (let time = taken.length - 1; time >= 0; time--) {
      const { x, action, reward } = taken[time]!
      left += reward
      models[time]![action]!.add(x, left)
    }
    return summed(taken.map(({ reward }) => reward))
  }
}

/** Mean regret over the episodes against a policy that does as well as can be, over that of a random one. */
function regretScore(
  agent: Agent,
  world: suite.World,
  { most, base, episodes = EPISODES }: { most: number; base: number; episodes?: number },
) {
  let regret = 0
  for (let i = 0; i < episodes; i++) regret += most - agent(world).total
  return Math.min(1, Math.max(0, (base - regret / episodes) / base))
}

export const banditScore = (seed: number) => regretScore(table(11), suite.bandit(seeded(seed)), { most: 1, base: 0.5 })
export const catchScore = (seed: number) => regretScore(table(3), suite.catching(seeded(seed)), { most: 1, base: 1.6 })

export function discountingScore(seed: number): number {
  const agent = linear(5, false)
  const world = suite.discountingChain(seed % 5)
  let sum = 0
  for (let i = 0; i < 1000; i++) sum += agent(world).total
  return 1 - 10 * (1.1 - sum / 1000)
}

/** Solved: less than four of five episodes so far strayed from the one good way, before 2^size + 100 episodes. */
export function deepSeaScore(seed: number, sizes = suite.SIZES): number {
  const solved = sizes.filter((size) => {
    const world = suite.deepSea(size, seeded(seed * 100 + size))
    const agent = table(2)
    let strayed = 0
    for (let episode = 1; episode <= Math.min(EPISODES, 2 ** size + 100); episode++) {
      agent(world)
      if (world.strayed()) strayed++
      if (episode % 100 === 0 && strayed / episode < 0.8) return true
    }
    return false
  })
  return solved.length / sizes.length
}

/** Wrong in less than three of eight episodes on the whole (half is chance). */
export function memoryScore(seed: number, remembers = true, lengths = suite.LENGTHS, episodes = FEWER): number {
  const learned = lengths.filter(
    (length) => wrongs(linear(2, remembers), suite.memoryChain(length, seeded(seed * 1000 + length)), episodes) / 0.5 < 0.75,
  )
  return learned.length / lengths.length
}

/** Regret (2 an umbrella that was wrong) under a half an episode; 1 is chance. */
export function umbrellaScore(seed: number, lengths = suite.LENGTHS, episodes = FEWER): number {
  const learned = lengths.filter(
    (length) => 2 * wrongs(linear(2, false), suite.umbrellaChain(length, 20, seeded(seed * 1000 + length)), episodes) < 0.5,
  )
  return learned.length / lengths.length
}

/** Share of episodes that ended badly. */
function wrongs(agent: Agent, world: suite.World, episodes: number): number {
  let wrong = 0
  for (let i = 0; i < episodes; i++) if (agent(world).last < 0) wrong++
  return wrong / episodes
}
