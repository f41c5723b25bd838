/** What of a proposal can be changed, as a form: the yes comes after it, on the card that it makes. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import * as api from '../../api.ts'
import { sayFailure, useWords } from '../../words/index.ts'

type Props = { waiting: Pick<api.Waiting, 'id' | 'revision' | 'fields'>; done: (changed: boolean) => Promise<void> }

export function AmendForm({ waiting: { id, revision, fields }, done }: Props) {
  const words = useWords()
  const { cards } = words
  const name = useId()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLFormElement>(null)
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const edits = Object.fromEntries(fields.map((field) => [field.id, typedIn(field, typed)]))
    setBusy(true)
    const made = await api.amend(id, revision, edits)
    setBusy(false)
    if (!made.ok) return setProblem(sayFailure(words, made.error))
    await done(true)
  }
  return (
    <form ref={first} className="stack" onSubmit={(event) => void submit(event)} aria-label={cards.editing} aria-busy={busy}>
      {fields.map((field) => (
        <p key={field.id} className={field.kind === 'switch' ? 'amend-switch' : 'amend-field'}>
          <label htmlFor={`${name}${field.id}`}>{field.label}</label>
          {field.kind === 'switch' ? (
            <input id={`${name}${field.id}`} name={field.id} type="checkbox" defaultChecked={field.value} />
          ) : field.kind === 'amount' ? (
            <input id={`${name}${field.id}`} name={field.id} inputMode="decimal" defaultValue={field.value} required />
          ) : (
            <input id={`${name}${field.id}`} name={field.id} defaultValue={field.value} required />
          )}
        </p>
      ))}
      {problem && (
        <p className="wrong" role="alert">
          {problem}
        </p>
      )}
      {busy && <p role="status">{cards.checking}</p>}
      <div className="card-actions">
        <button type="submit" className="button primary" disabled={busy}>
          {cards.keepEdit}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void done(false)}>
          {cards.stopEdit}
        </button>
      </div>
    </form>
  )
}

/** As it was typed where it is no number: the server says what it wants. */
function typedIn(field: api.Waiting['fields'][number], typed: FormData): string | number | boolean {
  const text = String(typed.get(field.id) ?? '').trim()
  if (field.kind === 'switch') return typed.has(field.id)
  return field.kind === 'amount' && text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
