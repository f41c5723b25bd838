import { useEffect, useState } from 'react'
import type { AppId } from '../../../src/events.ts'
import { useWords } from '../words/index.ts'

type Props = { app: AppId; name: string; round: number }

/** An app's page, in sight once it is drawn. Another `round` loads it anew; while that loads, the last good one stays in sight. */
export function Frame({ app, name, round }: Props) {
  const { app: words } = useWords()
  const [rounds, setRounds] = useState([round])
  const [loaded, setLoaded] = useState<number | null>(null)
  useEffect(() => setRounds((before) => (before.includes(round) ? before : [...before, round])), [round])
  const onLoad = (of: number) => {
    setLoaded(of)
    setRounds((before) => before.filter((each) => each >= of))
  }
  const src = `/apps/${app}${chosenTheme()}`
  return (
    <div className="frames">
      {loaded === null && (
        <div className="frame-waiting" role="status">
          <span>{words.frameLoading}…</span>
        </div>
      )}
      {rounds.map((each) => (
        <iframe key={each} src={src} title={words.frame(name)} inert={each !== loaded} onLoad={() => onLoad(each)} />
      ))}
    </div>
  )
}

/** An app follows the system by itself; what the person chose instead it must be told. */
function chosenTheme(): string {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? `?theme=${theme}` : ''
}
