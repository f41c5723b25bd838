/** What a screen shows when there is nothing else to show: waiting, failed, empty. */
import { CloudOff, RotateCcw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../../src/base/result.ts'
import { OFFLINE } from '../api.ts'
import type { Load } from '../use-load.ts'
import { sayFailure, useWords } from '../words/index.ts'

/** Grey bars where lines will be, so that nothing jumps. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  const words = useWords()
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">{words.common.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing else
        <div key={line} className="bar" aria-hidden="true" />
      ))}
    </div>
  )
}

export function Problem({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const words = useWords()
  const Icon = failure.code === OFFLINE ? CloudOff : TriangleAlert
  return (
    <div className="state" role="alert">
      <Icon aria-hidden="true" />
      <h2>{words.common.broken}</h2>
      <p>{sayFailure(words, failure)}</p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          <RotateCcw aria-hidden="true" />
          {words.common.retry}
        </button>
      )}
    </div>
  )
}

export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className="state">
      {icon}
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Waits, says what went wrong, or shows what came. */
export function Loaded<T>({
  load,
  retry,
  lines,
  children,
}: {
  load: Load<T>
  retry: () => void
  lines?: number
  children: (value: T) => ReactNode
}) {
  if (load.state === 'loading') return <Waiting {...(lines !== undefined && { lines })} />
  if (load.state === 'failed') return <Problem failure={load.failure} retry={retry} />
  return children(load.value)
}
