import { useEffect, useState } from 'react'
import type { AppId } from '../../../src/events.ts'
import { useWords } from '../words/index.ts'

type Props = { app: AppId; name: string /** another number: load anew */; round: number }

/** An app's page. While a newer one loads, the last good one stays in sight. */
export function Frame({ app, name, round }: Props) {
  const { app: words } = useWords()
  const [rounds, setRounds] = useState([round])
  const [loaded, setLoaded] = useState<number | null>(null)
  useEffect(() => setRounds((before) => (before.includes(round) ? before : [...before, round])), [round])
  const onLoad = (of: number) => {
    setLoaded(of)
    setRounds((before) => before.filter((each) => each >= of))
  }
  // The very first one is seen as it comes; there is nothing better to look at.
  const inSight = loaded ?? rounds[0]
  return (
    <div className="frames">
      {loaded === null && (
        <div className="frame-waiting" role="status">
          <span>{words.frameLoading}…</span>
        </div>
      )}
      {rounds.map((each) => (
        <iframe key={each} src={`/apps/${app}`} title={words.frame(name)} inert={each !== inSight} onLoad={() => onLoad(each)} />
      ))}
    </div>
  )
}
