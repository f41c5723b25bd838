/** Learning as a whole: the loss over a batch in two ways, what stops a run, and that what stops it leaves the weights alone. */
import { expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { CLIP } from '../../src/training/dapo.ts'
import { createLora } from '../../src/training/lora.ts'
import { rollOut } from '../../src/training/rollouts.ts'
import { addition, type Judgement, sorting, type Task } from '../../src/training/task.ts'
import { Space } from '../../src/training/tensor/memory.ts'
import { logChances } from '../../src/training/tensor/operations.ts'
import { Tape } from '../../src/training/tensor/tape.ts'
import { DEFAULTS, Training, type TrainOptions } from '../../src/training/train.ts'
import { createModel, forward, type Model } from '../../src/training/transformer.ts'
import { addGradient, type Weighed } from '../../src/training/update.ts'

const options: TrainOptions = { ...DEFAULTS, prompts: 4, miniBatch: 2, samples: 6, rounds: 3, patience: 50 }

function started(task: Task<never>, more: Partial<TrainOptions> = {}, bytes = 32 << 20): Training {
  const space = new Space(bytes)
  const model = createModel(space, { layers: 1, width: 16, heads: 2, time: 16, vocabulary: task.vocabulary }, seeded(3))
  return new Training(space, model, task, { ...options, ...more })
}

/** The task of sorting, judged otherwise. */
const judged = (judge: (call: number) => Judgement | Promise<Judgement>): Task<never> => {
  let calls = 0
  const task: Task<number[]> = { ...sorting(3, 4), judge: () => judge(calls++) }
  return task as Task<never>
}

it('the loss is divided by the tokens of the whole batch, however it is cut', async () => {
  const task = sorting(3, 4) as Task<never>
  const { space, model, hands } = started(task)
  const { groups } = await rollOut(hands, task, { count: 4, seed: 9, version: 0 }, options)
  const rng = seeded(1)
  const all: Weighed[] = groups
    .flat()
    .map((one) => ({ ...one, logs: one.logs.map((log) => log + rng.next() - 0.5), advantage: rng.next() * 2 - 1, weight: 1 }))
  // Token by token, as the paper has it.
  let loss = 0
  let count = 0
  for (const { prompt, tokens, logs, advantage } of all) {
    const whole = [...prompt, ...tokens]
    const tape = new Tape(space, false)
    const told = logChances(tape, forward(tape, model, whole.slice(0, -1), 1), whole.slice(1))
    tape.end()
    for (const [k, old] of logs.entries()) {
      const ratio = Math.exp(told.logs[prompt.length - 1 + k]! - old)
      const clipped = Math.max(-advantage * ratio, -advantage * Math.min(Math.max(ratio, 1 - CLIP.low), 1 + CLIP.high))
      loss += advantage < 0 ? Math.min(clipped, -advantage * CLIP.dual) : clipped
      count++
    }
  }
  const gradients = [1, 3, all.length].map((together) => {
    const sums = addGradient(space, model, all, CLIP, together)
    expect(sums.loss / sums.weight).toBeCloseTo(loss / count, 5)
    expect(sums.weight).toBe(count)
    const gradient = model.base.gradients.slice()
    model.base.gradients.fill(0)
    return gradient
  })
  const size = Math.hypot(...gradients[0]!)
  for (const gradient of gradients) expect(Math.hypot(...gradient.map((g, i) => g - gradients[0]![i]!)) / size).toBeLessThan(1e-4)
})

it('stale: each token is weighed by its chance before this step over that with which it was drawn, cut at the bound', async () => {
  const task = sorting(3, 4) as Task<never>
  const truncate = 1.05
  const more = { mode: 'stale', truncate, dynamic: false, optimiser: { rate: 0.02 } } as const
  const plain = started(task, more)
  const { space, model } = plain
  const seen: Weighed[][] = []
  const hands = {
    ...plain.hands,
    addGradient: (...[all, clip]: Parameters<typeof plain.hands.addGradient>) => {
      seen.push(structuredClone(all))
      return plain.hands.addGradient(all, clip)
    },
  }
  const training = new Training(space, model, task, plain.options, hands)
  const logsOf = ({ prompt, tokens }: Weighed) => {
    const whole = [...prompt, ...tokens]
    const tape = new Tape(space, false)
    const told = logChances(tape, forward(tape, model, whole.slice(0, -1), 1), whole.slice(1))
    tape.end()
    return [...told.logs.subarray(prompt.length - 1)]
  }
  expect(await training.iterate()).toMatchObject({ ok: true, value: { behind: 0 } })
  const ahead = structuredClone(training.progress.ahead!)
  const before = training.trained.values.slice()
  seen.length = 0
  // Two mini-batches, and all of it was drawn before the two steps of the first iteration.
  expect(await training.iterate()).toMatchObject({ ok: true, value: { behind: 2 } })
  const after = training.trained.values.slice()
  training.trained.values.set(before)
  const drawn = ahead.groups.flat()
  const used = seen.flat()
  expect(used.map(({ tokens }) => tokens)).toEqual(drawn.map(({ tokens }) => tokens))
  let cut = 0
  for (const [i, one] of used.entries())
    for (const [k, old] of logsOf(one).entries()) {
      expect(one.logs[k]).toBeCloseTo(old, 5)
      const ratio = Math.exp(one.logs[k]! - drawn[i]!.logs[k]!)
      cut += Number(ratio > truncate)
      expect(one.trust![k]).toBe(Math.min(truncate, ratio))
    }
  expect(cut).toBeGreaterThan(0)
  // The loss and its gradient are linear in the weights, and the divisor is not changed by them.
  const gradientOf = (all: Weighed[]) => {
    const sums = addGradient(space, model, all, CLIP)
    const gradient = model.base.gradients.slice()
    model.base.gradients.fill(0)
    return { sums, gradient }
  }
  const half = gradientOf(used.map((one) => ({ ...one, trust: one.tokens.map(() => 0.5) })))
  const whole = gradientOf(used.map(({ trust, ...one }) => one))
  expect(half.sums.loss).toBeCloseTo(whole.sums.loss / 2, 6)
  expect(half.sums.weight).toBe(whole.sums.weight)
  expect(Math.hypot(...half.gradient.map((g, i) => 2 * g - whole.gradient[i]!))).toBeLessThan(1e-5 * Math.hypot(...whole.gradient))
  const { sums } = gradientOf(used)
  const byHand = used.reduce((sum, { advantage, trust }) => sum + trust!.reduce((all, weight) => all - advantage * weight, 0), 0)
  expect(sums.loss).toBeCloseTo(byHand, 3)
  training.trained.values.set(after)
})

it('what was drawn is drawn from the policy that is trained: ratios are 1 before the first step', async () => {
  const task = addition(5) as Task<never>
  const { space, model, hands } = started(task)
  const { groups } = await rollOut(hands, task, { count: 3, seed: 2, version: 0 }, options)
  const sums = addGradient(
    space,
    model,
    groups.flat().map((one) => ({ ...one, advantage: 1, weight: 1 })),
    CLIP,
  )
  expect(sums.drift / sums.tokens).toBeLessThan(1e-5)
  expect(sums.clipped).toBe(0)
})

const unchanged = async (training: Training, code: string) => {
  const before = training.trained.values.slice()
  const result = await training.iterate()
  expect(result).toMatchObject({ ok: false, error: { code } })
  expect(training.trained.values).toEqual(before)
  expect([...training.adam.means].every((value) => value === 0)).toBe(true)
  expect(training.progress.iteration).toBe(0)
  return result
}

it('stops where all rewards are equal for many rounds', () => unchanged(started(judged(() => ({ metric: 0.3 }))), 'rewards-equal'))
it('and knows that from all being right', () => unchanged(started(judged(() => ({ metric: 1 }))), 'training-solved'))
it('a penalty beside an equal metric lets no group through', () =>
  unchanged(started(judged((call) => ({ metric: 0, reward: call }))), 'rewards-equal'))

for (const [what, judge] of [
  [
    'throws',
    () => {
      throw new Error('no such file')
    },
  ],
  ['hangs', () => new Promise<never>(() => {})],
  ['gives what is no number', () => ({ metric: Number.NaN })],
  ['rejects', () => Promise.reject(new Error('refused'))],
] as const)
  it(`stops where the reward always ${what}, and says so`, async () => {
    const result = await unchanged(started(judged(judge)), 'reward-failed')
    expect(!result.ok && result.error.message).toMatch(/no such file|no answer|NaN|refused/)
  })

it('goes on where a few rewards fail, without those prompts', async () => {
  const training = started(
    judged((call) => {
      if (call === 1) throw new Error('once')
      return { metric: call % 2 }
    }),
  )
  expect(await training.iterate()).toMatchObject({ ok: true, value: { failed: 1 } })
})

it('a gradient that is no number stops the run before it changes anything', async () => {
  const training = started(sorting(3, 4) as Task<never>)
  training.trained.values[7] = Number.NaN
  await unchanged(training, 'training-diverged')
})

it('too little memory stops it as well', async () => {
  await unchanged(started(sorting(3, 4) as Task<never>, { slots: 8 }, 700 << 10), 'training-memory')
})

it('a cost over its limit is learned to be avoided, though the metric knows nothing of it', async () => {
  // Token 0 is as good as token 1, and costs.
  const task: Task<never> = {
    name: 'cost',
    vocabulary: 4,
    stop: 3,
    longest: { prompt: 1, completion: 1 },
    optimum: 1,
    draw: () => ({ tokens: [2], prompt: undefined as never }),
    judge: (_, [token]) => ({ metric: token === 0 || token === 1 ? 1 : 0, costs: { zero: token === 0 ? 1 : 0 } }),
  }
  const training = started(task, { samples: 16, dynamic: false, optimiser: { rate: 0.01 }, limits: { zero: { limit: 0.05, rate: 0.2 } } })
  let last = { metric: 0, costs: {} as Record<string, number> }
  for (let i = 0; i < 80; i++) {
    const report = await training.iterate()
    if (report.ok) last = report.value
  }
  expect(last.metric).toBeGreaterThan(0.9)
  expect(last.costs.zero).toBeLessThan(0.15)
})

it('an adapter learns while its base stays', async () => {
  const task = sorting(2, 3) as Task<never>
  const space = new Space(32 << 20)
  const config = { layers: 1, width: 16, heads: 2, time: 8, vocabulary: task.vocabulary }
  const base: Model = createModel(space, config, seeded(3), false)
  const training = new Training(space, { ...base, lora: createLora(space, config, { rank: 4, alpha: 8 }, seeded(4)) }, task, options)
  const before = base.base.values.slice()
  const start = training.trained.values.slice()
  expect((await training.iterate()).ok).toBe(true)
  expect(base.base.values).toEqual(before)
  expect(training.trained.values).not.toEqual(start)
})
