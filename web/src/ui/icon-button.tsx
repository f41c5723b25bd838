import type { ReactNode } from 'react'

type Props = { label: string; children: ReactNode; onClick: () => void; disabled?: boolean; pressed?: boolean }

/** A button that is only a picture; its name is read and shown. */
export function IconButton({ label, children, onClick, disabled, pressed }: Props) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={pressed}
    >
      {children}
    </button>
  )
}
