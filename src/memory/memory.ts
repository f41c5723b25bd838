/**
 * Memory for now: the short-term window of a conversation, and plain facts that a person asked to keep, recalled by
 * the words they share with the question. The three tiers of the full engine go behind this same seam.
 */
import { ok, type Result } from '../base/result.ts'
import type { ConversationId, Event, EventId, MemoryId } from '../events.ts'

/** Messages of a conversation that are looked at again. */
export const WINDOW = 12

export type Memory = { id: MemoryId; text: string; about: string | null; at: string }
export type Recalled = { items: (Memory & { score: number })[] /** why the search ended */; stop: 'enough' | 'nothing-fits' }
export type Line = { role: 'person' | 'agent'; text: string }

/** Where facts are kept; the store's table in use. */
export type Facts = {
  put(fact: { text: string; about: string | null; source: EventId | null }): Promise<Result<Memory>>
  list(): Promise<Memory[]>
  /** 'memory-unknown' where it is not there. */
  remove(id: MemoryId): Promise<Result<unknown>>
}
export type Conversations = { byConversation(conversation: ConversationId): Promise<Event[]> }

export type MemoryEngine = {
  window(conversation: ConversationId): Promise<Line[]>
  remember(text: string, source: EventId | null): Promise<Result<Memory>>
  recall(about: string): Promise<Recalled>
  list(): Promise<Memory[]>
  forget(id: MemoryId): Promise<Result<unknown>>
}

export function openMemory(facts: Facts, past: Conversations): MemoryEngine {
  return {
    async window(conversation) {
      const lines: Line[] = (await past.byConversation(conversation)).flatMap((event): Line[] => {
        if (event.type === 'message-received') return [{ role: 'person', text: event.text }]
        return event.type === 'reply-end' ? [{ role: 'agent', text: event.text }] : []
      })
      return lines.slice(-WINDOW)
    },
    async remember(text, source) {
      const known = (await facts.list()).find((fact) => fold(fact.text) === fold(text))
      return known ? ok(known) : facts.put({ text, about: null, source })
    },
    async recall(about) {
      const all = await facts.list()
      const items = rank(about, all).slice(0, 5)
      return { items, stop: items.length ? 'enough' : 'nothing-fits' }
    },
    list: () => facts.list(),
    forget: (id) => facts.remove(id),
  }
}

/** A fact is recalled from this share of the question's weight upwards. */
const LEAST = 0.2

/** Inverse-frequency-weighted share of the question's terms that a fact has. */
function rank(about: string, all: Memory[]): (Memory & { score: number })[] {
  const terms = all.map((fact) => new Set(termsOf(fact.text)))
  const asked = [...new Set(termsOf(about))]
  const weight = (term: string) => Math.log(1 + all.length / (1 + terms.filter((set) => set.has(term)).length)) + 0.05
  const total = asked.reduce((sum, term) => sum + weight(term), 0)
  if (!total) return []
  return all
    .map((fact, i) => ({ ...fact, score: asked.reduce((sum, term) => sum + (terms[i]!.has(term) ? weight(term) : 0), 0) / total }))
    .filter((fact) => fact.score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.at < b.at ? 1 : -1))
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim()

const COMMON = new Set(
  'a an and are about am at be did do does for have i in is it me my of on or that the to was what when where which who you your'.split(
    ' ',
  ),
)

/** Latin words with a crude stem; pairs of neighbouring characters in scripts without spaces, and in Hangul. */
export function termsOf(text: string): string[] {
  return [
    ...fold(text).matchAll(/[\p{Script=Latin}\p{N}]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu),
  ].flatMap(([run]) => {
    if (/^[\p{Script=Latin}\p{N}]/u.test(run)) return COMMON.has(run) ? [] : [run.replace(/(?:ies|es|s|ing|ed)$/, '')]
    const chars = [...run]
    return chars.length === 1 ? chars : chars.slice(1).map((char, i) => chars[i]! + char)
  })
}
