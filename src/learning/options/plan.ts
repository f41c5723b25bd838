/**
 * Planning on what was seen: how the world moves is kept when the task changes, what it pays is learned anew. A place whose
 * payment is not known is taken to pay what is hoped for (R-max, Brafman & Tennenholtz 2002), which is what makes a search systematic.
 *
 *   Q(s,o) = sum_a pi_o(a|s) sum_s' p(s'|s,a) (pays(s') + discount ((1 - beta_o(s')) Q(s',o) + beta_o(s') max_o' Q(s',o')))
 *
 * p are the shares seen so far; a pair that was tried less than `known` times is hoped to pay as well.
 */
import type { Seen } from './discover.ts'
import { highest, type OptionValues } from './smdp.ts'

export type Task = {
  discount: number
  hoped: number
  known: number
  pays(state: number): { mean: number; ends: boolean }
}

/** One pass over all states and options; returns by how much a value moved at most. */
export function planned(table: OptionValues, seen: Seen, task: Task): number {
  let moved = 0
  for (let state = 0; state < seen.states; state++)
    for (let o = 0; o < table.options.length; o++) {
      if (!table.open[state]![o]) continue
      const at = state * table.options.length + o
      const value = expected(table, seen, task, state, o)
      moved = Math.max(moved, Math.abs(value - table.values[at]!))
      table.values[at] = value
    }
  return moved
}

function expected(table: OptionValues, seen: Seen, task: Task, state: number, o: number): number {
  const chances = table.options[o]!.policy(state)
  let sum = 0
  for (let a = 0; a < seen.actions; a++) {
    if (!(chances[a]! > 0)) continue
    const at = state * seen.actions + a
    if (seen.tries[at]! < task.known) return task.hoped
    let value = 0
    for (const [to, count] of seen.counts[at]!) value += count * arrival(table, task, to, o)
    sum += (chances[a]! * value) / seen.tries[at]!
  }
  return sum
}

function arrival(table: OptionValues, task: Task, to: number, o: number): number {
  const { mean, ends } = task.pays(to)
  if (ends) return mean
  const stop = table.options[o]!.terminates(to)
  const on = stop < 1 ? (1 - stop) * table.values[to * table.options.length + o]! : 0
  return mean + task.discount * (on + stop * highest(table, to))
}
