/** A model of 16 dimensions whose rows are made from the feature hashes of a few sentences: small enough to check by hand. */

import { seeded } from '../../../src/base/rng.ts'
import { bridgeKey, features } from '../../../src/memory/embed/features.ts'
import { decodeWeights, encodeWeights, quantise, type Weights } from '../../../src/memory/embed/weights.ts'

const DIMENSION = 16
const SENTENCES = ['the cat sleeps', '猫が寝ている', '猫在睡觉', '고양이가 자고 있다', '여행 계획', '旅行计划', '7:30 alarm']
const BRIDGE: [string, string][] = [
  ['여행', '旅行'],
  ['계획', '计划'],
]

export function tinyBytes(): Uint8Array {
  const hashes = new Set<number>()
  const bridge = (word: string) => BRIDGE.find(([korean]) => korean === word)?.[1] ?? null
  for (const sentence of SENTENCES) features(sentence, bridge, (hash) => hashes.add(hash))
  const rows = new Float32Array(hashes.size * DIMENSION)
  for (const [i, hash] of [...hashes].entries()) {
    const rng = seeded(hash)
    for (let j = 0; j < DIMENSION; j++) rows[i * DIMENSION + j] = rng.next() * 2 - 1
  }
  return encodeWeights({
    dimension: DIMENSION,
    hashes: Uint32Array.from(hashes),
    ...quantise(rows, DIMENSION),
    bridgeKeys: Uint32Array.from(BRIDGE, ([korean]) => bridgeKey(korean)),
    bridgeHan: Uint16Array.from(BRIDGE.flatMap(([, han]) => [...han.padEnd(4, '\0')].map((char) => char.charCodeAt(0)))),
  })
}

export function tinyWeights(): Weights {
  const decoded = decodeWeights(tinyBytes())
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value
}
