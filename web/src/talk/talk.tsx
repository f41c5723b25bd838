/** The conversation: what was said and done, and the box to say more. */
import { EyeOff, History, SquarePen } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import type { AppId } from '../../../src/events.ts'
import { useApps } from '../apps-list.ts'
import { openTurn } from '../conversation.ts'
import { Examples } from '../ui/examples.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Problem, Waiting } from '../ui/states.tsx'
import type { Conversation } from '../use-conversation.ts'
import { useWide } from '../use-media.ts'
import { useWords } from '../words/index.ts'
import { Composer, focusComposer } from './composer.tsx'
import { Opening } from './opening.tsx'
import { PastConversations } from './past.tsx'
import { type Say, TurnView } from './turn-view.tsx'

/** Turns drawn at once; older ones come on request. */
const SHOWN = 30
/** Nearer to the end than this, the view follows what is added: CSS pixels. */
const NEAR = 120

type Props = { conversation: Conversation; open: AppId | null; openName: string | null; onCsv: (file: File) => void }

export function Talk({ conversation, open, openName, onCsv }: Props) {
  const words = useWords()
  const [past, setPast] = useState(false)
  const { turns, state, failure } = conversation
  const running = openTurn(turns) !== null
  const say: Say = (text, decides) => conversation.say(text, open, decides)
  const startNew = (incognito = false) => {
    conversation.startNew(incognito)
    focusComposer()
  }
  return (
    <section className="talk" aria-label={words.talk.title}>
      <header className="talk-bar">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span className="brand">Open Macaron</span>
        <IconButton label={words.talk.past} onClick={() => setPast(true)}>
          <History aria-hidden="true" />
        </IconButton>
        <IconButton label={words.talk.incognito} pressed={conversation.incognito} onClick={() => startNew(!conversation.incognito)}>
          <EyeOff aria-hidden="true" />
        </IconButton>
        <IconButton label={words.talk.fresh} onClick={() => startNew()}>
          <SquarePen aria-hidden="true" />
        </IconButton>
      </header>
      {conversation.incognito && (
        <p className="incognito" role="status">
          {words.talk.incognitoLead}
        </p>
      )}
      {state === 'failed' && failure ? (
        <div className="log">
          <Problem failure={failure} retry={conversation.reload} />
        </div>
      ) : (
        <Log conversation={conversation} say={say} retry={(turn) => conversation.retry(turn, open)} />
      )}
      <Composer
        say={say}
        stop={conversation.stop}
        running={running}
        stopping={conversation.stopping}
        last={turns.at(-1)?.said ?? ''}
        openName={open ? openName : null}
        onCsv={open ? onCsv : null}
      />
      {past && <PastConversations onClose={() => setPast(false)} onChoose={conversation.choose} />}
    </section>
  )
}

type LogProps = { conversation: Conversation; say: Say; retry: (turn: Conversation['turns'][number]) => void }

function Log({ conversation: { turns, openings, state, choose }, say, retry }: LogProps) {
  const words = useWords()
  const [shown, setShown] = useState(SHOWN)
  const list = useFollowing(turns, openings.length)
  const visible = turns.slice(-shown)
  const opening = openings.at(-1)
  /** Those between two instants, where they belong. */
  const openingsIn = (after: string, until: string | null) =>
    openings
      .filter(({ at }) => at > after && (until === null || at <= until))
      .map((one) => <Opening key={one.id} opening={one} onChoose={choose} />)
  if (state === 'loading')
    return (
      <div className="log">
        <Waiting lines={5} />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="log" ref={list} role="log" aria-live="polite" aria-label={words.talk.log} tabIndex={0}>
      {turns.length === 0 && (opening ? <Opening opening={opening} onChoose={choose} /> : <Welcome say={say} />)}
      {turns.length > shown && (
        <button type="button" className="button plain" onClick={() => setShown(shown + SHOWN)}>
          {words.talk.earlier}
        </button>
      )}
      {visible.map((turn, i) => (
        <Fragment key={turn.key}>
          {openingsIn(visible[i - 1]?.at ?? (turns.length > shown ? turn.at : ''), turn.at)}
          <TurnView turn={turn} last={i === visible.length - 1} say={say} retry={() => retry(turn)} />
        </Fragment>
      ))}
      {turns.length > 0 && openingsIn(turns.at(-1)!.at, null)}
    </div>
  )
}

function Welcome({ say }: { say: (text: string) => void }) {
  const { talk } = useWords()
  const { load } = useApps()
  // Beside an empty home, which gives the same examples, once is enough.
  const beside = useWide() && load.state === 'ready' && load.value.length === 0
  return (
    <div className="welcome">
      <h2>{talk.welcome}</h2>
      <p>{talk.welcomeLead}</p>
      {!beside && <Examples onSay={say} />}
    </div>
  )
}

/** Keeps the end in sight while the person is there; a new turn always comes into sight. */
function useFollowing(turns: Conversation['turns'], openings: number) {
  const list = useRef<HTMLDivElement>(null)
  const count = useRef(0)
  const near = useRef(true)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const onScroll = () => {
      near.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: an opening is added too
  useEffect(() => {
    const element = list.current
    if (!element) return
    if (near.current || turns.length > count.current) element.scrollTop = element.scrollHeight
    count.current = turns.length
  }, [turns, openings])
  return list
}
