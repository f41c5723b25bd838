/** What every Embedder must do, whatever makes its vectors. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../../src/memory/embed/types.ts'

const TEXTS = ['the cat sleeps', '猫が寝ている', '猫在睡觉', '고양이가 자고 있다', '7:30 alarm', 'naïve café', '🙂', 'مرحبا']

export function embedderContract(name: string, open: () => Promise<Embedder>) {
  const embed = async (embedder: Embedder, texts: readonly string[]) => {
    const vectors = await embedder.embed(texts, 'passage')
    if (!vectors.ok) throw new Error(vectors.error.message)
    return vectors.value
  }
  describe(`${name} as an embedder`, () => {
    it('gives one finite vector of norm 1 or 0 a text, in order, the same again', async () => {
      const embedder = await open()
      expect(embedder.id).toMatch(/^[\w.-]+$/)
      const vectors = await embed(embedder, TEXTS)
      expect(vectors.length).toBe(TEXTS.length)
      for (const vector of vectors) expectUnit(vector, embedder.dimension)
      expect(await embed(embedder, TEXTS)).toEqual(vectors)
      const backwards = await embed(embedder, [...TEXTS].reverse())
      for (const [i, vector] of backwards.reverse().entries()) expectNear(vector, vectors[i]!)
    })

    it('gives zeros for nothing, and nothing for no texts', async () => {
      const embedder = await open()
      expect(await embed(embedder, [])).toEqual([])
      const vectors = await embed(embedder, ['', ' \n', 'the cat sleeps'])
      expect(vectors.map((vector) => vector.some((value) => value !== 0))).toEqual([false, false, true])
      expect(vectors.map((vector) => vector.length)).toEqual([embedder.dimension, embedder.dimension, embedder.dimension])
      expect((await embed(embedder, ['']))[0]).toEqual(new Float32Array(embedder.dimension))
    })

    it('takes any text', async () => {
      const embedder = await open()
      // Any UTF-16 units, lone surrogates among them.
      const text = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes))
      await fc.assert(
        fc.asyncProperty(fc.array(text, { maxLength: 3 }), async (texts) => {
          for (const vector of await embed(embedder, texts)) expectUnit(vector, embedder.dimension)
        }),
        { numRuns: 30 },
      )
    })

    it('takes more texts than fit one request', async () => {
      const embedder = await open()
      const texts = Array.from({ length: 150 }, (_, i) => `the cat sleeps ${i}`)
      const vectors = await embed(embedder, texts)
      for (const i of [0, 70, 149]) expectNear(vectors[i]!, (await embed(embedder, [texts[i]!]))[0]!)
    })
  })
}

function expectUnit(vector: Float32Array, dimension: number) {
  expect(vector.length).toBe(dimension)
  const norm = Math.hypot(...vector)
  expect(norm === 0 || Math.abs(norm - 1) < 1e-4, `norm ${norm}`).toBe(true)
}
function expectNear(a: Float32Array, b: Float32Array) {
  expect(a.length).toBe(b.length)
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i]!, 4)
}
