import { useState } from 'react'
import * as api from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loaded } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLoad } from '../use-load.ts'
import { sayFailure, useWords } from '../words/index.ts'

type Props = { about: string; onClose: () => void; onForgotten: () => void }

/** Shows everything that would go, then forgets it. */
export function ForgetAbout({ about, onClose, onForgotten }: Props) {
  const words = useWords()
  const toast = useToast()
  const [load, reload] = useLoad(() => api.forgetAbout(about, false), about)
  const [busy, setBusy] = useState(false)
  const forget = async () => {
    setBusy(true)
    const forgotten = await api.forgetAbout(about, true)
    toast({ text: forgotten.ok ? words.memory.forgotten : sayFailure(words, forgotten.error) })
    if (forgotten.ok) onForgotten()
    onClose()
  }
  return (
    <Dialog title={words.memory.forgetAbout(about)} onClose={onClose}>
      <Loaded load={load} retry={() => void reload()} lines={3}>
        {({ memories }) => (
          <>
            <ul className="rows">
              {memories.map(({ id, text }) => (
                <li key={id} className="row">
                  {text}
                </li>
              ))}
            </ul>
            <p>{memories.length ? words.memory.forgetLead : words.common.nothingFits(about)}</p>
            <div className="dialog-actions">
              <button type="button" className="button" onClick={onClose}>
                {words.common.cancel}
              </button>
              <button type="button" className="button danger" disabled={busy || !memories.length} onClick={() => void forget()}>
                {words.memory.forgetAll}
              </button>
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
