import type { Card, EventOf } from '../../../../src/events.ts'
import { useWords } from '../../words/index.ts'
import type { Say } from '../turn-view.tsx'
import { AnswerCard } from './answer-card.tsx'
import { AppCard } from './app-card.tsx'
import { ApprovalCard } from './approval-card.tsx'
import { CheckpointCard } from './checkpoint-card.tsx'
import { MemoryCard } from './memory-card.tsx'
import { RecordCard } from './record-card.tsx'

/** `live`: the last turn, whose choices can still be made. */
type Props = { card: Card; check: EventOf<'check-finished'> | null; say: Say; live: boolean }

export function CardView({ card, check, say, live }: Props) {
  switch (card.card) {
    case 'app':
      return <AppCard card={card} check={check} />
    case 'record':
      return <RecordCard card={card} />
    case 'answer':
      return <AnswerCard card={card} />
    case 'checkpoint':
      return <CheckpointCard card={card} />
    case 'memory':
      return <MemoryCard card={card} say={say} />
    case 'choice':
      return <Choice card={card} say={say} live={live} />
    case 'approval':
      return <ApprovalCard card={card} say={say} />
    case 'result':
      return <Calculated card={card} />
  }
}

function Choice({
  card: { question, options },
  say,
  live,
}: {
  card: Extract<Card, { card: 'choice' }>
  say: (text: string) => void
  live: boolean
}) {
  return (
    <fieldset className="card choice" disabled={!live}>
      <legend className="visually-hidden">{question}</legend>
      {options.map((option) => (
        <button key={option.label} type="button" className="button" onClick={() => say(option.say)}>
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

function Calculated({ card: { expression, shown } }: { card: Extract<Card, { card: 'result' }> }) {
  const { cards } = useWords()
  return (
    <div className="card">
      <p className="quiet">{expression}</p>
      <p className="figure">
        <span className="visually-hidden">{cards.amount}: </span>
        {shown}
      </p>
    </div>
  )
}
