/**
 * Trains which words of an entry fill which field (src/dialogue/log/spans): npx tsx scripts/entry/train.ts [--judge [N]]
 *
 * A semi-Markov conditional random field by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer 2011) on the
 * messages of corpus/, each also to apps that lack one of its fields or have one more. `--judge` learns of five sixths of
 * the apps and prints what is right of the rest, beside the rules alone; without it all are learned and the weights written.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packed, weightsIn } from '../../src/base/hashed.ts'
import { read } from '../../src/base/language/read.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { beliefs, type Filled, scoreOf, scoresOf } from '../../src/dialogue/log/spans/field.ts'
import { BUCKETS, latticeOf, type Parts } from '../../src/dialogue/log/spans/lattice.ts'
import { addedTo, type Creation, ruledIn, SPANS_PATH, spansOf } from '../../src/dialogue/log/spans/spans.ts'
import type { Entries, EntryContext } from '../../src/dialogue/log/types.ts'
import { type AppSpec, type Field, LANGUAGES, type Language, type Rec, type Value } from '../../src/spec.ts'
import { compact, type Example, train } from '../semimarkov.ts'
import { type App, apps, currencyOf, type Message, specOf } from './corpus.ts'

const here = dirname(fileURLToPath(import.meta.url))
const NOW = { date: '2026-11-27', time: '10:00', weekStart: 1 } as const
/** The share of apps that are also learned in one of their variants. */
const VARIED = 0.5
const SEED = 7

/** A message as it meets an app: what was told before, and the fields that are there. */
type Case = {
  app: App
  fields: Field[]
  spec: AppSpec
  message: Message
  ctx: EntryContext
  wanted: Record<string, Value>[]
  entries: Entries
  parts: Parts
  truth: Filled[]
}

let lost = 0
/** Messages in their order, each after those before it. `alone`: the rules say nothing; `asked`: the app was asked for by its fields. */
function* casesOf(app: App, fields: Field[], { alone = false, asked = true } = {}): Generator<Case> {
  const spec = specOf(app, fields)
  const currency = currencyOf(app.locale, app.language)
  // What nobody asked for is in no wish.
  const wish = app.fields.map(({ label }) => label).join(', ')
  const kept: Rec[] = []
  for (const message of app.messages) {
    const reading = read(message.text, { now: NOW, language: app.language, currency })
    const ctx: EntryContext = {
      now: NOW,
      locale: app.locale,
      currency,
      known: { items: [...kept] },
      ...(asked && { apps: [{ spec, requests: [wish] }] }),
    }
    const marks = message.marks.flatMap((mark) => {
      const field = fields.findIndex(({ id }) => id === app.fields[mark.field]!.id)
      return field < 0 ? [] : [{ ...mark, field }]
    })
    const rules = readEntry(reading, spec, ctx, 'create')
    const entries: Entries =
      rules.ok && addedTo(rules.value, spec) ? rules.value : { ops: [{ do: 'create', collection: 'items', values: {} }], unsure: [] }
    const parts = latticeOf(
      reading,
      spec.collections[0]!,
      spec,
      ctx,
      alone ? [] : ruledIn(reading, entries.ops as Creation[], spec.collections[0]!).stand,
    )
    if (!parts) continue
    const wanted: Record<string, Value>[] = []
    const truth: Filled[] = []
    let whole = true
    let entry = -1
    for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
      const from = parts.pieces.findIndex(({ start }) => start === mark.start)
      const to = parts.pieces.findIndex(({ end }) => end === mark.end) + 1
      const at = parts.lattice.stretches.findIndex((one) => one.from === from && one.to === to)
      const field = parts.fields.findIndex(({ id }) => id === fields[mark.field]!.id)
      const value = at < 0 || field < 0 ? undefined : parts.values[at]![field]
      if (value === undefined) {
        whole = false
        lost++
        if (process.argv.includes('--lost'))
          process.stderr.write(
            `out of reach: ${fields[mark.field]!.label}:${fields[mark.field]!.kind} “${reading.text.slice(mark.start, mark.end)}” in ${reading.text}\n`,
          )
        continue
      }
      const anew = mark.entry !== entry && entry >= 0 && truth.length > 0
      if (anew || !wanted.length) wanted.push({})
      entry = mark.entry
      wanted.at(-1)![parts.fields[field]!.id] = value
      truth.push({ at, field, anew })
    }
    for (const values of wanted) kept.push({ id: `r${kept.length}`, collection: 'items', values, seq: kept.length } as unknown as Rec)
    if (whole && truth.length) yield { app, fields, spec, message, ctx, wanted, entries, parts, truth }
  }
}

/** As asked for; without one of its fields; with one that nobody fills; with a choice or a person that was taken for plain words. */
function variantsOf(app: App, rng: Rng): Field[][] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng.next() * list.length)]!
  const more: Field[] = MORE[app.language].filter(
    ({ kind, label }) =>
      !app.fields.some((field) => field.kind === kind && (kind === 'note' || kind === 'date' || kind === 'rating')) &&
      !app.fields.some((field) => field.label === label),
  )
  const variants = [app.fields]
  if (app.fields.length > 2) variants.push(app.fields.filter((field) => field !== pick(app.fields.slice(1))))
  if (more.length) {
    const added = pick(more)
    variants.push(rng.next() < 0.5 ? [...app.fields, added] : [added, ...app.fields])
  }
  const loose = app.fields.filter(({ kind }) => ['choice', 'person', 'place'].includes(kind))
  if (loose.length) {
    const one = pick(loose)
    variants.push(app.fields.map((field) => (field === one ? ({ id: field.id, label: field.label, kind: 'text' } as Field) : field)))
  }
  return [app.fields, ...(variants.length > 1 && rng.next() < VARIED ? [pick(variants.slice(1))] : [])]
}
const more = (name: string, rating: string, note: string, date: string): Field[] => [
  { id: 'x1', kind: 'text', label: name },
  { id: 'x2', kind: 'rating', label: rating, max: 5 },
  { id: 'x3', kind: 'note', label: note },
  { id: 'x4', kind: 'date', label: date },
]
const MORE: Record<Language, Field[]> = {
  en: more('Name', 'Rating', 'Note', 'Date'),
  zh: more('名称', '评分', '备注', '日期'),
  ja: more('名前', '評価', 'メモ', '日付'),
  ko: more('이름', '평점', '메모', '날짜'),
}

const all = LANGUAGES.flatMap((language) => apps(language, join(here, 'corpus')))
const judged = process.argv.includes('--judge')
const part = Number(process.argv[process.argv.indexOf('--judge') + 1] ?? 0) || 0
const rng = seeded(SEED)
const examples: Example[] = []
const held: Case[] = []
for (const [i, app] of all.entries()) {
  if (judged && i % 6 === part) held.push(...casesOf(app, app.fields))
  // Where the rules say nothing, the words must speak for themselves.
  else
    for (const [nth, fields] of variantsOf(app, rng).entries())
      for (const { parts, truth } of casesOf(app, fields, { alone: nth > 0 && rng.next() < 0.6, asked: rng.next() < 0.7 }))
        examples.push({ lattice: compact(parts.lattice), truth })
}
process.stderr.write(`${examples.length} examples, ${held.length} held out, ${lost} marks out of reach\n`)
const weights = train(examples, BUCKETS, rng)
if (judged) judge(held, weightsIn(packed(weights)))
else writeFileSync(SPANS_PATH, packed(weights))

/** Values that are right among those wanted and those written, and messages whose entries are right in all of them. */
function judge(cases: readonly Case[], learned: ReturnType<typeof weightsIn>): void {
  const shown = process.argv.includes('--shown')
  const none = { right: 0, written: 0, wanted: 0, whole: 0 }
  const count = { rules: { ...none }, spans: { ...none } }
  const by: Record<string, [number, number, number]> = {}
  for (const { app, spec, fields, message, ctx, wanted, entries } of cases) {
    const reading = read(message.text, { now: NOW, language: app.language, currency: ctx.currency })
    const after = spansOf(reading, entries, spec, ctx, learned)
    const shares = [entries, after].map((one) => compare(one, wanted, fields))
    by[app.language] ??= [0, 0, 0]
    const row = by[app.language]!
    row[0]++
    if (shares[0]!.whole) row[1]++
    if (shares[1]!.whole) row[2]++
    for (const [k, name] of (['rules', 'spans'] as const).entries()) {
      const { right, written, whole } = shares[k]!
      const sum = count[name]
      sum.right += right
      sum.written += written
      sum.wanted += wanted.reduce((n, values) => n + Object.keys(values).length, 0)
      sum.whole += Number(whole)
    }
    if (shown && !shares[1]!.whole) {
      const label = (values: Record<string, Value>) =>
        Object.entries(values)
          .map(([id, value]) => `${fields.find((f) => f.id === id)?.label}=${value}`)
          .join('; ')
      process.stderr.write(
        `${shares[0]!.whole ? '!!' : '  '} ${message.text}\n     wanted ${wanted.map(label).join(' || ')}\n     rules  ${entries.ops.map((op) => label((op as Creation).values)).join(' || ')}\n     spans  ${after.ops.map((op) => label((op as Creation).values)).join(' || ')}\n`,
      )
    }
  }
  const nats = cases.reduce((sum, { parts, truth }) => {
    const scores = scoresOf(parts.lattice, learned)
    return sum + beliefs(parts.lattice, scores).total - scoreOf(parts.lattice, scores, truth)
  }, 0)
  console.log(`${(nats / cases.length).toFixed(3)} nats a message`)
  for (const [name, { right, written, wanted, whole }] of Object.entries(count))
    console.log(
      `${name}: ${((100 * right!) / wanted).toFixed(1)} % of ${wanted} values held, ${((100 * right!) / written).toFixed(1)} % of ${written} written are right, ${whole} of ${cases.length} messages whole`,
    )
  console.log(
    Object.entries(by)
      .map(([language, [n, rules, spans]]) => `${language}: whole ${rules} → ${spans} of ${n}`)
      .join('\n'),
  )
}

function compare(
  { ops }: Entries,
  wanted: readonly Record<string, Value>[],
  fields: readonly Field[],
): { right: number; written: number; whole: boolean } {
  let right = 0
  let written = 0
  let whole = ops.length === wanted.length
  const said = ops.map((op) => (op as Creation).values)
  wanted.forEach((values, i) => {
    for (const [id, value] of Object.entries(values)) {
      if (same(said[i]?.[id], value)) right++
      else whole = false
    }
  })
  said.forEach((values, i) => {
    for (const id of Object.keys(values)) {
      const field = fields.find((one) => one.id === id)!
      // What stands there of itself, or is shared, was not written.
      if (wanted[i]?.[id] === undefined && (field.kind === 'date' || field.kind === 'datetime')) continue
      written++
      if (wanted[i]?.[id] === undefined) whole = false
    }
  })
  return { right, written, whole }
}
function same(a: Value | undefined, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase().replace(/[\s\p{P}]/gu, '') === b.toLowerCase().replace(/[\s\p{P}]/gu, '')
    : JSON.stringify(a) === JSON.stringify(b)
}
