/** How the tests ask for an app, and what they say about one. */
import { incoherences } from '../../src/apps/coherence.ts'
import { read } from '../../src/base/language/read.ts'
import { AppSpec, type FieldKind } from '../../src/spec.ts'
import { type Proposal, synthesise } from '../../src/studio/synthesise.ts'

export const now = { date: '2026-11-24', time: '10:00', weekStart: 1 as const }
const currencyOf = (text: string) =>
  /[가-힣]/.test(text) ? 'KRW' : /[ぁ-んァ-ヶ]/.test(text) ? 'JPY' : /[\u4e00-\u9fff]/.test(text) ? 'CNY' : 'USD'

export function ask(text: string, before: string[] = []): Proposal {
  const currency = currencyOf(text)
  return synthesise(read(text, { now, language: 'en', currency }), { now, locale: 'en-US', currency, before })
}

/** What one line of the table says must hold. */
export type Facets = {
  fields?: Partial<Record<FieldKind, number>>
  words?: string[]
  not?: string[]
  limit?: [number, string?]
  goal?: [number, string?]
  views?: string[]
  does?: string[]
  seeds?: number
  name?: string
  times?: string[]
  missing?: true
}

const fieldsOf = (spec: AppSpec) => [
  ...spec.collections.flatMap((collection) => collection.fields),
  ...spec.behaviours.flatMap((one) => (one.kind === 'calculator' ? [...one.inputs, ...one.outputs] : [])),
]
const wordsOf = (spec: AppSpec) =>
  [
    spec.name,
    ...spec.collections.flatMap((c) => [c.label, ...c.seeds.flatMap((seed) => Object.values(seed).filter((v) => typeof v === 'string'))]),
    ...fieldsOf(spec).flatMap((f) => [f.label, ...('options' in f ? f.options.map((o) => o.label) : [])]),
  ]
    .join('\n')
    .toLowerCase()

export function lacks({ spec, missing }: Proposal, want: Facets): string[] {
  const wrong = [...incoherences(spec)]
  const parsed = AppSpec.safeParse(spec)
  if (!parsed.success) wrong.push(parsed.error.message)
  const note = (holds: boolean, what: string) => void (holds || wrong.push(what))
  for (const [kind, least] of Object.entries(want.fields ?? {}))
    note(fieldsOf(spec).filter((f) => f.kind === kind).length >= least, `fewer than ${least} fields of ${kind}`)
  for (const word of want.words ?? []) note(wordsOf(spec).includes(word.toLowerCase()), `no “${word}”`)
  for (const word of want.not ?? []) note(!fieldsOf(spec).some((f) => f.label.toLowerCase().includes(word.toLowerCase())), `has “${word}”`)
  const { limit, goal } = want
  if (limit)
    note(
      spec.behaviours.some((b) => b.kind === 'limit' && b.most === limit[0] && (!limit[1] || b.period === limit[1])),
      `no limit ${limit}`,
    )
  if (goal)
    note(
      spec.behaviours.some((b) => b.kind === 'goal' && b.target === goal[0] && (!goal[1] || b.period === goal[1])),
      `no goal ${goal}`,
    )
  for (const view of want.views ?? [])
    note(
      spec.views.some((v) => v.kind === view || (v.kind === 'chart' && `chart:${v.chart}` === view)),
      `no view ${view}`,
    )
  for (const kind of want.does ?? [])
    note(
      spec.behaviours.some((b) => b.kind === kind),
      `no ${kind}`,
    )
  if (want.seeds)
    note(
      spec.collections.some((c) => c.seeds.length >= want.seeds!),
      `fewer than ${want.seeds} records to start with`,
    )
  if (want.name) note(spec.name === want.name, `called ${spec.name}`)
  for (const time of want.times ?? [])
    note(
      spec.behaviours.some((b) => b.kind === 'reminder' && b.times?.includes(time)),
      `no reminder at ${time}`,
    )
  if (want.missing) note(missing.length > 0, 'nothing said to be missing')
  return wrong
}
