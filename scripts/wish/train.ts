/**
 * Trains the marks of a wish (src/studio/marks): npx tsx scripts/wish/train.ts [--judge | --kinds]
 *
 * A semi-Markov conditional random field by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer 2011) on the wishes of
 * corpus/, some of them with their letters changed as people write them (no capitals, no stops). `--judge` learns of
 * four fifths and prints what is found of the rest; without it all are learned and the weights written; `--kinds` learns and writes the kinds of
 * qualities alone, which takes a minute.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CONCEPTS, mentions } from '../../src/base/concepts/index.ts'
import { chancesOf, type Hashed, packed } from '../../src/base/hashed.ts'
import { read } from '../../src/base/language/read.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'
import { askedFor } from '../../src/studio/frame/kinds.ts'
import { frameOf } from '../../src/studio/frame/read.ts'
import { BUCKETS } from '../../src/studio/marks/features.ts'
import { KIND_BUCKETS, KINDS, KINDS_PATH, kindFeatures } from '../../src/studio/marks/kinds.ts'
import { ROLES } from '../../src/studio/marks/labels.ts'
import { latticeOf } from '../../src/studio/marks/lattice.ts'
import { WEIGHTS_PATH } from '../../src/studio/marks/marks.ts'
import { qualityOf } from '../../src/studio/marks/quality.ts'
import { ruledIn } from '../../src/studio/marks/ruled.ts'
import { beliefs, best, type Lattice, scoresOf } from '../../src/studio/marks/segments.ts'
import { PARTS } from '../../src/studio/rules/parts.ts'
import { apps } from '../entry/corpus.ts'
import { train as trainHashed } from '../hashed.ts'
import { keptApps } from '../mend/corpus.ts'
import { fieldNames, type Wish, wishes } from './corpus.ts'

const here = dirname(fileURLToPath(import.meta.url))
const NOW = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
const CURRENCY = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const
const EPOCHS = 14
/** The last epochs whose weights are averaged (Polyak and Juditsky 1992): what one of them learned by chance weighs less. */
const AVERAGED = 7
const RATE = 0.1
/** What the steps are damped by at first. */
const START = 1
/** Of the squared weights, a step of one wish. */
const DECAY = 0.003
/** The share of what a wish shows that a step of it does not see. */
const DROPPED = 0.4
const SEED = 11

type Known = { features: number[]; kind: number; guess: string }
/** `truth`: the stretches that were marked, [stretch, role]. */
type Example = { wish: Wish; lattice: Lattice; truth: [number, number][]; qualities: Known[] }
const R = ROLES.length

function exampleOf(wish: Wish): Example {
  const { language } = wish
  const reading = read(wish.text, { now: NOW, language, currency: CURRENCY[language] })
  const meant = mentions(reading)
  const frame = frameOf(reading, { now: NOW, currency: CURRENCY[language], people: [], mentions: meant }, null)
  const { lattice, pieces } = latticeOf(reading, meant, ruledIn(frame))
  const first = wish.marks.findIndex((one) => one.role === 'topic')
  const truth = wish.marks.flatMap((mark, nth): [number, number][] => {
    // A wish has one topic.
    if (mark.role === 'topic' && nth !== first) return []
    const from = pieces.findIndex((one) => one.start === mark.start)
    const to = pieces.findIndex((one) => one.end === mark.end) + 1
    const at = lattice.stretches.findIndex((one) => one.from === from && one.to === to)
    if (at < 0) process.stderr.write(`out of reach: ${language} ${wish.text.slice(mark.start, mark.end)}\n`)
    return at < 0 ? [] : [[at, ROLES.indexOf(mark.role)]]
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
  return { wish, lattice, truth, qualities }
}

/** Weights [buckets, R]. */
function train(examples: readonly Example[], rng: Rng): Float32Array {
  const weights = new Float32Array(BUCKETS * R)
  const squares = new Float32Array(weights.length).fill(START)
  const order = examples.map((_, i) => i)
  const sum = new Float32Array(weights.length)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (const at of order) loss += step(thinned(examples[at]!, rng), weights, squares)
    process.stderr.write(`epoch ${epoch + 1}: ${(loss / examples.length).toFixed(3)} nats a wish\n`)
    if (epoch >= EPOCHS - AVERAGED) for (let i = 0; i < sum.length; i++) sum[i]! += weights[i]!
  }
  return sum.map((weight) => (weight / AVERAGED) * (1 - DROPPED))
}

/** Without a share of what it shows, another each time: no single sign shall carry a decision (Srivastava et al. 2014). */
function thinned(example: Example, rng: Rng): Example {
  const salt = Math.floor(rng.next() * 0x7fffffff)
  const kept = (buckets: readonly number[]) =>
    buckets.filter((bucket) => {
      const hash = Math.imul(bucket ^ salt, 0x9e3779b1)
      return ((hash ^ (hash >>> 15)) >>> 8) % 1000 >= DROPPED * 1000
    })
  const { lattice } = example
  return {
    ...example,
    lattice: {
      pieces: lattice.pieces.map(kept),
      stretches: lattice.stretches.map((one) => ({ ...one, features: kept(one.features) })),
      links: lattice.links.map((lasts) => lasts.map(kept)),
      ends: kept(lattice.ends),
    },
  }
}

/** One step against -log p(truth); what it was. */
function step({ lattice, truth }: Example, weights: Float32Array, squares: Float32Array): number {
  const scores = scoresOf(lattice, { weights, scale: 1 })
  const found = beliefs(lattice, scores)
  const move = (buckets: readonly number[], role: number, slope: number) => {
    if (Math.abs(slope) < 1e-4) return
    for (const bucket of buckets) {
      const at = bucket * R + role
      const gradient = slope + DECAY * weights[at]!
      squares[at]! += gradient * gradient
      weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!)
    }
  }
  let said = 0
  let last = 0
  let named = false
  for (const [at, role] of truth) {
    const { from, to } = lattice.stretches[at]!
    const link = (from * (1 + R) + last) * R + role
    said += scores.stretch[at * R + role]! + scores.link[link]!
    found.stretch[at * R + role]! -= 1
    found.link[link]! -= 1
    for (let i = from; i < to; i++) found.piece[i * R + role]! -= 1
    last = 1 + role
    named ||= ROLES[role] === 'topic'
  }
  if (named) said += scores.end
  lattice.stretches.forEach(({ features }, at) => {
    for (let role = 0; role < R; role++) move(features, role, found.stretch[at * R + role]!)
  })
  lattice.pieces.forEach((features, i) => {
    for (let role = 0; role < R; role++) move(features, role, found.piece[i * R + role]!)
  })
  lattice.links.forEach((lasts, i) => {
    lasts.forEach((features, at) => {
      for (let role = 0; role < R; role++) move(features, role, found.link[(i * (1 + R) + at) * R + role]!)
    })
  })
  move(lattice.ends, 0, found.end - (named ? 1 : 0))
  return found.total - said
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

/** What the people of the other corpora call their fields; those with options are told by these. */
const calledIn = (language: Language): { kind: string; label: string }[] =>
  [...apps(language, join(here, '..', 'entry', 'corpus')), ...keptApps(language, join(here, '..', 'mend', 'corpus'))].flatMap(
    ({ fields }) => fields.flatMap((field) => ('options' in field ? [] : [{ kind: field.kind, label: field.label }])),
  )

/** What is known by name, to the rules, the ontology, the lists of corpus/fields and other apps, as if nobody knew it: the letters of it are to be learned. */
function known(): Known[] {
  const named = [
    ...PARTS.flatMap(({ kind, words }) => LANGUAGES.flatMap((language) => words[language].map((label) => ({ language, label, kind })))),
    ...CONCEPTS.flatMap(({ field, forms }) =>
      field ? LANGUAGES.flatMap((language) => forms[language].map((label) => ({ language, label, kind: field.kind as string }))) : [],
    ),
  ].map((one) => ({ ...one, guess: 'text', concepts: [], known: false }))
  const listed = LANGUAGES.flatMap((language) =>
    [...fieldNames(join(here, 'corpus'), language), ...calledIn(language)].map(({ kind, label }) => {
      const reading = read(label, { now: NOW, language, currency: CURRENCY[language] })
      const frame = { language, reading, low: label.toLowerCase(), mentions: mentions(reading) }
      const { guess, concepts, known } = qualityOf(askedFor(label, 0, frame), 0, label.length, frame)
      return { language, label, kind, guess, concepts, known }
    }),
  )
  return [...named, ...listed].flatMap(({ kind, ...one }) => {
    const head = kind.split(/[:=+]/)[0]!
    const at = KINDS.indexOf((SAME[head] ?? head) as (typeof KINDS)[number])
    const quality = { ...one, before: '', after: '', options: false }
    return at < 0 ? [] : [{ features: kindFeatures(quality), kind: at, guess: one.guess }]
  })
}

const KIND_RATES = { epochs: 20, rate: 0.2, decay: 0.003 }
/** What was told counts twice beside what is known by name. */
function trainKinds(examples: readonly Example[], rng: Rng): Hashed {
  const told = examples.flatMap(({ qualities }) => qualities)
  const all = [...told, ...told, ...known()].map(({ features, kind }) => ({ features, dense: null, class: kind, weight: 1 }))
  return { classes: KINDS.length, scale: 1, weights: trainHashed(all, KIND_BUCKETS, KINDS.length, KIND_RATES, rng) }
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

function judgeKinds(weights: Hashed, examples: readonly Example[]) {
  for (const language of LANGUAGES) {
    const own = examples.flatMap((one) => (one.wish.language === language ? one.qualities : []))
    // Words are words: a note that is a text takes what is said all the same.
    const right = own.filter(({ features, kind }) => {
      const chances = chancesOf(weights, features)
      return coarse(KINDS[chances.indexOf(Math.max(...chances))]!) === coarse(KINDS[kind]!)
    }).length
    const ruled = own.filter(({ guess, kind }) => coarse(SAME[guess] ?? guess) === coarse(KINDS[kind]!)).length
    console.log(
      `${language} kinds: ${((100 * right) / own.length).toFixed(0)} % of ${own.length} (the rules ${((100 * ruled) / own.length).toFixed(0)} %)`,
    )
  }
}

/** Of each role: how many spans are found exactly, of those there are and of those that were marked. */
function judge(weights: Float32Array, examples: readonly Example[]) {
  for (const language of LANGUAGES) {
    const own = examples.filter(({ wish }) => wish.language === language)
    const rows = ROLES.map((name, role) => {
      let [right, said, there] = [0, 0, 0]
      for (const { lattice, truth } of own) {
        const found = best(lattice, scoresOf(lattice, { weights, scale: 1 })).filter((one) => one.role === role)
        const marked = truth.filter((one) => one[1] === role)
        right += found.filter((one) => marked.some(([at]) => at === one.at)).length
        said += found.length
        there += marked.length
      }
      return `${name} P ${((100 * right) / Math.max(1, said)).toFixed(0)} R ${((100 * right) / Math.max(1, there)).toFixed(0)} (${there})`
    })
    console.log(`${language} (${own.length}): ${rows.join('  ')}`)
  }
}

const marked = (folder: string) =>
  LANGUAGES.flatMap((language) => wishes(join(here, folder), language, (error) => console.error(error.message))).map(exampleOf)
/** Qualities are asked for again when an app is changed (corpus/adding), in clauses of their own. */
const examples = [...marked('corpus'), ...marked(join('corpus', 'adding'))]
/** Wishes of which the kinds alone are learned: their marks moved nothing that was held out (docs/log.md). */
const further = marked(join('corpus', 'kinds'))
if (process.argv.includes('--judge')) {
  const held = examples.filter((_, i) => i % 5 === 4)
  judgeKinds(trainKinds([...examples.filter((_, i) => i % 5 !== 4), ...further], seeded(SEED)), held)
  judge(
    train(
      examples.filter((_, i) => i % 5 !== 4),
      seeded(SEED),
    ),
    held,
  )
} else {
  if (!process.argv.includes('--kinds')) writeFileSync(join(here, '..', '..', WEIGHTS_PATH), packed(train(examples, seeded(SEED))))
  writeFileSync(join(here, '..', '..', KINDS_PATH), packed(trainKinds([...examples, ...further], seeded(SEED)).weights as Float32Array))
}
