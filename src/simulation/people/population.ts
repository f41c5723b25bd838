/**
 * People with hidden tastes, of four languages. A taste is what the culture shares and what is one's own; a part of the people
 * changes it one day. What is seen of them is what a product can see: a thumb now and then, a change asked for, and on how many
 * of the seven days after the app was used, known a week later. Cultures differ in what they like and in how they show it: in
 * some a thumb down is hardly ever given, in some an app is used daily whatever it is like. Lapses: some of what is seen means
 * nothing.
 *
 * A sketch with made-up numbers, to find out which learner copes with such people; it says nothing about real ones.
 */
import { normal, type Rng, seeded } from '../../base/rng.ts'
import type { Language } from '../../spec.ts'
import { type Design, type Situation, TRAITS, traitsOf } from './designs.ts'

type Culture = {
  /** Chance of a thumb where it pleased, and where it did not. */
  thumbUp: number
  thumbDown: number
  /** Added to what decides on daily use. */
  habit: number
  /** Seed of what the culture likes. */
  taste: number
}
const CULTURES: Readonly<Record<Language, Culture>> = {
  en: { thumbUp: 0.25, thumbDown: 0.2, habit: 0, taste: 1 },
  zh: { thumbUp: 0.15, thumbDown: 0.12, habit: 0.8, taste: 2 },
  ja: { thumbUp: 0.1, thumbDown: 0.02, habit: 0.2, taste: 3 },
  ko: { thumbUp: 0.2, thumbDown: 0.08, habit: -0.5, taste: 4 },
}
export const LANGUAGES = Object.keys(CULTURES) as Language[]

/** Spread of tastes that all share, of a culture's, of one's own. */
const ALL = 0.25
const CULTURAL = 0.3
const OWN = 0.3
const NOISE = 0.3
const LAPSES = 0.1
/** Share of people whose taste changes, once, within so many decisions. */
const CHANGING = 0.25
const WITHIN = 200

export type Person = {
  language: Language
  /** (TRAITS), and what it becomes. */
  taste: Float64Array
  later: Float64Array
  changesAt: number
  /** How often on a phone. */
  phone: number
}

/** What is seen at once, and what is a week later. */
export type Shown = { thumb?: number; edits?: number; daysUsed: number }

/** Somebody of that language; the same draws give the same person. */
export function person(language: Language, rng: Rng): Person {
  const shared = drawn(seeded(99), ALL)
  const culture = drawn(seeded(CULTURES[language].taste), CULTURAL)
  const own = () => shared.map((value, i) => value + culture[i]! + OWN * normal(rng))
  const taste = own()
  const changes = rng.next() < CHANGING
  return {
    language,
    taste,
    later: changes ? own() : taste,
    changesAt: changes ? Math.floor(rng.next() * WITHIN) : Number.POSITIVE_INFINITY,
    phone: rng.next(),
  }
}

const drawn = (rng: Rng, spread: number) => Float64Array.from({ length: TRAITS }, () => spread * normal(rng))

/** What their next app is met in. */
export const situation = ({ phone }: Person, decision: number, rng: Rng): Situation => ({
  phone: rng.next() < phone,
  full: rng.next() < 0.4,
  early: decision < 20,
})

/** -1 to 1: how much a design pleases, on average. */
export function pleases({ taste, later, changesAt }: Person, design: Design, where: Situation, decision: number): number {
  const now = decision < changesAt ? taste : later
  return Math.tanh(traitsOf(design, where).reduce((sum, value, i) => sum + value * now[i]!, 0))
}

/** What a product sees of somebody whom it pleased so much. */
export function shows({ language }: Person, pleased: number, rng: Rng): Shown {
  const { thumbUp, thumbDown, habit } = CULTURES[language]
  const felt = rng.next() < LAPSES ? 2 * rng.next() - 1 : pleased + NOISE * normal(rng)
  const daily = 1 / (1 + Math.exp(-(2 * felt + habit)))
  let daysUsed = 0
  for (let day = 0; day < 7; day++) if (rng.next() < daily) daysUsed++
  const thumb = rng.next() < (felt > 0 ? thumbUp : thumbDown) ? { thumb: felt > 0 ? 1 : -1 } : {}
  const edits = felt < -0.3 && rng.next() < 0.3 ? { edits: 1 } : {}
  return { ...thumb, ...edits, daysUsed }
}
