/** The compiled kernels are those of their source; what is left in a saved index of what was removed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dataSet } from '../../../bench/vectors/data.ts'
// @ts-expect-error: a script, without types
import { BINARIES, compile } from '../../../scripts/kernels.mjs'
import { QuantisedIndex } from '../../../src/memory/index/vector/quantised.ts'
import { packageRoot } from '../../../src/root.ts'
import { taken } from './vector.contract.ts'

for (const name of Object.keys(BINARIES))
  it(`kernels/${name} is what its source compiles to`, async () => {
    const kept = readFileSync(join(packageRoot(), 'kernels', name))
    expect(Buffer.compare(Buffer.from(await compile(name)), kept), 'run node scripts/kernels.mjs').toBe(0)
  })

it('works where relaxed SIMD is not to be had', () => {
  expect(WebAssembly.validate(readFileSync(join(packageRoot(), 'kernels', 'vectors.wasm')))).toBe(true)
})

for (const rows of ['of the store', 'of its own'])
  it(`forgets: neither id nor codes of a removed vector are in the bytes, refitted or not, rows ${rows}`, () => {
    const data = dataSet({ count: 2200, dimension: 64, queries: 0, seed: 21 })
    const store = new Map(data.vectors.map((vector, id) => [0xabc00000 + id, vector]))
    const read = (ids: Uint32Array) => Array.from(ids, (id) => store.get(id))
    const options = { dimension: 64, model: 'm', seed: 1, ...(rows === 'of the store' && { rows: read }) }
    const index = new QuantisedIndex(options)
    // Twins: whether a code stands once or twice tells whether one of them is left.
    const secret = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i * i + 1))
    const alone = new QuantisedIndex(options)
    for (const [id, vector] of store) {
      taken(index.add(id, vector))
      taken(alone.add(id, vector))
    }
    taken(index.add(0xdeadbeef, secret))
    const needle = Buffer.from([0xef, 0xbe, 0xad, 0xde])
    expect(Buffer.from(index.save()).includes(needle)).toBe(true)
    index.remove(0xdeadbeef)
    const bytes = Buffer.from(index.save())
    expect(bytes.includes(needle)).toBe(false)
    // All but the count of those that left, and the checksum over it: never there, byte for byte.
    const never = Buffer.from(alone.save())
    expect(bytes.length).toBe(never.length)
    const differing = bytes.subarray(0, -32).filter((byte, at) => byte !== never[at]).length
    expect(differing).toBe(1)
  })
