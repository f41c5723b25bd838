/** The reward model: the loss and its derivative as the formula has them, a known taste learned from noisy choices, and what cannot be learned from. */
import { expect, it } from 'vitest'
import { seeded } from '../../src/base/rng.ts'
import { addPairs, createReward, judgePairs, type Pair, PREFERENCES, rewards, trainReward } from '../../src/training/preferences.ts'
import { Space } from '../../src/training/tensor/memory.ts'

const config = { layers: 1, width: 16, heads: 2, time: 8, vocabulary: 6 }
const space = new Space(64 << 20)
const fresh = (seed = 1) => createReward(space, config, seeded(seed))

/** Somebody who likes token 1 and dislikes token 2, and says so wrongly now and then. */
function choices(count: number, seed: number, sure = 3): Pair[] {
  const rng = seeded(seed)
  const draw = () => Array.from({ length: 2 + Math.floor(rng.next() * 6) }, () => Math.floor(rng.next() * 6))
  return Array.from({ length: count }, () => {
    const [a, b] = [draw(), draw()]
    const first = rng.next() < 1 / (1 + Math.exp(-sure * (worth(a) - worth(b))))
    return first ? { chosen: a, other: b } : { chosen: b, other: a }
  })
}
const worth = (tokens: readonly number[]) => tokens.filter((one) => one === 1).length - tokens.filter((one) => one === 2).length

it('the loss is the one of Bradley and Terry, and its gradient is its derivative', () => {
  const model = fresh(3)
  const pairs = choices(5, 8)
  const sides = rewards(
    space,
    model,
    pairs.flatMap(({ chosen, other }) => [chosen, other]),
  )
  const byHand = pairs.reduce((sum, _, i) => sum + Math.log(1 + Math.exp(sides[2 * i + 1]! - sides[2 * i]!)), 0) / pairs.length
  model.base.gradients.fill(0)
  expect(addPairs(space, model, pairs)).toBeCloseTo(byHand, 6)
  expect(judgePairs(space, model, pairs).loss).toBeCloseTo(byHand, 6)
  const rng = seeded(5)
  const direction = Float32Array.from({ length: model.base.size }, () => rng.next() - 0.5)
  const told = model.base.gradients.reduce((sum, g, i) => sum + g * direction[i]!, 0)
  const at = model.base.values.slice()
  const h = 2e-3
  const lossAt = (step: number) => {
    model.base.values.set(at.map((value, i) => value + step * direction[i]!))
    return judgePairs(space, model, pairs).loss
  }
  const found = (lossAt(h) - lossAt(-h)) / (2 * h)
  model.base.values.set(at)
  expect(Math.abs(told - found)).toBeLessThan(2e-2 * Math.abs(found) + 1e-3)
})

it('what is rewarded is the sequence, whatever is beside it', () => {
  const model = fresh()
  const alone = rewards(space, model, [[1, 2, 3]])
  expect(rewards(space, model, [[5], [1, 2, 3], [0, 0, 0, 0, 0, 0, 0, 0]])[1]).toBeCloseTo(alone[0]!, 6)
  expect(judgePairs(space, model, [{ chosen: [1], other: [1] }])).toEqual({ loss: Math.log(2), accuracy: 0.5 })
})

it('a taste is learned from choices of which some are wrong, and told of pairs that were never seen', () => {
  const model = fresh(2)
  const trained = trainReward(space, model, choices(600, 4), { ...PREFERENCES, epochs: 12, optimiser: { rate: 3e-3, clip: 1, warmUp: 20 } })
  if (!trained.ok) throw new Error(trained.error.message)
  const { epochs, best } = trained.value
  expect(best.held.loss).toBe(Math.min(...epochs.map(({ held }) => held.loss)))
  const unseen = choices(400, 99).filter(({ chosen, other }) => worth(chosen) !== worth(other))
  const truly = unseen.map(({ chosen, other }) => (worth(chosen) > worth(other) ? { chosen, other } : { chosen: other, other: chosen }))
  expect(judgePairs(space, model, truly).accuracy).toBeGreaterThan(0.93)
  // The same seed, the same bits.
  const again = fresh(2)
  trainReward(space, again, choices(600, 4), { ...PREFERENCES, epochs: 12, optimiser: { rate: 3e-3, clip: 1, warmUp: 20 } })
  expect(again.base.values).toEqual(model.base.values)
})

it('choices that mean nothing end early, near no better than a coin', () => {
  const rng = seeded(12)
  const pairs = choices(200, 6).map(({ chosen, other }) => (rng.next() < 0.5 ? { chosen, other } : { chosen: other, other: chosen }))
  const trained = trainReward(space, fresh(), pairs, { ...PREFERENCES, epochs: 40, held: 0.3, patience: 2 })
  expect(trained.ok && trained.value.epochs.length).toBeLessThan(40)
  expect(trained.ok && trained.value.best.held.loss).toBeGreaterThan(0.6)
})

it.each([
  ['an empty side', [{ chosen: [], other: [1] }], 'pairs-invalid'],
  ['one too long', [{ chosen: [1], other: [1, 1, 1, 1, 1, 1, 1, 1, 1] }], 'pairs-invalid'],
  ['a token that is none', [{ chosen: [1], other: [6] }], 'pairs-invalid'],
  ['a half', [{ chosen: [1.5], other: [1] }], 'pairs-invalid'],
  ['none at all', [], 'pairs-few'],
  ['a single one', [{ chosen: [1], other: [2] }], 'pairs-few'],
])('%s is refused, and nothing is changed', (_, pairs, code) => {
  const model = fresh()
  const before = model.base.values.slice()
  expect(trainReward(space, model, pairs)).toMatchObject({ ok: false, error: { code } })
  expect(model.base.values).toEqual(before)
})

it('a gradient that is no number leaves the weights as they were', () => {
  const model = fresh()
  model.base.values[3] = Number.NaN
  expect(trainReward(space, model, choices(40, 1))).toMatchObject({ ok: false, error: { code: 'training-diverged' } })
  expect(model.base.values[3]).toBeNaN()
})
