/**
 * What the words of a wish are: its topic, the qualities to keep, their options, the things to begin with. Learned
 * from wishes that were marked by hand (scripts/wish); what the rules read is judged and completed by it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../../base/concepts/types.ts'
import { weightsIn } from '../../base/hashed.ts'
import { edgesOf, type Piece } from '../../base/language/pieces.ts'
import type { Reading } from '../../base/language/types.ts'
import { packageRoot } from '../../root.ts'
import type { Ruling } from './features.ts'
import { ROLES, type Role } from './labels.ts'
import { latticeOf } from './lattice.ts'
import { beliefs, best, type Lattice, scoresOf, type Weights } from './segments.ts'

export type Mark = { role: Role; start: number; end: number; text: string /** How likely exactly this is one, 0 to 1. */; sure: number }
export type Marks = {
  /** Of the likeliest parting as a whole, in order. */
  marks: Mark[]
  /** What could be the topic, likeliest first, whatever the parting made of it; `sure` of these words or of some around or within them. */
  topics: Mark[]
  /** How likely what stands from `start` to `end` is part of a role, 0 to 1: the mean over its pieces. */
  chance(role: Role, start: number, end: number): number
}

/** How the words of a wish are marked, given what the rules took them for. */
export type Marker = (reading: Reading, mentions: readonly Mention[], ruling: Ruling) => Marks

export const WEIGHTS_PATH = join('src', 'studio', 'marks', 'weights.bin')

let loaded: Weights | undefined
const trained = (): Weights => {
  loaded ??= weightsIn(readFileSync(join(packageRoot(), WEIGHTS_PATH)))
  return loaded
}

export function marksOf(reading: Reading, mentions: readonly Mention[], ruling: Ruling, weights: Weights = trained()): Marks {
  const { lattice, pieces } = latticeOf(reading, mentions, ruling)
  const scores = scoresOf(lattice, weights)
  const { piece, stretch } = beliefs(lattice, scores)
  const chance = (role: Role, start: number, end: number) => {
    const within = pieces.flatMap((one, i) => (one.start < end && one.end > start && one.shape !== 'stop' ? [i] : []))
    return within.reduce((sum, i) => sum + piece[i * ROLES.length + ROLES.indexOf(role)]!, 0) / Math.max(1, within.length)
  }
  const marks = best(lattice, scores).map(({ from, to, role, at }) => {
    const [start, end] = [pieces[from]!.start, pieces[to - 1]!.end]
    return { role: ROLES[role]!, start, end, text: reading.text.slice(start, end), sure: stretch[at * ROLES.length + role]! }
  })
  return { marks, topics: topicsOf(lattice, stretch, pieces, reading), chance }
}

const MOST_TOPICS = 8
const LEAST_TOPIC = 0.02
function topicsOf({ stretches }: Lattice, chances: Float64Array, pieces: readonly Piece[], { text, language }: Reading): Mark[] {
  const edges = edgesOf(text.slice(0, pieces.at(-1)?.end ?? 0), language)
  const topic = ROLES.indexOf('topic')
  const all = stretches.flatMap(({ from, to }, at) => {
    const own = chances[at * ROLES.length + topic]!
    const whole = language === 'ko' || (edges.has(pieces[from]!.start) && edges.has(pieces[to - 1]!.end))
    return whole && own >= LEAST_TOPIC ? [{ from, to, own }] : []
  })
  return all
    .toSorted((a, b) => b.own - a.own)
    .slice(0, MOST_TOPICS)
    .map(({ from, to }) => {
      const [start, end] = [pieces[from]!.start, pieces[to - 1]!.end]
      const sure = all.reduce((sum, one) => (one.from < to && one.to > from ? sum + one.own : sum), 0)
      return { role: 'topic' as const, start, end, text: text.slice(start, end), sure }
    })
}
