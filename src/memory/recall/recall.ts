/**
 * Recall over what is in memory: the indexes of one person, and the way from a question to what is returned.
 *
 *   question -> terms, dates, kind of answer (question.ts), likely further terms (expand.ts)
 *   legs     -> BM25 over words, nearest vectors over meaning; what may not be seen is left out here
 *   survey   -> the signals of each candidate and the setting (signals.ts)
 *   token    -> points at one after the other (token.ts), until nothing more is worth it (stop.ts)
 */
import type { Now } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import type { StaticEmbedder } from '../embed/builtin.ts'
import { Bitmap } from '../index/vector/bitmap.ts'
import { ExactIndex } from '../index/vector/exact.ts'
import type { Item } from '../types.ts'
import { readQuestion } from './question.ts'
import { survey } from './signals.ts'
import { stopAt, type Thresholds } from './stop.ts'
import { point, type Weights } from './token.ts'
import { Units } from './units.ts'

export type RecallWeights = { token: Weights; stop: Weights; thresholds: Thresholds }

export type Found = { id: string; text: string; at: string; score: number; worth: number }
export type Search = { now: Now; language: Language; allowed: (id: string) => boolean; most: number }

export type Recall = {
  readonly size: number
  addTurn(turn: { id: string; text: string; conversation: string; at: string }): void
  addItem(item: Item): void
  remove(id: string): void
  search(question: string, search: Search): { found: Found[]; stop: 'enough' | 'nothing-fits' | 'nothing-there' }
}

/** Neighbours asked of the vector leg. */
export const NEAREST = 60

export function openRecall(weights: RecallWeights, embedder: StaticEmbedder | null): Recall {
  const units = new Units()
  const slots = new Map<string, number>()
  const ids: (string | undefined)[] = []
  const vectors = embedder ? new ExactIndex({ dimension: embedder.dimension, model: embedder.id }) : null

  function add(id: string, unit: Parameters<Units['add']>[1]): void {
    remove(id)
    const slot = ids.length
    ids.push(id)
    slots.set(id, slot)
    units.add(slot, unit)
    // A text without anything to embed has no vector, and is found by its words alone.
    if (embedder && vectors) vectors.add(slot, embedder.embedText(unit.text))
  }
  function remove(id: string): void {
    const slot = slots.get(id)
    if (slot === undefined) return
    units.remove(slot)
    vectors?.remove(slot)
    slots.delete(id)
    ids[slot] = undefined
  }

  return {
    get size() {
      return units.size
    },
    addTurn: ({ id, text, conversation, at }) => add(id, { text, kind: 'turn', speaker: 'person', session: conversation, at }),
    addItem: (item) => add(item.id, { text: item.text, kind: item.kind, speaker: null, session: null, at: item.from ?? item.learned }),
    remove,
    search(text, { now, language, allowed, most }) {
      if (units.size === 0) return { found: [], stop: 'nothing-there' }
      const question = readQuestion(text, { now, language })
      const seen = (slot: number) => allowed(ids[slot]!)
      const lexical = units.lexical.search(question.terms).filter(({ slot }) => seen(slot))
      const cosine = nearest(question.text, seen)
      const field = survey(units, { question, lexical, cosine, seen })
      const pointed = point(weights.token, field, units, question.terms, Math.max(most, 10))
      const worths = stopAt(weights.stop, field.setting, pointed, weights.thresholds, most)
      const found = worths.map((worth, i): Found => {
        const { slot, score } = pointed[i]!
        const unit = units.get(slot)!
        return { id: ids[slot]!, text: unit.text, at: unit.at ?? '', score, worth }
      })
      return { found, stop: found.length ? 'enough' : 'nothing-fits' }
    },
  }

  function nearest(text: string, seen: (slot: number) => boolean): Map<number, number> {
    if (!embedder || !vectors) return new Map()
    const query = embedder.embedText(text)
    if (query.every((value) => value === 0)) return new Map()
    const may = new Bitmap()
    for (const slot of slots.values()) if (seen(slot)) may.add(slot)
    const near = vectors.search(query, NEAREST, { allowed: may })
    return new Map(near.ok ? near.value.map(({ id, score }) => [id, score]) : [])
  }
}
