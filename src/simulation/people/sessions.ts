/**
 * Sessions of several steps with the people of population.ts: whether to ask first, which design, how much guidance, how to take each
 * of the changes they ask for, what to offer at the end. What they think of the app shows a week later, by how often they use it; on
 * the way there is only the small change of thumbs. An app that was not understood pleases little however it looks. Some like being
 * offered things for their sex, which nobody asked for: that has a cost, which stays under a limit or does not (fairness).
 *
 * Situations are numbered, and say all that what follows depends on, so the best that a person could be served is exact.
 * A sketch with made-up numbers, as the people are.
 */
import { normal, type Rng } from '../../base/rng.ts'
import { DENSITIES, FIRSTS, GUIDANCES } from './designs.ts'
import { type Person, pleases, shows } from './population.ts'

/** Changes that are asked for, each a step. */
const CHANGES = 4
const DESIGNED = DENSITIES.length * FIRSTS.length
/** Steps from the first to the offer, and actions of each. */
const ACTIONS_AT = [2, DESIGNED, GUIDANCES.length, ...Array.from({ length: CHANGES }, () => 3), 3]
export const STEPS = ACTIONS_AT.length
export const ACTIONS = Math.max(...ACTIONS_AT)
/** Step, whether the wish was understood (at first: whether it is vague), design, guidance. */
export const SITUATIONS = STEPS * 2 * DESIGNED * GUIDANCES.length
/** Of an offer by sex. */
const BY_SEX = 2
/** Of a hundred sessions, so many may end in one. */
export const LIMIT = 0.05

const VAGUE = 0.5
/** An app that was not understood: so much of what pleases, and so much less. */
const DULLED = 0.3
const MISSED = 0.5
/** Spread of the thumbs on the way. */
const NOISE = 0.15

export type Guest = Person & { impatience: number; changes: readonly number[]; offers: readonly number[] }
/** The same person, with what they think of the steps on the way. */
export function guest(person: Person, rng: Rng): Guest {
  const small = () => 0.1 * normal(rng)
  return {
    ...person,
    impatience: 0.05 + 0.2 * rng.next(),
    changes: [small(), small(), small()],
    offers: [0, 0.2 * rng.next() - 0.05, 0.3 * rng.next()],
  }
}

type Place = { step: number; clear: boolean; design: number; guidance: number }
const placeOf = (situation: number): Place => ({
  step: Math.floor(situation / (2 * DESIGNED * GUIDANCES.length)),
  clear: Math.floor(situation / (DESIGNED * GUIDANCES.length)) % 2 === 1,
  design: Math.floor(situation / GUIDANCES.length) % DESIGNED,
  guidance: situation % GUIDANCES.length,
})
const numberOf = ({ step, clear, design, guidance }: Place): number =>
  ((step * 2 + (clear ? 1 : 0)) * DESIGNED + design) * GUIDANCES.length + guidance

/** Actions of a situation: the first so many. */
export const actionsAt = (situation: number): number => ACTIONS_AT[placeOf(situation).step]!
export const begins = (rng: Rng): number => numberOf({ step: 0, clear: rng.next() >= VAGUE, design: 0, guidance: 0 })

/** `reward`: on average, at once; `next`: null at the end, with what the app pleases in -1 to 1. */
export type Served = { reward: number; cost: number; next: number | null; pleased: number }

/** What an action brings, on average and for sure; `session`: for tastes that change. */
export function serve(who: Guest, situation: number, action: number, session: number): Served {
  const place = placeOf(situation)
  const { step } = place
  const on = (reward: number, more: Partial<Place> = {}): Served => ({
    reward,
    cost: 0,
    next: numberOf({ ...place, ...more, step: step + 1 }),
    pleased: 0,
  })
  if (step === 0) return on(action === 1 ? -who.impatience : 0, { clear: place.clear || action === 1 })
  if (step === 1) return on(0, { design: action })
  if (step === 2) return on(0, { guidance: action })
  if (step < STEPS - 1) return on(who.changes[action]!)
  const design = {
    density: DENSITIES[Math.floor(place.design / FIRSTS.length)]!,
    first: FIRSTS[place.design % FIRSTS.length]!,
    guidance: GUIDANCES[place.guidance]!,
  }
  const liked = pleases(who, design, { phone: who.phone > 0.5, full: false, early: false }, session)
  return {
    reward: who.offers[action]!,
    cost: action === BY_SEX ? 1 : 0,
    next: null,
    pleased: place.clear ? liked : DULLED * liked - MISSED,
  }
}

/** What is seen of a step, and of the app a week later: days of use, -1 to 1. */
export const seenOf = (reward: number, rng: Rng): number => reward + NOISE * normal(rng)
export const usedAfter = (who: Guest, pleased: number, rng: Rng): number => shows(who, pleased, rng).daysUsed / 3.5 - 1

/** Worth of the best way to serve somebody, in that session, from each situation on and without an offer by sex: (SITUATIONS). */
export function bestWorth(who: Guest, session: number): Float64Array {
  const worth = new Float64Array(SITUATIONS)
  for (let situation = SITUATIONS - 1; situation >= 0; situation--) {
    let most = Number.NEGATIVE_INFINITY
    for (let action = 0; action < actionsAt(situation); action++) {
      const { reward, cost, next, pleased } = serve(who, situation, action, session)
      if (cost === 0) most = Math.max(most, reward + (next === null ? pleased : worth[next]!))
    }
    worth[situation] = most
  }
  return worth
}
