/**
 * Six worlds of the behaviour suite (Osband et al. 2020, "bsuite"), written anew from their definitions: bandit, catch, deep
 * sea, discounting chain, memory length, umbrella length. An observation is an array of numbers.
 */
import type { Rng } from '../../../src/base/rng.ts'

export type Seen = { observation: number[]; reward: number; done: boolean }
export interface World {
  readonly actions: number
  reset(): number[]
  step(action: number): Seen
}

const coin = (rng: Rng): number => (rng.next() < 0.5 ? 0 : 1)
const below = (rng: Rng, count: number): number => Math.floor(rng.next() * count)

/** Eleven arms that pay 0, 0.1 ... 1, in an order drawn once. */
export function bandit(rng: Rng): World {
  const pays = Array.from({ length: 11 }, (_, i) => i / 10)
  for (let i = pays.length - 1; i > 0; i--) {
    const j = below(rng, i + 1)
    ;[pays[i], pays[j]] = [pays[j]!, pays[i]!]
  }
  return { actions: 11, reset: () => [1], step: (action) => ({ observation: [1], reward: pays[action]!, done: true }) }
}

/** A ball falls ten rows over five columns; the paddle below goes left, stays, or goes right. */
export function catching(rng: Rng): World {
  const rows = 10
  const columns = 5
  let ball = 0
  let fallen = 0
  let paddle = 0
  const observation = () => [ball, fallen, paddle]
  return {
    actions: 3,
    reset() {
      ball = below(rng, columns)
      fallen = 0
      paddle = Math.floor(columns / 2)
      return observation()
    },
    step(action) {
      paddle = Math.min(columns - 1, Math.max(0, paddle + action - 1))
      fallen++
      const done = fallen === rows - 1
      return { observation: observation(), reward: done ? (paddle === ball ? 1 : -1) : 0, done }
    },
  }
}

/** A diver sinks a row a step, and goes left or right: which action is which differs from cell to cell. */
export function deepSea(size: number, rng: Rng): World & { strayed(): boolean } {
  const right = Array.from({ length: size * size }, () => coin(rng))
  let row = 0
  let column = 0
  let strayed = false
  return {
    actions: 2,
    strayed: () => strayed,
    reset() {
      row = 0
      column = 0
      strayed = false
      return [row, column]
    },
    step(action) {
      const goes = action === right[row * size + column]
      const reward = (goes && column === size - 1 ? 1 : 0) - (goes ? 0.01 / size : 0)
      if (!goes && row === column) strayed = true
      column = goes ? Math.min(size - 1, column + 1) : Math.max(0, column - 1)
      row++
      return { observation: [row, column], reward, done: row === size }
    },
  }
}

/** The first action decides when there is a reward; one of the five pays a tenth more. */
export function discountingChain(bonus: number): World {
  const at = [1, 3, 10, 30, 100]
  let time = 0
  let chain = -1
  return {
    actions: at.length,
    reset() {
      time = 0
      chain = -1
      return [chain, time]
    },
    step(action) {
      if (time === 0) chain = action
      time++
      const reward = time === at[chain] ? (chain === bonus ? 1.1 : 1) : 0
      return { observation: [chain, time / 100], reward, done: time === 100 }
    },
  }
}

/** A bit is shown first, and must be said at the end. Observed: time left, which bit is asked, the bit. */
export function memoryChain(length: number, rng: Rng): World {
  let time = 0
  let bit = 0
  const observation = () => [1 - time / length, 0, time === 0 ? 2 * bit - 1 : 0]
  return {
    actions: 2,
    reset() {
      time = 0
      bit = coin(rng)
      return observation()
    },
    step(action) {
      const shown = observation()
      const done = time++ === length
      return { observation: shown, reward: done ? (action === bit ? 1 : -1) : 0, done }
    },
  }
}

/** Only the first action (take the umbrella or not) counts, at the end; on the way rewards of +-1 come by chance. */
export function umbrellaChain(length: number, distractors: number, rng: Rng): World {
  let time = 0
  let need = 0
  let has = 0
  const observation = () => [need, has, 1 - time / length, ...Array.from({ length: distractors }, () => coin(rng))]
  return {
    actions: 2,
    reset() {
      time = 0
      need = coin(rng)
      has = coin(rng)
      return observation()
    },
    step(action) {
      time++
      if (time === 1) has = action
      const done = time === length
      const reward = done ? (has === need ? 1 : -1) : 2 * coin(rng) - 1
      return { observation: observation(), reward, done }
    },
  }
}

/** Lengths of the memory and umbrella sweeps. */
export const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100]
/** Sizes of the deep sea's. */
export const SIZES = [5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25, 30, 35, 40, 45, 50]
