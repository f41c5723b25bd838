import { Upload } from 'lucide-react'

type Props = { label: string; accept: string; disabled?: boolean; onPick: (file: File) => void }

/** A field for one file that looks and reads like a button: the browser's own speaks the browser's language, not the page's. */
export function FileButton({ label, accept, disabled, onPick }: Props) {
  return (
    <label className="button file-button">
      <Upload aria-hidden="true" />
      {label}
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was changed.
          event.target.value = ''
          if (file) onPick(file)
        }}
      />
    </label>
  )
}
