/**
 * Trains when to stop, on what the trained token points at: evidence or not, in questions with an answer, in questions
 * asked of a memory that has none, and in idle talk. The thresholds are taken on the validation part: `first` gives away
 * at most LOST of the recall, `next` keeps all but SPENT of what a fixed number of units would find.
 */
import type { Rng } from '../../src/base/rng.ts'
import { STOP_HIDDEN, STOP_INPUTS, STOP_SIZE, stopAt, stopInputs, type Thresholds, worth } from '../../src/memory/recall/stop.ts'
import { type Pointed, point, STEPS, type Weights } from '../../src/memory/recall/token.ts'
import { type Episode, few, foreign, idle, type Part } from './episodes.ts'
import { IDLE } from './idle.ts'

const EPOCHS = 12
const LOST = 0.015
const SPENT = 0.02
const FIXED = 10

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
  const thresholds = choose(weights, held)
  const figures = describe(weights, held, thresholds)
  process.stdout.write(`${JSON.stringify(thresholds)} ${figures}\n`)
  return { weights, thresholds, figures }
}

function casesOf(token: Weights, parts: Part[], talk: string[], rng: Rng): Case[] {
  const asCase = (part: string, episode: Episode, weight: number, isIdle = false): Case => ({
    part,
    episode,
    pointed: point(token, episode.field, episode.units, episode.asked, STEPS),
    weight,
    idle: isIdle,
  })
  const all = parts.flatMap(({ name, episodes, weight }) => episodes.map((episode) => ({ name, episode, weight })))
  const english = parts.filter(({ name }) => name === 'locomo' || name === 'beam').flatMap(({ episodes }) => episodes)
  const notes = parts.filter(({ name }) => name.startsWith('notes')).flatMap(({ episodes }) => episodes.slice(0, 150))
  const speaking = [...english, ...notes]
  const small = parts.flatMap(({ name, episodes }) =>
    few(episodes.slice(0, 120), talk, rng).map((episode) => ({ name: `few of ${name}`, episode })),
  )
  return [
    ...small.map(({ name, episode }) => asCase(episode.wanted ? name : 'foreign', episode, 0.7)),
    ...parts.flatMap(({ unanswered, weight }) => unanswered.map((episode) => asCase('foreign', episode, weight))),
    ...all.map(({ name, episode, weight }) => asCase(name, episode, weight)),
    ...[...foreign(english, rng), ...foreign(notes, rng)].map((episode) => asCase('foreign', episode, 1)),
    ...[1, 2].flatMap(() => idle(talk, speaking, rng)).map((episode) => asCase('idle', episode, 1, true)),
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

/** Share of the evidence that is injected, mean over questions with evidence. */
function injected(weights: Weights, cases: Case[], thresholds: Thresholds | null): number {
  const asked = cases.filter(({ episode }) => episode.wanted > 0)
  const shares = asked.map(({ episode, pointed }) => {
    const many = thresholds ? stopAt(weights, episode.field.setting, pointed, thresholds, FIXED).length : FIXED
    return pointed.slice(0, many).filter(({ slot }) => episode.evidence.has(slot)).length / episode.wanted
  })
  return shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length)
}

/** The strictest thresholds by which no part of the validation loses more than it may. */
function choose(weights: Weights, held: Case[]): Thresholds {
  const parts = [...new Set(held.filter(({ episode }) => episode.wanted > 0).map(({ part }) => part))].map((name) => {
    const cases = held.filter(({ part }) => part === name)
    return { cases, whole: injected(weights, cases, null) }
  })
  const loses = (thresholds: Thresholds, most: number) =>
    parts.every(({ cases, whole }) => injected(weights, cases, thresholds) >= whole - most - 0.5 / cases.length)
  const steps = Array.from({ length: 90 }, (_, i) => 0.6 * 0.93 ** i).reverse()
  const first = steps.findLast((at) => loses({ first: at, next: 0 }, LOST)) ?? 0
  const next = steps.findLast((at) => loses({ first, next: at }, LOST + SPENT)) ?? 0
  return { first: Number(first.toFixed(5)), next: Number(next.toFixed(5)) }
}

function describe(weights: Weights, held: Case[], thresholds: Thresholds): string {
  const count = ({ episode, pointed }: Case) => stopAt(weights, episode.field.setting, pointed, thresholds, FIXED).length
  const answerable = held.filter(({ episode }) => episode.wanted > 0)
  const silent = (cases: Case[]) => (100 * cases.filter((one) => count(one) === 0).length) / Math.max(1, cases.length)
  const spent =
    answerable.reduce((sum, one) => sum + count(one), 0) / answerable.reduce((sum, { pointed }) => sum + Math.min(FIXED, pointed.length), 0)
  const none = held.filter(({ episode, idle: talk }) => episode.wanted === 0 && !talk)
  return `injected ${(100 * injected(weights, held, thresholds)).toFixed(1)} of ${(100 * injected(weights, held, null)).toFixed(1)} with ${(100 * spent).toFixed(0)} % of the units; nothing for ${silent(held.filter(({ idle: talk }) => talk)).toFixed(0)} % of idle talk, ${silent(none).toFixed(0)} % of foreign questions`
}
