/**
 * Conversations of which nothing stays: nothing is learned from them, no turn of theirs becomes recallable, and what
 * was said goes from the journal when the conversation is left, or at the latest when the server starts next. Which are
 * open is noted in the settings before anything is said in them. Does not cover: an app that was published and an entry
 * that was noted there; those are what the person asked for.
 */
import { fail, ok, type Result } from './base/result.ts'
import { eraseDrafts } from './erase.ts'
import type { ConversationId, PersonId } from './events.ts'
import { forgetEvents } from './forget.ts'
import type { Store } from './store/types.ts'

export interface Incognito {
  has(conversation: ConversationId | null | undefined): boolean
  /** 'incognito-late' for a conversation that something was said in already. */
  open(conversation: ConversationId): Promise<Result<void>>
  /** Ends its turns and forgets what was said. Nothing happens to a conversation that is not incognito. */
  leave(conversation: ConversationId): Promise<Result<{ events: number }>>
  leaveAll(): Promise<Result<void>>
}

export type IncognitoParts = { store: Store; person: PersonId; endTurns: (conversation: ConversationId) => Promise<void> }

const SETTING = 'incognito'

export async function openIncognito({ store, person, endTurns }: IncognitoParts): Promise<Incognito> {
  const conversations = new Set(listed(await store.settings.get(person, SETTING)))
  const note = (list: readonly ConversationId[]) => store.settings.set(person, SETTING, list.length ? JSON.stringify(list) : null)

  const forgetWaiting = (conversation: ConversationId): Promise<Result<void>> =>
    store.transaction(async (tx) => {
      await tx.deleteFrom('approvals').where('person', '=', person).where('conversation', '=', conversation).execute()
      return ok(undefined)
    })

  async function leave(conversation: ConversationId): Promise<Result<{ events: number }>> {
    if (!conversations.has(conversation)) return ok({ events: 0 })
    await endTurns(conversation)
    const events = await store.journal.byConversation(person, conversation)
    const proposed = events.flatMap((event) => (event.type === 'spec-proposed' ? [event.app] : []))
    const erased = await eraseDrafts({ store, person }, proposed)
    if (!erased.ok) return erased
    const waiting = await forgetWaiting(conversation)
    if (!waiting.ok) return waiting
    const forgotten = await forgetEvents(
      { store, person },
      events.map(({ id }) => id),
    )
    if (!forgotten.ok) return forgotten
    const noted = await note([...conversations].filter((each) => each !== conversation))
    if (!noted.ok) return noted
    conversations.delete(conversation)
    return forgotten
  }

  return {
    has: (conversation) => conversation != null && conversations.has(conversation),
    async open(conversation) {
      if (conversations.has(conversation)) return ok(undefined)
      if ((await store.journal.byConversation(person, conversation, 1)).length)
        return fail('incognito-late', 'Only a new conversation can be incognito.')
      const noted = await note([...conversations, conversation])
      if (noted.ok) conversations.add(conversation)
      return noted
    },
    leave,
    async leaveAll() {
      for (const conversation of [...conversations]) {
        const left = await leave(conversation)
        if (!left.ok) return left
      }
      return ok(undefined)
    },
  }
}

/** A setting that cannot be read as a list holds none. */
function listed(text: string | null): ConversationId[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter((each): each is ConversationId => typeof each === 'string') : []
  } catch {
    return []
  }
}
