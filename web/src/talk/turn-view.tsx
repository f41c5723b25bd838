/** One turn: what was said, what was done, what came of it. */
import { RotateCcw, ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import * as api from '../api.ts'
import { Why } from '../canvas/why.tsx'
import { checkOf, isOpen, type Turn } from '../turn.ts'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useWords } from '../words/index.ts'
import { DraftCard } from './cards/app-card.tsx'
import { CardView } from './cards/card-view.tsx'
import { Progress } from './progress.tsx'
import { Steps } from './steps.tsx'

/** By a button also which of what waits it answers. */
export type Say = (text: string, decides?: api.Decides) => void
type Props = { turn: Turn; last: boolean; say: Say; retry: () => void }

export function TurnView({ turn, last, say, retry }: Props) {
  const { talk, common } = useWords()
  const { app, cards } = turn
  // A record's card takes it back by itself.
  const chips = cards.some(({ card }) => card === 'record') ? turn.chips.filter((chip) => chip !== common.undo) : turn.chips
  const check = checkOf(turn)
  return (
    <article className="turn" aria-busy={isOpen(turn)}>
      <div className="said">
        <span className="visually-hidden">{talk.you}: </span>
        {turn.said || <em>{talk.forgotten}</em>}
      </div>
      <Steps turn={turn} />
      {isOpen(turn) && <Progress turn={turn} />}
      {turn.state === 'lost' && <p className="quiet">{talk.lost}</p>}
      {isOpen(turn) && app && app.state !== 'planned' && <DraftCard app={app} />}
      {turn.text && (
        <div className="reply" {...(turn.language && { lang: turn.language })}>
          <span className="visually-hidden">{talk.macaron}: </span>
          {turn.text}
        </div>
      )}
      {cards.map((card, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a reply never change place
        <CardView key={i} card={card} check={check} say={say} live={last} />
      ))}
      {turn.state === 'failed' && turn.failure && <Failed failure={turn.failure} retry={turn.said ? retry : null} />}
      {last && turn.state === 'done' && <Chips chips={chips} say={say} />}
      {turn.state === 'done' && <About turn={turn} />}
    </article>
  )
}

function Failed({ failure, retry }: { failure: NonNullable<Turn['failure']>; retry: (() => void) | null }) {
  const words = useWords()
  return (
    <div className="failed">
      <p>{sayFailure(words, failure)}</p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          <RotateCcw aria-hidden="true" />
          {words.common.retry}
        </button>
      )}
    </div>
  )
}

function Chips({ chips, say }: { chips: string[]; say: (text: string) => void }) {
  const { cards } = useWords()
  if (!chips.length) return null
  return (
    <ul className="chips" aria-label={cards.chips}>
      {chips.map((chip) => (
        <li key={chip}>
          <button type="button" onClick={() => say(chip)}>
            {chip}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Why it was done, and whether it was good. */
function About({ turn: { end } }: { turn: Turn }) {
  const words = useWords()
  const toast = useToast()
  const [why, setWhy] = useState(false)
  const [rated, setRated] = useState(0)
  if (!end) return null
  const rate = async (value: number) => {
    setRated(value)
    const sent = await api.feedback(end, value)
    if (!sent.ok) setRated(0)
    toast({ text: sent.ok ? words.talk.thanks : sayFailure(words, sent.error) })
  }
  return (
    <div className="about" aria-live="off">
      <button type="button" className="quiet-button" onClick={() => setWhy(true)}>
        {words.talk.why}
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-label={words.talk.good}
        title={words.talk.good}
        aria-pressed={rated === 1}
        onClick={() => void rate(1)}
      >
        <ThumbsUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-label={words.talk.bad}
        title={words.talk.bad}
        aria-pressed={rated === -1}
        onClick={() => void rate(-1)}
      >
        <ThumbsDown aria-hidden="true" />
      </button>
      {why && <Why event={end} onClose={() => setWhy(false)} />}
    </div>
  )
}
