/** What is measured: our index twice, and the peers that are installed (`npm ci --prefix bench/vectors`). */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bitmap } from '../../src/memory/index/vector/bitmap.ts'
import { QuantisedIndex } from '../../src/memory/index/vector/quantised.ts'
import { packageRoot } from '../../src/root.ts'

/** Only every so-manieth id may be found; 1: all. */
export type Share = 1 | 10 | 100

export type Engine = {
  name: string
  setting: string
  /** Builds over vectors with ids 0, 1, 2 ...; throws where the peer is not installed or does not run here. */
  open(vectors: Float32Array[]): Promise<Opened>
}
export type Opened = {
  search(query: Float32Array, k: number, share: Share): number[] | Promise<number[]>
  add(id: number, vector: Float32Array): unknown
  /** Bytes in memory; undefined: the growth of the process is taken. null: lives on disk. */
  bytes?(): number | null
  /** Filters it has none for. */
  unfiltered?: boolean
  /** What sets how far it looks, for the comparison at equal recall. */
  effort?(ef: number): void
  close?(): unknown
}

export const EFFORTS = [12, 16, 24, 32, 48, 64, 96, 128, 192, 256]
const within = (id: number, share: Share) => id % share === 0

/** A peer's module out of its own folder, whose types are not ours to check. */
// biome-ignore lint/suspicious/noExplicitAny: peers are optional
const peer = (name: string): any => createRequire(join(packageRoot(), 'bench', 'vectors', 'package.json'))(name)

export const engines: Engine[] = [
  {
    name: 'Open Macaron',
    setting: 'rows from the store',
    open: async (vectors) => ours(vectors, true),
  },
  {
    name: 'Open Macaron',
    setting: '8-bit rows of its own',
    open: async (vectors) => ours(vectors, false),
  },
  {
    name: 'hnswlib-node',
    setting: 'M 16, efConstruction 200',
    async open(vectors) {
      const { HierarchicalNSW } = peer('hnswlib-node')
      const index = new HierarchicalNSW('ip', vectors[0]!.length)
      index.initIndex(vectors.length + 1000, 16, 200, 100)
      vectors.forEach((vector, id) => {
        index.addPoint(Array.from(vector), id)
      })
      const filters = { 1: undefined, 10: (id: number) => within(id, 10), 100: (id: number) => within(id, 100) }
      return {
        search: (query, k, share) => index.searchKnn(Array.from(query), k, filters[share]).neighbors,
        add: (id, vector) => index.addPoint(Array.from(vector), id),
        effort: (ef) => index.setEf(ef),
      }
    },
  },
  {
    name: 'usearch',
    setting: 'f32, M 16, ef 64',
    async open(vectors) {
      const { Index } = peer('usearch')
      const dimensions = vectors[0]!.length
      const index = new Index({ metric: 'ip', connectivity: 16, dimensions, expansion_add: 128, expansion_search: 64, quantization: 'f32' })
      vectors.forEach((vector, id) => {
        index.add(BigInt(id), vector)
      })
      return {
        search: (query, k) => Array.from(index.search(query, k, 1).keys as BigUint64Array, Number),
        add: (id, vector) => index.add(BigInt(id), vector),
        unfiltered: true,
      }
    },
  },
  {
    name: 'sqlite-vec',
    setting: 'flat f32, in memory',
    async open(vectors) {
      const { default: Database } = await import('libsql')
      const db = new Database(':memory:')
      db.loadExtension(peer('sqlite-vec').getLoadablePath())
      db.exec(
        `create virtual table v using vec0(id integer primary key, tenth integer, hundredth integer, e float[${vectors[0]!.length}] distance_metric=cosine)`,
      )
      const insert = db.prepare('insert into v (id, tenth, hundredth, e) values (?, ?, ?, ?)')
      const blob = (vector: Float32Array) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
      const add = (id: number, vector: Float32Array) =>
        insert.run([BigInt(id), BigInt(Number(within(id, 10))), BigInt(Number(within(id, 100))), blob(vector)])
      db.exec('begin')
      vectors.forEach((vector, id) => {
        add(id, vector)
      })
      db.exec('commit')
      const select = (where: string) => db.prepare(`select id from v where e match ? and k = ? ${where}`)
      const statements = { 1: select(''), 10: select('and tenth = 1'), 100: select('and hundredth = 1') }
      const pages = () =>
        (db.prepare('pragma page_count').get() as { page_count: number }).page_count *
        (db.prepare('pragma page_size').get() as { page_size: number }).page_size
      return {
        search: (query, k, share) => (statements[share].all([blob(query), k]) as { id: number }[]).map(({ id }) => id),
        add,
        bytes: pages,
        close: () => db.close(),
      }
    },
  },
  {
    name: 'LanceDB',
    setting: 'IVF_HNSW_SQ, ef 64',
    async open(vectors) {
      const lance = peer('@lancedb/lancedb')
      const folder = mkdtempSync(join(tmpdir(), 'macaron-lance-'))
      const row = (id: number, vector: Float32Array) => ({
        id,
        tenth: Number(within(id, 10)),
        hundredth: Number(within(id, 100)),
        vector: Array.from(vector),
      })
      const db = await lance.connect(folder)
      const first = vectors.slice(0, 2000).map((vector, id) => row(id, vector))
      const rows = await db.createTable('v', first)
      for (let from = 2000; from < vectors.length; from += 2000)
        await rows.add(vectors.slice(from, from + 2000).map((vector, i) => row(from + i, vector)))
      await rows.createIndex('vector', { config: lance.Index.hnswSq({ distanceType: 'dot', numPartitions: 1 }) })
      const where = { 1: undefined, 10: 'tenth = 1', 100: 'hundredth = 1' }
      return {
        async search(query, k, share) {
          const asked = rows.query().nearestTo(Array.from(query)).distanceType('dot').ef(64).select(['id']).limit(k)
          if (where[share]) asked.where(where[share])
          return ((await asked.toArray()) as { id: number }[]).map(({ id }) => Number(id))
        },
        add: (id, vector) => rows.add([row(id, vector)]),
        bytes: () => null,
        close: () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  },
]

function ours(vectors: Float32Array[], stored: boolean): Opened {
  const store = vectors.slice()
  const rows = (ids: Uint32Array) => Array.from(ids, (id) => store[id])
  const index = new QuantisedIndex({ dimension: vectors[0]!.length, model: 'bench', seed: 1, ...(stored && { rows }) })
  if (stored) index.build(Uint32Array.from(vectors.keys()))
  else {
    vectors.forEach((vector, id) => {
      index.add(id, vector)
    })
    index.refit()
  }
  const every = (share: Share) => Bitmap.of([...vectors.keys()].filter((id) => within(id, share)))
  const allowed = { 1: undefined, 10: every(10), 100: every(100) }
  return {
    search(query, k, share) {
      const found = index.search(query, k, { allowed: allowed[share] })
      if (!found.ok) throw new Error(found.error.message)
      return found.value.map(({ id }) => id)
    },
    add(id, vector) {
      store[id] = vector
      index.add(id, vector)
    },
    bytes: () => index.bytes,
  }
}
