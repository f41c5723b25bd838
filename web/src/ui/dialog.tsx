import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../words/index.ts'

/** The browser's own modal dialog: it keeps the focus inside, closes on Esc, and gives the focus back. */
export function Dialog({ title, onClose, wide, children }: { title: string; onClose: () => void; wide?: boolean; children: ReactNode }) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  const onBackdrop = (event: MouseEvent) => event.target === dialog.current && onClose()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it; the click is for the backdrop
    <dialog ref={dialog} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={titleId} onCancel={(event) => (event.preventDefault(), onClose())} onClick={onBackdrop}>
      <div className="dialog-body">
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label={words.common.close} onClick={onClose}>
            <X aria-hidden="true" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
