/**
 * Trains what is taken to be more than a spec can be (src/studio/reach): `npx tsx scripts/reach/train.ts [--seed N]`.
 *
 * Learns from corpus/beyond.txt (games, drawing, sound, simulation, things to move) against corpus/near.txt (the same
 * subjects, to keep records of) and the strangers' requests of bench/requests (blind*). Never seen: the own and the held
 * sets there, and test/studio/reach/beyond.txt. Both classes count alike; greatest likelihood with a penalty on the
 * squares, by Adam (Kingma & Ba, 2015). Five folds say how well it does.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { read } from '../../src/base/language/read.ts'
import { seeded } from '../../src/base/rng.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { packageRoot } from '../../src/root.ts'
import type { Language } from '../../src/spec.ts'
import { BEYOND, featuresOf } from '../../src/studio/reach/reach.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { requestsOf, type Said, saidIn } from './corpus.ts'

type Example = { x: number[]; beyond: boolean }
const PENALTY = 3e-4
const STEPS = 400
const RATE = 0.1
const FOLDS = 5

const embedder = builtinEmbedder()
if (!embedder.ok) throw new Error(embedder.error.message)
const { embedText } = embedder.value
const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const LOCALES: Record<Language, [string, string]> = {
  ...{ en: ['en-US', 'USD'], zh: ['zh-CN', 'CNY'] },
  ...{ ja: ['ja-JP', 'JPY'], ko: ['ko-KR', 'KRW'] },
}
function exampleOf({ language, text, beyond }: Said): Example {
  const [locale, currency] = LOCALES[language]
  const proposal = synthesise(read(text, { now, language, currency }), { now, locale, currency, before: [] })
  return { x: featuresOf(text, proposal, embedText(text)), beyond }
}

const scoreOf = (weights: Float64Array, x: number[]): number => {
  let sum = weights[x.length]!
  for (let j = 0; j < x.length; j++) sum += weights[j]! * x[j]!
  return 1 / (1 + Math.exp(-sum))
}

/** The last weight is the bias, which is not penalised. */
function learn(examples: Example[]): Float64Array {
  const size = examples[0]!.x.length
  const share = (beyond: boolean) => 0.5 / examples.filter((one) => one.beyond === beyond).length
  const [more, less] = [share(true), share(false)]
  const [weights, mean, square] = [0, 1, 2].map(() => new Float64Array(size + 1)) as [Float64Array, Float64Array, Float64Array]
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((value, j) => (j < size ? PENALTY * value : 0))
    for (const { x, beyond } of examples) {
      const off = (scoreOf(weights, x) - Number(beyond)) * (beyond ? more : less)
      for (let j = 0; j < size; j++) slope[j]! += off * x[j]!
      slope[size]! += off
    }
    for (let j = 0; j <= size; j++) {
      mean[j] = 0.9 * mean[j]! + 0.1 * slope[j]!
      square[j] = 0.999 * square[j]! + 0.001 * slope[j]! ** 2
      weights[j]! -= (RATE * (mean[j]! / (1 - 0.9 ** step))) / (Math.sqrt(square[j]! / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return weights
}

const { values } = parseArgs({ options: { seed: { type: 'string', default: '5' } } })
const here = join(packageRoot(), 'scripts', 'reach', 'corpus')
const said = [
  ...saidIn(join(here, 'beyond.txt'), true),
  ...saidIn(join(here, 'near.txt'), false),
  ...requestsOf((set) => set.startsWith('blind')),
]
const examples = said.map(exampleOf)
const rng = seeded(Number(values.seed))
const folds = examples.map(() => Math.floor(rng.next() * FOLDS))
const foretold = new Map<Example, boolean>()
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = learn(examples.filter((_, at) => folds[at] !== fold))
  for (const one of examples.filter((_, at) => folds[at] === fold)) foretold.set(one, scoreOf(weights, one.x) > BEYOND)
}
const shareOf = (beyond: boolean) => {
  const all = examples.filter((one) => one.beyond === beyond)
  return `${all.filter((one) => foretold.get(one)).length} of ${all.length}`
}
const heldOut = `taken for more in ${FOLDS} folds: ${shareOf(true)} that are, ${shareOf(false)} that are not`
console.log(heldOut)
const weights = learn(examples)
const rounded = [...weights].map((value) => Math.round(value * 1000) / 1000)
const made = {
  made: `npx tsx scripts/reach/train.ts --seed ${values.seed}`,
  data: 'scripts/reach/corpus, bench/requests/data/blind*',
  ...{ embedder: embedder.value.id, examples: examples.length, heldOut },
  ...{ bias: rounded.at(-1), weights: rounded.slice(0, -1) },
}
writeFileSync(join(packageRoot(), 'src', 'studio', 'reach', 'weights.json'), `${JSON.stringify(made)}\n`)
