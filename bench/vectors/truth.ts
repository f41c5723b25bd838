/** The true neighbours, by the exact products of every query with every vector. */
import { Memory } from '../../src/memory/index/vector/kernel.ts'
import { Nearest } from '../../src/memory/index/vector/nearest.ts'
import type { DataSet } from './data.ts'
import type { Share } from './engines.ts'

const TILE = 256

/** Ids of the `k` nearest of each query, for each share of the ids allowed. Dimensions that are multiples of 8. */
export function truth({ dimension, vectors, queries }: DataSet, k: number, shares: readonly Share[]): Map<Share, number[][]> {
  const memory = new Memory()
  const [query, to] = [1024, 1024 + 4 * dimension]
  const rows = to + 8 * TILE
  memory.reach(rows + 4 * dimension * TILE)
  const best = shares.map(() => queries.map(() => new Nearest(k)))
  for (let from = 0; from < vectors.length; from += TILE) {
    const tile = vectors.slice(from, from + TILE)
    tile.forEach((vector, i) => {
      memory.f32.set(vector, rows / 4 + i * dimension)
    })
    queries.forEach((vector, q) => {
      memory.f32.set(vector, query / 4)
      memory.kernel.dots(query, rows, dimension, tile.length, to)
      for (let i = 0; i < tile.length; i++) {
        const score = memory.f32[to / 4 + 2 * i]!
        shares.forEach((share, s) => {
          if ((from + i) % share === 0 && score >= best[s]![q]!.bar) best[s]![q]!.offer(from + i, score)
        })
      }
    })
  }
  return new Map(shares.map((share, s) => [share, best[s]!.map((nearest) => nearest.sorted().map(({ id }) => id))]))
}
