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

/** What a text has that a kind of question asks for, as bits; looked at once, when it is added. */
export const TRAITS = { question: 1, numbered: 2, timed: 4, placed: 8, /** no turn of a conversation */ item: 16 } as const
type Kept = Unit & { compared?: Int32Array }

const QUESTION = /[?？]\s*$|[吗呢か까]\s*[。.]?$/
const TIMED =
  /\b(?:yesterday|today|tomorrow|tonight|last|next|ago|week(?:end)?|month|year|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|since|\d{4})\b|昨天|今天|明天|前天|上周|下周|周[一二三四五六日]|[月日]|昨日|今日|明日|先週|来週|先月|어제|오늘|내일|지난|다음|주말|월|일/i
const NUMBERED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|dozen|hundred|thousand)\b|[一二三四五六七八九十百千万两]|하나|둘|셋|두|세|네|다섯/i
const PLACED = /\b(?:in|at|from|to|near)\s+[A-Z]|[省市区县镇村街路店都道府県駅町]|에서|시(?=\s|$)|동(?=\s|$)/

/** Enough of a text to tell what it has; a pasted book is not searched to its end. */
const LOOKED_AT = 2000
function traitsOf({ text, kind }: Unit): number {
  const start = text.slice(0, LOOKED_AT)
  return (
    (QUESTION.test(text.slice(-8)) ? TRAITS.question : 0) |
    (NUMBERED.test(start) ? TRAITS.numbered : 0) |
    (TIMED.test(start) ? TRAITS.timed : 0) |
    (PLACED.test(start) ? TRAITS.placed : 0) |
    (kind === 'turn' ? 0 : TRAITS.item)
  )
}

/** More terms of a long text say little more of what it is like. */
const COMPARED = 40

/** A conversation or day: how many slots it has, and the last of them. */
type Session = { number: number; slots: number; last: number }
const NONE = -1

/** Numbers of those who speak in every memory. */
export const PERSON = 0
export const AGENT = 1
type Voice = { number: number; slots: number; terms: string[] }

export class Units {
  readonly lexical: LexicalIndex
  private readonly kept: (Kept | undefined)[] = []
  private readonly sessions = new Map<string, Session>()
  private sessionsMade = 0
  /** The slots before and after in the same session, and the session's number, by slot; NONE where there is none. */
  private readonly before: number[] = []
  private readonly after: number[] = []
  private readonly within: number[] = []
  /** Traits and the number of who speaks, by slot, side by side: reading the units themselves waits for memory each time. */
  private readonly traits: number[] = []
  private readonly spoken: number[] = []
  private readonly voices = new Map<string, Voice>()
  private voicesMade = AGENT + 1
  /** With an index that was read from a file, every slot of it waits for its unit (`resume`), or is to be removed. */
  constructor(lexical = new LexicalIndex()) {
    this.lexical = lexical
  }

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
    this.put(slot, unit, voice)
  }

  private put(slot: number, unit: Unit, terms: string[]): void {
    this.kept[slot] = { ...unit }
    this.join(slot, unit.session)
    this.traits[slot] = traitsOf(unit)
    this.spoken[slot] = NONE
    if (!unit.speaker) return
    const voice = this.voices.get(unit.speaker) ?? { number: this.numberFor(unit.speaker), slots: 0, terms }
    voice.slots++
    this.spoken[slot] = voice.number
    this.voices.set(unit.speaker, voice)
  }
  private numberFor(speaker: string): number {
    if (speaker === 'person') return PERSON
    return speaker === 'agent' ? AGENT : this.voicesMade++
  }

  /** Adds a unit to a slot whose words were read from a file, those of the same unit. */
  resume(slot: number, unit: Unit): void {
    const voice = unit.speaker ? (this.voices.get(unit.speaker)?.terms ?? termsOf(unit.speaker)) : []
    this.put(slot, unit, voice)
  }

  remove(slot: number): void {
    const unit = this.kept[slot]
    // Of a slot that waits for its unit there are words alone.
    this.lexical.remove(slot)
    if (!unit) return
    this.kept[slot] = undefined
    if (unit.session !== null) this.leave(slot, unit.session)
    const voice = unit.speaker ? this.voices.get(unit.speaker) : undefined
    if (voice && --voice.slots === 0) this.voices.delete(unit.speaker!)
  }

  get(slot: number): Kept | undefined {
    return this.kept[slot]
  }

  /** Terms of a unit that others are compared with, ascending: its rarest at the time that this was first asked. */
  compared(slot: number): Int32Array {
    const unit = this.kept[slot]!
    unit.compared ??= this.rarest(this.lexical.termsOf(slot))
    return unit.compared
  }
  private rarest(terms: Int32Array): Int32Array {
    if (terms.length <= COMPARED) return terms
    const byRarity = [...terms].sort((a, b) => this.lexical.frequency(a) - this.lexical.frequency(b))
    return Int32Array.from(byRarity.slice(0, COMPARED)).sort()
  }

  /** The number of a slot's session; -1 where it stands alone. */
  sessionOf(slot: number): number {
    return this.within[slot] ?? NONE
  }

  /** The slot `by` turns on (or back) in the same session; -1 where there is none. */
  beside(slot: number, by: number): number {
    const next = by < 0 ? this.before : this.after
    let at = slot
    for (let left = Math.abs(by); left > 0 && at >= 0; left--) at = next[at] ?? NONE
    return at
  }

  /** The bits of TRAITS that a unit has. */
  traitsOf(slot: number): number {
    return this.traits[slot] ?? 0
  }
  /** The number of who speaks; -1 where nobody does. */
  voiceOf(slot: number): number {
    return this.spoken[slot] ?? NONE
  }

  /** The numbers of those who speak here and are named by the terms of a question. */
  named(terms: ReadonlyMap<string, number>): Set<number> {
    const out = new Set<number>()
    for (const { number, terms: name } of this.voices.values()) if (name.length && name.every((term) => terms.has(term))) out.add(number)
    return out
  }

  private join(slot: number, name: string | null): void {
    let session = name === null ? undefined : this.sessions.get(name)
    if (name !== null && !session) {
      session = { number: this.sessionsMade++, slots: 0, last: NONE }
      this.sessions.set(name, session)
    }
    this.before[slot] = session?.last ?? NONE
    this.after[slot] = NONE
    this.within[slot] = session?.number ?? NONE
    if (!session) return
    if (session.last >= 0) this.after[session.last] = slot
    session.last = slot
    session.slots++
  }
  private leave(slot: number, name: string): void {
    const session = this.sessions.get(name)!
    const [before, after] = [this.before[slot]!, this.after[slot]!]
    if (before >= 0) this.after[before] = after
    if (after >= 0) this.before[after] = before
    else session.last = before
    this.within[slot] = this.before[slot] = this.after[slot] = NONE
    if (--session.slots === 0) this.sessions.delete(name)
  }
}
