/**
 * What every vector index keeps, run over each: exact answers on small sets, recall on large ones, filters, changes in
 * any order, what is saved, damaged and foreign files, bad input, and that a removed vector is gone.
 */
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataSet } from '../../../bench/vectors/data.ts'
import type { Result } from '../../../src/base/result.ts'
import { Bitmap } from '../../../src/memory/index/vector/bitmap.ts'
import { ExactIndex } from '../../../src/memory/index/vector/exact.ts'
import type { IndexOptions, Neighbour, Rows, VectorIndex } from '../../../src/memory/index/vector/types.ts'

/** How an implementation is made. `rows` reads what a test has given the index; who keeps rows of its own ignores it. */
export type Subject = {
  name: string
  create(options: IndexOptions, rows: Rows): VectorIndex
  load(bytes: Uint8Array, options: IndexOptions, rows: Rows): Result<VectorIndex>
}

/** An index beside the store it is a cache of. */
export class Stored {
  readonly rows = new Map<number, Float32Array>()
  readonly index: VectorIndex
  readonly read: Rows = (ids) => Array.from(ids, (id) => this.rows.get(id))

  constructor(subject: Subject, options: IndexOptions) {
    this.index = subject.create(options, this.read)
  }

  put(id: number, vector: Float32Array): void {
    const had = this.rows.has(id)
    this.rows.set(id, vector)
    taken(had ? this.index.replace(id, vector) : this.index.add(id, vector))
  }

  remove(id: number): void {
    expect(this.index.remove(id)).toBe(this.rows.delete(id))
  }
}

export function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export const recall = (found: Neighbour[], truth: Neighbour[]): number => {
  const ids = new Set(found.map((one) => one.id))
  return truth.filter((one) => ids.has(one.id)).length / truth.length
}

const options = (dimension: number, seed = 7): IndexOptions => ({ dimension, model: 'test-model', seed })
const SIZES = [
  { count: 30, dimension: 64 },
  { count: 1500, dimension: 72 },
  { count: 2200, dimension: 384 },
  { count: 4000, dimension: 128 },
  { count: 500, dimension: 1024 },
]

export function contract(subject: Subject): void {
  const filled = (count: number, dimension: number, seed = 7, queries = 40) => {
    const data = dataSet({ count, dimension, queries, seed })
    const stored = new Stored(subject, options(dimension))
    data.vectors.forEach((vector, id) => {
      stored.put(id, vector)
    })
    return { data, stored }
  }

  describe(`${subject.name}: search`, () => {
    for (const { count, dimension } of SIZES)
      it(`finds the nearest of ${count} x ${dimension}, all, 10 % and 1 % of them allowed, fitted and not`, () => {
        const { data, stored } = filled(count, dimension)
        const oracle = new ExactIndex(options(dimension))
        data.vectors.forEach((vector, id) => {
          taken(oracle.add(id, vector))
        })
        const filters = [undefined, every(count, 10), every(count, 100)]
        const truths = filters.map((allowed) => data.queries.map((query) => taken(oracle.search(query, 10, { allowed }))))
        const measure = (allowed: Bitmap | undefined, filter: number) => {
          const shares = data.queries.map((query, i) => {
            const found = taken(stored.index.search(query, 10, { allowed }))
            const truth = truths[filter]![i]!
            expect(found.length).toBe(truth.length)
            if (allowed) for (const { id } of found) expect(allowed.has(id)).toBe(true)
            return truth.length ? recall(found, truth) : 1
          })
          return shares.reduce((a, b) => a + b, 0) / shares.length
        }
        for (const share of filters.map(measure)) expect(share).toBeGreaterThanOrEqual(0.98)
        taken(stored.index.refit())
        expect(stored.index.due).toBe(false)
        for (const share of filters.map(measure)) expect(share).toBeGreaterThanOrEqual(0.98)
      })

    it('gives exact cosines, nearest first, equal ones by id, and no more than there are', () => {
      const { data, stored } = filled(40, 64)
      for (const id of [100, 50, 75]) stored.put(id, data.vectors[3]!)
      const found = taken(stored.index.search(data.vectors[3]!, 500))
      expect(found.length).toBe(43)
      expect(found.slice(0, 4).map(({ id }) => id)).toEqual([3, 50, 75, 100])
      for (const { score, id } of found) expect(score).toBeCloseTo(cosine(data.vectors[3]!, stored.rows.get(id)!), 2)
      for (let i = 1; i < found.length; i++) expect(found[i]!.score).toBeLessThanOrEqual(found[i - 1]!.score)
    })

    it('finds nothing in an empty index, nor where nothing is allowed, nor ids it does not hold', () => {
      const stored = new Stored(subject, options(64))
      const query = Float32Array.from({ length: 64 }, (_, i) => i + 1)
      expect(taken(stored.index.search(query, 10))).toEqual([])
      stored.put(5, query)
      expect(taken(stored.index.search(query, 10, { allowed: new Bitmap() }))).toEqual([])
      expect(taken(stored.index.search(query, 10, { allowed: Bitmap.of([6, 4_294_967_295]) }))).toEqual([])
      expect(taken(stored.index.search(query, 10, { allowed: Bitmap.of([5, 6]) })).map(({ id }) => id)).toEqual([5])
    })

    it('takes large ids, long and short vectors, and more neighbours than fit in a page', () => {
      const { data, stored } = filled(3000, 64)
      stored.put(
        4_294_967_295,
        data.vectors[0]!.map((x) => x * 1e18),
      )
      stored.put(
        3_000_000_000,
        data.vectors[0]!.map((x) => x * 1e-18),
      )
      const found = taken(stored.index.search(data.vectors[0]!, 3))
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set([0, 3_000_000_000, 4_294_967_295]))
      expect(new Set(taken(stored.index.search(data.vectors[0]!, 2500)).map(({ id }) => id)).size).toBe(2500)
    })
  })

  describe(`${subject.name}: changes`, () => {
    it('adds, replaces, removes and fits in any order: the same answers as an index built anew', () => {
      const data = dataSet({ count: 400, dimension: 64, queries: 5, seed: 11 })
      const step = fc.oneof(
        { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), id: fc.nat(60), vector: fc.nat(399) }) },
        { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), id: fc.nat(60), vector: fc.constant(0) }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('refit' as const), id: fc.constant(0), vector: fc.constant(0) }) },
      )
      fc.assert(
        fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
          const stored = new Stored(subject, options(64))
          for (const { do: what, id, vector } of steps) {
            if (what === 'put') stored.put(id, data.vectors[vector]!)
            else if (what === 'remove') stored.remove(id)
            else taken(stored.index.refit())
          }
          const anew = new Stored(subject, options(64))
          for (const [id, vector] of stored.rows) anew.put(id, vector)
          expect([...stored.index.ids()]).toEqual([...stored.rows.keys()].sort((a, b) => a - b))
          expect(stored.index.size).toBe(stored.rows.size)
          for (const query of data.queries) expect(answers(stored.index, query)).toEqual(answers(anew.index, query))
          taken(stored.index.refit())
          taken(anew.index.refit())
          expect(hash(stored.index.save())).toBe(hash(anew.index.save()))
        }),
        { numRuns: 60 },
      )
    })

    it('is the same, byte for byte, for the same calls and seed', () => {
      const make = () => {
        const { data, stored } = filled(700, 64)
        for (let id = 0; id < 700; id += 3) stored.remove(id)
        taken(stored.index.refit())
        for (let id = 0; id < 700; id += 6) stored.put(id, data.vectors[id]!)
        return hash(stored.index.save())
      }
      expect(make()).toBe(make())
    })

    it('leaves nothing of a removed vector: the bytes are those of an index that never had it', () => {
      const data = dataSet({ count: 300, dimension: 64, queries: 0, seed: 5 })
      const never = new Stored(subject, options(64))
      const had = new Stored(subject, options(64))
      for (let id = 0; id < 300; id++) {
        had.put(id, data.vectors[id]!)
        if (id % 7) never.put(id, data.vectors[id]!)
      }
      for (let id = 0; id < 300; id += 7) had.remove(id)
      for (const stored of [had, never]) taken(stored.index.refit())
      expect(hash(had.index.save())).toBe(hash(never.index.save()))
    })
  })

  describe(`${subject.name}: what is saved`, () => {
    it('comes back as it was, and goes on from there', () => {
      const { data, stored } = filled(2000, 64)
      for (const fitted of [false, true]) {
        if (fitted) taken(stored.index.refit())
        const bytes = stored.index.save()
        const loaded = taken(subject.load(bytes, options(64), stored.read))
        expect(hash(loaded.save())).toBe(hash(bytes))
        // As a file is read: a Buffer that lies anywhere in a larger one.
        const read = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3)
        expect(hash(taken(subject.load(read, options(64), stored.read)).save())).toBe(hash(bytes))
        expect([loaded.size, loaded.dimension, loaded.model]).toEqual([2000, 64, 'test-model'])
        for (const query of data.queries.slice(0, 10)) expect(answers(loaded, query)).toEqual(answers(stored.index, query))
        expect(loaded.remove(10)).toBe(true)
        expect(loaded.has(10)).toBe(false)
        taken(loaded.add(10, data.vectors[10]!))
        expect(answers(loaded, data.queries[0]!)).toEqual(answers(stored.index, data.queries[0]!))
      }
    })

    it('is refused where it was cut, changed, lengthened, or is of another version, dimension or model', () => {
      const { stored } = filled(50, 64)
      taken(stored.index.refit())
      const bytes = stored.index.save()
      const refused = (file: Uint8Array, wanted = options(64)) => {
        const result = subject.load(file, wanted, stored.read)
        expect(result.ok ? 'loaded' : result.error.code).toBe('index-invalid')
      }
      for (let length = 0; length < bytes.length; length += length < 120 ? 1 : 97) refused(bytes.slice(0, length))
      for (let at = 0; at < bytes.length; at += at < 120 ? 1 : 89) refused(bytes.map((byte, i) => (i === at ? byte ^ 0x10 : byte)))
      refused(Uint8Array.from([...bytes, 0]))
      refused(bytes, options(72))
      refused(bytes, { ...options(64), model: 'another' })
      refused(resealed(bytes, (file) => file.set([2], 6)))
      refused(resealed(bytes, (file) => file.set([99], 7)))
    })

    it('never throws, hangs or asks for the moon over a forged file with the right checksum', () => {
      const { stored, data } = filled(50, 64)
      taken(stored.index.refit())
      const bytes = stored.index.save()
      const patch = fc.record({
        at: fc.nat(bytes.length - 37),
        value: fc.constantFrom(0, 1, 0x7f, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fc00000),
      })
      fc.assert(
        fc.property(fc.array(patch, { minLength: 1, maxLength: 3 }), (patches) => {
          const forged = resealed(bytes, (file) => {
            for (const { at, value } of patches) new DataView(file.buffer).setUint32(at, value, true)
          })
          const loaded = subject.load(forged, options(64), stored.read)
          if (!loaded.ok) return void expect(loaded.error.code).toBe('index-invalid')
          taken(loaded.value.search(data.queries[0]!, 10))
          for (const id of loaded.value.ids()) loaded.value.remove(id)
          expect(loaded.value.size).toBe(0)
        }),
        { numRuns: 300, examples: Array.from({ length: 40 }, (_, i) => [[{ at: 6 + 2 * i, value: 0xffffffff }]]) },
      )
    })
  })

  describe(`${subject.name}: bad input`, () => {
    it('is refused with its reason and changes nothing', () => {
      const { stored, data } = filled(100, 64)
      const before = hash(stored.index.save())
      const good = data.vectors[0]!
      const with_ = (value: number) => good.map((x, i) => (i === 9 ? value : x))
      const bad = [
        with_(Number.NaN),
        with_(Infinity),
        with_(-Infinity),
        new Float32Array(64),
        new Float32Array(0),
        new Float32Array(65).fill(1),
      ]
      const code = (result: Result<unknown>) => (result.ok ? 'taken' : result.error.code)
      for (const vector of bad) {
        expect(code(stored.index.add(500, vector))).toBe('vector-invalid')
        expect(code(stored.index.replace(5, vector))).toBe('vector-invalid')
        expect(code(stored.index.search(vector, 3))).toBe('vector-invalid')
      }
      for (const id of [-1, 1.5, 4_294_967_296, Number.NaN]) {
        expect(code(stored.index.add(id, good))).toBe('vector-invalid')
        expect(stored.index.has(id)).toBe(false)
        expect(stored.index.remove(id)).toBe(false)
      }
      for (const k of [0, -3, 2.5, Number.NaN, 1e9]) expect(code(stored.index.search(good, k))).toBe('k-invalid')
      expect(code(stored.index.add(5, good))).toBe('vector-exists')
      expect(code(stored.index.replace(500, good))).toBe('vector-unknown')
      expect(stored.index.remove(500)).toBe(false)
      expect(hash(stored.index.save())).toBe(before)
    })
  })
}

const every = (count: number, step: number): Bitmap => {
  const bitmap = new Bitmap()
  for (let id = step >> 1; id < count; id += step) bitmap.add(id)
  return bitmap
}

const answers = (index: VectorIndex, query: Float32Array) => taken(index.search(query, 10)).map(({ id, score }) => [id, score.toFixed(4)])
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, i) => sum + value * y[i]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

/** `bytes` with a change, under a checksum that fits again. */
export function resealed(bytes: Uint8Array, change: (file: Uint8Array) => unknown): Uint8Array {
  const file = bytes.slice()
  change(file)
  file.set(createHash('sha256').update(file.subarray(0, -32)).digest(), file.length - 32)
  return file
}
