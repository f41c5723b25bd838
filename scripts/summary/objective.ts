/**
 * What the summariser is taught by, as losses with their slopes:
 *
 *   retrieval       of all spans of a batch, a question q points at those that answer it
 *                   L = -1/|P| sum_{p in P} log softmax_p(q . z / T)          (in-batch contrast, van den Oord et al. 2018)
 *   reconstruction  of all words of a batch, a span's vector tells the words that it holds
 *                   L = -1/|H| sum_{w in H} log softmax_w(z . (D u_w + c r_w))   D: decoder, u and r: pieces.ts
 */
import { addOwn, type Pieces } from '../../src/memory/summary/pieces.ts'

export const TEMPERATURE = 0.07

export type Lesson = { loss: number; slopes: Float64Array[] }

/** Slopes at each question; those at the spans are added to `dSpans`. `positive`: numbers of spans, for each question. */
export function retrieval(
  questions: readonly Float32Array[],
  spans: readonly Float32Array[],
  positive: readonly number[][],
  dSpans: Float64Array[],
): Lesson {
  let loss = 0
  const share = 1 / Math.max(1, questions.length)
  const slopes = questions.map((question, q) => {
    const scores = spans.map((span) => dot(question, span) / TEMPERATURE)
    const chances = softmax(scores)
    const slope = new Float64Array(question.length)
    const wanted = positive[q]!
    for (const p of wanted) loss -= (share / wanted.length) * Math.log(chances[p]! + 1e-12)
    spans.forEach((span, s) => {
      const d = (share / TEMPERATURE) * (chances[s]! - (wanted.includes(s) ? 1 / wanted.length : 0))
      for (let j = 0; j < slope.length; j++) {
        slope[j]! += d * span[j]!
        dSpans[s]![j]! += d * question[j]!
      }
    })
    return slope
  })
  return { loss, slopes }
}

/** Words of a batch: a direction each, and its own one; and which of them each span holds. */
export type Words = { units: Float32Array[]; owns: Float32Array[]; held: number[][] }

/** Up to `most` different words of each span, the first of them that are not too common. */
export function wordsOf(spans: readonly Pieces[], dimension: number, most: number, choose: (count: number) => number): Words {
  const at = new Map<number, number>()
  const words: Words = { units: [], owns: [], held: [] }
  for (const { count, units, words: hashes } of spans) {
    const held = new Set<number>()
    for (let tries = 0; tries < 4 * most && held.size < Math.min(most, count); tries++) {
      const i = choose(count)
      const hash = hashes[i]!
      let place = at.get(hash)
      if (place === undefined) {
        place = words.units.length
        at.set(hash, place)
        words.units.push(units.slice(i * dimension, (i + 1) * dimension))
        const own = new Float32Array(dimension)
        addOwn(hash, 1, own)
        words.owns.push(own)
      }
      held.add(place)
    }
    words.held.push([...held])
  }
  // A word that was drawn for one span may stand in another too.
  words.held = spans.map(({ words: hashes }, s) => [...new Set([...words.held[s]!, ...[...hashes].flatMap((hash) => at.get(hash) ?? [])])])
  return words
}

/** The decoder: D (dimension x dimension) and, last, c. */
export const decoderSize = (dimension: number) => dimension * dimension + 1
export function newDecoder(dimension: number): Float64Array {
  const weights = new Float64Array(decoderSize(dimension))
  for (let j = 0; j < dimension; j++) weights[j * dimension + j] = 8
  weights[dimension * dimension] = 2
  return weights
}

/** Slopes at each span; those of the decoder are added to `dDecoder`. `weight` scales both. */
export function reconstruction(
  spans: readonly Float32Array[],
  words: Words,
  decoder: Float64Array,
  dDecoder: Float64Array,
  weight: number,
): Lesson & { scores: Float64Array[] } {
  const size = spans[0]?.length ?? 0
  const keys = words.units.map((unit, w) => decoded(decoder, unit, words.owns[w]!))
  const dKeys = keys.map(() => new Float64Array(size))
  const share = weight / Math.max(1, spans.length)
  let loss = 0
  const all: Float64Array[] = []
  const slopes = spans.map((span, s) => {
    const slope = new Float64Array(size)
    const held = words.held[s]!
    const scores = Float64Array.from(keys, (key) => dot(span, key))
    all.push(scores)
    if (held.length === 0) return slope
    const chances = softmax([...scores])
    const isHeld = new Set(held)
    for (const w of held) loss -= (share / held.length) * Math.log(chances[w]! + 1e-12)
    keys.forEach((key, w) => {
      const d = share * (chances[w]! - (isHeld.has(w) ? 1 / held.length : 0))
      if (Math.abs(d) < 1e-8) return
      for (let j = 0; j < size; j++) {
        slope[j]! += d * key[j]!
        dKeys[w]![j]! += d * span[j]!
      }
    })
    return slope
  })
  dKeys.forEach((dKey, w) => {
    const [unit, own] = [words.units[w]!, words.owns[w]!]
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) dDecoder[i * size + j]! += dKey[i]! * unit[j]!
      dDecoder[size * size]! += dKey[i]! * own[i]!
    }
  })
  return { loss, slopes, scores: all }
}

function decoded(decoder: Float64Array, unit: Float32Array, own: Float32Array): Float64Array {
  const size = unit.length
  const key = new Float64Array(size)
  const share = decoder[size * size]!
  for (let i = 0; i < size; i++) {
    let sum = share * own[i]!
    for (let j = 0; j < size; j++) sum += decoder[i * size + j]! * unit[j]!
    key[i] = sum
  }
  return key
}

type Numbers = { readonly length: number; readonly [at: number]: number }
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
function softmax(scores: number[]): number[] {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const exp = scores.map((score) => Math.exp(score - most))
  const total = exp.reduce((a, b) => a + b, 0)
  return exp.map((value) => value / total)
}
