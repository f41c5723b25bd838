/**
 * What tells that a message is of an app, and what tells that it is of none: the features of a conditional logit model
 * (McFadden, 1974) whose alternatives are the apps of the home and “none of them”. All are about 0..1.
 */
import type { Reading } from '../../base/language/types.ts'
import { contentStems, fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Field } from '../../spec.ts'
import { asksOfDebts } from '../ask/debts.ts'
import { isTopic } from '../ask/filters.ts'
import { readQuestion } from '../ask/read.ts'
import { checkedIn } from '../log/checkin.ts'
import { debtTold, ledgerIn } from '../log/debts.ts'
import { knownTold } from '../log/known.ts'
import { memberNamed } from '../log/members.ts'
import { readEntry } from '../log/read.ts'
import type { EntryOp } from '../log/types.ts'
import type { Ranked } from '../target.ts'
import { topics } from '../topic.ts'
import type { DialogueContext } from '../understand/intent.ts'
import { isCard } from '../understand/rules/log.ts'
import type { Signals } from '../understand/signals.ts'
import { type Embed, meantBy, suggestedBy } from './meant.ts'
import type { Profile } from './profile.ts'

export const OF_APP = [
  'bias',
  'exact',
  'named',
  'heads',
  'fields',
  'options',
  'titles',
  'concepts',
  'sign',
  'asked',
  'labels',
  'entries',
  'telling',
  'families',
  'likeness',
  'likest',
  'entry-likeness',
  'entry-likest',
  'meaning',
  'meaning-most',
  'homes',
  'homeless',
  'filled',
  'measured',
  'untold',
  'lost',
  'foreign',
  'wordless',
  'unread',
  'checked-in',
  'debt',
  'ledger-untold',
  'debt-asked',
  'known',
  'member',
  'card',
  'topical',
  'elsewhere',
  'last',
  'recent',
  'only',
] as const
export const OF_NONE = [
  'bias',
  'question',
  'brief',
  'long',
  'home',
  'build',
  'tell',
  'memory',
  'talk',
  'artefact',
  'track',
  'make',
  'listed',
  'headed',
  'did',
  'figures',
  'bounds',
  'rhythms',
  'evidence',
  'anything-like',
] as const

/** A message and the home it was said in, as the rules see them. */
export type Said = { signals: Signals; guesses: ReadonlyMap<string, number>; profiles: readonly Profile[]; embed: Embed | null }

export const dot = (a: Float32Array, b: Float32Array) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
const most = (vector: Float32Array | null, among: readonly Float32Array[]) =>
  vector ? among.reduce((best, each) => Math.max(best, dot(vector, each)), 0) : 0
const share = (of: number, all: number) => (all ? Math.min(1, of / all) : 0)

/** One row an app, in the order of `signals.ranked`, and one for none. */
export type Alternatives = { apps: Float32Array[]; none: Float32Array }

export function featuresOf({ signals, guesses, profiles, embed }: Said): Alternatives {
  const { reading, ranked, ctx } = signals
  const stems = [...new Set(contentStems(reading.text))]
  const weights = rarity(stems, profiles)
  const words = wordsOf(reading)
  const said = embed ? embed(words) : null
  const likeness = profiles.map(({ vectors }) => most(said, vectors))
  const entryLikeness = profiles.map(({ entryVectors }) => most(said, entryVectors))
  const meant = meantBy(reading, suggestedBy(reading))
  const named = embed && meant.names ? embed(meant.names) : null
  const meaning = profiles.map(({ meanings }) => most(named, meanings))
  const top = (values: number[], i: number) => values[i]! - Math.max(0, ...values.filter((_, j) => j !== i))
  const byUse = [...ranked].sort((a, b) => (a.app.usedAt < b.app.usedAt ? 1 : -1))
  const apps = ranked.map((one, i) => {
    const profile = profiles[i]!
    const row: Partial<Record<(typeof OF_APP)[number], number>> = {
      bias: 1,
      ...saidOf(one),
      asked: covered(stems, weights, profile.asked),
      labels: covered(stems, weights, profile.labels),
      entries: covered(stems, weights, profile.entries),
      telling: covered(stems, weights, profile.asked, profile.labels, profile.entries),
      families: dot(meant.families, profile.families),
      likeness: likeness[i]!,
      likest: top(likeness, i),
      'entry-likeness': entryLikeness[i]!,
      'entry-likest': top(entryLikeness, i),
      meaning: meaning[i]!,
      'meaning-most': top(meaning, i),
      ...takenBy(signals, one, ctx),
      last: one.last ? 1 : 0,
      recent: 1 / (1 + byUse.indexOf(one)),
      only: ranked.length === 1 ? 1 : 0,
    }
    return Float32Array.from(OF_APP, (name) => row[name] ?? 0)
  })
  return { apps, none: noneOf(signals, guesses, Math.max(0, ...likeness, ...entryLikeness)) }
}

/** What the words say of the app by name, each alone. */
const saidOf = ({ parts, exact }: Ranked) => ({
  exact: exact ? 1 : 0,
  named: parts.share,
  heads: share(parts.heads, 2),
  fields: share(parts.fields, 3),
  options: share(parts.options, 2),
  titles: share(parts.titles, 1),
  concepts: share(parts.concepts, 2),
  sign: parts.sign,
})

/** How much each stem tells one app of the home from another: the logarithm of its rarity, at most 1. */
function rarity(stems: string[], profiles: readonly Profile[]): Map<string, number> {
  const count = profiles.length
  return new Map(
    stems.map((stem) => {
      const within = profiles.filter(({ asked, labels, entries }) => asked.has(stem) || labels.has(stem) || entries.has(stem)).length
      return [stem, Math.log((count + 1) / (within + 0.5)) / Math.log((count + 1) / 0.5)]
    }),
  )
}
function covered(stems: string[], weights: Map<string, number>, ...vocabularies: ReadonlySet<string>[]): number {
  const all = stems.reduce((sum, stem) => sum + weights.get(stem)!, 0)
  const found = stems.filter((stem) => vocabularies.some((words) => words.has(stem)))
  return share(
    found.reduce((sum, stem) => sum + weights.get(stem)!, 0),
    all,
  )
}

/** The message without its figures, which are like those of any other. */
function wordsOf({ text, values }: Reading): string {
  let words = text
  for (const { start, end, read } of [...values].reverse())
    if (['money', 'number', 'quantity', 'count', 'duration', 'date', 'time', 'datetime', 'range'].includes(read.kind))
      words = `${words.slice(0, start)} ${words.slice(end)}`
  return words.trim() || text
}

const MEASURES = new Set<Field['kind']>(['number', 'money', 'time', 'duration', 'quantity', 'rating'])

/** What the app would make of it: an entry read whole or in part, or a question of what it keeps. */
function takenBy(signals: Signals, { app }: Ranked, ctx: DialogueContext) {
  const { reading, question, figures } = signals
  const { spec } = app
  const around = { ...ctx, ...(app.known && { known: app.known }) }
  if (!visibleCollections(spec).length) return {}
  if (question) {
    const asked = readQuestion(reading, spec, around)
    const about = topics(
      reading,
      reading.values.map((value) => [value.start, value.end] as const),
    )
    const topical = about.filter(({ text }) => visibleCollections(spec).some((one) => isTopic(text, spec, one))).length
    return {
      'debt-asked': asksOfDebts(reading, spec) ? 1 : 0,
      topical: asked.ok ? share(topical, about.length) : 0,
      elsewhere: share(about.length - topical, 2),
    }
  }
  const entries = readEntry(reading, spec, around)
  const op = entries.ok ? entries.value.ops.find((each): each is Exclude<EntryOp, { do: 'delete' }> => each.do !== 'delete') : undefined
  const collection = op && spec.collections.find(({ id }) => id === op.collection)
  const fields = collection ? visibleFields(collection).filter((field) => field.kind !== 'computed') : []
  const said = op ? fields.filter((field) => field.id in op.values && field.default === undefined) : []
  const measures = fields.filter((field) => MEASURES.has(field.kind) && field.default === undefined)
  const title = collection && op ? op.values[collection.title] : undefined
  return {
    homes: share(said.length, 4),
    filled: share(said.length, Math.min(5, fields.length)),
    measured: share(measures.filter((field) => said.includes(field)).length, measures.length),
    // Figures said to an app that has no figure to take them: a day's work is told by its hours.
    untold: figures > 0 && measures.length > 1 && !measures.some((field) => said.includes(field)) ? 1 : 0,
    lost: entries.ok ? share(entries.value.lost ?? 0, Math.max(1, figures)) : 0,
    foreign: entries.ok && entries.value.foreign ? 1 : 0,
    unread: entries.ok ? 0 : 1,
    // “60 kg” in an app of weights has no words left over; “squat 60 kg” has some, that become a note at best.
    wordless: typeof title === 'string' && fold(title).trim() === fold(reading.text).trim() ? 1 : 0,
    homeless: said.every((field) => field.kind === 'note') ? 1 : 0,
    'checked-in': checkedIn(reading, spec, ctx.now.date) ? 1 : 0,
    debt: debtTold(reading, spec, false) ? 1 : 0,
    'ledger-untold': ledgerIn(spec) && !debtTold(reading, spec, false) ? 1 : 0,
    known: app.known && knownTold(reading, spec, around) ? 1 : 0,
    member: memberNamed(reading, spec) ? 1 : 0,
    card: isCard(reading, spec) ? 1 : 0,
  }
}

function noneOf(signals: Signals, guesses: ReadonlyMap<string, number>, like: number): Float32Array {
  const { reading, has, words, ctx } = signals
  const guess = (...names: string[]) => Math.max(0, ...names.map((name) => guesses.get(name) ?? 0))
  const parts = reading.text.split(/[,，、;；\n]/u).length - 1
  const row: Record<(typeof OF_NONE)[number], number> = {
    bias: 1,
    question: signals.question ? 1 : 0,
    brief: words <= 3 ? 1 : 0,
    long: share(words, 30),
    home: Math.log2(1 + ctx.apps.length) / 5,
    build: guess('build', 'plan'),
    tell: guess('tell'),
    memory: guess('remember', 'recall', 'forget', 'told'),
    talk: guess('talk', 'feedback', 'calculate', 'outside', 'work', 'confirm'),
    artefact: has('artefact') ? 1 : 0,
    track: has('track') ? 1 : 0,
    make: has('build') ? 1 : 0,
    listed: share(parts, 4),
    headed: /[:：]/.test(reading.text) ? 1 : 0,
    did: has('did') || has('record') ? 1 : 0,
    figures: share(signals.figures, 3),
    bounds: share(signals.bounds, 1),
    rhythms: share(signals.rhythms, 1),
    evidence: signals.evidence,
    'anything-like': like,
  }
  return Float32Array.from(OF_NONE, (name) => row[name])
}
