/**
 * A reward model from pairs of which one was preferred (Bradley and Terry, 1952; Christiano et al., "Deep reinforcement
 * learning from human preferences", 2017): a transformer whose last place is turned into one number, the reward.
 *
 *   P(a over b) = 1 / (1 + exp(r(b) - r(a)));  loss = -mean log P(chosen over other)
 *
 * Only differences of rewards mean anything. A part of the pairs is held out; the weights of the epoch that tells those best
 * are kept. Left out: how sure a choice was, ties, and several of a person's choices counting as one.
 */
import { fail, ok, type Result } from '../base/result.ts'
import { type Rng, seeded } from '../base/rng.ts'
import { seedOf } from './rollouts.ts'
import { Adam, type AdamOptions } from './tensor/adam.ts'
import type { Space } from './tensor/memory.ts'
import { crossEntropy, embed, linear, logChances } from './tensor/operations.ts'
import { Parameters } from './tensor/parameters.ts'
import { Tape, type Tensor } from './tensor/tape.ts'
import { type Config, hidden, initialise, type Model, shapesOf } from './transformer.ts'

/** Tokens of what was compared; neither is empty. */
export type Pair = { chosen: readonly number[]; other: readonly number[] }

/** A transformer with `score` (width, 1) in the place of a head. */
export function createReward(space: Space, config: Config, rng: Rng): Model {
  const { head: _, ...shapes } = shapesOf(config)
  const base = new Parameters(space, { ...shapes, score: [config.width, 1] })
  initialise(base, config, rng)
  return { config, base }
}

/** Rewards (sequences, 1): what the last place of each says. */
function scored(tape: Tape, model: Model, sequences: readonly (readonly number[])[]): Tensor {
  const time = Math.max(...sequences.map(({ length }) => length))
  const inputs = new Int32Array(sequences.length * time)
  for (const [row, tokens] of sequences.entries()) inputs.set(tokens, row * time)
  const places = hidden(tape, model, inputs, sequences.length)
  const last = embed(
    tape,
    places,
    sequences.map((tokens, row) => row * time + tokens.length - 1),
  )
  return linear(tape, last, model.base.get('score'))
}

/** The reward of each sequence. */
export function rewards(space: Space, model: Model, sequences: readonly (readonly number[])[], together = 64): number[] {
  const all: number[] = []
  for (let i = 0; i < sequences.length; i += together) {
    const tape = new Tape(space, false)
    const { at, size } = scored(tape, model, sequences.slice(i, i + together))
    all.push(...space.floats(at, size))
    tape.end()
  }
  return all
}

/** Mean loss in nats over pairs, and the share of them whose chosen one has the higher reward (a tie is half). */
export type Told = { loss: number; accuracy: number }

export function judgePairs(space: Space, model: Model, pairs: readonly Pair[]): Told {
  const all = rewards(
    space,
    model,
    pairs.flatMap(({ chosen, other }) => [chosen, other]),
  )
  let [loss, right] = [0, 0]
  for (let i = 0; i < pairs.length; i++) {
    const apart = all[2 * i]! - all[2 * i + 1]!
    loss += Math.max(0, -apart) + Math.log1p(Math.exp(-Math.abs(apart)))
    right += apart > 0 ? 1 : apart === 0 ? 0.5 : 0
  }
  return { loss: loss / pairs.length, accuracy: right / pairs.length }
}

/** Adds the gradient of the mean loss over some pairs, and gives that loss. */
export function addPairs(space: Space, model: Model, pairs: readonly Pair[]): number {
  const tape = new Tape(space)
  try {
    const both = scored(
      tape,
      model,
      pairs.flatMap(({ chosen, other }) => [chosen, other]),
    )
    // Two rewards side by side are the logits of which is chosen.
    both.shape = [pairs.length, 2]
    const loss = crossEntropy(logChances(tape, both, new Int32Array(pairs.length)), new Float64Array(pairs.length).fill(1))
    tape.backward()
    return loss
  } finally {
    tape.end()
  }
}

export type PreferenceOptions = {
  seed: number
  epochs: number
  batch: number
  optimiser: AdamOptions
  /** The share of pairs that is held out to choose the epoch by. */
  held: number
  /** Ends after so many epochs without getting better on those. */
  patience: number
}
export const PREFERENCES: PreferenceOptions = {
  seed: 1,
  epochs: 30,
  batch: 32,
  optimiser: { rate: 1e-3, clip: 1, warmUp: 20, decay: 0.01 },
  held: 0.1,
  patience: 4,
}

/** Of an epoch: mean loss while it was trained on, and what the pairs held out say. */
export type Epoch = { epoch: number; loss: number; held: Told }

/** Trains `model`, and leaves it with the weights of the best epoch. Fails, with the weights as they were, where a pair cannot be read. */
export function trainReward(
  space: Space,
  model: Model,
  pairs: readonly Pair[],
  options: PreferenceOptions = PREFERENCES,
): Result<{ epochs: Epoch[]; best: Epoch }> {
  const { time, vocabulary } = model.config
  const good = (tokens: readonly number[]) =>
    tokens.length > 0 && tokens.length <= time && tokens.every((token) => Number.isInteger(token) && token >= 0 && token < vocabulary)
  const bad = pairs.findIndex(({ chosen, other }) => !good(chosen) || !good(other))
  if (bad >= 0)
    return fail('pairs-invalid', `Pair ${bad + 1} cannot be read: each side has 1 to ${time} tokens below ${vocabulary}.`, {
      which: bad + 1,
      time,
      vocabulary,
    })
  const rng = seeded(options.seed)
  const mixed = shuffled(pairs, rng)
  const count = Math.round(mixed.length * options.held)
  const [held, train] = [mixed.slice(0, count), mixed.slice(count)]
  if (!held.length || !train.length)
    return fail('pairs-few', `${pairs.length} pairs are too few to hold some out.`, { count: pairs.length })
  const before = model.base.values.slice()
  const adam = new Adam(space, model.base, options.optimiser)
  const epochs: Epoch[] = []
  let best: { epoch: Epoch; weights: Float32Array } | undefined
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffled(train, seeded(seedOf(options.seed, epoch)))
    let loss = 0
    for (let i = 0; i < order.length; i += options.batch) {
      const batch = order.slice(i, i + options.batch)
      loss += addPairs(space, model, batch) * batch.length
      if (!adam.step().finite) {
        model.base.values.set(before)
        return fail('training-diverged', 'A gradient is no longer a number: take a lower rate, or go on from an earlier checkpoint.')
      }
    }
    const told = { epoch, loss: loss / order.length, held: judgePairs(space, model, held) }
    epochs.push(told)
    if (!best || told.held.loss < best.epoch.held.loss) best = { epoch: told, weights: model.base.values.slice() }
    else if (epoch - best.epoch.epoch >= options.patience) break
  }
  model.base.values.set(best!.weights)
  return ok({ epochs, best: best!.epoch })
}

function shuffled<T>(values: readonly T[], rng: Rng): T[] {
  const all = [...values]
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(rng.next() * (i + 1))
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all
}
