/** What only a large index has: lists that are probed, changes across them, and steps between which it goes on working. */
import { beforeAll, describe, expect, it } from 'vitest'
import { dataSet } from '../../../bench/vectors/data.ts'
import { Bitmap } from '../../../src/memory/index/vector/bitmap.ts'
import { ExactIndex } from '../../../src/memory/index/vector/exact.ts'
import { QuantisedIndex } from '../../../src/memory/index/vector/quantised.ts'
import { recall, taken } from './vector.contract.ts'

const COUNT = 30_500
const OPTIONS = { dimension: 64, model: 'test-model', seed: 3 }

describe('an index of many lists', () => {
  const data = dataSet({ count: COUNT, dimension: 64, queries: 30, seed: 9 })
  const store = new Map(data.vectors.map((vector, id) => [id, vector]))
  const rows = (ids: Uint32Array) => Array.from(ids, (id) => store.get(id))
  const index = new QuantisedIndex({ ...OPTIONS, rows })
  /** Recall of searches in which every `step`-th id is allowed, for each of the steps. */
  const shares = (steps: number[]): number[] => {
    const oracle = new ExactIndex(OPTIONS)
    for (const [id, vector] of store) taken(oracle.add(id, vector))
    return steps.map((step) => {
      const allowed = step === 1 ? undefined : Bitmap.of([...store.keys()].filter((id) => id % step === 0))
      const each = data.queries.map((query) =>
        recall(taken(index.search(query, 10, { allowed })), taken(oracle.search(query, 10, { allowed }))),
      )
      return each.reduce((a, b) => a + b, 0) / each.length
    })
  }
  beforeAll(() => {
    taken(index.build(Uint32Array.from(store.keys())))
  })

  it('finds the nearest, all, 10 % and 1 % allowed', () => {
    expect(index.size).toBe(COUNT)
    expect(index.due).toBe(false)
    for (const share of shares([1, 10, 100])) expect(share).toBeGreaterThanOrEqual(0.98)
  })

  it('is built the same from the same rows, and comes back from its file', () => {
    const again = new QuantisedIndex({ ...OPTIONS, rows })
    taken(again.build(Uint32Array.from(store.keys()).reverse()))
    const bytes = index.save()
    expect(Buffer.compare(again.save(), bytes)).toBe(0)
    const loaded = taken(QuantisedIndex.load(bytes, { ...OPTIONS, rows }))
    for (const query of data.queries) expect(loaded.search(query, 10)).toEqual(index.search(query, 10))
  })

  it('keeps its recall while most of it is removed, replaced and added', () => {
    for (let id = 0; id < COUNT; id += 2) {
      if (id % 4) {
        store.delete(id)
        index.remove(id)
      } else {
        store.set(id, data.vectors[(id + 1) % COUNT]!)
        taken(index.replace(id, store.get(id)!))
      }
    }
    for (let id = COUNT; id < COUNT + 3000; id++) {
      store.set(
        id,
        data.vectors[id - COUNT]!.map((x, i) => x + (i % 2 ? 0.02 : -0.02)),
      )
      taken(index.add(id, store.get(id)!))
    }
    expect([...index.ids()]).toEqual([...store.keys()].sort((a, b) => a - b))
    expect(shares([1])[0]).toBeGreaterThanOrEqual(0.97)
  })

  it('is changed and searched between the steps of a refit, and has it all afterwards', () => {
    const steps = index.refitting()
    const ids = [...index.ids()]
    let at = 0
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (++at % 40) continue
      const [gone, moved] = [ids.pop()!, ids[at]!]
      store.delete(gone)
      index.remove(gone)
      store.set(moved, data.vectors[at % COUNT]!)
      taken(index.replace(moved, store.get(moved)!))
      store.set(1_000_000 + at, data.vectors[at % COUNT]!)
      taken(index.add(1_000_000 + at, store.get(1_000_000 + at)!))
      taken(index.search(data.queries[0]!, 10))
    }
    expect(at).toBeGreaterThan(200)
    expect([...index.ids()]).toEqual([...store.keys()].sort((a, b) => a - b))
    expect(shares([1])[0]).toBeGreaterThanOrEqual(0.98)
  })

  it('passes over rows that the store has lost or spoilt', () => {
    const [first, second, third] = taken(index.search(data.queries[1]!, 3)).map(({ id }) => id)
    store.delete(first!)
    store.set(second!, new Float32Array(64).fill(Number.NaN))
    store.set(third!, new Float32Array(3))
    const found = taken(index.search(data.queries[1]!, 10))
    expect(found.length).toBe(10)
    for (const { id, score } of found) {
      expect([first, second, third]).not.toContain(id)
      expect(score).toBeLessThanOrEqual(1.0001)
    }
  })
})
