/** Threads do what one does: the same completions to the bit, the same gradients; and what happens when one dies. */
import { afterEach, expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { Crew } from '../../src/training/crew.ts'
import { CLIP } from '../../src/training/dapo.ts'
import { alone, type Hands } from '../../src/training/hands.ts'
import { createLora } from '../../src/training/lora.ts'
import { rollOut } from '../../src/training/rollouts.ts'
import { sorting, type Task } from '../../src/training/task.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { DEFAULTS, type Mode, Training } from '../../src/training/train.ts'
import { createModel, type Model } from '../../src/training/transformer.ts'
import type { Weighed } from '../../src/training/update.ts'

const task = sorting(3, 4) as Task<never>
const space = new Space(64 << 20)
const config = { layers: 1, width: 32, heads: 2, time: 16, vocabulary: task.vocabulary }
const crews: Crew[] = []
afterEach(async () => void (await Promise.all(crews.splice(0).map((crew) => crew.end()))))

function crewOf(model: Model, size = 2): Crew {
  const crew = new Crew(size, model, 32 << 20)
  crews.push(crew)
  return crew
}
const adapted = (): Model => {
  const model = createModel(space, config, seeded(1), false)
  return { ...model, lora: createLora(space, config, { rank: 2, alpha: 4 }, seeded(2)) }
}
const options = { ...DEFAULTS, prompts: 6, miniBatch: 6, samples: 5, rounds: 2 }

for (const make of [() => createModel(space, config, seeded(1)), adapted])
  it(`${make === adapted ? 'an adapter' : 'a model'}: completions to the bit, gradients but for the order of sums`, async () => {
    const model = make()
    const crew = crewOf(model)
    const trained = model.lora?.parameters ?? model.base
    const rolled = async (hands: Hands) => (await rollOut(hands, task, { count: 6, seed: 4, version: 0 }, options)).groups
    const groups = await rolled(alone(space, model))
    expect(await rolled(crew)).toEqual(groups)
    const rolls = groups.flat()
    expect(await crew.score(rolls)).toEqual(await alone(space, model).score(rolls))
    const rng = seeded(8)
    const all: Weighed[] = groups.flat().map((one) => ({ ...one, advantage: rng.next() - 0.5, weight: 1 }))
    const gradient = async (hands: Hands) => {
      const sums = await hands.addGradient(all, CLIP)
      await hands.gather()
      const sum = trained.gradients.slice()
      trained.gradients.fill(0)
      return { sums, sum }
    }
    const one = await gradient(alone(space, model))
    const two = await gradient(crew)
    expect(two.sums.loss).toBeCloseTo(one.sums.loss, 4)
    expect(two.sums.tokens).toBe(one.sums.tokens)
    expect(Math.hypot(...two.sum.map((g, i) => g - one.sum[i]!)) / Math.hypot(...one.sum)).toBeLessThan(1e-4)
    // What was changed here is drawn from there after it was sent, and not before.
    trained.values.forEach((value, i) => {
      trained.values[i] = value + 0.3 * Math.sin(i)
    })
    expect(await rolled(crew)).toEqual(groups)
    crew.renew(1)
    expect(await rolled(crew)).toEqual(await rolled(alone(space, model)))
  })

it('overlapped or in turn, an iteration of one step learns the same', async () => {
  const run = async (mode: Mode, threads: number) => {
    const model = createModel(space, config, seeded(1))
    // Every group is used either way.
    const training = new Training(
      space,
      model,
      task,
      { ...options, mode, chunk: 2, dynamic: false },
      threads > 1 ? crewOf(model) : undefined,
    )
    const report = await training.iterate()
    expect(report.ok).toBe(true)
    return training.trained.values.slice()
  }
  const plain = await run('sequential', 1)
  // Adam's first steps are as large where a gradient is near nothing: weights may be a little apart.
  for (const other of [await run('all-sync', 1), await run('all-sync', 2), await run('sequential', 2)])
    expect(Math.hypot(...other.map((w, i) => w - plain[i]!)) / Math.hypot(...plain)).toBeLessThan(1e-4)
})

it('only adapters travel', async () => {
  const model = adapted()
  const crew = crewOf(model)
  const training = new Training(space, model, task, { ...options, mode: 'all-sync' }, crew)
  expect((await training.iterate()).ok).toBe(true)
  const { sent, received } = crew.account
  expect(sent).toBe(2 * 4 * model.lora!.parameters.size)
  // A thread that took no gradient has none to send.
  expect([sent / 2, sent]).toContain(received)
})

it('stale: the next iteration is rolled out while this one is trained on, one step behind at most', async () => {
  const model = adapted()
  const training = new Training(space, model, task, { ...options, mode: 'stale', chunk: 1, dynamic: false }, crewOf(model))
  const reports = []
  for (let i = 0; i < 4; i++) reports.push(await training.iterate())
  const behind = reports.map((report) => (report.ok ? report.value.behind : -1))
  expect(behind[0]).toBe(0)
  for (const one of behind.slice(1)) {
    expect(one).toBeGreaterThan(0)
    expect(one).toBeLessThanOrEqual(1)
  }
})

it('stale: where a thread dies the iteration never was, and what was rolled out ahead is still there', async () => {
  const model = createModel(space, config, seeded(1))
  const crew = crewOf(model, 3)
  const training = new Training(space, model, task, { ...options, mode: 'stale', chunk: 1 }, crew)
  expect((await training.iterate()).ok).toBe(true)
  const [weights, progress] = [training.trained.values.slice(), structuredClone(training.progress)]
  const running = training.iterate()
  crew.lose(0)
  expect(await running).toMatchObject({ ok: false, error: { code: 'worker-died' } })
  expect(training.trained.values).toEqual(weights)
  expect(training.progress).toEqual(progress)
  expect((await training.iterate()).ok).toBe(true)
})

it('a thread that dies stops the iteration; the weights stay, and the others go on', async () => {
  const model = createModel(space, config, seeded(1))
  const crew = crewOf(model)
  const training = new Training(space, model, task, options, crew)
  const before = training.trained.values.slice()
  const running = training.iterate()
  crew.lose(0)
  expect(await running).toMatchObject({ ok: false, error: { code: 'worker-died' } })
  expect(training.trained.values).toEqual(before)
  expect((await training.iterate()).ok).toBe(true)
  crew.lose(0)
  expect(await training.iterate()).toMatchObject({ ok: false, error: { code: 'worker-died' } })
})

it('a thread with too little memory says so', async () => {
  const model = createModel(space, config, seeded(1))
  const crew = new Crew(1, model, 700 << 10)
  crews.push(crew)
  const training = new Training(space, model, task, options, crew)
  expect(await training.iterate()).toMatchObject({ ok: false, error: { code: 'training-memory' } })
})
