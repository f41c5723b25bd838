/**
 * Taxi (Dietterich 2000, the domain of MAXQ), with the map and the rules of Gymnasium's Taxi-v3: five by five cells, a
 * passenger at one of four stands or in the taxi, a stand to bring them to. -1 a step, +20 for bringing them, -10 for a
 * pick-up or put-down that is not possible. State: ((row * 5 + column) * 5 + passenger) * 4 + destination.
 */
import type { Finite, Outcome } from './finite.ts'

const SIZE = 5
export const STANDS = [
  [0, 0],
  [0, 4],
  [4, 0],
  [4, 3],
] as const
/** As `passenger`: in the taxi. */
export const ABOARD = 4
export const PICK_UP = 4
export const PUT_DOWN = 5
/** Walls to the right of (row, column). */
const WALLS = new Set(['0,1', '1,1', '3,0', '4,0', '3,2', '4,2'])

export type TaxiState = { row: number; column: number; passenger: number; destination: number }

export const indexOf = ({ row, column, passenger, destination }: TaxiState) => ((row * SIZE + column) * 5 + passenger) * 4 + destination
export function stateOf(index: number): TaxiState {
  const cell = Math.floor(index / 20)
  return { row: Math.floor(cell / SIZE), column: cell % SIZE, passenger: Math.floor(index / 4) % 5, destination: index % 4 }
}
export const cellOf = ({ row, column }: TaxiState) => row * SIZE + column
export const CELLS = SIZE * SIZE

const standAt = (row: number, column: number) => STANDS.findIndex(([r, c]) => r === row && c === column)

/** South, north, east, west. */
function moved(state: TaxiState, action: number): TaxiState {
  const { row, column } = state
  if (action === 0) return { ...state, row: Math.min(SIZE - 1, row + 1) }
  if (action === 1) return { ...state, row: Math.max(0, row - 1) }
  if (action === 2) return column < SIZE - 1 && !WALLS.has(`${row},${column}`) ? { ...state, column: column + 1 } : state
  return column > 0 && !WALLS.has(`${row},${column - 1}`) ? { ...state, column: column - 1 } : state
}

function outcome(index: number, action: number): Outcome {
  const state = stateOf(index)
  const certain = (to: TaxiState, reward: number, done = false) => ({ chance: 1, next: indexOf(to), reward, done })
  if (action < PICK_UP) return certain(moved(state, action), -1)
  const here = standAt(state.row, state.column)
  if (action === PICK_UP) return here >= 0 && here === state.passenger ? certain({ ...state, passenger: ABOARD }, -1) : certain(state, -10)
  if (state.passenger !== ABOARD || here < 0) return certain(state, -10)
  return here === state.destination ? certain({ ...state, passenger: here }, 20, true) : certain({ ...state, passenger: here }, -1)
}

export function taxi(): Finite {
  const states = SIZE * SIZE * 5 * 4
  const outcomes = Array.from({ length: states * 6 }, (_, at) => [outcome(Math.floor(at / 6), at % 6)])
  const starts = Array.from({ length: states }, (_, s) => s).filter((s) => {
    const { passenger, destination } = stateOf(s)
    return passenger !== ABOARD && passenger !== destination
  })
  return { states, actions: 6, outcomes, starts }
}
