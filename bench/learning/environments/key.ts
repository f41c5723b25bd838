/**
 * Key to door, in a line (Meulemans et al. 2023, "Would I have gotten that reward?"): a key lies at the beginning; then apples to
 * the left or right, on four of five cells; then a door that opens to who has the key, and behind it a treasure worth less than an
 * apple. Only what was done at the very first cell and at the door brings it. All pay is scaled by 23 / length, so that a whole
 * way pays as much at every length. An apple pays .1 or .9, by chance; the treasure .2.
 *
 * Situation: cell * 2 + (key in hand; at the last cell: door opened).
 */
import type { Rng } from '../../../src/base/rng.ts'
import type { Decision, Episode } from '../../../src/learning/credit/credit.ts'
import { draw, softmax } from '../../../src/policy/softmax.ts'

export const ACTIONS = 4
const [PICK_KEY, LEFT, RIGHT, OPEN] = [0, 1, 2, 3]
const DISTRACTORS = 0.8
const APPLE = [0.1, 0.9]
const TREASURE = 0.2

export type Line = {
  length: number
  /** Per cell, the action that picks its apple; -1 where there is none. */
  apples: number[]
  scale: number
}

export function line(length: number, rng: Rng): Line {
  const apples = Array.from({ length }, (_, cell) => {
    if (cell === 0 || cell >= length - 2 || rng.next() >= DISTRACTORS) return -1
    return rng.next() < 0.5 ? LEFT! : RIGHT!
  })
  return { length, apples, scale: 23 / length }
}

export const situations = ({ length }: Line) => 2 * length

/** Mean pay of an action, and the situation that follows; null is the end. */
export function outcome({ length, apples, scale }: Line, situation: number, action: number): { pay: number; next: number | null } {
  const cell = situation >> 1
  const flag = situation & 1
  if (cell === length - 1) return { pay: flag ? TREASURE * scale : 0, next: null }
  const pay = apples[cell] === action ? (scale * (APPLE[0]! + APPLE[1]!)) / 2 : 0
  const kept = cell === 0 ? action === PICK_KEY : cell === length - 2 ? flag === 1 && action === OPEN : flag === 1
  return { pay, next: (cell + 1) * 2 + (kept ? 1 : 0) }
}

/** (situations x actions): a policy by its logits. */
export function chancesOf(logits: Float64Array): Float64Array[] {
  return Array.from({ length: logits.length / ACTIONS }, (_, s) => softmax(logits.subarray(s * ACTIONS, (s + 1) * ACTIONS)))
}

export function play(way: Line, policy: readonly Float64Array[], rng: Rng): Episode {
  const episode: Decision[] = []
  for (let situation: number | null = 0; situation !== null; ) {
    const chances: Float64Array = policy[situation]!
    const action = draw(chances, rng)
    const { pay, next } = outcome(way, situation, action)
    // The treasure's pay is sure; an apple's is one of two.
    const apple = situation >> 1 < way.length - 1 && pay > 0
    const reward = apple ? way.scale * APPLE[rng.next() < 0.5 ? 0 : 1]! : pay
    episode.push({ situation, action, chances, reward })
    situation = next
  }
  return episode
}

/** dV/dlogits, by going through all there is: (situations x actions). */
export function exactGradient(way: Line, policy: readonly Float64Array[]): Float64Array {
  const count = situations(way)
  const value = new Float64Array(count)
  const worth = new Float64Array(count * ACTIONS)
  for (let s = count - 1; s >= 0; s--)
    for (let a = 0; a < ACTIONS; a++) {
      const { pay, next } = outcome(way, s, a)
      worth[s * ACTIONS + a] = pay + (next === null ? 0 : value[next]!)
      value[s]! += policy[s]![a]! * worth[s * ACTIONS + a]!
    }
  const visited = new Float64Array(count)
  visited[0] = 1
  const gradient = new Float64Array(count * ACTIONS)
  for (let s = 0; s < count; s++)
    for (let a = 0; a < ACTIONS; a++) {
      const { next } = outcome(way, s, a)
      if (next !== null) visited[next]! += visited[s]! * policy[s]![a]!
      gradient[s * ACTIONS + a] = visited[s]! * policy[s]![a]! * (worth[s * ACTIONS + a]! - value[s]!)
    }
  return gradient
}
