/** What may leave this machine, and leaving nothing of it here. */
import { type FormEvent, useId, useState } from 'react'
import { ANY_MODEL } from '../../../src/memory/privacy.ts'
import * as api from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useWords } from '../words/index.ts'

export function Leaving() {
  const words = useWords()
  const { settings, memory } = words
  const toast = useToast()
  const [load, reload] = useLoad(api.privacy)
  const allow = async (permissions: api.Privacy['permissions']) => {
    const kept = await api.setPrivacy(permissions)
    if (!kept.ok) toast({ text: sayFailure(words, kept.error) })
    await reload()
  }
  return (
    <section className="card stack">
      <h3>{settings.leaving}</h3>
      <p className="quiet">{settings.leavingLead}</p>
      <Loaded load={load} retry={() => void reload()} lines={2}>
        {({ classes, permissions }) =>
          Object.entries(permissions).map(([destination, allowed]) => (
            <fieldset key={destination} className="radios">
              <legend>{destination === ANY_MODEL ? settings.anyModel : destination}</legend>
              {classes.map((each) => (
                <label key={each}>
                  <input
                    type="checkbox"
                    checked={allowed.includes(each)}
                    onChange={({ target: { checked } }) =>
                      void allow({
                        ...permissions,
                        [destination]: classes.filter((one) => (one === each ? checked : allowed.includes(one))),
                      })
                    }
                  />
                  {memory.classes[each]}
                </label>
              ))}
            </fieldset>
          ))
        }
      </Loaded>
    </section>
  )
}

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
