import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../words/index.ts'
import { Dialog } from './dialog.tsx'

type Props = {
  title: string
  label: string
  initial: string
  hint?: string
  suggestions?: string[]
  mayBeEmpty?: boolean
  most: number
  onSave: (text: string) => void
  onClose: () => void
}

/** Asks for one line. */
export function TextDialog({ title, label, initial, hint, suggestions = [], mayBeEmpty, most, onSave, onClose }: Props) {
  const { common } = useWords()
  const [text, setText] = useState(initial)
  const field = useId()
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSave(text.trim())
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={save}>
        <label htmlFor={field}>{label}</label>
        <input
          id={field}
          data-first
          value={text}
          maxLength={most}
          list={`${field}-list`}
          onChange={(event) => setText(event.target.value)}
          aria-describedby={hint ? `${field}-hint` : undefined}
        />
        <datalist id={`${field}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
        {hint && (
          <p id={`${field}-hint`} className="quiet">
            {hint}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="button primary" disabled={!mayBeEmpty && !text.trim()}>
            {common.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
