/**
 * Trains the marks of a wish (src/studio/marks): npx tsx scripts/wish/train.ts [--judge]
 *
 * A conditional random field by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer 2011) on the wishes of
 * corpus/, some of them with their letters changed as people write them (no capitals, no stops). `--judge` learns of
 * four fifths and prints what is found of the rest; without it all are learned and the weights written.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CONCEPTS, mentions } from '../../src/base/concepts/index.ts'
import { read } from '../../src/base/language/read.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { LANGUAGES } from '../../src/spec.ts'
import { askedFor } from '../../src/studio/frame/kinds.ts'
import { frameOf } from '../../src/studio/frame/read.ts'
import { beliefs, best, type Chain, emissions } from '../../src/studio/marks/chain.ts'
import { BUCKETS, featuresOf } from '../../src/studio/marks/features.ts'
import { KIND_BUCKETS, KINDS, KINDS_PATH, type KindWeights, kindChances, kindFeatures } from '../../src/studio/marks/kinds.ts'
import { begins, FIRST, FOLLOWS, goesOn, LABELS, ROLES } from '../../src/studio/marks/labels.ts'
import { spansOf, WEIGHTS_PATH } from '../../src/studio/marks/marks.ts'
import { type Piece, piecesOf } from '../../src/studio/marks/pieces.ts'
import { qualityOf } from '../../src/studio/marks/quality.ts'
import { ruledIn } from '../../src/studio/marks/ruled.ts'
import { PARTS } from '../../src/studio/rules/parts.ts'
import { type Wish, wishes } from './corpus.ts'

const here = dirname(fileURLToPath(import.meta.url))
const NOW = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
const CURRENCY = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const
const EPOCHS = 12
const RATE = 0.1
/** What the steps are damped by at first. */
const START = 1
/** Of the squared weights, a step of one wish. */
const DECAY = 0.02
const SEED = 11
const KIND_EPOCHS = 20
const KIND_RATE = 0.2
const KIND_DECAY = 0.003

type Known = { features: number[]; kind: number; guess: string }
type Example = { wish: Wish; pieces: Piece[]; features: number[][]; labels: number[]; qualities: Known[] }

function exampleOf(wish: Wish): Example {
  const { language } = wish
  const reading = read(wish.text, { now: NOW, language, currency: CURRENCY[language] })
  const pieces = piecesOf(reading.text)
  const meant = mentions(reading)
  const frame = frameOf(reading, { now: NOW, currency: CURRENCY[language], people: [], mentions: meant }, false)
  const features = featuresOf(reading, pieces, meant, ruledIn(frame))
  const seen = new Set<unknown>()
  const labels = pieces.map(({ start, end }) => {
    const mark = wish.marks.find((one) => one.start < end && one.end > start)
    if (!mark) return 0
    const label = seen.has(mark) ? goesOn(mark.role) : begins(mark.role)
    seen.add(mark)
    return label
  })
  const qualities = wish.marks.flatMap((mark) => {
    const kind = KINDS.indexOf((mark.kind === 'choices' ? 'choice' : mark.kind) as (typeof KINDS)[number])
    if (mark.role !== 'field' || kind < 0) return []
    const asked = askedFor(wish.text.slice(mark.start, mark.end), mark.start, frame)
    // The options of a field stand after it, and before the next.
    const next = wish.marks.find((one) => one.role === 'field' && one.start > mark.start)?.start ?? wish.text.length
    const options = wish.marks
      .filter((one) => one.role === 'option' && one.start > mark.start && one.start < next)
      .map(({ start, end }) => wish.text.slice(start, end))
    const quality = qualityOf({ ...asked, ...(options.length && { options }) }, mark.start, mark.end, frame)
    return [{ features: kindFeatures(quality), kind, guess: quality.guess }]
  })
  return { wish, pieces, features, labels, qualities }
}

function train(examples: readonly Example[], rng: Rng): Chain {
  const emission = new Float32Array(BUCKETS * LABELS)
  const transition = new Float32Array(LABELS * LABELS)
  const squares = new Float32Array(emission.length).fill(START)
  const squaresOf = new Float32Array(transition.length).fill(START)
  const chain: Chain = { labels: LABELS, emission, scale: 1, transition, first: FIRST, follows: FOLLOWS }
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (const at of order) loss += step(chain, examples[at]!, emission, transition, squares, squaresOf)
    process.stderr.write(`epoch ${epoch + 1}: ${(loss / examples.length).toFixed(3)} nats a wish\n`)
  }
  return chain
}

function step(
  chain: Chain,
  { features, labels }: Example,
  emission: Float32Array,
  transition: Float32Array,
  squares: Float32Array,
  squaresOf: Float32Array,
): number {
  const scores = emissions(chain, features)
  const { marginals, pairs, total } = beliefs(chain, scores, true)
  let said = 0
  const move = (weights: Float32Array, past: Float32Array, at: number, slope: number) => {
    const gradient = slope + DECAY * weights[at]!
    past[at]! += gradient * gradient
    weights[at]! -= (RATE * gradient) / Math.sqrt(past[at]!)
  }
  labels.forEach((label, i) => {
    said += scores[i * LABELS + label]!
    if (i) said += transition[labels[i - 1]! * LABELS + label]!
  })
  labels.forEach((label, i) => {
    for (let one = 0; one < LABELS; one++) {
      const slope = marginals[i * LABELS + one]! - (one === label ? 1 : 0)
      if (Math.abs(slope) > 1e-4) for (const bucket of features[i]!) move(emission, squares, bucket * LABELS + one, slope)
    }
    if (!i) return
    for (let at = 0; at < LABELS * LABELS; at++) {
      const slope = pairs[(i - 1) * LABELS * LABELS + at]! - (at === labels[i - 1]! * LABELS + label ? 1 : 0)
      if (Math.abs(slope) > 1e-4) move(transition, squaresOf, at, slope)
    }
  })
  return total - said
}

function eightBits(weights: Float32Array): { scale: number; small: Int8Array } {
  const scale = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0) / 127
  return { scale, small: Int8Array.from(weights, (weight) => Math.round(weight / scale)) }
}

/** The weights as marks.ts reads them: emissions in 8 bits. */
function packed({ emission, transition }: Chain): Buffer {
  const { scale, small } = eightBits(emission as Float32Array)
  return Buffer.concat([Buffer.from(Float32Array.of(...(transition as Float32Array), scale).buffer), Buffer.from(small.buffer)])
}

const SAME: Record<string, string> = {
  qty: 'quantity',
  num: 'number',
  int: 'number',
  year: 'number',
  percent: 'number',
  mood: 'rating',
  choices: 'choice',
}

/** What the rules and the ontology know by name, as if nobody knew it: the letters of it are to be learned. */
function known(): Known[] {
  const named = [
    ...PARTS.flatMap(({ kind, words }) => LANGUAGES.flatMap((language) => words[language].map((label) => ({ language, label, kind })))),
    ...CONCEPTS.flatMap(({ field, forms }) =>
      field ? LANGUAGES.flatMap((language) => forms[language].map((label) => ({ language, label, kind: field.kind as string }))) : [],
    ),
  ]
  return named.flatMap(({ language, label, kind }) => {
    const head = kind.split(/[:=+]/)[0]!
    const at = KINDS.indexOf((SAME[head] ?? head) as (typeof KINDS)[number])
    const quality = { language, label, before: '', after: '', guess: 'text', concepts: [], known: false, options: false }
    return at < 0 ? [] : [{ features: kindFeatures(quality), kind: at, guess: 'text' }]
  })
}

/** Logistic regression for the kinds, with the same steps. */
function trainKinds(examples: readonly Example[], rng: Rng): KindWeights {
  const weights = new Float32Array(KIND_BUCKETS * KINDS.length)
  const squares = new Float32Array(weights.length).fill(START)
  const told = examples.flatMap(({ qualities }) => qualities)
  const all = [...told, ...told, ...known()]
  for (let step = 0; step < all.length * KIND_EPOCHS; step++) {
    const { features, kind } = all[Math.floor(rng.next() * all.length)]!
    const chances = kindChances(features, { scale: 1, weights })
    chances.forEach((chance, k) => {
      const slope = chance - (k === kind ? 1 : 0)
      if (Math.abs(slope) < 1e-3) return
      for (const bucket of features) {
        const at = bucket * KINDS.length + k
        const gradient = slope + KIND_DECAY * weights[at]!
        squares[at]! += gradient * gradient
        weights[at]! -= (KIND_RATE * gradient) / Math.sqrt(squares[at]!)
      }
    })
  }
  return { scale: 1, weights }
}

const COARSE: Record<string, string> = {
  note: 'text',
  person: 'text',
  place: 'text',
  link: 'text',
  choice: 'text',
  quantity: 'number',
  rating: 'number',
  datetime: 'date',
}
const coarse = (kind: string): string => COARSE[kind] ?? kind

function judgeKinds(weights: KindWeights, examples: readonly Example[]) {
  for (const language of LANGUAGES) {
    const own = examples.flatMap((one) => (one.wish.language === language ? one.qualities : []))
    // Words are words: a note that is a text takes what is said all the same.
    const right = own.filter(({ features, kind }) => {
      const chances = kindChances(features, weights)
      return coarse(KINDS[chances.indexOf(Math.max(...chances))]!) === coarse(KINDS[kind]!)
    }).length
    const ruled = own.filter(({ guess, kind }) => coarse(SAME[guess] ?? guess) === coarse(KINDS[kind]!)).length
    console.log(
      `${language} kinds: ${((100 * right) / own.length).toFixed(0)} % of ${own.length} (the rules ${((100 * ruled) / own.length).toFixed(0)} %)`,
    )
  }
}

function packedKinds({ weights }: KindWeights): Buffer {
  const { scale, small } = eightBits(weights as Float32Array)
  return Buffer.concat([Buffer.from(Float32Array.of(scale).buffer), Buffer.from(small.buffer)])
}

/** Of each role: how many spans are found exactly, of those there are and of those that were marked. */
function judge(chain: Chain, examples: readonly Example[]) {
  for (const language of LANGUAGES) {
    const own = examples.filter(({ wish }) => wish.language === language)
    const rows = ROLES.map((role) => {
      let [right, said, there] = [0, 0, 0]
      for (const { features, pieces, labels } of own) {
        const found = spansOf(best(chain, emissions(chain, features)), pieces).filter((span) => span.role === role)
        const truth = spansOf(labels, pieces).filter((span) => span.role === role)
        right += found.filter((one) => truth.some((other) => one.start === other.start && one.end === other.end)).length
        said += found.length
        there += truth.length
      }
      return `${role} P ${((100 * right) / Math.max(1, said)).toFixed(0)} R ${((100 * right) / Math.max(1, there)).toFixed(0)} (${there})`
    })
    console.log(`${language} (${own.length}): ${rows.join('  ')}`)
  }
}

const all = LANGUAGES.flatMap((language) => wishes(join(here, 'corpus'), language, (error) => console.error(error.message)))
const examples = all.map(exampleOf)
if (process.argv.includes('--judge')) {
  const held = examples.filter((_, i) => i % 5 === 4)
  judgeKinds(
    trainKinds(
      examples.filter((_, i) => i % 5 !== 4),
      seeded(SEED),
    ),
    held,
  )
  judge(
    train(
      examples.filter((_, i) => i % 5 !== 4),
      seeded(SEED),
    ),
    held,
  )
} else {
  writeFileSync(join(here, '..', '..', WEIGHTS_PATH), packed(train(examples, seeded(SEED))))
  writeFileSync(join(here, '..', '..', KINDS_PATH), packedKinds(trainKinds(examples, seeded(SEED))))
}
