import { useId, useState } from 'react'
import type { Insight } from '../../../src/doors/http/learning.ts'
import * as api from '../api.ts'
import { formatWhen } from '../format.ts'
import { Loaded } from '../ui/states.tsx'
import { useLoad } from '../use-load.ts'
import { useSpeaking } from '../words/index.ts'

/** Drawn in this order: what speaks for it, what says nothing, what speaks against it. */
const KINDS = ['kept', 'liked', 'taken', 'unused', 'waiting', 'ignored', 'disliked', 'changed']

type Props = { insight: Insight; onReset: () => void; onLock: (action: string | null) => void }
export function TopicCard({ insight, onReset, onLock }: Props) {
  const { words } = useSpeaking()
  const { insights } = words
  const [open, setOpen] = useState(false)
  const title = useId()
  const lock = useId()
  const kinds = KINDS.filter((kind) => insight.kinds[kind])
  return (
    <section className="card stack" aria-labelledby={title}>
      <h3 id={title}>{insight.title}</h3>
      <p>
        <strong>{insight.now}</strong>
      </p>
      <p>{insight.why}</p>
      {kinds.length > 0 && (
        // The sentence below says the same in words.
        <div className="shares" aria-hidden="true">
          {kinds.map((kind) => (
            <span key={kind} data-kind={kind} style={{ flexGrow: insight.kinds[kind] }} />
          ))}
        </div>
      )}
      <p className="quiet">{insight.basis}</p>
      <label htmlFor={lock}>
        {insights.decides}
        <span className="visually-hidden">: {insight.title}</span>
      </label>
      <select id={lock} value={insight.locked ?? ''} onChange={({ target: { value } }) => onLock(value || null)}>
        <option value="">{insights.learned}</option>
        {insight.actions.map(({ action, does }) => (
          <option key={action} value={action}>
            {does}
          </option>
        ))}
      </select>
      <div className="memory-tools">
        <button type="button" className="button plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {insights.each}
          <span className="visually-hidden">: {insight.title}</span>
        </button>
        <button
          type="button"
          className="button plain"
          disabled={!insight.occasions}
          onClick={onReset}
          aria-label={insights.againOf(insight.title)}
        >
          {insights.again}
        </button>
      </div>
      {open && <Occasions key={insight.occasions} topic={insight.topic} />}
    </section>
  )
}

function Occasions({ topic }: { topic: Insight['topic'] }) {
  const { words, locale } = useSpeaking()
  const [load, reload] = useLoad(api.reasons, locale)
  return (
    <Loaded load={load} retry={() => void reload()} lines={2}>
      {({ topics }) => {
        const lines = topics.find((one) => one.topic === topic)?.lines ?? []
        return lines.length ? (
          <ol className="lines">
            {lines.map(({ at, app, text }) => (
              <li className="row" key={at + app}>
                <span className="row-title">
                  <span>
                    {app && <strong>{app}</strong>} {text}
                  </span>
                  <time className="quiet" dateTime={at}>
                    {formatWhen(at, locale)}
                  </time>
                </span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="quiet">{words.insights.none}</p>
        )
      }}
    </Loaded>
  )
}
