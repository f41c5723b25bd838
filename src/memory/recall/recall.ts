/**
 * Recall over what is in memory: the indexes of one person, and the way from a question to what is returned.
 *
 *   question -> terms, dates, kind of answer (question.ts)
 *   legs     -> BM25 over words, nearest vectors over meaning; what may not be seen is left out here
 *   survey   -> the signals of each candidate and the setting (signals.ts)
 *   token    -> points at one after the other (token.ts)
 *   stop     -> of these, what is worth its tokens, or nothing (stop.ts)
 */
import type { Now } from '../../base/language/types.ts'
import { drained } from '../../base/steps.ts'
import type { Language } from '../../spec.ts'
import type { StaticEmbedder } from '../embed/builtin.ts'
import { certainTerms } from '../index/lexical/terms.ts'
import { Bitmap } from '../index/vector/bitmap.ts'
import { type Item, PRIVACY_CLASSES, type PrivacyClass } from '../types.ts'
import type { Followed } from './chosen.ts'
import { NearestLeg } from './nearest.ts'
import { readQuestion } from './question.ts'
import { digestOf, outworn, readingSaved, type Waiting, writeSaved } from './saved.ts'
import { survey } from './signals.ts'
import { choose, LOOKED_AT, type Thresholds, tokensOf } from './stop.ts'
import { point, type Weights } from './token.ts'
import { Units } from './units.ts'

export type RecallWeights = { token: Weights; stop: Weights; thresholds: Thresholds }

export type Turn = { id: string; text: string; conversation: string | null; at: string | null; speaker?: string | null; note?: string }
export type Found = { id: string; text: string; at: string; score: number /** 0..1: how likely it is what was asked for */; worth: number }
export type Search = {
  now: Now
  language: Language
  /** Classes that may be seen. Turns are 'personal'. */
  classes: ReadonlySet<PrivacyClass>
  /** Returned at most. */
  most: number
  /** Neighbours by another embedder than the built-in one: cosines by slot, of those allowed. */
  nearest?: (most: number, allowed: Bitmap | undefined) => Map<number, number>
  /** Pointed at at least, for benches that look further down. */
  deep?: number
}
export type Answer = {
  found: Found[]
  stop: 'enough' | 'nothing-fits' | 'nothing-there'
  /** What the token pointed at, in its order: for benches and explanations. */
  pointed: { id: string; score: number }[]
}

export type Follower = { add(slot: number, unit: Followed): void; remove(slot: number): void }

export type Recall = {
  readonly size: number
  addTurn(turn: Turn): void
  addItem(item: Item): void
  remove(id: string): void
  /** Units of which every text that holds these words as they stand is one; null where the words are too short to tell. */
  mayHold(words: string): string[] | null
  /** Tells another leg of every unit that there is, and of each that comes and goes. Ends with what it returns. */
  follow(leg: Follower): () => void
  search(question: string, search: Search): Answer
  /** Units that were added or removed since it was opened or saved; those that a saved index knew do not count. */
  readonly changes: number
  /** Ends the adding of what there is: what a saved index had besides goes. */
  complete(): void
  /** Null where it is better made anew. */
  save(): Uint8Array | null
  /** Fits the vector leg to what it holds, where that pays; questions are answered meanwhile. */
  settle(): Promise<void>
}

/** Neighbours asked of the vector leg. */
export const NEAREST = 60
/** `saved`, as of `save`: what is added again as it was then need not be made anew. Anything else there is left aside. */
export const openRecall = (weights: RecallWeights, embedder: StaticEmbedder | null, saved: Uint8Array | null = null): Recall =>
  drained(openingRecall(weights, embedder, saved))

/** The same in steps: a saved index of a million units takes seconds to read. */
export function* openingRecall(weights: RecallWeights, embedder: StaticEmbedder | null, saved: Uint8Array | null): Generator<void, Recall> {
  const read = saved && (yield* readingSaved(saved, embedder))
  const known = read?.ok ? read.value : null
  const units = known?.units ?? new Units()
  const leg = known ? known.leg : embedder ? new NearestLeg(embedder) : null
  const waiting: Map<string, Waiting> = known?.waiting ?? new Map()
  const slots = new Map<string, number>()
  const ids: (string | undefined)[] = known?.ids.slice() ?? []
  const followers = new Set<Follower>()
  const followed = (slot: number, id: string, privacy: PrivacyClass): Followed => {
    const unit = units.get(slot)!
    return { id, text: unit.text, digest: digestOf(unit), privacy }
  }
  let changes = 0
  const members = Object.fromEntries(PRIVACY_CLASSES.map((name) => [name, new Bitmap()])) as Record<PrivacyClass, Bitmap>

  function add(id: string, privacy: PrivacyClass, unit: Parameters<Units['add']>[1]): void {
    remove(id)
    const same = waiting.get(id)
    waiting.delete(id)
    const slot = same?.digest === digestOf(unit) ? same.slot : ids.length
    if (same && slot !== same.slot) drop(same.slot)
    ids[slot] = id
    slots.set(id, slot)
    members[privacy].add(slot)
    if (slot === same?.slot) {
      units.resume(slot, unit)
      leg?.resume(slot, unit.text)
    } else {
      changes++
      units.add(slot, unit)
      leg?.add(slot, unit.text)
    }
    for (const other of followers) other.add(slot, followed(slot, id, privacy))
  }
  function drop(slot: number): void {
    units.remove(slot)
    leg?.remove(slot)
    for (const other of followers) other.remove(slot)
    changes++
  }
  function remove(id: string): void {
    const slot = slots.get(id)
    if (slot === undefined) return
    drop(slot)
    for (const bitmap of Object.values(members)) bitmap.delete(slot)
    slots.delete(id)
    ids[slot] = undefined
  }
  /** Undefined where everything may be seen. */
  function allowedOf(classes: ReadonlySet<PrivacyClass>): Bitmap | undefined {
    const hidden = PRIVACY_CLASSES.filter((name) => !classes.has(name) && members[name].count > 0)
    if (hidden.length === 0) return undefined
    return Bitmap.of([...slots.values()].filter((slot) => !hidden.some((name) => members[name].has(slot))))
  }

  return {
    get size() {
      return units.size
    },
    addTurn: ({ id, text, conversation, at, speaker = 'person', note }) =>
      add(id, 'personal', { text, kind: 'turn', speaker, session: conversation, at, ...(note && { note }) }),
    addItem: (item) =>
      add(item.id, item.privacy, { text: item.text, kind: item.kind, speaker: null, session: null, at: item.from ?? item.learned }),
    remove,
    mayHold: (words) => units.lexical.withAll(certainTerms(words))?.flatMap((slot) => ids[slot] ?? []) ?? null,
    follow(other) {
      for (const [id, slot] of slots) other.add(slot, followed(slot, id, PRIVACY_CLASSES.find((name) => members[name].has(slot))!))
      followers.add(other)
      return () => followers.delete(other)
    },
    get changes() {
      return changes
    },
    complete() {
      for (const { slot } of waiting.values()) drop(slot)
      waiting.clear()
    },
    save() {
      changes = 0
      return outworn(ids.length, units.size) ? null : writeSaved({ ids, units, leg }, embedder)
    },
    settle: async () => leg?.settle(),
    search(text, { now, language, classes, most, nearest, deep = LOOKED_AT }) {
      if (units.size === 0) return { found: [], stop: 'nothing-there', pointed: [] }
      const question = readQuestion(text, { now, language })
      const allowed = allowedOf(classes)
      const seen = allowed ? (slot: number) => allowed.has(slot) : undefined
      const lexical = units.lexical.search(question.terms, seen && { may: seen })
      const cosine = nearest?.(NEAREST, allowed) ?? leg?.search(question.text, NEAREST, allowed) ?? new Map<number, number>()
      const field = survey(units, { question, lexical, cosine, ...(seen && { seen }) })
      const pointed = point(weights.token, field, units, question.terms, Math.max(most, deep))
      const tokens = (slot: number) => tokensOf(units.get(slot)!.text)
      const found = choose(weights.stop, field.setting, pointed, tokens, weights.thresholds, most).map(({ step, worth }): Found => {
        const { slot, score } = pointed[step]!
        const unit = units.get(slot)!
        return { id: ids[slot]!, text: unit.text, at: unit.at ?? '', score, worth }
      })
      return {
        found,
        stop: found.length ? 'enough' : 'nothing-fits',
        pointed: pointed.map(({ slot, score }) => ({ id: ids[slot]!, score })),
      }
    },
  }
}
