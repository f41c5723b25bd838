/** How common words are: a table of the commonest by hash, made when the summariser is trained (scripts/summary). */
import { HashTable } from '../embed/table.ts'
import type { Rarity } from './pieces.ts'

/** `words` by hash; `rarities` of each in steps of 1/255. */
export type Common = { words: Uint32Array; rarities: Uint8Array }

/** A word that is not in the table is as rare as can be. */
export function rarityOf({ words, rarities }: Common): Rarity {
  const table = new HashTable(words)
  return (word) => {
    const at = table.get(word)
    return at < 0 ? 1 : rarities[at]! / 255
  }
}
