import { describe, expect, test } from 'vitest'
import { seeded } from '../../../src/base/rng.ts'
import { LexicalIndex } from '../../../src/memory/index/lexical/lexical.ts'

const K1 = 1.2
const B = 0.75
const WORDS = Array.from({ length: 60 }, (_, i) => `w${i}`)

/** BM25 by its definition, over every document. */
function scores(docs: ReadonlyMap<number, string[]>, query: ReadonlyMap<string, number>): Map<number, number> {
  const mean = [...docs.values()].reduce((sum, terms) => sum + terms.length, 0) / docs.size
  const out = new Map<number, number>()
  for (const [slot, terms] of docs) {
    let score = 0
    for (const [term, weight] of query) {
      const with_ = [...docs.values()].filter((other) => other.includes(term)).length
      const count = terms.filter((each) => each === term).length
      const idf = Math.log(1 + (docs.size - with_ + 0.5) / (with_ + 0.5))
      score += (weight * idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * terms.length) / mean))
    }
    if (score > 0) out.set(slot, score)
  }
  return out
}

describe.each([1, 2, 3, 4])('a lexical index of seed %i', (seed) => {
  const rng = seeded(seed)
  const int = (below: number) => Math.floor(rng.next() * below)
  /** Few words are common and most are rare, as in language. */
  const word = () => WORDS[Math.floor(WORDS.length * rng.next() ** 3)]!
  const document = () => Array.from({ length: 1 + int(14) }, word)

  const docs = new Map<number, string[]>()
  const index = new LexicalIndex()
  for (let step = 0; step < 400; step++) {
    const slot = int(150)
    if (rng.next() < 0.3) {
      docs.delete(slot)
      index.remove(slot)
    } else {
      docs.set(slot, document())
      index.add(slot, docs.get(slot)!)
    }
  }
  const query = new Map(Array.from({ length: 5 }, () => [word(), 0.5 + rng.next()] as const))

  test('scores as the definition of BM25 does, after adding, replacing and removing', () => {
    const hits = index.search(query)
    const told = new Map(hits.slots.map((slot) => [slot, hits.score(slot)]))
    const expected = scores(docs, query)
    expect([...told.keys()].sort()).toEqual([...expected.keys()].sort())
    // A mean length may be one hundredth out of date.
    for (const [slot, score] of expected) expect(Math.abs(told.get(slot)! - score)).toBeLessThan(0.01 * score)
  })

  test('tells which terms a slot has, and what share of the question that is', () => {
    const hits = index.search(query)
    for (const slot of hits.slots) {
      const has = hits.asked.filter((_, place) => hits.mask(slot) & (1 << place))
      expect(has.map(({ id }) => id).sort()).toEqual(
        [...query.keys()]
          .filter((term) => docs.get(slot)!.includes(term))
          .map((term) => index.numberOf(term))
          .sort(),
      )
      expect(hits.covers(slot)).toBeCloseTo(has.reduce((sum, { weight }) => sum + weight, 0) / hits.whole, 4)
      expect(hits.rarest(slot)).toBe(has[0]!.weight)
    }
  })

  test('few that are found have the scores of many', () => {
    const many = index.search(query)
    const all = new Map(many.slots.map((slot) => [slot, [many.score(slot), many.covers(slot), many.mask(slot), many.rarest(slot)]]))
    for (const enough of [1, 3, 10, 40]) {
      const few = index.search(query, { enough })
      expect(few.slots.length).toBe(Math.min(enough, all.size))
      for (const slot of few.slots) expect([few.score(slot), few.covers(slot), few.mask(slot), few.rarest(slot)]).toEqual(all.get(slot))
    }
  })

  test('what was found before is not found again by another question', () => {
    index.search(query)
    const none = index.search(new Map([['nowhere', 1]]))
    expect(none.slots).toEqual([])
    for (const slot of docs.keys()) expect(none.score(slot)).toBe(0)
  })

  test('what may not be seen is not found', () => {
    const hits = index.search(query, { may: (slot) => slot % 2 === 0 })
    expect(hits.slots.every((slot) => slot % 2 === 0)).toBe(true)
    for (const slot of docs.keys()) if (slot % 2) expect(hits.score(slot)).toBe(0)
  })

  test('the newest are kept where more than enough are found', () => {
    const full = new LexicalIndex()
    for (let slot = 0; slot < 50; slot++) full.add(slot, ['same'])
    expect(full.search(new Map([['same', 1]]), { enough: 10 }).slots).toEqual([49, 48, 47, 46, 45, 44, 43, 42, 41, 40])
  })

  test('nothing of a removed document stays, its words least of all', () => {
    for (const slot of docs.keys()) index.remove(slot)
    expect(index.size).toBe(0)
    const { hits: _, ...rest } = index as unknown as Record<string, unknown>
    expect(JSON.stringify(rest, (_key, value) => (value instanceof Map ? [...value] : value))).not.toMatch(/w\d/)
    for (const { size } of (rest as { postings: { size: number }[] }).postings) expect(size).toBe(0)
  })
})

test('no number of a slot below zero or beyond the end has a score', () => {
  const index = new LexicalIndex()
  index.add(0, ['a'])
  const hits = index.search(new Map([['a', 1]]))
  expect([hits.score(-1), hits.score(1e6), hits.covers(-1), hits.mask(-1), hits.rarest(-1)]).toEqual([0, 0, 0, 0, 0])
})
