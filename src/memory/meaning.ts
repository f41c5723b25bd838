/**
 * Which embedder answers. The built-in one always can; a chosen one takes over once every unit has its vector, and one
 * that takes its place waits in the same way, while what there was goes on answering.
 */
import { type Failure, fail, ok, type Result } from '../base/result.ts'
import { DIMENSIONS } from './index/vector/types.ts'
import type { ChosenEmbedder, Embedding } from './memory.ts'
import { Chosen, type VectorRows } from './recall/chosen.ts'
import type { Recall, Search } from './recall/recall.ts'

export interface Meaning {
  /** The recall whose units are to have vectors. */
  follow(recall: Recall): void
  /** Null: the built-in one alone. Fails 'embedder-dimension', or as the store does; embeds in the background after it. */
  use(chosen: ChosenEmbedder | null): Promise<Result<void>>
  /** Something was added: it is embedded in the background. */
  goOn(): void
  /** What finds the neighbours of a question; null where the built-in embedder is to. */
  asked(question: string): Promise<NonNullable<Search['nearest']> | null>
  state(): Embedding
  /** Nothing is asked of an embedder any more. */
  leave(): void
}

type Leg = { chosen: Chosen; end: () => void }

/** Milliseconds until an embedder that failed is asked again, doubled each time. */
const RETRY = { first: 5_000, most: 600_000 }

export function openMeaning(rows: VectorRows | undefined): Meaning {
  let recall: Recall | null = null
  /** The one that answers, and the one that is to. */
  let answering: Leg | null = null
  let coming: Leg | null = null
  let failure: Failure | null = null
  let wait = RETRY.first
  let timer: NodeJS.Timeout | undefined

  const end = (leg: Leg | null) => leg?.end()
  function leave(): void {
    clearTimeout(timer)
    for (const leg of new Set([answering, coming])) end(leg)
    answering = coming = null
  }

  async function run(leg: Leg): Promise<void> {
    clearTimeout(timer)
    const done = await leg.chosen.catchUp()
    if (leg !== coming) return
    failure = done.ok ? null : done.error
    if (done.ok && answering !== leg) {
      end(answering)
      answering = leg
      await rows?.keepOnly(leg.chosen.model)
    }
    if (done.ok) wait = RETRY.first
    else {
      timer = setTimeout(() => void run(leg), wait)
      timer.unref()
      wait = Math.min(RETRY.most, 2 * wait)
    }
  }

  return {
    follow(next) {
      recall = next
    },
    async use(one) {
      if (!recall || !rows) return ok(undefined)
      failure = null
      if (!one) {
        leave()
        return rows.keepOnly(null)
      }
      const { dimension } = one.embedder
      if (dimension < DIMENSIONS.least || dimension > DIMENSIONS.most)
        return fail(
          'embedder-dimension',
          `Vectors of ${dimension} figures came; from ${DIMENSIONS.least} to ${DIMENSIONS.most} can be searched.`,
          { dimension, ...DIMENSIONS },
        )
      if (coming && coming !== answering) end(coming)
      const chosen = new Chosen(one.embedder, rows, one.classes)
      const leg: Leg = { chosen, end: () => chosen.stop() }
      coming = leg
      const opened = await chosen.open((each) => {
        const unfollow = recall!.follow(each)
        leg.end = () => {
          unfollow()
          chosen.stop()
        }
      })
      if (!opened.ok) return opened
      if (coming === leg) void run(leg)
      else end(leg)
      return ok(undefined)
    },
    goOn() {
      if (coming && coming.chosen.left > 0) void run(coming)
    },
    async asked(question) {
      const leg = answering
      const vector = await leg?.chosen.ask(question)
      return leg && vector?.some((x) => x !== 0) ? (most, allowed) => leg.chosen.search(vector, most, allowed) : null
    },
    state: () => coming && { model: coming.chosen.model, left: coming.chosen.left, ready: coming === answering, failure },
    leave,
  }
}
