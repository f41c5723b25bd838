/**
 * A constrained Markov decision process: six by six cells, from one corner to the other, where the short ways lead over ground
 * that costs. A move slips to one of the others one time in ten. Discount is an end: each step is the last with chance 1 -
 * SURVIVES, so that discounted sums are sums of episodes. The limit lies between the least cost there can be and that of the way that heeds none,
 * nearer to the first.
 */
import type { Rng } from '../../../src/base/rng.ts'
import { type Finite, greedy, meanOver, type Outcome, optimalValues, outcomesOf, valuesOf } from './finite.ts'

export const SURVIVES = 0.9
const SIZE = 6
const SLIP = 0.1
const GROUND = 0.4
const LEAST_TRADE = 0.5
/** Of the way from the least cost to that of who heeds none. */
const TIGHT = 0.3
const MOVES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

export type Constrained = {
  world: Finite
  /** (states): paid on arrival. */
  costs: Float64Array
  limit: number
}

export function hazards(rng: Rng): Constrained {
  const states = SIZE * SIZE
  const goal = states - 1
  const costs = Float64Array.from({ length: states }, (_, s) => (s !== goal && rng.next() < GROUND ? 1 : 0))
  const towards = (state: number, action: number) => {
    const row = Math.floor(state / SIZE) + MOVES[action]![0]
    const column = (state % SIZE) + MOVES[action]![1]
    return row < 0 || column < 0 || row >= SIZE || column >= SIZE ? state : row * SIZE + column
  }
  const outcomes = Array.from({ length: states * MOVES.length }, (_, at) => {
    const state = Math.floor(at / MOVES.length)
    return MOVES.map((_, action) => {
      const next = towards(state, action)
      const chance = action === at % MOVES.length ? 1 - SLIP : SLIP / (MOVES.length - 1)
      return { chance, next, reward: next === goal ? 10 : 0, done: next === goal }
    })
  })
  const world = { states, actions: MOVES.length, outcomes, starts: [0] }
  const problem = { world, costs, limit: 0 }
  const heedless = costOf(problem, greedy(actionValues(world, optimalValues(world, SURVIVES)), world.actions))
  const least = -meanOver(
    world,
    optimalValues(
      paying(world, (outcome) => -costs[outcome.next]!),
      SURVIVES,
    ),
  )
  // Where the short way costs nothing there is nothing to trade.
  return heedless - least > LEAST_TRADE ? { ...problem, limit: least + TIGHT * (heedless - least) } : hazards(rng)
}

const paying = (world: Finite, pay: (outcome: Outcome) => number): Finite => ({
  ...world,
  outcomes: world.outcomes.map((all) => all.map((outcome) => ({ ...outcome, reward: pay(outcome) }))),
})

/** (states x actions): the best action of each row is optimal. */
export function actionValues(world: Finite, values: Float64Array): Float64Array {
  return Float64Array.from({ length: world.states * world.actions }, (_, at) =>
    outcomesOf(world, Math.floor(at / world.actions), at % world.actions).reduce(
      (sum, { chance, next, reward, done }) => sum + chance * (reward + (done ? 0 : SURVIVES * values[next]!)),
      0,
    ),
  )
}

export const costOf = (problem: Constrained, policy: Float64Array) => {
  const world = paying(problem.world, ({ next }) => problem.costs[next]!)
  return meanOver(world, valuesOf(world, policy, SURVIVES))
}
export const returnOf = ({ world }: Constrained, policy: Float64Array) => meanOver(world, valuesOf(world, policy, SURVIVES))
