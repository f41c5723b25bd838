/**
 * Whether a request is for more than a spec can be: something to play, draw, move or hear, and not something to keep.
 * One logistic regression over what the request means (the embedder's vector), what the rules found in it, and how much
 * of what was said the proposed app accounts for. Pure, some 50 microseconds. scripts/reach/train.ts trains the weights.
 */
import type { Proposal } from '../synthesise.ts'
import trained from './weights.json' with { type: 'json' }

/** From so much on a request is taken to be for more. */
export const BEYOND = 0.6

/** 0 to 1. `vector` is the request's, of norm 1. */
export function beyondOf(request: string, proposal: Proposal, vector: Float32Array): number {
  const found = featuresOf(request, proposal, vector)
  const sum = found.reduce((all, value, at) => all + value * (trained.weights[at] ?? 0), trained.bias)
  return 1 / (1 + Math.exp(-sum))
}

/** What is known without the vector weighs half, beside its norm of 1. */
const HALF = 0.5

export function featuresOf(request: string, proposal: Proposal, vector: Float32Array): number[] {
  const { spec, evidence, missing, assumed, sure } = proposal
  const fields = spec.collections.reduce((sum, { fields }) => sum + fields.length, 0)
  const rules = [
    ...[evidence, Number(evidence < 0.6), Number(missing.length > 0)],
    ...[
      Math.min(fields, 12) / 12,
      Number(spec.behaviours.length > 0),
      (assumed.length + Number(!sure)) / 4,
      Number(spec.collections.length > 1),
    ],
  ]
  const low = request.slice(0, MOST).toLowerCase()
  const parts = partsOf(low)
  const kept = keptBy(proposal)
  const said = parts.length ? parts.filter((part) => kept.includes(stemOf(part))).length / parts.length : 0
  const listed = Math.min(6, low.match(/[,、，;:：]/g)?.length ?? 0) / 6
  const words = [said, Number(/[\d一二三四五六七八九十]/.test(low)), listed, Math.min(parts.length, 30) / 30]
  return [...vector, ...[...rules, ...words].map((value) => HALF * value)]
}

/** Characters that are looked at. */
const MOST = 2000

/** Everything that the app shows of its own accord, but its name: that is what was said, whatever it can do. */
function keptBy({ spec: { collections, views, behaviours } }: Proposal): string {
  const shown = collections.map(({ label, one, fields, seeds }) => [
    ...[label, one, seeds],
    fields.map((field) => [
      field.label,
      'options' in field ? field.options.map(({ label }) => label) : '',
      'unit' in field ? field.unit : '',
    ]),
  ])
  return JSON.stringify([shown, views.map(({ label }) => label), behaviours.map(({ label }) => label)]).toLowerCase()
}

/** Words of Latin script that say something, and every two characters of the others. */
function partsOf(low: string): string[] {
  const words = (low.match(/[a-z]{3,}/g) ?? []).filter((word) => !LITTLE.has(word))
  const runs = low.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}/g) ?? []
  return [...words, ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))]
}
/** Without its last letter: an s more or less. */
const stemOf = (part: string): string => (part.length > 4 && /[a-z]/.test(part) ? part.slice(0, -1) : part)
const LITTLE = new Set(
  'the our for with and that are can this from have has each how what when who which make app please want need let like track log list'.split(
    ' ',
  ),
)
