/**
 * What the words of a wish are: its topic, the qualities to keep, their options, the things to begin with. Learned
 * from wishes that were marked by hand (scripts/wish); what the rules read is judged and completed by it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../../base/concepts/types.ts'
import type { Reading } from '../../base/language/types.ts'
import { packageRoot } from '../../root.ts'
import { beliefs, best, type Chain, emissions } from './chain.ts'
import { featuresOf, type Ruled } from './features.ts'
import { begins, FIRST, FOLLOWS, goesOn, isBegin, LABELS, type Role, roleOf } from './labels.ts'
import { type Piece, piecesOf } from './pieces.ts'

export type Mark = { role: Role; start: number; end: number; text: string /** Mean probability of its pieces, 0 to 1. */; sure: number }
export type Marks = {
  /** Of the likeliest reading as a whole, in order. */
  marks: Mark[]
  /** How likely what stands from `start` to `end` is part of a role, 0 to 1: the mean over its pieces. */
  chance(role: Role, start: number, end: number): number
}

export const WEIGHTS_PATH = join('src', 'studio', 'marks', 'weights.bin')

/** [transition as float32, scale as float32, emission as int8], as scripts/wish/train.ts writes it. */
export function chainOf(bytes: Uint8Array): Chain {
  // Copied: a Buffer may begin anywhere in its memory, a row of floats may not.
  const own = Uint8Array.from(bytes).buffer
  const head = new Float32Array(own, 0, LABELS * LABELS + 1)
  const emission = new Int8Array(own, head.byteLength)
  return { labels: LABELS, transition: head.subarray(0, LABELS * LABELS), scale: head.at(-1)!, emission, first: FIRST, follows: FOLLOWS }
}

let loaded: Chain | undefined
const trained = (): Chain => {
  loaded ??= chainOf(readFileSync(join(packageRoot(), WEIGHTS_PATH)))
  return loaded
}

export function marksOf(reading: Reading, mentions: readonly Mention[], ruled: readonly Ruled[], chain: Chain = trained()): Marks {
  const pieces = piecesOf(reading.text)
  const scores = emissions(chain, featuresOf(reading, pieces, mentions, ruled))
  const { marginals } = beliefs(chain, scores)
  const of = (role: Role, i: number) => marginals[i * LABELS + begins(role)]! + marginals[i * LABELS + goesOn(role)]!
  const chance = (role: Role, start: number, end: number) => {
    const within = pieces.flatMap((piece, i) => (piece.start < end && piece.end > start && piece.shape !== 'stop' ? [i] : []))
    return within.reduce((sum, i) => sum + of(role, i), 0) / Math.max(1, within.length)
  }
  const spans = spansOf(best(chain, scores), pieces)
  return {
    marks: spans.map(({ role, start, end }) => ({
      role,
      start,
      end,
      text: reading.text.slice(start, end),
      sure: chance(role, start, end),
    })),
    chance,
  }
}

/** Runs of one role. */
export function spansOf(labels: readonly number[], pieces: readonly Piece[]): { role: Role; start: number; end: number }[] {
  const spans: { role: Role; start: number; end: number }[] = []
  labels.forEach((label, i) => {
    const role = roleOf(label)
    if (!role) return
    const { start, end } = pieces[i]!
    if (isBegin(label)) spans.push({ role, start, end })
    else spans.at(-1)!.end = end
  })
  return spans
}
