/**
 * What is salient in the turns of one person, learned from what came of them: a turn that was recalled and left as it was
 * should have been attended to, one that was corrected or thumbed down should not. The summariser's attention over a span
 * is the policy, its choice the turn that stands for the span, and the reward comes later (Williams 1992, REINFORCE):
 *
 *   p(t) = mean_k sum_(i in t) a_ki                     the share of the attention that lies on turn t
 *   o   <- (1 - DECAY) o + RATE r d log p(t) / do       r: the reward, -1..1; o: added to the weights w of encoder.ts
 *   d log p(t) / do = sum_k p_k(t) (E_k[f | t] - E_k[f]) / sum_k p_k(t)
 *
 * Left out: a baseline (what is not recalled of a span is one by the softmax), the convolution's weights. Nothing of this
 * is kept: it is learned again from the journal at each start, so what is forgotten teaches nothing any more.
 */
import type { Event, EventId, MemoryId } from '../../events.ts'
import { HEADS } from './encoder.ts'
import { SPAN, type Told } from './episodes.ts'
import { type Pieces, TRAIT_COUNT } from './pieces.ts'
import type { Summariser } from './weights.ts'

/** What came of a turn: -1..1. */
export type Reward = { turn: EventId; value: number }

const RATE = 0.5
const DECAY = 0.01
/** No trait may count for more: attention is still of the trained weights. */
const MOST = 2
/** The latest rewards, each of which takes about a millisecond. */
export const MOST_REWARDS = 300

/** Rewards that recall, corrections and thumbs gave, oldest first; `sourceOf`: the turn that an item was learned from. */
export function rewardsIn(events: readonly Event[], sourceOf: (memory: MemoryId) => EventId | null): Reward[] {
  const thumbs = new Map<string, number>()
  const turnOf = new Map(events.map(({ id, turn }) => [id, turn]))
  for (const event of events)
    if (event.type === 'feedback-received') {
      const about = turnOf.get(event.about) ?? event.about
      thumbs.set(about, event.value)
    }
  const stored = new Set<MemoryId>()
  return events.flatMap((event): Reward[] => {
    const of = (memory: MemoryId, value: number) => {
      const turn = sourceOf(memory)
      return turn ? [{ turn, value }] : []
    }
    if (event.type === 'memory-recalled')
      return event.items.flatMap(({ memory, worth = 0.5 }) => of(memory, (event.turn && thumbs.get(event.turn)) ?? worth))
    if (event.type === 'memory-stored') {
      // Words that are put right are stored anew.
      const again = stored.has(event.memory)
      stored.add(event.memory)
      return again ? of(event.memory, CORRECTED) : []
    }
    return event.type === 'memory-changed' ? of(event.memory, CHANGES[event.change] ?? 0) : []
  })
}

/** What a change by the person says of the turn that told it. */
const CORRECTED = -0.5
const CHANGES: Partial<Record<string, number>> = { pinned: 1, confirmed: 0.5, retired: -0.5 }
export const rewardOf = (turn: EventId, { corrected, pinned }: { corrected: boolean; pinned: boolean }): Reward[] => [
  ...(corrected ? [{ turn, value: CORRECTED }] : []),
  ...(pinned ? [{ turn, value: CHANGES.pinned! }] : []),
]

/** What is added to what each trait counts for, after these rewards in their order; `from`: before them. (TRAIT_COUNT). */
export function salienceOf(
  model: Summariser,
  turns: readonly Told[],
  rewards: readonly Reward[],
  from: Float32Array = new Float32Array(TRAIT_COUNT),
): Float32Array {
  const spans = spansOf(turns)
  let salience = from
  for (const reward of rewards.slice(-MOST_REWARDS)) {
    const span = spans.get(reward.turn)
    if (span) salience = rewarded(salience, model, span, reward)
  }
  return salience
}

/** One step: attention as it is now, with what was learned so far. Pure. */
function rewarded(salience: Float32Array, model: Summariser, span: readonly Told[], { turn, value }: Reward): Float32Array {
  const pieces = model.read(span.map(({ text }) => text))
  const at = span.findIndex(({ id }) => id === turn)
  const slope = slopeOf(pieces, model.tuned(salience).span(pieces).attention, at)
  return salience.map((each, f) => Math.max(-MOST, Math.min(MOST, (1 - DECAY) * each + RATE * value * slope[f]!)))
}

/** d log p(t) / do: (TRAIT_COUNT), zeros where no attention lies on the turn. */
export function slopeOf({ count, traits, turns }: Pieces, attention: Float32Array, turn: number): Float32Array {
  const slope = new Float32Array(TRAIT_COUNT)
  let all = 0
  for (let head = 0; head < HEADS; head++) {
    let share = 0
    for (let i = 0; i < count; i++) if (turns[i] === turn) share += attention[head * count + i]!
    all += share
    for (let i = 0; i < count; i++) {
      const on = attention[head * count + i]! * (Number(turns[i] === turn) - share)
      for (let f = 0; f < TRAIT_COUNT; f++) slope[f]! += on * traits[i * TRAIT_COUNT + f]!
    }
  }
  return all > 1e-6 ? slope.map((each) => each / all) : new Float32Array(TRAIT_COUNT)
}

/** The turns of one conversation that stand around each, SPAN of them. */
function spansOf(turns: readonly Told[]): Map<EventId, Told[]> {
  const talks = new Map<string, Told[]>()
  for (const turn of turns) {
    const talk = talks.get(turn.conversation)
    if (talk) talk.push(turn)
    else talks.set(turn.conversation, [turn])
  }
  const spans = new Map<EventId, Told[]>()
  for (const talk of talks.values())
    for (let from = 0; from < talk.length; from += SPAN) {
      const span = talk.slice(from, from + SPAN)
      for (const { id } of span) spans.set(id, span)
    }
  return spans
}
