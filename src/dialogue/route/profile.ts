/** What an app is about, as far as words tell: its name and request, its labels and options, what its entries are called. */
import { read } from '../../base/language/read.ts'
import type { Now } from '../../base/language/types.ts'
import { contentStems, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec } from '../../spec.ts'
import type { AppGlimpse } from '../understand/intent.ts'
import { type Embed, meantBy, suggestedIn } from './meant.ts'

/** What does not change with its data. */
type Shape = {
  /** Stems of its name and of how it was asked for. */
  asked: ReadonlySet<string>
  /** Stems of its labels and options. */
  labels: ReadonlySet<string>
  /** How much each kind of app is suggested by how it was asked for, of norm 1. */
  families: Float32Array
  /** Embeddings of the name, the request, the labels, the options; and of the concepts these mention. */
  vectors: Float32Array[]
  meanings: Float32Array[]
}
export type Profile = Shape & {
  /** Stems of what its entries say, and embeddings of them. */
  entries: ReadonlySet<string>
  entryVectors: Float32Array[]
}

/** Entries that are looked at: the newest tell what an app is used for. */
const ENTRIES = 60
/** Entries that are embedded. */
const EMBEDDED = 24

/** Whoever keeps the glimpse of an app that has not changed keeps its profile, and its shape while the spec stays. */
const profiles = new WeakMap<AppGlimpse, Profile>()
const shapes = new WeakMap<AppSpec, Shape>()

export function profileOf(app: AppGlimpse, embed: Embed | null, now: Now): Profile {
  const known = profiles.get(app)
  if (known) return known
  const shape = shapes.get(app.spec) ?? shapeOf(app, embed, now)
  shapes.set(app.spec, shape)
  const texts = visibleCollections(app.spec).flatMap((one) => {
    const records = (app.known?.[one.id] ?? []).slice(-ENTRIES)
    return textsOf([...records.map(({ values }) => values), ...one.seeds])
  })
  const entries = [...new Set(texts)]
  const profile = {
    ...shape,
    entries: new Set(entries.flatMap(contentStems)),
    entryVectors: embed ? entries.slice(0, EMBEDDED).map((text) => embed(text)) : [],
  }
  profiles.set(app, profile)
  return profile
}

function shapeOf({ spec, name, requests = [] }: AppGlimpse, embed: Embed | null, now: Now): Shape {
  const shown = visibleCollections(spec)
  const fields = shown.flatMap(visibleFields)
  const options = fields.flatMap((field) => ('options' in field ? field.options.map(({ label }) => label) : []))
  const labels = [...shown.flatMap((one) => [one.label, one.one]), ...fields.map(({ label }) => label), ...options]
  const about = [name, ...requests.slice(0, 1)]
  const reading = (text: string) => read(text, { now, language: spec.language, currency: 'USD' })
  const meant = meantBy(reading(about.join('\n')), suggestedIn(spec))
  const kept = [...new Set(labels)].join(' ')
  return {
    asked: new Set(about.flatMap(contentStems)),
    labels: new Set(labels.flatMap(contentStems)),
    families: meant.families,
    vectors: embed ? [...about, kept, ...options].map((text) => embed(text)) : [],
    meanings: embed ? [meant.names, meantBy(reading(kept), []).names].filter(Boolean).map((text) => embed(text)) : [],
  }
}

const textsOf = (rows: Record<string, unknown>[]): string[] =>
  rows.flatMap((row) =>
    Object.values(row).filter((value): value is string => typeof value === 'string' && /\p{L}/u.test(value) && value.length <= 80),
  )
