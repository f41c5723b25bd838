/** Learners of options end where an exact planner does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Finite, optimalValues, sample } from '../../bench/learning/environments/finite.ts'
import { seeded } from '../../src/base/rng.ts'
import { Optimist } from '../../src/learning/optimist.ts'
import { OptionCritic } from '../../src/learning/options/critic.ts'
import { betweenness, bottlenecks, Seen, subgoalsOf } from '../../src/learning/options/discover.ts'
import { sarsa, watkins } from '../../src/learning/options/flat.ts'
import { planned } from '../../src/learning/options/plan.ts'
import { highest, learnCourse, learnStep, optionValues } from '../../src/learning/options/smdp.ts'
import { learnWay, optionOf, way } from '../../src/learning/options/subgoals.ts'
import { Surprise } from '../../src/learning/options/surprise.ts'
import { follow, type Option, primitive } from '../../src/policy/options.ts'
import { draw } from '../../src/policy/softmax.ts'

const DISCOUNT = 0.7

/** Some five states, two actions, any outcomes. */
const worlds: fc.Arbitrary<Finite> = fc
  .array(
    fc.record({
      next: fc.nat(4),
      other: fc.nat(4),
      share: fc.constantFrom(0, 0.25, 0.5),
      reward: fc.integer({ min: -2, max: 2 }),
      done: fc.boolean(),
    }),
    {
      minLength: 10,
      maxLength: 10,
    },
  )
  .map((rows) => ({
    states: 5,
    actions: 2,
    starts: [0, 1, 2, 3, 4],
    outcomes: rows.map(({ next, other, share, reward, done }) => [
      { chance: 1 - share, next, reward, done },
      ...(share ? [{ chance: share, next: other, reward: -reward, done: false }] : []),
    ]),
  }))
/** Goes with action 0 until state 4. */
const steady: Option<number> = {
  name: 'steady',
  initiates: (state) => state < 4,
  policy: () => [1, 0],
  terminates: (state) => (state === 4 ? 1 : 0),
}
const singles = [primitive<number>('a', 0, 2), primitive<number>('b', 1, 2)]

test.each(['course', 'step'])('values of options with single steps among them are the optimal ones (%s)', (kind) => {
  fc.assert(
    fc.property(worlds, fc.nat(), (world, seed) => {
      const rng = seeded(seed)
      const table = optionValues([...singles, steady], world.states)
      const step = (state: number, action: number) => {
        const { next, reward, done } = sample(world, state, action, rng)
        return { state: next, reward, done }
      }
      for (let i = 0; i < 12_000; i++) {
        const from = Math.floor(rng.next() * world.states)
        const rate = 1 / (1 + i / 300)
        if (kind === 'step') {
          const action = Math.floor(rng.next() * 2)
          const { state: to, reward, done } = step(from, action)
          learnStep(table, { from, action, reward, to, done }, rate, DISCOUNT)
        } else {
          const option = Math.floor(rng.next() * (from < 4 ? 3 : 2))
          const course = follow(table.options[option]!, from, step, rng, { discount: DISCOUNT, most: 200 })
          learnCourse(
            table,
            { from, option, reward: course.reward, steps: course.steps, to: course.state, done: course.done },
            rate,
            DISCOUNT,
          )
        }
      }
      const exact = optimalValues(world, DISCOUNT)
      for (const [state, value] of exact.entries()) expect(Math.abs(highest(table, state) - value)).toBeLessThan(0.6)
    }),
    { numRuns: 12 },
  )
})

test('planning on what was seen of a deterministic world is exact', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const seen = new Seen(world.states, world.actions)
      // Paid on arrival, and never done, as the planner has it.
      const plain: Finite = {
        ...world,
        outcomes: world.outcomes.map(([first]) => [{ chance: 1, next: first!.next, reward: first!.next / 4, done: false }]),
      }
      for (const [at, [only]] of plain.outcomes.entries()) seen.add(Math.floor(at / 2), at % 2, only!.next)
      const table = optionValues([...singles, steady], world.states)
      const task = { discount: DISCOUNT, hoped: 1, known: 1, pays: (state: number) => ({ mean: state / 4, ends: false }) }
      for (let pass = 0; pass < 400; pass++) planned(table, seen, task)
      for (const [state, value] of optimalValues(plain, DISCOUNT).entries()) expect(highest(table, state)).toBeCloseTo(value, 5)
    }),
    { numRuns: 40 },
  )
})

test('a course is discounted by its steps', () => {
  const course = follow(steady, 0, (state) => ({ state: state + 1, reward: 1, done: false }), seeded(1), { discount: 0.5, most: 99 })
  expect(course).toEqual({ reward: 1.875, steps: 4, state: 4, done: false })
})

test('a way learned off-policy is the shortest', () => {
  const rng = seeded(2)
  const one = way({ name: 'to 9', place: (s) => s, places: 20, reached: (s) => s === 9, from: () => true }, 2)
  for (let i = 0, s = 0; i < 20_000; i++) {
    const action = rng.next() < 0.5 ? 0 : 1
    const to = Math.min(19, Math.max(0, s + (action ? 1 : -1)))
    learnWay(one, { from: s, action, to }, 0.5)
    s = to === 9 ? Math.floor(rng.next() * 20) : to
  }
  const option = optionOf(one)
  for (let s = 0; s < 20; s++) if (s !== 9) expect(option.policy(s)[s < 9 ? 1 : 0]).toBe(1)
  expect(option.terminates(9)).toBe(1)
  expect(option.initiates(9)).toBe(false)
})

test('between two dense parts the bridge is found, and a way begins on both sides', () => {
  const size = 12
  const block = Array.from({ length: size }, (_, s) => s)
  const graph = Array.from({ length: 2 * size + 1 }, (_, s) => {
    if (s === size) return [size - 1, size + 1]
    const home = s < size ? block : block.map((x) => x + size + 1)
    return [...home.filter((x) => x !== s), ...(Math.abs(s - size) === 1 ? [size] : [])]
  })
  expect(bottlenecks(graph)).toEqual([size])
  const [bridge] = subgoalsOf(graph)
  for (const [s] of graph.entries()) expect(bridge!.from(s)).toBe(true)
  // All ways between the parts, both ways round, pass there.
  expect(betweenness(graph)[size]).toBe(2 * size * size)
})

test('a payment that stops is a change; noise around a mean is none', () => {
  const rng = seeded(4)
  const noisy = new Surprise(2)
  for (let i = 0; i < 3000; i++) expect(noisy.changed(0, rng.next())).toBe(false)
  const sure = new Surprise(2)
  for (let i = 0; i < 20; i++) expect(sure.changed(1, 1)).toBe(false)
  expect([0, 0, 0].map((reward) => sure.changed(1, reward))).toEqual([false, true, false])
})

test('hope leaves no pair of a deterministic episode untried until the best is known', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 9, maxLength: 9 }), (pays) => {
      const agent = new Optimist(3, 2)
      const play = () => {
        const first = agent.choose('')
        const second = agent.choose(String(first))
        const reward = pays[first * 3 + second]! / 10
        agent.learn([
          { state: '', action: first, reward: 0 },
          { state: String(first), action: second, reward },
        ])
        return reward
      }
      for (let i = 0; i < 12; i++) play()
      expect(play()).toBe(Math.max(...pays) / 10)
    }),
  )
})

test('the option-critic finds its way in a corridor, and its chances stay chances', () => {
  const length = 8
  const critic = new OptionCritic(
    { states: length, options: 2, actions: 2 },
    { discount: 0.95, critic: 0.5, within: 0.5, ending: 0.25, temperature: 0.1, lasting: 0.01 },
  )
  const rng = seeded(3)
  const episode = () => {
    let state = 0
    let option = critic.chooseOption(state, rng)
    for (let step = 1; step <= 500; step++) {
      const action = draw(critic.policy(state, option), rng)
      const to = Math.max(0, state + (action ? 1 : -1))
      const done = to === length
      critic.learn({ from: state, option, action, reward: done ? 1 : 0, to: done ? state : to, done })
      if (done) return step
      state = to
      if (rng.next() < critic.ends(state, option)) option = critic.chooseOption(state, rng)
    }
    return 500
  }
  const steps = Array.from({ length: 200 }, episode)
  expect(steps.slice(-50).reduce((a, b) => a + b, 0) / 50).toBeLessThan(1.3 * length)
  for (let state = 0; state < length; state++)
    for (const option of [0, 1]) {
      expect(critic.policy(state, option).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      expect(critic.ends(state, option)).toBeGreaterThan(0)
      expect(critic.ends(state, option)).toBeLessThan(1)
    }
})

test('flat learners end at the exact values of a small world', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (world, seed) => {
      const rng = seeded(seed)
      const values = new Float64Array(world.states * world.actions)
      for (let i = 0; i < 20_000; i++) {
        const from = Math.floor(rng.next() * world.states)
        const action = Math.floor(rng.next() * world.actions)
        const { next, reward, done } = sample(world, from, action, rng)
        watkins(values, world.actions, { from, action, reward, to: next, done }, 1 / (1 + i / 400), DISCOUNT)
      }
      for (const [state, value] of optimalValues(world, DISCOUNT).entries())
        expect(Math.abs(Math.max(...values.subarray(state * 2, state * 2 + 2)) - value)).toBeLessThan(0.6)
    }),
    { numRuns: 10 },
  )
})

test('SARSA goes towards what was done next', () => {
  const values = Float64Array.from([0, 4])
  sarsa(values, { at: 0, reward: 1, next: 1 }, 0.5, 0.5)
  sarsa(values, { at: 1, reward: 2, next: null }, 0.5, 0.5)
  expect([...values]).toEqual([1.5, 3])
})
