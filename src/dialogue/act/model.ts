/**
 * Which dialogue act a message is: a multinomial logistic regression over the features of features.ts, trained on talks of
 * our own (scripts/act/train.ts).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chancesOf, type Hashed, unpacked } from '../../base/hashed.ts'
import { builtinEmbedder } from '../../memory/embed/builtin.ts'
import { packageRoot } from '../../root.ts'
import { dot } from '../route/features.ts'
import { meantBy, suggestedBy } from '../route/meant.ts'
import { profileOf } from '../route/profile.ts'
import type { Signals } from '../understand/signals.ts'
import { ACTS, type Act } from './acts.ts'
import { atHand, featuresOf, type Said } from './features.ts'

export const WEIGHTS_PATH = join('src', 'dialogue', 'act', 'weights.bin')

const embed = () => {
  const embedder = builtinEmbedder()
  return embedder.ok ? embedder.value.embedText : null
}
/** What the embedder says is as small beside what the words say as this is large. */
const DENSE = 4
/** What the message means, as the model takes it. */
export const meaningOf = ({ meant }: Said): Float32Array | null => meant?.map((x) => DENSE * x) ?? null

/** What is looked at of a message in its context. */
export function shown(signals: Signals, guesses: Iterable<{ name: string; confidence: number }>): Said {
  const { ctx } = signals
  const near = atHand(signals)
  const at = near ? { ranked: near, profile: profileOf(near.app, embed(), ctx.now) } : null
  const meant = embed()?.(signals.reading.text) ?? null
  const { reading } = signals
  const kin = at ? dot(meantBy(reading, suggestedBy(reading)).families, at.profile.families) : 0
  return { signals, guesses: new Map([...guesses].map(({ name, confidence }) => [name, confidence])), at, meant, kin }
}

/** The chance of each act; they sum to 1. */
export function chancesOfActs(said: Said, weights = trained()): Record<Act, number> {
  const chances = chancesOf(weights, featuresOf(said), meaningOf(said))
  return Object.fromEntries(ACTS.map((act, i) => [act, chances[i]!])) as Record<Act, number>
}

let loaded: Hashed | undefined
const trained = () => (loaded ??= unpacked(readFileSync(join(packageRoot(), WEIGHTS_PATH)), ACTS.length))
