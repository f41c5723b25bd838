/** The summariser: what it makes of any text, and that its gradients, written by hand, are those of its losses. */
import { describe, expect, test } from 'vitest'
import { Block } from '../../../scripts/summary/network.ts'
import { decoderSize, newDecoder, reconstruction, retrieval, wordsOf } from '../../../scripts/summary/objective.ts'
import { type Rng, seeded } from '../../../src/base/rng.ts'
import { staticEmbedder } from '../../../src/memory/embed/builtin.ts'
import { encode, HEADS } from '../../../src/memory/summary/encoder.ts'
import { cut, MOST_PIECES, type Pieces, readPieces } from '../../../src/memory/summary/pieces.ts'
import { tinyWeights } from '../embed/tiny.ts'

const embedder = staticEmbedder(tinyWeights())
const rarity = (word: number) => (word % 100) / 100
const read = (...texts: string[]) => readPieces(texts, embedder, rarity)
const SPANS = [
  read('the cat sleeps', 'plans at 7:30, Zoe said'),
  read('猫が寝ている', '旅行计划 7'),
  read('고양이가 자고 있다', '여행 계획?'),
  read('alarm 7:30 cat'),
]
const QUESTIONS = [read('who sleeps?'), read('猫は?'), read('여행')]
const POSITIVE = [[0, 3], [1], [2]]

type Learner = { spans: Block; questions: Block; decoder: Float64Array; dDecoder: Float64Array }
function learner(rng: Rng): Learner {
  const [spans, questions] = [new Block(embedder.dimension, rng), new Block(embedder.dimension, rng)]
  // Away from where it starts, where some slopes are naught.
  for (const { weights } of [spans, questions]) for (let i = 0; i < weights.length; i++) weights[i]! += (rng.next() - 0.5) / 5
  return { spans, questions, decoder: newDecoder(embedder.dimension), dDecoder: new Float64Array(decoderSize(embedder.dimension)) }
}

/** The whole loss, with its slopes left in the learner. */
function lossOf({ spans, questions, decoder, dDecoder }: Learner, words = seeded(5)): number {
  const pass = (block: Block) => (pieces: Pieces) => encode(block.weights, block.layout, pieces)
  const [spanPasses, questionPasses] = [SPANS.map(pass(spans)), QUESTIONS.map(pass(questions))]
  const dSpans = SPANS.map(() => new Float64Array(embedder.dimension))
  const vectors = spanPasses.map(({ vector }) => vector)
  const found = retrieval(
    questionPasses.map(({ vector }) => vector),
    vectors,
    POSITIVE,
    dSpans,
  )
  const held = wordsOf(SPANS, embedder.dimension, 3, (count) => Math.floor(words.next() * count))
  const told = reconstruction(vectors, held, decoder, dDecoder, 0.4)
  told.slopes.forEach((slope, s) => {
    for (let j = 0; j < slope.length; j++) dSpans[s]![j]! += slope[j]!
  })
  for (const [s, one] of spanPasses.entries()) spans.push(SPANS[s]!, one, dSpans[s]!)
  for (const [q, one] of questionPasses.entries()) questions.push(QUESTIONS[q]!, one, found.slopes[q]!)
  return found.loss + told.loss
}

describe.each([1, 2, 3])('gradients by hand, seed %i', (seed) => {
  const rng = seeded(seed)
  const model = learner(rng)
  lossOf(model)
  const parts = [
    ['spans', model.spans.weights, model.spans.slope.slice()],
    ['questions', model.questions.weights, model.questions.slope.slice()],
    ['decoder', model.decoder, model.dDecoder.slice()],
  ] as const
  test.each(parts)('of the %s are those of finite differences', (_, weights, slope) => {
    // Vectors are of 32 bits: a smaller step would measure their rounding.
    const step = 2e-3
    for (let probe = 0; probe < 60; probe++) {
      const i = Math.floor(rng.next() * weights.length)
      const at = weights[i]!
      weights[i] = at + step
      const above = lossOf(model)
      weights[i] = at - step
      const below = lossOf(model)
      weights[i] = at
      expect(slope[i]!, `weight ${i}`).toBeCloseTo((above - below) / (2 * step), 2)
    }
  })
})

describe('a summary', () => {
  const block = new Block(embedder.dimension, seeded(9))
  const encoded = (pieces: Pieces) => encode(block.weights, block.layout, pieces)

  test.each(['', ' \n', '🎉🎉', '‮مرحبا cat', '\u0000', 'cat '.repeat(100_000), '猫'.repeat(50_000)])(
    'of any text is finite (%#)',
    (text) => {
      const pieces = read(text)
      const { vector } = encoded(pieces)
      expect(pieces.count).toBeLessThanOrEqual(MOST_PIECES)
      expect([...vector].every(Number.isFinite)).toBe(true)
      const norm = Math.hypot(...vector)
      expect(pieces.count === 0 ? norm : Math.abs(norm - 1)).toBeLessThan(1e-5)
    },
  )

  test('attends to every piece with shares that sum to one, for each head', () => {
    const pieces = SPANS[0]!
    const { attention } = encoded(pieces)
    for (let head = 0; head < HEADS; head++)
      expect(attention.subarray(head * pieces.count, (head + 1) * pieces.count).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5)
  })

  test('is the same for the same span, and another for other words', () => {
    expect(encoded(read('the cat sleeps')).vector).toEqual(encoded(read('the cat sleeps')).vector)
    expect(encoded(read('the cat sleeps')).vector).not.toEqual(encoded(read('the plan sleeps')).vector)
  })

  test('knows a name that no table knows', () => {
    expect(encoded(read('Qwxyz')).vector).not.toEqual(encoded(read('Zyxwq')).vector)
  })
})

test.each([
  ['Zoe keeps bees', ['Zoe', 'keeps', 'bees']],
  ['旅行计划表', ['旅行', '行计', '计划', '划表']],
  ['猫が寝ている', ['猫', '猫が', '寝', '寝てい']],
  ['コーヒーを飲む', ['コーヒー', 'を', '飲', '飲む']],
  ['여행 계획이', ['여행', '계획이']],
  ['at 7:30 a.m.', ['at', '7:30', 'a.m']],
])('pieces of %s', (text, pieces) => {
  expect(cut(text).map(({ text }) => text)).toEqual(pieces)
})
