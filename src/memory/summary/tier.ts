/**
 * The episodic tier: the recent days as episodes, each a few vectors of fixed length. Refreshed as turns come, a span at
 * a time, and whenever it is asked; kept in the store with the turns it was made of, and gone with them. The raw turns
 * stay authoritative: whatever is missing here, or of another summariser, is made again from them.
 */
import { ok, type Result } from '../../base/result.ts'
import type { ConversationId, EventId } from '../../events.ts'
import { type Episode, episodesOf, SPAN, type Told, turnsOf } from './episodes.ts'
import { MOST_REWARDS, type Reward, salienceOf } from './salience.ts'
import type { Summariser } from './weights.ts'

/** Where episodes are kept; the store's table in use. */
export type EpisodeRows = {
  change(change: { put?: readonly Episode[]; remove?: readonly EventId[] }): Promise<Result<void>>
  all(): Promise<Episode[]>
}

/** Days that the tier holds; older turns are recalled in their own words. */
const DAYS = 30
const DAY = 86_400_000

export type Recent = Episode & { says: { turn: EventId; text: string }[] }

export interface EpisodicTier {
  /** A turn that was said; summarised when a span is whole, or when somebody asks. */
  add(turn: Told): Promise<Result<void>>
  /** Makes what holds any of these turns anew without them. */
  forget(turns: readonly EventId[]): Promise<Result<void>>
  /** What came of turns: from now on spans are summarised with what is salient to this person. */
  reward(rewards: readonly Reward[]): Promise<void>
  /** The newest first, each with the words of the turn that says most of each span: read from the turns, never kept here. */
  recent(most: number): Promise<Recent[]>
}

/** `turns`: those of the journal, oldest first; what is kept of others is removed. `rewards`: what came of them, as far as is known. */
export async function openTier(
  rows: EpisodeRows,
  trained: Summariser,
  turns: readonly Told[],
  now: number,
  rewards: readonly Reward[] = [],
): Promise<EpisodicTier> {
  let rewarded = [...rewards]
  let salience: Float32Array | undefined
  let model = trained
  /** From what was learned before, or from nothing; of `without` nothing is learned. */
  const learn = (from: readonly Reward[], before?: Float32Array, without: ReadonlySet<EventId> = new Set()) => {
    const turns = [...told.values()].filter(({ id }) => !without.has(id))
    salience = from.length ? salienceOf(trained, turns, from, before) : before
    model = salience ? trained.tuned(salience) : trained
  }
  const told = new Map<EventId, Told>()
  const episodes = new Map<EventId, Episode>()
  /** Turns that are in no episode yet, by conversation. */
  const waiting = new Map<ConversationId, Told[]>()

  const wait = (turn: Told) => {
    told.set(turn.id, turn)
    const list = waiting.get(turn.conversation)
    if (list) list.push(turn)
    else waiting.set(turn.conversation, [turn])
  }
  /** The episode that a conversation may go on in. */
  function newest(conversation: ConversationId): Episode | undefined {
    let found: Episode | undefined
    for (const each of episodes.values()) if (each.conversation === conversation && (!found || each.from >= found.from)) found = each
    return found
  }

  /** One change at a time: two that saw the same state would each write half of it. */
  let line: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = line.then(work)
    line = next.catch(() => undefined)
    return next
  }

  /** Puts what waits into episodes, each conversation together with its newest, which may go on. */
  async function refresh(): Promise<Result<void>> {
    for (const [conversation, list] of [...waiting]) {
      const taken = [...list]
      const open = newest(conversation)
      const going = open ? turnsOf(open).flatMap((id) => told.get(id) ?? []) : []
      const kept = await replace(open ? [open] : [], episodesOf([...going, ...taken], model))
      // What is not kept goes on waiting.
      if (!kept.ok) return kept
      list.splice(0, taken.length)
      if (list.length === 0) waiting.delete(conversation)
    }
    return ok(undefined)
  }

  /** Writes first, so that what is in memory is what is kept. */
  async function replace(gone: readonly Episode[], put: readonly Episode[]): Promise<Result<void>> {
    const stays = new Set(put.map(({ id }) => id))
    const remove = gone.filter(({ id }) => !stays.has(id)).map(({ id }) => id)
    if (put.length + remove.length === 0) return ok(undefined)
    const kept = await rows.change({ put, remove })
    if (!kept.ok) return kept
    for (const { id } of gone) episodes.delete(id)
    for (const episode of put) episodes.set(episode.id, episode)
    return kept
  }

  const since = new Date(now - DAYS * DAY).toISOString()
  const recent = turns.filter(({ at }) => at >= since)
  const known = new Set(recent.map(({ id }) => id))
  const all = await rows.all()
  const stands = (episode: Episode) => episode.model === model.id && turnsOf(episode).every((id) => known.has(id))
  for (const episode of all.filter(stands)) episodes.set(episode.id, episode)
  const covered = new Set([...episodes.values()].flatMap(turnsOf))
  for (const turn of recent) if (covered.has(turn.id)) told.set(turn.id, turn)
  // Nothing is lost where this fails: it is done again when the tier is opened next.
  await replace(
    all.filter((episode) => !stands(episode)),
    [],
  )
  for (const turn of recent) if (!covered.has(turn.id)) wait(turn)
  learn(rewarded)

  return {
    add: (turn) =>
      inTurn(async () => {
        if (told.has(turn.id)) return ok(undefined)
        wait(turn)
        return waiting.get(turn.conversation)!.length < SPAN ? ok(undefined) : refresh()
      }),
    forget: (gone) =>
      inTurn(async () => {
        const without = new Set(gone)
        rewarded = rewarded.filter(({ turn }) => !without.has(turn))
        learn(rewarded, undefined, without)
        const hit = [...episodes.values()].filter((episode) => turnsOf(episode).some((id) => without.has(id)))
        const left = hit.map((episode) => turnsOf(episode).flatMap((id) => (without.has(id) ? [] : (told.get(id) ?? []))))
        const kept = await replace(
          hit,
          left.flatMap((turns) => episodesOf(turns, model)),
        )
        if (!kept.ok) return kept
        for (const list of waiting.values()) for (let i = list.length - 1; i >= 0; i--) if (without.has(list[i]!.id)) list.splice(i, 1)
        for (const id of gone) told.delete(id)
        return kept
      }),
    reward: (more) =>
      inTurn(async () => {
        if (more.length === 0) return
        rewarded = [...rewarded, ...more].slice(-MOST_REWARDS)
        learn(more, salience)
      }),
    recent: (most) =>
      inTurn(async () => {
        await refresh()
        const sorted = [...episodes.values()].sort((a, b) => (a.to < b.to ? 1 : -1)).slice(0, most)
        const words = (turn: EventId) => told.get(turn)?.text ?? null
        return sorted.map((episode) => ({
          ...episode,
          says: episode.spans.flatMap(({ says }) => (words(says) === null ? [] : [{ turn: says, text: words(says)! }])),
        }))
      }),
  }
}
