/** Which app a message is about: by its name, what it keeps, the values that fit its fields, and what is open. */

import { mentions } from '../base/concepts/index.ts'
import { conceptForms } from '../base/forms.ts'
import type { Reading } from '../base/language/types.ts'
import { contentStems, fieldsNamed, fold, labelPlace, optionNamed, placesOf, visibleCollections, visibleFields } from '../base/resolve.ts'
import type { AppId } from '../events.ts'
import { kindFit } from './log/fit.ts'
import type { AppGlimpse, DialogueContext } from './understand/intent.ts'

export type Ranked = {
  app: AppGlimpse
  /** What the words say, without what is open or was used last. */
  relevance: number
  /** How well values fit its fields. */
  fit: number
  /** Its name, or the telling part of it, was said. */
  named: boolean
  exact: boolean
  open: boolean
  last: boolean
  /** What `relevance` is made of. */
  parts: Parts
}
export type Parts = {
  share: number
  heads: number
  fields: number
  options: number
  titles: number
  concepts: number
  /** 1 where it goes by the sign of something mentioned. */
  sign: 0 | 1
}

/** So likely must an app be before it is taken for the one that is meant, as if it were open; less where no other comes near. */
const MEANT = 0.6
const APART = { least: 0.45, times: 3 }
/** The app that the message is of, where none is open. */
export function meantIn({ home }: DialogueContext): AppId | null {
  if (!home) return null
  const [first, second] = [...home.chances].sort(([, a], [, b]) => b - a)
  if (!first) return null
  const next = Math.max(home.none, second?.[1] ?? 0)
  return first[1] >= MEANT || (first[1] >= APART.least && first[1] >= APART.times * next) ? first[0] : null
}

export function rank(reading: Reading, ctx: DialogueContext): Ranked[] {
  const recent = [...ctx.apps].sort((a, b) => (a.usedAt < b.usedAt ? 1 : a.usedAt > b.usedAt ? -1 : a.id < b.id ? -1 : 1))
  const signs = signsIn(reading)
  const meant = meantIn(ctx)
  const scored = recent.map((app, i) => ({ ranked: weigh(reading, app, ctx, signs, meant), recency: 0.1 / (1 + i) }))
  const total = (one: Ranked) => one.relevance + (one.open ? 1.2 : 0) + (one.last ? 0.7 : 0)
  // Once the chances are known they are the order: they weighed all of this.
  const chance = ({ app, exact }: Ranked) => (exact ? 1 : 0) + (ctx.home?.chances.get(app.id) ?? 0)
  const place = ({ ranked, recency }: (typeof scored)[number]) => (ctx.home ? chance(ranked) : total(ranked) + recency)
  return scored.sort((a, b) => place(b) - place(a)).map((each) => each.ranked)
}

/** A latte is of the coffee app: things of one kind go by one sign. */
const signsIn = (reading: Reading): ReadonlySet<string> =>
  new Set(mentions(reading).flatMap(({ concept, score }) => (score >= 0.9 && concept.icon ? [concept.icon] : [])))

function weigh(reading: Reading, app: AppGlimpse, ctx: DialogueContext, signs: ReadonlySet<string>, meant: AppId | null): Ranked {
  const { spec } = app
  const low = fold(reading.text)
  const exact = nameSaid(low, reading, app.name)
  const stems = contentStems(app.name)
  const said = new Set(reading.tokens.map((token) => token.stem))
  const overlap = stems.filter(
    (stem) => said.has(stem) || (/[^\x20-\x7e]/.test(stem) && stem.length > 1 && placesOf(low, fold(stem)).length > 0),
  )
  const share = stems.length ? overlap.length / stems.length : 0
  const collections = visibleCollections(spec)
  const heads = collections.filter((one) => nameSaid(low, reading, one.label) || nameSaid(low, reading, one.one))
  const fit = fitOf(reading, app)
  // A field called “What” is not named by every question.
  const fields = fieldsNamed(reading.text, collections, { kinds: false }).filter(
    (hit) => !/^(?:what|when|where|who|which|how)$/i.test(hit.text),
  )
  const options = collections
    .flatMap(visibleFields)
    .filter((field) => (field.kind === 'choice' || field.kind === 'choices') && optionNamed(reading.text, field.options)).length
  const titles = collections.filter((one) =>
    one.seeds.some((seed) => {
      const title = seed[one.title]
      return typeof title === 'string' && titleSaid(low, reading, title)
    }),
  ).length
  const concepts = conceptsShared(low, app)
  const named = fields.reduce((sum, hit) => sum + hit.score, 0)
  const sign = signs.has(app.icon) ? 1 : 0
  const relevance =
    (exact ? 4 : share * 3) +
    heads.length * 1 +
    Math.min(1.5, named * 0.5) +
    Math.min(1.5, options) +
    titles * 1.5 +
    concepts +
    sign * 0.6 +
    fit * 0.6
  return {
    app,
    relevance,
    fit,
    named: exact || share >= 0.5,
    exact,
    open: app.id === ctx.open || app.id === meant,
    last: app.id === ctx.last.app,
    parts: { share, heads: heads.length, fields: named, options, titles, concepts, sign },
  }
}

/** 本 is no part of 笔记本: what is called by one character is named only where it stands as a word. */
function nameSaid(low: string, reading: Reading, name: string): boolean {
  const at = labelPlace(low, reading.tokens, name)
  if (!at || name.trim().length > 1) return at !== undefined
  const HAN = /\p{Script=Han}/u
  return placesOf(low, fold(name)).some(([start, end]) => !HAN.test(low[start - 1] ?? '') && !HAN.test(low[end] ?? ''))
}

function titleSaid(low: string, reading: Reading, title: string): boolean {
  if (labelPlace(low, reading.tokens, title)) return true
  return contentStems(title).some(
    (stem) => (stem.length > 3 || (/[^\x20-\x7e]/.test(stem) && stem.length > 1)) && placesOf(low, stem).length > 0,
  )
}

/** Values of the sentence against the fields of the app's best fitting collection. */
function fitOf(reading: Reading, app: AppGlimpse): number {
  const of = (fields: ReturnType<typeof visibleFields>) =>
    reading.values.reduce(
      (sum, { read: value }) =>
        value.kind === 'date' || value.kind === 'time' || value.kind === 'datetime'
          ? sum
          : sum + Math.max(0, ...fields.map((field) => kindFit(value, field))),
      0,
    )
  return Math.max(0, ...visibleCollections(app.spec).map((collection) => of(visibleFields(collection))))
}

/** Topics shared with the name, the collections and the fields of an app, in any language: "latte" and a コーヒー app. */
function conceptsShared(low: string, app: AppGlimpse): number {
  let points = 0
  const ids = new Set<string>()
  for (const collection of app.spec.collections) {
    ids.add(collection.concept ?? collection.id)
    for (const field of collection.fields) if (field.concept) ids.add(field.concept)
  }
  for (const id of ids) if (conceptForms(id).some((word) => word.length > 1 && placesOf(low, word).length > 0)) points += 0.8
  return Math.min(2, points)
}
