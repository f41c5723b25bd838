/** The shipped weights: that they earn their place beside a mean, on conversations whose templates they never saw. */
import { expect, test } from 'vitest'
import { TOLD_LANGUAGES, toldSet } from '../../../scripts/recall/told/index.ts'
import { seeded } from '../../../src/base/rng.ts'
import { builtinEmbedder } from '../../../src/memory/embed/builtin.ts'
import { normalise } from '../../../src/memory/embed/types.ts'
import { dot } from '../../../src/memory/summary/episodes.ts'
import { summariser } from '../../../src/memory/summary/weights.ts'
import { value } from '../../store/store.contract.ts'

const embedder = value(builtinEmbedder())
const model = summariser(embedder)!

const meanOf = (texts: string[]) => {
  const sum = new Float32Array(embedder.dimension)
  for (const text of texts) for (const [j, v] of embedder.embedText(text).entries()) sum[j]! += v
  return normalise(sum)
}

/** Mean share of the evidence's spans among the first five, by summaries and by means. */
function found(seed: number) {
  const shares = { summary: [] as number[], mean: [] as number[] }
  for (const language of TOLD_LANGUAGES) {
    const { docs, groups, queries } = toldSet(language, 6, true, seeded(seed))
    for (const [group, ids] of groups) {
      const spans = Array.from({ length: Math.ceil(ids.length / 4) }, (_, i) => ids.slice(4 * i, 4 * i + 4))
      const texts = spans.map((span) => span.map((id) => docs.get(id)!.text))
      const ways = {
        summary: { spans: texts.map((span) => model.span(model.read(span)).vector), ask: model.question },
        mean: { spans: texts.map(meanOf), ask: embedder.embedText },
      }
      for (const { text, evidence } of queries.filter((query) => query.group === group && query.evidence.length))
        for (const name of ['summary', 'mean'] as const) {
          const asked = ways[name].ask(text)
          const order = ways[name].spans.map((vector, i) => ({ i, score: dot(vector, asked) })).sort((a, b) => b.score - a.score)
          const first = new Set(order.slice(0, 5).flatMap(({ i }) => spans[i]!))
          shares[name].push(evidence.filter((id) => first.has(id)).length / evidence.length)
        }
    }
  }
  const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
  return { summary: mean(shares.summary), mean: mean(shares.mean) }
}

test.each([101, 102, 103])('a summary finds more than the mean of its turns, seed %i', (seed) => {
  const { summary, mean } = found(seed)
  expect(summary).toBeGreaterThan(mean)
})

test('the same span has the same vector, whatever was summarised in between', () => {
  const span = ['My sister Mina keeps bees in Ghent', '내일 치과에 가야 해', '猫の名前はモカ']
  const before = model.span(model.read(span)).vector
  for (const { text } of toldSet('ko', 4, true, seeded(1)).docs.values()) model.span(model.read([text]))
  expect(model.span(model.read(span)).vector).toEqual(before)
})

test('there is none for an embedder that the weights were not trained with', () => {
  expect(summariser({ ...embedder, id: 'builtin-other' })).toBeNull()
  expect(summariser(null)).toBeNull()
})
