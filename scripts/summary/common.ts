/** Counts in how many texts each word stands: the table of common words that attention and the bench's pooling by rarity read. */
import { cut, hashOf } from '../../src/memory/summary/pieces.ts'
import type { Common } from '../../src/memory/summary/rarity.ts'

const MOST = 8000
/** A word of one text in so many (or rarer) is rare. */
const RAREST = 2000

export function commonOf(texts: readonly string[]): Common {
  const counts = new Map<number, { count: number; script: number }>()
  const ofScript = new Map<number, number>()
  for (const text of texts) {
    const pieces = cut(text)
    for (const script of new Set(pieces.map(({ script }) => script))) ofScript.set(script, (ofScript.get(script) ?? 0) + 1)
    for (const [hash, script] of new Map(pieces.map(({ word, script }) => [hashOf(word), script]))) {
      const known = counts.get(hash)
      if (known) known.count++
      else counts.set(hash, { count: 1, script })
    }
  }
  const rarity = ({ count, script }: { count: number; script: number }) =>
    Math.min(1, -Math.log(count / ofScript.get(script)!) / Math.log(RAREST))
  const common = [...counts]
    .map(([hash, one]) => ({ hash, rarity: rarity(one) }))
    .filter(({ rarity }) => rarity < 1)
    .sort((a, b) => a.rarity - b.rarity || a.hash - b.hash)
    .slice(0, MOST)
  return {
    words: Uint32Array.from(common, ({ hash }) => hash),
    rarities: Uint8Array.from(common, ({ rarity }) => Math.round(255 * rarity)),
  }
}
