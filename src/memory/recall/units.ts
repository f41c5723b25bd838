/**
 * What can be recalled, side by side: turns of conversations and items of the long-term store, each one a slot of the
 * indexes. Neighbours are the turns before and after in the same conversation.
 */
import { LexicalIndex } from '../index/lexical/lexical.ts'
import { termsOf } from '../index/lexical/terms.ts'
import type { ItemKind } from '../types.ts'

export type Unit = {
  text: string
  kind: 'turn' | ItemKind
  /** Who said it, as a name or 'person' and 'agent'. */
  speaker: string | null
  /** The conversation or day it belongs to; null where units stand alone. */
  session: string | null
  /** ISO 8601, local or UTC; what dates in a question are held against. */
  at: string | null
  /** What is found with it and not said in it: a picture's caption, where it was. */
  note?: string
}

/** What a text has that a kind of question asks for; looked at once, when it is added. */
type Traits = { terms: number; question: boolean; numbered: boolean; timed: boolean; placed: boolean }
type Kept = Unit & Traits & { compared?: string[] }

const QUESTION = /[?？]\s*$|[吗呢か까]\s*[。.]?$/
const TIMED =
  /\b(?:yesterday|today|tomorrow|tonight|last|next|ago|week(?:end)?|month|year|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|since|\d{4})\b|昨天|今天|明天|前天|上周|下周|周[一二三四五六日]|[月日]|昨日|今日|明日|先週|来週|先月|어제|오늘|내일|지난|다음|주말|월|일/i
const NUMBERED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|dozen|hundred|thousand)\b|[一二三四五六七八九十百千万两]|하나|둘|셋|두|세|네|다섯/i
const PLACED = /\b(?:in|at|from|to|near)\s+[A-Z]|[省市区县镇村街路店都道府県駅町]|에서|시(?=\s|$)|동(?=\s|$)/

/** Enough of a text to tell what it has; a pasted book is not searched to its end. */
const LOOKED_AT = 2000
function traitsOf(text: string, terms: number): Traits {
  const start = text.slice(0, LOOKED_AT)
  return {
    terms,
    question: QUESTION.test(text.slice(-8)),
    numbered: NUMBERED.test(start),
    timed: TIMED.test(start),
    placed: PLACED.test(start),
  }
}

/** More terms of a long text say little more of what it is like. */
const COMPARED = 40

export class Units {
  readonly lexical = new LexicalIndex()
  private readonly kept: (Kept | undefined)[] = []
  private readonly sessions = new Map<string, number[]>()
  private readonly voices = new Map<string, { slots: number; terms: string[] }>()

  get size(): number {
    return this.lexical.size
  }
  /** One more than the highest slot in use. */
  get end(): number {
    return this.kept.length
  }

  /** Slots of a session must be added in the order of time. */
  add(slot: number, unit: Unit): void {
    this.remove(slot)
    const voice = unit.speaker ? termsOf(unit.speaker) : []
    const terms = [...voice, ...termsOf(unit.text), ...(unit.note ? termsOf(unit.note) : [])]
    this.lexical.add(slot, terms)
    this.kept[slot] = { ...unit, ...traitsOf(unit.text, terms.length) }
    if (unit.session !== null) {
      const session = this.sessions.get(unit.session)
      if (session) session.push(slot)
      else this.sessions.set(unit.session, [slot])
    }
    if (!unit.speaker) return
    const known = this.voices.get(unit.speaker)
    if (known) known.slots++
    else this.voices.set(unit.speaker, { slots: 1, terms: voice })
  }

  remove(slot: number): void {
    const unit = this.kept[slot]
    if (!unit) return
    this.lexical.remove(slot)
    this.kept[slot] = undefined
    if (unit.session !== null) {
      const session = this.sessions.get(unit.session)!
      session.splice(session.indexOf(slot), 1)
      if (session.length === 0) this.sessions.delete(unit.session)
    }
    const voice = unit.speaker ? this.voices.get(unit.speaker) : undefined
    if (voice && --voice.slots === 0) this.voices.delete(unit.speaker!)
  }

  get(slot: number): Kept | undefined {
    return this.kept[slot]
  }

  /** Terms of a unit that others are compared with: its rarest at the time that this was first asked. */
  compared(slot: number): string[] {
    const unit = this.kept[slot]!
    unit.compared ??= this.rarest(this.lexical.termsOf(slot))
    return unit.compared
  }
  private rarest(terms: string[]): string[] {
    if (terms.length <= COMPARED) return terms
    const counted = terms.map((term) => ({ term, in: this.lexical.frequency(term) }))
    return counted
      .sort((a, b) => a.in - b.in)
      .slice(0, COMPARED)
      .map(({ term }) => term)
  }

  /** The slots of a session in order of time. */
  session(name: string): readonly number[] {
    return this.sessions.get(name) ?? []
  }

  /** The slot `by` turns on (or back) in the same session; -1 where there is none. */
  beside(slot: number, by: number): number {
    const name = this.kept[slot]?.session
    if (name == null) return -1
    const session = this.sessions.get(name)!
    // Sessions are nearly always runs of slots.
    const guess = session[0]! <= slot ? slot - session[0]! : -1
    const at = session[guess] === slot ? guess : session.indexOf(slot)
    return session[at + by] ?? -1
  }

  /** Those who speak here and are named by the terms of a question. */
  named(terms: ReadonlyMap<string, number>): Set<string> {
    const out = new Set<string>()
    for (const [speaker, { terms: name }] of this.voices) if (name.length && name.every((term) => terms.has(term))) out.add(speaker)
    return out
  }
}
