/**
 * Summaries of spans against simpler ones of the same size: `macaron bench summaries DIR [--json]`, DIR with retrieval
 * sets. The validation part alone is asked (scripts/summary/data.ts says which that is). Every method makes one vector of
 * as many numbers of a span, and one of a question. Prints
 *
 *   recall@k   mean over questions of the share of the spans with evidence among the first k of their memory
 *   words      told from the vector alone, by a decoder fitted to that method on the train part: which words of a batch
 *              the span holds. Error in nats a word, and the share of the held among as many told first
 */

import { type Held, readSources, type Source, type Span } from '../../scripts/summary/data.ts'
import { Adam } from '../../scripts/summary/network.ts'
import { decoderSize, dot, newDecoder, reconstruction, wordsOf } from '../../scripts/summary/objective.ts'
import { seeded } from '../../src/base/rng.ts'
import { builtinEmbedder, type StaticEmbedder } from '../../src/memory/embed/builtin.ts'
import { normalise } from '../../src/memory/embed/types.ts'
import { cut, type Pieces } from '../../src/memory/summary/pieces.ts'
import { type Summariser, summariser } from '../../src/memory/summary/weights.ts'
import { table } from '../index.ts'

const SEED = 3
const DEPTHS = [1, 5, 10]
/** Batches that a decoder is fitted on. */
const FITTED = 150
const WORDS = 16
/** Spans of one reconstruction. */
const TOGETHER = 40
/** Words of a span that truncation keeps. */
const FIRST = 12

type Method = { name: string; span(texts: Span): Float32Array; question(text: string): Float32Array }

function methodsOf(embedder: StaticEmbedder, model: Summariser): Method[] {
  const plain = (text: string) => embedder.embedText(text)
  const byRarity = (texts: Span) => pooled(model.read(texts), embedder.dimension, ({ traits }, i, width) => traits[i * width + 1]!)
  return [
    { name: 'mean of the turns', span: (texts) => meanOf(texts.map(plain)), question: plain },
    { name: 'the embedder over all of it', span: (texts) => plain(texts.join('\n')), question: plain },
    { name: `the first ${FIRST} words`, span: (texts) => plain(firstOf(texts)), question: plain },
    { name: 'words weighed by rarity', span: byRarity, question: (text) => byRarity([text]) },
    { name: 'summary', span: (texts) => model.span(model.read(texts)).vector, question: model.question },
  ]
}

function meanOf(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length)
  for (const vector of vectors) for (let j = 0; j < sum.length; j++) sum[j]! += vector[j]!
  return normalise(sum)
}

const firstOf = (texts: Span) =>
  texts
    .flatMap((text) => cut(text))
    .slice(0, FIRST)
    .map(({ text }) => text)
    .join(' ')

function pooled(pieces: Pieces, dimension: number, weigh: (pieces: Pieces, i: number, width: number) => number): Float32Array {
  const width = pieces.traits.length / Math.max(1, pieces.count)
  const sum = new Float32Array(dimension)
  for (let i = 0; i < pieces.count; i++) {
    const weight = weigh(pieces, i, width)
    for (let j = 0; j < dimension; j++) sum[j]! += weight * pieces.units[i * dimension + j]!
  }
  return normalise(sum)
}

type Figures = {
  dimension: number
  milliseconds: number
  methods: { name: string; parts: ReturnType<typeof partOf>[]; words: { error: number; told: number } }[]
}

export async function run(args: string[]): Promise<{ table: string; value: Figures }> {
  const folder = args.find((arg) => !arg.startsWith('--'))
  if (!folder) throw new Error('usage: macaron bench summaries DIR [--json]')
  const opened = builtinEmbedder()
  if (!opened.ok) throw new Error(opened.error.message)
  const model = summariser(opened.value)
  if (!model) throw new Error('The summariser was trained with another embedder.')
  const { sources, held } = readSources(folder, seeded(SEED))
  const methods = methodsOf(opened.value, model)
  const value = {
    dimension: opened.value.dimension,
    milliseconds: took(model, held),
    methods: methods.map((method) => ({
      name: method.name,
      parts: held.map((part) => partOf(part, method)),
      words: told(method, model, sources, held),
    })),
  }
  return { value, table: shown(value) }
}

/** Milliseconds a span, reading included: the mean over the validation part, once warm. */
function took(model: Summariser, held: Held[]): number {
  const spans = held.flatMap(({ memories }) => memories.slice(0, 20).flatMap(({ spans }) => spans)).slice(0, 1500)
  for (const span of spans.slice(0, 100)) model.span(model.read(span))
  const from = process.cpuUsage().user
  for (const span of spans) model.span(model.read(span))
  return Number(((process.cpuUsage().user - from) / 1000 / spans.length).toFixed(3))
}

function partOf({ name, memories }: Held, method: Method) {
  const shares = memories.flatMap(({ spans, questions }) => {
    const vectors = spans.map(method.span)
    return questions.map(({ text, spans: wanted }) => {
      const question = method.question(text)
      const order = vectors.map((vector, i) => ({ i, score: dot(vector, question) })).sort((a, b) => b.score - a.score)
      return DEPTHS.map((k) => order.slice(0, k).filter(({ i }) => wanted.includes(i)).length / wanted.length)
    })
  })
  return {
    name,
    questions: shares.length,
    recall: Object.fromEntries(DEPTHS.map((k, i) => [k, mean(shares.map((share) => share[i]!))])),
  }
}

/** How much of a span's words its vector tells, all parts of the validation together. */
function told(method: Method, model: Summariser, sources: Source[], held: Held[]) {
  const rng = seeded(SEED)
  const dimension = method.question('').length
  const words = (spans: Span[]) => wordsOf(spans.map(model.read), dimension, WORDS, (count) => Math.floor(rng.next() * count))
  const decoder = newDecoder(dimension)
  const slope = new Float64Array(decoderSize(dimension))
  const adam = new Adam(decoder, 0)
  for (let batch = 0; batch < FITTED; batch++) {
    const { spans } = sources[batch % sources.length]!.draw(rng)
    reconstruction(spans.map(method.span), words(spans), decoder, slope, 1)
    adam.step(decoder, slope, () => 0.02)
  }
  const errors: number[] = []
  const shares: number[] = []
  for (const { memories } of held) {
    const spans = memories.slice(0, 25).flatMap(({ spans }) => spans.slice(0, TOGETHER))
    for (let at = 0; at + TOGETHER <= spans.length; at += TOGETHER) {
      const some = spans.slice(at, at + TOGETHER)
      const asked = words(some)
      const { loss, scores } = reconstruction(some.map(method.span), asked, decoder, slope, 1)
      errors.push(loss)
      scores.forEach((score, s) => {
        const held = new Set(asked.held[s]!)
        const first = [...score.keys()].sort((a, b) => score[b]! - score[a]!).slice(0, held.size)
        if (held.size) shares.push(first.filter((w) => held.has(w)).length / held.size)
      })
    }
  }
  return { error: Number(mean(errors).toFixed(3)), told: mean(shares) }
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

function shown({ methods, dimension, milliseconds }: Figures): string {
  const percent = (share: number) => (100 * share).toFixed(1)
  const head = ['one vector of a span', ...methods[0]!.parts.map(({ name, questions }) => `${name} (${questions})`)]
  const rows = methods.map(({ name, parts, words }) => [
    name,
    ...parts.map(({ recall }) => DEPTHS.map((k) => percent(recall[k]!)).join(' / ')),
    words.error,
    percent(words.told),
  ])
  return `${table([...head, 'error, nats a word', 'words told, %'], rows)}\n\n${dimension} numbers a vector; recall@${DEPTHS.join(' / ')}; ${milliseconds} ms a span.`
}
