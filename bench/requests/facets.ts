/**
 * What a request must show in the app that was built for it. Facets speak of structure only (kinds of field, words a
 * person reads, limits, views, behaviours), so that no label of the synthesiser's own can make them pass.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppSpec, Rec } from '../../src/spec.ts'

const Alternatives = z.string() // 'a|b': one of them
const Target = z.object({ target: z.number(), period: z.string().optional() })
const Most = z.object({ most: z.number(), period: z.string().optional() })

const Facets = z.object({
  /** At least so many fields of a kind ('money', or 'number|quantity'). */
  kinds: z.record(z.string(), z.number()).optional(),
  /** Each shown somewhere: in the name, a label, an option, a starting record. */
  words: z.array(Alternatives).optional(),
  nowords: z.array(z.string()).optional(),
  limit: Most.optional(),
  goal: Target.optional(),
  /** 'list', 'chart', 'chart:line' */
  views: z.array(Alternatives).optional(),
  does: z.array(Alternatives).optional(),
  /** At least so many starting records in one collection. */
  seeds: z.number().optional(),
  timer: z.array(z.number()).optional(),
  times: z.array(z.string()).optional(),
  to: z.string().optional(),
  scorebest: z.string().optional(),
  name: z.string().optional(),
  /** The label of a field that must be filled in. */
  required: z.string().optional(),
  /** The label of a field that a view is sorted by. */
  sort: Alternatives.optional(),
  /** A view shows some records only. */
  filter: z.boolean().optional(),
  /** A view or chart goes by this period. */
  grouped: z.string().optional(),
  accent: Alternatives.optional(),
})
const Step = Facets.extend({
  say: z.string(),
  /** Values that the newest record must hold. */
  log: z.array(z.number()).optional(),
  /** Words that the newest records hold. */
  logtext: z.array(z.string()).optional(),
  answer: z.number().optional(),
  /** A second app is asked for. */
  another: z.boolean().optional(),
})
export const Request = Facets.extend({
  family: z.string(),
  say: z.string(),
  missing: z.boolean().optional(),
  then: z.array(Step).default([]),
})
export type Request = z.infer<typeof Request>
export type Step = z.infer<typeof Step>

/** The sets, by how much the rules have seen of them: docs/benchmarks.md says more. */
export const SETS = [
  'own',
  'held',
  'blind',
  'blind2',
  'blind3',
  'blind4',
  'blind5',
  'blind6',
  'blind7',
  'blind8',
  'blind9',
  'blind10',
] as const
export type RequestSet = (typeof SETS)[number]

export function load(folder: string, language: string, set: RequestSet): Request[] {
  const file = join(folder, set === 'own' ? `${language}.jsonl` : `${set}-${language}.jsonl`)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => Request.parse(JSON.parse(line)))
}

const behaviours = (spec: AppSpec) => spec.behaviours
const fields = (spec: AppSpec) => [
  ...spec.collections.filter((c) => !c.hidden).flatMap((c) => c.fields.filter((f) => !f.hidden)),
  ...behaviours(spec).flatMap((b) => (b.kind === 'calculator' ? [...b.inputs, ...b.outputs] : [])),
]

/** Everything a person can read in the app before they typed anything. */
export function wordsOf(spec: AppSpec): string {
  const seeds = spec.collections.flatMap((c) => c.seeds.flatMap((seed) => Object.values(seed).filter((v) => typeof v === 'string')))
  const options = fields(spec).flatMap((f) => ('options' in f ? f.options.map((o) => o.label) : []))
  return [
    spec.name,
    spec.purpose,
    ...spec.collections.filter((c) => !c.hidden).flatMap((c) => [c.label, c.one]),
    ...fields(spec).map((f) => f.label),
    ...options,
    ...seeds,
    ...spec.views.filter((v) => !v.hidden).map((v) => v.label),
    ...behaviours(spec).flatMap((b) => [
      b.label,
      ...(b.kind === 'timer' ? b.phases.map((p) => p.label) : []),
      ...(b.kind === 'converter' ? b.units : []),
    ]),
  ]
    .join('\n')
    .toLowerCase()
}

const labelOf = (spec: AppSpec, collection: string, field: string) =>
  spec.collections.find((c) => c.id === collection)?.fields.find((f) => f.id === field)?.label ?? ''

const oneOf = (alternatives: string, test: (one: string) => boolean) => alternatives.split('|').some(test)

/** What is wrong with the app, as sentences; none is a pass. */
export function lacks(spec: AppSpec, facets: z.infer<typeof Facets>): string[] {
  const wrong: string[] = []
  const want = (holds: boolean, what: string) => void (holds || wrong.push(what))
  const words = wordsOf(spec)
  for (const [kinds, least] of Object.entries(facets.kinds ?? {})) {
    const found = fields(spec).filter((f) =>
      oneOf(kinds, (kind) => f.kind === kind || (f.kind === 'computed' && f.shows.kind === kind)),
    ).length
    want(found >= least, `${found} of ${least} fields of kind ${kinds}`)
  }
  for (const word of facets.words ?? [])
    want(
      oneOf(word, (one) => words.includes(one.toLowerCase())),
      `no word “${word}”`,
    )
  const labels = fields(spec).map((f) => f.label.toLowerCase())
  for (const word of facets.nowords ?? []) want(!labels.some((label) => label.includes(word.toLowerCase())), `still shows “${word}”`)
  const { limit, goal } = facets
  if (limit)
    want(
      behaviours(spec).some((b) => b.kind === 'limit' && b.most === limit.most && (!limit.period || b.period === limit.period)),
      `no limit ${JSON.stringify(limit)}`,
    )
  if (goal)
    want(
      behaviours(spec).some((b) => b.kind === 'goal' && b.target === goal.target && (!goal.period || b.period === goal.period)),
      `no goal ${JSON.stringify(goal)}`,
    )
  for (const view of facets.views ?? [])
    want(
      oneOf(view, (one) => spec.views.some((v) => !v.hidden && (v.kind === one || (v.kind === 'chart' && `chart:${v.chart}` === one)))),
      `no view ${view}`,
    )
  for (const does of facets.does ?? [])
    want(
      oneOf(does, (one) => behaviours(spec).some((b) => b.kind === one)),
      `no behaviour ${does}`,
    )
  if (facets.seeds)
    want(
      spec.collections.some((c) => c.seeds.length >= facets.seeds!),
      `fewer than ${facets.seeds} starting records`,
    )
  for (const minutes of facets.timer ?? [])
    want(
      behaviours(spec).some((b) => b.kind === 'timer' && b.phases.some((p) => p.minutes === minutes)),
      `no phase of ${minutes} minutes`,
    )
  for (const time of facets.times ?? [])
    want(behaviours(spec).some((b) => b.kind === 'reminder' && b.times?.includes(time)) || words.includes(time), `no reminder at ${time}`)
  if (facets.to)
    want(
      behaviours(spec).some((b) => b.kind === 'countdown' && b.to?.startsWith(facets.to!)) || words.includes(facets.to),
      `no countdown to ${facets.to}`,
    )
  if (facets.scorebest)
    want(
      behaviours(spec).some((b) => b.kind === 'score' && b.best === facets.scorebest),
      `best score is not the ${facets.scorebest}`,
    )
  const shown = spec.views.filter((v) => !v.hidden)
  const { required, sort, grouped, accent } = facets
  if (required)
    want(
      spec.collections.some((c) => c.fields.some((f) => f.required && f.label.toLowerCase().includes(required.toLowerCase()))),
      `“${required}” may be left out`,
    )
  if (sort)
    want(
      oneOf(sort, (word) =>
        shown.some((v) => 'sort' in v && v.sort && labelOf(spec, v.collection, v.sort.field).toLowerCase().includes(word.toLowerCase())),
      ),
      `nothing is sorted by “${sort}”`,
    )
  if (facets.filter)
    want(
      shown.some((v) => 'filter' in v && v.filter?.length),
      'no view shows some records only',
    )
  if (grouped)
    want(
      shown.some((v) => (v.kind === 'chart' ? v.query.group?.by : 'group' in v && typeof v.group === 'object' && v.group.by) === grouped),
      `nothing goes by ${grouped}`,
    )
  if (accent)
    want(
      oneOf(accent, (one) => spec.look.accent === one),
      `the colour is ${spec.look.accent}`,
    )
  if (facets.name) want(spec.name === facets.name, `it is called “${spec.name}”`)
  return wrong
}

const near = (a: unknown, b: number) => typeof a === 'number' && Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(b))
export const holds = (records: Rec[], values: number[]): string[] =>
  values
    .filter((value) => !records.some((record) => Object.values(record.values).some((v) => near(v, value))))
    .map((value) => `${value} was not logged`)

export const holdsWords = (records: Rec[], words: string[]): string[] =>
  words
    .filter(
      (word) =>
        !JSON.stringify(records.map((r) => r.values))
          .toLowerCase()
          .includes(word.toLowerCase()),
    )
    .map((word) => `“${word}” was not logged`)
