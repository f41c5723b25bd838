/**
 * Trains the summariser: `npx tsx scripts/summary/train.ts DIR`, DIR with retrieval sets in the layout of
 * bench/retrieval/sets.ts (data.ts says which part is read). Writes src/memory/summary/weights/summary.json with the
 * command, the data and the seed that made it. One thread; the same seed and data give the same file. The state is kept
 * that finds most on the validation part.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { encode } from '../../src/memory/summary/encoder.ts'
import { type Pieces, readPieces } from '../../src/memory/summary/pieces.ts'
import { type Common, rarityOf } from '../../src/memory/summary/rarity.ts'
import { packageRoot } from '../../src/root.ts'
import { weighted } from '../embedder/draw.ts'
import { commonOf } from './common.ts'
import { type Asked, type Held, readSources, type Span } from './data.ts'
import { Adam, Block, type Fixed } from './network.ts'
import { decoderSize, dot, newDecoder, reconstruction, retrieval, wordsOf } from './objective.ts'

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '11' },
    batches: { type: 'string', default: '600' },
    rate: { type: 'string', default: '0.003' },
    /** how much the reconstruction counts beside the retrieval */
    reconstruct: { type: 'string', default: '1.2' },
    fixed: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: join(packageRoot(), 'src', 'memory', 'summary', 'weights', 'summary.json') },
  },
})
const [folder] = positionals
if (!folder) throw new Error('usage: scripts/summary/train.ts DIR')
const opened = builtinEmbedder()
if (!opened.ok) throw new Error(opened.error.message)
const embedder = opened.value
const [seed, batches] = [Number(args.seed), Number(args.batches)]
const WORDS = 16
const EVERY = 100
const DROPPED = 0.15

const { sources, held, texts } = readSources(folder, seeded(seed + 1))
const common: Common = commonOf(texts)
const rarity = rarityOf(common)
const fixed: Fixed = Object.fromEntries(args.fixed.map((name) => [name, true]))
const rng = seeded(seed)
const spanBlock = new Block(embedder.dimension, rng, fixed)
const questionBlock = new Block(embedder.dimension, rng, fixed)
const decoder = newDecoder(embedder.dimension)
const dDecoder = new Float64Array(decoderSize(embedder.dimension))
const decoderAdam = new Adam(decoder, 0)

const vectors = new Map<string, Float32Array>()
/** Pieces come again and again: each is embedded once. */
const memoised = {
  ...embedder,
  sumText(text: string) {
    const known = vectors.get(text) ?? embedder.sumText(text)
    if (vectors.size < 120_000) vectors.set(text, known)
    return known
  },
}
const piecesOf = (span: Span): Pieces => readPieces(span, memoised, rarity)
const encodeSpan = (pieces: Pieces) => encode(spanBlock.weights, spanBlock.layout, pieces)
const encodeQuestion = (pieces: Pieces) => encode(questionBlock.weights, questionBlock.layout, pieces)

/** Some pieces left out, so that none is relied on alone. */
function thinned(pieces: Pieces, rng: Rng): Pieces {
  const kept = [...pieces.words.keys()].filter(() => rng.next() >= DROPPED)
  const rows = (from: Float32Array) => {
    const width = from.length / Math.max(1, pieces.count)
    const out = new Float32Array(kept.length * width)
    kept.forEach((i, at) => {
      out.set(from.subarray(i * width, (i + 1) * width), at * width)
    })
    return out
  }
  return {
    count: kept.length,
    units: rows(pieces.units),
    traits: rows(pieces.traits),
    words: Uint32Array.from(kept, (i) => pieces.words[i]!),
    forms: Uint32Array.from(kept, (i) => pieces.forms[i]!),
    turns: Uint16Array.from(kept, (i) => pieces.turns[i]!),
  }
}

function learn({ spans, questions }: Asked, rng: Rng, rate: number) {
  const spanPieces = spans.map((span) => thinned(piecesOf(span), rng))
  const questionPieces = questions.map(({ text }) => thinned(piecesOf([text]), rng))
  const spanPasses = spanPieces.map(encodeSpan)
  const questionPasses = questionPieces.map(encodeQuestion)
  const dSpans = spanPasses.map(() => new Float64Array(embedder.dimension))
  const spanVectors = spanPasses.map(({ vector }) => vector)
  const found = retrieval(
    questionPasses.map(({ vector }) => vector),
    spanVectors,
    questions.map(({ spans }) => spans),
    dSpans,
  )
  const words = wordsOf(spanPieces, embedder.dimension, WORDS, (count) => Math.floor(rng.next() * count))
  const told = reconstruction(spanVectors, words, decoder, dDecoder, Number(args.reconstruct))
  told.slopes.forEach((slope, s) => {
    for (let j = 0; j < slope.length; j++) dSpans[s]![j]! += slope[j]!
  })
  spanPasses.forEach((pass, s) => {
    spanBlock.push(spanPieces[s]!, pass, dSpans[s]!)
  })
  questionPasses.forEach((pass, q) => {
    questionBlock.push(questionPieces[q]!, pass, found.slopes[q]!)
  })
  spanBlock.update(rate)
  questionBlock.update(rate)
  decoderAdam.step(decoder, dDecoder, () => rate * 10)
  return { found: found.loss, told: told.loss / Number(args.reconstruct) }
}

/** Mean over questions of the share of their spans among the first k, for each part. */
function measured(held: Held[], k: number): Map<string, number> {
  return new Map(
    held.map(({ name, memories }) => {
      const shares = memories.flatMap(({ spans, questions }) => {
        const vectors = spans.map((span) => encodeSpan(piecesOf(span)).vector)
        return questions.map(({ text, spans: wanted }) => {
          const question = encodeQuestion(piecesOf([text])).vector
          const scores = vectors.map((vector, i) => ({ i, score: dot(vector, question) })).sort((a, b) => b.score - a.score)
          return scores.slice(0, k).filter(({ i }) => wanted.includes(i)).length / wanted.length
        })
      })
      return [name, shares.reduce((a, b) => a + b, 0) / shares.length]
    }),
  )
}

const shown = (figures: Map<string, number>) => [...figures].map(([name, share]) => `${name} ${(100 * share).toFixed(1)}`).join('  ')
const scoreOf = (figures: Map<string, number>) => [...figures.values()].reduce((a, b) => a + b, 0) / figures.size

// A part of the notes is enough to choose by.
const choosing = held.map(({ name, memories }) => ({ name, memories: memories.slice(0, 60) }))
let best = { score: 0, span: spanBlock.weights.slice(), question: questionBlock.weights.slice(), figures: '' }
function judge(batch: number, losses: string) {
  const figures = measured(choosing, 5)
  process.stdout.write(`${batch} ${losses} ${shown(figures)}  mean ${(100 * scoreOf(figures)).toFixed(2)}  ${clock()} s\n`)
  if (scoreOf(figures) > best.score)
    best = { score: scoreOf(figures), span: spanBlock.weights.slice(), question: questionBlock.weights.slice(), figures: shown(figures) }
}
const clock = () => (process.cpuUsage().user / 1e6).toFixed(0)
process.stdout.write(`${sources.map(({ name }) => name)}; ${texts.length} texts, ${common.words.length} common words\n`)
judge(0, '')
let [lostFinding, lostTelling] = [0, 0]
for (let batch = 1; batch <= batches; batch++) {
  const drawn = weighted(sources, ({ weight }) => weight, rng).draw(rng)
  const rate = Number(args.rate) * Math.min(1, batch / 50, 1.25 - batch / batches)
  const { found, told } = learn(drawn, rng, rate)
  lostFinding += found / EVERY
  lostTelling += told / EVERY
  if (batch % EVERY) continue
  judge(batch, `loss ${lostFinding.toFixed(3)} ${lostTelling.toFixed(3)}`)
  ;[lostFinding, lostTelling] = [0, 0]
}

/** Sixteen bits a weight, with the scale of the largest. */
function packed(weights: Float64Array) {
  const step = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / 32767
  const values = Int16Array.from(weights, (w) => Math.round(w / step))
  return { step, values: Buffer.from(values.buffer).toString('base64') }
}
mkdirSync(join(args.out, '..'), { recursive: true })
writeFileSync(
  args.out,
  `${JSON.stringify({
    made: {
      command: 'npx tsx scripts/summary/train.ts DIR',
      data: sources.map(({ name, weight }) => `${name}: weight ${weight}`),
      seed,
      batches,
      validation: `recall@5 of spans: ${best.figures}`,
    },
    id: `summary-${createHash('sha256')
      .update(JSON.stringify([packed(best.span), packed(best.question)]))
      .digest('hex')
      .slice(0, 8)}`,
    embedder: embedder.id,
    dimension: embedder.dimension,
    span: packed(best.span),
    question: packed(best.question),
    common: {
      words: Buffer.from(common.words.buffer).toString('base64'),
      rarities: Buffer.from(common.rarities).toString('base64'),
    },
  })}\n`,
)
