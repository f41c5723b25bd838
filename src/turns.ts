/**
 * The turns that are under way. Turns of one conversation follow each other; a turn outlives its listener, so a closed
 * page or a lost connection loses nothing, and anybody may listen again from the start.
 */
import type { AppId, ApprovalId, ConversationId, Event, TurnId } from './events.ts'
import type { Decision } from './governance/words.ts'

export type Message = {
  text: string
  conversation: ConversationId | null
  open: AppId | null
  locale: string
  timeZone: string
  /** Said by a button: which of what waits it answers, and how. */
  decides?: {
    approval: ApprovalId
    decision: Decision /** The one that was looked at; the first if not said. */
    revision?: number | undefined
  }
  /** What whoever sent it may not do: said with a token that was not made for it. */
  barred?: { build: boolean; decide: boolean }
}

export type Running = { turn: TurnId; conversation: ConversationId; events(): AsyncGenerator<Event> }

export type Turns = {
  start(message: Message): Running
  cancel(turn: TurnId): boolean
  /** How many run or wait. */
  count(): number
  /** Stops the turns of one conversation, or of all; resolves when none runs any more. */
  end(conversation?: ConversationId): Promise<void>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
}

export type RunTurn = (message: Message & { conversation: ConversationId }, turn: TurnId, signal: AbortSignal) => AsyncGenerator<Event>

export function openTurns(run: RunTurn, newId: <B extends string>() => B): Turns {
  const running = new Map<TurnId, { abort: AbortController; conversation: ConversationId }>()
  const last = new Map<ConversationId, Promise<void>>()

  async function work(
    turn: TurnId,
    message: Message & { conversation: ConversationId },
    after: Promise<void>,
    log: Log,
    signal: AbortSignal,
  ) {
    await after
    try {
      for await (const event of run(message, turn, signal)) log.add(event)
    } finally {
      log.end()
      running.delete(turn)
    }
  }

  return {
    start(message) {
      const turn = newId<TurnId>()
      const conversation = message.conversation ?? newId<ConversationId>()
      const abort = new AbortController()
      const log = eventLog()
      running.set(turn, { abort, conversation })
      const done = work(turn, { ...message, conversation }, last.get(conversation) ?? Promise.resolve(), log, abort.signal)
      const settled = done.catch(() => undefined)
      last.set(conversation, settled)
      void settled.then(() => last.get(conversation) === settled && last.delete(conversation))
      return { turn, conversation, events: log.read }
    },
    count: () => running.size,
    cancel(turn) {
      const found = running.get(turn)
      found?.abort.abort()
      return found !== undefined
    },
    async end(conversation) {
      for (const each of running.values()) if (conversation === undefined || each.conversation === conversation) each.abort.abort()
      while (conversation === undefined ? last.size : last.has(conversation))
        await Promise.all(conversation === undefined ? last.values() : [last.get(conversation)])
    },
    async idle() {
      while (last.size) await Promise.all(last.values())
    },
  }
}

type Log = { add(event: Event): void; end(): void; read(): AsyncGenerator<Event> }

function eventLog(): Log {
  const events: Event[] = []
  let ended = false
  const wake: (() => void)[] = []
  const ring = () => {
    for (const resolve of wake.splice(0)) resolve()
  }
  return {
    add(event) {
      events.push(event)
      ring()
    },
    end() {
      ended = true
      ring()
    },
    async *read() {
      for (let i = 0; ; i++) {
        while (i >= events.length) {
          if (ended) return
          await new Promise<void>((resolve) => wake.push(resolve))
        }
        yield events[i]!
      }
    },
  }
}
