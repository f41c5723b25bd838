import type { Card } from '../../../../src/events.ts'
import { hrefOf, hrefOfApp } from '../../route.ts'
import { useWords } from '../../words/index.ts'

export function CheckpointCard({ card: { app, name, what } }: { card: Extract<Card, { card: 'checkpoint' }> }) {
  const words = useWords()
  return (
    <div className="card">
      <p className="quiet">{words.cards.checkpoint(name)}</p>
      <p className="card-title">{what}</p>
      <div className="card-actions">
        <a className="button" href={hrefOfApp(app)} aria-label={words.cards.openApp(name)}>
          {words.common.open}
        </a>
        <a className="button" href={hrefOf({ at: 'app', app, versions: true })}>
          {words.app.versions}
        </a>
      </div>
    </div>
  )
}
