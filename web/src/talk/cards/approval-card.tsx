import { useState } from 'react'
import type { Card } from '../../../../src/events.ts'
import * as api from '../../api.ts'
import { formatDate } from '../../format.ts'
import { hrefOfApp } from '../../route.ts'
import { useLoad } from '../../use-load.ts'
import { useSpeaking } from '../../words/index.ts'
import type { Say } from '../turn-view.tsx'

type Props = { card: Extract<Card, { card: 'approval' }>; say: Say }

/** Something waits: what a yes does, and the choices. What became of it stands here however it was answered. */
export function ApprovalCard({ card: { approval, kind, app, what, lines, until, choices }, say }: Props) {
  const { words, locale } = useSpeaking()
  const { cards, activity } = words
  const [load] = useLoad(api.approvals, approval)
  const [pressed, press] = useState(false)
  const state = load.state === 'ready' ? (load.value.approvals.find(({ id }) => id === approval)?.state ?? 'expired') : 'waiting'
  const over = state !== 'waiting'
  return (
    <section className="card" aria-label={what}>
      <p className="quiet">{over ? activity.decisions[state] : cards.waits(formatDate(until, locale))}</p>
      <p className="card-title">{what}</p>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {kind === 'publish' && app && !over && (
        <p>
          <a href={hrefOfApp(app)}>{cards.look}</a>
        </p>
      )}
      {!over && (
        <fieldset className="card-actions" disabled={pressed || load.state === 'loading'}>
          <legend className="visually-hidden">{what}</legend>
          {choices.map(({ decision, label }) => (
            <button
              key={decision}
              type="button"
              className={decision === 'approve' ? 'button primary' : 'button'}
              onClick={() => {
                press(true)
                say(label, { approval, decision })
              }}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
    </section>
  )
}
