/**
 * What a message shows of its dialogue act: its words (those of the app at hand and its values by what they are, so that
 * what is learned of one app holds for another), what each rule makes of it, what the app at hand would make of it as an
 * entry, a question and a change, and what came before. Hashed names; pure but for what `ctx` asks.
 */
import { bucketOf } from '../../base/hashed.ts'
import { foldHan } from '../../base/language/han.ts'
import type { Read, Reading } from '../../base/language/types.ts'
import { contentStems, fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import { addedWeight } from '../added.ts'
import { questionOf } from '../ask/read.ts'
import { CUES } from '../cues.ts'
import { mendable } from '../log/mend/mend.ts'
import { readEntry } from '../log/read.ts'
import { dot } from '../route/features.ts'
import type { Profile } from '../route/profile.ts'
import type { Ranked } from '../target.ts'
import type { Signals } from '../understand/signals.ts'
import { asksAdvice } from '../understand/telling.ts'

export const BUCKETS = 1 << 16

export type Said = {
  signals: Signals
  /** How sure each rule is that has something to say. */
  guesses: ReadonlyMap<string, number>
  /** The app at hand: what is open, or was spoken of last, or fits best. */
  at: { ranked: Ranked; profile: Profile } | null
  /** What the message means, of norm 1; null without an embedder. */
  meant: Float32Array | null
  /** How much what was done is what is done with the things of the app at hand, 0 to 1 (route/deeds.ts). */
  kin: number
}

/** What is open, else what was spoken of last, else what the words fit best. */
export const atHand = ({ ranked, target }: Signals): Ranked | undefined =>
  ranked.find(({ open }) => open) ?? ranked.find(({ last }) => last) ?? target ?? undefined

export function featuresOf(said: Said): number[] {
  const { reading } = said.signals
  const plain = [...stateOf(said), ...ruled(said), ...shapeOf(said.signals), ...takenBy(said)]
  const words = wordsOf(reading, said.at?.profile ?? null)
  const here = said.at ? 'at' : 'none'
  return [
    ...plain.map((name) => bucketOf(name, BUCKETS)),
    ...plain.map((name) => bucketOf(`${reading.language}:${name}`, BUCKETS)),
    ...words.map((name) => bucketOf(`${reading.language}:${name}`, BUCKETS)),
    ...words.slice(0, 40).map((name) => bucketOf(`${reading.language}:${here}:${name}`, BUCKETS)),
  ]
}

const few = (n: number) => (n > 12 ? '13+' : n > 8 ? '9-12' : n > 5 ? '6-8' : n > 3 ? '4-5' : String(n))
const tenths = (x: number) => Math.min(12, Math.round(x * 10))

/** What is often taken up by what is said next; that an app was just made says nothing. */
const FOLLOWED = new Set(['log', 'query'])
function stateOf({ signals, at }: Said): string[] {
  const { ctx } = signals
  return [
    'bias',
    `apps${Math.min(ctx.apps.length, 3)}`,
    `open${ctx.open !== null}`,
    `at${at !== null}`,
    `last${FOLLOWED.has(ctx.last.intent ?? '') ? ctx.last.intent : ''}`,
  ]
}

function ruled({ guesses }: Said): string[] {
  const sorted = [...guesses].sort(([, a], [, b]) => b - a)
  const [first, second] = sorted
  return [
    ...sorted.map(([name, sure]) => `g${name}${tenths(sure)}`),
    `first${first?.[0]}`,
    `first${first?.[0]}|${first ? tenths(first[1]) : ''}`,
    `two${first?.[0]}|${second?.[0]}|${first && second ? tenths(first[1] - second[1]) : ''}`,
  ]
}

/** Stops, smiles and sighs at the end. */
const END = /[?？!！~～…。.ㅋㅎㅠㅜ;w笑\p{Extended_Pictographic}]+$/u
function shapeOf({ reading, question, figures, bounds, rhythms, dates, words, has, low }: Signals): string[] {
  const cues = CUES.filter(has)
  const parts = reading.text.split(/[,，、;；\n。.!！]\s?/u).filter((part) => part.trim()).length
  return [
    `q${question}`,
    `f${few(figures)}`,
    `b${bounds > 0}`,
    `r${rhythms > 0}`,
    `d${few(dates)}`,
    `w${few(words)}`,
    `p${few(parts)}`,
    `fw${few(figures)}|${few(words)}|${few(parts)}`,
    `end${END.exec(reading.text)?.[0].slice(0, 2) ?? ''}`,
    `advice${asksAdvice(reading.language, reading.text)}`,
    `head${/^[^:：]{1,24}[:：]/.test(low)}`,
    ...cues.map((name) => `c${name}`),
    ...cues.map((name) => `c${name}|${figures > 0}|${question}`),
    ...reading.values.map(({ read }) => `v${read.kind}`),
  ]
}

/** What the app at hand would make of the message as an entry, a question and a change. */
function takenBy({ signals, at, meant, kin }: Said): string[] {
  if (!at) return []
  const { reading, ctx, figures, words, has } = signals
  const { app, relevance, fit, parts, named } = at.ranked
  if (!visibleCollections(app.spec).length) return ['bare']
  const around = { ...ctx, ...(app.known && { known: app.known }) }
  const sought = ctx.changes?.(reading, app.spec)
  const asked = questionOf(reading, app.spec, around)
  return [
    `rel${Math.min(6, Math.round(relevance * 2))}`,
    `fit${tenths(Math.min(fit, 1.2))}`,
    `named${named}`,
    `fields${Math.min(3, Math.round(parts.fields))}`,
    `options${Math.min(2, parts.options)}`,
    `titles${Math.min(2, parts.titles)}`,
    `relf${relevance >= 1}|${figures > 0}|${few(words)}`,
    sought ? `change${tenths(sought.sure)}|${sought.adds}` : 'change-',
    asked.ok ? `ask${asked.value.bearing}|${asked.value.asks}` : 'ask-',
    has('add') ? `added${Math.max(-4, Math.min(4, Math.round(addedWeight(reading, app.spec))))}` : 'added-',
    ...entered(signals, at),
    ...mending(signals, at.ranked),
    ...nearness(signals, at, meant, kin),
  ]
}

/** What it would be as a correction: how plainly an entry is named, and whether anything of it would change. */
function mending({ reading, ctx, question, figures, has }: Signals, { app }: Ranked): string[] {
  const { named, changes } = mendable(reading, app.spec, { ...ctx, ...(app.known && { known: app.known }) })
  const mend = `mend${changes}|${Math.min(5, Math.round(named))}`
  return [mend, `${mend}|${question}|${has('did')}`, `${mend}|${has('remove')}`, `${mend}|${figures > 0}`]
}

/** How many of the newest entries are looked at. */
const NEWEST = 12
/** How much of the message the app at hand knows: its words, and the figures and names of what it keeps. */
function nearness(
  { reading, question, has }: Signals,
  { ranked: { app }, profile }: NonNullable<Said['at']>,
  meant: Float32Array | null,
  kin: number,
): string[] {
  const did = has('did')
  const like = (vectors: readonly Float32Array[]) =>
    meant ? tenths(vectors.reduce((most, each) => Math.max(most, dot(meant, each)), 0)) : ''
  const stems = [...new Set(contentStems(reading.text))]
  const known = (...sets: ReadonlySet<string>[]) =>
    stems.length ? stems.filter((stem) => sets.some((words) => words.has(stem))).length / stems.length : 0
  const all = Math.round(known(profile.labels, profile.entries, profile.asked) * 5)
  const kept = visibleCollections(app.spec).flatMap((one) =>
    (app.known?.[one.id] ?? []).slice(-NEWEST).map(({ values }) => ({ title: values[one.title], values: Object.values(values) })),
  )
  const low = fold(reading.text)
  const named = kept.map(
    ({ title }) => typeof title === 'string' && contentStems(title).some((stem) => stem.length > 1 && low.includes(stem)),
  )
  const figures = new Set(kept.flatMap(({ values }) => values.flatMap(figureOf)))
  const same = reading.values.filter(({ read }) => figureIn(read).some((figure) => figures.has(figure))).length
  return [
    `known${all}`,
    `known${all}|${question}`,
    `entries${Math.round(known(profile.entries) * 5)}`,
    `named${named.some(Boolean)}|${named.at(-1) === true}`,
    `same${Math.min(2, same)}|${named.some(Boolean)}`,
    `like${like(profile.vectors)}`,
    `like${like(profile.vectors)}|${question}|${did}`,
    `kin${tenths(kin)}`,
    `kin${tenths(kin)}|${question}|${did}`,
  ]
}
const figureOf = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : value && typeof value === 'object' && 'amount' in value ? [Number(value.amount)] : []
const figureIn = (read: Read): number[] => Object.values(read).filter((value): value is number => typeof value === 'number')

function entered({ reading, ctx, words, figures }: Signals, { ranked: { app } }: NonNullable<Said['at']>): string[] {
  const entries = readEntry(reading, app.spec, { ...ctx, ...(app.known && { known: app.known }) })
  if (!entries.ok) return [`unread${entries.error.code}`]
  const { ops, lost = 0, foreign } = entries.value
  const op = ops.find((each) => each.do !== 'delete')
  const collection = op && app.spec.collections.find(({ id }) => id === ('collection' in op ? op.collection : ''))
  const fields = collection ? visibleFields(collection).filter(({ kind }) => kind !== 'computed') : []
  const said = op && 'values' in op ? fields.filter((field) => field.id in op.values && field.default === undefined) : []
  const title = collection && op && 'values' in op ? op.values[collection.title] : undefined
  const whole = typeof title === 'string' ? title.length / reading.text.length : 0
  const measures = said.filter(({ kind }) => kind !== 'text' && kind !== 'note').length
  return [
    `ops${ops.map(({ do: act }) => act).slice(0, 3)}`,
    `said${said.length}|${few(words)}`,
    `said${said.length}|${Math.min(5, fields.length)}`,
    `measures${measures}|${figures}`,
    `title${tenths(whole)}|${few(words)}`,
    `lost${lost}`,
    `foreign${Boolean(foreign)}`,
    `kinds${said.map(({ kind }) => kind).sort()}`,
  ]
}

/** Words and letters, values and the app's own words by what they are. */
export function wordsOf({ text, values, tokens, language }: Reading, profile: Profile | null): string[] {
  const value = (start: number) => values.find((each) => each.start <= start && start < each.end)
  const own = (stem: string) => profile && (profile.labels.has(stem) || profile.entries.has(stem) || profile.asked.has(stem))
  const pieces: string[] = []
  let covered = -1
  for (const { start, stem, kind } of tokens) {
    if (start < covered) continue
    const found = value(start)
    if (found) covered = found.end
    pieces.push(found ? `<${found.read.kind}>` : kind !== 'punct' && own(stem) ? '<own>' : kind === 'number' ? '#' : stem || text[start]!)
  }
  const grams = (list: string[], n: number, mark: string) =>
    list.length < n ? [] : Array.from({ length: list.length - n + 1 }, (_, i) => `${mark}${n}${list.slice(i, i + n).join('|')}`)
  const ends = (list: string[], mark: string) =>
    [1, 2, 3].flatMap((n) => [`${mark}^${n}${list.slice(0, n).join('|')}`, `${mark}$${n}${list.slice(-n).join('|')}`])
  const spelled = foldHan(pieces.join(language === 'en' || language === 'ko' ? ' ' : '').toLowerCase())
  const signs = [...spelled].slice(0, 160)
  return [
    ...new Set([
      ...ends(pieces, 'w'),
      ...[4, 5].map((n) => `s$${n}${signs.slice(-n).join('')}`),
      ...grams(pieces, 1, 'w'),
      ...grams(pieces, 2, 'w'),
      ...grams(pieces, 3, 'w'),
      ...(language === 'en' ? [] : [...grams(signs, 2, 's'), ...grams(signs, 3, 's'), ...grams(signs, 4, 's')]),
    ]),
  ]
}
