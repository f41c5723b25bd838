/**
 * Sessions of several steps (src/simulation/people/sessions.ts): what hierarchy, weaving, its worth of alternatives and the cost limit earn
 * somebody who is met from nothing. Regret is what the best way to serve that person within the limit would have pleased more, summed
 * over the sessions; beside it how many of them ended in an offer by sex.
 *
 * All but the Q-learner are one tabular softmax that climbs by what a method of credit says of each session, once a week of sessions
 * is known. Hierarchy: the first steps of sessions that went best become one decision at the beginning (macro-actions).
 * Each method's step is the best of STEPS_TRIED on seeds of their own.
 */
import { type Rng, seeded } from '../../src/base/rng.ts'
import { Lagrangian } from '../../src/learning/constraints.ts'
import { atTaken, type Credit, type Decision } from '../../src/learning/credit/credit.ts'
import { Reinforce, TemporalDifference } from '../../src/learning/credit/returns.ts'
import { Weaving } from '../../src/learning/credit/weaving.ts'
import { watkins } from '../../src/learning/options/flat.ts'
import { best, draw, softmax } from '../../src/policy/softmax.ts'
import { LANGUAGES, person } from '../../src/simulation/people/population.ts'
import {
  ACTIONS,
  actionsAt,
  begins,
  bestWorth,
  type Guest,
  guest,
  LIMIT,
  SITUATIONS,
  seenOf,
  serve,
  usedAfter,
} from '../../src/simulation/people/sessions.ts'

export const SESSIONS = 200
const PEOPLE = 24
const WEEK = 7
/** Macro-actions at most, the steps that each takes, and how often one must have been seen. */
const MACROS = 4
const LONG = 3
const TWICE = 2
const WIDE = ACTIONS + MACROS

type Taken = { situation: number; action: number; reward: number; cost: number }
/** A session as it was decided: a macro-action is one of the decisions, and each of its steps is one too. */
type Session = { decided: Decision[]; spent: Decision[]; steps: Taken[]; used: number }

export type Server = {
  /** The action of each step: one, or those of a macro-action. */
  choose(situation: number, rng: Rng): { action: number; steps: readonly number[]; chances: Float64Array }
  learn(known: readonly Session[]): void
}
/** `bySex`: of a hundred sessions of the second half, those that ended in an offer by sex. */
export type Life = { regret: number; bySex: number }

export function lived(who: Guest, server: Server, rng: Rng): Life {
  const life = { regret: 0, bySex: 0 }
  let waiting: Session[] = []
  // A taste changes once at most.
  const [early, late] = [bestWorth(who, 0), bestWorth(who, SESSIONS)]
  for (let n = 0; n < SESSIONS; n++) {
    if (waiting.length === WEEK) {
      server.learn(waiting)
      waiting = []
    }
    const session: Session = { decided: [], spent: [], steps: [], used: 0 }
    let at: number | null = begins(rng)
    life.regret += (n < who.changesAt ? early : late)[at]!
    while (at !== null) {
      const situation: number = at
      const { action, steps, chances } = server.choose(situation, rng)
      let [paid, spent] = [0, 0]
      for (const step of steps) {
        const { reward, cost, next, pleased } = serve(who, at!, step, n)
        const seen = seenOf(reward, rng)
        session.steps.push({ situation: at!, action: step, reward: seen, cost })
        life.regret -= reward
        if (n >= SESSIONS / 2) life.bySex += cost
        paid += seen
        spent += cost
        if (next === null) {
          life.regret -= pleased
          session.used = usedAfter(who, pleased, rng)
        }
        at = next
      }
      session.decided.push({ situation, action, chances, reward: paid })
      session.spent.push({ situation, action, chances, reward: spent })
    }
    // What is known a week later comes to the last step.
    session.steps.at(-1)!.reward += session.used
    session.decided.at(-1)!.reward += session.used
    waiting.push(session)
  }
  return { regret: life.regret, bySex: (200 * life.bySex) / SESSIONS }
}

export function served(make: () => Server, seed: number): Life {
  const rng = seeded(seed)
  const lives = Array.from({ length: PEOPLE }, (_, i) => {
    const own = seeded(seed * 1000 + i)
    return lived(guest(person(LANGUAGES[i % LANGUAGES.length]!, own), own), make(), rng)
  })
  const mean = (of: (life: Life) => number) => lives.reduce((sum, life) => sum + of(life), 0) / PEOPLE
  return { regret: mean(({ regret }) => regret), bySex: mean(({ bySex }) => bySex) }
}

export const atRandom = (): Server => ({
  choose(situation, rng) {
    const count = actionsAt(situation)
    const action = Math.floor(rng.next() * count)
    return { action, steps: [action], chances: new Float64Array(WIDE) }
  },
  learn() {},
})

/** Q-learning, one time in ten at random at first, less and less. */
export const flatQ = (rate: number) => (): Server => {
  const values = new Float64Array(SITUATIONS * ACTIONS).fill(Number.NEGATIVE_INFINITY)
  for (let s = 0; s < SITUATIONS; s++) values.fill(0, s * ACTIONS, s * ACTIONS + actionsAt(s))
  let sessions = 0
  return {
    choose(situation, rng) {
      const row = values.subarray(situation * ACTIONS, (situation + 1) * ACTIONS)
      const explores = rng.next() < 0.1 / (1 + sessions / 50)
      const action = explores ? Math.floor(rng.next() * actionsAt(situation)) : best(row)
      return { action, steps: [action], chances: new Float64Array(WIDE) }
    },
    learn(known) {
      sessions += known.length
      for (const { steps } of known)
        for (let t = steps.length - 1; t >= 0; t--) {
          const { situation, action, reward } = steps[t]!
          const to = steps[t + 1]?.situation
          watkins(values, ACTIONS, { from: situation, action, reward, to: to ?? 0, done: to === undefined }, rate, 1)
        }
    },
  }
}

export type Without = 'hierarchy' | 'alternatives' | 'constraints'

/** The actor of ours: `credit` in place of weaving, if given. */
export const actor = (step: number, without: readonly Without[], credit?: () => Credit) => (): Server => {
  const lacks = (part: Without) => without.includes(part)
  const logits = new Float64Array(SITUATIONS * WIDE)
  const paid = credit?.() ?? new Weaving()
  const spent = credit?.() ?? new Weaving()
  const lagrangian = new Lagrangian([{ name: 'by sex', limit: LIMIT }])
  const macros: (readonly number[])[] = []
  const seen = new Map<string, { steps: number[]; sum: number; count: number }>()
  const chancesAt = (situation: number) => {
    const count = actionsAt(situation)
    const mask = Array.from({ length: WIDE }, (_, a) => a < count || (a >= ACTIONS && isFirst(situation) && a - ACTIONS < macros.length))
    return softmax(logits.subarray(situation * WIDE, (situation + 1) * WIDE), mask)
  }
  return {
    choose(situation, rng) {
      const chances = chancesAt(situation)
      const action = draw(chances, rng)
      return { action, steps: action < ACTIONS ? [action] : macros[action - ACTIONS]!, chances }
    },
    learn(known) {
      for (const session of known) {
        paid.learn(session.decided)
        spent.learn(session.spent)
        if (lacks('hierarchy') || credit) continue
        // The graph learns of each step of a macro-action too.
        if (session.decided.length < session.steps.length) paid.learn(stepwise(session))
      }
      for (const session of known) climb(session)
      // A cost is known at once, so the multiplier moves with each session.
      if (!lacks('constraints')) for (const { steps } of known) lagrangian.update([steps.reduce((sum, { cost }) => sum + cost, 0)])
      if (!lacks('hierarchy')) for (const session of known) note(session)
    },
  }

  function climb(session: Session): void {
    const gains = paid.credits(session.decided)
    const prices = spent.credits(session.spent)
    for (const [t, { situation, action, chances }] of session.decided.entries()) {
      const all = Float64Array.from(gains[t]!, (gain, a) => lagrangian.penalised(gain, [prices[t]![a]!]))
      const worth = lacks('alternatives') ? atTaken(session.decided[t]!, all[action]!) : all
      let mean = 0
      for (let a = 0; a < WIDE; a++) mean += chances[a]! * worth[a]!
      for (let a = 0; a < WIDE; a++) logits[situation * WIDE + a]! += step * chances[a]! * (worth[a]! - mean)
    }
  }

  function stepwise({ steps }: Session): Decision[] {
    return steps.map(({ situation, action, reward }) => ({ situation, action, reward, chances: chancesAt(situation) }))
  }

  /** What sessions that began alike brought; those that brought most become macro-actions. */
  function note({ steps }: Session): void {
    const first = steps.slice(0, LONG).map(({ action }) => action)
    const known = seen.get(first.join()) ?? { steps: first, sum: 0, count: 0 }
    known.sum += steps.reduce((sum, { reward }) => sum + reward, 0)
    known.count++
    seen.set(first.join(), known)
    if (macros.length >= MACROS || known.count !== TWICE || macros.includes(known.steps)) return
    const others = [...seen.values()].map((one) => one.sum / one.count)
    const better = others.filter((mean) => mean > known.sum / known.count).length
    if (better <= others.length / 4) macros.push(known.steps)
  }
}

/** Two situations begin a session: a wish that is vague, and one that is not. */
const isFirst = (situation: number) => situation < SITUATIONS / 8

export const withTraces = () => new TemporalDifference(SITUATIONS, { lambda: 0.9, rate: 0.1 })
export const withReturns = () => new Reinforce()

const STEPS_TRIED = [1, 3, 10]
/** The step that regrets least over two seeds that nothing is reported of. */
export function tuned(make: (step: number) => () => Server): () => Server {
  const regrets = STEPS_TRIED.map((step) => [1, 2].reduce((sum, seed) => sum + served(make(step), seed).regret, 0))
  return make(STEPS_TRIED[regrets.indexOf(Math.min(...regrets))]!)
}
