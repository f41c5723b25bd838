/** What a text means beyond its words: the concepts it mentions, by their English names, and the kinds of app they suggest. */
import { mentions } from '../../base/concepts/index.ts'
import { FAMILIES, type Family } from '../../base/concepts/types.ts'
import type { Read, Reading } from '../../base/language/types.ts'
import { unitOf } from '../../base/language/units.ts'
import { fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec } from '../../spec.ts'
import { ledgerIn } from '../log/debts.ts'
import { hasSpan } from '../shapes.ts'
import { deedsIn } from './deeds.ts'

/** A text as a vector of norm 1. */
export type Embed = (text: string) => Float32Array

/** `families` has norm 1, or is all zeros. */
export type Meant = { names: string; families: Float32Array }

export function meantBy(reading: Reading, besides: readonly Suggested[]): Meant {
  const found = mentions(reading).filter(({ score }) => score >= 0.75)
  const suggested = [...found.map(({ concept }) => concept.suggests ?? {}), ...besides]
  const families = Float32Array.from(FAMILIES, (family) => suggested.reduce((sum, each) => sum + (each[family] ?? 0), 0))
  const norm = Math.hypot(...families)
  return {
    names: [...new Set(found.map(({ concept }) => concept.forms.en[0] ?? ''))].join(' '),
    families: norm ? families.map((weight) => weight / norm) : families,
  }
}

export type Suggested = Partial<Record<Family, number>>
const SPENT: Suggested = { expenses: 0.6, budget: 0.4 }
/** Hours from one to another are worked or slept. */
const SPAN: Suggested = { timesheet: 0.8, sleep: 0.3, events: 0.3 }
/** So many of a thing, and until when it keeps. */
const STOCK: Suggested = { inventory: 0.6 }
const STARS: Suggested = { reading: 0.4, watching: 0.4 }
const BY_DIMENSION: Partial<Record<string, Suggested>> = {
  mass: { measurements: 0.6, workout: 0.3 },
  volume: { intake: 0.6 },
  length: { workout: 0.4 },
  temperature: { symptoms: 0.5 },
  energy: { intake: 0.4 },
}

const COUNTS = new Set<Read['kind']>(['count', 'number'])

/** What the verbs and figures of a message suggest: who says an amount of money and no more spent it. */
export const suggestedBy = ({ values, text }: Reading): Suggested[] => [
  ...deedsIn(fold(text)),
  ...values.map(({ read, text: said }) => {
    if (read.kind === 'money') return SPENT
    if (read.kind === 'quantity') return BY_DIMENSION[read.dimension] ?? {}
    return read.kind === 'count' && /star|星|つ星|별|점|点/i.test(said) ? STARS : {}
  }),
  ...(hasSpan(text) ? [SPAN] : []),
  ...(values.some(({ read }) => COUNTS.has(read.kind)) && values.some(({ read }) => read.kind === 'date') ? [STOCK] : []),
]

/** What an app keeps day by day suggests the same: amounts of money by day, hours from one to another. */
export function suggestedIn(spec: AppSpec): Suggested[] {
  if (ledgerIn(spec)) return []
  return visibleCollections(spec).flatMap((one) => {
    const fields = visibleFields(one)
    const daily = fields.some((field) => field.default === 'today' || field.default === 'now')
    const times = fields.filter(({ kind }) => kind === 'time').length
    const spans = times >= 2 || (fields.some(({ kind }) => kind === 'duration') && daily)
    const spent = daily && !spans && fields.some((field) => field.kind === 'money' && field.default === undefined)
    const measured = fields.flatMap((field) => (field.kind === 'quantity' ? [BY_DIMENSION[unitOf(field.unit)?.dimension ?? ''] ?? {}] : []))
    const stock =
      !daily && fields.some(({ kind }) => kind === 'number' || kind === 'quantity') && fields.some(({ kind }) => kind === 'date')
    return [
      spent ? SPENT : {},
      stock ? STOCK : {},
      spans ? SPAN : {},
      fields.some(({ kind }) => kind === 'rating') && !daily ? STARS : {},
      ...measured,
    ]
  })
}
