/** One short note at a time, with at most one thing to do about it. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

export type Toast = { text: string; action?: { label: string; run: () => void } }

/** Long enough to read and reach; what can be undone here can be undone elsewhere later too. */
const STAYS = 6_000
const STAYS_WITH_ACTION = 15_000

const Toasting = createContext<(toast: Toast) => void>(() => undefined)
export const useToast = () => useContext(Toasting)

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null)
  const [held, setHeld] = useState(false)
  const show = useCallback((next: Toast) => setToast(next), [])
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => setToast(null), toast.action ? STAYS_WITH_ACTION : STAYS)
    return () => clearTimeout(timer)
  }, [toast, held])
  const act = () => {
    toast?.action?.run()
    setToast(null)
  }
  return (
    <Toasting value={show}>
      {children}
      <div
        className="toasts"
        role="status"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {toast && (
          <div className="toast">
            <span>{toast.text}</span>
            {toast.action && (
              <button type="button" onClick={act}>
                {toast.action.label}
              </button>
            )}
          </div>
        )}
      </div>
    </Toasting>
  )
}
