/**
 * What was said and done lately, by where it belongs, so that what came of an occasion is looked up and not looked for. A fold like
 * the occasions; what is forgotten is taken out again.
 */
import type { AppId, ConversationId, Event, EventId, EventType, TurnId } from '../../events.ts'

/** Of every time: what is said of a turn may be said weeks later, and there is little of it. */
export const SAID = ['feedback-received'] as const satisfies readonly EventType[]
/** Of the days that somebody may still show something in. */
export const LATELY = ['record-logged', 'answer-found', 'app-used', 'reply-end', 'message-received'] as const satisfies readonly EventType[]

type Thumb = { id: EventId; about: EventId; turn: TurnId; value: number }
type Of<T extends EventType> = Extract<Event, { type: T }>
/** Its number in the journal, and the turn it is part of. */
type Sign = { n: number; id: EventId; turn: TurnId | undefined }
export type Use = Sign & { at: string }
export type Message = Sign & { text: string }
type Offer = Sign & { chips: readonly string[] }

/** Takes events in the order of the journal. */
export class Signs {
  /** From this place on everything of LATELY is known. */
  from = Number.POSITIVE_INFINITY
  private thumbs: Thumb[] = []
  private byTurn = new Map<TurnId, Thumb>()
  /** Oldest first. */
  private uses = new Map<AppId, Use[]>()
  private messages = new Map<ConversationId, Message[]>()
  private offers = new Map<TurnId, Offer[]>()

  /** `turn`: that of the event a thumb is about; none where nothing is left of it. */
  takeThumb({ id, about, value }: Of<'feedback-received'>, turn: TurnId | undefined): void {
    if (!turn) return
    const thumb = { id, about, turn, value }
    this.thumbs.push(thumb)
    this.byTurn.set(turn, thumb)
  }

  /** What came before `from` is not asked for. */
  take(n: number, event: Event): void {
    if (n < this.from) return
    const { id, turn, at } = event
    if (event.type === 'record-logged' || event.type === 'answer-found' || event.type === 'app-used')
      into(this.uses, event.app, { n, id, turn, at })
    else if (event.type === 'message-received' && event.conversation)
      into(this.messages, event.conversation, { n, id, turn, text: event.text.trim() })
    else if (event.type === 'reply-end' && turn && event.chips.length) into(this.offers, turn, { n, id, turn, chips: event.chips })
  }

  /** What is no more in the journal. */
  drop(gone: ReadonlySet<EventId>): void {
    this.thumbs = this.thumbs.filter(({ id, about }) => !gone.has(id) && !gone.has(about))
    this.byTurn = new Map(this.thumbs.map((thumb) => [thumb.turn, thumb]))
    this.keep(({ id }) => !gone.has(id))
  }

  /** Nobody asks for what came before place `from`. */
  begin(from: number): void {
    this.from = from
    this.keep(({ n }) => n >= from)
  }

  private keep(wanted: (sign: Sign) => boolean): void {
    for (const map of [this.uses, this.messages, this.offers] as Map<string, Sign[]>[])
      for (const [key, signs] of map) {
        const left = signs.filter(wanted)
        if (left.length) map.set(key, left)
        else map.delete(key)
      }
  }

  /** -1 to 1: the last that was said of a turn. */
  thumbOf(turn: TurnId | undefined): number | null {
    return (turn && this.byTurn.get(turn)?.value) ?? null
  }
  /** After place `n`, oldest first. */
  usesOf(app: AppId, n: number): Use[] {
    const all = this.uses.get(app) ?? []
    return all.slice(firstAfter(all, n))
  }
  /** The same, `most` at most. */
  messagesOf(conversation: ConversationId, n: number, most: number): Message[] {
    const all = this.messages.get(conversation) ?? []
    const at = firstAfter(all, n)
    return all.slice(at, at + most)
  }
  /** What could be said next, by the reply of that turn. */
  offeredIn(turn: TurnId): string[] {
    return (this.offers.get(turn) ?? []).flatMap(({ chips }) => chips)
  }
}

function into<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** Where those after place `n` begin, of signs in their order. */
function firstAfter(signs: readonly Sign[], n: number): number {
  let low = 0
  let high = signs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (signs[middle]!.n <= n) low = middle + 1
    else high = middle
  }
  return low
}
