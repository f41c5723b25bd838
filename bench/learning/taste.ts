/**
 * What the product learns by (src/learning/loop), on people whose taste is known: when it decides by that, whether it ever decides
 * by a coin, and what the learning costs whom the shipped way suits. Beside it the same log judged in other ways, each looked at
 * after every occasion, as a product must.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import type { EventId } from '../../src/events.ts'
import { doublyRobust, type Logged, weighed } from '../../src/learning/evaluate/estimate.ts'
import { standingOf } from '../../src/learning/loop/judge.ts'
import type { Occasion } from '../../src/learning/loop/occasions.ts'
import { decide } from '../../src/policy/linear.ts'
import { candidate, shippedPolicy, topics } from '../../src/policy/topics.ts'

export const APPS = 100

/** Reward of what was done, -1 to 1. */
export type Person = (did: { other: boolean; given: boolean; rng: Rng }) => number
const chance = (share: number, good: number, bad: number, rng: Rng) => (rng.next() < share ? good : bad)

export const PEOPLE: [string, Person][] = [
  ['likes the other way, always says so', ({ other }) => (other ? 1 : -1)],
  ['likes the other way, uses it and changes the shipped one', ({ other }) => (other ? 0.5 : -1)],
  ['likes the other way four times in five', ({ other, rng }) => (other ? chance(0.8, 1, -1, rng) : chance(0.8, -1, 0.5, rng))],
  ['likes it only where something is given', ({ other, given }) => (other === given ? 1 : -1)],
  ['flips a coin', ({ rng }) => chance(0.5, 1, -1, rng)],
  ['dislikes everything', () => -1],
  ['likes the shipped way nine times in ten', ({ other, rng }) => (other ? -1 : chance(0.9, 0.5, -1, rng))],
]

export type Life = {
  /** Apps until it was decided by what was learned; null where it never was. */
  learned: number | null
  /** Apps that were made the other way. */
  others: number
  /** The same for other ways to judge the same log. */
  interval: number | null
  mean: number | null
}

const topic = topics.density

export function lived(person: Person, seed: number): Life {
  const rng = seeded(seed)
  const all: Occasion[] = []
  const life: Life = { learned: null, others: 0, interval: null, mean: null }
  for (let n = 1; n <= APPS; n++) {
    const { policy } = standingOf(topic, all)
    const given = rng.next() < 0.5
    const { action, probability } = decide(policy, { many: given }, rng)
    const other = action === topic.actions[1]
    if (other) life.others++
    const reward = person({ other, given, rng })
    const about = { app: null, turn: undefined, conversation: undefined, at: '', signals: {}, topic: topic.id, policy: policy.id }
    all.push({ ...about, n, event: `${n}` as EventId, action, probability, features: { many: given }, reward })
    if (life.learned === null && standingOf(topic, all).state === 'learned') life.learned = n
    const tried = all.filter((one) => one.probability < 1)
    if (life.interval === null && tried.length >= 10 && gains(tried)) life.interval = n
    if (life.mean === null && tried.length >= 10 && meanOf(tried, 1) > meanOf(tried, 0)) life.mean = n
  }
  return life
}

/** The doubly robust interval of evaluate/ alone, at 95 %. */
function gains(tried: readonly Occasion[]): boolean {
  const log: Logged[] = tried.map(({ features, action, probability, reward }) => ({ features, action, probability, reward: reward! }))
  const [after, before] = [candidate(topic, 'always'), shippedPolicy(topic)].map((policy) => weighed(log, policy))
  const differences = after!.map((one, i) => {
    const other = before![i]!
    return { ...one, weight: one.weight - other.weight, direct: one.direct - other.direct }
  })
  return doublyRobust(differences).low > 0
}

const meanOf = (tried: readonly Occasion[], at: 0 | 1): number => {
  const own = tried.filter(({ action }) => action === topic.actions[at])
  return own.length ? own.reduce((sum, { reward }) => sum + reward!, 0) / own.length : 0
}
