/**
 * Trains what a question asks (src/dialogue/ask/learned) from right answers alone: npx tsx scripts/ask/train.ts [--judge [N]]
 *
 * Of all that an app can be asked, what gives the right answer is made likelier (the marginal likelihood; Berant et al., 2013),
 * by AdaGrad steps. `--judge` learns of five sixths of the apps and says how much of the rest is answered right, beside the
 * rules, for N of the six sixths; without it all are learned and the weights written.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answer } from '../../src/apps/answer.ts'
import { runQuery } from '../../src/apps/query.ts'
import type { AppData } from '../../src/apps/types.ts'
import { packed } from '../../src/base/hashed.ts'
import { read } from '../../src/base/language/read.ts'
import { fold } from '../../src/base/resolve.ts'
import { ok } from '../../src/base/result.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { ASKED_PATH, BUCKETS, partsAt, type Space, scoresOf, spaceOf } from '../../src/dialogue/ask/learned/model.ts'
import { partsOf } from '../../src/dialogue/ask/parts.ts'
import { questionOf } from '../../src/dialogue/ask/read.ts'
import { answered } from '../../src/dialogue/reply.ts'
import { packageRoot } from '../../src/root.ts'
import { type Field, LANGUAGES, type Language, type Query, type Rec, type Value } from '../../src/spec.ts'
import { type AskedApp, isRight, now, recordsOf, type Asked as Tested, specOf as testedSpec } from '../../test/dialogue/asked/app.ts'
import { EN } from '../../test/dialogue/asked/en.ts'
import { JA } from '../../test/dialogue/asked/ja.ts'
import { KO } from '../../test/dialogue/asked/ko.ts'
import { ZH } from '../../test/dialogue/asked/zh.ts'
import { type Beside, contextOf } from '../act/beside.ts'
import { NOW } from '../mend/corpus.ts'
import { askedOf, kindOf } from './corpus.ts'

const EPOCHS = 10
const RATE = 0.1
const DECAY = 0.001
const SEED = 7
const FOLDS = 6
/** Of one question in so many the name is taken out of the entries as well. */
const NAMELESS = 2

type Example = {
  language: string
  space: Space
  right: Uint8Array
  rightRules: boolean
  size: number
  text: string
  expected: string
  about: string
}

/** `nothing`: the right answer is that there is none of it. */
function exampleOf(beside: Beside, text: string, expected: string, nothing = false): Example | null {
  const context = contextOf(beside, [], true)
  const { language, locale, kept } = beside.app
  const reading = read(text, { now: NOW, language, currency: context.currency, hints: { locale } })
  const { spec } = beside
  const ctx = { ...context, known: { items: kept } }
  const question = questionOf(reading, spec, ctx)
  if (!question.ok) return null
  const rules = question.value.query
  const space = spaceOf(partsOf(reading, spec, ctx), rules)
  const size = space.sets.length * space.times.length * space.asks.length
  const right = new Uint8Array(size)
  const answers = answersIn(expected, nothing)
  const subsets = new Map<string, readonly Rec[]>()
  for (let i = 0; i < size; i++) {
    const [s, t, a] = partsAt(i, space.times.length, space.asks.length)
    if (!answers.may(space.asks[a]!.type)) continue
    const key = `${s}|${t}`
    let subset = subsets.get(key)
    const query = space.query(i)
    if (!subset) {
      const { records } = runQuery(
        { collection: query.collection, filter: query.filter, ...(query.when && { when: query.when }), measure: { fn: 'count' } },
        kept,
        spec,
        NOW,
      )
      subset = records.map((id) => kept.find((one) => one.id === id)!)
      subsets.set(key, subset)
    }
    right[i] = Number(answers.fits({ ...query, filter: [], ...(query.when && { when: undefined }) } as Query, subset, beside))
  }
  const rightRules = answers.fits(rules, kept, beside)
  return {
    language,
    space,
    right,
    rightRules,
    size,
    text,
    expected,
    about: beside.app.fields.map(({ label, kind }) => `${label}:${kind}`).join(', '),
  }
}

/** The questions of test/dialogue/asked: an answer is right where its words are said. */
async function testedOf(app: AskedApp, [text, expected, before]: Tested, language: Language): Promise<Example | null> {
  const spec = testedSpec(app, language)
  const [collection, ...others] = spec.collections
  if (before || !collection || others.length) return null
  const known = recordsOf(app, spec)
  const ctx = { now, locale: spec.locale, currency: 'GBP', known }
  const reading = read(text, { now, language, currency: 'GBP', hints: { locale: spec.locale } })
  const question = questionOf(reading, spec, ctx)
  if (!question.ok) return null
  const space = spaceOf(partsOf(reading, spec, ctx), question.value.query)
  const size = space.sets.length * space.times.length * space.asks.length
  const right = new Uint8Array(size)
  const data = { spec: async () => spec, records: async (id: string) => ok(known[id] ?? []) } as unknown as AppData
  const fits = async (query: Query): Promise<boolean> => {
    const found = await answer(query, data, now, spec.locale)
    return (
      found.ok &&
      isRight(expected, {
        value: found.value.value,
        text: answered(language, { spec, answer: found.value, question: text }, { locale: spec.locale, now }),
      })
    )
  }
  for (let i = 0; i < size; i++) {
    const { type } = space.asks[partsAt(i, space.times.length, space.asks.length)[2]]!
    if (type !== 'exists' && (typeof expected === 'number' || !/^(?:count|sum|mean)$/.test(type)))
      right[i] = Number(await fits(space.query(i)))
  }
  const rightRules = await fits(question.value.query)
  return { language, space, right, rightRules, size, text, expected: String(expected), about: app.name }
}

/** What an answer must be, and whether a question gives it. */
function answersIn(expected: string, nothing: boolean) {
  const kind = kindOf(expected)
  const wanted = expected.split(/,\s*/).map((one) => fold(one).trim())
  const figure = Number(/-?\d[\d,]*(?:\.\d+)?/.exec(expected)?.[0]?.replaceAll(',', '') ?? Number.NaN)
  const hours = /\bh\b|hours?|小时|小時|時間|시간/.test(expected)
  const isFigure = (n: unknown) => typeof n === 'number' && (Math.abs(n - figure) < 0.06 || (hours && Math.abs(n - figure * 60) < 0.6))
  const may = (type: string): boolean => {
    if (kind === 'yes or no') return type === 'exists'
    if (kind === 'figure') return !/^(?:names|exists)/.test(type)
    if (kind === 'none') return type === 'list' || type === 'count' || type === 'names'
    return !/^(?:count|exists|sum|mean|max|min|latest|by-)/.test(type)
  }
  const isValue = (value: Value | undefined, field: Field): boolean[] => {
    const shown = shownOf(value, field)
    return wanted.map(
      (one) => shown !== '' && (shown === one || (one.length > 2 && (shown.includes(one) || (shown.length > 2 && one.includes(shown))))),
    )
  }
  const fits = (query: Query, records: readonly Rec[], { spec }: Beside): boolean => {
    const result = runQuery(query, records, spec, NOW)
    if (nothing) return !result.records.length
    const fields = spec.collections[0]!.fields
    const fieldOf = (id: string | undefined) => fields.find((one) => one.id === id)
    if (kind === 'yes or no') return query.exists === true && (result.value ?? 0) > 0 === /^yes$/i.test(expected)
    if (kind === 'none') return !query.exists && (query.group ? !result.rows.length : result.value === 0)
    if (query.exists) return false
    const told: { value: Value | undefined; field: Field }[] = query.group
      ? (query.limit ? result.rows.slice(0, query.limit) : result.rows).map(({ key, label }) => ({
          value: query.group!.by ? key : label,
          field: { ...fieldOf(query.group!.field)!, kind: 'text' } as Field,
        }))
      : query.measure.fn === 'count'
        ? result.records.map((id) => {
            const field = fieldOf(query.show ?? spec.collections[0]!.title)!
            return { value: records.find((one) => one.id === id)?.values[field.id] ?? undefined, field }
          })
        : []
    if (kind === 'figure') {
      if (query.group) return query.limit === 1 && isFigure(result.rows[0]?.value)
      if (query.measure.fn !== 'count') return isFigure(result.value)
      // A list is named, and not counted.
      if (query.names || query.show || query.limit) return told.length === 1 && isFigure(told[0]!.value)
      return isFigure(result.value)
    }
    if (query.group && !query.names && !query.limit) return false
    if (!told.length || told.length > wanted.length + 1) return false
    const hits = told.map(({ value, field }) => isValue(value, field))
    return hits.every((row) => row.some(Boolean)) && wanted.every((_, k) => hits.some((row) => row[k])) && told.length <= wanted.length
  }
  return { may, fits }
}

/**
 * The same question where the name in it stands in no entry, and so the answer is that there is none: the entries that have
 * the name are taken away. Null where the right answers go by no name, or nothing would be left.
 */
function withoutName(beside: Beside, text: string, expected: string, { space, right }: Example): Example | null {
  let name: Space['sets'][number][number] | undefined
  for (let i = 0; i < right.length; i++) {
    if (!right[i]) continue
    const set = space.sets[partsAt(i, space.times.length, space.asks.length)[0]]!
    const value = set.find(({ type }) => type === 'value')
    if (!value || (name && value.filters[0]!.value !== name.filters[0]!.value)) return null
    name = value
  }
  if (!name) return null
  const { spec } = beside
  const { records } = runQuery({ collection: 'items', filter: name.filters, measure: { fn: 'count' } }, beside.app.kept, spec, NOW)
  const kept = beside.app.kept.filter(({ id }) => !records.includes(id))
  if (kept.length < 2) return null
  const example = exampleOf({ ...beside, app: { ...beside.app, kept } }, text, expected, true)
  // Where everything that may be asked finds nothing there is nothing to learn.
  return example?.right.some((one) => !one) ? example : null
}

function shownOf(value: Value | undefined, field: Field): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'choice') return fold(field.options.find(({ id }) => id === value)?.label ?? '')
  if (field.kind === 'datetime') return String(value).slice(0, 10)
  return fold(String(value))
}

function step({ space, right, size }: Example, weights: Float32Array, squares: Float32Array): number {
  const { sets, times, asks } = space
  const scores = scoresOf(space, { weights, scale: 1 })
  let most = Number.NEGATIVE_INFINITY
  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < size; i++) {
    if (scores[i]! > most) most = scores[i]!
    if (right[i] && scores[i]! > best) best = scores[i]!
  }
  let all = 0
  let good = 0
  for (let i = 0; i < size; i++) {
    all += Math.exp(scores[i]! - most)
    if (right[i]) good += Math.exp(scores[i]! - best)
  }
  const ofRow = new Float64Array(space.rows.length)
  const gradient = new Map<number, number>()
  const add = (bucket: number, by: number) => gradient.set(bucket, (gradient.get(bucket) ?? 0) + by)
  for (let i = 0; i < size; i++) {
    const slope = Math.exp(scores[i]! - most) / all - (right[i] ? Math.exp(scores[i]! - best) / good : 0)
    if (Math.abs(slope) < 1e-4) continue
    const [s, t, a] = partsAt(i, times.length, asks.length)
    for (const row of space.ofSet[s]!) ofRow[row]! += slope
    for (const row of space.ofTime[t]!) ofRow[row]! += slope
    for (const row of space.ofAsk[a]!) ofRow[row]! += slope
    for (const bucket of space.setAsk(s, a)) add(bucket, slope)
    add(space.setTime(s, t), slope)
    add(space.timeAsk(t, a), slope)
  }
  ofRow.forEach((slope, row) => {
    if (Math.abs(slope) > 1e-5) for (const bucket of space.rows[row]!) add(bucket, slope)
  })
  for (const [bucket, by] of gradient) {
    const slope = by + DECAY * weights[bucket]!
    squares[bucket]! += slope * slope
    weights[bucket]! -= (RATE * slope) / Math.sqrt(squares[bucket]!)
  }
  return sets.length ? most + Math.log(all) - best - Math.log(good) : 0
}

function train(examples: readonly Example[], rng: Rng): Float32Array {
  const weights = new Float32Array(BUCKETS)
  const squares = new Float32Array(BUCKETS).fill(1)
  const order = examples.map((_, i) => i)
  const mean = new Float32Array(BUCKETS)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(rng.next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let loss = 0
    for (const at of order) loss += step(examples[at]!, weights, squares)
    process.stderr.write(`epoch ${epoch + 1}: ${(loss / examples.length).toFixed(3)} nats a question\n`)
    if (epoch >= EPOCHS / 2) for (let i = 0; i < BUCKETS; i++) mean[i]! += weights[i]! / (EPOCHS / 2)
  }
  return mean
}

/** Whether what is likeliest is right, for each margin over the rules. */
function rightOf(example: Example, weights: Float32Array): Record<string, boolean> {
  const { space, right, rightRules, size, text, expected } = example
  const scores = scoresOf(space, { weights, scale: 1 })
  let best = 0
  for (let i = 1; i < size; i++) if (scores[i]! > scores[best]!) best = i
  if (process.argv.includes('shown') && !right[best])
    console.log(
      `\n${text} => ${expected}\n   ${JSON.stringify(space.query(best))}\n   rules ${rightRules}, within reach ${right.some(Boolean)}: ${example.about}`,
    )
  return Object.fromEntries(
    MARGINS.map((margin) => [margin, space.rules < 0 || scores[best]! - scores[space.rules]! < margin ? rightRules : Boolean(right[best])]),
  )
}
const MARGINS = [0, 0.5, 1, 2, 3]

const elapsed = () => `${Math.round(performance.now() / 1000)} s`
let nth = 0
const examples = LANGUAGES.flatMap((language) => askedOf(language)).map(({ beside, questions }) =>
  questions.flatMap(({ text, expected }) => {
    const example = exampleOf(beside, text, expected)
    if (!example) return []
    const nothing = nth++ % NAMELESS === 0 ? withoutName(beside, text, expected, example) : null
    return nothing ? [example, nothing] : [example]
  }),
)
for (const [language, apps] of Object.entries({ en: EN, zh: ZH, ja: JA, ko: KO }))
  for (const app of apps) {
    const own = await Promise.all([...app.first, ...app.later].map((one) => testedOf(app, one, language as Language)))
    examples.push(own.filter((one) => one !== null))
  }
const all = examples.flat()
const reachable = all.filter(({ right }) => right.some(Boolean))
console.log(
  `${all.length} questions, ${reachable.length} with a way to the answer, the rules right ${all.filter((one) => one.rightRules).length}; ${all.reduce((sum, { size }) => sum + size, 0) / all.length} ways each, ${elapsed()}`,
)
if (process.argv.includes('--judge')) {
  const folds = Number(process.argv[process.argv.indexOf('--judge') + 1] ?? FOLDS) || FOLDS
  const told: { one: Example; at: Record<string, boolean> }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = train(
      examples
        .filter((_, i) => i % FOLDS !== fold)
        .flat()
        .filter(({ right }) => right.some(Boolean)),
      seeded(SEED),
    )
    for (const one of examples.filter((_, i) => i % FOLDS === fold).flat()) told.push({ one, at: rightOf(one, weights) })
  }
  for (const language of LANGUAGES) {
    const own = told.filter(({ one }) => one.language === language)
    console.log(
      language,
      own.length,
      'rules',
      own.filter(({ one }) => one.rightRules).length,
      ...MARGINS.map((m) => `m${m} ${own.filter(({ at }) => at[m]).length}`),
    )
  }
  console.log(
    'all',
    told.length,
    'rules',
    told.filter(({ one }) => one.rightRules).length,
    ...MARGINS.map((m) => `m${m} ${told.filter(({ at }) => at[m]).length}`),
  )
} else writeFileSync(join(packageRoot(), ASKED_PATH), packed(train(reachable, seeded(SEED))))
console.log(elapsed())
