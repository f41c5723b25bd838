import { BadgeCheck } from 'lucide-react'
import type { AppId, Card, EventOf } from '../../../../src/events.ts'
import { useApps } from '../../apps-list.ts'
import { hrefOfApp } from '../../route.ts'
import type { Turn } from '../../turn.ts'
import { useWords } from '../../words/index.ts'

export function AppCard({
  card: { app, name, icon },
  check,
}: {
  card: Extract<Card, { card: 'app' }>
  check: EventOf<'check-finished'> | null
}) {
  const { cards, common } = useWords()
  const accent = useAccent(app)
  const tried = check?.app === app && check.passed ? check.tried.length : null
  return (
    <div className="card app-card" data-accent={accent}>
      <span className="app-icon" aria-hidden="true">
        {icon}
      </span>
      <div>
        <p className="card-title">{name}</p>
        {tried !== null && (
          <p className="seal">
            <BadgeCheck aria-hidden="true" />
            {cards.checked(tried)}
          </p>
        )}
      </div>
      <a className="button" href={hrefOfApp(app)} aria-label={cards.openApp(name)}>
        {common.open}
      </a>
    </div>
  )
}

/** While the check still runs: the way to what can be used already. */
export function DraftCard({ app: { id, name, icon } }: { app: NonNullable<Turn['app']> }) {
  const { cards, common } = useWords()
  const accent = useAccent(id)
  return (
    <div className="card app-card" data-accent={accent}>
      <span className="app-icon" aria-hidden="true">
        {icon}
      </span>
      <div>
        <p className="card-title">{common.pair(cards.draft, name)}</p>
        <p className="quiet">{cards.draftLead}</p>
      </div>
      <a className="button" href={hrefOfApp(id)} aria-label={cards.openApp(name)}>
        {common.open}
      </a>
    </div>
  )
}

function useAccent(app: AppId): string | undefined {
  const { load } = useApps()
  return load.state === 'ready' ? load.value.find(({ id }) => id === app)?.accent : undefined
}
