/**
 * A reward model learned from what simulated people prefer, judged against what truly pleases them, which it never sees. People
 * choose between two designs in one situation, the likelier the more one pleases them, and wrongly now and then.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { preferred, prior } from '../../src/learning/preference.ts'
import { DENSITIES, DESIGNS, type Design, FIRSTS, GUIDANCES, type Situation, traitsOf } from '../../src/simulation/people/designs.ts'
import { LANGUAGES, type Person, person, pleases, situation } from '../../src/simulation/people/population.ts'
import { createReward, judgePairs, type Pair, PREFERENCES, trainReward } from '../../src/training/preferences.ts'
import { Space } from '../../src/training/tensor/memory.ts'

const PEOPLE = 48
const UNSEEN = 20

type Compared = { who: number; where: Situation; chosen: Design; other: Design; truly: boolean }

/** Tokens: the language, who it is (0: nobody that is known), the situation, the design, and a last one at which it is judged. */
function tokensOf(who: number, language: number, where: Situation, design: Design): number[] {
  const parts: [number, number][] = [
    [LANGUAGES.length, language],
    [PEOPLE + 1, who],
    [2, Number(where.phone)],
    [2, Number(where.full)],
    [2, Number(where.early)],
    [DENSITIES.length, DENSITIES.indexOf(design.density)],
    [FIRSTS.length, FIRSTS.indexOf(design.first)],
    [GUIDANCES.length, GUIDANCES.indexOf(design.guidance)],
    [1, 0],
  ]
  let from = 0
  return parts.map(([size, value]) => {
    from += size
    return from - size + value
  })
}
const VOCABULARY = 1 + tokensOf(0, 0, { phone: false, full: false, early: false }, DESIGNS[0]!).at(-1)!

function compared(people: readonly Person[], each: number, rng: Rng): Compared[] {
  return people.flatMap((one, who) =>
    Array.from({ length: each }, () => {
      const where = situation(one, Math.floor(rng.next() * 40), rng)
      const [a, b] = [DESIGNS[Math.floor(rng.next() * DESIGNS.length)]!, DESIGNS[Math.floor(rng.next() * DESIGNS.length)]!]
      const apart = pleases(one, a, where, 0) - pleases(one, b, where, 0)
      const first = rng.next() < 1 / (1 + Math.exp(-4 * apart))
      return { who, where, chosen: first ? a : b, other: first ? b : a, truly: first === apart > 0 }
    }).filter(({ chosen, other }) => chosen !== other),
  )
}

/** Shares of pairs that were never seen whose truly better design is told; `choices`: of which the choice is told. */
export type Row = { way: string; known: number; strangers: number; choices: number }

export function preferences(seeds: number, each = 60): { rows: Row[]; pairs: number; epochs: number } {
  const sums = new Map<string, Row>()
  const add = (way: string, known: number, strangers: number, choices: number) => {
    const row = sums.get(way) ?? { way, known: 0, strangers: 0, choices: 0 }
    sums.set(way, {
      way,
      known: row.known + known / seeds,
      strangers: row.strangers + strangers / seeds,
      choices: row.choices + choices / seeds,
    })
  }
  let [pairs, epochs] = [0, 0]
  for (let seed = 1; seed <= seeds; seed++) {
    const rng = seeded(seed)
    const of = (count: number, from: number) =>
      Array.from({ length: count }, (_, i) => person(LANGUAGES[i % LANGUAGES.length]!, seeded(seed * 10_000 + from + i)))
    const [people, strangers] = [of(PEOPLE, 0), of(24, 5000)]
    const train = compared(people, each, rng)
    const [own, others] = [compared(people, UNSEEN, rng), compared(strangers, UNSEEN, rng)]
    pairs += train.length / seeds
    // Wrong choices among what is judged are turned, so that the better one is always first.
    const right = (all: Compared[]) => all.map((one) => (one.truly ? one : { ...one, chosen: one.other, other: one.chosen, truly: true }))
    const space = new Space(64 << 20)
    for (const known of [true, false]) {
      const model = createReward(space, { layers: 2, width: 32, heads: 4, time: 9, vocabulary: VOCABULARY }, seeded(seed))
      const pair = (all: Compared[], personal: boolean): Pair[] =>
        all.map(({ who, where, chosen, other }) => {
          const tokens = (design: Design) => tokensOf(personal ? who + 1 : 0, who % LANGUAGES.length, where, design)
          return { chosen: tokens(chosen), other: tokens(other) }
        })
      // Now and then nobody is known, so that strangers are told as well.
      const shown = known
        ? [
            ...pair(train, true),
            ...pair(
              train.filter((_, i) => i % 3 === 0),
              false,
            ),
          ]
        : pair(train, false)
      const trained = trainReward(space, model, shown, { ...PREFERENCES, seed })
      if (!trained.ok) throw new Error(trained.error.message)
      epochs += trained.value.best.epoch / seeds / 2
      const told = (all: Compared[], personal: boolean) => judgePairs(space, model, pair(all, personal)).accuracy
      add(
        known ? 'reward model, knowing who it is' : 'reward model, language and situation alone',
        told(right(own), known),
        told(right(others), false),
        told(own, known),
      )
    }
    // One linear model (Laplace) for each person, from that person's choices alone; of strangers it knows nothing.
    const scores = people.map((_, who) => {
      const mine = train.filter((one) => one.who === who)
      const rows = mine.map(({ where, chosen, other }) => ({ chosen: [...traitsOf(chosen, where)], other: [...traitsOf(other, where)] }))
      return preferred(prior(traitsOf(DESIGNS[0]!, mine[0]!.where).length), rows).mean
    })
    const linear = (all: Compared[]) => {
      const good = all.filter(({ who, where, chosen, other }) => {
        const [a, b] = [traitsOf(chosen, where), traitsOf(other, where)]
        return scores[who]!.reduce((sum, weight, i) => sum + weight * (a[i]! - b[i]!), 0) > 0
      })
      return good.length / all.length
    }
    add('linear, one for each person', linear(right(own)), 0.5, linear(own))
    const sure = (all: Compared[]) => all.filter(({ truly }) => truly).length / all.length
    add('who knew what pleases', 1, 1, sure(own))
  }
  return { rows: [...sums.values()], pairs, epochs }
}
