/** What is taken to be more than a spec can be, over sentences that its weights have not seen. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestsOf, type Said, saidIn } from '../../../scripts/reach/corpus.ts'
import { read } from '../../../src/base/language/read.ts'
import { builtinEmbedder } from '../../../src/memory/embed/builtin.ts'
import { packageRoot } from '../../../src/root.ts'
import { LANGUAGES } from '../../../src/spec.ts'
import { BEYOND, beyondOf } from '../../../src/studio/reach/reach.ts'
import trained from '../../../src/studio/reach/weights.json' with { type: 'json' }
import { synthesise } from '../../../src/studio/synthesise.ts'

const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const embedder = builtinEmbedder()
if (!embedder.ok) throw new Error(embedder.error.message)
const { embedText, id, dimension } = embedder.value

function score({ text, language }: Omit<Said, 'beyond'>): number {
  const proposal = synthesise(read(text, { now, language, currency: 'USD' }), { now, locale: language, currency: 'USD', before: [] })
  return beyondOf(text, proposal, embedText(text))
}
const more = (all: Said[]) => all.filter((one) => score(one) > BEYOND).map(({ text }) => text)

describe('a request for more than a spec can be', () => {
  it('was learned with the embedder that there is', () => {
    expect(trained.embedder).toBe(id)
    expect(trained.weights.length).toBeGreaterThan(dimension)
  })

  it('is told where it is one: of 60 unseen sentences at most 3 are missed', () => {
    const all = saidIn(join(packageRoot(), 'test', 'studio', 'reach', 'beyond.txt'), true)
    expect(all).toHaveLength(60)
    expect(all.length - more(all).length).toBeLessThanOrEqual(3)
  })

  it('is not seen in what the rules build: at most 1 in 100 of the own requests, 3 of the held ones', () => {
    const [own, held] = [requestsOf((set) => set === 'own'), requestsOf((set) => set === 'held')]
    expect(more(own).length).toBeLessThanOrEqual(own.length / 100)
    expect(more(held).length).toBeLessThanOrEqual((3 * held.length) / 100)
  })

  it('is a number from 0 to 1, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.constantFrom(...LANGUAGES), (text, language) => {
        const found = score({ text: text || '-', language })
        expect(found >= 0 && found <= 1).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
