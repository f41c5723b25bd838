/**
 * Trains the built-in embedder: `npx tsx scripts/embedder/train.ts --data FOLDER --pairs FILE.tsv.gz ... --out FILE.bin`.
 * README.md beside this file says what goes into FOLDER. One thread, some minutes; the same seed and data give the same file.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { foldHan } from '../../src/base/language/han.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { bridgeKey, features } from '../../src/memory/embed/features.ts'
import { decodeWeights, encodeWeights, quantise, SPELLING } from '../../src/memory/embed/weights.ts'
import { Contrast, type Encoded } from './contrast.ts'
import { type Meaning, meanings } from './corpus/index.ts'
import type { Language } from './corpus/slots.ts'
import { type Pair, readEditor, readHanja, readHelp, readNames, readTsv } from './data.ts'
import { numbering, pick, weighted } from './draw.ts'

const { values: args } = parseArgs({
  options: {
    data: { type: 'string', default: '.' },
    pairs: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'multilingual.bin' },
    seed: { type: 'string', default: '1' },
    dimension: { type: 'string', default: '128' },
    rows: { type: 'string', default: '130000' },
    batches: { type: 'string', default: '4000' },
    batch: { type: 'string', default: '256' },
    rate: { type: 'string', default: '1' },
    dropout: { type: 'string', default: '0.15' },
    temperature: { type: 'string', default: '0.06' },
    sentences: { type: 'string', default: '24000' },
  },
})
const seed = Number(args.seed)
const dimension = Number(args.dimension)
const size = Number(args.batch)
const batches = Number(args.batches)
const rng = seeded(seed)

/** A source of pairs: how often a batch is drawn from it, and how. Pairs of one meaning carry one number. */
type Source = { name: string; share: number; texts: number; draw(rng: Rng): { a: string; b: string; meaning: number }[] }

function ofPairs(name: string, share: number, pairs: Pair[]): Source {
  const number = numbering()
  return {
    name,
    share: pairs.length > 0 ? share : 0,
    texts: pairs.length,
    draw: (rng) =>
      Array.from({ length: size }, () => {
        const pair = pick(pairs, rng)
        const turned = rng.next() < 0.5
        return { a: pair[turned ? 1 : 0], b: pair[turned ? 0 : 1], meaning: number(pair[0]) }
      }),
  }
}

/** How often a pair of languages is drawn: Korean most, since it starts with least. */
const WAYS: [Language, Language, number][] = [
  ['en', 'ja', 5],
  ['en', 'zh', 5],
  ['en', 'ko', 6],
  ['zh', 'ja', 2],
  ['zh', 'ko', 3],
  ['ja', 'ko', 3],
  ['en', 'en', 1],
  ['zh', 'zh', 1],
  ['ja', 'ja', 1],
  ['ko', 'ko', 1],
]

/** Half of the batches hold one domain only, so that what tells its sentences apart is learned. */
function ofCorpus(share: number, corpus: Meaning[]): Source {
  const names = [...new Set(corpus.map(({ domain }) => domain))]
  const domains = names.map((name) => corpus.filter(({ domain }) => domain === name)).filter((list) => list.length > size)
  return {
    name: 'corpus',
    share: corpus.length > 0 ? share : 0,
    texts: corpus.length,
    draw(rng) {
      const from = domains.length === 0 || rng.next() < 0.5 ? corpus : pick(domains, rng)
      return Array.from({ length: size }, () => {
        const { said, number } = pick(from, rng)
        const [left, right] = weighted(WAYS, ([, , share]) => share, rng)
        const turned = rng.next() < 0.5
        const first = Math.floor(rng.next() * said.en.length)
        // Across languages mostly the same way of saying it.
        const second = left !== right && rng.next() < 0.6 ? first : Math.floor(rng.next() * said.en.length)
        return { a: said[turned ? right : left][first]!, b: said[turned ? left : right][second]!, meaning: number }
      })
    },
  }
}

const clock = () => process.cpuUsage().user / 1e6
const tsv = args.pairs.map((path): [string, Pair[]] => [basename(path), readTsv(path)])
const corpus = meanings(Number(args.sentences), seeded(seed + 1))
const sources = [
  ofCorpus(0.55, corpus),
  ...tsv.map(([name, pairs]) => ofPairs(name, 0.3 * (pairs.length / tsv.reduce((sum, [, list]) => sum + list.length, 0)), pairs)),
  ofPairs('names', 0.05, readNames(args.data)),
  ofPairs('editor', 0.05, readEditor(args.data)),
  ofPairs('help', 0.05, readHelp(args.data)),
]
for (const { name, texts } of sources) console.log(`${name}: ${texts}`)

/** Han strings of two to four characters in Chinese and Japanese texts, and how often. */
function hanCounts(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    if (/[가-힣]/.test(text)) continue
    for (const [run] of foldHan(text).matchAll(/\p{Script=Han}{2,}/gu))
      for (let length = 2; length <= 4; length++)
        for (let i = 0; i + length <= run.length; i++) counts.set(run.slice(i, i + length), (counts.get(run.slice(i, i + length)) ?? 0) + 1)
  }
  return counts
}

/** A plan of all batches first: what is drawn decides the vocabulary. */
const total = sources.reduce((sum, { share }) => sum + share, 0)
const plan = Array.from({ length: batches }, () => weighted(sources, ({ share }) => share, rng).draw(rng))
const texts = new Map<string, number>()
for (const batch of plan) for (const { a, b } of batch) for (const text of [a, b]) texts.set(text, (texts.get(text) ?? 0) + 1)
const hanja = readHanja(args.data, hanCounts(texts.keys()))
const bridge = (word: string) => hanja.get(word) ?? null
console.log(`${texts.size} different texts, ${hanja.size} bridged words`)

/** Features of at least two texts, the most frequent first. */
const found = new Map<number, number>()
for (const text of texts.keys()) {
  const own = new Set<number>()
  features(text, bridge, (hash) => own.add(hash))
  for (const hash of own) found.set(hash, (found.get(hash) ?? 0) + 1)
}
const kept = [...found].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1])
const vocabulary = kept.slice(0, Number(args.rows)).map(([hash]) => hash)
const rowOf = new Map(vocabulary.map((hash, row) => [hash, row]))
console.log(
  `${found.size} features, ${kept.length} of two texts or more, ${vocabulary.length} rows; the rarest in ${kept[vocabulary.length - 1]?.[1]}`,
)

const encoded = new Map<string, Encoded>()
function encode(text: string): Encoded {
  const known = encoded.get(text)
  if (known) return known
  const weights = new Map<number, number>()
  features(text, bridge, (hash, weight) => {
    const row = rowOf.get(hash)
    if (row !== undefined) weights.set(row, (weights.get(row) ?? 0) + weight)
  })
  const value = { rows: Uint32Array.from(weights.keys()), weights: Float32Array.from(weights.values()) }
  encoded.set(text, value)
  return value
}

const model = new Contrast(vocabulary.length, { dimension, temperature: Number(args.temperature), dropout: Number(args.dropout) }, rng)
/** Writes the rows as they are; gives their checksum. */
function save(): string {
  const bytes = encodeWeights({
    dimension,
    hashes: Uint32Array.from(vocabulary),
    ...quantise(model.table, dimension),
    bridgeKeys: Uint32Array.from(hanja.keys(), bridgeKey),
    bridgeHan: Uint16Array.from([...hanja.values()].flatMap((han) => Array.from({ length: SPELLING }, (_, i) => han.charCodeAt(i) || 0))),
  })
  mkdirSync(dirname(args.out), { recursive: true })
  writeFileSync(args.out, bytes)
  const decoded = decodeWeights(bytes)
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value.checksum
}

let mean = 0
for (const [i, batch] of plan.entries()) {
  const pairs = batch
    .map(({ a, b, meaning }) => ({ a: encode(a), b: encode(b), meaning }))
    .filter(({ a, b }) => a.rows.length && b.rows.length)
  // The rate falls to a tenth over the last two thirds.
  const rate = Number(args.rate) * Math.min(1, 1.35 - (i / batches) * 1.25)
  const loss = model.step(
    pairs.map(({ a }) => a),
    pairs.map(({ b }) => b),
    pairs.map(({ meaning }) => meaning),
    rate,
  )
  mean = mean === 0 ? loss : mean * 0.98 + loss * 0.02
  if (i % 200 === 199) console.log(`${i + 1} of ${batches}: loss ${mean.toFixed(3)}, ${clock().toFixed(0)} CPU seconds`)
  if (i % 400 === 399) save()
}

const checksum = save()
const card = {
  command: ['npx tsx scripts/embedder/train.ts', ...process.argv.slice(2).map((arg) => (arg.includes('/') ? basename(arg) : arg))].join(
    ' ',
  ),
  date: new Date().toISOString().slice(0, 10),
  checksum,
  dimension,
  rows: vocabulary.length,
  bridge: hanja.size,
  seed,
  batches,
  batch: size,
  rate: Number(args.rate),
  dropout: Number(args.dropout),
  temperature: Number(args.temperature),
  loss: Number(mean.toFixed(3)),
  cpuSeconds: Math.round(clock()),
  pairs: Object.fromEntries(sources.map(({ name, texts, share }) => [name, { pairs: texts, share: Number((share / total).toFixed(3)) }])),
}
writeFileSync(args.out.replace(/\.bin$/, '.json'), `${JSON.stringify(card, null, 2)}\n`)
console.log(`${args.out}: ${checksum}, ${clock().toFixed(0)} CPU seconds`)
