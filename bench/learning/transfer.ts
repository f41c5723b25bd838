/**
 * Four Rooms with a goal that moves at episode 1000: how soon a learner is back. Mean steps an episode over the fifty episodes
 * after the move, and over the last hundred of 2000. At most 1000 steps an episode, discount .99, as the authors have it.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { type CriticRates, OptionCritic } from '../../src/learning/options/critic.ts'
import { Seen, subgoalsOf } from '../../src/learning/options/discover.ts'
import { sarsa } from '../../src/learning/options/flat.ts'
import { planned, type Task } from '../../src/learning/options/plan.ts'
import { learnStep, type OptionValues, optionValues, rowOf, type Stepped } from '../../src/learning/options/smdp.ts'
import { learnWay, optionOf, type Way, way } from '../../src/learning/options/subgoals.ts'
import { Surprise } from '../../src/learning/options/surprise.ts'
import { type Option, primitive } from '../../src/policy/options.ts'
import { draw, softmax } from '../../src/policy/softmax.ts'
import { type Finite, greedy, sample, startOf } from './environments/finite.ts'
import { FIRST_GOAL, LATER_GOALS, rooms } from './environments/rooms.ts'

export const EPISODES = 2000
export const MOVES_AT = 1000
const MOST_STEPS = 1000
const DISCOUNT = 0.99
/** What an unknown place is hoped to pay. */
const HOPED = 1
/** Tries of an action in a cell after which its slips are known. */
const KNOWN = 5

/** Plays one episode and learns of it; returns its steps. */
export type Learner = (world: Finite, rng: Rng) => number

/** Steps of each episode of one life. */
export function live(learner: Learner, seed: number, episodes = EPISODES): number[] {
  const rng = seeded(seed)
  const later = LATER_GOALS[Math.floor(rng.next() * LATER_GOALS.length)]!
  const before = rooms(FIRST_GOAL)
  const after = rooms(later)
  return Array.from({ length: episodes }, (_, episode) => learner(episode < MOVES_AT ? before : after, rng))
}

export function optionCritic(rates: CriticRates, options = 4): Learner {
  const { states, actions } = rooms(FIRST_GOAL)
  const critic = new OptionCritic({ states, options, actions }, rates)
  return (world, rng) => {
    let state = startOf(world, rng)
    let option = critic.chooseOption(state, rng)
    for (let step = 1; ; step++) {
      const action = draw(critic.policy(state, option), rng)
      const { next, reward, done } = sample(world, state, action, rng)
      critic.learn({ from: state, option, action, reward, to: next, done })
      if (done || step === MOST_STEPS) return step
      if (rng.next() < critic.ends(next, option)) option = critic.chooseOption(next, rng)
      state = next
    }
  }
}

export function flatSarsa(rate: number, temperature: number): Learner {
  const { states, actions } = rooms(FIRST_GOAL)
  const values = new Float64Array(states * actions)
  const choose = (state: number, rng: Rng) =>
    draw(softmax(values.subarray(state * actions, (state + 1) * actions), undefined, temperature), rng)
  return (world, rng) => {
    let state = startOf(world, rng)
    let action = choose(state, rng)
    for (let step = 1; ; step++) {
      const { next, reward, done } = sample(world, state, action, rng)
      const then = done ? 0 : choose(next, rng)
      sarsa(values, { at: state * actions + action, reward, next: done ? null : next * actions + then }, rate, DISCOUNT)
      if (done || step === MOST_STEPS) return step
      state = next
      action = then
    }
  }
}

export type Parts = {
  rate: number
  temperature: number
  /** Episodes after which subgoals are looked for; none where there are to be no options. */
  found: number | null
  /** Where a reward that was sure does not come, the values of the task are forgotten; the ways are not. */
  forgets: boolean
  /** Passes of planning after each episode. */
  plans: number
}

/** The agent of the product's kind: all of it. */
export const OPTIONS: Parts = { rate: 0.1, temperature: 0.003, found: 50, forgets: true, plans: 30 }

/** Ways to found subgoals, learned off-policy from every step; values of ways and single steps learned within options. */
export class RoomsAgent {
  readonly parts: Parts
  private readonly seen: Seen
  private readonly surprise: Surprise
  private readonly singles: Option<number>[]
  private readonly ends = new Set<number>()
  private ways: Way[] = []
  private table: OptionValues
  private episode = 0

  constructor(parts: Parts) {
    const { states, actions } = rooms(FIRST_GOAL)
    this.parts = parts
    this.seen = new Seen(states, actions)
    this.surprise = new Surprise(states)
    this.singles = Array.from({ length: actions }, (_, action) => primitive<number>(`step ${action}`, action, actions))
    this.table = optionValues(this.singles, states)
  }

  play(world: Finite, rng: Rng): number {
    if (this.episode++ === this.parts.found) this.discover()
    let state = startOf(world, rng)
    let option = this.choose(state, rng)
    for (let step = 1; ; step++) {
      const action = draw(this.table.options[option]!.policy(state), rng)
      const { next, reward, done } = sample(world, state, action, rng)
      this.learn({ from: state, action, reward, to: next, done })
      if (done || step === MOST_STEPS) return step
      state = next
      if (!this.table.open[state]![option] || rng.next() < this.table.options[option]!.terminates(state)) option = this.choose(state, rng)
    }
  }

  /** (states x actions): the best single step everywhere, planned to the end on all that was seen. */
  greedy(): Float64Array {
    const { states, actions } = this.seen
    const table = optionValues(this.singles, states)
    for (let pass = 0; pass < 1000; pass++) if (planned(table, this.seen, this.task()) < 1e-9) break
    return greedy(table.values, actions)
  }

  private choose(state: number, rng: Rng): number {
    return draw(softmax(rowOf(this.table, state), this.table.open[state], this.parts.temperature), rng)
  }

  private learn(step: Stepped): void {
    const { forgets, plans, rate } = this.parts
    const { count } = this.surprise
    this.seen.add(step.from, step.action, step.to)
    const news =
      count[step.to] === 0 ||
      this.seen.tries[step.from * this.seen.actions + step.action] === KNOWN ||
      (step.done && !this.ends.has(step.to))
    const forgotten = this.surprise.changed(step.to, step.reward) && forgets
    if (forgotten) this.ends.clear()
    if (step.done) this.ends.add(step.to)
    for (const each of this.ways) learnWay(each, step, rate)
    if (forgotten || (plans && news)) this.plan()
    else learnStep(this.table, step, rate, DISCOUNT)
  }

  /** Anew from nothing, since hope that came to nothing would fade by the discount alone. */
  private plan(): void {
    this.table.values.fill(0)
    const task = this.task()
    for (let pass = 0; pass < this.parts.plans; pass++) if (planned(this.table, this.seen, task) < 1e-3) return
  }

  private task(): Task {
    const { count, mean } = this.surprise
    const pays = (state: number) => (count[state] ? { mean: mean[state]!, ends: this.ends.has(state) } : { mean: HOPED, ends: true })
    return { discount: DISCOUNT, hoped: HOPED, known: KNOWN, pays }
  }

  private discover(): void {
    this.ways = subgoalsOf(this.seen.graph()).map((subgoal) => way(subgoal, this.seen.actions))
    const before = this.table
    this.table = optionValues([...this.singles, ...this.ways.map((one) => optionOf(one))], this.seen.states)
    for (let state = 0; state < this.seen.states; state++) rowOf(this.table, state).set(rowOf(before, state))
  }
}
