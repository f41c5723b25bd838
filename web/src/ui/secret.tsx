import { Copy } from 'lucide-react'
import { useWords } from '../words/index.ts'
import { useToast } from './toast.tsx'

/** Something that is shown once, to be copied. */
export function Secret({ label, value }: { label: string; value: string }) {
  const { waysIn } = useWords()
  const toast = useToast()
  const copy = async () => {
    // Where the browser does not let a page copy (plain http from afar), it can be marked and copied by hand.
    const copied = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    if (copied) toast({ text: waysIn.copied })
  }
  return (
    <div className="secret">
      <input readOnly aria-label={label} data-first value={value} onFocus={(event) => event.target.select()} />
      <button type="button" className="button" onClick={() => void copy()}>
        <Copy aria-hidden="true" />
        {waysIn.copy}
      </button>
    </div>
  )
}
