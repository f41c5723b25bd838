/**
 * The built-in embedder: the sum of a text's feature rows, scaled to norm 1. Weights of our own (scripts/embedder), read
 * once; 20 to 60 microseconds a sentence, so `embedText` may be called where a message is taken in.
 *
 * What it cannot do: see word order and negation. Its cosines are comparable within a language, less so between two.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../base/result.ts'
import { packageRoot } from '../../root.ts'
import { bridgeKey, features } from './features.ts'
import { HashTable } from './table.ts'
import { type Embedder, normalise } from './types.ts'
import { decodeWeights, SPELLING, type Weights } from './weights.ts'

export interface StaticEmbedder extends Embedder {
  /** One text at once, the same vector as `embed` gives: for where nothing may wait. */
  embedText(text: string): Float32Array
  /** The same before it is scaled to norm 1: its norm tells how much the text's features say. */
  sumText(text: string): Float32Array
}

export const WEIGHTS_PATH = join('src', 'memory', 'embed', 'weights', 'multilingual.bin')

let opened: Result<StaticEmbedder> | undefined

/** The weights of the package, read at the first call and kept. Fails as `openWeights` does. */
export function builtinEmbedder(): Result<StaticEmbedder> {
  opened ??= openWeights(join(packageRoot(), WEIGHTS_PATH))
  return opened
}

/** Fails with 'weights-missing', or as `decodeWeights` does. */
export function openWeights(path: string): Result<StaticEmbedder> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return fail('weights-missing', `The embedding weights cannot be read: ${(error as Error).message}.`)
  }
  const weights = decodeWeights(bytes)
  return weights.ok ? ok(staticEmbedder(weights.value)) : weights
}

export function staticEmbedder(weights: Weights): StaticEmbedder {
  const { dimension, rows, scales } = weights
  const table = new HashTable(weights.hashes)
  const bridge = bridgeOf(weights)
  const sumText = (text: string) => {
    const sum = new Float32Array(dimension)
    features(text, bridge, (hash, weight) => {
      const row = table.get(hash)
      if (row < 0) return
      const scale = weight * scales[row]!
      for (let j = 0, at = row * dimension; j < dimension; j++, at++) sum[j]! += scale * rows[at]!
    })
    return sum
  }
  const embedText = (text: string) => normalise(sumText(text))
  return {
    id: `builtin-${weights.checksum.slice(0, 8)}`,
    dimension,
    embedText,
    sumText,
    embed: async (texts) => ok(texts.map(embedText)),
  }
}

/** Looks Korean words up in the weights' own table. */
export function bridgeOf({ bridgeKeys, bridgeHan }: Pick<Weights, 'bridgeKeys' | 'bridgeHan'>) {
  const table = new HashTable(bridgeKeys)
  return (word: string): string | null => {
    const entry = table.get(bridgeKey(word))
    if (entry < 0) return null
    let spelt = ''
    for (let i = entry * SPELLING; i < (entry + 1) * SPELLING && bridgeHan[i] !== 0; i++) spelt += String.fromCharCode(bridgeHan[i]!)
    return spelt
  }
}
