/**
 * Known optima: Taxi-v3 (7.93 mean return over its 300 starts) and Four Rooms (8.392 mean steps), both by value iteration on
 * the tables that the learners sample from. What was learned is judged exactly, without exploration.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { watkins } from '../../src/learning/options/flat.ts'
import { learnStep, type OptionValues, optionValues, rowOf } from '../../src/learning/options/smdp.ts'
import { learnWay, optionOf, way } from '../../src/learning/options/subgoals.ts'
import { follow, primitive } from '../../src/policy/options.ts'
import { best, draw, explored, softmax } from '../../src/policy/softmax.ts'
import { type Finite, greedy, meanOver, sample, startOf, valuesOf } from './environments/finite.ts'
import { COUNTED, FIRST_GOAL, rooms } from './environments/rooms.ts'
import { CELLS, cellOf, PICK_UP, PUT_DOWN, STANDS, stateOf, taxi } from './environments/taxi.ts'
import { OPTIONS, RoomsAgent } from './transfer.ts'

/** Of Taxi: at most so many steps an episode, as Gymnasium has it. */
const MOST = 200
const EVERY = 50
/** The best of some ten settings, for both: the world is without chance, so an outcome replaces what was thought. */
const RATE = 1
const TEMPERATURE = 0.3
const EXPLORATION = 0.3

export type Learned = {
  /** Mean return of what was learned, in the end. */
  reached: number
  /** Episodes until it was within 2 % of the optimum; the limit where it never was. */
  episodes: number
}

/** Options: a way to each stand, learned off-policy from the moves alone, and the two single actions that remain. */
export function taxiOptions(seed: number, limit: number, optimum: number): Learned {
  const world = taxi()
  const rng = seeded(seed)
  const ways = STANDS.map(([row, column], stand) => {
    const reached = (state: number) => cellOf(stateOf(state)) === row * 5 + column
    return way({ name: `to stand ${stand}`, place: (state) => cellOf(stateOf(state)), places: CELLS, reached, from: () => true }, PICK_UP)
  })
  const singles = [primitive<number>('pick up', PICK_UP, world.actions), primitive<number>('put down', PUT_DOWN, world.actions)]
  const table = optionValues([...ways.map((one) => optionOf(one, world.actions)), ...singles], world.states)
  const step = (state: number, action: number) => {
    const { next, reward, done } = sample(world, state, action, rng)
    for (const each of ways) learnWay(each, { from: state, action, to: next }, 1)
    learnStep(table, { from: state, action, reward, to: next, done }, RATE, 1)
    return { state: next, reward, done }
  }
  const episode = () => {
    let state = startOf(world, rng)
    for (let steps = 0; steps < MOST; ) {
      const option = draw(explored(softmax(rowOf(table, state), table.open[state], TEMPERATURE), EXPLORATION, table.open[state]), rng)
      const course = follow(table.options[option]!, state, step, rng, { discount: 1, most: MOST - steps })
      steps += course.steps
      state = course.state
      if (course.done) return
    }
  }
  return until(episode, () => returnOf(world, table, rng), limit, optimum)
}

/** Mean return of the best options from every start: the world is deterministic, so each is played once. */
function returnOf(world: Finite, table: OptionValues, rng: Rng): number {
  let sum = 0
  for (const start of world.starts) {
    let state = start
    for (let steps = 0; steps < MOST; ) {
      const option = table.options[best(rowOf(table, state), table.open[state])]!
      const step = (from: number, action: number) => {
        const { next, reward, done } = sample(world, from, action, rng)
        return { state: next, reward, done }
      }
      const course = follow(option, state, step, rng, { discount: 1, most: MOST - steps })
      sum += course.reward
      steps += course.steps
      state = course.state
      if (course.done) break
    }
  }
  return sum / world.starts.length
}

export function taxiFlat(seed: number, limit: number, optimum: number): Learned {
  const world = taxi()
  const rng = seeded(seed)
  const values = new Float64Array(world.states * world.actions)
  const episode = () => {
    let state = startOf(world, rng)
    for (let steps = 0; steps < MOST; steps++) {
      const action = draw(
        explored(softmax(values.subarray(state * world.actions, (state + 1) * world.actions), undefined, TEMPERATURE), EXPLORATION),
        rng,
      )
      const { next, reward, done } = sample(world, state, action, rng)
      watkins(values, world.actions, { from: state, action, reward, to: next, done }, RATE, 1)
      if (done) return
      state = next
    }
  }
  const judged = () => meanOver(world, valuesOf(world, greedy(values, world.actions), 1, 1e-9, MOST))
  return until(episode, judged, limit, optimum)
}

function until(episode: () => void, judged: () => number, limit: number, optimum: number): Learned {
  let reached = Number.NEGATIVE_INFINITY
  for (let episodes = EVERY; episodes <= limit; episodes += EVERY) {
    for (let i = 0; i < EVERY; i++) episode()
    reached = judged()
    if (Math.abs(optimum - reached) <= 0.02 * Math.abs(optimum)) return { reached, episodes }
  }
  return { reached, episodes: limit }
}

/** Mean steps of what the agent of the transfer bench learned in `episodes`. */
export function roomsLearned(seed: number, episodes: number): number {
  const world = rooms(FIRST_GOAL)
  const rng = seeded(seed)
  const agent = new RoomsAgent(OPTIONS)
  for (let i = 0; i < episodes; i++) agent.play(world, rng)
  const counted = rooms(FIRST_GOAL, COUNTED)
  return -meanOver(counted, valuesOf(counted, agent.greedy(), 1))
}
