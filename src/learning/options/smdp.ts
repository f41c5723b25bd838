/**
 * Values of options, tables over numbered states.
 *
 * SMDP Q-learning (Bradtke & Duff 1995), once an option has ended after k steps:
 *   Q(s,o) += rate * (R + discount^k max_o' Q(s',o') - Q(s,o))
 * Intra-option Q-learning (Sutton, Precup & Singh 1999), after every step, for every option that would have done the same:
 *   U(s,o) = (1 - beta_o(s)) Q(s,o) + beta_o(s) max_o' Q(s,o')
 *   Q(s,o) += rate * (r + discount U(s',o) - Q(s,o))
 * An option whose policy is drawn is updated with the chance that it gives the action. The max is over what may begin.
 */
import { initiated, type Option } from '../../policy/options.ts'

export type OptionValues = {
  options: readonly Option<number>[]
  /** (states x options) */
  values: Float64Array
  /** (states): which options may begin. */
  open: readonly boolean[][]
}

/** A table with `initial` everywhere. */
export function optionValues(options: readonly Option<number>[], states: number, initial = 0): OptionValues {
  const values = new Float64Array(states * options.length).fill(initial)
  return { options, values, open: Array.from({ length: states }, (_, s) => initiated(options, s)) }
}

/** Q(s, .): (options), a view of the table. */
export const rowOf = ({ values, options }: OptionValues, state: number) =>
  values.subarray(state * options.length, (state + 1) * options.length)

/** max Q(s, .) over what may begin here; -infinity where nothing may. */
export function highest({ values, options, open }: OptionValues, state: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let o = 0; o < options.length; o++) if (open[state]![o]) most = Math.max(most, values[state * options.length + o]!)
  return most
}

export type Ended = { from: number; option: number; reward: number; steps: number; to: number; done: boolean }

/** An option has run its course: returns by how much its value was wrong. */
export function learnCourse(table: OptionValues, { from, option, reward, steps, to, done }: Ended, rate: number, discount: number): number {
  const at = from * table.options.length + option
  const wrong = reward + (done ? 0 : discount ** steps * highest(table, to)) - table.values[at]!
  table.values[at]! += rate * wrong
  return wrong
}

export type Stepped = { from: number; action: number; reward: number; to: number; done: boolean }

/** One step of the world teaches every option that agrees with it. */
export function learnStep(table: OptionValues, { from, action, reward, to, done }: Stepped, rate: number, discount: number): void {
  const { options, values } = table
  const above = done ? 0 : highest(table, to)
  for (let o = 0; o < options.length; o++) {
    const agrees = table.open[from]![o] ? options[o]!.policy(from)[action]! : 0
    if (agrees <= 0) continue
    const ends = done ? 1 : options[o]!.terminates(to)
    const onwards = done ? 0 : (1 - ends) * values[to * options.length + o]! + ends * above
    const at = from * options.length + o
    values[at]! += rate * agrees * (reward + discount * onwards - values[at]!)
  }
}
