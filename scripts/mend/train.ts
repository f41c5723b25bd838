/**
 * Trains which words of a correction tell the entry and which its new values, and which entry is meant (src/dialogue/log/mend):
 * npx tsx scripts/mend/train.ts [--judge [N]] [--shown]
 *
 * A conditional random field over stretches (../semimarkov.ts) that begins with what is known of entries (scripts/entry), and a
 * log-linear choice among the entries that are kept. `--judge` learns of five sixths of the apps and prints what is right
 * of the rest, beside the rules alone; without it all are learned and the weights written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packed, weightsIn } from '../../src/base/hashed.ts'
import { read } from '../../src/base/language/read.ts'
import type { Reading } from '../../src/base/language/types.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { type Kept, keptIn, type Pointing, pointingIn } from '../../src/dialogue/log/mend/kept.ts'
import { changesOf, MENDS_PATH, mendsOf, type Ruling, readingFor, rulingOf } from '../../src/dialogue/log/mend/learned.ts'
import { dropped, mended } from '../../src/dialogue/log/mend/mend.ts'
import { type Change, SIZE, showsOf } from '../../src/dialogue/log/mend/records.ts'
import type { Filled } from '../../src/dialogue/log/spans/field.ts'
import { BUCKETS, latticeOf, type Parts, slotOf } from '../../src/dialogue/log/spans/lattice.ts'
import { SPANS_PATH } from '../../src/dialogue/log/spans/spans.ts'
import type { Entries, EntryContext } from '../../src/dialogue/log/types.ts'
import { packageRoot } from '../../src/root.ts'
import { type AppSpec, LANGUAGES, type Value } from '../../src/spec.ts'
import { currencyOf, specOf } from '../entry/corpus.ts'
import { compact, type Example, train } from '../semimarkov.ts'
import { commandsOf, type KeptApp, keptApps, NOW, type Said } from './corpus.ts'

const here = dirname(fileURLToPath(import.meta.url))
export const RECORDS_PATH = join('src', 'dialogue', 'log', 'mend', 'records.json')
const SEED = 11
/** How often a message is also learned with nothing from the rules. */
const ALONE = 0.5

type Choice = { change: Change; kept: Kept[]; about: Set<string> }
type Case = {
  app: KeptApp
  spec: AppSpec
  said: Said
  reading: Reading
  ctx: EntryContext
  rules: Entries | null
  kept: Kept[]
  pointing: Pointing
  ruling: Ruling
  parts(ruling: Ruling): Parts | null
}
type Wanted = { record: string; values: Record<string, Value> }

let lost = 0
function* casesOf(app: KeptApp): Generator<Case> {
  const spec = specOf(app, app.fields)
  const currency = currencyOf(app.locale, app.language)
  const ctx: EntryContext = {
    now: NOW,
    locale: app.locale,
    currency,
    known: { items: app.kept },
    apps: [{ spec, requests: [app.fields.map(({ label }) => label).join(', ')] }],
  }
  const collection = spec.collections[0]!
  for (const said of app.said) {
    if (said.does === 'create') continue
    const reading = readingFor(read(said.text, { now: NOW, language: app.language, currency }), collection, ctx)
    const made = said.does === 'delete' ? dropped(reading, spec, ctx) : mended(reading, spec, ctx, true)
    const rules = made && 'ok' in made ? (made.ok ? made.value : null) : made
    const kept = keptIn(collection, spec, ctx.known)
    const ruling = rulingOf(reading, collection, spec, ctx, kept, rules)
    const pointing = pointingIn(reading, collection, kept, ctx)
    const mending = { kept, pointing, values: new Map<string, Value | undefined>(), gone: said.does === 'delete' }
    const parts = ({ ruled, likely }: Ruling) => latticeOf(reading, collection, spec, ctx, ruled, { ...mending, likely })
    yield { app, spec, said, reading, ctx, rules, parts, ruling, kept, pointing }
  }
}

/** The parting that was marked; null where a mark is none that can be reached. */
function truthOf({ marks, text }: Said, { lattice, pieces, fields, values }: Parts): Filled[] | null {
  const truth: Filled[] = []
  let change = 0
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const from = pieces.findIndex(({ start }) => start === mark.start)
    const to = pieces.findIndex(({ end }) => end === mark.end) + 1
    const at = lattice.stretches.findIndex((one) => one.from === from && one.to === to)
    const field = slotOf(mark.field, fields)
    if (at < 0 || field < 0 || values[at]![field] === undefined) {
      if (process.argv.includes('--lost'))
        process.stderr.write(`out of reach: ${mark.field} “${text.slice(mark.start, mark.end)}” in ${text}\n`)
      return null
    }
    truth.push({ at, field, anew: mark.change !== change && truth.length > 0 })
    change = mark.change
  }
  return truth
}

function learn(all: readonly KeptApp[], rng: Rng): { weights: Float32Array; records: number[] } {
  const examples: Example[] = []
  const choices: Choice[] = []
  for (const app of all)
    for (const { said, reading, parts, ruling, kept, pointing } of casesOf(app)) {
      const right = kept.find(({ record }) => record.id === `r${said.about[0]![0]}`)
      const rulings = [ruling, ...(right !== ruling.likely ? [{ ...ruling, likely: right }] : [])]
      if (rng.next() < ALONE) rulings.push({ ...ruling, likely: right, ruled: [] })
      for (const [i, one] of rulings.entries()) {
        const found = parts(one)
        const truth = found && truthOf(said, found)
        if (!found || !truth) {
          if (!i) lost++
          break
        }
        examples.push({ lattice: compact(found.lattice), truth })
        if (i) continue
        const named = said.about.length > 1 ? new Map<string, number>() : ruling.named
        const changes = changesOf(truth, found, reading, named, pointing)
        const told = changes.length ? changes : [{ which: [], wrong: [], values: new Map(), named }]
        told.forEach((change, k) => {
          if (said.about[k]) choices.push({ change, kept, about: new Set(said.about[k].map((n) => `r${n}`)) })
        })
      }
    }
  process.stderr.write(`${examples.length} examples, ${lost} messages out of reach\n`)
  const { weights: of, scale } = weightsIn(readFileSync(join(packageRoot(), SPANS_PATH)))
  const from = Float32Array.from(of, (weight) => weight * scale)
  return { weights: train(examples, BUCKETS, rng, from), records: recordsLearned(choices) }
}

const STEPS = 400
/** Weights [SIZE]: -Σ log p(one of those that are meant), by gradient descent. */
function recordsLearned(choices: readonly Choice[]): number[] {
  const w = new Float64Array(SIZE)
  const squares = new Float64Array(SIZE).fill(1)
  const rows = choices.map(({ change, kept, about }) => ({
    shows: kept.map((one) => showsOf(change, one, kept)),
    right: kept.map(({ record }) => about.has(record.id)),
  }))
  for (let step = 0; step < STEPS; step++) {
    const slope = w.map((x) => 0.5 * x)
    for (const { shows, right } of rows) {
      const scores = shows.map((row) => row.reduce((sum, x, i) => sum + x * w[i]!, 0))
      const most = Math.max(...scores)
      const each = scores.map((score) => Math.exp(score - most))
      const sum = each.reduce((a, b) => a + b, 0)
      const good = each.reduce((a, b, i) => a + (right[i] ? b : 0), 0)
      each.forEach((x, i) => {
        const pull = x / sum - (right[i] && good > 0 ? x / good : 0)
        shows[i]!.forEach((value, k) => {
          slope[k]! += pull * value
        })
      })
    }
    for (let k = 0; k < SIZE; k++) {
      squares[k]! += slope[k]! ** 2
      w[k]! -= (0.5 * slope[k]!) / Math.sqrt(squares[k]!)
    }
  }
  return [...w].map((x) => Math.round(x * 1000) / 1000)
}

/** What a message changes, by its marks. */
function wantedOf({ said, parts, ruling }: Case): Wanted[] | null {
  const found = parts(ruling)
  const truth = found && truthOf(said, found)
  if (!truth) return null
  const groups: Record<string, Value>[] = []
  for (const { at, field, anew } of truth) {
    if (anew || !groups.length) groups.push({})
    const one = found.fields[field]
    if (one) groups.at(-1)![one.id] = found.values[at]![field]!
  }
  if (!groups.length) groups.push({})
  return said.about.flatMap((records, k) => records.map((n) => ({ record: `r${n}`, values: groups[k] ?? {} })))
}

const all = LANGUAGES.flatMap((language) => keptApps(language, join(here, 'corpus')))
const judged = process.argv.includes('--judge')
const part = Number(process.argv[process.argv.indexOf('--judge') + 1] ?? 0) || 0
const rng = seeded(SEED)
const { weights, records } = learn(
  all.filter((_, i) => !judged || i % 6 !== part).map((app) => ({ ...app, said: [...app.said, ...commandsOf(app, rng)] })),
  rng,
)
if (judged)
  judge(
    all.filter((_, i) => i % 6 === part),
    weightsIn(packed(weights)),
  )
else {
  writeFileSync(join(packageRoot(), MENDS_PATH), packed(weights))
  writeFileSync(join(packageRoot(), RECORDS_PATH), `${JSON.stringify(records, null, 2)}\n`)
}

function judge(apps: readonly KeptApp[], learned: ReturnType<typeof weightsIn>): void {
  const count: Record<string, { n: number; rules: number; spans: number; recordRules: number; recordSpans: number }> = {}
  for (const app of apps)
    for (const one of casesOf(app)) {
      const wanted = wantedOf(one)
      if (!wanted) continue
      const { said, reading, rules, spec, ctx } = one
      const after = mendsOf(reading, rules, said.does === 'delete', spec, ctx, learned, records)
      for (const key of [`${app.language} ${said.does}`, said.does]) {
        count[key] ??= { n: 0, rules: 0, spans: 0, recordRules: 0, recordSpans: 0 }
        const row = count[key]!
        row.n++
        row.rules += Number(isWhole(rules, wanted))
        row.spans += Number(isWhole(after, wanted))
        row.recordRules += Number(isOf(rules, wanted))
        row.recordSpans += Number(isOf(after, wanted))
      }
      if (process.argv.includes('--shown') && !isWhole(after, wanted))
        process.stderr.write(
          `${isWhole(rules, wanted) ? '!!' : '  '} ${said.text}\n     wanted ${JSON.stringify(wanted)}\n     rules  ${told(rules)}\n     learned ${told(after)}\n`,
        )
    }
  for (const [key, { n, rules, spans, recordRules, recordSpans }] of Object.entries(count))
    console.log(`${key}: whole ${rules} → ${spans} of ${n}, the entry ${recordRules} → ${recordSpans}`)
}
function told(entries: Entries | null): string {
  const ops = entries?.ops ?? []
  return (
    ops.map((op) => `${op.do === 'create' ? '' : op.match.record} ${op.do === 'update' ? JSON.stringify(op.values) : ''}`).join(' || ') ||
    '-'
  )
}
function isOf(entries: Entries | null, wanted: readonly Wanted[]): boolean {
  const of = (entries?.ops ?? []).map((op) => (op.do === 'create' ? '' : op.match.record))
  return JSON.stringify(of.sort()) === JSON.stringify(wanted.map(({ record }) => record).sort())
}
function isWhole(entries: Entries | null, wanted: readonly Wanted[]): boolean {
  if (!entries || !isOf(entries, wanted)) return false
  return wanted.every(({ record, values }) => {
    const op = entries.ops.find((each) => each.do !== 'create' && each.match.record === record)
    const said = op?.do === 'update' ? op.values : {}
    return Object.entries(values).every(([id, value]) => same(said[id], value)) && Object.keys(said).every((id) => values[id] !== undefined)
  })
}
function same(a: Value | undefined, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase().replace(/[\s\p{P}]/gu, '') === b.toLowerCase().replace(/[\s\p{P}]/gu, '')
    : JSON.stringify(a) === JSON.stringify(b)
}
