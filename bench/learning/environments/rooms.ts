/**
 * Four Rooms as the option-critic has it (Bacon, Harb & Precup 2017): 104 cells, four moves. A move that is not stopped by a
 * wall is followed, one time in three, by a step to a random free neighbour of where it led. The goal ends an episode.
 * Starts: every cell but the first goal, also after the goal has moved, as in the authors' experiment.
 */
import type { Finite, Outcome } from './finite.ts'

const LAYOUT = [
  '#############',
  '#     #     #',
  '#     #     #',
  '#           #',
  '#     #     #',
  '#     #     #',
  '## ####     #',
  '#     ### ###',
  '#     #     #',
  '#     #     #',
  '#           #',
  '#     #     #',
  '#############',
]
const SLIP = 1 / 3
export const FIRST_GOAL = 62
/** Where the goal may move to: the lower right room. */
export const LATER_GOALS = [68, 69, 70, 71, 72, 78, 79, 80, 81, 82, 88, 89, 90, 91, 92, 93, 99, 100, 101, 102, 103]
/** Up, down, left, right. */
const MOVES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

type Cell = readonly [row: number, column: number]
const CELLS: Cell[] = LAYOUT.flatMap((line, row) => [...line].flatMap((sign, column) => (sign === ' ' ? [[row, column] as const] : [])))
const NUMBER = new Map(CELLS.map(([row, column], at) => [`${row},${column}`, at]))
const beside = (cell: number, action: number) => {
  const [row, column] = CELLS[cell]!
  const [down, right] = MOVES[action]!
  return NUMBER.get(`${row + down},${column + right}`)
}

type Pay = { step: number; goal: number }
/** What the learners are paid: the goal alone. */
const PAID: Pay = { step: 0, goal: 1 }
/** Under which a value is minus the mean number of steps. */
export const COUNTED: Pay = { step: -1, goal: -1 }

export function rooms(goal: number, pay = PAID): Finite {
  const outcomes = CELLS.flatMap((_, cell) => MOVES.map((_, action) => outcomesFrom(cell, action, goal, pay)))
  return {
    states: CELLS.length,
    actions: MOVES.length,
    outcomes,
    starts: CELLS.map((_, cell) => cell).filter((cell) => cell !== FIRST_GOAL),
  }
}

function outcomesFrom(cell: number, action: number, goal: number, pay: Pay): Outcome[] {
  const to = (next: number, chance: number) => ({ chance, next, reward: next === goal ? pay.goal : pay.step, done: next === goal })
  const ahead = beside(cell, action)
  if (ahead === undefined) return [to(cell, 1)]
  const around = MOVES.flatMap((_, move) => beside(ahead, move) ?? [])
  return [to(ahead, 1 - SLIP), ...around.map((next) => to(next, SLIP / around.length))]
}
