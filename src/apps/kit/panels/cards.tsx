/** Learning by cards: reviews when they are due (FSRS), and a quiz that asks and counts. */
import { useMemo, useState } from 'preact/hooks'
import { formatDateTime, formatDuration } from '../../../base/language/format.ts'
import type { Rec } from '../../../spec.ts'
import { fold } from '../../values.ts'
import { useBehaviour, useCollection, useFormat, useShared } from '../context.tsx'
import { AddButton, NothingYet } from '../form.tsx'
import { shuffled } from '../tools/pick.ts'
import { ANSWERS, afterAnswer, intervals, queueOf } from '../tools/repetition.ts'
import { Button, Empty } from '../ui.tsx'

export function Review({ id }: { id: string }) {
  const { collection: of, front, back, schedule, newPerDay } = useBehaviour(id, 'repetition')
  const { collection, records, update } = useCollection(of)
  const { words, locale } = useShared()
  const text = useText(of)
  const [open, setOpen] = useState(false)
  const at = new Date()
  const { due, fresh, next } = queueOf(
    records.map((record) => ({ id: record.id, kept: record.values[schedule], record })),
    at,
    newPerDay,
  )
  const card = due[0] ?? fresh[0]
  if (!card)
    return (
      <div class="tool" data-tool={id}>
        {records.length ? (
          <Empty title={words.allReviewed} {...(next && { hint: words.nextAt(formatDateTime(localMinute(next), locale)) })} />
        ) : (
          <Empty title={words.empty(collection.label)} hint={words.emptyHint} />
        )}
        <div class="actions centre">
          <AddButton to={of} />
        </div>
      </div>
    )
  const answer = async (given: (typeof ANSWERS)[number]) => {
    setOpen(false)
    await update(card.id, { [schedule]: afterAnswer(card.kept, given, new Date()) })
  }
  const waits = intervals(card.kept, at)
  return (
    <div class="tool review" data-tool={id}>
      <p class="quiet centre">{words.toReview(due.length, fresh.length)}</p>
      <div class="flashcard" aria-live="polite">
        <p class="front">{text(card.record, front)}</p>
        {open && <p class="back">{text(card.record, back)}</p>}
      </div>
      {open ? (
        <div class="actions answers">
          {ANSWERS.map((given) => (
            <Button
              key={given}
              action={`answer-${given}`}
              {...(given === 'good' && { kind: 'primary' as const })}
              onClick={() => void answer(given)}
            >
              {words.answers[given]} <span class="wait">{formatDuration(waits[given], locale)}</span>
            </Button>
          ))}
        </div>
      ) : (
        <div class="actions centre">
          <Button action="show" kind="primary" onClick={() => setOpen(true)}>
            {words.show}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A moment as the device's own wall clock, to the minute. */
function localMinute(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

function useText(of: string): (record: Rec, field: string) => string {
  const { collection } = useCollection(of)
  const format = useFormat()
  return (record, id) => {
    const field = collection.fields.find((one) => one.id === id)
    return field ? format.value(field, record, collection) : ''
  }
}

export function Quiz({ id }: { id: string }) {
  const { collection: of, question, answer } = useBehaviour(id, 'quiz')
  const { records } = useCollection(of)
  const { words } = useShared()
  const text = useText(of)
  const [round, setRound] = useState(0)
  const order = useMemo(
    () =>
      shuffled(
        records.map((r) => r.id),
        Math.random,
      ),
    [round, records.length],
  )
  const [at, setAt] = useState(0)
  const [right, setRight] = useState(0)
  const [given, setGiven] = useState('')
  const [judged, setJudged] = useState<boolean | null>(null)
  const record = records.find((r) => r.id === order[at])
  if (!records.length)
    return (
      <div class="tool" data-tool={id}>
        <NothingYet of={of} />
      </div>
    )
  const ask = (next: number) => {
    setAt(next)
    setGiven('')
    setJudged(null)
  }
  const restart = () => {
    setRound(round + 1)
    setRight(0)
    ask(0)
  }
  if (!record)
    return (
      <div class="tool centre" data-tool={id}>
        <p class="big" role="status">
          {words.score(right, order.length)}
        </p>
        <Button action="again" kind="primary" onClick={restart}>
          {words.again}
        </Button>
      </div>
    )
  const wanted = text(record, answer)
  const judge = (event: Event) => {
    event.preventDefault()
    if (judged !== null) return ask(at + 1)
    const fits = fold(given) === fold(wanted)
    setJudged(fits)
    if (fits) setRight(right + 1)
  }
  return (
    <form class="tool review" data-tool={id} onSubmit={judge}>
      <p class="quiet centre">{words.of(String(at + 1), String(order.length))}</p>
      <div class="flashcard">
        <p class="front">{text(record, question)}</p>
      </div>
      <label class="field">
        <span>{words.yourAnswer}</span>
        <input value={given} readOnly={judged !== null} onInput={(e) => setGiven(e.currentTarget.value)} autoComplete="off" />
      </label>
      <p role="status" class={judged === null ? '' : judged ? 'good' : 'error'}>
        {judged === null ? '' : judged ? words.right : words.wrong(wanted)}
      </p>
      <div class="actions centre">
        <button type="submit" class="button primary" data-action="check">
          {judged === null ? words.check : words.next}
        </button>
      </div>
    </form>
  )
}
