/** Leaving nothing of oneself here. */
import { type FormEvent, useId, useState } from 'react'
import * as api from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useWords } from '../words/index.ts'

export function Erase() {
  const { settings } = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <section className="card stack">
      <h3>{settings.erase}</h3>
      <p className="quiet">{settings.eraseLead}</p>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {settings.erase}
      </button>
      {asking && <EraseDialog onClose={() => setAsking(false)} />}
    </section>
  )
}

/** Typed, not only pressed: nothing of this can be undone. */
function EraseDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { settings, common } = words
  const toast = useToast()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useId()
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const erased = await api.eraseEverything()
    setBusy(false)
    if (!erased.ok) return toast({ text: sayFailure(words, erased.error) })
    localStorage.clear()
    location.replace('/')
  }
  return (
    <Dialog title={settings.erase} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void erase(event)}>
        <p>{settings.eraseLead}</p>
        <label htmlFor={field}>{settings.eraseType(settings.eraseWord)}</label>
        <input id={field} data-first autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button
            type="submit"
            className="button danger"
            disabled={busy || typed.trim().toLowerCase() !== settings.eraseWord.toLowerCase()}
          >
            {settings.erase}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
