/**
 * Options (Sutton, Precup & Singh 1999): a course of action with a set of states to begin it in, a policy within, and a
 * chance to end in each state. An option lasts as long as it lasts, so a policy over options is semi-Markov: what it earns is
 * the discounted sum over its steps, and what follows is discounted by their number.
 */
import type { Rng } from '../base/rng.ts'
import { draw } from './softmax.ts'

export type Option<S> = {
  name: string
  /** May it begin here? */
  initiates(state: S): boolean
  /** Probability of each action. */
  policy(state: S): ArrayLike<number>
  /** Chance that it ends on arrival here, 0..1. */
  terminates(state: S): number
}

/** One action, once, anywhere. */
export function primitive<S>(name: string, action: number, actions: number): Option<S> {
  const certain = Float64Array.from({ length: actions }, (_, a) => (a === action ? 1 : 0))
  return { name, initiates: () => true, policy: () => certain, terminates: () => 1 }
}

/** Which options may begin here: the mask of the policy above. */
export const initiated = <S>(options: readonly Option<S>[], state: S): boolean[] => options.map((option) => option.initiates(state))

export type Arrival<S> = { state: S; reward: number; done: boolean }
export type Course<S> = {
  /** sum of discount^k r_k over its steps. */
  reward: number
  steps: number
  state: S
  done: boolean
}

/** An option from its beginning to its end; `step` is the world. `most` steps, for an option that would never end. */
export function follow<S>(
  option: Option<S>,
  from: S,
  step: (state: S, action: number) => Arrival<S>,
  rng: Rng,
  { discount, most }: { discount: number; most: number },
): Course<S> {
  let course: Course<S> = { reward: 0, steps: 0, state: from, done: false }
  do {
    const arrival = step(course.state, draw(option.policy(course.state), rng))
    const reward = course.reward + discount ** course.steps * arrival.reward
    course = { reward, steps: course.steps + 1, state: arrival.state, done: arrival.done }
  } while (!course.done && course.steps < most && rng.next() >= option.terminates(course.state))
  return course
}
