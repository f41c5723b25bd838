/**
 * Trains when to stop, on what the trained token points at: evidence or not, in questions with an answer, in questions
 * asked of a memory that has none, and in idle talk. The thresholds are taken on the validation part: `first` is the
 * lowest that leaves SILENT of the idle talk alone, `rate` the one that spends the smallest share of the tokens that a
 * fixed number of units spends for the same evidence. Neither may give away more than LOST of what FIXED units would find.
 */
import type { Rng } from '../../src/base/rng.ts'
import {
  chosen,
  LOOKED_AT,
  STOP_HIDDEN,
  STOP_INPUTS,
  STOP_SIZE,
  stopInputs,
  type Thresholds,
  tokensOf,
  worth,
} from '../../src/memory/recall/stop.ts'
import { type Pointed, point, type Weights } from '../../src/memory/recall/token.ts'
import { type Episode, few, foreign, idle, type Part } from './episodes.ts'
import { IDLE } from './idle.ts'

const EPOCHS = 12
/** Of a part's recall, by silence, and by silence and thrift; of the mean of all. */
const LOST = 0.015
const LOST_BY_THRIFT = 0.03
const LOST_OF_ALL = 0.02
/** Share of idle talk that is to be left alone; a few points for what other people say. */
const SILENT = 0.87
const FIXED = 10
/** Injected at most. */
const MOST = 20

type Case = { part: string; episode: Episode; pointed: Pointed[]; weight: number; idle: boolean }

export function trainStop(token: Weights, train: Part[], validation: Part[], rng: Rng) {
  const cases = casesOf(token, train, IDLE.train, rng)
  const held = casesOf(token, validation, IDLE.validation, rng)
  const weights = new Float64Array(STOP_SIZE)
  for (let i = 0; i < STOP_HIDDEN * STOP_INPUTS; i++) weights[i] = (rng.next() - 0.5) / 4
  for (let h = 0; h < STOP_HIDDEN; h++) weights[STOP_HIDDEN * (STOP_INPUTS + 1) + h] = (rng.next() - 0.5) / 2
  const adam = optimiser(STOP_SIZE)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = cases.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[cases[i], cases[j]] = [cases[j]!, cases[i]!]
    }
    let loss = 0
    const slope = new Float64Array(STOP_SIZE)
    cases.forEach((one, i) => {
      loss += learn(weights, slope, one)
      if (i % 8 === 7) adam(weights, slope, 0.003 * (1 - epoch / (EPOCHS + 1)))
    })
    process.stdout.write(`stop ${epoch} loss ${(loss / cases.length).toFixed(3)}\n`)
  }
  const judged = held.map((one) => judge(weights, one))
  const thresholds = thriftiest(judged)
  const figures = describe(judged, thresholds)
  process.stdout.write(`${JSON.stringify(thresholds)} ${figures}\n`)
  return { weights, thresholds, figures }
}

function casesOf(token: Weights, parts: Part[], talk: string[], rng: Rng): Case[] {
  const asCase = (part: string, episode: Episode, weight: number, isIdle = false): Case => ({
    part,
    episode,
    pointed: point(token, episode.field, episode.units, episode.asked, LOOKED_AT),
    weight,
    idle: isIdle,
  })
  const all = parts.flatMap(({ name, episodes, weight }) => episodes.map((episode) => ({ name, episode, weight })))
  const english = parts.filter(({ name }) => name === 'locomo' || name === 'beam').flatMap(({ episodes }) => episodes)
  const notes = parts.filter(({ name }) => name.startsWith('notes')).flatMap(({ episodes }) => episodes.slice(0, 150))
  const own = parts.filter(({ name }) => name.startsWith('told')).flatMap(({ episodes }) => episodes.slice(0, 60))
  const speaking = [...english, ...notes, ...own]
  const small = parts.flatMap(({ name, episodes }) =>
    few(episodes.slice(0, 120), talk, rng).map((episode) => ({ name: `few of ${name}`, episode })),
  )
  return [
    ...small.map(({ name, episode }) => asCase(episode.wanted ? name : 'foreign', episode, 0.7)),
    ...parts.flatMap(({ unanswered, weight }) => unanswered.map((episode) => asCase('foreign', episode, weight))),
    ...all.map(({ name, episode, weight }) => asCase(name, episode, weight)),
    ...[...foreign(english, rng), ...foreign(notes, rng)].map((episode) => asCase('foreign', episode, 1)),
    ...[1, 2, 3].flatMap(() => idle(talk, speaking, rng)).map((episode) => asCase('idle', episode, 2, true)),
  ]
}

function learn(weights: Float64Array, slope: Float64Array, { episode, pointed, weight }: Case): number {
  const [bias, out, direct] = [STOP_HIDDEN * STOP_INPUTS, STOP_HIDDEN * (STOP_INPUTS + 1), STOP_HIDDEN * (STOP_INPUTS + 2)]
  let loss = 0
  pointed.forEach((one, step) => {
    const hidden = new Float64Array(STOP_HIDDEN)
    const z = stopInputs(episode.field.setting, pointed, step)
    const p = worth(weights, z, hidden)
    const target = episode.evidence.has(one.slot) ? 1 : 0
    loss -= Math.log((target ? p : 1 - p) + 1e-12)
    const d = (p - target) * weight
    slope[STOP_SIZE - 1]! += d
    for (let k = 0; k < STOP_INPUTS; k++) slope[direct + k]! += d * z[k]!
    for (let h = 0; h < STOP_HIDDEN; h++) {
      slope[out + h]! += d * hidden[h]!
      const back = d * weights[out + h]! * (1 - hidden[h]! ** 2)
      slope[bias + h]! += back
      for (let k = 0; k < STOP_INPUTS; k++) slope[h * STOP_INPUTS + k]! += back * z[k]!
    }
  })
  return loss / pointed.length
}

function optimiser(size: number) {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let steps = 0
  return (weights: Float64Array, slope: Float64Array, rate: number) => {
    steps++
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * slope[i]!
      square[i] = 0.999 * square[i]! + 0.001 * slope[i]! ** 2
      weights[i]! -= rate * (mean[i]! / (1 - 0.9 ** steps) / (Math.sqrt(square[i]! / (1 - 0.999 ** steps)) + 1e-8) + 1e-3 * weights[i]!)
    }
    slope.fill(0)
  }
}

/** Share of the evidence among what is injected and the tokens of that, means over questions with evidence. */
type Spent = { share: number; tokens: number }
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

/** A question whose worths are known. */
type Judged = Case & { likely: number[]; tokens: number[] }
const judge = (weights: Weights, one: Case): Judged => ({
  ...one,
  likely: one.pointed.slice(0, LOOKED_AT).map((_, step) => worth(weights, stopInputs(one.episode.field.setting, one.pointed, step))),
  tokens: one.pointed.map(({ slot }) => tokensOf(one.episode.units.get(slot)!.text)),
})
const shareOf = ({ episode, pointed }: Judged, steps: number[]) =>
  steps.filter((step) => episode.evidence.has(pointed[step]!.slot)).length / episode.wanted
const spent = ({ tokens }: Judged, steps: number[]) => steps.reduce((sum, step) => sum + tokens[step]!, 0)
const stepsOf = (one: Judged, thresholds: Thresholds) => chosen(one.likely, one.tokens, thresholds, MOST).map(({ step }) => step)

function injected(cases: Judged[], thresholds: Thresholds): Spent {
  const steps = cases.map((one) => stepsOf(one, thresholds))
  return {
    share: mean(cases.map((one, i) => shareOf(one, steps[i]!))),
    tokens: mean(cases.map((one, i) => spent(one, steps[i]!))),
  }
}
const silent = (cases: Judged[], thresholds: Thresholds) => mean(cases.map((one) => Number(stepsOf(one, thresholds).length === 0)))
const percent = (share: number) => (100 * share).toFixed(0)

/** What the first k of every question would be, for k from 1. */
function fixed(cases: Judged[]): Spent[] {
  return Array.from({ length: LOOKED_AT }, (_, k) => {
    const steps = (one: Judged) => [...one.pointed.keys()].slice(0, k + 1)
    return { share: mean(cases.map((one) => shareOf(one, steps(one)))), tokens: mean(cases.map((one) => spent(one, steps(one)))) }
  })
}

/** Sets that the thresholds are chosen on: what people said, not what we composed (`told`), and no memory of a few facts. */
const CHOOSING = /^(?:few of )?(?!told|few)/
const LEVELS = Array.from({ length: 90 }, (_, i) => 0.6 * 0.93 ** i).reverse()

type Judging = { name: string; cases: Judged[]; steps: Spent[] }
const lost = ({ cases, steps }: Judging, thresholds: Thresholds) => steps[FIXED - 1]!.share - injected(cases, thresholds).share
const keeps = (of: Judging[], thresholds: Thresholds, most = LOST) =>
  of.every((part) => lost(part, thresholds) <= most + 0.5 / part.cases.length)

/**
 * Of the thresholds that lose no more than they may of what FIXED units would find: the lowest `first` that leaves idle talk
 * alone, then the `rate` that saves most.
 */
function thriftiest(held: Judged[]): Thresholds {
  const asked = held.filter(({ episode, part }) => episode.wanted > 0 && CHOOSING.test(part))
  const parts = [...new Set(asked.map(({ part }) => part))].map((name): Judging => {
    const cases = asked.filter(({ part }) => part === name)
    return { name, cases, steps: fixed(cases) }
  })
  const many = parts.filter(({ name }) => !name.startsWith('few'))
  const allowed = LEVELS.filter((at) => keeps(parts, { first: at, rate: 0 }))
  const talk = held.filter((one) => one.idle)
  const first = allowed.find((at) => silent(talk, { first: at, rate: 0 }) >= SILENT) ?? allowed.at(-1) ?? 0
  const loses = (rate: number) => mean(many.map((part) => lost(part, { first, rate })))
  const rates = LEVELS.map((at) => at / 100).filter((rate) => loses(rate) <= LOST_OF_ALL && keeps(many, { first, rate }, LOST_BY_THRIFT))
  const share = (rate: number) => mean(many.map((part) => shareOfTokens(part, { first, rate })))
  const rate = rates.reduce((best, at) => (share(at) < share(best) ? at : best), 0)
  for (const part of many)
    process.stdout.write(
      `${part.name}: ${(100 * lost(part, { first, rate })).toFixed(1)} points of evidence lost, ${(100 * shareOfTokens(part, { first, rate })).toFixed(0)} % of the tokens\n`,
    )
  return { first: Number(first.toFixed(5)), rate: Number(rate.toPrecision(4)) }
}

/** Tokens of what is injected, of those of as many first units of each question as find the same share of the evidence. */
function shareOfTokens({ cases, steps }: Judging, thresholds: Thresholds): number {
  const { share, tokens } = injected(cases, thresholds)
  const like = steps.find((one) => one.share >= share) ?? steps.at(-1)!
  return tokens / like.tokens
}

function describe(held: Judged[], thresholds: Thresholds): string {
  const { share, tokens } = injected(
    held.filter(({ episode }) => episode.wanted > 0),
    thresholds,
  )
  const none = held.filter(({ episode, idle: talk }) => episode.wanted === 0 && !talk)
  return `injected ${(100 * share).toFixed(1)} with ${tokens.toFixed(0)} tokens; nothing for ${percent(
    silent(
      held.filter(({ idle: talk }) => talk),
      thresholds,
    ),
  )} % of idle talk, ${percent(silent(none, thresholds))} % of foreign questions`
}
