/**
 * Off-policy evaluation where the truth is known: people of a few kinds ask, a logging policy answers with known chances, and what
 * another policy would have earned is a finite sum. Over many logs: how often the 95 % interval holds it, how wide it is, and
 * whether the weights' mean is 1 within its error.
 */
import { normal, type Rng, seeded } from '../../src/base/rng.ts'
import { doublyRobust, ips, type Logged, snips, trust, weighed } from '../../src/learning/evaluate/estimate.ts'
import { judged } from '../../src/learning/evaluate/promote.ts'
import type { Features } from '../../src/policy/features.ts'
import { BIAS } from '../../src/policy/features.ts'
import { decide, type LinearPolicy, probabilitiesOf } from '../../src/policy/linear.ts'

const LANGUAGES = ['en', 'zh', 'ja', 'ko']
const ACTIONS = ['plain', 'dense', 'guided', 'chart']

type World = {
  kinds: { features: Features /** Mean reward of each action. */; pays: number[] }[]
  logging: LinearPolicy
  target: LinearPolicy
}

function policyOf(id: string, rng: Rng, spread: number, exploration: number): LinearPolicy {
  const names = [BIAS, 'phone', 'fields', ...LANGUAGES.map((language) => `language=${language}`)]
  const weights = Object.fromEntries(
    ACTIONS.map((action) => [action, Object.fromEntries(names.map((name) => [name, spread * normal(rng)]))]),
  )
  return { id, actions: ACTIONS, weights, temperature: 1, exploration }
}

function worldOf(seed: number): World {
  const rng = seeded(seed)
  const kinds = LANGUAGES.flatMap((language) =>
    [false, true].flatMap((phone) =>
      [0.2, 0.8].map((fields) => ({ features: { language, phone, fields }, pays: ACTIONS.map(() => 0.15 + 0.7 * rng.next()) })),
    ),
  )
  return { kinds, logging: policyOf('logging', rng, 0.5, 0.1), target: policyOf('target', rng, 0.7, 0) }
}

/** A reward is a thumb: up or not, so that no linear model is right. */
function logOf({ kinds, logging }: World, count: number, rng: Rng): Logged[] {
  return Array.from({ length: count }, () => {
    const { features, pays } = kinds[Math.floor(rng.next() * kinds.length)]!
    const { action, probability } = decide(logging, features, rng)
    return { features, action, probability, reward: rng.next() < pays[ACTIONS.indexOf(action)]! ? 1 : 0 }
  })
}

const truth = ({ kinds }: World, policy: LinearPolicy) =>
  kinds.reduce(
    (sum, { features, pays }) => sum + probabilitiesOf(policy, features).reduce((value, chance, a) => value + chance * pays[a]!, 0),
    0,
  ) / kinds.length

export type Figures = { name: string; held: number; width: number }

/** Shares over `logs` logs of each of `worlds` worlds, from number `first` on. */
export function coverage(count: number, worlds: number, logs: number, first = 0) {
  const estimators = { IPS: ips, 'self-normalised': snips, 'doubly robust': doublyRobust }
  const held = new Map(Object.keys(estimators).map((name) => [name, { held: [] as number[], width: [] as number[] }]))
  const weights: number[] = []
  const wrong: number[] = []
  for (let w = first; w < first + worlds; w++) {
    const world = worldOf(100 + w)
    const rng = seeded(5000 + w)
    const value = truth(world, world.target)
    const loses = value < truth(world, world.logging)
    const all = Array.from({ length: logs }, () => {
      const log = logOf(world, count, rng)
      const seen = weighed(log, world.target)
      const mean = trust(seen).weights
      const promoted = judged(log, world.logging, world.target).promote
      return { estimates: Object.values(estimators).map((estimate) => estimate(seen)), sound: mean.low <= 1 && mean.high >= 1, promoted }
    })
    for (const [e, name] of Object.keys(estimators).entries()) {
      held.get(name)!.held.push(all.filter(({ estimates }) => estimates[e]!.low <= value && value <= estimates[e]!.high).length / logs)
      held.get(name)!.width.push(all.reduce((sum, { estimates }) => sum + estimates[e]!.high - estimates[e]!.low, 0) / logs)
    }
    weights.push(all.filter(({ sound }) => sound).length / logs)
    if (loses) wrong.push(all.filter(({ promoted }) => promoted).length / logs)
  }
  return { held, weights, wrong }
}
