import { ChevronRight, History, Settings2, ShieldCheck, Sprout } from 'lucide-react'
import { hrefOf } from '../route.ts'
import { useWords } from '../words/index.ts'

/** What the bar at the bottom of a phone has no room for. */
export function More() {
  const { nav } = useWords()
  const places = [
    { at: 'activity', name: nav.activity, icon: <History aria-hidden="true" /> },
    { at: 'insights', name: nav.insights, icon: <Sprout aria-hidden="true" /> },
    { at: 'privacy', name: nav.privacy, icon: <ShieldCheck aria-hidden="true" /> },
    { at: 'settings', name: nav.settings, icon: <Settings2 aria-hidden="true" /> },
  ] as const
  return (
    <div className="page">
      <h2>{nav.more}</h2>
      <ul className="rows cards">
        {places.map(({ at, name, icon }) => (
          <li key={at}>
            <a className="row" href={hrefOf({ at })}>
              {icon}
              <span className="row-title">{name}</span>
              <ChevronRight aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
