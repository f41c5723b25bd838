import { useEffect, useState } from 'react'
import { kept } from '../prefs.ts'
import { progressOf, type Turn } from '../turn.ts'
import { useWords } from '../words/index.ts'

/** How far it is, by what has happened, and how long it may still take, by how long it took the last time. */
export function Progress({ turn }: { turn: Turn }) {
  const { steps } = useWords()
  const progress = progressOf(turn)
  const now = useClock()
  if (!progress) return <p className="working">{steps.working}…</p>
  const usual = Number(kept('buildMs') ?? 0)
  const left = Math.round((usual - (now - Date.parse(turn.at))) / 1000)
  const said = steps.progress(progress.done, progress.total)
  return (
    <div className="progress" aria-live="off">
      <progress max={progress.total} value={progress.done} aria-label={said} />
      <p>
        <span>{progress.doing}</span>
        <span className="quiet">{usual ? steps.timeLeft(Math.max(0, left)) : said}</span>
      </p>
    </div>
  )
}

/** The time, once a second. */
function useClock(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
