/** The worlds of the bench are those of their definitions: their optima are the published ones. */
import { describe, expect, test } from 'vitest'
import { type Finite, meanOver, optimalValues, outcomesOf, sample, valuesOf } from '../../bench/learning/environments/finite.ts'
import { COUNTED, FIRST_GOAL, rooms } from '../../bench/learning/environments/rooms.ts'
import * as suite from '../../bench/learning/environments/suite.ts'
import { taxi } from '../../bench/learning/environments/taxi.ts'
import { seeded } from '../../src/base/rng.ts'

const worlds: [string, Finite][] = [
  ['taxi', taxi()],
  ['rooms', rooms(FIRST_GOAL)],
]

describe.each(worlds)('%s', (_, world) => {
  test('chances sum to 1 and lead to states there are', () => {
    for (let s = 0; s < world.states; s++)
      for (let a = 0; a < world.actions; a++) {
        const outcomes = outcomesOf(world, s, a)
        expect(outcomes.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12)
        for (const { next } of outcomes) expect(next >= 0 && next < world.states).toBe(true)
      }
  })
  test('what is sampled is in the table', () => {
    const rng = seeded(3)
    for (let i = 0; i < 2000; i++) {
      const s = Math.floor(rng.next() * world.states)
      const a = Math.floor(rng.next() * world.actions)
      expect(outcomesOf(world, s, a)).toContain(sample(world, s, a, rng))
    }
  })
})

test('taxi: 7.93 over 300 starts', () => {
  const world = taxi()
  expect(world.starts).toHaveLength(300)
  expect(meanOver(world, optimalValues(world, 1))).toBeCloseTo(7.93, 6)
})

test('four rooms: 8.392 steps at best, 430.2 at random, 104 cells', () => {
  const world = rooms(FIRST_GOAL, COUNTED)
  expect(world.states).toBe(104)
  expect(-meanOver(world, optimalValues(world, 1))).toBeCloseTo(8.392, 3)
  const even = new Float64Array(world.states * world.actions).fill(1 / world.actions)
  expect(-meanOver(world, valuesOf(world, even, 1))).toBeCloseTo(430.2, 1)
})

/** Return of a way of acting, told what it sees. */
function played(world: suite.World, act: (observation: number[], time: number) => number): number {
  let observation = world.reset()
  let total = 0
  for (let time = 0; ; time++) {
    const step = world.step(act(observation, time))
    total += step.reward
    observation = step.observation
    if (step.done) return total
  }
}

test('bsuite: who knows the rules has the full return', () => {
  const rng = seeded(5)
  for (let i = 0; i < 50; i++) {
    expect(played(suite.catching(rng), ([ball, , paddle]) => Math.sign(ball! - paddle!) + 1)).toBe(1)
    const told: number[] = []
    const repeat = ([, , shown]: number[]) => {
      told.push(shown!)
      return told[0]! > 0 ? 1 : 0
    }
    expect(played(suite.memoryChain(7, rng), repeat)).toBe(1)
    expect(played(suite.discountingChain(3), () => 3)).toBeCloseTo(1.1)
    expect(played(suite.discountingChain(3), () => 1)).toBe(1)
  }
  let wet = 0
  for (let i = 0; i < 50; i++) {
    const world = suite.umbrellaChain(1, 20, rng)
    if (played(world, ([need]) => need!) < 1) wet++
  }
  expect(wet).toBe(0)
})
