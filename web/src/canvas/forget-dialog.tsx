import { useState } from 'react'
import type { MemoryId } from '../../../src/events.ts'
import * as api from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { sayFailure, useWords } from '../words/index.ts'

type Props = { memory: { id: MemoryId; text: string }; onClose: () => void; onForgotten: () => void }

/** Asks first: of all that can be done here, this alone cannot be undone. */
export function ForgetDialog({ memory, onClose, onForgotten }: Props) {
  const words = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const forget = async () => {
    setBusy(true)
    const forgotten = await api.forgetMemory(memory.id)
    toast({ text: forgotten.ok ? words.memory.forgotten : sayFailure(words, forgotten.error) })
    if (forgotten.ok) onForgotten()
    onClose()
  }
  return (
    <Dialog title={words.memory.forgetAsk} onClose={onClose}>
      <blockquote>{memory.text}</blockquote>
      <p>{words.memory.forgetLead}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {words.common.cancel}
        </button>
        <button type="button" className="button danger" disabled={busy} onClick={() => void forget()}>
          {words.memory.forget}
        </button>
      </div>
    </Dialog>
  )
}
