/** The conversation in sight: restored on reload, followed where the stream breaks off, never lost with the page. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Failure } from '../../src/base/result.ts'
import type { AppId, Event, TurnId } from '../../src/events.ts'
import * as api from './api.ts'
import { happened, openTurn } from './conversation.ts'
import { keep, kept } from './prefs.ts'
import { randomId } from './random-id.ts'
import { isOpen, type Turn, turnsOf } from './turn.ts'
import { useTurnedTo } from './use-media.ts'
import { useSpeaking } from './words/index.ts'

/** Between two looks at a turn whose stream broke off; and how long nothing may happen before it is given up: milliseconds. */
const LOOK = 1_500
const GIVE_UP = 180_000

export type Conversation = {
  turns: Turn[]
  /** What it was begun with, now and then; the oldest first. */
  openings: api.Opening[]
  state: 'loading' | 'ready' | 'failed'
  failure: Failure | null
  stopping: boolean
  /** Nothing of it stays once it is left. */
  incognito: boolean
  say(text: string, open: AppId | null, decides?: api.Decides): void
  retry(turn: Turn, open: AppId | null): void
  stop(): void
  startNew(incognito?: boolean): void
  choose(conversation: string): void
  reload(): void
}

const interrupted: Failure = { code: api.INTERRUPTED, message: '' }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const timeZoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const isEnd = (event: Event) => event.type === 'reply-end' || event.type === 'turn-failed'

/** `onHeard` gets each event once, as it happens; not those of the past. */
export function useConversation(onHeard: (event: Event) => void): Conversation {
  const { locale } = useSpeaking()
  const [turns, happen] = useReducer(happened, [])
  const [openings, setOpenings] = useState<api.Opening[]>([])
  const [state, setState] = useState<Conversation['state']>('loading')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [stopping, setStopping] = useState(false)
  const [incognito, setIncognito] = useState(false)
  const hidden = useRef(false)
  const current = useRef<string | null>(null)
  const seen = useRef(new Set<string>())
  const stopWanted = useRef(false)
  const listener = useRef(onHeard)
  const tongue = useRef(locale)
  const beginning = useRef<string | null>(null)
  useEffect(() => {
    listener.current = onHeard
    tongue.current = locale
  })

  /** An event that was seen before changes nothing. */
  const hear = useCallback((key: string, event: Event) => {
    if (seen.current.has(event.id)) return
    seen.current.add(event.id)
    happen({ do: 'heard', key, event })
    listener.current(event)
    if (isEnd(event)) setStopping(false)
  }, [])

  const follow = useCallback(
    async (conversation: string, key: string, turn: TurnId) => {
      for (let quietSince = Date.now(); current.current === conversation && Date.now() - quietSince < GIVE_UP; await pause(LOOK)) {
        const found = await api.conversation(conversation)
        if (!found.ok || current.current !== conversation) continue
        for (const event of found.value.events) {
          if (event.turn !== turn || seen.current.has(event.id)) continue
          hear(key, event)
          quietSince = Date.now()
          if (isEnd(event)) return
        }
      }
      if (current.current === conversation) happen({ do: 'refused', key, failure: interrupted })
    },
    [hear],
  )

  /** A new conversation has an id once there is something to begin it with; one that goes on answers with nothing new. */
  const begin = useCallback(async (conversation: string | null) => {
    // Turning to a page is told of twice.
    if (beginning.current === (conversation ?? 'new')) return
    beginning.current = conversation ?? 'new'
    const id = conversation ?? randomId()
    const begun = await api.begin({ conversation: id, locale: tongue.current, timeZone: timeZoneHere() })
    beginning.current = null
    // Nothing to say, or no answer: a conversation begins without it.
    const opening = begun.ok ? begun.value.opening : null
    if (!opening || hidden.current || current.current !== conversation) return
    current.current = id
    keep('conversation', id)
    setOpenings((before) => [...before.filter((one) => one.id !== opening.id), opening])
  }, [])

  const restore = useCallback(
    async (conversation: string | null, incognito = false) => {
      if (hidden.current && current.current) api.leave(current.current)
      hidden.current = incognito
      setIncognito(incognito)
      current.current = conversation
      keep('conversation', conversation)
      seen.current = new Set()
      setStopping(false)
      happen({ do: 'restored', turns: [] })
      setOpenings([])
      if (!conversation) {
        setState('ready')
        if (!incognito) void begin(null)
        return
      }
      setState('loading')
      const found = await api.conversation(conversation)
      if (current.current !== conversation) return
      // All that was in it was forgotten.
      if (!found.ok && found.error.code === 'conversation-unknown') return void restore(null)
      if (!found.ok) {
        setFailure(found.error)
        return setState('failed')
      }
      const turns = turnsOf(found.value.events)
      const last = turns.at(-1)
      const goesOn = last && isOpen(last) && Date.now() - Date.parse(last.at) < GIVE_UP ? last : null
      for (const { id } of found.value.events) seen.current.add(id)
      happen({
        do: 'restored',
        turns: turns.map((turn) => (isOpen(turn) && turn !== goesOn ? { ...turn, state: 'failed', failure: interrupted } : turn)),
      })
      setOpenings(found.value.events.filter((event): event is api.Opening => event.type === 'conversation-opened'))
      setState('ready')
      void begin(conversation)
      if (goesOn?.id) void follow(conversation, goesOn.key, goesOn.id)
    },
    [follow, begin],
  )

  useEffect(() => {
    void restore(kept('conversation'))
  }, [restore])
  useEffect(() => {
    const onLeave = () => hidden.current && current.current && api.leave(current.current)
    window.addEventListener('pagehide', onLeave)
    return () => window.removeEventListener('pagehide', onLeave)
  }, [])

  /** What was said in another window, or belongs to a new day; not while something goes on in this one, or waits to be sent again. */
  async function catchUp() {
    const conversation = current.current
    if (hidden.current || turns.some((turn) => isOpen(turn) || !turn.id)) return
    if (!conversation) return begin(null)
    const found = await api.conversation(conversation)
    if (!found.ok || current.current !== conversation) return
    if (found.value.events.some(({ type, id }) => type === 'message-received' && !seen.current.has(id))) return restore(conversation)
    // The page may have stood open over night.
    await begin(conversation)
  }
  useTurnedTo(() => void catchUp())

  async function say(text: string, open: AppId | null, decides?: api.Decides) {
    const key = randomId()
    current.current ??= randomId()
    const conversation = current.current
    const incognito = hidden.current
    if (!incognito) keep('conversation', conversation)
    let turn: TurnId | null = null
    let ended = false
    stopWanted.current = false
    happen({ do: 'said', key, text, at: new Date().toISOString() })
    const timeZone = timeZoneHere()
    const said = await api.say({ text, conversation, open, locale, timeZone, incognito, ...(decides && { decides }) }, (event) => {
      turn = event.turn ?? turn
      ended ||= isEnd(event)
      // Somebody may have turned to another conversation meanwhile.
      if (current.current === conversation) hear(key, event)
      if (stopWanted.current && turn) {
        stopWanted.current = false
        void api.cancel(turn)
      }
    })
    if (ended || current.current !== conversation) return
    if (turn) {
      happen({ do: 'lost', key })
      return follow(conversation, key, turn)
    }
    setStopping(false)
    happen({ do: 'refused', key, failure: said.ok ? interrupted : said.error })
  }

  return {
    turns,
    openings,
    state,
    failure,
    stopping,
    incognito,
    say: (text, open, decides) => void say(text, open, decides),
    retry(turn, open) {
      // What never reached the server is replaced; what did stays as it happened.
      if (!turn.id) happen({ do: 'taken-back', key: turn.key })
      void say(turn.said, open)
    },
    stop() {
      setStopping(true)
      const turn = openTurn(turns)?.id
      if (turn) void api.cancel(turn)
      else stopWanted.current = true
    },
    startNew: (incognito = false) => void restore(null, incognito),
    choose: (conversation) => void restore(conversation),
    reload: () => void restore(current.current, false),
  }
}
