/** What a model says when it is asked: about the records there are, or about what was typed. Plain text, and said whose it is. */
import { useCallback, useId, useRef, useState } from 'preact/hooks'
import type { BehaviourOf } from '../../../spec.ts'
import { rangeOf } from '../../query.ts'
import { type Format, useBehaviour, useFormat, useShared } from '../context.tsx'
import { Button } from '../ui.tsx'

/** Characters that are sent along: what one question carries at most, and a little room. */
const MOST = 23_000

export type Asked = { asking: boolean; answer: string | null; problem: string | null }

/** The one way of an app to a model. The person is asked the first time; a refusal is `problem`, in their language. */
export function useAsk(): Asked & { ask(request: string, about?: string): Promise<void> } {
  const { client } = useShared()
  const [state, set] = useState<Asked>({ asking: false, answer: null, problem: null })
  const round = useRef(0)
  const ask = useCallback(async (request: string, about?: string) => {
    const own = ++round.current
    set((before) => ({ ...before, asking: true, problem: null }))
    const said = await client.ask(request, about)
    // An answer to what was asked before would stand under another question.
    if (own === round.current)
      set(said.ok ? { asking: false, answer: said.value, problem: null } : { asking: false, answer: null, problem: said.error.message })
  }, [])
  return { ...state, ask }
}

export function Ask({ id }: { id: string }) {
  const behaviour = useBehaviour(id, 'ask')
  const { words } = useShared()
  const [typed, type] = useState('')
  const { ask, asking, answer, problem } = useAsk()
  const about = useAbout(behaviour)
  const field = useId()
  const nothing = behaviour.typed ? !typed.trim() : !about
  return (
    <div class="tool ask" data-tool={id}>
      {behaviour.typed && (
        <label class="field" for={field}>
          <span>{words.askAbout}</span>
          <textarea id={field} rows={3} maxLength={MOST} value={typed} onInput={(e) => type(e.currentTarget.value)} />
        </label>
      )}
      <Button
        action="ask"
        kind="primary"
        disabled={asking || nothing}
        onClick={() => void ask(behaviour.wish, behaviour.typed ? typed : about)}
      >
        {asking ? words.asking : behaviour.label}
      </Button>
      {nothing && !behaviour.typed && <p class="hint">{words.askNothing}</p>}
      <div aria-live="polite" aria-busy={asking}>
        {answer !== null && (
          <figure class="answer">
            <blockquote>{answer}</blockquote>
            <figcaption>{words.askWho}</figcaption>
          </figure>
        )}
        {problem !== null && <p class="problem">{problem}</p>}
      </div>
    </div>
  )
}

/** The records as lines, the newest first, as many as one question carries. */
function useAbout({ collection: id, date, period, typed }: BehaviourOf<'ask'>): string {
  const { spec, records, now } = useShared()
  const format = useFormat()
  const collection = spec.collections.find((one) => one.id === id)
  if (!collection || typed) return ''
  const range = date && period ? rangeOf({ field: date, unit: period, offset: 0 }, now) : null
  const within = (day: unknown) =>
    !range || (typeof day === 'string' && (!range.from || day.slice(0, 10) >= range.from) && (!range.to || day.slice(0, 10) < range.to))
  const lines = (records[collection.id] ?? [])
    .filter((record) => !date || within(record.values[date]))
    .map((record) => lineOf(format, record, collection))
    .reverse()
  let length = 0
  const kept = lines.filter((line) => {
    length += line.length + 1
    return length <= MOST
  })
  return kept.length ? [`${collection.label} (${now.date})`, ...kept].join('\n') : ''
}

const lineOf = (format: Format, record: Parameters<Format['value']>[1], collection: Parameters<Format['value']>[2]): string =>
  collection.fields
    .filter((field) => !field.hidden && field.kind !== 'schedule')
    .map((field) => `${field.label}: ${format.value(field, record, collection)}`)
    .join('; ')
