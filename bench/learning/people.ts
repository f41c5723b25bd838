/**
 * Simulated people choose nothing: a learner picks a design for each of their apps, and sees what a product would see. Regret is
 * what the best design for that person, in that situation, on that day would have pleased more, summed over the decisions.
 *
 * Flat learners begin from nothing: one for each person, or one for all with the language among its features; they are paid
 * a thumb where there is one, and days of use a week later where there is none. Ours begins from a prior of its culture, fitted
 * to other people of the simulation (the default that would be shipped), reads what is seen by a reward model that knows
 * cultures, and may ask which of two designs is liked better, for a price. Each of these can be left out.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { dot } from '../../src/learning/matrix.ts'
import { Patience, question } from '../../src/learning/preference.ts'
import { Regression } from '../../src/learning/regression.ts'
import { RewardModel, saidOutright } from '../../src/learning/reward.ts'
import { fittedPrior, flatPrior, type Prior, Taste } from '../../src/learning/taste.ts'
import { draw, softmax } from '../../src/policy/softmax.ts'
import { DESIGNS, FIXED, type Situation, TRAITS, traitsOf } from '../../src/simulation/people/designs.ts'
import { LANGUAGES, type Person, person, pleases, type Shown, shows, situation } from '../../src/simulation/people/population.ts'
import type { Language } from '../../src/spec.ts'

export const DECISIONS = 200
/** Decisions until the days of use are known: an app a day. */
const WEEK = 7
const PEOPLE = 24
/** What a question costs the one who is asked, in satisfaction. */
const PRICE = 0.1
/** Decisions ahead that an answer is of use for. */
const AHEAD = 40
/** Designs that are worth asking about: the likeliest. */
const LIKELY = 4
/** By how much what was chosen pleases more, as far as a choice tells. */
const TOLD = 0.3

export type Learner = {
  /** Index of a design. */
  choose(where: Situation, rng: Rng): number
  /** At once, without the days of use; and again a week later, with them. */
  seen(where: Situation, design: number, shown: Partial<Shown>, final: boolean): void
  /** Two designs to ask about first, or none. */
  asks?(where: Situation): [number, number] | null
  told?(where: Situation, chosen: number, other: number): void
}
/** A learner for one person; what is learned of all of them stays in the closure. */
export type Maker = (language: Language) => Learner

const traits = (where: Situation) => DESIGNS.map((design) => traitsOf(design, where))

function bestOf(scores: readonly number[]): number {
  return scores.reduce((best, score, at) => (score > scores[best]! ? at : best), 0)
}

/** One person's regret, questions included. */
export function lived(who: Person, learner: Learner, rng: Rng): number {
  let regret = 0
  const waiting: { at: number; where: Situation; design: number; shown: Shown }[] = []
  for (let decision = 0; decision < DECISIONS; decision++) {
    while (waiting[0] && waiting[0].at <= decision) {
      const { where, design, shown } = waiting.shift()!
      learner.seen(where, design, shown, true)
    }
    const where = situation(who, decision, rng)
    const worth = DESIGNS.map((design) => pleases(who, design, where, decision))
    const pair = learner.asks?.(where)
    if (pair) {
      regret += PRICE
      const first = rng.next() < 1 / (1 + Math.exp(-4 * (worth[pair[0]]! - worth[pair[1]]!)))
      learner.told?.(where, pair[first ? 0 : 1], pair[first ? 1 : 0])
    }
    const design = learner.choose(where, rng)
    regret += Math.max(...worth) - worth[design]!
    const shown = shows(who, worth[design]!, rng)
    const { daysUsed: _, ...atOnce } = shown
    learner.seen(where, design, atOnce, false)
    waiting.push({ at: decision + WEEK, where, design, shown })
  }
  return regret
}

/** Mean regret a person, over people of all languages; each maker meets the same people. */
export function population(make: () => Maker, seed: number): number {
  const rng = seeded(seed)
  const maker = make()
  let sum = 0
  for (let i = 0; i < PEOPLE; i++) {
    const language = LANGUAGES[i % LANGUAGES.length]!
    sum += lived(person(language, seeded(seed * 1000 + i)), maker(language), rng)
  }
  return sum / PEOPLE
}

// ---- Those who begin from nothing -----------------------------------------------------------------------------

/** A thumb at once, else the days of use once they are known. */
function paid(shown: Partial<Shown>, final: boolean): number | null {
  const said = saidOutright(shown)
  if (said !== null) return final ? null : said
  return final ? shown.daysUsed! / 3.5 - 1 : null
}

export const random: Maker = () => ({ choose: (_, rng) => Math.floor(rng.next() * DESIGNS.length), seen: () => {} })
export const fixed: Maker = () => ({ choose: () => fixedAt, seen: () => {} })
const fixedAt = DESIGNS.findIndex(
  ({ density, first, guidance }) => density === FIXED.density && first === FIXED.first && guidance === FIXED.guidance,
)

const withLanguage = (x: Float64Array, language: Language) =>
  Float64Array.from([...x, ...LANGUAGES.flatMap((one) => (one === language ? [...x] : [...x].map(() => 0)))])

/** LinUCB (Li et al. 2010) or linear Thompson sampling; pooled is one for all, with the language's own weights beside the shared. */
export function bandit({ kind, pooled, width = 0.5 }: { kind: 'ucb' | 'thompson'; pooled: boolean; width?: number }): () => Maker {
  return () => {
    const size = pooled ? TRAITS * (1 + LANGUAGES.length) : TRAITS
    const shared = new Regression(size, 0.3)
    return (language) => {
      const model = pooled ? shared : new Regression(size, 0.3)
      const row = (x: Float64Array) => (pooled ? withLanguage(x, language) : x)
      return {
        choose(where, rng) {
          const rows = traits(where).map(row)
          if (kind === 'ucb') return bestOf(rows.map((x) => model.predict(x) + width * Math.sqrt(model.variance(x))))
          const weights = model.drawn(rng)
          return bestOf(rows.map((x) => dot(weights, x)))
        },
        seen(where, design, shown, final) {
          const reward = paid(shown, final)
          if (reward !== null) model.add(row(traitsOf(DESIGNS[design]!, where)), reward)
        },
      }
    }
  }
}

/** A softmax over the designs by linear scores, climbing the reward above a running mean. */
export function actorCritic(rate = 0.3): () => Maker {
  return () => () => {
    const weights = new Float64Array(TRAITS)
    let baseline = 0
    const chances = (where: Situation) => softmax(traits(where).map((x) => dot(weights, x)))
    return {
      choose: (where, rng) => draw(chances(where), rng),
      seen(where, design, shown, final) {
        const reward = paid(shown, final)
        if (reward === null) return
        const p = chances(where)
        const all = traits(where)
        for (let i = 0; i < TRAITS; i++) {
          const mean = all.reduce((sum, x, a) => sum + p[a]! * x[i]!, 0)
          weights[i]! += rate * (reward - baseline) * (all[design]![i]! - mean)
        }
        baseline += 0.1 * (reward - baseline)
      },
    }
  }
}

// ---- Ours -----------------------------------------------------------------------------------------------------

export type Shipped = { priors: Record<Language, Prior>; all: Prior; reward: RewardModel; plain: RewardModel }

/** People that were met before, by designs at random: the prior of each culture, and what their signals mean. */
export function shipped(seed = 7, people = 60): Shipped {
  const rng = seeded(seed)
  const reward = new RewardModel()
  const plain = new RewardModel()
  const fits: { language: Language; weights: Float64Array }[] = []
  for (let i = 0; i < people * LANGUAGES.length; i++) {
    const language = LANGUAGES[i % LANGUAGES.length]!
    const who = person(language, rng)
    const model = new Regression(TRAITS, 0.3)
    for (let decision = 0; decision < DECISIONS; decision++) {
      const where = situation(who, decision, rng)
      const design = DESIGNS[Math.floor(rng.next() * DESIGNS.length)]!
      const shown = shows(who, pleases(who, design, where, decision), rng)
      reward.learn(shown, language)
      plain.learn(shown, 'en')
      model.add(traitsOf(design, where), reward.judge({ daysUsed: shown.daysUsed }, language).objectives.satisfaction)
    }
    fits.push({ language, weights: model.mean })
  }
  const of = (language?: Language) =>
    fittedPrior(
      fits.filter((fit) => !language || fit.language === language).map(({ weights }) => weights),
      0.3,
    )
  return {
    priors: Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, Prior>,
    all: of(),
    reward,
    plain,
  }
}

export type Without = 'prior' | 'culture' | 'delay' | 'asking' | 'greed'

export function ours(ship: Shipped, without: readonly Without[] = []): () => Maker {
  const lacks = (part: Without) => without.includes(part)
  return () => (language) => {
    const prior = lacks('prior') ? flatPrior(TRAITS, 0.5) : lacks('culture') ? ship.all : ship.priors[language]
    const taste = new Taste(prior)
    const model = lacks('culture') ? ship.plain : ship.reward
    const patience = new Patience(10)
    return {
      choose(where, rng) {
        const weights = lacks('greed') ? taste.drawn(rng) : null
        return bestOf(traits(where).map((x) => (weights ? dot(weights, x) : taste.expected(x))))
      },
      seen(where, design, shown, final) {
        if (lacks('delay') ? final : !final) {
          const said = saidOutright(shown)
          if (lacks('delay') && !final && said !== null) taste.add(traitsOf(DESIGNS[design]!, where), said)
          return
        }
        if (!final) return
        const { objectives } = model.judge({ daysUsed: shown.daysUsed! }, lacks('culture') ? 'en' : language)
        taste.add(traitsOf(DESIGNS[design]!, where), objectives.satisfaction)
      },
      ...(!lacks('asking') && {
        asks(where: Situation) {
          if (!patience.mayAsk()) return null
          const all = traits(where)
          const likely = [...all.keys()].sort((a, b) => taste.expected(all[b]!) - taste.expected(all[a]!)).slice(0, LIKELY)
          const found = question(
            taste.posterior(),
            likely.map((at) => [...all[at]!]),
            PRICE / AHEAD,
          )
          // Whether or not there was something to ask: it is looked into no more often than that.
          patience.asked()
          if (!found) return null
          return [likely[found.pair[0]]!, likely[found.pair[1]]!]
        },
        told(where: Situation, chosen: number, other: number) {
          const [a, b] = [traitsOf(DESIGNS[chosen]!, where), traitsOf(DESIGNS[other]!, where)]
          taste.add(
            a.map((value, i) => value - b[i]!),
            TOLD,
          )
        },
      }),
    }
  }
}
