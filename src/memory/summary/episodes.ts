/**
 * Turns of one conversation, cut into episodes by gaps in time and by topic, and each episode into spans that are
 * summarised. Pure. What an episode holds of its turns are vectors and ids; the words stay in the journal alone.
 */
import type { ConversationId, EventId } from '../../events.ts'
import type { Pieces } from './pieces.ts'
import type { Summariser } from './weights.ts'

/** A turn that can be summarised. */
export type Told = { id: EventId; conversation: ConversationId; at: string; text: string }

export type Summary = {
  /** Provenance: the turns it was made of, in order. */
  turns: EventId[]
  /** The summariser's vector, 8 bits a number, base64. */
  vector: string
  /** The turn that attention lies on most: what may be shown for the span. */
  says: EventId
}
export type Episode = {
  /** That of its first turn: an episode is made anew when the turn is forgotten. */
  id: EventId
  conversation: ConversationId
  from: string
  to: string
  /** The summariser that made it: of another, it is made again. */
  model: string
  spans: Summary[]
}

/** Turns of one span. */
export const SPAN = 4
/** Spans of one episode: an episode has one size at most, however long the talk. */
const MOST_SPANS = 4
/** Hours of silence after which a new episode begins. */
const GAP = 3
/**
 * A whole span that is less like the episode so far begins a new one. Of spans of everyday sentences in four languages,
 * 7 % are less alike (cosine) where they are of one topic and 75 % where they are of two.
 */
const UNLIKE = 0.1

export const turnsOf = ({ spans }: Episode): EventId[] => spans.flatMap(({ turns }) => turns)

/** Of turns of one conversation, in the order of time. */
export function episodesOf(turns: readonly Told[], model: Summariser): Episode[] {
  const out: { episode: Episode; vectors: Float32Array[] }[] = []
  for (const span of spansOf(turns)) {
    const { summary, vector } = summarise(span, model)
    const open = out.at(-1)
    const [first, last] = [span[0]!, span.at(-1)!]
    const goesOn = span.length < SPAN || !open || alike(open.vectors, vector) >= UNLIKE
    if (open && open.episode.spans.length < MOST_SPANS && !far(open.episode.to, first.at) && goesOn) {
      open.episode.spans.push(summary)
      open.episode.to = last.at
      open.vectors.push(vector)
    } else {
      const episode = { id: first.id, conversation: first.conversation, from: first.at, to: last.at, model: model.id, spans: [summary] }
      out.push({ episode, vectors: [vector] })
    }
  }
  return out.map(({ episode }) => episode)
}

function spansOf(turns: readonly Told[]): Told[][] {
  const spans: Told[][] = []
  for (const turn of turns) {
    const open = spans.at(-1)
    if (open && open.length < SPAN && !far(open.at(-1)!.at, turn.at)) open.push(turn)
    else spans.push([turn])
  }
  return spans
}

/** A clock that went backwards parts nothing. */
const far = (before: string, after: string) => Date.parse(after) - Date.parse(before) > GAP * 3_600_000

function alike(vectors: readonly Float32Array[], vector: Float32Array): number {
  const mean = new Float32Array(vector.length)
  for (const each of vectors) for (let j = 0; j < mean.length; j++) mean[j]! += each[j]!
  return dot(mean, vector) / Math.max(1e-9, Math.hypot(...mean))
}

function summarise(span: readonly Told[], model: Summariser): { summary: Summary; vector: Float32Array } {
  const pieces = model.read(span.map(({ text }) => text))
  const { vector, attention } = model.span(pieces)
  const says = span[mostAttended(pieces, attention, span.length)]!.id
  return { summary: { turns: span.map(({ id }) => id), vector: packVector(vector), says }, vector }
}

function mostAttended({ count, turns }: Pieces, attention: Float32Array, many: number): number {
  const shares = new Float32Array(many)
  for (let i = 0; i < attention.length; i++) shares[turns[i % count]!]! += attention[i]!
  return shares.indexOf(Math.max(...shares))
}

/** Norm 1 in, so a step of 1/127 is within half a percent of any number. */
export const packVector = (vector: Float32Array): string =>
  Buffer.from(Int8Array.from(vector, (value) => Math.round(value * 127)).buffer).toString('base64')
export const unpackVector = (packed: string): Float32Array =>
  Float32Array.from(new Int8Array(Buffer.from(packed, 'base64')), (v) => v / 127)

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!
  return sum
}
